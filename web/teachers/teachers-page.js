/**
 * The teacher's notes, as a page of their own: made of the lesson's outline and texts, of the homework, and of words for teachers. No engine is needed
 * for it: the answers are known by their fingerprints.
 */

import { writeAddress } from '../experiment/address.js';
import { parseExperiment } from '../experiment/experiment.js';
import { rightExperiment } from './homework-answer.js';
import { fillIn, piecesOf } from '../lesson/text.js';
import { CHAPTERS } from '../lesson/chapters/chapters.js';
import { HOMEWORK } from './homework.js';
import { OUTLINE } from '../lesson/chapters/outline.js';
import { LANGUAGES, LANGUAGE_IDS } from '../messages/languages.js';
import { byId } from '../ui/dom.js';
import { createLanguageChoice } from '../page/header/language-choice.js';
import { createTeachersView } from './teachers-view.js';
import { createThemeButton } from '../page/header/theme.js';

/** @typedef {import('../lesson/chapters/outline.js').Question} Question */
/** @typedef {import('../messages/en/lesson.js').QuestionTexts} QuestionTexts */

/** @typedef {{ id: import('../messages/languages.js').LanguageId, messages: import('../messages/en/shell.js').ShellMessages }} PageLanguage */

/**
 * @param {PageLanguage} language
 * @param {{ isThemeForced: boolean, beginAgain: (language: PageLanguage) => void }} options beginAgain: empties the page for another language
 */
export async function openTeachersPage(language, { isThemeForced, beginAgain }) {
  const { id: languageId, messages } = language;
  for (const id of ['question', 'answer-path', 'lesson', 'page-foot']) byId(id).remove();
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
  const [texts, messages, { lessonMessages, firstChapter }, { laterChapters }] = await Promise.all([
    language.teachers(),
    language.page(),
    language.lesson(),
    language.laterLesson(),
  ]);
  const chapterTexts = { ...firstChapter, ...laterChapters };
  const base = location.href.replace(/[?#].*$/, '');

  const chapters = OUTLINE.map(({ id, minutes, guess, check }, at) => {
    const claims = CHAPTERS.find((chapter) => chapter.id === id)?.claims ?? [];
    /** @type {(text: string) => string} */
    const plain = (text) =>
      piecesOf(fillIn(text, claims, lessonMessages.figures))
        .map((piece) => piece.text)
        .join('');
    /** @type {(question: Question, words: QuestionTexts) => { ask: string, right: string, reply: string }} */
    const answer = ({ right }, words) => ({
      ask: plain(words.ask),
      right: plain(words.options[right]),
      reply: plain(words.replies[right]),
    });
    return {
      title: lessonMessages.questions[id],
      minutes,
      ...texts.chapters[id],
      link: `?lang=${languageId}&lesson=${at + 1}`,
      frame: `${base}?embed=1&lang=${languageId}&lesson=${at + 1}`,
      guess: answer(guess, chapterTexts[id].guess),
      check: answer(check, chapterTexts[id].check),
    };
  });

  /** @type {(input: import('../experiment/experiment.js').ExperimentInput, steps: number) => string} the lab, without the lesson beside it */
  const labLink = (input, steps) => `?lang=${languageId}&hide=lesson${writeAddress({ experiment: parseExperiment(input), steps })}`;
  const tasks = HOMEWORK.map((task) => {
    const { id, start, runs } = task;
    const { answers, ...words } = texts.homework.tasks[id];
    return {
      ...words,
      link: labLink(start, runs[0].steps),
      answers: runs.map((run) => ({
        fingerprint: run.fingerprint,
        text: answers[run.id](run),
        link: labLink(rightExperiment(task, run), run.steps),
      })),
    };
  });

  document.title = `${texts.title} \u2013 ${messages.title}`;
  createTeachersView(root, { texts, messages, chapters, tasks, home: `?lang=${languageId}` });
}
