/**
 * The story on the page: one stage, one figure, one button. It trains the runs of a step, plays them on the stage, and says the step's caption when they
 * are at rest. It needs the engine only; the lab is loaded when somebody goes there.
 */

import { createStage } from '../../figures/stage.js';
import { element } from '../../ui/dom.js';
import { laterStyles } from '../../ui/load-styles.js';
import { writeQuestion } from '../question-address.js';
import { createTerms } from '../terms.js';
import { fillIn, plainOf } from '../text.js';
import { isFirst, stageFigure } from './figures.js';
import { commonPace, createPlayer } from './player.js';
import { askTexts, longestReply, ownCaption, replyTo, sumsOf } from './asked.js';
import { firstBook } from './book.js';
import { runsOf } from './chapter.js';
import { createStory } from './story.js';
import { createStoryView } from './view.js';

/** @typedef {import('../../figures/figure.js').Recording} Recording */
/** @typedef {import('./chapter.js').LessonRun} LessonRun */
/** @typedef {import('./chapter.js').Step} Step */
/** @typedef {import('./story.js').StoryState} StoryState */

/**
 * @typedef {object} StoryPage what the story is given by the page
 * @property {import('../../engine/lab.js').Lab} lab
 * @property {Pick<typeof import('../../messages/en/story.js'), 'storyMessages' | 'storyChapters'>} texts
 * @property {import('../../messages/en/figures.js').FigureMessages} figureMessages
 * @property {import('../../messages/languages.js').Language} language
 * @property {ReturnType<typeof import('../../ui/device-memory.js').createDeviceMemory>} memory
 * @property {string} glossaryFailed the sentence where it cannot be loaded
 * @property {string | null} asked the id of a chapter to open on; null: where it was left
 * @property {import('./book.js').Book} [book] the chapters that are told; left out: those of the eight questions
 * @property {Pick<import('../../base/address-keys.js').Presentation, 'only' | 'memory'>} presentation
 * @property {(answer: { chapter: number, question: string, choice: string, right: boolean, kind: 'guess' | 'check' }) => void} onGuess
 * @property {() => void} onProgress
 * @property {(id: string) => void} openElsewhere a question that is not told here
 * @property {(run: LessonRun | null, isTrained: boolean) => void} openLab with this run in it
 * @property {AbortSignal} signal the page is left for one in another language
 */

/** There before a student has done anything. */
const loadMerge = () => import('../merge-progress.js');
/** Somebody has asked for less movement. */
const STILL = '(prefers-reduced-motion: reduce)';

/**
 * @param {HTMLElement} root
 * @param {StoryPage} page
 */
