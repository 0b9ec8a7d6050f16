/** Verdicts: what is said of the neurons of a layer, by what the engine says of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parameterNames } from '../../web/experiment/parameters.js';
import { messages } from '../../web/messages/en/page.js';
import { openLab } from 'twin-neurons';
import { allPairs, differingParts, judge, judgeRun, unitParameters } from '../../web/ties/verdict.js';

/** @param {number} units @param {boolean} [bias] */
const shape = (units, bias = true) => ({ inputs: 2, hidden: units === 0 ? [] : [units], outputs: 1, bias });

/** @type {(list: readonly number[], at: number, value: number) => number[]} */
const replaced = (list, at, value) => list.map((present, which) => (which === at ? value : present));

describe('verdicts', () => {
  const network = shape(3, false);
  const tied = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.6, 0.6, 0.6];

  /** @param {number[]} values @param {number[][]} groups @param {number} distance @param {Partial<import('../../web/ties/verdict.js').Likeness>} [likeness] */
  const verdictOf = (values, groups, distance, likeness = {}) =>
    judge(
      network,
      values,
      [{ layer: 1, groups, effective: groups.length }],
      allPairs(3).map((units) => ({
        layer: 1,
        units,
        distance: groups.some((group) => units.every((unit) => group.includes(unit))) ? 0 : distance,
      })),
      [{ layer: 1, tied: [], same: [], mirror: [], dead: [], different: groups.length, ...likeness }],
    )[0];

  test('ties come from the engine alone: equal-looking neurons in two groups are near-tied', () => {
    assert.equal(verdictOf(tied, [[1, 2, 3]], 0).kind, 'tied');
    const near = verdictOf(replaced(tied, 4, 0.2 + 1e-12), [[1, 2], [3]], 1e-12);
    assert.equal(near.kind, 'mixed');
    assert.equal(near.nearest?.kind, 'near-tied');
    assert.match(
      messages.verdict.sentence(near, 5),
      /^Neurons 1 and 2 are exactly tied after 5 steps .* Neurons 1 and 3 are near-tied: they differ by 1\.0e\u221212\.$/,
    );
    const apart = verdictOf(replaced(tied, 4, 0.3), [[1, 2], [3]], 0.1);
    assert.match(
      messages.verdict.sentence(apart, 1),
      /exactly tied after 1 step \(every bit equal\)\. Neuron 3 is apart, by 0\.100 or more\.$/,
    );
    assert.equal(messages.verdict.different(apart), '2 different neurons.');
    assert.equal(
      messages.verdict.different(verdictOf(tied, [[1], [2], [3]], 0.5, { same: [[1, 2]], dead: [3], different: 1 })),
      'Bit by bit, 1 neuron in effect; rounded to what you see, fewer. Neurons 1 and 2 have equal incoming weights: they give the same numbers. Neuron 3 gives the same number in every example: not counted.',
    );
  });

  test('near-tied is judged by the sizes of what is compared', () => {
    /** @type {(one: number, other: number, size: number) => string | undefined} */
    const kindOf = (one, other, size) =>
      verdictOf([one, size, other, size, 9 * size, 9 * size, size, size, size], [[1], [2], [3]], Math.abs(one - other)).pairs[0].kind;
    assert.equal(kindOf(1.249e11, 1.151e11, 1e11), 'apart', 'both show as 1.2e+11');
    assert.equal(kindOf(1e-5, 2e-5, 1e-5), 'apart', 'both show as 0.0000');
    assert.equal(kindOf(1e-5, 1e-5 + 1e-12, 1e-5), 'near-tied');
    assert.equal(kindOf(0.2, 0.2000029, 0.4), 'near-tied');
    assert.equal(kindOf(0, 1e-9, 0.4), 'near-tied', 'small beside the other weights');
    assert.equal(kindOf(0.2, 0.2002, 100), 'apart', 'little beside the others, but seen');
  });

  test('a ReLU that is 0 in every example is silent, one that is another number in all of them is not', async () => {
    const lab = /** @type {import('../../web/engine/lab.js').Lab} */ (/** @type {unknown} */ (await openLab()));
    /** @type {(activation: string, w1: number[][], b1: number[]) => string} */
    const said = (activation, w1, b1) => {
      const w = [w1, [[0.6, 0.7]]];
      const init = { scheme: 'explicit', w, b: [b1, [0]] };
      const run = lab.start(/** @type {any} */ ({ network: { inputs: 2, hidden: [2], activation }, data: { set: 'xor' }, init }));
      const [verdict] = judgeRun(run);
      for (const unit of verdict.silent)
        for (const at of unitParameters(run.experiment.network, 1, unit)) assert.equal(run.gradients()[at] + 0, 0);
      run.close();
      return messages.verdict.different(verdict);
    };
    const [falling, flat] = [
      [
        [-1, -1],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ];
    assert.equal(
      said('relu', falling, [0, 0]),
      '1 neuron in effect. Neuron 1 is silent, 0 in every example: no example moves its weights. Not counted.',
    );
    assert.equal(said('relu', falling, [0.5, 0]), '2 different neurons.');
    assert.match(said('relu', flat, [0.5, 0]), /Neuron 1 gives the same number in every example: not counted\.$/);
    assert.match(said('tanh', flat, [0, 0]), /Neuron 1 gives the same number in every example: not counted\.$/);
    assert.match(
      said(
        'relu',
        [
          [-1, -1],
          [-1, 0],
        ],
        [0, -1],
      ),
      /Neurons 1 and 2 are silent, .* their weights\. Not counted\.$/,
    );
    lab.close();
  });

  test('what a layer is worth is asked of the engine: those that give the same are not different', async () => {
    const lab = /** @type {import('../../web/engine/lab.js').Lab} */ (/** @type {unknown} */ (await openLab()));
    /** @type {(change: object, w: number[][][]) => string} */
    const said = (change, w) => {
      const run = lab.start(
        /** @type {any} */ ({
          network: { inputs: 2, hidden: [2], bias: false, ...change },
          data: { set: 'xor' },
          init: { scheme: 'explicit', w },
        }),
      );
      const sentence = messages.verdict.different(judgeRun(run)[0]);
      run.close();
      return sentence;
    };
    assert.equal(
      said({}, [
        [
          [0.2, 0.4],
          [0.3, 0.4],
        ],
        [[0.6, 0.6]],
      ]),
      '2 different neurons.',
    );
    assert.equal(
      said({}, [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ]),
      '1 neuron in effect.',
    );
    assert.match(
      said({}, [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.7]],
      ]),
      /^1 neuron in effect\. Neurons 1 and 2 have equal incoming weights/,
    );
    assert.match(
      said({ activation: 'tanh' }, [
        [
          [0.2, 0.4],
          [-0.2, -0.4],
        ],
        [[0.6, 0.7]],
      ]),
      /^1 neuron in effect\. Neurons 1 and 2 are mirror images/,
    );
    lab.close();
  });

  test('a unit is compared by incoming weights, bias and outgoing weight', () => {
    const names = parameterNames(shape(2));
    assert.deepEqual(
      unitParameters(shape(2), 1, 2).map((index) => names[index]),
      ['w3', 'w4', 'b2', 'w6'],
    );
    const values = [0.2, 0.4, 0.2, 0.4, 0, 0, 0.6, -0.3, 0];
    assert.deepEqual(
      differingParts(shape(2), 1, (index) => values[index]),
      ['outgoing'],
    );
    assert.deepEqual(
      differingParts(shape(2), 1, (index) => replaced(values, 4, -0)[index]),
      ['bias', 'outgoing'],
      'minus zero is another bit',
    );
  });
});
