/**
 * What a sweep says of each seed, whichever way the seed takes through the engine (web/engine/many-seeds.js): the same as a run of its own. And what
 * else it can be asked for: grids, parts, parameters, a callback a run.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { ExperimentError, judgeRun, openLab, parseExperiment } from 'twin-neurons';
import { watchOutcome } from '../../web/ties/run-outcome.js';

const xor = { version: 1, network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'glorot-uniform' } };
const tie = [{ layer: 1, units: [1, 2] }];

/** Experiments with steps, one for each way and what may be wrong on it. @type {Record<string, [any, number]>} */
const CASES = {
  'side by side': [xor, 200],
  'side by side, tied for good': [{ ...xor, init: { ...xor.init, tie } }, 200],
  'with a history, since the tied may part': [{ ...xor, init: { ...xor.init, tie }, training: { dropout: { rate: 0.5 } } }, 50],
  'with a history, nudged': [
    { ...xor, init: { ...xor.init, tie, nudge: [{ parameter: 'w1', by: 1e-5 }] }, training: { learningRate: 20 } },
    300,
  ],
  'side by side, but for a few that look alike at the start': [
    { ...xor, init: { scheme: 'uniform-range', low: 0.5, high: 0.50025 }, training: { learningRate: 20 } },
    300,
  ],
  'alone, in wide layers': [{ ...xor, network: { inputs: 2, hidden: [7, 3], activation: 'tanh' } }, 50],
  'in mini-batches': [{ ...xor, data: { set: 'moons', examples: 90 }, training: { batchSize: 7, optimizer: 'adam' } }, 100],
  'with changes on the way': [
    {
      ...xor,
      training: {
        learningRate: 1,
        schedule: [
          { from: 20, learningRate: 0.1, l2: 0.01 },
          { from: 60, l2: 0, l1: 0.001 },
        ],
      },
    },
    100,
  ],
  'alone, with changes on the way': [
    {
      ...xor,
      network: { inputs: 2, hidden: [7, 3], activation: 'tanh' },
      training: { optimizer: 'momentum', schedule: [{ from: 20, learningRate: 0.1 }] },
    },
    50,
  ],
  'without a hidden layer': [{ ...xor, network: { inputs: 2, hidden: [] } }, 50],
  'with targets that are no sides': [
    {
      ...xor,
      data: {
        x: [
          [0, 1],
          [1, 1],
          [1, 0],
        ],
        y: [0.5, 1, 0],
      },
      loss: 'squared-error',
    },
    50,
  ],
  'until some diverge': [
    {
      ...xor,
      network: { inputs: 2, hidden: [2], activation: 'linear', outputActivation: 'linear' },
      loss: 'squared-error',
      init: { scheme: 'normal', scale: 1 },
      training: { learningRate: 0.6 },
    },
    300,
  ],
};

