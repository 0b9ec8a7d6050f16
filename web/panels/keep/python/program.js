/**
 * An experiment as a Python program that trains it again and prints the loss and every parameter: for NumPy, PyTorch or Keras. Data and
 * first parameters are written number by number, each so that Python reads the same double. Mini-batches come in the engine's order, as
 * the program has the engine's shuffle. Dropout and gradient noise are refused: their random numbers belong to the engine's own order
 * of work, and a program that draws others would train another run.
 */
import { allOf } from '../../../base/parts.js';
import { kerasProgram } from './keras.js';
import { numpyProgram } from './numpy.js';
import { OPTIMIZERS } from '../../../experiment/kinds/optimizers/index.js';
import { trainingAt } from '../../../experiment/schedule.js';
import { networkLayers, parameterPlace } from '../../../experiment/parameters.js';
import { torchProgram } from './torch.js';

/** @typedef {import('../../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {'numpy' | 'pytorch' | 'keras'} Library */

/**
 * @typedef {object} RunToRepeat
 * @property {Experiment} experiment
 * @property {ArrayLike<number>} start the first parameters, in the engine's order
 * @property {readonly (readonly number[])[]} x
 * @property {readonly (readonly number[])[]} y
 * @property {number} steps to train
 * @property {number | null} loss that the engine has after them, where it is known
 */

/**
 * What the programs are made of: texts of Python, ready to stand in one.
 * @typedef {object} Parts
 * @property {Experiment} experiment
 * @property {string[]} head the program's first lines: what it is, how close it comes
 * @property {string} x a list of rows
 * @property {string} y
 * @property {{ inputs: number, units: number, weights: string, biases: string | null, weightFactors: string, biasFactors: string }[]} layers
 *   lists of numbers; factors multiply the learning rate
 * @property {boolean} hasFactors whether any of them is not 1
 * @property {boolean} isBatched
 * @property {string[]} constants numbers with names, one a line
 * @property {boolean} hasPenalties whether weights are ever penalized
 * @property {readonly string[]} retuning the lines of the training loop by which what changes on the way changes; none where nothing does
 * @property {readonly string[]} batches the function that gives the batches; none for full batch
 * @property {readonly string[]} report the lines that print the result, from `weights` and `biases` (lists of arrays)
 */

/** A list of rows longer than this is written a row a line. */
const LONGEST_LINE = 80;

/** @type {readonly Library[]} */
export const LIBRARIES = Object.freeze(['numpy', 'pytorch', 'keras']);

const PROGRAMS = Object.freeze({ numpy: numpyProgram, pytorch: torchProgram, keras: kerasProgram });

/**
 * Why an experiment has no program: what in it draws random numbers that no other library draws, or changes what Keras keeps as it is.
 * @param {Experiment} experiment
 * @param {Library} library
 * @returns {'dropout' | 'gradientNoise' | 'penalties' | null} null where it has one
 */
export function programRefusal({ training }, library) {
  if (training.dropout.rate > 0) return 'dropout';
  if (training.gradientNoise.std > 0) return 'gradientNoise';
  return library === 'keras' && training.schedule.some((entry) => 'l1' in entry || 'l2' in entry) ? 'penalties' : null;
}

/**
 * @param {Library} library
 * @param {RunToRepeat} run of an experiment that programRefusal() lets through
 * @returns {string} the program
 */
export function writeProgram(library, run) {
  return allOf(writeInParts(library, run));
}

/**
 * The same row by row of its numbers, which may be half a million.
 * @param {Library} library
 * @param {RunToRepeat} run
 * @returns {Generator<void, string>}
 */
export function* writeInParts(library, run) {
  return `${PROGRAMS[library](yield* makeParts(run)).join('\n')}\n`;
}

/**
 * @param {RunToRepeat} run
 * @returns {Generator<void, Parts>}
 */
function* makeParts({ experiment, start, x, y, steps, loss }) {
  const { network, training } = experiment;
  const factors = rateFactors(experiment, start.length);
  const isBatched = training.batchSize > 0 && training.batchSize < x.length;
  /** @type {(values: ArrayLike<number>, first: number, rows: number, columns: number) => Generator<void, string>} */
  const block = (values, first, rows, columns) =>
    pythonRows(
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => values[first + row * columns + column])),
    );
  /** @type {(values: ArrayLike<number>, first: number, count: number) => string} */
  const line = (values, first, count) => pythonList(Array.from({ length: count }, (_, at) => values[first + at]));
  const layers = [];
  for (const { inputs, units, weights, biases } of networkLayers(network))
    layers.push({
      inputs,
      units,
      weights: yield* block(start, weights, units, inputs),
      biases: biases < 0 ? null : line(start, biases, units),
      weightFactors: yield* block(factors, weights, units, inputs),
      biasFactors: biases < 0 ? '[]' : line(factors, biases, units),
    });
  return {
    experiment,
    head: [
      `# ${describeRun(experiment, steps)}`,
      ...(loss === null ? [] : [`# Twin Neurons has J = ${pythonNumber(loss)} then.`]),
      '# Expect the same numbers to about nine digits, not the same bits: libraries round sums and functions their own way.',
    ],
    x: yield* pythonRows(x),
    y: yield* pythonRows(y),
    layers,
    hasFactors: factors.some((factor) => factor !== 1),
    isBatched,
    hasPenalties: hasPenalties(experiment),
    constants: [...constantsOf(experiment, steps, isBatched), ...scheduleLines(experiment)],
    retuning:
      training.schedule.length === 0 ? [] : ['    if step - 1 in SCHEDULE:', `        ${scheduledNames(experiment)} = SCHEDULE[step - 1]`],
    batches: isBatched ? BATCHES : [],
    report: REPORT,
  };
}

