/** J on the way between two networks: straight on to the mirror image it tops at exact twins, and around it is level. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { allOf } from '../../web/base/parts.js';
import { levelWay, mirrorImage, straightWay } from '../../web/session/ways.js';
import { placeAfter } from '../support/node-runs.js';

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @param {number} seed @param {object} [network] @returns {any} */
const xor = (seed, network = {}) => ({
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true, ...network },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  init: { scheme: 'uniform', seed },
  training: { learningRate: 1 },
});

/** @type {import('../../web/session/ways.js').Pair} */
const PAIR = { layer: 1, units: [1, 2] };

test('to the mirror image the highest place is halfway, where the two are tied: 20 starts', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const place = placeAfter(lab, xor(seed), 6000);
    const { losses, top } = allOf(straightWay(lab, place, mirrorImage(place, PAIR)));
    assert.ok(Math.abs(losses[0] - place.loss) <= 1e-15 && Math.abs(losses[losses.length - 1] - place.loss) <= 1e-15);
    assert.deepEqual([top.part, top.tied], [0.5, [{ layer: 1, units: [1, 2] }]], `seed ${seed}`);
    assert.equal(top.loss, Math.max(...losses));
  }
});

test('to another run it need not be, and nothing is tied there', () => {
  const [one, other] = [placeAfter(lab, xor(2), 6000), placeAfter(lab, xor(3), 6000)];
  const { top } = allOf(straightWay(lab, one, other.values));
  assert.deepEqual(top.tied, []);
  assert.ok(top.loss > one.loss && top.part > 0 && top.part < 1);
});

test('around, in six moves, J stays, in any layer, and the neurons end in each other\u2019s place: 20 starts', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    for (const [network, pair] of /** @type {const} */ ([
      [{}, PAIR],
      [
        { hidden: [3, 4], activation: 'tanh', bias: false },
        { layer: 2, units: [4, 2] },
      ],
      [
        { hidden: [3, 2], outputs: 1, activation: 'relu' },
        { layer: 1, units: [3, 1] },
      ],
    ])) {
      const place = placeAfter(lab, xor(seed, network), 500);
      const losses = allOf(levelWay(lab, place, pair));
      assert.equal(losses.length, 121);
      for (const loss of losses) assert.ok(Math.abs(loss - place.loss) <= 1e-14 * Math.max(1, place.loss), `${loss} and ${place.loss}`);
    }
  }
});

test('of a large run J is worked out in parts, and is the same number', () => {
  // Four million parameters times examples are the most that is looked at in one go.
  const experiment = xor(1, { hidden: [64, 64], activation: 'tanh' });
  const place = placeAfter(lab, { ...experiment, data: { set: 'circles', examples: 1000 } }, 1);
  let parts = 0;
  const work = straightWay(lab, place, place.values);
  let next = work.next();
  for (; !next.done; next = work.next()) parts += 1;
  const { losses } = next.value;
  assert.deepEqual([losses[0], losses[120]], [place.loss, place.loss]);
  for (const loss of losses) assert.ok(Math.abs(loss - place.loss) <= 1e-12 * place.loss);
  assert.ok(parts > 4 * losses.length, `${parts} parts`);
});
