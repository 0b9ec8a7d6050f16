/** The program for PyTorch: its own layers, losses and optimizers, in float64. */

import { ACTIVATION_PROGRAMS } from '../../../experiment/kinds/activations/programs.js';
import { LOSS_PROGRAMS } from '../../../experiment/kinds/losses/programs.js';
import { OPTIMIZER_PROGRAMS } from '../../../experiment/kinds/optimizers/programs.js';

/** @typedef {import('./program.js').Parts} Parts */
/** @typedef {import('../../../experiment/experiment.js').Experiment} Experiment */

/**
 * @param {Parts} parts
 * @returns {string[]} lines
 */
export function torchProgram(parts) {
  const { experiment, layers } = parts;
  const { network } = experiment;
  const { isOfZ } = LOSS_PROGRAMS[experiment.loss];
  const modules = layers.flatMap(({ inputs, units }, at) => {
    const linear = `torch.nn.Linear(${inputs}, ${units}${network.bias ? '' : ', bias=False'})`;
    const isOutput = at === layers.length - 1;
    if (isOutput && isOfZ) return [linear];
    return [linear, ACTIVATION_PROGRAMS[isOutput ? network.outputActivation : network.activation].torch];
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
    ...(isOfZ ? ['# The model gives z of the output, which the loss turns into a = sigmoid(z).'] : []),
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
    ...objective(parts),
    `optimizer = ${OPTIMIZER_PROGRAMS[experiment.training.optimizer].torch(experiment.training)}`,
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

/** @param {Parts} parts */
function objective({ experiment: { loss }, hasPenalties }) {
  return [
    'def loss(x, y):',
    '    """Without penalties."""',
    `    return ${LOSS_PROGRAMS[loss].torch}`,
    '',
    '',
    ...(hasPenalties
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

/** @param {Parts} parts */
function training({ experiment, isBatched, hasFactors, hasPenalties, retuning }) {
  const { clip } = experiment.training;
  const examples = isBatched ? 'x[batch], y[batch]' : 'x, y';
  return [
    isBatched ? 'for step, batch in zip(range(1, STEPS + 1), batches()):' : 'for step in range(1, STEPS + 1):',
    ...(retuning.length > 0 ? [...retuning, '        optimizer.param_groups[0]["lr"] = LEARNING_RATE'] : []),
    '    optimizer.zero_grad()',
    hasPenalties ? `    (loss(${examples}) + penalty()).backward()` : `    loss(${examples}).backward()`,
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
