/** A curve that somebody draws: a height for each part of the axis, filled in between the places that a pointer was at. Pure. */

/** Heights of a drawn curve; NaN where nothing is drawn yet. */
export const PARTS = 61;
/** How much of the axis a curve has to cover to be one: where it ends, it is thought to go on. */
const WHOLE = 0.2;
/** By so much of the range a curve can end above or below its start, and has stayed. */
const STAYS = 0.05;

/** @typedef {{ min: number, max: number }} Range */
/** @typedef {'rises' | 'stays' | 'falls'} ShapeId */

/** The shapes that a choice has where nobody draws. */
export const SHAPES = Object.freeze(/** @type {const} */ (['rises', 'stays', 'falls']));

export const emptyGuess = () => new Float64Array(PARTS).fill(NaN);

/**
 * @param {Float64Array} guess
 * @param {{ x: number, y: number } | null} from where the pointer was before; null: it begins here
 * @param {{ x: number, y: number }} to x: part of the axis, 0 to 1; y: a value
 * @returns {Float64Array}
 */
export function drawn(guess, from, to) {
  const next = guess.slice();
  const at = (/** @type {number} */ x) => Math.max(0, Math.min(PARTS - 1, Math.round(x * (PARTS - 1))));
  const [start, end] = [at(from?.x ?? to.x), at(to.x)];
  const step = end < start ? -1 : 1;
  for (let index = start; index !== end + step; index += step) {
    const part = end === start ? 1 : (index - start) / (end - start);
    next[index] = (from?.y ?? to.y) + (to.y - (from?.y ?? to.y)) * part;
  }
  return next;
}

/** Whether enough of the axis is covered. @param {Float64Array} guess */
export function isWhole(guess) {
  return guess.filter((value) => !Number.isNaN(value)).length >= WHOLE * PARTS;
}

/**
 * @param {ShapeId} shape
 * @param {number} start
 * @param {Range} range
 * @returns {Float64Array}
 */
export function shapedGuess(shape, start, { min, max }) {
  const goal = shape === 'rises' ? start + (max - start) * 0.85 : shape === 'falls' ? start + (min - start) * 0.85 : start;
  return Float64Array.from({ length: PARTS }, (_, at) => goal + (start - goal) * Math.exp((-5 * at) / (PARTS - 1)));
}

/**
 * What a drawn curve does in all: from its start to where it ends. One that is level says that nothing changes, however far above or below the true
 * one it was drawn.
 * @param {Float64Array} guess
 * @param {number} start where the true curve starts, and so does one whose first part nobody drew
 * @param {Range} range
 * @returns {ShapeId}
 */
export function shapeOf(guess, start, { min, max }) {
  const last = guess.filter((value) => !Number.isNaN(value)).at(-1) ?? start;
  const first = guess.subarray(0, PARTS / 4).find((value) => !Number.isNaN(value)) ?? start;
  const change = (last - first) / (max - min);
  return change > STAYS ? 'rises' : change < -STAYS ? 'falls' : 'stays';
}

/**
 * What is drawn, as points; where nothing is, none.
 * @param {Float64Array} guess
 * @param {number} end of the axis
 */
export function guessPoints(guess, end) {
  return Array.from(guess, (y, at) => ({ x: (at / (PARTS - 1)) * end, y })).filter(({ y }) => !Number.isNaN(y));
}
