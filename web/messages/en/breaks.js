/** The texts of the panel that tries what breaks a tie. */

import { countFormatter, formatDifference, formatInText, pluralFormatter } from '../../base/format.js';
import { AMOUNTS } from '../../ties/breakers.js';
import { batchesMessages } from './batches.js';

/** @typedef {Pick<import('../../session/tie-trials.js').TrialResult, 'kind' | 'distance' | 'healed' | 'step' | 'stopped'>} TrialResult */

const count = countFormatter('en');
const plural = pluralFormatter('en');

/** @type {(amount: number) => string} */
const steps = (amount) => plural(amount, 'step', 'steps');

/** @type {(result: TrialResult) => string} */
function ending({ kind, distance, healed }) {
  if (kind === 'apart') return 'Yes.';
  if (kind === 'near-tied') return `In the last bits only: they differ by ${formatDifference(distance)} now.`;
  return healed === null ? 'No: equal in every bit.' : `For a while: equal again in every bit since step ${count(healed)}.`;
}

export const breaksMessages = {
  intro:
    'Two neurons start exactly equal, and one thing is changed. Sort the cards: what breaks the tie? Then run them all; every step is compared bit by bit.',
  run: 'Run all',
  again: 'Run all again',
  cancel: 'Cancel',
  steps: 'Steps of each run',
  progress: 'Progress of the runs',
  table: 'Data table',
  caption: 'What breaks the tie',
  /** @type {(network: string, isPresent: boolean, length: number) => string} */
  base: (network, isPresent, length) =>
    `${isPresent ? 'Your experiment with neurons 1 and 2 made equal' : 'Your network has no two neurons in a layer, so this is the lab\u2019s tied one'}: ${network}, plain gradient descent, ${steps(length)}.`,
  baseChanged: 'The experiment has changed since. Run again to see its answers.',
  /** @type {(result: TrialResult) => string} */
  verdict: (result) =>
    `${ending(result)}${result.stopped === null ? '' : ` It stopped after ${steps(result.step)}: the weights grow beyond all bounds.`}`,
  /** @type {(step: number | null) => string} */
  parted: (step) => (step === null ? 'never' : step === 0 ? 'at the start' : `step ${count(step)}`),
  /** @type {(distance: number) => string} */
  distance: (distance) => (distance === 0 ? 'exactly 0' : formatDifference(distance)),
  canceled: 'Canceled.',
  overStarts: {
    title: 'Over many starts',
    run: 'Count',
    decay: 'Weight decay (l2)',
    noPair: 'No layer has two neurons that could be twins.',
    /** @type {(seed: number) => string} */
    open: (seed) => `Open seed ${count(seed)}`,
    /** @type {(runs: number, length: number) => string} */
    done: (runs, length) => `${plural(runs, 'run', 'runs')} of ${steps(length)}, of your network on your data.`,
    makes: {
      title: 'What makes a tie?',
      about:
        'The other way round: your network starts from random weights, with strangers. How often do two of them end nearer than a millionth? Of tanh neurons, a mirror image counts.',
      without: 'without weight decay',
      /** @type {(l2: number) => string} */
      with: (l2) => `with l2 = ${formatInText(l2)}`,
      /** @type {(found: number, starts: number) => string} */
      said: (found, starts) => `${count(found)} of ${count(starts)} end with twins`,
    },
    keeps: {
      title: 'Do small batches keep twins together?',
      about:
        'All neurons of a layer start as twins, one weight larger by a hundred-millionth. How often do two of them end further apart than 1?',
      batch: batchesMessages.size,
      /** @type {(found: number, starts: number) => string} */
      said: (found, starts) => `${count(found)} of ${count(starts)} part`,
    },
  },
  /** @type {(apart: number, near: number, tied: number) => string} */
  done: (apart, near, tied) =>
    [
      `Of ${count(apart + near + tied)} runs, ${count(apart + near)} broke the tie${near === 0 ? '' : ` (${count(near)} only in the last bits)`}`,
      `${count(tied)} ended exactly tied.`,
    ].join(', '),
  /** @type {() => Readonly<Record<string, string>>} */
  changes: () => ({
    nothing: 'Nothing: just train',
    incoming: `One incoming weight of neuron 2 larger by ${formatInText(AMOUNTS.difference)}`,
    bias: `The bias of neuron 2 larger by ${formatInText(AMOUNTS.difference)}`,
    outgoing: `The outgoing weight of neuron 2 smaller by ${formatInText(-AMOUNTS.outgoingDifference)}`,
    'output-bias': `Only the output\u2019s bias, ${formatInText(AMOUNTS.difference)}`,
    'mini-batches': 'Shuffled mini-batches',
    momentum: 'Momentum',
    adam: 'Adam',
    l2: `L2 penalty ${formatInText(AMOUNTS.l2)}`,
    dropout: `Dropout at rate ${formatInText(AMOUNTS.dropoutRate)}`,
    'gradient-noise': `Noise of ${formatInText(AMOUNTS.noise)} on each gradient`,
    'unit-learning-rate': `Learning rate of neuron 2 times ${formatInText(AMOUNTS.learningRateFactor)}`,
    'frozen-weight': 'One weight of neuron 2 frozen',
    'one-ulp': 'One weight moved by its last bit',
    seed: `A random start from seed ${AMOUNTS.seed}`,
  }),
};
