/** The texts of the teacher's page that puts the answers of a class together, in Spanish. */

import { pluralFormatter } from '../../base/format.js';

const plural = pluralFormatter('es');

/** @type {typeof import('../en/answers.js').answersMessages} */
export const answersMessages = {
  title: 'Las respuestas de un grupo',
  lead: 'Elige los archivos que tus estudiantes guardaron al final de la lección, o arrástralos aquí. Se reúnen en este navegador; no se envía nada.',
  choose: 'Archivos de respuestas',
  taken: (students, refused) =>
    `${plural(students, 'archivo está', 'archivos están')} en la tabla${refused === 0 ? '.' : `; ${plural(refused, 'queda', 'quedan')} fuera, por las razones de abajo.`}`,
  refused: (file, reason) => `${file}: ${reason}.`,
  save: 'Guardar como CSV',
  clear: 'Quitar todos los archivos',
  fileName: 'respuestas.csv',
  toPage: 'A la lección y al laboratorio',
  name: 'nombre',
  file: 'archivo',
  done: 'capítulos hechos',
  guess: (chapter) => `${chapter}: conjetura`,
  answers: (chapter) => `${chapter}: respuestas`,
  score: (chapter) => `${chapter}: puntos`,
};
