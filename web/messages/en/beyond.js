/** What goes beyond the story, in English: its page, and its sections. The two marks of a text are explained in lesson/text.js. */

export const beyondMessages = {
  title: 'Beyond',
  lead: 'Short answers for the curious, each with runs that you can open.',
  chapters: 'Seven more questions, on the stage',
  sources: 'Papers behind the seven',
  /** By the id of the chapter: what its paper shows, and what our runs do not show. @type {Readonly<Record<string, { shows: string, not: string }>>} */
  papers: {
    split: {
      shows: 'Cuts neurons in two where training has come to rest. A curvature says which cut helps most, and a network grows that way.',
      not: 'Our runs cut one neuron of a small network. They do not show that a grown network beats one that began wide.',
    },
    pass: {
      shows: 'Proves that two neurons can meet and change places at a critical point of J, and that such points lie on flat valleys.',
      not: 'Our straight way tops at twins in the XOR runs that were counted. It is one way of many, and another can be lower.',
    },
    noise: {
      shows:
        'Gives a condition under which the noise of small batches draws a network toward equal or vanishing neurons, and finds such neurons in large networks.',
      not: 'Our runs are two neurons on four examples. Where the condition fails, as with biases and large steps here, it can be the other way round.',
    },
    decay: {
      shows:
        'Proves that a symmetry of J, as that of two neurons that can be swapped, can turn into equality where weight decay or noise is large.',
      not: 'Our runs do not measure how large is large: one strength of decay, a few tasks.',
    },
    condense: {
      shows: 'From tiny weights, neurons turn onto a few directions at first; how many depends on the activation near zero.',
      not: 'Our runs show tanh with one line, and the first steps. What comes after is not shown.',
    },
    'relu-law': {
      shows:
        'Proves for ReLU and linear layers that the squares of what enters and of what leaves keep their difference, in the limit of tiny steps.',
      not: 'Our steps are not tiny: the number drifts, by \u03b1\u00b2 a step.',
    },
    digits: {
      shows: 'Large networks, too: one bit changed in a weight at the start leads to another network, as different as with another seed.',
      not: 'Our example has steps so large that J jumps about. With small steps the bit hardly mattered.',
    },
  },
  back: 'Back to the questions',
  backTo: 'Back to \u201cBeyond\u201d',
  /** What a run\u2019s name stands behind. */
  see: 'See it in the lab:',
  /** @type {Readonly<Record<string, { title: string, text: readonly string[], runs: Readonly<Record<string, string>> }>>} runs: those that open in the lab */
  sections: {
    order: {
      title: 'A common bug: w5 first',
      text: [
        'A program changes w5, and then computes the [gradient](gradient) of w1 with the new w5. On the first step it gets {bug}. With the old w5 = {oldW5} the gradient is {right}, and a [measurement](numeric-gradient) agrees.',
        'A gradient says how steep J is at one point. The bug mixes two points, so its number is not the slope of J at the old weights. It is hard to see, because the network still learns.',
      ],
      runs: { whole: 'Where it is measured' },
    },
    'how-many': {
      title: 'How many neurons are enough?',
      text: [
        'Coffee: {examples} roasts, three borders. Of {seeds} random starts, {steps} steps each, none gets all roasts right with one or two neurons; with three, {threeSolved} starts do; with six, all {sixSolved}. Six [tied](tied) neurons reach {tiedShare}, like one.',
        'More is not needed everywhere: AND has one border, and one hidden neuron learns it, down to J = {andLoss}. How many are enough depends on the data. With just enough, a start can fail.',
      ],
      runs: { three: 'Three neurons', six: 'Six neurons', tied: 'Six tied neurons', and: 'AND with one neuron' },
    },
    names: {
      title: 'Who gives a neuron its name?',
      text: [
        'From seed {seed}, neuron 3 looks at the temperature of the coffee. From seed {otherSeed}, neuron 2 does. The borders come back, since the data asks for them; the start decides who finds which.',
        'Another problem: which shirts sell well? A neuron can look at price and shipping, and you can call it \u201caffordability\u201d. The name is ours. The network does not know it, and nothing guarantees that two neurons learn different things.',
      ],
      runs: { first: 'Coffee, seed {seed}', other: 'Coffee, seed {otherSeed}', demand: 'Shirts' },
    },
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
  },
};
