/**
 * The lesson's outline: its chapters in the order a student asks, what is to be guessed and what is checked in each, and which answer is
 * right. Words and numbers stand elsewhere: texts in the messages, under the same ids, and the runs in the chapters' own files.
 */

/**
 * @typedef {object} Question
 * @property {readonly string[]} options ids, in the order shown
 * @property {string} right one of them
 */
/** @typedef {{ id: string, minutes: number, guess: Question, check: Question }} Outline minutes: what a first reading takes */

/** @type {readonly Outline[]} */
export const OUTLINE = [
  {
    id: 'same-data',
    minutes: 2,
    guess: { options: ['both', 'equal-start', 'neither'], right: 'equal-start' },
    check: { options: ['data', 'start', 'target'], right: 'start' },
  },
  {
    id: 'gradients',
    minutes: 4,
    guess: { options: ['none', 'one', 'all'], right: 'one' },
    check: { options: ['none', 'one', 'depends'], right: 'none' },
  },
  {
    id: 'stay-equal',
    minutes: 3,
    guess: { options: ['outgoing', 'incoming', 'all-parts'], right: 'all-parts' },
    check: { options: ['enough', 'rounding', 'incoming-too'], right: 'incoming-too' },
  },
  {
    id: 'bias',
    minutes: 2,
    guess: { options: ['any', 'different', 'never'], right: 'different' },
    check: { options: ['output', 'learned', 'own'], right: 'own' },
  },
  {
    id: 'zeros',
    minutes: 3,
    guess: { options: ['none', 'logistic', 'two', 'three'], right: 'two' },
    check: { options: ['convex', 'no-twin', 'small'], right: 'no-twin' },
  },
  {
    id: 'blame',
    minutes: 2,
    guess: { options: ['copy', 'own', 'nowhere'], right: 'nowhere' },
    check: { options: ['zero', 'same', 'half'], right: 'zero' },
  },
  {
    id: 'order',
    minutes: 3,
    guess: { options: ['at-once', 'output-first', 'hidden-first'], right: 'at-once' },
    check: { options: ['slower', 'no-slope', 'fine'], right: 'no-slope' },
  },
  {
    id: 'seed',
    minutes: 2,
    guess: { options: ['neurons', 'runs', 'nothing'], right: 'runs' },
    check: { options: ['equal-weights', 'record', 'no-seed'], right: 'record' },
  },
  {
    id: 'how-many',
    minutes: 2,
    guess: { options: ['six', 'three', 'one'], right: 'one' },
    check: { options: ['wide', 'groups', 'steps'], right: 'groups' },
  },
  {
    id: 'roles',
    minutes: 2,
    guess: { options: ['same', 'other', 'random'], right: 'other' },
    check: { options: ['name', 'guarantee', 'swap'], right: 'swap' },
  },
];
