/** The experiment that a command line names: in a file, in a link of the page, or on standard input. */
import { readShared } from '../experiment/file.js';
import { LIMITS } from '../experiment/tables.js';
import { DEFAULT_STEPS_TO_RUN } from '../experiment/presets.js';
import { ExperimentError } from '../twin-neurons.js';
import { InputError, UsageError } from './failures.js';
import { readText } from './files.js';
import { readWhole } from './options.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

const MOST_STEPS = Number.MAX_SAFE_INTEGER;

/**
 * @param {import('./options.js').Arguments} args of a command that takes one experiment and --steps
 * @param {import('./main.js').Io} io
 * @returns {Promise<{ experiment: Experiment, steps: number }>} steps: those asked for, else the link's, else as many as the page trains
 * @throws {UsageError | InputError}
 */
export async function readExperiment({ operands, given }, { stdin, signal }) {
  if (operands.length !== 1)
    throw new UsageError(`one experiment is needed: a file, a link or "-" for standard input; got ${operands.length}`);
  const [name] = operands;
  const asked = given.get('--steps');
  const steps = asked === undefined ? null : readWhole('--steps', asked, 0, MOST_STEPS);
  // As it is copied from an address, or as mail programs leave it.
  const isLink = /(?:#|%23)(?:.*[&;])?run(?:=|%(?:25)*3d)/i.test(name);
  const shared = parse(
    isLink ? 'the link' : name === '-' ? 'standard input' : name,
    isLink ? name : await readText(name, { stdin, signal, mostBytes: LIMITS.jsonCharacters }),
  );
  return { experiment: shared.experiment, steps: steps ?? shared.steps ?? DEFAULT_STEPS_TO_RUN };
}

/**
 * @param {string} shown where the text comes from
 * @param {string} text
 */
function parse(shown, text) {
  try {
    return readShared(text);
  } catch (error) {
    if (error instanceof ExperimentError) throw new InputError(`${shown}: ${error.message}`);
    throw error;
  }
}
