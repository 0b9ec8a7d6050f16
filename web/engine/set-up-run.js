/**
 * From an experiment to a run inside the engine, standing at its start: made, filled with data, options and first parameters. The one
 * place that knows in which order the engine wants them. A run that cannot be finished is taken down again.
 */
import { EngineError, ExperimentError } from '../base/errors.js';
import { explicitParameters } from '../experiment/experiment.js';
import { parameterPlace } from '../experiment/parameters.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

/** What nn_tie copies: the bits of nn.h, by the names of the experiment format. */
export const TIE_BITS = Object.freeze({ incoming: 1, bias: 2, outgoing: 4 });

/**
 * @param {Engine} engine
 * @param {Experiment} experiment in normal form
 * @returns {number} the run's id
 * @throws {ExperimentError} where the engine refuses what only it can see, such as a nudge past the largest parameter
 * @throws {EngineError} no-memory
 */
export function startRun(engine, experiment) {
  const id = create(engine, experiment);
  try {
    fillData(engine, id, experiment);
    setOptions(engine, id, experiment);
    setParameters(engine, id, experiment);
    engine.call('nn_keep_start', id);
  } catch (error) {
    engine.call('nn_destroy', id);
    throw error;
  }
  return id;
}

/**
 * @param {Engine} engine
 * @param {Experiment} experiment
 */
function create(engine, { network, data, loss }) {
  const { activations, losses } = engine.names;
  engine.write(network.hidden);
  return at('network', () =>
    engine.call(
      'nn_create',
      network.inputs,
      network.hidden.length,
      network.outputs,
      activations.indexOf(network.activation),
      activations.indexOf(network.outputActivation),
      losses.indexOf(loss),
      network.bias ? 1 : 0,
      'set' in data ? data.examples : data.x.length,
    ),
  );
}

/**
 * @param {Engine} engine
 * @param {number} id
 * @param {Experiment} experiment
 */
function fillData(engine, id, { network, data }) {
  if ('set' in data) {
    at('data', () => engine.call('nn_generate', id, engine.names.datasets.indexOf(data.set), data.noise, data.seed));
    return;
  }
  data.x.forEach((inputs, example) => {
    engine.write(inputs);
    engine.write(data.y[example], network.inputs);
    at(`data.x[${example}]`, () => engine.call('nn_set_example', id, example));
  });
}

/**
 * The engine names its options as the experiment writes them ("dropout.rate" stands inside "dropout"), so that none is listed here.
 * @param {Engine} engine
 * @param {number} id
 * @param {Experiment} experiment
 */
function setOptions(engine, id, { network, training }) {
  engine.names.options.forEach((name, option) => {
    const value = name.split('.').reduce((/** @type {any} */ part, key) => part[key], training);
    const number = name === 'optimizer' ? engine.names.optimizers.indexOf(value) : value;
    at(`training.${name}`, () => engine.call('nn_set_option', id, option, number));
  });
  for (const name of training.freeze) engine.call('nn_set_frozen', id, place(network, name).index, 1);
  for (const { layer, unit, factor } of training.unitLearningRates) engine.call('nn_set_unit_rate', id, layer, unit, factor);
}

/**
 * What nn_initialize takes of an init that is by a scheme.
 * @param {Engine} engine
 * @param {Experiment['init']} init
 * @returns {[scheme: number, seed: number, value: number, scale: number]}
 */
export function schemeOf(engine, init) {
  if (init.scheme === 'explicit') throw new TypeError('parameters that are written out are by no scheme');
  const [value, scale] = 'low' in init ? [init.low, init.high - init.low] : [init.value, init.scale];
  return [engine.names.schemes.indexOf(init.scheme), init.seed, value, scale];
}

/**
 * The first parameters, of a run that is made; nn_keep_start makes them its start.
 * @param {Engine} engine
 * @param {number} id
 * @param {Pick<Experiment, 'network' | 'init'>} experiment
 */
export function setParameters(engine, id, { network, init }) {
  if (init.scheme === 'explicit') {
    explicitParameters(network, init).forEach((value, index) => engine.call('nn_set_parameter', id, index, value));
  } else {
    at('init', () => engine.call('nn_initialize', id, ...schemeOf(engine, init)));
  }
  for (const [name, value] of Object.entries(init.set)) {
    engine.call('nn_set_parameter', id, place(network, name).index, value);
  }
  for (const { layer, units, what } of init.tie) {
    const bits = what.reduce((sum, part) => sum + TIE_BITS[part], 0);
    for (const other of units.slice(1)) engine.call('nn_tie', id, layer, units[0], other, bits);
  }
  init.nudge.forEach((nudge, which) => {
    const { index } = place(network, nudge.parameter);
    at(`init.nudge[${which}]`, () =>
      'ulps' in nudge ? engine.call('nn_nudge_ulps', id, index, nudge.ulps) : engine.call('nn_nudge_by', id, index, nudge.by),
    );
  });
}

/**
 * @param {Experiment['network']} network
 * @param {string} name one that the experiment's check has let through
 */
function place(network, name) {
  const found = parameterPlace(network, name);
  if (found === null) throw new TypeError(`${name} passed the check of the experiment, but the network has no such parameter`);
  return found;
}

/**
 * Runs one step of the start; what the engine refuses there is the experiment's fault, and the path says where.
 * @template T
 * @param {string} path
 * @param {() => T} step
 * @returns {T}
 */
function at(path, step) {
  try {
    return step();
  } catch (error) {
    if (error instanceof EngineError && error.code === 'bad-argument') throw new ExperimentError(path, error.message);
    throw error;
  }
}
