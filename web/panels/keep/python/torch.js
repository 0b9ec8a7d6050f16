/** The program for PyTorch: its own layers, losses and optimizers, in float64. */

/** @typedef {import('./program.js').Parts} Parts */
/** @typedef {import('../../../experiment/experiment.js').Experiment} Experiment */

/** The module of each activation function; softplus with a threshold past which it is linear in float64, not in float32. */
const MODULES = Object.freeze({
  sigmoid: 'torch.nn.Sigmoid()',
  tanh: 'torch.nn.Tanh()',
  relu: 'torch.nn.ReLU()',
  'leaky-relu': 'torch.nn.LeakyReLU(0.01)',
  softplus: 'torch.nn.Softplus(threshold=50)',
  linear: 'torch.nn.Identity()',
});

/**
 * @param {Parts} parts
 * @returns {string[]} lines
 */
export function torchProgram(parts) {
  const { experiment, layers } = parts;
  const { network } = experiment;
  const isEntropy = experiment.loss === 'cross-entropy';
  const modules = layers.flatMap(({ inputs, units }, at) => {
    const linear = `torch.nn.Linear(${inputs}, ${units}${network.bias ? '' : ', bias=False'})`;
    const isOutput = at === layers.length - 1;
    if (isOutput && isEntropy) return [linear];
    return [linear, MODULES[isOutput ? network.outputActivation : network.activation]];
  });
  return [
    ...parts.head,
    '# Neurons that start tied may part here by rounding alone: at some widths the kernels treat columns differently.',
    'import torch',
    '',
    'torch.set_default_dtype(torch.float64)',
    ...parts.constants,
    '',
    `x = torch.tensor(${parts.x}, dtype=torch.float64)`,
    `y = torch.tensor(${parts.y}, dtype=torch.float64)`,
    '',
    ...(isEntropy ? ['# The model gives z of the output, which the loss turns into a = sigmoid(z).'] : []),
    'model = torch.nn.Sequential(',
    ...modules.map((module) => `    ${module},`),
    ')',
    'linear = [module for module in model if isinstance(module, torch.nn.Linear)]',
    '',
    '# The first parameters, exact to the bit: layer by layer, one row of incoming weights a neuron.',
    'with torch.no_grad():',
    ...layers.flatMap(({ weights, biases }, at) => [
      `    linear[${at}].weight.copy_(torch.tensor(${weights}, dtype=torch.float64))`,
      ...(biases === null ? [] : [`    linear[${at}].bias.copy_(torch.tensor(${biases}, dtype=torch.float64))`]),
    ]),
    'parameters = list(model.parameters())',
    ...factorLines(parts),
    '',
    '',
    ...parts.batches,
    ...objective(experiment),
    `optimizer = ${optimizerOf(experiment)}`,
    ...training(parts),
    '',
    'print(f"J = {float(loss(x, y))!r} after {STEPS} steps")',
    'weights = [layer.weight.detach() for layer in linear]',
    `biases = ${network.bias ? '[layer.bias.detach() for layer in linear]' : '[]'}`,
    ...parts.report,
  ];
}

/** @param {Parts} parts */
function factorLines({ experiment, layers, hasFactors }) {
  if (!hasFactors) return [];
  const literals = layers.flatMap(({ weightFactors, biasFactors }) =>
    experiment.network.bias ? [weightFactors, biasFactors] : [weightFactors],
  );
  return [
    '# What the learning rate of each parameter is multiplied by; 0: frozen.',
    'factors = [',
    ...literals.map((literal) => `    torch.tensor(${literal}, dtype=torch.float64),`),
    ']',
  ];
}

/** @param {Experiment} experiment */
function objective({ loss, training: { l1, l2 } }) {
  return [
    'def loss(x, y):',
    '    """Without penalties."""',
    loss === 'cross-entropy'
      ? '    return torch.nn.functional.binary_cross_entropy_with_logits(model(x), y)'
      : '    return ((model(x) - y) ** 2).sum(dim=1).mean() / 2',
    '',
    '',
    ...(l1 > 0 || l2 > 0
      ? [
          'def penalty():',
          '    """On weights, not on biases."""',
          '    return sum(L1 * layer.weight.abs().sum() + L2 / 2 * (layer.weight**2).sum() for layer in linear)',
          '',
          '',
        ]
      : []),
  ];
}

/** @param {Experiment} experiment */
function optimizerOf({ training: { optimizer, momentum } }) {
  switch (optimizer) {
    case 'gradient-descent':
      return 'torch.optim.SGD(parameters, lr=LEARNING_RATE)';
    case 'momentum':
      return 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM)';
    case 'nesterov':
      // PyTorch refuses a Nesterov momentum of 0, which is gradient descent.
      return `torch.optim.SGD(parameters, lr=LEARNING_RATE${momentum > 0 ? ', momentum=MOMENTUM, nesterov=True' : ''})`;
    case 'rmsprop':
      return 'torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=DECAY, eps=EPSILON)';
    case 'adam':
      return 'torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(BETA1, BETA2), eps=EPSILON)';
  }
}

/** @param {Parts} parts */
function training({ experiment, isBatched, hasFactors }) {
  const { clip, l1, l2 } = experiment.training;
  const examples = isBatched ? 'x[batch], y[batch]' : 'x, y';
  return [
    isBatched ? 'for step, batch in zip(range(1, STEPS + 1), batches()):' : 'for step in range(1, STEPS + 1):',
    '    optimizer.zero_grad()',
    l1 > 0 || l2 > 0 ? `    (loss(${examples}) + penalty()).backward()` : `    loss(${examples}).backward()`,
    ...(clip > 0
      ? [
          '    norm = torch.sqrt(sum((p.grad**2).sum() for p in parameters))',
          '    if norm > CLIP:',
          '        for p in parameters:',
          '            p.grad *= CLIP / norm',
        ]
      : []),
    ...(hasFactors ? ['    before = [p.detach().clone() for p in parameters]'] : []),
    '    optimizer.step()',
    ...(hasFactors
      ? [
          '    with torch.no_grad():',
          '        for p, old, factor in zip(parameters, before, factors):',
          '            p.copy_(old + factor * (p - old))',
        ]
      : []),
  ];
}
