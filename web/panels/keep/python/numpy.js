/** The program for NumPy: forward, backward and update written out, as the course writes them. */

import { ACTIVATION_PROGRAMS } from '../../../experiment/kinds/activations/programs.js';
import { LOSS_PROGRAMS } from '../../../experiment/kinds/losses/programs.js';
import { OPTIMIZERS } from '../../../experiment/kinds/optimizers/index.js';
import { OPTIMIZER_PROGRAMS } from '../../../experiment/kinds/optimizers/programs.js';

/** @typedef {import('./program.js').Parts} Parts */
/** @typedef {import('../../../experiment/experiment.js').Experiment} Experiment */

/**
 * @param {Parts} parts
 * @returns {string[]} lines
 */
export function numpyProgram(parts) {
  const { experiment, layers } = parts;
  /** @type {(literals: readonly string[]) => string[]} */
  const arrays = (literals) => literals.map((literal) => `    np.array(${literal}, dtype=np.float64),`);
  const factors = layers
    .map(({ weightFactors }) => weightFactors)
    .concat(experiment.network.bias ? layers.map(({ biasFactors }) => biasFactors) : []);
  return [
    ...parts.head,
    'import numpy as np',
    '',
    ...parts.constants,
    '',
    `x = np.array(${parts.x}, dtype=np.float64)`,
    `y = np.array(${parts.y}, dtype=np.float64)`,
    '',
    '# The first parameters, exact to the bit: layer by layer, one row of incoming weights a neuron.',
    'weights = [',
    ...arrays(layers.map(({ weights }) => weights)),
    ']',
    ...(experiment.network.bias ? ['biases = [', ...arrays(layers.map(({ biases }) => biases ?? '[]')), ']'] : ['biases = []']),
    'parameters = weights + biases',
    ...(parts.hasFactors
      ? ['# What the learning rate of each parameter is multiplied by; 0: frozen.', 'factors = [', ...arrays(factors), ']']
      : []),
    '',
    '',
    ...parts.batches,
    ...(layers.length > 1 ? functionOf('hidden', experiment.network.activation) : []),
    ...functionOf('output', experiment.network.outputActivation),
    ...forward(experiment),
    ...backward(parts),
    ...training(parts),
    '',
    'print(f"J = {loss()!r} after {STEPS} steps")',
    ...parts.report,
  ];
}

/**
 * @param {string} name
 * @param {import('../../../experiment/experiment.js').Activation} activation
 */
function functionOf(name, activation) {
  const [value, slope] = ACTIVATION_PROGRAMS[activation].numpy;
  return [`def ${name}(z):`, `    """${activation}, and its slope."""`, `    a = ${value}`, `    return a, ${slope}`, '', ''];
}

/** @param {Experiment} experiment */
function forward({ network, loss }) {
  const call = network.hidden.length === 0 ? 'output(z)' : 'output(z) if layer == len(weights) - 1 else hidden(z)';
  return [
    'def forward(x):',
    '    """The activations of every layer, the inputs first; the slopes of their functions; z of the output."""',
    '    activations, slopes = [x], []',
    '    for layer, w in enumerate(weights):',
    `        z = activations[-1] @ w.T${network.bias ? ' + biases[layer]' : ''}`,
    `        a, slope = ${call}`,
    '        activations.append(a)',
    '        slopes.append(slope)',
    '    return activations, slopes, z',
    '',
    '',
    'def loss():',
    ...LOSS_PROGRAMS[loss].numpy.loss.map((line) => `    ${line}`),
    '',
    '',
  ];
}

/** @param {Parts} parts */
function backward({ experiment: { network, loss }, hasPenalties }) {
  return [
    'def gradients(x, y):',
    '    """The chain rule, from the output back: one array a parameter array, in the same order."""',
    '    activations, slopes, _ = forward(x)',
    `    delta = ${LOSS_PROGRAMS[loss].numpy.delta}`,
    '    of_weights, of_biases = [], []',
    '    for layer in reversed(range(len(weights))):',
    `        of_weights.insert(0, delta.T @ activations[layer]${hasPenalties ? ' + L1 * np.sign(weights[layer]) + L2 * weights[layer]' : ''})`,
    ...(network.bias ? ['        of_biases.insert(0, delta.sum(axis=0))'] : []),
    '        if layer > 0:',
    '            delta = delta @ weights[layer] * slopes[layer - 1]',
    '    return of_weights + of_biases',
    '',
    '',
  ];
}

/** @param {Parts} parts */
function training({ experiment, isBatched, hasFactors, retuning }) {
  const { optimizer, clip } = experiment.training;
  const { memory } = OPTIMIZERS[optimizer];
  return [
    ...memory.map((name) => `${name} = [np.zeros_like(p) for p in parameters]`),
    isBatched ? 'for step, batch in zip(range(1, STEPS + 1), batches()):' : 'for step in range(1, STEPS + 1):',
    ...retuning,
    isBatched ? '    all_gradients = gradients(x[batch], y[batch])' : '    all_gradients = gradients(x, y)',
    ...(clip > 0
      ? [
          '    norm = np.sqrt(sum(np.sum(g * g) for g in all_gradients))',
          '    if norm > CLIP:',
          '        all_gradients = [g * (CLIP / norm) for g in all_gradients]',
        ]
      : []),
    '    for i, (p, g) in enumerate(zip(parameters, all_gradients)):',
    ...OPTIMIZER_PROGRAMS[optimizer].numpy.map((line) => `        ${line}`),
    `        p -= LEARNING_RATE * ${hasFactors ? 'factors[i] * ' : ''}direction`,
  ];
}
