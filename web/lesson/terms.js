/** Texts in which a term is a button: what the glossary says of it stands beside it while it is pointed at, has the focus, or was tapped. */

import { element, setText } from '../ui/dom.js';
import { piecesOf } from './text.js';

/** @typedef {() => Promise<Readonly<Record<string, { term: string, means: string }>>>} LoadGlossary */

/** Between the line of a term and what stands above or below it. */
const GAP_PX = 4;
/** What no line begins with. */
const SIGN = /^[.,:;]/;

/**
 * @param {object} options
 * @param {LoadGlossary} options.loadGlossary
 * @param {string} options.failed the sentence where it cannot be loaded
 */
export function createTerms({ loadGlossary, failed }) {
  /** @param {string} words @param {string} id */
  function makeTerm(words, id) {
    const means = element('span', { class: 'term-means', role: 'status', hidden: true });
    const button = element('button', { type: 'button', class: 'term', 'data-term': id, 'aria-expanded': 'false' }, words);
    const close = () => {
      means.hidden = true;
      button.setAttribute('aria-expanded', 'false');
    };
    /** Above its line, where there is room under the figure or the window's edge: what comes next, as the way on, stays in view. */
    const place = () => {
      const term = button.getBoundingClientRect();
      // The page may have been left for one in another language meanwhile, and its figure with it.
      const figure = (document.querySelector('[data-stage]') ?? button).getBoundingClientRect();
      const up = means.offsetHeight + GAP_PX;
      const isRoom = term.top - (figure.left > term.left ? 0 : figure.bottom) > up;
      means.style.top = `${button.offsetTop + (isRoom ? -up : button.offsetHeight + GAP_PX)}px`;
    };
    const open = async () => {
      if (means.hidden) {
        means.hidden = false;
        button.setAttribute('aria-expanded', 'true');
        place();
        try {
          const entry = (await loadGlossary())[id];
          means.replaceChildren(element('b', {}, `${entry.term}: `), entry.means);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          setText(means, failed);
        }
        place();
      }
      // Nothing moves under a pointer that only comes by.
      if (document.activeElement === button) means.scrollIntoView({ block: 'nearest' });
    };
    // Not every browser gives a button that is tapped the focus, and the meaning leaves with it.
    button.addEventListener('click', () => {
      button.focus();
      open();
    });
    button.addEventListener('focus', open);
    button.addEventListener('blur', close);
    // A pointer that rests where the next step's term comes to stand has asked for nothing, until it moves.
    button.addEventListener('pointerenter', () => button.addEventListener('pointermove', open, { once: true }));
    button.addEventListener('pointerleave', () => document.activeElement !== button && close());
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || means.hidden) return;
      event.preventDefault();
      close();
    });
    return [button, means];
  }

  /** A text as what is shown of it. @param {string} text with its numbers filled in @returns {(string | HTMLElement)[]} */
  return (text) =>
    piecesOf(text).map(({ text: words, term }, at, all) => {
      if (term === null) return at > 0 ? words.replace(SIGN, '') : words;
      const sign = all[at + 1]?.text.match(SIGN)?.[0] ?? '';
      return element('span', { class: 'term-box' }, ...makeTerm(words, term), sign);
    });
}

/** @typedef {ReturnType<typeof createTerms>} Terms */
