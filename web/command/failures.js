/** How the command ends: its exit codes, the errors of its own, and the one sentence that a person reads. */
import { EngineError, ExperimentError } from '../twin-neurons.js';

/** Documented in the help and in docs/many-machines.md; what scripts and schedulers go by. */
export const EXIT = Object.freeze({ ok: 0, input: 1, usage: 2, diverged: 3, again: 75, SIGINT: 130, unread: 141, SIGTERM: 143 });

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

/** The machine does not let the work go on now, and may later: the disk is full, another process is at the file. */
export class TryAgainError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'TryAgainError';
  }
}

/** Whoever read an output, such as a pipe, has gone. */
export class UnreadError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'UnreadError';
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
  if (error instanceof TryAgainError) return { code: EXIT.again, sentence: error.message };
  if (error instanceof UnreadError) return { code: EXIT.unread, sentence: error.message };
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
  EFBIG: 'the disk takes no file of this size',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'nothing is there to take it',
  EBADF: 'it is not open for that',
});

/** Of these, what may be otherwise when the command is called again. @type {Readonly<Record<string, string>>} */
const PASSING_PROBLEMS = Object.freeze({
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EIO: 'the disk does not answer as it should',
  ESTALE: 'its server has lost it',
  ETIMEDOUT: 'its server does not answer',
  EBUSY: 'something else uses it',
  ETXTBSY: 'something else uses it',
  EAGAIN: 'something else uses it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is too little memory',
});

/** The errors that this file makes of others. */
const isOurs = (/** @type {unknown} */ error) =>
  [InputError, TryAgainError, UnreadError, UsageError, Interruption].some((kind) => error instanceof kind);

/**
 * @param {string} name of the file
 * @param {'read' | 'written'} what was tried
 * @param {unknown} error of the system, or already one of ours, which stays as it is
 * @returns {Error}
 */
export function fileError(name, what, error) {
  if (isOurs(error)) return /** @type {Error} */ (error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = (/** @type {string} */ reason) => `${name} cannot be ${what}: ${reason}`;
  if (code === 'EPIPE') return new UnreadError(sentence('nobody reads from it any more'));
  if (Object.hasOwn(PASSING_PROBLEMS, code)) return new TryAgainError(sentence(PASSING_PROBLEMS[code]));
  if (Object.hasOwn(FILE_PROBLEMS, code)) return new InputError(sentence(FILE_PROBLEMS[code]));
  return new InputError(sentence(error instanceof Error ? error.message : String(error)));
}
