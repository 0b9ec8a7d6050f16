/** Keys that a page in a frame has no use for, on a document in Node. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchKeys } from '../../web/frame/keys.js';
import { freshRoot, usePage } from '../support/dom.js';

usePage();
globalThis.addEventListener = window.addEventListener.bind(window);

/** @type {string[]} */
const told = [];
watchKeys((key) => told.push(key));

/** What is told of a key pressed on an element. @param {Element} target @param {object} init */
function press(target, init) {
  told.length = 0;
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  return [...told];
}

test('a clicker is told of: PageUp, PageDown and Escape, wherever the focus is, and no other key', () => {
  const root = freshRoot();
  const button = root.appendChild(document.createElement('button'));
  const radio = root.appendChild(document.createElement('input'));
  radio.type = 'radio';
  for (const target of [document.body, button, radio])
    for (const key of ['PageUp', 'PageDown', 'Escape']) assert.deepEqual(press(target, { key }), [key]);
  for (const key of ['ArrowRight', ' ', 'Enter', 'b', 'F5', 'Home']) assert.deepEqual(press(button, { key }), []);
});

test('what the page itself has used is not told, nor a key with another held', () => {
  const root = freshRoot();
  root.addEventListener('keydown', (event) => event.preventDefault());
  assert.deepEqual(press(root, { key: 'PageDown' }), []);
  for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
    assert.deepEqual(press(document.body, { key: 'PageDown', [held]: true }), []);
});

test('what is pressed in a field is the field\u2019s', () => {
  const root = freshRoot();
  for (const tag of ['input', 'textarea', 'select']) {
    const field = root.appendChild(document.createElement(tag));
    for (const key of ['PageDown', 'Escape']) assert.deepEqual(press(field, { key }), [], tag);
  }
});
