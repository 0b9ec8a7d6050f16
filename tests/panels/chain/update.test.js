/** The next step of a weight as the chain rule's panel promises it, against the step that the engine takes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { updateOf } from '../../../web/panels/chain/update.js';

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('the next step is the step that the engine takes, to the bit', () => {
  for (const training of [
    { learningRate: 0.5 },
    { learningRate: 0.3, l1: 0.01, l2: 0.1 },
    { learningRate: 0.7, unitLearningRates: [{ layer: 1, unit: 2, factor: 0.3 }] },
    { learningRate: 0.5, freeze: ['w1'] },
  ]) {
    const run = lab.start(
      /** @type {any} */ ({ network: { inputs: 2, hidden: [3] }, data: { set: 'circles', examples: 50 }, init: { seed: 3 }, training }),
    );
    const [values, gradients] = [run.parameters(), run.gradients()];
    const told = run.names.map((name, at) => updateOf(run.experiment, 50, name, values[at], gradients[at]).next);
    run.train(1);
    assert.deepEqual(told, [...run.parameters()]);
    run.close();
  }
});

test('where more than the gradient decides, no step is promised', () => {
  for (const [training, says] of /** @type {[object, string[]][]} */ ([
    [{ optimizer: 'adam' }, ['adam']],
    [{ batchSize: 2 }, ['batch']],
    [{ clip: 1, dropout: { rate: 0.5 } }, ['clip', 'dropout']],
    [{ gradientNoise: { std: 1 } }, ['noise']],
  ])) {
    const run = lab.start(/** @type {any} */ ({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, training }));
    const update = updateOf(run.experiment, 4, 'w1', 1, 1);
    assert.deepEqual([update.next, update.says], [null, says]);
    run.close();
  }
});
