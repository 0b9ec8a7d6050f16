/** The numbers behind a chart: its rows, signs and dashes, on a document in Node. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createDataTable } from '../../../web/page/charts/chart-table.js';
import { find, freshRoot, textsOf, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** @typedef {import('../../../web/drawing/chart-series.js').Line} Line */

/** A line with a point every ten steps. @param {string} label @param {Line['kind']} kind @param {(x: number) => number} value @param {number} [points] */
const lineOf = (label, kind, value, points = 101) =>
  /** @type {Line} */ (
    /** @type {unknown} */ ({ label, kind, points: Array.from({ length: points }, (_, at) => ({ x: at * 10, y: value(at * 10) })) })
  );

/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createDataTable>} */
let table;
beforeEach(() => {
  root = freshRoot();
  table = createDataTable('Weights', MESSAGES);
  root.append(table.button, table.element);
});
const rows = () => [...root.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'th, td'));

test('it is made when it is opened, and again when it is shown something else', () => {
  table.update([lineOf('w1', 'incoming', (x) => x)], []);
  assert.deepEqual([table.element.hidden, rows()], [true, []]);
  table.button.click();
  assert.deepEqual([table.element.hidden, table.button.getAttribute('aria-expanded'), rows().length], [false, 'true', 21]);
  assert.deepEqual(textsOf(root, 'caption'), ['Weights']);
  table.update([lineOf('w1', 'incoming', (x) => x, 3)], []);
  assert.deepEqual(rows(), [
    ['0', '0.000000'],
    ['10', '10.000000'],
    ['20', '20.000000'],
  ]);
  table.button.click();
  assert.deepEqual([table.element.hidden, table.button.getAttribute('aria-expanded')], [true, 'false']);
});

test('a number below 0 has a minus, a distance has few digits, and steps are set apart by thousands', () => {
  table.button.click();
  table.update([lineOf('w1', 'incoming', (x) => -x / 1e4, 2001), lineOf('1 and 2', 'pair', () => 1.234e-5, 2001)], []);
  assert.deepEqual(textsOf(find(root, 'thead'), 'th'), [MESSAGES.stepLabel, 'w1', '1 and 2']);
  const all = rows();
  assert.deepEqual([all.length, all[0], all[20]], [21, ['0', '0.000000', '1.2e\u22125'], ['20,000', '\u22122.000000', '1.2e\u22125']]);
});

test('a run that is kept beside has a dash where it has no point', () => {
  table.button.click();
  table.update([lineOf('w1', 'incoming', (x) => x, 3)], [lineOf('w1', 'incoming', (x) => -x, 2)]);
  assert.deepEqual(textsOf(find(root, 'thead'), 'th'), [MESSAGES.stepLabel, 'w1', MESSAGES.charts.keptColumn('w1')]);
  assert.deepEqual(
    rows().map(([, , kept]) => kept),
    ['0.000000', '\u221210.000000', '\u2013'],
  );
});
