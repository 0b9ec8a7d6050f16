/** What can be chosen where a step asks, and the reply to an answer, which stands beside it and leaves when another is chosen. */

import { element } from '../../ui/dom.js';

/** As little as brings something into view, out from under the pinned figure. @type {ScrollIntoViewOptions} */
export const NEAREST = { block: 'nearest' };

/**
 * @typedef {object} ChoiceTexts
 * @property {string} id of the step
 * @property {string} ask
 * @property {readonly { id: string, text: string, reply: string }[]} options
 * @property {string | null} chosen what was answered before
 * @property {string} right
 * @property {boolean} isCheck answered at once; else a guess, which its run answers
 */

/**
 * @param {object} options
 * @param {import('../../messages/en/story.js').StoryMessages} options.messages
 * @param {(option: string, isChecked: boolean) => void} options.onSelect something is chosen, and waits to be said; isChecked: as an answer to a check
 */
export function createChoices({ messages, onSelect }) {
  const root = element('fieldset', { class: 'story-choices', hidden: true });
  /** @type {HTMLInputElement[]} */
  let radios = [];
  /** @type {ChoiceTexts | null} */
  let shown = null;

  const chosen = () => radios.find((radio) => radio.checked)?.value ?? null;
  /** Whether the button says an answer; else it goes on. */
  const isOpen = () =>
    shown !== null && (shown.isCheck ? shown.chosen !== shown.right || chosen() !== shown.chosen : shown.chosen === null);

  /** Its room stays until the next answer: what is below it, the button with it, does not move under the pointer. */
  const forgetReply = () => {
    for (const reply of root.querySelectorAll('.story-answer')) {
      const choice = /** @type {HTMLElement} */ (reply.parentElement);
      choice.style.minHeight = `${choice.getBoundingClientRect().height}px`;
      reply.remove();
    }
  };

  /** @param {ChoiceTexts} texts */
  const build = (texts) => {
    radios = texts.options.map(({ id }) => {
      const radio = element('input', {
        type: 'radio',
        name: `choice-${texts.id}`,
        value: id,
        id: `choice-${texts.id}-${id}`,
        'data-choice': id,
      });
      radio.checked = id === texts.chosen;
      radio.disabled = !texts.isCheck && texts.chosen !== null;
      radio.addEventListener('change', () => {
        forgetReply();
        onSelect(id, texts.isCheck && isOpen());
      });
      return radio;
    });
    root.replaceChildren(
      element('legend', {}, texts.ask),
      ...radios.map((radio, at) =>
        element('div', { class: 'story-choice' }, element('label', { for: radio.id }, radio, element('span', {}, texts.options[at].text))),
      ),
    );
  };

  /** @param {ChoiceTexts} texts */
  const showReply = (texts) => {
    const option = texts.options.find(({ id }) => id === texts.chosen);
    const radio = radios.find(({ value }) => value === texts.chosen);
    if (option === undefined || radio === undefined || !texts.isCheck || chosen() !== texts.chosen) return;
    const isRight = texts.chosen === texts.right;
    const mark = element('span', { class: 'story-mark', 'aria-hidden': 'true' }, isRight ? '\u2713' : '\u2717');
    const reply = element(
      'p',
      { class: 'story-answer', role: 'status', 'data-right': String(isRight) },
      mark,
      element('b', {}, isRight ? messages.right : messages.notYet),
      ` ${option.reply}`,
    );
    radio.closest('.story-choice')?.append(reply);
  };

  return {
    element: root,
    /** The keyboard goes on from the option that is chosen, or from the first. */
    focus: () => (radios.find(({ checked }) => checked) ?? radios[0])?.focus({ preventScroll: true }),
    /** On a phone it is not in view where the button is. */
    seeReply: () => root.querySelector('.story-answer')?.parentElement?.scrollIntoView(NEAREST),
    chosen,
    isOpen,
    /** Whether something is chosen that was not said before. */
    canSay: () => chosen() !== null && chosen() !== shown?.chosen,
    /** What was chosen elsewhere, as by drawing. @param {string} option @returns {boolean} whether it can still be chosen */
    select(option) {
      const radio = radios.find(({ value, disabled }) => value === option && !disabled);
      if (radio === undefined) return false;
      radio.checked = true;
      forgetReply();
      return true;
    },
    /** @param {ChoiceTexts | null} texts */
    show(texts) {
      const isSame = texts !== null && shown !== null && texts.id === shown.id && texts.ask === shown.ask && texts.chosen === shown.chosen;
      if (isSame) return;
      shown = texts;
      root.hidden = texts === null;
      if (texts === null) {
        radios = [];
        return root.replaceChildren();
      }
      build(texts);
      showReply(texts);
    },
  };
}
