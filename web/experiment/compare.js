/**
 * What differs between two experiments, as a list of facts to be put into words. Pure. Starts are compared number by number, as they
 * are when training begins, however they were made; only two random starts that differ by nothing but their seed are told by it.
 */

import { OWN_DATA } from './kinds/datasets/index.js';
import { isSeeded } from './kinds/schemes/index.js';
import { parameterNames } from './parameters.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** @typedef {import('./experiment.js').ScheduleEntry} ScheduleEntry */
/** @typedef {{ experiment: Experiment, start: ArrayLike<number> }} Side an experiment and its parameters at step 0 */

/**
 * @typedef {{ kind: 'hidden', before: readonly number[], now: readonly number[] }
 *   | { kind: 'choice', what: 'activation' | 'outputActivation' | 'loss' | 'optimizer', before: string, now: string }
 *   | { kind: 'bias', now: boolean }
 *   | { kind: 'data', before: string, now: string }
 *   | { kind: 'data-option', what: 'examples' | 'noise' | 'seed', before: number, now: number }
 *   | { kind: 'own-examples', changed: number, of: number }
 *   | { kind: 'training', name: string, before: number, now: number }
 *   | { kind: 'schedule', before: readonly ScheduleEntry[], now: readonly ScheduleEntry[] }
 *   | { kind: 'freeze', name: string, now: boolean }
 *   | { kind: 'unit-rate', layer: number, unit: number, before: number, now: number }
 *   | { kind: 'seed', before: number, now: number }
 *   | { kind: 'start', name: string, before: number, now: number }
 *   | { kind: 'starts', changed: number, of: number }} Difference
 */

/** Up to so many starting values are told one by one. */
const MOST_STARTS = 8;

/**
 * @param {Side} before
 * @param {Side} now
 * @returns {Difference[]} the network first, then data, training and start; none: the same experiment
 */
export function differences(before, now) {
  const [one, other] = [before.experiment, now.experiment];
  return [...ofNetwork(one, other), ...ofData(one.data, other.data), ...ofTraining(one.training, other.training), ...ofStart(before, now)];
}

/**
 * @param {Experiment} before
 * @param {Experiment} now
 * @returns {Difference[]}
 */
function ofNetwork(before, now) {
  const [one, other] = [before.network, now.network];
  /** @type {Difference[]} */
  const found = [];
  if (one.hidden.join() !== other.hidden.join()) found.push({ kind: 'hidden', before: one.hidden, now: other.hidden });
  for (const what of /** @type {const} */ (['activation', 'outputActivation'])) {
    // Without hidden neurons nothing has this activation.
    const isUsed = what === 'outputActivation' || one.hidden.length + other.hidden.length > 0;
    if (isUsed && one[what] !== other[what]) found.push({ kind: 'choice', what, before: one[what], now: other[what] });
  }
  if (one.bias !== other.bias) found.push({ kind: 'bias', now: other.bias });
  if (before.loss !== now.loss) found.push({ kind: 'choice', what: 'loss', before: before.loss, now: now.loss });
  return found;
}

/**
 * @param {Experiment['data']} before
 * @param {Experiment['data']} now
 * @returns {Difference[]}
 */
function ofData(before, now) {
  const nameOf = (/** @type {Experiment['data']} */ data) => ('set' in data ? data.set : OWN_DATA);
  if (nameOf(before) !== nameOf(now)) return [{ kind: 'data', before: nameOf(before), now: nameOf(now) }];
  if ('set' in before && 'set' in now) {
    const options = /** @type {const} */ (['examples', 'noise', 'seed']);
    return options
      .filter((what) => before[what] !== now[what])
      .map((what) => ({ kind: 'data-option', what, before: before[what], now: now[what] }));
  }
  if ('set' in before || 'set' in now) return [];
  if (before.x.length !== now.x.length) return [{ kind: 'data-option', what: 'examples', before: before.x.length, now: now.x.length }];
  const rowOf = (/** @type {typeof before} */ data, /** @type {number} */ at) => `${data.x[at].join()} ${data.y[at].join()}`;
  const changed = now.x.filter((_, at) => rowOf(before, at) !== rowOf(now, at)).length;
  return changed === 0 ? [] : [{ kind: 'own-examples', changed, of: now.x.length }];
}

