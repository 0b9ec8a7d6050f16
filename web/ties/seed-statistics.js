/**
 * Many seeds: which experiments are swept, and what their results come to. Pure; the sweeps themselves are the engine's.
 */

import { withSeed } from '../experiment/edits.js';
import { parseExperiment } from '../experiment/experiment.js';
import { networkLayers } from '../experiment/parameters.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/sweep.js').SweepResult} SweepResult */

/** How the neurons of a layer start: each at random, all from one random neuron, or these with the last bit of one weight changed. */
export const STARTS = Object.freeze(/** @type {const} */ (['random', 'tied', 'one-ulp']));
/** @typedef {(typeof STARTS)[number]} StartKind */

/** The most bars of a histogram. */
const MOST_BINS = 12;
/** No bar is narrower than the last digit of a loss as the page shows it. */
const NARROWEST_BIN = 1e-6;

/**
 * The experiment from a random start.
 * @param {Experiment} experiment
 * @param {StartKind} start
 * @param {number} seed
 * @returns {Experiment}
 */
export function seededExperiment(experiment, start, seed) {
  const seeded = parseExperiment(withSeed(experiment, seed));
  const wide = experiment.network.hidden.flatMap((units, at) => (units < 2 ? [] : [at + 1]));
  if (start === 'random' || wide.length === 0) return seeded;
  const tie = wide.map((layer) => ({ layer, units: Array.from({ length: experiment.network.hidden[layer - 1] }, (_, unit) => unit + 1) }));
  const { firstWeight } = networkLayers(experiment.network)[wide[0] - 1];
  const nudge = start === 'one-ulp' ? [{ parameter: `w${firstWeight}`, ulps: 1 }] : [];
  return parseExperiment({ ...seeded, init: { ...seeded.init, tie, nudge } });
}

/** Layers that are compared: those of one start are one sweep. @type {readonly { start: StartKind, widths: number[] }[]} */
const COMPARED = [
  { start: 'random', widths: [1, 2, 3, 6] },
  { start: 'tied', widths: [3] },
];

/** The coffee roasting data, learned by layers of several widths: how each neuron more helps, and tied ones do not. */
export const COMPARISON = Object.freeze({
  steps: 1000,
  sweeps: COMPARED,
  rows: Object.freeze(COMPARED.flatMap(({ start, widths }) => widths.map((units) => ({ units, start })))),
});

/**
 * @param {{ units: number, start: StartKind }} row
 * @param {number} seed
 * @returns {Experiment}
 */
export function comparedExperiment({ units, start }, seed) {
  const network = { inputs: 2, hidden: [units], activation: 'sigmoid' };
  return seededExperiment(
    parseExperiment({
      network,
      data: { set: 'coffee' },
      init: { scheme: 'uniform' },
      training: { optimizer: 'momentum', learningRate: 2 },
    }),
    start,
    seed,
  );
}

/**
 * @typedef {object} SweepSummary
 * @property {number} seeds
 * @property {number} diverged
 * @property {SweepResult | null} best of the runs that did not diverge, by loss
 * @property {SweepResult | null} middle
 * @property {SweepResult | null} worst
 * @property {number | null} solved runs with every example right; null where targets are other than 0 and 1
 * @property {{ atStart: number, never: number, later: number[] }} parted runs, and the steps of those that parted later, in order
 */

/**
 * @param {readonly SweepResult[]} results
 * @returns {SweepSummary}
 */
export function summarize(results) {
  const sorted = converged(results).sort((one, other) => one.loss - other.loss);
  const parted = results.map((result) => result.parted);
  return {
    seeds: results.length,
    diverged: results.length - sorted.length,
    best: sorted[0] ?? null,
    middle: sorted[(sorted.length - 1) >> 1] ?? null,
    worst: sorted[sorted.length - 1] ?? null,
    solved: results.some(({ solved }) => solved === null) ? null : results.filter(({ solved }) => solved === 1).length,
    parted: {
      atStart: parted.filter((step) => step === 0).length,
      never: parted.filter((step) => step === null).length,
      later: parted
        .filter((step) => step !== null && step > 0)
        .map(Number)
        .sort((one, other) => one - other),
    },
  };
}

/**
 * @typedef {object} Bin
 * @property {number} from
 * @property {number} to
 * @property {SweepResult[]} results with a final loss from `from` to below `to`
 */

/**
 * The final losses in at most a dozen equal ranges with round edges; runs that diverged are left out.
 * @param {readonly SweepResult[]} results
 * @returns {Bin[]}
 */
export function histogram(results) {
  const shown = converged(results);
  if (shown.length === 0) return [];
  const losses = shown.map(({ loss }) => loss);
  const least = Math.min(...losses);
  const most = Math.max(...losses);
  const width = roundStep(Math.max((most - least) / (MOST_BINS - 2), most / 1000, NARROWEST_BIN));
  const first = Math.floor(least / width);
  const bins = Array.from({ length: Math.floor(most / width) - first + 1 }, (_, at) => ({
    from: (first + at) * width,
    to: (first + at + 1) * width,
    results: /** @type {SweepResult[]} */ ([]),
  }));
  for (const result of shown) bins[Math.floor(result.loss / width) - first].results.push(result);
  return bins;
}

/**
 * The share of the most frequent target: what a network gets right that always says the same.
 * @param {readonly (readonly number[])[]} y of one output each
 * @returns {number}
 */
export function majorityShare(y) {
  const ones = y.filter(([target]) => target === 1).length / y.length;
  return Math.max(ones, 1 - ones);
}

/** @param {readonly SweepResult[]} results */
function converged(results) {
  return results.filter(({ stopped }) => stopped === null);
}

/**
 * The next of …, 0.1, 0.2, 0.5, 1, 2, 5, …
 * @param {number} least
 */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((one) => one * power >= least) ?? 10;
  return digit * power;
}
