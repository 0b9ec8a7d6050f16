/** The page: opens the engine, makes the session and the views, and carries snapshots to the views and wishes to the session. */

import { createDataWords } from './page/data-words.js';
import { openLab } from './engine/engine.js';
import { EngineError } from './base/errors.js';
import { speakNumbers } from './base/format.js';
import { chapterOf, createLessonLoader, firstView, lessonParts } from './lesson/loader.js';
import { LANGUAGES, LANGUAGE_IDS, chooseLanguage } from './messages/languages.js';
import { PRESENTATION_VERSION } from './base/address-keys.js';
import { createPresenting } from './frame/apply-address-keys.js';
import { DEFAULT_STEPS_TO_RUN } from './experiment/presets.js';
import { createSession } from './session/session.js';
import { createLocks } from './ties/tie-edits.js';
import { createAddressBar, linkTo, showLanguage, wholePage } from './page/address-bar.js';
import { createDeviceMemory } from './ui/device-memory.js';
import { byId, setText } from './ui/dom.js';
import { createLabPanels } from './panels/lab-panels.js';
import { createLabViews } from './page/lab-views.js';
import { createLanguageChoice } from './page/language-choice.js';
import { refuseStrayDrops } from './ui/file-drops.js';
import { laterStyles } from './ui/load-styles.js';
import { pageAddress } from './ui/page-address.js';
import { createPageFoot } from './page/foot/page-foot.js';
import { writePageTexts } from './page/page-texts.js';
import { preparePrinting } from './page/styles/printing.js';
import { createThemeButton } from './page/theme.js';
import { createViews } from './page/views.js';
import { createViewSwitch } from './page/view-switch.js';

/** @typedef {import('./session/session.js').Snapshot} Snapshot */
/** @typedef {import('./session/session.js').Session} Session */
/** @typedef {import('./engine/lab.js').Lab} Lab */
/** @typedef {import('./messages/en/page.js').Messages} Messages */
/** @typedef {import('./messages/languages.js').LanguageId} LanguageId */
/** @typedef {import('./page/view-switch.js').PageView} PageView */
/** @typedef {{ id: LanguageId, messages: Messages }} PageLanguage */
/** @typedef {{ session: Session, locks: ReturnType<typeof createLocks>, unfolded: readonly string[], view: PageView }} Former what goes on when the page changes its language */

const DEFAULT_STEPS_PER_SECOND = 1000;
/** Seeds that the page draws are short enough to be read out. */
const SEEDS = 10000;

const presenting = createPresenting();
const { presentation } = presenting;
const { embed, hide } = presentation;
const languageMemory = createDeviceMemory('twin-neurons-language');
const viewMemory = createDeviceMemory('twin-neurons-view');
const lessonMemory = createDeviceMemory('twin-neurons-lesson');
/** The body as index.html made it: with it begins the page in another language, too. */
const blank = document.body.cloneNode(true);

/**
 * Fills the page, once for each language that it is shown in.
 * @param {Lab} lab
 * @param {PageLanguage} language
 * @param {Former | null} former
 */
