/** The texts of the teacher's page that puts the answers of a class together. */

import { pluralFormatter } from '../../base/format.js';

const plural = pluralFormatter('en');

export const answersMessages = {
  title: 'The answers of a class',
  lead: 'Choose the files that your students saved at the end of the lesson, or drop them here. They are put together in this browser; nothing is sent anywhere.',
  choose: 'Files of answers',
  /** @type {(students: number, refused: number) => string} */
  taken: (students, refused) =>
    `${plural(students, 'file is', 'files are')} in the table${refused === 0 ? '.' : `; ${plural(refused, 'is', 'are')} left out, for the reasons below.`}`,
  /** @type {(file: string, reason: string) => string} */
  refused: (file, reason) => `${file}: ${reason}.`,
  save: 'Save as CSV',
  clear: 'Remove all files',
  fileName: 'answers.csv',
  toPage: 'To the lesson and the lab',
  name: 'name',
  file: 'file',
  done: 'chapters done',
  /** @type {(chapter: string) => string} */
  guess: (chapter) => `${chapter}: guess`,
  /** @type {(chapter: string) => string} */
  answers: (chapter) => `${chapter}: answers`,
  /** @type {(chapter: string) => string} */
  score: (chapter) => `${chapter}: score`,
};
