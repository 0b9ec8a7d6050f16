/** What the lab's panels say in English, loaded with them; whoever shows them adds what is known from the first screen. */

import { breaksMessages } from './en-breaks.js';
import { compareMessages } from './en-compare.js';
import { dataMessages } from './en-data.js';
import { layersMessages } from './en-layers.js';
import { picturesMessages } from './en-pictures.js';
import { seedsMessages } from './en-seeds.js';
import { tiesMessages } from './en-ties.js';
import { trainingMessages } from './en-training.js';

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

/** @typedef {typeof labMessages} OwnLabMessages */
/** @typedef {import('./en.js').Messages & OwnLabMessages} LabMessages */
