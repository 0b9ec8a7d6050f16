/** The runs of the chapters beyond the question. Some go on where another has ended, and some take longer than a frame: they are made in slices, before they are shown. */

import { withRun } from '../../../base/with-run.js';
import { recordMoments } from '../../../session/recording.js';
import { inSlices } from '../../../session/slices.js';
import { waysOf } from './ways.js';

/** @typedef {import('../../../engine/lab.js').Lab} Lab */
/** @typedef {import('../../../figures/figure.js').Recording} Recording */
/** @typedef {import('../chapter.js').LessonRun} LessonRun */
/** @typedef {import('./chapter.js').BeyondChapter} BeyondChapter */
/** @typedef {{ asked: LessonRun, recording: Recording }} Made asked: what the lab can open */

/**
 * @param {object} options
 * @param {Lab} options.lab
 * @param {() => BeyondChapter} options.chapter the one that is open
 * @param {AbortSignal} options.signal
 * @param {(steps: number) => string} options.working what is said meanwhile
 */
export function createBeyondRuns({ lab, chapter, signal, working }) {
  /** @type {Map<string, Promise<Made>>} */
  const making = new Map();
  /** @type {Map<string, Made>} */
  const made = new Map();

  /** @param {BeyondChapter} of @param {string} run @param {(sentence: string) => void} onWork @returns {Promise<Made>} */
  function make(of, run, onWork) {
    const key = `${of.id} ${run}`;
    const asked = of.runs[run];
    if ('steps' in asked) onWork(working(asked.steps));
    const known =
      making.get(key) ??
      makeRun(of, run, onWork).then((result) => {
        made.set(key, result);
        return result;
      });
    making.set(key, known);
    return known;
  }

  /** @param {BeyondChapter} of @param {string} run @param {(sentence: string) => void} onWork @returns {Promise<Made>} */
  async function makeRun(of, run, onWork) {
    const asked = of.runs[run];
    const before = 'from' in asked ? await make(of, asked.from, onWork) : null;
    if ('way' in asked) {
      const { asked: end, recording } = /** @type {Made} */ (before);
      return { asked: end, recording: waysOf(lab, recording)[asked.way] };
    }
    const whole =
      'experiment' in asked ? asked : { experiment: splitStart(lab, /** @type {Made} */ (before).recording, asked), steps: asked.steps };
    const recording = await inSlices(recordMoments(lab, whole), { signal });
    return { asked: whole, recording };
  }

  /** @param {string} run */
  const get = (run) => {
    const found = made.get(`${chapter().id} ${run}`);
    if (found === undefined) throw new Error(`${run} is not made yet`);
    return found;
  };

  return {
    /** @param {readonly string[]} runs */
    isReady: (runs) => runs.every((run) => made.has(`${chapter().id} ${run}`)),
    /** @param {readonly string[]} runs @param {(sentence: string) => void} onWork */
    async prepare(runs, onWork) {
      const of = chapter();
      for (const run of runs) if (!made.has(`${of.id} ${run}`)) await make(of, run, onWork);
    },
    /** @param {string} run */
    runOf: (run) => get(run).asked,
    /** @param {string} run */
    recordingOf: (run) => get(run).recording,
    ownValue: () => null,
    edit() {},
  };
}

/**
 * Where a run ends, with a neuron cut in two and one weight moved.
 * @param {Lab} lab
 * @param {Recording} recording
 * @param {{ split: readonly [number, number, number], nudge: { parameter: string, by: number } }} asked
 */
export function splitStart(lab, { experiment, moments }, { split, nudge }) {
  return withRun(lab, experiment, (run) => {
    const { parameters } = moments[moments.length - 1];
    run.names.forEach((name, index) => run.set(name, parameters[index]));
    const start = run.split(...split);
    return { ...start, init: { ...start.init, nudge: [nudge] } };
  });
}
