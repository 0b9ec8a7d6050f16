/** The teacher's notes in English: what each question of the lesson is for, which answers are right, and homework in the lab. */

import { pluralFormatter } from '../../base/format.js';

const plural = pluralFormatter('en');

export const teachersMessages = {
  title: 'Teacher\u2019s notes',
  lead: 'What each question is for, the answers, how to put a question into your course, and homework that grades itself and can be graded again.',
  toPage: 'To the lesson and the lab',
  contents: 'On this page',
  /** @type {(questions: number, minutes: number) => string[]} */
  intro: (questions, minutes) => [
    `The lesson tells a story of ${plural(questions, 'question', 'questions')}. A student who knows the sigmoid and gradient descent needs about ${plural(minutes, 'minute', 'minutes')} for all of them. Each question stands alone, so you can also use one in class: let everybody commit to an answer, run it, and talk about the difference.`,
    'Nothing is sent anywhere: what a student answers stays on the device. What a student hands in is a fingerprint, 16 digits made from all bits of all weights. The same start and the same number of steps give the same fingerprint on every computer.',
  ],
  /** Pages of the site, beside this one. */
  pages: {
    title: 'Pages for your class',
    grade: 'Grade a task: what your class has handed in is trained again',
    answers: 'Put the answers of your class into one table',
    own: 'Make a link of a question of your own',
  },
  lesson: 'The questions',
  shows: 'What it shows',
  aim: 'Aim',
  against: 'What students may believe',
  board: 'For the blackboard',
  time: 'Time',
  /** @type {(minutes: number) => string} */
  minutes: (minutes) => `about ${plural(minutes, 'minute', 'minutes')}`,
  use: 'To use it',
  open: 'Open this question',
  frame: 'To embed it, paste this into your page:',
  /** @type {(title: string) => string} */
  frameOf: (title) => `Code to embed: ${title}`,
  copy: 'Copy the code',
  key: 'Answer key',
  guess: 'Guess',
  check: 'Check',

  /** By id of the question. {steps} is a number that a test computes anew (the claims of the question's chapter). @type {Readonly<Record<string, { shows: string, aim: string, against: readonly string[], board: readonly string[] }>>} */
  chapters: {
    twins: {
      shows:
        'Two equal neurons learn XOR as one: {tiedRight} of {examples} right. Then one weight is changed, from {equal} to {changed}, and all are right.',
      aim: 'Equal data does not make neurons equal, and does not make them different. Their starting weights decide.',
      against: [
        'The same data and the same function lead every neuron to the same best weights, wherever it starts.',
        'Each neuron must get data or features of its own to learn something of its own.',
        'If all neurons see the same and yet differ, something is broken.',
      ],
      board: [
        'equal weights \u2192 equal gradients \u2192 equal weights after the step',
        'one neuron: half a plane; two different ones: a band',
      ],
    },
    gradients: {
      shows:
        'An example runs forward, and its error runs back. The {factors} factors of two gradients lie beside each other as beads, and one of them differs: w5 = {changed}, w6 = {equalW}.',
      aim: 'Students can name the factor of the chain rule in which two gradients differ: w5 and w6, a1 and a2, or x1 and x2.',
      against: [
        'Equal data gives equal gradients.',
        'If the loss is the same for both values of y, nothing is updated.',
        'A random start is only there to make training faster.',
      ],
      board: [
        '\u2202J/\u2202w1 = mean of (a3 \u2212 y) \u00b7 w5 \u00b7 \u03c3\u2032(z1) \u00b7 x1',
        '\u2202J/\u2202w3 = mean of (a3 \u2212 y) \u00b7 w6 \u00b7 \u03c3\u2032(z2) \u00b7 x1',
        'w1 \u2190 w1 \u2212 \u03b1 \u00b7 \u2202J/\u2202w1',
      ],
    },
    ties: {
      shows:
        'Cards with changes are sorted into what breaks a tie and what does not, and then all are run. Three starts show that w5 = w6 is half of the answer.',
      aim: 'Two neurons stay tied exactly when their incoming weights, biases and outgoing weights are all equal. Students can give the two-line induction, and say why a bias is no difference by itself.',
      against: [
        'w5 = w6 is enough. Or: equal incoming weights are enough.',
        'The bias makes the neurons different. Or: without biases neurons stay equal.',
        'Rounding, Adam, shuffled mini-batches or the nonlinearity will separate equal neurons anyway.',
        'It is about equal rows of a matrix, or equal layers, or equal examples.',
      ],
      board: [
        'tied: w1 = w3, w2 = w4, b1 = b2, w5 = w6',
        'then z1 = z2, a1 = a2, \u03b41 = \u03b42: equal gradients',
        'equal before a step \u2192 equal after it \u2192 equal for ever',
      ],
    },
    zeros: {
      shows:
        'Three networks start from zeros on AND. Logistic regression learns, tanh neurons stand still at {stuckRight} of {examples}, sigmoid neurons learn as one.',
      aim: 'Students know why, and that it is not convexity.',
      against: [
        'Logistic regression may start from zeros because its loss is convex.',
        'Only zero is bad; any other common value would do.',
        'From zeros nothing ever moves.',
        'A network without hidden layer must end with equal weights, too, if it starts from zeros.',
      ],
      board: [
        'tanh({zero}) = {zero}, \u03c3({zero}) = {half}',
        '\u2202J/\u2202w5 = mean of (a3 \u2212 y) \u00b7 a1: is {zero} where a1 is',
        'logistic regression: \u2202J/\u2202w1 = mean of (a1 \u2212 y) \u00b7 x1',
      ],
    },
    blame: {
      shows:
        'One error runs back from the output, times w5 to neuron 1, times w6 to neuron 2. In a deeper network it adds up over all lines; then all weights change at once.',
      aim: 'There is one y and one loss. A hidden neuron gets its part of the one error, through its outgoing weight. One step is forward, loss, backward with the old weights, then all updates at once.',
      against: [
        'Each neuron has a loss or a target of its own, and compares its own a with y.',
        'The neurons agree on who learns what.',
        'The layers are trained one after the other. Or: it is better to use the new w5 at once for \u2202J/\u2202w1.',
      ],
      board: [
        '\u03b43 = a3 \u2212 y',
        '\u03b41 = \u03b43 \u00b7 w5 \u00b7 \u03c3\u2032(z1), \u03b42 = \u03b43 \u00b7 w6 \u00b7 \u03c3\u2032(z2)',
        'deeper: \u03b4 = \u03c3\u2032(z) \u00b7 sum of w \u00b7 \u03b4 over all lines that leave the neuron',
        'first all gradients, then all weights',
      ],
    },
    seed: {
      shows:
        'Seed {seed} twice is the same run; seed {otherSeed} is another; equal weights need no seed, and get {equalRight} of {examples}.',
      aim: '\u201cThe same run?\u201d and \u201cthe same neurons?\u201d are two questions. A seed answers the first, equal weights the second.',
      against: [
        'A fixed seed makes all weights equal, or makes them not random.',
        'Two trainings that end with different weights show a bug.',
        'Small weights are as bad as equal ones.',
      ],
      board: ['same seed \u2192 same run', 'same weights \u2192 same neurons'],
    },
    team: {
      shows:
        'On {examples} coffee roasts, six tied neurons get {tiedShare}, like always saying \u201cbad\u201d. Three different ones find a border each: {allShare}. Two of them are swapped, and the answer stays.',
      aim: 'A layer is worth as many neurons as it has different ones. The start decides which of them finds what; names such as \u201caffordability\u201d are ours. Nothing guarantees different roles.',
      against: [
        'More neurons always help.',
        'If a task is not solved, it must be because of equal neurons. (It can be a bad start, too.)',
        'Something guarantees that two neurons learn different things.',
        'Neuron 1 has a meaning of its own.',
      ],
      board: ['n tied neurons count as one', 'n different neurons: n! orders, one answer'],
    },
    answer: {
      shows:
        'The title question in three sentences, beside the runs with w5 = {equal} and w5 = {changed}; then the student\u2019s guesses against what the runs said.',
      aim: 'Students can answer the question in their own words, and say what is possible and what is certain.',
      against: ['A different start makes sure that neurons learn different things.'],
      board: ['different start \u2192 different gradients \u2192 different neurons: it can, it need not'],
    },
  },

  beyond: 'Beyond the question',
  beyondIntro:
    'Seven more questions on the same stage, for those who are through. Each says where its answer fails: that is the part to talk about.',
  /** The same for the chapters beyond the question. @type {Readonly<Record<string, { shows: string, aim: string, against: readonly string[], board: readonly string[] }>>} */
  beyondChapters: {
    split: {
      shows:
        'A neuron at rest is cut in two and J stays. On moons the halves part, doubling their difference in {doubling} steps; on AND they stay together.',
      aim: 'A second neuron helps where a cut opens a way down, and a curvature tells that before training.',
      against: ['More neurons make J smaller.'],
      board: ['(w, a) \u2192 (w, \u03bca) and (w, (1 \u2212 \u03bc)a): the same sum'],
    },
    pass: {
      shows:
        'On the straight way from a solution of XOR to its mirror image J climbs to {top}; on top stand exact twins. With a third neuron there is a level way.',
      aim: 'Solutions that differ by the order of their neurons are joined through twins: a tie is a pass, not a valley.',
      against: ['Between two good networks lies a good network.'],
      board: ['halfway: both neurons are the mean of both'],
    },
    noise: {
      shows:
        'The same push parts twins when each step sees all examples ({parted} of {starts} starts), and not in twos ({partedTwo}). With biases and large steps it is the other way round.',
      aim: 'Noise does not break a tie that both neurons share; it can hold them together.',
      against: ['Shuffled batches separate equal neurons.'],
      board: ['curvature drives apart, noise draws together: which one is stronger?'],
    },
    decay: {
      shows: 'With weight decay {twins} of {seeds} pairs of strangers become twins on OR, without it {twinsOff}, and on XOR {twinsXor}.',
      aim: 'What costs least can be to share the work evenly: equal neurons can be a result, not a start.',
      against: ['Different starts keep neurons different.'],
      board: ['the same answer, half the weight each: a smaller sum of squares'],
    },
    condense: {
      shows: 'Eight neurons from a tiny start turn onto one line within the first steps of OR. From a large start they do not.',
      aim: 'While weights are tiny, the data pushes the neurons the same way; the size of the start decides how much alike they become.',
      against: ['The smaller the random start, the safer.'],
      board: ['\u0394w \u221d a \u00b7 mean of (y \u2212 \u00bd) x: the same direction for each neuron'],
    },
    'relu-law': {
      shows:
        'For a ReLU neuron, what enters squared less what leaves squared stays nearly the same, so one outgoing weight can change its sign and the other cannot.',
      aim: 'A conserved number forbids a change before any training. It belongs to the activation, not to learning: sigmoid has none.',
      against: ['Training can bring a weight anywhere.'],
      board: ['w\u2081\u00b2 + w\u2082\u00b2 + b\u00b2 \u2212 a\u00b2 changes by \u03b1\u00b2 (\u2026) a step'],
    },
    digits: {
      shows:
        'With large steps the last bit of one weight decides whether J ends at {loss} or {otherLoss}. With small steps {calmOwn} digits are the run\u2019s own.',
      aim: 'A run can be repeated to the last bit and still say little: ask how many digits are its own.',
      against: ['A number that can be repeated is a result.'],
      board: ['a shadow run, one bit beside: the digits that both share'],
    },
  },

  homework: {
    title: 'Homework that grades itself, and can be graded again',
    intro: [
      'Each task opens in the lab: what may be changed is said there, the rest is fixed, and the page says what of it is met. Where a start can have a seed, the student\u2019s number is asked for and makes it, so that a copied answer is a wrong one. At the end the page makes one text with the run\u2019s link; ask for it, and for the sentence below, which shows whether it was understood.',
      'What you get back is trained again, from its links, by the page for grading or by the command at the end. Tasks of your own are made in the lab: \u201cKeep and share\u201d, Make a task of this.',
    ],
    task: 'Task',
    handIn: 'To hand in, with the page\u2019s text',
    open: 'Open the task',
    grade: 'Grade it',
    key: 'What the answer is',
    /** @type {Readonly<Record<string, { title: string, text: string, handIn: string, answer: string }>>} by id of the task */
    tasks: {
      'one-number': {
        title: 'One number',
        text: 'The two hidden neurons of this network part. Change w6 so that they stay tied in their bits, and train 1,000 steps. A field that you click into shows its number in full.',
        handIn: 'One sentence: why does your value of w6 keep the neurons equal?',
        answer:
          'w6 at the value of w5, in full. The incoming weights are equal already; with equal outgoing weights the gradients are equal, at each step. A value that is near leaves the neurons near-tied, and training draws them apart.',
      },
      'half-answer': {
        title: 'Half an answer',
        text: 'Somebody says: \u201cSet w6 to the value of w5, and the neurons are tied.\u201d Do that, and train 500 steps. Are they tied? Reset, change what is missing, and train 500 steps again.',
        handIn: 'One sentence: what was missing?',
        answer:
          'With w6 at the value of w5 alone the neurons are apart, since w3 and w4 differ from w1 and w2. With w3 = w1 and w4 = w2, too, they are tied. The biases are equal from the start.',
      },
      zeros: {
        title: 'From zeros',
        text: 'Each weight and bias starts at zero. Train 1,000 steps, and look which parameters move. Reset, and find an activation with which J stays above 0.5.',
        handIn: 'Two sentences: which parameters moved with the sigmoid and with your activation, and why not the others?',
        answer:
          'tanh, linear, or one of the ReLUs: they are 0 at 0, so a1 = a2 = 0, and with w5 = w6 = 0 the gradients are 0 but that of the output\u2019s bias: b3 moves alone. With the sigmoid, a1 = a2 = 0.5: the parameters move, and both neurons as one.',
      },
      strangers: {
        title: 'Strangers become twins',
        text: 'These two neurons start apart. Find a weight decay (L2, in \u201cHow it learns\u201d) with which they end together after 20,000 steps, and the network still gets the four examples right.',
        handIn: 'One sentence: what do two equal neurons save?',
        answer:
          'About 0.01. The penalty is over squares: the same sum of answers costs less when both neurons carry half of it. Too much of it, and the network gives up an answer.',
      },
      halves: {
        title: 'Halves that stay together',
        text: 'These two neurons are the halves of one, but for a hundred-millionth in w1, and training draws them apart. Find other values of w2, w4, w5 and w6, still halves, from which they are not apart after 10,000 steps. \u201cTie, untie, nudge\u201d predicts how fast a difference would grow.',
        handIn: 'One sentence: how did you choose, and what did the prediction say at your start and later?',
        answer:
          'There are many. For example w2 = w4 = 0 and w5 = w6 = 4: the difference grows too slowly for these steps, as the prediction says once the start has settled. Whether it would grow later is another question: without weight decay no tie is firm.',
      },
      highest: {
        title: 'The highest point of the way',
        text: 'This network solves XOR. Swap its two hidden neurons, with what enters and what leaves them: the answers stay. Walk straight from the one network to the other, and J climbs (\u201cCompare two runs\u201d draws it). Start where J is highest, and train 100 steps.',
        handIn: 'One sentence: why does training from there find neither of the two networks?',
        answer:
          'Halfway each weight is the mean of the two that change places: w1 = w3 = 6, w2 = w4 = 6, b1 = b2 = \u22125.25, w5 = w6 = 0.25. Both neurons are twins there, bit for bit, and twins stay tied: they go down as one neuron.',
      },
    },
    gradeTitle: 'To grade many at once',
    gradeText:
      'The page for grading (\u201cGrade it\u201d) takes the table of a class and works in your browser. Where Node.js and this package are installed, the command below does the same; a task is its link or its file.',
  },
};

/** @typedef {typeof teachersMessages} TeachersMessages */
