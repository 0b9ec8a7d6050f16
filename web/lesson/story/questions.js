/**
 * All questions in their order, by the ids that addresses name, for ever; and the numbers that the questions of the first lesson had, which lead to the
 * chapter that has the matter now.
 */

import { QUESTION_IDS } from '../../base/address-keys.js';

/** @typedef {typeof QUESTION_IDS[number]} QuestionId */

/** What is not told on the stage yet. @type {readonly QuestionId[]} */
const BESIDE_THE_LAB = ['beyond'];

/** @type {Readonly<Record<QuestionId, readonly number[]>>} */
const FORMER_NUMBERS = {
  twins: [1],
  gradients: [2],
  ties: [3, 4],
  zeros: [5],
  blame: [6, 7],
  seed: [8],
  team: [9, 10],
  answer: [],
  beyond: [11],
};

/**
 * A question as it can be opened now: on the stage, or, until it is told there, as the chapter that it was.
 * @typedef {{ id: QuestionId, number: number | null }} Question number: of the chapter of the first lesson; null: on the stage
 */

/** @type {readonly Question[]} */
export const QUESTIONS = QUESTION_IDS.map((id) => {
  return { id, number: BESIDE_THE_LAB.includes(id) ? FORMER_NUMBERS[id][0] : null };
});

/**
 * What an address asks for.
 * @param {string | number} asked an id, or a number of the first lesson
 * @returns {Question | null} null: there is no such question
 */
export function questionOf(asked) {
  if (typeof asked === 'string') return QUESTIONS.find(({ id }) => id === asked) ?? null;
  const found = QUESTIONS.find(({ id }) => FORMER_NUMBERS[id].includes(asked));
  if (found === undefined) return null;
  return found.number === null ? found : { id: found.id, number: asked };
}

/** @param {QuestionId} id @returns {Question | null} null: it is the last */
export function questionAfter(id) {
  return QUESTIONS[QUESTIONS.findIndex((question) => question.id === id) + 1] ?? null;
}
