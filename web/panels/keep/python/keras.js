/** The program for Keras: its own layers, losses and optimizers, in float64, trained batch by batch. */

/** @typedef {import('./program.js').Parts} Parts */
/** @typedef {import('../../../experiment/experiment.js').Experiment} Experiment */

/** The activation argument of a layer. */
const ACTIVATIONS = Object.freeze({
  sigmoid: '"sigmoid"',
  tanh: '"tanh"',
  relu: '"relu"',
  'leaky-relu': 'lambda z: tf.nn.leaky_relu(z, alpha=0.01)',
  softplus: '"softplus"',
  linear: '"linear"',
});

/**
 * @param {Parts} parts
 * @returns {string[]} lines
 */
export function kerasProgram(parts) {
  const { experiment, layers } = parts;
  const { network } = experiment;
  const isEntropy = experiment.loss === 'cross-entropy';
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
    ...(isEntropy ? ['# The model gives z of the output, which the loss turns into a = sigmoid(z).'] : []),
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
    isEntropy
      ? '    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=out), axis=-1)'
      : '    return tf.reduce_sum((out - y) ** 2, axis=-1) / 2',
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
  if (optimizer !== 'rmsprop' && optimizer !== 'adam') return [];
  return ['# Keras adds epsilon at another place of this rule, so the numbers agree only as far as epsilon is small beside the gradients.'];
}

/**
 * @param {Experiment} experiment
 * @param {number} units
 * @param {boolean} isOutput
 */
function denseOf({ network, loss, training: { l1, l2 } }, units, isOutput) {
  const name = isOutput ? (loss === 'cross-entropy' ? 'linear' : network.outputActivation) : network.activation;
  return [
    String(units),
    `activation=${ACTIVATIONS[name]}`,
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
  const rest = clip > 0 ? ', global_clipnorm=CLIP' : '';
  switch (optimizer) {
    case 'gradient-descent':
      return `tf.keras.optimizers.SGD(LEARNING_RATE${rest})`;
    case 'momentum':
      return `tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM${rest})`;
    case 'nesterov':
      return `tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM, nesterov=True${rest})`;
    case 'rmsprop':
      return `tf.keras.optimizers.RMSprop(LEARNING_RATE, rho=DECAY, epsilon=EPSILON${rest})`;
    case 'adam':
      return `tf.keras.optimizers.Adam(LEARNING_RATE, beta_1=BETA1, beta_2=BETA2, epsilon=EPSILON${rest})`;
  }
}

/** @param {Parts} parts */
function training({ isBatched, hasFactors }) {
  return [
    isBatched ? 'for step, batch in zip(range(1, STEPS + 1), batches()):' : 'for step in range(1, STEPS + 1):',
    ...(hasFactors ? ['    before = model.get_weights()'] : []),
    isBatched ? '    model.train_on_batch(x[batch], y[batch])' : '    model.train_on_batch(x, y)',
    ...(hasFactors
      ? ['    model.set_weights([old + factor * (new - old) for old, new, factor in zip(before, model.get_weights(), factors)])']
      : []),
  ];
}
