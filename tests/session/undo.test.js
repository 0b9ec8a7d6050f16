/** Undo and redo: the trail of experiments alone, and in a session on the real engine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { PRESETS } from '../../web/experiment/presets.js';
import { MOST_PLACES, UndoTrail } from '../../web/session/undo-trail.js';
import { openSession } from '../support/session.js';

/**
 * @param {string} name
 * @param {string | null} [changed]
 * @param {number[]} [w]
 */
const place = (name, changed = null, w = []) => ({ experiment: { name, init: { w } }, event: 'changed', changed });

/**
 * Where a move ends; null where there is no way.
 * @param {UndoTrail<string>} trail
 * @param {-1 | 1} direction
 */
function move(trail, direction) {
  /** @type {string | null} */
  let reached = null;
  trail.move(direction, ({ experiment }) => {
    reached = Reflect.get(experiment, 'name');
  });
  return reached;
}

describe('a trail', () => {
  test('leads back and forth, and a new change ends what was undone', () => {
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    assert.deepEqual([trail.canUndo, trail.canRedo, move(trail, -1), move(trail, 1)], [false, false, null, null]);
    for (const text of ['a', 'b', 'c']) trail.add(place(text), 0);
    assert.deepEqual([move(trail, -1), move(trail, -1), move(trail, -1)], ['b', 'a', null]);
    assert.deepEqual([trail.canUndo, trail.canRedo, move(trail, 1)], [false, true, 'b']);
    trail.add(place('d'), 0);
    assert.deepEqual([trail.canRedo, move(trail, 1), move(trail, -1)], [false, null, 'b']);
  });

  test('counts what a slider does to one parameter as one change, and what comes later as another', () => {
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    trail.add(place('start'), 0);
    for (let at = 1; at <= 50; at += 1) trail.add(place(`w1 ${at}`, 'w1'), at * 20);
    trail.add(place('w2', 'w2'), 1010);
    trail.add(place('w2 later', 'w2'), 3000);
    assert.deepEqual([move(trail, -1), move(trail, -1), move(trail, -1), move(trail, -1)], ['w2', 'w1 50', 'start', null]);
  });

  test('does not count what changes nothing', () => {
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    trail.add(place('a'), 0);
    trail.add(place('a'), 5000);
    assert.equal(trail.canUndo, false);
    trail.add(place('a', null, [0]), 5000);
    trail.add(place('a', null, [-0]), 5000);
    assert.deepEqual([move(trail, -1), trail.canUndo], ['a', true]);
  });

  test('does not count a table that is brought in again, and counts one with another number, a row more or a row less', () => {
    const table = (/** @type {number[][]} */ ...x) => ({ experiment: { data: { x } }, event: 'changed', changed: null });
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    trail.add(table([0, 1], [1, 0]), 0);
    trail.add(table([0, 1], [1, 0]), 0);
    assert.equal(trail.canUndo, false);
    for (const other of [table([0, 1], [1, -0]), table([0, 1], [1, -0], [1, 1]), table([0, 1], [1, -0]), table([0, 1])]) {
      trail.add(other, 0);
      assert.equal(trail.canUndo, true);
      trail.move(-1, () => {});
      trail.move(1, () => {});
    }
    for (let places = 4; places > 0; places -= 1) trail.move(-1, () => {});
    assert.equal(trail.canUndo, false, 'each was a place of its own');
  });

  test('is bounded in places and in numbers, the newest staying', () => {
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    for (let at = 0; at < 3 * MOST_PLACES; at += 1) trail.add(place(`${at}`), at);
    let steps = 0;
    while (move(trail, -1) !== null) steps += 1;
    assert.equal(steps, MOST_PLACES - 1);
    for (let at = 0; at < 5; at += 1) trail.add(place(`${at}`, null, Array(900_000).fill(at)), at);
    assert.equal(move(trail, -1), '3');
    assert.equal(trail.canUndo, false);
  });

  test('stays where it is when the place cannot be reached', () => {
    /** @type {UndoTrail<string>} */
    const trail = new UndoTrail();
    trail.add(place('a'), 0);
    trail.add(place('b'), 0);
    assert.throws(
      () =>
        trail.move(-1, () => {
          throw new RangeError('no room');
        }),
      RangeError,
    );
    assert.deepEqual([trail.canUndo, trail.canRedo], [true, false]);
  });
});

describe('in a session', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  test('every change is taken back and made again, to the bit, at the start', () => {
    const { session, last } = openSession(lab, { stepsToRun: 100, tick: 5000 });
    const changes = [
      () => session.edit('w1', 1 / 3),
      () => session.newStart(),
      () => session.setLayers([3]),
      () => session.setBias(true),
      () => session.choose({ activation: 'tanh', learningRate: 0.1 }),
      () => session.choose({ data: { x: [[-0, 1]], y: [[1]] } }),
      () => session.load(PRESETS[4].experiment),
    ];
    const shots = [last(), ...changes.map((change) => (change(), last()))];
    assert.equal(last().canRedo, false);
    for (const shot of shots.slice(0, -1).reverse()) {
      session.step();
      session.undo();
      assert.deepStrictEqual({ ...last(), canRedo: false }, { ...shot, canRedo: false });
    }
    assert.equal(last().canUndo, false);
    session.undo();
    for (const shot of shots.slice(1)) {
      session.redo();
      assert.deepStrictEqual({ ...last(), canRedo: false }, { ...shot, canRedo: false });
    }
    assert.equal(last().canRedo, false);
    assert.equal(lab.alive, 1);
    session.close();
  });

  test('a refused change leaves no trace, and a loaded name goes with the first change', () => {
    const { session, snapshots: told } = openSession(lab, { stepsToRun: 100, tick: 0 });
    assert.throws(() => session.edit('w1', 1e300));
    assert.throws(() => session.load({ version: 2 }, 7));
    assert.deepEqual([told.length, told[0].canUndo, told[0].experiment.name], [1, false, 'tied']);
    session.edit('w1', 1);
    assert.deepEqual([told[1].experiment.name, told[1].stepsToRun], ['', 100]);
    session.load(PRESETS[1].experiment, 7);
    assert.deepEqual([told[2].experiment.name, told[2].stepsToRun, told[2].plannedStep], ['outgoing-apart', 7, 7]);
    session.close();
  });
});
