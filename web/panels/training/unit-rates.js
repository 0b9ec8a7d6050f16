/** Learning-rate factors of single neurons: those that are set, each with a button that takes it away, and a small form for one more. */

import { formatExact } from '../../base/format.js';
import { networkLayers } from '../../experiment/parameters.js';
import { element, setReason } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {{ layer: number, unit: number, factor: number }} UnitRate */

/**
 * @param {{ messages: Messages, onChange: (rates: UnitRate[]) => void }} options onChange may throw what is then shown at the form
 */
export function createUnitRates({ messages, onChange }) {
  const texts = messages.training;
  /** @type {readonly UnitRate[]} */
  let rates = [];
  /** @type {import('../../experiment/parameters.js').Layer[]} */
  let layers = [];
  const typed = { neuron: 1, factor: 0.5 };
  const list = element('ul', { class: 'unit-rates' });
  const error = element('p', { class: 'field-error', role: 'alert', hidden: true });

  const neurons = () => layers.reduce((sum, { units }) => sum + units, 0);
  /** @type {(key: keyof typeof typed, label: string, step: number, check?: (value: number) => string | null) => { box: HTMLElement, field: import('../../ui/number-field.js').NumberField }} */
  const createField = (key, label, step, check) => {
    const id = `unit-rate-${key}`;
    const field = createNumberField({
      id,
      name: id,
      label,
      notANumber: messages.errors.notANumber,
      check,
      format: formatExact,
      step,
      onCommit: (value) => void (typed[key] = value),
    });
    field.set(typed[key]);
    return { field, box: element('div', { class: 'field' }, element('label', { for: id }, label), field.input, field.error) };
  };
  const neuron = createField('neuron', texts.neuron, 1, (value) =>
    Number.isInteger(value) && value >= 1 && value <= neurons() ? null : texts.noNeuron(neurons()),
  );
  const factor = createField('factor', texts.factor, 0.1);

  /** @param {UnitRate[]} next */
  const change = (next) => {
    try {
      onChange(next);
      error.hidden = true;
    } catch (refusal) {
      setReason(error, refusal);
      error.hidden = false;
    }
  };
  const set = element('button', { type: 'button', 'data-action': 'set-unit-rate' }, texts.setFactor);
  set.addEventListener('click', () => {
    if (typed.neuron > neurons()) neuron.field.offer(typed.neuron);
    if (![neuron, factor].every(({ field }) => field.error.hidden)) return;
    const upTo = layers.filter((candidate) => candidate.firstUnit <= typed.neuron);
    const { layer, firstUnit } = upTo[upTo.length - 1];
    const unit = typed.neuron - firstUnit + 1;
    change([...rates.filter((rate) => rate.layer !== layer || rate.unit !== unit), { layer, unit, factor: typed.factor }]);
  });

  const showList = () => {
    list.replaceChildren(
      ...rates.map((rate) => {
        const number = layers[rate.layer - 1].firstUnit + rate.unit - 1;
        const remove = element(
          'button',
          { type: 'button', class: 'quiet-button', 'aria-label': texts.removeUnitRate(number) },
          messages.remove,
        );
        remove.addEventListener('click', () => change(rates.filter((other) => other !== rate)));
        return element('li', {}, texts.unitRate(number, rate.factor), ' ', remove);
      }),
    );
    list.hidden = rates.length === 0;
  };

  return {
    element: element(
      'div',
      { class: 'field wide', role: 'group', 'aria-label': texts.unitRates },
      element('p', { class: 'hint-title' }, texts.unitRates),
      list,
      element('div', { class: 'unit-rate-form' }, neuron.box, factor.box, set),
      element('p', { class: 'hint' }, texts.unitRatesHint),
      error,
    ),
    /** @param {Snapshot} snapshot */
    update({ experiment }) {
      rates = experiment.training.unitLearningRates;
      layers = networkLayers(experiment.network);
      showList();
    },
  };
}
