/** A table of the visitor's own, pasted or from a file: read with what can be guessed, and read again with what somebody says about it. */

import { TableError, readInParts, standardize, writeExamples } from '../../base/csv.js';
import { decodeText } from '../../base/tables/decode.js';
import { examplesOf, firstRoles } from '../../base/tables/examples.js';
import { ACTIVATIONS } from '../../experiment/kinds/activations/index.js';
import { LOSSES } from '../../experiment/kinds/losses/index.js';
import { choice, element, setReason } from '../../ui/dom.js';
import { createLatestWork } from '../../session/latest-work.js';
import { createTextField, showText, takeLongPastes } from '../../ui/large-text.js';
import { createColumnsView } from './columns-view.js';
import { createHeldOut } from './held-out.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../base/csv.js').Examples} Examples */
/** @typedef {import('../../base/csv.js').ColumnTable} ColumnTable */
/** @typedef {import('../../base/tables/examples.js').Role} Role */

/** A pasted text has at most this many characters: twenty thousand examples of some forty numbers. */
const MOST_CHARACTERS = 8_000_000;
/** Columns that a table may have, used or not. */
const MOST_COLUMNS = 1000;
/** What takes any target. */
const ANY_TARGET = Object.freeze({ outputActivation: 'linear', loss: 'squared-error' });

/** Targets that the network's output cannot reach. */
class TargetError extends RangeError {}

