/**
 * Experiments as Python: the NumPy and the PyTorch programs are run and agree with the engine; the Keras programs are checked for
 * their syntax alone, as Debian has no Keras.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parseExperiment } from 'twin-neurons';
import { PRESETS } from '../../../web/experiment/presets.js';
import { LIBRARIES, programRefusal, pythonNumber, writeProgram } from '../../../web/panels/keep/python/program.js';
import { checkSyntax, hasModule, runPrograms } from '../../support/python.js';
import { assertClose, tiedExperiment } from '../../support/shared.js';

/** One run for each thing that a program can say, between them all activations, losses, optimizers and options. */
const RUNS = [
  ...PRESETS.map(({ id, experiment }) => ({ name: id, experiment, steps: 300 })),
  ...['momentum', 'nesterov', 'rmsprop', 'adam'].map((optimizer) => ({
    name: optimizer,
    experiment: {
      network: { inputs: 2, hidden: [3], activation: 'tanh' },
      data: { set: 'moons', examples: 20 },
      training: { optimizer, learningRate: 0.02 },
    },
    steps: 100,
  })),
  ...['relu', 'leaky-relu', 'softplus', 'linear'].map((activation) => ({
    name: activation,
    experiment: {
      network: { inputs: 2, hidden: [4, 3], activation },
      data: { set: 'gaussians', examples: 30 },
      training: { learningRate: 0.05 },
    },
    steps: 100,
  })),
  {
    name: 'two outputs, squared error, softplus at the output',
    experiment: {
      network: { inputs: 1, hidden: [2], outputs: 2, outputActivation: 'softplus' },
      loss: 'squared-error',
      data: {
        x: [[-1], [0], [2]],
        y: [
          [0, 1],
          [1, 0.5],
          [3, 0],
        ],
      },
      training: { learningRate: 0.1 },
    },
    steps: 100,
  },
  {
    name: 'two outputs, cross-entropy, penalties and clipping',
    experiment: {
      network: { inputs: 2, hidden: [3], outputs: 2, activation: 'tanh' },
      data: {
        x: [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ],
        y: [
          [0, 1],
          [1, 1],
          [1, 0],
          [0, 0],
        ],
      },
      training: { learningRate: 0.5, l1: 0.001, l2: 0.01, clip: 0.05 },
    },
    steps: 100,
  },
  {
    name: 'mini-batches with a short last one',
    experiment: {
      network: { inputs: 2, hidden: [3] },
      data: { set: 'circles', examples: 23 },
      training: { batchSize: 5, shuffleSeed: 99, optimizer: 'momentum', learningRate: 0.1 },
    },
    steps: 137,
  },
  {
    name: 'frozen parameters and learning rates of single units',
    experiment: tiedExperiment({
      network: { bias: true },
      training: { optimizer: 'adam', learningRate: 0.1, freeze: ['w5', 'b1'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.25 }] },
    }),
    steps: 50,
  },
  {
    name: 'a learning rate and penalties that change on the way',
    experiment: {
      network: { inputs: 2, hidden: [3], activation: 'tanh' },
      data: { set: 'moons', examples: 20 },
      training: {
        optimizer: 'adam',
        learningRate: 0.05,
        schedule: [
          { from: 1, l1: 0.01 },
          { from: 20, learningRate: 0.01, l2: 0.1 },
          { from: 60, l1: 0, learningRate: 0.02 },
          { from: 1000, learningRate: 5 },
        ],
      },
    },
    steps: 100,
  },
  {
    name: 'a learning rate that changes on the way, with memory and mini-batches',
    experiment: tiedExperiment({
      training: { optimizer: 'momentum', batchSize: 3, learningRate: 0.1, schedule: [{ from: 7, learningRate: 0.3 }] },
    }),
    steps: 40,
  },
  { name: 'a Nesterov momentum of 0', experiment: tiedExperiment({ training: { optimizer: 'nesterov', momentum: 0 } }), steps: 10 },
];

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/**
 * A run trained by the engine, and its program.
 * @param {import('../../../web/panels/keep/python/program.js').Library} library
 * @param {typeof RUNS[number]} plan
 */
