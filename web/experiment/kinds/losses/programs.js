/** How programs in Python write the losses; apart for the reason that the activations' have. */

/**
 * @typedef {object} LossProgram
 * @property {{ loss: readonly string[], delta: string }} numpy the body of a function without arguments; δ of the output
 * @property {string} torch from x and y
 * @property {string} keras from y and out
 * @property {boolean} isOfZ whether PyTorch and Keras compute it from z of the output: their models then end there
 */

/** @type {Readonly<Record<import('../../experiment.js').Loss, LossProgram>>} */
export const LOSS_PROGRAMS = Object.freeze({
  'cross-entropy': {
    numpy: {
      loss: [
        '"""The cross-entropy, from z so that it stays finite; without penalties."""',
        '_, _, z = forward(x)',
        'return float(np.mean(np.logaddexp(0, z) - y * z))',
      ],
      delta: '(activations[-1] - y) / y.size',
    },
    torch: 'torch.nn.functional.binary_cross_entropy_with_logits(model(x), y)',
    keras: 'tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=out), axis=-1)',
    isOfZ: true,
  },
  'squared-error': {
    numpy: {
      loss: [
        '"""Half the squared error; without penalties."""',
        'activations, _, _ = forward(x)',
        'return float(np.sum((activations[-1] - y) ** 2 / 2) / len(x))',
      ],
      delta: '(activations[-1] - y) * slopes[-1] / len(x)',
    },
    torch: '((model(x) - y) ** 2).sum(dim=1).mean() / 2',
    keras: 'tf.reduce_sum((out - y) ** 2, axis=-1) / 2',
    isOfZ: false,
  },
});
