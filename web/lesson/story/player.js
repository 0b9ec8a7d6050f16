/** Plays recorded runs: which moment is due, frame by frame, at the pace of what changes. Time and frames come in from outside. */

import { paceOf, visibleChanges } from '../../drawing/pacing.js';

/** @typedef {import('../../figures/figure.js').Recording} Recording */

/** How often, per second of playing, the clock may look: a frame that comes late jumps no further than this. */
const LONGEST_FRAME_S = 0.1;

/**
 * One pace for runs that are played together: slow where any of them changes.
 * @param {readonly Recording[]} recordings
 */
export function commonPace(recordings) {
  const longest = recordings.reduce((most, each) => (each.moments.length > most.moments.length ? each : most));
  const all = recordings.map(visibleChanges);
  return paceOf(
    longest,
    longest.moments.slice(1).map((_, at) => all.reduce((sum, changes) => sum + (changes[at] ?? 0), 0)),
  );
}

/**
 * @param {object} options
 * @param {() => number} options.now milliseconds
 * @param {(callback: () => void) => void} options.requestFrame
 */
export function createPlayer({ now, requestFrame }) {
  /** The playing that goes on; another one, or none, ends it. @type {object | null} */
  let playing = null;
  return {
    isPlaying: () => playing !== null,
    /**
     * @param {ReturnType<typeof paceOf>} pace
     * @param {{ onMoment: (index: number) => void, onEnd: () => void }} on
     */
    play({ seconds, momentAt }, { onMoment, onEnd }) {
      const mine = {};
      playing = mine;
      let time = 0;
      let before = now();
      const frame = () => {
        if (playing !== mine) return;
        const present = now();
        time += Math.min(LONGEST_FRAME_S, (present - before) / 1000);
        before = present;
        onMoment(momentAt(time));
        if (time < seconds) return requestFrame(frame);
        playing = null;
        onEnd();
      };
      requestFrame(frame);
    },
    stop() {
      playing = null;
    },
  };
}
