/** A hand-in: one text that a student copies into a mail or a form, and what is read from it when it has come through one. */
import { ExperimentError } from '../base/errors.js';
import { readSharedLink } from '../experiment/link.js';
import { readStudentNumber } from './task.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/**
 * What a student hands in, as far as it can be read.
 * @typedef {object} HandIn
 * @property {string} name
 * @property {string} number as it was written; '' where there is none
 * @property {Experiment | null} experiment null: there is no link, or it cannot be read
 * @property {number | null} step null: not said
 * @property {string} fingerprint as it was written; '' where there is none
 * @property {true} [isTooLong] nothing was read of it: no hand-in is as long
 */
/** @typedef {'name' | 'number' | 'step' | 'fingerprint' | 'link'} Field */

/** The first words of every hand-in, by which several in one text are told from each other. */
export const HEADING = 'Twin Neurons';

/** What a line begins with, in each language; the first is English. The page's words are these: what it writes, it reads. @type {Readonly<Record<Field, readonly string[]>>} */
export const LABELS = Object.freeze({
  name: ['Name', 'Nombre'],
  number: ['Number', 'N\u00famero', 'Numero'],
  step: ['Step', 'Paso'],
  fingerprint: ['Fingerprint', 'Huella'],
  link: ['Link', 'Enlace'],
});

/** Characters of a hand-in, with the mail around it: a link has room for half of them. */
export const LONGEST_HAND_IN = 200_000;
const LONGEST_NAME = 100;
const LONGEST_LINE = 200;
/** @type {Readonly<Record<string, string>>} */
const SIGNS = Object.freeze({ lt: '<', gt: '>', quot: '"', amp: '&' });

/**
 * @param {{ title: string, name: string, number: number | null, step: number, fingerprint: string, link: string }} handIn
 * @param {number} [language] which of LABELS
 * @returns {string} a few lines
 */
export function writeHandIn({ title, name, number, step, fingerprint, link }, language = 0) {
  /** @type {(field: Field, value: string | number) => string} */
  const line = (field, value) => `${LABELS[field][language]}: ${value}`;
  return [
    `${HEADING}${title === '' ? '' : ` \u2013 ${oneLine(title)}`}`,
    line('name', oneLine(name)),
    ...(number === null ? [] : [line('number', number)]),
    line('step', step),
    line('fingerprint', fingerprint),
    line('link', link),
  ].join('\n');
}

/** @param {string} text */
export function oneLine(text) {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

/**
 * Reads a hand-in, with whatever a mail has put around its lines.
 * @param {string} given
 * @returns {HandIn}
 */
export function readHandIn(given) {
  if (given.length > LONGEST_HAND_IN) return { name: '', number: '', experiment: null, step: null, fingerprint: '', isTooLong: true };
  const text = plainText(given);
  // A form may have put the link into an attribute.
  const run = readRun(given) ?? readRun(text);
  const said = readStep(lineOf(text, 'step'));
  return {
    name: oneLine(lineOf(text, 'name')),
    number: lineOf(text, 'number'),
    experiment: run?.experiment ?? null,
    step: said ?? run?.steps ?? null,
    fingerprint: lineOf(text, 'fingerprint').toLowerCase(),
  };
}

/**
 * The run of a link, as mail programs leave it.
 * @param {string} text
 * @returns {import('../experiment/link.js').SharedRun | null} null where there is none that can be read
 */
export function readRun(text) {
  try {
    return readSharedLink(text);
  } catch (error) {
    if (error instanceof ExperimentError) return null;
    throw error;
  }
}

/** A number of steps, with thousands set apart or not. @param {string} written @returns {number | null} */
export function readStep(written) {
  const digits = digitsOf(written);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** A student's number of a table, which may have made "17,0" or "1,017" of it. @param {string} written */
export const readNumber = (written) => readStudentNumber(digitsOf(written));

/**
 * A whole number without what a table has put into it. "2.000" has thousands set apart, and "2000.000" three decimals: what stands apart in threes from
 * the start is thousands, and anything else behind a point is nothing.
 * @param {string} written
 */
function digitsOf(written) {
  const trimmed = written.trim();
  return joined(trimmed) ?? joined(trimmed.replace(/[.,]0+$/, '')) ?? trimmed.replace(/[.,]0+$/, '');
}

/** @param {string} text @returns {string | null} null where nothing of it is thousands */
const joined = (text) => (/^\d{1,3}(?:([.,\u00a0\u202f' ])\d{3})(?:\1\d{3})*$/.test(text) ? text.replace(/\D/g, '') : null);

/** What a person sees of a text that a form has made a page of. @param {string} text */
function plainText(text) {
  if (!/<(?:br|p|div)\b/i.test(text)) return text;
  return text
    .replace(/<br\s{0,9}\/?>|<\/(?:p|div|li|tr)>/gi, '\n')
    .replace(/<\/?[a-z][a-z\d]*(?:\s[^<>]*)?>/gi, '')
    .replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => SIGNS[name]);
}

/**
 * @param {string} text
 * @param {Field} field
 */
function lineOf(text, field) {
  const labels = LABELS[field].join('|');
  const found = new RegExp(
    `^[ \\t\u00a0>|*_-]*(?:${labels})[ \\t\u00a0*_]*[:\uff1a][ \\t\u00a0*_]*([^\\r\\n]{0,${LONGEST_LINE}})`,
    'imu',
  ).exec(text);
  return found === null ? '' : found[1].replace(/[\s*]+$/, '');
}

/**
 * The hand-ins of a text that holds one after the other, as mails that were put together do.
 * @param {string} text
 * @returns {string[]} none where there is no heading at the beginning of a line
 */
export function splitHandIns(text) {
  const starts = [...text.matchAll(new RegExp(`^[ \\t>|*]*${HEADING}`, 'gim'))].map(({ index }) => index);
  return starts.map((start, at) => text.slice(start, starts[at + 1]));
}
