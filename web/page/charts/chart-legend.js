/** The legend of a chart: what each color, dash and marker stands for, by name. */

import { layerDash } from '../../drawing/layer-dash.js';
import { NEURON_STYLES, neuronClass, neuronShape } from '../../drawing/neuron-style.js';
import { element, svgElement } from '../../ui/dom.js';

/** @typedef {import('../../drawing/chart-series.js').Line} Line */
/** @typedef {import('../../messages/en/page.js').Messages} Messages */

/** The dash of the second color where two neurons share a line. */
export const BRAID = [9, 9];
/** With more lines or neurons than this a legend names neurons instead of weights, or leaves the names to the ends of the lines. */
export const MOST_LISTED = 3;
/** Past so many neurons their colors repeat, and so would the legend. */
const MOST_ITEMS = NEURON_STYLES + 1;

/**
 * @param {Line[]} lines
 * @param {string} note
 * @param {Messages} messages
 * @returns {(Node | string)[]}
 */
export function drawLegend(lines, note, messages) {
  /** @type {Map<string, { line: Line, labels: string[] }>} */
  const groups = new Map();
  for (const line of lines) {
    const key = line.braid !== null ? line.label : `${line.number ?? line.unit}`;
    const group = groups.get(key) ?? { line, labels: [] };
    group.labels.push(line.label);
    groups.set(key, group);
  }
  if (lines.length === 1 && lines[0].kind === 'loss') return [];
  if (lines.length > MOST_LISTED && lines[0].kind === 'pair') return note === '' ? [] : [note];
  const isLong = groups.size > MOST_LISTED && lines.every(({ braid }) => braid === null);
  const items = [...groups.values()].slice(0, MOST_ITEMS).map(({ line, labels }) => {
    const name = !isLong ? labels.join(' ') : line.unit === null ? messages.charts.outputLegend : String(line.number ?? line.unit);
    return element('span', { class: 'legend-item', title: labels.join(' ') }, swatch(line), name);
  });
  if (isLong) items.unshift(element('span', { class: 'legend-item' }, messages.charts.legendOfNeurons));
  return note === '' ? items : [...items, element('span', { class: 'legend-item' }, note)];
}

/**
 * @param {Line} line
 * @returns {SVGElement}
 */
function swatch({ unit, layer, braid }) {
  const style = unit === null ? 'neuron-output' : neuronClass(unit);
  const dash = unit === null || braid !== null ? [] : layerDash(unit, layer);
  const line = svgElement('line', {
    class: `swatch-line ${style}`,
    x1: 1,
    x2: 37,
    y1: 7,
    y2: 7,
    'stroke-dasharray': dash.join(' ') || null,
  });
  const second =
    braid === null
      ? null
      : svgElement('line', {
          class: `swatch-line ${neuronClass(braid)}`,
          x1: 1,
          x2: 37,
          y1: 7,
          y2: 7,
          'stroke-dasharray': BRAID.join(' '),
        });
  const mark =
    braid !== null || unit === null
      ? null
      : svgElement('path', { class: `swatch-mark ${style}`, d: neuronShape(unit), transform: 'translate(32 7) scale(4.5)' });
  return svgElement('svg', { class: 'swatch', viewBox: '0 0 38 14', width: 38, height: 14, 'aria-hidden': 'true' }, line, second, mark);
}
