/**
 * For any number of features: the incoming weights of the first layer, features down and neurons across. A table, so the numbers and
 * their signs are there to be read; the tint only helps the eye.
 */

import { tint } from '../drawing/response-picture.js';
import { neuronClass, neuronShape } from '../drawing/neuron-style.js';
import { networkLayers } from '../experiment/parameters.js';
import { element, setText, svgElement } from './dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/lab.js').LabMessages} Messages */

const MOST_COLUMNS = 16;

/** @param {{ messages: Messages }} options */
export function createHeatMap({ messages }) {
  const texts = messages.pictures;
  const table = element('table', { class: 'heat' });
  const scroll = element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': texts.heatTitle }, table);
  const summary = element('p', { class: 'summary' });
  const more = element('p', { class: 'note' });
  /** @type {{ cell: HTMLElement, index: number, feature: string, column: string }[]} */
  let cells = [];
  let shown = '';

  /** @param {Snapshot} snapshot */
  const build = ({ experiment: { network }, data }) => {
    const { units, inputs, weights, biases } = networkLayers(network)[0];
    const hasHidden = network.hidden.length > 0;
    const columns = Array.from({ length: Math.min(units, MOST_COLUMNS) }, (_, at) => at);
    const columnName = (/** @type {number} */ at) => (hasHidden ? texts.neuron(at + 1) : data.targets[at]);
    cells = [];
    /** @type {(name: string, indexOf: (unit: number) => number) => HTMLElement} */
    const row = (name, indexOf) => {
      const made = columns.map((at) => ({ cell: element('td', {}), index: indexOf(at), feature: name, column: columnName(at) }));
      cells.push(...made);
      return element('tr', {}, element('th', { scope: 'row' }, name), ...made.map(({ cell }) => cell));
    };
    const heads = columns.map((at) =>
      element(
        'th',
        { scope: 'col', class: hasHidden ? neuronClass(at + 1) : 'neuron-output' },
        ...(hasHidden ? [markOf(at + 1)] : []),
        columnName(at),
      ),
    );
    const rows = Array.from({ length: inputs }, (_, feature) => row(data.features[feature], (unit) => weights + unit * inputs + feature));
    if (biases >= 0) rows.push(row(texts.biasRow, (unit) => biases + unit));
    if (network.hidden.length === 1 && network.outputs === 1) {
      const output = networkLayers(network)[1];
      rows.push(row(texts.outgoingRow, (unit) => output.weights + unit));
    }
    table.replaceChildren(
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, texts.feature), ...heads)),
      element('tbody', {}, ...rows),
    );
    setText(more, units > MOST_COLUMNS ? texts.shownOf(MOST_COLUMNS, units) : '');
    more.hidden = units <= MOST_COLUMNS;
  };

  return {
    element: element(
      'div',
      { class: 'heat-view' },
      element('h3', {}, texts.heatTitle),
      element('p', { class: 'note' }, texts.heatKey),
      scroll,
      more,
      summary,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const { experiment, data, values, event } = snapshot;
      const key = JSON.stringify([experiment.network, data.features, data.targets]);
      if (key !== shown) build(snapshot);
      shown = key;
      const largest = cells.reduce((most, { index }) => Math.max(most, Math.abs(values[index])), 0);
      for (const { cell, index } of cells) {
        const value = values[index];
        setText(cell, texts.signed(value));
        cell.className = value > 0 ? 'plus' : value < 0 ? 'minus' : '';
        cell.style.setProperty('--tint', `${(100 * tint(value, largest)).toFixed(1)}%`);
      }
      if (event === null) return;
      const strongest = values[(cells.find(({ index }) => Math.abs(values[index]) === largest) ?? cells[0]).index];
      setText(
        summary,
        texts.heatSummary(
          cells.filter(({ index }) => values[index] === strongest),
          strongest,
        ),
      );
    },
  };
}

/** @param {number} unit */
function markOf(unit) {
  return svgElement(
    'svg',
    { class: 'picture-mark', viewBox: '-1.3 -1.3 2.6 2.6', 'aria-hidden': 'true' },
    svgElement('path', { class: 'mark', d: neuronShape(unit) }),
  );
}
