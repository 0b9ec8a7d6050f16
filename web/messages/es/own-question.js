/** The texts of the teacher's page that makes a link of a chapter of one's own, in Spanish. */

/** @type {typeof import('../en/own-question.js').ownQuestionMessages} */
export const ownQuestionMessages = {
  title: 'Una pregunta propia',
  lead: 'Escribe un capítulo como archivo JSON (docs/course.md dice cómo) y elígelo aquí, o pega su texto. Obtienes un enlace que lo abre junto a nuestras preguntas. Todo está en el enlace; no se envía nada.',
  choose: 'Archivo del capítulo',
  paste: 'O su texto',
  make: 'Crear el enlace',
  made: (title) => `El enlace abre «${title}»:`,
  copy: 'Copiar el enlace',
  copied: 'Copiado.',
  copyRefused: 'El enlace está seleccionado: cópialo a mano.',
  toPage: 'A la lección y al laboratorio',
};
