/** Further reading in English: beyond the ten questions, each with a run. */

/** @type {Readonly<Record<string, { title: string, text: readonly string[], runs: Readonly<Record<string, string>> }>>} */
export const furtherItems = {
  'near-ties': {
    title: 'What if two neurons are equal but for the last bit?',
    text: [
      'Move w1 by its [last bit](ulp): the neurons are {nudge} apart. One of three things becomes of such a difference.',
      'Rounding can swallow it: on AND the two are equal again, in every bit, after {swallowed} steps. It can grow and then freeze, because learning has ended: on AND a difference of {small} becomes {early} in the first fifth of {frozenSteps} steps, and no more than {late} in all of them. Or it can grow until the neurons part: on XOR without biases and with large steps, the last bit makes them {parted} apart after {partedSteps} steps.',
      'Mathematics does not heal a tie by itself: without weight decay, there is always a small difference that does not shrink. Weight decay can heal it: on AND the neurons are {before} apart after a third of {decaySteps} steps, and {after} in the end.',
      'The lab says how fast a small difference grows: see \u201cTie, untie, nudge\u201d.',
    ],
    runs: {
      swallowed: 'AND, the last bit: swallowed by rounding',
      frozen: 'AND, a larger nudge: it freezes',
      parts: 'XOR without biases: it grows',
      decay: 'AND with weight decay: it heals',
    },
  },
  mirror: {
    title: 'With tanh, a neuron and its mirror image are one neuron, too',
    text: [
      'tanh(\u2212z) = \u2212tanh(z). So let all weights of neuron 2, in and out, be the negative of those of neuron 1. The output then gets the same number from both.',
      'They are not tied, because their weights differ. But in all {steps} steps they stay mirror images, and the loss ends at {mirrorLoss}, exactly like that of two tied neurons.',
    ],
    runs: { mirror: 'Mirror images', tied: 'Tied, for comparison' },
  },
  rounding: {
    title: 'Why ties can break in other programs',
    text: [
      'Equal neurons stay equal in mathematics. In a computer that is sure only if every neuron goes through the same operations in the same order. Programs for large networks may treat the last few neurons of a layer in another order, because that is faster. Then rounding may differ, and equal neurons can part.',
      'Here it cannot happen. {width} tied neurons, {steps} steps: still equal in every bit.',
    ],
    runs: { wide: 'A wide tied layer' },
  },
  copies: {
    title: 'A solution has many copies',
    text: [
      'Swap two neurons together with their outgoing weights. The network gives the same answers but for rounding, and J ends at {loss} in both runs. A solution with n different neurons comes in n! orders.',
      'So \u201cthey would all find the same optimum\u201d fails: there is no single best neuron, only a best team, in any order.',
    ],
    runs: { one: 'One order', swapped: 'The other order' },
  },
};
