/** Starting weights drawn from a range of one's own, such as 0 to 1. */

import { formatExact } from '../../base/format.js';
import { element, setReason } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/** The largest number of the format's `low` and `high`, and how far apart they are at most. */
const MOST = 1e6;

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {(range: { low: number, high: number }) => void} options.onDraw may throw what is then shown here
 */
export function createRandomRange({ messages, onDraw }) {
  const texts = messages.layers;
  const range = { low: 0, high: 1 };
  const said = element('p', { class: 'field-error', id: 'range-error', role: 'alert', hidden: true });

  /** @param {'low' | 'high'} name @param {string} label */
  const createField = (name, label) => {
    const id = `range-${name}`;
    const field = createNumberField({
      id,
      name: id,
      label: texts.rangeEnds[name],
      notANumber: messages.errors.notANumber,
      check: (value) => (Math.abs(value) <= MOST ? null : messages.errors.outOfRange(-MOST, MOST)),
      format: formatExact,
      onCommit: (value) => {
        range[name] = value;
      },
    });
    field.set(range[name]);
    return { field, box: element('div', { class: 'field' }, element('label', { for: id }, label), field.input, field.error) };
  };
  const low = createField('low', texts.rangeLow);
  const high = createField('high', texts.rangeHigh);

  /** @param {unknown} reason null: there is none */
  const complain = (reason) => {
    said.hidden = reason === null;
    setReason(said, reason ?? '');
  };
  const draw = element('button', { type: 'button', 'data-action': 'draw-range', 'aria-describedby': said.id }, texts.rangeDraw);
  draw.addEventListener('click', () => {
    const width = range.high - range.low;
    if (!(width > 0 && width <= MOST)) return complain(texts.rangeOrder(range.low, MOST));
    try {
      onDraw({ ...range });
      complain(null);
    } catch (refusal) {
      complain(refusal);
    }
  });

  return {
    element: element(
      'section',
      { class: 'random-range', 'aria-label': texts.rangeTitle },
      element('h3', {}, texts.rangeTitle),
      element('div', { class: 'random-range-ends' }, low.box, high.box, draw),
      said,
      element('p', { class: 'hint' }, texts.rangeNote),
    ),
    /** @param {Snapshot} snapshot */
    update({ event, experiment: { init } }) {
      if (event === 'loaded') {
        complain(null);
        for (const { field } of [low, high]) field.restore();
      }
      if (!('low' in init)) return;
      Object.assign(range, { low: init.low, high: init.high });
      low.field.set(init.low);
      high.field.set(init.high);
    },
  };
}
