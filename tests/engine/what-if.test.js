/** What a run would be like otherwise: other parameters, exchanged units, a unit cut in two, a start one bit beside; and what its units are worth. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { sharedDigits } from '../../web/engine/what-if.js';

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/**
 * A 2-H-1 network on XOR.
 * @param {number[][]} incoming @param {number[]} outgoing @param {{ activation?: string, b?: number[], training?: object, bias?: boolean }} [rest]
 */
const network = (incoming, outgoing, { activation = 'sigmoid', b, training = {}, bias = b !== undefined } = {}) =>
  /** @type {any} */ ({
    version: 1,
    network: { inputs: 2, hidden: [outgoing.length], outputs: 1, activation, bias },
    data: { set: 'xor' },
    loss: 'cross-entropy',
    init: { scheme: 'explicit', w: [incoming, [outgoing]], ...(b ? { b: [b, [0]] } : {}) },
    training: { learningRate: 0.5, ...training },
  });

const APART = network(
  [
    [0.2, 0.4],
    [-0.1, 0.7],
  ],
  [0.6, -0.3],
  { b: [0.05, -0.02] },
);

describe('lossAt()', () => {
  test('is what the run has at those parameters, to the bit, and leaves it as it is', () => {
    const [here, there] = [lab.start(APART), lab.start(APART)];
    there.train(100);
    const before = here.fingerprint();
    assert.equal(here.lossAt(there.parameters()), there.loss());
    assert.equal(here.lossAt([...here.parameters()]), here.loss());
    assert.notEqual(here.loss(), there.loss());
    assert.equal(here.fingerprint(), before);
  });

  test('by hand: all parameters 0 give ln 2', () => {
    const run = lab.start(APART);
    assert.ok(Math.abs(run.lossAt(new Float64Array(run.names.length)) - Math.LN2) < 1e-15);
  });

  test('takes more parameters than go through the exchange buffer at once', () => {
    const run = lab.start({ ...APART, network: { ...APART.network, hidden: [128, 96] }, init: { scheme: 'glorot-normal', seed: 3 } });
    assert.ok(run.names.length > 8192);
    assert.equal(run.lossAt(run.parameters()), run.loss());
  });

  test('refuses what is no list of that many finite numbers', () => {
    const run = lab.start(APART);
    for (const values of [[], [...run.parameters(), 0], 'w', null, run.parameters().fill(NaN, 3, 4), run.parameters().fill(1e300)]) {
      assert.throws(() => run.lossAt(/** @type {any} */ (values)), { name: 'EngineError', code: 'bad-argument' });
    }
  });
});

describe('swapped()', () => {
  test('by hand: w1 w2 and w3 w4, b1 and b2, w5 and w6 change places', () => {
    const run = lab.start(APART);
    assert.deepEqual([...run.swapped(1, 1, 2)], [-0.1, 0.7, 0.2, 0.4, -0.02, 0.05, -0.3, 0.6, 0]);
    assert.deepEqual(run.swapped(1, 2, 2), run.parameters());
    assert.ok(Math.abs(run.lossAt(run.swapped(1, 1, 2)) - run.loss()) < 1e-15);
  });

  test('refuses units that there are not', () => {
    const run = lab.start(APART);
    assert.throws(() => run.swapped(1, 1, 3), { code: 'bad-argument' });
    assert.throws(() => run.swapped(2, 1, 1), { code: 'bad-argument' });
  });
});

describe('split()', () => {
  test('by hand: the outgoing weight is shared out, the new unit stands last, and J is what it was', () => {
    const run = lab.start(APART);
    const experiment = run.split(1, 1, 0.25);
    assert.deepEqual(experiment.network.hidden, [3]);
    const wider = lab.start(experiment);
    assert.deepEqual([...wider.parameters()], [0.2, 0.4, -0.1, 0.7, 0.2, 0.4, 0.05, -0.02, 0.05, 0.15, -0.3, 0.6 * 0.75, 0]);
    assert.ok(Math.abs(wider.loss() - run.loss()) < 1e-15);
    assert.deepEqual(wider.likeness()[0], { layer: 1, tied: [], same: [[1, 3]], mirror: [], dead: [], different: 2 });
  });

  test('starts where the run stands now; halves are tied; freezing and rates go along', () => {
    const run = lab.start({ ...APART, training: { freeze: ['w5'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] } });
    run.train(50);
    const experiment = run.split(1, 2, 0.5);
    assert.deepEqual(experiment.training.freeze, ['w7']);
    assert.deepEqual(
      experiment.training.unitLearningRates.map(({ unit }) => unit),
      [2, 3],
    );
    const wider = lab.start(experiment);
    assert.deepEqual(wider.ties()[0].groups, [[1], [2, 3]]);
    wider.train(200);
    assert.deepEqual(wider.ties()[0].groups, [[1], [2, 3]]);
  });

  test('refuses a share that is no number', () => {
    assert.throws(() => lab.start(APART).split(1, 1, NaN), { code: 'bad-argument' });
  });
});

