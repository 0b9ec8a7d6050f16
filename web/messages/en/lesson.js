/**
 * The lesson in English: its frame, its questions, and the first chapter; the others are loaded when somebody goes on to them. A chapter's text is plain,
 * with two marks (lesson/text.js): {steps} is a number that a test computes anew, [weights](weight) a term of the glossary.
 */

import { countFormatter, formatDifference, formatFigure, formatInText, formatLoss, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../lesson/runs.js').CaseResult} CaseResult */
/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */

/**
 * @typedef {object} QuestionTexts
 * @property {string} ask
 * @property {Readonly<Record<string, string>>} options by id
 * @property {Readonly<Record<string, string>>} replies by id of the option
 */
/**
 * @typedef {object} ChapterTexts
 * @property {readonly string[]} story what a student must know to guess
 * @property {QuestionTexts} guess
 * @property {{ before: readonly string[], button: string, after: readonly string[] }} run
 * @property {{ intro: readonly string[], cases: Readonly<Record<string, { title: string, about: string }>>, see: readonly string[] }} contrast
 * @property {readonly string[]} explain the first is the one sentence
 * @property {QuestionTexts} check
 * @property {readonly string[]} play
 */

const count = countFormatter('en');
const plural = pluralFormatter('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** @type {Readonly<Record<import('../../lesson/chapters/chapter.js').FigureKind, (value: number) => string>>} */
const figures = {
  count,
  loss: formatLoss,
  distance: formatDifference,
  weight: formatInText,
  figure: formatFigure,
  percent: (value) => percent.format(value),
};

/** @type {(verdict: Verdict | null) => string} */
function caseVerdict(verdict) {
  if (verdict === null) return 'no hidden layer, no twin';
  if (verdict.kind === 'single') return 'one neuron, no twin';
  if (verdict.kind === 'tied') return verdict.units === 2 ? 'exactly tied' : `all ${count(verdict.units)} exactly tied`;
  if (verdict.units > 2)
    return verdict.groups === verdict.units ? 'all apart' : `${plural(verdict.groups, 'group', 'groups')} of equal neurons`;
  const { kind, distance } = verdict.pairs[0];
  return `${kind === 'near-tied' ? 'near-tied' : 'apart'}: ${formatDifference(distance)}`;
}

export const lessonMessages = {
  locale: 'en',
  figures,
  label: 'Lesson',
  loading: 'Loading\u2026',
  loadFailed: 'This part of the lesson could not be loaded. Reload the page to try again: your progress is kept.',

  /** @type {(chapter: number, all: number) => string} */
  place: (chapter, all) => `Question ${count(chapter)} of ${count(all)}`,
  contents: 'All questions',
  contentsDone: 'done',
  previousChapter: 'Previous question',
  nextChapter: 'Next question',
  further: 'Further reading',
  clear: 'Clear my progress',
  cleared: 'Your progress is cleared.',
  kept: 'Your progress is kept on this device only.',

  steps: { predict: 'Guess', run: 'Run', contrast: 'Compare', explain: 'Why', check: 'Check', play: 'Play' },
  stepsLabel: 'Steps of this question',
  headings: {
    predict: 'What do you think?',
    run: 'Run it',
    contrast: 'Compare',
    explain: 'Why',
    check: 'Check yourself',
    play: 'Play with it',
  },
  next: {
    predict: 'That is my guess',
    run: 'Compare',
    contrast: 'Why?',
    explain: 'Check yourself',
    check: 'Play with it',
    play: 'Next question',
  },
  lastNext: 'Further reading',
  back: 'Back',
  skip: 'Skip the guess',
  running: 'Running\u2026',
  runAgain: 'Run it again',
  answer: 'Answer',
  right: 'Right.',
  notYet: 'Not quite.',
  tryAgain: 'You can try another answer.',
  /** @type {(option: string) => string} */
  youSaid: (option) => `You said: \u201c${option}\u201d`,
  asYouSaid: 'The runs agree with you.',
  otherThanYouSaid: 'The runs say something else.',
  explainTerm: 'Explain the word',
  openCase: 'Open in the lab',
  /** @type {(title: string) => string} */
  openCaseOf: (title) => `Open in the lab: ${title}`,
  backToLab: 'Go to the lab',

  /** What is written on the paper of a chapter. */
  worksheet: {
    name: 'Name',
    guess: 'Before the run: tick your guess',
    run: 'After the run: what happened?',
    why: 'Why? In your own words',
    check: 'Then tick your answer',
  },
  shown: { weights: 'Weights', distance: 'Distance', loss: 'Loss J' },
  caseVerdict,
  /** @type {(result: CaseResult) => string} */
  caseLoss: (result) => `J ${formatLoss(result.loss)}`,
  chart: {
    /** @type {(result: CaseResult) => string} */
    weights: ({ verdict, step }) =>
      verdict?.kind === 'tied'
        ? `Weights over ${count(step)} steps: the lines of the neurons lie on each other.`
        : `Weights over ${count(step)} steps: ${verdict === null || verdict.units === 1 ? 'one line for each weight.' : 'the lines of the neurons go apart.'}`,
    /** @type {(result: CaseResult) => string} */
    distance: ({ distances }) => {
      const [first, last] = [distances[0] ?? 0, distances[distances.length - 1] ?? 0];
      if (first === 0 && last === 0) return 'Distance of the two neurons: exactly 0 all the time.';
      const [from, to] = [formatDifference(first), formatDifference(last)];
      return from === to
        ? `Distance of the two neurons: ${from} at the beginning and at the end.`
        : `Distance of the two neurons: from ${from} to ${to}.`;
    },
    /** @type {(result: CaseResult) => string} */
    loss: ({ losses }) => `Loss J: from ${formatLoss(losses[0])} to ${formatLoss(losses[losses.length - 1])}.`,
  },

  /** The questions, by id of the chapter. @type {Readonly<Record<string, string>>} */
  questions: {
    'same-data': 'All neurons get the same data. Won\u2019t they all end up equal?',
    gradients: 'What exactly makes the gradients differ?',
    'stay-equal': 'How do I force them to stay equal?',
    bias: 'Does the bias change it?',
    zeros: 'Why may logistic regression start from zeros?',
    blame: 'Where does y come from for a hidden neuron?',
    order: 'How does gradient descent work over several layers?',
    seed: 'Is a random seed the same as equal weights?',
    'how-many': 'Is one neuron enough? Do more help? Do tied ones?',
    roles: 'What did each neuron learn?',
  },
};

/** @typedef {typeof lessonMessages} LessonMessages */

/** @type {Readonly<Record<string, ChapterTexts>>} */
export const firstChapter = {
  'same-data': {
    story: [
      'The [network](network) has two [hidden neurons](hidden-neuron), 1 and 2. They get the same x1 and x2, and use the same [sigmoid](sigmoid).',
      'We train it twice on [XOR](xor). Run A starts with equal [weights](weight) in both neurons, run B with random ones.',
    ],
    guess: {
      ask: 'After {steps} steps of gradient descent: in which run are the two neurons equal?',
      options: {
        both: 'In both. Same data, same result.',
        'equal-start': 'Only in run A, which starts equal.',
        neither: 'In neither. Training gives each its own job.',
      },
      replies: {
        both: 'Many people think so. But run B gets the same data, and its neurons end {randomDistance} apart.',
        'equal-start': 'Good. Now you can say why.',
        neither: 'Many people hope so. But nothing in run A moves the two apart: after {steps} steps not one bit differs.',
      },
    },
    run: {
      before: ['First run A. Watch the blue and the orange lines: one color for each neuron.'],
      button: 'Run A: equal start',
      after: [
        'All [bits](bit) of neuron 1 and neuron 2 are equal. The [loss](loss) J stops at {coin}: the network answers one half to every example, no better than a coin flip.',
      ],
    },
    contrast: {
      intro: ['Same data, same number of [steps](step). Only the starting weights are different.'],
      cases: {
        tied: { title: 'A: equal start', about: 'w1 = w3, w2 = w4, w5 = w6' },
        random: { title: 'B: random start', about: 'every weight its own' },
      },
      see: [
        'In A, blue and orange lie on each other: the neurons are [tied](tied). In B, every line goes its own way, and J falls to {randomLoss}.',
      ],
    },
    explain: [
      'Neurons with equal weights, in and out, get equal [gradients](gradient), and equal gradients make equal steps: so neurons that start equal stay equal.',
      'The data did not decide it. The start did.',
    ],
    check: {
      ask: 'In run B the two neurons learned different things. What made them different?',
      options: {
        data: 'Each neuron got other examples.',
        start: 'They started with different weights.',
        target: 'Each neuron had its own right answer, its own y.',
      },
      replies: {
        data: 'Both neurons got all {examples} examples in every step, in A and in B.',
        start: 'Different weights give different gradients, from the first step on.',
        target: 'There is only one right answer y for each example, and the output is compared with it. A later question is about this.',
      },
    },
    play: [
      'Run A is open in the lab. Press Reset. Change one of the starting weights a little, w5 for example, and press Train. Do the neurons stay tied?',
    ],
  },
};
