/** A lab: one engine, and the runs started in it. */
import { parseExperiment } from '../experiment/experiment.js';
import { Run } from './run.js';
import { startRun } from './set-up-run.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./sweep.js').SweepOptions} SweepOptions */
/** @typedef {import('./sweep.js').SweepResult} SweepResult */

export class Lab {
  #engine;
  #files;

  /**
   * @param {Engine} engine
   * @param {import('./sweep-threads.js').LabFiles} files for the threads of its sweeps
   */
  constructor(engine, files) {
    this.#engine = engine;
    this.#files = files;
  }

  /** The engine's version. */
  get version() {
    return this.#engine.version;
  }

  /** The names that the engine gives to activations, losses, schemes, optimizers, options and data sets. */
  get names() {
    return this.#engine.names;
  }

  /** The range and default of each training option. */
  get options() {
    return this.#engine.options;
  }

  /** The data sets by name: features with their units, the usual number of examples and noise. */
  get datasets() {
    return structuredClone(this.#engine.datasets);
  }

  /** Runs that are started and not yet closed. */
  get alive() {
    return this.#engine.call('nn_alive');
  }

  /**
   * Starts a run.
   * @param {import('../experiment/experiment.js').ExperimentInput | string} experiment
   * @returns {Run}
   * @throws {import('../base/errors.js').ExperimentError} where the experiment is wrong; `path` says where
   * @throws {import('../base/errors.js').EngineError} no-memory: close runs that are not needed any more
   */
  start(experiment) {
    const parsed = parseExperiment(experiment);
    return new Run(this.#engine, startRun(this.#engine, parsed), parsed);
  }

  /**
   * Trains the same experiment from many seeds, on worker threads. The results do not depend on the number of workers.
   * @param {import('../experiment/experiment.js').ExperimentInput | string} experiment its init must be by a scheme that uses a seed
   * @param {SweepOptions} options
   * @returns {Promise<SweepResult[]>} one a seed, in the order of the seeds
   */
  async sweep(experiment, options) {
    this.#engine.assertOpen();
    const parsed = parseExperiment(experiment);
    // Most who open a lab sweep nothing.
    const { sweep } = await import('./sweep.js');
    return sweep(parsed, options, this.#files);
  }

  /** Frees the engine with all its runs. Any further call on them is an EngineError. Closing again does nothing. */
  close() {
    this.#engine.close();
  }
}
