/**
 * A gradient measured by moving the parameter, held against the engine's own, with an estimate of its error; and the factors of the chain rule held
 * against the gradients: over a thousand random networks of all kinds.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { ACTIVATIONS } from '../../web/experiment/kinds/activations/index.js';
import { numbers } from '../support/runs.js';

const NETWORKS = 1000;

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/**
 * A network of any kind: up to two hidden layers, inputs of sizes from a thousandth to a million, weights small and large, with and without penalties.
 * @param {number} seed
 * @returns {any}
 */
function randomExperiment(seed) {
  const next = numbers(seed);
  /** @type {<T>(list: readonly T[]) => T} */
  const any = (list) => list[Math.floor(next() * list.length)];
  const [inputs, outputs, size] = [any([1, 2, 3]), any([1, 1, 2]), 10 ** any([-3, 0, 0, 2, 6])];
  const loss = any(['cross-entropy', 'squared-error']);
  const y = () => (loss === 'cross-entropy' ? Math.round(next()) : 2 * next() - 1);
  /** @type {(length: number, make: () => number) => number[]} */
  const row = (length, make) => Array.from({ length }, make);
  const x = Array.from({ length: any([1, 4, 9]) }, () => row(inputs, () => size * (2 * next() - 1)));
  return {
    network: {
      inputs,
      hidden: any([[], [1], [2], [3], [2, 3]]),
      outputs,
      activation: any(Object.keys(ACTIVATIONS)),
      outputActivation: loss === 'cross-entropy' ? 'sigmoid' : any(Object.keys(ACTIVATIONS)),
      bias: next() < 0.7,
    },
    loss,
    data: { x, y: x.map(() => row(outputs, y)) },
    init: { scheme: 'uniform', seed, scale: any([0.1, 1, 4]) },
    training: any([{}, {}, { l2: 0.1 }, { l1: 0.01, l2: 0.03 }]),
  };
}

/** Gradients below this are held at nothing: a saturated output's, e^-600 and the like, of which a and y have no digit. */
const NOTHING = 1e-200;

/** What is off in relation to what is there. @param {number} one @param {number} other */
const relative = (one, other) => Math.abs(one - other) / (Math.abs(other) || 1);

describe('over a thousand random networks', () => {
  const found = { compared: 0, kinks: 0, digits: 0, product: 0, mean: 0 };
  /** @type {string[]} */
  const beyond = [];
  before(() => {
    for (let seed = 1; seed <= NETWORKS; seed += 1) {
      const experiment = randomExperiment(seed);
      const run = lab.start(experiment);
      for (const name of run.names) {
        compareGradients(run, name, seed);
        compareChains(run, name, experiment.data.x.length);
      }
      run.close();
    }
  });

  /** @param {import('twin-neurons').Run} run @param {string} name @param {number} seed */
  function compareGradients(run, name, seed) {
    let check;
    try {
      check = run.gradientCheck(name);
    } catch (error) {
      assert.equal(/** @type {any} */ (error).code, 'kink');
      found.kinks += 1;
      return;
    }
    const { gradient, numeric, error, digits } = check;
    assert.equal(numeric, run.numericGradient(name));
    assert.ok(error >= 0 && Number.isFinite(error) && Number.isInteger(digits));
    found.compared += 1;
    found.digits += digits;
    if (!(Math.abs(gradient - numeric) <= error + NOTHING)) beyond.push(`seed ${seed}, ${name}: ${gradient} against ${numeric} ± ${error}`);
  }

  /** @param {import('twin-neurons').Run} run @param {string} name @param {number} examples */
  function compareChains(run, name, examples) {
    let [sum, size] = [0, 0];
    for (let example = 0; example < examples; example += 1) {
      const { factors, product } = run.chain(name, example);
      assert.ok(factors.every(({ value }) => Number.isFinite(value)));
      const multiplied = factors.reduce((all, { value }) => all * value, 1);
      found.product = Math.max(found.product, relative(multiplied, Number(product)));
      sum += Number(product);
      size += Math.abs(Number(product));
    }
    found.mean = Math.max(found.mean, Math.abs(sum / examples - run.chain(name).mean) / (size / examples || 1));
  }

  test('a measured gradient is no further from the engine\u2019s own than its estimate says', () => {
    assert.deepEqual(beyond, []);
    assert.ok(found.compared > 9000 && found.kinks > 0);
  });

  test('they share nine digits on the average: the estimate is no excuse', () => {
    assert.ok(found.digits / found.compared > 9, String(found.digits / found.compared));
  });

  test('the factors multiply to the product within three roundings, and the products\u2019 mean is the gradient without penalties', () => {
    assert.ok(found.product < 6e-16, String(found.product));
    assert.ok(found.mean < 1e-13, String(found.mean));
  });
});

test('near a kink, where the quotient mixes both sides, the estimate says so', () => {
  // J = (a - 1)^2 / 2, a = relu(w1): at w1 = 1e-8 the slope is -1, and half of it is measured.
  const run = lab.start({
    network: { inputs: 1, hidden: [], outputActivation: 'relu', bias: false },
    loss: 'squared-error',
    data: { x: [[1]], y: [1] },
    init: { scheme: 'explicit', w: [[[1e-8]]] },
  });
  const { gradient, numeric, error, digits } = run.gradientCheck('w1');
  assert.ok(Math.abs(gradient + 1) < 1e-7 && Math.abs(numeric + 0.5) < 1e-2);
  assert.ok(error > 0.5 && error < 2, String(error));
  assert.equal(digits, 0);
});

test('at z = 0 exactly there is nothing to hold it against', () => {
  const run = lab.start({
    network: { inputs: 1, hidden: [], outputActivation: 'relu', bias: false },
    loss: 'squared-error',
    data: { x: [[1]], y: [1] },
    init: { scheme: 'zeros' },
  });
  assert.throws(() => run.gradientCheck('w1'), { code: 'kink' });
});