function trainAndWrite(library, { name, experiment, steps }) {
  const run = lab.start(experiment);
  const start = run.parameters();
  const { x, y } = run.data();
  const { loss } = run.train(steps);
  const program = writeProgram(library, { experiment: run.experiment, start, x, y, steps, loss });
  const trained = { name, names: run.names, values: run.parameters(), loss, steps, program };
  run.close();
  return trained;
}

for (const [library, module] of /** @type {const} */ ([
  ['numpy', 'numpy'],
  ['pytorch', 'torch'],
])) {
  const isThere = hasModule(module);
  test(`the ${library} programs train to the engine's loss and parameters`, {
    skip: isThere ? false : `Python here has no ${module} (Debian: python3-${module})`,
  }, async () => {
    const trained = RUNS.map((plan) => trainAndWrite(library, plan));
    const printed = await runPrograms(trained.map(({ program }) => program));
    trained.forEach(({ name, names, values, loss, steps }, at) => {
      assert.equal(printed[at].steps, steps, name);
      assert.deepEqual(Object.keys(printed[at].parameters).sort(), [...names].sort(), name);
      assertClose([printed[at].loss], [loss], { what: `${name}: loss` });
      assertClose(
        names.map((each) => printed[at].parameters[each]),
        values,
        { what: name },
      );
    });
  });
}

describe('a program', () => {
  test('is Python, for every library', async () => {
    assert.equal(
      await checkSyntax(LIBRARIES.flatMap((library) => RUNS.map((plan) => trainAndWrite(library, plan).program))),
      'all of it is Python',
    );
  });

  test('has every number exactly, -0 too', () => {
    assert.deepEqual([1 / 3, -0, 5e-324, 1e21, -1e-7].map(pythonNumber), ['0.3333333333333333', '-0.0', '5e-324', '1e+21', '-1e-7']);
    const experiment = parseExperiment(
      tiedExperiment({
        init: {
          scheme: 'explicit',
          w: [
            [
              [-0, 1 / 3],
              [0.2, 0.4],
            ],
            [[0.6, 1e300 / 1e289]],
          ],
        },
      }),
    );
    for (const library of LIBRARIES) {
      const program = writeProgram(library, {
        experiment,
        start: [-0, 1 / 3, 0.2, 0.4, 0.6, 1e11],
        x: [[0.1, 2]],
        y: [[1]],
        steps: 1,
        loss: null,
      });
      for (const literal of ['[-0.0, 0.3333333333333333]', '[0.6, 100000000000]', '[0.1, 2]'])
        assert.ok(program.includes(literal), `${library}: ${literal}`);
    }
  });

  test('says nothing of batches, factors, penalties or clipping where there are none', () => {
    for (const library of LIBRARIES) {
      const { program } = trainAndWrite(library, RUNS[0]);
      for (const word of ['batches', 'factor', 'CLIP', 'L1', 'MOMENTUM']) assert.ok(!program.includes(word), `${library}: ${word}`);
      assert.ok(
        program.split('\n').every((line) => line.length <= 140),
        library,
      );
    }
  });

  test('is refused to random numbers that only the engine draws', () => {
    const refusals = [{}, { batchSize: 2 }, { dropout: { rate: 0.5 } }, { gradientNoise: { std: 0.1 } }].map((training) =>
      programRefusal(parseExperiment(tiedExperiment({ training })), 'numpy'),
    );
    assert.deepEqual(refusals, [null, null, 'dropout', 'gradientNoise']);
  });

  test('is refused by Keras alone where a penalty changes on the way', () => {
    const refusals = (/** @type {object} */ entry) =>
      LIBRARIES.map((library) =>
        programRefusal(parseExperiment(tiedExperiment({ training: { schedule: [{ from: 5, ...entry }] } })), library),
      );
    assert.deepEqual(refusals({ l2: 0.1 }), [null, null, 'penalties']);
    assert.deepEqual(refusals({ learningRate: 0.1 }), [null, null, null]);
  });
});
