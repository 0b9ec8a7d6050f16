/** Examples in two parts, one to train on and one to test on, by a seed; and how many of a part a network gets right. */

/** @typedef {import('./examples.js').Examples} Examples */

/**
 * Both parts keep the order of the table, and each has one example at least.
 * @param {Examples} examples two of them or more
 * @param {number} share of them to test on, between 0 and 1
 * @param {number} seed
 * @returns {{ train: Examples, test: Examples }}
 */
export function splitExamples(examples, share, seed) {
  const { length } = examples.x;
  const count = Math.min(length - 1, Math.max(1, Math.round(share * length)));
  const order = Array.from({ length }, (_, at) => at);
  const next = numbersFrom(seed);
  // The first places of a shuffle.
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(next() * (length - at));
    [order[at], order[other]] = [order[other], order[at]];
  }
  const tested = new Set(order.slice(0, count));
  const part = (/** @type {boolean} */ isTest) => {
    const isIn = (/** @type {unknown} */ _, /** @type {number} */ at) => tested.has(at) === isTest;
    return { ...examples, x: examples.x.filter(isIn), y: examples.y.filter(isIn) };
  };
  return { train: part(false), test: part(true) };
}

/**
 * Numbers from 0 to 1, the same for a seed everywhere ("mulberry32").
 * @param {number} seed
 */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How many examples come out right: with one output on the right side of ½, with more the largest where each example has one class, else all
 * on their side.
 * @param {readonly ArrayLike<number>[]} predicted
 * @param {readonly (readonly number[])[]} targets
 * @returns {number | null} null where targets are no classes
 */
export function countRight(predicted, targets) {
  if (!targets.every((row) => row.every((value) => value === 0 || value === 1))) return null;
  const areClasses = targets[0].length > 1 && targets.every((row) => row.filter((value) => value === 1).length === 1);
  return targets.filter((row, at) => {
    if (areClasses) return largestOf(predicted[at]) === row.indexOf(1);
    return row.every((value, output) => predicted[at][output] >= 0.5 === (value === 1));
  }).length;
}

/** @param {ArrayLike<number>} outputs @returns {number} its place; the first of several */
function largestOf(outputs) {
  let found = 0;
  for (let at = 1; at < outputs.length; at += 1) if (outputs[at] > outputs[found]) found = at;
  return found;
}
