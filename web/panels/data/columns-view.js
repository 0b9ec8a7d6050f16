/** What a table was read as, to be looked at and changed: whether its first line is names, what its decimal mark is, and what each column is for. */

import { formatExact } from '../../base/format.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../base/csv.js').ColumnTable} ColumnTable */
/** @typedef {import('../../base/csv.js').Column} Column */
/** @typedef {import('../../base/csv.js').TableProblem} TableProblem */
/** @typedef {import('../../base/tables/examples.js').Role} Role */
/** @typedef {import('../../base/tables/figures.js').DecimalMark} DecimalMark */
/** @typedef {import('../../messages/en/lab.js').LabMessages['dataPanel']} Texts */

/** A column of so many different numbers, and no fewer, may be one of classes: two are a column of 0 and 1 anyway. */
const LEAST_CLASSES = 3;
/** So many classes are named beside their column. */
const CLASSES_SHOWN = 4;

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {number} options.mostClasses
 * @param {(hasHeader: boolean) => void} options.onHeader
 * @param {(decimal: DecimalMark) => void} options.onDecimal
 * @param {(column: number, role: Role) => void} options.onRole
 */
export function createColumnsView({ texts, mostClasses, onHeader, onDecimal, onRole }) {
  const header = element('input', { type: 'checkbox', id: 'data-header' });
  header.addEventListener('change', () => onHeader(header.checked));
  const headerBox = element('span', { class: 'data-check' }, header, element('label', { for: header.id }, texts.firstLine));
  const decimal = element('fieldset', { class: 'data-decimal', id: 'data-decimal', hidden: true });
  const body = element('tbody');
  const table = element(
    'table',
    { class: 'columns-table', id: 'data-columns' },
    element('caption', {}, texts.columns),
    element(
      'thead',
      {},
      element('tr', {}, ...[texts.columnName, texts.columnRead, texts.columnRole].map((name) => element('th', { scope: 'col' }, name))),
    ),
    body,
  );
  const root = element('div', { class: 'data-columns', hidden: true }, headerBox, element('div', { class: 'columns-scroll' }, table));

  /** @param {Column} column @param {number} at @param {Role} role @param {readonly string[]} names those the features and targets got */
  const createRow = (column, at, role, names) => {
    const name = column.name === '' ? texts.unnamed(at + 1) : column.name;
    const id = `data-role-${at + 1}`;
    const offered = /** @type {Role[]} */ (['feature', 'target', ...(mayBeClasses(column, mostClasses) ? ['classes'] : []), 'out']);
    const list = element('select', { id, name: id, 'aria-label': texts.roleOf(name) });
    list.append(...offered.map((value) => element('option', { value }, texts.roles[value])));
    list.value = role;
    list.addEventListener('change', () => onRole(at, /** @type {Role} */ (list.value)));
    const read = column.countsRows ? texts.countsRows : describeColumn(column, texts);
    return element(
      'tr',
      {},
      element('th', { scope: 'row', title: name }, element('bdi', {}, name)),
      element('td', {}, names.length === 0 ? read : `${read} ${names.join(', ')}`.trim()),
      element('td', {}, list),
    );
  };

  return {
    element: element('div', {}, decimal, root),
    /** Nothing has been read. */
    hide() {
      root.hidden = true;
      decimal.hidden = true;
    },
    /**
     * @param {ColumnTable} read
     * @param {readonly Role[]} roles
     */
    show({ columns, hasHeader, separator }, roles) {
      root.hidden = false;
      header.checked = hasHeader;
      headerBox.hidden = separator === 'json';
      // The list that somebody has just used keeps the focus.
      const focused = document.activeElement?.id;
      body.replaceChildren(...columns.map((column, at) => createRow(column, at, roles[at], [])));
      if (focused !== undefined && focused.startsWith('data-role-')) document.getElementById(focused)?.focus();
    },
    /** The first line may be the reason why nothing could be read. @param {boolean} hasHeader what was taken for granted */
    showHeaderOnly(hasHeader) {
      root.hidden = false;
      header.checked = hasHeader;
      body.replaceChildren();
    },
    /**
     * Asks which of two readings is meant.
     * @param {TableProblem} problem
     * @param {DecimalMark | undefined} chosen
     */
    ask({ cell = '', readings = [0, 0] }, chosen) {
      const unsure = cell.includes(',') ? ',' : '.';
      const marks = /** @type {const} */ ([unsure, unsure === ',' ? '.' : ',']);
      const options = marks.map((mark, at) => {
        const radio = element('input', { type: 'radio', name: 'data-decimal', id: `data-decimal-${at}`, value: mark });
        radio.checked = mark === chosen;
        radio.addEventListener('change', () => onDecimal(mark));
        const label = element('label', { for: radio.id }, texts.reading(formatExact(readings[at]), mark === unsure));
        return element('span', { class: 'data-check' }, radio, label);
      });
      const legend = element('legend');
      setText(legend, texts.twoReadings(cell));
      decimal.replaceChildren(legend, ...options);
      decimal.hidden = false;
    },
  };
}

/** @param {Column} column @param {number} most */
function mayBeClasses({ kind, values }, most) {
  if (kind !== 'numbers') return false;
  const found = new Set(values);
  return found.size >= LEAST_CLASSES && found.size <= most;
}

/** @param {Column} column @param {Texts} texts */
function describeColumn({ kind, values, classes }, texts) {
  if (kind === 'numbers') {
    const least = values.reduce((before, value) => Math.min(before, value), Infinity);
    const most = values.reduce((before, value) => Math.max(before, value), -Infinity);
    return texts.range(formatExact(least), formatExact(most));
  }
  if (classes.length === 2) return texts.twoClasses(classes[0], classes[1]);
  return texts.classes(classes.length, classes.slice(0, CLASSES_SHOWN));
}
