/** The parts of a course: what each is called, which address of the page shows it, and what a student is asked there. */
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { fillIn, plainOf } from '../../web/lesson/text.js';
import { LANGUAGES } from '../../web/messages/languages.js';

/** @typedef {import('./course-file.js').Course} Course */
/** @typedef {import('../../web/course/scorm/report.js').Asked} Asked */
/** @typedef {{ id: string, title: string, page: string, chapter: string | null, asks: readonly Asked[], isJudged: boolean }} CoursePart id: a name that XML and files take */

/** The page in every package. */
export const PAGE = 'twin-neurons.html';

/**
 * @param {Course} course
 * @returns {Promise<CoursePart[]>}
 */
export async function partsOf(course) {
  const texts = await readTexts(course.language);
  return course.chapters.map((id) => chapterPart(id, course, texts));
}

/** @param {Course['language']} id */
async function readTexts(id) {
  const language = LANGUAGES[id];
  const [{ storyMessages, storyChapters }, { laterStoryChapters }, { beyondMessages, beyondChapters }] = await Promise.all([
    language.story(),
    language.laterStory(),
    language.storyBeyond(),
  ]);
  return {
    // What leads back from the chapters beyond has the name of a chapter there.
    titles: { ...beyondMessages.titles, ...storyMessages.titles },
    chapters: { ...storyChapters, ...laterStoryChapters, ...beyondChapters },
    figures: storyMessages.figures,
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

/** @param {Course} course @param {Record<string, string>} more */
function query({ language, theme }, more) {
  return String(new URLSearchParams({ embed: '1', ...more, lang: language, ...(theme === null ? {} : { theme }) }));
}
