/**
 * Writes what the schema's tables say of the experiment format in three other ways: a page for people, a JSON Schema for editors, and types.
 * node tools/experiment-format.js; a test compares the files with what this makes.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DATASETS } from '../web/experiment/kinds/datasets/index.js';
import { EXPERIMENT } from '../web/experiment/schema.js';
import { LARGEST_SEED, LIMITS } from '../web/experiment/tables.js';
import { DEFAULT_WORDS, FIELD_WORDS, NAME_WORDS } from './experiment-words.js';

/** @typedef {import('../web/base/checks.js').Kind} Kind */
/** @typedef {import('../web/base/checks.js').Row} Row */
/** @typedef {{ path: string, row: Row, hasDefault: boolean, defaultValue: unknown }} Field */
/** @typedef {{ schema: object, type: string, words: string }} Shape */

export const FILES = Object.freeze({
  page: 'docs/experiment.md',
  schema: 'web/site/static/experiment.schema.json',
  types: 'web/experiment/experiment-input.js',
});

const NUMBERS = { type: 'array', items: { type: 'number' } };
const PARAMETER_NAME = {
  schema: { type: 'string', pattern: '^[wb][1-9]\\d*$' },
  type: 'string',
  words: 'the name of a parameter: w1, w2, \u2026, b1, b2, \u2026',
};
const COUNT = (/** @type {string} */ words) => ({ schema: { type: 'integer', minimum: 1 }, type: 'number', words });

/** Fields whose shape depends on the rest of the experiment. @type {Readonly<Record<string, Shape>>} */
const SHAPES = {
  'data.x': {
    schema: { type: 'array', minItems: 1, maxItems: LIMITS.examples, items: NUMBERS },
    type: 'readonly (readonly number[])[]',
    words: `1 to ${LIMITS.examples} lists of numbers from ${-LIMITS.value} to ${LIMITS.value}`,
  },
  'data.y': {
    schema: { type: 'array', minItems: 1, maxItems: LIMITS.examples, items: { anyOf: [{ type: 'number' }, NUMBERS] } },
    type: 'readonly (number | readonly number[])[]',
    words: 'as many lists of numbers, or numbers',
  },
  'init.w': {
    schema: { type: 'array', items: { type: 'array', items: NUMBERS } },
    type: 'readonly (readonly (readonly number[])[])[]',
    words: `a list a layer, a list a unit, numbers from ${-LIMITS.parameter} to ${LIMITS.parameter}`,
  },
  'init.b': { schema: { type: 'array', items: NUMBERS }, type: 'readonly (readonly number[])[]', words: 'a list a layer, a number a unit' },
  'init.set': {
    schema: { type: 'object', additionalProperties: false, patternProperties: { '^[wb][1-9]\\d*$': { type: 'number' } } },
    type: 'Readonly<Record<string, number>>',
    words: 'an object of names and numbers, such as {"w1": 0.2}',
  },
  'init.tie[].layer': COUNT('a hidden layer'),
  'init.tie[].units': {
    schema: { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'integer', minimum: 1 } },
    type: 'readonly number[]',
    words: 'two or more units of the layer',
  },
  'init.nudge[].parameter': PARAMETER_NAME,
  'training.freeze': {
    schema: { type: 'array', uniqueItems: true, items: PARAMETER_NAME.schema },
    type: 'readonly string[]',
    words: 'names of parameters, each once',
  },
  'training.unitLearningRates[].layer': COUNT('a layer, the output layer last'),
  'training.unitLearningRates[].unit': COUNT('a unit of the layer'),
};

/** Objects that are one of two: each variant by the name of its type, the fields that it does not have, and those that it needs. */
const VARIANTS =
  /** @type {Readonly<Record<string, readonly { name: string, without: string[], needs: string[], types: Record<string, string> }[]>>} */ ({
    data: [
      { name: 'OwnDataInput', without: ['set', 'examples', 'noise', 'seed'], needs: ['x', 'y'], types: {} },
      { name: 'NamedDataInput', without: ['x', 'y', 'features', 'targets'], needs: ['set'], types: {} },
    ],
    init: [
      {
        name: 'ExplicitInitInput',
        without: ['seed', 'value', 'scale', 'low', 'high'],
        needs: ['scheme', 'w'],
        types: { scheme: "'explicit'" },
      },
      {
        name: 'ChosenInitInput',
        without: ['w', 'b', 'low', 'high'],
        needs: [],
        types: { scheme: "Exclude<SCHEME, 'explicit' | 'uniform-range'>" },
      },
      { name: 'RangeInitInput', without: ['w', 'b', 'scale'], needs: ['scheme'], types: { scheme: "'uniform-range'" } },
    ],
    'init.nudge[]': [
      { name: 'NudgeByUlpsInput', without: ['by'], needs: ['ulps'], types: {} },
      { name: 'NudgeByInput', without: ['ulps'], needs: ['by'], types: {} },
    ],
  });

