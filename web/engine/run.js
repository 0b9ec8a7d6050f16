/**
 * A run: an experiment being trained. It holds the id of a run inside the engine and nothing else that changes; every array it hands
 * out is a copy. Its methods throw an EngineError for a wrong argument or a closed run, and the run then is as it was.
 */
import { finiteNumber, inputRows, knownOptions, pairOfUnits, partFunction, placeOf, wholeNumber } from './arguments.js';
import { chainOf } from './chain.js';
import { commonestShare, readActivations, readData, readExample, readHistory, readLikeness, readTrace, shareRight } from './readings.js';
import { keepToSchedule, setScheduled, takeSteps } from './schedule.js';
import { digits, gradientCheck, lossAt, split, swapped } from './what-if.js';
import { EngineError } from '../base/errors.js';
import { parseExperiment } from '../experiment/experiment.js';
import { SCHEDULED, trainingAt, trainingFrom } from '../experiment/schedule.js';
import { networkLayers, parameterNames } from '../experiment/parameters.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./chain.js').Chain} Chain */
/** @typedef {import('./readings.js').LayerLikeness} LayerLikeness */
/** @typedef {import('./what-if.js').Digits} Digits */
/** @typedef {import('./what-if.js').GradientCheck} GradientCheck */

/** @typedef {import('./what-if.js').TrainResult} TrainResult */
/** @typedef {{ layer: number, groups: number[][], effective: number }} LayerTies units counted from 1; `effective` is the number of groups */
/** @typedef {{ z: number[], a: number[], delta: number[] }} LayerTrace `delta`: derivative of this example's loss by z */
/** @typedef {{ layers: LayerTrace[], loss: number }} Trace */
/** @typedef {{ lambda: number, perStep: number }} Firmness a small difference multiplies by `perStep` = 1 − αλ a step */
/** @typedef {{ steps: Float64Array, loss: Float64Array, parameters: Record<string, Float64Array> }} History one entry a sample, the present step last */
/** @typedef {import('./readings.js').RunData} RunData */
/** @typedef {import('./readings.js').FeatureDisplay} FeatureDisplay */

export class Run {
  #engine;
  #id;
  #experiment;
  /** @type {string[] | null} */
  #names = null;
  /** The examples, which stay what they are. @type {RunData | null} */
  #data = null;

  /**
   * @param {Engine} engine
   * @param {number} id of a started run; from now on this object alone uses and frees it
   * @param {Experiment} experiment the one it was started from
   */
  constructor(engine, id, experiment) {
    this.#engine = engine;
    this.#id = id;
    this.#experiment = experiment;
  }

  /** The experiment in normal form, frozen: the start, whatever has been trained or set since; change() alone adds to it. */
  get experiment() {
    return this.#experiment;
  }

