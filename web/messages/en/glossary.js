/** The glossary in English: each term in a sentence or two, for somebody who has seen only "sigmoid" and "gradient descent". By id; the lesson's texts name the ids. */

/** @type {Readonly<Record<string, { term: string, means: string }>>} */
export const glossary = {
  picture: {
    term: 'how to read the picture',
    means:
      'Squares: y = 1. Circles: y = 0. x1, x2: where they lie. A stronger shade: an answer nearer to 1. A dashed ring: answered wrong. Thick line: large weight. Hollow line: negative. Between neurons: = tied, \u2248 nearly, \u2260 apart.',
  },
  network: {
    term: 'network',
    means: 'A chain of simple calculations. Numbers go in at the left (x1, x2), and one answer comes out at the right.',
  },
  neuron: {
    term: 'neuron',
    means: 'One small calculation: multiply each input by a weight, add everything up to z, and give a = \u03c3(z) to the next layer.',
  },
  'hidden-neuron': {
    term: 'hidden neuron',
    means: 'A neuron between the inputs and the output. Nobody tells it what its answer should be.',
  },
  layer: { term: 'layer', means: 'Neurons side by side. They all get the same inputs.' },
  sigmoid: {
    term: 'sigmoid \u03c3',
    means: 'A function that turns any number into one between 0 and 1: \u03c3(z) = 1 / (1 + e^\u2212z). Its slope is a(1 \u2212 a).',
  },
  tanh: { term: 'tanh', means: 'A function like the sigmoid, but its values go from \u22121 to 1, and tanh(0) = 0.' },
  relu: { term: 'ReLU', means: 'A function that keeps positive numbers and turns negative ones into 0. ReLU(0) = 0.' },
  activation: { term: 'activation', means: 'The function of a neuron, such as sigmoid, and also the value a that it gives.' },
  weight: {
    term: 'weight',
    means: 'A number that an input is multiplied by. Training changes the weights and the biases; that is all that training does.',
  },
  incoming: { term: 'incoming weights', means: 'The weights on the lines that enter a neuron: w1 and w2 for neuron 1.' },
  outgoing: { term: 'outgoing weights', means: 'The weights on the lines that leave a neuron: w5 for neuron 1.' },
  bias: {
    term: 'bias',
    means:
      'A number that a neuron adds to its sum. It is like a weight whose input is always 1. The lesson\u2019s picture does not draw it; the table under the picture has it.',
  },
  step: { term: 'step', means: 'One change of all weights and biases. It looks at all examples, unless mini-batches are chosen.' },
  bit: {
    term: 'bit',
    means:
      'A computer writes a number as 64 zeros and ones. Each of them is a bit. Equal in every bit means: not even the last digit differs.',
  },
  loss: { term: 'loss J', means: 'One number for how wrong the network is, over all examples. Smaller is better. A coin flip gets ln 2.' },
  gradient: {
    term: 'gradient',
    means: 'How much the loss J changes when one weight is made a little larger. It is written \u2202J/\u2202w1 for w1.',
  },
  'gradient-descent': {
    term: 'gradient descent',
    means: 'In each step, every weight moves against its own gradient: new w = old w \u2212 \u03b1 \u00b7 \u2202J/\u2202w.',
  },
  'learning-rate': { term: 'learning rate \u03b1', means: 'How large the steps of gradient descent are.' },
  tied: {
    term: 'tied',
    means: 'Two neurons are tied when their incoming weights, their biases and their outgoing weights are equal in every bit.',
  },
  distance: {
    term: 'distance',
    means: 'How far two neurons are apart, over all their weights and biases. It is exactly 0 only when they are tied.',
  },
  'chain-rule': {
    term: 'chain rule',
    means:
      'If w changes z, z changes a, and a changes J, then the three slopes are multiplied: \u2202J/\u2202w = \u2202J/\u2202a \u00b7 \u2202a/\u2202z \u00b7 \u2202z/\u2202w.',
  },
  factor: { term: 'factor', means: 'One of the numbers that are multiplied.' },
  delta: {
    term: 'error \u03b4 (delta)',
    means:
      'How much J changes when the sum z of a neuron changes a little: \u2202J/\u2202z. The output\u2019s error comes from y; the error of a hidden neuron comes back over the weights.',
  },
  'logistic-regression': { term: 'logistic regression', means: 'A network without hidden neurons: the inputs go straight to one sigmoid.' },
  convex: {
    term: 'convex',
    means:
      'A loss with the shape of one bowl: there is no second valley to end in. It need not have a lowest point: on AND, the loss of logistic regression comes ever nearer to zero and never gets there.',
  },
  xor: { term: 'XOR', means: 'The answer y is 1 when exactly one of x1 and x2 is 1.' },
  and: { term: 'AND', means: 'The answer is 1 only when x1 and x2 are both 1.' },
  seed: {
    term: 'seed',
    means: 'The number from which a computer makes its random numbers. The same seed gives the same random numbers again.',
  },
  fingerprint: {
    term: 'fingerprint',
    means:
      'Sixteen digits and letters made from the step and all bits of all weights. Two runs with the same fingerprint ended at the same weights; how they got there, it does not say.',
  },
  'good-start': {
    term: 'Glorot and He',
    means: 'Two recipes for random starting weights: not too small and not too large for the number of inputs.',
  },
  'effective-width': {
    term: 'different neurons',
    means:
      'What a layer is worth. Tied neurons count once; so do neurons with equal incoming weights and bias, and mirror images. A neuron that gives the same number in every example does not count.',
  },
  'numeric-gradient': {
    term: 'measured gradient',
    means:
      'Move one weight a very little up and down, compute J both times, and divide the difference. No chain rule is needed, so it can check one.',
  },
  'heat-map': { term: 'heat map', means: 'A picture in which a stronger color means a larger value.' },
  standardized: {
    term: 'standardized',
    means: 'Moved and scaled so that the values lie around 0. The picture shows the numbers that the network gets.',
  },
  momentum: {
    term: 'momentum',
    means: 'A way to take steps: a part of the step before is added to the step of now, so that steps in one direction become larger.',
  },
  adam: {
    term: 'Adam',
    means: 'A way to take steps: each weight has a step size of its own, made from its own gradients so far.',
  },
  l2: {
    term: 'L2 penalty',
    means: 'Large weights cost something: each step also pulls the weights a little toward zero. Also called weight decay.',
  },
  dropout: { term: 'dropout', means: 'In each step some neurons, drawn by chance, are left out.' },
  'mini-batch': { term: 'mini-batch', means: 'A few of the examples: a step looks at these, the next step at others.' },
  ulp: { term: 'last bit', means: 'The smallest possible change of a number in the computer.' },
};
