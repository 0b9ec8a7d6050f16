/**
 * Growth and healing of a small difference: a factor a step in words that people use, and the factor measured in a history of
 * distances. A distance near the last place is rounding's, so nothing is measured there.
 */

/** @typedef {{ kind: 'grows' | 'heals' | 'neither', steps: number, flips: boolean }} GrowthRate doubles or halves every so many steps; flips: changes its sign each step */
/** @typedef {{ factor: number, from: number, to: number }} Measured the factor a step, between two steps */
/** @typedef {{ none: 'zero' | 'short' | 'rounding' }} Unmeasured why there is nothing to measure: exactly 0; too few steps; too near the last place */

/** What takes longer than this to double or halve does neither, for any person. */
const LONGEST = 1e6;
/** Samples that a measurement takes, at least; and which part of the history, if that is more. */
const LEAST_SAMPLES = 4;
const LAST_PART = 0.15;
/** Where in between is looked whether rounding has taken over. */
const LOOKS = 8;
/** Fewer units in the last place than this are steps, not sizes. */
const LEAST_ULPS = 16;

/**
 * @param {number} factor a step
 * @returns {GrowthRate}
 */
export function growthRate(factor) {
  const rate = Math.log(Math.abs(factor));
  const steps = Math.LN2 / Math.abs(rate);
  const kind = !(steps <= LONGEST) ? 'neither' : rate > 0 ? 'grows' : 'heals';
  return { kind, steps, flips: factor < 0 };
}

/**
 * @param {ArrayLike<number>} steps of the samples
 * @param {(at: number) => number} distanceAt a sample, of two units
 * @param {number} size of the largest parameter compared: where its last place is
 * @returns {Measured | Unmeasured}
 */
export function measureGrowth(steps, distanceAt, size) {
  const last = steps.length - 1;
  if (distanceAt(last) === 0) return { none: 'zero' };
  const first = last + 1 - Math.max(LEAST_SAMPLES, Math.ceil(LAST_PART * (last + 1)));
  if (first < 0) return { none: 'short' };
  const floor = LEAST_ULPS * 2 ** -53 * size;
  for (let look = 0; look <= LOOKS; look += 1) {
    if (distanceAt(first + Math.round((look * (last - first)) / LOOKS)) < floor) return { none: 'rounding' };
  }
  const [from, to] = [steps[first], steps[last]];
  return { factor: Math.exp(Math.log(distanceAt(last) / distanceAt(first)) / (to - from)), from, to };
}
