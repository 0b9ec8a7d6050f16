/**
 * What a task may ask of a run, one row a kind of condition: what it is written with, when it cannot be met by any run of the task, and whether a run
 * meets it. Pure: a run is looked at through its facts, so that the page asks what it shows and the judge what it has trained.
 */
import { choice, fail, isObject, list, object, real, sentenceList, text, whole } from '../base/checks.js';
import { describe } from '../base/errors.js';
import { LIMITS } from '../experiment/tables.js';
import { looksAlike, unitParameters } from '../ties/verdict.js';
import { sha256 } from './sha256.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../base/checks.js').Row} Row */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {'tied' | 'near-tied' | 'apart' | 'together'} PairKind together: tied or near-tied */
/** @typedef {{ what: 'kind', layer: number, units: readonly number[], is: PairKind, at: 'start' | 'end' }} KindCondition */
/** @typedef {{ what: 'different', layer: number, atLeast?: number, atMost?: number }} DifferentCondition */
/** @typedef {{ what: 'right', atLeast: number }} RightCondition */
/** @typedef {{ what: 'loss', below?: number, above?: number, at: 'start' | 'end' }} LossCondition */
/** @typedef {{ what: 'fingerprint', salt: string, sha256: readonly string[] }} FingerprintCondition */
/** @typedef {KindCondition | DifferentCondition | RightCondition | LossCondition | FingerprintCondition} Condition */
/** @typedef {{ values: ArrayLike<number>, loss: number }} Moment */
/**
 * What a run is asked for.
 * @typedef {object} Facts
 * @property {Experiment} experiment
 * @property {Moment} start
 * @property {Moment} end the step that is judged
 * @property {string} fingerprint of that step
 * @property {() => number | null} right examples on their target's side; null where targets are other than 0 and 1
 * @property {(layer: number) => number} different neurons of a layer that is there
 */
/**
 * @typedef {object} ConditionKind
 * @property {readonly Row[]} rows beside "what"
 * @property {(condition: any, path: string, scope: import('../base/checks.js').Scope) => void} [check] what no row can say by itself
 * @property {(condition: any, facts: Facts) => boolean} isMet
 */

const MOST_HASHES = 1000;
const PAIR_KINDS = /** @type {const} */ (['tied', 'near-tied', 'apart', 'together']);

/** Whether the task lets the hidden layers be changed, so that nobody knows yet which there are. @param {any} root */
const isOpen = ({ allow }) => allow.includes('hidden');

/** @type {Kind} */
const HIDDEN_LAYER = {
  wanted: 'the number of a hidden layer, counted from 1',
  check: (value, path, { root }) => {
    const { hidden } = root.experiment.network;
    const most = isOpen(root) ? LIMITS.hiddenLayers : hidden.length;
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    const layers = `${hidden.length} hidden ${hidden.length === 1 ? 'layer' : 'layers'}`;
    return fail(path, `must name a hidden layer that is there: the experiment has ${layers}; got ${describe(value)}`);
  },
};

/** @type {Kind} */
const UNITS = {
  wanted: 'a list of two units or more, counted from 1',
  check: (value, path, scope) => {
    const { root, own } = scope;
    const units = isOpen(root) ? LIMITS.units : root.experiment.network.hidden[own.layer - 1];
    if (units < 2) fail(path, `layer ${own.layer} has one unit, which can be no pair`);
    const options = { least: 2, most: units, wanted: UNITS.wanted, unique: (/** @type {number} */ unit) => `unit ${unit}` };
    return list(whole(1, units), options).check(value, path, scope);
  },
};

/** So many different neurons as a layer can have. @type {Kind} */
const COUNT_DIFFERENT = {
  wanted: 'a number of different neurons',
  check: (value, path, { root, own }) =>
    whole(0, isOpen(root) ? LIMITS.units : root.experiment.network.hidden[own.layer - 1]).check(value, path, { root, own }),
};

/** @type {Kind} */
const COUNT_RIGHT = {
  wanted: 'how many examples, at least',
  check: (value, path, scope) => {
    const { data } = scope.root.experiment;
    if (!('set' in data) && data.y.some((/** @type {number[]} */ row) => row.some((target) => target !== 0 && target !== 1)))
      fail(path, 'examples are right or wrong only where all targets are 0 or 1; ask for a loss instead');
    return whole(1, 'set' in data ? data.examples : data.x.length).check(value, path, scope);
  },
};

/** @type {Kind} */
const HASH = {
  wanted: 'a SHA-256 of 64 hex digits',
  check: (value, path) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : fail(path, `must be ${HASH.wanted}; got ${describe(value)}`),
};

/** @type {Row} */
const AT = { key: 'at', kind: choice(['start', 'end']), fallback: () => 'end' };

/** @param {string} low @param {string} high */
const needsBound = (low, high) => (/** @type {any} */ condition, /** @type {string} */ path) => {
  if (condition[low] === undefined && condition[high] === undefined) fail(path, `needs "${low}" or "${high}"`);
};

