/** The shell of the story: the stage, and beside or under it the question, the caption, what can be chosen, and one button. It shows a state and reports wishes. */

import { element, setText } from '../../ui/dom.js';
import { plainOf } from '../text.js';
import { NEAREST, createChoices } from './choices.js';
import { createQuestionList } from './question-list.js';

/** @typedef {import('./story.js').StoryState} StoryState */
/** @typedef {import('../../messages/en/story.js').StoryMessages} Messages */

/**
 * @typedef {object} Telling what the step says now
 * @property {string} question
 * @property {boolean} isTitle the question is shown large: the first step
 * @property {string} place
 * @property {string} caption
 * @property {readonly string[]} captions all that the step says in turn; there is room for the longest from the beginning
 * @property {{ right: boolean, answer: string, text: string } | null} reply to the guess that this step's run has decided
 * @property {string} go the primary button
 * @property {string | undefined} end in place of what the button says, where nothing follows
 * @property {boolean} isPlaying
 * @property {import('./choices.js').ChoiceTexts | null} ask
 * @property {string | null} toLab
 * @property {HTMLElement | null} keep what can be taken along
 * @property {readonly { title: string, guess: string | null, right: boolean, truth: string }[]} sums the guesses of all chapters
 */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {HTMLElement} options.stage
 * @param {HTMLElement} options.table
 * @param {Parameters<typeof createQuestionList>[0]['entries']} options.entries
 * @param {import('../terms.js').Terms} options.terms
 * @param {object} options.on
 * @param {() => void} options.on.go
 * @param {() => void} options.on.back
 * @param {(option: string) => void} options.on.choose
 * @param {() => void} options.on.skip goes on without a guess
 * @param {(option: string) => void} options.on.select an option is chosen, and not said yet
 * @param {() => void} options.on.toLab
 * @param {(id: string) => void} options.on.open
 * @param {() => void} options.on.clear
 */
