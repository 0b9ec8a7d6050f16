/** What became of a run, in a few numbers: what a sweep says of each of its seeds, and the command line of one run. */
import { alikePairs, partingStep } from './parting-step.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').TrainResult} TrainResult */

/**
 * @typedef {object} Outcome
 * @property {number} step
 * @property {number} loss
 * @property {null | 'diverged'} stopped
 * @property {number[]} effective the effective width of each hidden layer
 * @property {number | null} solved the part of the examples on the right side (Run.solved)
 * @property {number | null} parted the first step at which two hidden units that looked alike at the start, rounded, do not any more (to the
 *   resolution of the history): 0 where no two did, null where they still do or no layer has two
 * @property {string} fingerprint
 */

/**
 * Looks at a run before it is trained, to be able to say afterwards what became of it.
 * @param {Run} run at its start
 * @returns {(trained: TrainResult) => Outcome}
 */
export function watchOutcome(run) {
  const { network } = run.experiment;
  const pairs = alikePairs(network, run.parameters());
  const atStart = network.hidden.some((units) => units > 1) ? 0 : null;
  return ({ step, loss, stopped }) => {
    const effective = run.ties().map((layer) => layer.effective);
    const parted = pairs.length > 0 ? partingStep(network, pairs, run.history()) : atStart;
    return { step, loss, stopped, effective, solved: run.solved(), parted, fingerprint: run.fingerprint() };
  };
}
