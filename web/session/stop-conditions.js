/**
 * When training stops by itself before its steps are over: looked at after every single step, so that it stops at the very step. What
 * already holds when training begins is no reason to stop it.
 */

import { alikePairs } from '../ties/parting-step.js';
import { looksAlike } from '../ties/verdict.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {{ lossBelow: number | null, parting: boolean }} StopConditions lossBelow null: whatever the loss */
/** @typedef {{ kind: 'loss', limit: number } | { kind: 'parting', layer: number, units: [number, number] }} StopReason */

/** @type {Readonly<StopConditions>} */
export const NEVER = Object.freeze({ lossBelow: null, parting: false });

/**
 * @param {Run} run about to be trained
 * @param {StopConditions} conditions
 * @returns {(() => StopReason | null) | null} to be asked after each step; null where nothing could stop this run
 */
export function watchFor(run, { lossBelow, parting }) {
  const { network } = run.experiment;
  const limit = lossBelow !== null && run.loss() >= lossBelow ? lossBelow : null;
  const alike = parting ? alikePairs(network, run.parameters()) : [];
  if (limit === null && alike.length === 0) return null;
  return () => {
    if (limit !== null && run.loss() < limit) return { kind: 'loss', limit };
    if (alike.length === 0) return null;
    const values = run.parameters();
    const parted = alike.find(({ layer, units }) => !looksAlike(network, values, layer, units));
    return parted === undefined ? null : { kind: 'parting', ...parted };
  };
}
