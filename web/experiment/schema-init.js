/** The start of an experiment, as tables of fields: first parameters, what is set and tied among them, and nudges. */
import { choice, fail, joinPath, list, object, real, refine, whole } from '../base/checks.js';
import { describe } from '../base/errors.js';
import { SCHEMES } from './kinds/schemes/index.js';
import { LIMITS, TIED_PARTS } from './tables.js';
import { describeNames, networkLayers, parameterPlace } from './parameters.js';
import { PARAMETER, PARAMETER_NAME, PARAMETER_RANGE, SEED, counted, listOf, needed, numbers } from './schema-fields.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../base/checks.js').Scope} Scope */

/**
 * @param {unknown} value
 * @param {string} path
 * @param {import('./parameters.js').Layer[]} layers
 * @param {string} what
 */
function layerLists(value, path, layers, what) {
  return listOf(
    value,
    () => path,
    layers.length,
    () => {
      return `the network has ${counted(layers.length, 'layer')} with ${what}, the output layer included, so ${needed(layers.length, 'list')}`;
    },
  );
}

/** @type {Kind} */
const WEIGHTS = {
  wanted: 'a list of layers, each a list of units, each a list of its incoming weights',
  check: (value, path, { root }) => {
    const layers = networkLayers(root.network);
    const lists = layerLists(value, path, layers, 'weights');
    return Object.freeze(layers.map((layer, at) => layerWeights(lists[at], `${path}[${at}]`, layer)));
  },
};

/**
 * @param {unknown} value
 * @param {string} path
 * @param {import('./parameters.js').Layer} layer
 */
function layerWeights(value, path, { layer, units, inputs }) {
  const rows = listOf(
    value,
    () => path,
    units,
    () => `layer ${layer} has ${counted(units, 'unit')}, so ${needed(units, 'row')}`,
  );
  return Object.freeze(
    Array.from(rows, (row, unit) => {
      const why = () => `unit ${unit + 1} of layer ${layer} has ${counted(inputs, 'input')}, so ${needed(inputs, 'weight')}`;
      return numbers(row, () => `${path}[${unit}]`, inputs, why, PARAMETER_RANGE);
    }),
  );
}

/** Without biases in the network the normal form is an empty list; zeros are let through, as they say the same. @type {Kind} */
const BIASES = {
  wanted: 'a list of layers, each a list of biases, one a unit',
  check: (value, path, { root }) => {
    const { bias } = root.network;
    if (!bias && Array.isArray(value) && value.length === 0) return Object.freeze([]);
    const layers = networkLayers(root.network);
    const lists = layerLists(value, path, layers, 'biases');
    const rows = layers.map(({ layer, units }, at) => {
      const why = () => `layer ${layer} has ${counted(units, 'unit')}, so ${needed(units, 'bias', 'biases')}`;
      return numbers(lists[at], () => `${path}[${at}]`, units, why, PARAMETER_RANGE);
    });
    if (bias) return Object.freeze(rows);
    rows.forEach((row, at) => {
      const unit = row.findIndex((number) => number !== 0);
      const remedy = 'leave "b" out or set network.bias to true';
      if (unit >= 0) fail(`${path}[${at}][${unit}]`, `must be 0 where network.bias is false; ${remedy}; got ${row[unit]}`);
    });
    return Object.freeze([]);
  },
};

/** @type {Kind} */
const SET = {
  wanted: 'an object of parameters and their values, such as {"w1": 0.2}',
  check: (value, path, scope) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, `must be ${SET.wanted}; got ${describe(value)}`);
    const { network } = scope.root;
    return Object.freeze(
      Object.fromEntries(
        Object.entries(value).map(([name, number]) => {
          if (parameterPlace(network, name) === null) {
            fail(joinPath(path, name), `${describe(name)} is no parameter of this network, which has ${describeNames(network)}`);
          }
          return [name, PARAMETER.check(number, joinPath(path, name), scope)];
        }),
      ),
    );
  },
};

/** A hidden layer, counted from 1. @type {Kind} */
const HIDDEN_LAYER = {
  wanted: 'the number of a hidden layer, counted from 1',
  check: (value, path, scope) => {
    const layers = scope.root.network.hidden.length;
    if (layers === 0) fail(path, `only units of hidden layers can be tied, and this network has none; got ${describe(value)}`);
    return whole(1, layers).check(value, path, scope);
  },
};

