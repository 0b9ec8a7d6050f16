/** What is being run: data, network, loss, learning rate, and how Train goes about it. */

import { MOST_STEPS } from '../experiment/address.js';
import { DATASETS, OWN_DATA } from '../experiment/kinds/datasets/index.js';
import { trainingAt } from '../experiment/schedule.js';
import { isSeeded } from '../experiment/kinds/schemes/index.js';
import { LARGEST_SEED } from '../experiment/tables.js';
import { formatExact } from '../base/format.js';
import { choice, element, setText } from '../ui/dom.js';
import { createNumberField } from '../ui/number-field.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** Sets offered by name, before the visitor's own examples. */
const DATA_SETS = Object.keys(DATASETS);
const MOST_HIDDEN = 8;
const SPEEDS = [1, 10, 100, 1000, 10000, Infinity];

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {{ activations: readonly string[], losses: readonly string[], learningRate: { minimum: number, maximum: number } }} options.offers
 * @param {object} options.on
 * @param {(set: string | null) => void} options.on.data null: own examples
 * @param {(layers: number[]) => void} options.on.hidden
 * @param {(activation: string) => void} options.on.activation
 * @param {(loss: string) => void} options.on.loss
 * @param {(bias: boolean) => void} options.on.bias
 * @param {(rate: number) => void} options.on.learningRate
 * @param {(steps: number | null) => void} options.on.stepsToRun
 * @param {(speed: number) => void} options.on.speed
 * @param {(seed: number) => void} options.on.seed
 */
export function createSetupView(root, { messages, offers, on }) {
  const data = choice({
    name: 'data',
    label: messages.data,
    options: [...DATA_SETS.map((value) => ({ value, text: messages.dataSets[value].name })), { value: OWN_DATA, text: messages.ownData }],
    onChoose: (value) => on.data(value === OWN_DATA ? null : value),
  });
  const hidden = choice({
    name: 'hidden',
    label: messages.hidden,
    options: Array.from({ length: MOST_HIDDEN + 1 }, (_, units) => ({ value: String(units), text: messages.hiddenOption(units) })),
    onChoose: (value) => on.hidden(value === '0' ? [] : value.split('+').map(Number)),
  });
  const activation = choice({
    name: 'activation',
    label: messages.activation,
    options: offers.activations.map((value) => ({ value, text: messages.activations[value] ?? value })),
    onChoose: on.activation,
  });
  const loss = choice({
    name: 'loss-kind',
    label: messages.loss,
    options: offers.losses.map((value) => ({ value, text: messages.losses[value] ?? value })),
    onChoose: on.loss,
  });
  const bias = choice({
    name: 'bias',
    label: messages.bias,
    options: [
      { value: 'on', text: messages.biasOn },
      { value: 'off', text: messages.biasOff },
    ],
    onChoose: (value) => on.bias(value === 'on'),
  });
  const speed = choice({
    name: 'speed',
    label: messages.speed,
    options: SPEEDS.map((value) => ({ value: String(value), text: messages.speedOption(value) })),
    onChoose: (value) => on.speed(Number(value)),
  });
  const { minimum, maximum } = offers.learningRate;
  const alpha = createNumberField({
    name: 'learning-rate',
    label: messages.learningRate,
    notANumber: messages.errors.notANumber,
    check: (value) => (value >= minimum && value <= maximum ? null : messages.errors.outOfRange(minimum, maximum)),
    format: formatExact,
    onCommit: on.learningRate,
  });
  const seed = wholeField({
    id: 'seed',
    label: messages.seed,
    title: messages.seedHint,
    placeholder: messages.noSeed,
    least: 0,
    most: LARGEST_SEED,
    messages,
    onCommit: (value) => value !== null && on.seed(value),
  });
  const steps = wholeField({
    id: 'steps-to-run',
    label: messages.stepsToRun,
    title: null,
    placeholder: messages.untilPaused,
    least: 1,
    most: MOST_STEPS,
    messages,
    onCommit: on.stepsToRun,
  });
  const alphaBox = element(
    'div',
    { class: 'field' },
    element('label', { for: alpha.input.id }, messages.learningRate),
    alpha.input,
    alpha.error,
  );
  root.append(
    data.element,
    hidden.element,
    activation.element,
    loss.element,
    bias.element,
    alphaBox,
    seed.element,
    steps.element,
    speed.element,
  );

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const { network, data: source, training } = snapshot.experiment;
      data.select.value = 'set' in source && DATA_SETS.includes(source.set) ? source.set : OWN_DATA;
      showHidden(hidden.select, network.hidden, messages);
      activation.select.value = network.activation;
      activation.select.disabled = network.hidden.length === 0;
      loss.select.value = snapshot.experiment.loss;
      bias.select.value = network.bias ? 'on' : 'off';
      speed.select.value = String(snapshot.stepsPerSecond);
      if (snapshot.event === 'loaded') for (const field of [alpha, seed, steps]) field.restore();
      alpha.set(trainingAt(training, snapshot.presentStep).learningRate);
      seed.set(isSeeded(snapshot.experiment.init) ? snapshot.seed : null);
      steps.set(snapshot.stepsToRun);
    },
  };
}

