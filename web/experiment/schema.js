/**
 * What an experiment is (version 1), as tables: one row a field. To add a field, add a row. Rows stand in the order in which they are
 * checked, because the later ones look at the earlier: the shape of the weights follows from the network.
 */
import { choice, exactly, fail, list, object, real, refine, text, whole } from '../base/checks.js';
import { lossFor } from './kinds/losses/index.js';
import { OPTIMIZERS } from './kinds/optimizers/index.js';
import { LIMITS, OPTIONS } from './tables.js';
import { parameterCount } from './parameters.js';
import { DATA, LOSS, NETWORK } from './schema-data.js';
import { SCHEDULED } from './schedule.js';
import { PARAMETER_NAME } from './schema-fields.js';
import { INIT } from './schema-init.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../base/checks.js').Row} Row */

/**
 * The row of a training option that is a number.
 * @param {string} name the engine's: "dropout.rate" makes the row "rate"
 * @param {(minimum: number, maximum: number) => Kind} [kind]
 * @returns {Row}
 */
function option(name, kind = real) {
  const { minimum, maximum, fallback } = OPTIONS[name];
  return { key: name.slice(name.indexOf('.') + 1), kind: kind(minimum, maximum), fallback: () => fallback };
}

/** A layer of any kind, counted from 1: hidden layers first, the output layer last. @type {Kind} */
const ANY_LAYER = {
  wanted: 'the number of a layer, counted from 1, the output layer last',
  check: (value, path, scope) => whole(1, scope.root.network.hidden.length + 1).check(value, path, scope),
};

/** A unit of the layer named beside it. @type {Kind} */
const UNIT = {
  wanted: 'the number of a unit of the layer, counted from 1',
  check: (value, path, scope) => {
    const { hidden, outputs } = scope.root.network;
    return whole(1, [...hidden, outputs][scope.own.layer - 1]).check(value, path, scope);
  },
};

const UNIT_LEARNING_RATE = object([
  { key: 'layer', kind: ANY_LAYER },
  { key: 'unit', kind: UNIT },
  { key: 'factor', kind: real(0, 1e6) },
]);

/** @type {Kind} */
const FREEZE = {
  wanted: 'a list of names of parameters, each once',
  check: (value, path, scope) => {
    const most = parameterCount(scope.root.network);
    return list(PARAMETER_NAME, { most, wanted: FREEZE.wanted, unique: (name) => name }).check(value, path, scope);
  },
};

const SCHEDULE_ENTRY = refine(
  object([
    { key: 'from', kind: whole(1, LIMITS.scheduledStep) },
    ...SCHEDULED.map((name) => ({ ...option(name), fallback: undefined, optional: true })),
  ]),
  (entry, path) => {
    if (Object.keys(entry).length < 2) fail(path, `needs a value: ${SCHEDULED.join(', ')}`);
  },
);

const SCHEDULE = refine(
  list(SCHEDULE_ENTRY, { most: LIMITS.schedule, wanted: `a list of at most ${LIMITS.schedule} changes` }),
  (entries, path) => {
    for (let at = 1; at < entries.length; at += 1) {
      const { from } = entries[at - 1];
      if (entries[at].from <= from) fail(`${path}[${at}].from`, `must be more than ${from}, the one before; got ${entries[at].from}`);
    }
  },
);

const TRAINING = object([
  { key: 'optimizer', kind: choice(Object.keys(OPTIMIZERS)), fallback: () => 'gradient-descent' },
  option('learningRate'),
  option('batchSize', whole),
  option('shuffleSeed', whole),
  option('momentum'),
  option('beta1'),
  option('beta2'),
  option('epsilon'),
  option('decay'),
  option('l1'),
  option('l2'),
  option('clip'),
  { key: 'dropout', kind: object([option('dropout.rate'), option('dropout.seed', whole)]), fallback: () => ({}) },
  { key: 'gradientNoise', kind: object([option('gradientNoise.std'), option('gradientNoise.seed', whole)]), fallback: () => ({}) },
  { key: 'freeze', kind: FREEZE, fallback: () => [] },
  {
    key: 'unitLearningRates',
    kind: list(UNIT_LEARNING_RATE, {
      most: (LIMITS.hiddenLayers + 1) * LIMITS.units,
      wanted: 'a list of factors, at most one a unit',
      unique: ({ layer, unit }) => `unit ${unit} of layer ${layer}`,
    }),
    fallback: () => [],
  },
  { key: 'schedule', kind: SCHEDULE, fallback: () => [] },
]);

export const EXPERIMENT = object(
  [
    { key: 'version', kind: exactly(1), fallback: () => 1, always: true },
    { key: 'name', kind: text(LIMITS.name), fallback: () => '' },
    { key: 'network', kind: NETWORK },
    { key: 'loss', kind: LOSS, fallback: ({ root }) => lossFor(root.network.outputActivation) },
    { key: 'data', kind: DATA },
    { key: 'init', kind: INIT, fallback: () => ({}) },
    { key: 'training', kind: TRAINING, fallback: () => ({}) },
  ],
  'an experiment: an object with at least "network" and "data"',
);
