/** The stages of the signal, and its pulses: equal branches are mirror images, and the numbers are the trace's own. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { layoutSignal, linesOf, pulseRadius, pulsesOf, stagesOf } from '../../web/figures/signal/geometry.js';
import { productOf, short } from '../../web/figures/signal/products.js';
import { tiedExperiment } from '../support/shared.js';

describe('the signal', () => {
  /** @type {any} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  /** @param {object} experiment @param {number} example */
  function stateOf(experiment, example) {
    const run = lab.start(experiment);
    const { network } = run.experiment;
    const layout = layoutSignal(network, 800, 500);
    const state = {
      network,
      layout,
      lines: linesOf(network, run.parameters(), layout.nodes),
      trace: run.trace(example),
      inputs: run.data().x[example],
    };
    return { state, run };
  }

  test('runs forward layer by layer, meets y, and comes back layer by layer', () => {
    const network = /** @type {any} */ ({ inputs: 2, hidden: [3, 2], outputs: 1 });
    assert.deepEqual(
      stagesOf(network).map(({ kind, layer }) => `${kind} ${layer}`),
      ['forward 1', 'forward 2', 'forward 3', 'compare 3', 'error 3', 'carry 2', 'slope 2', 'carry 1', 'slope 1', 'gradients 0'],
    );
  });

  test('is written out: each product of the first neuron ends in the number of its pulse', () => {
    const says = (/** @type {any} */ experiment, /** @type {number} */ example, isCrossEntropy = true) => {
      const { state, run } = stateOf(experiment, example);
      const told = { ...state, targets: run.data().y[example], isCrossEntropy };
      return stagesOf(state.network).map((stage) => {
        const text = productOf(stage, told);
        const [pulse] = pulsesOf(stage, state);
        if (text !== '' && /slope|gradients/.test(stage.kind)) assert.ok(text.endsWith(` ${short(pulse.value)}`), text);
        return text;
      });
    };
    assert.deepEqual(says(tiedExperiment({}), 2), [
      'z1 = w1 \u00b7 x1 + w2 \u00b7 x2 = 0.2',
      'z3 = w5 \u00b7 a1 + w6 \u00b7 a2 \u2248 0.66',
      '',
      '\u03b43 = a3 \u2212 y = 0.659 \u2212 1 \u2248 \u22120.341',
      'w5 \u00b7 \u03b43 = 0.6 \u00b7 (\u22120.341) \u2248 \u22120.204',
      '\u03b41 = \u22120.204 \u00b7 0.248 \u2248 \u22120.0506',
      '\u2202J/\u2202w1 = \u03b41 \u00b7 x1 = \u22120.0506 \u00b7 1 \u2248 \u22120.0506',
    ]);
    const deep = {
      ...tiedExperiment({}),
      network: { ...tiedExperiment({}).network, hidden: [2, 2], bias: true },
      init: { scheme: 'uniform', seed: 1 },
    };
    const said = says(deep, 1, false);
    assert.match(said[7], /^w5 \u00b7 \u03b43 \+ w7 \u00b7 \u03b44 \u2248 /, 'a sum over both paths');
    assert.equal(said[4], '', 'of another loss it is not a difference');
    const wide = { ...deep, network: { ...deep.network, hidden: [7] } };
    assert.equal(says(wide, 1).join(''), '', 'of a wide layer not all is drawn');
  });

  test('of tied neurons is a mirror image at every stage', () => {
    const { state } = stateOf(tiedExperiment({}), 2);
    const middle = state.layout.nodes[1].reduce((sum, { y }) => sum + y, 0) / 2;
    for (const stage of stagesOf(state.network).filter(
      ({ kind, layer }) => kind === 'carry' || kind === 'slope' || (kind === 'forward' && layer === 2),
    )) {
      const [one, two] = pulsesOf(stage, state);
      assert.deepEqual([one.value, one.start], [two.value, two.start], stage.kind);
      assert.ok(one.value !== 0, stage.kind);
      assert.ok(Math.abs(one.to.y + two.to.y - 2 * middle) < 1e-9 && one.to.x === two.to.x, stage.kind);
    }
  });

  test('turns its sign where a weight is negative, and its last pulses are the gradients', () => {
    const { state, run } = stateOf(tiedExperiment({ init: { set: { w6: -0.3 } } }), 2);
    const [one, two] = pulsesOf({ kind: 'carry', layer: 1 }, state);
    assert.ok(one.value * two.value < 0);
    const pulses = pulsesOf({ kind: 'gradients', layer: 0 }, state);
    assert.equal(pulses.length, 6);
    for (const { of, value } of pulses) assert.equal(value + 0, run.chain(of, 2).product, of);
  });

  test('of a slope sets out as what was carried, and arrives as the neuron\u2019s own \u03b4', () => {
    const { state } = stateOf(tiedExperiment({}), 1);
    const [one] = pulsesOf({ kind: 'slope', layer: 1 }, state);
    const carried = pulsesOf({ kind: 'carry', layer: 1 }, state)[0].value;
    assert.equal(one.start, carried);
    assert.equal(one.value, state.trace.layers[0].delta[0]);
    assert.ok(Math.abs(one.value) < Math.abs(one.start));
  });

  test('is nothing where it is exactly 0, is seen where it is small, and never covers a neuron', () => {
    assert.equal(pulseRadius(0, 1, 30), 0);
    assert.ok(pulseRadius(1e-9, 1, 30) >= 3);
    assert.ok(pulseRadius(1, 1, 30) < 30);
  });

  for (const [width, height] of [
    [328, 244],
    [768, 400],
    [1180, 520],
  ])
    test(`keeps its nodes apart and inside, ${width} px wide`, () => {
      const { nodes, end, target } = layoutSignal(/** @type {any} */ ({ inputs: 2, hidden: [4, 3], outputs: 1 }), width, height);
      const all = nodes.flat();
      for (const [at, { x, y, radius }] of all.entries()) {
        assert.ok(x - radius >= 0 && y - radius >= 0 && y + radius + 20 <= height && x + radius < end.x - 8);
        for (const other of all.slice(at + 1)) assert.ok(Math.hypot(x - other.x, y - other.y) > radius + other.radius + 8);
      }
      assert.ok(target.y >= 10 && target.y < end.y);
    });
});
