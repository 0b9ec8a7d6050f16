/** Functions of the package that take objects from anybody: each looks at what it got before it works with it. The page knows what it hands over. */
import { EngineError, ExperimentError, describe } from '../base/errors.js';
import { parseExperiment, withParameters as startWith } from '../experiment/experiment.js';
import { LIMITS } from '../experiment/tables.js';
import { parameterNames as namesOf } from '../experiment/parameters.js';
import { judgeRun as judge } from '../ties/verdict.js';
import { checkDevice as check } from './device-check.js';
import { Lab } from './lab.js';
import { Run } from './run.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

/**
 * @template T
 * @param {unknown} value
 * @param {new (...rest: any[]) => T} kind
 * @param {string} wanted
 */
function assertKind(value, kind, wanted) {
  if (!(value instanceof kind)) throw new EngineError('bad-argument', `${wanted}; got ${describe(value)}`);
}

/**
 * The names of all parameters in their order.
 * @param {import('../experiment/parameters.js').Shape} network of an experiment as parseExperiment hands it back
 * @returns {string[]}
 * @throws {ExperimentError} where it is none
 */
export function parameterNames(network) {
  const { inputs, outputs, hidden, bias } = Object(network);
  const isObject = typeof network === 'object' && network !== null;
  // The data and the loss stand here only because an experiment has some.
  const row = (/** @type {number} */ length, /** @type {number} */ most) =>
    Array(Number.isInteger(length) && length > 0 && length <= most ? length : 1).fill(0);
  const parsed = parseExperiment(
    /** @type {any} */ ({
      network: isObject ? { inputs, outputs, hidden, bias } : network,
      data: { x: [row(inputs, LIMITS.inputs)], y: [row(outputs, LIMITS.outputs)] },
      loss: 'squared-error',
      init: { scheme: 'zeros' },
      training: { learningRate: 1 },
    }),
  );
  return namesOf(parsed.network);
}

/**
 * The same experiment, starting from these parameters. What was set, tied or nudged is in the values already and goes away.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} values in the order of parameterNames()
 * @returns {Experiment}
 * @throws {ExperimentError}
 */
export function withParameters(experiment, values) {
  const parsed = parseExperiment(experiment);
  if (typeof values !== 'object' || values === null || typeof values.length !== 'number') {
    throw new ExperimentError('init', `the parameters must be a list of numbers; got ${describe(values)}`);
  }
  return startWith(parsed, values);
}

/**
 * Judges every hidden layer of a run as it stands.
 * @param {Run} run
 * @throws {EngineError} bad-argument where it is none
 */
export function judgeRun(run) {
  assertKind(run, Run, 'judgeRun takes a run, as lab.start(experiment) returns one');
  return judge(run);
}

/**
 * Trains fifty runs on this device's engine and compares their fingerprints.
 * @param {Lab} lab
 * @throws {EngineError} bad-argument where it is none
 */
export function checkDevice(lab) {
  assertKind(lab, Lab, 'checkDevice takes a lab, as openLab() returns one');
  return check(lab);
}
