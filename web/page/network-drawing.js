/** The parts of the network drawing as SVG: edges, neurons, J and y, the lines between tied neurons. No state, no listeners. */

import { neuronClass, neuronShape } from '../drawing/neuron-style.js';
import { colorUnit } from '../drawing/parameter-color.js';
import { networkLayers } from '../experiment/parameters.js';
import { setAttributes, svgElement } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../drawing/network-layout.js').Layout} Layout */
/** @typedef {import('../drawing/network-layout.js').Edge} Edge */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** A neuron smaller than this has no room for its number. */
const LEAST_NAMED = 9;
/** A name of more letters does not go into a circle. */
const SHORT_NAME = 3;
/** So many longer ones are told under the drawing; the table of the examples has them all. */
const MOST_NAMES = 8;
/** Pixels that a letter takes at the most, in the font of the columns' names. */
const LETTER = 7.2;

/**
 * @param {Edge} edge
 * @param {import('../experiment/parameters.js').Shape} network
 */
export function drawEdge(edge, network) {
  const unit = colorUnit(network, edge.name);
  const { from, to } = edge;
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const outer = svgElement('line', {
    ...line,
    'data-part': edge.name,
    class: `edge ${unit === null ? 'neuron-output' : neuronClass(unit)}`,
  });
  return { edge, outer, inner: svgElement('line', { ...line, class: 'edge-hollow' }) };
}

/**
 * Thickness tells the size, a hollow line the minus sign.
 * @param {SVGLineElement} outer
 * @param {SVGLineElement} inner
 * @param {number} value
 */
export function showWeight(outer, inner, value) {
  const thickness = 1.25 + 6 * (1 - Math.exp(-Math.abs(value) / 3));
  const isNegative = value < 0;
  outer.setAttribute('stroke-width', (isNegative ? thickness + 2.5 : thickness).toFixed(2));
  inner.setAttribute('stroke-width', isNegative ? Math.max(1.5, thickness - 1).toFixed(2) : '0');
  outer.classList.toggle('zero', value === 0);
}

/**
 * @param {Layout} layout
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 */
export function drawNodes(layout, { experiment: { network }, data }, messages) {
  const numbers = networkLayers(network).map(({ firstUnit }) => firstUnit);
  return layout.layers.flatMap((nodes, layer) =>
    nodes.map(({ x, y, unit, radius }) => {
      const isInput = layer === 0;
      const isOutput = layer === layout.layers.length - 1;
      const look = isInput ? 'node-input' : isOutput ? 'node-output neuron-output' : `node-hidden ${neuronClass(unit)}`;
      const shape = isInput || isOutput ? neuronShape(1) : neuronShape(unit);
      const name = data.features[unit - 1];
      const number = isInput ? unit : numbers[layer - 1] + unit - 1;
      const text = isInput ? short(name, `x${unit}`) : String(number);
      return svgElement(
        'g',
        {
          class: `node ${look}`,
          transform: `translate(${x} ${y})`,
          'data-part': `${isInput ? 'x' : 'a'}${number}`,
        },
        svgElement('title', {}, isInput ? name : isOutput ? messages.output : messages.neuron(number)),
        svgElement('path', { d: shape, transform: `scale(${radius})` }),
        radius < LEAST_NAMED ? null : svgElement('text', { dy: '0.35em', class: text.length < SHORT_NAME ? '' : 'long-number' }, text),
      );
    }),
  );
}

/**
 * What stands in an input's circle, or at the end of the arrow from y: a short name itself, or the sign of a longer one, which is told under the drawing.
 * @param {string} name
 * @param {string} sign
 */
const short = (name, sign) => (name.length > SHORT_NAME ? sign : name);

/**
 * The names behind those signs: "x1 = temperature, y = good roast.", or nothing.
 * @param {Snapshot['data']} data
 */
export function longNames({ features, targets }) {
  const signs = [...features.map((name, at) => [`x${at + 1}`, name]), ...(targets.length === 1 ? [['y', targets[0]]] : [])];
  const long = signs.flatMap(([sign, name]) => (short(name, sign) === name ? [] : [`${sign} = ${name}`]));
  return long.length === 0 ? '' : `${long.slice(0, MOST_NAMES).join(', ')}${long.length > MOST_NAMES ? ', \u2026' : '.'}`;
}

/**
 * J and y at the output, and only there: y is compared with nothing else.
 * @param {Layout} layout
 * @param {Messages} messages
 * @param {SVGTextElement} lossText
 * @param {string} target
 */
export function drawEnd({ layers, end: { loss, target: y } }, messages, lossText, target) {
  const outputs = layers[layers.length - 1];
  setAttributes(lossText, { x: loss.x, y: loss.y + 20 });
  /** @type {(from: { x: number, y: number }, to: { x: number, y: number }, startGap: number, endGap: number) => SVGPathElement} */
  const arrow = (from, to, startGap, endGap) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const tip = { x: to.x - dx * endGap, y: to.y - dy * endGap };
    const head = `M${tip.x - dx * 6 - dy * 4},${tip.y - dy * 6 + dx * 4}L${tip.x},${tip.y}L${tip.x - dx * 6 + dy * 4},${tip.y - dy * 6 - dx * 4}`;
    return svgElement('path', { class: 'arrow', d: `M${from.x + dx * startGap},${from.y + dy * startGap}L${tip.x},${tip.y}${head}` });
  };
  const isAbove = loss.y < outputs[0].y && loss.x === outputs[0].x;
  return [
    ...outputs.map((output) => arrow(output, loss, output.radius + 3, isAbove || loss.x === output.x ? 14 : 26)),
    arrow(y, loss, 12, y.x === loss.x ? (y.y > loss.y ? 28 : 14) : 26),
    svgElement('text', { class: 'loss-name', 'data-part': 'J', x: loss.x, y: loss.y + 5 }, messages.lossLabel),
    lossText,
    svgElement('text', { class: 'target', 'data-part': 'y', x: y.x, y: y.y + 5 }, svgElement('title', {}, target), short(target, 'y')),
  ];
}

