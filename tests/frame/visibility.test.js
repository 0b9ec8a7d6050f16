/** Whether somebody can see the page, on a document in Node: told once when it goes out of sight, and not when it comes back or as things begin. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchSight } from '../../web/frame/visibility.js';
import { usePage } from '../support/dom.js';

usePage();

/** @type {(entries: { isIntersecting: boolean }[]) => void} */
let scroll = () => {};
globalThis.IntersectionObserver = /** @type {any} */ (
  class {
    /** @param {typeof scroll} tell */
    constructor(tell) {
      scroll = tell;
    }
    observe() {}
  }
);

/** @param {boolean} hidden */
function turnTab(hidden) {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a tab behind another is out of sight', () => {
  let unseen = 0;
  const { isSeen } = watchSight({ inFrame: false, onUnseen: () => (unseen += 1) });
  assert.deepEqual([isSeen(), unseen], [true, 0]);
  turnTab(true);
  assert.deepEqual([isSeen(), unseen], [false, 1]);
  turnTab(false);
  assert.deepEqual([isSeen(), unseen], [true, 1]);
});

test('so is a frame that is scrolled away; where it stands at the beginning is no change', () => {
  let unseen = 0;
  const { isSeen } = watchSight({ inFrame: true, onUnseen: () => (unseen += 1) });
  scroll([{ isIntersecting: false }]);
  assert.deepEqual([isSeen(), unseen], [false, 0]);
  scroll([{ isIntersecting: false }, { isIntersecting: true }]);
  assert.deepEqual([isSeen(), unseen], [true, 0]);
  scroll([{ isIntersecting: false }]);
  assert.deepEqual([isSeen(), unseen], [false, 1]);
});
