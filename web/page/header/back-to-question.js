/** The way back from the lab to the question that was left, in view wherever the lab is scrolled to. */

import { element, setText } from '../../ui/dom.js';

/**
 * @param {HTMLElement} root
 * @param {{ onBack: () => void }} options
 */
export function createBackToQuestion(root, { onBack }) {
  const words = element('span', {});
  const button = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-action': 'back-to-question' },
    element('span', { 'aria-hidden': 'true' }, '\u2190 '),
    words,
  );
  button.addEventListener('click', onBack);
  root.append(button);
  return {
    /** @param {string | null} place "Back to question 3"; null: there is none to go back to */
    show(place) {
      root.hidden = place === null;
      setText(words, place ?? '');
    },
  };
}
