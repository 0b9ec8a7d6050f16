/** The six steps of a chapter, one function each: what stands there, what it reacts to, and how it hears of the run in the lab. */

import { SKIPPED } from '../progress.js';
import { element, setText } from '../../ui/dom.js';
import { createSmallChart, rangeOf } from './small-chart.js';
import { createQuestion } from './question.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('./frame.js').ChapterView} ChapterView */
/** @typedef {import('../progress.js').LessonState} LessonState */

/**
 * @typedef {object} StepView
 * @property {(Node | string)[]} content
 * @property {HTMLElement} [aside] another way on, beside the usual one
 * @property {(snapshot: Snapshot) => void} [update]
 * @property {(button: HTMLButtonElement) => boolean} [onNext] what the button does here, in place of going on; whether it did
 * @property {() => void} [close]
 */

/** @type {(view: ChapterView, state: LessonState, next: HTMLButtonElement) => StepView} */
export function predictStep({ outline, texts, messages, say, on }, { progress }, next) {
  const question = createQuestion({
    texts: say.question(texts.guess),
    ids: outline.guess.options,
    chosen: progress.guess,
    onChoose: () => (next.disabled = false),
  });
  question.disable(progress.hasRun);
  const skip = element('button', { type: 'button', class: 'quiet-button', 'data-lesson': 'skip' }, messages.skip);
  skip.addEventListener('click', () => on.guess(SKIPPED));
  skip.hidden = progress.guess !== null;
  next.disabled = question.chosen() === null && progress.guess === null;
  return {
    content: [...texts.story.map((text) => say(text)), question.element],
    aside: skip,
    onNext: () => {
      const chosen = question.chosen();
      if (chosen === null || progress.hasRun) return false;
      on.guess(chosen);
      return true;
    },
  };
}

/** @type {(view: ChapterView, state: LessonState) => StepView} */
export function runStep(view, state) {
  const { chapter, texts, messages, say, on } = view;
  const doing = view.kinds.doing[chapter.doing?.kind ?? 'plain'] ?? plainDoing;
  const live = element('p', { class: 'lesson-live', 'aria-live': 'polite' });
  const after = element('div', { class: 'lesson-after' });
  const made = doing(view, state);
  const chart = createSmallChart();
  const strip = element('div', { class: 'lesson-strip' }, chart.element);
  const showAfter = () => after.replaceChildren(...texts.run.after.map((text) => say(text)));
  if (state.progress.hasRun) showAfter();
  return {
    content: [...texts.run.before.map((text) => say(text)), ...made.content, strip, live, after],
    update(snapshot) {
      made.update?.(snapshot);
      const asked = made.asked();
      if (!on.isOf(snapshot, asked)) return;
      const lines = on.linesOf(snapshot);
      chart.draw(lines, rangeOf(lines), Math.min(1, snapshot.step / asked.steps));
      if (snapshot.running) setText(live, messages.running);
      else if (snapshot.presentStep >= asked.steps || snapshot.stopped !== null) {
        setText(live, on.verdictOf(snapshot));
        if (after.childElementCount === 0) showAfter();
        on.ran();
      }
    },
    close: () => made.close?.(),
  };
}

/** @type {import('./frame.js').Doing} */
function plainDoing({ chapter, texts, say, on }) {
  const run = chapter.runs[chapter.run];
  const button = element('button', { type: 'button', class: 'lesson-run', 'data-lesson': 'run' }, say.plain(texts.run.button));
  button.addEventListener('click', () => on.run(run));
  return { content: [button], asked: () => run };
}

/**
 * What the student guessed, and whether the runs agree; nothing where the guess was skipped.
 * @param {ChapterView} view
 * @param {LessonState} state
 * @returns {HTMLElement[]}
 */
function guessMark({ outline, texts, messages, say }, { progress }) {
  const { guess } = progress;
  if (guess === null || guess === SKIPPED) return [];
  const isRight = guess === outline.guess.right;
  return [
    element(
      'div',
      { class: 'lesson-guess', 'data-right': String(isRight) },
      element('p', {}, messages.youSaid(say.question(texts.guess).options[guess])),
      element(
        'p',
        { class: 'lesson-mark' },
        element('span', { 'aria-hidden': 'true' }, isRight ? '\u2713 ' : '\u2260 '),
        isRight ? messages.asYouSaid : messages.otherThanYouSaid,
      ),
    ),
  ];
}

/** @type {(view: ChapterView, state: LessonState) => StepView} */
export function contrastStep(view, state) {
  const { chapter, texts, say } = view;
  const shown = view.kinds.contrast[chapter.contrast.kind](view, state);
  shown.element.classList.add('contrast');
  if (!shown.element.hasAttribute('aria-busy')) shown.element.setAttribute('aria-busy', 'false');
  const see = texts.contrast.see.map((text) => say(text));
  const showSee = (/** @type {boolean} */ isShown) => {
    for (const paragraph of see) paragraph.hidden = !isShown;
  };
  if (shown.done) {
    showSee(false);
    shown.done.then(() => showSee(true));
  }
  return {
    content: [...texts.contrast.intro.map((text) => say(text)), shown.element, ...see],
    close: () => shown.close?.(),
  };
}

/** @type {(view: ChapterView, state: LessonState) => StepView} */
export function explainStep(view, state) {
  const { texts, say } = view;
  const { guess } = state.progress;
  const reply = guess === null || guess === SKIPPED ? [] : [say(texts.guess.replies[guess])];
  const [sentence, ...more] = texts.explain;
  return {
    content: [
      say(sentence, { class: 'lesson-text lesson-sentence' }),
      ...more.map((text) => say(text)),
      ...guessMark(view, state),
      ...reply,
    ],
  };
}

/** @type {(view: ChapterView, state: LessonState, next: HTMLButtonElement) => StepView} */
export function checkStep({ outline, texts, messages, say, on }, { progress }, next) {
  const reply = element('div', { class: 'lesson-reply', 'aria-live': 'polite' });
  const answer = element('button', { type: 'button', 'data-lesson': 'answer' }, messages.answer);
  const question = createQuestion({
    texts: say.question(texts.check),
    ids: outline.check.options,
    chosen: progress.answers.at(-1) ?? null,
    onChoose: () => (answer.disabled = false),
  });
  answer.disabled = question.chosen() === null;
  /** @param {string} id */
  const show = (id) => {
    const isRight = id === outline.check.right;
    const verdict = element(
      'p',
      { class: 'lesson-mark' },
      element('span', { 'aria-hidden': 'true' }, isRight ? '\u2713 ' : '\u2260 '),
      isRight ? messages.right : messages.notYet,
    );
    reply.dataset.right = String(isRight);
    reply.replaceChildren(verdict, say(texts.check.replies[id]), ...(isRight ? [] : [element('p', { class: 'note' }, messages.tryAgain)]));
  };
  answer.addEventListener('click', () => {
    const id = question.chosen();
    if (id === null) return;
    show(id);
    on.answer(id);
    next.disabled = false;
  });
  const last = progress.answers.at(-1);
  if (last !== undefined) show(last);
  next.disabled = last === undefined;
  return { content: [question.element, answer, reply] };
}

/** @type {(view: ChapterView, state: LessonState) => StepView} */
export function playStep({ chapter, texts, messages, say, on }) {
  const go = element(
    'button',
    { type: 'button', class: `lesson-to-lab${chapter.play.panel === undefined ? ' to-first-screen' : ''}`, 'data-lesson': 'to-lab' },
    messages.backToLab,
  );
  go.addEventListener('click', () => on.toLab(chapter.play));
  return { content: [...texts.play.map((text) => say(text)), go] };
}
