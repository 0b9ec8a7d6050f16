/** The arrows that say where neurons point: their axes, their turn, and those of more inputs than a plane has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import { createDialFigure } from '../../web/figures/dial/figure.js';
import { dialMessages as messages } from '../../web/messages/en/dial.js';
import { textsOf, usePage } from '../support/dom.js';

usePage();

/** @param {number[]} hidden @param {number} layer @param {Record<string, number>} weights those that are not 0 */
function draw(hidden, layer, weights) {
  const experiment = parseExperiment({ network: { inputs: 2, hidden, bias: false }, data: { set: 'xor' }, init: { scheme: 'zeros' } });
  const figure = createDialFigure({
    messages,
    run: /** @type {any} */ ({ experiment, data: { features: ['x1', 'x2'] } }),
    layer,
    readout: () => ['said'],
  });
  const parameters = Float64Array.from(parameterNames(experiment.network), (name) => weights[name] ?? 0);
  figure.show(/** @type {any} */ ({ step: 3, parameters }));
  return figure;
}

test('the axes of the first layer are the inputs, those of the second the two neurons before it', () => {
  const axes = (/** @type {number[]} */ hidden, /** @type {number} */ layer) => textsOf(draw(hidden, layer, {}).element, '.dial-feature');
  assert.deepEqual(axes([2, 2], 1), ['x1', 'x2']);
  assert.deepEqual(axes([2, 2], 2), ['a1', 'a2']);
  assert.deepEqual(axes([3, 2, 2], 3), ['a4', 'a5']);
  // Of three there is no plane: what is drawn is the angle to the first neuron of the layer.
  assert.deepEqual(axes([3, 2], 2), [messages.angleTo(4), '']);
});

test('an arrow points where the weights of its neuron do, and has its number; a neuron without weights has no angle', () => {
  const { element, table } = draw([3], 1, { w1: 1, w3: 0, w4: 2 });
  assert.deepEqual(textsOf(element, '.dial-arrow text'), ['1', '2', '3']);
  assert.deepEqual(
    table().rows.map(([neuron, angle]) => [neuron, angle]),
    [
      ['1', messages.degrees(0)],
      ['2', messages.degrees(90)],
      ['3', '\u2013'],
    ],
  );
  const tips = [...element.querySelectorAll('.dial-shaft')].map((shaft) => ['x2', 'y2'].map((name) => Number(shaft.getAttribute(name))));
  assert.ok(tips[0][0] > 0 && tips[0][1] === 0 && tips[1][0] === 0 && tips[1][1] < 0, 'up is up on the screen');
  assert.ok(-tips[1][1] > tips[0][0], 'the longer one is longer');
  assert.deepEqual(tips[2], [0, 0]);
});
