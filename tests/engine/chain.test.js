/** The chain rule: five factors in the network of the question, sums over paths elsewhere, and numbers that stay finite. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { openLab } from 'twin-neurons';
import { ACTIVATIONS } from '../../web/experiment/kinds/activations/index.js';
import { assertClose, tiedExperiment } from '../support/shared.js';

const WEIGHTS = [
  [
    [0.2, 0.4],
    [-0.1, 0.7],
  ],
  [[0.6, -0.3]],
];

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** @param {{ value: number }[]} factors */
const multiply = (factors) => factors.reduce((product, { value }) => product * value, 1);

describe('the chain of a 2-2-1 network', () => {
  /** @type {import('twin-neurons').Run} */
  let run;
  before(() => {
    run = lab.start(tiedExperiment({ network: { bias: true }, init: { scheme: 'explicit', w: WEIGHTS, b: [[0.1, 0.2], [0.3]] } }));
  });

  test('has the five factors of the question for w1, by hand', () => {
    const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
    // Example 2 is x1 = 1, x2 = 0, y = 1.
    const [a1, a2] = [sigmoid(0.2 + 0.1), sigmoid(-0.1 + 0.2)];
    const a3 = sigmoid(0.6 * a1 - 0.3 * a2 + 0.3);
    const { factors, product, paths, parameter, example } = run.chain('w1', 2);
    assert.deepEqual([parameter, example], ['w1', 2]);
    assert.deepEqual(
      factors.map(({ symbol, from }) => `${symbol} from ${from}`),
      ['∂J/∂a3 from a3, y', '∂a3/∂z3 from a3', '∂z3/∂a1 from w5', '∂a1/∂z1 from a1', '∂z1/∂w1 from x1'],
    );
    assertClose(
      factors.map(({ value }) => value),
      [(a3 - 1) / (a3 * (1 - a3)), a3 * (1 - a3), 0.6, a1 * (1 - a1), 1],
      { relative: 1e-14 },
    );
    assertClose([Number(product)], [(a3 - 1) * 0.6 * a1 * (1 - a1)], { relative: 1e-14 });
    assert.deepEqual(paths, [{ units: [1, 3], factors, product: multiply(factors) }]);
  });

  test('goes through its own hidden unit, weight and input for each other weight', () => {
    /** @type {(name: string) => string[]} */
    const chain = (name) => run.chain(name, 1).factors.map(({ symbol, from }) => `${symbol} from ${from}`);
    assert.deepEqual(chain('w4'), ['∂J/∂a3 from a3, y', '∂a3/∂z3 from a3', '∂z3/∂a2 from w6', '∂a2/∂z2 from a2', '∂z2/∂w4 from x2']);
    assert.deepEqual(chain('w6'), ['∂J/∂a3 from a3, y', '∂a3/∂z3 from a3', '∂z3/∂w6 from a2']);
    assert.deepEqual(chain('b2'), ['∂J/∂a3 from a3, y', '∂a3/∂z3 from a3', '∂z3/∂a2 from w6', '∂a2/∂z2 from a2', '∂z2/∂b2 from 1']);
    assert.deepEqual(chain('b3'), ['∂J/∂a3 from a3, y', '∂a3/∂z3 from a3', '∂z3/∂b3 from 1']);
  });

  test('without an example gives the mean alone', () => {
    assert.deepEqual(run.chain('w1'), {
      parameter: 'w1',
      example: null,
      factors: [],
      paths: null,
      product: null,
      mean: run.gradients()[0],
    });
  });

  test('is equal, factor by factor, for the twins of a tied pair', () => {
    const tied = lab.start(tiedExperiment());
    tied.train(100);
    const [first, second] = [tied.chain('w1', 3), tied.chain('w3', 3)];
    assert.deepEqual(
      first.factors.map(({ value }) => value),
      second.factors.map(({ value }) => value),
    );
    assert.equal(first.mean, second.mean);
  });

  test('never is a minus zero', () => {
    assert.ok(Object.is(run.chain('w1', 1).product, 0));
  });
});

