/**
 * What a run would be like otherwise: at other parameters, with two units exchanged, with a unit cut in two, started one bit beside. Nothing here
 * changes the run that is asked.
 */
import { EngineError, describe } from '../base/errors.js';
import { parseExperiment } from '../experiment/experiment.js';
import { networkLayers } from '../experiment/parameters.js';
import { carriedTraining, readStart } from '../experiment/reshape.js';
import { swappedPlaces } from '../ties/swapped-places.js';
import { finiteNumber } from './arguments.js';
import { takeSteps } from './schedule.js';
import { startRun } from './set-up-run.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

/**
 * @typedef {object} Digits
 * @property {number} loss decimal digits of the last loss that the shadow runs share with it: a whole number, 0 to 17 (17: every bit)
 * @property {Float64Array} parameters the same for each parameter, in the order of parameters()
 */

/**
 * The mean data loss at other parameters.
 * @param {Engine} engine
 * @param {number} id
 * @param {number} count of the run's parameters
 * @param {ArrayLike<number>} values in the engine's order
 * @returns {number}
 */
export function lossAt(engine, id, count, values) {
  if ((!Array.isArray(values) && !(values instanceof Float64Array)) || values.length !== count) {
    throw new EngineError('bad-argument', `values must be a list of ${count} numbers, one a parameter; got ${describe(values)}`);
  }
  for (let at = 0; at < count; at += 1) finiteNumber(`values[${at}]`, values[at]);
  for (let first = 0; first < count; first += engine.exchangeLength) {
    const part = /** @type {number[]} */ (values.slice(first, first + engine.exchangeLength));
    engine.write(part);
    engine.call('nn_put_trial', id, first, part.length);
  }
  return engine.call('nn_trial_loss', id);
}

/**
 * @param {Experiment} experiment
 * @param {Float64Array} parameters
 * @param {number} layer a hidden layer, counted from 1
 * @param {number} unit counted from 1
 * @param {number} otherUnit
 * @returns {Float64Array} the same with the two units exchanged: incoming weights, bias and outgoing weights
 */
export function swapped({ network }, parameters, layer, unit, otherUnit) {
  return Float64Array.from(swappedPlaces(network, { layer, units: [unit, otherUnit] }), (place) => parameters[place]);
}

/**
 * The experiment that starts at these parameters with one unit cut in two: both have its incoming weights and bias; its outgoing weights are
 * shared out, `share` to the one that stays in its place, the rest to the new one, which stands last in the layer and has its learning rate.
 * @param {Experiment} experiment
 * @param {Float64Array} parameters
 * @param {number} layer a hidden layer, counted from 1
 * @param {number} unit counted from 1
 * @param {number} share any finite number: 0.5 makes twins that are tied
 * @returns {Experiment}
 * @throws {import('../base/errors.js').ExperimentError} where the layer is as wide as a layer can be
 */
export function split(experiment, parameters, layer, unit, share) {
  finiteNumber('share', share);
  const { network } = experiment;
  const { w, b } = readStart(network, parameters);
  const hidden = network.hidden.map((units, at) => (at === layer - 1 ? units + 1 : units));
  w[layer - 1].push([...w[layer - 1][unit - 1]]);
  b[layer - 1].push(b[layer - 1][unit - 1]);
  for (const row of w[layer]) {
    row.push(row[unit - 1] * (1 - share));
    row[unit - 1] *= share;
  }
  const wider = { ...network, hidden };
  const training = carriedTraining(experiment.training, network, wider);
  const rates = training.unitLearningRates.filter((rate) => rate.layer === layer && rate.unit === unit);
  const unitLearningRates = [...training.unitLearningRates, ...rates.map((rate) => ({ ...rate, unit: hidden[layer - 1] }))];
  const init = { scheme: 'explicit', w, b: network.bias ? b : [] };
  return parseExperiment({ ...experiment, network: wider, init, training: { ...training, unitLearningRates } });
}

/** Relative differences below which one digit more counts as shared: 1, 0.1, ... 1e-16. */
const TENTHS = Object.freeze([1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16]);

/**
 * How many decimal digits two numbers share: 17 where they are equal, else the largest d with |a - b| < 10^-d max(|a|, |b|).
 * @param {number} a @param {number} b
 */
export function sharedDigits(a, b) {
  if (a === b) return TENTHS.length;
  const relative = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
  const first = TENTHS.findIndex((tenth) => !(relative < tenth));
  return first < 0 ? TENTHS.length - 1 : Math.max(0, first - 1);
}

