/**
 * The border to the C engine: the only file that says WebAssembly, holds a pointer or makes a memory view. What crosses it are
 * numbers, names and copies. One wrapper carries every call, checks its arguments before and its status after, and turns what the
 * engine says into an EngineError.
 */
import { EngineError, describe } from '../base/errors.js';
import { knownOptions } from './arguments.js';
import { isAddress, isWasmSource, nodeWorkerUrl, openWorker, readEngine, readEngineForMany } from './files.js';
import { Lab } from './lab.js';

export { EngineError } from '../base/errors.js';

/**
 * The engine's functions: what each takes (i int32, u uint32, d finite double) and the result that means it failed. A result that is
 * also a good one (a hash of 0) is told apart by the engine's error code.
 * @type {Readonly<Record<string, { takes: string, failed: (result: number) => boolean }>>}
 */
const EXPORTS = (() => {
  const never = () => false;
  /** @type {(result: number) => boolean} */
  const status = (result) => result !== 0;
  /** @type {(result: number) => boolean} */
  const zero = (result) => result === 0;
  /** @type {(result: number) => boolean} */
  const negative = (result) => result < 0;
  return Object.freeze({
    nn_version: { takes: '', failed: never },
    nn_exchange: { takes: '', failed: never },
    nn_exchange_length: { takes: '', failed: never },
    nn_error_code: { takes: '', failed: never },
    nn_error_message: { takes: '', failed: never },
    nn_activation_name: { takes: 'i', failed: never },
    nn_loss_name: { takes: 'i', failed: never },
    nn_scheme_name: { takes: 'i', failed: never },
    nn_optimizer_name: { takes: 'i', failed: never },
    nn_option_name: { takes: 'i', failed: never },
    nn_option_default: { takes: 'i', failed: never },
    nn_option_minimum: { takes: 'i', failed: never },
    nn_option_maximum: { takes: 'i', failed: never },
    nn_sigmoid: { takes: 'd', failed: never },
    nn_dataset_name: { takes: 'i', failed: never },
    nn_dataset_features: { takes: 'i', failed: never },
    nn_dataset_examples: { takes: 'i', failed: never },
    nn_dataset_noise: { takes: 'i', failed: never },
    nn_dataset_feature: { takes: 'ii', failed: never },
    nn_dataset_unit: { takes: 'ii', failed: never },
    nn_dataset_target: { takes: 'i', failed: never },
    nn_dataset_offset: { takes: 'ii', failed: never },
    nn_dataset_scale: { takes: 'ii', failed: never },
    nn_create: { takes: 'iiiiiiii', failed: zero },
    nn_destroy: { takes: 'i', failed: status },
    nn_memory: { takes: 'i', failed: zero },
    nn_alive: { takes: '', failed: never },
    nn_set_example: { takes: 'ii', failed: status },
    nn_get_example: { takes: 'ii', failed: status },
    nn_generate: { takes: 'iidu', failed: status },
    nn_set_option: { takes: 'iid', failed: status },
    nn_set_frozen: { takes: 'iii', failed: status },
    nn_set_unit_rate: { takes: 'iiid', failed: status },
    nn_parameter_count: { takes: 'i', failed: (result) => result <= 0 },
    nn_parameters: { takes: 'i', failed: zero },
    nn_set_parameter: { takes: 'iid', failed: status },
    nn_initialize: { takes: 'iiudd', failed: status },
    nn_tie: { takes: 'iiiii', failed: status },
    nn_nudge_ulps: { takes: 'iii', failed: status },
    nn_nudge_by: { takes: 'iid', failed: status },
    nn_keep_start: { takes: 'i', failed: status },
    nn_reset: { takes: 'i', failed: status },
    nn_start: { takes: 'i', failed: zero },
    nn_train: { takes: 'ii', failed: status },
    nn_train_part: { takes: 'ii', failed: negative },
    nn_look_part: { takes: 'ii', failed: negative },
    nn_gradient_part: { takes: 'ii', failed: negative },
    nn_stopped: { takes: 'i', failed: zero },
    nn_step: { takes: 'i', failed: negative },
    nn_loss: { takes: 'i', failed: Number.isNaN },
    nn_progress: { takes: 'i', failed: status },
    nn_put_trial: { takes: 'iii', failed: status },
    nn_trial_loss: { takes: 'i', failed: Number.isNaN },
    nn_gradients: { takes: 'i', failed: zero },
    nn_data_gradients: { takes: 'i', failed: zero },
    nn_numeric_gradient: { takes: 'ii', failed: Number.isNaN },
    nn_predict: { takes: 'iii', failed: status },
    nn_trace: { takes: 'ii', failed: Number.isNaN },
    nn_ties: { takes: 'ii', failed: zero },
    nn_likeness: { takes: 'ii', failed: negative },
    nn_distance: { takes: 'iiii', failed: Number.isNaN },
    nn_firmness: { takes: 'iiii', failed: Number.isNaN },
    nn_fingerprint_high: { takes: 'i', failed: zero },
    nn_fingerprint_low: { takes: 'i', failed: zero },
    nn_history_count: { takes: 'i', failed: zero },
    nn_history_steps: { takes: 'i', failed: zero },
    nn_history_losses: { takes: 'i', failed: zero },
    nn_history_parameters: { takes: 'i', failed: zero },
  });
})();

