/**
 * A teacher's course file, which says what a course package is made of:
 *
 *     { "version": 1, "title": "Week 3", "chapters": ["twins", "zeros"], "own": ["our-question.json"], "tasks": ["first-task.json"], "language": "es", "theme": "dark" }
 *
 * Everything but the version may be left out: then it is the eight chapters of the question, in English.
 */
import { BEYOND_IDS, QUESTION_IDS } from '../../web/base/address-keys.js';
import { choice, exactly, list, object, refine, fail, text } from '../../web/base/checks.js';
import { ExperimentError } from '../../web/base/errors.js';
import { LANGUAGE_IDS } from '../../web/messages/languages.js';
import { BuildError } from '../steps.js';

/**
 * @typedef {object} Course
 * @property {string | null} title
 * @property {readonly string[]} chapters ids
 * @property {readonly string[]} own files of chapters of the teacher's own, beside the course file
 * @property {readonly string[]} tasks files, beside the course file
 * @property {import('../../web/messages/languages.js').LanguageId} language
 * @property {'light' | 'dark' | null} theme null: as the student's system has it
 */

const LONGEST_TITLE = 200;
const LONGEST_PATH = 300;
const MOST_FILES = 100;

/** What can be done; "beyond" is a page to be read. */
const CHAPTERS = QUESTION_IDS.filter((id) => id !== 'beyond');
const ALL_CHAPTERS = [...CHAPTERS, ...BEYOND_IDS];

/** A title has something to read in it. */
const title = refine(text(LONGEST_TITLE), (value, path) => {
  if (value.trim() === '') fail(path, 'must have something to read in it');
});

const files = list(text(LONGEST_PATH), { most: MOST_FILES, wanted: `a list of at most ${MOST_FILES} files`, unique: (path) => path });

const COURSE = refine(
  object([
    { key: 'version', kind: exactly(1) },
    { key: 'title', kind: title, optional: true },
    {
      key: 'chapters',
      kind: list(choice(ALL_CHAPTERS), { most: ALL_CHAPTERS.length, wanted: 'a list of chapters', unique: (id) => id }),
      fallback: () => CHAPTERS,
    },
    { key: 'own', kind: files, fallback: () => [] },
    { key: 'tasks', kind: files, fallback: () => [] },
    { key: 'language', kind: choice(LANGUAGE_IDS), fallback: () => 'en' },
    { key: 'theme', kind: choice(['light', 'dark']), optional: true },
  ]),
  ({ chapters, own, tasks }, path) => {
    if (chapters.length + own.length + tasks.length === 0) fail(path, 'must have a chapter or a task');
  },
);

/**
 * @param {unknown} given
 * @returns {Course}
 * @throws {ExperimentError}
 */
export function checkCourse(given) {
  const { title: named = null, chapters, own, tasks, language, theme = null } = COURSE.check(given, 'course', { root: null, own: null });
  return { title: named, chapters, own, tasks, language, theme };
}

/**
 * @param {string} json
 * @param {string} name of the file, for a sentence
 * @returns {Course}
 * @throws {BuildError} with one sentence
 */
export function readCourse(json, name) {
  try {
    return checkCourse(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BuildError(`${name} is not JSON: ${error.message}`);
    if (error instanceof ExperimentError) throw new BuildError(`${name}: ${error.message}`);
    throw error;
  }
}
