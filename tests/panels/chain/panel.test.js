/** The chain rule's panel on a document in Node: what it says of two chains, of the paths, and of penalties. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { formatFigure } from '../../../web/base/format.js';
import { createChainPanel } from '../../../web/panels/chain/panel.js';
import { counterparts } from '../../../web/experiment/parameters.js';
import { createHighlight } from '../../../web/ui/quantity-highlight.js';
import { find, freshRoot, select, textsOf, usePage } from '../../support/dom.js';
import { openSession } from '../../support/session.js';
import { CHAIN_MESSAGES as messages } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** The panel of an experiment after some steps. @param {object} experiment @param {number} [steps] */
function draw(experiment, steps = 0) {
  const { session, last, train } = openSession(lab, { experiment: /** @type {any} */ (experiment) });
  if (steps > 0) train(steps);
  const root = freshRoot();
  const panel = createChainPanel(root, {
    messages,
    inspect: () => session.inspect,
    highlight: createHighlight(document.createElement('div')),
    signal: new AbortController().signal,
  });
  panel.update(last());
  return { root, panel, session, last };
}

const TIED = { network: { inputs: 2, hidden: [2], bias: false }, data: { set: 'xor' }, init: { scheme: 'constant', value: 0.4 } };
const APART = { ...TIED, init: { ...TIED.init, set: { w1: 0.2 } } };

/** The signs between the factors of two chains, and the numbers on both sides. @param {ParentNode} root */
const pairsOf = (root) =>
  [...root.querySelectorAll('.factor-pair')].map((pair) => ({
    mark: find(pair, '.factor-mark').textContent ?? '',
    values: textsOf(pair, '.factor-value'),
    differs: pair.classList.contains('differs'),
  }));

test('between equal factors stands =, between others \u2260, and how close they are where they look alike', () => {
  const tied = pairsOf(draw(TIED, 5).root);
  assert.equal(tied.length, 6);
  for (const { mark, values, differs } of tied) assert.deepEqual([mark, values[0], differs], ['=', values[1], false]);

  const apart = pairsOf(draw(APART).root);
  assert.deepEqual(new Set(apart.map(({ mark }) => mark)), new Set(['=', '\u2260']));
  for (const { mark, values, differs } of apart)
    assert.deepEqual([mark === '=', differs], [values[0] === values[1], values[0] !== values[1]]);

  const close = pairsOf(draw({ ...TIED, init: { ...TIED.init, set: { w1: 0.4000000001 } } }).root).filter(({ differs }) => differs);
  const alike = close.filter(({ values }) => values[0] === values[1]);
  assert.ok(alike.length > 0);
  for (const { mark } of alike.filter(({ mark }) => mark !== '\u2260')) assert.match(mark, /^\u2260 .*e[-\u2212]1\d/);
  assert.ok(alike.some(({ mark }) => mark !== '\u2260'));
});

test('a parameter that is like no other stands alone, without a sign', () => {
  const { root } = draw({ network: { inputs: 1, hidden: [1], bias: false }, data: { x: [[0], [1]], y: [[0], [1]] } });
  assert.equal(find(root, '#chain-sentence').textContent, messages.noCounterpart);
  for (const { mark, differs } of pairsOf(root)) assert.deepEqual([mark, differs], ['', false]);
});

test('the paths are counted, where they can be listed; one is none', () => {
  const summaryOf = (/** @type {number[]} */ hidden) => {
    const { root } = draw({ network: { inputs: 2, hidden }, data: { set: 'xor' }, init: { seed: 3 } });
    return [/** @type {HTMLElement} */ (find(root, '.chain-paths')).hidden, find(root, '.chain-paths summary').textContent];
  };
  assert.equal(summaryOf([2])[0], true);
  assert.deepEqual(summaryOf([2, 3]), [false, messages.paths(3)]);
  assert.deepEqual(summaryOf([2, 16, 16, 16]), [false, messages.manyPaths]);
});

test('what unfolds is written while it is open', () => {
  const { root, panel, last } = draw({ network: { inputs: 2, hidden: [2, 3] }, data: { set: 'xor' }, init: { seed: 3 } });
  const lines = (/** @type {string} */ fold) => root.querySelectorAll(`${fold} .formula`).length;
  assert.deepEqual([lines('.chain-paths'), lines('.chain-forward')], [0, 0]);
  for (const fold of root.querySelectorAll('details')) fold.open = true;
  panel.update(last());
  // Three paths and the sum, of both parameters; z and a of two, three and one neuron, and the loss.
  assert.deepEqual([lines('.chain-paths'), lines('.chain-forward')], [8, 13]);
});

test('a penalty is spoken of where there is one', () => {
  const says = (/** @type {object} */ training) =>
    find(draw({ ...APART, training }).root, '.chain-step > div:last-child .note').textContent ?? '';
  const plain = says({});
  assert.equal(plain.includes(messages.penalty), false);
  for (const training of [{ l1: 0.01 }, { l2: 0.01 }]) assert.equal(says(training), [plain, messages.penalty].filter(Boolean).join(' '));
});

test('of a wide network the forward pass shows some neurons, and says how many more there are', () => {
  const noteOf = (/** @type {number[]} */ hidden) => {
    const { root, panel, last } = draw({ network: { inputs: 2, hidden }, data: { set: 'xor' }, init: { seed: 3 } });
    /** @type {HTMLDetailsElement} */ (find(root, '.chain-forward')).open = true;
    panel.update(last());
    const mean = messages.forward.mean(4, formatFigure(last().loss));
    return { note: find(root, '.chain-forward .note').textContent ?? '', mean };
  };
  const [narrow, wide] = [noteOf([2]), noteOf([64])];
  assert.equal(narrow.note, narrow.mean);
  const more = Number(/\d+/.exec(wide.note)?.[0]);
  assert.equal(wide.note, `${messages.forward.more(more)} ${wide.mean}`);
});

test('another weight can be asked for, and is held against those in its place', () => {
  const { root, last } = draw({ network: { inputs: 2, hidden: [3] }, data: { set: 'xor' }, init: { seed: 3 } });
  select(find(root, '#chain-weight'), 'w4');
  const others = counterparts(last().experiment.network, 'w4');
  assert.deepEqual(
    [...root.querySelectorAll('#chain-against option')].map((option) => /** @type {HTMLOptionElement} */ (option).value),
    others,
  );
  select(find(root, '#chain-against'), others[1]);
  assert.deepEqual(
    textsOf(root, '.chain-step .formula')
      .slice(0, 2)
      .map((text) => /^\S*?([wb]\d)/.exec(text ?? '')?.[1]),
    ['w4', others[1]],
  );
});
