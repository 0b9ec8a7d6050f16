/** Two questions about each run, kept apart: is it the same run as the first, by its fingerprint, and are its two neurons the same, by the verdict. */

import { element } from '../../ui/dom.js';

/**
 * @param {import('../../messages/en/lesson-later.js').LaterMessages['seeds']} words
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createSeeds =
  (words) =>
  ({ chapter, texts, say, work }) => {
    const { contrast } = chapter;
    if (contrast.kind !== 'seeds') throw new Error(`chapter ${chapter.id} compares no seeds`);
    const { cases } = contrast;
    const rows = cases.map((id) => {
      const { title, about } = texts.contrast.cases[id];
      const print = element('span', { class: 'fingerprint' });
      const answers = [element('td', {}), element('td', {})];
      const row = element(
        'tr',
        { 'data-case': id },
        element('th', { scope: 'row' }, say.plain(title), element('span', { class: 'note' }, say.plain(about)), print),
        ...answers,
      );
      return { row, print, answers };
    });
    const root = element(
      'table',
      { class: 'lesson-table', 'aria-busy': 'true' },
      element(
        'thead',
        {},
        element('tr', {}, ...[words.run, words.sameRun, words.sameNeurons].map((text) => element('th', { scope: 'col' }, text))),
      ),
      element('tbody', {}, ...rows.map(({ row }) => row)),
    );
    const working = new AbortController();
    const fill = async () => {
      const results = await Promise.all(cases.map((id) => work.train(chapter.runs[id], working.signal)));
      results.forEach(({ fingerprint, verdict }, at) => {
        const { print, answers } = rows[at];
        print.textContent = fingerprint;
        const isSame = [fingerprint === results[0].fingerprint, verdict?.kind === 'tied'];
        answers.forEach((cell, which) => {
          cell.dataset.same = String(isSame[which]);
          cell.replaceChildren(
            element('span', { 'aria-hidden': 'true' }, isSame[which] ? '= ' : '\u2260 '),
            at === 0 && which === 0 ? words.itself : isSame[which] ? words.yes : words.no,
          );
        });
      });
      root.setAttribute('aria-busy', 'false');
    };
    fill().catch((error) => {
      if (!working.signal.aborted) throw error;
    });
    return { element: root, close: () => working.abort() };
  };
