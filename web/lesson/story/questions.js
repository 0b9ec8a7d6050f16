/**
 * All questions in their order, by the ids that addresses name, for ever; and the numbers that the questions of the first lesson had, which lead to the
 * question that has the matter now.
 */

import { BEYOND_IDS, QUESTION_IDS } from '../../base/address-keys.js';

/** @typedef {import('../../base/address-keys.js').QuestionId} QuestionId */

/** What is no question of the story, but a page to be read after it. */
export const BEYOND = 'beyond';

/** Where the matter of the first lesson's questions is, from its first on. @type {readonly QuestionId[]} */
const FORMER = ['twins', 'gradients', 'ties', 'ties', 'zeros', 'blame', 'blame', 'seed', 'team', 'team', BEYOND];

/**
 * What an address asks for.
 * @param {string | number} asked an id, or a number of the first lesson
 * @returns {QuestionId | null} null: there is no such question
 */
export function questionOf(asked) {
  if (typeof asked === 'number') return FORMER[asked - 1] ?? null;
  return [...QUESTION_IDS, ...BEYOND_IDS].find((id) => id === asked) ?? null;
}
