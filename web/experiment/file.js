/** Experiments as people keep and pass them on: a JSON file, a pasted text, a pasted link; and a run's history as a table. */
import { writeJson } from '../base/checks.js';
import { ExperimentError } from '../base/errors.js';
import { allOf } from '../base/parts.js';
import { compactExperiment, parseExperiment } from './experiment.js';
import { readSharedLink } from './link.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */

/** So many numbers are written without a pause. */
const NUMBERS_A_PART = 1000;

/**
 * @param {Experiment} experiment
 * @returns {string} JSON, a field a line
 */
export function writeFile(experiment) {
  const fields = Object.entries(compactExperiment(experiment)).map(([key, value]) => `  ${JSON.stringify(key)}: ${writeJson(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

/**
 * @param {Experiment} experiment
 * @param {string} ending "json", "csv", …
 * @returns {string} the name of a file about it: "twin-neurons-2-2-1.json"
 */
export function fileName({ network: { inputs, hidden, outputs } }, ending) {
  return `twin-neurons-${[inputs, ...hidden, outputs].join('-')}.${ending}`;
}

/**
 * @param {string} text the JSON of an experiment, or an address that holds one
 * @returns {{ experiment: Experiment, steps: number | null }}
 * @throws {ExperimentError}
 */
export function readShared(text) {
  const trimmed = text.trim();
  if (trimmed === '') throw new ExperimentError('', 'there is nothing here; paste the JSON of an experiment, or a link');
  if (trimmed.startsWith('{')) return { experiment: parseExperiment(trimmed), steps: null };
  return readSharedLink(trimmed) ?? { experiment: parseExperiment(trimmed), steps: null };
}

/**
 * A history as comma-separated values, every number exact; or as Excel reads them where numbers have a decimal comma: with semicolons, and a
 * mark that says it is UTF-8.
 * @param {import('../engine/run.js').History} history
 * @param {readonly string[]} names of the parameters, in the order of the columns
 * @param {'.' | ','} [decimal]
 * @returns {string}
 */
export function writeHistory(history, names, decimal) {
  return allOf(writeHistoryInParts(history, names, decimal));
}

/**
 * The same in parts: the largest network has a hundred thousand columns.
 * @param {import('../engine/run.js').History} history
 * @param {readonly string[]} names
 * @param {'.' | ','} [decimal]
 * @returns {Generator<void, string>}
 */
export function* writeHistoryInParts({ steps, loss, parameters }, names, decimal = '.') {
  const [separator, mark, end] = decimal === ',' ? [';', '\uFEFF', '\r\n'] : [',', '', '\n'];
  const columns = [steps, loss];
  for (const [at, name] of names.entries()) {
    if (at % NUMBERS_A_PART === 0) yield;
    columns.push(parameters[name]);
  }
  const rows = [['step', 'J', ...names].join(separator)];
  for (const sample of steps.keys()) {
    const row = [];
    for (let from = 0; from < columns.length; from += NUMBERS_A_PART) {
      yield;
      const cells = columns.slice(from, from + NUMBERS_A_PART).map((column) => String(column[sample]).replace('.', decimal));
      row.push(cells.join(separator));
    }
    rows.push(row.join(separator));
  }
  return `${mark}${rows.join(end)}${end}`;
}
