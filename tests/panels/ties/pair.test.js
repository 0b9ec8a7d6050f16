/** Which two neurons the panel of ties is about: what can be chosen, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { labPanels } from '../../../web/panels/panels.js';
import { createLocks } from '../../../web/ties/tie-edits.js';
import { find, freshRoot, select, textsOf, usePage } from '../../support/dom.js';
import { openSession } from '../../support/session.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** The panel of a network with these hidden layers, and its two choices. @param {number[]} hidden */
function open(hidden) {
  const root = freshRoot();
  const { session, last } = openSession(lab, {
    experiment: /** @type {any} */ ({ network: { inputs: 2, hidden }, data: { set: 'xor' }, init: { scheme: 'constant' } }),
  });
  const page = {
    lab,
    session,
    latest: last,
    attempt: (/** @type {() => void} */ wish) => (wish(), true),
    charts: {},
    locks: createLocks(),
  };
  const panel = labPanels(/** @type {any} */ ({ ...page, signal: new AbortController().signal }), MESSAGES).ties(root);
  panel.update(/** @type {any} */ (last()));
  const box = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (find(root, `#ties-${name}`));
  return {
    root,
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
