/** The program for Keras: its own layers, losses and optimizers, in float64, trained batch by batch. */

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
export function kerasProgram(parts) {
  const { experiment, layers } = parts;
  const { network } = experiment;
  const { keras: loss, isOfZ } = LOSS_PROGRAMS[experiment.loss];
  const literals = layers.flatMap(({ weights, biases }) =>
    biases === null ? [`np.array(${weights}).T`] : [`np.array(${weights}).T`, `np.array(${biases})`],
  );
  return [
    ...parts.head,
    ...closeness(experiment),
    'import numpy as np',
    'import tensorflow as tf',
    '',
    'tf.keras.backend.set_floatx("float64")',
    ...parts.constants,
    '',
    `x = np.array(${parts.x}, dtype=np.float64)`,
    `y = np.array(${parts.y}, dtype=np.float64)`,
    '',
    ...(isOfZ ? ['# The model gives z of the output, which the loss turns into a = sigmoid(z).'] : []),
    'model = tf.keras.Sequential([',
    `    tf.keras.Input(shape=(${network.inputs},)),`,
    ...layers.map(({ units }, at) => `    tf.keras.layers.Dense(${denseOf(experiment, units, at === layers.length - 1)}),`),
    '])',
    '# The first parameters, exact to the bit: layer by layer, one row of incoming weights a neuron; Keras has one column a neuron.',
    'model.set_weights([',
    ...literals.map((literal) => `    ${literal},`),
    '])',
    ...factorLines(parts),
    '',
    '',
    ...parts.batches,
    'def loss(y, out):',
    `    return ${loss}`,
    '',
    '',
    `model.compile(optimizer=${optimizerOf(experiment)}, loss=loss)`,
    ...training(parts),
    '',
    'print(f"J = {float(np.mean(loss(y, model(x))))!r} after {STEPS} steps")',
    'weights = [layer.kernel.numpy().T for layer in model.layers]',
    `biases = ${network.bias ? '[layer.bias.numpy() for layer in model.layers]' : '[]'}`,
    ...parts.report,
  ];
}

/**
 * Where Keras means something else by the same name.
 * @param {Experiment} experiment
 */
function closeness({ training: { optimizer } }) {
  if (!OPTIMIZERS[optimizer].options.includes('epsilon')) return [];
  return ['# Keras adds epsilon at another place of this rule, so the numbers agree only as far as epsilon is small beside the gradients.'];
}

/**
 * @param {Experiment} experiment
 * @param {number} units
 * @param {boolean} isOutput
 */
function denseOf({ network, loss, training: { l1, l2 } }, units, isOutput) {
  const name = isOutput ? (LOSS_PROGRAMS[loss].isOfZ ? 'linear' : network.outputActivation) : network.activation;
  return [
    String(units),
    `activation=${ACTIVATION_PROGRAMS[name].keras}`,
    ...(network.bias ? [] : ['use_bias=False']),
    ...(l1 > 0 || l2 > 0 ? ['kernel_regularizer=tf.keras.regularizers.L1L2(l1=L1, l2=L2 / 2)'] : []),
  ].join(', ');
}

/** @param {Parts} parts */
function factorLines({ experiment, layers, hasFactors }) {
  if (!hasFactors) return [];
  const literals = layers.flatMap(({ weightFactors, biasFactors }) =>
    experiment.network.bias ? [`np.array(${weightFactors}).T`, `np.array(${biasFactors})`] : [`np.array(${weightFactors}).T`],
  );
  return [
    '# What the learning rate of each parameter is multiplied by; 0: frozen.',
    'factors = [',
    ...literals.map((literal) => `    ${literal},`),
    ']',
  ];
}

/** @param {Experiment} experiment */
function optimizerOf({ training: { optimizer, clip } }) {
  const { keras } = OPTIMIZER_PROGRAMS[optimizer];
  return clip > 0 ? keras.replace(/\)$/, ', global_clipnorm=CLIP)') : keras;
}

/** @param {Parts} parts */
function training({ isBatched, hasFactors, retuning }) {
  return [
    isBatched ? 'for step, batch in zip(range(1, STEPS + 1), batches()):' : 'for step in range(1, STEPS + 1):',
    ...(retuning.length > 0 ? [...retuning, '        model.optimizer.learning_rate.assign(LEARNING_RATE)'] : []),
    ...(hasFactors ? ['    before = model.get_weights()'] : []),
    isBatched ? '    model.train_on_batch(x[batch], y[batch])' : '    model.train_on_batch(x, y)',
    ...(hasFactors
      ? ['    model.set_weights([old + factor * (new - old) for old, new, factor in zip(before, model.get_weights(), factors)])']
      : []),
  ];
}
