/** Texts of the panel "When to stop" in Spanish. */

import { countFormatter } from '../../base/format.js';

/** @type {typeof import('../en/stop.js').stopMessages} */
export const stopMessages = {
  intro: 'El entrenamiento se pausa solo tras los pasos a dar, o antes, en el paso exacto en que se cumple una de estas condiciones.',
  lossBelow: 'Pérdida J menor que',
  wrongLimit: `Escribe un número mayor que 0, hasta ${countFormatter('es')(1_000_000)}.`,
  parting: 'Dos neuronas se separan',
  partingHint:
    'Dos neuronas que eran iguales, o lo parecían, pasan a diferir en las cifras que se muestran. Las que están separadas desde el inicio no cuentan.',
};
