/**
 * Tasks (version 1): an experiment, what of it may be changed, how long it is trained and what has to come of it. Reads and checks them like any input,
 * and writes them. What the fields are stands in the table at the end; conditions have a table of their own.
 */
import { choice, exactly, fail, isObject, list, object, text, whole, writeJson } from '../base/checks.js';
import { ExperimentError, describe } from '../base/errors.js';
import { parseJson } from '../base/json-text.js';
import { compactExperiment, parameterNames, parseExperiment } from '../experiment/experiment.js';
import { isSeeded } from '../experiment/kinds/schemes/index.js';
import { describeNames } from '../experiment/parameters.js';
import { LARGEST_SEED, LIMITS } from '../experiment/tables.js';
import { CONDITION } from './conditions.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./conditions.js').Condition} Condition */
/**
 * A task in normal form: checked, every default filled in, frozen.
 * @typedef {object} Task
 * @property {1} version
 * @property {string} title
 * @property {string} text plain
 * @property {Experiment} experiment
 * @property {number} steps that are trained
 * @property {readonly string[]} allow names of parameters, and names of CHOICES
 * @property {'student'} [seed] each student's number is the seed of the start
 * @property {readonly Condition[]} conditions
 */

/** The longest that a part of a task can be. */
export const TASK_LIMITS = Object.freeze({
  title: 200,
  text: 5000,
  allow: 500,
  conditions: 20,
  steps: 1_000_000,
  hostile: LIMITS.jsonCharacters,
});

/** What may be allowed beside parameters: fields of the network, the loss, fields of the training, and all of the start or its seed. */
export const CHOICES = Object.freeze({
  network: Object.freeze(/** @type {const} */ (['hidden', 'activation', 'outputActivation'])),
  whole: Object.freeze(/** @type {const} */ (['loss'])),
  start: Object.freeze(/** @type {const} */ (['start', 'seed'])),
  training: Object.freeze(
    /** @type {const} */ ([
      'optimizer',
      'learningRate',
      'batchSize',
      'shuffleSeed',
      'momentum',
      'beta1',
      'beta2',
      'epsilon',
      'decay',
      'l1',
      'l2',
      'clip',
      'dropout',
      'gradientNoise',
      'freeze',
      'unitLearningRates',
    ]),
  ),
});

/** @type {readonly string[]} */
const CHOICE_NAMES = Object.values(CHOICES).flat();

/** @type {Kind} */
const EXPERIMENT = {
  wanted: 'an experiment: an object with at least "network" and "data"',
  check: (value, path) => {
    if (!isObject(value)) fail(path, `must be ${EXPERIMENT.wanted}; got ${describe(value)}`);
    return within(path, () => parseExperiment(value));
  },
  compact: (normal) => compactExperiment(normal),
};

/** @type {Kind} */
const CHANGEABLE = {
  wanted: 'the name of what may be changed, such as "w5" or "learningRate"',
  check: (value, path, { root }) => {
    const { network, init } = root.experiment;
    if (typeof value === 'string' && (CHOICE_NAMES.includes(value) || parameterNames(network).includes(value))) {
      if (value === 'seed' && !isSeeded(init)) fail(path, `the start has no seed that could be changed: its scheme is "${init.scheme}"`);
      return value;
    }
    const names = `its parameters (${describeNames(network)}) or one of ${CHOICE_NAMES.join(', ')}`;
    return fail(path, `must name what may be changed of the experiment, ${names}; got ${describe(value)}`);
  },
};

/** @type {Kind} */
const SEED = {
  wanted: '"student"',
  check: (value, path, scope) => {
    const { experiment, allow } = scope.root;
    choice(['student']).check(value, path, scope);
    if (!isSeeded(experiment.init))
      fail(
        path,
        `a student's number can be a seed only where the start has one; choose an init.scheme such as "uniform", not "${experiment.init.scheme}"`,
      );
    if (allow.includes('seed'))
      fail(path, 'the seed is either each student\u2019s own or may be changed, not both; take "seed" out of "allow"');
    if (allow.includes('start'))
      fail(path, 'where all of the start may be changed, a seed of each student\u2019s own says nothing; take "start" out of "allow"');
    return value;
  },
};

const TASK = object(
  [
    { key: 'version', kind: exactly(1), fallback: () => 1, always: true },
    { key: 'title', kind: text(TASK_LIMITS.title), fallback: () => '' },
    { key: 'text', kind: text(TASK_LIMITS.text), fallback: () => '' },
    { key: 'experiment', kind: EXPERIMENT },
    { key: 'steps', kind: whole(1, TASK_LIMITS.steps) },
    {
      key: 'allow',
      kind: list(CHANGEABLE, { most: TASK_LIMITS.allow, wanted: `a list of at most ${TASK_LIMITS.allow} names`, unique: (name) => name }),
      fallback: () => [],
    },
    { key: 'seed', kind: SEED, optional: true },
    {
      key: 'conditions',
      kind: list(CONDITION, { least: 1, most: TASK_LIMITS.conditions, wanted: `a list of 1 to ${TASK_LIMITS.conditions} conditions` }),
    },
  ],
  'a task: an object with "experiment", "steps" and "conditions"',
);

/**
 * Reads a task and checks all of it.
 * @param {string | object} input JSON text or a plain object; it is not changed
 * @returns {Task} frozen through and through
 * @throws {ExperimentError} `path` begins with "task" and says where, the message what would be right
 */
export function parseTask(input) {
  if (typeof input === 'string' && input.length > TASK_LIMITS.hostile)
    fail('task', `must be a text of at most ${TASK_LIMITS.hostile} characters; got ${input.length}`);
  const value = typeof input === 'string' ? within('task', () => parseJson(input)) : input;
  return TASK.check(value, 'task', { root: undefined, own: undefined });
}

/** The shortest plain object that parseTask() turns into this task. @param {Task} task @returns {any} */
export function compactTask(task) {
  return TASK.compact?.(task, { root: undefined, own: undefined });
}

/** @param {Task} task @returns {string} JSON, a field a line */
export function writeTask(task) {
  const fields = Object.entries(compactTask(task)).map(([key, value]) => `  ${JSON.stringify(key)}: ${writeJson(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

/**
 * The experiment that a student begins with.
 * @param {Task} task
 * @param {number | null} number the student's; null where the task asks for none
 * @returns {Experiment}
 */
export function startOfTask({ experiment, seed }, number) {
  if (seed === undefined || number === null) return experiment;
  return parseExperiment({ ...experiment, init: { ...experiment.init, seed: number } });
}

/**
 * A student's number as it is typed.
 * @param {string} typed
 * @returns {number | null} null where it is none: digits only, and no more than a seed can be
 */
export function readStudentNumber(typed) {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{1,10}$/.test(digits) && Number(digits) <= LARGEST_SEED ? Number(digits) : null;
}

/**
 * What goes wrong inside a part of a task stands at its place there.
 * @template T
 * @param {string} path
 * @param {() => T} read
 * @returns {T}
 */
function within(path, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    const sentence = error.message.slice(error.message.indexOf(': ') + 2);
    return fail(error.path === '' ? path : error.path.startsWith('[') ? path + error.path : `${path}.${error.path}`, sentence);
  }
}
