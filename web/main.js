/** The page: opens the engine, and shows the lesson on its stage or the lab; each is loaded when it is shown. */

import { openLab } from './engine/engine.js';
import { EngineError } from './base/errors.js';
import { speakNumbers } from './base/format.js';
import { PRESENTATION_VERSION } from './base/address-keys.js';
import { beyondParts, createBeyondLoader } from './lesson/beyond/loader.js';
import { firstView } from './lesson/first-view.js';
import { createStoryLoader, storyParts } from './lesson/story/loader.js';
import { BEYOND, questionOf } from './lesson/story/questions.js';
import { LANGUAGES, LANGUAGE_IDS, chooseLanguage } from './messages/languages.js';
import { createPresenting } from './frame/apply-address-keys.js';
import { showLanguage, wholePage } from './page/whole-page.js';
import { createDeviceMemory } from './ui/device-memory.js';
import { byId, element, setText } from './ui/dom.js';
import { createLanguageChoice } from './page/header/language-choice.js';
import { refuseStrayDrops } from './ui/file-drops.js';
import { pageAddress } from './ui/page-address.js';
import { laterStyles } from './ui/load-styles.js';
import { createPageFoot } from './page/foot/page-foot.js';
import { writePageTexts } from './page/page-texts.js';
import { createThemeButton } from './page/header/theme.js';
import { createBackToQuestion } from './page/header/back-to-question.js';
import { createViewSwitch } from './page/header/view-switch.js';

/** @typedef {import('./engine/lab.js').Lab} Lab */
/** @typedef {import('./messages/en/shell.js').ShellMessages} Messages */
/** @typedef {import('./messages/languages.js').LanguageId} LanguageId */
/** @typedef {import('./page/header/view-switch.js').PageView} PageView */
/** @typedef {import('./panels/lab-page.js').LabPage} LabPage */
/** @typedef {import('./lesson/story/questions.js').QuestionId} QuestionId */
/** @typedef {{ id: LanguageId, messages: Messages }} PageLanguage */
/** @typedef {{ lab: import('./panels/lab-page.js').FormerLab | null, view: PageView, chapter: string | null }} Former what goes on when the page changes its language */

const presenting = createPresenting();
const { presentation } = presenting;
const { embed, hide, only } = presentation;
const languageMemory = createDeviceMemory('twin-neurons-language');
const viewMemory = createDeviceMemory('twin-neurons-view');
const storyMemory = createDeviceMemory('twin-neurons-story');
/** The body as index.html made it: with it begins the page in another language, too. */
const blank = document.body.cloneNode(true);

/** The question that the address asks for; null: none. The teacher's notes are none. */
const asked = thereOf(presentation.lesson ?? '');

/** Where the address lets only some questions be seen, there are no others. @param {number | string} wanted */
function thereOf(wanted) {
  const id = questionOf(wanted);
  return id !== null && (only.length === 0 || only.includes(id)) ? id : null;
}

/**
 * Fills the page, once for each language that it is shown in.
 * @param {Lab} lab
 * @param {PageLanguage} language
 * @param {Former | null} former
 */
