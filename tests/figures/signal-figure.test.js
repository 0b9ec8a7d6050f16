/** The figure of the signal on a document in Node: what each stage shows, and how it is played. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { formatFigure } from '../../web/base/format.js';
import { createSignalFigure } from '../../web/figures/signal/figure.js';
import { short } from '../../web/figures/signal/products.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, resize, textsOf, useFrames, usePage, useSizes } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';

usePage();
useSizes();
const clock = useFrames();
const { wait } = clock;

const messages = moreFiguresMessages.signal;
/** @type {any} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** @param {object} [experiment] @param {{ width?: number, stage?: number, example?: number }} [shown] */
function open(experiment = tiedExperiment(), { width = 800, stage, example } = {}) {
  let rests = 0;
  const figure = createSignalFigure({ messages, onRest: () => (rests += 1) });
  const root = freshRoot();
  root.append(figure.element, ...figure.tools);
  const run = lab.start(experiment);
  const trace = (/** @type {number} */ at) => run.trace(at);
  figure.show({ experiment: run.experiment, data: run.data(), values: run.parameters(), trace, stage, example });
  resize(figure.element, width, 500);
  const [play, back, forth, another] = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('button')]);
  return {
    figure,
    root,
    run,
    play,
    back,
    forth,
    another,
    rests: () => rests,
    said: () => find(root, '.signal-sentence').textContent ?? '',
  };
}

