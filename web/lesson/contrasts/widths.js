/** How much each number of neurons can learn, from many random starts, and tied ones beside them: a sweep, started by the student. */

import { summarize } from '../../ties/seed-statistics.js';
import { element, setText } from '../../ui/dom.js';
import { createJobControls } from '../../ui/job-controls.js';

/**
 * @param {import('../../messages/en/lesson-later.js').LaterMessages['widths']} words
 * @param {AbortSignal} left the page is left for one in another language
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createWidths =
  (words, left) =>
  ({ chapter, texts, messages, say, work }) => {
    const { contrast } = chapter;
    if (contrast.kind !== 'widths') throw new Error(`chapter ${chapter.id} compares no widths`);
    const { cases, seeds, single } = contrast;
    const { figures } = messages;
    const rows = [...cases, single].map((id) => {
      const cells = [element('td', {}), element('td', {})];
      return {
        id,
        cells,
        row: element('tr', { 'data-case': id }, element('th', { scope: 'row' }, say.plain(texts.contrast.cases[id].title)), ...cells),
      };
    });
    const total = seeds[1] - seeds[0] + 1;
    /** @type {() => void} */
    let finish = () => {};
    const done = /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        finish = resolve;
      })
    );
    const job = createJobControls({
      start: words.start,
      cancel: words.cancel,
      canceled: words.canceled,
      progress: words.progress,
      left,
      work: compute,
    });

    /** @param {AbortSignal} signal */
    async function compute(signal) {
      for (const { cells } of rows) for (const cell of cells) setText(cell, '');
      for (const [at, { id, cells }] of rows.entries()) {
        const results = await work.sweep(chapter.runs[id], seeds, signal, (done) => job.progress((at + done) / rows.length));
        setText(cells[0], words.solved(summarize(results).solved ?? 0, total));
        setText(cells[1], figures.percent(Math.max(...results.map(({ solved }) => solved ?? 0))));
      }
      finish();
      return words.done;
    }

    const head = element('tr', {}, ...[words.network, words.allRight, words.best].map((text) => element('th', { scope: 'col' }, text)));
    const table = element(
      'table',
      { class: 'lesson-table' },
      element('thead', {}, head),
      element('tbody', {}, ...rows.map(({ row }) => row)),
    );
    const root = element('div', {}, element('div', { class: 'job' }, ...job.elements), job.status, table);
    return { element: root, done, close: () => job.cancel() };
  };
