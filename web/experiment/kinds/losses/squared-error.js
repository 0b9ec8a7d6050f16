import { formatFigure, inBrackets } from '../../../base/format.js';

/** @type {import('./index.js').LossKind} */
export const squaredError = {
  output: null,
  targets: null,
  atHalf: null,
  slope: (a, y) => a - y,
  slopeFormula: (a, y) => `${a} − ${y}`,
  formula: (a, y) => `[1 over 2] ( ${a} − ${y} )²`,
  numbers: (a, y) => `[1 over 2] ( ${formatFigure(a)} − ${inBrackets(y)} )²`,
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
};
