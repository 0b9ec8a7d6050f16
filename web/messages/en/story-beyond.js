/** The chapters beyond the question, in English; story.js says what they are made of. Each says where it fails. */

import { countFormatter, formatDifference, formatFixed, formatInText, formatShortLoss, listFormatter } from '../../base/format.js';
import { dialMessages } from './dial.js';

const count = countFormatter('en');
const list = listFormatter('en');

export const beyondMessages = {
  /** @param {number} number @param {number} all */
  place: (number, all) => `Beyond the question: ${count(number)} of ${count(all)}`,
  /** @param {number} number */
  backTo: (number) => `Back to ${count(number)}, beyond the question`,
  /** @param {number} steps */
  working: (steps) => `Training ${count(steps)} steps\u2026`,
  /** @param {number} percent of the way */
  way: (percent) => `${count(Math.round(percent))} % of the way`,
  /** @param {number} percent of the way */
  onWay: (percent) => `At ${count(Math.round(percent))} % of the way.`,
  lines: {
    /** @param {number} loss */
    loss: (loss) => `J ${formatShortLoss(loss)}`,
    /** @type {(from: number, distance: number) => string} */
    distance: (from, distance) => `distance ${formatDifference(from)} \u2192 ${formatDifference(distance)} (log)`,
    /** @param {number} share */
    turned: (share) => `on one line: ${formatFixed(share, 3)} of 1`,
    /** @param {readonly number[]} values */
    kept: (values) => `kept: ${list(values.map(formatInText))}`,
    /** @param {readonly number[]} values */
    outgoing: (values) => `outgoing: ${list(values.map(formatInText))}`,
  },
  dial: dialMessages,
  /** @type {Readonly<Record<string, string>>} */
  titles: {
    split: 'Cut a neuron in two. Will the halves go separate ways?',
    pass: 'What lies between a solution and its mirror image?',
    noise: 'Can small batches keep twins together?',
    decay: 'Can two strangers become twins?',
    condense: 'Which way do tiny neurons turn first?',
    'relu-law': 'What does a ReLU neuron keep?',
    digits: 'Can the last bit decide a run?',
    beyond: 'Beyond, with the papers',
    answer: 'Back to the questions',
  },
};

