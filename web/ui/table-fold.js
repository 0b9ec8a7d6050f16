/** A button that unfolds a table of what a picture shows; it is written only while it is open. */

import { element } from './dom.js';

/** @typedef {{ caption: string, head: readonly string[], rows: readonly (readonly string[])[] }} TableText the first cell of a row names it */

let tables = 0;

/**
 * @param {{ label: string, read: () => TableText }} options `label`: of the button
 * @returns {{ button: HTMLButtonElement, element: HTMLElement, refresh: () => void }}
 */
export function createTableFold({ label, read }) {
  tables += 1;
  const id = `table-fold-${tables}`;
  const table = element('table', {});
  const box = element('div', { class: 'table-box', id, hidden: true, tabindex: '0', role: 'region', 'aria-label': label }, table);
  const button = element('button', { type: 'button', class: 'quiet-button', 'aria-expanded': 'false', 'aria-controls': id }, label);
  const refresh = () => {
    if (box.hidden) return;
    const { caption, head, rows } = read();
    const lines = rows.map(([name, ...cells]) =>
      element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))),
    );
    table.replaceChildren(
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...lines),
    );
    box.setAttribute('aria-label', caption);
  };
  button.addEventListener('click', () => {
    box.hidden = !box.hidden;
    button.setAttribute('aria-expanded', String(!box.hidden));
    refresh();
    if (!box.hidden) box.scrollIntoView({ block: 'nearest' });
  });
  return { button, element: box, refresh };
}
