/** The panel of what stops a run before its steps are over: a loss that it gets below, and two neurons that part. */

import { formatExact } from '../../base/format.js';
import { element, setText } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';
import { stopText } from '../../page/charts/time-view.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../session/stop-conditions.js').StopConditions} StopConditions */

const USUAL_LOSS = 0.1;
const MOST_LOSS = 1e6;

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, onChange: (conditions: StopConditions) => void }} options
 */
export function createStopPanel(root, { messages, onChange }) {
  const texts = messages.stop;
  let limit = USUAL_LOSS;
  const change = () => onChange({ lossBelow: loss.input.checked ? limit : null, parting: parting.input.checked });
  const loss = checkbox('stop-loss', texts.lossBelow, change);
  const parting = checkbox('stop-parting', texts.parting, change);
  const field = createNumberField({
    name: 'stop-loss-limit',
    label: texts.lossBelow,
    notANumber: messages.errors.notANumber,
    check: (value) => (value > 0 && value <= MOST_LOSS ? null : texts.wrongLimit),
    format: formatExact,
    step: 0.01,
    onCommit: (value) => {
      limit = value;
      loss.input.checked = true;
      change();
    },
  });
  field.set(limit);
  const reason = element('p', { class: 'stop-reason' });
  root.append(
    element('p', { class: 'stop-intro' }, texts.intro),
    element('div', { class: 'stop-row' }, loss.label, field.input, field.error),
    element('div', { class: 'stop-row' }, parting.label),
    element('p', { class: 'note' }, texts.partingHint),
    reason,
  );
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const { lossBelow, parting: isWatched } = snapshot.stopConditions;
      loss.input.checked = lossBelow !== null;
      parting.input.checked = isWatched;
      setText(reason, stopText(snapshot, messages));
    },
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {() => void} onChange
 */
function checkbox(name, text, onChange) {
  const input = element('input', { type: 'checkbox', name, id: name });
  input.addEventListener('change', onChange);
  return { input, label: element('label', { class: 'check', for: name }, input, text) };
}