/** @type {Readonly<Record<string, import('./story.js').ChapterTexts>>} */
export const beyondChapters = {
  split: {
    runs: { halves: 'moons: two halves', andHalves: 'AND: two halves', xorHalves: 'XOR: two halves' },
    steps: {
      cut: {
        caption:
          'One neuron was trained alone on moons, two bent clouds of points, then cut in two. Each half has its incoming weights and half of its outgoing weight, so J has not moved. One half is pushed by a millionth.',
        go: 'Train on',
        ask: {
          ask: 'Will the halves go separate ways?',
          options: { together: 'No, they stay together.', apart: 'Yes, they part.', back: 'The push heals.' },
          replies: {
            together: 'Their difference grew from step to step, until they parted.',
            apart: 'The cut leaves J where it was, but it opens a way down.',
            back: 'Here a small difference grows.',
          },
        },
      },
      part: {
        during: 'The difference grows from step to step.',
        caption:
          'How J bends at the cut foretold it: the difference doubles every {doubling} steps. J falls from {before} to {after}. Here a second neuron helps.',
        go: 'The same cut on AND',
      },
      stay: {
        during: 'Moons beside AND.',
        caption:
          'On AND even the fastest growing difference would double once in {andDoubling} steps. The halves stay together, and the task is solved: one neuron is enough here.',
        go: 'Where does this fail?',
      },
      fails: {
        caption:
          'Such a forecast sees no further than where the run stands. On XOR one neuron is stuck at J = {xorLoss}. There the fastest growing difference needs {xorDoubling} steps to double, and this one shrinks. Yet from another start two neurons solve XOR.',
        go: 'Next',
      },
    },
  },
  pass: {
    runs: { half: 'straight on', straight: 'straight on', level: 'with a third neuron' },
    steps: {
      guess: {
        caption:
          'XOR is solved: {right} of {examples}. With the two neurons swapped it is solved as well. Let us walk straight from one solution to the other, the weights moving evenly.',
        go: 'Walk to the middle',
        ask: {
          ask: 'What stands halfway?',
          options: { better: 'A better network.', another: 'Another solution.', twins: 'Two equal neurons.' },
          replies: {
            better: 'J rises on the way to the middle.',
            another: 'J is far higher here, and the task is lost.',
            twins: 'Halfway, each weight is the mean of the two neurons\u2019 weights, for both of them.',
          },
        },
      },
      top: {
        during: 'The neurons come closer, and J rises.',
        caption:
          'Halfway, each neuron is the mean of both. So they are twins, equal bit for bit, and J is {top}: the highest place of this way. Twins stand on a pass between two solutions.',
        go: 'Is there a way around?',
      },
      around: {
        during: 'Over the pass, and around it.',
        caption:
          'With a third neuron to spare there is a way of six moves without going up: copy a neuron into the spare, hand its outgoing weight over, and so on. J stays at {loss}, and the two change places.',
        go: 'Where does this fail?',
      },
      fails: {
        caption:
          'From the pass it goes down, but not always to a solution. Pushed by {push} and trained on, {recovered} of {seeds} such twins on XOR found one. The others ended in a valley above.',
        go: 'Next',
      },
    },
  },
  noise: {
    runs: {
      all: 'all examples at once',
      two: 'two at a time',
      single: 'one at a time',
      largeAll: '\u03b1 = {alpha}, all at once',
      largeSingle: '\u03b1 = {alpha}, one at a time',
    },
    steps: {
      guess: {
        caption:
          'The same twins three times, one weight pushed by {push}. In the first network each step looks at all examples, in the second at two, in the third at one.',
        go: 'Train all three',
        ask: {
          ask: 'Where will the twins part?',
          options: { everywhere: 'In all three.', all: 'Only with all examples at once.', single: 'Only with one at a time.' },
          replies: {
            everywhere: 'In small batches they stayed together, for the whole run.',
            all: 'In small batches they stayed together.',
            single: 'It is the other way round: in small batches they stayed together.',
          },
        },
      },
      see: {
        during: 'The same push, three ways to step.',
        caption:
          'All at once: {apart} apart, {right} of {examples} right. In twos the push has grown, but only to {twoApart}: still twins, and XOR is not solved. Of {starts} starts {parted} part with all at once, {partedTwo} in twos.',
        go: 'Where does this fail?',
      },
      fails: {
        during: 'Biases, and large steps.',
        caption:
          'Here, not everywhere. With biases and \u03b1 = {alpha} it is the other way round: of {starts} starts {largeAll} part with all examples at once, {largeSingle} with one at a time.',
        go: 'Next',
      },
    },
  },
  decay: {
    runs: { on: 'OR, with weight decay', off: 'OR, without', xor: 'XOR, with weight decay' },
    steps: {
      guess: {
        caption:
          'Two neurons with different random weights: strangers. In the first network weight decay is on (l2 = {decay}): large weights cost something. In the second it is off.',
        go: 'Train both',
        ask: {
          ask: 'What becomes of the strangers with weight decay?',
          options: { strangers: 'They stay strangers.', twins: 'They become twins.', zero: 'All their weights go to zero.' },
          replies: {
            strangers: 'Strangers they stayed only without decay. With it they came together.',
            twins: 'Sharing the work evenly costs least here.',
            zero: 'Their weights did not go to zero: the data holds them up, and the task is solved.',
          },
        },
      },
      see: {
        during: 'The same strangers, with decay and without.',
        caption:
          'With decay they end {apart} apart, without {offApart}. Sharing the work evenly costs least here. From {seeds} random starts: {twins} pairs of twins with decay, {twinsOff} without. A tanh neuron\u2019s mirror image counts.',
        go: 'Where does this fail?',
      },
      fails: {
        during: 'OR beside XOR.',
        caption:
          'XOR needs two different neurons. There {twinsXor} of {seeds} pairs became twins, with the same decay. And on OR they come close, but not equal in every bit.',
        go: 'Next',
      },
    },
  },
  condense: {
    runs: { tiny: 'OR, tiny start', large: 'OR, start of size {large}', xor: 'XOR, tiny start' },
    steps: {
      guess: {
        caption:
          'Eight neurons, random weights around {scale}. Each arrow is the direction of a neuron\u2019s incoming weights, the dots its mirror image. The task is OR.',
        go: 'Train',
        ask: {
          ask: 'Where will the arrows point first?',
          options: { spread: 'In eight directions.', two: 'In two, across each other.', line: 'All along one line.' },
          replies: {
            spread: 'Eight directions is how they started. Then they turned onto one line.',
            two: 'There were not two lines, but one.',
            line: 'Tiny neurons feel the same push.',
          },
        },
      },
      see: {
        during: 'The arrows turn, then they grow.',
        caption:
          'While weights are tiny, the neurons feel the same push, toward it or away. So they turn onto one line ({before} \u2192 {after}) and act as one neuron. From {seeds} starts: at least {least}.',
        go: 'Where does this fail?',
      },
      fails: {
        during: 'A large start, and XOR.',
        caption:
          'From weights of size {large} each keeps its own way: at most {most} in {seeds} starts. And on XOR the common push is zero: tiny neurons hardly move at all.',
        go: 'Next',
      },
    },
  },
  'relu-law': {
    runs: { relu: 'ReLU neurons', sigmoid: 'sigmoid neurons' },
    steps: {
      guess: {
        caption:
          'Two ReLU neurons. Square what enters a neuron and add up; take away the square of what leaves. For neuron 1 that is {first}, for neuron 2 {second}.',
        go: 'Train',
        ask: {
          ask: 'Whose outgoing weight can change its sign?',
          options: { first: 'Neuron 1\u2019s.', second: 'Neuron 2\u2019s.', both: 'Both.' },
          replies: {
            first: 'Neuron 1\u2019s number is below zero, and that bars the way.',
            second: 'Neuron 2\u2019s number is above zero: the way through zero is free.',
            both: 'For neuron 1 the way through zero is barred.',
          },
        },
      },
      see: {
        during: 'The two outgoing weights.',
        caption:
          'w6 went through zero, w5 did not. At zero nothing leaves, so the number would be what enters, squared: not below zero. Neuron 1\u2019s number is below zero, and it keeps it.',
        go: 'Does it keep it?',
      },
      kept: {
        during: 'The two numbers, while the weights move.',
        caption:
          'Nearly flat lines. In {steps} steps the numbers go from {first} and {second} to {firstEnd} and {secondEnd}. A step changes them by \u03b1\u00b2 times the gradients\u2019 difference: the smaller \u03b1, the flatter.',
        go: 'Where does this fail?',
      },
      fails: {
        during: 'ReLU beside sigmoid.',
        caption: 'Sigmoid neurons keep no such number. And with large steps ReLU neurons lose theirs: here \u03b1 is {alpha}.',
        go: 'Next',
      },
    },
  },
  digits: {
    runs: {
      one: 'the start',
      other: 'w1 one bit larger',
      calm: '\u03b1 = {calmAlpha}',
      calmOther: '\u03b1 = {calmAlpha}, w1 one bit larger',
    },
    steps: {
      guess: {
        caption:
          'The same start twice. In the second network w1 is larger by its last bit: the smallest change that there is. Large steps, \u03b1 = {alpha}.',
        go: 'Train both',
        ask: {
          ask: 'After {steps} steps, where do the two J differ?',
          options: { none: 'Nowhere.', last: 'In the last digits.', first: 'In the first digit.' },
          replies: {
            none: 'One bit was enough for another run.',
            last: 'The difference grew, up to the first digit.',
            first: 'Large steps made the difference grow, up to the first digit.',
          },
        },
      },
      see: {
        during: 'Together for a while.',
        caption:
          'J is {loss} and {otherLoss}: {own} digits agree. What one bit of a weight can change says little about the task, although the run can be repeated to the last bit.',
        go: 'Where does this fail?',
      },
      fails: {
        during: 'Small steps.',
        caption:
          'With \u03b1 = {calmAlpha} the same bit changes next to nothing: {calmOwn} digits of J agree. The lab says how many digits hold in your run.',
        go: 'Beyond, with the papers',
      },
    },
  },
};

/** @typedef {typeof beyondMessages} BeyondMessages */
