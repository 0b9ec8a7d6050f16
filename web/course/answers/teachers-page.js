/** answers.html, the teacher's page that puts the files of a class together: read, shown and saved in this browser alone. */

import { ExperimentError } from '../../base/errors.js';
import { answersMessages as english } from '../../messages/en/answers.js';
import { answersMessages as spanish } from '../../messages/es/answers.js';
import { writeRows } from '../../tasks/grade-table.js';
import { element, setText } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { openLanguage } from '../page-language.js';
import { begunIn, readAnswers, tableOf } from './read-answers.js';

/** @typedef {import('../../lesson/answers/answer-file.js').Answers} Answers */
/** @typedef {{ file: string, answers: Answers }} Taken */

/** A file that is larger is none of ours, and is not read. */
const LARGEST = 1_000_000;

/**
 * @param {HTMLElement} root
 * @param {typeof english} messages
 */
export function createAnswersPage(root, messages) {
  /** @type {Taken[]} */
  let taken = [];
  /** @type {string[]} */
  let refused = [];
  const input = element('input', { type: 'file', multiple: true, accept: '.json,application/json', id: 'files' });
  const said = element('p', { role: 'status' });
  const reasons = element('ul', { class: 'refused' });
  const table = element('table', {});
  const save = element('button', { type: 'button', disabled: true, 'data-action': 'save-csv' }, messages.save);
  const clear = element('button', { type: 'button', disabled: true, 'data-action': 'clear' }, messages.clear);

  const rows = () => tableOf(taken, begunIn(taken), messages);

  function show() {
    save.disabled = taken.length === 0;
    clear.disabled = taken.length + refused.length === 0;
    setText(said, clear.disabled ? '' : messages.taken(taken.length, refused.length));
    reasons.replaceChildren(...refused.map((sentence) => element('li', {}, sentence)));
    const [head, ...body] = rows();
    table.replaceChildren(
      ...(taken.length === 0
        ? []
        : [
            element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
            element('tbody', {}, ...body.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell))))),
          ]),
    );
  }

  /** One that cannot be taken leaves the others as they are. @param {File} file */
  async function take(file) {
    try {
      if (file.size > LARGEST) throw new ExperimentError('answers', `must be a file of at most ${LARGEST} bytes; got ${file.size}`);
      taken = [...taken, { file: file.name, answers: readAnswers(await file.text()) }];
    } catch (error) {
      if (!(error instanceof ExperimentError)) throw error;
      refused = [...refused, messages.refused(file.name, error.message)];
    }
  }

  /** @param {Iterable<File>} files */
  async function takeAll(files) {
    for (const file of files) await take(file);
    taken.sort((one, other) => one.answers.name.localeCompare(other.answers.name));
    show();
  }

  input.addEventListener('change', async () => {
    await takeAll([...(input.files ?? [])]);
    // The same file can be chosen again, when it was put right.
    input.value = '';
  });
  acceptDrops(document.documentElement, takeAll);
  save.addEventListener('click', () =>
    downloadText(messages.fileName, writeRows(rows(), { separator: ',', decimal: '.', mark: true }), 'text/csv'),
  );
  clear.addEventListener('click', () => {
    taken = [];
    refused = [];
    show();
  });
  root.replaceChildren(
    element('h1', {}, messages.title),
    element('p', {}, messages.lead),
    element('p', {}, element('label', { for: input.id }, `${messages.choose} `), input),
    said,
    reasons,
    element('div', { class: 'table-scroll' }, table),
    element('p', {}, save, ' ', clear),
    element('p', {}, element('a', { href: './' }, messages.toPage)),
  );
  return { takeAll };
}

const main = document.querySelector('main[data-page="answers"]');
if (main instanceof HTMLElement) createAnswersPage(main, openLanguage({ en: english, es: spanish }));
