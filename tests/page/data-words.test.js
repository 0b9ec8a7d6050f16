/** Names of features and targets as the page shows them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDataWords } from '../../web/page/data-words.js';

test('what nobody sees in a name of a table is shown as what it is, and joiners stay', () => {
  const data = {
    features: ['a\u202eb', 'c\nd', '\u{1f469}\u200d\u{1f680}'],
    targets: ['y\u0000'],
    display: [{ name: 'a\u202eb', unit: '' }],
  };
  const snapshot = /** @type {any} */ ({ data, experiment: { data: { x: [], y: [] } } });
  const inWords = createDataWords({});
  const { data: shown } = inWords(snapshot);
  assert.deepEqual(shown.features, ['a\u2039U+202E\u203ab', 'c\u2039U+000A\u203ad', '\u{1f469}\u200d\u{1f680}']);
  assert.deepEqual(shown.targets, ['y\u2039U+0000\u203a']);
  assert.equal(shown.display[0].name, 'a\u2039U+202E\u203ab');
  assert.equal(inWords(snapshot).data, shown);
});
