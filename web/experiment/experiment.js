/**
 * Experiments: the one format that says all of a run. Reads, checks and completes them, writes them, and names their parameters. Knows
 * no engine. What the fields are stands in the tables of experiment/schema.js.
 */
import { writeJson } from '../base/checks.js';
import { ExperimentError } from '../base/errors.js';
import { EXPERIMENT } from './schema.js';
import { LIMITS } from './tables.js';
import { parseJson } from '../base/json-text.js';
import { networkLayers, parameterCount } from './parameters.js';
import { readStart } from './reshape.js';

export { ExperimentError } from '../base/errors.js';
export { networkLayers, parameterCount, parameterNames, parameterPlace } from './parameters.js';

/** @typedef {keyof typeof import('./kinds/activations/index.js').ACTIVATIONS} Activation */
/** @typedef {keyof typeof import('./kinds/losses/index.js').LOSSES} Loss */
/** @typedef {keyof typeof import('./kinds/optimizers/index.js').OPTIMIZERS} Optimizer */
/** @typedef {keyof typeof import('./kinds/schemes/index.js').SCHEMES} Scheme */
/** @typedef {(typeof import('./tables.js').TIED_PARTS)[number]} TiedPart */
/** @typedef {keyof typeof import('./kinds/datasets/index.js').DATASETS} DatasetName */

/**
 * @typedef {object} Network
 * @property {number} inputs
 * @property {readonly number[]} hidden units of each hidden layer; none: logistic or linear regression
 * @property {number} outputs
 * @property {Activation} activation of every hidden layer
 * @property {Activation} outputActivation
 * @property {boolean} bias
 */
/**
 * @typedef {object} OwnData
 * @property {readonly (readonly number[])[]} x one row an example
 * @property {readonly (readonly number[])[]} y one row an example; as input, plain numbers do for one output
 * @property {readonly string[]} features
 * @property {readonly string[]} targets
 */
/** @typedef {{ readonly set: DatasetName, readonly examples: number, readonly noise: number, readonly seed: number }} NamedData */
/**
 * @typedef {object} Changes made to the first parameters, in this order
 * @property {Readonly<Record<string, number>>} set
 * @property {readonly Tie[]} tie
 * @property {readonly Nudge[]} nudge
 */
/**
 * The first unit's values go to the others.
 * @typedef {{ readonly layer: number, readonly units: readonly number[], readonly what: readonly TiedPart[] }} Tie
 */
/** @typedef {{ readonly parameter: string, readonly ulps: number } | { readonly parameter: string, readonly by: number }} Nudge */
/**
 * @typedef {object} ExplicitParameters
 * @property {'explicit'} scheme
 * @property {readonly (readonly (readonly number[])[])[]} w one list a layer, in it one row a unit: its incoming weights
 * @property {readonly (readonly number[])[]} b one list a layer; empty where the network has no biases
 */
/** @typedef {Readonly<ExplicitParameters> & Changes} ExplicitInit */
/** @typedef {{ readonly scheme: Exclude<Scheme, 'uniform-range'>, readonly seed: number, readonly value: number, readonly scale: number } & Changes} ScaledInit */
/** @typedef {{ readonly scheme: 'uniform-range', readonly seed: number, readonly value: number, readonly low: number, readonly high: number } & Changes} RangeInit */
/** @typedef {ScaledInit | RangeInit} ChosenInit */
/** What holds once `from` steps are taken. @typedef {{ readonly from: number, readonly learningRate?: number, readonly l1?: number, readonly l2?: number }} ScheduleEntry */
/**
 * @typedef {object} Training
 * @property {Optimizer} optimizer
 * @property {number} learningRate
 * @property {number} batchSize examples a step; 0, or as many as there are: full batch
 * @property {number} shuffleSeed
 * @property {number} momentum
 * @property {number} beta1
 * @property {number} beta2
 * @property {number} epsilon
 * @property {number} decay
 * @property {number} l1
 * @property {number} l2
 * @property {number} clip largest norm of the gradient; 0: no clipping
 * @property {{ readonly rate: number, readonly seed: number }} dropout
 * @property {{ readonly std: number, readonly seed: number }} gradientNoise
 * @property {readonly string[]} freeze
 * @property {readonly { readonly layer: number, readonly unit: number, readonly factor: number }[]} unitLearningRates
 * @property {readonly ScheduleEntry[]} schedule what holds from a step on, in the order of steps
 */
