/** The button that unfolds a picture's table: what it writes, when, and that whoever asked for it sees it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTableFold } from '../../web/ui/table-fold.js';
import { freshRoot, textsOf, usePage } from '../support/dom.js';

usePage();

test('a table is written when it is asked for and comes into view, is kept up to date while it is open, and is left alone when it is closed', () => {
  const root = freshRoot();
  let loss = '0.6931';
  let reads = 0;
  const fold = createTableFold({
    label: 'Table',
    read() {
      reads += 1;
      return { caption: `At step ${reads}`, head: ['name', 'value'], rows: [['J', loss]] };
    },
  });
  root.append(fold.button, fold.element);
  /** @type {unknown[]} */
  const shown = [];
  fold.element.scrollIntoView = (how) => shown.push([how, fold.element.hidden, textsOf(root, 'td')]);
  const state = () => [
    fold.element.hidden,
    fold.button.getAttribute('aria-expanded'),
    fold.element.getAttribute('aria-label'),
    textsOf(root, 'th, td'),
  ];

  fold.refresh();
  assert.deepEqual([reads, state()], [0, [true, 'false', 'Table', []]]);
  assert.equal(fold.button.getAttribute('aria-controls'), fold.element.id);

  fold.button.click();
  assert.deepEqual(state(), [false, 'true', 'At step 1', ['name', 'value', 'J', '0.6931']]);
  assert.deepEqual(shown, [[{ block: 'nearest' }, false, ['0.6931']]], 'it is whole when it comes into view');

  loss = '0.4843';
  fold.refresh();
  assert.deepEqual(state(), [false, 'true', 'At step 2', ['name', 'value', 'J', '0.4843']]);

  fold.button.click();
  fold.refresh();
  assert.deepEqual([reads, state().slice(0, 2)], [2, [true, 'false']]);
  assert.equal(shown.length, 1, 'what is closed or refreshed moves nothing');
});
