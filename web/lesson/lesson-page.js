/**
 * The lesson on the page: its state, its views, the runs that it asks the lab for, and the chapter in the address. Loaded by itself, after the first screen;
 * the chapters after the first come with lesson/later-chapters.js, when somebody goes on to one.
 */

import { parseExperiment } from '../experiment/experiment.js';
import { createLessonWork } from './runs.js';
import { SKIPPED, createLesson } from './progress.js';
import { OUTLINE } from './chapters/outline.js';
import { chapter as first } from './chapters/same-data.js';
import { spread, weightLines } from '../drawing/chart-series.js';
import { byId } from '../ui/dom.js';
import { createCards } from './contrasts/cards.js';
import { questionOf } from './story/questions.js';
import { createLessonView } from './views/frame.js';
import { createWorksheet } from './views/worksheet.js';
import { verdictText } from '../page/verdict-view.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./chapters/starts.js').LessonRun} LessonRun */
/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('./views/frame.js').Content} Content */
/** @typedef {{ chapter: number, question: string, choice: string, right: boolean }} Prediction that a student has committed to, by the ids of the outline */

/**
 * @typedef {object} Page what the lesson shares with the first screen
 * @property {import('../engine/lab.js').Lab} lab
 * @property {import('../session/session.js').Session} session
 * @property {() => Snapshot} latest
 * @property {(wish: () => void) => boolean} attempt
 * @property {import('../messages/en/page.js').Messages} messages
 * @property {Awaited<ReturnType<import('../messages/languages.js').Language['lesson']>>} texts
 * @property {import('../messages/languages.js').Language} language
 * @property {ReturnType<typeof import('../ui/device-memory.js').createDeviceMemory>} memory
 * @property {() => Promise<import('../ui/quantity-highlight.js').Highlight>} loadHighlight
 * @property {AbortSignal} signal aborted when the page is left for one in another language
 * @property {(id: string) => Promise<void>} openPanel of the lab
 * @property {() => void} focusTrain
 * @property {(prediction: Prediction) => void} onGuess
 * @property {(question: import('./story/questions.js').Question) => void} openQuestion one that is told on the stage
 * @property {number | null} asked the chapter that the address asks for
 * @property {boolean} isFree whether the lab may show a chapter's experiment at once: the address names none
 */

/** Where the lesson stands above the lab, not beside it; lesson/lesson.css says so, too. */
const STACKED = '(max-width: 1099px)';
/** Points of a line in the lesson's small picture of the run. */
const POINTS = 64;

/** @type {import('./views/frame.js').Kinds} */
const FIRST_KINDS = {
  doing: {},
  contrast: {
    cards: (view) =>
      view.chapter.contrast.kind === 'cards' ? createCards(view, view.chapter.contrast.cases, view.chapter.contrast.show) : impossible(),
  },
};

/**
 * @param {HTMLElement} root
 * @param {Page} page
 */
