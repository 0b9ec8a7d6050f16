/** "Make a task of this" on a document in Node: what was ticked, written and chosen is the task of the link; what cannot be met gets its sentence and no link. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { LANGUAGES } from '../../web/messages/languages.js';
import { createTaskMaker } from '../../web/panels/keep/task-maker.js';
import { hashOf } from '../../web/tasks/conditions.js';
import { readTaskLink } from '../../web/tasks/task-link.js';
import { freshRoot, usePage } from '../support/dom.js';
import { openSession } from '../support/session.js';
import { PAGE } from './students.js';

usePage();

/** @type {any} */
let lab;
/** @type {HTMLElement} */
let root;
/** @type {import('../../web/session/snapshot.js').Snapshot} */
let snapshot;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());
beforeEach(async () => {
  const { session, last } = openSession(lab);
  session.newStart(7);
  session.step();
  snapshot = last();
  root = freshRoot();
  const language = LANGUAGES.en;
  const page = /** @type {any} */ ({ ...(await language.page()), ...(await language.lab()) });
  createTaskMaker(root, { messages: await page.taskMaker(), page, lab, address: PAGE, first: snapshot });
});

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (root.querySelector(`#${id}`));
/** @param {string} id @param {string} value */
function write(id, value) {
  field(id).value = value;
  field(id).dispatchEvent(new Event('input', { bubbles: true }));
}
/** @param {string} id @param {boolean} isTicked */
function tick(id, isTicked = true) {
  field(id).checked = isTicked;
  field(id).dispatchEvent(new Event('input', { bubbles: true }));
}
const made = () => readTaskLink(field('maker-link').value);

test('begins with what the run is now, and takes what is written and ticked', () => {
  const first = made();
  assert.deepEqual(
    [first.title, first.allow, first.steps, first.seed, first.conditions],
    ['', [], 1, undefined, [{ what: 'kind', layer: 1, units: [1, 2], is: 'apart', at: 'end' }]],
  );
  assert.deepEqual(first.experiment, snapshot.experiment);
  write('maker-title', 'Ours');
  write('maker-text', 'Find it.');
  write('maker-steps', '500');
  for (const id of ['maker-allow-w6', 'maker-allow-l2', 'maker-student', 'maker-right', 'maker-below']) tick(id);
  tick('maker-kind', false);
  write('maker-right-count', '3');
  write('maker-bound', '0,4');
  const { title, text, allow, steps, seed, conditions } = made();
  assert.deepEqual(
    { title, text, allow, steps, seed, conditions },
    {
      title: 'Ours',
      text: 'Find it.',
      allow: ['w6', 'l2'],
      steps: 500,
      seed: 'student',
      conditions: [
        { what: 'right', atLeast: 3 },
        { what: 'loss', below: 0.4, at: 'end' },
      ],
    },
  );
  const link = root.querySelector('[data-action="try-task"]')?.getAttribute('href') ?? '';
  assert.deepEqual(readTaskLink(link), made());
});

test('knows the run that stands there by a salted hash, at its step', () => {
  tick('maker-kind', false);
  tick('maker-run');
  const [condition] = made().conditions;
  assert.ok(condition.what === 'fingerprint' && condition.salt.length >= 8);
  assert.deepEqual(condition.sha256, [hashOf(condition.salt, snapshot.fingerprint)]);
  assert.equal(made().steps, snapshot.step);
});

test('gives a sentence and no link where the task cannot be met or asks for nothing', () => {
  const alert = () => root.querySelector('[role="alert"]')?.textContent ?? '';
  tick('maker-right');
  write('maker-right-count', '5');
  assert.match(alert(), /task\.conditions\[1\]\.atLeast: must be a whole number from 1 to 4; got 5/);
  assert.equal(field('maker-link').closest('.keep-row')?.hasAttribute('hidden'), true);
  write('maker-right-count', 'four');
  assert.match(alert(), /atLeast: must be a whole number/);
  tick('maker-right', false);
  tick('maker-kind', false);
  assert.match(alert(), /task\.conditions: must be a list of 1 to 20 conditions/);
  tick('maker-below');
  assert.equal(alert(), '');
  const names = snapshot.names.map((name) => `maker-allow-${name}`);
  for (const id of ['maker-student', ...names.slice(1)]) tick(id);
  assert.equal(alert(), '');
  tick(names[0]);
  assert.match(alert(), /task\.seed: every parameter that depends on the seed may be changed/);
});