/**
 * An experiment in normal form: checked, every default filled in, frozen.
 * @typedef {object} Experiment
 * @property {1} version
 * @property {string} name
 * @property {Readonly<Network>} network
 * @property {Loss} loss
 * @property {Readonly<OwnData> | NamedData} data
 * @property {ExplicitInit | ChosenInit} init
 * @property {Readonly<Training>} training
 */
/**
 * What can be read as an experiment: as experiment-input.js has it, or any plain object, since it is checked in full.
 * @typedef {import('./experiment-input.js').ExperimentInput | object} ExperimentInput
 */

/** What has been checked already: such an experiment is frozen, so it need not be checked again. @type {WeakSet<object>} */
const checked = new WeakSet();

/**
 * Reads an experiment, checks all of it and fills in every default.
 * @param {string | ExperimentInput} input JSON text or a plain object; it is not changed
 * @returns {Experiment} frozen through and through
 * @throws {ExperimentError} `path` says where, the message what would be right
 */
export function parseExperiment(input) {
  if (typeof input === 'object' && input !== null && checked.has(input)) return /** @type {Experiment} */ (input);
  if (typeof input === 'string' && input.length > LIMITS.jsonCharacters) {
    throw new ExperimentError('', `must be a text of at most ${LIMITS.jsonCharacters} characters; got ${input.length}`);
  }
  const experiment = EXPERIMENT.check(typeof input === 'string' ? parseJson(input) : input, '', { root: undefined, own: undefined });
  checked.add(experiment);
  return experiment;
}

/**
 * Writes an experiment as compact JSON, leaving out what goes without saying. Reading it gives the same experiment, to the bit.
 * @param {Experiment} experiment
 * @returns {string}
 */
export function writeExperiment(experiment) {
  return writeJson(compactExperiment(experiment));
}

/**
 * The shortest plain object that parseExperiment() turns into this experiment.
 * @param {Experiment} experiment
 * @returns {any}
 */
export function compactExperiment(experiment) {
  return EXPERIMENT.compact?.(parseExperiment(experiment), { root: undefined, own: undefined });
}

/**
 * The same experiment, starting from these parameters. What was set, tied or nudged is in the values already and goes away.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} values in the order of parameterNames()
 * @returns {Experiment}
 * @throws {ExperimentError}
 */
export function withParameters(experiment, values) {
  return parseExperiment({ ...experiment, init: explicitInit(experiment.network, values) });
}

/**
 * An explicit start with these parameters.
 * @param {import('./parameters.js').Shape} network
 * @param {ArrayLike<number>} values in the order of parameterNames()
 */
export function explicitInit(network, values) {
  const count = parameterCount(network);
  if (values.length !== count) throw new ExperimentError('init', `the network has ${count} parameters; got ${values.length} values`);
  const { w, b } = readStart(network, values);
  return { scheme: /** @type {const} */ ('explicit'), w, b: network.bias ? b : [] };
}

/**
 * The parameters of an explicit start in their order: what explicitInit() takes apart.
 * @param {import('./parameters.js').Shape} network
 * @param {Pick<ExplicitInit, 'w' | 'b'>} init
 * @returns {number[]}
 */
export function explicitParameters(network, { w, b }) {
  return networkLayers(network).flatMap(({ layer }) => [...w[layer - 1].flat(), ...(network.bias ? b[layer - 1] : [])]);
}
