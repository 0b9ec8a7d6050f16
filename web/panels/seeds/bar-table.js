/** A table of kinds of runs: one row a kind, its bar a button that opens one of its runs. */

import { element } from '../../ui/dom.js';

/** @typedef {{ head: readonly (Node | string)[], label: string, seeds: readonly number[] }} BarRow label: what the button says to those who do not see the bar */

/**
 * @param {object} options
 * @param {string} options.caption
 * @param {readonly [string, string]} options.columns
 * @param {readonly BarRow[]} options.rows
 * @param {(amount: number) => string} options.count
 * @param {(seed: number) => void} options.onOpen
 */
export function createBarTable({ caption, columns, rows, count, onOpen }) {
  const most = Math.max(...rows.map(({ seeds }) => seeds.length));

  /** @param {BarRow} row */
  const bar = ({ label, seeds }) => {
    const fill = element('span', { class: 'seeds-fill', 'aria-hidden': 'true' });
    fill.style.setProperty('inline-size', `${Math.max(1, (100 * seeds.length) / most)}%`);
    const button = element('button', { type: 'button', class: 'seeds-bar', 'aria-label': label }, fill, count(seeds.length));
    button.addEventListener('click', () => onOpen(seeds[0]));
    return button;
  };

  return element(
    'table',
    { class: 'seeds-bars' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns.map((text) => element('th', { scope: 'col' }, text)))),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element('tr', {}, element('th', { scope: 'row' }, ...row.head), element('td', {}, row.seeds.length === 0 ? count(0) : bar(row))),
      ),
    ),
  );
}
