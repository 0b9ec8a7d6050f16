/** The runs of a chapter: a weight that is moved changes one run of one chapter, and nothing else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createStoryRuns } from '../../../web/lesson/story/runs.js';

/** @typedef {import('../../../web/lesson/story/chapter.js').Chapter} Chapter */

/** @param {string} id @returns {Chapter} with two runs, of which the student may move w5 of the one */
const chapterOf = (id) => ({
  id,
  runs: Object.fromEntries(
    ['tied', 'other'].map((run) => [run, /** @type {any} */ ({ experiment: { init: { seed: 1, set: { w1: 0.2, w5: 0.6 } } }, steps: 10 })]),
  ),
  claims: [],
  steps: [{ id: 'change', figure: { kind: 'network', run: 'tied' }, at: 'start', edit: 'w5' }],
});

function open() {
  const [first, second] = [chapterOf('first'), chapterOf('second')];
  let now = first;
  const lab = /** @type {any} */ (null);
  const runs = createStoryRuns({ lab, chapter: () => now, signal: new AbortController().signal });
  return { first, second, runs, open: (/** @type {Chapter} */ chapter) => (now = chapter) };
}

describe('a run of a chapter', () => {
  test('is the chapter\u2019s own as long as nothing was changed', () => {
    const { first, runs } = open();
    assert.equal(runs.runOf('tied'), first.runs.tied);
    assert.equal(runs.ownValue('tied'), null);
  });

  test('has the weight that was moved, beside what the chapter sets; the last value counts', () => {
    const { first, runs } = open();
    runs.edit(first, 'tied', 'w5', 0.7);
    runs.edit(first, 'tied', 'w5', -1);
    assert.deepEqual(runs.runOf('tied'), { experiment: { init: { seed: 1, set: { w1: 0.2, w5: -1 } } }, steps: 10 });
    assert.deepEqual(runs.ownValue('tied'), { name: 'w5', value: -1 });
    assert.deepEqual(first, chapterOf('first'), 'the chapter stays as it is written');
    runs.edit(first, 'tied', 'w5', 0.6);
    assert.equal(runs.ownValue('tied'), null, 'moved back to what the chapter says it is not the student\u2019s own');
  });

  test('is not changed by what is done to another run, nor to one of that name in another chapter', () => {
    const { first, second, runs, open: go } = open();
    runs.edit(first, 'tied', 'w5', 0.7);
    assert.equal(runs.runOf('other'), first.runs.other);
    go(second);
    assert.deepEqual([runs.runOf('tied') === second.runs.tied, runs.ownValue('tied')], [true, null]);
    go(first);
    assert.deepEqual(runs.ownValue('tied'), { name: 'w5', value: 0.7 }, 'it is still there when the reader comes back');
  });
});
