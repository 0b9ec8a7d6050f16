/** *Save my answers*: what a student guessed and answered in all chapters, as a file for the teacher. Nothing is sent. */

import { writeRows } from '../../tasks/grade-table.js';
import { createDeviceMemory } from '../../ui/device-memory.js';
import { element } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';
import { keptOwn, ownKey } from '../own/kept-own.js';
import { BEYOND } from '../story/beyond/index.js';
import { CHAPTERS } from '../story/chapters/index.js';
import { entryOf, readStory } from '../story/story.js';
import { tellProgress } from '../told-progress.js';
import { LONGEST_NAME, answersOf, ownTable, writeAnswers } from './answer-file.js';

/** @typedef {import('../story/chapter.js').Chapter} Chapter */

/** Where the progress of each book is remembered. @type {readonly [key: string, chapters: readonly Chapter[]][]} */
const BOOKS = [
  ['twin-neurons-story', CHAPTERS],
  ['twin-neurons-beyond', /** @type {any} */ (BEYOND)],
];

/** Of every chapter, as it is remembered now, those of teachers too. */
function tellAll() {
  /** @param {string} key @param {readonly Chapter[]} chapters */
  const tell = (key, chapters) => {
    const progress = readStory(createDeviceMemory(key).recall(), chapters);
    return chapters.map((chapter) => tellProgress(chapter, entryOf(progress, chapter)));
  };
  const own = keptOwn(createDeviceMemory).flatMap(({ chapter, title }) =>
    tell(ownKey(chapter.id), [chapter]).map((told) => ({ ...told, title })),
  );
  return [...BOOKS.flatMap(([key, chapters]) => tell(key, chapters)), ...own];
}

/** @param {{ messages: import('../../messages/en/more-figures.js').MoreFiguresMessages['keep'] }} options */
export function createSaveAnswers({ messages }) {
  const name = element('input', { id: 'answers-name', name: 'answers-name', autocomplete: 'name', maxlength: LONGEST_NAME });
  const save = element('button', { type: 'button', 'data-action': 'save-answers' }, messages.saveAnswers);
  const table = element('button', { type: 'button', 'data-action': 'save-answers-table' }, messages.saveTable);
  const answers = () => answersOf(name.value, tellAll());
  /** A name for the file that every system takes. */
  const fileName = () => [messages.answersFile, ...(answers().name.match(/[\p{L}\d]+/gu) ?? [])].join('-').slice(0, 80);
  save.addEventListener('click', () => downloadText(`${fileName()}.json`, writeAnswers(answers()), 'application/json'));
  table.addEventListener('click', () => {
    const rows = ownTable(answers(), messages.columns);
    downloadText(`${fileName()}.csv`, writeRows(rows, { separator: ',', decimal: '.', mark: true }), 'text/csv');
  });
  return element(
    'div',
    { class: 'story-keep' },
    element('p', {}, messages.answers),
    element('label', { for: name.id }, `${messages.name} `),
    name,
    save,
    table,
  );
}
