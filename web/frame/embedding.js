/**
 * The page in a frame talks with the page around it, which it obeys and tells what happens. What the messages look like is in frame/messages.js, who may
 * be talked with in frame/parent-page.js. Loaded only in a frame.
 */

import { isForUs, isResizer, message, readCommand, readId, resizeMessages, stateOf, stepOf } from './messages.js';
import { EngineError, ExperimentError } from '../base/errors.js';
import { createThrottle } from '../base/throttle.js';
import { holdsChapter } from '../lesson/first-view.js';
import { languageFor, LANGUAGE_IDS } from '../messages/languages.js';
import { createDeviceMemory } from '../ui/device-memory.js';
import { pageAddress } from '../ui/page-address.js';
import { watchKeys } from './keys.js';
import { growFrame, openSurroundings, watchHeight } from './parent-page.js';
import { createProgress } from './progress.js';
import { createSplice } from './splice.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('./messages.js').Command} Command */

/** No more than so often: states, steps, heights. */
const INTERVAL_MS = 100;

/**
 * @param {object} options
 * @param {import('../session/session.js').Session} options.session
 * @param {Snapshot} options.first what the page shows now
 * @param {() => import('../messages/en/embed.js').EmbedMessages['errors']} options.sentences in the language that the page has now
 * @param {readonly string[]} options.only the chapters that there are; none: all
 * @param {{ named: string | null, isUnknown: boolean }} options.parent the origin of the page around the frame, as the address names it
 * @param {() => boolean} options.isSeen
 * @param {() => import('./apply-address-keys.js').Page} options.page as it is filled now
 */
export async function startEmbedding({ session, first, sentences, only, parent, isSeen, page }) {
  const own = holdsChapter() ? await ownChapter() : null;
  let latest = first;
  let isOnSlide = true;
  let tellHeightAgain = () => {};
  const { tell, tellAnyone } = openSurroundings({ ...parent, onMessage: obey });
  /** @template T @param {(value: T) => void} action */
  const seldom = (action) => createThrottle({ interval: INTERVAL_MS, now: () => performance.now(), later: setTimeout, tell: action });
  // What is told later is what is there by then: an answer may have said more than what waited.
  const tellState = seldom(() => tell(message('state', stateOf(latest))));
  const tellStep = seldom(() => tell(message('step', stepOf(latest))));
  const progress = createProgress({ memoryOf: createDeviceMemory, only, own });
  const progressNow = () => progress.tell(page().chapter());
  const toldNow = () => JSON.stringify(progressNow());
  let told = toldNow();
  const splice = createSplice({
    tell,
    progress: progressNow,
    isScored: progress.isScored,
    restore: (given) => void page().resume(progress.restore(given)).then(tellIfNew),
    newId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
  });
  watchKeys((key) => tellAnyone(message('key', { key })));

  /** @param {unknown} data */
  async function obey(data) {
    if (data === 'slide:start' || data === 'slide:stop') return onSlide(data === 'slide:start');
    if (isResizer(data)) return tellHeightAgain();
    if (!isForUs(data)) return void splice.hear(data);
    const id = readId(data);
    try {
      const command = readCommand(data);
      const done = carryOut(command);
      // What must be loaded first is answered when it is there; all else at once.
      if (done !== undefined) await done;
      if (command.type === 'set-progress') told = toldNow();
      const isProgress = command.type === 'get-progress' || command.type === 'set-progress';
      tell(isProgress ? message('progress', progressNow(), id) : message('state', stateOf(latest), id));
    } catch (error) {
      if (!(error instanceof ExperimentError || error instanceof EngineError || error instanceof Refusal)) throw error;
      tell(message('error', { sentence: error.message }, id));
    }
  }

  /** What reveal.js tells its frames. A slide that is left stays where it was, unseen, and no browser says so. @param {boolean} isShown */
  function onSlide(isShown) {
    isOnSlide = isShown;
    if (!isShown) page().pause();
  }

  /** At once, and not seldom: whoever answers may close the window next. */
  function tellIfNew() {
    const now = toldNow();
    if (now === told) return;
    told = now;
    tell(message('progress', progressNow()));
    splice.report();
  }

  /** @param {Command} command @returns {Promise<void> | void} */
  function carryOut(command) {
    switch (command.type) {
      case 'get-state':
      case 'get-progress':
        return;
      case 'set-state':
        if (command.experiment !== null) session.load(command.experiment, command.steps);
        else session.setStepsToRun(command.steps ?? null);
        return;
      case 'run':
        if (!isSeen() || !isOnSlide) throw new Refusal(sentences().unseen);
        if (latest.stopped !== null) throw new Refusal(sentences().diverged);
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
        return goTo(command);
      case 'set-progress':
        return page().resume(progress.restore(command.progress));
      case 'theme':
        return page().paint(command.theme);
      case 'lang':
        return speak(command.lang);
    }
  }

  /** @param {string} tag */
  async function speak(tag) {
    const language = languageFor(tag);
    if (language === undefined) throw new Refusal(sentences().noLanguage(LANGUAGE_IDS));
    if (language === page().languageId) return;
    await page().speak(language);
    if (page().languageId !== language) throw new Refusal(sentences().languageFailed);
  }

  /** @param {Extract<Command, { type: 'goto' }>} command */
  function goTo(command) {
    if ('lesson' in command) {
      if (!page().openLesson(command.lesson)) throw new Refusal(only.length > 0 ? sentences().noChapter : sentences().noLesson);
      return;
    }
    session.pause();
    if (command.step > latest.presentStep) throw new Refusal(sentences().notReached(latest.presentStep));
    session.look(command.step, true);
  }

  // A task is a part of the page that is loaded only where there is one; it tells the window.
  addEventListener('twin-neurons-task', (event) => tell(message('task', /** @type {CustomEvent<object>} */ (event).detail)));

  return {
    /** The page can be used now. */
    ready() {
      tellAnyone(message('ready'));
      splice.begin();
      const tellHeight = seldom((/** @type {number} */ height) => {
        growFrame(height);
        resizeMessages(height).forEach(tellAnyone);
      });
      tellHeightAgain = watchHeight(tellHeight);
    },
    /** @param {Snapshot} snapshot every one */
    update(snapshot) {
      const isElsewhere = snapshot.step !== latest.step;
      latest = snapshot;
      if (isElsewhere) tellStep(undefined);
      if (snapshot.event !== null) tellState(undefined);
    },
    /** A student has committed to an answer in the lesson. @param {import('./apply-address-keys.js').Answer} answer */
    predict({ kind, ...prediction }) {
      const { question, choice, right } = prediction;
      tell(message('predict', prediction));
      const told = progressNow().all.find(({ chapter }) => chapter === question);
      const attempt = kind === 'guess' ? 1 : (told?.answers.length ?? 1);
      tell(message('answer', { chapter: question, question: kind, choice, right, attempt }));
      splice.event(question, 'answer', { question: kind, choice, right, attempt });
    },
    /** A student has come further, or to another place. */
    progress: tellIfNew,
  };
}

/** The teacher's chapter that the address has; null where its link is damaged, which the page says. */
async function ownChapter() {
  const { chapterOfAddress } = await import('../lesson/own/chapter-link.js');
  try {
    const { own, chapter } = chapterOfAddress(pageAddress().hash);
    return { chapter, title: own.title };
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return null;
  }
}

/** A command that is understood and cannot be carried out now. */
class Refusal extends Error {}
