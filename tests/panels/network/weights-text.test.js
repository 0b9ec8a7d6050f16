/** All weights as text: written and read again they are the same bits; what does not fit says which row. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { labMessages as messages } from '../../../web/messages/en/lab.js';
import { readStart } from '../../../web/experiment/reshape.js';
import { WeightsError, parseWeights, writeWeights } from '../../../web/panels/network/weights-text.js';

/** @typedef {import('../../../web/panels/network/weights-text.js').WeightsFormat} WeightsFormat */

const LARGEST = 1e12;
const PLAIN = { inputs: 2, hidden: [3], outputs: 1, bias: false };
const BIASED = { ...PLAIN, bias: true };
const FORMATS = /** @type {WeightsFormat[]} */ (['tabs', 'csv', 'json']);

/** @param {import('../../../web/experiment/parameters.js').Shape} network @param {string} text */
function complaint(network, text) {
  try {
    parseWeights(network, text, LARGEST);
  } catch (error) {
    assert.ok(error instanceof WeightsError, String(error));
    return messages.layers.problem(error.problem);
  }
  return assert.fail(`accepted: ${text}`);
}

describe('weights as text', () => {
  test('come back to the bit, in every format, for every shape', () => {
    const shape = fc.record({
      inputs: fc.integer({ min: 1, max: 5 }),
      hidden: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
      outputs: fc.integer({ min: 1, max: 3 }),
      bias: fc.boolean(),
    });
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((number) => number + 0);
    fc.assert(
      fc.property(shape, fc.array(value, { minLength: 200, maxLength: 200 }), (network, values) => {
        const start = readStart(network, values);
        for (const format of FORMATS) assert.deepEqual(parseWeights(network, writeWeights(network, start, format), LARGEST), start, format);
      }),
    );
  });

  test('1,234 beside nothing that decides is refused with both readings; where another number decides, it is read so', () => {
    const rows = (/** @type {string[]} */ ...cells) => `${cells[0]}\t${cells[1]}\n3\t4\n5\t6\n7\t8\t9`;
    const first = (/** @type {string[]} */ ...cells) => parseWeights(PLAIN, rows(...cells), LARGEST).w[0][0];
    assert.equal(
      complaint(PLAIN, rows('2', '1,234')),
      'Row 1 of layer 1: number 2, \u201c1,234\u201d, can be read as 1.234 or as 1234: write it as one of them.',
    );
    assert.deepEqual(first('0,5', '1,234'), [0.5, 1.234]);
    assert.deepEqual(first('0.5', '1,234'), [0.5, 1234]);
    assert.deepEqual(first('0,5', '1.234'), [0.5, 1234]);
    assert.deepEqual(first('2', '1.234'), [2, 1.234], 'a point is what the page writes');
  });

  test('as a table has a line of names, and a row a neuron', () => {
    const start = readStart(BIASED, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    assert.equal(
      writeWeights(BIASED, start, 'csv'),
      [
        'layer 1,from 1,from 2,bias',
        'neuron 1 (w1\u2013w2),1,2,7',
        'neuron 2 (w3\u2013w4),3,4,8',
        'neuron 3 (w5\u2013w6),5,6,9',
        '',
        'layer 2 (output),from 1,from 2,from 3,bias',
        'neuron 4 (w7\u2013w9),10,11,12,13',
      ].join('\n'),
    );
  });

  test('bare rows do, with any separator, decimal commas and blank lines', () => {
    const wanted = {
      w: [
        [
          [0.5, 2],
          [3, 4],
          [5, 6],
        ],
        [[7, 8, 9]],
      ],
      b: [[0, 0, 0], [0]],
    };
    for (const text of [
      '0.5,2\n3,4\n5,6\n7,8,9',
      '0,5;2\n3;4\n\n5;6\n7;8;9',
      '1/2\t2\t\n3\t4\t\n5\t6\t\n7\t8\t9',
      '\uFEFF0.5,2\r\n3,4\r\n5,6\r\n7,8,9\r\n',
      '[[[0.5,2],[3,4],[5,6]],[[7,8,9]]]',
    ]) {
      assert.deepEqual(parseWeights(PLAIN, text, LARGEST), wanted, JSON.stringify(text));
    }
  });

  test('JSON without biases means zeros', () => {
    assert.deepEqual(parseWeights(BIASED, '{"w": [[[1,2],[3,4],[5,6]],[[7,8,9]]]}', LARGEST).b, [[0, 0, 0], [0]]);
  });
});

describe('a text of another shape is refused, with its row', () => {
  for (const [network, text, sentence] of /** @type {[import('../../../web/experiment/parameters.js').Shape, string, string][]} */ ([
    [PLAIN, '1,2\n3,4\n5,6,7\n7,8,9', 'Row 3 of layer 1 needs 2 weights, got 3.'],
    [PLAIN, '{"w": [[[1,2],[3,4],[5,6,7]],[[7,8,9]]]}', 'Row 3 of layer 1 needs 2 weights, got 3.'],
    [BIASED, '1,2,0\n3,4\n5,6,0\n7,8,9,0', 'Row 2 of layer 1 needs 2 weights and a bias, got 2 numbers.'],
    [PLAIN, '1,2\n3,4\n5,6\n7,8', 'Row 1 of layer 2 needs 3 weights, got 2.'],
    [PLAIN, '1,2\n3,4\n5,6', 'Layer 2 needs 1 row, got 0.'],
    [PLAIN, 'layer\n'.repeat(1.6e6), 'Line 7 is too many: this network has 6 lines of weights, names included.'],
    [PLAIN, '1,2\n3,4\n5,6\n7,8,9\n1,2,3', 'Layer 2 needs 1 row, got 2.'],
    [PLAIN, 'layer 1\n1,2\n3,4\nlayer 2\n7,8,9', 'Layer 1 needs 3 rows, got 2.'],
    [PLAIN, 'layer 1\n1,2\n3,4\n5,6', 'The network has 2 layers, the output layer included; the text has 1.'],
    [PLAIN, '1,2\n3,x\n5,6\n7,8,9', 'Row 2 of layer 1: number 2, \u201cx\u201d, is not a number.'],
    [PLAIN, '1,2\n3,4\n5,6\n7,,9', 'Row 1 of layer 2: number 2 is missing.'],
    [PLAIN, '1,2\n3,4\n5,6\n7,8,1e13', 'Row 1 of layer 2: number 3 is too large: at most 1e+12.'],
    [PLAIN, ' \n', 'There is nothing to read: paste the weights, or show the present ones.'],
    [PLAIN, '{"w": [[[1,2],[3,4]],[[7,8,9]]]}', 'Layer 1 needs 3 rows, got 2.'],
    [PLAIN, '{"w": [[[1,2],[3,4],[5,6]]]}', 'The network has 2 layers, the output layer included; the text has 1.'],
    [PLAIN, '{"w": [[[1,2],[3,null],[5,6]],[[7,8,9]]]}', 'Row 2 of layer 1: number 2, \u201cnull\u201d, is not a number.'],
    [
      PLAIN,
      '{"w": [[[1,2],[3,4],[5,6]],[[7,8,9]]], "b": [[0,0,0],[0]]}',
      'The network has no biases: leave out \u201cb\u201d, or switch biases on first.',
    ],
    [BIASED, '{"w": [[[1,2],[3,4],[5,6]],[[7,8,9]]], "b": [[0,0],[0]]}', 'Layer 1 needs 3 biases, got 2.'],
    [PLAIN, '{"w": 3}', 'The weights must be lists: layers of rows of numbers, as {"w": [[[0.2, 0.4], \u2026], \u2026]}.'],
  ])) {
    test(JSON.stringify(text.slice(0, 40)), () => assert.equal(complaint(network, text), sentence));
  }

  test('what begins like JSON and is none says where', () => {
    assert.throws(() => parseWeights(PLAIN, '{"w": [1,}', LARGEST), /line 1, column 10/);
  });
});