/** What each letter of `takes` lets through. */
const FITS = Object.freeze({
  /** @param {number} value */
  i: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  /** @param {number} value */
  u: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
  /** @param {number} value */
  d: (value) => Number.isFinite(value),
});

/** nn_status, in the order of nn.h. @type {readonly import('../base/errors.js').EngineErrorCode[]} */
export const STATUS_CODES = Object.freeze(['ok', 'bad-id', 'bad-argument', 'bad-state', 'no-memory', 'kink']);

/** (module (func (result v128) (i8x16.splat (i32.const 0)))): valid only where WebAssembly has SIMD. */
const SIMD_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11);

/**
 * @typedef {object} EngineNames the values of the engine's enums, in their order
 * @property {readonly string[]} activations
 * @property {readonly string[]} losses
 * @property {readonly string[]} schemes
 * @property {readonly string[]} optimizers
 * @property {readonly string[]} options
 * @property {readonly string[]} datasets
 */
/** @typedef {{ name: string, minimum: number, maximum: number, default: number }} OptionInfo */
/** @typedef {{ name: string, unit: string, offset: number, scale: number }} FeatureInfo */
/** @typedef {{ name: string, examples: number, noise: number, features: readonly FeatureInfo[], target: string }} DatasetInfo */

/** @typedef {(typeof EXPORTS)[string] & { run: (...rest: number[]) => number }} ExportedCall */

/** One instance of the engine's module, with nothing but numbers, names and copies to the outside. */
export class Engine {
  /** @type {Record<string, (...rest: number[]) => number> | null} */
  #exports;
  /** @type {ArrayBuffer} */
  #buffer;
  #exchange;
  /** Each function with what is known of it. @type {Map<string, ExportedCall>} */
  #calls;