describe('a sweep', () => {
  /** @type {import('twin-neurons').Lab} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  /** @param {any} experiment @param {number} seed @param {number} steps */
  function alone(experiment, seed, steps) {
    const run = lab.start({ ...experiment, init: { ...experiment.init, seed } });
    const first = [...run.parameters()];
    const outcomeOf = watchOutcome(/** @type {any} */ (run));
    const outcome = outcomeOf(run.train(steps));
    const result = { seed, ...outcome };
    const last = [...run.parameters()];
    run.close();
    return { result, first, last };
  }

  for (const [name, [experiment, steps]] of Object.entries(CASES)) {
    // Enough seeds that some tasks are large enough for the way side by side.
    test(`says of each seed what its own run says: ${name}`, async () => {
      const options = /** @type {const} */ ({ seeds: [1, 600], steps, workers: 1 });
      const results = await lab.sweep(experiment, { ...options, weights: true });
      assert.deepEqual(
        await lab.sweep(experiment, options),
        results.map(({ first: _, last: __, ...result }) => result),
      );
      for (const at of [0, 1, 2, 150, 298, 299, 450, 599]) {
        const { result, first, last } = alone(experiment, at + 1, steps);
        assert.deepEqual(results[at], { ...result, first, last });
      }
      if (name.endsWith('look alike at the start')) {
        const alike = results.filter((each) => each.parted !== 0).length;
        assert.ok(alike > 5 && alike < 100, `${alike}`);
      }
      if (name === 'until some diverge') {
        const stopped = results.filter((each) => each.stopped === 'diverged').length;
        assert.ok(stopped > 0 && stopped < 600, `${stopped}`);
      }
    });
  }

  test('is the same where the module for many seeds is not to be had', async () => {
    const other = await openLab({ wasm: readFileSync(new URL('../../dist/engine.wasm', import.meta.url)) });
    const options = /** @type {const} */ ({ seeds: [0, 99], steps: 60 });
    assert.deepEqual(await other.sweep(xor, options), await lab.sweep(xor, options));
    other.close();
  });

  test('trains every combination of a grid, and says which in each result', async () => {
    const grid = { 'training.learningRate': [0.1, 2], 'network.hidden': [2, [3, 2]], 'init.scheme': ['he-normal'] };
    const results = await lab.sweep(xor, { seeds: [5, 9], steps: 40, grid });
    assert.equal(results.length, 20);
    const settings = results.map((result) => result.grid);
    assert.deepEqual(
      [settings[0], settings[5], settings[10], settings[15]],
      [
        [0.1, 2],
        [0.1, [3, 2]],
        [2, 2],
        [2, [3, 2]],
      ].map(([learningRate, hidden]) => ({ 'training.learningRate': learningRate, 'network.hidden': hidden, 'init.scheme': 'he-normal' })),
    );
    const one = { ...xor, network: { inputs: 2, hidden: [3, 2] }, init: { scheme: 'he-normal' }, training: { learningRate: 2 } };
    const { result } = alone(one, 7, 40);
    assert.deepEqual(results[17], { grid: settings[15], ...result });
    const part = await lab.sweep(xor, { seeds: [5, 9], steps: 40, grid, part: [8, 16] });
    assert.deepEqual(part, results.slice(8, 17));
  });

  test('refuses a grid of what is no experiment', async () => {
    /** @type {[object, string, RegExp][]} */
    const wrong = [
      [{ 'init.seed': [1, 2] }, 'init.seed', /takes the seeds of the sweep/],
      [{ 'training.learningRate': [0.1, -1] }, 'training.learningRate', /got -1/],
      [{ 'training.no.such': [1] }, 'training.no.such', /is no field/],
      [{ 'training.speed': [1] }, 'training.speed', /./],
      [{ 'init.scheme': ['zeros'] }, 'init.scheme', /takes no seed/],
    ];
    for (const [grid, path, words] of wrong) {
      await assert.rejects(lab.sweep(xor, { seeds: [1, 2], steps: 1, grid: /** @type {any} */ (grid) }), (error) => {
        assert.ok(error instanceof ExperimentError, String(error));
        assert.equal(error.path, path);
        assert.match(error.message, words);
        return true;
      });
    }
  });

  test('calls back with each run, in order, and keeps results only for who asks for them then', async () => {
    /** @type {number[]} */
    const seen = [];
    const onResult = async (/** @type {{ seed: number }} */ { seed }) => void seen.push(seed);
    assert.deepEqual(await lab.sweep(xor, { seeds: [3, 40], steps: 5, onResult }), []);
    assert.deepEqual(
      seen,
      Array.from({ length: 38 }, (_, at) => at + 3),
    );
    assert.equal((await lab.sweep(xor, { seeds: [3, 4], steps: 5, onResult, keep: true })).length, 2);
  });
});

test('the package judges a run as the page does', async () => {
  const lab = await openLab();
  const run = lab.start(parseExperiment({ ...xor, init: { ...xor.init, tie, seed: 1 } }));
  assert.deepEqual(
    judgeRun(run).map(({ kind, tied }) => [kind, tied]),
    [['tied', [[1, 2]]]],
  );
  lab.close();
});
