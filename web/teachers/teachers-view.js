/** The teacher's notes on the page: a section for each question, with its answers folded away, and the homework. */

import { createCopyButton, selectText } from '../ui/copy-button.js';
import { element } from '../ui/dom.js';

/** The package's command; its words are the same in every language. */
const GRADE = 'twin-neurons grade task.json answers.csv --out grades.csv';

/** @typedef {import('../messages/en/teachers.js').TeachersMessages} Texts */
/** @typedef {{ kind: string, ask: string, right: string, reply: string }} Answer kind: guess or check, in words */
/** @typedef {{ title: string, minutes: number, shows: string, aim: string, against: readonly string[], board: readonly string[], link: string, frame: string, answers: readonly Answer[] }} ChapterNotes board: lines for the blackboard */
/** @typedef {{ title: string, text: string, handIn: string, link: string, grade: string, answer: string }} Task */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Texts} options.texts
 * @param {import('../messages/en/page.js').Messages} options.messages
 * @param {readonly ChapterNotes[]} options.chapters
 * @param {readonly ChapterNotes[]} options.beyond chapters beyond the question
 * @param {readonly Task[]} options.tasks
 * @param {HTMLElement} options.builder what puts the page into a course
 * @param {string} options.home address of the lesson and the lab
 */
export function createTeachersView(root, { texts, messages, chapters, beyond, tasks, builder, home }) {
  const { homework } = texts;
  const contents = [
    ...chapters.map(({ title }, at) => ({ id: `question-${at + 1}`, text: `${at + 1}. ${title}` })),
    ...beyond.map(({ title }, at) => ({ id: `question-${chapters.length + at + 1}`, text: `${chapters.length + at + 1}. ${title}` })),
    { id: 'homework', text: homework.title },
  ];
  root.append(
    element('h1', {}, texts.title),
    element('p', { class: 'teachers-lead' }, texts.lead),
    element('p', { class: 'teachers-home' }, element('a', { href: home }, texts.toPage)),
    ...texts
      .intro(
        chapters.length,
        chapters.reduce((sum, { minutes }) => sum + minutes, 0),
      )
      .map((text) => element('p', {}, text)),
    builder,
    ...pagesForClass(texts.pages),
    element(
      'nav',
      { 'aria-label': texts.contents },
      element('h2', {}, texts.contents),
      element('ul', { class: 'teachers-contents' }, ...contents.map(({ id, text }) => element('li', {}, inPageLink(id, text)))),
    ),
    element('h2', {}, texts.lesson),
    ...chapters.map((chapter, at) => chapterNotes(chapter, at + 1, texts, messages)),
    element('h2', {}, texts.beyond),
    element('p', {}, texts.beyondIntro),
    ...beyond.map((chapter, at) => chapterNotes(chapter, chapters.length + at + 1, texts, messages)),
    element(
      'section',
      { id: 'homework', class: 'teachers-homework', tabindex: '-1' },
      element('h2', {}, homework.title),
      ...homework.intro.map((text) => element('p', {}, text)),
      ...tasks.map((task, at) => taskNotes(task, at + 1, homework)),
      element('h3', {}, homework.gradeTitle),
      element('p', {}, homework.gradeText),
      element('pre', {}, element('code', {}, GRADE)),
    ),
  );
}

/** The teacher's other pages, which lie beside the site's; the page of one file has nothing beside it. @param {Texts['pages']} texts */
function pagesForClass({ title, grade, answers, own }) {
  if (/\/twin-neurons\.html$/.test(location.pathname)) return [];
  const pages = [
    ['grade.html', grade],
    ['answers.html', answers],
    ['own-question.html', own],
  ];
  return [
    element('h2', {}, title),
    element('ul', { class: 'teachers-contents' }, ...pages.map(([href, text]) => element('li', {}, element('a', { href }, text)))),
  ];
}

/**
 * A link within the page. The address stays as it is: what stands behind its "#" is for experiments.
 * @param {string} id
 * @param {string} text
 */
function inPageLink(id, text) {
  const link = element('a', { href: `#${id}` }, text);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  });
  return link;
}

/**
 * @param {ChapterNotes} chapter
 * @param {number} number
 * @param {Texts} texts
 * @param {import('../messages/en/page.js').Messages} messages
 */
function chapterNotes({ title, minutes, shows, aim, against, board, link, frame, answers }, number, texts, messages) {
  const code = element('code', {
    class: 'teachers-frame',
    tabindex: '0',
    'aria-label': texts.frameOf(title),
    role: 'textbox',
    'aria-readonly': 'true',
  });
  code.textContent = `<iframe src="${frame}" title="Twin Neurons: ${title.replaceAll('"', '&quot;')}" width="100%" height="640" loading="lazy"></iframe>`;
  const copy = createCopyButton({
    label: texts.copy,
    class: 'quiet-button',
    read: () => code.textContent ?? '',
    onRefused: () => selectText(code),
    messages,
  });
  return element(
    'section',
    { class: 'teachers-chapter', id: `question-${number}`, tabindex: '-1' },
    element('h3', {}, `${number}. ${title}`),
    element(
      'dl',
      {},
      element('dt', {}, texts.shows),
      element('dd', {}, shows),
      element('dt', {}, texts.aim),
      element('dd', {}, aim),
      element('dt', {}, texts.against),
      element('dd', {}, element('ul', {}, ...against.map((text) => element('li', {}, text)))),
      element('dt', {}, texts.board),
      element('dd', {}, ...board.map((line) => element('p', { class: 'teachers-board' }, line))),
      element('dt', {}, texts.time),
      element('dd', {}, texts.minutes(minutes)),
      element('dt', {}, texts.use),
      element(
        'dd',
        {},
        element('p', {}, element('a', { href: link }, texts.open)),
        element('p', {}, texts.frame),
        element('div', { class: 'teachers-code' }, code, copy.button, copy.note),
      ),
    ),
    answers.length === 0
      ? null
      : element('details', { class: 'teachers-key' }, element('summary', {}, texts.key), ...answers.map(answerText)),
  );
}

/** @param {Answer} answer */
function answerText({ kind, ask, right, reply }) {
  return element('p', {}, element('b', {}, `${kind}: `), `${ask} `, element('strong', {}, right), ` ${reply}`);
}

/**
 * @param {Task} task
 * @param {number} number
 * @param {Texts['homework']} texts
 */
function taskNotes({ title, text, handIn, link, grade, answer }, number, texts) {
  return element(
    'section',
    { class: 'teachers-task' },
    element('h3', {}, `${texts.task} ${number}: ${title}`),
    element('p', {}, text),
    element('p', {}, element('a', { href: link }, texts.open), ' ', element('a', { href: grade }, texts.grade)),
    element('p', {}, element('b', {}, `${texts.handIn}: `), handIn),
    element('details', { class: 'teachers-key' }, element('summary', {}, texts.key), element('p', {}, answer)),
  );
}