describe('digits()', () => {
  test('count shared digits by the relative difference', () => {
    assert.equal(sharedDigits(1, 1), 17);
    assert.equal(sharedDigits(0, 0), 17);
    assert.equal(sharedDigits(1, 1 + 2 ** -52), 15);
    assert.equal(sharedDigits(100, 100.5), 2);
    assert.equal(sharedDigits(1, -1), 0);
    assert.equal(sharedDigits(0, 5e-324), 0);
  });

  test('are nearly all of them after a few quiet steps, and none where twins part by one bit', () => {
    const quiet = lab.start(APART).digits(20);
    assert.ok(quiet.loss >= 14, `${quiet.loss}`);
    assert.ok(
      quiet.parameters.slice(0, 8).every((digits) => digits >= 12),
      `${quiet.parameters}`,
    );
    const pair = [
      [0.2, 0.4],
      [0.2, 0.4],
    ];
    const run = lab.start(network(pair, [0.6, 0.6], { training: { learningRate: 5 } }));
    const before = run.fingerprint();
    assert.equal(run.digits(4000).loss, 0);
    assert.equal(run.fingerprint(), before);
    assert.equal(run.step, 0);
    assert.equal(lab.start(network(pair, [0.6, 0.6])).digits(100).loss >= 14, true);
  });

  test('of frozen parameters are all there, whatever the rest does, and so are those of a start of zeros', () => {
    const { parameters } = lab.start({ ...APART, training: { freeze: ['w1', 'w6'], learningRate: 0.5 } }).digits(100);
    assert.deepEqual([parameters[0], parameters[7]], [17, 17]);
    assert.ok(parameters[1] < 17);
    const zeros = lab.start({ ...APART, init: { scheme: 'zeros' } }).digits(10);
    assert.deepEqual([zeros.loss, ...zeros.parameters], new Array(10).fill(17));
  });

  test('refuses steps that are no whole number', () => {
    assert.throws(() => lab.start(APART).digits(1.5), { code: 'bad-argument' });
  });
});

describe('likeness()', () => {
  const likenessOf = (/** @type {any} */ experiment) => lab.start(experiment).likeness()[0];
  const none = { layer: 1, tied: [], same: [], mirror: [], dead: [] };

  test('puts each group under the strongest word that holds for all of it', () => {
    const w = [
      [0.2, 0.4],
      [0.2, 0.4],
      [-0.3, 0.1],
    ];
    assert.deepEqual(likenessOf(network(w, [0.6, 0.6, 0.1])), { ...none, tied: [[1, 2]], different: 2 });
    assert.deepEqual(likenessOf(network(w, [0.6, 0.5, 0.1])), { ...none, same: [[1, 2]], different: 2 });
    const mirrored = [...w.slice(0, 2), [-0.2, -0.4]];
    assert.deepEqual(likenessOf(network(mirrored, [0.6, 0.6, 0.1], { activation: 'tanh' })), {
      ...none,
      mirror: [[1, 2, 3]],
      different: 1,
    });
    assert.deepEqual(likenessOf(network(mirrored, [0.6, 0.6, 0.1])), { ...none, tied: [[1, 2]], different: 2 });
    assert.deepEqual(likenessOf(network(w.slice(1), [0.6, 0.6])), { ...none, different: 2 });
  });

  test('a bias counts, and its negative for a mirror image', () => {
    const pair = [
      [0.2, 0.4],
      [-0.2, -0.4],
    ];
    const b = [0.5, -0.5];
    assert.deepEqual(likenessOf(network(pair, [1, 2], { activation: 'linear', b })), { ...none, mirror: [[1, 2]], different: 1 });
    assert.deepEqual(likenessOf(network(pair, [1, 2], { activation: 'linear', b: [0.5, 0.5] })), { ...none, different: 2 });
  });

  test('a unit that gives one number for all examples is dead, and none of the different ones', () => {
    const w = [
      [-1, -1],
      [0.5, 0.5],
      [-1, -1],
    ];
    const b = [-1, 0, -1];
    const expected = { ...none, tied: [[1, 3]], dead: [1, 3], different: 1 };
    assert.deepEqual(likenessOf(network(w, [1, 1, 1], { activation: 'relu', b })), expected);
    const zeros = [
      [0, 0],
      [0, 0],
    ];
    assert.deepEqual(likenessOf(network(zeros, [0, 0])), { ...none, tied: [[1, 2]], dead: [1, 2], different: 0 });
  });
});

describe('at a kink', () => {
  const pair = [
    [0.2, 0.4],
    [0.2, 0.4],
  ];
  const kinked = (/** @type {string} */ activation, /** @type {number[] | undefined} */ b) =>
    lab.start(network(pair, [0.6, 0.6], { activation, b }));

  for (const activation of ['relu', 'leaky-relu']) {
    test(`of ${activation} firmness() and numericGradient() say so, and give no number`, () => {
      const run = kinked(activation, [0, 0]);
      for (const ask of [() => run.firmness(1, 1, 2), () => run.numericGradient('b1'), () => run.numericGradient('w1')]) {
        assert.throws(ask, { name: 'EngineError', code: 'kink', message: /unit 1 of layer 1 has z = 0 exactly/ });
      }
    });

    test(`of ${activation} that no parameter moves, or beside it, they give theirs`, () => {
      for (const b of [undefined, [0.1, 0.1]]) {
        const run = kinked(activation, b);
        assert.ok(Number.isFinite(run.firmness(1, 1, 2).lambda));
        const gradient = run.gradients()[0];
        assert.ok(gradient !== 0 && Math.abs(run.numericGradient('w1') - gradient) < 1e-8 * Math.abs(gradient) + 1e-12);
      }
    });
  }

  test('a smooth activation has none', () => {
    const run = kinked('sigmoid', [0, 0]);
    run.set('w1', 0);
    run.set('w2', 0);
    run.set('w3', 0);
    run.set('w4', 0);
    assert.ok(Number.isFinite(run.numericGradient('b1')) && Number.isFinite(run.firmness(1, 1, 2).lambda));
  });
});
