/** Undo and redo by button and by key, on a document in Node. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createUndoView } from '../../web/page/undo-view.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { MESSAGES } from '../support/views.js';

usePage();

/** @type {string[]} */
let done;
/** @type {HTMLElement} */
let root;
/** @type {AbortController} */
let page;
/** @type {ReturnType<typeof createUndoView>} */
let view;
beforeEach(() => {
  page?.abort();
  page = new AbortController();
  done = [];
  root = freshRoot();
  view = createUndoView(root, {
    messages: MESSAGES,
    signal: page.signal,
    onUndo: () => done.push('undo'),
    onRedo: () => done.push('redo'),
  });
});

/** What a key does, and whether the browser's own meaning of it is kept. @param {string} key @param {object} held @param {Element} [target] */
function press(key, held, target = document.body) {
  done.length = 0;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  target.dispatchEvent(event);
  return [...done, ...(event.defaultPrevented ? [] : ['left to the browser'])].join();
}

test('the keys that people expect, with Control or Command', () => {
  assert.equal(press('z', { ctrlKey: true }), 'undo');
  assert.equal(press('z', { metaKey: true }), 'undo');
  assert.equal(press('Z', { ctrlKey: true, shiftKey: true }), 'redo');
  assert.equal(press('y', { ctrlKey: true }), 'redo');
  assert.equal(press('Y', { metaKey: true }), 'redo');
});

test('other keys mean nothing here', () => {
  for (const [key, held] of /** @type {[string, object][]} */ ([
    ['z', {}],
    ['y', { shiftKey: true }],
    ['x', { ctrlKey: true }],
    ['z', { ctrlKey: true, altKey: true }],
  ]))
    assert.equal(press(key, held), 'left to the browser', key);
});

test('where something is typed the keys are the field’s, and a box or a slider is no such field', () => {
  for (const [tag, type, meaning] of [
    ['input', 'text', 'left to the browser'],
    ['textarea', '', 'left to the browser'],
    ['input', 'checkbox', 'undo'],
    ['input', 'range', 'undo'],
    ['button', 'button', 'undo'],
  ]) {
    const field = document.createElement(tag);
    if (type) field.setAttribute('type', type);
    root.append(field);
    assert.equal(press('z', { ctrlKey: true }, field), meaning, `${tag} ${type}`);
  }
});

test('buttons do the same, where there is a way', () => {
  const [undo, redo] = ['undo', 'redo'].map((action) => /** @type {HTMLButtonElement} */ (find(root, `[data-action="${action}"]`)));
  undo.click();
  redo.click();
  assert.deepEqual(done, ['undo', 'redo']);
  assert.deepEqual([undo.getAttribute('aria-keyshortcuts'), redo.title], ['Control+Z', `${MESSAGES.foot.redo} (Ctrl+Shift+Z)`]);
  view.update(/** @type {any} */ ({ canUndo: true, canRedo: false }));
  assert.deepEqual([undo.disabled, redo.disabled], [false, true]);
  view.update(/** @type {any} */ ({ canUndo: false, canRedo: true }));
  assert.deepEqual([undo.disabled, redo.disabled], [true, false]);
});

test('a page that was left for one in another language hears nothing any more', () => {
  page.abort();
  assert.equal(press('z', { ctrlKey: true }), 'left to the browser');
});
