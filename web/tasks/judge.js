/**
 * The judge: trains a hand-in again from its link and says what is to be said of it. What is graded is always what was trained here; what a hand-in says
 * of itself is only held against it. Runs in Node and in browsers: whoever calls it has the engine.
 */
import { withRun } from '../base/with-run.js';
import { parameterNames } from '../experiment/parameters.js';
import { changesOf, expectedOf } from './changes.js';
import { countRight, isMet } from './conditions.js';
import { readNumber } from './hand-in.js';
import { refuseIdleSeed } from './idle-seed.js';
import { startOfTask } from './task.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./conditions.js').Facts} Facts */
/** @typedef {import('./hand-in.js').HandIn} HandIn */
/** @typedef {import('./task.js').Task} Task */
/**
 * @typedef {'met' | 'not-met' | 'no-link' | 'no-number' | 'other-experiment' | 'other-start' | 'other-seed' | 'changed' | 'too-few-steps' | 'too-many-steps'
 *   | 'fingerprint' | 'no-fingerprint' | 'number-twice' | 'too-large'} Word
 */
/**
 * @typedef {object} Grade
 * @property {string} name
 * @property {number | null} number
 * @property {Word} word
 * @property {readonly boolean[]} met one a condition; none where nothing was trained
 * @property {readonly string[]} changed what is changed and not allowed
 * @property {number | null} otherNumber whose start it is, where it is another student's
 * @property {number | null} step that was judged
 * @property {number | null} loss there
 * @property {string} fingerprint of what was trained here; '' where nothing was
 */

/** Steps times parameters times examples of a step: so much is trained again, or as much as the task's own network takes. Half a minute, or less. */
const MOST_WORK = 2e10;
/** So much in one go: a tenth of a second, or less. */
const WORK_OF_SLICE = 5e7;

/**
 * @param {Lab} lab
 * @param {Task} task
 * @throws {import('../base/errors.js').ExperimentError} where each student's number is the seed, and nothing of the start depends on it
 */
export function createJudge(lab, task) {
  /** The start that everybody has, where everybody has the same. @type {import('./changes.js').Started | null} */
  let common = null;

  /** @param {Experiment} experiment @returns {import('./changes.js').Started} */
  const started = (experiment) => withRun(lab, experiment, (run) => ({ experiment, values: run.parameters() }));

  /** @param {number | null} number @param {Experiment} given */
  const expectedStart = (number, given) => {
    const expected = expectedOf(task, number, given);
    if (expected !== task.experiment) return started(expected);
    return (common ??= started(expected));
  };

  refuseIdleSeed(task, (experiment) => started(experiment).values);
  const mostWork = Math.max(MOST_WORK, task.steps * workOfStep(task.experiment));

  /**
   * @param {HandIn} handIn
   * @param {readonly number[]} [others] numbers of all students, to say whose start it is
   * @returns {Generator<void, Grade, void>} it rests now and then, so that whoever waits can do something else, or end it
   */
  function* judge({ name, number: written, experiment, step, fingerprint, isTooLong }, others = []) {
    const number = readNumber(written);
    /** @type {Grade} */
    const grade = { name, number, word: 'no-link', met: [], changed: [], otherNumber: null, step: null, loss: null, fingerprint: '' };
    if (isTooLong) return { ...grade, word: 'too-large' };
    if (experiment === null) return grade;
    if (task.seed !== undefined && number === null) return { ...grade, word: 'no-number' };
    const given = started(experiment);
    const { isOther, isOtherStart, names } = changesOf(task.allow, expectedStart(number, experiment), given);
    if (isOther) return { ...grade, word: 'other-experiment', changed: names };
    if (names.length > 0) {
      const otherNumber = whose(given, number, others);
      const word = otherNumber !== null ? 'other-seed' : isOtherStart ? 'other-start' : 'changed';
      return { ...grade, word, changed: names, otherNumber };
    }
    if (task.steps * workOfStep(experiment) > mostWork) return { ...grade, word: 'too-large' };
    return { ...grade, ...(yield* trainAgain(experiment, step, fingerprint)) };
  }

  /**
   * The other student from whose start an experiment begins.
   * @param {import('./changes.js').Started} given
   * @param {number | null} number
   * @param {readonly number[]} others
   */
  function whose(given, number, others) {
    if (task.seed === undefined) return null;
    const { init } = given.experiment;
    const candidates = new Set([...('seed' in init ? [init.seed] : []), ...others]);
    candidates.delete(Number(number));
    for (const other of candidates) {
      if (changesOf(task.allow, started(startOfTask(task, other)), given).names.length === 0) return other;
    }
    return null;
  }

  /**
   * @param {Experiment} experiment
   * @param {number | null} step as it was handed in
   * @param {string} fingerprint as it was handed in
   * @returns {Generator<void, Partial<Grade>, void>}
   */
  function* trainAgain(experiment, step, fingerprint) {
    const run = lab.start(experiment);
    try {
      const start = { values: run.parameters(), loss: run.loss() };
      const slice = Math.max(1, Math.floor(WORK_OF_SLICE / workOfStep(experiment)));
      while (run.step < task.steps && run.stopped === null) {
        run.train(Math.min(slice, task.steps - run.step));
        yield;
      }
      const met = task.conditions.map((condition) => isMet(condition, factsOf(run, start)));
      const own = run.fingerprint();
      const judged = { met, step: run.step, loss: run.loss(), fingerprint: own };
      /** @type {(word: Word) => Partial<Grade>} */
      const told = (word) => ({ ...judged, word });
      if (step !== null && step < run.step) return told('too-few-steps');
      if (step !== null && step > run.step) return told('too-many-steps');
      if (!/^[0-9a-f]{16}$/.test(fingerprint)) {
        if (!looksLost(fingerprint, own)) return told('no-fingerprint');
      } else if (fingerprint !== own) return told('fingerprint');
      return told(met.every(Boolean) ? 'met' : 'not-met');
    } finally {
      run.close();
    }
  }

  return judge;
}

