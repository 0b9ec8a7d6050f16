/** Starts carried over to networks of another shape: what stays, what is doubled, and what the engine makes of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseExperiment } from 'twin-neurons';
import { withChoice, withLayers } from '../../web/experiment/edits.js';
import { carriedTraining, readStart, renamedParameter, resizeStart } from '../../web/experiment/reshape.js';
import { tiedExperiment } from '../support/shared.js';

const shape = fc.record({
  inputs: fc.integer({ min: 1, max: 6 }),
  hidden: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
  outputs: fc.integer({ min: 1, max: 3 }),
  bias: fc.boolean(),
});

/** @param {{ w: number[][][], b: number[][] }} start */
const sizes = ({ w, b }) => ({ w: w.map((rows) => rows.map((row) => row.length)), b: b.map((row) => row.length) });

/** @param {import('../../web/experiment/parameters.js').Shape} network */
function countedStart(network) {
  return readStart(
    network,
    Array.from({ length: 10_000 }, (_, at) => at + 1),
  );
}

describe('a start in another shape', () => {
  test('always has the sizes of the new network, and only numbers', () => {
    fc.assert(
      fc.property(shape, shape, (from, to) => {
        const moved = resizeStart(countedStart(from), to);
        assert.deepEqual(sizes(moved), sizes(countedStart(to)));
        assert.ok([...moved.w.flat(2), ...moved.b.flat()].every(Number.isFinite));
      }),
    );
  });

  test('in the same shape is the same', () => {
    fc.assert(fc.property(shape, (network) => assert.deepEqual(resizeStart(countedStart(network), network), countedStart(network))));
  });

  test('keeps the hidden layers that stay, and what is new is the twin of the last', () => {
    const from = { inputs: 2, hidden: [2], outputs: 1, bias: true };
    const start = {
      w: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
      b: [[7, 8], [9]],
    };
    assert.deepEqual(resizeStart(start, { ...from, hidden: [3] }), {
      w: [
        [
          [1, 2],
          [3, 4],
          [3, 4],
        ],
        [[5, 6, 6]],
      ],
      b: [[7, 8, 8], [9]],
    });
    assert.deepEqual(resizeStart(start, { ...from, hidden: [2, 2] }), {
      w: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [5, 6],
        ],
        [[0.5, 0.5]],
      ],
      b: [[7, 8], [0, 0], [9]],
    });
    assert.deepEqual(resizeStart(start, { ...from, hidden: [] }), { w: [[[1, 2]]], b: [[9]] });
    assert.deepEqual(resizeStart(start, { ...from, inputs: 3 }), {
      w: [
        [
          [1, 2, 2],
          [3, 4, 4],
        ],
        [[5, 6]],
      ],
      b: [[7, 8], [9]],
    });
  });
});

describe('names carried over', () => {
  test('follow their place: an outgoing weight stays the output\u2019s', () => {
    const from = { inputs: 2, hidden: [2], outputs: 1, bias: true };
    const to = { ...from, hidden: [3] };
    assert.deepEqual(
      ['w1', 'w4', 'w5', 'w6', 'b2', 'b3'].map((name) => renamedParameter(from, to, name)),
      ['w1', 'w4', 'w7', 'w8', 'b2', 'b4'],
    );
    assert.deepEqual(
      ['w3', 'b1', 'w5'].map((name) => renamedParameter(from, { ...from, hidden: [1], bias: false }, name)),
      [null, null, 'w3'],
    );
  });

  test('what has no place any more is let go', () => {
    const from = { inputs: 2, hidden: [2], outputs: 1, bias: false };
    const training = {
      freeze: ['w3', 'w5'],
      unitLearningRates: [
        { layer: 1, unit: 2, factor: 0.5 },
        { layer: 2, unit: 1, factor: 2 },
      ],
    };
    const carried = carriedTraining(training, from, { ...from, hidden: [] });
    assert.deepEqual(carried, { freeze: ['w1'], unitLearningRates: [{ layer: 1, unit: 1, factor: 2 }] });
  });
});

describe('changes of an experiment', () => {
  const tied = parseExperiment(tiedExperiment({ training: { freeze: ['w6'] } }));
  const values = [0.2, 0.4, 0.2, 0.4, 0.6, 0.6];

  test('layers: any shape within the limits makes an experiment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), (hidden) => {
        assert.deepEqual(parseExperiment(withLayers(tied, values, hidden)).network.hidden, hidden);
      }),
    );
    for (const hidden of [[0], [129], [1.5], Array(9).fill(2)]) {
      assert.throws(() => parseExperiment(withLayers(tied, values, hidden)), { name: 'ExperimentError' });
    }
  });

  test('data: inputs and outputs follow, and tied neurons stay tied', () => {
    const demand = parseExperiment(withChoice(tied, values, { data: { set: 'demand' } }));
    assert.deepEqual([demand.network.inputs, demand.network.outputs], [4, 1]);
    assert.deepEqual(demand.init.scheme === 'explicit' && demand.init.w[0], [
      [0.2, 0.4, 0.4, 0.4],
      [0.2, 0.4, 0.4, 0.4],
    ]);
    assert.deepEqual(demand.training.freeze, ['w10']);
    const own = parseExperiment(
      withChoice(tied, values, {
        data: {
          x: [[1], [2]],
          y: [
            [0, 1],
            [1, 0],
          ],
        },
      }),
    );
    assert.deepEqual([own.network.inputs, own.network.outputs], [1, 2]);
  });

  test('the loss and the output\u2019s activation follow each other', () => {
    const linear = parseExperiment(withChoice(tied, values, { outputActivation: 'linear' }));
    assert.deepEqual([linear.network.outputActivation, linear.loss], ['linear', 'squared-error']);
    const back = parseExperiment(withChoice(linear, values, { loss: 'cross-entropy' }));
    assert.deepEqual([back.network.outputActivation, back.loss], ['sigmoid', 'cross-entropy']);
  });

  test('training: what is named changes, the rest stays', () => {
    const adam = parseExperiment(withChoice(tied, values, { training: { optimizer: 'adam', dropout: { rate: 0.25, seed: 3 } } }));
    assert.deepEqual([adam.training.optimizer, adam.training.dropout.rate, adam.training.learningRate], ['adam', 0.25, 0.5]);
    assert.deepEqual(adam.training.freeze, ['w6']);
  });
});
