/** What stands beside the verdict: why neurons are tied or not, and what has parted those that started tied. On sessions of the real engine. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openLab } from '../../web/engine/engine.js';
import { createVerdictView } from '../../web/page/verdict-view.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = await openLab({ wasm: await readFile(new URL('../../dist/engine.wasm', import.meta.url)) });
});
after(() => lab.close());

/** @param {object} training @param {number} steps @param {object} [more] */
function reasonAfter(training, steps, more) {
  const tied = tiedExperiment();
  const root = freshRoot();
  const view = createVerdictView(root, { messages: MESSAGES });
  view.update(snapshotOf(lab, { ...tied, ...more, training: { ...tied.training, ...training } }, { steps }));
  return find(root, '#why').textContent;
}

test('it says what parted neurons that started tied', () => {
  assert.equal(reasonAfter({ dropout: { rate: 0.4, seed: 1 } }, 50), 'They started tied; dropout parted them.');
  assert.equal(
    reasonAfter({ dropout: { rate: 0.4, seed: 1 }, gradientNoise: { std: 0.01, seed: 2 } }, 50),
    'They started tied; dropout, gradient noise parted them.',
  );
  assert.equal(
    reasonAfter({ unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] }, 50),
    'They started tied; learning rates parted them.',
  );
  assert.equal(reasonAfter({ freeze: ['w1'] }, 50), 'They started tied; freezing parted them.');
});

test('before that it says that they can part, and of others what they have always differed in', () => {
  assert.equal(reasonAfter({ dropout: { rate: 0.4, seed: 1 } }, 0), MESSAGES.verdict.why(/** @type {any} */ ({}), [], true, []));
  assert.match(reasonAfter({}, 50), /every step keeps them equal/);
  const apart = { init: { ...tiedExperiment().init, set: { w6: 0.7 } } };
  assert.match(reasonAfter({ dropout: { rate: 0.4, seed: 1 } }, 50, apart), /^They started with different outgoing weights/);
});

test('it is read out at rest, and silent while training runs', () => {
  const view = createVerdictView(freshRoot(), { messages: MESSAGES });
  const snapshot = snapshotOf(lab, tiedExperiment(), { steps: 5 });
  const live = (/** @type {Partial<typeof snapshot>} */ change) => {
    view.update({ ...snapshot, ...change });
    return document.getElementById('verdict')?.getAttribute('aria-live');
  };
  assert.equal(live({ running: true, event: null }), 'off');
  assert.equal(live({ running: true, event: 'parted' }), 'polite');
  assert.equal(live({ running: false, event: 'paused' }), 'polite');
});
