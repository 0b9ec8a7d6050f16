/**
 * Runs the tied network under every change of ties/breakers.js and says what became of its twins. Each step is looked at, bit by bit, so
 * that the step of parting is exact. The work goes on in slices of a frame; who shows something is told through callbacks.
 */

import { withRun } from '../base/with-run.js';
import { TIE_BREAKERS, layerOfTwins, withTwins } from '../ties/breakers.js';
import { parseExperiment } from '../experiment/experiment.js';
import { looksAlike } from '../ties/verdict.js';
import { inSlices } from './slices.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../engine/run.js').Run} Run */

/**
 * @typedef {object} TrialResult
 * @property {string} id of the change
 * @property {Experiment} experiment
 * @property {'tied' | 'near-tied' | 'apart'} kind of the pair at the end
 * @property {number} step reached
 * @property {null | 'diverged'} stopped
 * @property {number | null} parted the first step at which some bit of the two differs; null: never
 * @property {number | null} healed the step since which they are equal again; null: they never parted, or are not equal
 * @property {number} distance at the end
 * @property {number[]} track the distance along the run, at evenly spread steps from the start to the end
 */

/** @typedef {{ experiment: Experiment, isPresent: boolean }} TrialBase the tied network, and whether it is made from the present experiment */

/**
 * @typedef {object} TrialOptions
 * @property {number} steps each run is trained
 * @property {AbortSignal} signal
 * @property {(base: TrialBase) => void} onBase
 * @property {(result: TrialResult) => void} onResult
 * @property {(done: number) => void} onProgress the part of the work that is done, 0 to 1
 */

/** About so many distances of a run are kept, for whoever draws it. */
const TRACKED = 40;

/**
 * @param {object} options
 * @param {Lab} options.lab
 * @param {ExperimentInput} options.fallback a network with a pair, for when the present one has none
 * @param {() => number} options.now milliseconds
 * @param {(callback: () => void) => void} options.requestFrame
 */
export function createTieTrials({ lab, fallback, now, requestFrame }) {
  /**
   * @param {Experiment} present
   * @param {TrialOptions} options
   * @returns {Promise<void>} rejected with the signal's reason, or with what the engine refuses
   */
  return (present, options) =>
    inSlices(trials(lab, present, fallback, options), { signal: options.signal, now, requestFrame, onSlice: options.onProgress });
}

/**
 * @param {Lab} lab
 * @param {Experiment} present
 * @param {ExperimentInput} fallback
 * @param {TrialOptions} options
 * @returns {Generator<number, void>} the part of the work done, after each step
 */
function* trials(lab, present, fallback, { steps, onBase, onResult }) {
  const isPresent = layerOfTwins(present) !== null;
  const base = tiedStart(lab, isPresent ? present : parseExperiment(fallback));
  onBase({ experiment: base, isPresent });
  for (const [at, { id, vary }] of TIE_BREAKERS.entries()) {
    const experiment = parseExperiment(vary(base));
    const run = lab.start(experiment);
    try {
      for (const result of trial(run, id, steps)) {
        if (typeof result === 'object') onResult(result);
        else yield (at + result) / TIE_BREAKERS.length;
      }
    } finally {
      run.close();
    }
  }
}

/**
 * @param {Lab} lab
 * @param {Experiment} experiment
 */
function tiedStart(lab, experiment) {
  return withRun(lab, experiment, (run) => withTwins(experiment, run.parameters()));
}

/**
 * @param {Run} run
 * @param {string} id
 * @param {number} steps
 * @returns {Generator<number | TrialResult, void>} the part of the steps taken, after each, and the result at the end
 */
function* trial(run, id, steps) {
  const { experiment } = run;
  const layer = /** @type {number} */ (layerOfTwins(experiment));
  /** @type {number | null} */
  let parted = null;
  /** @type {number | null} */
  let healed = null;
  const every = Math.max(1, Math.ceil(steps / TRACKED));
  /** @type {number[]} */
  const track = [];
  /** Distance is exactly 0 where every bit is equal, and nowhere else. */
  const look = () => {
    const now = run.distance(layer, 1, 2);
    if (run.step % every === 0) track.push(now);
    if (now !== 0) {
      parted ??= run.step;
      healed = null;
    } else if (parted !== null) healed ??= run.step;
  };
  look();
  while (run.step < steps && run.train(1).stopped === null) {
    look();
    yield run.step / steps;
  }
  const distance = run.distance(layer, 1, 2);
  const parameters = run.parameters();
  const alike = looksAlike(experiment.network, parameters, layer, [1, 2]);
  const kind = distance === 0 ? 'tied' : alike ? 'near-tied' : 'apart';
  yield { id, experiment, kind, step: run.step, stopped: run.stopped, parted, healed, distance, track: [...track, distance] };
}
