/** twin-neurons run: trains one experiment and writes what became of it. */
import { writeJson } from '../base/checks.js';
import { writeHistory } from '../experiment/file.js';
import { compactExperiment } from '../experiment/experiment.js';
import { watchOutcome } from '../ties/run-outcome.js';
import { openLab } from '../twin-neurons.js';
import { readExperiment } from './experiment-input.js';
import { EXIT, Interruption, UsageError } from './failures.js';
import { writeOutput } from './outputs.js';
import { isOneFile, protectInputs } from './places.js';
import { Progress } from './progress.js';
import { experimentId, writeLine } from './result-lines.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').TrainResult} TrainResult */
/** @typedef {import('./main.js').Io} Io */

/** How long signals and the bar may wait. */
const MILLISECONDS_A_SLICE = 50;

/**
 * @param {import('./options.js').Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function runCommand(args, io) {
  const outputs = readOutputs(args);
  protectInputs([outputs.csv, outputs.json, '-'], args.operands);
  const { experiment, steps } = await readExperiment(args, io);
  const lab = await openLab();
  try {
    const run = lab.start(experiment);
    const outcomeOf = watchOutcome(run);
    const outcome = outcomeOf(await train(run, steps, io));
    const seed = experiment.init.scheme === 'explicit' ? null : experiment.init.seed;
    const line = writeLine({ engine: lab.version, experiment: experimentId(experiment), steps }, { seed, ...outcome });
    if (outputs.csv !== undefined) await writeOutput(outputs.csv, writeHistory(run.history(), run.names), io);
    if (outputs.json !== undefined) await writeOutput(outputs.json, describeWhole(line, run), io);
    if (outputs.fingerprint) await writeOutput('-', `${outcome.fingerprint}\n`, io);
    else if (outputs.csv !== '-' && outputs.json !== '-') await writeOutput('-', `${line}\n`, io);
    return outcome.stopped === null ? EXIT.ok : EXIT.diverged;
  } finally {
    lab.close();
  }
}

/** @param {import('./options.js').Arguments} args */
function readOutputs({ given }) {
  const [csv, json, fingerprint] = [given.get('--csv'), given.get('--json'), given.has('--fingerprint')];
  if ([csv === '-', json === '-', fingerprint].filter(Boolean).length > 1) {
    throw new UsageError('standard output has room for one of --csv -, --json - and --fingerprint');
  }
  if (csv !== undefined && json !== undefined && isOneFile(csv, json)) throw new UsageError('--csv and --json name the same file');
  return { csv, json, fingerprint };
}

/**
 * The line's fields, and beside them what belongs to one run alone: its ties, its parameters and the experiment itself.
 * @param {string} line
 * @param {Run} run
 */
function describeWhole(line, run) {
  const values = run.parameters();
  const parameters = Object.fromEntries(run.names.map((name, at) => [name, values[at]]));
  return `${writeJson({ ...JSON.parse(line), ties: run.ties(), parameters, definition: compactExperiment(run.experiment) })}\n`;
}

/**
 * Trains in slices, between which signals arrive and the bar moves. Slices change no result.
 * @param {Run} run
 * @param {number} steps
 * @param {Io} io
 * @returns {Promise<TrainResult>}
 */
async function train(run, steps, { stderr, signal }) {
  const progress = new Progress(stderr, { total: steps, unit: 'steps' });
  let trained = run.train(0);
  let slice = 1;
  try {
    while (trained.step < steps && trained.stopped === null) {
      const begin = performance.now();
      trained = run.train(Math.min(slice, steps - trained.step));
      slice = Math.max(1, Math.round(slice * Math.min(4, MILLISECONDS_A_SLICE / (performance.now() - begin))));
      progress.show(trained.step);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted)
        throw new Interruption(signal.reason, `ended by ${signal.reason} at step ${trained.step} of ${steps}; nothing was written`);
    }
    return trained;
  } finally {
    progress.end();
  }
}
