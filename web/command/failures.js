/** How the command ends: its exit codes, the errors of its own, and the one sentence that a person reads. */
import { EngineError, ExperimentError } from '../twin-neurons.js';

/** Documented in the help and in docs/many-machines.md; what scripts and schedulers go by. */
export const EXIT = Object.freeze({ ok: 0, input: 1, usage: 2, diverged: 3, SIGINT: 130, SIGTERM: 143 });

/** The command was called wrongly: the sentence names the argument. */
export class UsageError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'UsageError';
  }
}

/** What was given cannot be used: a file, an experiment, lines that do not fit together. */
export class InputError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'InputError';
  }
}

/** A signal ended the work. The sentence says what is kept of it. */
export class Interruption extends Error {
  /**
   * @param {'SIGINT' | 'SIGTERM'} signal
   * @param {string} message
   */
  constructor(signal, message) {
    super(message);
    this.name = 'Interruption';
    this.signal = signal;
  }
}

/**
 * @param {unknown} error
 * @returns {{ code: number, sentence: string }}
 * @throws what is none of the errors above and of the package's: a bug
 */
export function explain(error) {
  if (error instanceof UsageError) return { code: EXIT.usage, sentence: `${error.message}; see twin-neurons --help` };
  if (error instanceof Interruption) return { code: EXIT[error.signal], sentence: error.message };
  if (error instanceof InputError || error instanceof ExperimentError || error instanceof EngineError) {
    return { code: EXIT.input, sentence: error.message };
  }
  throw error;
}

/**
 * A text for a terminal: what could move its cursor, color it or turn the direction of writing is spelled out.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
}

/** What the system says of a file, by its code. @type {Readonly<Record<string, string>>} */
const FILE_PROBLEMS = Object.freeze({
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'it is not allowed here',
  EPERM: 'it is not allowed here',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk takes no file of this size',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
});

/**
 * @param {string} name of the file
 * @param {'read' | 'written'} what was tried
 * @param {unknown} error of the system
 * @returns {InputError}
 */
export function fileError(name, what, error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = Object.hasOwn(FILE_PROBLEMS, code) ? FILE_PROBLEMS[code] : error instanceof Error ? error.message : String(error);
  return new InputError(`${name} cannot be ${what}: ${reason}`);
}
