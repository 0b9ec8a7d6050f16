import { formatFigure } from '../../../base/format.js';

/** @type {import('./index.js').LossKind} */
export const crossEntropy = {
  output: 'sigmoid',
  targets: { minimum: 0, maximum: 1 },
  atHalf: Math.LN2,
  slope: null,
  slopeFormula: (a, y) => `[${a} − ${y} over ${a} ( 1 − ${a} )]`,
  formula: (a, y) => `− ( ${y} ln ${a} + ( 1 − ${y} ) ln ( 1 − ${a} ) )`,
  numbers: (a, y) => `− ( ${formatFigure(y)} · ln ${formatFigure(a)} + ${formatFigure(1 - y)} · ln ${formatFigure(1 - a)} )`,
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
};
