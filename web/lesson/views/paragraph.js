/** The lesson's paragraphs: plain text in which a term is a button that shows and hides what the glossary says of it. */

import { piecesOf } from '../text.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {() => Promise<Readonly<Record<string, { term: string, means: string }>>>} LoadGlossary */
/** @typedef {(text: string, attributes?: import('../../ui/dom.js').Attributes) => HTMLElement} Paragraph makes one of a filled-in text */

let boxes = 0;

/**
 * @param {{ loadGlossary: LoadGlossary, hint: string, failed: string }} options hint: what the button does, for its title
 * @returns {Paragraph}
 */
export function createParagraphs({ loadGlossary, hint, failed }) {
  return (text, attributes = {}) => {
    const box = element('span', { class: 'definition', id: `definition-${(boxes += 1)}`, role: 'status' });
    /** @type {HTMLButtonElement | null} */
    let open = null;
    const close = () => {
      open?.setAttribute('aria-expanded', 'false');
      open = null;
      setText(box, '');
    };
    /** @param {HTMLButtonElement} button @param {string} id */
    const toggle = async (button, id) => {
      const wasOpen = open === button;
      close();
      if (wasOpen) return;
      open = button;
      button.setAttribute('aria-expanded', 'true');
      try {
        const entry = (await loadGlossary())[id];
        if (open !== button) return;
        box.replaceChildren(element('b', {}, `${entry.term}: `), entry.means);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        setText(box, failed);
      }
    };
    const parts = piecesOf(text).map(({ text: words, term }) => {
      if (term === null) return words;
      const button = element(
        'button',
        { type: 'button', class: 'term', 'data-term': term, 'aria-expanded': 'false', 'aria-controls': box.id, title: hint },
        words,
      );
      button.addEventListener('click', () => toggle(button, term));
      return button;
    });
    return element('div', { class: 'lesson-text', ...attributes }, element('p', {}, ...parts), box);
  };
}
