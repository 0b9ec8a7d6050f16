/** The network, the loss and the data of an experiment, as tables of fields. */
import { choice, fail, flag, list, object, real, refine, text, whole } from '../base/checks.js';
import { describe } from '../base/errors.js';
import { ACTIVATIONS } from './kinds/activations/index.js';
import { DATASETS } from './kinds/datasets/index.js';
import { LOSSES, lossFits, lossFor } from './kinds/losses/index.js';
import { LIMITS } from './tables.js';
import { SEED, counted, listOf, needed, numbers } from './schema-fields.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../base/checks.js').Scope} Scope */

export const NETWORK = object([
  { key: 'inputs', kind: whole(1, LIMITS.inputs) },
  {
    key: 'hidden',
    kind: list(whole(1, LIMITS.units), {
      most: LIMITS.hiddenLayers,
      wanted: `a list of at most ${LIMITS.hiddenLayers} numbers, the units of each hidden layer`,
    }),
  },
  { key: 'outputs', kind: whole(1, LIMITS.outputs), fallback: () => 1 },
  { key: 'activation', kind: choice(Object.keys(ACTIVATIONS)), fallback: () => 'sigmoid' },
  { key: 'outputActivation', kind: choice(Object.keys(ACTIVATIONS)), fallback: () => 'sigmoid' },
  { key: 'bias', kind: flag, fallback: () => true },
]);

export const LOSS = refine(choice(Object.keys(LOSSES)), (loss, path, { root }) => {
  const { outputActivation } = root.network;
  if (!lossFits(loss, outputActivation)) {
    const { output } = LOSSES[/** @type {keyof typeof LOSSES} */ (loss)];
    fail(path, `${loss} needs network.outputActivation "${output}"; it is "${outputActivation}", so take "${lossFor(outputActivation)}"`);
  }
});

// ---- data ----

const VALUES = { minimum: -LIMITS.value, maximum: LIMITS.value };

/** @type {Kind} */
const INPUT_ROWS = {
  wanted: 'a list of examples, each a list of its inputs',
  check: (value, path, { root }) => {
    if (!Array.isArray(value)) fail(path, `must be ${INPUT_ROWS.wanted}; got ${describe(value)}`);
    if (value.length < 1 || value.length > LIMITS.examples)
      fail(path, `there must be 1 to ${LIMITS.examples} examples; got ${value.length}`);
    const { inputs } = root.network;
    const why = () => `the network has ${counted(inputs, 'input')}, so ${needed(inputs, 'number')}`;
    return Object.freeze(Array.from(value, (row, at) => numbers(row, () => `${path}[${at}]`, inputs, why, VALUES)));
  },
};

/** @type {Kind} */
const TARGET_ROWS = {
  wanted: 'a list of targets, one an example',
  check: (value, path, { root, own }) => {
    const { outputs } = root.network;
    const examples = own.x.length;
    const rows = listOf(
      value,
      () => path,
      examples,
      () => `data.x has ${counted(examples, 'example')}, so as many targets are needed`,
    );
    const range = LOSSES[/** @type {keyof typeof LOSSES} */ (root.loss)].targets ?? VALUES;
    const why = () => `the network has ${counted(outputs, 'output')}, so ${needed(outputs, 'target')}`;
    return Object.freeze(
      Array.from(rows, (row, at) => {
        const plain = outputs === 1 && !Array.isArray(row);
        if (plain) real(range.minimum, range.maximum).check(row, `${path}[${at}]`, { root, own });
        return numbers(plain ? [row] : row, () => `${path}[${at}]`, outputs, why, range);
      }),
    );
  },
  compact: (normal, { root }) => (root.network.outputs === 1 ? normal.flat() : normal),
};

/**
 * @param {'inputs' | 'outputs'} side
 * @returns {Kind}
 */
const columnNames = (side) => {
  const wanted = `a list of names, one for each of the network's ${side}`;
  return refine(list(text(60), { most: LIMITS.inputs, wanted }), (names, path, { root }) => {
    const count = root.network[side];
    if (names.length !== count)
      fail(path, `the network has ${counted(count, side.slice(0, -1))}, so as many names are needed; got ${names.length}`);
  });
};

/** @type {(letter: string, count: number) => string[]} */
const numbered = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

const DATASET_NAME = refine(choice(Object.keys(DATASETS)), (set, path, { root }) => {
  const { inputs, outputs } = root.network;
  const { features } = DATASETS[/** @type {keyof typeof DATASETS} */ (set)];
  if (inputs !== features) fail(path, `"${set}" has ${features} features, so network.inputs must be ${features}; it is ${inputs}`);
  if (outputs !== 1) fail(path, `"${set}" has 1 target, so network.outputs must be 1; it is ${outputs}`);
});

/** @type {(scope: Scope) => string | null} */
const ownDataOnly = ({ own }) =>
  'set' in own ? 'belongs to data of your own and cannot stand beside "set"; leave out one of the two' : null;
/** @type {(scope: Scope) => string | null} */
const namedDataOnly = ({ own }) => ('set' in own ? null : 'belongs to data by name and needs "set" beside it');
/** @type {(scope: Scope) => { examples: number, noise: number }} */
const dataset = ({ own }) => DATASETS[/** @type {keyof typeof DATASETS} */ (own.set)];

export const DATA = object([
  { key: 'set', kind: DATASET_NAME, optional: true },
  { key: 'x', kind: INPUT_ROWS, unless: ownDataOnly },
  { key: 'y', kind: TARGET_ROWS, unless: ownDataOnly },
  { key: 'features', kind: columnNames('inputs'), unless: ownDataOnly, fallback: ({ root }) => numbered('x', root.network.inputs) },
  {
    key: 'targets',
    kind: columnNames('outputs'),
    unless: ownDataOnly,
    fallback: ({ root }) => (root.network.outputs === 1 ? ['y'] : numbered('y', root.network.outputs)),
  },
  { key: 'examples', kind: whole(1, LIMITS.examples), unless: namedDataOnly, fallback: (scope) => dataset(scope).examples },
  { key: 'noise', kind: real(0, LIMITS.noise), unless: namedDataOnly, fallback: (scope) => dataset(scope).noise },
  { key: 'seed', kind: SEED, unless: namedDataOnly, fallback: () => 1 },
]);
