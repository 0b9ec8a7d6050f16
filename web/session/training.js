/** Training the run of the session: in slices of a frame, for so many steps, until something stops it. */

import { GroupChanges } from '../ties/group-changes.js';
import { SLICE_MS } from './slices.js';
import { isSmall } from './snapshot.js';
import { StepPacing } from './step-pacing.js';
import { NEVER, watchFor } from './stop-conditions.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('./snapshot.js').SessionEvent} SessionEvent */
/** @typedef {import('./stop-conditions.js').StopConditions} StopConditions */
/** @typedef {import('./stop-conditions.js').StopReason} StopReason */

/**
 * @typedef {object} TrainingOptions
 * @property {number | null} stepsToRun null: until paused
 * @property {number} stepsPerSecond Infinity: as fast as it goes
 * @property {() => number} now milliseconds
 * @property {(callback: () => void) => void} requestFrame
 * @property {(event: SessionEvent) => void} emit tells what happened; null: a frame like any other
 */

export class Training {
  running = false;
  /** Where training will pause, or where it last did. */
  plannedStep = 0;
  /** @type {StopConditions} */
  stopConditions = NEVER;
  /** @type {StopReason | null} */
  stopReason = null;
  stepsToRun;
  stepsPerSecond;
  #pacing;
  #now;
  #requestFrame;
  #emit;
  /** @type {Run} */
  #run;
  #groups = new GroupChanges();
  /** @type {ReturnType<typeof watchFor>} */
  #watch = null;
  /** Of a run whose steps are long: what comes next, or whether it has just been looked at; milliseconds that it has still to train before the next look. */
  #isLong = false;
  /** @type {'look' | 'train'} */
  #next = 'look';
  /** Steps a second of the present training; null: as set. @type {number | null} */
  #pace = null;
  #isSeen = false;
  #owed = 0;

  /**
   * @param {Run} run
   * @param {TrainingOptions} options
   */
  constructor(run, { stepsToRun, stepsPerSecond, now, requestFrame, emit }) {
    this.#run = run;
    this.stepsToRun = stepsToRun;
    this.stepsPerSecond = stepsPerSecond;
    this.#pacing = new StepPacing(now);
    this.#now = now;
    this.#requestFrame = requestFrame;
    this.#emit = emit;
  }

  /** What a snapshot says of it. */
  get state() {
    const { running, plannedStep, stepsToRun, stepsPerSecond, stopConditions, stopReason } = this;
    return { running, plannedStep, stepsToRun, stepsPerSecond, stopConditions, stopReason };
  }

  /**
   * A run that stands at its start takes the place of the one before, or is that one.
   * @param {Run} run
   */
  beginAt(run) {
    this.#run = run;
    this.#isLong = !isSmall(run);
    this.running = false;
    this.stopReason = null;
    this.plannedStep = this.stepsToRun ?? 0;
    this.#groups.begin(run);
  }

  /** @param {number} speed Infinity: as fast as it goes */
  setStepsPerSecond(speed) {
    this.stepsPerSecond = speed;
    this.#pace = null;
  }

  /** @param {number | null} steps null: until paused */
  setStepsToRun(steps) {
    this.stepsToRun = steps;
    if (this.#run.step === 0 && !this.running) this.plannedStep = steps ?? 0;
  }

  /**
   * @param {number | null} steps null: until paused
   * @param {number | null} [pace] steps a second, of this training only; null: as set
   */
  train(steps, pace = null) {
    this.running = true;
    this.#pace = pace;
    this.stopReason = null;
    this.#watch = watchFor(this.#run, this.stopConditions);
    this.plannedStep = steps === null ? Infinity : this.#run.step + steps;
    this.#pacing.begin();
    this.#next = 'look';
    this.#emit('started');
    this.#requestFrame(this.#frame);
  }

  pause() {
    this.plannedStep = this.#run.step;
    this.#finish('paused');
  }

  step() {
    if (this.#isLong) return this.train(1);
    this.stopReason = null;
    const { stopped } = this.#run.train(1);
    this.plannedStep = Math.max(this.plannedStep, this.#run.step);
    this.#finish(stopped ?? 'stepped');
  }

  #frame = () => {
    if (!this.running) return;
    const run = this.#run;
    this.#pacing.frame(this.#pace ?? this.stepsPerSecond, this.plannedStep - run.step, this.#isLong ? this.#takePart : this.#takeSteps);
    if (this.stopReason !== null) this.plannedStep = run.step;
    if (run.stopped !== null) this.#finish('diverged');
    else if (this.stopReason !== null) this.#finish('stopped');
    else if (run.step >= this.plannedStep) this.#finish('finished');
    else {
      if (!this.#isLong || this.#isSeen) this.#emit(this.#groups.look(run));
      this.#isSeen = false;
      this.#requestFrame(this.#frame);
    }
  };

  /**
   * Goes on with a long step, or with a look at what it has led to, as far as fits into a frame.
   * @returns {number} steps that are over
   */
  #takePart = () => {
    const run = this.#run;
    const began = this.#now();
    for (let before = began, now = began; now - began < SLICE_MS; before = now) {
      const what = this.#next;
      const isDone = run.workOn(what, 1);
      now = this.#now();
      this.#owed += what === 'look' ? now - before : before - now;
      if (isDone && what === 'look') {
        this.#next = 'train';
        this.#isSeen = true;
        this.stopReason = this.#watch?.() ?? null;
        return 0;
      }
      if (!isDone) continue;
      // Looks take no more of the time than steps do.
      if (this.#owed <= 0 || this.#watch !== null) {
        this.#next = 'look';
        this.#owed = 0;
      }
      return 1;
    }
    return 0;
  };

  /**
   * @param {number} steps
   * @returns {number} how many were taken: fewer where the run stopped
   */
  #takeSteps = (steps) => {
    const run = this.#run;
    const before = run.step;
    if (this.#watch === null) return run.train(steps).step - before;
    while (run.step - before < steps && this.stopReason === null && run.train(1).stopped === null) this.stopReason = this.#watch();
    return run.step - before;
  };

  /** @param {SessionEvent} event */
  #finish(event) {
    this.running = false;
    this.#groups.begin(this.#run);
    this.#emit(event);
  }
}
