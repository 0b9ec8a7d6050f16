/** What several tests share: small experiments and comparisons. */
import assert from 'node:assert/strict';

export const XOR = Object.freeze({
  x: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 1, 0],
});

/** The question's start: two hidden neurons tied in all three ways. */
export const TIED_WEIGHTS = Object.freeze([
  [
    [0.2, 0.4],
    [0.2, 0.4],
  ],
  [[0.6, 0.6]],
]);

/** Three layers, two outputs, penalties: where most things could go wrong. */
export const DEEP = Object.freeze({
  version: 1,
  network: { inputs: 3, hidden: [4, 3], outputs: 2, activation: 'tanh' },
  data: {
    x: [
      [0.1, -0.4, 0.9],
      [1, 0.5, -0.2],
      [-0.7, 0.3, 0.6],
    ],
    y: [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
  },
  init: { scheme: 'glorot-uniform', seed: 3 },
  training: { learningRate: 0.2, l1: 0.01, l2: 0.02 },
});

/**
 * The question's experiment, XOR without biases at α 0.5, with changes to its parts.
 * @param {{ network?: object, data?: object, loss?: string, init?: object, training?: object }} [changes]
 */
export function tiedExperiment({ network = {}, data = XOR, init = { scheme: 'explicit', w: TIED_WEIGHTS }, training = {}, ...rest } = {}) {
  return {
    version: 1,
    network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false, ...network },
    data,
    init,
    training: { learningRate: 0.5, ...training },
    ...rest,
  };
}

/**
 * Numbers agree to a relative difference, or to an absolute one where they are tiny.
 * @param {ArrayLike<number>} actual
 * @param {ArrayLike<number>} expected
 * @param {{ relative?: number, absolute?: number, what?: string }} [options]
 */
export function assertClose(actual, expected, { relative = 1e-9, absolute = 1e-12, what = 'value' } = {}) {
  assert.equal(actual.length, expected.length, `${what}: length`);
  for (let at = 0; at < expected.length; at += 1) {
    const difference = Math.abs(actual[at] - expected[at]);
    const allowed = Math.max(absolute, relative * Math.abs(expected[at]));
    assert.ok(difference <= allowed, `${what}[${at}]: ${actual[at]} is not ${expected[at]} (difference ${difference})`);
  }
}

/**
 * Looks again and again until there is something to see. Whoever waits for what never comes is ended by the test runner's limit.
 * @template T
 * @param {() => T | null | undefined | false | Promise<T | null | undefined | false>} look
 * @returns {Promise<T>}
 */
export async function until(look) {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Work that rests now and then, without a rest.
 * @template Result
 * @param {Generator<unknown, Result, void>} work
 */
export function atOnce(work) {
  let turn = work.next();
  while (!turn.done) turn = work.next();
  return turn.value;
}
