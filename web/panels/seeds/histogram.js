/** The final losses of many seeds, in ranges. */

import { formatFixed } from '../../base/format.js';
import { createBarTable } from './bar-table.js';

/** @typedef {import('../../ties/seed-statistics.js').Bin} Bin */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/**
 * @param {readonly Bin[]} bins at least one
 * @param {Messages} messages
 * @param {(seed: number) => void} onOpen
 */
export function createHistogram(bins, messages, onOpen) {
  const texts = messages.seeds;
  const rows = bins.map(({ from, to, results }) => {
    const range = texts.range(edge(from, to - from), edge(to, to - from));
    const seeds = results.map(({ seed }) => seed);
    return { head: [range], label: texts.bar(seeds.length, range, seeds[0]), seeds };
  });
  const caption = `${texts.histogram}. ${texts.barsHint}`;
  return createBarTable({ caption, columns: [texts.lossColumn, texts.seedsColumn], rows, count: messages.count, onOpen });
}

/**
 * The edge of a range, with the digits that its width needs.
 * @param {number} value
 * @param {number} width
 */
function edge(value, width) {
  return width >= 1e5 ? value.toExponential(1) : formatFixed(value, Math.max(0, -Math.floor(Math.log10(width * 1.01))));
}
