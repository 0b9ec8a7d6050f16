/**
 * A chapter on paper: to be guessed, seen and explained with a pencil. Nothing in it gives an answer away. With the picture goes what its signs mean, which
 * on the screen is a term of the first sentence. On the screen neither is shown.
 */

import { element } from '../../../ui/dom.js';

/** @typedef {import('../../../messages/en/story.js').StoryMessages} Messages */
/** @typedef {import('../../../messages/en/story.js').ChapterTexts} ChapterTexts */

/** Lines to write an explanation on. */
const LINES = 4;

/** @param {{ messages: Messages, loadGlossary: import('../../terms.js').LoadGlossary }} options */
export function createStoryWorksheet({ messages: { worksheet: words, titles }, loadGlossary }) {
  const root = element('section', { class: 'worksheet', 'aria-hidden': 'true' });
  const signs = element('p', { class: 'sheet-signs', 'aria-hidden': 'true' });
  loadGlossary().then(
    ({ picture: { term, means } }) => signs.replaceChildren(element('b', {}, `${term}: `), means),
    // Where it cannot be loaded, the paper is without it.
    () => {},
  );
  const line = () => element('span', { class: 'sheet-line' });
  let shown = '';
  return {
    elements: [root, signs],
    /**
     * @param {import('../chapter.js').Chapter} chapter
     * @param {ChapterTexts} texts
     * @param {(text: string) => string} say with its numbers
     */
    show({ id, steps }, texts, say) {
      if (shown === id) return;
      shown = id;
      const asked = steps.flatMap(({ id: step, ask }) => {
        const said = texts.steps[step];
        if (ask === undefined || said.ask === undefined) return [];
        const { ask: question, options } = said.ask;
        return [
          element('h3', {}, ask.kind === 'guess' ? words.guess : words.check),
          ...(ask.kind === 'guess' ? [element('p', {}, say(said.caption))] : []),
          element('p', { class: 'sheet-ask' }, say(question)),
          element(
            'ul',
            { class: 'sheet-options' },
            ...ask.options.map((option) => element('li', {}, element('span', { class: 'sheet-box' }), say(options[option]))),
          ),
          ...(ask.kind === 'guess' ? [element('h3', {}, words.seen), element('p', { class: 'sheet-write' }, line())] : []),
        ];
      });
      const isCheck = (/** @type {Element} */ each) => each.textContent === words.check;
      const at = asked.findIndex(isCheck);
      root.replaceChildren(
        element('h2', {}, titles[id]),
        element('p', { class: 'sheet-name' }, `${words.name} `, line()),
        ...asked.slice(0, at),
        element('h3', {}, words.why),
        ...Array.from({ length: LINES }, () => element('p', { class: 'sheet-write' }, line())),
        ...asked.slice(at),
      );
    },
  };
}
