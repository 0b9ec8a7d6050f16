/** A session on the real engine, with a clock and frames of the tests' own. */
import assert from 'node:assert/strict';
import { PRESETS } from '../../web/experiment/presets.js';
import { createSession } from '../../web/session/session.js';

/** @typedef {import('../../web/session/snapshot.js').Snapshot} Snapshot */
/** @typedef {Parameters<typeof createSession>[0]} SessionOptions */

/**
 * The experiment of a preset.
 * @param {string} wanted
 */
export function presetOf(wanted) {
  const found = PRESETS.find(({ id }) => id === wanted);
  assert.ok(found, wanted);
  return found.experiment;
}

/**
 * A session that trains the tied preset as fast as it goes, if nothing else is said.
 * @param {import('../../web/engine/lab.js').Lab} lab
 * @param {Partial<SessionOptions> & { tick?: number }} [options] tick: milliseconds that pass between two looks at the clock
 */
export function openSession(lab, { tick = 0.01, ...options } = {}) {
  /** @type {Snapshot[]} */
  const snapshots = [];
  /** @type {(() => void)[]} */
  const frames = [];
  let time = 0;
  const session = createSession({
    lab,
    experiment: presetOf('tied'),
    stepsToRun: 2000,
    stepsPerSecond: Infinity,
    now: () => (time += tick),
    requestFrame: (callback) => frames.push(callback),
    newSeed: () => 7,
    onChange: (snapshot) => snapshots.push(snapshot),
    ...options,
  });
  const runToEnd = () => {
    for (; frames.length > 0; time += 16) frames.splice(0).forEach((callback) => callback());
  };
  return {
    session,
    snapshots,
    last: () => snapshots[snapshots.length - 1],
    /**
     * Lets some time pass, and then a frame come.
     * @param {number} [ms]
     */
    frame(ms = 16) {
      time += ms;
      frames.splice(0).forEach((callback) => callback());
    },
    runToEnd,
    /**
     * Trains until the session pauses by itself.
     * @param {number} [steps]
     */
    train(steps) {
      session.train(steps);
      runToEnd();
    },
  };
}
