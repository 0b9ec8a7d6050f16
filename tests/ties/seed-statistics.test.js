/** What the results of many seeds come to: the histogram of losses and the summary. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { STARTS, histogram, majorityShare, seededExperiment, summarize } from '../../web/ties/seed-statistics.js';

/** @typedef {import('../../web/engine/sweep.js').SweepResult} SweepResult */

/**
 * @param {number} seed
 * @param {Partial<SweepResult>} parts
 * @returns {SweepResult}
 */
const result = (seed, parts) => ({
  seed,
  step: 10,
  loss: 0.5,
  stopped: null,
  effective: [2],
  different: [2],
  solved: 1,
  baseline: 0.5,
  parted: 0,
  fingerprint: '',
  layers: [],
  ...parts,
});

describe('a histogram of final losses', () => {
  test('has round edges, at most a dozen bars, and every run in its bar', () => {
    const losses = Array.from({ length: 500 }, (_, at) => 0.0123 + (0.68 * ((at * 37) % 500)) / 500);
    const bins = histogram(losses.map((loss, at) => result(at, { loss })));
    assert.ok(bins.length <= 12 && bins.length >= 5);
    assert.equal(
      bins.reduce((sum, { results }) => sum + results.length, 0),
      500,
    );
    for (const [at, { from, to, results }] of bins.entries()) {
      assert.ok(results.every(({ loss }) => loss >= from && loss < to));
      if (at > 0) assert.equal(from, bins[at - 1].to);
    }
    assert.ok(bins[0].results.length > 0 && bins[bins.length - 1].results.length > 0);
  });

  test('is one bar where all runs end alike, none where none stayed finite, and leaves diverged runs out', () => {
    assert.equal(histogram([result(1, { loss: Math.LN2 }), result(2, { loss: Math.LN2 + 1e-12 })]).length, 1);
    assert.equal(histogram([result(1, { loss: 0 })]).length, 1);
    assert.deepEqual(histogram([result(1, { stopped: 'diverged' })]), []);
    const bins = histogram([result(1, { loss: 1e30, stopped: 'diverged' }), result(2, { loss: 0.1 })]);
    assert.deepEqual(
      bins.map(({ results }) => results.map(({ seed }) => seed)),
      [[2]],
    );
    assert.ok(histogram([result(1, { loss: 1e-9 }), result(2, { loss: 1e12 })]).length <= 12);
  });
});

describe('a summary', () => {
  test('counts the solved, the diverged and the partings', () => {
    const summary = summarize([
      result(1, { loss: 0.3, solved: 0.75, parted: null }),
      result(2, { loss: 0.1, parted: 40 }),
      result(3, { loss: 0.2, parted: 7 }),
      result(4, { loss: 9, stopped: 'diverged', solved: 0.5 }),
    ]);
    assert.deepEqual([summary.seeds, summary.diverged, summary.solved], [4, 1, 2]);
    assert.deepEqual([summary.best?.seed, summary.middle?.seed, summary.worst?.seed], [2, 3, 1]);
    assert.deepEqual(summary.parted, { atStart: 1, never: 1, later: [7, 40] });
  });

  test('says nothing of solving where targets are no yes or no', () => {
    assert.equal(summarize([result(1, { solved: null })]).solved, null);
  });

  test('knows the share of the majority', () => {
    assert.equal(majorityShare([[1], [0], [0], [0]]), 0.75);
    assert.equal(majorityShare([[1], [1], [0]]), 2 / 3);
  });
});

test('a seed has three starts: at random, all neurons from one, and these with one weight a last bit apart', () => {
  assert.deepEqual([...STARTS], ['random', 'tied', 'one-ulp']);
  const base = parseExperiment({
    network: { inputs: 2, hidden: [3, 1, 2] },
    data: { set: 'xor' },
    init: { scheme: 'normal', seed: 1 },
    training: { learningRate: 1 },
  });
  const made = STARTS.map((start) => seededExperiment(base, start, 7).init);
  const everywhere = [
    { layer: 1, units: [1, 2, 3], what: ['incoming', 'bias', 'outgoing'] },
    { layer: 3, units: [1, 2], what: ['incoming', 'bias', 'outgoing'] },
  ];
  assert.deepEqual(
    made.map((init) => [/** @type {any} */ (init).seed, init.tie, init.nudge]),
    [
      [7, [], []],
      [7, everywhere, []],
      [7, everywhere, [{ parameter: 'w1', ulps: 1 }]],
    ],
  );
  const narrow = parseExperiment({ ...base, network: { ...base.network, hidden: [1] } });
  assert.deepEqual(seededExperiment(narrow, 'tied', 7).init.tie, [], 'one neuron has no twin');
});
