/**
 * The panel "Data": a set by name with its size, noise and seed; or a table of the visitor's own, pasted or from a file, with any
 * number of features.
 */

import { TableError, parseTable, standardize, toExamples, writeExamples } from '../../base/csv.js';
import { formatExact } from '../../base/format.js';
import { OWN_DATA } from '../../experiment/kinds/datasets/index.js';
import { LOSSES } from '../../experiment/kinds/losses/index.js';
import { choice, element, setReason, setText } from '../../ui/dom.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { showText, takeLongPastes } from '../../ui/large-text.js';
import { createNumberField } from '../../ui/number-field.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../base/csv.js').Examples} Examples */
/** @typedef {{ set: string, examples?: number, noise?: number, seed?: number }} NamedSet */
/** @typedef {{ examples: number, inputs: number, outputs: number, value: number, seed: number, noise: number }} DataLimits */

/** A pasted text has at most this many characters: twenty thousand examples of some forty numbers. */
const MOST_CHARACTERS = 8_000_000;

/**
 * @typedef {object} DataPanelOptions
 * @property {Messages} messages
 * @property {readonly string[]} sets
 * @property {DataLimits} limits
 * @property {(set: NamedSet) => void} onSet may throw what is then shown at the field
 * @property {(own: Examples) => void} onOwn may throw what is then shown under the table
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
  acceptDrops(root, own.readFile);
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      if (snapshot.event === null) return;
      const { x, features, targets } = snapshot.data;
      setText(now, texts.now(x.length, features.length, targets.length));
      named.update(snapshot);
      own.update(snapshot);
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

/** @param {DataPanelOptions} options */
function createOwnTable({ messages, limits, onOwn, attempt }) {
  const texts = messages.dataPanel;
  const text = element('textarea', {
    id: 'data-text',
    rows: 7,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    'aria-describedby': 'data-text-hint data-said',
  });
  const file = element('input', { id: 'data-file', type: 'file', accept: '.csv,.tsv,.txt,text/csv,text/plain' });
  const targets = choice({
    name: 'data-targets',
    label: texts.targets,
    options: Array.from({ length: limits.outputs }, (_, at) => ({ value: String(at + 1), text: String(at + 1) })),
    onChoose: () => {},
  });
  const standard = element('input', { type: 'checkbox', id: 'data-standardize' });
  const said = element('p', { class: 'data-said', id: 'data-said', role: 'status' });
  /** @type {Snapshot | null} */
  let latest = null;

  /** @param {unknown} sentence or the error that says it @param {boolean} [isTrouble] */
  const say = (sentence, isTrouble = false) => {
    setReason(said, sentence);
    said.classList.toggle('trouble-text', isTrouble);
    if (isTrouble) text.setAttribute('aria-invalid', 'true');
    else text.removeAttribute('aria-invalid');
  };

  /** @param {string} table */
  const use = (table) => {
    try {
      const own = readOwn(table);
      onOwn(own);
      say(texts.used(own.x.length));
    } catch (error) {
      say(error instanceof TableError ? texts.problem(error.problem) : error, true);
    }
  };

  /** @param {string} typed @returns {Examples} */
  const readOwn = (typed) => {
    const table = parseTable(typed, {
      characters: MOST_CHARACTERS,
      rows: limits.examples,
      columns: limits.inputs + limits.outputs,
      value: limits.value,
    });
    const own = toExamples(table, Number(targets.select.value));
    if (own.features.length > limits.inputs)
      throw new TableError({ kind: 'too-many-columns', line: table.lines[0], got: own.features.length, wanted: limits.inputs });
    const loss = latest?.experiment.loss;
    const range = loss === undefined ? null : LOSSES[loss].targets;
    if (loss !== undefined && range !== null) {
      const isWrong = (/** @type {number} */ value) => value < range.minimum || value > range.maximum;
      const wrong = own.y.findIndex((row) => row.some(isWrong));
      if (wrong >= 0)
        throw new RangeError(texts.targetRange(table.lines[wrong], own.y[wrong].find(isWrong) ?? 0, messages.losses[loss], range));
    }
    return standard.checked ? { ...own, x: standardize(own.x) } : own;
  };

  /** @param {string} table used at once, and shown where it is not too long for that */
  const take = (table) => {
    showText(text, table);
    use(table);
  };
  /** @param {File | undefined} chosen */
  const readFile = async (chosen) => {
    if (chosen === undefined) return;
    if (chosen.size > 2 * MOST_CHARACTERS) return say(texts.fileTooLarge(MOST_CHARACTERS), true);
    try {
      take(await chosen.text());
    } catch {
      say(texts.unreadable, true);
    }
  };
  file.addEventListener('change', async () => {
    await readFile(file.files?.[0]);
    // So that the same file can be chosen again.
    file.value = '';
  });
  takeLongPastes(text, take);

  /** @type {(action: string, name: string, act: () => void, isQuiet?: boolean) => HTMLButtonElement} */
  const button = (action, name, act, isQuiet = true) => {
    const made = element('button', { type: 'button', 'data-action': action, class: isQuiet ? 'quiet-button' : null }, name);
    made.addEventListener('click', act);
    return made;
  };
  const showNow = button('show-data', texts.showNow, () => {
    if (latest === null) return;
    targets.select.value = String(latest.data.targets.length);
    showText(text, writeExamples(latest.data));
    say('');
  });
  /** @param {(own: Examples) => Examples} change */
  const changeColumns = (change) => {
    if (latest === null) return;
    const { x, y, features, targets: names } = latest.data;
    const own = change({ x, y, features, targets: names });
    attempt(() => onOwn(own));
  };
  const add = button('add-feature', texts.addFeature, () =>
    changeColumns((own) => ({ ...own, x: own.x.map((row) => [...row, 0]), features: [...own.features, `x${own.features.length + 1}`] })),
  );
  const remove = button('remove-feature', texts.removeFeature, () =>
    changeColumns((own) => ({ ...own, x: own.x.map((row) => row.slice(0, -1)), features: own.features.slice(0, -1) })),
  );
  return {
    element: element(
      'section',
      { class: 'data-own', 'aria-label': texts.ownTitle },
      element('h3', {}, texts.ownTitle),
      element('label', { for: text.id }, texts.text),
      text,
      element('p', { class: 'hint', id: 'data-text-hint' }, texts.textHint),
      element('div', { class: 'data-file' }, element('label', { for: file.id }, texts.file), file),
      element(
        'div',
        { class: 'data-choices' },
        targets.element,
        element('span', { class: 'data-check' }, standard, element('label', { for: standard.id }, texts.standardize)),
      ),
      element(
        'div',
        { class: 'data-buttons' },
        button('use-data', texts.use, () => use(text.value), false),
        showNow,
      ),
      said,
      element('div', { class: 'data-buttons' }, add, remove),
      element('p', { class: 'hint' }, texts.columnsNote),
    ),
    readFile,
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { length } = snapshot.data.features;
      add.disabled = length >= limits.inputs;
      remove.disabled = length <= 1;
    },
  };
}
