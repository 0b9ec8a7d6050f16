/** Which two neurons the panel of ties is about: what can be chosen, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { growthRate } from '../../../web/ties/difference-growth.js';
import { find, select, textsOf, usePage } from '../../support/dom.js';
import { openLabPanel } from '../lab-panel.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** The panel of a network with these hidden layers, and its two choices. @param {number[]} hidden @param {object} [rest] of the experiment */
function open(hidden, rest = {}) {
  const { root, session, last, update } = openLabPanel(lab, 'ties', {
    network: { inputs: 2, hidden },
    data: { set: 'xor' },
    init: { scheme: 'constant' },
    ...rest,
  });
  update(last());
  const box = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (find(root, `#ties-${name}`));
  return {
    root,
    session,
    update: () => update(last()),
    choose: (/** @type {string} */ name, /** @type {number} */ value) => select(box(name), String(value)),
    chosen: () => [Number(box('first').value), Number(box('second').value)],
    offered: (/** @type {string} */ name) => textsOf(box(name), 'option'),
    box,
  };
}

test('no neuron is held against itself: the second choice lacks the first, and gives way to it', () => {
  const { choose, chosen, offered } = open([3]);
  assert.deepEqual(
    [chosen(), offered('first'), offered('second')],
    [
      [1, 2],
      ['1', '2', '3'],
      ['2', '3'],
    ],
  );
  choose('second', 3);
  assert.deepEqual(chosen(), [1, 3]);
  choose('first', 3);
  assert.deepEqual(
    [chosen(), offered('second')],
    [
      [3, 1],
      ['1', '2'],
    ],
  );
  choose('first', 1);
  assert.deepEqual(
    [chosen(), offered('second')],
    [
      [1, 2],
      ['2', '3'],
    ],
  );
  choose('first', 3);
  assert.deepEqual(chosen(), [3, 2]);
});

test('layers with two neurons and more can be chosen, which are numbered through the network', () => {
  const { box, choose, chosen, offered } = open([2, 1, 3]);
  assert.deepEqual([/** @type {HTMLElement} */ (box('layer').parentElement).hidden, offered('layer')], [false, ['1', '3']]);
  choose('layer', 3);
  assert.deepEqual(
    [chosen(), offered('first')],
    [
      [1, 2],
      ['4', '5', '6'],
    ],
  );
  assert.equal(/** @type {HTMLElement} */ (open([2]).box('layer').parentElement).hidden, true);
});

test('a prediction that takes long says how far it is, is begun anew for another pair, and ends with what the engine says', async () => {
  const init = { scheme: 'constant', value: 0.1 };
  const { root, session, choose, update } = open([64, 64], { data: { set: 'circles', examples: 5000 }, init });
  const said = () => String(find(root, '#firmness').textContent);
  const percent = () => Number(/(\d+) %/.exec(said())?.[1] ?? 100);
  const pass = () => new Promise((resolve) => setTimeout(resolve, 5));
  for (const pair of [2, 3]) {
    const former = pair === 2 ? 100 : percent();
    if (pair === 3) choose('second', 3);
    const begun = percent();
    assert.ok(begun < former, said());
    assert.equal(said(), MESSAGES.ties.workingPrediction(begun / 100));
    while (percent() === begun) await pass();
    // The same once more begins nothing anew.
    const shown = said();
    update();
    assert.equal(said(), shown);
    while (pair === 2 && percent() < 20) await pass();
  }
  while (percent() < 100 || /%/.test(said())) await pass();
  const { lambda, perStep } = session.inspect.firmness(1, 1, 3);
  assert.equal(said(), MESSAGES.ties.predicted(growthRate(perStep), perStep, lambda));
  session.close();
});
