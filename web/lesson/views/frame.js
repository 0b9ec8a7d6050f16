/**
 * The lesson's frame: which question this is, its steps, the step that is shown, and the way on and back. It shows what a lesson's state
 * says and reports wishes; what a step holds is made in lesson/views/steps.js, and how cases are contrasted by the chapter's kind.
 */

import { fillIn } from '../text.js';
import { STEPS } from '../progress.js';
import { element, setText } from '../../ui/dom.js';
import { createContents } from './contents.js';
import { checkStep, contrastStep, explainStep, playStep, predictStep, runStep } from './steps.js';
import { createParagraphs } from './paragraph.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../progress.js').LessonState} LessonState */
/** @typedef {import('../chapters/chapter.js').Chapter} Chapter */
/** @typedef {import('../chapters/outline.js').Outline} Outline */
/** @typedef {import('../chapters/starts.js').LessonRun} LessonRun */
/** @typedef {import('../../messages/en/lesson.js').ChapterTexts} ChapterTexts */
/** @typedef {import('../../messages/en/lesson.js').QuestionTexts} QuestionTexts */
/** @typedef {import('../../messages/en/lesson.js').LessonMessages} LessonMessages */
/** @typedef {import('./steps.js').StepView} StepView */

/**
 * @typedef {object} LessonWishes what the lesson asks of the page
 * @property {(chapter: number) => void} open
 * @property {() => void} next
 * @property {(step: typeof STEPS[number]) => void} show
 * @property {(option: string) => void} guess
 * @property {(option: string) => void} answer
 * @property {() => void} ran
 * @property {() => void} clear
 * @property {(run: LessonRun) => void} run trains it in the lab, from its start
 * @property {(run: LessonRun) => void} openRun the same, and brings the lab into view
 * @property {(play: Chapter['play']) => void} toLab goes to the lab, as it is there
 * @property {(snapshot: Snapshot, run: LessonRun) => boolean} isOf whether that is what the lab shows
 * @property {(snapshot: Snapshot) => string} verdictOf
 * @property {(snapshot: Snapshot) => import('./small-chart.js').Line[]} linesOf the weights so far
 */
/**
 * @typedef {((text: string, attributes?: import('../../ui/dom.js').Attributes) => HTMLElement) & { plain: (text: string) => string, question: (texts: QuestionTexts) => QuestionTexts }} Say
 *   a paragraph of a text with its numbers and terms; plain: as a string, without terms
 */
/** @typedef {(view: ChapterView, state: LessonState) => { content: (Node | string)[], asked: () => LessonRun, update?: (snapshot: Snapshot) => void, close?: () => void }} Doing */
/** @typedef {(view: ChapterView, state: LessonState) => { element: HTMLElement, done?: Promise<void>, close?: () => void }} Contrasting done: what is to be seen is there; only then is it said */
/** @typedef {{ doing: Readonly<Record<string, Doing>>, contrast: Readonly<Record<string, Contrasting>> }} Kinds */
/** @typedef {{ chapter: Chapter, texts: ChapterTexts, kinds: Kinds }} Content of one chapter */
/**
 * @typedef {Content & { outline: Outline, messages: LessonMessages, say: Say, on: LessonWishes, work: import('../runs.js').LessonWork, latest: () => Snapshot }} ChapterView
 *   all that a step may use
 */

const STEP_VIEWS = { predict: predictStep, run: runStep, contrast: contrastStep, explain: explainStep, check: checkStep, play: playStep };

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {LessonMessages} options.messages
 * @param {readonly Outline[]} options.outline
 * @param {import('./paragraph.js').LoadGlossary} options.loadGlossary
 * @param {(id: string) => Content | Promise<Content>} options.load a chapter
 * @param {() => Promise<(on: LessonWishes, sayOf: (claims: Chapter['claims']) => Say) => HTMLElement>} options.loadFurther
 * @param {import('../runs.js').LessonWork} options.work
 * @param {() => Snapshot} options.latest
 * @param {LessonWishes} options.on
 */
