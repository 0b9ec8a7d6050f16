/** Which experiments are refused, where and with which sentence. What was there before stays. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { EngineError, ExperimentError, openLab, parseExperiment } from 'twin-neurons';
import { TIED_WEIGHTS, tiedExperiment } from '../support/shared.js';

const NETWORK = { inputs: 2, hidden: [2], bias: false };
const explicit = (/** @type {any} */ w, rest = {}) => tiedExperiment({ init: { scheme: 'explicit', w, ...rest } });
const init = (/** @type {object} */ part) => tiedExperiment({ init: { scheme: 'explicit', w: TIED_WEIGHTS, ...part } });
const training = (/** @type {object} */ part) => tiedExperiment({ training: part });
const network = (/** @type {object} */ part) => tiedExperiment({ network: part });
const data = (/** @type {any} */ part) => tiedExperiment({ data: part });
const chosen = (/** @type {object} */ part) => tiedExperiment({ init: part });
const rows = (/** @type {number} */ count) => Array.from({ length: count }, () => [0, 0]);

/** Each: the experiment, the path of the error, and words of its sentence. @type {[string, any, string, RegExp][]} */
const BAD_EXPERIMENTS = [
  ['nothing', undefined, '', /must be an experiment.*got nothing/],
  ['null', null, '', /got null/],
  ['a number', 7, '', /got 7/],
  ['a list', [], '', /got a list/],
  ['a big integer', 1n, '', /got 1n/],
  ['an empty object', {}, 'network', /is missing/],
  ['an experiment without data', { network: NETWORK }, 'data', /is missing/],
  ['an unknown key', { ...tiedExperiment(), learningRate: 1 }, 'learningRate', /is not known here; what can stand here: version, name/],
  ['__proto__ as a key', JSON.parse('{"__proto__": {"inputs": 2}}'), '__proto__', /is not known here/],
  ['toString as a key', { ...tiedExperiment(), toString: 1 }, 'toString', /is not known here/],
  ['an odd key', { ...tiedExperiment(), 'a b': 1 }, '["a b"]', /is not known here/],
  ['another version', { ...tiedExperiment(), version: 2 }, 'version', /must be 1; got 2/],
  ['a version as a text', { ...tiedExperiment(), version: '1' }, 'version', /must be 1; got "1"/],
  ['a name that is no text', { ...tiedExperiment(), name: 5 }, 'name', /a text/],
  ['a name that is too long', { ...tiedExperiment(), name: 'x'.repeat(201) }, 'name', /at most 200 characters/],
  [
    'inputs left out',
    { ...tiedExperiment(), network: { hidden: [2] } },
    'network.inputs',
    /is missing; it must be a whole number from 1 to 64/,
  ],
  ['hidden left out', { ...tiedExperiment(), network: { inputs: 2 } }, 'network.hidden', /is missing/],
  ['no inputs', network({ inputs: 0 }), 'network.inputs', /from 1 to 64; got 0/],
  ['too many inputs', network({ inputs: 65 }), 'network.inputs', /got 65/],
  ['inputs as a text', network({ inputs: '2' }), 'network.inputs', /got "2"/],
  ['half an input', network({ inputs: 2.5 }), 'network.inputs', /got 2.5/],
  ['hidden as a number', network({ hidden: 2 }), 'network.hidden', /must be a list.*got 2/],
  ['nine hidden layers', network({ hidden: [2, 2, 2, 2, 2, 2, 2, 2, 2] }), 'network.hidden', /at most 8.*got 9/],
  ['an empty layer', network({ hidden: [2, 0] }), 'network.hidden[1]', /from 1 to 128; got 0/],
  ['a layer that is too wide', network({ hidden: [129] }), 'network.hidden[0]', /got 129/],
  ['a layer of NaN', network({ hidden: [NaN] }), 'network.hidden[0]', /got NaN/],
  ['seventeen outputs', network({ outputs: 17 }), 'network.outputs', /from 1 to 16; got 17/],
  ['an unknown activation', network({ activation: 'swish' }), 'network.activation', /one of "sigmoid", "tanh".*got "swish"/],
  ['an activation by number', network({ activation: 1 }), 'network.activation', /got 1/],
  ['a bias by number', network({ bias: 1 }), 'network.bias', /true or false; got 1/],
  ['an unknown key of the network', network({ layers: 1 }), 'network.layers', /is not known here/],
  ['an unknown loss', tiedExperiment({ loss: 'hinge' }), 'loss', /"cross-entropy" or "squared-error"; got "hinge"/],
  ['a row that is too long', data({ x: [[0, 0, 0]], y: [0] }), 'data.x[0]', /has 2 inputs, so 2 numbers are needed; got 3/],
  [
    'a row that is too long for one input',
    { network: { inputs: 1, hidden: [2] }, data: { x: [[0, 0]], y: [0] } },
    'data.x[0]',
    /has 1 input, so 1 number is needed; got 2/,
  ],
  [
    'cross-entropy of linear outputs',
    tiedExperiment({ loss: 'cross-entropy', network: { outputActivation: 'linear' } }),
    'loss',
    /needs network.outputActivation "sigmoid"/,
  ],
  ['no examples', data({ x: [], y: [] }), 'data.x', /1 to 20000 examples; got 0/],
  ['too many examples', data({ x: rows(20001), y: [] }), 'data.x', /got 20001/],
  ['x as a text', data({ x: 'abc', y: [] }), 'data.x', /must be a list/],
  ['an example that is too short', data({ x: [[0, 0], [0]], y: [0, 1] }), 'data.x[1]', /2 inputs, so 2 numbers are needed; got 1/],
  ['an example that is no list', data({ x: [0, 1], y: [0, 1] }), 'data.x[0]', /got 0/],
  ['an input of NaN', data({ x: [[0, NaN]], y: [0] }), 'data.x[0][1]', /got NaN/],
  ['an input of Infinity', data({ x: [[0, Infinity]], y: [0] }), 'data.x[0][1]', /got Infinity/],
  ['an input of null', data({ x: [[null, 0]], y: [0] }), 'data.x[0][0]', /got null/],
  ['an input that is too large', data({ x: [[2e9, 0]], y: [0] }), 'data.x[0][0]', /to 1000000000; got 2000000000/],
  ['a hole in an example', data({ x: [new Array(2)], y: [0] }), 'data.x[0][0]', /got nothing/],
  ['x without y', data({ x: [[0, 0]] }), 'data.y', /is missing/],
  ['y without x', data({ y: [0] }), 'data.x', /is missing/],
  ['fewer targets than examples', data({ x: rows(4), y: [0, 1, 1] }), 'data.y', /4 examples, so as many targets are needed; got 3/],
  ['two targets for one output', data({ x: rows(1), y: [[0, 1]] }), 'data.y[0]', /1 output, so 1 target is needed; got 2/],
  [
    'a plain number for two outputs',
    { network: { inputs: 2, hidden: [], outputs: 2 }, data: { x: rows(1), y: [1] } },
    'data.y[0]',
    /2 targets are needed; got 1/,
  ],
  ['a target of 2 for cross-entropy', data({ x: rows(1), y: [2] }), 'data.y[0]', /from 0 to 1; got 2/],
  ['a target as a text', data({ x: rows(1), y: ['1'] }), 'data.y[0]', /got "1"/],
  ['a target of true', data({ x: rows(1), y: [[true]] }), 'data.y[0][0]', /got true/],
  [
    'fewer feature names than inputs',
    data({ x: rows(1), y: [0], features: ['a'] }),
    'data.features',
    /2 inputs, so as many names are needed; got 1/,
  ],
  ['a target name that is no text', data({ x: rows(1), y: [0], targets: [1] }), 'data.targets[0]', /a text/],
  ['an unknown data set', data({ set: 'mnist' }), 'data.set', /one of "xor".*got "mnist"/],
  ['a data set named as a method', data({ set: 'toString' }), 'data.set', /got "toString"/],
  ['a data set beside own data', data({ set: 'xor', x: rows(1) }), 'data.x', /cannot stand beside "set"/],
  ['noise on own data', data({ x: rows(1), y: [0], noise: 1 }), 'data.noise', /needs "set" beside it/],
  ['a data set of four features for two inputs', data({ set: 'demand' }), 'data.set', /4 features, so network.inputs must be 4; it is 2/],
  [
    'a data set for two outputs',
    tiedExperiment({ network: { outputs: 2 }, data: { set: 'xor' } }),
    'data.set',
    /network.outputs must be 1; it is 2/,
  ],
  ['too many examples of a set', data({ set: 'xor', examples: 20001 }), 'data.examples', /got 20001/],
  ['negative noise', data({ set: 'xor', noise: -1 }), 'data.noise', /from 0 to 10; got -1/],
  ['a seed below 0', data({ set: 'xor', seed: -1 }), 'data.seed', /got -1/],
  ['an unknown scheme', chosen({ scheme: 'xavier' }), 'init.scheme', /got "xavier"/],
  ['an explicit start without weights', chosen({ scheme: 'explicit' }), 'init.w', /is missing/],
  [
    'weights beside a scheme',
    chosen({ scheme: 'zeros', w: TIED_WEIGHTS }),
    'init.w',
    /belongs to the scheme "explicit"; this one is "zeros"/,
  ],
  ['a seed beside explicit weights', init({ seed: 1 }), 'init.seed', /does not go with the scheme "explicit"/],
  ['a seed past 32 bits', chosen({ scheme: 'normal', seed: 2 ** 32 }), 'init.seed', /got 4294967296/],
  [
    'a range for another scheme',
    chosen({ scheme: 'uniform', low: 0 }),
    'init.low',
    /belongs to the scheme "uniform-range"; this one is "uniform"/,
  ],
  [
    'a scale beside a range',
    chosen({ scheme: 'uniform-range', scale: 1 }),
    'init.scale',
    /does not go with .*"uniform-range": say "low" and "high"/,
  ],
  [
    'a range that ends where it begins',
    chosen({ scheme: 'uniform-range', low: 1 }),
    'init.high',
    /more than "low", which is 1, by at most 1000000; got 1$/,
  ],
  [
    'a range that is too wide',
    chosen({ scheme: 'uniform-range', low: -1, high: 1e6 }),
    'init.high',
    /more than "low", which is -1, by at most/,
  ],
  [
    'a range past the largest number',
    chosen({ scheme: 'uniform-range', low: -2e6, high: 0 }),
    'init.low',
    /from -1000000 to 1000000; got -2000000/,
  ],
  ['a range of NaN', chosen({ scheme: 'uniform-range', high: NaN }), 'init.high', /must be a number.*got NaN/],
  ['a schedule that is no list', training({ schedule: {} }), 'training.schedule', /must be a list of at most 100 changes; got an object/],
  [
    'a change at the start',
    training({ schedule: [{ from: 0, l1: 1 }] }),
    'training.schedule[0].from',
    /whole number from 1 to 1000000000; got 0/,
  ],
  ['a change without its step', training({ schedule: [{ l1: 1 }] }), 'training.schedule[0].from', /is missing/],
  ['a change of nothing', training({ schedule: [{ from: 5 }] }), 'training.schedule[0]', /needs a value: learningRate, l1, l2/],
  [
    'a change of another option',
    training({ schedule: [{ from: 5, clip: 1 }] }),
    'training.schedule[0].clip',
    /is not known here; what can stand here: from, learningRate, l1 and l2/,
  ],
  ['a change out of range', training({ schedule: [{ from: 5, l2: -1 }] }), 'training.schedule[0].l2', /from 0 to 1000000; got -1/],
  [
    'two changes at one step',
    training({
      schedule: [
        { from: 5, l1: 1 },
        { from: 5, l2: 1 },
      ],
    }),
    'training.schedule[1].from',
    /must be more than 5, the one before; got 5/,
  ],
  [
    'a hundred and one changes',
    training({ schedule: Array.from({ length: 101 }, (_, at) => ({ from: at + 1, l1: 1 })) }),
    'training.schedule',
    /at most 100 changes; got 101/,
  ],
  ['a scale of 0', chosen({ scheme: 'normal', scale: 0 }), 'init.scale', /got 0/],
  [
    'weights of one layer of two',
    explicit([
      [
        [1, 2],
        [3, 4],
      ],
    ]),
    'init.w',
    /2 layers with weights.*2 lists are needed; got 1/,
  ],
  ['weights of one unit of two', explicit([[[1, 2]], [[5, 6]]]), 'init.w[0]', /layer 1 has 2 units, so 2 rows are needed; got 1/],
  [
    'a weight too many',
    explicit([
      [
        [1, 2],
        [3, 4, 5],
      ],
      [[5, 6]],
    ]),
    'init.w[0][1]',
    /unit 2 of layer 1 has 2 inputs, so 2 weights are needed; got 3/,
  ],
  [
    'a weight of NaN',
    explicit([
      [
        [1, NaN],
        [3, 4],
      ],
      [[5, 6]],
    ]),
    'init.w[0][0][1]',
    /got NaN/,
  ],
  [
    'a weight that is too large',
    explicit([
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 2e12]],
    ]),
    'init.w[1][0][1]',
    /to 1000000000000; got 2000000000000/,
  ],
  ['weights as an object', explicit({ 0: [] }), 'init.w', /got an object/],
  ['a first bias for a network without', init({ b: [[0.1, 0], [0]] }), 'init.b[0][0]', /network.bias is false/],
  ['a value that is too large', chosen({ scheme: 'constant', value: 1e7 }), 'init.value', /from -1000000 to 1000000; got 10000000/],
  ['biases for a network without', init({ b: [[0, 0.1], [0]] }), 'init.b[0][1]', /network.bias is false/],
  [
    'a bias too few',
    tiedExperiment({ network: { bias: true }, init: { scheme: 'explicit', w: TIED_WEIGHTS, b: [[0], [0]] } }),
    'init.b[0]',
    /2 biases are needed; got 1/,
  ],
  [
    'an empty list of biases for a network with',
    tiedExperiment({ network: { bias: true }, init: { scheme: 'explicit', w: TIED_WEIGHTS, b: [] } }),
    'init.b',
    /2 lists are needed; got 0/,
  ],
  [
    'setting a weight that is not there',
    init({ set: { w7: 1 } }),
    'init.set.w7',
    /no parameter of this network, which has w1 to w6, and no biases/,
  ],
  ['setting __proto__', init({ set: JSON.parse('{"__proto__": 1}') }), 'init.set.__proto__', /no parameter/],
  ['setting a weight to a text', init({ set: { w1: '0.2' } }), 'init.set.w1', /got "0.2"/],
  ['tying in the output layer', init({ tie: [{ layer: 2, units: [1, 2] }] }), 'init.tie[0].layer', /from 1 to 1; got 2/],
  [
    'tying without a hidden layer',
    tiedExperiment({ network: { hidden: [] }, init: { scheme: 'zeros', tie: [{ layer: 1, units: [1, 2] }] } }),
    'init.tie[0].layer',
    /this network has none/,
  ],
  ['tying one unit', init({ tie: [{ layer: 1, units: [1] }] }), 'init.tie[0].units', /two or more units.*got 1/],
  ['tying a unit to itself', init({ tie: [{ layer: 1, units: [2, 2] }] }), 'init.tie[0].units[1]', /unit 2 stands in this list already/],
  ['tying a unit that is not there', init({ tie: [{ layer: 1, units: [1, 3] }] }), 'init.tie[0].units[1]', /from 1 to 2; got 3/],
  [
    'tying a unit that only another layer has',
    tiedExperiment({ network: { hidden: [3, 2] }, init: { scheme: 'zeros', tie: [{ layer: 2, units: [1, 3] }] } }),
    'init.tie[0].units[1]',
    /from 1 to 2; got 3/,
  ],
  [
    'tying nothing',
    init({ tie: [{ layer: 1, units: [1, 2], what: [] }] }),
    'init.tie[0].what',
    /one to three of incoming, bias, outgoing; got 0/,
  ],
  ['tying an unknown part', init({ tie: [{ layer: 1, units: [1, 2], what: ['weights'] }] }), 'init.tie[0].what[0]', /got "weights"/],
  ['a nudge by nothing', init({ nudge: [{ parameter: 'w1' }] }), 'init.nudge[0]', /needs "ulps".*or "by"/],
  ['a nudge by both', init({ nudge: [{ parameter: 'w1', ulps: 1, by: 1 }] }), 'init.nudge[0].by', /cannot stand beside "ulps"/],
  ['a nudge by half an ulp', init({ nudge: [{ parameter: 'w1', ulps: 0.5 }] }), 'init.nudge[0].ulps', /whole number/],
  ['a nudge of a bias that is not there', init({ nudge: [{ parameter: 'b1', ulps: 1 }] }), 'init.nudge[0].parameter', /got "b1"/],
  ['an unknown optimizer', training({ optimizer: 'sgd' }), 'training.optimizer', /got "sgd"/],
  ['a negative learning rate', training({ learningRate: -0.1 }), 'training.learningRate', /got -0.1/],
  ['a learning rate as a text', training({ learningRate: '0.5' }), 'training.learningRate', /got "0.5"/],
  ['half a batch', training({ batchSize: 1.5 }), 'training.batchSize', /whole number.*got 1.5/],
  ['a momentum of 1', training({ momentum: 1 }), 'training.momentum', /got 1/],
  ['an epsilon of 0', training({ epsilon: 0 }), 'training.epsilon', /got 0/],
  ['dropout of everything', training({ dropout: { rate: 1 } }), 'training.dropout.rate', /got 1/],
  ['dropout as a number', training({ dropout: 0.2 }), 'training.dropout', /must be an object; got 0.2/],
  ['an unknown key of the noise', training({ gradientNoise: { mean: 0 } }), 'training.gradientNoise.mean', /can stand here: std and seed/],
  ['freezing a weight that is not there', training({ freeze: ['w1', 'w9'] }), 'training.freeze[1]', /must name a parameter.*got "w9"/],
  ['freezing a weight twice', training({ freeze: ['w1', 'w1'] }), 'training.freeze[1]', /w1 stands in this list already/],
  [
    'a rate for a layer that is not there',
    training({ unitLearningRates: [{ layer: 3, unit: 1, factor: 1 }] }),
    'training.unitLearningRates[0].layer',
    /from 1 to 2; got 3/,
  ],
  [
    'a rate for a unit that is not there',
    training({ unitLearningRates: [{ layer: 2, unit: 2, factor: 1 }] }),
    'training.unitLearningRates[0].unit',
    /from 1 to 1; got 2/,
  ],
  [
    'a rate that is too large',
    training({ unitLearningRates: [{ layer: 1, unit: 1, factor: 1e7 }] }),
    'training.unitLearningRates[0].factor',
    /from 0 to 1000000; got 10000000/,
  ],
  [
    'a rate without a factor',
    training({ unitLearningRates: [{ layer: 1, unit: 1 }] }),
    'training.unitLearningRates[0].factor',
    /is missing/,
  ],
];