export function createLessonPage(root, page) {
  const { lab, session, latest, attempt, language } = page;
  const { lessonMessages: messages, firstChapter } = page.texts;
  const work = createLessonWork({ lab, now: () => performance.now(), requestFrame: (callback) => requestAnimationFrame(callback) });
  /** @type {import('./progress.js').LessonState} */
  let shown;
  const lesson = createLesson({
    outline: OUTLINE,
    memory: page.memory,
    chapter: page.asked,
    onChange(state) {
      const isMove = state.chapter !== shown.chapter;
      if (isMove) {
        writeChapter(state.chapter);
        fillWorksheet(state.outline);
      }
      if (isMove || plays(state) !== plays(shown)) fillLab(state);
      shown = state;
      view.show(state);
    },
  });

  /** A chapter that is told on the stage now opens there. @param {number} number */
  function openChapter(number) {
    const question = questionOf(number);
    if (question !== null && question.number === null) page.openQuestion(question);
    else lesson.open(number);
  }

  /** @param {string} id @returns {Content | Promise<Content>} */
  const load = (id) => {
    if (id === first.id) return { chapter: first, texts: firstChapter[id], kinds: FIRST_KINDS };
    return rest().then(({ content }) => content(id));
  };

  const rest = async () => {
    const [{ createLaterChapters }, later, chain, { pictures }] = await Promise.all([
      import('./later-chapters.js'),
      language.laterLesson(),
      language.chain(),
      language.lab(),
    ]);
    return createLaterChapters({ loadHighlight: page.loadHighlight, signal: page.signal, kinds: FIRST_KINDS, later, chain, pictures });
  };

  /** @param {LessonRun} run */
  const start = ({ experiment, steps }) => {
    attempt(() => {
      session.load(experiment, steps);
      session.train();
    });
  };

  const showLab = () => byId('network').scrollIntoView({ block: matchMedia(STACKED).matches ? 'start' : 'nearest' });

  const view = createLessonView(root, {
    messages,
    outline: OUTLINE,
    loadGlossary: language.glossary,
    load,
    loadFurther: async () => (await rest()).further,
    work,
    latest,
    on: {
      open: openChapter,
      next() {
        const { progress, chapter } = lesson.state();
        if (progress.step === 'play') openChapter(chapter + 1);
        else lesson.next();
      },
      show: (step) => lesson.show(step),
      guess(option) {
        const { chapter: number, outline } = lesson.state();
        lesson.guess(option);
        if (outline !== null && option !== SKIPPED)
          page.onGuess({ chapter: number, question: outline.id, choice: option, right: option === outline.guess.right });
      },
      answer: (option) => lesson.answer(option),
      ran: () => lesson.ran(),
      clear: () => lesson.clear(),
      run: start,
      openRun(run) {
        start(run);
        showLab();
        page.focusTrain();
      },
      toLab({ panel }) {
        showLab();
        page.focusTrain();
        if (panel !== undefined) page.openPanel(panel);
      },
      isOf: (snapshot, run) => formOf(snapshot.experiment) === formOf(normalForm(run)),
      verdictOf: ({ verdicts, step }) => verdictText(verdicts, step, page.messages),
      linesOf: (snapshot) =>
        weightLines(snapshot)
          .filter(({ kind }) => kind !== 'bias')
          .map(({ unit, points }) => ({ unit, values: spread(points.length, POINTS).map((at) => points[at].y) })),
    },
  });

  const worksheet = createWorksheet({ messages });
  root.append(worksheet.element);

  /** @param {import('./chapters/outline.js').Outline | null} outline null: further reading */
  async function fillWorksheet(outline) {
    worksheet.clear();
    if (outline === null) return;
    const content = await load(outline.id);
    if (lesson.state().outline === outline) worksheet.show(outline, content);
  }

  /**
   * The lab shows what the chapter is about, or what it leaves to play with, at its start; where it shows that already, it stays as it is.
   * @param {import('./progress.js').LessonState} state
   */
  async function fillLab(state) {
    if (state.outline === null) return;
    const { chapter } = await load(state.outline.id);
    const run = chapter.runs[plays(state) ? chapter.play.run : chapter.run];
    const now = lesson.state();
    const isStillAsked = now.chapter === state.chapter && plays(now) === plays(state);
    if (isStillAsked && formOf(latest().experiment) !== formOf(normalForm(run))) attempt(() => session.load(run.experiment, run.steps));
  }

  shown = lesson.state();
  fillWorksheet(shown.outline);
  if (page.isFree && (shown.chapter !== 1 || plays(shown))) fillLab(shown);
  view.show(shown);
  return {
    /** @param {Snapshot} snapshot */
    update: (snapshot) => view.update(snapshot),
    /** @param {number} number of a chapter that there is */
    open: (number) => lesson.open(number),
    /** The chapter in the address, or nothing of the lesson there. @param {boolean} isShown */
    inAddress: (isShown) => writeChapter(isShown ? lesson.state().chapter : null),
  };
}

/** Whether the chapter is at its last step, which has a run of its own. @param {import('./progress.js').LessonState} state */
const plays = ({ progress }) => progress.step === 'play';

/** @type {WeakMap<LessonRun, Experiment>} */
const normalForms = new WeakMap();

/** @param {LessonRun} run */
function normalForm(run) {
  const known = normalForms.get(run) ?? parseExperiment(run.experiment);
  normalForms.set(run, known);
  return known;
}

/** @type {WeakMap<Experiment, string>} */
const forms = new WeakMap();

/**
 * An experiment as a text, whatever it is called.
 * @param {Experiment} experiment in normal form
 */
function formOf(experiment) {
  const known = forms.get(experiment) ?? JSON.stringify({ ...experiment, name: '' });
  forms.set(experiment, known);
  return known;
}

/** @param {number | null} chapter */
function writeChapter(chapter) {
  try {
    const address = new URL(location.href);
    if (chapter === null) address.searchParams.delete('lesson');
    else address.searchParams.set('lesson', String(chapter));
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  } catch {
    // Forbidden here, as in a frame without an address of its own.
  }
}

/** @returns {never} */
function impossible() {
  throw new Error('the first chapter contrasts its cases in cards');
}
