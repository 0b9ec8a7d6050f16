/** What the lab's panels say in Spanish, loaded with them. */

import { breaksMessages } from './es-breaks.js';
import { compareMessages } from './es-compare.js';
import { dataMessages } from './es-data.js';
import { layersMessages } from './es-layers.js';
import { picturesMessages } from './es-pictures.js';
import { seedsMessages } from './es-seeds.js';
import { tiesMessages } from './es-ties.js';
import { trainingMessages } from './es-training.js';

/** @type {import('./en-lab.js').OwnLabMessages} */
export const labMessages = {
  breaks: breaksMessages,
  compare: compareMessages,
  dataPanel: dataMessages,
  layers: layersMessages,
  pictures: picturesMessages,
  seeds: seedsMessages,
  ties: tiesMessages,
  training: trainingMessages,
};