/**
 * What stands for the lines between layers that are too large for lines.
 * @param {Layout} layout
 */
export function drawBands({ bands = [] }) {
  return bands.map((corners) => svgElement('polygon', { class: 'band', points: corners.map(({ x, y }) => `${x},${y}`).join(' ') }));
}

/**
 * How many neurons of a layer are not drawn.
 * @param {Layout} layout
 */
export function drawMore({ more }) {
  return more.map(({ x, y, count }) => svgElement('text', { class: 'column', x, y }, `+${count}`));
}

/**
 * Dotted lines from a neuron to its bias.
 * @param {Layout} layout
 */
export function drawAnchors({ fields }) {
  return fields.flatMap(({ x, y, anchor }) =>
    anchor === null ? [] : [svgElement('line', { class: 'anchor', x1: anchor.x, y1: anchor.y, x2: x, y2: y })],
  );
}

/**
 * @param {Layout} layout
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 */
export function drawGridLines({ grid, width }, { data }, messages) {
  if (grid === null) return [];
  /** @type {(kind: 'input' | 'bias' | 'output', number: number) => string} */
  const columnName = (kind, number) =>
    kind === 'input'
      ? messages.columnFrom(short(data.features[number - 1], `x${number}`))
      : kind === 'bias'
        ? messages.columnBias
        : messages.columnOut;
  const texts = grid.columns.map(({ x, y, room, kind, number }) => {
    const name = columnName(kind, number);
    const most = Math.floor(room / LETTER);
    return svgElement(
      'text',
      { class: 'column', x, y },
      svgElement('title', {}, name),
      name.length > most ? `${name.slice(0, most - 1)}\u2026` : name,
    );
  });
  const rows = grid.rows.map(({ x, y, unit, number }) =>
    unit === null
      ? svgElement('text', { class: 'row-output', x, y, dy: '0.35em' }, String(number))
      : svgElement('path', { class: `row-mark ${neuronClass(unit)}`, d: neuronShape(unit), transform: `translate(${x} ${y}) scale(6)` }),
  );
  const lines = grid.rows
    .slice(1)
    .map(({ y }) => svgElement('line', { class: 'hairline', x1: grid.left, x2: width, y1: y - grid.pitch / 2, y2: y - grid.pitch / 2 }));
  return [...lines, ...texts, ...rows];
}

/**
 * Tied neurons are joined by a double line with an equals sign, near-tied ones by a dotted line.
 * @param {Layout} layout
 * @param {Snapshot} snapshot
 */
export function drawLinks({ layers }, { verdicts }) {
  return verdicts.flatMap(({ layer, tied, pairs }) => {
    const nodes = layers[layer];
    const joined = tied.flatMap((group) => group.slice(1).map((unit, at) => [group[at], unit]));
    const near = pairs.filter(({ kind, units }) => kind === 'near-tied' && units[1] - units[0] === 1).map(({ units }) => units);
    /** @type {(units: number[][], sign: string) => SVGElement[]} */
    const linked = (units, sign) =>
      units.filter((two) => Math.max(...two) <= nodes.length).map(([a, b]) => link(nodes[a - 1], nodes[b - 1], sign));
    return [...linked(joined, '='), ...linked(near, '\u2248')];
  });
}

/** Pixels that "128 different" takes, and a character of "12 of 128"; with less room there is a bare number. */
const WORDS_ROOM = 92;
const CHARACTER_ROOM = 7.2;

/**
 * Under each hidden layer, how many different neurons it has.
 * @param {Layout} layout
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 */
export function drawWidths({ widths }, { verdicts }, { widths: texts }) {
  return widths.map(({ x, y, layer, room }) => {
    const { different, units } = verdicts[layer - 1];
    const short = texts.differentShort(different, units);
    const text = room >= WORDS_ROOM ? texts.different(different) : room >= CHARACTER_ROOM * short.length ? short : String(different);
    return svgElement(
      'text',
      { class: 'column layer-width', x, y },
      svgElement('title', {}, texts.differentOf(layer, different, units)),
      text,
    );
  });
}

/**
 * @param {import('../drawing/network-layout.js').Node} upper
 * @param {import('../drawing/network-layout.js').Node} lower
 * @param {string} sign
 */
function link(upper, lower, sign) {
  const isNeighbor = lower.unit - upper.unit === 1;
  const bulge = isNeighbor ? 0 : 26 + 3 * (lower.unit - upper.unit);
  const d = `M${upper.x},${upper.y}Q${upper.x - 2 * bulge},${(upper.y + lower.y) / 2} ${lower.x},${lower.y}`;
  const middle = { x: upper.x - bulge, y: (upper.y + lower.y) / 2 };
  const hasRoom = !isNeighbor || lower.y - upper.y > Math.max(3.2 * upper.radius, 2 * upper.radius + 26);
  return svgElement(
    'g',
    { class: sign === '=' ? 'link' : 'link near' },
    svgElement('path', { class: 'link-outer', d }),
    svgElement('path', { class: 'link-inner', d }),
    hasRoom ? svgElement('circle', { cx: middle.x, cy: middle.y, r: 11 }) : null,
    hasRoom ? svgElement('text', { x: middle.x, y: middle.y, dy: '0.36em' }, sign) : null,
  );
}
