/**
 * The page in a frame: its link to the whole page, and its talk with the page around it, which it obeys and tells what happens. What the
 * messages look like is in frame/messages.js, who may be talked with in frame/parent-page.js. Loaded only in a frame, or where the
 * address asks for something that there is not.
 */

import { isForUs, message, readCommand, readId, resizeMessages, stateOf, stepOf } from './messages.js';
import { EngineError, ExperimentError } from '../base/errors.js';
import { createThrottle } from '../base/throttle.js';
import { byId } from '../ui/dom.js';
import { showNotices } from './notices.js';
import { openSurroundings, watchHeight } from './parent-page.js';
import { createWholePageLink } from './whole-page-link.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('./messages.js').Command} Command */

/** No more than so often: states, steps, heights. */
const INTERVAL_MS = 100;

/**
 * @param {object} options
 * @param {ReturnType<typeof import('../base/address-keys.js').readPresentation>} options.asked what the address asks for, and what of it cannot be understood
 * @param {import('../messages/en/embed.js').EmbedMessages} options.messages
 * @param {readonly string[]} options.presets those there are
 * @param {() => string} options.link to what is shown now; throws where that is too large for a link
 */
export function showPresented({ asked, messages, presets, link }) {
  showNotices(asked, { messages, presets });
  if (asked.presentation.embed) createWholePageLink(byId('whole-page'), { messages, link });
}

/**
 * @param {object} options
 * @param {import('../session/session.js').Session} options.session
 * @param {Snapshot} options.first what the page shows now
 * @param {import('../messages/en/embed.js').EmbedMessages['errors']} options.sentences
 * @param {{ named: string | null, isUnknown: boolean }} options.parent the origin of the page around the frame, as the address names it
 * @param {() => boolean} options.isSeen
 * @param {((lesson: number | string) => boolean) | null} options.openLesson whether there is such a question; null: there is no lesson
 */
export function startEmbedding({ session, first, sentences, parent, isSeen, openLesson }) {
  let latest = first;
  const { tell, tellAnyone } = openSurroundings({ ...parent, onMessage: obey });
  /** @template T @param {(value: T) => void} action */
  const seldom = (action) => createThrottle({ interval: INTERVAL_MS, now: () => performance.now(), later: setTimeout, tell: action });
  const tellState = seldom((/** @type {Snapshot} */ snapshot) => tell(message('state', stateOf(snapshot))));
  const tellStep = seldom((/** @type {Snapshot} */ snapshot) => tell(message('step', stepOf(snapshot))));

  /** @param {unknown} data */
  function obey(data) {
    if (!isForUs(data)) return;
    const id = readId(data);
    try {
      carryOut(readCommand(data));
      tell(message('state', stateOf(latest), id));
    } catch (error) {
      if (!(error instanceof ExperimentError || error instanceof EngineError || error instanceof Refusal)) throw error;
      tell(message('error', { sentence: error.message }, id));
    }
  }

  /** @param {Command} command */
  function carryOut(command) {
    switch (command.type) {
      case 'get-state':
        return;
      case 'set-state':
        session.load(command.experiment, command.steps);
        return;
      case 'run':
        if (!isSeen()) throw new Refusal(sentences.unseen);
        if (latest.stopped !== null) throw new Refusal(sentences.diverged);
        session.pause();
        session.train(command.steps);
        return;
      case 'pause':
        session.pause();
        return;
      case 'reset':
        session.reset();
        return;
      case 'goto':
        goTo(command);
    }
  }

  /** @param {Extract<Command, { type: 'goto' }>} command */
  function goTo(command) {
    if ('lesson' in command) {
      if (openLesson?.(command.lesson) !== true) throw new Refusal(sentences.noLesson);
      return;
    }
    session.pause();
    if (command.step > latest.presentStep) throw new Refusal(sentences.notReached(latest.presentStep));
    session.look(command.step, true);
  }

  // A task is a part of the page that is loaded only where there is one; it tells the window.
  addEventListener('twin-neurons-task', (event) => tell(message('task', /** @type {CustomEvent<object>} */ (event).detail)));

  return {
    /** The page can be used now. */
    ready() {
      tellAnyone(message('ready'));
      watchHeight(seldom((/** @type {number} */ height) => resizeMessages(height).forEach(tellAnyone)));
    },
    /** @param {Snapshot} snapshot every one */
    update(snapshot) {
      if (snapshot.step !== latest.step) tellStep(snapshot);
      latest = snapshot;
      if (snapshot.event !== null) tellState(snapshot);
    },
    /** @param {object} prediction that a student has made in the lesson */
    predict: (prediction) => tell(message('predict', prediction)),
  };
}

/** A command that is understood and cannot be carried out now. */
class Refusal extends Error {}
