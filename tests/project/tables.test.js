/** Each fact has one home: where C and JavaScript both need it, their tables say the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { STATUS_CODES } from '../../web/engine/engine.js';
import { ROWS_A_CALL } from '../../web/engine/readings.js';
import { TIE_BITS } from '../../web/engine/set-up-run.js';
import { ACTIVATIONS } from '../../web/experiment/kinds/activations/index.js';
import { DATASETS } from '../../web/experiment/kinds/datasets/index.js';
import { LOSSES } from '../../web/experiment/kinds/losses/index.js';
import { OPTIMIZERS } from '../../web/experiment/kinds/optimizers/index.js';
import { SCHEMES } from '../../web/experiment/kinds/schemes/index.js';
import { LIMITS, OPTIONS, TIED_PARTS } from '../../web/experiment/tables.js';

const HEADER = readFileSync(new URL('../../src/nn.h', import.meta.url), 'utf8');

/** @param {string} name of a number in nn.h */
function headerNumber(name) {
  return Number(new RegExp(`\\b${name} (?:= )?([\\d.e+]+)`).exec(HEADER)?.[1]);
}

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

describe('the tables of the two sides', () => {
  test('have the same names', () => {
    const { activations, losses, schemes, optimizers, options, datasets } = lab.names;
    assert.deepEqual(activations, Object.keys(ACTIVATIONS));
    assert.deepEqual(losses, Object.keys(LOSSES));
    assert.deepEqual(schemes, Object.keys(SCHEMES));
    assert.deepEqual(optimizers, Object.keys(OPTIMIZERS));
    assert.deepEqual(options, ['optimizer', ...Object.keys(OPTIONS)]);
    assert.deepEqual(datasets, Object.keys(DATASETS));
  });

  test('have the same ranges and defaults of options', () => {
    for (const { name, minimum, maximum, default: fallback } of lab.options.slice(1)) {
      assert.deepEqual({ minimum, maximum, fallback }, OPTIONS[name], name);
    }
    const [optimizer] = lab.options;
    assert.deepEqual(optimizer, { name: 'optimizer', minimum: 0, maximum: Object.keys(OPTIMIZERS).length - 1, default: 0 });
  });

  test('have the same features, examples and noise of data sets', () => {
    for (const { name, features, examples, noise } of lab.datasets) {
      assert.deepEqual({ features: features.length, examples, noise }, DATASETS[/** @type {keyof typeof DATASETS} */ (name)], name);
    }
  });

  test('have the same limits', () => {
    assert.equal(LIMITS.hiddenLayers, headerNumber('NN_MAX_HIDDEN_LAYERS'));
    assert.equal(LIMITS.units, headerNumber('NN_MAX_UNITS'));
    assert.equal(LIMITS.inputs, headerNumber('NN_MAX_INPUTS'));
    assert.equal(LIMITS.outputs, headerNumber('NN_MAX_OUTPUTS'));
    assert.equal(LIMITS.examples, headerNumber('NN_MAX_EXAMPLES'));
    assert.equal(LIMITS.parameter, headerNumber('NN_MAX_PARAMETER'));
    assert.equal(LIMITS.value, headerNumber('NN_MAX_VALUE'));
  });

  test('have the same parts of a tie, status codes and rows of a prediction', () => {
    assert.deepEqual(TIE_BITS, Object.fromEntries(TIED_PARTS.map((part) => [part, headerNumber(`NN_${part.toUpperCase()}`)])));
    const block = /\{\s*(NN_OK[^}]*)\}/.exec(HEADER)?.[1] ?? '';
    const statuses = [...block.matchAll(/NN_(\w+)/g)].map(([, word]) => word.toLowerCase().replace('_', '-'));
    assert.equal(statuses.length, 6);
    assert.deepEqual(STATUS_CODES, statuses);
    assert.equal(ROWS_A_CALL, headerNumber('NN_MAX_ROWS'));
  });

  test('have the same version', () => {
    assert.equal(lab.version, JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version);
  });
});