/**
 * By how much each parameter's learning rate is multiplied: its unit's factor, or 0 where it is frozen.
 * @param {Experiment} experiment
 * @param {number} count
 */
function rateFactors({ network, training }, count) {
  const factors = Array.from({ length: count }, () => 1);
  const layers = networkLayers(network);
  for (const { layer, unit, factor } of training.unitLearningRates) {
    const { inputs, weights, biases } = layers[layer - 1];
    factors.fill(factor, weights + (unit - 1) * inputs, weights + unit * inputs);
    if (biases >= 0) factors[biases + unit - 1] = factor;
  }
  for (const name of training.freeze) {
    const place = parameterPlace(network, name);
    if (place !== null) factors[place.index] = 0;
  }
  return factors;
}

/**
 * @param {Experiment} experiment
 * @param {number} steps
 */
function describeRun({ network, loss, training }, steps) {
  const shape = [network.inputs, ...network.hidden, network.outputs].join('-');
  const functions = network.hidden.length === 0 ? network.outputActivation : `${network.activation}, output ${network.outputActivation}`;
  return `A run of Twin Neurons: ${shape} network, ${functions}, ${loss}, ${training.optimizer}, ${steps} steps.`;
}

/**
 * @param {Experiment} experiment
 * @param {number} steps
 * @param {boolean} isBatched
 */
function constantsOf({ training }, steps, isBatched) {
  /** @type {[string, number][]} */
  const rows = [
    ['STEPS', steps],
    ['LEARNING_RATE', training.learningRate],
    ...OPTIMIZERS[training.optimizer].options.map((name) => /** @type {[string, number]} */ ([name.toUpperCase(), training[name]])),
    ...(isBatched
      ? /** @type {[string, number][]} */ ([
          ['BATCH_SIZE', training.batchSize],
          ['SHUFFLE_SEED', training.shuffleSeed],
        ])
      : []),
    ...(hasPenalties({ training })
      ? /** @type {[string, number][]} */ ([
          ['L1', training.l1],
          ['L2', training.l2],
        ])
      : []),
    ...(training.clip > 0 ? /** @type {[string, number][]} */ ([['CLIP', training.clip]]) : []),
  ];
  return rows.map(([name, value]) => `${name} = ${pythonNumber(value)}`);
}

/** @param {Pick<Experiment, 'training'>} experiment whether its weights are ever penalized */
function hasPenalties({ training }) {
  return [training, ...training.schedule].some(({ l1 = 0, l2 = 0 }) => l1 > 0 || l2 > 0);
}

/** @param {Experiment} experiment */
function scheduledNames(experiment) {
  return hasPenalties(experiment) ? 'LEARNING_RATE, L1, L2' : 'LEARNING_RATE';
}

/** What changes on the way. @param {Experiment} experiment */
function scheduleLines(experiment) {
  const { training } = experiment;
  if (training.schedule.length === 0) return [];
  const rows = training.schedule.map(({ from }) => {
    const { learningRate, l1, l2 } = trainingAt(training, from);
    const values = hasPenalties(experiment) ? `(${[learningRate, l1, l2].map(pythonNumber).join(', ')})` : pythonNumber(learningRate);
    return `    ${from}: ${values},`;
  });
  return [`# Once so many steps are taken: ${scheduledNames(experiment)} from there on.`, 'SCHEDULE = {', ...rows, '}'];
}

/** The engine's shuffle (random.c and train.c), which the tests hold against it. */
const BATCHES = Object.freeze([
  'MASK = 2**64 - 1',
  '',
  '',
  'def mixed(v):',
  '    v = ((v ^ (v >> 30)) * 0xBF58476D1CE4E5B9) & MASK',
  '    v = ((v ^ (v >> 27)) * 0x94D049BB133111EB) & MASK',
  '    return v ^ (v >> 31)',
  '',
  '',
  'def batches():',
  '    """The mini-batches in the order of Twin Neurons: a new permutation each epoch, the last short batch kept."""',
  '    state = mixed((2 << 32) + SHUFFLE_SEED)',
  '    order = list(range(len(x)))',
  '    while True:',
  '        for i in range(len(order) - 1, 0, -1):',
  '            state = (state + 0x9E3779B97F4A7C15) & MASK',
  '            j = ((mixed(state) >> 32) * (i + 1)) >> 32',
  '            order[i], order[j] = order[j], order[i]',
  '        for first in range(0, len(order), BATCH_SIZE):',
  '            yield order[first : first + BATCH_SIZE]',
  '',
  '',
]);

/** w1, w2, … layer by layer, unit by unit, input by input; b1, b2, … apart. */
const REPORT = Object.freeze([
  'for letter, arrays in (("w", weights), ("b", biases)):',
  '    for number, value in enumerate([value for array in arrays for value in array.ravel()], start=1):',
  '        print(f"{letter}{number} = {float(value)!r}")',
]);

/**
 * @param {number} value finite
 * @returns {string} what Python reads as the same double
 */
export function pythonNumber(value) {
  return Object.is(value, -0) ? '-0.0' : String(value);
}

/** @param {readonly number[]} values */
function pythonList(values) {
  return `[${values.map(pythonNumber).join(', ')}]`;
}

/**
 * A list of lists: on one line where it is short, otherwise a row a line.
 * @param {readonly (readonly number[])[]} rows
 * @returns {Generator<void, string>}
 */
function* pythonRows(rows) {
  const lists = [];
  for (const row of rows) {
    lists.push(pythonList(row));
    yield;
  }
  const line = `[${lists.join(', ')}]`;
  return line.length <= LONGEST_LINE ? line : `[\n${lists.map((list) => `        ${list},\n`).join('')}    ]`;
}
