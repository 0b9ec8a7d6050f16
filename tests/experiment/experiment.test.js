/** Experiments: what is filled in, what comes back, how they are written, and that all errors are said in one way. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  ExperimentError,
  parameterNames,
  parameterPlace,
  parseExperiment,
  withParameters,
  writeExperiment,
} from '../../web/experiment/experiment.js';
import { TIED_PARTS } from '../../web/experiment/tables.js';
import { NumberError, parseNumber } from '../../web/base/read-number.js';
import { experiments } from '../support/arbitrary-experiments.js';
import { TIED_WEIGHTS, XOR, tiedExperiment } from '../support/shared.js';

/** The least that an experiment can say. */
const LEAST = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } };

/**
 * Every object and list inside, the value itself first.
 * @param {unknown} value
 * @returns {object[]}
 */
function parts(value) {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
}

describe('parseExperiment', () => {
  test('fills in every default', () => {
    assert.deepEqual(parseExperiment(LEAST), {
      version: 1,
      name: '',
      network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', outputActivation: 'sigmoid', bias: true },
      loss: 'cross-entropy',
      data: { set: 'xor', examples: 4, noise: 0, seed: 1 },
      init: { scheme: 'glorot-uniform', seed: 42, value: 0.5, scale: 1, set: {}, tie: [], nudge: [] },
      training: {
        optimizer: 'gradient-descent',
        learningRate: 0.5,
        batchSize: 0,
        shuffleSeed: 1,
        momentum: 0.9,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        decay: 0.9,
        l1: 0,
        l2: 0,
        clip: 0,
        dropout: { rate: 0, seed: 1 },
        gradientNoise: { std: 0, seed: 1 },
        freeze: [],
        unitLearningRates: [],
        schedule: [],
      },
    });
  });

  test('reads JSON text as it reads the object', () => {
    assert.deepEqual(parseExperiment(JSON.stringify(tiedExperiment())), parseExperiment(tiedExperiment()));
  });

  test('takes plain numbers as targets of one output, names features and targets, and fills zero biases', () => {
    const { data, init } = parseExperiment(tiedExperiment({ network: { bias: true } }));
    assert.deepEqual(data, { x: XOR.x, y: [[0], [1], [1], [0]], features: ['x1', 'x2'], targets: ['y'] });
    assert.deepEqual(init, { scheme: 'explicit', w: TIED_WEIGHTS, b: [[0, 0], [0]], set: {}, tie: [], nudge: [] });
  });

  test('names the targets of several outputs y1, y2', () => {
    const { data } = parseExperiment({ network: { inputs: 1, hidden: [], outputs: 2 }, data: { x: [[1]], y: [[0, 1]] } });
    assert.deepEqual('targets' in data && data.targets, ['y1', 'y2']);
  });

  test('lets zero biases stand where the network has none, and says so with an empty list', () => {
    const { init } = parseExperiment(tiedExperiment({ init: { scheme: 'explicit', w: TIED_WEIGHTS, b: [[0, 0], [0]] } }));
    assert.deepEqual('b' in init && init.b, []);
  });

  test('takes the squared error for outputs that are not sigmoid', () => {
    assert.equal(parseExperiment({ ...LEAST, network: { ...LEAST.network, outputActivation: 'linear' } }).loss, 'squared-error');
  });

  test('gives a tie all three parts, and reads hidden [] as logistic regression', () => {
    assert.deepEqual(parseExperiment({ ...LEAST, init: { tie: [{ layer: 1, units: [1, 2] }] } }).init.tie[0].what, TIED_PARTS);
    assert.deepEqual(parseExperiment({ ...LEAST, network: { inputs: 2, hidden: [] } }).network.hidden, []);
  });

  test('takes a batch larger than the data as it is', () => {
    assert.equal(parseExperiment({ ...LEAST, training: { batchSize: 1000 } }).training.batchSize, 1000);
  });

  test('freezes all of it, and leaves the input alone', () => {
    const input = structuredClone(
      tiedExperiment({
        init: {
          scheme: 'explicit',
          w: [
            [
              [1, 2],
              [3, 4],
            ],
            [[5, 6]],
          ],
          set: { w1: 7 },
        },
      }),
    );
    const before = structuredClone(input);
    const experiment = parseExperiment(input);
    assert.deepEqual(input, before);
    assert.ok(parts(experiment).every(Object.isFrozen));
    assert.ok(!parts(input).some(Object.isFrozen));
  });

  test('sees own fields only, none that come from a prototype', () => {
    assert.throws(() => parseExperiment(Object.create(LEAST)), { name: 'ExperimentError', path: 'network' });
  });

  test('refuses a text that is longer than any experiment', () => {
    assert.throws(() => parseExperiment(' '.repeat(64_000_001)), { path: '', message: /at most 64000000 characters; got 64000001/ });
  });

  test('gives an experiment back that it has read already', () => {
    const experiment = parseExperiment(LEAST);
    assert.equal(parseExperiment(experiment), experiment);
  });

  for (const [text, place] of [
    ['{"network": }', 'line 1, column 13, there is "}" where a value should be'],
    ['{\n  "network": {},\n}', 'line 3, column 1, there is "}" where a name in double quotes should be'],
    ['[1, 2', 'line 1, column 6, the text ends where "," or "]" should be'],
    ['', 'line 1, column 1, the text ends where a value should be'],
    ['{"a": NaN}', 'line 1, column 7, there is "N" where a value should be'],
    ['{"a" 1}', 'line 1, column 6, there is "1" where ":" should be'],
    ['{"a": 1} x', 'line 1, column 10, there is "x" where nothing should be'],
    ['{"a": "b\nc"}', 'line 1, column 7, a text in quotes does not end, or holds what must be written with "\\" in it'],
    ['[1,]', 'line 1, column 4, there is "]" where a value should be'],
    ['{"a": 01}', 'line 1, column 8, there is "1" where "," or "}" should be'],
  ]) {
    test(`says where ${JSON.stringify(text)} stops being JSON`, () => {
      assert.throws(() => parseExperiment(text), { name: 'ExperimentError', path: '', message: `experiment: not JSON: in ${place}` });
    });
  }

  test('refuses a number that JSON would make an infinity, and says where it stands', () => {
    for (const [text, place] of [
      ['1e999', 'line 1, column 1'],
      ['{"a": "1e999",\n "b": [1, -1E+400]}', 'line 2, column 11'],
      [`[${'9'.repeat(400)}]`, 'line 1, column 2'],
    ]) {
      assert.throws(() => parseExperiment(text), {
        name: 'ExperimentError',
        path: '',
        message: `experiment: in ${place}, there is a number past the largest, about 1.8e308`,
      });
    }
  });

  test('says so of text that is nested deeper than any experiment', () => {
    assert.throws(() => parseExperiment('['.repeat(1e6)), {
      path: '',
      message: /line 1, column 1001, more than 1000 brackets stand inside one another/,
    });
  });
});

