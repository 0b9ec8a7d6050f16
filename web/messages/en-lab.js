/** What the lab's panels say in English, loaded with them; whoever shows them adds what is known from the first screen. */

import { formatInText } from '../base/format.js';
import { breaksMessages } from './en-breaks.js';
import { compareMessages } from './en-compare.js';
import { dataMessages } from './en-data.js';
import { keepMessages } from './en-keep.js';
import { layersMessages } from './en-layers.js';
import { picturesMessages } from './en-pictures.js';
import { seedsMessages } from './en-seeds.js';
import { stopMessages } from './en-stop.js';
import { tiesMessages } from './en-ties.js';
import { trainingMessages } from './en-training.js';

export const labMessages = {
  breaks: breaksMessages,
  compare: compareMessages,
  dataPanel: dataMessages,
  /** @type {(data: string, sizes: readonly number[], activation: string | null, bias: boolean, alpha: number) => string} */
  experiment: (data, sizes, activation, bias, alpha) =>
    `${data}, ${sizes.join('-')}${activation === null ? '' : ` ${activation}`}, ${bias ? 'with' : 'without'} biases, \u03b1 ${formatInText(alpha)}`,
  keep: keepMessages,
  layers: layersMessages,
  pictures: picturesMessages,
  seeds: seedsMessages,
  stop: stopMessages,
  ties: tiesMessages,
  training: trainingMessages,
};

/** @typedef {typeof labMessages} OwnLabMessages */
/** @typedef {import('./en.js').Messages & OwnLabMessages} LabMessages */
