/** Which parameter's chain is shown, against which, in which example. */

import { parameterPlace } from '../../experiment/parameters.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/chain.js').ChainMessages} ChainMessages */

/**
 * @param {ChainMessages} messages
 * @param {(change: Partial<{ name: string, other: string, example: number }>) => void} onChange
 */
export function createChoices(messages, onChange) {
  const name = element('select', { id: 'chain-weight', name: 'chain-weight' });
  const other = element('select', { id: 'chain-against', name: 'chain-against' });
  const previous = element('button', { type: 'button', class: 'back', 'aria-label': messages.previous });
  const next = element('button', { type: 'button', class: 'forth', 'aria-label': messages.next });
  const number = element('output', { class: 'chain-example' });
  const values = element('span', { class: 'note' });
  const root = element(
    'div',
    { class: 'chain-choices' },
    element('div', { class: 'field' }, element('label', { for: name.id }, messages.weight), name),
    element('div', { class: 'field' }, element('label', { for: other.id }, messages.against), other),
    element('div', { class: 'chain-stepper' }, previous, element('div', {}, number, values), next),
  );
  let at = 0;
  let count = 1;
  name.addEventListener('change', () => onChange({ name: name.value, other: '' }));
  other.addEventListener('change', () => onChange({ other: other.value }));
  previous.addEventListener('click', () => onChange({ example: (at + count - 1) % count }));
  next.addEventListener('click', () => onChange({ example: (at + 1) % count }));
  return {
    root,
    /** @param {Snapshot} snapshot @param {{ name: string, other: string, example: number }} state @param {string[]} others */
    update({ names, data, experiment: { network } }, state, others) {
      const unitOf = (/** @type {string} */ parameter) => parameterPlace(network, parameter)?.unit;
      offer(
        name,
        nearby(names, state.name).map((value) => ({ value, text: `∂J/∂${value}` })),
        state.name,
      );
      offer(
        other,
        others.map((value) => ({ value, text: messages.againstOption(value, unitOf(value) === unitOf(state.name)) })),
        state.other,
      );
      at = state.example;
      count = data.x.length;
      setText(number, messages.example(at + 1, count));
      setText(values, messages.exampleValues(data.x[at], data.y[at]));
      previous.disabled = next.disabled = count === 1;
    },
  };
}

/** A list with more than so many entries takes the browser longer to show than a person to give up. */
const MOST_OFFERED = 1000;

/**
 * @param {readonly string[]} names of all parameters
 * @param {string} name the one that is shown
 * @returns {readonly string[]} of a large network those around it; the others are chosen in the drawing
 */
export function nearby(names, name) {
  if (names.length <= MOST_OFFERED) return names;
  const first = Math.min(Math.max(names.indexOf(name) - MOST_OFFERED / 2, 0), names.length - MOST_OFFERED);
  return names.slice(first, first + MOST_OFFERED);
}

/**
 * @param {HTMLSelectElement} select
 * @param {{ value: string, text: string }[]} options
 * @param {string} value
 */
function offer(select, options, value) {
  const key = options.map((option) => option.text).join('|');
  if (select.dataset.options !== key) {
    select.dataset.options = key;
    select.replaceChildren(...options.map((option) => element('option', { value: option.value }, option.text)));
  }
  select.disabled = options.length === 0;
  if (select.value !== value) select.value = value;
}
