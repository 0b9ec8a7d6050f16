/** Further reading in English: beyond the ten questions, each with a run. */

/** @type {Readonly<Record<string, { title: string, text: readonly string[], runs: Readonly<Record<string, string>> }>>} */
export const furtherItems = {
  'near-ties': {
    title: 'What if two neurons are equal but for the last bit?',
    text: [
      'Move w1 by its [last bit](ulp): the neurons are {nudge} apart. Does such a difference grow? It depends on the data and on the training. Sometimes it does, sometimes it does not.',
      'On AND it heals: after {healed} steps the two are equal again, in every bit. On XOR it stalls: after {stalledSteps} steps they are only {stalled} apart. On XOR without biases and with large steps it grows: after {partedSteps} steps they are {parted} apart.',
      'The lab can say beforehand which of these happens: see \u201cTie, untie, nudge\u201d.',
    ],
    runs: { heals: 'AND: it heals', stalls: 'XOR: it stalls', parts: 'XOR without biases: it grows' },
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
      'Equal neurons stay equal in mathematics. In a computer they do so only if every neuron goes through the same operations in the same order. Programs for large networks may treat the last few neurons of a layer in another order, because that is faster. Then rounding may differ, and equal neurons can part.',
      'Here it cannot happen. {width} tied neurons, {steps} steps: still equal in every bit.',
    ],
    runs: { wide: 'A wide tied layer' },
  },
  copies: {
    title: 'Every minimum has many copies',
    text: [
      'Swap two neurons together with their outgoing weights. The network gives the same answers, so J is the same: {loss} for both runs. Every solution exists once for each order of the neurons, and there are n! orders of n neurons.',
      'So \u201cthey would all find the same optimum\u201d fails: there is no single best neuron, only a best team, in any order.',
    ],
    runs: { one: 'One order', swapped: 'The other order' },
  },
};
