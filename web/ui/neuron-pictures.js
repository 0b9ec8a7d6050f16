/** A small picture of each neuron of a hidden layer: what it responds to, in its own color. Tied neurons say whose twin they are. */

import { extent, mix, parseColor, valueRange } from '../drawing/response-picture.js';
import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';
import { neuronClass, neuronShape } from '../drawing/neuron-style.js';
import { element, setText, svgElement } from './dom.js';
import { createPicture } from './picture.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('./color-reader.js').ColorReader} ColorReader */
/** @typedef {{ place: import('../drawing/response-picture.js').Place, isOne: boolean }} Mark */

/** Pictures of one layer at most; each costs time while training. */
export const MOST_PICTURES = 16;
/** How much of the neuron's color the strongest response has. */
const STRENGTH = 0.9;

/**
 * @param {{ size: number, messages: Messages, colorOf: ColorReader }} options
 */
export function createNeuronPictures({ size, messages, colorOf }) {
  const texts = messages.pictures;
  const list = element('div', { class: 'neuron-pictures' });
  /** @type {ReturnType<typeof createOne>[]} */
  let pictures = [];

  /** @param {number} unit */
  function createOne(unit) {
    const picture = createPicture({ size, radius: 2.6 });
    const name = element('span', { class: 'picture-name' });
    const twins = element('span', { class: 'picture-twins' });
    const range = element('span', { class: 'picture-range number' });
    const mark = svgElement(
      'svg',
      { class: 'picture-mark', viewBox: '-1.3 -1.3 2.6 2.6', 'aria-hidden': 'true' },
      svgElement('path', { class: 'mark', d: neuronShape(unit) }),
    );
    const figure = element(
      'figure',
      { class: neuronClass(unit) },
      picture.element,
      element('figcaption', {}, mark, name, ' ', twins, range),
    );
    return { picture, name, twins, range, figure };
  }

  return {
    element: list,
    /**
     * @param {object} layer
     * @param {number} layer.units
     * @param {number} layer.firstUnit number of its first neuron, counted through the network
     * @param {readonly Mark[]} marks
     */
    frame({ units, firstUnit }, marks) {
      const count = Math.min(units, MOST_PICTURES);
      if (pictures.length !== count) {
        pictures = Array.from({ length: count }, (_, at) => createOne(at + 1));
        list.replaceChildren(...pictures.map(({ figure }) => figure));
      }
      pictures.forEach(({ picture, name }, at) => {
        setText(name, texts.neuron(firstUnit + at));
        picture.mark(marks);
      });
    },
    /**
     * @param {readonly (readonly number[])[]} activations one row a cell
     * @param {import('../experiment/experiment.js').Activation} activation
     * @param {{ firstUnit: number, groups: readonly (readonly number[])[] }} layer groups of tied neurons
     */
    paint(activations, activation, { firstUnit, groups }) {
      const paper = parseColor(colorOf('paper'));
      pictures.forEach(({ picture, range, twins }, at) => {
        const values = Float64Array.from(activations, (row) => row[at]);
        const color = parseColor(colorOf(neuronClass(at + 1)));
        const { min, max } = extent(values);
        const colors = { pale: paper, strong: mix(paper, color, STRENGTH) };
        picture.paint({ values, range: valueRange(activation, values), level: ACTIVATIONS[activation].atZero, colors });
        setText(range, texts.range(min, max));
        picture.canvas.setAttribute('aria-label', texts.neuronSummary(firstUnit + at, min, max));
        const group = groups.find((members) => members.includes(at + 1)) ?? [];
        const others = group.filter((unit) => unit !== at + 1).map((unit) => firstUnit + unit - 1);
        setText(twins, others.length === 0 ? '' : texts.twins(others));
      });
    },
  };
}
