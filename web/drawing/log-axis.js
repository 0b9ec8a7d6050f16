/** A logarithmic axis that has a place for exactly 0, so that a tie can be drawn beside what is apart. Pure. */

import { formatExact } from '../base/format.js';

/** @typedef {{ x: number, y: number }} Point */

/**
 * A logarithmic axis that has a place for exactly 0: a strip of its own below the least power of ten.
 * @param {readonly { points: readonly Point[] }[]} lines
 */
export function logAxis(lines) {
  const sizes = lines.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => y > 0);
  const low = Math.min(-3, ...sizes.map((y) => Math.floor(Math.log10(y))));
  const max = Math.max(1, ...sizes.map((y) => Math.ceil(Math.log10(y))));
  const floor = Math.max(low, -320);
  // High enough for its name above its line.
  const strip = (max - floor) * 0.5;
  const every = Math.ceil((max - floor) / 3);
  const powers = Array.from({ length: Math.floor((max - floor) / every) + 1 }, (_, at) => max - at * every);
  /** @type {(points: readonly Point[]) => Point[]} */
  const map = (points) => {
    /** @type {Point[]} */
    const mapped = [];
    points.forEach(({ x, y }, at) => {
      // A line does not cross from the strip to the scale: there is no path from exactly 0 to a logarithm.
      if (at > 0 && (y === 0) !== (points[at - 1].y === 0)) mapped.push({ x, y: NaN });
      mapped.push({ x, y: y === 0 ? floor - strip * 0.78 : Math.max(Math.log10(y), floor) });
    });
    return mapped;
  };
  return { min: floor - strip, max, floor, map, ticks: powers.map((power) => ({ value: power, label: powerText(power) })) };
}

/** @param {number} power */
function powerText(power) {
  if (power >= -3 && power <= 3) return formatExact(10 ** power);
  return `1e${power}`.replace('-', '\u2212');
}