export function createStoryPage(root, page) {
  const { lab, texts, figureMessages, signal } = page;
  const messages = texts.storyMessages;
  const book = page.book ?? firstBook(texts, page.language);
  /** What is there, of the first chapter at most; then of all. */
  let { chapters: storyChapters } = book;
  const player = createPlayer({ now: () => performance.now(), requestFrame: (callback) => requestAnimationFrame(callback) });
  const stage = createStage({ messages: figureMessages });
  const numbers = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-action': 'numbers', 'aria-pressed': 'false' },
    figureMessages.numbers,
  );
  /** What is on the stage. @type {{ key: string, staged: import('./figures.js').Staged } | null} */
  let shown = null;
  let hasNumbers = false;
  /** @type {HTMLElement | null} */
  let kept = null;
  /** What makes it, once it is loaded. @type {[typeof import('./keep.js'), import('../../messages/en/more-figures.js').MoreFiguresMessages] | null} */
  let keeper = null;
  /** @type {import('./book.js').MoreFigures | null} */
  let more = null;
  /** Whether the step that is come to is the next one: its run is then played. */
  let isGoingOn = false;

  const story = createStory({
    chapters: book.told,
    memory: page.memory,
    loadMerge,
    chapter: page.asked,
    onChange({ step }) {
      page.onProgress();
      enter(isGoingOn && step.at === 'run');
    },
    onEnd: () => nextQuestion() && openQuestion(nextQuestion()),
  });

  const runs = book.createRuns({ lab, chapter: () => story.state().chapter, signal });
  const { runOf, recordingOf, ownValue, edit } = runs;

  const view = createStoryView(root, {
    messages,
    stage: stage.element,
    table: stage.table,
    entries: book.ids.map((id) => ({ id, title: book.titles[id] })),
    terms: createTerms({ loadGlossary: page.language.glossary, failed: page.glossaryFailed }),
    on: {
      go() {
        if (isRunning()) rest();
        else goOn();
      },
      back: () => story.back(),
      choose,
      skip: () => goOn(true),
      select: (option) => shown?.staged.choose?.(option),
      toLab: () => page.openLab(...lent()),
      open: openQuestion,
      clear: () => story.clear(),
    },
  });

  /** What is printed of the chapter, and what is kept of a guess, once it is loaded; the styles of stills come with it. @type {ReturnType<typeof import('./companions/companions.js').createCompanions> | null} */
  let companions = null;

  numbers.addEventListener('click', () => {
    hasNumbers = !hasNumbers;
    numbers.setAttribute('aria-pressed', String(hasNumbers));
    shown?.staged.setNumbers(hasNumbers);
  });
  /** @param {string} id */
  const isHere = (id) => book.told.some((chapter) => chapter.id === id);
  const nextQuestion = () => book.ids[numberOf(story.state().chapter.id)];
  /** @param {string} id */
  const numberOf = (id) => book.ids.indexOf(id) + 1;

  /** @param {string} id */
  function openQuestion(id) {
    if (!isHere(id)) return page.openElsewhere(id);
    isGoingOn = true;
    story.open(id);
    if (story.state().done.includes(id)) story.restart();
    isGoingOn = false;
    writeQuestion(id);
    view.focus();
  }

  /** @param {string} option */
  function choose(option) {
    const { step, chapter } = story.state();
    if (step.ask === undefined) return;
    const { kind, right } = step.ask;
    story.choose(option);
    page.onGuess({ chapter: book.told.indexOf(chapter) + 1, question: chapter.id, choice: option, right: option === right, kind });
    if (kind === 'guess') goOn();
  }

  function goOn(skips = false) {
    isGoingOn = true;
    story.next(skips);
    isGoingOn = false;
    // Whoever scrolled to an answer sees the figure and the reply from their beginning.
    scrollTo({ top: 0, behavior: 'instant' });
  }

  /** The styles of the next figures, and what a print needs. */
  async function later() {
    const [{ createCompanions }] = await Promise.all([import('./companions/companions.js'), laterStyles(), loadMerge()]);
    if (companions !== null) return;
    companions = createCompanions(root, page);
    tellCompanions();
  }

  // What the next figures and a print need is loaded as soon as somebody is there: a hand moves, a key is pressed. The next page takes these over.
  window.onpointerover = window.onkeydown = () => later().catch(() => {});

  function tellCompanions() {
    const { chapter } = story.state();
    const texts = storyChapters[chapter.id];
    if (texts !== undefined) companions?.show(chapter, texts, (text) => plainOf(say(text)));
  }

  /** The step's figure on the stage: the one that is there, or a new one. @returns {typeof shown} null: something must be loaded first */
  function setStage({ step, chapter } = story.state()) {
    const isStill = step.at === 'run' && step.figure.kind === 'network' && matchMedia(STILL).matches;
    const isLater = !isFirst(step.figure) && more === null;
    const isMissing =
      storyChapters[chapter.id] === undefined || isLater || ((isStill || step.ask) && !companions) || (step.keeps && keeper === null);
    const shownRuns = runsOf(step);
    if (isMissing || runs.isReady?.(shownRuns) === false) return null;
    const key = JSON.stringify([
      chapter.id,
      step.figure,
      shownRuns.map((run) => runOf(run)),
      isStill,
      step.figure.kind === 'signal' || step.figure.kind === 'beads' ? step.at : '',
    ]);
    if (shown?.key === key) return shown;
    const staged = makeFigure(step, isStill);
    // A figure that can be played by hand gives nothing away before the guess; numbers that the step shows anyway have no button.
    stage.enter(staged.kind, staged.figure, step.ask?.kind === 'guess' ? [] : (staged.tools ?? (step.numbers ? [] : [numbers])));
    staged.setNumbers((hasNumbers && step.ask?.kind !== 'guess') || step.numbers === true);
    shown = { key, staged };
    return shown;
  }

  /** The first figure is made in one task and drawn in the next: in one, they would keep the page busy for longer than a reader waits for an answer. */
  async function begin() {
    if (setStage() !== null) showWords();
    await new Promise((resolve) => setTimeout(resolve));
    if (!signal.aborted) await enter(false);
  }

  /**
   * Shows the step.
   * @param {boolean} isPlayed whether its run is played, or is over already
   * @returns {Promise<void> | undefined} where something must be loaded first
   */
  function enter(isPlayed) {
    player.stop();
    const { step } = story.state();
    const set = setStage();
    if (set === null) return comeTo(step, isPlayed);
    const { staged } = set;
    staged.setEditable(step.edit === undefined ? [] : [step.edit]);
    const recordings = runsOf(step).map((run) => recordingOf(run));
    const isMoving = !staged.playsItself && step.at !== 'start';
    const isOver = isMoving && (step.at === 'end' || !isPlayed || matchMedia(STILL).matches);
    if (isMoving && !isOver)
      player.play(commonPace(recordings), { onMoment: (index) => staged.show(index, step.at), onEnd: () => enter(false) });
    staged.show(
      isOver ? Math.max(...recordings.map(({ moments }) => moments.length)) - 1 : 0,
      staged.playsItself && step.at === 'run' && !isPlayed ? 'end' : step.at,
    );
    tell();
    return undefined;
  }

  /** A step that needs something loaded first. @param {Step} step @param {boolean} isPlayed */
  async function comeTo(step, isPlayed) {
    try {
      await load(step);
      if (story.state().step === step) await enter(isPlayed);
    } catch (error) {
      if (story.state().step === step) view.say(messages.loadFailed);
      if (!(error instanceof TypeError)) throw error;
    }
  }

  /** @param {Step} step @param {boolean} isStill @returns {import('./figures.js').Staged} */
  function makeFigure({ figure }, isStill) {
    if (isFirst(figure)) return stageFigure(figure, { messages: figureMessages, recordingOf, onEdit: move, isStill });
    if (more === null) throw new Error('the later figures are not loaded');
    return more.stageMoreFigure(figure, {
      lab,
      messages: more.messages,
      figureMessages,
      recordingOf,
      titleOf,
      onScrub(index) {
        player.stop();
        shown?.staged.show(index, 'end');
        tell();
      },
      onRest: tell,
      onDraw: (option) => view.select(option),
    });
  }

  /** What comes after the first chapter: its texts, the figures of its own with their words and styles, and runs that take longer. @param {Step} step */
  async function load(step) {
    const [chapters] = await Promise.all([book.loadChapters(), later()]);
    storyChapters = { ...storyChapters, ...chapters };
    if (!isFirst(step.figure)) more ??= await book.loadFigures();
    // Before the step is shown: nothing moves after that.
    if (step.keeps) keeper ??= await Promise.all([import('./keep.js'), page.language.moreFigures()]);
    // Somebody may have gone on to another chapter meanwhile, which has runs of its own.
    if (story.state().step === step) await runs.prepare?.(runsOf(step), view.work);
  }

  /** The run is over, or is not to be waited for. */
  function rest() {
    if (player.isPlaying()) {
      player.stop();
      enter(false);
    } else {
      shown?.staged.finish?.();
      tell();
    }
  }

  /** Whether something is seen to run, so that nothing is said of its end yet. */
  function isRunning() {
    return player.isPlaying() || (shown?.staged.isBusy?.() ?? false);
  }

  /** A weight is moved on its line. @param {string} name @param {number} value */
  function move(name, value) {
    const { step, chapter } = story.state();
    if (shown === null || step.edit !== name || step.figure.kind !== 'network') return;
    const { run } = step.figure;
    edit(chapter, run, name, value);
    const { moments } = recordingOf(run, 0);
    shown.staged.figure.show(moments[0]);
    // The figure was made for the run as it was; the next step makes its own.
    shown.key = '';
    tell();
  }

  /** What the step's texts say, with numbers as the language writes them. @param {string} text */
  const say = (text) => fillIn(text, story.state().chapter.claims, messages.figures);

  /** @param {string} run */
  const titleOf = (run) => {
    const own = ownValue(run);
    return own === null ? say(storyChapters[story.state().chapter.id].runs[run]) : messages.own(own.name, own.value);
  };

  /** @param {import('../../messages/en/story.js').StepTexts} words @param {Step} step */
  function captionOf(words, step) {
    if (isRunning()) return words.during ?? '';
    const own = runsOf(step).find((run) => ownValue(run) !== null);
    // Only a step that tells of its end asks for it: while a weight is dragged nothing is trained.
    return own === undefined || words.own === undefined ? words.caption : ownCaption(words, recordingOf(own));
  }

  /** What the step says beside its figure. */
  function showWords(state = story.state()) {
    const { step, chapter, choices, index } = state;
    const chapterTexts = storyChapters[chapter.id];
    const words = chapterTexts.steps[step.id];
    const isPlaying = isRunning();
    const guessed = step.reply === undefined || isPlaying ? undefined : choices[step.reply];
    const asked = chapter.steps.find(({ id }) => id === step.reply);
    const replies = asked && chapterTexts.steps[asked.id].ask;
    view.show(state, {
      question: index === 0 && chapter === book.told[0] ? book.title : book.titles[chapter.id],
      isTitle: index === 0,
      place: book.place(numberOf(chapter.id), book.told.length),
      caption: say(captionOf(words, step)),
      captions: [isPlaying ? words.caption : captionOf(words, step), words.during ?? '', ...longestReply(replies, words.caption)].map(say),
      reply: guessed === undefined || asked?.ask === undefined ? null : replyTo(replies, asked.ask.right, guessed, say),
      go: isPlaying ? messages.toEnd : say(words.go),
      end: index + 1 === chapter.steps.length && nextQuestion() === undefined ? book.end : undefined,
      isPlaying,
      ask:
        isPlaying || state.isSkipped || step.ask === undefined || words.ask === undefined
          ? null
          : askTexts(step.id, step.ask, words.ask, choices[step.id] ?? null, say),
      sums: step.sums
        ? sumsOf(
            book.told.filter(({ id }) => book.ids.includes(id)),
            storyChapters,
            state.allChoices,
            messages.figures,
          )
        : [],
      keep: step.keeps ? keepOf() : null,
      toLab: index === 0 || isPlaying || page.presentation.only.length > 0 ? null : messages.toLab,
    });
  }

  function tell() {
    const { chapter, index } = story.state();
    const isPlaying = isRunning();
    showWords();
    tellCompanions();
    // A chapter's first figure is there sooner without its words and its table; what takes longer is trained while the reader reads.
    if (index > 0) stage.say();
    setTimeout(() => {
      if (index === 0) stage.say();
      if (!isPlaying && index + 1 < chapter.steps.length && story.state().chapter === chapter)
        runs.prepare?.(runsOf(chapter.steps[index + 1]), () => {}).catch(() => {});
    });
  }

  /** What goes along to the lab: the step's last run, and whether it was trained. */
  const lent = ({ step } = story.state()) => /** @type {const} */ ([runOf(runsOf(step)[runsOf(step).length - 1]), step.at !== 'start']);
  /** What can be taken along from a step; made once. */
  function keepOf() {
    if (keeper === null) return null;
    const [{ createKeep }, { keep }] = keeper;
    kept ??= createKeep({ messages: keep, title: messages.title, run: lent()[0], figure: () => shown?.staged.figure.element ?? null });
    return kept;
  }

  signal.addEventListener('abort', () => {
    player.stop();
    stage.leave();
  });
  return {
    /** What the page opens with is there. */
    ready: begin(),
    isHere,
    chapter: () => story.state().chapter.id,
    /** @param {string} id of a question that is told here */
    open(id) {
      story.open(id);
      writeQuestion(id);
    },
    /** The question in the address, or nothing of the lesson there. @param {boolean} isShown */
    inAddress: (isShown) => writeQuestion(isShown ? story.state().chapter.id : null),
    lent: () => (story.state().index === 0 ? null : lent()),
    /** Nothing moves that nobody sees. */
    pause: () => isRunning() && rest(),
    /** The words of the way back to it. */
    place: () => book.backTo(numberOf(story.state().chapter.id)),
  };
}
