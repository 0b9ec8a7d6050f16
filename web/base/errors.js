/**
 * The two kinds of error that this package throws on purpose. Everything a caller did wrong arrives as one of them; anything else
 * is a bug of ours.
 */

/** Something in an experiment is wrong. `path` says where ("network.hidden[1]"; "" for the experiment as a whole). */
export class ExperimentError extends Error {
  /**
   * @param {string} path
   * @param {string} sentence what is wrong there and what would be right
   */
  constructor(path, sentence) {
    super(`${path === '' ? 'experiment' : path}: ${sentence}`);
    this.name = 'ExperimentError';
    this.path = path;
  }
}

/**
 * The first six are the C engine's nn_status, in its order; the others arise on this side of the border.
 * @typedef {'ok' | 'bad-id' | 'bad-argument' | 'bad-state' | 'no-memory' | 'kink'} EngineStatus
 * @typedef {EngineStatus | 'closed' | 'unsupported' | 'load-failed' | 'worker-failed'} EngineErrorCode
 */

/** A call could not be carried out. The run it was made on is as it was. `code` is for programs, `message` for people. */
export class EngineError extends Error {
  /**
   * @param {EngineErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

/**
 * A value as a sentence of an error shows it: never long, whatever it is.
 * @param {unknown} value
 * @returns {string}
 */
export function describe(value) {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  // One of 300,000 digits would take a while to write.
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? `${value}n` : 'a bigint';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