/** @param {string} path @param {string} key */
const under = (path, key) => (path === '' ? key : `${path}.${key}`);

/** Every field, in the order of the tables. @param {Kind} [kind] @param {string} [path] @returns {Field[]} */
export function listFields(kind = EXPERIMENT, path = '') {
  return (kind.plan?.rows ?? []).flatMap((row) => {
    const own = under(path, row.key);
    const { item } = row.kind.plan ?? {};
    const hasDefault = row.fallback !== undefined;
    const field = {
      path: own,
      row,
      hasDefault,
      defaultValue: hasDefault && !(own in DEFAULT_WORDS) ? row.fallback?.({ root: {}, own: {} }) : undefined,
    };
    return [field, ...listFields(row.kind, own), ...(item === undefined ? [] : listFields(item, `${own}[]`))];
  });
}

/** @param {string} path */
function wordsOf(path) {
  const words = FIELD_WORDS[path];
  if (words === undefined) throw new Error(`tools/experiment-words.js says nothing of "${path}"`);
  return words;
}

// ---- JSON Schema ----

/** @param {Kind} kind @param {string} path @returns {Record<string, unknown>} */
function schemaOf(kind, path) {
  const shape = SHAPES[path];
  if (shape !== undefined) return { ...shape.schema };
  const { plan } = kind;
  if (plan === undefined) throw new Error(`tools/experiment-format.js has no shape for "${path}"`);
  if (plan.rows !== undefined) return objectSchema(plan.rows, path);
  if (plan.item !== undefined) {
    const least = plan.least ? { minItems: plan.least } : {};
    return { type: 'array', ...least, maxItems: plan.most, items: schemaOf(plan.item, `${path}[]`) };
  }
  if (plan.names !== undefined) return { enum: [...plan.names] };
  if (plan.constant !== undefined) return { const: plan.constant };
  const { type, minimum, maximum, longest } = plan;
  return { type, ...(minimum === undefined ? {} : { minimum, maximum }), ...(longest === undefined ? {} : { maxLength: longest }) };
}

