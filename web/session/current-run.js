/** The run of now: what stands on the page, how it was reached, and what is told of it at every change. It owns the engine's run. */

import { trainingFrom } from '../experiment/schedule.js';
import { HistoryReader } from './history-reader.js';
import { Replay } from './replay.js';
import { SLICE_MS } from './slices.js';
import { isSmall, takeSnapshot } from './snapshot.js';
import { Training } from './training.js';
import { UndoTrail } from './undo-trail.js';

/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('./session.js').SessionOptions} SessionOptions */
/** @typedef {import('./snapshot.js').SessionEvent} SessionEvent */
/** @typedef {import('./snapshot.js').Snapshot} Snapshot */

const ALL = 2 ** 31 - 1;

export class CurrentRun {
  /** The parameters at step 0, whatever has been trained since. @type {Float64Array} */
  startValues;
  /** @type {Snapshot | null} */
  kept = null;
  /** What happened, while it is worked out what to say of it. @type {{ event: SessionEvent, changed: string | null } | null} */
  waiting = null;
  onChange;
  replay;
  training;
  /** @type {UndoTrail<SessionEvent>} */
  trail = new UndoTrail();
  #lab;
  #now;
  #requestFrame;
  #history;
  /** @type {Run} */
  #run;
  /** @type {import('../engine/run.js').RunData} */
  #data;

  /** @param {SessionOptions} options */
  constructor({ lab, experiment, stepsToRun, stepsPerSecond, now, requestFrame, onChange }) {
    this.#lab = lab;
    this.#now = now;
    this.#requestFrame = requestFrame;
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

  /**
   * Another learning rate or penalty from the present step on; for all of the run at its start, where one that has diverged goes back to.
   * @param {import('../experiment/schedule.js').Change} change
   */
  tune(change) {
    const run = this.#run;
    const step = run.stopped === null ? run.step : 0;
    const next = { ...run.experiment, training: trainingFrom(run.experiment.training, step, change) };
    if (step === 0) return this.start(next, 'changed');
    // Where not every experiment may be started, this one is asked for as well.
    this.#lab.start(next).close();
    run.change(change);
    this.replay.leave();
    this.#remember('retuned', Object.keys(change).join());
    this.emit('retuned');
  }

  /** Along the experiments that were there; what is told is how that one was reached. @param {-1 | 1} direction */
  moveAlongTrail(direction) {
    this.trail.move(direction, ({ experiment, event, changed }) => {
      this.#show(this.#lab.start(experiment));
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
    const working = !this.#workOn(isSmall(this.#run) ? ALL : 0);
    const { waiting } = this;
    if (this.replay.run === null) {
      if (working) this.#history.meanwhile(this.#run);
      else if (event === null && waiting === null) this.#history.refresh(this.#run);
      else this.#history.read(this.#run);
    }
    // What happened is told when all can be said of it, but before what happens next.
    if (waiting !== null && event !== null) this.onChange(this.#snapshot(waiting.event, waiting.changed, working));
    const told = event === null && waiting !== null ? waiting : { event, changed };
    this.waiting = working && told.event !== null ? told : null;
    this.onChange(working ? this.#snapshot(null, null, working) : this.#snapshot(told.event, told.changed, working));
    if (this.waiting !== null) this.#requestFrame(this.#lookOn);
  }

  /**
   * A look at the run that is shown; at rest with its gradient, which panels ask for. While a large one trains, that would be twice the work.
   * @param {number} examples
   */
  #workOn(examples) {
    return this.shown.workOn('look', examples) && (isSmall(this.#run) || this.training.running || this.shown.workOn('gradient', examples));
  }

  /** Works on what is to be told, a slice of a frame at a time. */
  #lookOn = () => {
    // Training looks by itself.
    if (this.waiting === null || this.training.running) return;
    const until = this.#now() + SLICE_MS;
    let isDone = false;
    while (!isDone && this.#now() < until) isDone = this.#workOn(1);
    if (isDone) this.emit(null);
    else this.#requestFrame(this.#lookOn);
  };

  /** Keeps the run as it is now, in place of the one kept before, for others to be compared with. */
  keep() {
    this.replay.leave();
    this.#history.read(this.#run);
    this.kept = Object.freeze({ ...this.#snapshot('kept', null, false), kept: null });
    this.emit('kept');
  }

  close() {
    this.training.running = false;
    this.waiting = null;
    this.replay.leave();
    this.#run.close();
  }

  /** @param {Run} started */
  #show(started) {
    const [before, { data }] = [this.#run.experiment.data, started.experiment];
    this.#run.close();
    this.#run = started;
    this.startValues = started.parameters();
    // Twenty thousand examples take a while to be read again; those of one's own are in the experiment.
    const asTheyAre = (/** @type {string} */ name) => ({ name, unit: '', offset: 0, scale: 1 });
    if (!('set' in data)) this.#data = /** @type {any} */ ({ ...data, display: data.features.map(asTheyAre) });
    else if (JSON.stringify(data) !== JSON.stringify('set' in before && before)) this.#data = started.data();
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} changed
   */
  #remember(event, changed) {
    this.trail.add({ experiment: this.#run.experiment, event, changed }, this.#now());
  }

  /**
   * @param {SessionEvent} event
   * @param {string | null} changed
   * @param {boolean} working
   */
  #snapshot(event, changed, working) {
    const { replay, trail, kept } = this;
    const rest = {
      startValues: this.startValues,
      working,
      history: this.history,
      data: this.#data,
      canUndo: trail.canUndo,
      canRedo: trail.canRedo,
      kept,
    };
    return takeSnapshot({ run: this.#run, replay, event, changed, training: this.training.state, rest });
  }
}