  /**
   * @param {WebAssembly.Instance} instance
   * @param {typeof EXPORTS} [more] functions that this module has beside those of every engine
   */
  constructor(instance, more) {
    const { memory, ...functions } = instance.exports;
    this.#exports = /** @type {any} */ (functions);
    // A map, which is faster to ask by name than an object of this size: run.train(1) makes two calls.
    this.#calls = new Map(
      Object.entries({ ...EXPORTS, ...more }).map(([name, how]) => [name, { ...how, run: /** @type {any} */ (functions)[name] }]),
    );
    // The module's memory never grows, so this buffer stays the one for as long as the engine lives.
    this.#buffer = /** @type {WebAssembly.Memory} */ (memory).buffer;
    this.#exports?._initialize?.();
    this.exchangeLength = this.call('nn_exchange_length');
    this.#exchange = this.#view(this.call('nn_exchange'), this.exchangeLength);
    /** @type {string} */
    this.version = this.#text('nn_version');
    /** @type {EngineNames} */
    this.names = Object.freeze({
      activations: this.#list('nn_activation_name'),
      losses: this.#list('nn_loss_name'),
      schemes: this.#list('nn_scheme_name'),
      optimizers: this.#list('nn_optimizer_name'),
      options: this.#list('nn_option_name'),
      datasets: this.#list('nn_dataset_name'),
    });
    /**
     * What the engine knows of its data sets. Read once: whoever records a run asks at every moment of it.
     * @type {DatasetInfo[]}
     */
    this.datasets = this.names.datasets.map((name, set) => ({
      name,
      examples: this.call('nn_dataset_examples', set),
      noise: this.call('nn_dataset_noise', set),
      features: Array.from({ length: this.call('nn_dataset_features', set) }, (_, feature) => ({
        name: this.#text('nn_dataset_feature', set, feature),
        unit: this.#text('nn_dataset_unit', set, feature),
        offset: this.call('nn_dataset_offset', set, feature),
        scale: this.call('nn_dataset_scale', set, feature),
      })),
      target: this.#text('nn_dataset_target', set),
    }));
  }

  /**
   * Whether the module has a function; those of the table of every engine it has.
   * @param {string} name
   */
  has(name) {
    return name in this.assertOpen();
  }

  /** False once close() was called. */
  get open() {
    return this.#exports !== null;
  }

  /**
   * The functions of the module, as long as it is open.
   * @throws {EngineError} closed
   */
  assertOpen() {
    if (this.#exports === null) throw new EngineError('closed', 'this lab is closed: open another with openLab()');
    return this.#exports;
  }

  /** @returns {OptionInfo[]} the range and default of each training option */
  get options() {
    return this.names.options.map((name, option) => ({
      name,
      minimum: this.call('nn_option_minimum', option),
      maximum: this.call('nn_option_maximum', option),
      default: this.call('nn_option_default', option),
    }));
  }

  /**
   * Calls one of the engine's functions.
   * @param {string} name
   * @param {...number} rest
   * @returns {number}
   * @throws {EngineError} with the engine's own code and sentence
   */
  call(name, ...rest) {
    this.assertOpen();
    const { takes, failed, run } = /** @type {ExportedCall} */ (this.#calls.get(name));
    if (rest.length !== takes.length) throw new EngineError('bad-argument', `${name} takes ${takes.length} numbers; got ${rest.length}`);
    for (let at = 0; at < rest.length; at += 1) {
      const value = rest[at];
      // Most are numbers of runs and the like, which fit whatever is taken.
      if (((value | 0) !== value || value < 0) && !FITS[/** @type {'i' | 'u' | 'd'} */ (takes[at])](value)) {
        const kind =
          takes[at] === 'd' ? 'a finite number' : takes[at] === 'u' ? 'a whole number from 0 to 2^32 − 1' : 'a 32-bit whole number';
        throw new EngineError('bad-argument', `${name}: argument ${at + 1} must be ${kind}; got ${describe(value)}`);
      }
    }
    const result = run(...rest);
    if (failed(result)) this.#check();
    return result;
  }

  /**
   * Copies the list that one of the engine's functions returns.
   * @param {string} name
   * @param {number} count
   * @param {...number} rest the function's arguments
   */
  copy(name, count, ...rest) {
    return this.#view(this.call(name, ...rest), count).slice();
  }

  /**
   * Puts numbers into the exchange buffer.
   * @param {readonly number[]} values
   * @param {number} [at] where the first one goes
   */
  write(values, at = 0) {
    this.assertOpen();
    this.#exchange.set(values, at);
  }

  /**
   * Copies the first numbers of the exchange buffer.
   * @param {number} count
   */
  read(count) {
    return this.#exchange.slice(0, count);
  }

  /** One number of the exchange buffer, without a copy. @param {number} at */
  told(at) {
    return this.#exchange[at];
  }

  /** Lets go of the module and its memory. */
  close() {
    this.#exports = null;
    this.#buffer = new ArrayBuffer(0);
    this.#exchange = new Float64Array(0);
  }

  #check() {
    const code = STATUS_CODES[this.assertOpen().nn_error_code()];
    if (code !== 'ok') throw new EngineError(code, this.#text('nn_error_message'));
  }

  /**
   * The one place that makes a view of doubles.
   * @param {number} pointer
   * @param {number} count
   */
  #view(pointer, count) {
    return new Float64Array(this.#buffer, pointer, count);
  }

  /**
   * @param {string} name of a function that returns a C string or NULL
   * @param {...number} rest
   * @returns {any} text, or null for NULL, which only names past the last are
   */
  #text(name, ...rest) {
    const pointer = this.call(name, ...rest);
    if (pointer === 0) return null;
    const bytes = new Uint8Array(this.#buffer, pointer);
    return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
  }

  /**
   * @param {string} name of a function that names the values of an enum, NULL past the last
   * @returns {readonly string[]}
   */
  #list(name) {
    /** @type {string[]} */
    const names = [];
    for (let text = this.#text(name, 0); text !== null; text = this.#text(name, names.length)) names.push(text);
    return Object.freeze(names);
  }
}

/**
 * What openLab can be told.
 * @typedef {object} LabOptions
 * @property {boolean} [simd] false loads the module without SIMD, which gives the same bits, only slower; it is chosen by itself where
 *   SIMD is missing
 * @property {import('./files.js').WasmSource} [wasm] where engine.wasm comes from, for programs whose bundler moves files: its bytes, a Response or its
 *   address; left out: from beside the code
 * @property {import('./files.js').WorkerSource} [worker] where sweep-worker.js is, for the same programs: its address
 */
const OPTIONS = ['simd', 'wasm', 'worker'];

/**
 * Opens a lab: an engine of its own, independent of every other. Close it when it is not needed any more.
 * @param {LabOptions} [options]
 * @returns {Promise<Lab>}
 * @throws {EngineError} bad-argument, unsupported (no WebAssembly here) or load-failed
 */
export async function openLab(options) {
  const { engine, bytes, canSimd } = await openEngine(options);
  const { wasm, worker } = options ?? {};
  const readMany = wasm === undefined && canSimd ? async () => WebAssembly.compile(await readEngineForMany()) : null;
  return new Lab(engine, { engine: bytes, isGiven: wasm !== undefined, readMany, worker, openWorker, nodeWorkerUrl });
}

/**
 * The engine of a lab without the lab.
 * @param {LabOptions} [options]
 * @param {typeof EXPORTS} [more] functions that the module has beside those of every engine
 */
export async function openEngine(options, more) {
  const { simd, wasm } = checkOptions(options);
  if (typeof WebAssembly !== 'object') {
    throw new EngineError('unsupported', 'Twin Neurons needs WebAssembly, and this browser has none or has it switched off');
  }
  const canSimd = simd && WebAssembly.validate(SIMD_MODULE);
  const name = wasm !== undefined ? 'the option wasm' : canSimd ? 'engine.wasm' : 'engine-scalar.wasm';
  const bytes = await loadModule(name, canSimd, wasm);
  try {
    const made = await WebAssembly.instantiate(/** @type {any} bytes, or a worker's module, which is compiled */ (bytes), {});
    return { engine: new Engine(made.instance ?? made, more), bytes, canSimd };
  } catch (error) {
    throw new EngineError('load-failed', `the engine (${name}) could not be started: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {LabOptions} [options] */
function checkOptions(options) {
  knownOptions('openLab', options, OPTIONS);
  const { simd = true, wasm, worker } = options ?? {};
  if (typeof simd !== 'boolean') throw new EngineError('bad-argument', `simd must be true or false; got ${describe(simd)}`);
  if (wasm !== undefined && !isWasmSource(wasm)) {
    throw new EngineError('bad-argument', `wasm must be the bytes of engine.wasm, a Response or a URL; got ${describe(wasm)}`);
  }
  if (worker !== undefined && !isAddress(worker)) {
    throw new EngineError('bad-argument', `worker must be the URL of sweep-worker.js; got ${describe(worker)}`);
  }
  return { simd, wasm, worker };
}

/**
 * @param {string} name for the sentence
 * @param {boolean} simd
 * @param {import('./files.js').WasmSource} [wasm]
 * @returns {Promise<import('./files.js').Bytes>}
 */
async function loadModule(name, simd, wasm) {
  try {
    return await readEngine(simd, wasm);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError('load-failed', `the engine (${name}) could not be loaded: ${error instanceof Error ? error.message : error}`);
  }
}
