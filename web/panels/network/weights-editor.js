/** All weights in a text field: the present ones until somebody edits them, then what was edited until it is used or let go. */

import { TableError } from '../../base/csv.js';
import { fileName } from '../../experiment/file.js';
import { readStart } from '../../experiment/reshape.js';
import { WeightsError, readWeights, writeWeights } from './weights-text.js';
import { choice, element, setReason, setText } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';
import { createTextField, takeLongPastes } from '../../ui/large-text.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('./weights-text.js').WeightsFormat} WeightsFormat */

/** More numbers than this are copied and read, but not shown: a browser lays them out for seconds. */
const MOST_SHOWN = 5000;

const FORMATS = /** @type {readonly WeightsFormat[]} */ (['tabs', 'csv', 'json']);

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {number} options.largest size of a weight
 * @param {(start: import('../../experiment/reshape.js').Start) => void} options.onStart may throw what is then shown here
 */
export function createWeightsEditor({ messages, largest, onStart }) {
  const texts = messages.layers;
  const label = element('label', { for: 'weights-text' });
  const text = createTextField({ id: 'weights-text', rows: 9, describedBy: 'weights-hint weights-said' });
  const said = element('p', { class: 'data-said', id: 'weights-said', role: 'status' });
  const format = choice({
    name: 'weights-format',
    label: texts.format,
    options: FORMATS.map((value) => ({ value, text: texts.formats[value] })),
    onChoose: () => show(),
  });
  /** @type {Snapshot | null} */
  let latest = null;
  /** What stands in the field when nobody has edited it. */
  let shown = '';

  /** @param {unknown} sentence or the error that says it @param {boolean} [isTrouble] */
  const say = (sentence, isTrouble = false) => {
    setReason(said, sentence);
    said.classList.toggle('trouble-text', isTrouble);
    if (isTrouble) text.setAttribute('aria-invalid', 'true');
    else text.removeAttribute('aria-invalid');
  };
  const isEdited = () => text.value !== shown;
  const showLabel = () => setText(label, isEdited() ? texts.textEdited : texts.text(latest?.step ?? 0));

  /** The present weights. */
  const written = () => {
    if (latest === null) return '';
    const { network } = latest.experiment;
    return writeWeights(network, readStart(network, latest.values), /** @type {WeightsFormat} */ (format.select.value));
  };

  /** Writes the present weights, whatever stands there. */
  const show = () => {
    if (latest === null) return;
    const { length } = latest.values;
    text.value = length > MOST_SHOWN ? '' : written();
    // A text field may change line ends; what it holds is what it is compared with.
    shown = text.value;
    say(length > MOST_SHOWN ? texts.notShown(length) : '');
    showLabel();
  };

  /** @param {string} weights */
  const use = (weights) => {
    if (latest === null) return;
    try {
      const { start, isTransposed } = readWeights(latest.experiment.network, weights, largest);
      shown = text.value;
      onStart(start);
      say(isTransposed ? texts.usedTransposed : texts.used);
    } catch (error) {
      say(reasonOf(error, messages), true);
    }
  };

  const copy = async () => {
    const copied = text.value === '' ? written() : text.value;
    try {
      await navigator.clipboard.writeText(copied);
      say(texts.copied);
    } catch {
      if (text.value === '' && latest !== null) {
        downloadText(fileName(latest.experiment, 'txt'), copied, 'text/plain');
        return say(texts.saved);
      }
      // No permission, or a page inside another one: the visitor's own copy command still works.
      text.focus();
      text.select();
      say(texts.selected);
    }
  };

  text.addEventListener('input', showLabel);
  takeLongPastes(text, use);
  /** @type {(action: string, name: string, act: () => void, isQuiet?: boolean) => HTMLButtonElement} */
  const button = (action, name, act, isQuiet = true) => {
    const made = element('button', { type: 'button', 'data-action': action, class: isQuiet ? 'quiet-button' : null }, name);
    made.addEventListener('click', act);
    return made;
  };
  return {
    element: element(
      'section',
      { class: 'weights-editor', 'aria-label': texts.weightsTitle },
      element('h3', {}, texts.weightsTitle),
      format.element,
      label,
      text,
      element('p', { class: 'hint', id: 'weights-hint' }, texts.hint),
      element(
        'div',
        { class: 'data-buttons' },
        button('use-weights', texts.use, () => use(text.value), false),
        button('copy-weights', texts.copy, copy),
        button('show-weights', texts.again, show),
      ),
      said,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (snapshot.event === 'loaded' || !isEdited()) show();
      else showLabel();
    },
  };
}

/**
 * @param {unknown} error
 * @param {Messages} messages
 */
function reasonOf(error, messages) {
  if (error instanceof WeightsError) return messages.layers.problem(error.problem);
  if (error instanceof TableError) return messages.dataPanel.problem(error.problem);
  return error;
}
