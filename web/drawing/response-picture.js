/**
 * Pictures of what a network and its neurons respond to, over a plane of two features: pure geometry and color, no DOM, no engine.
 * A picture is a square grid of values, row by row from the top, the values of a feature growing to the right and upward.
 */

import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';

/** @typedef {{ min: number, max: number }} Range */
/** @typedef {{ x: Range, y: Range, size: number }} Plane `size`: cells along each side */
/** @typedef {[number, number, number]} Color red, green and blue, 0 to 255 */
/** @typedef {{ x: number, y: number }} Place in a picture: 0, 0 is its upper left corner, 1, 1 its lower right one */

/** Room around the examples, as a part of their extent. */
const MARGIN = 0.2;

/**
 * The part of a feature's axis that a plane shows.
 * @param {readonly (readonly number[])[]} rows one an example
 * @param {number} feature counted from 0
 * @returns {Range}
 */
export function featureRange(rows, feature) {
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    min = Math.min(min, row[feature]);
    max = Math.max(max, row[feature]);
  }
  const pad = min === max ? 1 : (max - min) * MARGIN;
  return { min: min - pad, max: max + pad };
}

/**
 * The inputs at the centers of all cells.
 * @param {Plane} plane
 * @returns {[number, number][]}
 */
export function planeInputs({ x, y, size }) {
  return Array.from({ length: size * size }, (_, at) => {
    const column = ((at % size) + 0.5) / size;
    const row = (Math.floor(at / size) + 0.5) / size;
    return [x.min + (x.max - x.min) * column, y.max - (y.max - y.min) * row];
  });
}

/**
 * @param {Plane} plane
 * @param {readonly number[]} inputs
 * @returns {Place}
 */
export function placeOf({ x, y }, [first, second]) {
  return { x: (first - x.min) / (x.max - x.min), y: (y.max - second) / (y.max - y.min) };
}

/**
 * @param {Plane} plane
 * @param {Place} place
 * @returns {[number, number]}
 */
export function inputsAt({ x, y }, place) {
  return [x.min + (x.max - x.min) * place.x, y.max - (y.max - y.min) * place.y];
}

/**
 * A place's inputs with no more digits than a picture can show.
 * @param {Plane} plane
 * @param {Place} place
 * @returns {[number, number]}
 */
export function roundInputsAt(plane, place) {
  const [first, second] = inputsAt(plane, place);
  return [roundWithin(first, plane.x), roundWithin(second, plane.y)];
}

/**
 * @param {number} value
 * @param {Range} range
 */
function roundWithin(value, { min, max }) {
  const decimals = Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(max - min))));
  return Number(value.toFixed(decimals));
}

/**
 * What a picture's palest and strongest color stand for: all that the activation can be where that is bounded, else what occurs.
 * @param {import('../experiment/experiment.js').Activation} activation
 * @param {ArrayLike<number>} values
 * @returns {Range}
 */
export function valueRange(activation, values) {
  const { range } = ACTIVATIONS[activation];
  if (range !== null) return range;
  const { min, max } = extent(values);
  return min === max ? { min: Math.min(min, 0), max: Math.max(max, 0) } : { min, max };
}

/**
 * @param {ArrayLike<number>} values
 * @returns {Range}
 */
export function extent(values) {
  let min = Infinity;
  let max = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    min = Math.min(min, values[at]);
    max = Math.max(max, values[at]);
  }
  return { min, max };
}

/**
 * @param {ArrayLike<number>} values
 * @param {Range} range
 * @param {Color} pale
 * @param {Color} strong
 * @returns {Uint8ClampedArray<ArrayBuffer>} red, green, blue and opacity of each cell
 */
export function paintValues(values, { min, max }, pale, strong) {
  const pixels = new Uint8ClampedArray(4 * values.length);
  const width = max - min;
  for (let at = 0; at < values.length; at += 1) {
    const amount = width === 0 ? 0 : Math.min(1, Math.max(0, (values[at] - min) / width));
    for (let part = 0; part < 3; part += 1) pixels[4 * at + part] = pale[part] + (strong[part] - pale[part]) * amount;
    pixels[4 * at + 3] = 255;
  }
  return pixels;
}

/**
 * @param {string} text as getComputedStyle writes a color: "rgb(0, 114, 178)"
 * @returns {Color}
 */
export function parseColor(text) {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/**
 * @param {Color} from
 * @param {Color} to
 * @param {number} amount 0: all of the first
 * @returns {Color}
 */
export function mix(from, to, amount) {
  return /** @type {Color} */ (from.map((part, at) => part + (to[at] - part) * amount));
}

/**
 * Where a picture crosses a level, as short lines between the centers of its cells (marching squares, values taken as linear between
 * two centers). A cell with a crossing on all four sides gets two lines, which keep the corners above the level together.
 * @param {ArrayLike<number>} values
 * @param {number} size
 * @param {number} level
 * @returns {[Place, Place][]}
 */
export function contour(values, size, level) {
  /** @type {[Place, Place][]} */
  const lines = [];
  for (let row = 0; row + 1 < size; row += 1) {
    for (let column = 0; column + 1 < size; column += 1) {
      const corner = row * size + column;
      const above =
        Number(values[corner] > level) +
        Number(values[corner + 1] > level) +
        Number(values[corner + size] > level) +
        Number(values[corner + size + 1] > level);
      // Most cells lie on one side.
      if (above % 4 === 0) continue;
      const crossings = cellCrossings(values, size, level, row, column);
      for (let at = 0; at + 1 < crossings.length; at += 2) lines.push([crossings[at], crossings[at + 1]]);
    }
  }
  return lines;
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} size
 * @param {number} level
 * @param {number} row
 * @param {number} column
 * @returns {Place[]} crossings of the four sides, in pairs that belong together
 */
function cellCrossings(values, size, level, row, column) {
  // Corners clockwise from the upper left one; side k leads from corner k to the next.
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([right, down]) => ({
    x: (column + right + 0.5) / size,
    y: (row + down + 0.5) / size,
    value: values[(row + down) * size + column + right] - level,
  }));
  const isAbove = corners.map(({ value }) => value > 0);
  /** @type {Place[]} */
  const crossings = [];
  corners.forEach((from, side) => {
    const to = corners[(side + 1) % 4];
    if (isAbove[side] === isAbove[(side + 1) % 4]) return;
    const along = from.value / (from.value - to.value);
    crossings.push({ x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along });
  });
  // Each pair cuts off a corner below the level: the second and the last one, or, starting one side earlier, the first and the third.
  return crossings.length === 4 && !isAbove[0] ? [crossings[3], crossings[0], crossings[1], crossings[2]] : crossings;
}

/**
 * Lines as SVG path data, in a box of so many units a side.
 * @param {readonly [Place, Place][]} lines
 * @param {number} side
 * @returns {string}
 */
export function linesPath(lines, side) {
  const at = (/** @type {number} */ value) => (value * side).toFixed(1);
  return lines.map(([from, to]) => `M${at(from.x)},${at(from.y)}L${at(to.x)},${at(to.y)}`).join('');
}

/**
 * How strongly a cell of a heat map is tinted, 0 to 1; the sign is told apart.
 * @param {number} value
 * @param {number} largest of all cells, in size
 * @returns {number}
 */
export function tint(value, largest) {
  return largest === 0 ? 0 : Math.min(1, Math.abs(value) / largest);
}
