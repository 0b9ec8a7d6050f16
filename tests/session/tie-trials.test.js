/** What breaks a tie: every row's answer, got by a run, against what is known to be so. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { createTieTrials } from '../../web/session/tie-trials.js';
import { TIE_BREAKERS } from '../../web/ties/breakers.js';
import { tiedExperiment } from '../support/shared.js';
import { BREAK_IT, DEPENDS, KEEP_IT } from '../panels/breaks/answers.js';

/** @typedef {import('../../web/session/tie-trials.js').TrialResult} TrialResult */
/** @typedef {import('../../web/session/tie-trials.js').TrialBase} TrialBase */

const TIED = PRESETS[0].experiment;

/** Networks on which every row must give the same answer. @type {Record<string, object>} */
const NETWORKS = {
  'XOR without biases': TIED,
  'XOR with biases, apart at the start': tiedExperiment({ network: { bias: true }, init: { scheme: 'normal', seed: 3 } }),
  'coffee, two of three neurons, tanh': {
    network: { inputs: 2, hidden: [3], activation: 'tanh' },
    data: { set: 'coffee', examples: 40 },
    init: { scheme: 'normal', seed: 2 },
    training: { learningRate: 0.1 },
  },
  'two hidden layers, the first of one neuron, squared error': {
    network: { inputs: 2, hidden: [1, 3], activation: 'softplus', outputActivation: 'linear' },
    data: { set: 'xor' },
    init: { scheme: 'normal', seed: 5 },
    training: { learningRate: 0.05 },
  },
  'a present experiment that already has dropout, noise and a nudge': tiedExperiment({
    training: { dropout: { rate: 0.5, seed: 9 }, gradientNoise: { std: 1, seed: 2 }, freeze: ['w3'], batchSize: 1 },
  }),
};

