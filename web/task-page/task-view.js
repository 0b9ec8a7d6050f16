/** A task as a student sees it: what is to be done, what of it is met, the number that is asked for, and the hand-in. */

import { countRight, isMet } from '../tasks/conditions.js';
import { readStudentNumber } from '../tasks/task.js';
import { element, setText } from '../ui/dom.js';
import { createHandInView } from './hand-in-view.js';
import { createTextForm } from './text-form.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../tasks/task.js').Task} Task */
/** @typedef {import('../messages/en/tasks.js').TaskMessages} Messages */
/** @typedef {{ step: number, fingerprint: string, link: string, met: { what: string, met: boolean }[], isEnd: boolean, done: boolean }} TaskDetail isEnd: it stands where the task is judged */

/** How often conditions are looked at while a run trains. */
const INTERVAL_MS = 200;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Task} options.task
 * @param {number | null} options.number
 * @param {Messages} options.messages
 * @param {import('../messages/en/page.js').Messages} options.pageMessages
 * @param {(rows: number[][]) => number[][]} options.predict
 * @param {(number: number) => void} options.onNumber
 * @param {(detail: TaskDetail) => void} options.onRest a run has come to rest
 */
export function createTaskView(root, { task, number, messages, pageMessages, predict, onNumber, onRest }) {
  const items = task.conditions.map((condition) => {
    const state = element('span', { class: 'task-state' });
    return {
      condition,
      state,
      item: element('li', {}, element('span', { class: 'task-mark', 'aria-hidden': 'true' }), `${messages.condition(condition)} `, state),
    };
  });
  const status = element('p', { class: 'task-status', role: 'status' });
  const handIn = createHandInView({ task, messages, pageMessages });
  const work = element(
    'div',
    { class: 'task-work' },
    element('p', { class: 'task-allowed' }, messages.allowed(task.allow)),
    element('h3', {}, messages.asked(task.steps)),
    element('ul', { class: 'task-conditions' }, ...items.map(({ item }) => item)),
    status,
    handIn.element,
  );
  root.append(
    element('h2', {}, task.title === '' ? messages.label : task.title),
    ...task.text
      .split(/\n+/)
      .filter(Boolean)
      .map((line) => element('p', { class: 'task-text' }, line)),
    ...(task.seed === undefined ? [] : [createNumberPart(number, messages, (typed) => take(typed))]),
    work,
  );
  work.hidden = task.seed !== undefined && number === null;
  handIn.setNumber(number);

  /** @param {number} typed */
  function take(typed) {
    work.hidden = false;
    handIn.setNumber(typed);
    onNumber(typed);
  }

  let lookedAt = -Infinity;
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const isFrame = snapshot.event === null && snapshot.running;
      if (snapshot.working || (isFrame && performance.now() - lookedAt < INTERVAL_MS)) return;
      lookedAt = performance.now();
      const facts = factsOf(snapshot, predict);
      const met = task.conditions.map((condition) => isMet(condition, facts));
      items.forEach(({ item, state }, at) => {
        item.dataset.met = String(met[at]);
        setText(state, met[at] ? messages.met : messages.open);
      });
      if (snapshot.running || work.hidden) return;
      const { step, fingerprint } = snapshot;
      const isAll = met.every(Boolean);
      // A run that grew beyond all bounds on its way has come as far as it does.
      const isEnd = !snapshot.scrubbed && (step === task.steps || (snapshot.stopped !== null && step < task.steps));
      setText(
        status,
        isEnd
          ? isAll
            ? messages.done
            : messages.notMet
          : step > task.steps
            ? messages.late(task.steps)
            : messages.early(step, task.steps),
      );
      const link = handIn.update(snapshot, isEnd);
      if (snapshot.event === null || snapshot.scrubbed) return;
      onRest({
        step,
        fingerprint,
        link,
        met: task.conditions.map(({ what }, at) => ({ what, met: met[at] })),
        isEnd,
        done: isAll && isEnd,
      });
    },
  };
}

/**
 * @param {number | null} number
 * @param {Messages} messages
 * @param {(number: number) => void} onNumber
 */
function createNumberPart(number, messages, onNumber) {
  const shown = element('p', { class: 'task-number' }, number === null ? '' : messages.numberIs(number));
  const form = createTextForm({
    name: 'student-number',
    label: messages.number,
    hint: messages.numberHint,
    button: messages.begin,
    inputmode: 'numeric',
    read: (typed) => (readStudentNumber(typed) === null ? messages.numberWrong : null),
    onTaken(typed) {
      const taken = Number(readStudentNumber(typed));
      setText(shown, messages.numberIs(taken));
      shown.hidden = false;
      form.hidden = true;
      onNumber(taken);
    },
  });
  shown.hidden = number === null;
  form.hidden = number !== null;
  return element('div', { class: 'task-student' }, form, shown);
}

/**
 * @param {Snapshot} snapshot
 * @param {(rows: number[][]) => number[][]} predict
 * @returns {import('../tasks/conditions.js').Facts}
 */
function factsOf(snapshot, predict) {
  const { experiment, names, history, values, loss, fingerprint, data, verdicts } = snapshot;
  return {
    experiment,
    start: { values: names.map((name) => history.parameters[name][0]), loss: history.loss[0] },
    end: { values, loss },
    fingerprint,
    right: () => countRight(data.y, predict(data.x)),
    different: (layer) => verdicts[layer - 1].different,
  };
}