/**
 * @param {Experiment['training']} before
 * @param {Experiment['training']} now
 * @returns {Difference[]}
 */
function ofTraining(before, now) {
  /** @type {Difference[]} */
  const found =
    before.optimizer === now.optimizer ? [] : [{ kind: 'choice', what: 'optimizer', before: before.optimizer, now: now.optimizer }];
  const [numbers, others] = [before, now].map((training) => new Map(numbersOf(training, '')));
  for (const [name, value] of numbers) {
    const other = others.get(name) ?? NaN;
    if (value !== other) found.push({ kind: 'training', name, before: value, now: other });
  }
  if (JSON.stringify(before.schedule) !== JSON.stringify(now.schedule))
    found.push({ kind: 'schedule', before: before.schedule, now: now.schedule });
  for (const name of new Set([...before.freeze, ...now.freeze])) {
    const isFrozen = now.freeze.includes(name);
    if (isFrozen !== before.freeze.includes(name)) found.push({ kind: 'freeze', name, now: isFrozen });
  }
  const rateOf = (/** @type {typeof before} */ training, /** @type {string} */ key) =>
    training.unitLearningRates.find((rate) => keyOf(rate) === key)?.factor ?? 1;
  for (const key of new Set([...before.unitLearningRates, ...now.unitLearningRates].map(keyOf))) {
    const [layer, unit] = key.split(' ').map(Number);
    const [one, other] = [rateOf(before, key), rateOf(now, key)];
    if (one !== other) found.push({ kind: 'unit-rate', layer, unit, before: one, now: other });
  }
  return found;
}

/** @param {{ layer: number, unit: number }} rate */
function keyOf({ layer, unit }) {
  return `${layer} ${unit}`;
}

/**
 * All options that are numbers, by the engine's names: "learningRate", "dropout.rate".
 * @param {object} options
 * @param {string} path
 * @returns {[string, number][]}
 */
function numbersOf(options, path) {
  return Object.entries(options).flatMap(([key, value]) => {
    if (typeof value === 'number') return [/** @type {[string, number]} */ ([path + key, value])];
    return typeof value === 'object' && !Array.isArray(value) ? numbersOf(value, `${path}${key}.`) : [];
  });
}

/**
 * @param {Side} past
 * @param {Side} now
 * @returns {Difference[]}
 */
function ofStart(past, now) {
  const seeds = seedsApart(past.experiment.init, now.experiment.init);
  if (seeds !== null) return [seeds];
  const [one, other] = [past.experiment.network, now.experiment.network];
  // In a network of other sizes the same name is another weight.
  if (sizesOf(one) !== sizesOf(other)) return [];
  const names = parameterNames(other);
  // With biases on one side only, the others stand elsewhere.
  const known = one.bias === other.bias ? null : new Map(parameterNames(one).map((name, index) => [name, index]));
  const before = (/** @type {string} */ name, /** @type {number} */ index) => past.start[known === null ? index : (known.get(name) ?? -1)];
  const shared = known === null ? names.length : names.filter((name) => known.has(name)).length;
  const changed = names.flatMap((name, index) => {
    const value = before(name, index);
    const isSame = value === undefined || Object.is(value, now.start[index]);
    return isSame ? [] : [{ kind: /** @type {const} */ ('start'), name, before: value, now: now.start[index] }];
  });
  return changed.length <= MOST_STARTS ? changed : [{ kind: 'starts', changed: changed.length, of: shared }];
}

/** @param {Experiment['network']} network */
function sizesOf({ inputs, hidden, outputs }) {
  return [inputs, hidden.join('-'), outputs].join(' ');
}

/**
 * @param {Experiment['init']} before
 * @param {Experiment['init']} now
 * @returns {Difference | null} where two random starts differ by their seed and nothing else
 */
function seedsApart(before, now) {
  if (!isSeeded(before) || !isSeeded(now) || !('seed' in before && 'seed' in now) || before.seed === now.seed) return null;
  const sameBut = JSON.stringify({ ...before, seed: 0 }) === JSON.stringify({ ...now, seed: 0 });
  return sameBut ? { kind: 'seed', before: before.seed, now: now.seed } : null;
}