async function startPage(lab, { id: languageId, messages }, former) {
  const leaving = new AbortController();
  const { signal } = leaving;
  /** @type {LabPage | null} */
  let labPage = null;
  /** @type {Promise<LabPage> | null} */
  let loading = null;
  /** Where the lesson is. @type {PageView} */
  let lessonView = former?.view === BEYOND || (former === null && asked === BEYOND) ? BEYOND : 'story';

  const loadLab = () =>
    (loading ??= labParts(languageId).then(([{ createLabPage }, labMessages]) => {
      labPage = createLabPage({
        lab,
        languageId,
        messages: labMessages,
        signal,
        presentation,
        former: former?.lab ?? null,
        onSnapshot: presenting.update,
      });
      return labPage;
    }));

  /** The same, or the sentence that it could not be loaded. @returns {Promise<LabPage | null>} */
  const tryLab = async () => {
    try {
      return await loadLab();
    } catch (error) {
      loading = null;
      showTrouble(messages.labFailed);
      if (!(error instanceof TypeError)) throw error;
      return null;
    }
  };

  const language = createLanguageChoice(byId('language'), {
    messages,
    languages: LANGUAGE_IDS.map((id) => ({ id, name: LANGUAGES[id].name })),
    chosen: languageId,
    onChoose: (id) => changeLanguage(lab, id, leave),
  });
  const beyond = createBeyondLoader(byId('beyond'), {
    languageId,
    messages,
    openRun: (run) => openInLab(run, true),
    onOpen: openQuestion,
    onBack: () => openSide('story'),
  });
  const story = createStoryLoader(byId('story'), {
    languageId,
    failed: messages.lessonFailed,
    page: () => ({
      lab,
      memory: storyMemory,
      glossaryFailed: messages.glossaryFailed,
      asked: former === null ? (asked === BEYOND ? null : asked) : former.chapter,
      presentation,
      onGuess: presenting.predict,
      onProgress: presenting.progress,
      openElsewhere: openLesson,
      openLab: openInLab,
      signal,
    }),
  });
  const back = createBackToQuestion(byId('back-to-question'), { onBack: () => viewSwitch.switchTo(lessonView) });
  const viewSwitch = createViewSwitch(byId('view-switch'), {
    messages,
    memory: viewMemory,
    view: former?.view ?? firstView(presentation, viewMemory.recall(), lessonView),
    lessonView: () => lessonView,
    onChange: showSide,
    toLab() {
      // Whoever comes from the lesson for the first time finds its run there, to go on with, unless the address has one.
      const isFree = labPage === null && viewSwitch.view() === 'story' && presentation.preset === null && pageAddress().hash === '';
      const [run, isTrained] = (isFree && story.opened()?.lent()) || [null, false];
      openInLab(run, isTrained);
    },
  });
  const theme = createThemeButton(byId('theme'), {
    messages,
    isForced: presentation.theme !== null,
    signal,
    onChange: () => labPage?.recolor(),
  });
  refuseStrayDrops(signal, async () => {
    if (labPage !== null && viewSwitch.view() !== 'story') labPage.refuseDrop();
    else showTrouble((await LANGUAGES[languageId].page()).strayDrop);
  });

  /** Loads what a side of the page needs. @param {PageView} view */
  async function showSide(view) {
    if (view !== 'story') story.opened()?.pause();
    if (view === 'lab') {
      await tryLab();
      story.opened()?.inAddress(false);
      beyond.opened()?.inAddress(false);
    } else {
      const part = view === 'story' ? story : beyond;
      await part.open();
      part.opened()?.inAddress(viewSwitch.view() === view);
    }
    const place = lessonView === BEYOND ? beyond.opened()?.place : story.opened()?.place();
    back.show(place ?? null);
  }

  /** @param {'story' | 'beyond'} view */
  function openSide(view) {
    lessonView = view;
    viewSwitch.switchTo(view);
    window.scrollTo(0, 0);
  }

  /** @param {QuestionId} id */
  function openQuestion(id) {
    if (id === BEYOND) beyond.open().then((opened) => opened?.focus());
    else story.openChapter(id);
    openSide(id === BEYOND ? BEYOND : 'story');
  }

  /** @param {import('./lesson/story/chapter.js').LessonRun | null} run @param {boolean} isTrained */
  function openInLab(run, isTrained) {
    viewSwitch.switchTo('lab');
    tryLab().then((page) => run !== null && page?.look(run.experiment, run.steps, isTrained));
    window.scrollTo(0, 0);
  }

  /** @param {number | string} wanted @returns {boolean} whether there is such a question, and a lesson to show it in */
  function openLesson(wanted) {
    const question = hide.includes('lesson') ? null : thereOf(wanted);
    if (question === null) return false;
    openQuestion(question);
    return true;
  }

  const leave = {
    isLeft: () => signal.aborted,
    /** What the page in another language is made of, so that it can take over at once. @param {LanguageId} id */
    parts: (id) => Promise.all([partsOf(viewSwitch.view(), id), ...(labPage === null ? [] : [labParts(id)])]),
    /** The other language could not be loaded. */
    stay() {
      language.restore();
      showTrouble(messages.languageFailed);
    },
    /** @returns {Former} */
    go() {
      leaving.abort();
      return { lab: labPage?.leave() ?? null, view: viewSwitch.view(), chapter: story.opened()?.chapter() ?? null };
    },
  };

  // A page around a frame talks with the lab's session, so it is there whatever is shown.
  const view = viewSwitch.view();
  if (view === 'lab' || embed || former?.lab) await loadLab();
  if (view === 'story') await story.open();
  if (view === BEYOND) await beyond.open();
  // In a frame there is none: what leads elsewhere is for the page around it.
  if (!embed && !hide.includes('foot')) createPageFoot(byId('page-foot'), { languageId, messages, openLab, presentation });
  return {
    languageId,
    focusLanguage: language.focus,
    /** Training that nobody sees. */
    pause() {
      labPage?.session().pause();
      story.opened()?.pause();
    },
    lab: () => labPage,
    link: () => labPage?.link() ?? wholePage(),
    openLesson,
    chapter: () => story.opened()?.chapter() ?? null,
    resume: story.resume,
    paint: theme.paint,
    /** @param {LanguageId} id */
    speak: (id) => changeLanguage(lab, id, leave),
  };
}

/**
 * The page in another language. Nothing else changes: training goes on, and what is unfolded stays so.
 * @param {Lab} lab
 * @param {LanguageId} id
 * @param {{ isLeft: () => boolean, parts: (id: LanguageId) => Promise<unknown>, stay: () => void, go: () => Former }} leave the page as it is now
 */
