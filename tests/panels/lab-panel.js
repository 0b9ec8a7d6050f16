/** A panel of the lab as the lab makes it, on a session of its own and a document in Node. */
import { labPanels } from '../../web/panels/panels.js';
import { createLocks } from '../../web/ties/tie-edits.js';
import { freshRoot } from '../support/dom.js';
import { openSession } from '../support/session.js';
import { MESSAGES } from '../support/views.js';

/**
 * @param {import('../../web/engine/lab.js').Lab} lab
 * @param {'data' | 'ties'} name
 * @param {object} experiment
 */
export function openLabPanel(lab, name, experiment) {
  const root = freshRoot();
  const { session, last, train } = openSession(lab, { experiment: /** @type {any} */ (experiment) });
  const page = {
    lab,
    session,
    latest: last,
    attempt: (/** @type {() => void} */ wish) => (wish(), true),
    charts: {},
    locks: createLocks(),
    signal: new AbortController().signal,
  };
  const panel = labPanels(/** @type {any} */ (page), MESSAGES)[name](root);
  return { root, session, last, train, update: (/** @type {any} */ snapshot) => panel.update(snapshot) };
}
