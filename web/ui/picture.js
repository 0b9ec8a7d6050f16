/** One picture of values over a plane: a canvas stretched to its box, with lines and examples over it as SVG. */

import { contour, linesPath, paintValues } from '../drawing/response-picture.js';
import { element, svgElement } from './dom.js';

/** @typedef {import('../drawing/response-picture.js').Color} Color */
/** @typedef {import('../drawing/response-picture.js').Place} Place */
/** @typedef {import('../drawing/response-picture.js').Range} Range */

/** Units along each side of the SVG over a picture. */
const SIDE = 100;
/** With more examples than this they are drawn smaller. */
const MANY = 60;

/**
 * @param {{ size: number, radius: number }} options cells along each side; radius of one example among few, in hundredths of the picture
 */
export function createPicture({ size, radius: largest }) {
  const canvas = element('canvas', { role: 'img', width: size, height: size });
  const context = canvas.getContext('2d');
  const line = svgElement('path', { class: 'level' });
  const circles = svgElement('path', { class: 'example-0' });
  const squares = svgElement('path', { class: 'example-1' });
  const overlay = svgElement('svg', { viewBox: `0 0 ${SIDE} ${SIDE}`, 'aria-hidden': 'true' }, line, circles, squares);
  let shownLine = '';
  return {
    element: element('div', { class: 'picture' }, canvas, overlay),
    canvas,
    /**
     * @param {object} picture
     * @param {ArrayLike<number>} picture.values
     * @param {Range} picture.range
     * @param {number | null} picture.level where a line is drawn
     * @param {{ pale: Color, strong: Color }} picture.colors
     */
    paint({ values, range, level, colors }) {
      context?.putImageData(new ImageData(paintValues(values, range, colors.pale, colors.strong), size, size), 0, 0);
      const path = level === null ? '' : linesPath(contour(values, size, level), SIDE);
      if (path !== shownLine) line.setAttribute('d', path);
      shownLine = path;
    },
    /**
     * @param {readonly { place: Place, isOne: boolean }[]} examples
     */
    mark(examples) {
      const radius = examples.length > MANY ? largest * 0.68 : largest;
      /** @type {(isOne: boolean, shape: (x: number, y: number) => string) => string} */
      const path = (isOne, shape) =>
        examples
          .filter((example) => example.isOne === isOne)
          .map(({ place }) => shape(place.x * SIDE, place.y * SIDE))
          .join('');
      const fixed = (/** @type {number} */ value) => value.toFixed(2);
      circles.setAttribute(
        'd',
        path(
          false,
          (x, y) =>
            `M${fixed(x - radius)},${fixed(y)}a${radius},${radius} 0 1 0 ${fixed(2 * radius)},0a${radius},${radius} 0 1 0 ${fixed(-2 * radius)},0Z`,
        ),
      );
      squares.setAttribute(
        'd',
        path(
          true,
          (x, y) =>
            `M${fixed(x - radius * 0.9)},${fixed(y - radius * 0.9)}h${fixed(1.8 * radius)}v${fixed(1.8 * radius)}h${fixed(-1.8 * radius)}Z`,
        ),
      );
    },
  };
}
