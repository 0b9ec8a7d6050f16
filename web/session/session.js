/**
 * The session: the current experiment and its run, training in slices of a frame, and what the page is told of it. It knows no DOM:
 * time, frames and seeds come in from outside. Whoever shows something gets immutable snapshots.
 */

import { CurrentRun } from './current-run.js';
import { createExperimentWishes } from './experiment-wishes.js';
import { createInspect } from './run-queries.js';

/** @typedef {import('./snapshot.js').Snapshot} Snapshot */
/** @typedef {import('./snapshot.js').SessionEvent} SessionEvent */

/**
 * @typedef {object} SessionOptions
 * @property {Pick<import('../engine/lab.js').Lab, 'start'>} lab
 * @property {import('../experiment/experiment.js').ExperimentInput} experiment
 * @property {number | null} stepsToRun
 * @property {number} stepsPerSecond
 * @property {() => number} now milliseconds
 * @property {(callback: () => void) => void} requestFrame
 * @property {() => number} newSeed
 * @property {(snapshot: Snapshot) => void} onChange called at once with the first snapshot, then at every change
 */

/** To look at a step of the past may take so many milliseconds while a slider moves, and when a single step is asked for. */
const PATIENCE = { slider: 24, step: 400 };

/** @param {SessionOptions} options */
export function createSession(options) {
  const current = new CurrentRun(options);
  return Object.freeze({
    /** @param {(snapshot: Snapshot) => void} next takes the place of the one that was told of changes, and is told of the state there is */
    tell(next) {
      current.onChange = next;
      current.emit('shown');
    },
    /** What the engine says of the state that is shown: plain data, for the panels that ask for it. */
    inspect: createInspect(() => current.shown),
    ...createExperimentWishes({
      experiment: () => current.run.experiment,
      startValues: () => current.startValues,
      newSeed: options.newSeed,
      start: (...wish) => current.start(...wish),
      tune: (change) => current.tune(change),
    }),
    ...createTrainingWishes(current),
    ...createTimeWishes(current),
    /** Back to the experiment before, at its start. */
    undo: () => current.moveAlongTrail(-1),
    redo: () => current.moveAlongTrail(1),
    /** Keeps the run as it is now, in place of the one kept before, for others to be compared with. */
    keep: () => current.keep(),
    forgetKept() {
      current.kept = null;
      current.emit('kept');
    },
    close: () => current.close(),
  });
}

/** @param {CurrentRun} current */
function createTrainingWishes(current) {
  const { training } = current;
  const isIdle = () => !training.running && current.run.stopped === null;
  return {
    /**
     * Trains from the present step on, and pauses by itself after so many steps.
     * @param {number | null} [steps]
     * @param {number | null} [pace] steps a second, of this training only; Infinity: as fast as it goes; null: as set
     */
    train(steps = training.stepsToRun, pace = null) {
      if (!isIdle()) return;
      current.replay.leave();
      training.train(steps, pace);
    },
    pause() {
      if (training.running) training.pause();
    },
    step() {
      if (!isIdle()) return;
      current.replay.leave();
      training.step();
    },
    /** Back to the start, to the bit. */
    reset() {
      current.run.reset();
      current.goToStart('reset');
    },
    /** @param {number | null} steps null: until paused */
    setStepsToRun(steps) {
      training.setStepsToRun(steps);
      current.emit(null);
    },
    /** @param {number} speed Infinity: as fast as it goes */
    setStepsPerSecond(speed) {
      training.setStepsPerSecond(speed);
      current.emit(null);
    },
    /** @param {import('./stop-conditions.js').StopConditions} conditions from the next Train on */
    setStopConditions(conditions) {
      training.stopConditions = conditions;
      current.emit(null);
    },
  };
}

/** @param {CurrentRun} current */
function createTimeWishes(current) {
  const { replay, training } = current;
  /**
   * Shows a step that was, or the present one. Training pauses.
   * @param {number} step
   * @param {boolean} [isExact] whether to take the time that this very step needs, and not one near it that the history kept
   */
  const look = (step, isExact = false) => {
    if (training.running) training.pause();
    const patience = isExact ? PATIENCE.step : PATIENCE.slider;
    if (step >= current.run.step) replay.leave();
    else replay.look(current.run, current.history, Math.max(step, 0), patience);
    if (replay.step >= current.run.step) replay.leave();
    current.emit('looked');
  };
  return {
    look,
    /**
     * Shows the step before the one shown, or after it.
     * @param {-1 | 1} direction
     */
    lookBeside(direction) {
      if (training.running) training.pause();
      look((replay.run === null ? current.run.step : replay.step) + direction, true);
    },
  };
}

/** @typedef {ReturnType<typeof createSession>} Session */
