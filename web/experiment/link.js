/**
 * Links as they arrive: a whole address, or what mail programs and other pages have made of one. They write it in percent signs once or
 * twice, wrap it in an address of their own, break its lines, put "&amp;" for "&" and a bracket or a full stop behind it.
 */

import { ExperimentError, describe } from '../base/errors.js';
import { isChanged, looksLikeRun, readAddress, writeAddress } from './address.js';
import { damaged, readLink } from './link-bytes.js';

export { LONGEST_LINK, WORDS, writeLink } from './link-bytes.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** @typedef {{ experiment: Experiment, steps: number | null }} SharedRun */

/** So often a text may have been encoded. */
const MOST_ENCODINGS = 5;
/** A link is broken into at most this many lines, of the shortest that programs make. */
const MOST_PIECES = 2000;
/** Letters of a link that mark words in a text, so many of them at most. */
const MOST_MARKS = 5;
/** So many places where one may begin are looked at. */
const MOST_RUNS = 50;
/** The steps stand within so many characters behind the run, line ends and all. */
const LONGEST_STEPS = 200;
/** Nobody pastes a longer text that has a link in it; experiments as JSON are longer. */
const LONGEST_TEXT = 1_000_000;
/** What begins a run: its name, behind anything but a letter. */
const RUN = /(?:^|[^a-z])run\s*=\s*/gi;
const STEPS = /^[\s>|]*(?:[&;,*][\s>|]*)+steps\s*=\s*(\d+)/i;
/** A link's letters, and what stands between its lines in a mail: blanks, and the marks of a quotation. */
const PIECES = /^(?:[\w-]+(?:=?[ \t]*\r?\n[ \t>|]*|[ \t]+(?=[\w-]))?)+/;

/**
 * @param {string} text what stands behind "#run=" in an address, or the whole address
 * @returns {Experiment}
 * @throws {ExperimentError}
 */
export function parseLink(text) {
  if (typeof text !== 'string') throw new ExperimentError('link', `must be a text; got ${describe(text)}`);
  if (!/[^\w-]/.test(text)) return readLink(text).experiment;
  const found = readSharedLink(text);
  return found === null ? readLink(text).experiment : found.experiment;
}

/**
 * The run that an address or a text around one holds.
 * @param {string} text
 * @returns {SharedRun | null} null where there is nothing like a run in it
 * @throws {ExperimentError} where there is something like one, and it is none
 */
export function readSharedLink(text) {
  if (text.length > LONGEST_TEXT) return null;
  const hash = /^[^\s#]*#(\S*)$/.exec(text);
  /** @type {unknown} */
  let refusal = null;
  if (hash !== null && !isChanged(`#${hash[1]}`)) {
    try {
      const read = readAddress(hash[1]);
      if (read !== null) return read;
    } catch (error) {
      refusal = error;
    }
  }
  let isRun = refusal !== null;
  let version = text;
  for (let times = 0; times < MOST_ENCODINGS; times += 1) {
    isRun ||= looksLikeRun(version);
    for (const match of [...version.matchAll(RUN)].slice(0, MOST_RUNS)) {
      const found = readRun(version.slice(match.index + match[0].length));
      if (found !== null) return found;
    }
    const next = decoded(version);
    if (next === version) break;
    version = next;
  }
  if (refusal !== null) throw refusal;
  if (isRun && !version.trimStart().startsWith('{')) throw damaged();
  return null;
}

/**
 * @param {string} text that begins with a run
 * @returns {SharedRun | null}
 */
function readRun(text) {
  const all = PIECES.exec(text.slice(0, 2 * LONGEST_TEXT))?.[0] ?? '';
  const ends = [...all.matchAll(/[\w-]+/g)].slice(0, MOST_PIECES).map(({ index, 0: piece }) => index + piece.length);
  for (const end of ends) {
    const letters = text.slice(0, end).replace(/[^\w-]/g, '');
    // What marks words in a text may stand behind a link as well as in it.
    const behind = stepsBehind(text.slice(end));
    for (let run = letters; run.length > letters.length - MOST_MARKS; run = run.slice(0, -1)) {
      for (const steps of behind) {
        const found = tryAddress(`run=${run}${steps}`);
        if (found !== null) return found;
      }
      if (!/[-_]$/.test(run)) break;
    }
  }
  return null;
}

/**
 * The hash of an address that the page can read, from one that something has changed.
 * @param {string} text
 * @returns {string | null} with its "#"; null where it holds no whole run
 */
export function straightHash(text) {
  try {
    const read = readSharedLink(text);
    return read === null ? null : writeAddress(read);
  } catch (error) {
    if (error instanceof ExperimentError) return null;
    throw error;
  }
}

/**
 * The steps behind a run, as they stand there and with line ends taken out: a number may go on in the next line, or another one begin there.
 * @param {string} rest
 * @returns {string[]}
 */
function stepsBehind(rest) {
  const near = rest.slice(0, LONGEST_STEPS);
  const found = [near, near.replace(/=?[ \t]*\r?\n[ \t>|]*/g, '')].flatMap((text) => {
    // A run's letters are the same in every encoding; what parts it from its steps is not.
    for (let times = 0; times < MOST_ENCODINGS && !STEPS.test(text); times += 1) text = decoded(text);
    return STEPS.exec(text)?.[1] ?? [];
  });
  return found.length === 0 ? [''] : [...new Set(found)].map((steps) => `&steps=${steps}`);
}

/** @param {string} address @returns {SharedRun | null} */
function tryAddress(address) {
  try {
    return readAddress(address);
  } catch (error) {
    if (error instanceof ExperimentError && error.path === 'link') return null;
    throw error;
  }
}

/**
 * A text with one encoding taken off.
 * @param {string} text
 */
function decoded(text) {
  const plain = text
    .replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
    .replace(/&(?:#0*35|#x0*23|num);/gi, '#')
    .replace(/&(?:#0*61|#x0*3d|equals);/gi, '=');
  if (plain !== text) return plain;
  // Quoted-printable, as mails are sent.
  if (/=3D/.test(text))
    return text.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  // Proofpoint writes "-3D" for "=", and "_" for "/".
  if (/urldefense\.proofpoint\.com\/v2\//.test(text)) {
    const address = /[?&]u=([^&\s]*)/.exec(text)?.[1] ?? '';
    return address.replaceAll('_', '/').replace(/-([\dA-F]{2})/g, '%$1');
  }
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