describe('every chain', () => {
  for (const [what, experiment] of /** @type {[string, any][]} */ ([
    [
      'no hidden layer',
      {
        network: { inputs: 2, hidden: [], outputs: 2 },
        data: {
          x: [
            [1, 2],
            [0.5, -1],
          ],
          y: [
            [0, 1],
            [1, 0],
          ],
        },
      },
    ],
    [
      'two outputs',
      {
        network: { inputs: 2, hidden: [3], outputs: 2, activation: 'tanh' },
        data: {
          x: [
            [1, 2],
            [0.5, -1],
          ],
          y: [
            [0, 1],
            [1, 0],
          ],
        },
      },
    ],
    ['two hidden layers', { network: { inputs: 2, hidden: [3, 4], activation: 'softplus' }, data: { set: 'moons', examples: 9 } }],
    [
      'three hidden layers and the squared error',
      {
        network: { inputs: 2, hidden: [2, 3, 2], outputs: 2, activation: 'leaky-relu', outputActivation: 'tanh' },
        loss: 'squared-error',
        data: {
          x: [
            [1, 2],
            [0.5, -1],
          ],
          y: [
            [0, 3],
            [-1, 0],
          ],
        },
      },
    ],
    [
      'relu without biases',
      { network: { inputs: 2, hidden: [5, 3], activation: 'relu', bias: false }, data: { set: 'spiral', examples: 9 } },
    ],
    [
      'more than 64 paths',
      {
        network: { inputs: 2, hidden: [2, 9, 8], activation: 'sigmoid', outputActivation: 'linear' },
        data: { set: 'gaussians', examples: 5 },
      },
    ],
  ])) {
    test(`of ${what} multiplies and adds up to its product, and over the examples to the gradient without penalties`, () => {
      const set = experiment.network.bias === false ? {} : { b1: 0.3, b2: -0.2 };
      const seeded = { ...experiment, init: { scheme: 'he-normal', seed: 5, set } };
      const plain = lab.start(seeded);
      const run = lab.start({ ...seeded, training: { l1: 0.03, l2: 0.02 } });
      const gradients = plain.gradients();
      assert.ok(gradients.some((value) => value !== 0));
      const examples = run.data().x.length;
      run.names.forEach((name, index) => {
        let sum = 0;
        for (let example = 0; example < examples; example += 1) {
          const { factors, paths, product } = run.chain(name, example);
          assertClose([multiply(factors)], [Number(product)], {
            relative: 1e-12,
            absolute: 1e-15,
            what: `${name}: product of its factors`,
          });
          if (paths !== null) {
            const total = paths.reduce((all, path) => all + path.product, 0);
            assertClose([total], [Number(product)], { relative: 1e-11, absolute: 1e-15, what: `${name}: sum over its paths` });
            for (const path of paths) assert.equal(path.product, multiply(path.factors) + 0);
          }
          sum += Number(product);
        }
        assertClose([sum / examples], [gradients[index]], { relative: 1e-12, absolute: 1e-15, what: `${name}: mean of products` });
        assertClose([run.chain(name).mean], [gradients[index]], { relative: 1e-12, absolute: 1e-15, what: `${name}: mean` });
      });
    });
  }

  test('of a network with several ways to J lists them, by the units they go through', () => {
    const run = lab.start({ network: { inputs: 2, hidden: [2, 2], activation: 'tanh' }, data: { set: 'and' } });
    const { factors, paths } = run.chain('w1', 3);
    assert.deepEqual(
      paths?.map(({ units }) => units),
      [
        [1, 3, 5],
        [1, 4, 5],
      ],
    );
    assert.deepEqual(
      paths?.[1].factors.map(({ symbol, from }) => `${symbol} from ${from}`),
      [
        '∂J/∂a5 from a5, y',
        '∂a5/∂z5 from a5',
        '∂z5/∂a4 from w10',
        '∂a4/∂z4 from a4',
        '∂z4/∂a1 from w7',
        '∂a1/∂z1 from a1',
        '∂z1/∂w1 from x1',
      ],
    );
    assert.deepEqual(
      factors.map(({ symbol, from }) => `${symbol} from ${from}`),
      ['∂J/∂a1 from w5 δ3 + w7 δ4', '∂a1/∂z1 from a1', '∂z1/∂w1 from x1'],
    );
    assert.equal(run.chain('w9', 3).factors.length, 3);
  });

  test('of many ways to J gives their sum alone', () => {
    const run = lab.start({ network: { inputs: 2, hidden: [2, 9, 8] }, data: { set: 'and' } });
    const { factors, paths } = run.chain('w1', 0);
    assert.equal(paths, null);
    assert.match(factors[0].from, /^w5 δ3 \+ … \+ w21 δ11$/);
    assert.equal(run.chain('w21', 0).paths?.length, 8);
    assert.equal(lab.start({ network: { inputs: 2, hidden: [2, 8, 8] }, data: { set: 'and' } }).chain('w1', 0).paths?.length, 64);
  });
});

