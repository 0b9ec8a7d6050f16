/** A neuron cut in two where a run stands: J stays, and firmness of the halves says whether they part. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openLab } from '../../web/engine/engine.js';
import { cutNeuron, growthOfHalves } from '../../web/session/halves.js';
import { placeAfter } from '../support/node-runs.js';

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  // From the sources, so that an error of the engine is the class that the session knows.
  lab = await openLab({ wasm: await readFile(new URL('../../dist/engine.wasm', import.meta.url)) });
});
after(() => lab.close());

/** @param {number} seed @param {object} [network] @param {object} [training] @returns {any} */
const moons = (seed, network = {}, training = {}) => ({
  version: 1,
  network: { inputs: 2, hidden: [2, 3], outputs: 1, activation: 'tanh', bias: true, ...network },
  data: { set: 'moons' },
  loss: 'cross-entropy',
  init: { scheme: 'uniform', seed },
  training: { learningRate: 0.5, ...training },
});

test('any neuron of any layer is cut, and J stays but for rounding: 20 starts', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const place = placeAfter(lab, moons(seed), 200);
    for (const neuron of [
      { layer: 1, unit: 1 },
      { layer: 2, unit: 3 },
    ])
      for (const share of [-1, 0.3, 0.5, 2]) {
        const { start, before, after } = cutNeuron(lab, place, neuron, share);
        assert.equal(before, place.loss);
        assert.ok(Math.abs(after - before) <= 1e-15, `${after - before}`);
        assert.deepEqual(start.network.hidden, neuron.layer === 1 ? [3, 3] : [2, 4]);
      }
  }
});

test('a growing difference of the halves is foretold for each neuron, and what cannot be is not', () => {
  const place = placeAfter(lab, moons(1, { hidden: [1] }), 5000);
  const growth = growthOfHalves(lab, place, { layer: 1, unit: 1 });
  assert.ok(typeof growth === 'number' && growth > 1.003, String(growth));
  const { start } = cutNeuron(lab, place, { layer: 1, unit: 1 }, 0.5);
  const halves = lab.start({ ...start, init: { ...start.init, nudge: [{ parameter: 'w1', by: 1e-9 }] } });
  // What does not grow of the push dies away first.
  halves.train(400);
  const early = halves.distance(1, 1, 2);
  halves.train(400);
  const measured = (halves.distance(1, 1, 2) / early) ** (1 / 400);
  assert.ok(Math.abs(Math.log(measured) / Math.log(growth) - 1) < 0.05, `${measured} a step, foretold ${growth}`);
  halves.close();
  assert.equal(growthOfHalves(lab, placeAfter(lab, moons(1, {}, { optimizer: 'adam' }), 10), { layer: 1, unit: 1 }), 'unknown');
  assert.equal(growthOfHalves(lab, placeAfter(lab, moons(1, { hidden: [128] }), 1), { layer: 1, unit: 1 }), 'unknown', 'the layer is full');
  const kink = { ...moons(1, { hidden: [1], activation: 'relu' }), data: { set: 'xor' }, init: { scheme: 'constant', value: 0.5 } };
  assert.equal(growthOfHalves(lab, placeAfter(lab, kink, 0), { layer: 1, unit: 1 }), 'kink');
});
