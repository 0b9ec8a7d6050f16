/**
 * The teacher's notes, as a page of their own: made of the story's questions and texts, of the homework, and of words for teachers. No engine is needed
 * for it.
 */

import { BEYOND } from '../lesson/story/beyond/index.js';
import { CHAPTERS } from '../lesson/story/chapters/index.js';
import { fillIn, plainOf } from '../lesson/text.js';
import { HOMEWORK } from './homework.js';
import { parseTask } from '../tasks/task.js';
import { writeTaskLink } from '../tasks/task-link.js';
import { PLAN } from './plan.js';
import { LANGUAGES, LANGUAGE_IDS } from '../messages/languages.js';
import { byId } from '../ui/dom.js';
import { createLanguageChoice } from '../page/header/language-choice.js';
import { createBuilderFold } from '../frame/builder-fold.js';
import { createTeachersView } from './teachers-view.js';
import { createThemeButton } from '../page/header/theme.js';

/** @typedef {{ id: import('../messages/languages.js').LanguageId, messages: import('../messages/en/shell.js').ShellMessages }} PageLanguage */

/**
 * @param {PageLanguage} language
 * @param {{ isThemeForced: boolean, beginAgain: (language: PageLanguage) => void }} options beginAgain: empties the page for another language
 */
export async function openTeachersPage(language, { isThemeForced, beginAgain }) {
  const { id: languageId, messages } = language;
  for (const id of ['question', 'answer-path', 'story', 'beyond', 'page-foot']) byId(id).remove();
  const main = document.querySelector('main') ?? document.body;
  main.replaceChildren();
  main.className = 'teachers';
  const leaving = new AbortController();
  createThemeButton(byId('theme'), { messages, isForced: isThemeForced, signal: leaving.signal, onChange() {} });
  const choice = createLanguageChoice(byId('language'), {
    messages,
    languages: LANGUAGE_IDS.map((id) => ({ id, name: LANGUAGES[id].name })),
    chosen: languageId,
    async onChoose(id) {
      const next = { id, messages: await LANGUAGES[id].shell() };
      leaving.abort();
      beginAgain(next);
      (await openTeachersPage(next, { isThemeForced, beginAgain })).focusLanguage();
    },
  });
  await fillTeachersPage(main, language);
  return { focusLanguage: choice.focus };
}

/**
 * @param {HTMLElement} root
 * @param {PageLanguage} language
 */
async function fillTeachersPage(root, { id: languageId }) {
  const language = LANGUAGES[languageId];
  const [texts, messages, { storyMessages, storyChapters }, { laterStoryChapters }, { beyondMessages, beyondChapters }, { keep }] =
    await Promise.all([
      language.teachers(),
      language.page(),
      language.story(),
      language.laterStory(),
      language.storyBeyond(),
      language.lab(),
    ]);
  /** @type {typeof storyChapters} */
  const chapterTexts = { ...storyChapters, ...laterStoryChapters, ...beyondChapters };
  const base = location.href.replace(/[?#].*$/, '');

  /** @param {{ id: string, minutes: number }} planned @param {string} title @param {typeof texts.chapters[string]} notes */
  const notesOf = ({ id, minutes }, title, { shows, aim, against, board }) => {
    const { claims, steps } = chapterOf(id);
    const say = (/** @type {string} */ text) => plainOf(fillIn(text, claims, storyMessages.figures));
    return {
      title,
      minutes,
      shows: say(shows),
      aim: say(aim),
      against: against.map(say),
      board: board.map(say),
      link: `?lang=${languageId}&lesson=${id}`,
      frame: `${base}?embed=1&lang=${languageId}&lesson=${id}`,
      answers: steps.flatMap(({ id: step, ask }) => {
        const words = chapterTexts[id].steps[step].ask;
        if (ask === undefined || words === undefined) return [];
        return [{ kind: texts[ask.kind], ask: say(words.ask), right: say(words.options[ask.right]), reply: say(words.replies[ask.right]) }];
      }),
    };
  };
  const chapters = PLAN.map((planned) => notesOf(planned, storyMessages.titles[planned.id], texts.chapters[planned.id]));
  const beyond = BEYOND.map(({ id }) => notesOf({ id, minutes: BEYOND_MINUTES }, beyondMessages.titles[id], texts.beyondChapters[id]));

  // The lab, without the lesson beside it.
  const tasks = HOMEWORK.map(({ id, task }) => {
    const { title, text, handIn, answer } = texts.homework.tasks[id];
    const hash = `#task=${writeTaskLink(parseTask({ title, text, ...task }))}`;
    return { title, text, handIn, answer, link: `?lang=${languageId}&hide=lesson${hash}`, grade: `grade.html?lang=${languageId}${hash}` };
  });

  document.title = `${texts.title} \u2013 ${messages.title}`;
  const builder = createBuilderFold({ languageId, texts: keep, run: null });
  createTeachersView(root, { texts, messages, chapters, beyond, tasks, builder, home: `?lang=${languageId}` });
}

/** What a chapter beyond the question takes. */
const BEYOND_MINUTES = 4;

/** @param {string} id @returns {Pick<import('../lesson/story/chapter.js').Chapter, 'claims' | 'steps'>} */
function chapterOf(id) {
  const found = [...CHAPTERS, .../** @type {readonly any[]} */ (BEYOND)].find((chapter) => chapter.id === id);
  if (found === undefined) throw new Error(`there is no chapter "${id}"`);
  return found;
}
