/**
 * The story in English: its shell, and the texts of its chapters. A caption has at most 45 words and speaks of what the figure shows. {steps} is a number that
 * a test computes anew (the chapter's claims).
 */

import { countFormatter, formatDifference, formatFigure, formatInText, formatLoss, numberFormatter } from '../../base/format.js';

/** One file with the story, which never comes without its figures. */
export { figureMessages } from './figures.js';

const count = countFormatter('en');

/** @typedef {{ ask: string, options: Readonly<Record<string, string>>, replies: Readonly<Record<string, string>> }} AskTexts */
/**
 * @typedef {object} StepTexts
 * @property {string} caption
 * @property {string} [during] while its run is played
 * @property {string} go the primary button
 * @property {{ tied: string, solved?: string, unsolved?: string }} [own] the caption where the student has moved the weight elsewhere, by what became of it; left out: as for the chapter's value
 * @property {AskTexts} [ask]
 */
/** @typedef {{ runs: Readonly<Record<string, string>>, steps: Readonly<Record<string, StepTexts>> }} ChapterTexts runs: their titles where they stand beside each other */

export const storyMessages = {
  locale: 'en',
  /** @type {Readonly<Record<import('../../lesson/story/chapter.js').FigureKind, (value: number) => string>>} */
  figures: {
    count,
    loss: formatLoss,
    distance: formatDifference,
    weight: formatInText,
    figure: formatFigure,
    percent: numberFormatter('en', { style: 'percent', maximumFractionDigits: 1 }),
  },
  /** @param {number} number @param {number} all */
  place: (number, all) => `Question ${count(number)} of ${count(all)}`,
  /** @param {number} number @param {number} all */
  steps: (number, all) => `Step ${count(number)} of ${count(all)}`,
  questions: 'Questions',
  questionsLabel: 'All questions',
  done: 'done',
  back: 'Back',
  toEnd: 'To the end',
  nextQuestion: 'Next question',
  check: 'Check',
  toLab: 'Open in the lab',
  /** @param {number} number */
  backTo: (number) => `Back to question ${count(number)}`,
  /** @param {string} name @param {number} value */
  own: (name, value) => `${name} from ${formatInText(value)}`,
  right: 'Right.',
  notYet: 'Not yet.',
  guessedRight: 'As you guessed.',
  /** @param {string} answer */
  guessedWrong: (answer) => `Not as you guessed, but: ${answer}`,
  noGuess: 'no guess',
  skip: 'Skip the guess',
  loadFailed: 'This part could not be loaded. Press Back, or reload the page.',
  clear: 'Clear my progress',
  cleared: 'Your progress is cleared.',
  kept: 'Your progress is kept on this device only.',
  worksheet: { name: 'Name', guess: 'Guess first', seen: 'What happened?', why: 'Why?', check: 'Check' },
  title: 'Every neuron gets the same data. What makes them learn different things?',
  /** @type {Readonly<Record<string, string>>} */
  titles: {
    twins: 'All neurons get the same data. Won\u2019t they end up equal?',
    gradients: 'What exactly makes the gradients differ?',
    ties: 'What breaks a tie, and what does not?',
    zeros: 'Why can logistic regression start from zeros?',
    blame: 'Where does y come from for a hidden neuron?',
    seed: 'Is a random seed the same as equal weights?',
    team: 'Is one neuron enough? What did each learn?',
    answer: 'So: what makes them learn different things?',
    beyond: 'Beyond',
  },
};

/** @type {Readonly<Record<string, ChapterTexts>>} */
export const storyChapters = {
  twins: {
    runs: { tied: 'w5 from {equal}', apart: 'w5 from {changed}' },
    steps: {
      start: {
        caption: 'Two neurons are to tell squares from circles. Same data, same start. [How to read it](picture).',
        go: 'Train',
      },
      same: {
        during: 'The shade in a neuron is its answer at each place. Both change as one.',
        caption:
          'They learned the same: {tiedRight} of {examples} right, one wrong. The second neuron is wasted: one straight border is all that one neuron can draw.',
        go: 'Change one weight',
      },
      change: {
        caption:
          'Now one [weight](weight) changes: w5, from neuron 1 to the output, was {equal}. Drag it along its line, if you like. All else starts as before.',
        go: 'Train again',
      },
      apart: {
        during: 'Nothing ties them now.',
        caption:
          'One weight, {equal} \u2192 {changed}. Each neuron now draws a border of its own. The hollow line is a negative weight: neuron 2 takes away where neuron 1 says too much. Together, a band: all {examples} right.',
        go: 'See the curves',
        own: {
          tied: 'Both neurons are equal again, so they stay equal: {tiedRight} of {examples} right. Go back, and give w5 another value.',
          solved:
            'One weight began different. Each neuron now draws a border of its own. A hollow line is a negative weight: what comes over it is taken away. Together, a band: all {examples} right.',
          unsolved: 'One weight began different, so the neurons are no longer equal. Not every start solves the task in {steps} steps.',
        },
      },
      curves: {
        caption:
          'Both runs as curves: w5 and w6. Thin: all equal, so both are one line for all {steps} steps, and the [distance](distance) is zero. Thick: one weight changed, and the neurons are apart.',
        go: 'One question',
        own: {
          tied: 'Both runs as curves: w5 and w6. In each, both are one line for all {steps} steps.',
        },
      },
      check: {
        caption: '',
        own: { tied: 'Your second run began with equal neurons, too. Think of one that begins with w5 at {changed}: there they part.' },
        go: 'Next question',
        ask: {
          ask: 'What made the two neurons learn different things?',
          options: {
            data: 'They got different data.',
            start: 'They started with different weights.',
            target: 'Each had its own right answer to learn.',
          },
          replies: {
            data: 'Look at the lines on the left: both neurons get x1 and x2, in both runs.',
            start: 'The data and the training were the same. Only the start was different, in one weight.',
            target: 'There is one right answer, at the output. Nothing else was compared with it.',
          },
        },
      },
    },
  },
};

/** @typedef {typeof storyMessages} StoryMessages */
