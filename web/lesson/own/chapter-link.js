/** A teacher's chapter as a link: "#chapter=" and letters, with a sum over them. The letter in front names this way of writing. Pure. */

import { isObject, writeJson } from '../../base/checks.js';
import { ExperimentError } from '../../base/errors.js';
import { objectFromLetters, toLetters } from '../../base/letters.js';
import { readLink, writeLink } from '../../experiment/link-bytes.js';
import { compactChapter, parseChapter } from './chapter-file.js';
import { chapterOf } from './told-chapter.js';

/** @typedef {import('./chapter-file.js').OwnChapter} OwnChapter */

const FORMAT = 'a';
/** As many as browsers and mail programs leave whole. */
const LONGEST = 100_000;
const SUM = /^a([\w-]+)\.([0-9a-z]{1,7})$/;

/** @param {OwnChapter} chapter @returns {string} with its "#" */
export function writeChapterAddress(chapter) {
  const compact = compactChapter(chapter);
  const runs = chapter.runs.map(({ experiment }, at) => ({ ...compact.runs[at], experiment: writeLink(experiment) }));
  const letters = toLetters(writeJson({ ...compact, runs }));
  if (letters.length > LONGEST)
    throw new ExperimentError(
      'chapter',
      `a link has room for ${LONGEST} characters, and this chapter takes ${letters.length}; make it shorter`,
    );
  return `#chapter=${FORMAT}${letters}.${sumOf(letters)}`;
}

/**
 * @param {string} hash of an address that holdsChapter
 * @returns {{ chapter: OwnChapter, sum: string }} sum: by which this chapter is known from others
 * @throws {ExperimentError}
 */
export function readChapterAddress(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, '')).get('chapter') ?? '';
  const [, letters = '', sum = ''] = SUM.exec(given) ?? [];
  const isWhole = sum !== '' && given.length <= 2 * LONGEST && sumOf(letters) === sum;
  const value = isWhole ? objectFromLetters(letters) : null;
  if (!Array.isArray(value?.runs) || !value.runs.every(isObject))
    throw new ExperimentError(
      'chapter',
      'the link is damaged: characters of it are missing or changed; copy it again, from its start to its end',
    );
  const runs = value.runs.map((/** @type {any} */ run) => ({ ...run, experiment: readLink(run.experiment).experiment }));
  return { chapter: parseChapter({ ...value, runs }), sum };
}

/**
 * @param {string} hash of an address that holdsChapter
 * @returns {{ own: OwnChapter, chapter: import('../story/chapter.js').Chapter, id: string }} as it was written, and as it is told
 * @throws {ExperimentError}
 */
export function chapterOfAddress(hash) {
  const { chapter: own, sum } = readChapterAddress(hash);
  const id = `own-${sum}`;
  return { own, chapter: chapterOf(own, id), id };
}

/** FNV-1a over the letters: it finds what a mail program has lost, and is no protection. @param {string} letters */
function sumOf(letters) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at += 1) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