/**
 * A network that the list does not offer gets an entry of its own for as long as it is there.
 * @param {HTMLSelectElement} select
 * @param {readonly number[]} hidden
 * @param {Messages} messages
 */
function showHidden(select, hidden, messages) {
  const value = hidden.length === 0 ? '0' : hidden.join('+');
  const other = select.querySelector('[data-other]');
  if (other !== null && other.getAttribute('value') !== value) other.remove();
  if (![...select.options].some((option) => option.value === value)) {
    select.append(element('option', { value, 'data-other': true }, messages.list(hidden)));
  }
  select.value = value;
}

/**
 * A field for a whole number that may be empty.
 * @param {object} options
 * @param {string} options.id also its name
 * @param {string} options.label
 * @param {string | null} options.title
 * @param {string} options.placeholder what empty means
 * @param {number} options.least
 * @param {number} options.most
 * @param {Messages} options.messages
 * @param {(value: number | null) => void} options.onCommit
 */
function wholeField({ id, label, title, placeholder, least, most, messages, onCommit }) {
  const input = element('input', { id, name: id, type: 'text', inputmode: 'numeric', autocomplete: 'off', placeholder, title });
  const error = element('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  let shown = '';
  const commit = () => {
    const value = readWhole(input.value);
    const isGood = value === null || (value >= least && value <= most);
    error.hidden = isGood;
    setText(error, isGood ? '' : messages.errors.notWhole(least, most));
    input.toggleAttribute('aria-invalid', false);
    if (!isGood) input.setAttribute('aria-invalid', 'true');
    if (isGood) input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', error.id);
    if (!isGood || input.value === shown) return;
    shown = input.value;
    onCommit(value);
  };
  /** What was typed and could not be taken goes. */
  const restore = () => {
    input.value = shown;
    commit();
  };
  input.addEventListener('change', commit);
  input.addEventListener('input', () => document.activeElement !== input && commit());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') restore();
  });
  return {
    element: element('div', { class: 'field' }, element('label', { for: id }, label), input, error),
    restore,
    /** @param {number | null} value */
    set(value) {
      const isBeingTyped = input.value !== shown;
      if (isBeingTyped) return;
      shown = value === null ? '' : String(value);
      if (input.value !== shown) input.value = shown;
    },
  };
}

/**
 * "2000", "2,000" or "2 000"; here a comma can only mark thousands.
 * @param {string} text
 * @returns {number | null} null for an empty text, NaN for anything else that is no whole number
 */
function readWhole(text) {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d+$|^\d{1,3}([,. \u00a0\u202f]\d{3})+$/.test(typed) ? Number(typed.replace(/\D/g, '')) : NaN;
}