/** Units of the layer named beside them. @type {Kind} */
const TIED_UNITS = {
  wanted: 'a list of two or more units of the layer, counted from 1',
  check: (value, path, scope) => {
    const unit = whole(1, scope.root.network.hidden[scope.own.layer - 1]);
    return list(unit, { least: 2, most: LIMITS.units, wanted: TIED_UNITS.wanted, unique: (number) => `unit ${number}` }).check(
      value,
      path,
      scope,
    );
  },
};

const TIE = object([
  { key: 'layer', kind: HIDDEN_LAYER },
  { key: 'units', kind: TIED_UNITS },
  {
    key: 'what',
    kind: list(choice(TIED_PARTS), {
      least: 1,
      most: TIED_PARTS.length,
      wanted: `a list of one to three of ${TIED_PARTS.join(', ')}`,
      unique: (part) => `"${part}"`,
    }),
    fallback: () => [...TIED_PARTS],
  },
]);

/** @type {(other: string) => (scope: Scope) => string | null} */
const notBeside =
  (other) =>
  ({ own }) =>
    other in own ? `cannot stand beside "${other}"; a nudge is by one of the two` : null;

const NUDGE = refine(
  object([
    { key: 'parameter', kind: PARAMETER_NAME },
    { key: 'ulps', kind: whole(-(2 ** 31), 2 ** 31 - 1), optional: true },
    { key: 'by', kind: PARAMETER, optional: true, unless: notBeside('ulps') },
  ]),
  (nudge, path) => {
    if (!('ulps' in nudge) && !('by' in nudge)) fail(path, 'needs "ulps" (units in the last place) or "by" (an amount)');
  },
);

/** @type {(scope: Scope) => string | null} */
const explicitOnly = ({ own }) => (own.scheme === 'explicit' ? null : `belongs to the scheme "explicit"; this one is "${own.scheme}"`);
/** @type {(scope: Scope) => string | null} */
const chosenOnly = ({ own }) =>
  own.scheme === 'explicit' ? 'does not go with the scheme "explicit", whose parameters are all stated' : null;

const RANGE = 'uniform-range';
/** @type {(scope: Scope) => string | null} */
const rangeOnly = ({ own }) => (own.scheme === RANGE ? null : `belongs to the scheme "${RANGE}"; this one is "${own.scheme}"`);
/** @type {(scope: Scope) => string | null} */
const scaledOnly = (scope) =>
  scope.own.scheme === RANGE ? `does not go with the scheme "${RANGE}": say "low" and "high"` : chosenOnly(scope);

/** Values of weights that a scheme is given. */
const SCHEME_VALUE = real(-1e6, 1e6);
const WIDEST = 1e6;
const HIGH = refine(SCHEME_VALUE, (high, path, { own: { low } }) => {
  if (!(high > low && high - low <= WIDEST)) fail(path, `must be more than "low", which is ${low}, by at most ${WIDEST}; got ${high}`);
});

/** The most ties and nudges of one start: one for each unit or weight that a person could name, and far more than a link holds. */
const MOST_CHANGES = 10_000;

/** Seed 42, value 0.5 and scale 1 are the ones of the format's own example. */
export const INIT = object([
  { key: 'scheme', kind: choice(['explicit', ...Object.keys(SCHEMES)]), fallback: () => 'glorot-uniform', always: true },
  { key: 'w', kind: WEIGHTS, unless: explicitOnly },
  { key: 'b', kind: BIASES, unless: explicitOnly, fallback: ({ root }) => zeroBiases(root.network) },
  { key: 'seed', kind: SEED, unless: chosenOnly, fallback: () => 42 },
  { key: 'value', kind: SCHEME_VALUE, unless: chosenOnly, fallback: () => 0.5 },
  { key: 'scale', kind: real(Number.MIN_VALUE, 1e6), unless: scaledOnly, fallback: () => 1 },
  { key: 'low', kind: SCHEME_VALUE, unless: rangeOnly, fallback: () => 0, always: true },
  { key: 'high', kind: HIGH, unless: rangeOnly, fallback: () => 1, always: true },
  { key: 'set', kind: SET, fallback: () => ({}) },
  { key: 'tie', kind: list(TIE, { most: MOST_CHANGES, wanted: `a list of at most ${MOST_CHANGES} ties` }), fallback: () => [] },
  { key: 'nudge', kind: list(NUDGE, { most: MOST_CHANGES, wanted: `a list of at most ${MOST_CHANGES} nudges` }), fallback: () => [] },
]);

/** @param {import('./parameters.js').Shape} network */
function zeroBiases(network) {
  return network.bias ? networkLayers(network).map(({ units }) => Array.from({ length: units }, () => 0)) : [];
}