describe('a saturated hidden unit', () => {
  test('of sigmoid has the slope 0 that its gradient has, so that the factors multiply to the product', () => {
    const run = lab.start({
      network: { inputs: 1, hidden: [1], bias: false },
      data: { x: [[1]], y: [0] },
      init: { scheme: 'explicit', w: [[[40]], [[0.6]]] },
    });
    const { factors, product } = run.chain('w1', 0);
    assert.equal(run.trace(0).layers[0].a[0], 1);
    assert.equal(product, 0);
    assert.equal(factors[3].symbol, '\u2202a1/\u2202z1');
    assert.equal(multiply(factors), product);
  });

  for (const activation of Object.keys(ACTIVATIONS))
    test(`of ${activation}, and any other, has the engine\u2019s own slope to the bit`, () => {
      for (const w1 of [-800, -40, -36.5, -3, -0.1, 1e-9, 0.7, 5, 19, 36.9, 40, 800]) {
        const run = lab.start({
          network: { inputs: 1, hidden: [1], activation: /** @type {any} */ (activation), outputActivation: 'linear', bias: false },
          loss: 'squared-error',
          data: { x: [[1]], y: [0] },
          init: { scheme: 'explicit', w: [[[w1]], [[1]]] },
        });
        const { layers } = run.trace(0);
        const slope = run.chain('w1', 0).factors[3].value;
        assert.equal(slope * layers[1].delta[0], layers[0].delta[0], `w1 = ${w1}`);
      }
    });
});

test('no slope asks the browser for a function whose last digit is the browser\u2019s own', () => {
  for (const { slope } of Object.values(ACTIVATIONS)) assert.doesNotMatch(slope.toString(), /Math\./);
  assert.doesNotMatch(readFileSync(new URL('../../web/engine/chain.js', import.meta.url), 'utf8'), /Math\.(?!abs|max\b)/);
});

describe('a saturated output', () => {
  for (const bias of [40, -40, 500, -500, 800, -800, 1e6]) {
    for (const y of [0, 1]) {
      test(`with z3 = ${bias} and y = ${y} gives finite factors that multiply to δ`, () => {
        const data = { x: [[1, 1]], y: [y] };
        const init = {
          scheme: 'explicit',
          w: [
            [
              [0, 0],
              [0, 0],
            ],
            [[0, 0]],
          ],
          b: [[0, 0], [bias]],
        };
        const run = lab.start(tiedExperiment({ network: { bias: true }, data, init }));
        const { factors, product } = run.chain('b3', 0);
        assert.ok(factors.every(({ value }) => Number.isFinite(value)));
        assert.ok(factors[1].value > 0, 'the slope is not 0');
        const delta = run.trace(0).layers[1].delta[0];
        assert.equal(product, delta);
        assertClose([multiply(factors)], [delta], { relative: 1e-12 });
        assert.equal(Math.abs(delta) > 0.5, bias > 0 === (y === 0));
      });
    }
  }
});
