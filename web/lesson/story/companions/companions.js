/** What goes along with the story once somebody is there: its page on paper, and the option that is chosen and not said yet, which a reload does not lose. */

import { keepGuess, keptGuess } from './kept-guesses.js';
import { createStoryWorksheet } from './worksheet.js';

/**
 * @param {HTMLElement} root the story's
 * @param {Pick<import('../page.js').StoryPage, 'texts' | 'language' | 'signal'>} page
 */
export function createCompanions(root, { texts, language, signal }) {
  const worksheet = createStoryWorksheet({ messages: texts.storyMessages, loadGlossary: language.glossary });
  root.append(...worksheet.elements);

  const radios = () => /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('[data-choice]')]);
  /** @param {HTMLInputElement} radio */
  const nameOf = ({ value }) => `${root.dataset.chapter}/${root.dataset.step}/${value}`;
  // A line that is drawn chooses, too, when the pointer goes up.
  for (const type of ['change', 'pointerup'])
    root.addEventListener(
      type,
      () => {
        const chosen = radios().find(({ checked, disabled }) => checked && !disabled);
        if (chosen !== undefined) keepGuess('chosen', nameOf(chosen));
      },
      { signal },
    );

  return {
    /** The step is shown. @param {Parameters<typeof worksheet.show>} told */
    show(...told) {
      worksheet.show(...told);
      const all = radios();
      if (all.length === 0 || all.some(({ checked, disabled }) => checked || disabled)) return;
      const kept = keptGuess('chosen');
      const chosen = all.find((radio) => nameOf(radio) === kept);
      if (chosen === undefined) return;
      chosen.checked = true;
      chosen.dispatchEvent(new Event('change'));
    },
  };
}
