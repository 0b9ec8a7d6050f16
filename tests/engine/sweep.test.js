/** Sweeps: what they compute, that sharing the work changes nothing, and how they end early. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { EngineError, ExperimentError, openLab } from 'twin-neurons';

const EXPERIMENT = {
  version: 1,
  network: { inputs: 2, hidden: [3] },
  data: { set: 'xor' },
  init: { scheme: 'normal', tie: [{ layer: 1, units: [1, 3] }] },
};

describe('a sweep', () => {
  /** @type {import('twin-neurons').Lab} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  test('gives for each seed what a run of its own gives, in order', async () => {
    const results = await lab.sweep(EXPERIMENT, { seeds: [7, 12], steps: 300 });
    const expected = [7, 8, 9, 10, 11, 12].map((seed) => {
      const run = lab.start({ ...EXPERIMENT, init: { ...EXPERIMENT.init, seed } });
      const { step, loss, stopped } = run.train(300);
      const { layer: _, ...worth } = run.likeness()[0];
      const result = {
        seed,
        step,
        loss,
        stopped,
        effective: [2],
        different: [run.likeness()[0].different],
        solved: run.solved(),
        baseline: run.baseline(),
        parted: null,
        fingerprint: run.fingerprint(),
        layers: [{ ...worth, nearest: { units: [1, 3], distance: 0 } }],
      };
      run.close();
      return result;
    });
    assert.deepEqual(results, expected);
    assert.equal(new Set(results.map(({ fingerprint }) => fingerprint)).size, 6);
  });

  test('has the same results with one worker as with three', async () => {
    const options = /** @type {const} */ ({ seeds: [0, 40], steps: 100 });
    assert.deepEqual(await lab.sweep(EXPERIMENT, { ...options, workers: 1 }), await lab.sweep(EXPERIMENT, { ...options, workers: 3 }));
  });

  test('tells how far it is, up to the end', async () => {
    /** @type {import('twin-neurons').SweepProgress[]} */
    const seen = [];
    await lab.sweep(EXPERIMENT, { seeds: [1, 30], steps: 10, workers: 2, onProgress: (progress) => seen.push(progress) });
    assert.ok(seen.length > 1);
    assert.ok(seen.every(({ done, total }, at) => total === 30 && done > (seen[at - 1]?.done ?? 0)));
    assert.equal(seen[seen.length - 1].done, 30);
  });

  test('hands on results as they come, each once, in the order of the seeds', async () => {
    for (const workers of [1, 3]) {
      /** @type {import('twin-neurons').SweepResult[][]} */
      const stretches = [];
      const results = await lab.sweep(EXPERIMENT, { seeds: [3, 60], steps: 200, workers, onResults: (some) => stretches.push(some) });
      assert.deepEqual(stretches.flat(), results);
      // One worker finishes task after task; of three, the first may be the slowest to start, and the others' results wait for it.
      assert.ok(stretches.length > (workers === 1 ? 5 : 0));
    }
  });

  test('reports a seed that diverges, and goes on with the others', async () => {
    const network = { inputs: 2, hidden: [2], activation: 'linear', outputActivation: 'linear' };
    const linear = { network, data: { set: 'xor' }, training: { learningRate: 100 } };
    const results = await lab.sweep(linear, { seeds: [1, 3], steps: 1000 });
    assert.deepEqual(
      results.map(({ stopped }) => stopped),
      ['diverged', 'diverged', 'diverged'],
    );
    assert.ok(results.every(({ loss, step }) => Number.isFinite(loss) && step < 1000));
  });

  test('takes one seed, and no steps', async () => {
    const [result, ...more] = await lab.sweep(EXPERIMENT, { seeds: [5, 5], steps: 0 });
    assert.deepEqual(more, []);
    assert.equal(result.step, 0);
  });

  test("ends with the signal's reason when it is aborted, before or while it runs", async () => {
    await assert.rejects(lab.sweep(EXPERIMENT, { seeds: [1, 9], steps: 10, signal: AbortSignal.abort() }), { name: 'AbortError' });
    const controller = new AbortController();
    const reason = new Error('enough');
    const endless = lab.sweep(EXPERIMENT, {
      seeds: [1, 100_000],
      steps: 1000,
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await assert.rejects(endless, reason);
  });

  test('leaves nothing behind at its signal', async () => {
    const { signal } = new AbortController();
    await lab.sweep(EXPERIMENT, { seeds: [1, 2], steps: 1, signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test('ends with what onProgress throws', async () => {
    const onProgress = () => {
      throw new RangeError('from the caller');
    };
    await assert.rejects(lab.sweep(EXPERIMENT, { seeds: [1, 9], steps: 10, onProgress }), {
      name: 'RangeError',
      message: 'from the caller',
    });
  });

  test('passes on what a worker refuses', async () => {
    const beyond = { ...EXPERIMENT, init: { scheme: 'normal', set: { w1: 1e12 }, nudge: [{ parameter: 'w1', by: 1e12 }] } };
    await assert.rejects(lab.sweep(beyond, { seeds: [1, 2], steps: 1 }), (error) => {
      assert.ok(error instanceof ExperimentError);
      assert.equal(error.path, 'init.nudge[0]');
      assert.match(error.message, /^init\.nudge\[0\]: [^:]+$/);
      return true;
    });
  });

  for (const scheme of ['explicit', 'zeros', 'constant']) {
    test(`is refused for the scheme ${scheme}, which takes no seed`, async () => {
      const init =
        scheme === 'explicit'
          ? {
              scheme,
              w: [
                [
                  [1, 1],
                  [1, 1],
                  [1, 1],
                ],
                [[1, 1, 1]],
              ],
            }
          : { scheme };
      await assert.rejects(lab.sweep({ ...EXPERIMENT, init }, { seeds: [1, 2], steps: 1 }), (error) => {
        return error instanceof ExperimentError && error.path === 'init.scheme' && error.message.includes('takes no seed');
      });
    });
  }

  /** @type {[string, any, RegExp][]} */
  const BAD_OPTIONS = [
    ['no options', undefined, /seeds must be a list of the first and the last seed; got nothing/],
    ['one number for the seeds', { seeds: 5, steps: 1 }, /got 5/],
    ['three seeds', { seeds: [1, 2, 3], steps: 1 }, /got a list/],
    ['a negative seed', { seeds: [-1, 2], steps: 1 }, /first seed must be a whole number.*got -1/],
    ['a seed past 32 bits', { seeds: [1, 2 ** 32], steps: 1 }, /last seed.*got 4294967296/],
    ['seeds the wrong way round', { seeds: [2, 1], steps: 1 }, /must not be larger than the last; got 2 and 1/],
    ['too many seeds', { seeds: [0, 1e6], steps: 1 }, /at most 1000000 seeds; got 1000001/],
    ['no steps', { seeds: [1, 2] }, /steps must be a whole number from 0.*got nothing/],
    ['half a step', { seeds: [1, 2], steps: 0.5 }, /got 0.5/],
    ['no workers', { seeds: [1, 2], steps: 1, workers: 0 }, /workers must be a whole number from 1 to 64; got 0/],
    ['a signal that is none', { seeds: [1, 2], steps: 1, signal: {} }, /AbortSignal; got an object/],
    ['progress that is no function', { seeds: [1, 2], steps: 1, onProgress: 1 }, /onProgress must be a function; got 1/],
    ['options that are none', null, /the options of sweep must be an object; got null/],
    [
      'an option that it does not have',
      { seeds: [1, 2], steps: 1, seed: 3 },
      /sweep has no option "seed"; it has seeds, steps, signal,.* and workers/,
    ],
    ['results for no function', { seeds: [1, 2], steps: 1, onResults: 'file' }, /onResults must be a function; got "file"/],
    ['a result for no function', { seeds: [1, 2], steps: 1, onResult: 'file' }, /onResult must be a function; got "file"/],
    ['a grid that is none', { seeds: [1, 2], steps: 1, grid: [1] }, /grid must be an object of lists of values, .*; got a list/],
    ['a grid without values', { seeds: [1, 2], steps: 1, grid: { loss: [] } }, /grid must be an object of lists/],
    ['half a part', { seeds: [1, 2], steps: 1, part: [1] }, /part must be a list of two numbers; got a list/],
    ['a part past the end', { seeds: [1, 2], steps: 1, part: [0, 2] }, /the part's last run must be a whole number from 0 to 1; got 2/],
    ['weights that are no yes or no', { seeds: [1, 2], steps: 1, weights: 1 }, /weights must be true or false; got 1/],
  ];
  for (const [what, options, words] of BAD_OPTIONS) {
    test(`is refused with ${what}`, async () => {
      await assert.rejects(lab.sweep(EXPERIMENT, options), (error) => {
        assert.ok(error instanceof EngineError, String(error));
        assert.equal(error.code, 'bad-argument');
        assert.match(error.message, words);
        return true;
      });
    });
  }
});
