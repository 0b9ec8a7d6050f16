/**
 * Three switches and a lock for a pair of neurons. A switch shows the start; switched off where the values are equal of themselves, it
 * asks for others.
 */

import { TIED_PARTS } from '../../experiment/tables.js';
import { numbersOf, unitParts } from '../../ties/tie-edits.js';
import { formatParameter } from '../../base/format.js';
import { element, setText } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../ties/tie-edits.js').Part} Part */
/** @typedef {import('../../ties/tie-edits.js').UnitPair} UnitPair */
/** @typedef {import('../../messages/en/ties.js').TiesMessages} TiesMessages */

/** As many other values are asked for at once. */
const MOST_ASKED = 8;

/**
 * @param {object} options
 * @param {TiesMessages} options.messages
 * @param {(text: string) => string} options.notANumber
 * @param {(part: Part) => void} options.onTie
 * @param {(part: Part) => boolean} options.onUntie false where there is no tie to take back
 * @param {(locked: boolean) => void} options.onLock
 * @param {(name: string, value: number) => void} options.onEdit
 */
export function createSwitches({ messages, notANumber, onTie, onUntie, onLock, onEdit }) {
  const rows = TIED_PARTS.map((part) => ({ part, ...createSwitch(`tie-${part}`, messages.part(part)) }));
  const lock = createSwitch('tie-lock', messages.lock);
  setText(lock.meaning, messages.lockMeaning);
  const ask = element('div', { class: 'ties-ask', hidden: true });
  const root = element(
    'fieldset',
    { class: 'ties-switches' },
    element('legend', {}, messages.switches),
    ...rows.map((row) => row.root),
    lock.root,
    ask,
  );
  /** The part for which other values are asked for. @type {Part | null} */
  let asked = null;
  let askedFor = '';
  /** @type {Map<string, import('../../ui/number-field.js').NumberField>} */
  let fields = new Map();

  for (const { part, input } of rows) {
    input.addEventListener('change', () => {
      asked = null;
      if (input.checked) return onTie(part);
      // The switch shows the start, and that has not changed yet.
      input.checked = true;
      asked = part;
      if (!onUntie(part)) onUntieRefused();
    });
  }
  lock.input.addEventListener('change', () => onLock(lock.input.checked));

  /** @type {() => void} */
  let onUntieRefused = () => {};

  /** @param {Snapshot} snapshot @param {UnitPair} pair @param {Record<Part, string[]>} own @param {Record<Part, boolean>} tied */
  const showAsk = ({ experiment: { network }, names, history }, pair, own, tied) => {
    const key = asked === null ? '' : `${asked} ${pair.layer} ${pair.units} ${own[asked].join()}`;
    if (asked !== null && key !== askedFor && !tied[asked]) asked = null;
    ask.hidden = asked === null;
    if (asked === null) askedFor = '';
    else if (key !== askedFor) {
      askedFor = key;
      fields = new Map(own[asked].slice(0, MOST_ASKED).map((name) => [name, otherField(name, messages, notANumber, onEdit)]));
      const boxes = [...fields].map(([name, field]) =>
        element('span', { class: 'ties-other' }, element('label', { for: field.input.id }, name), field.input, field.error),
      );
      ask.replaceChildren(
        element('p', { class: 'note', role: 'status' }, messages.askOthers(asked, numbersOf(network, pair))),
        element('div', { class: 'ties-others' }, ...boxes),
      );
    }
    for (const [name, field] of fields) if (asked !== null && names.includes(name)) field.set(history.parameters[name][0]);
  };

  return {
    root,
    /** @param {Snapshot} snapshot @param {UnitPair} pair @param {boolean} locked */
    update(snapshot, pair, locked) {
      const {
        experiment: { network },
        names,
        history,
      } = snapshot;
      const [first, second] = pair.units.map((unit) => unitParts(network, pair.layer, unit, names));
      const startOf = (/** @type {string} */ name) => history.parameters[name][0];
      /** @type {(part: Part) => boolean} */
      const isTied = (part) => first[part].every((name, at) => Object.is(startOf(name), startOf(second[part][at])));
      const tied = { incoming: isTied('incoming'), bias: isTied('bias'), outgoing: isTied('outgoing') };
      for (const { part, input, meaning } of rows) {
        const isThere = first[part].length > 0;
        // What is not there is neither tied nor to be tied.
        input.checked = isThere && tied[part];
        input.disabled = !isThere;
        setText(meaning, isThere ? messages.partNames(first[part], second[part], tied[part]) : messages.noBias);
      }
      lock.input.checked = locked;
      onUntieRefused = () => showAsk(snapshot, pair, second, tied);
      showAsk(snapshot, pair, second, tied);
    },
    /** Another pair: what was asked for is over. */
    forget() {
      asked = null;
    },
  };
}

/** @param {string} name @param {string} label */
function createSwitch(name, label) {
  const input = element('input', { type: 'checkbox', role: 'switch', id: name, name, 'aria-describedby': `${name}-meaning` });
  const meaning = element('span', { class: 'note', id: `${name}-meaning` });
  return { input, meaning, root: element('div', { class: 'switch' }, input, element('label', { for: name }, label), meaning) };
}

/**
 * @param {string} name
 * @param {TiesMessages} messages
 * @param {(text: string) => string} notANumber
 * @param {(name: string, value: number) => void} onEdit
 */
function otherField(name, messages, notANumber, onEdit) {
  return createNumberField({
    name: `other-${name}`,
    label: messages.otherValue(name),
    notANumber,
    format: (value) => formatParameter(value),
    onCommit: (value) => onEdit(name, value),
  });
}