describe('writeExperiment', () => {
  test('leaves out what goes without saying', () => {
    assert.equal(writeExperiment(parseExperiment(LEAST)), '{"version":1,"network":{"inputs":2,"hidden":[2]},"data":{"set":"xor"}}');
    assert.equal(
      writeExperiment(parseExperiment(tiedExperiment({ training: { l2: 0.1, dropout: { seed: 3 } } }))),
      '{"version":1,"network":{"inputs":2,"hidden":[2],"bias":false},"data":{"x":[[0,0],[0,1],[1,0],[1,1]],"y":[0,1,1,0]},' +
        '"init":{"scheme":"explicit","w":[[[0.2,0.4],[0.2,0.4]],[[0.6,0.6]]]},"training":{"l2":0.1,"dropout":{"seed":3}}}',
    );
  });

  test('keeps the sign of -0', () => {
    const experiment = parseExperiment(
      tiedExperiment({
        init: {
          scheme: 'explicit',
          w: [
            [
              [-0, 1],
              [2, 3],
            ],
            [[4, 5]],
          ],
        },
      }),
    );
    const { init } = parseExperiment(writeExperiment(experiment));
    assert.ok('w' in init && Object.is(init.w[0][0][0], -0));
  });

  test('is undone by parseExperiment, to the bit', () => {
    fc.assert(
      fc.property(experiments, (input) => {
        const experiment = parseExperiment(input);
        assert.deepStrictEqual(parseExperiment(writeExperiment(experiment)), experiment);
        assert.deepStrictEqual(parseExperiment({ ...experiment }), experiment);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

/**
 * A value with one part of it, at some depth, put in place of another.
 * @param {any} value
 * @param {readonly number[]} way
 * @param {unknown} other
 * @returns {unknown}
 */
function withOther(value, way, other) {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (way.length === 0 || keys.length === 0) return other;
  const key = keys[way[0] % keys.length];
  const changed = Array.isArray(value) ? [...value] : { ...value };
  /** @type {any} */ (changed)[key] = withOther(value[key], way.slice(1), other);
  return changed;
}

describe('whatever comes in', () => {
  /** @param {unknown} input */
  const parseOrRefuse = (input) => {
    try {
      parseExperiment(/** @type {any} */ (input));
    } catch (error) {
      assert.ok(error instanceof ExperimentError, String(error));
      assert.equal(typeof error.path, 'string');
      assert.ok(error.message.length > 10 && error.message.length < 400, error.message);
    }
  };

  test('any JSON value and any text is an experiment or an ExperimentError', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.json(), fc.anything()), parseOrRefuse), { numRuns: 500, seed: 2 });
  });

  test('any experiment with one part replaced by anything is an experiment or an ExperimentError', () => {
    const replaced = fc
      .tuple(
        experiments,
        fc.array(fc.nat(20), { maxLength: 5 }),
        fc.oneof(fc.anything(), fc.constantFrom(NaN, Infinity, -1, 1.5, null, '', [], {})),
      )
      .map(([experiment, way, other]) => withOther(experiment, way, other));
    fc.assert(fc.property(replaced, parseOrRefuse), { numRuns: 1000, seed: 3 });
  });
});

describe('parameters', () => {
  const network = { inputs: 2, hidden: [2], outputs: 1, bias: true };

  test('are named layer by layer: weights unit by unit and input by input, biases apart', () => {
    assert.deepEqual(parameterNames(network), ['w1', 'w2', 'w3', 'w4', 'b1', 'b2', 'w5', 'w6', 'b3']);
    assert.deepEqual(parameterNames({ ...network, bias: false }), ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
    assert.deepEqual(parameterNames({ ...network, hidden: [] }), ['w1', 'w2', 'b1']);
  });

  test('are found by name at the place that their order gives them', () => {
    for (const shape of [network, { ...network, bias: false }, { inputs: 3, hidden: [4, 2, 5], outputs: 2, bias: true }]) {
      parameterNames(shape).forEach((name, index) => assert.equal(parameterPlace(shape, name)?.index, index));
    }
    assert.deepEqual(parameterPlace(network, 'w4'), { index: 3, layer: 1, unit: 2, input: 2 });
    assert.deepEqual(parameterPlace(network, 'b3'), { index: 8, layer: 2, unit: 1, input: null });
    assert.deepEqual(parameterPlace({ inputs: 3, hidden: [4, 2], outputs: 1, bias: true }, 'w5'), {
      index: 4,
      layer: 1,
      unit: 2,
      input: 2,
    });
    for (const name of ['w0', 'w7', 'b4', 'w01', 'W1', 'w', 'w1 ', 'w1.5', '__proto__']) assert.equal(parameterPlace(network, name), null);
    assert.equal(parameterPlace({ ...network, bias: false }, 'b1'), null);
  });

  test('become an explicit start, and what was set, tied or nudged goes away', () => {
    const experiment = parseExperiment({ ...LEAST, init: { scheme: 'normal', set: { w1: 3 }, nudge: [{ parameter: 'w1', ulps: 1 }] } });
    const { init, ...rest } = withParameters(experiment, Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    assert.deepEqual(init, {
      scheme: 'explicit',
      w: [
        [
          [1, 2],
          [3, 4],
        ],
        [[7, 8]],
      ],
      b: [[5, 6], [9]],
      set: {},
      tie: [],
      nudge: [],
    });
    assert.deepEqual({ ...rest, init: experiment.init }, experiment);
    const unbiased = withParameters(parseExperiment(tiedExperiment()), [1, 2, 3, 4, 5, 6]);
    assert.deepEqual(unbiased.init, {
      scheme: 'explicit',
      w: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
      b: [],
      set: {},
      tie: [],
      nudge: [],
    });
    assert.throws(() => withParameters(experiment, [1, 2]), { name: 'ExperimentError', path: 'init', message: /9 parameters; got 2/ });
    assert.throws(() => withParameters(experiment, [1, NaN, 3, 4, 5, 6, 7, 8, 9]), { name: 'ExperimentError', path: 'init.w[0][0][1]' });
  });
});

describe('parseNumber', () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['1/3', 1 / 3],
    ['-1/3', -1 / 3],
    ['1/-3', -1 / 3],
    ['1e-6', 1e-6],
    ['2,5E+3', 2500],
    ['−2', -2],
    [' 7 ', 7],
    ['+.5', 0.5],
    ['5.', 5],
    ['1,5 / 3', 0.5],
    ['–0', -0],
    ['0', 0],
    ['½', 0.5],
    ['-1¾', -1.75],
    ['⅔', 2 / 3],
    ['1⁄4', 0.25],
    ['－０．５', -0.5],
    ['１／４', 0.25],
    ['\u20100.2', -0.2],
    ['\u20110.2', -0.2],
    ['\uFEFF0.2\u200B', 0.2],
    ['\u200E\u22120.2', -0.2],
  ])) {
    test(`reads ${JSON.stringify(text)}`, () => assert.ok(Object.is(parseNumber(text), value)));
  }

  for (const text of [
    '',
    ' ',
    'a',
    '1,2,3',
    '1.000,5',
    '1 000',
    '1/0',
    '1/0,0',
    '1/2/3',
    '/2',
    '1/',
    '1e999',
    '0x10',
    'Infinity',
    'NaN',
    '--1',
    '1e',
    '٣',
    '10²',
    '1½/3',
    '½½',
    '1 ½',
    '⁄',
  ]) {
    test(`refuses ${JSON.stringify(text)} with a sentence`, () => {
      assert.throws(
        () => parseNumber(text),
        (error) => error instanceof NumberError && error.message.endsWith('.'),
      );
    });
  }

  test('names a character inside that is not seen', () => {
    for (const [text, name] of [
      ['0.\u200B2', 'U+200B'],
      ['−\u200E5', 'U+200E'],
      ['1\u00AD000', 'U+00AD'],
    ])
      assert.throws(() => parseNumber(text), new RegExp(name.replace('+', '\\+')));
  });
});
