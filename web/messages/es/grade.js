/** Lo que dice en español la página del docente que califica una tarea. */

/** @type {typeof import('../en/grade.js').gradeMessages} */
export const gradeMessages = {
  title: 'Calificar una tarea',
  lead: 'Lo que entregó una clase se entrena aquí de nuevo, en este navegador. Los archivos se quedan en este dispositivo.',
  task: 'La tarea',
  taskHint: 'Su enlace, o su archivo pegado o elegido.',
  taskFile: 'Elegir el archivo de la tarea',
  answers: 'Lo que se entregó',
  answersHint:
    'Una tabla (CSV) con una fila por estudiante, o los textos de los correos, uno tras otro. Pégalos, elige archivos o suéltalos en la página.',
  answersFiles: 'Elegir archivos de respuestas',
  grade: 'Calificar',
  isTask: (title, steps, conditions) =>
    `${title === '' ? 'Una tarea' : `«${title}»`}: ${steps} pasos, ${conditions} ${conditions === 1 ? 'condición' : 'condiciones'}.`,
  working: (done, all) => `${done} de ${all} entrenadas de nuevo.`,
  result: (met, notMet, others) => `${met} cumplidas, ${notMet} sin cumplir, ${others} por mirar.`,
  taskMissing: 'Da primero la tarea: su enlace o su archivo.',
  answersMissing: 'Da lo que se entregó: una tabla o textos.',
  workbook: (file) => `${file} es un libro de cálculo; guárdalo como CSV y da ese archivo.`,
  tooLarge: 'El archivo pasa de 64 MB.',
  failed: 'El motor no arrancó en este navegador.',
  table: 'Calificaciones',
  save: 'Guardar la tabla (CSV)',
  fileName: 'calificaciones.csv',
  toPage: 'A la lección y al laboratorio',
  words: {
    columns: ['nombre', 'número', 'resultado', 'condiciones cumplidas', 'paso', 'J', 'huella', 'nota'],
    results: {
      met: 'cumplida',
      'not-met': 'sin cumplir',
      'no-link': 'enlace roto',
      'no-number': 'falta el número',
      'other-experiment': 'otro experimento',
      'other-start': 'otro inicio',
      'other-seed': 'semilla de otra persona',
      changed: 'cambió lo que no se permite',
      'too-few-steps': 'faltan pasos',
      'too-many-steps': 'sobran pasos',
      fingerprint: 'huella inventada',
      'no-fingerprint': 'falta la huella',
      'number-twice': 'número dado dos veces',
      'too-large': 'demasiado grande',
    },
    yes: 'sí',
    no: 'no',
    condition: (condition) => `condición ${condition}`,
    remark({ word, changed, otherNumber }) {
      if (word === 'other-seed') return `es el inicio del número ${otherNumber}`;
      if (changed.length > 0) return `no se permite: ${changed.slice(0, 12).join(' ')}${changed.length > 12 ? ' y más' : ''}`;
      return word === 'number-twice' ? 'con este número se dio también otro nombre' : '';
    },
  },
};
