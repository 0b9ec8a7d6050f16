/** What a run has shown, to be kept: each chart as a PNG, the history as CSV. */

import { fileName, writeHistory } from '../../experiment/file.js';
import { drawChartImage } from './chart-image.js';
import { element } from '../../ui/dom.js';
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
      download(fileName(experiment, `${kind}.png`), await drawChartImage({ canvas, name }, texts.caption(step, loss, fingerprint)));
    });
    return { kind, button };
  });
  const csv = (/** @type {string} */ text, /** @type {'.' | ','} */ decimal) => {
    const button = element('button', { type: 'button', 'data-history': decimal === '.' ? 'csv' : 'excel' }, text);
    button.addEventListener('click', () => {
      if (latest !== null)
        downloadText(fileName(latest.experiment, 'csv'), writeHistory(latest.history, latest.names, decimal), 'text/csv');
    });
    return button;
  };
  return {
    element: element(
      'section',
      { class: 'keep-results', 'aria-label': texts.results },
      element('h3', {}, texts.results),
      element('div', { class: 'keep-row' }, ...pictures.map(({ button }) => button), csv(texts.csv, '.'), csv(texts.csvComma, ',')),
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
