/** A histogram as a table: one row a range of final losses, its bar a button that opens one of its runs. */

import { formatFixed } from '../../base/format.js';
import { element } from '../../ui/dom.js';

/** @typedef {import('../../ties/seed-statistics.js').Bin} Bin */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/**
 * @param {Messages} messages
 * @param {(seed: number) => void} onOpen
 */
export function createHistogram(messages, onOpen) {
  const texts = messages.seeds;
  const body = element('tbody', {});
  const head = element('tr', {}, ...[texts.lossColumn, texts.seedsColumn].map((text) => element('th', { scope: 'col' }, text)));
  const table = element(
    'table',
    { class: 'seeds-histogram', hidden: true },
    element('caption', {}, `${texts.histogram}. ${texts.barsHint}`),
    element('thead', {}, head),
    body,
  );

  /** @type {(bin: Bin, most: number) => HTMLElement} */
  const row = ({ from, to, results }, most) => {
    const range = texts.range(edge(from, to - from), edge(to, to - from));
    const cell = element(
      'td',
      {},
      results.length === 0
        ? '0'
        : bar(
            results.map(({ seed }) => seed),
            range,
            most,
          ),
    );
    return element('tr', {}, element('th', { scope: 'row' }, range), cell);
  };

  /** @type {(seeds: number[], range: string, most: number) => HTMLElement} */
  const bar = (seeds, range, most) => {
    const fill = element('span', { class: 'seeds-fill', 'aria-hidden': 'true' });
    fill.style.setProperty('inline-size', `${Math.max(1, (100 * seeds.length) / most)}%`);
    const button = element(
      'button',
      { type: 'button', class: 'seeds-bar', 'aria-label': texts.bar(seeds.length, range, seeds[0]) },
      fill,
      messages.count(seeds.length),
    );
    button.addEventListener('click', () => onOpen(seeds[0]));
    return button;
  };

  return {
    element: table,
    /** @param {readonly Bin[]} bins */
    show(bins) {
      table.hidden = bins.length === 0;
      const most = Math.max(...bins.map(({ results }) => results.length));
      body.replaceChildren(...bins.map((bin) => row(bin, most)));
    },
  };
}

/**
 * The edge of a range, with the digits that its width needs.
 * @param {number} value
 * @param {number} width
 */
function edge(value, width) {
  return width >= 1e5 ? value.toExponential(1) : formatFixed(value, Math.max(0, -Math.floor(Math.log10(width * 1.01))));
}