/** @type {Readonly<Record<Condition['what'], ConditionKind>>} */
export const CONDITIONS = Object.freeze({
  kind: {
    rows: [{ key: 'layer', kind: HIDDEN_LAYER }, { key: 'units', kind: UNITS }, { key: 'is', kind: choice(PAIR_KINDS) }, AT],
    isMet: isOfKind,
  },
  different: {
    rows: [
      { key: 'layer', kind: HIDDEN_LAYER },
      { key: 'atLeast', kind: COUNT_DIFFERENT, optional: true },
      { key: 'atMost', kind: COUNT_DIFFERENT, optional: true },
    ],
    check(condition, path) {
      needsBound('atLeast', 'atMost')(condition, path);
      if (condition.atLeast > condition.atMost) fail(path, 'no number is at least "atLeast" and at most "atMost" here');
    },
    isMet(/** @type {DifferentCondition} */ { layer, atLeast = 0, atMost = Infinity }, { experiment, different }) {
      const count = layer <= experiment.network.hidden.length ? different(layer) : NaN;
      return count >= atLeast && count <= atMost;
    },
  },
  right: {
    rows: [{ key: 'atLeast', kind: COUNT_RIGHT }],
    isMet: ({ atLeast }, { right }) => (right() ?? -1) >= atLeast,
  },
  loss: {
    rows: [{ key: 'below', kind: real(0, 1e9), optional: true }, { key: 'above', kind: real(0, 1e9), optional: true }, AT],
    check(condition, path) {
      needsBound('below', 'above')(condition, path);
      if (condition.below === 0) fail(`${path}.below`, 'must be more than 0: no loss is below it');
      if (condition.above >= condition.below) fail(path, 'no loss is above "above" and below "below" here');
    },
    isMet: (/** @type {LossCondition} */ { below = Infinity, above = -Infinity, at }, facts) =>
      facts[at].loss < below && facts[at].loss > above,
  },
  fingerprint: {
    rows: [
      { key: 'salt', kind: text(200), fallback: () => '' },
      { key: 'sha256', kind: list(HASH, { least: 1, most: MOST_HASHES, wanted: `a list of 1 to ${MOST_HASHES} hashes` }) },
    ],
    check(_, path, { root }) {
      if (root.seed !== undefined)
        fail(
          path,
          'a fingerprint is that of one start, and with "seed": "student" each student has another; take this condition out, or "seed"',
        );
    },
    isMet: ({ salt, sha256: hashes }, { fingerprint }) => hashes.includes(hashOf(salt, fingerprint)),
  },
});

/**
 * A fingerprint as a task may hold it: whoever reads the task learns nothing from it.
 * @param {string} salt
 * @param {string} fingerprint
 */
export const hashOf = (salt, fingerprint) => sha256(`${salt}\n${fingerprint}`);

/** @param {KindCondition} condition @param {Facts} facts */
function isOfKind({ layer, units, is, at }, facts) {
  const { network } = facts.experiment;
  if (!(layer <= network.hidden.length && units.every((unit) => unit <= network.hidden[layer - 1]))) return false;
  const { values } = facts[at];
  const kinds = units.flatMap((first, place) =>
    units.slice(place + 1).map((second) => kindOfPair(network, values, layer, [first, second])),
  );
  if (is === 'together') return !kinds.includes('apart');
  if (is === 'near-tied') return !kinds.includes('apart') && kinds.includes('near-tied');
  return kinds.every((kind) => kind === is);
}

/**
 * As the page's verdict has it: tied in every bit, or equal wherever the page rounds.
 * @param {Experiment['network']} network
 * @param {ArrayLike<number>} values
 * @param {number} layer
 * @param {[number, number]} pair
 */
function kindOfPair(network, values, layer, pair) {
  const [first, second] = pair.map((unit) => unitParameters(network, layer, unit).map((index) => values[index]));
  if (first.every((value, at) => Object.is(value, second[at]))) return 'tied';
  return looksAlike(network, values, layer, pair) ? 'near-tied' : 'apart';
}

/** @param {Condition} condition @param {Facts} facts */
export function isMet(condition, facts) {
  return CONDITIONS[condition.what].isMet(condition, facts);
}

/** One condition of any kind. @type {Kind} */
export const CONDITION = {
  wanted: 'a condition: an object with "what" and what belongs to it',
  check: (value, path, scope) => {
    if (!isObject(value)) fail(path, `must be ${CONDITION.wanted}; got ${describe(value)}`);
    const what = Object.hasOwn(value, 'what') ? value.what : undefined;
    if (typeof what !== 'string' || !Object.hasOwn(CONDITIONS, what)) {
      const names = sentenceList(Object.keys(CONDITIONS).map((name) => JSON.stringify(name)));
      return fail(`${path}.what`, `must be one of ${names}; got ${describe(what)}`);
    }
    const { rows, check } = CONDITIONS[/** @type {Condition['what']} */ (what)];
    const condition = object([{ key: 'what', kind: text(20) }, ...rows]).check(value, path, scope);
    check?.(condition, path, scope);
    return condition;
  },
  compact: (normal, scope) =>
    object([{ key: 'what', kind: text(20) }, ...CONDITIONS[/** @type {Condition} */ (normal).what].rows]).compact?.(normal, scope),
};

/**
 * How many examples a network gets right: each output on its target's side of 0.5.
 * @param {readonly (readonly number[])[]} targets
 * @param {readonly (readonly number[])[]} outputs
 * @returns {number | null} null where targets are other than 0 and 1
 */
export function countRight(targets, outputs) {
  if (!targets.every((row) => row.every((target) => target === 0 || target === 1))) return null;
  return outputs.filter((row, example) => row.every((output, at) => (targets[example][at] === 1 ? output > 0.5 : output < 0.5))).length;
}
