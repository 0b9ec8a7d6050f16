/** The table of widths, on a document in Node: what it says of each row's runs, which of them it opens, and that it begins anew. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWidthsTable } from '../../../web/panels/seeds/widths.js';
import { COMPARISON, comparedExperiment } from '../../../web/ties/seed-statistics.js';
import { find, freshRoot, textsOf, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

const texts = MESSAGES.seeds.compare;
/** What five seeds get right, not in their order. */
const SHARES = [0.75, 1, 0.5, 1, 0.625];

test('of each width the middle, the worst and the best run are told, how many got all right, and the middle one opens', async () => {
  const root = freshRoot();
  /** @type {unknown[]} */
  const opened = [];
  /** @type {object[]} */
  const asked = [];
  const view = createWidthsTable({
    messages: MESSAGES,
    range: () => [10, 14],
    left: new AbortController().signal,
    targetsOf: () => [[0], [1], [1], [1]],
    onOpen: (experiment, steps) => opened.push(experiment, steps),
    async onSweep(_, options) {
      const { grid, seeds, steps, onResult } = /** @type {any} */ (options);
      asked.push({ grid, seeds, steps });
      for (const _width of grid['network.hidden']) SHARES.forEach((solved, at) => onResult({ seed: 10 + at, solved }));
      return [];
    },
  });
  root.append(view);
  assert.ok(view.classList.contains('seeds-compare'));
  const rows = () => [...root.querySelectorAll('.seeds-widths tbody tr')];
  const buttons = () => rows().map((row) => /** @type {HTMLButtonElement} */ (find(row, 'button')));
  assert.equal(rows().length, COMPARISON.rows.length);
  assert.ok(
    buttons().every(({ disabled }) => disabled),
    'nothing to open before anything has run',
  );

  find(root, '.job button:not([hidden])').click();
  for (let turn = 0; turn < 100 && buttons().some(({ disabled }) => disabled); turn += 1)
    await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(
    asked,
    COMPARISON.sweeps.map(({ widths }) => ({ grid: { 'network.hidden': widths }, seeds: [10, 14], steps: COMPARISON.steps })),
  );
  rows().forEach((row, at) => {
    const { units, start } = COMPARISON.rows[at];
    assert.deepEqual(textsOf(row, 'th, td').slice(0, 5), [
      texts.network(units, start === 'tied'),
      texts.share(0.75),
      texts.share(0.5),
      texts.share(1),
      texts.solved(2, 5),
    ]);
  });
  buttons()[1].click();
  assert.deepEqual(opened, [comparedExperiment(COMPARISON.rows[1], 10), COMPARISON.steps]);
});
