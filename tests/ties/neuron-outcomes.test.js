/** What came of neurons over many seeds: which outcomes there are, and how often each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neuronOutcomes } from '../../web/ties/neuron-outcomes.js';

/** @typedef {import('../../web/engine/sweep.js').SweepResult} SweepResult */

/**
 * @param {number} seed
 * @param {Partial<SweepResult['layers'][number]>[]} layers
 */
const result = (seed, ...layers) =>
  /** @type {SweepResult} */ ({
    seed,
    layers: layers.map((layer) => ({ different: 0, tied: [], same: [], mirror: [], dead: [], nearest: null, ...layer })),
  });

test('runs count as one outcome whichever of the neurons are alike, the most frequent first', () => {
  const [kinds] = neuronOutcomes(
    [
      result(1, { different: 4 }),
      result(2, { different: 3, mirror: [[1, 2]] }),
      result(3, { different: 3, mirror: [[2, 4]] }),
      result(4, { different: 3, tied: [[2, 4]] }),
    ],
    [4],
  );
  assert.deepEqual(kinds, [
    { different: 3, alone: 2, alike: { tied: [], same: [], mirror: [2] }, dead: 0, seeds: [2, 3] },
    { different: 4, alone: 4, alike: { tied: [], same: [], mirror: [] }, dead: 0, seeds: [1] },
    { different: 3, alone: 2, alike: { tied: [2], same: [], mirror: [] }, dead: 0, seeds: [4] },
  ]);
});

test('a dead neuron is dead and nothing else, though it is like another', () => {
  const [[kind]] = neuronOutcomes(
    [
      result(1, {
        different: 1,
        same: [
          [1, 2],
          [4, 5],
        ],
        dead: [4, 5, 6],
      }),
    ],
    [6],
  );
  assert.deepEqual(kind, { different: 1, alone: 1, alike: { tied: [], same: [2], mirror: [] }, dead: 3, seeds: [1] });
});

test('every hidden layer has its own outcomes, and a network without one has none', () => {
  const layers = neuronOutcomes([result(1, { different: 2 }, { different: 1, tied: [[1, 2, 3]] })], [2, 3]);
  assert.deepEqual(
    layers.map(([{ different, alone, alike }]) => [different, alone, alike.tied]),
    [
      [2, 2, []],
      [1, 0, [3]],
    ],
  );
  assert.deepEqual(neuronOutcomes([result(1)], []), []);
});
