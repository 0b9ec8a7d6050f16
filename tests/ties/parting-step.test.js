/** When neurons part for the eye, read from a history. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterNames } from '../../web/experiment/parameters.js';
import { alikePairs, partingStep } from '../../web/ties/parting-step.js';

const NETWORK = { inputs: 1, hidden: [3], outputs: 1, bias: false };

/**
 * A history of w1, w2, w3 (incoming); outgoing weights stay 1.
 * @param {Record<number, number[]>} incoming by step
 * @returns {any}
 */
function historyOf(incoming) {
  const rows = Object.values(incoming).map((row) => [...row, 1, 1, 1]);
  return {
    steps: Float64Array.from(Object.keys(incoming).map(Number)),
    parameters: Object.fromEntries(parameterNames(NETWORK).map((name, at) => [name, Float64Array.from(rows.map((row) => row[at]))])),
  };
}

test('each neuron is paired with the first that looks like it, in its layer', () => {
  const deep = { inputs: 1, hidden: [3, 2], outputs: 1, bias: false };
  // w1..w3 into layer 1; w4..w6 and w7..w9 into layer 2; w10, w11 out.
  assert.deepEqual(alikePairs(deep, [0.5, 0.2, 0.5, 1, 2, 1, 1, 2, 1, 3, 3]), [
    { layer: 1, units: [1, 3] },
    { layer: 2, units: [1, 2] },
  ]);
  assert.deepEqual(alikePairs(NETWORK, [1, 1, 1, 2, 2, 2]), [
    { layer: 1, units: [1, 2] },
    { layer: 1, units: [1, 3] },
  ]);
  assert.deepEqual(alikePairs(NETWORK, [1, 2, 3, 1, 1, 1]), []);
});

test('the step is the first at which one pair looks different, as the history counts', () => {
  const pairs = alikePairs(NETWORK, [1, 1, 1, 1, 1, 1]);
  assert.equal(partingStep(NETWORK, pairs, historyOf({ 0: [1, 1, 1], 10: [2, 2, 2 + 1e-9], 20: [2, 2, 2.5], 30: [2, 3, 4] })), 20);
  assert.equal(partingStep(NETWORK, pairs, historyOf({ 0: [1, 1, 2] })), 0);
});

test('there is none where nobody parts, or nobody was alike', () => {
  const pairs = alikePairs(NETWORK, [1, 1, 1, 1, 1, 1]);
  assert.equal(partingStep(NETWORK, pairs, historyOf({ 0: [1, 1, 1], 10: [2, 2, 2] })), null);
  assert.equal(partingStep(NETWORK, [], historyOf({ 0: [1, 2, 3] })), null);
});
