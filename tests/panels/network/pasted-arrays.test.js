/** Weights as NumPy, PyTorch and Keras print them: each is the same start. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { labMessages as messages } from '../../../web/messages/en/lab.js';
import { WeightsError, readWeights } from '../../../web/panels/network/weights-text.js';

const NETWORK = { inputs: 2, hidden: [3], outputs: 1, bias: true };
const W = [
  [
    [0.1, 0.2],
    [0.3, 0.4],
    [0.5, -6e-7],
  ],
  [[1, 2, 3]],
];
const START = { w: W, b: [[0.5, 0, -1], [0.25]] };
const NO_BIASES = { w: W, b: [[0, 0, 0], [0]] };

/** @param {string} text @param {import('../../../web/experiment/parameters.js').Shape} [network] */
const read = (text, network = NETWORK) => readWeights(network, text, 1e12);

describe('the same weights', () => {
  for (const [what, text, wanted, isTransposed] of /** @type {[string, string, object, boolean][]} */ ([
    ['as NumPy prints them', '[[ 0.1  0.2]\n [ 0.3  0.4]\n [ 0.5 -6.e-07]]\n[[1. 2. 3.]]', NO_BIASES, false],
    ['with biases in turns', '[[0.1 0.2]\n [0.3 0.4]\n [0.5 -6e-07]]\n[ 0.5  0.  -1. ]\n[[1. 2. 3.]]\n[0.25]', START, false],
    [
      'with biases as columns, behind the weights',
      'W1 =\n[[0.1 0.2]\n [0.3 0.4]\n [0.5 -6e-7]]\nW2 = [[1 2 3]]\nb1 = [[0.5]\n [0.]\n [-1.]]\nb2 = [[0.25]]',
      START,
      false,
    ],
    ['as its repr', 'array([[0.1, 0.2],\n       [0.3, 0.4],\n       [0.5, -6e-07]])\narray([[1., 2., 3.]])', NO_BIASES, false],
    [
      'as a dictionary of the course',
      "{'W1': array([[0.1, 0.2], [0.3, 0.4], [0.5, -6e-07]]), 'b1': array([[0.5], [0.], [-1.]]), 'W2': array([[1., 2., 3.]]), 'b2': array([[0.25]])}",
      START,
      false,
    ],
    ['turned around, and the last layer as a row', '[[0.1 0.3 0.5]\n [0.2 0.4 -6e-07]]\n[1. 2. 3.]', NO_BIASES, true],
    ['as nested brackets with blanks', '[[[0.1 0.2] [0.3 0.4] [0.5 -6e-7]] [[1 2 3]]]', NO_BIASES, false],
    [
      'as a state_dict of PyTorch',
      "OrderedDict([('0.weight', tensor([[ 0.1,  0.2],\n        [ 0.3,  0.4],\n        [ 0.5, -6.0e-07]])), ('0.bias', tensor([ 0.5,  0.0, -1.0])), ('2.weight', tensor([[1., 2., 3.]], device='cuda:0')), ('2.bias', tensor([0.25]))])",
      START,
      false,
    ],
    [
      'as its parameters',
      'Parameter containing:\ntensor([[0.1, 0.2],\n        [0.3, 0.4],\n        [0.5, -6e-07]], dtype=torch.float64, requires_grad=True)\nParameter containing:\ntensor([0.5, 0., -1.], requires_grad=True)\nParameter containing:\ntensor([[1., 2., 3.]], requires_grad=True)\nParameter containing:\ntensor([0.25], requires_grad=True)',
      START,
      false,
    ],
    [
      'as JSON of a state_dict',
      '{"0.weight": [[0.1, 0.2], [0.3, 0.4], [0.5, -6e-7]], "0.bias": [0.5, 0, -1], "2.weight": [[1, 2, 3]], "2.bias": [0.25]}',
      START,
      false,
    ],
    [
      'as get_weights() of Keras',
      '[array([[0.1, 0.3, 0.5],\n       [0.2, 0.4, -6e-07]], dtype=float32), array([ 0.5, 0., -1.], dtype=float32), array([[1.],\n       [2.],\n       [3.]], dtype=float32), array([0.25], dtype=float32)]',
      START,
      true,
    ],
    ['as its lists', '[[[0.1, 0.3, 0.5], [0.2, 0.4, -6e-7]], [0.5, 0, -1], [[1], [2], [3]], [0.25]]', START, true],
    [
      'by its names',
      "{'dense/kernel:0': [[0.1 0.3 0.5] [0.2 0.4 -6e-7]], 'dense/bias:0': [0.5 0 -1], 'dense_1/kernel:0': [[1] [2] [3]], 'dense_1/bias:0': [0.25]}",
      START,
      true,
    ],
    [
      'with the type of every number',
      '[[np.float64(0.1), np.float64(0.2)], [np.float64(0.3), np.float64(0.4)], [np.float64(0.5), np.float64(-6e-07)]] [[np.float64(1.0), np.float64(2.0), np.float64(3.0)]]',
      NO_BIASES,
      false,
    ],
    ['as a table with blanks', '0.1 0.2 0.5\n0.3 0.4 0\n0.5 -6e-7 -1\n1 2 3 0.25', START, false],
  ])) {
    test(what, () => assert.deepEqual(read(text), { start: wanted, isTransposed }));
  }

  test('of a square network are turned where Keras printed them, and only there', () => {
    const square = { inputs: 2, hidden: [2], outputs: 2, bias: true };
    const rows = 'array([[1., 2.], [3., 4.]])';
    const keras = `[${rows}, array([0., 0.]), ${rows}, array([0., 0.])]`;
    assert.deepEqual(read(keras, square).start.w[0], [
      [1, 3],
      [2, 4],
    ]);
    assert.equal(read(keras, square).isTransposed, true);
    const plain = read(`${rows}\n${rows}`, square);
    assert.deepEqual(
      [plain.start.w[0], plain.isTransposed],
      [
        [
          [1, 2],
          [3, 4],
        ],
        false,
      ],
    );
  });
});

describe('what does not fit is said', () => {
  for (const [text, kind] of [
    ['[[0.1 0.2]\n [0.3 0.4]]\n[[1. 2. 3.]]', 'rows'],
    ['[[0.1 0.2]\n [0.3 0.4]\n [0.5 0.6]]\n[[1. 2.]]', 'row'],
    ['[[0.1 0.2]\n [0.3 0.4]\n [0.5 0.6]]', 'layers'],
    ['[[0.1 0.2 ... 0.3]]\n[[1. 2. 3.]]', 'shortened'],
    ['[[0.1 0.2 \u2026 0.3]]\n[[1. 2. 3.]]', 'shortened'],
    ['[[0.1 nan]\n [0.3 0.4]\n [0.5 0.6]]\n[[1. 2. 3.]]', 'no-number'],
    ["{'W1': [[0.1 0.2] [0.3 0.4] [0.5 0.6]], 'W2': [[1 2 3]], 'b1': [0 0], 'b2': [0]}", 'biases'],
  ]) {
    test(kind, () => {
      assert.throws(
        () => read(text),
        (error) => error instanceof WeightsError && error.problem.kind === kind && /\.$/.test(messages.layers.problem(error.problem)),
      );
    });
  }

  test('with biases that the network does not have', () => {
    const text = "{'W1': [[1 2]], 'b1': [0]}";
    const network = { inputs: 2, hidden: [], outputs: 1, bias: false };
    assert.deepEqual(read(text, network).start.w, [[[1, 2]]]);
    assert.throws(() => read(text.replace('[0]', '[1]'), network), /no-biases/);
  });
});
