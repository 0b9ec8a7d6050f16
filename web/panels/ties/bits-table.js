/** Two neurons, parameter by parameter, to the last bit: what differs is marked. Made only while somebody looks. */

import { differingBits, hexFloat, markDifferences, ulpsApart } from '../../base/bits.js';
import { TIED_PARTS } from '../../experiment/tables.js';
import { numbersOf, unitParts } from '../../ties/tie-edits.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../ties/tie-edits.js').UnitPair} UnitPair */
/** @typedef {import('../../messages/en/ties.js').TiesMessages} TiesMessages */

const MOST_ROWS = 16;

/** @param {{ messages: TiesMessages, onOpen: () => void }} options */
export function createBits({ messages, onOpen }) {
  const table = element('table', {});
  const box = element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': messages.bits }, table);
  const more = element('p', { class: 'note' });
  const root = element('details', { class: 'ties-bits' }, element('summary', {}, messages.bits), box, more);
  root.addEventListener('toggle', onOpen);
  let shown = '';
  return {
    root,
    /** @param {Snapshot} snapshot @param {UnitPair} pair */
    update({ experiment: { network }, names, values, step }, { layer, units }) {
      if (!root.open) return;
      const numbers = numbersOf(network, { layer, units });
      const [first, second] = units.map((unit) => TIED_PARTS.flatMap((part) => unitParts(network, layer, unit, names)[part]));
      const rows = first
        .slice(0, MOST_ROWS)
        .map((name, at) => ({ names: [name, second[at]], pair: [name, second[at]].map((each) => values[names.indexOf(each)]) }));
      const key = `${layer} ${units} ${step} ${rows.map(({ pair }) => pair.map(hexFloat).join()).join()}`;
      if (key === shown) return;
      shown = key;
      setText(more, first.length > MOST_ROWS ? messages.bitsMore(first.length - MOST_ROWS) : '');
      const head = element(
        'tr',
        {},
        ...[...numbers.map(messages.bitsNeuron), messages.bitsDifference].map((text) => element('th', { scope: 'col' }, text)),
      );
      table.replaceChildren(
        element('caption', {}, messages.bitsOf(numbers, step)),
        element('thead', {}, head),
        element('tbody', {}, ...rows.map((row) => bitsRow(row, messages))),
      );
    },
  };
}

/**
 * @param {{ names: string[], pair: number[] }} row
 * @param {TiesMessages} messages
 */
function bitsRow({ names, pair }, messages) {
  const [first, second] = pair.map(hexFloat);
  const isEqual = first === second;
  /** @type {(at: number, text: string, other: string) => HTMLElement} */
  const cell = (at, text, other) =>
    element(
      'td',
      {},
      element('span', { class: 'bits-name' }, `${names[at]} `),
      element('code', {}, ...markDifferences(text, other).map((run) => (run.differs ? element('mark', {}, run.text) : run.text))),
    );
  const difference = isEqual ? messages.bitsEqual : messages.bitsApart(differingBits(pair[0], pair[1]), ulpsApart(pair[0], pair[1]));
  return element('tr', {}, cell(0, first, second), cell(1, second, first), element('td', {}, difference));
}
