/** The page, the JSON Schema and the types of the experiment format: what the schema's tables say, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { FILES, listFields, writePage, writeSchema, writeTypes } from '../../tools/experiment-format.js';
import { FIELD_WORDS } from '../../tools/experiment-words.js';
import { compactExperiment, parseExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { experiments } from '../support/arbitrary-experiments.js';
import { tiedExperiment } from '../support/shared.js';

/** @typedef {import('../../web/experiment/experiment-input.js').ExperimentInput} ExperimentInput */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const remedy = 'run: node tools/experiment-format.js';

describe('is made from the tables:', () => {
  for (const [file, write] of /** @type {const} */ ([
    [FILES.page, writePage],
    [FILES.schema, writeSchema],
    [FILES.types, writeTypes],
  ])) {
    test(file, () => assert.equal(readFileSync(join(ROOT, file), 'utf8'), write(), remedy));
  }

  test('every field has its words, and no words are left over', () => {
    assert.deepEqual(
      listFields()
        .map(({ path }) => path)
        .sort(),
      Object.keys(FIELD_WORDS).sort(),
    );
    for (const { path } of listFields()) assert.ok(writePage().includes(`| \`${path}\` |`), path);
  });

  test('the package has the schema under its name', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(exports['./experiment.schema.json'], './dist/experiment.schema.json');
  });
});

/**
 * Whether a value fits a JSON Schema, of which this knows the words that ours has.
 * @param {any} schema
 * @param {any} value
 * @returns {boolean}
 */
function fits(schema, value) {
  if (typeof schema === 'boolean') return schema;
  const known =
    'type properties required additionalProperties patternProperties enum const minimum maximum maxLength pattern items minItems maxItems uniqueItems oneOf anyOf not description default title $schema';
  for (const word of Object.keys(schema)) assert.ok(known.split(' ').includes(word), word);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const kind = Array.isArray(value)
    ? 'array'
    : isObject
      ? 'object'
      : Number.isInteger(value) && schema.type === 'integer'
        ? 'integer'
        : typeof value;
  if (schema.type !== undefined && schema.type !== kind) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if ('const' in schema && schema.const !== value) return false;
  if (typeof value === 'number' && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))) return false;
  if (typeof value === 'string' && (value.length > (schema.maxLength ?? Infinity) || !new RegExp(schema.pattern ?? '').test(value)))
    return false;
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return false;
    if (schema.uniqueItems && new Set(value).size < value.length) return false;
    if (schema.items !== undefined && !value.every((item) => fits(schema.items, item))) return false;
  }
  if (isObject) {
    if ((schema.required ?? []).some((/** @type {string} */ key) => !Object.hasOwn(value, key))) return false;
    for (const [key, own] of Object.entries(value)) {
      const pattern = Object.entries(schema.patternProperties ?? {}).find(([source]) => new RegExp(source).test(key));
      const part = schema.properties?.[key] ?? pattern?.[1] ?? schema.additionalProperties ?? true;
      if (!fits(part, own)) return false;
    }
  }
  if (schema.not !== undefined && fits(schema.not, value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((/** @type {any} */ part) => fits(part, value))) return false;
  return schema.oneOf === undefined || schema.oneOf.filter((/** @type {any} */ part) => fits(part, value)).length === 1;
}

describe('the JSON Schema', () => {
  const schema = JSON.parse(writeSchema());

  test('takes what parseExperiment takes', () => {
    for (const { experiment } of PRESETS) assert.ok(fits(schema, compactExperiment(parseExperiment(experiment))));
    fc.assert(
      fc.property(experiments, (experiment) => {
        assert.ok(fits(schema, JSON.parse(JSON.stringify(experiment))), 'as it is written');
        assert.ok(fits(schema, JSON.parse(JSON.stringify(compactExperiment(parseExperiment(experiment))))), 'in its shortest form');
      }),
      { numRuns: 200 },
    );
  });

  test('refuses what it refuses', () => {
    const good = tiedExperiment();
    assert.ok(fits(schema, good));
    for (const change of [
      { version: 2 },
      { network: undefined },
      { network: { ...good.network, hidden: [129] } },
      { network: { ...good.network, activaton: 'relu' } },
      { network: { ...good.network, activation: 'gelu' } },
      { data: { set: 'xor', x: [[1, 2]] } },
      { data: { set: 'xr' } },
      { data: { x: [[1, 2]] } },
      { init: { scheme: 'explicit' } },
      { init: { scheme: 'zeros', w: [] } },
      { init: { set: { v1: 1 } } },
      { init: { nudge: [{ parameter: 'w1', ulps: 1, by: 1 }] } },
      { init: { nudge: [{ parameter: 'w1' }] } },
      { training: { learningRate: -1 } },
      { training: { dropout: { rate: 1 } } },
    ]) {
      const wrong = JSON.parse(JSON.stringify({ ...good, ...change }));
      assert.throws(() => parseExperiment(wrong), JSON.stringify(change));
      assert.ok(!fits(schema, wrong), JSON.stringify(change));
    }
  });
});

test('the types take an experiment, and notice a field, a name or a shape that is wrong', () => {
  /** @type {ExperimentInput} */
  const good = { network: { inputs: 2, hidden: [2], activation: 'tanh' }, data: { set: 'xor' }, init: { scheme: 'he-normal', seed: 1 } };
  /** @type {ExperimentInput} */
  const field = {
    ...good,
    // @ts-expect-error a field that is written wrong
    netwrk: 1,
  };
  /** @type {ExperimentInput} */
  const name = {
    ...good,
    network: {
      inputs: 2,
      hidden: [2],
      // @ts-expect-error a name that there is not
      activation: 'gelu',
    },
  };
  /** @type {ExperimentInput} */
  const shape = {
    ...good,
    // @ts-expect-error both a set by name and examples of one's own
    data: { set: 'xor', x: [[1]], y: [1] },
  };
  assert.ok(parseExperiment(good));
  for (const wrong of [field, name, shape]) assert.throws(() => parseExperiment(wrong));
});
