/**
 * Where the neurons of a hidden layer point: the direction of what enters each, as an arrow on a dial. The longer the arrow, the larger the weights. More than two
 * inputs have no angle: then it is the one to the first neuron.
 */

import { formatInText } from '../../base/format.js';
import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { networkLayers } from '../../experiment/parameters.js';
import { aroundNeuron, dot, sameDirection, squares } from '../../ties/around-neuron.js';
import { element, setText, svgElement } from '../../ui/dom.js';

/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */
/**
 * @typedef {object} DialMessages
 * @property {(step: number, turned: number) => string} words
 * @property {string} neuron the head of the table's first column
 * @property {string} angle
 * @property {(number: number) => string} angleTo
 * @property {string} size
 * @property {(degrees: number) => string} degrees
 */

/** The drawing is 200 units wide; the longest arrow is this long. */
const LONGEST = 86;
/** An arrow of this part of the longest belongs to weights that are as good as nothing. */
const SHORTEST_PART = 0.28;
/** Powers of ten between which arrows grow. */
const SIZES = { smallest: -3.5, largest: 1 };

/** So many neurons have an arrow. */
export const MOST_ARROWS = 16;

/**
 * @param {object} options
 * @param {DialMessages} options.messages
 * @param {Pick<Recording, 'experiment' | 'data'>} options.run
 * @param {number} [options.layer] a hidden one, counted from 1
 * @param {(moment: Moment) => readonly string[]} options.readout what is said beside it
 * @returns {import('../race/figure.js').LanePicture}
 */
export function createDialFigure({ messages, run: { experiment, data }, layer = 1, readout }) {
  const { network } = experiment;
  const layers = networkLayers(network);
  const { firstUnit, inputs } = layers[layer - 1];
  const units = Array.from({ length: Math.min(MOST_ARROWS, network.hidden[layer - 1]) }, (_, at) => at + 1);
  const hasAngle = inputs <= 2;
  const names = layer === 1 ? data.features : Array.from({ length: inputs }, (_, at) => `a${layers[layer - 2].firstUnit + at}`);
  const [across, up = ''] = hasAngle ? names : [messages.angleTo(firstUnit)];
  /** Where each neuron points at a moment: along the axes of the dial. @param {ArrayLike<number>} parameters */
  const directions = (parameters) => {
    const all = units.map((unit) => aroundNeuron(network, parameters, unit, layer).weights);
    return hasAngle ? all.map(([x, y = 0]) => [x, y]) : all.map((weights) => besideFirst(weights, all[0]));
  };
  const arrows = units.map((unit) =>
    svgElement(
      'g',
      { class: `dial-arrow ${neuronClass(unit)}` },
      svgElement('line', { class: 'dial-tail', 'stroke-dasharray': '1 5' }),
      svgElement('line', { class: 'dial-shaft', 'stroke-dasharray': neuronDash(unit).join(' ') || null }),
      svgElement('circle', { r: 6 }),
      svgElement('text', { 'font-size': 9 }, String(firstUnit + unit - 1)),
    ),
  );
  const said = element('p', { class: 'dial-said' });
  const root = element(
    'div',
    { class: 'dial' },
    svgElement(
      'svg',
      { viewBox: '-112 -104 224 208', 'aria-hidden': 'true' },
      svgElement('circle', { class: 'dial-ring', r: LONGEST + 6 }),
      svgElement('line', { class: 'dial-axis', x1: -LONGEST - 6, x2: LONGEST + 6 }),
      svgElement('line', { class: 'dial-axis', y1: -LONGEST - 6, y2: LONGEST + 6 }),
      svgElement(
        'text',
        { class: 'dial-feature', ...(hasAngle ? { x: LONGEST + 8, y: -3 } : { x: -LONGEST, y: LONGEST + 16 }), 'font-size': 11 },
        across,
      ),
      svgElement('text', { class: 'dial-feature', x: 5, y: -LONGEST - 8, 'font-size': 11 }, up),
      ...arrows,
    ),
    said,
  );
  /** @type {Moment | null} */
  let shown = null;
  return {
    element: root,
    show(moment) {
      shown = moment;
      setText(said, readout(moment).join('\n'));
      directions(moment.parameters).forEach((direction, at) => {
        const { x, y } = tipOf(direction);
        const [tail, shaft, knob, number] = arrows[at].children;
        for (const [name, value] of Object.entries({ x2: -x, y2: -y })) tail.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ x2: x, y2: y })) shaft.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ cx: x, cy: y })) knob.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ x, y: y + 3.2 })) number.setAttribute(name, value.toFixed(2));
      });
    },
    words: () => (shown === null ? '' : messages.words(shown.step, sameDirection(network, shown.parameters, layer))),
    table: () => ({
      head: [messages.neuron, hasAngle ? messages.angle : messages.angleTo(firstUnit), messages.size],
      rows: directions(shown?.parameters ?? []).map((direction, at) => [
        String(firstUnit + at),
        direction.some((value) => value !== 0) ? messages.degrees(angleOf(direction)) : '\u2013',
        formatInText(Math.hypot(...direction)),
      ]),
    }),
    setNumbers() {},
    leave() {},
  };
}

/** As long as the weights of a neuron, at their angle to those of the first. @param {readonly number[]} weights @param {readonly number[]} first */
function besideFirst(weights, first) {
  const size = Math.sqrt(squares(weights));
  const along = dot(weights, first) / (Math.sqrt(squares(first)) || 1);
  return [along, Math.sqrt(Math.max(0, size * size - along * along))];
}

/** @param {readonly number[]} direction @returns {number} in whole degrees */
function angleOf([x, y]) {
  return Math.round((Math.atan2(y, x) * 180) / Math.PI);
}

/** Where an arrow ends; y goes down on the screen. @param {readonly number[]} direction */
function tipOf([x, y]) {
  const size = Math.hypot(x, y);
  if (size === 0) return { x: 0, y: 0 };
  const part = (Math.log10(size) - SIZES.smallest) / (SIZES.largest - SIZES.smallest);
  const length = LONGEST * (SHORTEST_PART + (1 - SHORTEST_PART) * Math.max(0, Math.min(1, part)));
  return { x: (x / size) * length, y: (-y / size) * length };
}