/** Those that only the engine can see: they pass the parser and are refused at the start. @type {typeof BAD_EXPERIMENTS} */
const BAD_STARTS = [
  [
    'a nudge past the largest parameter',
    init({
      set: { w2: 1e12 },
      nudge: [
        { parameter: 'w1', ulps: 1 },
        { parameter: 'w2', by: 1 },
      ],
    }),
    'init.nudge[1]',
    /-1e12\.\.1e12/,
  ],
];

/**
 * @param {() => unknown} call
 * @param {string} path
 * @param {RegExp} words
 */
function assertExperimentError(call, path, words) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof ExperimentError, String(error));
    assert.equal(error.path, path);
    assert.ok(error.message.startsWith(`${path === '' ? 'experiment' : path}: `), error.message);
    assert.match(error.message, words);
    return true;
  });
}

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

describe('experiments', () => {
  test('are refused in more than sixty ways', () => assert.ok(BAD_EXPERIMENTS.length >= 60));

  for (const [what, experiment, path, words] of BAD_EXPERIMENTS) {
    test(`refuse ${what}`, () => {
      assertExperimentError(() => parseExperiment(experiment), path, words);
      const alive = lab.alive;
      assertExperimentError(() => lab.start(experiment), path, words);
      assert.equal(lab.alive, alive);
    });
  }

  for (const [what, experiment, path, words] of BAD_STARTS) {
    test(`refuse ${what} when they start, and leave no run behind`, () => {
      const alive = lab.alive;
      assertExperimentError(() => lab.start(experiment), path, words);
      assert.equal(lab.alive, alive);
    });
  }

  test('that fill the memory are refused with no-memory, and the lab goes on', () => {
    const large = { network: { inputs: 2, hidden: [128, 128, 128, 128, 128, 128, 128, 128] }, data: { set: 'circles', examples: 20000 } };
    /** @type {import('twin-neurons').Run[]} */
    const runs = [];
    assert.throws(
      () => {
        for (;;) runs.push(lab.start(large));
      },
      (error) => error instanceof EngineError && error.code === 'no-memory' && error.message.length > 10,
    );
    assert.equal(lab.alive, runs.length);
    for (const one of runs) one.close();
    const small = lab.start(tiedExperiment());
    assert.equal(small.train(10).step, 10);
    small.close();
  });
});