describe('a trial', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  /**
   * All trials of an experiment, as fast as they go.
   * @param {object} experiment
   * @param {number} steps
   */
  async function tryAll(experiment, steps) {
    const run = createTieTrials({ lab, fallback: TIED, now: () => performance.now(), requestFrame: (callback) => setImmediate(callback) });
    /** @type {Record<string, TrialResult>} */
    const results = {};
    /** @type {TrialBase[]} */
    const bases = [];
    await run(parseExperiment(experiment), {
      steps,
      signal: new AbortController().signal,
      onBase: (base) => bases.push(base),
      onResult: (result) => {
        results[result.id] = result;
      },
      onProgress: () => {},
    });
    return { results, base: bases[0] };
  }

  test('is made for every row, and every row has its answer here', () => {
    assert.deepEqual(TIE_BREAKERS.map(({ id }) => id).sort(), [...BREAK_IT, ...KEEP_IT, ...DEPENDS].sort());
  });

  for (const [name, experiment] of Object.entries(NETWORKS)) {
    test(`gives the known answers: ${name}`, async () => {
      const { results, base } = await tryAll(experiment, 400);
      assert.equal(base.isPresent, true);
      for (const id of KEEP_IT) {
        const { kind, parted, distance, step } = results[id];
        assert.deepEqual({ id, kind, parted, distance, step }, { id, kind: 'tied', parted: null, distance: 0, step: 400 });
      }
      for (const id of BREAK_IT) {
        assert.equal(results[id].kind, 'apart', id);
        assert.equal(results[id].healed, null, id);
        assert.ok(results[id].distance > 0, id);
      }
      for (const id of ['incoming', 'bias', 'outgoing', 'seed']) assert.equal(results[id].parted, 0, id);
    });
  }

  test('each row differs from the tied network in one thing', async () => {
    const { results, base } = await tryAll(TIED, 1);
    const plain = /** @type {any} */ (base.experiment);
    /** @type {(id: string) => string[]} */
    const changed = (id) => {
      const other = /** @type {any} */ (results[id].experiment);
      const parts = ['network', 'data', 'loss', 'training'].flatMap((part) =>
        typeof plain[part] === 'string'
          ? []
          : Object.keys(plain[part]).filter((key) => JSON.stringify(plain[part][key]) !== JSON.stringify(other[part][key])),
      );
      const started = JSON.stringify(plain.init.w) === JSON.stringify(other.init.w) && other.init.nudge.length === 0 ? [] : ['start'];
      return [...parts, ...started];
    };
    assert.deepEqual(Object.fromEntries(TIE_BREAKERS.map(({ id }) => [id, changed(id)])), {
      nothing: [],
      incoming: ['start'],
      bias: ['bias', 'start'],
      outgoing: ['start'],
      'output-bias': ['bias', 'start'],
      'mini-batches': ['batchSize'],
      momentum: ['optimizer'],
      adam: ['optimizer'],
      l2: ['l2'],
      dropout: ['dropout'],
      'gradient-noise': ['gradientNoise'],
      'unit-learning-rate': ['unitLearningRates'],
      'frozen-weight': ['freeze'],
      'one-ulp': ['start'],
      seed: ['start'],
    });
  });

  test('finds the very step of parting', async () => {
    const { results } = await tryAll(PRESETS[4].experiment, 50);
    assert.equal(results['frozen-weight'].parted, 2, 'from zeros, the first step moves outgoing weights alone');
    for (const id of ['dropout', 'gradient-noise', 'unit-learning-rate', 'frozen-weight']) {
      const { parted, experiment } = results[id];
      assert.ok(parted !== null && parted > 0, id);
      const run = lab.start(experiment);
      run.train(parted - 1);
      assert.equal(run.distance(1, 1, 2), 0, id);
      run.train(1);
      assert.notEqual(run.distance(1, 1, 2), 0, id);
      run.close();
    }
  });

  test('of a last bit says what happened: a stall, growth or healing, to the step', async () => {
    const stalled = (await tryAll(TIED, 2000)).results['one-ulp'];
    assert.equal(stalled.kind, 'near-tied');
    assert.ok(stalled.distance > 0 && stalled.distance < 1e-9);
    const grown = (await tryAll(tiedExperiment({ training: { learningRate: 5 } }), 6000)).results['one-ulp'];
    assert.equal(grown.kind, 'apart');
    assert.ok(grown.distance > 1);
    const or = { ...tiedExperiment({ network: { bias: true } }), data: { set: 'or' } };
    const merged = (await tryAll(or, 100)).results['one-ulp'];
    assert.equal(merged.kind, 'tied');
    assert.equal(merged.parted, 0);
    assert.ok(merged.healed !== null && merged.healed > 0);
    const run = lab.start(merged.experiment);
    run.train(merged.healed - 1);
    assert.notEqual(run.distance(1, 1, 2), 0);
    run.train(1);
    assert.equal(run.distance(1, 1, 2), 0);
    run.close();
  });

  test('takes the lab\u2019s tied network where the present one has no pair', async () => {
    const { base, results } = await tryAll(PRESETS[5].experiment, 10);
    assert.equal(base.isPresent, false);
    assert.deepEqual(base.experiment.network.hidden, [2]);
    assert.equal(Object.keys(results).length, TIE_BREAKERS.length);
  });

  test('that diverges stops there and says so', async () => {
    const wild = tiedExperiment({ network: { activation: 'linear', outputActivation: 'linear' }, training: { learningRate: 1e6 } });
    const { results } = await tryAll(wild, 500);
    assert.equal(results.nothing.stopped, 'diverged');
    assert.ok(results.nothing.step < 500);
    assert.ok(Object.values(results).every(({ distance }) => Number.isFinite(distance)));
  });

  test('works in slices of a frame, can be canceled, and leaves no run behind', async () => {
    const alive = lab.alive;
    let time = 0;
    /** @type {(() => void)[]} */
    const frames = [];
    const controller = new AbortController();
    const run = createTieTrials({ lab, fallback: TIED, now: () => (time += 1), requestFrame: (callback) => frames.push(callback) });
    /** @type {number[]} */
    const done = [];
    const trials = run(parseExperiment(TIED), {
      steps: 1000,
      signal: controller.signal,
      onBase: () => {},
      onResult: () => {},
      onProgress: (part) => done.push(part),
    });
    for (let frame = 0; frame < 5; frame += 1) {
      const before = time;
      frames.splice(0).forEach((callback) => callback());
      assert.ok(time - before <= 12, `${time - before} ms`);
    }
    assert.equal(done.length, 6);
    assert.ok(done.every((part, at) => part > (done[at - 1] ?? 0) && part < 1));
    controller.abort();
    frames.splice(0).forEach((callback) => callback());
    await assert.rejects(trials, { name: 'AbortError' });
    assert.equal(frames.length, 0);
    assert.equal(lab.alive, alive);
  });
});
