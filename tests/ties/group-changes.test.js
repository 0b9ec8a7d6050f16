/** Neurons that part or become equal between two looks at a run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GroupChanges } from '../../web/ties/group-changes.js';

/** A run that has these ties. @param {...number[][]} layers @returns {any} */
const tied = (...layers) => ({ ties: () => layers.map((groups, at) => ({ layer: at + 1, groups, effective: groups.length })) });

test('more groups than before: parted; fewer: merged; the same: nothing', () => {
  const watch = new GroupChanges();
  watch.begin(tied([[1, 2], [3]]));
  assert.equal(watch.look(tied([[1, 2], [3]])), null);
  assert.equal(watch.look(tied([[1], [2], [3]])), 'parted');
  assert.equal(watch.look(tied([[1], [2], [3]])), null);
  assert.equal(watch.look(tied([[1, 2, 3]])), 'merged');
  assert.equal(watch.look(tied([[1, 2], [3]])), 'parted');
});

test('a neuron that leaves one group for another has merged with that one', () => {
  const watch = new GroupChanges();
  watch.begin(tied([[1, 2], [3]]));
  assert.equal(watch.look(tied([[1], [2, 3]])), 'merged');
});

test('a layer counts as much as another, and a new begin forgets what was', () => {
  const watch = new GroupChanges();
  watch.begin(tied([[1, 2]], [[1, 2]]));
  assert.equal(watch.look(tied([[1, 2]], [[1], [2]])), 'parted');
  watch.begin(tied([[1], [2]], [[1], [2]]));
  assert.equal(watch.look(tied([[1], [2]], [[1], [2]])), null);
  assert.equal(watch.look(tied([[1, 2]], [[1], [2]])), 'merged');
});
