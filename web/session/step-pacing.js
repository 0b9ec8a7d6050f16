/** How many steps a frame of training takes: as many as the speed asks for, and no more than fit into a slice of the frame. */

import { SLICE_MS } from './slices.js';

/** After a longer pause (a hidden page gets no frames) training goes on as if only this much time had passed. */
const LONGEST_FRAME_MS = 100;
const MOST_A_MS = 1e5;

export class StepPacing {
  #now;
  #lastFrame = 0;
  /** Steps that the speed allows by now and that were not taken yet. */
  #allowance = 0;
  #stepsPerMs = 1;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /** Training begins: its first step is due at once. */
  begin() {
    this.#lastFrame = this.#now();
    this.#allowance = 1;
  }

  /**
   * @param {number} perSecond steps; Infinity: as fast as it goes
   * @param {number} most steps
   * @param {(steps: number) => number} take takes up to so many steps and says how many; fewer: there is nothing more to take
   */
  frame(perSecond, most, take) {
    const began = this.#now();
    const elapsed = Math.min(began - this.#lastFrame, LONGEST_FRAME_MS);
    this.#allowance = perSecond === Infinity ? Infinity : this.#allowance + (perSecond * elapsed) / 1000;
    this.#lastFrame = began;
    let due = Math.min(Math.floor(this.#allowance), most);
    while (due > 0) {
      const before = this.#now();
      const portion = Math.min(due, Math.max(1, Math.floor(this.#stepsPerMs)));
      const taken = take(portion);
      const after = this.#now();
      due = taken < portion ? 0 : due - taken;
      this.#allowance -= taken;
      this.#measure(taken, after - before);
      if (after - began < SLICE_MS) continue;
      // What the machine cannot do is not owed: otherwise a slow network would run on and on after a pause.
      this.#allowance = Math.min(this.#allowance, 1);
      due = 0;
    }
  }

  /**
   * @param {number} steps
   * @param {number} ms
   */
  #measure(steps, ms) {
    this.#stepsPerMs =
      ms > 0 ? Math.max(1, Math.min(MOST_A_MS, (this.#stepsPerMs + steps / ms) / 2)) : Math.min(MOST_A_MS, this.#stepsPerMs * 2);
  }
}
