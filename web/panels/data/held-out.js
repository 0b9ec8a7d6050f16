/** Examples that are kept back to test on: how large their share is, which seed chooses them, and how the network does on both parts. */

import { formatExact, formatLoss } from '../../base/format.js';
import { countRight, splitExamples } from '../../base/tables/split.js';
import { inSlices } from '../../session/slices.js';
import { element, setText } from '../../ui/dom.js';
import { createNumberField, wholeBetween } from '../../ui/number-field.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../base/csv.js').Examples} Examples */

/** While the run goes on, the other part is looked at so often. */
const EVERY_MS = 500;
/** In percent. */
const MOST_SHARE = 90;

/** @param {Pick<import('./panel.js').DataPanelOptions, 'messages' | 'limits' | 'judge'>} options */
export function createHeldOut({ messages, limits, judge }) {
  const texts = messages.dataPanel;
  const { errors } = messages;
  /** @type {(id: string, label: string, check: (value: number) => string | null, onCommit: (value: number) => void) => { field: import('../../ui/number-field.js').NumberField, box: HTMLElement }} */
  const createField = (id, label, check, onCommit) => {
    const field = createNumberField({ id, name: id, label, notANumber: errors.notANumber, check, format: formatExact, step: 5, onCommit });
    return { field, box: element('div', { class: 'field' }, element('label', { for: id }, label), field.input, field.error) };
  };
  let share = 0;
  let seed = 1;
  const shareField = createField(
    'data-test-share',
    texts.testShare,
    (value) => (value >= 0 && value <= MOST_SHARE ? null : errors.outOfRange(0, MOST_SHARE)),
    (value) => {
      share = value;
    },
  );
  const seedField = createField('data-test-seed', texts.testSeed, wholeBetween(0, limits.seed, errors), (value) => {
    seed = value;
  });
  shareField.field.set(share);
  seedField.field.set(seed);
  const results = element('p', { class: 'note', id: 'data-test', hidden: true });
  /** Both parts, where the network trains on the one. @type {{ train: Examples, test: Examples } | null} */
  let parts = null;
  let lookedAt = -Infinity;

  /** @type {AbortController | null} while it is worked out how the network does */
  let work = null;

  /** @param {Snapshot} snapshot */
  const show = (snapshot) => {
    work?.abort();
    // Its J may still be being worked out.
    if (parts === null || snapshot.working) return;
    const own = new AbortController();
    const { signal } = own;
    work = own;
    const isDone = () => {
      if (work === own) work = null;
      return signal.aborted;
    };
    inSlices(judged(parts, snapshot), { signal, onSlice: () => results.textContent || setText(results, messages.status.working) }).then(
      (text) => isDone() || setText(results, text),
      (error) => {
        if (!isDone()) throw error;
      },
    );
  };

  /** @param {{ train: Examples, test: Examples }} parts @param {Snapshot} snapshot @returns {Generator<void, string>} */
  function* judged({ train, test }, snapshot) {
    const { loss } = snapshot;
    const trained = yield* judge(train, snapshot);
    const tested = yield* judge(test, snapshot);
    const line = (
      /** @type {Examples} */ part,
      /** @type {{ loss: number, outputs: number[][] }} */ { outputs },
      /** @type {number} */ j,
    ) => {
      const right = countRight(outputs, part.y);
      return { examples: part.x.length, loss: formatLoss(j), right: right === null ? null : right / part.x.length };
    };
    return texts.tested(line(train, trained, loss), line(test, tested, tested.loss));
  }

  return {
    choices: element('div', { class: 'data-choices data-test-choices' }, shareField.box, seedField.box),
    results,
    /** @param {Examples} own @returns {{ train: Examples, test: Examples | null }} */
    split: (own) => (share === 0 || own.x.length < 2 ? { train: own, test: null } : splitExamples(own, share / 100, seed)),
    /**
     * @param {Examples} train what the network trains on from now on
     * @param {Examples | null} test
     * @param {Snapshot | null} latest
     */
    begin(train, test, latest) {
      parts = test === null ? null : { train, test };
      results.hidden = parts === null;
      setText(results, '');
      lookedAt = -Infinity;
      if (latest !== null && isSame(latest.data, train)) show(latest);
    },
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      if (parts === null) return;
      if (snapshot.event !== null && !isSame(snapshot.data, parts.train)) {
        parts = null;
        work?.abort();
        results.hidden = true;
        return;
      }
      const now = performance.now();
      if (snapshot.running && (work !== null || now - lookedAt < EVERY_MS)) return;
      lookedAt = now;
      show(snapshot);
    },
  };
}

/** Whether these are the examples that were kept for training. @param {Pick<Examples, 'x' | 'y'>} data @param {Examples} train */
function isSame({ x, y }, train) {
  const areEqual = (/** @type {readonly (readonly number[])[]} */ a, /** @type {readonly (readonly number[])[]} */ b) =>
    a.length === b.length && a.every((row, at) => row.length === b[at].length && row.every((value, column) => value === b[at][column]));
  return areEqual(x, train.x) && areEqual(y, train.y);
}
