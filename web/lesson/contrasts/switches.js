/** Three switches, one for each part that two neurons can have in common, and a list of what became of each combination tried. */

import { element } from '../../ui/dom.js';

/** @typedef {import('../chapters/starts.js').LessonRun} LessonRun */
/** @typedef {import('../../session/session.js').Snapshot} Snapshot */

/**
 * @param {import('../../messages/en/lesson-later.js').LaterMessages['switches']} words
 * @returns {import('../views/frame.js').Doing}
 */
export const switchesDoing =
  (words) =>
  ({ chapter, texts, say, on }) => {
    const { doing } = chapter;
    if (doing?.kind !== 'switches') throw new Error(`chapter ${chapter.id} has no switches`);
    const base = chapter.runs[chapter.run];
    const parts = Object.keys(doing.parts);
    /** @type {Map<string, LessonRun>} */
    const runs = new Map();
    const boxes = parts.map((part) =>
      element('input', { type: 'checkbox', id: `lesson-switch-${part}`, 'data-switch': part, checked: true }),
    );
    const labels = boxes.map((box, at) =>
      element('label', { class: 'lesson-option', for: box.id }, box, element('span', {}, words.parts[parts[at]])),
    );
    const button = element('button', { type: 'button', class: 'lesson-run', 'data-lesson': 'run' }, say.plain(texts.run.button));
    const tried = element('ul', { class: 'lesson-tried', 'aria-live': 'polite' });
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    let asked = base;
    let key = '';

    const equal = () => parts.filter((_, at) => boxes[at].checked);
    button.addEventListener('click', () => {
      const kept = equal();
      key = kept.join();
      const set = Object.assign({}, ...parts.filter((part) => !kept.includes(part)).map((part) => doing.parts[part]));
      // With nothing changed it is the chapter's own run, to the letter.
      asked = kept.length === parts.length ? base : (runs.get(key) ?? withSet(base, set));
      runs.set(key, asked);
      on.run(asked);
    });

    /** @param {Snapshot} snapshot */
    const note = ({ verdicts }) => {
      const isTied = verdicts[0]?.kind === 'tied';
      const row = rows.get(key) ?? element('li', {});
      const mark = element(
        'b',
        { class: 'lesson-mark' },
        element('span', { 'aria-hidden': 'true' }, isTied ? '= ' : '\u2260 '),
        isTied ? words.tied : words.apart,
      );
      row.replaceChildren(words.equal(key === '' ? [] : key.split(',').map((part) => words.names[part])), ' ', mark);
      if (!rows.has(key)) tried.prepend(row);
      rows.set(key, row);
    };

    return {
      content: [
        element('fieldset', { class: 'lesson-options' }, element('legend', {}, words.legend), ...labels),
        button,
        element('p', { class: 'note' }, words.tried),
        tried,
      ],
      asked: () => asked,
      update(snapshot) {
        if (key === '' && !runs.has(key)) return;
        if (!snapshot.running && snapshot.presentStep >= asked.steps && on.isOf(snapshot, asked)) note(snapshot);
      },
    };
  };

/**
 * @param {LessonRun} run
 * @param {Record<string, number>} set
 * @returns {LessonRun}
 */
function withSet({ experiment, steps }, set) {
  const { init } = /** @type {{ init: object }} */ (experiment);
  return { experiment: { ...experiment, init: { ...init, set } }, steps };
}
