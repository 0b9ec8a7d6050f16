/** What is said of a run whose learning rate or penalties changed on the way, in Spanish. */

import { countFormatter, formatInText, listFormatter } from '../../base/format.js';

const count = countFormatter('es');
const list = listFormatter('es');

/** @type {readonly ['learningRate' | 'l1' | 'l2', string][]} */
const NAMES = [
  ['learningRate', '\u03b1'],
  ['l1', 'l1'],
  ['l2', 'l2'],
];

/** @type {import('../en/schedule.js').ScheduleMessages} */
export const scheduleMessages = {
  entries: (entries) =>
    entries
      .map(
        (entry) =>
          `${list(
            NAMES.flatMap(([key, name]) => (entry[key] === undefined ? [] : [`${name} = ${formatInText(entry[key])}`])),
          )} desde el paso ${count(entry.from)}`,
      )
      .join('; '),
  none: 'ninguno',
  says: (last, before) =>
    `Cambios sobre la marcha: ${before === 0 ? '' : `${count(before)} antes, después `}${last}. «Reiniciar» entrena lo mismo otra vez.`,
  fromStart: 'Usar estos valores desde el inicio',
  forget: 'Olvidar los cambios',
};
