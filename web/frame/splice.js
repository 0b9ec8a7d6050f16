/**
 * The same of a student's progress in the words of SPLICE (cssplice.org), which Runestone, PreTeXt, Doenet and OpenDSA speak with their frames: the state
 * is asked for when the page opens, and told with a score from 0 to 1 when it has changed. What comes back is checked like any input.
 */

import { isObject } from '../base/checks.js';
import { ExperimentError } from '../base/errors.js';
import { MESSAGES_VERSION } from './messages.js';
import { readProgress } from './progress.js';

/** @typedef {ReturnType<ReturnType<typeof import('./progress.js').createProgress>['tell']>} AllProgress */

const FULL_SCORE = 100;
/** A state that is longer is none of ours. */
const LONGEST_STATE = 100_000;

/**
 * One score for all chapters that are shown: the mean of those that are scored; where none is, the share of those that are done.
 * @param {AllProgress['all']} all
 * @param {(chapter: string) => boolean} isScored
 * @returns {number} from 0 to 1
 */
export function spliceScore(all, isScored) {
  const scored = all.filter(({ chapter }) => isScored(chapter));
  const parts = scored.length > 0 ? scored.map(({ score }) => (score ?? 0) / FULL_SCORE) : all.map(({ done }) => Number(done));
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/**
 * @param {object} options
 * @param {(message: object) => void} options.tell
 * @param {() => AllProgress} options.progress
 * @param {(chapter: string) => boolean} options.isScored whether a chapter asks what was learned
 * @param {(given: import('./progress.js').GivenProgress) => void} options.restore
 * @param {() => string} options.newId of a message
 */
export function createSplice({ tell, progress, isScored, restore, newId }) {
  /** What the state was asked for with, until it is answered. @type {string | null} */
  let asked = null;
  /** @param {string} subject @param {object} fields */
  const say = (subject, fields) => {
    const message_id = newId();
    tell({ subject, message_id, ...fields });
    return message_id;
  };
  return {
    /** Asks for what was told before. */
    begin() {
      asked = say('SPLICE.getState', {});
    },
    /**
     * @param {unknown} data of a message from the page around
     * @returns {boolean} whether a state was taken up
     */
    hear(data) {
      if (!isObject(data) || data.subject !== 'SPLICE.getState.response' || asked === null || data.message_id !== asked) return false;
      const state = stateIn(data.state);
      // A refusal, or nothing that was kept: another answer may come.
      if (state === null) return false;
      asked = null;
      restore(state);
      return true;
    },
    report() {
      const { chapter, all } = progress();
      say('SPLICE.reportScoreAndState', {
        score: spliceScore(all, isScored),
        state: { twinNeurons: MESSAGES_VERSION, progress: { chapter, all } },
      });
    },
    /** @param {string} location the chapter @param {string} name @param {object} data */
    event: (location, name, data) => void say('SPLICE.sendEvent', { location, name, data }),
  };
}

/** @param {unknown} given as it was told, or its JSON: some keep a text @returns {import('./progress.js').GivenProgress | null} */
function stateIn(given) {
  try {
    const state = typeof given === 'string' && given.length <= LONGEST_STATE ? JSON.parse(given) : given;
    if (!isObject(state) || state.twinNeurons !== MESSAGES_VERSION) return null;
    return readProgress(state.progress, 'state.progress');
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ExperimentError) return null;
    throw error;
  }
}
