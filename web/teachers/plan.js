/** The questions that the notes go through, and what a first reading of each takes. Plain data. */

/** @type {readonly { id: import('../lesson/story/questions.js').QuestionId, minutes: number }[]} */
export const PLAN = [
  { id: 'twins', minutes: 3 },
  { id: 'gradients', minutes: 4 },
  { id: 'ties', minutes: 3 },
  { id: 'zeros', minutes: 3 },
  { id: 'blame', minutes: 3 },
  { id: 'seed', minutes: 2 },
  { id: 'team', minutes: 3 },
  { id: 'answer', minutes: 2 },
];