/** @param {import('./panel.js').DataPanelOptions} options */
export function createOwnTable({ messages, limits, onOwn, judge, attempt }) {
  const texts = messages.dataPanel;
  const text = createTextField({ id: 'data-text', rows: 7, describedBy: 'data-text-hint data-said' });
  const file = element('input', { id: 'data-file', type: 'file', accept: '.csv,.tsv,.txt,.json,text/csv,text/plain,application/json' });
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
  /** The table that was read last, what is known of it, and what somebody said about it. */
  let current = fresh('', '');
  const work = createLatestWork();

  const columnsView = createColumnsView({
    texts,
    mostClasses: limits.outputs,
    onHeader: (header) => again({ header, roles: null }),
    onDecimal: (decimal) => again({ decimal }),
    onRole: (column, role) => again({ roles: current.roles?.map((each, at) => (at === column ? role : each)) ?? null }),
  });
  const heldOut = createHeldOut({ messages, limits, judge });

  /** @param {unknown} sentence or the error that says it @param {boolean} [isTrouble] */
  const say = (sentence, isTrouble = false) => {
    setReason(said, sentence);
    said.classList.toggle('trouble-text', isTrouble);
    remedy.hidden = !(sentence instanceof TargetError);
    if (isTrouble) text.setAttribute('aria-invalid', 'true');
    else text.removeAttribute('aria-invalid');
  };

  /** @param {string} table */
  const use = (table) => {
    // What was said of one table holds for no other.
    if (table !== current.text || targets.select.value !== current.targets) current = fresh(table, targets.select.value);
    columnsView.hide();
    apply();
  };
  /** @param {Partial<typeof current>} choices */
  const again = (choices) => {
    current = { ...current, ...choices };
    apply();
  };

  /** @param {typeof ANY_TARGET} [change] of the network, so that it takes the targets */
  const apply = (change) =>
    work.begin(takeOver(change), {
      done: (examples) => say(texts.used(examples)),
      slice: () => say(messages.status.working),
      failed: (error) => say(error instanceof TableError ? texts.problem(error.problem) : error, true),
    });

  /** @param {typeof ANY_TARGET} [change] @returns {Generator<void, number>} how many examples the network trains on from then on */
  function* takeOver(change) {
    const own = yield* readOwn(change === undefined);
    const { train, test } = heldOut.split(own);
    const used = { ...train, ...(standard.checked ? { x: standardize(train.x) } : {}) };
    yield;
    onOwn(used, change);
    yield;
    heldOut.begin(used, test === null || !standard.checked ? test : { ...test, x: standardize(test.x, train.x) }, latest);
    return used.x.length;
  }

  /** @param {boolean} areJudged whether targets must be within the output's reach @returns {Generator<void, Examples>} in parts */
  function* readOwn(areJudged) {
    const { header, decimal, targets: count } = current;
    /** @type {ColumnTable} */
    let table;
    try {
      const characters = MOST_CHARACTERS;
      table = yield* readInParts(
        current.text,
        { characters, rows: limits.examples, columns: MOST_COLUMNS, value: limits.value },
        { header, decimal },
      );
    } catch (error) {
      if (error instanceof TableError && error.problem.kind === 'two-readings') {
        current.asked = error.problem;
        columnsView.ask(error.problem, undefined);
      }
      // Whoever said that the first line is names, or that it is not, can take it back.
      if (header !== undefined) columnsView.showHeaderOnly(header);
      throw error;
    }
    if (current.asked !== null) columnsView.ask(current.asked, decimal);
    const { columns } = table;
    if (columns.length <= Number(count)) throw new TableError({ kind: 'too-few-columns', got: columns.length, wanted: Number(count) + 1 });
    current.roles ??= firstRoles(columns, Number(count));
    columnsView.show(table, current.roles);
    yield;
    const own = examplesOf(table, current.roles, limits);
    if (areJudged) judgeTargets(own, table);
    return own;
  }

  /** @param {Examples} own @param {ColumnTable} table */
  const judgeTargets = ({ y }, { lines, separator }) => {
    if (latest === null) return;
    const { loss, network } = latest.experiment;
    const range = LOSSES[loss].targets;
    const reach = ACTIVATIONS[network.outputActivation].range;
    const least = Math.max(range?.minimum ?? -Infinity, reach?.min ?? -Infinity);
    const most = Math.min(range?.maximum ?? Infinity, reach?.max ?? Infinity);
    const isWrong = (/** @type {number} */ value) => value < least || value > most;
    const wrong = y.findIndex((row) => row.some(isWrong));
    if (wrong < 0) return;
    const place = { row: wrong + (separator === 'json' ? 1 : 0), line: separator === 'json' ? undefined : lines[wrong] };
    const value = y[wrong].find(isWrong) ?? 0;
    const output = messages.activations[network.outputActivation];
    throw new TargetError(texts.targetRange(place, value, { loss: messages.losses[loss], output }, { minimum: least, maximum: most }));
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
    /** @type {string} */
    let read;
    try {
      read = decodeText(new Uint8Array(await chosen.arrayBuffer()));
    } catch (error) {
      return say(error instanceof TableError ? texts.problem(error.problem) : texts.unreadable, true);
    }
    take(read);
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
  const remedy = button('use-linear', texts.remedy, () => apply(ANY_TARGET), false);
  remedy.hidden = true;
  const showNow = button('show-data', texts.showNow, () => {
    if (latest === null) return;
    targets.select.value = String(latest.data.targets.length);
    showText(text, writeExamples(latest.data));
    columnsView.hide();
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
      heldOut.choices,
      element(
        'div',
        { class: 'data-buttons' },
        button('use-data', texts.use, () => use(text.value), false),
        showNow,
      ),
      said,
      remedy,
      columnsView.element,
      heldOut.results,
      element('div', { class: 'data-buttons' }, add, remove),
      element('p', { class: 'hint' }, texts.columnsNote),
    ),
    readFile,
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      heldOut.update(snapshot);
      if (snapshot.event === null) return;
      latest = snapshot;
      const { length } = snapshot.data.features;
      add.disabled = length >= limits.inputs;
      remove.disabled = length <= 1;
    },
  };
}

/**
 * A table of which nothing is known yet.
 * @param {string} text
 * @param {string} targets how many columns, as it was chosen
 */
function fresh(text, targets) {
  return {
    text,
    targets,
    header: /** @type {boolean | undefined} */ (undefined),
    decimal: /** @type {import('../../base/tables/figures.js').DecimalMark | undefined} */ (undefined),
    roles: /** @type {Role[] | null} */ (null),
    /** The question that the table left open. */
    asked: /** @type {import('../../base/csv.js').TableProblem | null} */ (null),
  };
}
