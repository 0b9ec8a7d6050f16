/** One map on a canvas of as many pixels as it has cells. */

import { mix, paintValues, parseColor } from '../../drawing/response-picture.js';

/**
 * @param {HTMLCanvasElement} canvas a square
 * @param {ArrayLike<number>} values row by row from the top
 * @param {import('../../drawing/response-picture.js').Range} range
 * @param {{ pale: string, strong: string, strength: number }} colors strength: how much of the strong color the largest value has
 */
export function paintMap(canvas, values, range, { pale, strong, strength }) {
  const paper = parseColor(pale);
  const pixels = paintValues(values, range, paper, mix(paper, parseColor(strong), strength));
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, canvas.width, canvas.height), 0, 0);
}