async function changeLanguage(lab, id, leave) {
  let next;
  try {
    const [messages] = await Promise.all([LANGUAGES[id].shell(), leave.parts(id)]);
    next = { id, messages };
  } catch (error) {
    leave.stay();
    if (!(error instanceof TypeError)) throw error;
  }
  if (next === undefined || leave.isLeft()) return;
  const former = leave.go();
  const height = Math.max(document.documentElement.scrollHeight, document.body.scrollHeight);
  beginAgain(next);
  // As long as it is being filled the page is no shorter than it was: it stays where it is scrolled to, and whoever scrolls on is not called back.
  const hold = element('div');
  hold.style.cssText = `flex: none; height: ${height}px; overflow-anchor: none`;
  document.body.append(hold);
  const page = await startPage(lab, next, former);
  hold.remove();
  page.focusLanguage();
  await presenting.beginAgain(page);
}

/** The page, empty again, for another language. @param {PageLanguage} language */
function beginAgain(language) {
  languageMemory.remember(language.id);
  showLanguage(language.id);
  speakNumbers(language.id);
  document.body.replaceChildren(...blank.cloneNode(true).childNodes);
  writePageTexts(language);
}

/** The lesson, or the lab. @param {Lab} lab @param {PageLanguage} language */
async function openPage(lab, language) {
  const page = await startPage(lab, language, null);
  await presenting.begin(page);
}

/** The teacher's notes instead of the lab. @param {PageLanguage} language */
async function openTeachers(language) {
  const [{ openTeachersPage }] = await Promise.all([import('./teachers/teachers-page.js'), laterStyles()]);
  refuseStrayDrops(undefined, () => {});
  document.documentElement.dataset.view = 'teachers';
  await openTeachersPage(language, { isThemeForced: presentation.theme !== null, beginAgain });
  await presenting.fill({ languageId: language.id, link: wholePage });
}

/** @param {string} sentence */
function showTrouble(sentence) {
  const trouble = byId('trouble');
  setText(trouble, sentence);
  trouble.hidden = false;
}

/** @param {LanguageId} id @returns {Promise<PageLanguage>} */
async function openLanguage(id) {
  try {
    return { id, messages: await LANGUAGES[id].shell() };
  } catch (error) {
    byId('trouble').hidden = false;
    throw error;
  }
}

const hasTask = () => /\btask[=%]/i.test(pageAddress().hash);

/** @param {LanguageId} id */
function labParts(id) {
  const part = import('./panels/lab-page.js').then(async (loaded) => {
    await loaded.straighten();
    return hasTask() ? (await import('./task-page/task-page.js')).withTask(loaded, id) : loaded;
  });
  return Promise.all([part, LANGUAGES[id].page(), laterStyles()]);
}

/** Asks once for the files that others import, before these are there; their names were put on this script's element when the page was built. @param {string} name */
function askAhead(name) {
  const script = /** @type {HTMLElement | null} */ (document.querySelector(`script[data-${name}]`));
  for (const href of script?.dataset[name]?.split(' ') ?? []) document.head.append(element('link', { rel: 'modulepreload', href }));
  delete script?.dataset[name];
}

/** @param {PageView} view @param {LanguageId} id */
function partsOf(view, id) {
  askAhead(view);
  askAhead(id);
  return view === 'lab' ? labParts(id) : view === 'story' ? storyParts(id) : beyondParts(id);
}

async function open() {
  // What the address asks for, else what was chosen here before, else what the browser prefers.
  const id = chooseLanguage([presentation.lang, languageMemory.recall(), ...navigator.languages]);
  speakNumbers(id, navigator.languages);
  const isForTeachers = presentation.lesson === 'teachers' && presentation.notes;
  const opening = openLab();
  // All that is seen first is loaded at once, and is there when the page is filled: nothing moves when it arrives. Whether it came is asked below.
  const first = Promise.allSettled([
    opening,
    isForTeachers || partsOf(firstView(presentation, viewMemory.recall(), asked === BEYOND ? asked : 'story'), id),
  ]);
  const language = await openLanguage(id);
  const { messages } = language;
  writePageTexts(language);
  if (presentation.v > PRESENTATION_VERSION) return showTrouble(messages.errors.newerLink(presentation.v));
  try {
    if (isForTeachers) await openTeachers(language);
    else {
      await first;
      await openPage(await opening, language);
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

// A task is for a page of its own.
addEventListener('hashchange', () => hasTask() && location.reload());
// In the page as one file, which has no address of its own, import.meta.url is null, and neither of the two goes into it.
const isLocal = LOCAL.test(location.hostname);
if (import.meta.url && presentation.gallery && isLocal) await import('./dev/gallery.js').then(({ openGallery }) => openGallery(openLab));
else await open();
// A monkey that uses all of the page, where somebody works on it, and not by a link that others follow: a file of its own, which nobody else loads.
if (import.meta.url && presentation.fuzz !== null && isLocal) await import('./dev/monkey.js');
