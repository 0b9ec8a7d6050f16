/** The texts of the panel "Keep and share" in Spanish. */

import { countFormatter, formatLoss, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(step: number) => string} */
const pasos = (step) => plural(step, 'paso', 'pasos', 'de pasos');

/** @type {typeof import('../en/keep.js').keepMessages} */
export const keepMessages = {
  embed: 'Incrustar: llevar esto a un curso',
  embedFailed: 'No se pudo cargar esta parte. Pliégala y despliégala para volver a intentarlo.',
  link: 'Un enlace a esta ejecución',
  linkAbout: (steps) =>
    `Abre este inicio, hasta el último bit${steps === null ? '' : `, y Entrenar da entonces ${pasos(steps)}`}: en todas las computadoras sale la misma huella.`,
  fingerprint: 'Huella',
  fingerprintLine: (step, fingerprint) => `${step === 0 ? 'Al inicio' : `Tras ${pasos(step)}`}: ${fingerprint}`,
  copyFingerprint: 'Copiar huella',

  file: 'El experimento como archivo',
  save: 'Guardar como JSON',
  open: 'Abrir un archivo',
  paste: 'O pega un experimento o un enlace',
  openPasted: 'Abrir',
  drop: 'O suelta un archivo aquí.',
  opened: 'Abierto. En su inicio.',
  tooLarge: 'Este archivo es demasiado grande para ser un experimento.',
  unreadable: 'No se puede leer este archivo.',

  results: 'Gráficos y números',
  png: (chart) => `${chart} (PNG)`,
  notSaved: 'El navegador no hizo la imagen de este gráfico. Prueba otra vez o haz una captura de pantalla.',
  csv: 'Historial (CSV)',
  csvComma: 'Historial para Excel (CSV; 0,5)',
  caption: (step, loss, fingerprint) =>
    `${step === 0 ? 'Al inicio' : `Del inicio al paso ${count(step)}`}: J = ${formatLoss(loss)}, huella ${fingerprint}`,

  makeTask: 'Hacer de esto una tarea',
  makeTaskAbout: 'Los estudiantes cambian lo que permites, y entregan lo que resulta.',

  program: 'La ejecución en Python',
  library: 'Para',
  libraries: { numpy: 'NumPy', pytorch: 'PyTorch', keras: 'Keras' },
  programOf: (library) => `Programa de Python para ${library}`,
  copyProgram: 'Copiar programa',
  saveProgram: 'Guardar como .py',
  programAbout: 'Los mismos ejemplos, el mismo inicio, los mismos pasos. Espera los mismos números hasta unas nueve cifras.',
  programKeras: 'De este solo se comprueba la gramática; los de NumPy y PyTorch se ejecutan y se comparan con el motor.',
  programCut: 'Solo se muestra la primera parte. Al copiar y al guardar va entero.',
  programRefusals: {
    dropout: 'No hay programa con dropout: sus números al azar son de este motor, y con otros se entrenaría otra ejecución.',
    gradientNoise:
      'No hay programa con ruido en los gradientes: sus números al azar son de este motor, y con otros se entrenaría otra ejecución.',
    penalties: 'Keras conserva la penalización con la que se crea la capa, y aquí una cambia sobre la marcha: usa NumPy o PyTorch.',
  },
};
