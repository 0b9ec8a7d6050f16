/** The numbers behind a chart: a button that opens a table of some evenly spread steps, the last one included. */

import { formatDifference, formatFixed } from '../../base/format.js';
import { spread } from '../../drawing/chart-series.js';
import { element } from '../../ui/dom.js';

/** @typedef {import('../../drawing/chart-series.js').Line} Line */
/** @typedef {import('../../messages/en/page.js').Messages} Messages */

const ROWS = 21;

let tables = 0;

/**
 * @param {string} caption
 * @param {Messages} messages
 */
export function createDataTable(caption, messages) {
  tables += 1;
  const id = `data-table-${tables}`;
  const body = element('table', {});
  const box = element('div', { class: 'table-box', id, hidden: true, tabindex: '0', role: 'region', 'aria-label': caption }, body);
  const button = element(
    'button',
    { type: 'button', class: 'quiet-button', 'aria-expanded': 'false', 'aria-controls': id },
    messages.charts.table,
  );
  /** @type {Line[]} */
  let lines = [];
  /** @type {Line[]} */
  let kept = [];

  const fill = () => {
    const samples = spread(lines[0]?.points.length ?? 0, ROWS);
    const names = [messages.stepLabel, ...lines.map(({ label }) => label), ...kept.map(({ label }) => messages.charts.keptColumn(label))];
    const head = element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)));
    const rows = samples.map((at) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, messages.count(lines[0].points[at].x)),
        ...lines.map(({ points, kind }) => element('td', {}, cellText(points[at].y, kind))),
        ...kept.map((line) => element('td', {}, keptText(line, lines[0].points[at].x))),
      ),
    );
    body.replaceChildren(element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...rows));
  };

  button.addEventListener('click', () => {
    box.hidden = !box.hidden;
    button.setAttribute('aria-expanded', String(!box.hidden));
    if (!box.hidden) fill();
  });
  return {
    element: box,
    button,
    /**
     * @param {Line[]} next
     * @param {Line[]} beside those of the run kept to compare
     */
    update(next, beside) {
      lines = next;
      kept = beside;
      if (!box.hidden) fill();
    },
  };
}

/**
 * @param {number} value
 * @param {Line['kind']} kind
 */
function cellText(value, kind) {
  return kind === 'pair' ? formatDifference(value) : formatFixed(value, 6).replace('-', '\u2212');
}

/**
 * @param {Line} line of the kept run
 * @param {number} step
 * @returns {string} a dash where that run has no point at this step
 */
function keptText({ points, kind }, step) {
  const point = points.find(({ x }) => x === step);
  return point === undefined ? '\u2013' : cellText(point.y, kind);
}
