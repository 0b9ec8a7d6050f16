/** What an entry of a schedule changes, as every language writes it. */

import { formatInText } from '../base/format.js';

/** @type {readonly ['learningRate' | 'l1' | 'l2', string][]} */
const NAMES = [
  ['learningRate', '\u03b1'],
  ['l1', 'l1'],
  ['l2', 'l2'],
];

/** @param {import('../experiment/experiment.js').ScheduleEntry} entry @returns {string[]} such as "α = 0.1" */
export const valuesOf = (entry) =>
  NAMES.flatMap(([key, name]) => (entry[key] === undefined ? [] : [`${name} = ${formatInText(entry[key])}`]));
