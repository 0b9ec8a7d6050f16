/** The texts of looking back over a run, and of stopping it by itself. */

import { countFormatter, formatDifference, formatExact, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../session/stop-conditions.js').StopReason} StopReason */

const count = countFormatter('en');
const plural = pluralFormatter('en');

/** @type {(step: number) => string} */
const steps = (step) => plural(step, 'step', 'steps');

export const timeMessages = {
  label: 'Step shown',
  back: 'Back',
  backName: 'Step back',
  forward: 'Forward',
  forwardName: 'Step forward',
  /** @type {(step: number) => string} */
  at: (step) => `step ${count(step)}`,
  /** @type {(present: number) => string} */
  looking: (present) => `Looking back. Train and Step go on from step ${count(present)}.`,

  /** @type {(reason: StopReason, units: readonly number[], step: number) => string} */
  stopReason: (reason, units, step) =>
    reason.kind === 'loss'
      ? `Stopped after ${steps(step)}: J is below ${formatLimit(reason.limit)}.`
      : `Stopped after ${steps(step)}: neurons ${units.join(' and ')} have parted.`,
};

/** @param {number} limit as it was typed */
function formatLimit(limit) {
  const exact = formatExact(limit);
  return exact.length <= 10 ? exact : formatDifference(limit);
}
