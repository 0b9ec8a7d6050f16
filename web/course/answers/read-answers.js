/** Reads the files of a class's answers, which come from strangers, and puts them into one table. Pure. */

import { choice, exactly, fail, flag, isObject, list, object, text, whole } from '../../base/checks.js';
import { ExperimentError, describe } from '../../base/errors.js';
import { KIND, LONGEST_NAME } from '../../lesson/answers/answer-file.js';

/** @typedef {import('../../base/checks.js').Kind} Kind */
/** @typedef {import('../../lesson/answers/answer-file.js').Answers} Answers */

/** A file that is longer is none of ours. */
const LONGEST_FILE = 100_000;
const LONGEST_ID = 64;
const MOST_STEPS = 100;
const MOST_ANSWERS = 20;

const id = text(LONGEST_ID);

/** @param {Kind} kind @returns {Kind} */
const orNull = (kind) => ({
  wanted: `${kind.wanted}, or null`,
  check: (value, path, scope) => (value === null ? null : kind.check(value, path, scope)),
});

/** @type {Kind} */
const guesses = {
  wanted: 'an object of texts',
  check(value, path, scope) {
    if (!isObject(value) || Object.keys(value).length > MOST_STEPS) fail(path, `must be an object of texts; got ${describe(value)}`);
    return Object.fromEntries(Object.entries(value).map(([step, option]) => [id.check(step, path, scope), id.check(option, path, scope)]));
  },
};

/** @param {readonly string[]} known ids of chapters */
const fileOf = (known) =>
  object([
    { key: 'version', kind: exactly(1) },
    { key: 'kind', kind: exactly(KIND) },
    { key: 'name', kind: text(LONGEST_NAME) },
    {
      key: 'chapters',
      kind: list(
        object([
          { key: 'chapter', kind: choice(known) },
          { key: 'step', kind: id, optional: true },
          { key: 'reached', kind: whole(1, MOST_STEPS), optional: true },
          { key: 'steps', kind: whole(1, MOST_STEPS), optional: true },
          { key: 'guess', kind: orNull(id), optional: true },
          { key: 'guesses', kind: guesses, fallback: () => ({}) },
          { key: 'skipped', kind: flag, optional: true },
          { key: 'hasRun', kind: flag, optional: true },
          { key: 'answers', kind: list(id, { most: MOST_ANSWERS, wanted: 'a list of answers' }), fallback: () => [] },
          { key: 'done', kind: flag },
          { key: 'score', kind: orNull(whole(0, 100)) },
        ]),
        { most: known.length, wanted: 'a list of chapters', unique: ({ chapter }) => chapter },
      ),
    },
  ]);

/**
 * @param {string} json
 * @param {readonly string[]} known ids of chapters
 * @returns {Answers}
 * @throws {ExperimentError} with a sentence
 */
export function readAnswers(json, known) {
  if (json.length > LONGEST_FILE) throw new ExperimentError('answers', `must have at most ${LONGEST_FILE} characters; got ${json.length}`);
  let given;
  try {
    given = JSON.parse(json);
  } catch {
    throw new ExperimentError('answers', 'must be a file that "Save my answers" has made; this is not JSON');
  }
  return fileOf(known).check(given, 'answers', { root: null, own: null });
}

/**
 * A row a student: the name, how many chapters are done, and of each chapter the guesses, the answers and the score.
 * @param {readonly { file: string, answers: Answers }[]} files
 * @param {readonly string[]} chapters the columns
 * @param {{ name: string, file: string, done: string, guess: (chapter: string) => string, answers: (chapter: string) => string, score: (chapter: string) => string }} words
 * @returns {string[][]} the names of the columns first
 */
export function tableOf(files, chapters, words) {
  const head = [
    words.name,
    words.file,
    words.done,
    ...chapters.flatMap((each) => [words.guess(each), words.answers(each), words.score(each)]),
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