export function createLessonView(root, { messages, outline, loadGlossary, load, loadFurther, work, latest, on }) {
  const paragraph = createParagraphs({ loadGlossary, hint: messages.explainTerm, failed: messages.loadFailed });
  const place = element('p', { class: 'lesson-place' });
  const contents = createContents({ messages, outline, on });
  const question = element('h2', { class: 'lesson-question', tabindex: '-1' });
  const steps = STEPS.map((step, at) => {
    const button = element(
      'button',
      { type: 'button', 'data-lesson-step': step },
      element('span', { class: 'lesson-step-number', 'aria-hidden': 'true' }, messages.figures.count(at + 1)),
      messages.steps[step],
    );
    button.addEventListener('click', () => on.show(step));
    return button;
  });
  const stepList = element(
    'ol',
    { class: 'lesson-steps', 'aria-label': messages.stepsLabel },
    ...steps.map((button) => element('li', {}, button)),
  );
  const heading = element('h3', { tabindex: '-1' });
  const content = element('div', { class: 'lesson-content' });
  const back = element('button', { type: 'button', 'data-lesson': 'back' }, messages.back);
  const aside = element('span', { class: 'lesson-aside' });
  const next = element('button', { type: 'button', class: 'lesson-next', 'data-lesson': 'next' });
  root.lang = messages.locale;
  root.replaceChildren(
    element('div', { class: 'lesson-head' }, place, contents.button),
    contents.panel,
    question,
    stepList,
    element('div', { class: 'lesson-body' }, heading, content),
    element('div', { class: 'lesson-go' }, back, aside, next),
  );

  /** @type {LessonState | null} */
  let shown = null;
  /** @type {StepView | null} */
  let stepView = null;

  next.addEventListener('click', () => {
    if (shown !== null && !(stepView?.onNext?.(next) ?? false)) on.next();
  });
  back.addEventListener('click', () => shown !== null && on.show(STEPS[STEPS.indexOf(shown.progress.step) - 1]));

  /** @param {LessonState} state @param {boolean} move whether the focus goes to what is new */
  const build = async (state, move) => {
    stepView?.close?.();
    stepView = null;
    const { step } = state.progress;
    const isChapter = state.outline !== null;
    setText(question, state.outline === null ? messages.further : messages.questions[state.outline.id]);
    setText(place, isChapter ? messages.place(state.chapter, outline.length) : '');
    stepList.hidden = !isChapter;
    // The first step has the question itself for a heading.
    heading.hidden = !isChapter || step === 'predict';
    aside.replaceChildren();
    next.hidden = !isChapter;
    setText(heading, messages.headings[step]);
    setText(next, step === 'play' && state.chapter === outline.length ? messages.lastNext : messages.next[step]);
    back.hidden = !isChapter || step === 'predict';
    if (move) (isChapter && step !== 'predict' ? heading : question).focus({ preventScroll: true });
    try {
      content.classList.add('loading');
      if (state.outline === null) {
        const make = await loadFurther();
        if (shown === state) content.replaceChildren(make(on, (claims) => sayOf(paragraph, messages, claims)));
        return;
      }
      const loading = load(state.outline.id);
      const loaded = loading instanceof Promise ? await loading : loading;
      if (shown?.chapter !== state.chapter || shown.progress.step !== step) return;
      /** @type {ChapterView} */
      const view = {
        ...loaded,
        outline: state.outline,
        messages,
        say: sayOf(paragraph, messages, loaded.chapter.claims),
        on,
        work,
        latest,
      };
      stepView = STEP_VIEWS[step](view, state, next);
      content.replaceChildren(...stepView.content);
      if (stepView.aside) aside.replaceChildren(stepView.aside);
      stepView.update?.(latest());
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      content.replaceChildren(element('p', { role: 'alert' }, messages.loadFailed));
    } finally {
      content.classList.remove('loading');
      if (move) showBeginning();
    }
  };

  /** Whoever has read a step to its end sees the next one from its beginning: in the column beside the lab, or on a narrow page. */
  const showBeginning = () => {
    root.scrollTop = 0;
    if (question.getBoundingClientRect().top < 0) question.scrollIntoView({ block: 'start' });
  };

  return {
    /** @param {LessonState} state */
    show(state) {
      const before = shown;
      shown = state;
      const isNew = before === null || before.chapter !== state.chapter || before.progress.step !== state.progress.step;
      contents.update(state);
      steps.forEach((button, at) => {
        button.disabled = at > STEPS.indexOf(state.progress.reached);
        button.setAttribute('aria-current', STEPS[at] === state.progress.step ? 'step' : 'false');
      });
      next.disabled = !state.canGoOn;
      if (isNew) build(state, before !== null);
    },
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      stepView?.update?.(snapshot);
    },
    focus: () => question.focus({ preventScroll: true }),
  };
}

/**
 * @param {import('./paragraph.js').Paragraph} paragraph
 * @param {LessonMessages} messages
 * @param {Chapter['claims']} claims
 * @returns {Say}
 */
function sayOf(paragraph, { figures }, claims) {
  const fill = (/** @type {string} */ text) => fillIn(text, claims, figures);
  /** @type {(texts: Readonly<Record<string, string>>) => Record<string, string>} */
  const fillAll = (texts) => Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, fill(text)]));
  return Object.assign(
    (/** @type {string} */ text, /** @type {import('../../ui/dom.js').Attributes} */ attributes = {}) => paragraph(fill(text), attributes),
    {
      plain: fill,
      question: (/** @type {QuestionTexts} */ { ask, options, replies }) => ({
        ask: fill(ask),
        options: fillAll(options),
        replies: fillAll(replies),
      }),
    },
  );
}
