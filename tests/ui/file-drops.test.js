/** Files that are dropped onto the page. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { acceptDrops, refuseStrayDrops } from '../../web/ui/file-drops.js';
import { freshRoot, usePage } from '../support/dom.js';

usePage();

/** @type {HTMLElement} */
let root;
beforeEach(() => {
  root = freshRoot();
});

/** @param {string} name @param {string[] | null} types null: an event without a dragged thing, as scripts make them */
function drag(name, types, target = root) {
  const event = new Event(name, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: types === null ? undefined : { types, files: types.includes('Files') ? ['a.csv', 'b.csv'] : [] } });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test('a zone takes files, and is marked while one is above it', () => {
  /** @type {unknown[]} */
  const dropped = [];
  acceptDrops(root, (files) => dropped.push(...files));
  assert.equal(drag('dragover', ['Files']), true);
  assert.equal(root.classList.contains('drop-here'), true);
  drag('dragleave', ['Files']);
  assert.equal(root.classList.contains('drop-here'), false);
  drag('dragover', ['Files']);
  assert.equal(drag('drop', ['Files']), true);
  assert.deepEqual([dropped, root.classList.contains('drop-here')], [['a.csv', 'b.csv'], false]);
});

test('a dragged text, and an event that drags nothing, are left to the page', (t) => {
  // What a listener throws reaches no dispatcher: the document writes it to its console.
  const thrown = t.mock.method(/** @type {any} */ (window).console, 'error', () => {});
  acceptDrops(root, () => assert.fail('nothing was dropped'));
  for (const types of [['text/plain'], null]) {
    assert.deepEqual([drag('dragover', types), drag('drop', types)], [false, false]);
    assert.equal(root.classList.contains('drop-here'), false);
  }
  assert.equal(thrown.mock.callCount(), 0);
});

test('a file that nothing takes is refused, so that it is not opened in place of the page', () => {
  let strays = 0;
  const leaving = new AbortController();
  refuseStrayDrops(leaving.signal, () => (strays += 1));
  assert.deepEqual([drag('dragover', ['Files']), drag('drop', ['Files']), strays], [true, true, 1]);
  assert.deepEqual([drag('dragover', ['text/plain']), drag('drop', ['text/plain']), strays], [false, false, 1]);
  acceptDrops(root, () => {});
  assert.deepEqual([drag('drop', ['Files']), strays], [true, 1]);
  leaving.abort();
  assert.deepEqual([drag('drop', ['Files'], document.body), strays], [false, 1]);
});