function startPage(lab, { id: languageId, messages }, former) {
  speakNumbers(messages.locale);
  /** @type {Session} */
  let session;
  const leaving = new AbortController();
  const views = createViews(byId('refusal'));
  const { latest, attempt } = views;
  const { signal } = leaving;
  const page = { lab, messages, locks: former?.locks ?? createLocks(), signal, session: () => session, latest, attempt };

  const language = createLanguageChoice(byId('language'), {
    messages,
    languages: LANGUAGE_IDS.map((id) => ({ id, name: LANGUAGES[id].name })),
    chosen: languageId,
    onChoose: (id) => changeLanguage(lab, id, leave),
  });
  const lesson = createLessonLoader(byId('lesson'), {
    languageId,
    failed: messages.lessonFailed,
    page: () => ({
      lab,
      session,
      latest,
      attempt,
      messages,
      memory: lessonMemory,
      loadHighlight: panels.loadHighlight,
      signal,
      openPanel: panels.open,
      focusTrain: controls.focus,
      onGuess: presenting.predict,
      asked: former === null ? chapterOf(presentation) : null,
      isFree: former === null && presentation.preset === null && pageAddress().hash === '',
    }),
    onLoaded: (made) => views.addInTurns([{ ...made, isShown: () => viewSwitch.view() === 'lesson' }]),
  });
  const viewSwitch = createViewSwitch(byId('view-switch'), {
    messages,
    memory: viewMemory,
    view: former?.view ?? firstView(presentation, viewMemory.recall()),
    onChange: lesson.show,
  });
  createThemeButton(byId('theme'), { messages, isForced: presentation.theme !== null, signal, onChange: () => charts.recolor(latest()) });
  const labViews = createLabViews(page, showLink);
  const { network, controls, charts, verdict, foot, time } = labViews;
  const address = createAddressBar({ signal, onFollow: () => attempt(() => follow(address.read())) });
  const panels = createLabPanels(page, {
    languageId,
    embed,
    hide,
    unfolded: former?.unfolded,
    shared: { charts, follow, ownData: labViews.ownData, focusTrain: controls.focus },
  });
  views.add([labViews.presets, labViews.undo, address, labViews.setup, labViews.examples]);
  views.addToFrames(controls);
  // What is hidden costs no time.
  if (!hide.includes('network')) views.addInTurns([network]);
  if (!hide.includes('chart')) views.addInTurns(charts.panels);
  views.addInTurns([{ update: (snapshot) => [verdict, foot, time].forEach((view) => view.update(snapshot)) }, ...panels.views]);

  /** @param {ReturnType<typeof address.read>} link null: there is none */
  function follow(link) {
    if (link !== null) session.load(link.experiment, link.steps ?? undefined);
  }

  /** The link where it can be copied by hand. */
  async function showLink() {
    if (hide.includes('lab')) return;
    await panels.open('keep');
    byId('link').focus();
  }

  /** @param {number | 'teachers'} chapter @returns {boolean} whether there is such a chapter, and a lesson to show it in */
  function openLesson(chapter) {
    if (hide.includes('lesson') || !lesson.goTo(chapter)) return false;
    viewSwitch.switchTo('lesson');
    return true;
  }

  const leave = {
    isLeft: () => signal.aborted,
    /** The other language could not be loaded. */
    stay() {
      language.restore();
      views.refuse(messages.languageFailed);
    },
    /** @returns {Former} */
    go() {
      const unfolded = panels.unfolded();
      leaving.abort();
      charts.leave();
      return { session, locks: page.locks, unfolded, view: viewSwitch.view() };
    },
  };

  /** @param {Snapshot} state */
  const show = (state) => {
    const snapshot = inWords(state);
    if (snapshot.event === 'loaded') page.locks.clear();
    views.update(snapshot);
    presenting.update(snapshot);
  };
  const inWords = createDataWords(messages.dataWords);

  /** @param {ReturnType<typeof address.read>} link null: there is none */
  const begin = (link) => {
    session = beginSession(lab, link, show);
  };
  if (former !== null) {
    session = former.session;
    session.tell(show);
  } else if (!attempt(() => begin(address.read()))) {
    // A link that cannot be opened gets its sentence, and the page opens as it does without one.
    begin(null);
  }
  refuseStrayDrops(signal, () => views.refuse(messages.strayDrop));
  preparePrinting({ signal, recolor: () => charts.recolor(latest()) });
  createPageFoot(byId('page-foot'), {
    messages,
    loadGlossary: LANGUAGES[languageId].glossary,
    checkDevice: async (root) => {
      const [{ showDeviceCheck }, texts] = await Promise.all([import('./page/foot/device-check.js'), LANGUAGES[languageId].deviceCheck()]);
      await showDeviceCheck(root, { texts, messages, openLab });
    },
    checksAtOnce: former === null && presentation.check,
  });
  return {
    languageId,
    focusLanguage: language.focus,
    session: () => session,
    latest,
    link: () => linkTo(latest()).link,
    openLesson,
    lesson: viewSwitch.view() === 'lesson' ? lesson.open() : null,
  };
}

/**
 * @param {Lab} lab
 * @param {{ experiment: import('./experiment/experiment.js').Experiment, steps: number | null } | null} link null: there is none
 * @param {(snapshot: Snapshot) => void} onChange
 */
