/** What is being run: what the fields show of an experiment, and what they report. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createSetupView } from '../../web/page/setup-view.js';
import { scheduleMessages } from '../../web/messages/en/schedule.js';
import { createScheduleView } from '../../web/page/schedule-view.js';
import { find, freshRoot, select, type, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {HTMLElement} */
let root;
/** @type {[string, unknown][]} */
let told;
/** @type {ReturnType<typeof createSetupView>} */
let view;
beforeEach(() => {
  root = freshRoot();
  told = [];
  const names = ['data', 'hidden', 'activation', 'loss', 'bias', 'learningRate', 'stepsToRun', 'speed', 'seed'];
  view = createSetupView(root, {
    messages: MESSAGES,
    offers: { activations: lab.names.activations, losses: lab.names.losses, learningRate: { minimum: 0, maximum: 1000 } },
    on: /** @type {any} */ (Object.fromEntries(names.map((name) => [name, (/** @type {unknown} */ value) => told.push([name, value])]))),
  });
});

const list = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (find(root, `select[name="${name}"]`));
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (find(root, `input[name="${name}"]`));
const NORMAL = { version: 1, network: { inputs: 2, hidden: [3] }, data: { set: 'xor' }, init: { scheme: 'normal', seed: 7 } };

test('it shows the experiment', () => {
  const snapshot = snapshotOf(lab, NORMAL);
  view.update({ ...snapshot, stepsToRun: 2000, stepsPerSecond: 100 });
  assert.deepEqual(
    ['data', 'hidden', 'activation', 'loss-kind', 'bias', 'speed'].map((name) => list(name).value),
    ['xor', '3', 'sigmoid', 'cross-entropy', 'on', '100'],
  );
  assert.deepEqual(
    ['learning-rate', 'seed', 'steps-to-run'].map((name) => field(name).value),
    [String(snapshot.experiment.training.learningRate), '7', '2000'],
  );
  view.update({ ...snapshotOf(lab, tiedExperiment()), stepsToRun: null });
  assert.deepEqual([field('seed').value, field('steps-to-run').value], ['', '']);
});

test('a network that the list does not offer has an entry of its own for as long as it is there', () => {
  const shownFor = (/** @type {number[]} */ hidden) => {
    view.update(snapshotOf(lab, { ...NORMAL, network: { inputs: 2, hidden } }));
    return [list('hidden').value, list('hidden').options.length];
  };
  assert.deepEqual(shownFor([4, 3]), ['4+3', 10]);
  assert.deepEqual(shownFor([4, 3]), ['4+3', 10]);
  assert.deepEqual(shownFor([12]), ['12', 10]);
  assert.deepEqual(shownFor([2]), ['2', 9]);
  assert.deepEqual(shownFor([]), ['0', 9]);
  assert.equal(list('activation').disabled, true);
});

test('each choice is reported as what it stands for', () => {
  view.update(snapshotOf(lab, { ...NORMAL, network: { inputs: 2, hidden: [4, 3] } }));
  select(list('data'), 'and');
  select(list('data'), 'own');
  for (const layers of ['4', '0', '4+3']) select(list('hidden'), layers);
  select(list('activation'), 'tanh');
  select(list('loss-kind'), 'squared-error');
  select(list('bias'), 'off');
  select(list('bias'), 'on');
  select(list('speed'), 'Infinity');
  type(field('learning-rate'), '0.25');
  assert.deepEqual(told, [
    ['data', 'and'],
    ['data', null],
    ['hidden', [4]],
    ['hidden', []],
    ['hidden', [4, 3]],
    ['activation', 'tanh'],
    ['loss', 'squared-error'],
    ['bias', false],
    ['bias', true],
    ['speed', Infinity],
    ['learningRate', 0.25],
  ]);
});

test('a whole number is read as people write it, and refused at its field where it is none or too large', () => {
  view.update({ ...snapshotOf(lab, NORMAL), stepsToRun: 2000 });
  for (const text of ['3,000', '1\u202f500', '20 000']) type(field('steps-to-run'), text);
  assert.deepEqual(told, [
    ['stepsToRun', 3000],
    ['stepsToRun', 1500],
    ['stepsToRun', 20000],
  ]);
  const error = find(root, '#steps-to-run-error');
  for (const text of ['0', '2.5', '1,00', 'many', '1e3']) {
    type(field('steps-to-run'), text);
    assert.deepEqual([error.hidden, field('steps-to-run').getAttribute('aria-invalid')], [false, 'true'], text);
    assert.equal(field('steps-to-run').getAttribute('aria-describedby'), error.id);
  }
  type(field('steps-to-run'), '');
  assert.deepEqual([error.hidden, error.textContent, told.length, told.at(-1)], [true, '', 4, ['stepsToRun', null]]);
  type(field('seed'), '4294967296');
  assert.equal(find(root, '#seed-error').hidden, false);
  type(field('seed'), '');
  assert.deepEqual(told.length, 4, 'no seed is no wish');
});

test('Escape takes back what is being typed', () => {
  view.update({ ...snapshotOf(lab, NORMAL), stepsToRun: 2000 });
  const steps = field('steps-to-run');
  steps.focus();
  steps.value = '9';
  steps.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  assert.deepEqual([steps.value, told], ['2000', []]);
  steps.value = '9';
  steps.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  assert.deepEqual(told, [['stepsToRun', 9]]);
});

test('with another experiment goes what could not be taken, and its sentence', () => {
  view.update({ ...snapshotOf(lab, NORMAL), stepsToRun: 2000 });
  for (const name of ['steps-to-run', 'seed']) type(field(name), 'many');
  view.update({ ...snapshotOf(lab, NORMAL), stepsToRun: 2000, event: 'loaded' });
  assert.deepEqual([field('steps-to-run').value, find(root, '#steps-to-run-error').hidden], ['2000', true]);
  assert.deepEqual([field('seed').hasAttribute('aria-invalid'), find(root, '#seed-error').hidden, told], [false, true, []]);
});

test('what changed on the way is told, the last four of it, and can be had from the start or be forgotten', () => {
  /** @type {any[]} */
  const wishes = [];
  const schedule = createScheduleView({ messages: scheduleMessages, onChange: (training) => wishes.push(training) });
  root.replaceChildren(schedule.element);
  const said = () => find(root, '[role="status"]').textContent;
  const buttons = () => find(root, '.schedule-buttons');
  schedule.update(snapshotOf(lab, NORMAL));
  assert.deepEqual([said(), buttons().hidden], ['', true]);
  const changes = [100, 200, 300, 400, 500].map((from, at) => ({ from, learningRate: (at + 1) / 10 }));
  schedule.update(snapshotOf(lab, { ...NORMAL, training: { learningRate: 1, l2: 0.5, schedule: changes } }));
  assert.equal(said(), scheduleMessages.says(scheduleMessages.entries(/** @type {any} */ (changes.slice(1))), 1));
  assert.equal(buttons().hidden, false);
  find(root, '[data-action="schedule-from-start"]').click();
  find(root, '[data-action="schedule-forget"]').click();
  assert.deepEqual(wishes, [{ learningRate: 0.5, l1: 0, l2: 0.5, schedule: [] }, { schedule: [] }]);
});
