/** The texts of the panel "Keep and share" in English. */

import { countFormatter, formatLoss, pluralFormatter } from '../../base/format.js';

const count = countFormatter('en');
const plural = pluralFormatter('en');

/** @type {(step: number) => string} */
const after = (step) => (step === 0 ? 'At the start' : `After ${plural(step, 'step', 'steps')}`);

export const keepMessages = {
  embed: 'Embed: put this into a course',
  embedFailed: 'This part could not be loaded. Fold it and unfold it to try again.',
  link: 'A link to this run',
  /** @type {(steps: number | null) => string} */
  linkAbout: (steps) =>
    `It opens this start, to the last bit${steps === null ? '' : `, and Train then takes ${plural(steps, 'step', 'steps')}`}: every computer gets the same fingerprint.`,
  fingerprint: 'Fingerprint',
  /** @type {(step: number, fingerprint: string) => string} */
  fingerprintLine: (step, fingerprint) => `${after(step)}: ${fingerprint}`,
  copyFingerprint: 'Copy fingerprint',

  file: 'The experiment as a file',
  save: 'Save as JSON',
  open: 'Open a file',
  paste: 'Or paste an experiment or a link',
  openPasted: 'Open',
  drop: 'Or drop a file here.',
  opened: 'Opened. At its start.',
  tooLarge: 'This file is too large to be an experiment.',
  unreadable: 'This file cannot be read.',

  results: 'Charts and numbers',
  /** @type {(chart: string) => string} */
  png: (chart) => `${chart} (PNG)`,
  notSaved: 'The browser made no picture of this chart. Try again, or take a screenshot.',
  csv: 'History (CSV)',
  csvComma: 'History for Excel in Europe (CSV; 0,5)',
  /** @type {(step: number, loss: number, fingerprint: string) => string} */
  caption: (step, loss, fingerprint) =>
    `${step === 0 ? 'At the start' : `From the start to step ${count(step)}`}: J = ${formatLoss(loss)}, fingerprint ${fingerprint}`,

  makeTask: 'Make a task of this',
  makeTaskAbout: 'Students change what you allow, and hand in what comes of it.',

  program: 'The run as Python',
  library: 'For',
  /** @type {Readonly<Record<import('../../panels/keep/python/program.js').Library, string>>} */
  libraries: { numpy: 'NumPy', pytorch: 'PyTorch', keras: 'Keras' },
  /** @type {(library: string) => string} */
  programOf: (library) => `Python program for ${library}`,
  copyProgram: 'Copy program',
  saveProgram: 'Save as .py',
  programAbout: 'The same examples, the same start, the same steps. Expect the same numbers to about nine digits.',
  programKeras: 'This one is checked for its grammar only; those for NumPy and PyTorch are run against the engine.',
  programCut: 'Only the first part is shown. Copying and saving take all of it.',
  programRefusals: {
    dropout: 'There is no program with dropout: its random numbers belong to this engine, and others would train another run.',
    gradientNoise: 'There is no program with gradient noise: its random numbers belong to this engine, and others would train another run.',
    penalties: 'Keras keeps the penalty that a layer is made with, and here one changes on the way: take NumPy or PyTorch.',
  },
};
