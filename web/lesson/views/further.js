/** Further reading: short answers beyond the ten questions, each with runs that open in the lab. */

import { element } from '../../ui/dom.js';

/**
 * @param {object} options
 * @param {readonly import('../chapters/further.js').FurtherItem[]} options.items
 * @param {Readonly<Record<string, { title: string, text: readonly string[], runs: Readonly<Record<string, string>> }>>} options.texts
 * @param {{ openRun: (run: import('../chapters/starts.js').LessonRun) => void }} options.on
 * @param {(claims: readonly import('../chapters/chapter.js').Claim[]) => import('./frame.js').Say} options.sayOf
 */
export function createFurther({ items, texts, on, sayOf }) {
  return element(
    'div',
    { class: 'lesson-further' },
    ...items.map(({ id, runs, claims }) => {
      const { title, text, runs: names } = texts[id];
      const say = sayOf(claims);
      const buttons = Object.entries(runs).map(([run, asked]) => {
        const button = element('button', { type: 'button', 'data-run': run }, names[run]);
        button.addEventListener('click', () => on.openRun(asked));
        return button;
      });
      return element(
        'section',
        { 'data-further': id },
        element('h3', {}, title),
        ...text.map((each) => say(each)),
        element('div', { class: 'lesson-buttons' }, ...buttons),
      );
    }),
  );
}
