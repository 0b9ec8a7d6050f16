/** The figure of the network on a document in Node: its maps, the bar of a tie that snapped, and what stands under the map of another run. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import { createNetworkFigure } from '../../web/figures/network/figure.js';
import { bar } from '../../web/figures/network/parts.js';
import { figureMessages as messages } from '../../web/messages/en/figures.js';
import { find, freshRoot, resize, textsOf, usePage, useSizes } from '../support/dom.js';
import { XOR } from '../support/shared.js';

usePage();
useSizes();
globalThis.getComputedStyle = /** @type {any} */ (() => ({ color: 'rgb(0, 0, 0)' }));

/**
 * The figure after a step, of a network whose weights are all alike.
 * @param {{ hidden: number[], outputs?: number }} shape
 * @param {{ loss: number, right: number | null } | null} [former] how a run before it ended
 */
function open({ hidden, outputs = 1 }, former = null) {
  const experiment = parseExperiment({
    network: { inputs: 2, hidden, outputs },
    data: { x: XOR.x, y: XOR.y.map((target) => Array(outputs).fill(target)) },
    init: { scheme: 'zeros' },
  });
  const parameters = new Float64Array(parameterNames(experiment.network).length).fill(0.1);
  const moment = { step: 9, parameters, loss: 0.7, right: 2 };
  const before = former === null ? null : { title: 'Tied', moment: { ...moment, ...former } };
  const data = /** @type {any} */ ({ ...XOR, y: XOR.y.map((target) => Array(outputs).fill(target)), features: ['x1', 'x2'] });
  const figure = createNetworkFigure({ messages, run: { experiment, data }, before });
  const root = freshRoot();
  root.append(figure.element);
  figure.show(/** @type {any} */ (moment));
  resize(figure.element, 800, 600);
  return root;
}

describe('the figure of the network', () => {
  test('has a map for every neuron and output; of large layers for six, of many outputs for three', () => {
    const maps = (/** @type {Parameters<typeof open>[0]} */ shape) => {
      const root = open(shape);
      return ['.net-disc', '.net-square'].map((map) => root.querySelectorAll(map).length);
    };
    assert.deepEqual(maps({ hidden: [2, 5], outputs: 2 }), [7, 2]);
    assert.deepEqual(maps({ hidden: [6, 9], outputs: 5 }), [12, 3]);
  });

  test('shows between two neurons that have drifted apart a trace that ends before each of them, equally far', () => {
    const [upper, lower] = [1, 2].map((unit) => ({ x: 50, y: 100 * unit, radius: 30, unit, number: unit }));
    const snapped = bar(upper, lower, { isTied: false, isNear: false, apart: 1 }, 1);
    const [x1, x2, y1, y2] = ['x1', 'x2', 'y1', 'y2'].map((name) => Number(find(snapped, '.net-trace').getAttribute(name)));
    assert.deepEqual([x1, x2], [50, 50]);
    assert.ok(130 < y1 && y1 < 150 && 150 < y2 && y2 < 170, `from ${y1} to ${y2}`);
    assert.ok(Math.abs(y1 - 130 - (170 - y2)) < 1e-9);
  });

  test('says of the run before how many examples it had right, and of one that answers with numbers its loss', () => {
    const under = (/** @type {number | null} */ right) => textsOf(open({ hidden: [2] }, { loss: 0.25, right }), '.net-before text');
    assert.deepEqual(under(3), ['Tied', messages.right(3, 4)]);
    assert.deepEqual(under(0), ['Tied', messages.right(0, 4)]);
    assert.deepEqual(under(null), ['Tied', messages.loss(0.25)]);
  });
});
