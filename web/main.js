/** The page: opens the engine, makes the session and the views, and carries snapshots to the views and wishes to the session. */

import { createDataWords } from './page/data-words.js';
import { openLab } from './engine/engine.js';
import { EngineError, ExperimentError } from './base/errors.js';
import { speakNumbers } from './base/format.js';
import { chapterOf, createLessonLoader, firstView, lessonParts } from './lesson/loader.js';
import { LANGUAGES, LANGUAGE_IDS, chooseLanguage } from './messages/languages.js';
import { PRESENTATION_VERSION } from './base/address-keys.js';
import { createPresenting } from './frame/apply-address-keys.js';
import { DEFAULT_STEPS_TO_RUN, PRESETS } from './experiment/presets.js';
import { createSession } from './session/session.js';
import { createLocks } from './ties/tie-edits.js';
import { createAddressBar, linkTo, showLanguage, wholePage } from './page/address-bar.js';
import { createChartsView } from './page/charts/charts-view.js';
import { createControlsView } from './page/controls-view.js';
import { createDeviceMemory } from './ui/device-memory.js';
import { byId, setReason, setText } from './ui/dom.js';
import { createExamplesView } from './page/examples-view.js';
import { createFootView } from './page/fingerprint-view.js';
import { createLanguageChoice } from './page/language-choice.js';
import { laterStyles } from './ui/load-styles.js';
import { createNetworkView } from './page/network-view.js';
import { pageAddress } from './ui/page-address.js';
import { createPageFoot } from './page/page-foot.js';
import { writePageTexts } from './page/page-texts.js';
import { createPanels } from './panels/fold.js';
import { createPresetsView } from './page/presets-view.js';
import { preparePrinting } from './page/styles/printing.js';
import { createSetupView } from './page/setup-view.js';
import { createThemeButton } from './page/theme.js';
import { createTimeView } from './page/charts/time-view.js';
import { createUndoView } from './page/undo-view.js';
import { createVerdictView } from './page/verdict-view.js';
import { createViewSwitch } from './page/view-switch.js';

/** @typedef {import('./session/session.js').Snapshot} Snapshot */
/** @typedef {import('./session/session.js').Session} Session */
/** @typedef {import('./engine/lab.js').Lab} Lab */
/** @typedef {import('./messages/en/page.js').Messages} Messages */
/** @typedef {import('./messages/languages.js').LanguageId} LanguageId */
/** @typedef {import('./page/view-switch.js').PageView} PageView */
/** @typedef {{ id: LanguageId, messages: Messages }} PageLanguage */
/** @typedef {{ session: Session, locks: ReturnType<typeof createLocks>, unfolded: readonly string[], view: PageView }} Former what goes on when the page changes its language */
/** @typedef {{ update: (snapshot: Snapshot) => void, isShown?: () => boolean }} View isShown: left out where it always is */

/** Panels that are unfolded from the beginning, but in a frame. @type {readonly string[]} */
const UNFOLDED = ['chain'];
const DEFAULT_STEPS_PER_SECOND = 1000;
/** Seeds that the page draws are short enough to be read out. */
const SEEDS = 10000;
/** Own examples begin with at most this many of those that are there. */
const OWN_EXAMPLES = 12;

