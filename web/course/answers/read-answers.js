/** Reads the files of a class's answers, which come from strangers, and puts them into one table. Pure. */

import { TOLD_IDS } from '../../base/address-keys.js';
import { exactly, list, object, text } from '../../base/checks.js';
import { ExperimentError } from '../../base/errors.js';
import { KIND, LONGEST_NAME } from '../../lesson/answers/answer-file.js';
import { isOwnId } from '../../lesson/first-view.js';
import { MOST_OWN } from '../../lesson/own/kept-own.js';
import { TOLD_ROWS } from '../../lesson/told-rows.js';

/** @typedef {import('../../lesson/answers/answer-file.js').Answers} Answers */

/** A file that is longer is none of ours. */
const LONGEST_FILE = 100_000;
const MOST_CHAPTERS = TOLD_IDS.length + MOST_OWN;

const FILE = object([
  { key: 'version', kind: exactly(1) },
  { key: 'kind', kind: exactly(KIND) },
  { key: 'name', kind: text(LONGEST_NAME) },
  {
    key: 'chapters',
    kind: list(object(TOLD_ROWS), {
      most: MOST_CHAPTERS,
      wanted: `a list of at most ${MOST_CHAPTERS} chapters`,
      unique: ({ chapter }) => chapter,
    }),
  },
]);

/**
 * @param {string} json
 * @returns {Answers}
 * @throws {ExperimentError} with a sentence
 */
export function readAnswers(json) {
  if (json.length > LONGEST_FILE) throw new ExperimentError('answers', `must have at most ${LONGEST_FILE} characters; got ${json.length}`);
  let given;
  try {
    given = JSON.parse(json);
  } catch {
    throw new ExperimentError('answers', 'must be a file that "Save my answers" has made; this is not JSON');
  }
  return FILE.check(given, 'answers', { root: null, own: null });
}

/**
 * The chapters that somebody has begun: ours in their order, then the teachers' own as they come.
 * @param {readonly { answers: Answers }[]} files
 * @returns {string[]}
 */
export function begunIn(files) {
  const begun = new Set(files.flatMap(({ answers }) => answers.chapters.map(({ chapter }) => chapter)));
  return [...TOLD_IDS.filter((id) => begun.has(id)), ...[...begun].filter(isOwnId)];
}

/**
 * A row a student: the name, how many chapters are done, and of each chapter the guesses, the answers and the score.
 * @param {readonly { file: string, answers: Answers }[]} files
 * @param {readonly string[]} chapters the columns
 * @param {{ name: string, file: string, done: string, guess: (chapter: string) => string, answers: (chapter: string) => string, score: (chapter: string) => string }} words
 * @returns {string[][]} the names of the columns first
 */
export function tableOf(files, chapters, words) {
  /** What a teacher's own is called; two of one title are told apart by their ids. @param {string} id */
  const nameOf = (id) => {
    const title = files.flatMap(({ answers }) => answers.chapters).find(({ chapter }) => chapter === id)?.title;
    return title === undefined ? id : `${title} (${id})`;
  };
  const head = [
    words.name,
    words.file,
    words.done,
    ...chapters.map(nameOf).flatMap((each) => [words.guess(each), words.answers(each), words.score(each)]),
  ];
  const rows = files.map(({ file, answers }) => {
    const cells = chapters.flatMap((each) => {
      const told = answers.chapters.find(({ chapter }) => chapter === each);
      return told === undefined ? ['', '', ''] : [Object.values(told.guesses).join(' '), told.answers.join(' '), String(told.score ?? '')];
    });
    return [answers.name, file, String(answers.chapters.filter(({ done }) => done).length), ...cells];
  });
  return [head, ...rows];
}