export function createStoryView(root, { messages, stage, table, entries, terms, on }) {
  const place = element('span', {});
  const questions = createQuestionList({ messages, entries, on });
  const question = element('h1', { class: 'story-question', tabindex: '-1' });
  const caption = element('div', { class: 'story-caption', 'data-caption': true, 'aria-live': 'polite' });
  const reply = element('div', { class: 'story-reply', 'aria-live': 'polite', hidden: true });
  const room = element('div', { class: 'story-room', 'aria-hidden': 'true' });
  const told = element('div', { class: 'story-told' }, element('div', {}, reply, caption), room);
  const primary = element('button', { type: 'button', class: 'primary', 'data-primary': true });
  const back = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'back' }, messages.back);
  const skip = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'skip' }, messages.skip);
  const toLab = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'to-lab' });
  const sums = element('ul', { class: 'story-sums', hidden: true });
  const keep = element('div', {});
  const more = element('div', { class: 'story-more' }, back, skip, toLab);
  const dots = element('ol', { class: 'story-dots' });
  const choices = createChoices({
    messages,
    onSelect(option, isChecked) {
      primary.disabled = !choices.isOpen() && isEnd;
      // After the right answer it goes on; another one can still be tried.
      setText(primary, isChecked ? messages.check : further);
      on.select(option);
    },
  });
  root.lang = messages.locale;
  root.replaceChildren(
    stage,
    element(
      'div',
      { class: 'story-side' },
      element('div', { class: 'story-head' }, place, questions.button),
      question,
      told,
      choices.element,
      sums,
      keep,
      element('div', { class: 'story-go' }, primary, more),
      dots,
    ),
    questions.panel,
    table,
  );
  /** The caption as it was last said, so that it is said once. */
  let said = '';
  /** What the button says where it goes on, and whether there is nothing to go on to. */
  let further = '';
  let isEnd = false;
  /** Whether the button had the keyboard's focus when it began to wait. */
  let hadFocus = false;
  const noteFocus = () => {
    hadFocus ||= document.activeElement === primary;
  };
  primary.addEventListener('click', () => {
    const chosen = choices.chosen();
    if (chosen !== null && choices.isOpen()) {
      on.choose(chosen);
      choices.seeReply();
    } else on.go();
  });
  back.addEventListener('click', on.back);
  skip.addEventListener('click', on.skip);
  toLab.addEventListener('click', on.toLab);

  return {
    /**
     * @param {StoryState} state
     * @param {Telling} telling
     */
    show(state, telling) {
      noteFocus();
      root.dataset.chapter = state.chapter.id;
      root.dataset.step = state.step.id;
      root.classList.toggle('story-opening', telling.isTitle);
      root.toggleAttribute('data-playing', telling.isPlaying);
      setText(place, telling.place);
      setText(question, telling.question);
      if (telling.caption !== said) caption.replaceChildren(...terms(telling.caption));
      said = telling.caption;
      showReply(reply, telling.reply, messages);
      room.replaceChildren(...telling.captions.map((text) => element('div', { class: 'story-caption' }, plainOf(text))));
      told.hidden = telling.captions.every((text) => text === '');
      choices.show(telling.ask);
      const isAsking = telling.ask !== null && choices.isOpen();
      const end = isAsking || telling.isPlaying ? undefined : telling.end;
      isEnd = telling.end !== undefined;
      further = telling.end ?? telling.go;
      setText(primary, isAsking && telling.ask?.isCheck ? messages.check : (end ?? telling.go));
      primary.disabled = end !== undefined || (!telling.isPlaying && isAsking && !choices.canSay());
      skip.hidden = !isAsking || telling.ask?.isCheck === true;
      back.hidden = state.index === 0;
      more.hidden = back.hidden && skip.hidden;
      if (keep.firstChild !== telling.keep) keep.replaceChildren(...(telling.keep === null ? [] : [telling.keep]));
      sums.hidden = telling.sums.length === 0;
      sums.replaceChildren(...telling.sums.map((each) => sumLine(each, messages)));
      // What comes back keeps its place: nothing moves when a run is over.
      toLab.style.visibility = telling.toLab === null ? 'hidden' : '';
      setText(toLab, messages.toLab);
      dots.setAttribute('aria-label', messages.steps(state.index + 1, state.chapter.steps.length));
      dots.replaceChildren(
        ...state.chapter.steps.map((_, at) =>
          element('li', { class: at <= state.index ? 'passed' : '', 'aria-current': at === state.index ? 'step' : null }),
        ),
      );
      questions.update(state);
      // A button that waits cannot keep the focus: the options that it waits for get it. Who has gone elsewhere meanwhile stays there.
      hadFocus &&= document.activeElement === primary || document.activeElement === document.body;
      if (hadFocus && primary.disabled) choices.focus();
      else if (hadFocus) primary.focus({ preventScroll: true });
      hadFocus = false;
    },
    /** What was chosen on the figure. @param {string} option */
    select(option) {
      if (!choices.select(option)) return;
      primary.disabled = false;
      // On a phone both are below what is in view.
      choices.element.scrollIntoView(NEAREST);
      primary.scrollIntoView(NEAREST);
    },
    /** A sentence in place of the caption. @param {string} text */
    say(text) {
      told.hidden = false;
      setText(caption, text);
      said = text;
    },
    /** Something takes a while: it says what, and the button waits. @param {string} text */
    work(text) {
      told.hidden = false;
      setText(caption, text);
      noteFocus();
      primary.disabled = true;
    },
    /** The reader is led to what is new, without the page jumping. */
    focus: () => question.focus({ preventScroll: true }),
    focusGo: () => primary.focus({ preventScroll: true }),
  };
}

/**
 * @param {Telling['sums'][number]} sum
 * @param {Messages} messages
 */
function sumLine({ title, guess, right, truth }, messages) {
  const mark = guess === null ? '\u2013' : right ? '\u2713' : '\u2717';
  return element(
    'li',
    { 'data-right': guess === null ? null : String(right) },
    element('span', { class: 'story-mark', 'aria-hidden': 'true' }, mark),
    element('span', {}, element('b', {}, title), ' ', guess ?? messages.noGuess, right || guess === null ? '' : ` \u2192 ${truth}`),
  );
}

/**
 * @param {HTMLElement} box
 * @param {Telling['reply']} reply
 * @param {Messages} messages
 */
function showReply(box, reply, messages) {
  box.hidden = reply === null;
  if (reply === null) return box.replaceChildren();
  box.dataset.right = String(reply.right);
  const mark = element('span', { class: 'story-mark', 'aria-hidden': 'true' }, reply.right ? '\u2713' : '\u2717');
  box.replaceChildren(
    element('p', {}, mark, element('b', {}, reply.right ? messages.guessedRight : messages.guessedWrong(reply.answer)), ` ${reply.text}`),
  );
}
