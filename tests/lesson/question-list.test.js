/** The list of all questions: how it opens and is put away, and what it says of each. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createQuestionList } from '../../web/lesson/story/question-list.js';
import { storyMessages } from '../../web/messages/en/story.js';
import { find, freshRoot, textsOf, usePage } from '../support/dom.js';

usePage();

/** @type {HTMLElement} */
let root;
/** @type {unknown[]} */
let opened;
/** @type {ReturnType<typeof createQuestionList>} */
let list;
beforeEach(() => {
  root = freshRoot();
  opened = [];
  list = createQuestionList({
    messages: storyMessages,
    entries: [
      { id: 'twins', title: 'First?' },
      { id: 'ties', title: 'Second?' },
    ],
    on: { open: (id) => opened.push(id), clear: () => opened.push('clear') },
  });
  root.append(...Object.values(list).filter((part) => part instanceof HTMLElement));
});
const panel = () => find(root, '#story-questions');
const button = () => find(root, '[data-action="questions"]');
/** Presses the button, and waits for the styles that the list needs. */
const press = async () => {
  button().click();
  await new Promise((resolve) => setTimeout(resolve));
};
const state = () => [panel().hidden, button().getAttribute('aria-expanded')];

test('the button unfolds it and folds it', async () => {
  assert.deepEqual(state(), [true, 'false']);
  await press();
  assert.deepEqual(state(), [false, 'true']);
  await press();
  assert.deepEqual(state(), [true, 'false']);
});

test('Escape puts it away and gives the focus back, other keys do not', async () => {
  await press();
  panel().dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  assert.deepEqual(state(), [false, 'true']);
  panel().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  assert.deepEqual(state(), [true, 'false']);
  assert.equal(document.activeElement, button());
});

test('a touch elsewhere puts it away, one in it does not', async () => {
  await press();
  panel().dispatchEvent(new Event('pointerdown', { bubbles: true }));
  assert.deepEqual(state(), [false, 'true']);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  assert.deepEqual(state(), [true, 'false']);
});

test('an entry opens its question and puts the list away', async () => {
  await press();
  assert.deepEqual(
    textsOf(root, '.story-entry').map((text) => text?.trim()),
    ['1First?', '2Second?'],
  );
  find(root, '[data-chapter="ties"]').click();
  assert.deepEqual([opened, ...state()], [['ties'], true, 'false']);
});

test('what was gone through has its mark, and what is forgotten loses it', () => {
  const update = (/** @type {string[]} */ done, /** @type {boolean} */ hasProgress) =>
    list.update(/** @type {any} */ ({ chapter: { id: 'ties' }, done, hasProgress }));
  update(['twins'], true);
  const [first, second] = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.story-entry')]);
  assert.deepEqual([first.dataset.step, second.dataset.step], ['done', undefined]);
  assert.deepEqual(textsOf(root, '.story-done'), [`\u2713 ${storyMessages.done}`, '']);
  assert.deepEqual(
    [first, second].map((each) => each.getAttribute('aria-current')),
    ['false', 'page'],
  );
  const clear = /** @type {HTMLButtonElement} */ (find(root, '[data-action="clear-progress"]'));
  assert.deepEqual([clear.disabled, find(root, '[role="status"]').textContent], [false, storyMessages.kept]);
  clear.click();
  assert.deepEqual([opened, find(root, '[role="status"]').textContent], [['clear'], storyMessages.cleared]);
  update([], false);
  assert.deepEqual(
    [first.dataset.step, clear.disabled, find(root, '[role="status"]').textContent],
    [undefined, true, storyMessages.cleared],
  );
});
