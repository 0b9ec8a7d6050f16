/** The panel "Change the network": hidden layers and their neurons, the output's activation, a range that starts are drawn from, and all weights as text. */

import { formatExact } from '../../base/format.js';
import { networkLayers } from '../../experiment/parameters.js';
import { choice, element, setText } from '../../ui/dom.js';
import { createNumberField, wholeBetween } from '../../ui/number-field.js';
import { createRandomRange } from './random-range.js';
import { createWeightsEditor } from './weights-editor.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {{ hiddenLayers: number, units: number, parameter: number }} NetworkLimits */
/** @typedef {{ element: HTMLElement, field: import('../../ui/number-field.js').NumberField, fewer: HTMLButtonElement, more: HTMLButtonElement, effective: HTMLElement }} Row */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly string[]} options.activations
 * @param {NetworkLimits} options.limits
 * @param {(hidden: number[]) => void} options.onLayers may throw what is then shown at the field
 * @param {(activation: string) => void} options.onOutput
 * @param {(start: import('../../experiment/reshape.js').Start) => void} options.onStart may throw what is then shown under the weights
 * @param {(range: { low: number, high: number }) => void} options.onRange may throw what is then shown beside the range
 * @param {(wish: () => void) => void} options.attempt carries out what may be refused elsewhere
 */
export function createLayersPanel(root, { messages, activations, limits, onLayers, onOutput, onStart, onRange, attempt }) {
  const texts = { ...messages.layers, ...messages.reshape };
  /** @type {readonly number[]} */
  let hidden = [];
  /** @type {Row[]} */
  let rows = [];
  const list = element('ol', { class: 'layer-list' });
  const none = element('p', {}, texts.none);
  const counts = element('p', { class: 'note' });
  const add = element('button', { type: 'button', 'data-action': 'add-layer' }, texts.add);
  add.addEventListener('click', () => attempt(() => onLayers([...hidden, hidden[hidden.length - 1] ?? 2])));
  const output = choice({
    name: 'output-activation',
    label: texts.outputActivation,
    options: activations.map((value) => ({ value, text: messages.activations[value] ?? value })),
    onChoose: (value) => attempt(() => onOutput(value)),
  });
  const range = createRandomRange({ messages, onDraw: onRange });
  const weights = createWeightsEditor({ messages, largest: limits.parameter, onStart });

  /** @type {(at: number, units: number) => number[]} */
  const changed = (at, units) => hidden.map((present, which) => (which === at ? units : present));

  /**
   * @param {number} at
   * @returns {Row}
   */
  const createRow = (at) => {
    const id = `layer-${at + 1}-units`;
    const field = createNumberField({
      id,
      name: id,
      label: texts.units(at + 1),
      notANumber: messages.errors.notANumber,
      check: wholeBetween(1, limits.units, messages.errors),
      format: formatExact,
      step: 1,
      onCommit: (units) => onLayers(changed(at, units)),
    });
    /** @type {(text: string, label: string, act: () => void, name?: string) => HTMLButtonElement} */
    const button = (text, label, act, name) => {
      const made = element('button', { type: 'button', 'aria-label': label, class: name });
      made.textContent = text;
      made.addEventListener('click', () => attempt(act));
      return made;
    };
    const fewer = button('\u2212', texts.fewer(at + 1), () => onLayers(changed(at, hidden[at] - 1)), 'square');
    const more = button('+', texts.more(at + 1), () => onLayers(changed(at, hidden[at] + 1)), 'square');
    const remove = button(
      texts.remove,
      texts.removeLayer(at + 1),
      () => onLayers(hidden.filter((_, which) => which !== at)),
      'quiet-button',
    );
    const effective = element('span', { class: 'layer-effective' });
    const line = element(
      'li',
      {},
      element('label', { for: id }, texts.layer(at + 1)),
      fewer,
      field.input,
      more,
      effective,
      remove,
      field.error,
    );
    return { element: line, field, fewer, more, effective };
  };

  root.append(
    element(
      'div',
      { class: 'layers-ways' },
      element(
        'section',
        { 'aria-label': texts.layersTitle },
        element('h3', {}, texts.layersTitle),
        none,
        list,
        add,
        element('p', { class: 'hint' }, texts.newNote),
        counts,
        output.element,
        element('p', { class: 'hint' }, texts.outputNote),
        range.element,
      ),
      weights.element,
    ),
  );

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      if (snapshot.event === null) return;
      const { network } = snapshot.experiment;
      hidden = network.hidden;
      if (rows.length !== hidden.length) {
        const hadFocus = list.contains(document.activeElement);
        rows = hidden.map((_, at) => createRow(at));
        list.replaceChildren(...rows.map((row) => row.element));
        if (hadFocus) add.focus();
      }
      rows.forEach(({ field, fewer, more, effective }, at) => {
        if (snapshot.event === 'loaded') field.restore();
        field.set(hidden[at]);
        fewer.disabled = hidden[at] <= 1;
        more.disabled = hidden[at] >= limits.units;
        setText(effective, messages.widths.different(snapshot.verdicts[at].different));
      });
      none.hidden = hidden.length > 0;
      add.disabled = hidden.length >= limits.hiddenLayers;
      output.select.value = network.outputActivation;
      setText(
        counts,
        texts.counts(
          network.inputs,
          network.outputs,
          networkLayers(network).reduce((sum, { units, inputs }) => sum + units * (inputs + (network.bias ? 1 : 0)), 0),
        ),
      );
      range.update(snapshot);
      weights.update(snapshot);
    },
  };
}