/** The lab's panels that unfold, in their order; what they are made of stands in panels/panels.js, which is loaded when one does. */
const PANELS = /** @type {const} */ (['ties', 'pictures', 'network', 'data', 'training', 'stop', 'compare', 'breaks', 'seeds', 'keep']);

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
  /** @type {Snapshot} */
  let latest;
  /** @type {View[]} */
  const views = [];
  /** Views of what training changes: while it runs they take turns, one a frame, since each takes a good part of it. @type {View[]} */
  const turns = [];
  let turn = 0;
  const refusal = byId('refusal');
  const inWords = createDataWords(messages.dataWords);
  const locks = former?.locks ?? createLocks();
  const leaving = new AbortController();
  const { signal } = leaving;

  /**
   * Does what somebody asked for. Where that makes no experiment, says why and shows again what is in force.
   * @param {() => void} wish
   * @returns {boolean} whether it was done
   */
  const attempt = (wish) => {
    try {
      wish();
      refusal.hidden = true;
      return true;
    } catch (error) {
      if (!(error instanceof ExperimentError || error instanceof EngineError)) throw error;
      setReason(refusal, error);
      refusal.hidden = false;
      for (const view of latest === undefined ? [] : views) view.update(latest);
      return false;
    }
  };

  const language = createLanguageChoice(byId('language'), {
    messages,
    languages: LANGUAGE_IDS.map((id) => ({ id, name: LANGUAGES[id].name })),
    chosen: languageId,
    onChoose: changeLanguage,
  });
  const lesson = createLessonLoader(byId('lesson'), {
    languageId,
    failed: messages.lessonFailed,
    page: () => ({
      lab,
      session,
      latest: () => latest,
      attempt,
      messages,
      memory: lessonMemory,
      spotlight: loadSpotlight,
      openPanel: panels.open,
      focusTrain: controls.focus,
      onGuess: presenting.predict,
      asked: former === null ? chapterOf(presentation) : null,
      isFree: former === null && presentation.preset === null && pageAddress().hash === '',
    }),
    onLoaded(made) {
      views.push(made);
      turns.push({ ...made, isShown: () => viewSwitch.view() === 'lesson' });
    },
  });
  const viewSwitch = createViewSwitch(byId('view-switch'), {
    messages,
    memory: viewMemory,
    view: former?.view ?? firstView(presentation, viewMemory.recall()),
    onChange: lesson.show,
  });
  createThemeButton(byId('theme'), { messages, isForced: presentation.theme !== null, signal, onChange: () => charts.recolor(latest) });
  const presets = createPresetsView(byId('presets'), {
    messages,
    ids: PRESETS.map(({ id }) => id),
    onChoose: (chosen) => attempt(() => PRESETS.filter(({ id }) => id === chosen).forEach(({ experiment }) => session.load(experiment))),
  });
  const network = createNetworkView(byId('network'), {
    messages,
    onEdit: (name, value) => session.edit(name, value, locks.together(latest.experiment.network, name).slice(1)),
    onLayers: (hidden) => attempt(() => session.setLayers(hidden)),
  });
  const controls = createControlsView(byId('controls'), {
    messages,
    on: {
      train: () => session.train(),
      pause: () => session.pause(),
      step: () => session.step(),
      reset: () => session.reset(),
      newStart: () => attempt(() => session.newStart()),
    },
  });
  const verdict = createVerdictView(byId('results'), { messages });
  const charts = createChartsView(byId('results'), { messages });
  const time = createTimeView(byId('results'), {
    messages,
    on: {
      look: (step, isExact) => attempt(() => session.look(step, isExact)),
      lookBeside: (direction) => attempt(() => session.lookBeside(direction)),
    },
  });
  const examples = createExamplesView(byId('examples'), { messages, onEdit: ({ x, y }) => session.choose({ data: ownData(x, y) }) });
  const setup = createSetupView(byId('setup'), {
    messages,
    offers: {
      activations: lab.names.activations,
      losses: lab.names.losses,
      learningRate: lab.options.find(({ name }) => name === 'learningRate') ?? { minimum: 0, maximum: 1 },
    },
    on: {
      data: (set) => attempt(() => (set === null ? ownExamples() : session.choose({ data: { set } }))),
      hidden: (units) => attempt(() => session.setLayers(units === 0 ? [] : [units])),
      activation: (activation) => attempt(() => session.choose({ activation })),
      loss: (loss) => attempt(() => session.choose({ loss })),
      bias: (bias) => attempt(() => session.setBias(bias)),
      learningRate: (learningRate) => session.choose({ learningRate }),
      stepsToRun: (steps) => session.setStepsToRun(steps),
      speed: (speed) => session.setStepsPerSecond(speed),
      seed: (seed) => attempt(() => session.newStart(seed)),
    },
  });
  const foot = createFootView(byId('foot'), { messages, link: () => linkTo(latest).link, onRefused: showLink });
  const undo = createUndoView(byId('foot'), {
    messages,
    signal,
    onUndo: () => attempt(() => session.undo()),
    onRedo: () => attempt(() => session.redo()),
  });
  const address = createAddressBar({ signal, onFollow: () => attempt(() => follow(address.read())) });
  const panels = createPanels(byId('lab'), {
    messages: messages.panels,
    panels: [
      ...(hide.includes('chain')
        ? []
        : [{ id: 'chain', title: messages.panels.titles.chain, isOpen: isUnfolded('chain'), load: loadChain }]),
      ...(hide.includes('lab') ? [] : PANELS).map((id) => ({
        id,
        title: messages.panels.titles[id],
        isOpen: isUnfolded(id),
        load: () => loadPanel(id),
      })),
    ],
  });
  // What is hidden costs no time.
  if (!hide.includes('network')) turns.push(network);
  if (!hide.includes('chart')) turns.push(...charts.panels);
  turns.push({ update: (snapshot) => [verdict, foot, time].forEach((view) => view.update(snapshot)) }, ...panels.views);
  views.push(presets, undo, address, setup, examples, controls, ...turns);

  /**
   * The page in another language. Nothing else changes: training goes on, and what is unfolded stays so.
   * @param {LanguageId} id
   */
  async function changeLanguage(id) {
    let next;
    try {
      next = { id, messages: await LANGUAGES[id].page() };
    } catch (error) {
      language.restore();
      setReason(refusal, messages.languageFailed);
      refusal.hidden = false;
      if (!(error instanceof TypeError)) throw error;
    }
    if (next === undefined || signal.aborted) return;
    const { scrollY } = window;
    const unfolded = panels.unfolded();
    leaving.abort();
    charts.leave();
    beginAgain(next);
    const page = startPage(lab, next, { session, locks, unfolded, view: viewSwitch.view() });
    page.focusLanguage();
    window.scrollTo(0, scrollY);
    await presenting.fill(page);
  }

  /** @param {string} id of a panel */
  function isUnfolded(id) {
    return (former?.unfolded ?? (embed ? [] : UNFOLDED)).includes(id);
  }

  /** The light in the drawing, one for all who point there. @type {Promise<import('./ui/quantity-highlight.js').Spotlight> | null} */
  let light = null;
  const loadSpotlight = () =>
    (light ??= import('./ui/quantity-highlight.js').then(({ createSpotlight }) => createSpotlight(byId('network'))));

  async function loadChain() {
    const [{ createChainPanel }, chainMessages, spotlight] = await Promise.all([
      import('./panels/chain/panel.js'),
      LANGUAGES[languageId].chain(),
      loadSpotlight(),
      laterStyles(),
    ]);
    return (/** @type {HTMLElement} */ root) =>
      createChainPanel(root, { messages: chainMessages, inspect: () => session.inspect, spotlight });
  }

  /** @param {typeof PANELS[number]} id */
  async function loadPanel(id) {
    const [{ labPanels }, labMessages] = await Promise.all([import('./panels/panels.js'), LANGUAGES[languageId].lab(), laterStyles()]);
    return labPanels(
      { lab, session, latest: () => latest, attempt, locks, charts, follow, ownData, focusTrain: controls.focus },
      { ...messages, ...labMessages },
    )[id];
  }

  /** The examples that are there become the visitor's own, and their table opens. */
  function ownExamples() {
    const { x, y } = latest.data;
    session.choose({ data: ownData(x.slice(0, OWN_EXAMPLES), y.slice(0, OWN_EXAMPLES)) });
    examples.open();
  }

  /** @param {number | 'teachers'} chapter @returns {boolean} whether there is such a chapter, and a lesson to show it in */
  function openLesson(chapter) {
    if (hide.includes('lesson') || !lesson.goTo(chapter)) return false;
    viewSwitch.switchTo('lesson');
    return true;
  }

  /**
   * Examples of the visitor's own, with the names that their columns have now. What was in a unit of its own is shown as it is trained on.
   * @param {number[][]} x
   * @param {number[][]} y
   */
  function ownData(x, y) {
    const { display, targets } = latest.data;
    return { x, y, features: display.map(({ name, unit }) => (unit === '' ? name : messages.standardized(name))), targets };
  }

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

  /** @param {Snapshot} state */
  const show = (state) => {
    const snapshot = inWords(state);
    latest = snapshot;
    if (snapshot.event === 'loaded') locks.clear();
    const isFrame = snapshot.event === null && snapshot.running;
    const shown = turns.filter((view) => view.isShown?.() ?? true);
    turn = (turn + 1) % shown.length;
    for (const view of isFrame ? [controls, shown[turn]] : views) view.update(snapshot);
    presenting.update(snapshot);
  };

  /** @param {ReturnType<typeof address.read>} link null: there is none */
  const begin = (link) => {
    session = createSession({
      lab,
      experiment: link?.experiment ?? presenting.experiment,
      stepsToRun: link?.steps ?? DEFAULT_STEPS_TO_RUN,
      stepsPerSecond: DEFAULT_STEPS_PER_SECOND,
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      newSeed: () => 1 + Math.floor(Math.random() * SEEDS),
      onChange: show,
    });
  };
  if (former !== null) {
    session = former.session;
    session.tell(show);
  } else if (!attempt(() => begin(address.read()))) {
    // A link that cannot be opened gets its sentence, and the page opens as it does without one.
    begin(null);
  }
  preparePrinting({ signal, recolor: () => charts.recolor(latest) });
  createPageFoot(byId('page-foot'), { messages, loadGlossary: LANGUAGES[languageId].glossary });
  return {
    languageId,
    focusLanguage: language.focus,
    session: () => session,
    latest: () => latest,
    link: () => linkTo(latest).link,
    openLesson,
    lesson: viewSwitch.view() === 'lesson' ? lesson.open() : null,
  };
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

await open();
// A monkey that uses all of the page: a file of its own, which nobody else loads.
if (presentation.fuzz !== null) await import('./dev/monkey.js');
