/** The run of now: what stands on the page, how it was reached, and what is told of it at every change. It owns the engine's run. */

import { writeExperiment } from '../experiment/experiment.js';
import { HistoryReader } from './history-reader.js';
import { Replay } from './replay.js';
import { takeSnapshot } from './snapshot.js';
import { Training } from './training.js';
import { UndoTrail } from './undo-trail.js';

/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('./session.js').SessionOptions} SessionOptions */
/** @typedef {import('./snapshot.js').SessionEvent} SessionEvent */
/** @typedef {import('./snapshot.js').Snapshot} Snapshot */

export class CurrentRun {
  /** The parameters at step 0, whatever has been trained since. @type {Float64Array} */
  startValues;
  /** @type {Snapshot | null} */
  kept = null;
  onChange;
  replay;
  training;
  /** @type {UndoTrail<SessionEvent>} */
  trail = new UndoTrail();
  #lab;
  #now;
  #history;
  /** @type {Run} */
  #run;
  /** @type {import('../engine/run.js').RunData} */
  #data;

  /** @param {SessionOptions} options */
  constructor({ lab, experiment, stepsToRun, stepsPerSecond, now, requestFrame, onChange }) {
    this.#lab = lab;
    this.#now = now;
    this.onChange = onChange;
    this.#history = new HistoryReader(now);
    this.replay = new Replay(lab, now);
    this.#run = lab.start(experiment);
    this.startValues = this.#run.parameters();
    this.#data = this.#run.data();
    this.training = new Training(this.#run, {
      stepsToRun,
      stepsPerSecond,
      now,
      requestFrame,
      emit: (event) => this.emit(event),
    });
    this.#remember('loaded', null);
    this.goToStart('loaded');
  }

  get run() {
    return this.#run;
  }

  /** The run whose state is on the page. */
  get shown() {
    return this.replay.run ?? this.#run;
  }

  get history() {
    return this.#history.latest(this.#run);
  }

  /**
   * Starts another experiment; where it is wrong, everything stays as it was.
   * @param {ExperimentInput} next
   * @param {SessionEvent} event
   * @param {string | null} [changed]
   * @param {number | null} [steps] to run; left out: as many as before
   */
  start(next, event, changed = null, steps = this.training.stepsToRun) {
    // A name belongs to what was loaded; what has been changed since is something else.
    const started = this.#lab.start(event === 'loaded' ? next : { ...next, name: '' });
    this.training.stepsToRun = steps;
    this.#show(started);
    this.#remember(event, changed);
    this.goToStart(event, changed);
  }

  /** Along the experiments that were there; what is told is how that one was reached. @param {-1 | 1} direction */
  moveAlongTrail(direction) {
    this.trail.move(direction, ({ text, event, changed }) => {
      this.#show(this.#lab.start(text));
      this.goToStart(event, changed);
    });
  }

  /**
   * The run stands at its start, and nothing else is looked at.
   * @param {SessionEvent} event
   * @param {string | null} [changed]
   */
  goToStart(event, changed = null) {
    this.replay.leave();
    this.training.beginAt(this.#run);
    this.emit(event, changed);
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} [changed]
   */
  emit(event, changed = null) {
    if (this.replay.run === null) {
      if (event === null) this.#history.refresh(this.#run);
      else this.#history.read(this.#run);
    }
    this.onChange(this.#snapshot(event, changed));
  }

  /** Keeps the run as it is now, in place of the one kept before, for others to be compared with. */
  keep() {
    this.replay.leave();
    this.#history.read(this.#run);
    this.kept = Object.freeze({ ...this.#snapshot('kept', null), kept: null });
    this.emit('kept');
  }

  close() {
    this.training.running = false;
    this.replay.leave();
    this.#run.close();
  }

  /** @param {Run} started */
  #show(started) {
    this.#run.close();
    this.#run = started;
    this.startValues = started.parameters();
    this.#data = started.data();
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} changed
   */
  #remember(event, changed) {
    this.trail.add({ text: writeExperiment(this.#run.experiment), event, changed }, this.#now());
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} changed
   */
  #snapshot(event, changed) {
    const { replay, trail, kept } = this;
    const rest = { history: this.history, data: this.#data, canUndo: trail.canUndo, canRedo: trail.canRedo, kept };
    return takeSnapshot({ run: this.#run, replay, event, changed, training: this.training.state, rest });
  }
}