/** @param {readonly Row[]} rows @param {string} path */
function objectSchema(rows, path) {
  const variants = VARIANTS[path] ?? [];
  const required = rows.filter(({ fallback, optional, unless }) => fallback === undefined && !optional && unless === undefined);
  const fields = rows.map((row) => {
    const own = under(path, row.key);
    const isPlain = row.fallback !== undefined && !(own in DEFAULT_WORDS);
    const value = isPlain ? { default: row.fallback?.({ root: {}, own: {} }) } : {};
    return [row.key, { description: wordsOf(own), ...schemaOf(row.kind, own), ...value }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(fields),
    ...(required.length === 0 ? {} : { required: required.map(({ key }) => key) }),
    additionalProperties: false,
    ...(variants.length === 0 ? {} : { oneOf: variants.map((variant) => variantSchema(variant)) }),
  };
}

/** @param {{ without: string[], needs: string[], types: Record<string, string> }} variant */
function variantSchema({ without, needs, types }) {
  const names = [...(types.scheme ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const isOne = types.scheme?.startsWith("'");
  const scheme = names.length === 0 ? {} : { scheme: isOne ? { const: names[0] } : { not: { enum: names } } };
  const properties = { ...scheme, ...Object.fromEntries(without.map((key) => [key, false])) };
  return { ...(needs.length === 0 ? {} : { required: needs }), properties };
}

export function writeSchema() {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Experiment of Twin Neurons, version 1',
    description:
      'Made from web/experiment/schema.js. Sizes that depend on one another (weights and layers, names and columns) are checked by parseExperiment.',
    ...schemaOf(EXPERIMENT, ''),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

// ---- types ----

/** @param {Kind} kind @param {string} path @returns {string} */
function typeOf(kind, path) {
  const shape = SHAPES[path];
  if (shape !== undefined) return shape.type;
  const plan = kind.plan ?? {};
  if (plan.rows !== undefined) return VARIANTS[path]?.map(({ name }) => name).join(' | ') ?? typeName(path);
  if (plan.item !== undefined) return `readonly (${typeOf(plan.item, `${path}[]`)})[]`;
  if (plan.names !== undefined) return plan.names.map((name) => `'${name}'`).join(' | ');
  if (plan.constant !== undefined) return String(plan.constant);
  return { integer: 'number', number: 'number', boolean: 'boolean', string: 'string' }[plan.type ?? ''] ?? 'never';
}

/** "training.dropout" is DropoutInput. @param {string} path */
function typeName(path) {
  const [last = ''] = path.replaceAll('[]', '').split('.').slice(-1);
  const name = path.endsWith('[]') ? last.replace(/s$/, '') : last;
  return `${name === '' ? 'Experiment' : name[0].toUpperCase() + name.slice(1)}Input`;
}

/** The types of an object and of those in it, the inner ones first. @param {Kind} kind @param {string} path @returns {string[]} */
function typesOf(kind, path) {
  const { rows, item } = kind.plan ?? {};
  if (item !== undefined && SHAPES[path] === undefined) return typesOf(item, `${path}[]`);
  if (rows === undefined) return [];
  const inner = rows.flatMap((row) => typesOf(row.kind, under(path, row.key)));
  const variants = VARIANTS[path] ?? [{ name: typeName(path), without: [], needs: [], types: {} }];
  return [...inner, ...variants.map((variant) => typedef(rows, path, variant))];
}

/** @param {readonly Row[]} rows @param {string} path @param {{ name: string, without: string[], needs: string[], types: Record<string, string> }} variant */
function typedef(rows, path, { name, without, needs, types }) {
  const properties = rows.map((row) => {
    // Said to be nothing, so that it cannot stand beside the others.
    if (without.includes(row.key)) return ` * @property {undefined} [${row.key}]`;
    const own = under(path, row.key);
    const type = typeOf(row.kind, own);
    const isNeeded = needs.includes(row.key) || (row.fallback === undefined && !row.optional);
    const special = types[row.key]?.replace('SCHEME', type);
    return ` * @property {${special ?? type}} ${isNeeded ? row.key : `[${row.key}]`} ${wordsOf(own)}`;
  });
  return ['/**', ` * @typedef {object} ${name}`, ...properties, ' */'].join('\n');
}

export function writeTypes() {
  const head =
    '/** What can be read as an experiment, as types: made from schema.js by tools/experiment-format.js, so change it there. */\n\nexport {};\n';
  return [head, ...typesOf(EXPERIMENT, '')].join('\n').replaceAll('\u2019', "'") + '\n';
}

// ---- the page ----

/** @param {Kind} kind @param {string} path */
function rangeOf(kind, path) {
  const shape = SHAPES[path];
  if (shape !== undefined) return shape.words;
  const { names, longest, item, minimum, maximum, type } = kind.plan ?? {};
  if (names !== undefined) return path in NAME_WORDS ? 'a name, see below' : names.map((name) => `\`${name}\``).join(', ');
  if (longest !== undefined) return `text, at most ${longest} characters`;
  if (minimum !== undefined) return `${type === 'integer' ? 'whole, ' : ''}${number(minimum)} to ${number(maximum ?? 0)}`;
  if (item !== undefined) return `a list, at most ${kind.plan?.most}`;
  return kind.plan?.rows === undefined ? kind.wanted : 'an object';
}

/** @param {number} value */
function number(value) {
  if (value === LARGEST_SEED) return '2^32 \u2212 1';
  if (value === 1 - 2 ** -53) return 'less than 1';
  if (value === Number.MIN_VALUE) return 'more than 0,';
  return String(value)
    .replace('e+', 'e')
    .replace('-', value < 0 ? '\u2212' : '-');
}

/** @param {Field} field */
function defaultText({ path, row, hasDefault, defaultValue }) {
  if (path in DEFAULT_WORDS) return DEFAULT_WORDS[path];
  if (!hasDefault) return row.optional || row.unless !== undefined ? '' : '**needed**';
  const text = JSON.stringify(defaultValue);
  return text === '""' ? 'empty' : `\`${text.replaceAll('"', '')}\``;
}

export function writePage() {
  const fields = listFields();
  const rows = fields.map((field) => {
    const { path, row } = field;
    // The output's activation has the names of the hidden ones.
    const range = path === 'network.outputActivation' ? 'a name, as above' : rangeOf(row.kind, path);
    return `| \`${path}\` | ${range} | ${defaultText(field)} | ${wordsOf(path)} |`;
  });
  const tables = Object.entries(NAME_WORDS).map(([path, words]) => namesTable(path, words, fields));
  return `${[PAGE_HEAD, ['| field | what can stand there | default | |', '| --- | --- | --- | --- |', ...rows].join('\n'), PAGE_MIDDLE, ...tables].join('\n\n')}\n`;
}

/** @param {string} path @param {Readonly<Record<string, string>>} words @param {readonly Field[]} fields */
function namesTable(path, words, fields) {
  const names = fields.find((field) => field.path === path)?.row.kind.plan?.names ?? [];
  const isData = path === 'data.set';
  const lines = names.map((name) => {
    if (words[name] === undefined) throw new Error(`tools/experiment-words.js says nothing of "${name}" in "${path}"`);
    const { features, examples, noise } = isData
      ? DATASETS[/** @type {keyof typeof DATASETS} */ (name)]
      : { features: 0, examples: 0, noise: 0 };
    return `| \`${name}\` | ${words[name]} |${isData ? ` ${features} | ${examples} | ${noise} |` : ''}`;
  });
  const head = isData
    ? ['| name | what it is | inputs | examples | noise |', '| --- | --- | ---: | ---: | ---: |']
    : ['| name | what it is |', '| --- | --- |'];
  return [`## ${path}`, '', ...head, ...lines].join('\n');
}

const PAGE_HEAD = `# The experiment format

An experiment is a plain JSON object that says all of a run: the same experiment gives the same bits everywhere. The page, its links, files, the command and the package take it.
This page is made from the tables in \`web/experiment/schema.js\` by \`tools/experiment-format.js\`; so are the JSON Schema (\`experiment.schema.json\` in the package) and the type \`ExperimentInput\`.

    {
      "version": 1,
      "network": { "inputs": 2, "hidden": [2], "activation": "sigmoid", "bias": false },
      "data": { "set": "xor" },
      "init": { "scheme": "explicit", "w": [[[0.2, 0.4], [0.2, 0.4]], [[0.6, 0.6]]] },
      "training": { "learningRate": 0.5 }
    }

What is unknown, of a wrong type or past a limit is refused, with its path and a sentence; nothing is guessed. \`parseExperiment\` fills in every default, \`writeExperiment\` leaves out what goes without saying.`;

const PAGE_MIDDLE = `Beside these limits: at most ${LIMITS.hiddenLayers} hidden layers, ${LIMITS.units} units a layer, ${LIMITS.inputs} inputs, ${LIMITS.outputs} outputs, ${LIMITS.examples} examples.

## Parameters

They are numbered over the whole network, layer by layer, unit by unit, input by input: \`w1\`, \`w2\`, \u2026 and, one a unit, \`b1\`, \`b2\`, \u2026; the engine keeps a layer's weights before its biases.

## The start, in its order

1. The scheme, or \`w\` and \`b\`.
2. \`set\`: each parameter that is named gets its value.
3. \`tie\`, each in turn: of the first unit named, \`incoming\` weights, \`bias\` and \`outgoing\` weights, or those in \`what\`, go to the other units.
4. \`nudge\`, each in turn: \`by\` adds; \`ulps\` moves by so many places among the doubles, one being the next larger number.

A tied start that is nudged afterwards is apart by exactly that; a nudge before a tie cannot be said.

## A step

The gradient of J over the batch; plus penalties; clipped; plus noise; the optimizer's direction D; times the units' factors, 0 where frozen; then w := w \u2212 learningRate D. A step that would leave a parameter not finite, or larger than ${LIMITS.parameter}, is not taken, and the run has stopped.

What \`schedule\` names has its values once \`from\` steps are taken: \`{ "from": 500, "learningRate": 0.1 }\` is for step 501 and on, and the optimizer's memory goes on. \`run.change({ learningRate: 0.1 })\` and the lab's fields write it: a change during a run holds from the present step on, whatever the schedule had for that option later is dropped, and *Reset* trains the same run again. At step 0 the change is of all the run; in the lab also where the run has diverged, which goes back to its start.

[SPEC.md](../SPEC.md) has every operation in its order.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../', import.meta.url);
  await writeFile(new URL(FILES.page, root), writePage());
  await writeFile(new URL(FILES.schema, root), writeSchema());
  await writeFile(new URL(FILES.types, root), writeTypes());
}
