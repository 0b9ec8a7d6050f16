/** What the session tells of itself: one immutable picture of all that is shown, and what happened to make it so. */

import { isSeeded } from '../experiment/kinds/schemes/index.js';
import { networkLayers } from '../experiment/parameters.js';
import { judgeRun, tiedLikeness } from '../ties/verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').History} History */
/** @typedef {import('../ties/verdict.js').Verdict} Verdict */
/** @typedef {import('./stop-conditions.js').StopConditions} StopConditions */
/** @typedef {import('./stop-conditions.js').StopReason} StopReason */

/**
 * What happened, for those who tell people: null for a frame of training like any other; 'shown': nothing, but others look at it now;
 * 'retuned': the learning rate or a penalty is another from the present step on.
 * @typedef {null | 'loaded' | 'changed' | 'edited' | 'retuned' | 'reset' | 'started' | 'stepped' | 'paused' | 'finished' | 'stopped' | 'diverged' | 'parted' | 'merged' | 'looked' | 'kept' | 'shown'} SessionEvent
 */

/**
 * @typedef {object} Snapshot
 * @property {Experiment} experiment
 * @property {SessionEvent} event
 * @property {string | null} changed the parameter that was edited, with the event 'edited'
 * @property {boolean} running
 * @property {boolean} working whether the loss, and what the neurons are worth, are still being worked out: the loss is NaN until then
 * @property {null | 'diverged'} stopped
 * @property {number} step the one shown; what else is said here is of this step
 * @property {boolean} scrubbed whether that is a step of the past
 * @property {number} presentStep that training has reached, and will go on from
 * @property {number} plannedStep where training will pause, or where it last did; the charts reach that far
 * @property {number} loss
 * @property {number | null} right how many examples are right at the present step; null: too many to ask, or no classes
 * @property {readonly string[]} names of the parameters, in the engine's order
 * @property {Float64Array} values of the parameters, in that order
 * @property {readonly Verdict[]} verdicts one a hidden layer
 * @property {Float64Array} startValues those at step 0
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

/** Of so many examples it is asked at each frame how many are right, where the network is small, too. */
const FEW = 500;

/** Parameters times examples of what is worked out at once: some milliseconds. */
const SMALL = 4e6;

/** Whether a step of a run, and a look at it, are over so soon that nobody waits for them. @param {Run} run */
export function isSmall({ experiment: { data, network } }) {
  const examples = 'set' in data ? data.examples : data.x.length;
  return examples * networkLayers(network).reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0) <= SMALL;
}

/**
 * @param {object} state
 * @param {Run} state.run the present one
 * @param {import('./replay.js').Replay} state.replay what is looked at, where that is not the present
 * @param {SessionEvent} state.event
 * @param {string | null} state.changed
 * @param {Pick<Snapshot, 'running' | 'plannedStep' | 'stepsToRun' | 'stepsPerSecond' | 'stopConditions' | 'stopReason'>} state.training
 * @param {Pick<Snapshot, 'startValues' | 'working' | 'history' | 'data' | 'canUndo' | 'canRedo' | 'kept'>} state.rest
 * @returns {Snapshot}
 */
export function takeSnapshot({ run, replay, event, changed, training, rest }) {
  const { init } = run.experiment;
  const shown = replay.run ?? run;
  const scrubbed = replay.run !== null;
  const { working, data } = rest;
  const share = working || data.x.length > FEW || !isSmall(run) ? null : run.solved();
  return Object.freeze({
    experiment: run.experiment,
    event,
    changed,
    stopped: run.stopped,
    step: scrubbed ? replay.step : run.step,
    scrubbed,
    presentStep: run.step,
    loss: working ? NaN : shown.loss(),
    right: share === null ? null : Math.round(share * data.x.length),
    names: run.names,
    values: shown.parameters(),
    verdicts: judgeRun(shown, working ? tiedLikeness : undefined),
    fingerprint: scrubbed ? replay.fingerprint : run.fingerprint(),
    seed: isSeeded(init) && 'seed' in init ? Number(init.seed) : null,
    ...training,
    ...rest,
  });
}
