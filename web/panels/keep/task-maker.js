/** "Make a task of this": what students may change of the start that stands in the lab, and what has to come of it, as a link and a file. Loaded when somebody begins one. */

import { formatExact } from '../../base/format.js';
import { ExperimentError } from '../../base/errors.js';
import { readNumber } from '../../base/read-number.js';
import { withRun } from '../../base/with-run.js';
import { isSeeded } from '../../experiment/kinds/schemes/index.js';
import { hashOf } from '../../tasks/conditions.js';
import { refuseIdleSeed } from '../../tasks/idle-seed.js';
import { TASK_LIMITS, parseTask, writeTask } from '../../tasks/task.js';
import { writeTaskLink } from '../../tasks/task-link.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { choice, element, setReason } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {Pick<import('../../engine/lab.js').Lab, 'start'>} Engine */

/** Of a larger network, all parameters are ticked or none. */
const MOST_TICKED = 40;
const CHOICES = /** @type {const} */ (['start', 'hidden', 'activation', 'loss', 'learningRate', 'optimizer', 'l2', 'seed']);
/** Letters and digits of a salt, of which the browser draws as many. */
const SALT_BYTES = 12;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {typeof import('../../messages/en/task-maker.js').taskMakerMessages} options.messages
 * @param {import('../../messages/en/lab.js').LabMessages} options.page
 * @param {Engine} options.lab
 * @param {string} options.address of the whole page, without what stands behind its "#"
 * @param {Snapshot} options.first
 */
