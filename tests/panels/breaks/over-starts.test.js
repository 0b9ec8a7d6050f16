/** Counted over many starts, on a document in Node: what is swept, and what is said of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createOverStarts } from '../../../web/panels/breaks/over-starts.js';
import { find, freshRoot, textsOf, type, usePage } from '../../support/dom.js';
import { tiedExperiment } from '../../support/shared.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

const TEXTS = MESSAGES.breaks.overStarts;
const FAR = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const NEAR = [1, 2, 1, 2, 3, 3, 5, 5, 9];

/** @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @param {object} experiment */
function openFor(experiment) {
  const root = freshRoot();
  /** @type {any[]} */
  const swept = [];
  /** @type {unknown[][]} */
  const opened = [];
  const snapshot = snapshotOf(lab, experiment);
  const element = createOverStarts({
    messages: MESSAGES,
    latest: () => snapshot,
    left: new AbortController().signal,
    onSweep: async (wanted, options) => {
      swept.push({ wanted, options });
      options.onProgress?.({ done: 1, total: 2 });
      return /** @type {any} */ ([NEAR, NEAR, FAR].map((last) => ({ stopped: null, last })));
    },
    onOpen: (...args) => opened.push(args),
  });
  root.append(element);
  const [makes, keeps] = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.over-starts > section')]);
  const count = async (/** @type {HTMLElement} */ section) => {
    const done = new Promise((resolve) =>
      new MutationObserver(resolve).observe(find(section, '[role="status"]'), { childList: true, characterData: true, subtree: true }),
    );
    section.querySelector('button')?.click();
    while (/** @type {HTMLElement} */ (section.querySelector('progress')).hidden === false)
      await Promise.race([done, new Promise(setImmediate)]);
  };
  return { root, makes, keeps, count, swept, opened };
}

test('weight decay is counted without and with the number in force, on forty starts of the present network', async () => {
  const { root, makes, count, swept, opened } = openFor(tiedExperiment());
  type(find(root, '[name="over-starts-steps"]'), '500');
  type(find(makes, 'input'), '0.5');
  await count(makes);
  assert.deepEqual(
    swept.map(({ wanted, options }) => [wanted.training.l2, options.seeds, options.steps, options.weights]),
    [
      [0, [1, 40], 500, true],
      [0.5, [1, 40], 500, true],
    ],
  );
  assert.deepEqual(textsOf(makes, 'tbody th, tbody td:nth-child(2)'), [
    TEXTS.makes.without,
    TEXTS.makes.said(2, 3),
    TEXTS.makes.with(0.5),
    TEXTS.makes.said(2, 3),
  ]);
  assert.equal(find(makes, '[role="status"]').textContent, TEXTS.done(80, 500));
  /** @type {HTMLElement} */ (makes.querySelectorAll('tbody button')[1]).click();
  assert.deepEqual(opened, [[swept[1].wanted, 500]]);
});

test('batches are counted for all examples at once, half of them and one; a second count takes the place of the first', async () => {
  const { keeps, count, swept } = openFor(tiedExperiment());
  assert.equal(find(keeps, '.table-scroll').hidden, true);
  await count(keeps);
  await count(keeps);
  assert.equal(swept.length, 6);
  assert.deepEqual(
    textsOf(keeps, 'tbody th'),
    [4, 2, 1].map((size) => TEXTS.keeps.batch(size, 4)),
  );
  assert.deepEqual(
    textsOf(keeps, 'tbody td:nth-child(2)'),
    Array.from({ length: 3 }, () => TEXTS.keeps.said(1, 3)),
  );
});

test('a network without two neurons in a layer is told so, and nothing is swept', async () => {
  const { makes, count, swept } = openFor({
    version: 1,
    network: { inputs: 2, hidden: [1] },
    data: { set: 'xor' },
    init: { scheme: 'normal', seed: 1 },
  });
  await count(makes);
  assert.deepEqual(
    [find(makes, '[role="status"]').textContent, swept.length, find(makes, '.table-scroll').hidden],
    [TEXTS.noPair, 0, true],
  );
});
