/**
 * A report of a benchmark: printed line by line while it runs, and kept in its part of docs/performance.md at the end. A quick run, whose
 * numbers mean nothing, is only printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../docs/performance.md', import.meta.url);

/**
 * @param {'engine' | 'page' | 'sweep'} part of docs/performance.md, between its two comments
 * @param {boolean} quick
 */
export function createReport(part, quick) {
  /** @type {string[]} */
  const lines = [];
  return {
    /** @param {string} text one line or more, as markdown */
    say(text) {
      console.log(text);
      lines.push(text);
    },
    save() {
      if (quick) return;
      const text = readFileSync(PAGE, 'utf8');
      const place = new RegExp(`(?<=<!-- ${part} -->\n)[^]*(?=<!-- /${part} -->)`);
      if (!place.test(text)) throw new Error(`docs/performance.md has no part "${part}" between its two comments`);
      writeFileSync(
        PAGE,
        text.replace(place, () => `${lines.join('\n').trim()}\n`),
      );
    },
  };
}
