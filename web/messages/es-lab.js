/** What the lab's panels say in Spanish, loaded with them. */

import { formatInText } from '../base/format.js';
import { breaksMessages } from './es-breaks.js';
import { compareMessages } from './es-compare.js';
import { dataMessages } from './es-data.js';
import { keepMessages } from './es-keep.js';
import { layersMessages } from './es-layers.js';
import { picturesMessages } from './es-pictures.js';
import { seedsMessages } from './es-seeds.js';
import { stopMessages } from './es-stop.js';
import { tiesMessages } from './es-ties.js';
import { trainingMessages } from './es-training.js';

/** @type {import('./en-lab.js').OwnLabMessages} */
export const labMessages = {
  breaks: breaksMessages,
  compare: compareMessages,
  dataPanel: dataMessages,
  experiment: (data, sizes, activation, bias, alpha) =>
    `${data}, ${sizes.join('-')}${activation === null ? '' : ` ${activation}`}, ${bias ? 'con' : 'sin'} sesgos, \u03b1 ${formatInText(alpha)}`,
  keep: keepMessages,
  layers: layersMessages,
  pictures: picturesMessages,
  seeds: seedsMessages,
  stop: stopMessages,
  ties: tiesMessages,
  training: trainingMessages,
};
