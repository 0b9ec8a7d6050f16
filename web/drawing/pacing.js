/**
 * Time is drawn. A run is played by what is seen to change, not by its steps: the clock slows where the picture moves and hurries over plateaus,
 * and a run takes some seconds whatever its length. Pure.
 */

import { activationsOf } from './forward.js';
import { featureRange, planeInputs } from './response-picture.js';

/** @typedef {import('../figures/figure.js').Recording} Recording */

/** Seconds that a run takes: the more is seen, the longer, within these. */
const SHORTEST = 3;
const LONGEST = 6;
/** How much change makes it longer by one second; a neuron whose answers turn around altogether changes by 1. */
const CHANGE_A_SECOND = 1.2;
/** The part of the time that steps get for being steps, so that a plateau passes quickly and is still seen to pass. */
const STEADY = 0.3;
/** Places along each side of the plane where a picture's change is looked at. */
const PROBES = 6;

/**
 * How much the picture changes from each moment to the next: what neurons and outputs answer, over the plane of the examples.
 * @param {Recording} recording
 * @returns {number[]} one less than there are moments
 */
export function visibleChanges({ experiment: { network }, data: { x }, moments }) {
  const rows = network.inputs === 2 ? planeInputs({ x: featureRange(x, 0), y: featureRange(x, 1), size: PROBES }) : x.slice(0, PROBES ** 2);
  const answers = moments.map(({ parameters }) => activationsOf(network, parameters, rows).flat());
  return answers.slice(1).map((now, at) => {
    const before = answers[at];
    return (
      now.reduce((sum, values, unit) => sum + values.reduce((all, value, row) => all + Math.abs(value - before[unit][row]), 0), 0) /
      rows.length
    );
  });
}

/**
 * @param {Pick<Recording, 'moments'>} recording
 * @param {readonly number[]} changes from each moment to the next
 * @returns {{ seconds: number, momentAt: (seconds: number) => number }} how long the run is played, and the index of the moment at a time
 */
export function paceOf({ moments }, changes) {
  const total = changes.reduce((sum, change) => sum + change, 0);
  const steps = moments[moments.length - 1].step - moments[0].step;
  const seconds = Math.min(LONGEST, SHORTEST + total / CHANGE_A_SECOND);
  /** When each moment is due, as a part of the whole. */
  const due = [0];
  changes.forEach((change, at) => {
    const steady = steps === 0 ? 0 : (moments[at + 1].step - moments[at].step) / steps;
    due.push(due[at] + (total === 0 ? steady : STEADY * steady + (1 - STEADY) * (change / total)));
  });
  return {
    seconds,
    momentAt(time) {
      const part = Math.max(0, time) / seconds;
      if (part >= 1) return moments.length - 1;
      let low = 0;
      let high = due.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (due[middle] <= part) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/**
 * The moments that stand for a run where nothing may move: its start, the one halfway through what is seen to change, its end.
 * @param {Pick<Recording, 'moments'>} recording
 * @param {readonly number[]} changes
 * @returns {[number, number, number]} indices
 */
export function stillMoments(recording, changes) {
  const { seconds, momentAt } = paceOf(recording, changes);
  return [0, momentAt(seconds / 2), recording.moments.length - 1];
}
