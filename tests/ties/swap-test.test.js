/** The swap test: two neurons exchanged at the start exchange their curves; what is taken for a swap and what is not. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { compareSwapped, findSwap, withSwappedUnits } from '../../web/ties/swap-test.js';
import { swappedPlaces } from '../../web/ties/swapped-places.js';
import { atOnce } from '../support/shared.js';

/** @typedef {import('../../web/experiment/compare.js').Side} Side */

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {any} */
const TIED = PRESETS[0].experiment;

/** @param {any} experiment @returns {Side} */
function sideOf(experiment) {
  const run = lab.start(experiment);
  const start = run.parameters();
  run.close();
  return { experiment: run.experiment, start };
}

/** @param {any} experiment @param {number} steps */
function trained(experiment, steps) {
  const run = lab.start(experiment);
  const start = run.parameters();
  run.train(steps);
  const result = {
    experiment: run.experiment,
    start,
    values: run.parameters(),
    loss: run.loss(),
    names: run.names,
    history: run.history(),
  };
  run.close();
  return result;
}

const random = { ...TIED, init: { scheme: 'uniform', scale: 1, seed: 3 } };
/** @type {[string, any, import('../../web/ties/swap-test.js').SwappedUnits, boolean][]} */
const cases = [
  ['two neurons, no biases: the same bits', random, { layer: 1, units: [1, 2] }, true],
  [
    'with momentum, mini-batches, a frozen weight and a learning rate of its own',
    {
      ...random,
      training: {
        optimizer: 'momentum',
        learningRate: 0.1,
        batchSize: 3,
        freeze: ['w1'],
        unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }],
      },
    },
    { layer: 1, units: [1, 2] },
    true,
  ],
  ['three neurons: up to rounding', { ...random, network: { ...random.network, hidden: [3] } }, { layer: 1, units: [1, 3] }, false],
  [
    'with biases, in the second layer: up to rounding',
    { ...random, network: { ...random.network, hidden: [2, 2], bias: true } },
    { layer: 2, units: [1, 2] },
    false,
  ],
];
for (const [what, experiment, swapped, isExact] of cases) {
  test(what, () => {
    const one = trained(experiment, 400);
    const other = trained(withSwappedUnits(one.experiment, one.start, swapped), 400);
    assert.deepEqual(findSwap(one, other), swapped);
    assert.deepEqual(
      [...other.start],
      swappedPlaces(one.experiment.network, swapped).map((place) => one.start[place]),
    );
    assert.notDeepEqual(other.values, one.values);
    const outcome = atOnce(compareSwapped(one.experiment.network, swapped, one, other));
    assert.equal(outcome.isExact, isExact);
    // Rounding grows along a run; 400 steps of these leave it far below what any chart shows.
    assert.ok(outcome.curves < 1e-10 && outcome.loss < 1e-12, JSON.stringify(outcome));
    if (isExact) assert.deepEqual([outcome.curves, outcome.loss], [0, 0]);
  });
}

test('two of many neurons are found, in whatever layer, by their weights on one side alone, too', () => {
  const network = { ...random.network, hidden: [20, 2, 2] };
  const one = sideOf({ ...random, network });
  for (const swapped of /** @type {import('../../web/ties/swap-test.js').SwappedUnits[]} */ ([
    { layer: 1, units: [3, 19] },
    { layer: 2, units: [1, 2] },
    { layer: 3, units: [1, 2] },
  ]))
    assert.deepEqual(findSwap(one, sideOf(withSwappedUnits(one.experiment, one.start, swapped))), swapped);
  const tie = [{ layer: 1, units: [3, 19], what: ['incoming', 'bias'] }];
  const alike = sideOf({ ...random, network, init: { ...random.init, tie } });
  const swapped = { layer: 1, units: /** @type {[number, number]} */ ([3, 19]) };
  assert.deepEqual(findSwap(alike, sideOf(withSwappedUnits(alike.experiment, alike.start, swapped))), swapped);
});

test('another change is not taken for a swap', () => {
  const one = sideOf(random);
  const exchanged = parseExperiment(withSwappedUnits(one.experiment, one.start, { layer: 1, units: [1, 2] }));
  assert.equal(findSwap(one, one), null);
  assert.equal(findSwap(one, sideOf(TIED)), null);
  assert.equal(findSwap(one, sideOf({ ...exchanged, training: { ...exchanged.training, learningRate: 1 } })), null);
  assert.equal(findSwap(one, sideOf({ ...random, network: { ...random.network, hidden: [3] } })), null);
  assert.notEqual(findSwap(one, sideOf(exchanged)), null);
});
