/** The views of the page: who is told of a change and when, and what is shown of a wish that cannot be met. */

import { EngineError, ExperimentError } from '../base/errors.js';
import { setReason } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {{ update: (snapshot: Snapshot) => void, isShown?: () => boolean }} View isShown: left out where it always is */

/** @param {HTMLElement} refusal where the page says why a wish was not met */
export function createViews(refusal) {
  /** @type {Snapshot} */
  let latest;
  /** @type {View[]} */
  const views = [];
  /** @type {View[]} */
  const everyFrame = [];
  /** @type {View[]} */
  const turns = [];
  let turn = 0;

  /** @param {unknown} reason a sentence, or an error that has one */
  const refuse = (reason) => {
    setReason(refusal, reason);
    refusal.hidden = false;
  };

  return {
    latest: () => latest,
    /** Told of every change, but not of frames of training. @param {readonly View[]} more */
    add(more) {
      views.push(...more);
    },
    /** Told of frames of training, too. @param {View} view */
    addToFrames(view) {
      everyFrame.push(view);
      views.push(view);
    },
    /** Views of what training changes: while it runs they take turns, one a frame, since each takes a good part of it. @param {readonly View[]} more */
    addInTurns(more) {
      turns.push(...more);
      views.push(...more);
    },
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const isFrame = snapshot.event === null && snapshot.running;
      const shown = turns.filter((view) => view.isShown?.() ?? true);
      turn = (turn + 1) % shown.length;
      for (const view of isFrame ? [...everyFrame, shown[turn]] : views) view.update(snapshot);
    },
    refuse,
    /**
     * Does what somebody asked for. Where that makes no experiment, says why and shows again what is in force.
     * @param {() => void} wish
     * @returns {boolean} whether it was done
     */
    attempt(wish) {
      try {
        wish();
        refusal.hidden = true;
        return true;
      } catch (error) {
        if (!(error instanceof ExperimentError || error instanceof EngineError)) throw error;
        refuse(error);
        for (const view of latest === undefined ? [] : views) view.update(latest);
        return false;
      }
    },
  };
}
