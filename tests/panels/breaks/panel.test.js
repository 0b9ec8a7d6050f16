/** The panel of what breaks a tie, on a document in Node: what is asked for, what is counted when all is run, and which run opens. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createBreaksPanel } from '../../../web/panels/breaks/panel.js';
import { find, freshRoot, textsOf, type, usePage } from '../../support/dom.js';
import { tiedExperiment } from '../../support/shared.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const IDS = ['shift', 'permute', 'scale'];

test('all changes are run with so many steps, and what came of them is counted by kind', async () => {
  const root = freshRoot();
  const left = new AbortController();
  /** @type {any[]} */
  const asked = [];
  const panel = createBreaksPanel(root, {
    messages: MESSAGES,
    changes: [],
    left: left.signal,
    async onRun(experiment, options) {
      asked.push([experiment, options.steps]);
      options.onBase({ experiment, isPresent: true });
      IDS.forEach((id, at) => options.onResult(/** @type {any} */ ({ id, kind: ['apart', 'tied', 'apart'][at], experiment })));
    },
    onSweep: async () => [],
    onOpen: () => {},
  });
  const snapshot = snapshotOf(lab, tiedExperiment(), { event: 'loaded' });
  panel.update(snapshot);
  type(find(root, '[name="breaks-steps"]'), '300');
  const status = /** @type {HTMLElement} */ (root.querySelector('.job + *'));
  /** @type {HTMLButtonElement} */ (root.querySelector('.job button')).click();
  const done = MESSAGES.breaks.done(2, 0, 1);
  for (let turn = 0; turn < 100 && status.textContent !== done; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  assert.equal(status.textContent, done);
  assert.deepEqual(asked, [[snapshot.experiment, 300]]);
  assert.match(find(root, '.breaks-base').textContent ?? '', /300/);
  assert.ok(textsOf(root, '.job button').includes(MESSAGES.breaks.again));
  left.abort();
});
