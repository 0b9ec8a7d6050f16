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

const LONGEST_NAME = 100;
const LONGEST_LINE = 200;

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
 * @param {string} text
 * @returns {HandIn}
 */
export function readHandIn(text) {
  const run = readRun(text);
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
  const digits = written
    .trim()
    .replace(/(?<=\d)[.,\u00a0\u202f' ](?=\d{3}(?:\D|$))/g, '')
    .replace(/[.,]0+$/, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** A student's number of a table, which may have made "17,0" of it. @param {string} written */
export const readNumber = (written) => readStudentNumber(written.replace(/[.,]0+$/, ''));

/**
 * @param {string} text
 * @param {Field} field
 */
function lineOf(text, field) {
  const labels = LABELS[field].join('|');
  const found = new RegExp(`^[\\s>|*_-]*(?:${labels})[\\s*_]*[:\uff1a][ \\t*_]*([^\\r\\n]{0,${LONGEST_LINE}})`, 'imu').exec(text);
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
