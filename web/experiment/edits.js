/**
 * One change of an experiment at a time, as the page offers them: each function takes an experiment in normal form and returns
 * another, to be checked by parseExperiment. A start made by a scheme (zeros, a seed) is made anew for the changed network; a start
 * given number by number keeps what still has a place.
 */

import { DATASETS } from './kinds/datasets/index.js';
import { LOSSES, lossFits, lossFor } from './kinds/losses/index.js';
import { isSeeded } from './kinds/schemes/index.js';
import { LIMITS } from './tables.js';
import { carriedTraining, readStart, resizeStart } from './reshape.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** @typedef {import('./experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('./reshape.js').Start} Start */
/** @typedef {{ set: string, examples?: number, noise?: number, seed?: number }} NamedChoice */
/** @typedef {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[], features?: readonly string[], targets?: readonly string[] }} OwnChoice */
/**
 * @typedef {object} Choice what a change names; the rest stays
 * @property {string} [activation]
 * @property {string} [outputActivation]
 * @property {string} [loss]
 * @property {NamedChoice | OwnChoice} [data]
 * @property {number} [learningRate]
 * @property {object} [training] options of training by the names of the format
 */

/** What a random start of the page means: uniform in [-1, 1). */
const RANDOM_SCHEME = Object.freeze({ scheme: 'uniform', scale: 1 });

/**
 * @param {Experiment} experiment
 * @param {number} seed
 * @returns {ExperimentInput}
 */
export function withSeed(experiment, seed) {
  const { init } = experiment;
  const drawn = isSeeded(init) ? { ...init, set: {}, tie: [], nudge: [] } : RANDOM_SCHEME;
  return loosen({ ...experiment, init: { ...drawn, seed } });
}

/**
 * One parameter starts with another value; the rest of the start stays.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {string} name
 * @param {number} value
 * @returns {ExperimentInput}
 */
export function withParameter(experiment, parameters, name, value) {
  const { init } = experiment;
  const isPlain = init.tie.length === 0 && init.nudge.length === 0;
  const base = isPlain ? init : explicit(experiment.network, readStart(experiment.network, parameters));
  return loosen({ ...experiment, init: { ...base, set: { ...(isPlain ? init.set : {}), [name]: value } } });
}

/**
 * Other hidden layers. A new neuron starts as the twin of the last one of its layer.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {readonly number[]} hidden units of each layer; none: no hidden layer
 * @returns {ExperimentInput}
 */
export function withLayers(experiment, parameters, hidden) {
  return withShape(experiment, parameters, { hidden: [...hidden] });
}

/**
 * With or without biases; new ones start at 0.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {boolean} bias
 * @returns {ExperimentInput}
 */
export function withBias(experiment, parameters, bias) {
  const network = { ...experiment.network, bias };
  if (isMadeByScheme(experiment.init)) return loosen({ ...experiment, network });
  const { w, b } = readStart(experiment.network, parameters);
  return loosen({ ...experiment, network, init: explicit(network, { w, b }) });
}

/**
 * Another choice for what is named. Inputs and outputs follow the data, and the loss and the output's activation follow each other:
 * a loss may need one of its own.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {Choice} choice
 * @returns {ExperimentInput}
 */
export function withChoice(experiment, parameters, { activation, outputActivation, loss, data, learningRate, training }) {
  const { network } = experiment;
  const needed = loss !== undefined && loss in LOSSES ? LOSSES[/** @type {keyof typeof LOSSES} */ (loss)].output : null;
  const output = /** @type {import('./experiment.js').Activation} */ (needed ?? outputActivation ?? network.outputActivation);
  const shaped = data === undefined ? experiment : withShape(experiment, parameters, shapeOfData(experiment, data));
  const changed = /** @type {Experiment} */ (shaped);
  return loosen({
    ...changed,
    network: { ...changed.network, activation: activation ?? network.activation, outputActivation: output },
    loss: loss ?? (lossFits(experiment.loss, output) ? experiment.loss : lossFor(output)),
    data: data ?? experiment.data,
    training: { ...changed.training, ...(learningRate === undefined ? {} : { learningRate }), ...training },
  });
}

/**
 * Another start, number by number.
 * @param {Experiment} experiment
 * @param {Start} start
 * @returns {ExperimentInput}
 */
export function withStart(experiment, { w, b }) {
  return loosen({ ...experiment, init: explicit(experiment.network, { w, b }) });
}

/**
 * @param {Experiment} experiment
 * @param {NamedChoice | OwnChoice} data
 * @returns {{ inputs: number, outputs: number }}
 */
function shapeOfData({ network }, data) {
  if ('set' in data) {
    const set = data.set in DATASETS ? DATASETS[/** @type {keyof typeof DATASETS} */ (data.set)] : null;
    return { inputs: set?.features ?? network.inputs, outputs: 1 };
  }
  return { inputs: data.x[0]?.length ?? network.inputs, outputs: data.y[0]?.length ?? network.outputs };
}

/**
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {Partial<{ inputs: number, hidden: number[], outputs: number }>} shape
 * @returns {ExperimentInput}
 */
function withShape(experiment, parameters, shape) {
  const { init, training } = experiment;
  const network = { ...experiment.network, ...shape };
  const carried = { ...experiment, network, training: carriedTraining(training, experiment.network, network) };
  // A wish past the limits goes on as it is: parseExperiment has the sentence for it.
  const fits = network.hidden.every((units) => Number.isInteger(units) && units >= 1 && units <= LIMITS.units);
  if (isMadeByScheme(init) || !fits || network.hidden.length > LIMITS.hiddenLayers) return loosen(carried);
  const { w, b } = resizeStart(readStart(experiment.network, parameters), network);
  return loosen({ ...carried, init: explicit(network, { w, b }) });
}

/**
 * @param {{ bias: boolean }} network
 * @param {Start} start
 * @returns {{ scheme: 'explicit', w: Start['w'], b?: Start['b'] }}
 */
function explicit({ bias }, { w, b }) {
  return bias ? { scheme: 'explicit', w, b } : { scheme: 'explicit', w };
}

/** @param {Experiment['init']} init */
function isMadeByScheme(init) {
  return init.scheme !== 'explicit' && Object.keys(init.set).length === 0 && init.tie.length === 0 && init.nudge.length === 0;
}

/**
 * The functions above put plain values into an experiment; whether they fit is for parseExperiment to say.
 * @param {object} experiment
 * @returns {ExperimentInput}
 */
export function loosen(experiment) {
  return /** @type {ExperimentInput} */ (experiment);
}
