/** The parts of a course: what each is called, which address of the page shows it, and what a student is asked there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExperimentError } from '../../web/base/errors.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { fillIn, plainOf } from '../../web/lesson/text.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { chapterOfAddress, writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { parseTask } from '../../web/tasks/task.js';
import { writeTaskLink } from '../../web/tasks/task-link.js';
import { BuildError } from '../steps.js';

/** @typedef {import('./course-file.js').Course} Course */
/** @typedef {import('../../web/course/scorm/report.js').Asked} Asked */
/** @typedef {{ id: string, title: string, page: string, chapter: string | null, asks: readonly Asked[], isJudged: boolean }} CoursePart id: a name that XML and files take */

/** The page in every package. */
export const PAGE = 'twin-neurons.html';

/**
 * @param {Course} course
 * @param {string} folder of the course file, in which its files are found
 * @returns {Promise<CoursePart[]>}
 * @throws {BuildError} where a file is none of what it is said to be, with one sentence
 */
export async function partsOf(course, folder) {
  const texts = await readTexts(course.language);
  return [
    ...course.chapters.map((id) => chapterPart(id, course, texts)),
    ...course.own.map((path, at) => ownPart(path, { id: `own-${at + 1}`, course, folder })),
    ...course.tasks.map((path, at) => taskPart(path, { id: `task-${at + 1}`, course, folder, untitled: texts.task })),
  ];
}

/** @param {Course['language']} id */
async function readTexts(id) {
  const language = LANGUAGES[id];
  const [{ storyMessages, storyChapters }, { laterStoryChapters }, { beyondMessages, beyondChapters }, lab] = await Promise.all([
    language.story(),
    language.laterStory(),
    language.storyBeyond(),
    language.lab(),
  ]);
  return {
    // What leads back from the chapters beyond has the name of a chapter there.
    titles: { ...beyondMessages.titles, ...storyMessages.titles },
    chapters: { ...storyChapters, ...laterStoryChapters, ...beyondChapters },
    figures: storyMessages.figures,
    task: (await lab.tasks()).label,
  };
}

/**
 * @param {string} id
 * @param {Course} course
 * @param {Awaited<ReturnType<typeof readTexts>>} texts
 * @returns {CoursePart}
 */
function chapterPart(id, course, { titles, chapters, figures }) {
  const { steps, claims } = /** @type {import('../../web/lesson/story/chapter.js').Chapter} */ (
    [...CHAPTERS, ...BEYOND].find((chapter) => chapter.id === id)
  );
  const asks = steps.flatMap(({ id: step, ask }) => {
    if (ask === undefined) return [];
    const text = plainOf(fillIn(chapters[id].steps[step].ask?.ask ?? '', claims, figures));
    return [{ id: `${id}-${step}`, kind: ask.kind, options: ask.options, text }];
  });
  return {
    id,
    title: titles[id],
    page: `${PAGE}?${query(course, { lesson: id, only: id, notes: '0' })}`,
    chapter: id,
    asks,
    isJudged: asks.some(({ kind }) => kind === 'check'),
  };
}

/**
 * @param {string} path as the course file has it
 * @param {{ id: string, course: Course, folder: string, untitled: string }} options untitled: what a task without a title is called
 * @returns {CoursePart}
 */
function taskPart(path, { id, course, folder, untitled }) {
  return fromFile(path, { folder, what: 'task' }, (text) => {
    const task = parseTask(text);
    const page = `${PAGE}?${query(course, { notes: '0' })}#task=${writeTaskLink(task)}`;
    return { id, title: task.title || untitled, page, chapter: null, asks: [], isJudged: true };
  });
}

/**
 * @param {string} path as the course file has it
 * @param {{ id: string, course: Course, folder: string }} options
 * @returns {CoursePart}
 */
function ownPart(path, { id, course, folder }) {
  return fromFile(path, { folder, what: 'chapter' }, (text) => {
    const address = writeChapterAddress(parseChapter(text));
    const { own, chapter } = chapterOfAddress(address);
    const asks = chapter.steps.flatMap(({ id: step, ask }, at) =>
      ask === undefined ? [] : [{ id: `${id}-${step}`, kind: ask.kind, options: ask.options, text: own.steps[at].ask?.question ?? '' }],
    );
    return {
      id,
      title: own.title,
      page: `${PAGE}?${query(course, { only: 'own', notes: '0' })}${address}`,
      chapter: chapter.id,
      asks,
      isJudged: asks.some(({ kind }) => kind === 'check'),
    };
  });
}

/**
 * @param {string} path as the course file has it
 * @param {{ folder: string, what: string }} options
 * @param {(text: string) => CoursePart} read
 * @throws {BuildError}
 */
function fromFile(path, { folder, what }, read) {
  try {
    return read(readFileSync(join(folder, path), 'utf8'));
  } catch (error) {
    if (error instanceof ExperimentError) throw new BuildError(`${path}: ${error.message}`);
    if (error instanceof Error && 'code' in error) throw new BuildError(`the ${what} ${path} cannot be read (${error.code})`);
    throw error;
  }
}

/** @param {Course} course @param {Record<string, string>} more */
function query({ language, theme }, more) {
  return String(new URLSearchParams({ embed: '1', ...more, lang: language, ...(theme === null ? {} : { theme }) }));
}
