/**
 * The runs behind the lesson's cards: each is trained on the engine when it is asked for, in slices of a frame. The engine comes in
 * from outside; what goes out is plain data.
 */

import { networkLayers, parameterPlace } from '../experiment/parameters.js';
import { distanceOf, spread } from '../drawing/chart-series.js';
import { judgeRun, unitParameters } from '../ties/verdict.js';
import { inSlices } from '../session/slices.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('./chapters/starts.js').LessonRun} LessonRun */

/**
 * @typedef {object} CaseResult what became of a run
 * @property {Experiment} experiment
 * @property {number} step reached
 * @property {number} loss
 * @property {import('../ties/verdict.js').Verdict | null} verdict on the first hidden layer; null without one
 * @property {string} fingerprint
 * @property {Readonly<Record<string, number>>} start parameters by name
 * @property {Readonly<Record<string, number>>} end
 * @property {readonly SmallLine[]} weights
 * @property {readonly number[]} distances of neurons 1 and 2; none without two
 * @property {readonly number[]} losses
 */
/** @typedef {{ name: string, unit: number | null, values: number[] }} SmallLine unit: the hidden neuron whose color it has */

/** Steps between two looks at the clock. */
const PORTION = 50;
/** A small chart has no room for more points. */
const POINTS = 64;

/**
 * @param {object} options
 * @param {Lab} options.lab
 * @param {() => number} options.now milliseconds
 * @param {(callback: () => void) => void} options.requestFrame
 */
export function createLessonWork({ lab, now, requestFrame }) {
  /** @template T @param {LessonRun['experiment']} experiment @param {(run: Run) => T} look @returns {T} */
  const withRun = (experiment, look) => {
    const run = lab.start(experiment);
    try {
      return look(run);
    } finally {
      run.close();
    }
  };

  /**
   * @template T
   * @param {LessonRun} asked
   * @param {AbortSignal} signal
   * @param {(run: Run, start: Float64Array) => T} look at the trained run
   * @returns {Promise<T>} rejected with the signal's reason
   */
  const trained = (asked, signal, look) => inSlices(training(lab, asked, look), { signal, now, requestFrame });

  return Object.freeze({
    withRun,
    trained,
    /**
     * @param {LessonRun} asked
     * @param {AbortSignal} signal
     * @returns {Promise<CaseResult>}
     */
    train: (asked, signal) => trained(asked, signal, describe),
    /**
     * The same run from many seeds, on worker threads.
     * @param {LessonRun} asked
     * @param {readonly [number, number]} seeds first and last
     * @param {AbortSignal} signal
     * @param {(done: number) => void} onProgress 0 to 1
     */
    sweep: ({ experiment, steps }, seeds, signal, onProgress) =>
      lab.sweep(experiment, { seeds, steps, signal, onProgress: ({ done, total }) => onProgress(done / total) }),
  });
}

/** @typedef {ReturnType<typeof createLessonWork>} LessonWork */

/**
 * @template T
 * @param {Lab} lab
 * @param {LessonRun} asked
 * @param {(run: Run, start: Float64Array) => T} look at the trained run
 * @returns {Generator<number, T>}
 */
function* training(lab, { experiment, steps }, look) {
  const run = lab.start(experiment);
  try {
    const start = run.parameters();
    for (;;) {
      run.train(Math.min(PORTION, steps - run.step));
      if (run.step >= steps || run.stopped !== null) return look(run, start);
      yield run.step / steps;
    }
  } finally {
    run.close();
  }
}

/**
 * @param {Run} run
 * @param {Float64Array} start
 * @returns {CaseResult}
 */
function describe(run, start) {
  const { experiment, names } = run;
  const { network } = experiment;
  const history = run.history();
  const samples = spread(history.steps.length, POINTS);
  const byName = (/** @type {Float64Array} */ values) => Object.fromEntries(names.map((name, at) => [name, values[at]]));
  const hasPair = (network.hidden[0] ?? 0) >= 2;
  const pair = hasPair ? [1, 2].map((unit) => unitParameters(network, 1, unit).map((index) => history.parameters[names[index]])) : [];
  return Object.freeze({
    experiment,
    step: run.step,
    loss: run.loss(),
    verdict: judgeRun(run)[0] ?? null,
    fingerprint: run.fingerprint(),
    start: byName(start),
    end: byName(run.parameters()),
    weights: names
      .filter((name) => name.startsWith('w'))
      .map((name) => ({ name, unit: unitOf(network, name), values: samples.map((at) => history.parameters[name][at]) })),
    distances: hasPair ? samples.map((at) => distanceOf(pair[0], pair[1], at)) : [],
    losses: samples.map((at) => history.loss[at]),
  });
}

/**
 * The hidden neuron that a weight belongs to: the one it enters, or, of the output's, the one it comes from.
 * @param {Experiment['network']} network
 * @param {string} name
 */
function unitOf(network, name) {
  const place = parameterPlace(network, name);
  if (place === null || network.hidden.length === 0) return null;
  return place.layer === networkLayers(network).length ? place.input : place.unit;
}
