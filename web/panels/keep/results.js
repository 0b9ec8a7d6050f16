/** What a run has shown, to be kept: each chart as a PNG, the history as CSV. */

import { fileName, writeHistoryInParts } from '../../experiment/file.js';
import { inSlices } from '../../session/slices.js';
import { drawChartImage } from './chart-image.js';
import { element, setText } from '../../ui/dom.js';
import { download, downloadText } from '../../ui/download.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/** @param {{ messages: Messages, charts: () => import('./panel.js').ChartPicture[] }} options */
export function createKeepResults({ messages, charts }) {
  const texts = messages.keep;
  /** @type {Snapshot | null} */
  let latest = null;
  const pictures = charts().map(({ kind, name }) => {
    const button = element('button', { type: 'button', 'data-picture': kind }, texts.png(name));
    button.addEventListener('click', async () => {
      const canvas = charts().find((chart) => chart.kind === kind)?.canvas ?? null;
      if (canvas === null || latest === null) return;
      const { experiment, step, loss, fingerprint } = latest;
      try {
        download(fileName(experiment, `${kind}.png`), await drawChartImage({ canvas, name }, texts.caption(step, loss, fingerprint)));
        setText(said, '');
      } catch {
        setText(said, texts.notSaved);
      }
    });
    return { kind, button };
  });
  const csv = (/** @type {string} */ text, /** @type {'.' | ','} */ decimal) => {
    const button = element('button', { type: 'button', 'data-history': decimal === '.' ? 'csv' : 'excel' }, text);
    button.addEventListener('click', async () => {
      if (latest === null) return;
      const { experiment, history, names } = latest;
      button.disabled = true;
      // What is written within a slice is there at once.
      const table = await inSlices(writeHistoryInParts(history, names, decimal), {
        signal: new AbortController().signal,
        onSlice: () => setText(said, messages.status.working),
      });
      setText(said, '');
      button.disabled = false;
      downloadText(fileName(experiment, 'csv'), table, 'text/csv');
    });
    return button;
  };
  const said = element('p', { class: 'note', role: 'status' });
  return {
    element: element(
      'section',
      { class: 'keep-results', 'aria-label': texts.results },
      element('h3', {}, texts.results),
      element('div', { class: 'keep-row' }, ...pictures.map(({ button }) => button), csv(texts.csv, '.'), csv(texts.csvComma, ',')),
      said,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (snapshot.event === null && snapshot.running) return;
      const drawn = charts();
      for (const { kind, button } of pictures) button.disabled = drawn.find((chart) => chart.kind === kind)?.canvas === null;
    },
  };
}
