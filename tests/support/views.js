/** What views are given in tests: all words in English, and snapshots of sessions on the real engine. */
import { createDataWords } from '../../web/page/data-words.js';
import { chainMessages } from '../../web/messages/en/chain.js';
import { labMessages } from '../../web/messages/en/lab.js';
import { messages as pageMessages } from '../../web/messages/en/page.js';
import { openSession } from './session.js';

export const MESSAGES = { ...pageMessages, ...labMessages };
export const CHAIN_MESSAGES = chainMessages;

/**
 * What the page shows of an experiment after some steps: a snapshot that its views would get.
 * @param {import('../../web/engine/lab.js').Lab} lab
 * @param {object} experiment
 * @param {{ steps?: number, event?: import('../../web/session/snapshot.js').SessionEvent }} [options]
 * @returns {import('../../web/session/snapshot.js').Snapshot}
 */
export function snapshotOf(lab, experiment, { steps = 0, event } = {}) {
  const { session, last, train } = openSession(lab, { experiment: /** @type {any} */ (experiment) });
  if (steps > 0) train(steps);
  const snapshot = createDataWords(pageMessages.dataWords)(last());
  session.close();
  return event === undefined ? snapshot : { ...snapshot, event };
}
