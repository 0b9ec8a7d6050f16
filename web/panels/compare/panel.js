/** The panel that puts a second run beside a first: what differs between them in words, and where each one got. */

import { differences } from '../../experiment/compare.js';
import { formatLoss } from '../../base/format.js';
import { createSwapTest } from './swap.js';
import { createWay } from './way.js';
import { MOVES } from '../../session/ways.js';
import { element, setText } from '../../ui/dom.js';
import { verdictText } from '../../page/verdict-view.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/**
 * @typedef {object} CompareOptions
 * @property {Messages} messages
 * @property {object} on
 * @property {() => void} on.keep
 * @property {() => void} on.forget
 * @property {(steps: number) => void} on.train
 * @property {(make: () => import('../../experiment/experiment.js').ExperimentInput, steps: number) => void} on.beside keeps this run and trains the one that is made
 * @property {import('./way.js').WayWishes} on.way
 */

/**
 * @param {HTMLElement} root
 * @param {CompareOptions} options
 */
export function createComparePanel(root, { messages, on }) {
  const texts = messages.compare;
  /** @type {Snapshot | null} */
  let latest = null;
  const keep = action('keep', texts.keep, on.keep);
  const catchUp = action('catch-up', '', () => latest?.kept && on.train(latest.kept.step - latest.presentStep));
  const forget = action('forget', texts.forget, () => {
    on.forget();
    keep.focus();
  });
  const list = element('ul', { class: 'difference' });
  const table = createTable(messages);
  const compared = element('div', { class: 'compared', hidden: true }, element('h3', {}, texts.difference), list, table.element);
  const status = element('p', { class: 'note', role: 'status' });
  const swap = createSwapTest({ messages, onSwap: on.beside });
  const way = createWay({ messages, on: on.way, moves: MOVES });
  root.append(
    element('p', { class: 'compare-intro' }, texts.intro),
    element('div', { class: 'compare-actions' }, keep, catchUp, forget),
    status,
    compared,
    swap.element,
    way.element,
  );

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { kept, presentStep, running, stopped, event } = snapshot;
      setText(keep, kept === null ? texts.keep : texts.keepAgain);
      forget.hidden = kept === null;
      catchUp.hidden = kept === null || running || stopped !== null || presentStep >= kept.step;
      compared.hidden = kept === null;
      if (event !== null) setText(status, event !== 'kept' ? '' : kept === null ? texts.forgotten : texts.kept(kept.step));
      if (kept !== null) {
        setText(catchUp, texts.catchUp(kept.step));
        table.update(kept, snapshot);
        if (event !== null) list.replaceChildren(...sentences(kept, snapshot, messages).map((sentence) => element('li', {}, sentence)));
      }
      if (event !== null) swap.update(snapshot);
      // A way that is being worked out is of the run before.
      if (event !== null || snapshot.working) way.update(snapshot);
    },
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {() => void} act
 */
function action(name, text, act) {
  const button = element('button', { type: 'button', 'data-action': name }, text);
  button.addEventListener('click', act);
  return button;
}

/**
 * @param {Snapshot} kept
 * @param {Snapshot} present
 * @param {Messages} messages
 * @returns {string[]}
 */
function sentences(kept, present, messages) {
  const [before, now] = [kept, present].map((run) => ({ experiment: run.experiment, start: run.startValues }));
  const found = differences(before, now).map((difference) => messages.compare.sentence(difference, messages));
  return found.length === 0 ? [messages.compare.same] : found;
}

/** @param {Messages} messages */
function createTable(messages) {
  const { columns, rows, noFingerprint, table } = messages.compare;
  /** @type {{ name: string, read: (run: Snapshot) => string }[]} */
  const kinds = [
    { name: rows.step, read: ({ step }) => messages.count(step) },
    { name: rows.loss, read: ({ loss }) => formatLoss(loss) },
    { name: rows.verdict, read: ({ verdicts, step }) => verdictText(verdicts, step, messages) },
    {
      name: rows.different,
      read: ({ verdicts }) =>
        verdicts.length === 0 ? '\u2013' : messages.list(verdicts.map(({ different }) => messages.count(different))),
    },
    { name: rows.fingerprint, read: ({ fingerprint }) => fingerprint || noFingerprint },
  ];
  const cells = kinds.map(() => [element('td', {}), element('td', {})]);
  const head = element('tr', {}, ...[columns.what, columns.kept, columns.present].map((text) => element('th', { scope: 'col' }, text)));
  const body = kinds.map(({ name }, at) => element('tr', {}, element('th', { scope: 'row' }, name), ...cells[at]));
  return {
    element: element(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': table },
      element('table', { class: 'compare-table' }, element('thead', {}, head), element('tbody', {}, ...body)),
    ),
    /** @param {...Snapshot} runs */
    update(...runs) {
      runs.forEach((run, column) => kinds.forEach(({ read }, row) => setText(cells[row][column], read(run))));
    },
  };
}
