/** grade.html, the teacher's page that trains a class's hand-ins again: read, judged and saved in this browser alone. */

import { ExperimentError } from '../../base/errors.js';
import { decodeText } from '../../base/tables/decode.js';
import { TableError } from '../../base/tables/table-error.js';
import { gradeMessages as english } from '../../messages/en/grade.js';
import { gradeMessages as spanish } from '../../messages/es/grade.js';
import { MOST_CHARACTERS, readAnswers } from '../../tasks/answers.js';
import { gradeRows, mannerOf, writeRows } from '../../tasks/grade-table.js';
import { createJudge, gradeAll, inTurns } from '../../tasks/judge.js';
import { readTask } from '../../tasks/read-task.js';
import { holdsTask } from '../../tasks/task-link.js';
import { element, setReason, setText } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { openLanguage } from '../page-language.js';

/** @typedef {import('../../engine/lab.js').Lab} Lab */
/** @typedef {import('../../tasks/judge.js').Grade} Grade */
/** @typedef {import('../../tasks/answers.js').Answers} Answers */

/** So long the page works before it shows how far it is. */
const SLICE_MS = 50;

/**
 * @param {HTMLElement} root
 * @param {typeof english} messages
 * @param {() => Promise<Lab>} openLab
 */
export function createGradePage(root, messages, openLab) {
  const taskText = element('textarea', { id: 'task', rows: 4, spellcheck: 'false', 'aria-describedby': 'task-hint task-said' });
  const taskFile = element('input', { id: 'task-file', type: 'file', accept: '.json,.txt,application/json,text/plain' });
  const taskSaid = element('p', { id: 'task-said', role: 'status' });
  const answersText = element('textarea', { id: 'answers', rows: 8, spellcheck: 'false', 'aria-describedby': 'answers-hint' });
  const answersFiles = element('input', {
    id: 'answers-files',
    type: 'file',
    multiple: true,
    accept: '.csv,.txt,.tsv,text/csv,text/plain',
  });
  const go = element('button', { type: 'button', 'data-action': 'grade' }, messages.grade);
  const trouble = element('p', { class: 'trouble', role: 'alert', hidden: true });
  const said = element('p', { role: 'status', class: 'grade-said' });
  const table = element('table', { class: 'grades', 'aria-label': messages.table });
  const save = element('button', { type: 'button', 'data-action': 'save-csv', hidden: true }, messages.save);
  let csv = '';

  /** @param {unknown} reason null: there is none */
  const refuse = (reason) => {
    trouble.hidden = reason === null;
    setReason(trouble, reason ?? '');
  };

  /** Does what may be refused with a sentence, and says it. @param {() => void | Promise<void>} action */
  async function attempt(action) {
    refuse(null);
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ExperimentError || error instanceof Refusal)) throw error;
      refuse(error instanceof Refusal ? error.message : error);
    }
  }

  /** @param {File} file */
  async function textOf(file) {
    if (file.size > MOST_CHARACTERS) throw new Refusal(messages.tooLarge);
    try {
      return decodeText(new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      if (error instanceof TableError) throw new Refusal(messages.workbook(file.name));
      throw error;
    }
  }

  function task() {
    if (taskText.value.trim() === '') throw new Refusal(messages.taskMissing);
    return readTask(taskText.value);
  }

  const showTask = () =>
    attempt(() => {
      setText(taskSaid, '');
      if (taskText.value.trim() === '') return;
      const { title, steps, conditions } = task();
      setText(taskSaid, messages.isTask(title, steps, conditions.length));
    });

  /** What is in several files is one class, each after the other. @type {string[]} */
  let parts = [];
  /** @param {Iterable<File>} files */
  const takeAnswers = (files) =>
    attempt(async () => {
      parts = [];
      for (const file of files) parts.push(await textOf(file));
      answersText.value = parts.join('\n\n');
    });
  answersText.addEventListener('input', () => (parts = []));

  /** @returns {Answers} */
  function answers() {
    const texts = parts.length > 0 ? parts : [answersText.value];
    if (texts.every((text) => text.trim() === '')) throw new Refusal(messages.answersMissing);
    const read = texts.map(readAnswers);
    return { handIns: read.flatMap(({ handIns }) => handIns), separator: read[0].separator };
  }

  const grade = () =>
    attempt(async () => {
      const asked = task();
      const { handIns, separator } = answers();
      go.disabled = true;
      const lab = await open();
      /** @type {Grade[]} */
      let grades = [];
      try {
        let begun = performance.now();
        grades = await inTurns(gradeAll(createJudge(lab, asked), asked, handIns), async (done) => {
          if (performance.now() - begun < SLICE_MS) return;
          setText(said, messages.working(done, handIns.length));
          await new Promise((resolve) => setTimeout(resolve));
          begun = performance.now();
        });
      } finally {
        lab.close();
        go.disabled = false;
      }
      show(gradeRows(grades, asked.conditions.length, messages.words), grades);
      csv = writeRows(gradeRows(grades, asked.conditions.length, messages.words), mannerOf(separator));
    });

  async function open() {
    try {
      return await openLab();
    } catch {
      go.disabled = false;
      throw new Refusal(messages.failed);
    }
  }

  /** @param {string[][]} rows @param {readonly Grade[]} grades */
  function show([head, ...body], grades) {
    const count = (/** @type {string} */ word) => grades.filter((each) => each.word === word).length;
    const [met, notMet] = [count('met'), count('not-met')];
    setText(said, messages.result(met, notMet, grades.length - met - notMet));
    table.replaceChildren(
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element(
        'tbody',
        {},
        ...body.map((row, at) => element('tr', { 'data-word': grades[at].word }, ...row.map((cell) => element('td', {}, cell)))),
      ),
    );
    save.hidden = false;
  }

  taskText.addEventListener('change', showTask);
  taskFile.addEventListener('change', () =>
    attempt(async () => {
      const [file] = taskFile.files ?? [];
      if (file === undefined) return;
      taskText.value = await textOf(file);
      taskFile.value = '';
      await showTask();
    }),
  );
  answersFiles.addEventListener('change', async () => {
    await takeAnswers([...(answersFiles.files ?? [])]);
    // The same file can be chosen again, when it was put right.
    answersFiles.value = '';
  });
  acceptDrops(document.documentElement, takeAnswers);
  go.addEventListener('click', grade);
  save.addEventListener('click', () => downloadText(messages.fileName, csv, 'text/csv'));

  root.replaceChildren(
    element('h1', {}, messages.title),
    element('p', {}, messages.lead),
    element('h2', {}, element('label', { for: taskText.id }, messages.task)),
    element('p', { id: 'task-hint' }, messages.taskHint),
    taskText,
    element('p', {}, element('label', { for: taskFile.id }, `${messages.taskFile} `), taskFile),
    taskSaid,
    element('h2', {}, element('label', { for: answersText.id }, messages.answers)),
    element('p', { id: 'answers-hint' }, messages.answersHint),
    answersText,
    element('p', {}, element('label', { for: answersFiles.id }, `${messages.answersFiles} `), answersFiles),
    element('p', {}, go),
    trouble,
    said,
    element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': messages.table }, table),
    element('p', {}, save),
    element('p', {}, element('a', { href: './' }, messages.toPage)),
  );
  // A link to this page may bring the task along.
  if (holdsTask(location.hash)) {
    taskText.value = location.href;
    showTask();
  }
}

/** What is asked cannot be done; the message is a sentence of the page. */
class Refusal extends Error {}

/** The package lies beside this page, and has the engine. @returns {Promise<Lab>} */
async function openPackage() {
  const { openLab } = await import(new URL('./twin-neurons.js', import.meta.url).href);
  return openLab();
}

const main = document.querySelector('main[data-page="grade"]');
if (main instanceof HTMLElement) createGradePage(main, openLanguage({ en: english, es: spanish }), openPackage);
