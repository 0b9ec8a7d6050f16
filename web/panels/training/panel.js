/** The panel "How it learns": the optimizer and every other option of training, by what it means for twins. */

import { formatExact } from '../../base/format.js';
import { trainingAt } from '../../experiment/schedule.js';
import { FIELD_GROUPS, optionChange, readNames, readOption } from './fields.js';
import { choice, element, setReason } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';
import { createUnitRates } from './unit-rates.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('./fields.js').Field} Field */
/** @typedef {{ name: string, minimum: number, maximum: number }} OptionInfo */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {{ optimizers: readonly string[], options: readonly OptionInfo[] }} options.offers
 * @param {(training: object) => void} options.onChange a part of the training; may throw what is then shown at the field
 * @param {(wish: () => void) => void} options.attempt carries out what may be refused elsewhere than at a field
 */
export function createTrainingPanel(root, { messages, offers, onChange, attempt }) {
  const texts = messages.training;
  /** @type {Snapshot | null} */
  let latest = null;
  const optimizer = choice({
    name: 'optimizer',
    label: texts.optimizer,
    options: offers.optimizers.map((value) => ({ value, text: texts.optimizers[value]?.name ?? value })),
    onChoose: (value) => attempt(() => onChange({ optimizer: value })),
  });

  // Its names are longer than a field for a number.
  optimizer.element.classList.add('wide');

  /** @param {Field} field */
  const createOption = (field) => {
    const { name, step, isWhole, optimizers } = field;
    const info = offers.options.find((option) => option.name === name);
    const { minimum = 0, maximum = Infinity } = info ?? {};
    const { label, hint } = texts.options[name];
    const id = `training-${name.replace('.', '-')}`;
    const number = createNumberField({
      id,
      name: id,
      label,
      notANumber: messages.errors.notANumber,
      check: (value) => {
        if (value >= minimum && value <= maximum && (!isWhole || Number.isInteger(value))) return null;
        return isWhole ? messages.errors.notWhole(minimum, maximum) : messages.errors.outOfRange(minimum, maximum);
      },
      format: formatExact,
      step,
      onCommit: (value) => latest !== null && onChange(optionChange(latest.experiment.training, name, value)),
    });
    const box = element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      number.input,
      element('p', { class: 'hint' }, hint),
      number.error,
    );
    return { name, optimizers, number, box };
  };

  const groups = Object.entries(FIELD_GROUPS).map(([name, fields]) => ({ name, options: fields.map(createOption) }));
  const freeze = createFreezeField(messages, (names) => onChange({ freeze: names }));
  const rates = createUnitRates({ messages, onChange: (unitLearningRates) => onChange({ unitLearningRates }) });
  const boxes = groups.map(({ name, options }) =>
    groupBox(texts.groups[name], [...(name === 'rule' ? [optimizer.element] : []), ...options.map(({ box }) => box)]),
  );
  root.append(element('div', { class: 'training-groups' }, ...boxes, groupBox(texts.groups.single, [freeze.element, rates.element])));

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (snapshot.event === null) return;
      const training = trainingAt(snapshot.experiment.training, snapshot.presentStep);
      optimizer.select.value = training.optimizer;
      for (const { name, optimizers, number, box } of groups.flatMap(({ options }) => options)) {
        box.hidden = optimizers !== null && !optimizers.includes(training.optimizer);
        if (snapshot.event === 'loaded') number.restore();
        number.set(readOption(training, name));
      }
      freeze.update(training.freeze, snapshot.event === 'loaded');
      rates.update(snapshot);
    },
  };
}

/**
 * @param {{ title: string, note: string }} texts
 * @param {HTMLElement[]} fields
 */
function groupBox({ title, note }, fields) {
  return element(
    'section',
    { class: 'training-group', 'aria-label': title },
    element('h3', {}, title),
    element('p', { class: 'note' }, note),
    element('div', { class: 'training-fields' }, ...fields),
  );
}

/**
 * @param {Messages} messages
 * @param {(names: string[]) => void} onCommit may throw what is then shown at the field
 */
function createFreezeField({ training: texts }, onCommit) {
  const input = element('input', {
    id: 'training-freeze',
    name: 'training-freeze',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const error = element('p', { class: 'field-error', id: 'training-freeze-error', role: 'alert', hidden: true });
  let shown = '';
  /** @param {unknown} reason null: there is none */
  const complain = (reason) => {
    error.hidden = reason === null;
    setReason(error, reason ?? '');
    for (const [name, value] of [
      ['aria-invalid', 'true'],
      ['aria-describedby', error.id],
    ]) {
      if (reason === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  };
  const commit = () => {
    if (input.value === shown) return complain(null);
    const typed = input.value;
    try {
      shown = typed;
      onCommit(readNames(typed));
      complain(null);
    } catch (refusal) {
      shown = '';
      complain(refusal);
    }
  };
  input.addEventListener('change', commit);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') commit();
  });
  return {
    element: element(
      'div',
      { class: 'field wide' },
      element('label', { for: input.id }, texts.freeze),
      input,
      element('p', { class: 'hint' }, texts.freezeHint),
      error,
    ),
    /**
     * @param {readonly string[]} names
     * @param {boolean} isLoaded what was typed is forgotten
     */
    update(names, isLoaded) {
      const isBeingTyped = input.value !== shown;
      if (isBeingTyped && !isLoaded) return;
      complain(null);
      shown = names.join(', ');
      if (input.value !== shown) input.value = shown;
    },
  };
}
