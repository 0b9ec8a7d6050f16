/**
 * The examples in a small table. Whoever changes a number there makes them their own. Long lists are shown in part and are not edited
 * here.
 */

import { formatParameter } from '../base/format.js';
import { element, setText } from '../ui/dom.js';
import { createNumberField } from '../ui/number-field.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */
/** @typedef {{ x: number[][], y: number[][] }} Examples */

const MOST_EDITED = 12;
const MOST_SHOWN = 8;

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, onEdit: (examples: Examples) => void }} options onEdit may throw what is then shown at the field
 */
export function createExamplesView(root, { messages, onEdit }) {
  const note = element('p', { class: 'note' });
  const table = element('table', { class: 'examples' });
  const add = element('button', { type: 'button', class: 'quiet-button' }, messages.addExample);
  const summary = element('summary', {}, messages.examples);
  root.append(element('details', {}, summary, note, element('div', { class: 'table-scroll' }, table), add));
  /** @type {Examples} */
  let examples = { x: [], y: [] };
  let shown = '';

  add.addEventListener('click', () => {
    const { x, y } = examples;
    onEdit({ x: [...x, x[x.length - 1]], y: [...y, y[y.length - 1]] });
  });

  /** @param {Snapshot} snapshot */
  const draw = (snapshot) => {
    const { features, targets } = snapshot.data;
    const canEdit = examples.x.length <= MOST_EDITED;
    const columns = [...features, ...targets];
    const rows = examples.x.slice(0, canEdit ? MOST_EDITED : MOST_SHOWN).map((_, row) => {
      const cells = columns.map((column, at) =>
        element('td', {}, ...(canEdit ? editableCell(row, at, column) : [formatParameter(valueAt(examples, row, at))])),
      );
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, String(row + 1)),
        ...cells,
        canEdit ? element('td', {}, removeButton(row)) : null,
      );
    });
    const corner = element('th', { scope: 'col' }, '#');
    const head = element(
      'tr',
      {},
      corner,
      ...columns.map((name) => element('th', { scope: 'col' }, name)),
      canEdit ? element('td', {}) : null,
    );
    table.replaceChildren(element('thead', {}, head), element('tbody', {}, ...rows));
    setText(note, canEdit ? messages.examplesEditable : messages.examplesCount(examples.x.length));
    setText(summary, `${messages.examples} (${messages.count(examples.x.length)})`);
    add.hidden = !canEdit || examples.x.length === MOST_EDITED;
  };

  /** @type {(row: number, at: number, column: string) => Node[]} */
  const editableCell = (row, at, column) => {
    const field = createNumberField({
      name: `example-${row + 1}-${column}`,
      label: messages.exampleCell(row + 1, column),
      notANumber: messages.errors.notANumber,
      format: formatParameter,
      onCommit: (value) => editCell(row, at, value),
    });
    field.set(valueAt(examples, row, at));
    return [field.input, field.error];
  };

  /** @param {number} row */
  const removeButton = (row) => {
    const button = element(
      'button',
      { type: 'button', class: 'quiet-button', 'aria-label': messages.removeExample(row + 1) },
      messages.remove,
    );
    button.disabled = examples.x.length === 1;
    button.addEventListener('click', () =>
      onEdit({ x: examples.x.filter((_, at) => at !== row), y: examples.y.filter((_, at) => at !== row) }),
    );
    return button;
  };

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const { x, y, features, targets } = snapshot.data;
      const key = keyOf(snapshot.data);
      if (key === shown) return;
      // An edit from this table leaves its fields as they are, so that the focus stays where it was.
      const isOwnEdit = key === keyOf({ features, targets, ...examples });
      shown = key;
      examples = { x, y };
      if (!isOwnEdit) draw(snapshot);
    },
    /** Opens the table, for somebody who asked for examples of their own. */
    open() {
      const details = root.querySelector('details');
      if (details) details.open = true;
    },
  };

  /**
   * @param {number} row
   * @param {number} at columns of x, then those of y
   * @param {number} value
   */
  function editCell(row, at, value) {
    const before = examples;
    const inputs = before.x[row].length;
    /** @type {(rows: number[][], first: number) => number[][]} */
    const replaced = (rows, first) =>
      rows.map((cells, which) => (which === row ? cells.map((cell, column) => (first + column === at ? value : cell)) : cells));
    examples = { x: replaced(before.x, 0), y: replaced(before.y, inputs) };
    try {
      onEdit(examples);
    } catch (error) {
      examples = before;
      throw error;
    }
  }
}

/** What the table shows, as a text. @param {Pick<Snapshot['data'], 'x' | 'y' | 'features' | 'targets'>} data */
function keyOf({ x, y, features, targets }) {
  return JSON.stringify([features, targets, x.length, x.slice(0, MOST_EDITED), y.slice(0, MOST_EDITED)]);
}

/**
 * @param {Examples} examples
 * @param {number} row
 * @param {number} at columns of x, then those of y
 */
function valueAt({ x, y }, row, at) {
  return at < x[row].length ? x[row][at] : y[row][at - x[row].length];
}
