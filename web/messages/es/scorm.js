/** The texts of the course packages. */

/** @type {typeof import('../en/scorm.js').scormMessages} */
export const scormMessages = {
  course: 'Neuronas gemelas',
  unreported: 'Esta página no está en una plataforma de aprendizaje, así que no se informa de nada.',
  refused: 'Tu plataforma de aprendizaje no aceptó lo que se informó (error {code}). Díselo a tu docente antes de seguir.',
};