describe('a stage of the signal', () => {
  test('before the first has the features, the weights with their numbers, and nothing that runs', () => {
    const { root, said, back, forth, figure } = open();
    assert.equal(said().trim(), messages.rest(1));
    assert.deepEqual([back.disabled, forth.disabled, root.querySelectorAll('.pulse').length], [true, false, 0]);
    assert.deepEqual(textsOf(root, '.signal-name'), ['w1 = 0.2', 'w2 = 0.4', 'w3 = 0.2', 'w4 = 0.4', 'w5 = 0.6', 'w6 = 0.6']);
    assert.deepEqual(textsOf(root, '.signal-node.input text'), ['x1', '= 0', 'x2', '= 0']);
    assert.deepEqual(textsOf(root, '.signal-value').slice(2), ['', '', '']);
    assert.deepEqual(textsOf(root, '.signal-target'), ['y']);
    assert.equal(figure.words(), messages.words(said(), []));
  });

  test('shows what it has worked out, up to the gradients', () => {
    const { root, run, forth, figure } = open(tiedExperiment(), { example: 1 });
    const { layers } = run.trace(1);
    const [hidden, [output]] = layers.map((/** @type {any} */ layer) => [...layer.a]);
    const values = () => textsOf(root, '.signal-value').slice(2);
    forth.click();
    wait(1000);
    const forward = hidden.map((/** @type {number} */ a, /** @type {number} */ at) => `a${at + 1} = ${short(a)}`);
    assert.deepEqual(values(), [...forward, '']);
    assert.ok(
      figure
        .words()
        .endsWith(hidden.map((/** @type {number} */ a, /** @type {number} */ at) => `a${at + 1} = ${formatFigure(a)}.`).join(' ')),
    );
    forth.click();
    assert.deepEqual(values(), [...forward, `a3 = ${short(output)}`]);
    forth.click();
    assert.deepEqual(textsOf(root, '.signal-target'), ['y = 1']);
    forth.click();
    assert.deepEqual(values(), [...forward, `\u03b43 = ${short(layers[1].delta[0])}`]);
    for (const each of ['carry', 'slope']) {
      forth.click();
      assert.equal(values()[0], each === 'slope' ? `\u03b41 = ${short(layers[0].delta[0])}` : forward[0]);
    }
    forth.click();
    assert.equal(forth.disabled, true);
    assert.deepEqual(figure.table(), {
      head: [messages.neuron, 'z', 'a', '\u03b4'],
      rows: [0, 1, 2].map((at) => {
        const [layer, unit] = at < 2 ? [layers[0], at] : [layers[1], 0];
        return [String(at + 1), ...['z', 'a', 'delta'].map((key) => formatFigure(layer[key][unit]))];
      }),
    });
  });

  test('has a pulse for each line, and its sign on those that go back', () => {
    const { root, back } = open(tiedExperiment(), { example: 1, stage: 7 });
    const pulses = () => [...root.querySelectorAll('.pulse')];
    assert.ok(pulses().length > 0);
    const [, delta] = open(tiedExperiment(), { example: 1 })
      .run.trace(1)
      .layers.map((/** @type {any} */ layer) => layer.delta[0]);
    assert.ok(delta < 0);
    assert.ok(pulses().every(({ classList }) => classList.contains('minus')));
    assert.ok(textsOf(root, '.pulse text').every((sign) => sign === '\u2212'));
    for (let stage = 7; stage > 1; stage -= 1) back.click();
    assert.ok(pulses().length > 0 && pulses().every(({ classList }) => classList.contains('forward')));
    assert.deepEqual(textsOf(root, '.pulse text'), []);
  });

  test('is told for another example, and begins with the first again after the last', () => {
    const { another, root, said } = open();
    const features = () => textsOf(root, '.signal-node.input .signal-value');
    const seen = [0, 1, 2, 3].map(() => {
      const each = features();
      another.click();
      return each;
    });
    assert.deepEqual(seen, [
      ['= 0', '= 0'],
      ['= 0', '= 1'],
      ['= 1', '= 0'],
      ['= 1', '= 1'],
    ]);
    assert.deepEqual([features(), said().trim()], [['= 0', '= 0'], messages.rest(1)]);
  });

  test('stays where it was when the weights become others, unless another stage is asked for', () => {
    const { figure, root, run, said } = open(tiedExperiment(), { example: 1, stage: 3 });
    const seen = () => [find(root, '.signal-sentence span:first-child').textContent, textsOf(root, '.signal-target')];
    const [shown, names] = [seen(), textsOf(root, '.signal-name')];
    run.train(10);
    const { experiment } = run;
    const now = { experiment, data: run.data(), values: run.parameters(), trace: (/** @type {number} */ at) => run.trace(at) };
    figure.show(now);
    assert.deepEqual(seen(), shown);
    assert.notDeepEqual(textsOf(root, '.signal-name'), names);
    figure.show({ ...now, stage: 0 });
    assert.equal(said().trim(), messages.rest(2));
  });

  test('names weights without numbers where it is narrow, and none where there are many', () => {
    assert.deepEqual(textsOf(open(tiedExperiment(), { width: 500 }).root, '.signal-name'), ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
    const wide = { network: { inputs: 2, hidden: [3] }, data: { set: 'xor' }, init: { scheme: 'normal', seed: 1 } };
    assert.deepEqual(textsOf(open(wide).root, '.signal-name'), []);
  });

  test('has lines as thick as weights are large, hollow where they are negative', () => {
    const { root } = open({
      ...tiedExperiment(),
      init: {
        scheme: 'explicit',
        w: [
          [
            [0.2, -0.4],
            [3, 0],
          ],
          [[0.6, -0.6]],
        ],
      },
    });
    const lines = [...root.querySelectorAll('.signal-line')];
    assert.deepEqual(
      lines.map((line) => line.querySelectorAll('line').length),
      [1, 2, 1, 1, 1, 2],
    );
    const widths = lines.map((line) => Number(line.querySelector('line')?.getAttribute('stroke-width')));
    assert.ok(widths[2] > widths[4] && widths[4] > widths[0] && widths[0] > widths[3] && widths[3] === 1.5);
    assert.ok(Math.abs(widths[5] - widths[4] - 2) < 1e-9);
  });
});

describe('the signal is played', () => {
  test('stage by stage to its end, and told of once', () => {
    const { play, forth, figure, rests } = open();
    play.click();
    assert.deepEqual([figure.isPlaying(), play.textContent], [true, messages.pause]);
    let turns = 0;
    for (; figure.isPlaying() && turns < 1000; turns += 1) wait(100);
    assert.deepEqual([figure.isPlaying(), play.textContent, forth.disabled, rests()], [false, messages.play, true, 1]);
    assert.ok(turns > 7 * 7, 'each stage runs for more than half a second, and rests');
    play.click();
    assert.equal(forth.disabled, false, 'from the beginning');
  });

  test('until it is stopped, by its button or by a step', () => {
    const { play, back, figure, rests } = open();
    play.click();
    play.click();
    assert.deepEqual([figure.isPlaying(), rests()], [false, 1]);
    play.click();
    back.click();
    assert.deepEqual([figure.isPlaying(), rests()], [false, 2]);
  });

  test('not where less motion is wished for: there are steps alone, whose pulses have arrived', () => {
    clock.isStill = true;
    const { play, forth, figure } = open();
    assert.equal(play.hidden, true);
    forth.click();
    assert.equal(clock.waiting(), 0);
    figure.play();
    assert.deepEqual([forth.disabled, figure.isPlaying()], [true, false]);
  });

  test('and a step back moves nothing', () => {
    const { forth, back } = open();
    forth.click();
    assert.equal(clock.waiting(), 1);
    forth.click();
    back.click();
    assert.equal(clock.waiting(), 0);
  });
});
