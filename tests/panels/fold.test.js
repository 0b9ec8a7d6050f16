/** Panels that are loaded when they are unfolded, on a document in Node. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createPanels } from '../../web/panels/fold.js';
import { find, freshRoot, usePage } from '../support/dom.js';

usePage();

const TEXTS = { loading: 'Loading', loadFailed: 'Failed' };
/** @type {any[]} */
let shown;
let loads = 0;
/** @type {unknown} */
let failure;
/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createPanels>} */
let panels;
beforeEach(() => {
  [shown, loads, failure] = [[], 0, null];
  root = freshRoot();
  const load = (/** @type {string} */ id) => async () => {
    loads += 1;
    if (failure !== null) throw failure;
    return (/** @type {HTMLElement} */ body) => {
      body.append(`this is ${id}`);
      return { update: (/** @type {any} */ snapshot) => shown.push([id, snapshot.experiment, snapshot.event]) };
    };
  };
  panels = createPanels(root, {
    panels: ['one', 'two'].map((id) => ({ id, title: `What is ${id}?`, load: load(id) })),
    messages: TEXTS,
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
const details = (/** @type {string} */ id) => /** @type {HTMLDetailsElement} */ (find(root, `#panel-${id}`));
const status = (/** @type {string} */ id) => /** @type {HTMLElement} */ (find(details(id), '[role="status"]'));
const snapshot = (/** @type {string} */ experiment, /** @type {string | null} */ event = null) =>
  /** @type {any} */ ({ experiment, event });
/** @param {string} id */
async function unfold(id) {
  details(id).open = true;
  await settled();
}
const update = (/** @type {any} */ next) => panels.views.forEach((view) => view.update(next));

test('nothing is loaded before it is asked for, and then once', async () => {
  await settled();
  assert.equal(loads, 0);
  assert.deepEqual(panels.unfolded(), []);
  await unfold('one');
  assert.deepEqual([loads, panels.unfolded(), status('one').hidden], [1, ['one'], true]);
  assert.equal(find(details('one'), '.panel-body').textContent, 'this is one');
  details('one').open = false;
  await unfold('one');
  assert.equal(loads, 1);
  assert.equal(find(details('one'), '.panel-body').textContent, 'this is one');
});

test('while it comes, that is said', () => {
  details('two').open = true;
  assert.deepEqual([status('two').textContent, status('two').hidden], ['Loading', false]);
});

test('what does not come is told, and unfolding it once more is another try', async () => {
  failure = new TypeError('Failed to fetch');
  await unfold('one');
  assert.deepEqual([loads, status('one').textContent, status('one').hidden], [1, 'Failed', false]);
  failure = null;
  details('one').open = false;
  await unfold('one');
  assert.deepEqual([loads, status('one').hidden], [2, true]);
});

test('unfolding is an event: the panel is shown all at once, also in the middle of training', async () => {
  update(snapshot('a', null));
  await unfold('one');
  assert.deepEqual(shown, [['one', 'a', 'changed']]);
  shown.length = 0;
  update(snapshot('a', 'paused'));
  await unfold('two');
  assert.deepEqual(shown, [
    ['one', 'a', 'paused'],
    ['two', 'a', 'paused'],
  ]);
});

test('a folded panel is told of another experiment, and of nothing else', async () => {
  update(snapshot('a'));
  await unfold('one');
  details('one').open = false;
  shown.length = 0;
  update(snapshot('a'));
  assert.deepEqual(shown, []);
  update(snapshot('b'));
  assert.deepEqual(shown, [['one', 'b', null]]);
});

test('a panel can be opened by its name; there is no other', async () => {
  details('two').scrollIntoView = () => shown.push('scrolled');
  await panels.open('two');
  assert.deepEqual([panels.unfolded(), shown], [['two'], ['scrolled']]);
  await assert.rejects(panels.open('three'), /there is no panel "three"/);
});

test('one that comes when its page has gone is shown nothing: the run may be of another network by then', async () => {
  update(snapshot('first'));
  details('one').open = true;
  root.remove();
  await settled();
  assert.equal(loads, 1);
  assert.deepEqual(shown, []);
});
