/** What the lab's panels say in English, loaded with them; whoever shows them adds what is known from the first screen. */

import { formatInText } from '../../base/format.js';
import { breaksMessages } from './breaks.js';
import { compareMessages } from './compare.js';
import { dataMessages } from './data.js';
import { dialMessages } from './dial.js';
import { directionsMessages } from './directions.js';
import { keepMessages } from './keep.js';
import { layersMessages } from './layers.js';
import { moreFiguresMessages } from './more-figures.js';
import { picturesMessages } from './pictures.js';
import { seedsMessages } from './seeds.js';
import { stopMessages } from './stop.js';
import { tiesMessages } from './ties.js';
import { trainingMessages } from './training.js';

export const labMessages = {
  breaks: breaksMessages,
  compare: compareMessages,
  dataPanel: dataMessages,
  dial: dialMessages,
  directions: directionsMessages,
  /** @type {(data: string, sizes: readonly number[], activation: string | null, bias: boolean, alpha: number) => string} */
  experiment: (data, sizes, activation, bias, alpha) =>
    `${data}, ${sizes.join('-')}${activation === null ? '' : ` ${activation}`}, ${bias ? 'with' : 'without'} biases, \u03b1 ${formatInText(alpha)}`,
  keep: keepMessages,
  layers: layersMessages,
  moreFigures: moreFiguresMessages,
  pictures: picturesMessages,
  seeds: seedsMessages,
  stop: stopMessages,
  /** For those who make a task, and for those who do one. */
  taskMaker: async () => (await import('./task-maker.js')).taskMakerMessages,
  tasks: async () => (await import('./tasks.js')).taskMessages,
  ties: tiesMessages,
  training: trainingMessages,
};

/** @typedef {typeof labMessages} OwnLabMessages */
/** @typedef {import('./page.js').Messages & OwnLabMessages} LabMessages */
