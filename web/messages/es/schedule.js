/** What is said of a run whose learning rate or penalties changed on the way, in Spanish. */

import { countFormatter, listFormatter } from '../../base/format.js';
import { valuesOf } from '../schedule-values.js';

const count = countFormatter('es');
const list = listFormatter('es');

/** @type {import('../en/schedule.js').ScheduleMessages} */
export const scheduleMessages = {
  entries: (entries) => entries.map((entry) => `${list(valuesOf(entry))} desde el paso ${count(entry.from)}`).join('; '),
  none: 'ninguno',
  says: (last, before) =>
    `Cambios sobre la marcha: ${before === 0 ? '' : `${count(before)} antes, después `}${last}. «Reiniciar» entrena lo mismo otra vez.`,
  fromStart: 'Usar estos valores desde el inicio',
  forget: 'Olvidar los cambios',
};
