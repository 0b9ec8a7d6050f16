/**
 * The session: the current experiment and its run, training in slices of a frame, and what the page is told of it. It owns the
 * engine's run and knows no DOM: time, frames and seeds come in from outside. Whoever shows something gets immutable snapshots.
 */

import { isSeeded, withBias, withChoice, withLayers, withSeed, withStart } from '../experiment/edits.js';
import { writeExperiment } from '../experiment/experiment.js';
import { withParametersAt } from '../ties/tie-edits.js';
import { createInspect } from './run-queries.js';
import { Pace } from './step-pacing.js';
import { Past } from './replay.js';
import { NEVER, watchFor } from './stop-conditions.js';
import { TieWatch } from '../ties/group-changes.js';
import { Trail } from './undo-trail.js';
import { judgeRun } from '../ties/verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').History} History */
/** @typedef {import('../ties/verdict.js').Verdict} Verdict */
/** @typedef {import('./stop-conditions.js').StopConditions} StopConditions */
/** @typedef {import('./stop-conditions.js').StopReason} StopReason */

/**
 * What happened, for those who tell people: null for a frame of training like any other; 'shown': nothing, but others look at it now.
 * @typedef {null | 'loaded' | 'changed' | 'edited' | 'reset' | 'started' | 'stepped' | 'paused' | 'finished' | 'stopped' | 'diverged' | 'parted' | 'merged' | 'looked' | 'kept' | 'shown'} SessionEvent
 */

/**
 * @typedef {object} Snapshot
 * @property {Experiment} experiment
 * @property {SessionEvent} event
 * @property {string | null} changed the parameter that was edited, with the event 'edited'
 * @property {boolean} running
 * @property {null | 'diverged'} stopped
 * @property {number} step the one shown; what else is said here is of this step
 * @property {boolean} scrubbed whether that is a step of the past
 * @property {number} presentStep that training has reached, and will go on from
 * @property {number} plannedStep where training will pause, or where it last did; the charts reach that far
 * @property {number} loss
 * @property {readonly string[]} names of the parameters, in the engine's order
 * @property {Float64Array} values of the parameters, in that order
 * @property {readonly Verdict[]} verdicts one a hidden layer
 * @property {string} fingerprint '' for a step of the past that is known by its parameters only
 * @property {number | null} seed of a random start
 * @property {History} history refreshed some times a second while training, and at every event
 * @property {import('../engine/run.js').RunData} data
 * @property {number | null} stepsToRun null: until paused
 * @property {number} stepsPerSecond Infinity: as fast as it goes
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {StopConditions} stopConditions
 * @property {StopReason | null} stopReason why training stopped before its steps were over
 * @property {Snapshot | null} kept the run that this one is compared with, as it was when it was kept
 */

/** While training, the history is read this often. */
const HISTORY_MS = 64;
/** The history of a large network takes long to read: between two readings passes so many times as long. */
const HISTORY_SHARE = 20;
/** To look at a step of the past may take so many milliseconds while a slider moves, and when a single step is asked for. */
const PATIENCE = { slider: 24, step: 400 };

/**
 * @param {object} options
 * @param {Lab} options.lab
 * @param {ExperimentInput} options.experiment
 * @param {number | null} options.stepsToRun
 * @param {number} options.stepsPerSecond
 * @param {() => number} options.now milliseconds
 * @param {(callback: () => void) => void} options.requestFrame
 * @param {() => number} options.newSeed
 * @param {(snapshot: Snapshot) => void} options.onChange called at once with the first snapshot, then at every change
 */
