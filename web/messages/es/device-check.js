/** Does your device agree? In Spanish. */
import { countFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {typeof import('../en/device-check.js').deviceCheckMessages} */
export const deviceCheckMessages = {
  working: (done, runs) => `Entrenando ejecuciones fijas: ${count(done)} de ${count(runs)}\u2026`,
  agrees: (runs, seconds) =>
    `Tu dispositivo coincide: ${count(runs)} de ${count(runs)} ejecuciones acaban con los mismos bits que en todas partes (${seconds} s).`,
  differs: (differing, runs) =>
    `Tu dispositivo no coincide: ${plural(differing, 'ejecución', 'ejecuciones')} de ${count(runs)} acaban con otros bits. Por favor, comunícalo con el texto de abajo.`,
  both: 'Con SIMD y sin SIMD.',
  one: 'Solo con SIMD: aquí no se pudo cargar la otra versión del motor.',
  copy: 'Copiar el resultado',
};
