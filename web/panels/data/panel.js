/**
 * The panel "Data": a set by name with its size, noise and seed; or a table of the visitor's own, pasted or from a file, with any
 * number of features.
 */

import { formatExact } from '../../base/format.js';
import { OWN_DATA } from '../../experiment/kinds/datasets/index.js';
import { choice, element, setText } from '../../ui/dom.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { createNumberField } from '../../ui/number-field.js';
import { createOwnTable } from './own-table.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../base/csv.js').Examples} Examples */
/** @typedef {{ set: string, examples?: number, noise?: number, seed?: number }} NamedSet */
/** @typedef {{ examples: number, inputs: number, outputs: number, value: number, seed: number, noise: number }} DataLimits */

/**
 * @typedef {object} DataPanelOptions
 * @property {Messages} messages
 * @property {readonly string[]} sets
 * @property {DataLimits} limits
 * @property {(set: NamedSet) => void} onSet may throw what is then shown at the field
 * @property {(own: Examples, remedy?: { outputActivation: string, loss: string }) => void} onOwn may throw what is then shown under the table
 * @property {(examples: Examples, snapshot: Snapshot) => Generator<void, { loss: number, outputs: number[][] }>} judge what the network, as it is shown, makes of examples; in parts
 * @property {(wish: () => void) => void} attempt carries out what may be refused elsewhere
 */

/**
 * @param {HTMLElement} root
 * @param {DataPanelOptions} options
 */
export function createDataPanel(root, options) {
  const texts = options.messages.dataPanel;
  const now = element('p', { class: 'note', id: 'data-now' });
  const named = createNamedSet(options);
  const own = createOwnTable(options);
  root.append(now, element('div', { class: 'data-ways' }, named.element, own.element));
  acceptDrops(root, ([file]) => own.readFile(file));
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      own.update(snapshot);
      if (snapshot.event === null) return;
      const { x, features, targets } = snapshot.data;
      setText(now, texts.now(x.length, features.length, targets.length));
      named.update(snapshot);
    },
  };
}

/** @param {DataPanelOptions} options */
function createNamedSet({ messages, sets, limits, onSet, attempt }) {
  const texts = messages.dataPanel;
  /** The set in force; null for own examples. @type {{ set: string, examples: number, noise: number, seed: number } | null} */
  let present = null;
  const set = choice({
    name: 'data-set',
    label: texts.set,
    options: [...sets.map((value) => ({ value, text: messages.dataSets[value]?.name ?? value })), { value: OWN_DATA, text: texts.own }],
    onChoose: (value) => value !== OWN_DATA && attempt(() => onSet({ set: value })),
  });
  const ownOption = set.select.options[sets.length];
  const about = element('p', { class: 'note' });
  /** @type {(key: 'examples' | 'noise' | 'seed', label: string, least: number, most: number, step: number) => { key: typeof key, field: import('../../ui/number-field.js').NumberField, box: HTMLElement }} */
  const createField = (key, label, least, most, step) => {
    const isWhole = key !== 'noise';
    const id = `data-${key}`;
    const field = createNumberField({
      id,
      name: id,
      label,
      notANumber: messages.errors.notANumber,
      check: (value) => {
        if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return null;
        return isWhole ? messages.errors.notWhole(least, most) : messages.errors.outOfRange(least, most);
      },
      format: formatExact,
      step,
      onCommit: (value) => present !== null && onSet({ ...present, [key]: value }),
    });
    return { key, field, box: element('div', { class: 'field' }, element('label', { for: id }, label), field.input, field.error) };
  };
  const fields = [
    createField('examples', texts.examples, 1, limits.examples, 10),
    createField('noise', texts.noise, 0, limits.noise, 0.05),
    createField('seed', texts.seed, 0, limits.seed, 1),
  ];
  const fieldBox = element('div', { class: 'training-fields' }, ...fields.map(({ box }) => box));
  const note = element('p', { class: 'hint' }, texts.setNote);
  return {
    element: element(
      'section',
      { class: 'data-set', 'aria-label': texts.setTitle },
      element('h3', {}, texts.setTitle),
      set.element,
      about,
      fieldBox,
      note,
    ),
    /** @param {Snapshot} snapshot */
    update({ experiment: { data }, event }) {
      present = 'set' in data ? data : null;
      ownOption.hidden = present !== null;
      set.select.value = present?.set ?? OWN_DATA;
      setText(about, present === null ? '' : (messages.dataSets[present.set]?.about ?? ''));
      fieldBox.hidden = present === null;
      note.hidden = present === null;
      if (present === null) return;
      for (const { key, field } of fields) {
        if (event === 'loaded') field.restore();
        field.set(present[key]);
      }
    },
  };
}