export function createSession({ lab, experiment, stepsToRun, stepsPerSecond, now, requestFrame, newSeed, onChange }) {
  /** @type {Run} */
  let run;
  /** @type {History} */
  let history;
  /** @type {import('../engine/run.js').RunData} */
  let data;
  /** The parameters at step 0, whatever has been trained since. @type {Float64Array} */
  let startValues;
  let historyRead = -Infinity;
  let historyPause = HISTORY_MS;
  let running = false;
  let plannedStep = 0;
  /** @type {StopConditions} */
  let stopConditions = NEVER;
  /** @type {ReturnType<typeof watchFor>} */
  let watch = null;
  /** @type {StopReason | null} */
  let stopReason = null;
  /** @type {Snapshot | null} */
  let kept = null;
  const past = new Past(lab, now);
  const pace = new Pace(now);
  const ties = new TieWatch();
  /** @type {Trail<SessionEvent>} */
  const trail = new Trail();

  /**
   * Starts another experiment; where it is wrong, everything stays as it was.
   * @param {ExperimentInput} next
   * @param {SessionEvent} event
   * @param {string | null} [changed]
   * @param {number | null} [steps] to run
   */
  function start(next, event, changed = null, steps = stepsToRun) {
    // A name belongs to what was loaded; what has been changed since is something else.
    const started = lab.start(event === 'loaded' ? next : { ...next, name: '' });
    stepsToRun = steps;
    trail.add({ text: writeExperiment(started.experiment), event, changed }, now());
    show(started, event, changed);
  }

  /**
   * @param {Run} started
   * @param {SessionEvent} event
   * @param {string | null} changed
   */
  function show(started, event, changed) {
    run?.close();
    run = started;
    startValues = run.parameters();
    data = run.data();
    backAtStart();
    emit(event, changed);
  }

  function backAtStart() {
    past.leave();
    running = false;
    stopReason = null;
    plannedStep = stepsToRun ?? 0;
    ties.begin(run);
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} [changed]
   */
  function emit(event, changed = null) {
    const time = now();
    if (past.run === null && (event !== null || time - historyRead >= historyPause)) {
      history = run.history();
      historyRead = now();
      historyPause = Math.max(HISTORY_MS, HISTORY_SHARE * (historyRead - time));
    }
    onChange(snapshot(event, changed));
  }

  function shownRun() {
    return past.run ?? run;
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} changed
   * @returns {Snapshot}
   */
  function snapshot(event, changed) {
    const { init } = run.experiment;
    const shown = shownRun();
    const scrubbed = past.run !== null;
    return Object.freeze({
      experiment: run.experiment,
      event,
      changed,
      running,
      stopped: run.stopped,
      step: scrubbed ? past.step : run.step,
      scrubbed,
      presentStep: run.step,
      plannedStep,
      loss: shown.loss(),
      names: run.names,
      values: shown.parameters(),
      verdicts: judgeRun(shown),
      fingerprint: scrubbed ? past.fingerprint : run.fingerprint(),
      seed: isSeeded(init) && 'seed' in init ? Number(init.seed) : null,
      history,
      data,
      stepsToRun,
      stepsPerSecond,
      canUndo: trail.canUndo,
      canRedo: trail.canRedo,
      stopConditions,
      stopReason,
      kept,
    });
  }

  function frame() {
    if (!running) return;
    pace.frame(stepsPerSecond, plannedStep - run.step, takeSteps);
    if (stopReason !== null) plannedStep = run.step;
    if (run.stopped !== null) finish('diverged');
    else if (stopReason !== null) finish('stopped');
    else if (run.step >= plannedStep) finish('finished');
    else {
      emit(ties.look(run));
      requestFrame(frame);
    }
  }

  /**
   * @param {number} steps
   * @returns {number} how many were taken: fewer where the run stopped
   */
  function takeSteps(steps) {
    const before = run.step;
    if (watch === null) return run.train(steps).step - before;
    while (run.step - before < steps && stopReason === null && run.train(1).stopped === null) stopReason = watch();
    return run.step - before;
  }

  /** @param {SessionEvent} event */
  function finish(event) {
    running = false;
    ties.begin(run);
    emit(event);
  }

  const session = {
    /** @param {typeof onChange} next takes the place of the one that was told of changes, and is told of the state there is */
    tell(next) {
      onChange = next;
      emit('shown');
    },
    /** What the engine says of the state that is shown: plain data, for the panels that ask for it. */
    inspect: createInspect(shownRun),
    /**
     * Trains from the present step on, and pauses by itself after so many steps.
     * @param {number | null} [steps]
     */
    train(steps = stepsToRun) {
      if (running || run.stopped !== null) return;
      past.leave();
      running = true;
      stopReason = null;
      watch = watchFor(run, stopConditions);
      plannedStep = steps === null ? Infinity : run.step + steps;
      pace.begin();
      emit('started');
      requestFrame(frame);
    },
    pause() {
      if (!running) return;
      plannedStep = run.step;
      finish('paused');
    },
    step() {
      if (running || run.stopped !== null) return;
      past.leave();
      stopReason = null;
      const { stopped } = run.train(1);
      plannedStep = Math.max(plannedStep, run.step);
      finish(stopped ?? 'stepped');
    },
    /** Back to the start, to the bit. */
    reset() {
      run.reset();
      backAtStart();
      emit('reset');
    },
    /** @param {number} [seed] */
    newStart(seed = newSeed()) {
      start(withSeed(run.experiment, seed), 'changed');
    },
    /**
     * @param {ExperimentInput} next
     * @param {number | null} [steps] to run; left out: as many as before
     */
    load(next, steps) {
      start(next, 'loaded', null, steps);
    },
    /** Back to the experiment before, at its start; what is told is how that one was reached. */
    undo() {
      trail.move(-1, ({ text, event, changed }) => show(lab.start(text), event, changed));
    },
    redo() {
      trail.move(1, ({ text, event, changed }) => show(lab.start(text), event, changed));
    },
    /**
     * Gives one parameter another start and goes back there.
     * @param {string} name
     * @param {number} value
     * @param {readonly string[]} [others] parameters that get the same value
     */
    edit(name, value, others = []) {
      start(withParametersAt(run.experiment, startValues, [name, ...others], value), 'edited', name);
    },
    /** @param {ExperimentInput} next the experiment with another start, as one of the changes makes it */
    change(next) {
      start(next, 'changed');
    },
    /** @param {readonly number[]} hidden units of each hidden layer; none: no hidden layer */
    setLayers(hidden) {
      start(withLayers(run.experiment, startValues, hidden), 'changed');
    },
    /** @param {Parameters<typeof withStart>[1]} numbers every weight and bias of the start */
    setStart(numbers) {
      start(withStart(run.experiment, numbers), 'changed');
    },
    /** @param {boolean} bias */
    setBias(bias) {
      start(withBias(run.experiment, startValues, bias), 'changed');
    },
    /** @param {import('../experiment/edits.js').Choice} change */
    choose(change) {
      start(withChoice(run.experiment, startValues, change), 'changed');
    },
    /** @param {number | null} steps null: until paused */
    setStepsToRun(steps) {
      stepsToRun = steps;
      if (run.step === 0 && !running) plannedStep = steps ?? 0;
      emit(null);
    },
    /** @param {number} speed Infinity: as fast as it goes */
    setStepsPerSecond(speed) {
      stepsPerSecond = speed;
      emit(null);
    },
    /**
     * Shows a step that was, or the present one. Training pauses.
     * @param {number} step
     * @param {boolean} [isExact] whether to take the time that this very step needs, and not one near it that the history kept
     */
    look(step, isExact = false) {
      session.pause();
      const patience = isExact ? PATIENCE.step : PATIENCE.slider;
      if (step >= run.step) past.leave();
      else past.look(run, history, Math.max(step, 0), patience);
      if (past.step >= run.step) past.leave();
      emit('looked');
    },
    /**
     * Shows the step before the one shown, or after it.
     * @param {-1 | 1} direction
     */
    lookBeside(direction) {
      session.pause();
      session.look((past.run === null ? run.step : past.step) + direction, true);
    },
    /** @param {StopConditions} conditions from the next Train on */
    setStopConditions(conditions) {
      stopConditions = conditions;
      emit(null);
    },
    /** Keeps the run as it is now, in place of the one kept before, for others to be compared with. */
    keep() {
      past.leave();
      history = run.history();
      kept = Object.freeze({ ...snapshot('kept', null), kept: null });
      emit('kept');
    },
    forgetKept() {
      kept = null;
      emit('kept');
    },
    close() {
      running = false;
      past.leave();
      run.close();
    },
  };

  start(experiment, 'loaded');
  return Object.freeze(session);
}

/** @typedef {ReturnType<typeof createSession>} Session */
