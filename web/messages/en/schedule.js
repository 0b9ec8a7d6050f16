/** What is said of a run whose learning rate or penalties changed on the way, in English. */

import { countFormatter, listFormatter } from '../../base/format.js';
import { valuesOf } from '../schedule-values.js';

const count = countFormatter('en');
const list = listFormatter('en');

/** @typedef {import('../../experiment/experiment.js').ScheduleEntry} ScheduleEntry */

export const scheduleMessages = {
  /** @type {(entries: readonly ScheduleEntry[]) => string} */
  entries: (entries) => entries.map((entry) => `${list(valuesOf(entry))} from step ${count(entry.from)} on`).join('; '),
  none: 'none',
  /** @type {(last: string, before: number) => string} before: changes that are not told */
  says: (last, before) =>
    `Changed on the way: ${before === 0 ? '' : `${count(before)} before, then `}${last}. Reset trains the same run again.`,
  fromStart: 'Use these values from the start',
  forget: 'Forget the changes',
};

/** @typedef {typeof scheduleMessages} ScheduleMessages */
