/**
 * What is told of a student's progress in a chapter, and the score: to the page around a frame, to a learning platform, to a file of answers. Pure; the
 * one place where a score is computed.
 */

import { answersOf, checkOf, isDone, wasSkipped } from './story/story.js';

/** @typedef {import('./story/chapter.js').Chapter} Chapter */
/** @typedef {import('./story/story.js').Entry} Entry */

const FULL_SCORE = 100;
/** What each wrong answer before the right one costs. */
const WRONG_COSTS = 30;
const LEAST_SCORE = 10;

/**
 * @typedef {object} ToldProgress of one chapter
 * @property {string} chapter its id
 * @property {string} [title] of a teacher's own chapter
 * @property {string} step shown: its id
 * @property {number} reached the furthest step that was come to, counted from 1
 * @property {number} steps how many the chapter has
 * @property {string | null} guess what was guessed; where a chapter asks for two guesses, the first
 * @property {Readonly<Record<string, string>>} guesses by the id of the step
 * @property {boolean} skipped whether a guess was left out
 * @property {boolean} hasRun whether the runs of the chapter are over
 * @property {readonly string[]} answers to the check, in their order, wrong ones and all
 * @property {boolean} done
 * @property {number | null} score from 10 to 100; null: there was no right answer yet, or the chapter asks for none
 */

/**
 * 100 for the first answer right, 30 less for each wrong one before it, never below 10. A guess is never scored.
 * @param {readonly string[]} answers in their order
 * @param {string} right
 * @returns {number | null} null: none was right
 */
export function scoreOf(answers, right) {
  const wrong = answers.indexOf(right);
  return wrong === -1 ? null : Math.max(LEAST_SCORE, FULL_SCORE - WRONG_COSTS * wrong);
}

/**
 * @param {Chapter} chapter
 * @param {Entry} entry
 * @returns {ToldProgress}
 */
export function tellProgress(chapter, entry) {
  const { id, steps } = chapter;
  const guesses = steps.flatMap(({ id: step, ask }) =>
    ask?.kind === 'guess' && Object.hasOwn(entry.choices, step) ? [[step, entry.choices[step]]] : [],
  );
  const answers = answersOf(chapter, entry);
  const lastRun = steps.reduce((last, { at }, index) => (at === 'run' ? index : last), -1);
  return {
    chapter: id,
    step: entry.step,
    reached: entry.reached + 1,
    steps: steps.length,
    guess: guesses[0]?.[1] ?? null,
    guesses: Object.fromEntries(guesses),
    skipped: steps.some((step, at) => wasSkipped(step, at, entry)),
    hasRun: entry.reached >= Math.min(lastRun + 1, steps.length - 1),
    answers: [...answers],
    done: isDone(chapter, entry),
    score: scoreOf(answers, checkOf(steps)?.ask?.right ?? ''),
  };
}