/** @param {Experiment} experiment */
function workOfStep({ network, data, training: { batchSize } }) {
  const examples = 'set' in data ? data.examples : data.x.length;
  return parameterNames(network).length * (batchSize > 0 ? Math.min(batchSize, examples) : examples);
}

/**
 * A fingerprint that happens to look like a number is one after a spreadsheet had it: "1,23457E+15" says as much as is left of it.
 * @param {string} written
 * @param {string} own
 */
function looksLost(written, own) {
  if (!/^\d+(?:[.,]\d+)?(?:e[+]?\d+)?$/i.test(written) || !/^\d+(?:e\d+)?$/.test(own)) return false;
  const rounded = (/** @type {string} */ text) => Number(text.replace(',', '.')).toExponential(2);
  return rounded(written) === rounded(own);
}

/**
 * @param {Run} run where it stands now
 * @param {import('./conditions.js').Moment} start
 * @returns {Facts}
 */
export function factsOf(run, start) {
  return {
    experiment: run.experiment,
    start,
    end: { values: run.parameters(), loss: run.loss() },
    fingerprint: run.fingerprint(),
    right() {
      const { x, y } = run.data();
      return countRight(y, run.predict(x));
    },
    different: (layer) => run.likeness()[layer - 1].different,
  };
}

/**
 * A class's hand-ins, each judged. A number is one student's: what is handed in under a number that two names have given is whose nobody knows, so it gets
 * the word for it, all of it. A hand-in that is none takes no number from anybody.
 * @param {ReturnType<typeof createJudge>} judge
 * @param {Task} task
 * @param {readonly HandIn[]} handIns
 * @returns {Generator<number, Grade[], void>} it rests now and then, and says how many are judged
 */
export function* gradeAll(judge, task, handIns) {
  const numbers = handIns.flatMap(({ number }) => readNumber(number) ?? []);
  /** @type {Grade[]} */
  const grades = [];
  for (const handIn of handIns) {
    const work = judge(handIn, numbers);
    let turn = work.next();
    for (; !turn.done; turn = work.next()) yield grades.length;
    grades.push(turn.value);
    yield grades.length;
  }
  if (task.seed === undefined) return grades;
  /** By number. @type {Map<number | null, Set<string>>} */
  const names = new Map();
  const isJudged = (/** @type {Grade} */ { word }) => word === 'met' || word === 'not-met';
  for (const { number, name } of grades.filter(isJudged)) names.set(number, (names.get(number) ?? new Set()).add(name.toLowerCase()));
  return grades.map((grade) =>
    isJudged(grade) && (names.get(grade.number)?.size ?? 0) > 1 ? { ...grade, word: /** @type {Word} */ ('number-twice') } : grade,
  );
}

/**
 * Does what rests now and then, and lets somebody else at the machine each time.
 * @template Told, Result
 * @param {Generator<Told, Result, void>} work
 * @param {(told: Told) => void | Promise<void>} rest throws where it is to end
 */
export async function inTurns(work, rest) {
  let turn = work.next();
  for (; !turn.done; turn = work.next()) await rest(turn.value);
  return turn.value;
}