/**
 * @typedef {object} TrainResult
 * @property {number} step steps taken since the start
 * @property {number} loss mean data loss without penalties
 * @property {null | 'diverged'} stopped 'diverged' where the next step would not stay finite; it was not taken
 */

/**
 * @typedef {object} GradientCheck
 * @property {number} gradient of the training objective, penalties included
 * @property {number} numeric the same, measured by moving the parameter
 * @property {number} error how far off the measurement may be, by its own estimate: from rounding, and because it moves the parameter by more than nothing
 * @property {number} digits decimal digits that the two share, 0 to 17 (17: every bit)
 */

/**
 * @param {Engine} engine
 * @param {number} id
 * @param {number} index of the parameter
 * @returns {GradientCheck}
 */
export function gradientCheck(engine, id, index) {
  const numeric = engine.call('nn_numeric_gradient', id, index);
  const [error] = engine.read(1);
  const gradient = engine.copy('nn_gradients', engine.call('nn_parameter_count', id), id)[index];
  return { gradient, numeric, error, digits: sharedDigits(gradient, numeric) };
}

/**
 * Which parameters the shadow runs move by an ulp, up or down: the first that is not 0 and not frozen; the last such; and all of them, up and down by
 * turns. (An ulp of 0 is 5e-324, which nothing sees.)
 * @param {ArrayLike<number>} start
 * @param {readonly boolean[]} frozen
 * @returns {[index: number, ulps: 1 | -1][][]}
 */
function nudges(start, frozen) {
  const free = Array.from(start, (_, index) => index).filter((index) => start[index] !== 0 && !frozen[index]);
  if (free.length === 0) return [];
  /** @type {(index: number, at: number) => [number, 1 | -1]} */
  const byTurns = (index, at) => [index, at % 2 === 0 ? 1 : -1];
  return [[free[0]], [free[free.length - 1]], free].map((indices) => indices.map(byTurns));
}

/**
 * Trains a run of its own from this start and leaves it alive.
 * @param {Engine} engine
 * @param {Experiment} experiment
 * @param {Float64Array} start
 * @param {[index: number, ulps: 1 | -1][]} moved
 * @param {number} steps
 */
function trainedEnd(engine, experiment, start, moved, steps) {
  const id = startRun(engine, experiment);
  try {
    start.forEach((value, index) => engine.call('nn_set_parameter', id, index, value));
    // Toward 0 where there is no larger parameter.
    for (const [index, ulps] of moved)
      engine.call('nn_nudge_ulps', id, index, Math.abs(start[index]) < 1e12 ? ulps : -Math.sign(start[index]));
    engine.call('nn_keep_start', id);
    takeSteps(engine, id, experiment.training, steps);
    return { step: engine.call('nn_step', id), loss: engine.call('nn_loss', id), values: engine.copy('nn_parameters', start.length, id) };
  } finally {
    engine.call('nn_destroy', id);
  }
}

/**
 * How many decimal digits of where this start ends are its own: those that it shares with shadow runs, which start one unit in the last place beside
 * (nudges() says where) and are trained as long. Digits are counted by the worst of the shadows; a shadow that diverged where the run did not, or
 * at another step, shares none. A frozen parameter is no shadow's, and has all its digits.
 * @param {Engine} engine
 * @param {Experiment} experiment
 * @param {Float64Array} start
 * @param {number} steps
 * @returns {Digits}
 */
export function digits(engine, experiment, start, steps) {
  const { network, training } = experiment;
  const names = new Set(training.freeze);
  const frozen = networkLayers(network).flatMap(({ units, inputs, firstWeight, firstUnit }) => [
    ...Array.from({ length: units * inputs }, (_, at) => names.has(`w${firstWeight + at}`)),
    ...(network.bias ? Array.from({ length: units }, (_, at) => names.has(`b${firstUnit + at}`)) : []),
  ]);
  const own = trainedEnd(engine, experiment, start, [], steps);
  const shadows = nudges(start, frozen).map((moved) => trainedEnd(engine, experiment, start, moved, steps));
  /** @type {(value: number, of: (end: typeof own) => number) => number} */
  const worst = (value, of) =>
    shadows.reduce((least, end) => Math.min(least, end.step === own.step ? sharedDigits(value, of(end)) : 0), TENTHS.length);
  return { loss: worst(own.loss, ({ loss }) => loss), parameters: own.values.map((value, at) => worst(value, ({ values }) => values[at])) };
}
