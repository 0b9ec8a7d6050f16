/** Why two gradients differ: two chains under one another and the sentence that follows, against the engine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { counterparts } from '../../../web/experiment/parameters.js';
import { compareExample, explain, pairFactors, partsOf } from '../../../web/panels/chain/comparison.js';
import { chainMessages } from '../../../web/messages/en/chain.js';
import { allPairs, judge } from '../../../web/ties/verdict.js';
import { tiedExperiment } from '../../support/shared.js';

describe('two chains under one another', () => {
  /** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  /**
   * What the panel says of two parameters of a run.
   * @param {import('../../../web/engine/run.js').Run} run
   * @param {string} name
   * @param {string} other
   */
  const explainIn = (run, name, other) => {
    const { network } = run.experiment;
    const values = run.parameters();
    const { parameters } = run.history();
    const pairs = network.hidden.flatMap((units, at) =>
      allPairs(units).map((units) => ({ layer: at + 1, units, distance: run.distance(at + 1, ...units) })),
    );
    const explanation = explain({
      experiment: run.experiment,
      name,
      other,
      chains: [run.chain(name, 0), run.chain(other, 0)],
      valueOf: (each) => values[run.names.indexOf(each)],
      startOf: (each) => parameters[each][0],
      names: run.names,
      verdicts: judge(network, values, run.ties(), pairs, run.likeness()),
      x: run.data().x,
      activations: (rows, layer) => run.activations(rows, layer),
    });
    return { ...explanation, sentence: chainMessages.sentence(explanation, name, other, run.chain(name).mean) };
  };

  /** @param {number[][][]} w @param {object} [more] */
  const start = (w, more = {}) => lab.start(/** @type {any} */ ({ ...tiedExperiment(), ...more, init: { scheme: 'explicit', w } }));

  for (const { what, w, more, name, other, sentence } of [
    {
      what: 'different outgoing weights',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, -0.3]],
      ],
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 differ because w5 ≠ w6.',
    },
    {
      what: 'different activations',
      w: [
        [
          [0.2, 0.4],
          [-0.1, 0.7],
        ],
        [[0.6, 0.6]],
      ],
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 differ because a1 ≠ a2.',
    },
    {
      what: 'both',
      w: [
        [
          [0.2, 0.4],
          [-0.1, 0.7],
        ],
        [[0.6, -0.3]],
      ],
      name: 'w2',
      other: 'w4',
      sentence: '∂J/∂w2 and ∂J/∂w4 differ because w5 ≠ w6 and a1 ≠ a2.',
    },
    {
      what: 'two inputs of one neuron',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ],
      name: 'w1',
      other: 'w2',
      sentence: '∂J/∂w1 and ∂J/∂w2 differ because x1 ≠ x2.',
    },
    {
      what: 'two inputs of the output',
      w: [
        [
          [0.2, 0.4],
          [-0.1, 0.7],
        ],
        [[0.6, 0.6]],
      ],
      name: 'w5',
      other: 'w6',
      sentence: '∂J/∂w5 and ∂J/∂w6 differ because a1 ≠ a2.',
    },
    {
      what: 'one ulp',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6000000000000001]],
      ],
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 differ because w5 ≠ w6.',
    },
    {
      what: 'tied neurons',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ],
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 are equal factor by factor, so the update is equal, so neurons 1 and 2 stay tied.',
    },
    {
      what: 'the outgoing weights of tied neurons',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ],
      name: 'w6',
      other: 'w5',
      sentence: '∂J/∂w6 and ∂J/∂w5 are equal factor by factor, so the update is equal, so neurons 1 and 2 stay tied.',
    },
    {
      what: 'an input that is always 0',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, -0.3]],
      ],
      more: {
        data: {
          x: [
            [0, 1],
            [0, 2],
          ],
          y: [0, 1],
        },
      },
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 are both 0 here, although w5 ≠ w6.',
    },
    {
      what: 'neurons that are equal wherever the examples look',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.5],
        ],
        [[0.6, 0.6]],
      ],
      more: {
        data: {
          x: [
            [1, 0],
            [2, 0],
          ],
          y: [0, 1],
        },
      },
      name: 'w1',
      other: 'w3',
      sentence:
        '∂J/∂w1 and ∂J/∂w3 are equal factor by factor, so this gradient is equal. But neurons 1 and 2 are not tied, so it need not stay so.',
    },
    {
      what: 'tied neurons under dropout',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ],
      more: { training: { learningRate: 0.5, dropout: { rate: 0.2, seed: 1 } } },
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 are equal factor by factor. But dropout gives them different masks, so neurons 1 and 2 can part.',
    },
    {
      what: 'tied neurons of which one is frozen in part and slower',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, 0.6]],
      ],
      more: { training: { learningRate: 0.5, freeze: ['w6'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] } },
      name: 'w1',
      other: 'w3',
      sentence:
        '∂J/∂w1 and ∂J/∂w3 are equal factor by factor. But their learning rates differ and a frozen weight of one is free in the other, so neurons 1 and 2 can part.',
    },
    {
      what: 'ReLUs on different sides of 0',
      w: [
        [
          [1, 1],
          [-1, -1],
        ],
        [[0.6, 0.6]],
      ],
      more: { network: { inputs: 2, hidden: [2], activation: 'relu', bias: false } },
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 differ because z1 and z2 lie on different sides of 0.',
    },
    {
      what: 'two outputs',
      w: [
        [
          [1, 1],
          [-1, -1],
        ],
        [
          [0.6, 0.6],
          [0.6, 0.6],
        ],
      ],
      more: {
        network: { inputs: 2, hidden: [2], outputs: 2, bias: false },
        data: {
          x: [
            [1, 0],
            [0, 1],
          ],
          y: [
            [0, 1],
            [1, 1],
          ],
        },
      },
      name: 'w5',
      other: 'w7',
      sentence: '∂J/∂w5 and ∂J/∂w7 differ because each output is compared with its own y.',
    },
    {
      what: 'deeper layers',
      w: [
        [
          [1, 1],
          [1, 1],
        ],
        [
          [0.5, 0.5],
          [0.5, 0.25],
          [0.1, 0.2],
          [0.1, 0.3],
        ],
        [[0.6, 0.7, 0.8, 0.9]],
      ],
      more: { network: { inputs: 2, hidden: [2, 4], bias: false } },
      name: 'w1',
      other: 'w3',
      sentence: '∂J/∂w1 and ∂J/∂w3 differ because w7 ≠ w8 and w9 ≠ w10 (and 1 more).',
    },
    {
      what: 'tied neurons of a second layer',
      w: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0.5, 0.25],
          [0.5, 0.25],
        ],
        [[0.6, 0.6]],
      ],
      more: { network: { inputs: 2, hidden: [2, 2], bias: false } },
      name: 'w5',
      other: 'w7',
      sentence: '∂J/∂w5 and ∂J/∂w7 are equal factor by factor, so the update is equal, so neurons 3 and 4 stay tied.',
    },
  ]) {
    test(`${what}: ${sentence}`, () => {
      const run = start(w, more);
      assert.equal(explainIn(run, name, other).sentence, sentence);
      run.close();
    });
  }

  test('gradients are said to differ where they do, and never without a cause; ties that are promised hold', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const hidden = [[2], [3], [2, 3], []][seed % 4];
      const run = lab.start(
        /** @type {any} */ ({
          network: { inputs: 2, hidden, activation: ['sigmoid', 'tanh', 'relu', 'softplus', 'linear'][seed % 5], bias: seed % 3 > 0 },
          data: { set: seed % 2 ? 'xor' : 'circles', examples: seed % 2 ? 4 : 20 },
          init: { scheme: 'normal', seed, ...(hidden.length > 0 && seed % 3 === 0 ? { tie: [{ layer: 1, units: [1, 2] }] } : {}) },
          training: { learningRate: 0.1, optimizer: seed % 7 === 0 ? 'adam' : 'gradient-descent' },
        }),
      );
      const promised = [];
      for (const name of run.names) {
        for (const other of counterparts(run.experiment.network, name)) {
          const { kind, causes, units, breakers } = explainIn(run, name, other);
          assert.equal(kind === 'differ', run.chain(name).mean !== run.chain(other).mean, `${seed} ${name} ${other}`);
          if (kind === 'differ') assert.ok(causes.length > 0, `seed ${seed}: ${name} and ${other} differ, and nothing says why`);
          if (kind === 'tied' && breakers.length === 0) promised.push(units);
        }
      }
      run.train(50);
      for (const pair of promised) assert.equal(run.distance(Number(pair?.layer), ...(pair?.units ?? [1, 1])), 0, `seed ${seed}`);
      run.close();
    }
  });

  test('one example says which factors differ, or which 0 hides it', () => {
    const run = start([
      [
        [0.2, 0.4],
        [0.2, 0.4],
      ],
      [[0.6, -0.3]],
    ]);
    const said = (/** @type {number} */ example) => {
      const [first, second] = [run.chain('w1', example), run.chain('w3', example)];
      return chainMessages.exampleSentence(
        compareExample(pairFactors(first.factors, second.factors), first.product, second.product),
        first.mean === second.mean,
      );
    };
    assert.equal(said(0), 'In this example both are 0, because x1 = 0.');
    assert.equal(said(2), 'In this example w5 ≠ w6.');
    run.close();
  });

  test('counterparts are the other neurons first, the next one leading, then the other inputs', () => {
    const shape = { inputs: 2, hidden: [3], outputs: 1, bias: true };
    assert.deepEqual(counterparts(shape, 'w3'), ['w5', 'w1', 'w4']);
    assert.deepEqual(counterparts(shape, 'b3'), ['b1', 'b2']);
    assert.deepEqual(counterparts(shape, 'w8'), ['w9', 'w7']);
    assert.deepEqual(counterparts(shape, 'b4'), [], 'the only output has nobody beside it');
    for (const none of ['b5', 'w13', 'x1']) assert.deepEqual(counterparts(shape, none), [], `there is no ${none}`);
  });

  test('a factor knows the parts of the drawing it speaks of', () => {
    const run = lab.start(/** @type {any} */ ({ network: { inputs: 2, hidden: [2, 2], activation: 'relu' }, data: { set: 'xor' } }));
    const { factors, paths } = run.chain('w1', 3);
    assert.deepEqual(factors.map(partsOf), [['a1', 'w5', 'a3', 'w7', 'a4'], ['a1'], ['x1', 'w1']]);
    assert.deepEqual(paths?.[0].factors.map(partsOf), [['J', 'a5', 'y'], ['a5'], ['w9'], ['a3'], ['w5'], ['a1'], ['x1', 'w1']]);
    assert.deepEqual(run.chain('b5', 3).factors.map(partsOf), [['J', 'a5', 'y'], ['a5'], ['b5']]);
    run.close();
  });
});
