/**
 * The judge: trains a hand-in again from its link and says what is to be said of it. What is graded is always what was trained here; what a hand-in says
 * of itself is only held against it. Runs in Node and in browsers: whoever calls it has the engine.
 */
import { changesOf, expectedOf } from './changes.js';
import { countRight, isMet } from './conditions.js';
import { readNumber } from './hand-in.js';
import { startOfTask } from './task.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./conditions.js').Facts} Facts */
/** @typedef {import('./hand-in.js').HandIn} HandIn */
/** @typedef {import('./task.js').Task} Task */
/**
 * @typedef {'met' | 'not-met' | 'no-link' | 'no-number' | 'other-experiment' | 'other-start' | 'other-seed' | 'changed' | 'too-few-steps' | 'too-many-steps'
 *   | 'fingerprint' | 'no-fingerprint' | 'number-twice'} Word
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

/** @param {Lab} lab @param {Task} task */
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

  /**
   * @param {HandIn} handIn
   * @param {readonly number[]} others numbers of all students, to say whose start it is
   * @returns {Grade}
   */
  function judge({ name, number: written, experiment, step, fingerprint }, others = []) {
    const number = readNumber(written);
    /** @type {Grade} */
    const grade = { name, number, word: 'no-link', met: [], changed: [], otherNumber: null, step: null, loss: null, fingerprint: '' };
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
    return { ...grade, ...trainAgain(experiment, step, fingerprint) };
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
   */
  function trainAgain(experiment, step, fingerprint) {
    return withRun(lab, experiment, (run) => {
      const start = { values: run.parameters(), loss: run.loss() };
      run.train(task.steps);
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
    });
  }

  return judge;
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
 * A class's hand-ins, each judged, and numbers that two have given found out: the first of them keeps what it has got.
 * @param {ReturnType<typeof createJudge>} judge
 * @param {Task} task
 * @param {readonly HandIn[]} handIns
 * @returns {Generator<Grade, void, void>} as each is judged
 */
export function* gradeAll(judge, task, handIns) {
  const numbers = handIns.flatMap(({ number }) => readNumber(number) ?? []);
  /** By number, the name that came with it. @type {Map<number, string>} */
  const taken = new Map();
  for (const handIn of handIns) {
    const grade = judge(handIn, numbers);
    const { number, name } = grade;
    const owner = number === null ? undefined : taken.get(number);
    const isTwice = task.seed !== undefined && owner !== undefined && owner.toLowerCase() !== name.toLowerCase();
    if (number !== null && owner === undefined) taken.set(number, name);
    yield isTwice && ['met', 'not-met'].includes(grade.word) ? { ...grade, word: 'number-twice' } : grade;
  }
}

/** @template T @param {Lab} lab @param {Experiment} experiment @param {(run: Run) => T} look */
function withRun(lab, experiment, look) {
  const run = lab.start(experiment);
  try {
    return look(run);
  } finally {
    run.close();
  }
}