function beginSession(lab, link, onChange) {
  return createSession({
    lab,
    experiment: link?.experiment ?? presenting.experiment,
    stepsToRun: link?.steps ?? DEFAULT_STEPS_TO_RUN,
    stepsPerSecond: DEFAULT_STEPS_PER_SECOND,
    now: () => performance.now(),
    requestFrame: (callback) => requestAnimationFrame(callback),
    newSeed: () => 1 + Math.floor(Math.random() * SEEDS),
    onChange,
  });
}

/**
 * The page in another language. Nothing else changes: training goes on, and what is unfolded stays so.
 * @param {Lab} lab
 * @param {LanguageId} id
 * @param {{ isLeft: () => boolean, stay: () => void, go: () => Former }} leave the page as it is now
 */
async function changeLanguage(lab, id, leave) {
  let next;
  try {
    next = { id, messages: await LANGUAGES[id].page() };
  } catch (error) {
    leave.stay();
    if (!(error instanceof TypeError)) throw error;
  }
  if (next === undefined || leave.isLeft()) return;
  const { scrollY } = window;
  const former = leave.go();
  beginAgain(next);
  const page = startPage(lab, next, former);
  page.focusLanguage();
  window.scrollTo(0, scrollY);
  await presenting.fill(page);
}

/** The page, empty again, for another language. @param {PageLanguage} language */
function beginAgain(language) {
  languageMemory.remember(language.id);
  showLanguage(language.id);
  document.body.replaceChildren(...blank.cloneNode(true).childNodes);
  writePageTexts(language);
}

/** The lab, and the lesson with it. @param {Lab} lab @param {PageLanguage} language */
async function openLabPage(lab, language) {
  const page = startPage(lab, language, null);
  await presenting.begin(page);
  await page.lesson;
}

/** The teacher's notes instead of the lab. @param {PageLanguage} language */
async function openTeachers(language) {
  const [{ openTeachersPage }] = await Promise.all([import('./teachers/teachers-page.js'), laterStyles()]);
  refuseStrayDrops(undefined, () => {});
  await openTeachersPage(language, { isThemeForced: presentation.theme !== null, beginAgain });
  await presenting.fill({ languageId: language.id, link: wholePage });
}

/** @param {string} sentence */
function showTrouble(sentence) {
  const trouble = byId('trouble');
  setText(trouble, sentence);
  trouble.hidden = false;
}

/** @returns {Promise<PageLanguage>} what the address asks for, else what was chosen here before, else what the browser prefers */
async function openLanguage() {
  const id = chooseLanguage([presentation.lang, languageMemory.recall(), ...navigator.languages]);
  try {
    return { id, messages: await LANGUAGES[id].page() };
  } catch (error) {
    byId('trouble').hidden = false;
    throw error;
  }
}

async function open() {
  const opening = openLab();
  // Whether the engine opens is asked below; until then its refusal is nobody's surprise.
  opening.catch(() => {});
  const language = await openLanguage();
  const { messages } = language;
  writePageTexts(language);
  if (presentation.v > PRESENTATION_VERSION) return showTrouble(messages.errors.newerLink(presentation.v));
  try {
    if (presentation.lesson === 'teachers') await openTeachers(language);
    else {
      // The lesson is part of what is seen first, so it is there when the page is filled: nothing moves when it arrives.
      if (firstView(presentation, viewMemory.recall()) === 'lesson') await Promise.allSettled([opening, lessonParts(language.id)]);
      await openLabPage(await opening, language);
    }
    document.documentElement.dataset.ready = 'true';
    presenting.ready();
    performance.mark('ready');
  } catch (error) {
    const { noEngine, unsupported, unexpected } = messages.errors;
    showTrouble(error instanceof EngineError ? (error.code === 'unsupported' ? unsupported : noEngine) : unexpected);
    if (!(error instanceof EngineError)) throw error;
  }
}

/** Where somebody works on the page. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

if (presentation.gallery && LOCAL.test(location.hostname)) await import('./dev/gallery.js').then(({ openGallery }) => openGallery(openLab));
else await open();
// A monkey that uses all of the page: a file of its own, which nobody else loads.
if (presentation.fuzz !== null) await import('./dev/monkey.js');
