/** What a run has shown, kept as tables: each button saves its own, as a file of the right kind. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createKeepResults } from '../../../web/panels/keep/results.js';
import { find, freshRoot, usePage } from '../../support/dom.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('the history is saved with decimal points, and for Excel in Europe with decimal commas', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {{ name: string, blob: Blob }[]} */
  const saved = [];
  /** @type {Blob | null} */
  let made = null;
  t.mock.method(URL, 'createObjectURL', (/** @type {Blob} */ blob) => {
    made = blob;
    return 'blob:made';
  });
  t.mock.method(HTMLElement.prototype, 'click', function click() {
    // @ts-expect-error: the link that saves
    saved.push({ name: this.download, blob: made });
  });
  const root = freshRoot();
  const results = createKeepResults({ messages: MESSAGES, charts: () => [] });
  root.append(results.element);
  results.update(snapshotOf(lab, { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } }, { event: 'loaded' }));
  for (const kind of ['csv', 'excel']) {
    const button = find(root, `[data-history="${kind}"]`);
    button.dispatchEvent(new Event('click'));
    for (let turn = 0; turn < 100 && saved.length < (kind === 'csv' ? 1 : 2); turn += 1) await new Promise(setImmediate);
  }
  const [points, commas] = await Promise.all(saved.map(({ blob }) => blob.text()));
  assert.match(points, /^step,/);
  assert.match(points, /,\d\.\d+/);
  assert.match(commas, /;\d,\d+/);
  assert.doesNotMatch(commas, /\d\.\d/);
  assert.deepEqual(
    saved.map(({ name, blob }) => [name.endsWith('.csv'), blob.type]),
    Array(2).fill([true, 'text/csv;charset=utf-8']),
  );
});

test('where the browser makes no picture of a chart, a sentence says what to do', async (t) => {
  const root = freshRoot();
  const canvas = document.createElement('canvas');
  const results = createKeepResults({ messages: MESSAGES, charts: () => [{ kind: 'loss', name: 'Loss', canvas }] });
  root.append(results.element);
  results.update(snapshotOf(lab, { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } }, { event: 'loaded' }));
  const picture = {
    getContext: () => ({ fillRect() {}, drawImage() {}, fillText() {} }),
    toBlob: (/** @type {(made: null) => void} */ then) => then(null),
  };
  t.mock.method(document, 'createElement', () => picture);
  find(root, '[data-picture="loss"]').dispatchEvent(new Event('click'));
  await new Promise(setImmediate);
  assert.equal(find(root, '[role="status"]').textContent, MESSAGES.keep.notSaved);
});
