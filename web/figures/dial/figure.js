/** Where the neurons of the first hidden layer point: the direction of what enters each, as an arrow on a dial. The longer the arrow, the larger the weights. */

import { formatInText } from '../../base/format.js';
import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { element, setText, svgElement } from '../../ui/dom.js';
import { aroundNeuron, sameDirection } from '../race/lines.js';

/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */
/**
 * @typedef {object} DialMessages
 * @property {(step: number, turned: number) => string} words
 * @property {string} neuron the head of the table's first column
 * @property {string} angle
 * @property {string} size
 * @property {(degrees: number) => string} degrees
 */

/** The drawing is 200 units wide; the longest arrow is this long. */
const LONGEST = 86;
/** An arrow of this part of the longest belongs to weights that are as good as nothing. */
const SHORTEST_PART = 0.28;
/** Powers of ten between which arrows grow. */
const SIZES = { smallest: -3.5, largest: 1 };

/**
 * @param {object} options
 * @param {DialMessages} options.messages
 * @param {Pick<Recording, 'experiment' | 'data'>} options.run a network of two features
 * @param {(moment: Moment) => readonly string[]} options.readout what is said beside it
 * @returns {import('../race/figure.js').LanePicture}
 */
export function createDialFigure({ messages, run: { experiment, data }, readout }) {
  const { network } = experiment;
  const units = Array.from({ length: network.hidden[0] }, (_, at) => at + 1);
  const arrows = units.map((unit) =>
    svgElement(
      'g',
      { class: `dial-arrow ${neuronClass(unit)}` },
      svgElement('line', { class: 'dial-tail', 'stroke-dasharray': '1 5' }),
      svgElement('line', { class: 'dial-shaft', 'stroke-dasharray': neuronDash(unit).join(' ') || null }),
      svgElement('circle', { r: 6 }),
      svgElement('text', { 'font-size': 9 }, String(unit)),
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
      svgElement('text', { class: 'dial-feature', x: LONGEST + 8, y: -3, 'font-size': 11 }, data.features[0]),
      svgElement('text', { class: 'dial-feature', x: 5, y: -LONGEST - 8, 'font-size': 11 }, data.features[1] ?? ''),
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
      arrows.forEach((arrow, at) => {
        const { x, y } = tipOf(aroundNeuron(network, moment.parameters, at + 1).weights);
        const [tail, shaft, knob, number] = arrow.children;
        for (const [name, value] of Object.entries({ x2: -x, y2: -y })) tail.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ x2: x, y2: y })) shaft.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ cx: x, cy: y })) knob.setAttribute(name, value.toFixed(2));
        for (const [name, value] of Object.entries({ x, y: y + 3.2 })) number.setAttribute(name, value.toFixed(2));
      });
    },
    words: () => (shown === null ? '' : messages.words(shown.step, sameDirection(network, shown.parameters))),
    table: () => ({
      head: [messages.neuron, messages.angle, messages.size],
      rows: units.map((unit) => {
        const { weights } = aroundNeuron(network, shown?.parameters ?? [], unit);
        return [String(unit), messages.degrees(angleOf(weights)), formatInText(Math.hypot(...weights))];
      }),
    }),
    setNumbers() {},
    leave() {},
  };
}

/** @param {readonly number[]} weights @returns {number} in whole degrees */
function angleOf([x, y = 0]) {
  return Math.round((Math.atan2(y, x) * 180) / Math.PI);
}

/** Where an arrow ends; y goes down on the screen. @param {readonly number[]} weights */
function tipOf([x, y = 0]) {
  const size = Math.hypot(x, y);
  if (size === 0) return { x: 0, y: 0 };
  const part = (Math.log10(size) - SIZES.smallest) / (SIZES.largest - SIZES.smallest);
  const length = LONGEST * (SHORTEST_PART + (1 - SHORTEST_PART) * Math.max(0, Math.min(1, part)));
  return { x: (x / size) * length, y: (-y / size) * length };
}