  /** The names of all parameters, in the order of parameters(). */
  get names() {
    this.#names ??= parameterNames(this.#experiment.network);
    return [...this.#names];
  }

  /** Steps taken since the start. */
  get step() {
    return this.#call('nn_step');
  }

  /** 'diverged' where the last train() stopped because the next step would not stay finite. */
  get stopped() {
    return this.#call('nn_stopped') === 1 ? /** @type {const} */ ('diverged') : null;
  }

  /**
   * Takes up to so many steps.
   * @param {number} steps a whole number, 0 or more
   * @returns {TrainResult}
   */
  train(steps) {
    wholeNumber('steps', steps, 0, Number.MAX_SAFE_INTEGER);
    this.#open();
    const [engine, id] = [this.#engine, this.#id];
    takeSteps(engine, id, this.#experiment.training, steps);
    engine.call('nn_progress', id);
    return { step: engine.told(0), loss: engine.told(1), stopped: engine.told(2) === 1 ? 'diverged' : null };
  }

  /**
   * Works in parts on what takes long where network and data are large: the next step, what loss(), likeness() and history() tell, or what chain() and gradients() do.
   * @param {'train' | 'look' | 'gradient'} what
   * @param {number} examples a whole number; 0 works on nothing
   * @returns {boolean} whether it is done: the step taken (or the run stopped), the rest answered at once from now on
   */
  workOn(what, examples) {
    const isDone = this.#call(partFunction(what), wholeNumber('examples', examples, 0, 2 ** 31 - 1)) === 1;
    if (isDone && what === 'train' && this.stopped === null) keepToSchedule(this.#engine, this.#id, this.#experiment.training);
    return isDone;
  }

  /**
   * Other values of learningRate, l1 or l2 from the present step on. The experiment says so from now on, in training.schedule, and trains the same run
   * again; reset() goes back to the start of that.
   * @param {import('../experiment/schedule.js').Change} values
   * @throws {import('../base/errors.js').ExperimentError} where a value is wrong, or another option is named; nothing is changed then
   */
  change(values) {
    knownOptions('change()', values ?? null, SCHEDULED);
    const training = trainingFrom(this.#experiment.training, this.step, values);
    this.#experiment = parseExperiment({ ...this.#experiment, training });
    setScheduled(this.#engine, this.#id, this.#experiment.training, this.step);
  }

  /** Mean data loss over all examples, without penalties and dropout. */
  loss() {
    return this.#call('nn_loss');
  }

  /** @returns {Float64Array} layer by layer: weights row by row, then biases */
  parameters() {
    return this.#copy('nn_parameters', this.#call('nn_parameter_count'));
  }

  /** @returns {Float64Array} of the training objective over all examples, penalties included; in the order of parameters() */
  gradients() {
    return this.#copy('nn_gradients', this.#call('nn_parameter_count'));
  }

  /**
   * @param {string} name "w1", "b1", …
   * @returns {number}
   */
  get(name) {
    const { index } = this.#place(name);
    return this.parameters()[index];
  }

  /**
   * Sets one parameter now. The start, to which reset() returns, stays; keepStart() moves it here.
   * @param {string} name
   * @param {number} value
   */
  set(name, value) {
    const { index } = this.#place(name);
    finiteNumber(name, value);
    this.#call('nn_set_parameter', index, value);
  }

  /**
   * The outputs for rows of inputs.
   * @param {readonly (readonly number[])[]} rows
   * @returns {number[][]} one array of outputs a row
   */
  predict(rows) {
    return this.activations(rows, this.#experiment.network.hidden.length + 1);
  }

  /**
   * The activations of a layer for rows of inputs.
   * @param {readonly (readonly number[])[]} rows
   * @param {number} layer counted from 1; the output layer is the last
   * @returns {number[][]} one array of activations a row
   */
  activations(rows, layer) {
    const { inputs, hidden } = this.#experiment.network;
    const { units } = networkLayers(this.#experiment.network)[wholeNumber('layer', layer, 1, hidden.length + 1) - 1];
    inputRows(rows, inputs);
    this.#open();
    return readActivations(this.#engine, this.#id, { rows, inputs, layer, units });
  }

  /** What happens inside the network for one example. @param {number} example counted from 0 @returns {Trace} */
  trace(example) {
    wholeNumber('example', example, 0, this.#examples() - 1);
    return readTrace(this.#engine, networkLayers(this.#experiment.network), this.#call('nn_trace', example));
  }

  /**
   * The chain rule for one parameter, factor by factor (see chain.js).
   * @param {string} name
   * @param {number} [example] counted from 0; without one, only the mean over all examples is given
   * @returns {Chain}
   */
  chain(name, example) {
    const place = this.#place(name);
    const { network, loss } = this.#experiment;
    const parameters = this.parameters();
    const mean = this.#copy('nn_data_gradients', parameters.length)[place.index];
    if (example === undefined) return { parameter: name, example: null, factors: [], paths: null, product: null, mean };
    const trace = this.trace(example);
    const { inputs, targets } = this.#example(example);
    const sigmoid = (/** @type {number} */ z) => this.#engine.call('nn_sigmoid', z);
    const { factors, paths, product } = chainOf(name, { network, loss, parameters, trace, inputs, targets, sigmoid });
    return { parameter: name, example, factors, paths, product, mean };
  }

  /** @returns {LayerTies[]} one entry a hidden layer */
  ties() {
    this.#open();
    return this.#experiment.network.hidden.map((units, at) => {
      const effective = this.#call('nn_ties', at + 1);
      /** @type {number[][]} */
      const groups = Array.from({ length: effective }, () => []);
      this.#engine.read(units).forEach((group, unit) => groups[group - 1].push(unit + 1));
      return { layer: at + 1, groups, effective };
    });
  }

  /** @returns {LayerLikeness[]} what the units of each hidden layer are worth: tied, same, mirrored and dead ones (readings.js says how) */
  likeness() {
    this.#open();
    return readLikeness(this.#engine, this.#id, this.#experiment.network.hidden);
  }

  /**
   * Mean data loss at other parameters; the run stays as it is.
   * @param {readonly number[] | Float64Array} values one a parameter, in the order of parameters()
   */
  lossAt(values) {
    return lossAt(this.#engine, this.#id, this.#call('nn_parameter_count'), values);
  }

  /**
   * The present parameters with two units of a hidden layer exchanged; the run stays as it is.
   * @param {number} layer counted from 1
   * @param {number} unit counted from 1
   * @param {number} otherUnit
   */
  swapped(layer, unit, otherUnit) {
    pairOfUnits(this.#experiment.network.hidden, layer, unit, otherUnit);
    return swapped(this.#experiment, this.parameters(), layer, unit, otherUnit);
  }

  /**
   * An experiment that starts here with one unit of a hidden layer cut in two (what-if.js says how).
   * @param {number} layer
   * @param {number} unit
   * @param {number} share of the outgoing weights that stays; the new unit, last in the layer, gets the rest
   */
  split(layer, unit, share) {
    pairOfUnits(this.#experiment.network.hidden, layer, unit, unit);
    return split(this.#experiment, this.parameters(), layer, unit, share);
  }

  /**
   * How many decimal digits of what so many steps from the start give are the run's own (what-if.js says how). Trains four runs; this one stays.
   * @param {number} steps a whole number, 0 or more
   * @returns {Digits}
   */
  digits(steps) {
    wholeNumber('steps', steps, 0, Number.MAX_SAFE_INTEGER);
    return digits(this.#engine, this.#experiment, this.#copy('nn_start', this.#call('nn_parameter_count')), steps);
  }

  /**
   * Euclidean distance of two units over incoming weights, bias and outgoing weights: exactly 0 only when they are tied, bit for bit.
   * @param {number} layer a hidden layer, counted from 1
   * @param {number} unit counted from 1
   * @param {number} otherUnit
   */
  distance(layer, unit, otherUnit) {
    pairOfUnits(this.#experiment.network.hidden, layer, unit, otherUnit);
    return this.#call('nn_distance', layer, unit, otherUnit);
  }

  /**
   * Whether a small difference between two tied units grows or heals under full-batch gradient descent.
   * @param {number} layer a hidden layer, counted from 1
   * @param {number} unit counted from 1
   * @param {number} otherUnit
   * @returns {Firmness}
   * @throws {EngineError} bad-state where the units are not tied, or other training is on; kink where a relu or leaky-relu has z = 0 exactly
   */
  firmness(layer, unit, otherUnit) {
    pairOfUnits(this.#experiment.network.hidden, layer, unit, otherUnit);
    const lambda = this.#call('nn_firmness', layer, unit, otherUnit);
    return { lambda, perStep: 1 - trainingAt(this.#experiment.training, this.step).learningRate * lambda };
  }

  /**
   * The gradient of one parameter by central difference: an independent check of gradients().
   * @param {string} name
   * @throws {EngineError} kink where a relu or leaky-relu stands at z = 0 exactly, so that the loss has no derivative in the usual sense
   */
  numericGradient(name) {
    return this.#call('nn_numeric_gradient', this.#place(name).index);
  }

  /**
   * gradients() held against numericGradient() for one parameter.
   * @param {string} name
   * @returns {GradientCheck}
   * @throws {EngineError} kink, as numericGradient
   */
  gradientCheck(name) {
    return gradientCheck(this.#engine, this.#id, this.#place(name).index);
  }

  /** @returns {History} of the whole run, evenly spaced in steps, at most 2,048 samples */
  history() {
    return this.historyBy();
  }

  /** The same, its columns put together in another way. @param {import('./readings.js').Gather} [gather] @returns {History} */
  historyBy(gather) {
    return readHistory(this.#engine, this.#id, this.names, this.#call('nn_history_count'), gather);
  }

  /** @returns {string} 16 hex digits of a hash over step and parameter bits: the same wherever the run is replayed */
  fingerprint() {
    this.#open();
    return ['nn_fingerprint_high', 'nn_fingerprint_low'].map((half) => (this.#call(half) >>> 0).toString(16).padStart(8, '0')).join('');
  }

  /**
   * The part of the examples that the network gets right: each output on the same side of 0.5 as its target (0.5 itself is on no side).
   * @returns {number | null} 0 to 1; null where targets are other than 0 and 1
   */
  solved() {
    this.#open();
    const { x, y } = (this.#data ??= this.data());
    return shareRight(y, () => this.predict(x));
  }

  /** @returns {number | null} what solved() is for the best network that answers the same whatever it is shown; null where solved() is */
  baseline() {
    return commonestShare(this.data().y);
  }

  /**
   * The examples as the engine has them, with how their features are shown to people.
   * @returns {RunData}
   */
  data() {
    const rows = Array.from({ length: this.#examples() }, (_, example) => this.#example(example));
    return readData(this.#engine, this.#experiment, rows);
  }

  /** Bytes of this run inside the engine, history included. */
  get memory() {
    this.#open();
    return this.#call('nn_memory');
  }

  /** Back to the start, to the bit. */
  reset() {
    this.#call('nn_reset');
    keepToSchedule(this.#engine, this.#id, this.#experiment.training);
  }

  /** Makes the present parameters the start: step 0, a new history, what reset() returns to. */
  keepStart() {
    this.#call('nn_keep_start');
    keepToSchedule(this.#engine, this.#id, this.#experiment.training);
  }

  /** Frees the run. Closing it again does nothing; any other call on it is an EngineError from now on. */
  close() {
    if (this.#id !== 0 && this.#engine.open) this.#call('nn_destroy');
    this.#id = 0;
  }

  #examples() {
    const { data } = this.#experiment;
    return 'set' in data ? data.examples : data.x.length;
  }

  /** @param {number} example */
  #example(example) {
    this.#call('nn_get_example', example);
    return readExample(this.#engine, this.#experiment.network);
  }

  #open() {
    if (this.#id === 0) throw new EngineError('closed', 'this run is closed: start another with lab.start(experiment)');
    this.#engine.assertOpen();
  }

  /**
   * @param {string} name of an export whose first argument is the run
   * @param {...number} rest
   */
  #call(name, ...rest) {
    this.#open();
    return this.#engine.call(name, this.#id, ...rest);
  }

  /**
   * @param {string} name of an export that returns a list
   * @param {number} count
   */
  #copy(name, count) {
    this.#open();
    return this.#engine.copy(name, count, this.#id);
  }

  /** @param {string} name */
  #place(name) {
    this.#open();
    return placeOf(this.#experiment.network, name);
  }
}
