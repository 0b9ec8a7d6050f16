/** The runs of a chapter, as the student has changed them, and their recordings. */

import { recordRun } from '../../session/recording.js';
import { inSlices } from '../../session/slices.js';

/** @typedef {import('./chapter.js').Chapter} Chapter */
/** @typedef {import('./chapter.js').LessonRun} LessonRun */
/** @typedef {ReturnType<typeof recordRun>} Recording */

/**
 * @param {{ lab: import('../../engine/lab.js').Lab, chapter: () => Chapter, signal: AbortSignal }} options chapter: the one that is open
 */
export function createStoryRuns({ lab, chapter, signal }) {
  /** What the student has made of a run's weight, by chapter, run and weight. @type {Map<string, number>} */
  const edits = new Map();
  /** @type {Map<string, Recording>} */
  const recordings = new Map();

  /** @param {string} run @returns {LessonRun} as the student has changed it */
  function runOf(run) {
    const { id, runs } = chapter();
    const asked = runs[run];
    const set = Object.fromEntries(
      [...edits].flatMap(([key, value]) => {
        const [inChapter, of, name] = key.split(' ');
        return inChapter === id && of === run ? [[name, value]] : [];
      }),
    );
    if (Object.keys(set).length === 0) return asked;
    const { init } = /** @type {{ init: { set?: object } }} */ (asked.experiment);
    return { ...asked, experiment: { .../** @type {object} */ (asked.experiment), init: { ...init, set: { ...init.set, ...set } } } };
  }

  /** @param {string} run @param {number} [steps] fewer than the chapter's */
  function recordingOf(run, steps) {
    const asked = { ...runOf(run), ...(steps === undefined ? {} : { steps }) };
    const key = JSON.stringify(asked);
    const known = recordings.get(key) ?? recordRun(lab, asked);
    recordings.set(key, known);
    return known;
  }

  return {
    runOf,
    recordingOf,
    /** Goes on with recordings while the reader reads. Nobody need wait for them: what is asked for before is made at once. @param {readonly string[]} runs */
    async prepare(runs) {
      for (const run of runs) inSlices(recordingOf(run).work, { signal }).catch(() => {});
    },
    /** What the student has given a run's weight, where that is another value than the chapter's. @param {string} run */
    ownValue(run) {
      const { id, steps, runs } = chapter();
      const step = steps.find(({ figure, edit }) => edit !== undefined && figure.kind === 'network' && figure.run === run);
      const value = step === undefined ? undefined : edits.get(`${id} ${run} ${step.edit}`);
      if (step?.edit === undefined || value === undefined) return null;
      const { init } = /** @type {{ init: { set?: Record<string, number> } }} */ (runs[run].experiment);
      return init.set?.[step.edit] === value ? null : { name: step.edit, value };
    },
    /** @param {Chapter} of @param {string} run @param {string} name @param {number} value */
    edit: (of, run, name, value) => edits.set(`${of.id} ${run} ${name}`, value),
  };
}
