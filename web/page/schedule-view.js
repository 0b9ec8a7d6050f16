/** What was changed on the way, under the fields that change it: in words, with two ways to have it otherwise. */

import { trainingAt } from '../experiment/schedule.js';
import { element, setText } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/** So many changes are told, the last ones. */
const MOST = 4;

/**
 * @param {object} options
 * @param {import('../messages/en/schedule.js').ScheduleMessages} options.messages
 * @param {(training: object) => void} options.onChange a part of the training, and a start with it
 */
export function createScheduleView({ messages, onChange }) {
  /** @type {Snapshot['experiment']['training'] | null} */
  let training = null;
  const words = element('p', { class: 'note', role: 'status' });
  /** @type {(action: string, text: string, wish: (now: NonNullable<typeof training>) => object) => HTMLButtonElement} */
  const button = (action, text, wish) => {
    const made = element('button', { type: 'button', class: 'quiet-button', 'data-action': action }, text);
    made.addEventListener('click', () => training !== null && onChange({ ...wish(training), schedule: [] }));
    return made;
  };
  const buttons = element(
    'div',
    { class: 'schedule-buttons', hidden: true },
    button('schedule-from-start', messages.fromStart, (now) => {
      const { learningRate, l1, l2 } = trainingAt(now, Infinity);
      return { learningRate, l1, l2 };
    }),
    button('schedule-forget', messages.forget, () => ({})),
  );
  return {
    element: element('div', { class: 'schedule' }, words, buttons),
    /** @param {Snapshot} snapshot */
    update({ experiment }) {
      training = experiment.training;
      const { schedule } = training;
      buttons.hidden = schedule.length === 0;
      const before = Math.max(0, schedule.length - MOST);
      setText(words, schedule.length === 0 ? '' : messages.says(messages.entries(schedule.slice(before)), before));
    },
  };
}
