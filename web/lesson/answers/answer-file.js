/**
 * The file of a student's answers, as the lesson saves it and course/answers/read-answers.js reads it, and the same as a table. Pure.
 *
 *     { "version": 1, "kind": "twin-neurons-answers", "name": "Ada", "chapters": [ … ] }   the chapters as docs/messages.md has them in `progress`
 */

/**
 * What is told of one chapter.
 * @typedef {object} ChapterAnswers
 * @property {string} chapter its id
 * @property {string} [title] of a teacher's own chapter
 * @property {Readonly<Record<string, string>>} guesses by the step that asked
 * @property {readonly string[]} answers to the check, in their order
 * @property {boolean} done
 * @property {number | null} score
 */
/** @typedef {{ name: string, chapters: readonly ChapterAnswers[] }} Answers */

export const KIND = 'twin-neurons-answers';
export const LONGEST_NAME = 200;

/**
 * @param {string} name of the student
 * @param {readonly (ChapterAnswers & { reached: number })[]} chapters those that were begun are taken
 * @returns {Answers}
 */
export function answersOf(name, chapters) {
  const begun = chapters.filter(({ reached, guesses: given, answers }) => reached > 1 || answers.length + Object.keys(given).length > 0);
  return { name: name.trim().slice(0, LONGEST_NAME), chapters: begun };
}

/** @param {Answers} answers @returns {string} JSON */
export function writeAnswers({ name, chapters }) {
  return `${JSON.stringify({ version: 1, kind: KIND, name, chapters }, null, 2)}\n`;
}

/**
 * A student's own table: a row a chapter.
 * @param {Answers} answers
 * @param {Record<'name' | 'chapter' | 'done' | 'guess' | 'answers' | 'score' | 'yes' | 'no', string>} words
 * @returns {string[][]} the names of the columns first
 */
export function ownTable({ name, chapters }, words) {
  const rows = chapters.map(({ chapter, title, done, guesses: given, answers, score }) => [
    name,
    title ?? chapter,
    done ? words.yes : words.no,
    Object.values(given).join(' '),
    answers.join(' '),
    String(score ?? ''),
  ]);
  return [[words.name, words.chapter, words.done, words.guess, words.answers, words.score], ...rows];
}
