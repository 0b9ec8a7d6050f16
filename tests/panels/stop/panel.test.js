/** What stops a run before its steps are over: the panel's wishes and what it shows, on a document in Node. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createStopPanel } from '../../../web/panels/stop/panel.js';
import { find, freshRoot, type, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** @type {object[]} */
let wishes;
/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createStopPanel>} */
let panel;
beforeEach(() => {
  wishes = [];
  root = freshRoot();
  panel = createStopPanel(root, { messages: MESSAGES, onChange: (conditions) => wishes.push(conditions) });
});
const box = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (find(root, `[name="${name}"]`));

test('a box that is ticked stops the run, and one that is not does not', () => {
  box('stop-loss').click();
  box('stop-parting').click();
  box('stop-loss').click();
  box('stop-parting').click();
  assert.deepEqual(wishes, [
    { lossBelow: 0.1, parting: false },
    { lossBelow: 0.1, parting: true },
    { lossBelow: null, parting: true },
    { lossBelow: null, parting: false },
  ]);
});

test('a limit that is typed ticks its box; one that is none is refused', () => {
  type(box('stop-loss-limit'), '0,5');
  assert.deepEqual([wishes, box('stop-loss').checked], [[{ lossBelow: 0.5, parting: false }], true]);
  for (const wrong of ['0', '-1', '1000001', 'x']) {
    type(box('stop-loss-limit'), wrong);
    assert.equal(box('stop-loss-limit').getAttribute('aria-invalid'), 'true', wrong);
  }
  assert.equal(wishes.length, 1);
  type(box('stop-loss-limit'), '1000000');
  assert.equal(wishes.length, 2);
});

test('what is in force is shown, and why a run stopped', () => {
  const snapshot = (/** @type {object} */ more) => /** @type {any} */ ({ step: 12, presentStep: 12, stopReason: null, ...more });
  panel.update(snapshot({ stopConditions: { lossBelow: 0.3, parting: false } }));
  assert.deepEqual([box('stop-loss').checked, box('stop-parting').checked], [true, false]);
  panel.update(snapshot({ stopConditions: { lossBelow: null, parting: true }, stopReason: { kind: 'loss', limit: 0.3 } }));
  assert.deepEqual([box('stop-loss').checked, box('stop-parting').checked], [false, true]);
  assert.match(find(root, '.stop-reason').textContent ?? '', /12 steps.*J is below 0\.3/);
});