export function createTaskMaker(root, { messages, page, lab, address, first }) {
  let latest = first;
  let task = '';
  const title = element('input', { id: 'maker-title', type: 'text', maxlength: TASK_LIMITS.title });
  const text = element('textarea', { id: 'maker-text', rows: 3, maxlength: TASK_LIMITS.text });
  const steps = element('input', { id: 'maker-steps', type: 'text', inputmode: 'numeric' });
  const allowed = element('div', { class: 'maker-ticks' });
  const student = tick('maker-student', messages.student);
  const kind = tick('maker-kind', messages.kind);
  const layer = element('input', { id: 'maker-layer', type: 'text', inputmode: 'numeric', 'aria-label': messages.layer, size: 3 });
  const units = element('input', { id: 'maker-units', type: 'text', 'aria-label': messages.units, size: 8 });
  const is = choice({
    name: 'maker-is',
    label: messages.is,
    options: Object.entries(messages.kinds).map(([value, name]) => ({ value, text: name })),
    onChoose: () => show(),
  });
  const right = tick('maker-right', messages.right);
  const rightCount = element('input', {
    id: 'maker-right-count',
    type: 'text',
    inputmode: 'numeric',
    'aria-label': messages.right,
    size: 6,
  });
  const below = tick('maker-below', messages.below);
  const bound = element('input', { id: 'maker-bound', type: 'text', inputmode: 'decimal', 'aria-label': messages.below, size: 8 });
  const run = tick('maker-run', messages.run);
  const refusal = element('p', { class: 'field-error', role: 'alert' });
  const link = element('input', { id: 'maker-link', type: 'text', readonly: true, 'aria-label': messages.link });
  const copy = createCopyButton({ label: messages.copy, read: () => link.value, onRefused: () => selectText(link), messages: page });
  const save = element('button', { type: 'button', 'data-action': 'save-task' }, messages.save);
  const tryIt = element('a', { target: '_blank', rel: 'noopener', 'data-action': 'try-task' }, messages.tryIt);
  const grade = element('a', { target: '_blank', rel: 'noopener' }, messages.grade);
  const result = element('div', { class: 'keep-row' }, link, copy.button, save, tryIt, grade, copy.note);
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES)), (byte) => byte.toString(36)).join('');
  let shape = '';

  /** @type {(name: string, label: string) => HTMLElement} */
  const field = (id, label) => element('label', { for: id }, label);
  root.append(
    field(title.id, messages.name),
    title,
    field(text.id, messages.text),
    text,
    element('fieldset', {}, element('legend', {}, messages.allow), allowed, student.label),
    field(steps.id, messages.steps),
    steps,
    element(
      'fieldset',
      {},
      element('legend', {}, messages.conditions),
      element('div', { class: 'keep-row' }, kind.label, `${messages.layer} `, layer, `${messages.units} `, units, is.element),
      element('div', { class: 'keep-row' }, right.label, rightCount),
      element('div', { class: 'keep-row' }, below.label, bound),
      run.label,
    ),
    refusal,
    result,
  );
  root.addEventListener('input', () => show());
  save.addEventListener('click', () => downloadText(messages.fileName, task, 'application/json'));

  /** What the network now has to offer: its parameters, and a seed or none. */
  function offer() {
    const { names, experiment } = latest;
    const key = `${names.length} ${isSeeded(experiment.init)}`;
    if (key === shape) return;
    shape = key;
    const kept = new Set(ticked());
    const seeded = isSeeded(experiment.init);
    const choices = CHOICES.filter((name) => (name !== 'seed' || seeded) && (name !== 'hidden' || experiment.network.hidden.length > 0));
    const ticks = [
      ...(names.length <= MOST_TICKED ? names : []).map((name) => ({ name, text: name })),
      ...choices.map((name) => ({ name, text: messages[name] })),
    ];
    allowed.replaceChildren(
      ...ticks.map(({ name, text: words }) => {
        const { input, label } = tick(`maker-allow-${name}`, words);
        input.value = name;
        input.checked = kept.has(name);
        return label;
      }),
    );
    student.input.disabled = !seeded;
    if (!seeded) student.input.checked = false;
  }

  const ticked = () => [...allowed.querySelectorAll('input')].filter((input) => input.checked).map((input) => input.value);

  /** A number as it is typed; what is none is left to the check of the task. @param {HTMLInputElement} input */
  const numberOf = (input) => readNumber(input.value.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3})/g, '')) ?? input.value;

  function conditions() {
    return [
      ...(kind.input.checked
        ? [{ what: 'kind', layer: numberOf(layer), units: (units.value.match(/\d+/g) ?? []).map(Number), is: is.select.value }]
        : []),
      ...(right.input.checked ? [{ what: 'right', atLeast: numberOf(rightCount) }] : []),
      ...(below.input.checked ? [{ what: 'loss', below: numberOf(bound) }] : []),
      ...(run.input.checked ? [{ what: 'fingerprint', salt, sha256: [hashOf(salt, latest.fingerprint)] }] : []),
    ];
  }

  const startValues = (/** @type {import('../../experiment/experiment.js').Experiment} */ experiment) =>
    withRun(lab, experiment, (run) => run.parameters());

  function show() {
    try {
      const made = parseTask({
        title: title.value,
        text: text.value,
        experiment: latest.experiment,
        steps: run.input.checked ? latest.step : numberOf(steps),
        allow: ticked(),
        ...(student.input.checked ? { seed: 'student' } : {}),
        conditions: conditions(),
      });
      refuseIdleSeed(made, startValues);
      task = writeTask(made);
      const hash = `#task=${writeTaskLink(made)}`;
      link.value = address + hash;
      tryIt.href = `?hide=lesson${hash}`;
      grade.href = `grade.html${hash}`;
      result.hidden = false;
      setReason(refusal, '');
    } catch (error) {
      if (!(error instanceof ExperimentError)) throw error;
      result.hidden = true;
      setReason(refusal, error);
    }
  }

  /** @param {Snapshot} snapshot */
  function update(snapshot) {
    if (snapshot.running || snapshot.working) return;
    latest = snapshot;
    offer();
    show();
  }

  const [verdict] = first.verdicts;
  steps.value = String(first.step > 0 ? first.step : (first.stepsToRun ?? 2000));
  layer.value = '1';
  units.value = '1, 2';
  is.select.value = verdict?.pairs[0]?.kind ?? 'apart';
  rightCount.value = String(first.data.y.length);
  bound.value = formatExact(Number(first.loss.toPrecision(2)));
  kind.input.checked = verdict !== undefined && verdict.units > 1;
  below.input.checked = !kind.input.checked;
  offer();
  show();
  return { update };
}

/** @param {string} id @param {string} text */
function tick(id, text) {
  const input = element('input', { id, type: 'checkbox' });
  return { input, label: element('label', { class: 'maker-tick' }, input, ` ${text}`) };
}
