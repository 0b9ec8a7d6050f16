/** A start changed by hand: ties made and taken back, nudges, locked neurons; what the engine then starts from. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { ulpOf } from '../../web/base/bits.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import {
  createLocks,
  numbersOf,
  unitParts,
  withNudge,
  withParametersAt,
  withTie,
  withoutNudges,
  withoutTie,
} from '../../web/ties/tie-edits.js';
import { tiedExperiment } from '../support/shared.js';

describe('a start changed by hand', () => {
  /** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());
  const names = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
  /** @type {import('../../web/ties/tie-edits.js').UnitPair} */
  const pair = { layer: 1, units: [1, 2] };
  const seeded = () => lab.start(/** @type {any} */ ({ ...tiedExperiment(), init: { scheme: 'uniform', seed: 42 } }));
  /** @param {import('../../web/experiment/experiment.js').ExperimentInput} experiment */
  const startOf = (experiment) => {
    const run = lab.start(experiment);
    const start = { experiment: run.experiment, values: [...run.parameters()] };
    run.close();
    return start;
  };

  test('a tie copies one part of the first neuron, and taking it back restores what was there', () => {
    const run = seeded();
    const before = [...run.parameters()];
    const incoming = startOf(withTie(run.experiment, pair, 'incoming', names));
    assert.deepEqual(incoming.values, [before[0], before[1], before[0], before[1], before[4], before[5]]);
    const both = startOf(withTie(incoming.experiment, pair, 'outgoing', names));
    assert.deepEqual(both.values, [before[0], before[1], before[0], before[1], before[4], before[4]]);
    const freed = withoutTie(both.experiment, pair, 'incoming');
    assert.ok(freed);
    assert.deepEqual(startOf(freed).values, [...before.slice(0, 5), before[4]]);
    assert.equal(withoutTie(run.experiment, pair, 'incoming'), null, 'where nothing is tied, nothing is taken back');
  });

  test('one of three tied neurons is freed alone, and of one part alone', () => {
    const init = { scheme: 'uniform', seed: 42, tie: [{ layer: 1, units: [1, 2, 3], what: ['incoming', 'outgoing'] }] };
    const { experiment } = startOf(/** @type {any} */ ({ ...tiedExperiment({ network: { hidden: [3] } }), init }));
    const freed = withoutTie(experiment, { layer: 1, units: [1, 3] }, 'incoming');
    assert.ok(freed);
    const { values } = startOf(freed);
    assert.deepEqual(values.slice(0, 2), values.slice(2, 4));
    assert.notDeepEqual(values.slice(0, 2), values.slice(4, 6));
    assert.equal(new Set(values.slice(6)).size, 1);
  });

  test('a nudge is exact, another replaces it, and a tie takes it back', () => {
    const { experiment } = startOf(/** @type {any} */ (tiedExperiment()));
    const ulp = startOf(withNudge(experiment, { parameter: 'w1', ulps: 1 }));
    assert.equal(ulp.values[0], 0.2 + ulpOf(0.2));
    const larger = startOf(withNudge(ulp.experiment, { parameter: 'w1', by: 0.125 }));
    assert.equal(larger.values[0], 0.325);
    assert.deepEqual(startOf(withTie(larger.experiment, pair, 'incoming', names)).values, [0.2, 0.4, 0.2, 0.4, 0.6, 0.6]);
    assert.equal(startOf(withoutNudges(larger.experiment)).values[0], 0.2);
  });

  test('locked neurons are edited as one, on both sides', () => {
    const locks = createLocks();
    const deep = { inputs: 2, hidden: [3, 2], outputs: 1, bias: true };
    assert.deepEqual(locks.together(deep, 'w1'), ['w1']);
    locks.set(pair, true);
    assert.ok(locks.has({ layer: 1, units: [2, 1] }));
    assert.deepEqual(locks.together(deep, 'w3'), ['w3', 'w1']);
    assert.deepEqual(locks.together(deep, 'b1'), ['b1', 'b2']);
    assert.deepEqual(locks.together(deep, 'w7'), ['w7', 'w8']);
    locks.set({ layer: 1, units: [2, 3] }, true);
    assert.deepEqual(locks.together(deep, 'w2'), ['w2', 'w4', 'w6']);
    assert.deepEqual(locks.together({ ...deep, hidden: [2, 2] }, 'w5'), ['w5', 'w6'], 'there is no third neuron any more');
    assert.deepEqual(locks.together({ ...deep, hidden: [2, 2] }, 'w1'), ['w1', 'w3']);
    assert.deepEqual(locks.together({ ...deep, hidden: [] }, 'w1'), ['w1']);
    locks.clear();
    assert.deepEqual(locks.together(deep, 'w2'), ['w2']);
    const { experiment, values } = startOf(/** @type {any} */ (tiedExperiment()));
    assert.deepEqual(startOf(withParametersAt(experiment, values, ['w1', 'w3'], 0.7)).values, [0.7, 0.4, 0.7, 0.4, 0.6, 0.6]);
  });

  test('neurons are numbered through the network, and have their own parameters', () => {
    const deep = { inputs: 2, hidden: [3, 2], outputs: 2, bias: true };
    assert.deepEqual(numbersOf(deep, { layer: 1, units: [1, 3] }), [1, 3]);
    assert.deepEqual(numbersOf(deep, { layer: 2, units: [1, 2] }), [4, 5]);
    const parts = unitParts(deep, 2, 2, parameterNames(deep));
    assert.deepEqual(parts, { incoming: ['w10', 'w11', 'w12'], bias: ['b5'], outgoing: ['w14', 'w16'] });
    const bare = { ...deep, bias: false };
    assert.deepEqual(unitParts(bare, 1, 1, parameterNames(bare)), { incoming: ['w1', 'w2'], bias: [], outgoing: ['w7', 'w10'] });
  });
});
