/** Verdicts: what is said of the neurons of a layer, by what the engine says of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parameterNames } from '../../web/experiment/parameters.js';
import { messages } from '../../web/messages/en/page.js';
import { allPairs, differingParts, judge, unitParameters } from '../../web/ties/verdict.js';

/** @param {number} units @param {boolean} [bias] */
const shape = (units, bias = true) => ({ inputs: 2, hidden: units === 0 ? [] : [units], outputs: 1, bias });

/** @type {(list: readonly number[], at: number, value: number) => number[]} */
const replaced = (list, at, value) => list.map((present, which) => (which === at ? value : present));

describe('verdicts', () => {
  const network = shape(3, false);
  const tied = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.6, 0.6, 0.6];

  /** @param {number[]} values @param {number[][]} groups @param {number} distance */
  const verdictOf = (values, groups, distance) =>
    judge(
      network,
      values,
      [{ layer: 1, groups, effective: groups.length }],
      allPairs(3).map((units) => ({
        layer: 1,
        units,
        distance: groups.some((group) => units.every((unit) => group.includes(unit))) ? 0 : distance,
      })),
    )[0];

  test('ties come from the engine alone: equal-looking neurons in two groups are near-tied', () => {
    assert.equal(verdictOf(tied, [[1, 2, 3]], 0).kind, 'tied');
    const near = verdictOf(replaced(tied, 4, 0.2 + 1e-12), [[1, 2], [3]], 1e-12);
    assert.equal(near.kind, 'mixed');
    assert.equal(near.nearest?.kind, 'near-tied');
    assert.match(
      messages.verdict.sentence(near, 5),
      /^Neurons 1 and 2 are exactly tied after 5 steps .* Neurons 1 and 3 are near-tied: they differ by 1\.0e-12\.$/,
    );
    const apart = verdictOf(replaced(tied, 4, 0.3), [[1, 2], [3]], 0.1);
    assert.match(
      messages.verdict.sentence(apart, 1),
      /exactly tied after 1 step \(every bit equal\)\. Neuron 3 is apart, by 0\.100 or more\.$/,
    );
    assert.equal(messages.verdict.effective(apart), 'The layer acts like 2 neurons.');
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
