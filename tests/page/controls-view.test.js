/** The control bar: what can be pressed when, and the one sentence on what just happened. On snapshots of real sessions. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createControlsView } from '../../web/page/controls-view.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
/** @type {ReturnType<typeof snapshotOf>} */
let trained;
before(async () => {
  lab = /** @type {any} */ (await openLab());
  trained = snapshotOf(lab, tiedExperiment(), { steps: 5 });
});
after(() => lab.close());

/** @type {HTMLElement} */
let root;
/** @type {string[]} */
let pressed;
/** @type {ReturnType<typeof createControlsView>} */
let view;
beforeEach(() => {
  root = freshRoot();
  pressed = [];
  const on = Object.fromEntries(['train', 'pause', 'step', 'reset', 'newStart'].map((name) => [name, () => pressed.push(name)]));
  view = createControlsView(root, { messages: MESSAGES, on: /** @type {any} */ (on) });
});

/** @param {Partial<typeof trained>} change @returns {string | null} */
const statusAfter = (change) => {
  view.update({ ...trained, event: null, ...change });
  return find(root, '.status').textContent;
};
const button = (/** @type {string} */ action) => /** @type {HTMLButtonElement} */ (find(root, `[data-action="${action}"]`));

test('Pause stands for Train while training runs, and takes over its focus', () => {
  view.update({ ...trained, running: false });
  view.focus();
  assert.equal(document.activeElement, button('train'));
  view.update({ ...trained, running: true });
  assert.deepEqual([button('train').hidden, button('pause').hidden, button('step').disabled], [true, false, true]);
  assert.equal(document.activeElement, button('pause'));
  view.focus();
  assert.equal(document.activeElement, button('pause'));
  view.update({ ...trained, running: false });
  assert.deepEqual([button('train').hidden, button('pause').hidden, button('step').disabled], [false, true, false]);
  assert.equal(document.activeElement, button('train'));
});

test('each button reports its own press', () => {
  for (const action of ['train', 'pause', 'step', 'reset', 'new-start']) button(action).click();
  assert.deepEqual(pressed, ['train', 'pause', 'step', 'reset', 'newStart']);
});

test('step and loss are shown in words and kept exactly', () => {
  view.update({ ...trained, step: 12345 });
  assert.deepEqual([find(root, '#step').textContent, find(root, '#step').dataset.value], ['12,345', '12345']);
  assert.equal(find(root, '#loss').dataset.value, String(trained.loss));
  assert.equal(find(root, '#loss').textContent, trained.loss.toFixed(6));
});

test('a run that diverged says so and takes no further step', () => {
  assert.equal(find(root, '.alert').hidden, true);
  view.update({ ...trained, stopped: 'diverged', presentStep: 7 });
  assert.deepEqual([find(root, '.alert').hidden, button('train').disabled, button('step').disabled], [false, true, true]);
  assert.equal(find(root, '.alert').textContent, MESSAGES.diverged(7, trained.experiment.training.learningRate));
  view.update({ ...trained, stopped: null });
  assert.deepEqual([find(root, '.alert').hidden, button('train').disabled], [true, false]);
});

test('what happened is said in one sentence, and left standing until something else happens', () => {
  const { status } = MESSAGES;
  assert.equal(statusAfter({ event: 'reset' }), status.reset);
  assert.equal(statusAfter({}), status.reset);
  assert.equal(statusAfter({ working: true, event: 'parted' }), status.working);
  assert.equal(statusAfter({ working: false, event: 'parted' }), status.parted);
  assert.equal(statusAfter({ event: 'merged' }), status.merged);
  assert.equal(statusAfter({ event: 'edited', changed: 'w5' }), status.edited('w5', trained.values[trained.names.indexOf('w5')]));
  assert.equal(statusAfter({ event: 'edited', changed: null }), status.changed);
  assert.equal(statusAfter({ event: 'changed', seed: 7 }), status.seeded(7));
  assert.equal(statusAfter({ event: 'changed', seed: null }), status.changed);
  assert.equal(statusAfter({ event: 'loaded', experiment: { ...trained.experiment, name: 'mine' } }), status.opened('mine'));
  assert.equal(statusAfter({ event: 'looked', scrubbed: true, presentStep: 5 }), MESSAGES.time.looking(5));
  assert.equal(statusAfter({ event: 'looked', scrubbed: false }), '');
});

test('up to two neurons are drawn at a glance, more are told in words', () => {
  view.update(trained);
  assert.equal(find(root, '.glance-text').textContent, '');
  assert.ok(find(root, '.verdict-marks').childElementCount > 0);
  const wide = snapshotOf(lab, {
    version: 1,
    network: { inputs: 2, hidden: [3] },
    data: { set: 'xor' },
    init: { scheme: 'normal', seed: 1 },
  });
  view.update(wide);
  assert.equal(find(root, '.glance-text').textContent, MESSAGES.verdict.glance(wide.verdicts));
});
