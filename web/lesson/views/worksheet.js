/** A chapter on paper: to be guessed, run and explained with a pencil. Nothing in it gives an answer away. On the screen it is not shown. */

import { fillIn, piecesOf } from '../text.js';
import { element } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/lesson.js').LessonMessages} LessonMessages */
/** @typedef {import('../../messages/en/lesson.js').QuestionTexts} QuestionTexts */
/** @typedef {import('../chapters/outline.js').Outline} Outline */

/** Lines to write an explanation on. */
const LINES = 4;

/** @param {{ messages: LessonMessages }} options */
export function createWorksheet({ messages }) {
  const { worksheet: words, figures, questions } = messages;
  const root = element('section', { class: 'worksheet', 'aria-hidden': 'true' });
  const line = () => element('span', { class: 'sheet-line' });

  /** @param {string} text with numbers filled in */
  const plain = (text) =>
    piecesOf(text)
      .map((piece) => piece.text)
      .join('');

  return {
    element: root,
    /**
     * @param {Outline} outline
     * @param {import('./frame.js').Content} content of its chapter
     */
    show({ id, guess, check }, { chapter: { claims }, texts }) {
      /** @type {(text: string) => string} */
      const say = (text) => plain(fillIn(text, claims, figures));
      /** @type {(words: QuestionTexts, options: readonly string[]) => HTMLElement[]} */
      const question = ({ ask, options: said }, options) => [
        element('p', { class: 'sheet-ask' }, say(ask)),
        element(
          'ul',
          { class: 'sheet-options' },
          ...options.map((option) => element('li', {}, element('span', { class: 'sheet-box' }), say(said[option]))),
        ),
      ];
      const cases = Object.values(texts.contrast.cases);
      root.replaceChildren(
        element('h2', {}, questions[id]),
        element('p', { class: 'sheet-name' }, `${words.name} `, line()),
        ...texts.story.map((text) => element('p', {}, say(text))),
        element('h3', {}, words.guess),
        ...question(texts.guess, guess.options),
        element('h3', {}, words.run),
        ...texts.contrast.intro.map((text) => element('p', {}, say(text))),
        element('ul', { class: 'sheet-cases' }, ...cases.map(({ title }) => element('li', {}, `${say(title)}: `, line()))),
        element('h3', {}, words.why),
        ...Array.from({ length: LINES }, () => element('p', { class: 'sheet-write' }, line())),
        element('h3', {}, words.check),
        ...question(texts.check, check.options),
      );
    },
    /** Further reading has nothing to fill in. */
    clear: () => root.replaceChildren(),
  };
}
