/** English, with the lab's panels: what they say is loaded with them. */

import { messages } from './en.js';
import { breaksMessages } from './en-breaks.js';
import { compareMessages } from './en-compare.js';
import { dataMessages } from './en-data.js';
import { layersMessages } from './en-layers.js';
import { picturesMessages } from './en-pictures.js';
import { seedsMessages } from './en-seeds.js';
import { tiesMessages } from './en-ties.js';
import { trainingMessages } from './en-training.js';

export const labMessages = {
  ...messages,
  breaks: breaksMessages,
  compare: compareMessages,
  dataPanel: dataMessages,
  layers: layersMessages,
  pictures: picturesMessages,
  seeds: seedsMessages,
  ties: tiesMessages,
  training: trainingMessages,
};

/** @typedef {typeof labMessages} LabMessages */
