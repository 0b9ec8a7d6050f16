/** Forward and backward written out in formulas, with the numbers of the engine. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { backwardStages, factorFormula, forwardLines, lossSteps } from '../../web/drawing/chain-formulas.js';
import { tiedExperiment } from '../support/shared.js';

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('in a deep network with biases every neuron is written with its own weights, and with what comes before it', () => {
  const run = lab.start(
    /** @type {any} */ ({ network: { inputs: 3, hidden: [2, 2], outputs: 2 }, data: { x: [[1, 2, 3]], y: [[0, 1]] }, init: { seed: 4 } }),
  );
  const { x, y } = run.data();
  const example = { experiment: run.experiment, values: run.parameters(), trace: run.trace(0), inputs: x[0], targets: y[0] };
  const lines = forwardLines(example).flatMap((layer) => layer.lines);
  assert.deepEqual(
    lines.map(({ unit, steps }) => [unit, steps[0]]),
    [
      [1, 'z1 = w1 x1 + w2 x2 + w3 x3 + b1'],
      [1, 'a1 = σ ( z1 )'],
      [2, 'z2 = w4 x1 + w5 x2 + w6 x3 + b2'],
      [2, 'a2 = σ ( z2 )'],
      [1, 'z3 = w7 a1 + w8 a2 + b3'],
      [1, 'a3 = σ ( z3 )'],
      [2, 'z4 = w9 a1 + w10 a2 + b4'],
      [2, 'a4 = σ ( z4 )'],
      [null, 'z5 = w11 a3 + w12 a4 + b5'],
      [null, 'a5 = σ ( z5 )'],
      [null, 'z6 = w13 a3 + w14 a4 + b6'],
      [null, 'a6 = σ ( z6 )'],
    ],
  );
  // What stands in the numbers is worth what the engine says of z, as far as five figures go.
  for (const { steps } of lines.filter(({ steps: [first] }) => first.startsWith('z'))) {
    const [terms, result] = steps.slice(1).map((step) => step.replace('= ', '').replaceAll('−', '-').replaceAll(/[()]/g, ''));
    const worth = terms
      .split(' + ')
      .reduce((sum, term) => sum + term.split(' · ').reduce((product, factor) => product * Number(factor), 1), 0);
    assert.ok(Math.abs(worth - Number(result)) < 1e-4, `${terms} is ${result}`);
  }
  run.close();
});

test('forward and backward are written out with the numbers of the trace', () => {
  const run = lab.start(/** @type {any} */ (tiedExperiment()));
  const { x, y } = run.data();
  const example = { experiment: run.experiment, values: run.parameters(), trace: run.trace(2), inputs: x[2], targets: y[2] };
  const lines = forwardLines(example).flatMap((layer) => layer.lines.map(({ steps }) => steps.join(' ')));
  assert.equal(lines[0], 'z1 = w1 x1 + w2 x2 = 0.2 · 1 + 0.4 · 0 = 0.2');
  assert.equal(lines[1], 'a1 = σ ( z1 ) = σ ( 0.2 ) = 0.54983');
  assert.equal(lines[4], 'z3 = w5 a1 + w6 a2 = 0.6 · 0.54983 + 0.6 · 0.54983 = 0.65980');
  assert.equal(lossSteps(example)[1], '= − ( 1 · ln 0.65922 + 0 · ln 0.34078 )');
  const stages = backwardStages(example);
  assert.deepEqual(
    stages.map(({ kind }) => kind),
    ['compare', 'error', 'carry', 'slope', 'inputs'],
  );
  assert.deepEqual(stages[0].parts, ['J', 'y', 'a3']);
  assert.deepEqual(stages[2].parts, ['a3', 'w5', 'w6']);
  assert.deepEqual(stages[3].texts, ['δ1 = −0.050610', 'δ2 = −0.050610']);
  assert.deepEqual(
    run.chain('w1', 2).factors.map((factor) => factorFormula(factor, run.experiment)),
    ['[a3 − y over a3 ( 1 − a3 )]', 'a3 ( 1 − a3 )', 'w5', 'a1 ( 1 − a1 )', 'x1'],
  );
  run.close();
});

test('the way back goes through every hidden layer, from the last to the first', () => {
  const run = lab.start(
    /** @type {any} */ ({ network: { inputs: 1, hidden: [2, 2], bias: false }, data: { x: [[1]], y: [[1]] }, init: { seed: 4 } }),
  );
  const { x, y } = run.data();
  const stages = backwardStages({ experiment: run.experiment, values: run.parameters(), trace: run.trace(0), inputs: x[0], targets: y[0] });
  assert.deepEqual(
    stages.slice(2).map(({ kind, parts }) => `${kind} ${parts.join(' ')}`),
    ['carry a5 w7 w8', 'slope a3 a4', 'carry a3 a4 w3 w4 w5 w6', 'slope a1 a2', 'inputs x1 w1 w2 a1 a2'],
  );
  run.close();
});
