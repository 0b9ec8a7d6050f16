/** A table of kinds of runs, on a document in Node: its bars are as long as there are runs, and each opens one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBarTable } from '../../../web/panels/seeds/bar-table.js';
import { attributesOf, find, freshRoot, textsOf, usePage } from '../../support/dom.js';

usePage();

test('each row is named, has a bar of its share of the longest, and opens its first run', () => {
  const root = freshRoot();
  /** @type {number[]} */
  const opened = [];
  root.append(
    createBarTable({
      caption: 'What came of 203 starts',
      columns: ['kind', 'runs'],
      rows: [
        { head: ['apart'], label: 'open a run that parted', seeds: [7, ...Array.from({ length: 199 }, (_, at) => 10 + at)] },
        { head: ['tied', ' for good'], label: 'open a tied one', seeds: [3, 4, 5] },
        { head: ['none'], label: 'open none', seeds: [] },
        { head: ['one'], label: 'open the one', seeds: [9] },
      ],
      count: (amount) => `${amount} runs`,
      onOpen: (seed) => opened.push(seed),
    }),
  );
  assert.equal(find(root, 'caption').textContent, 'What came of 203 starts');
  assert.deepEqual(
    [...root.querySelectorAll('th')].map((cell) => [cell.textContent, cell.getAttribute('scope')]),
    [
      ['kind', 'col'],
      ['runs', 'col'],
      ['apart', 'row'],
      ['tied for good', 'row'],
      ['none', 'row'],
      ['one', 'row'],
    ],
  );
  assert.deepEqual(textsOf(root, 'td'), ['200 runs', '3 runs', '0 runs', '1 runs']);
  const buttons = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('td button')]);
  assert.deepEqual(
    buttons.map((button) => [button.type, attributesOf(button)['aria-label']]),
    [
      ['button', 'open a run that parted'],
      ['button', 'open a tied one'],
      ['button', 'open the one'],
    ],
  );
  const fills = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.seeds-fill')]);
  assert.deepEqual(
    fills.map(({ style }) => style.getPropertyValue('inline-size')),
    ['100%', '1.5%', '1%'],
  );
  assert.ok(fills.every((fill) => fill.getAttribute('aria-hidden') === 'true'));
  for (const button of buttons) button.click();
  assert.deepEqual(opened, [7, 3, 9]);
});
