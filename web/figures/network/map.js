/** What one neuron answers over the plane, as a picture in its color: a disc, or the output's square. */

import { mix, paintValues, parseColor } from '../../drawing/response-picture.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { element } from '../../ui/dom.js';

/**
 * @param {{ cells: number, unit: number | null }} options unit: counted from 1; null: the output
 */
export function createMap({ cells, unit }) {
  const canvas = element('canvas', { class: unit === null ? 'net-square' : 'net-disc', width: cells, height: cells });
  const context = canvas.getContext('2d');
  return {
    element: canvas,
    /** The class that its color is read by. */
    color: unit === null ? 'neuron-output' : neuronClass(unit),
    /**
     * @param {ArrayLike<number>} values row by row from the top
     * @param {import('../../drawing/response-picture.js').Range} range
     * @param {{ pale: string, strong: string }} colors
     * @param {number} strength how much of the strong color the largest value has
     */
    paint(values, range, { pale, strong }, strength) {
      const paper = parseColor(pale);
      const pixels = paintValues(values, range, paper, mix(paper, parseColor(strong), strength));
      context?.putImageData(new ImageData(pixels, cells, cells), 0, 0);
    },
    /** @param {number} x of its center @param {number} y @param {number} side @param {number} [round] how round its corners are, where it is no disc */
    place(x, y, side, round) {
      const { style } = canvas;
      style.transform = `translate(${x - side / 2}px, ${y - side / 2}px)`;
      style.width = `${side}px`;
      style.height = `${side}px`;
      if (round !== undefined) style.borderRadius = `${round}px`;
    },
  };
}
