/**
 * A line of results: what one seed of one experiment came to, as JSON that has the same bytes whoever computes it. Every line says what
 * it is a result of, so lines from anywhere can be put together, and those of something else are noticed. Pure but for the hash.
 */
import { createHash } from 'node:crypto';
import { writeExperiment } from '../twin-neurons.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../ties/run-outcome.js').Outcome} Outcome */
/**
 * What a line is a result of.
 * @typedef {object} Origin
 * @property {string} engine its version
 * @property {string} experiment experimentId()
 * @property {number} steps that were asked for
 * @property {Record<string, unknown>} [grid] of a sweep over a grid: the values of its fields
 */
/** @typedef {Origin & { seed: number | null } & Outcome & { first?: number[], last?: number[] }} ResultLine */

/**
 * No line is longer: eight layers of 128 units named in three lists each, and the values of a grid, which may be lists. With --weights there are the
 * parameters twice, of the largest network 125,968 of up to 24 characters.
 */
export const MOST_LINE_BYTES = 1 << 16;
export const MOST_LINE_BYTES_WITH_WEIGHTS = 1 << 23;

const isWhole = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isDigits = (/** @type {unknown} */ value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);

const isListOf = (/** @type {(value: any) => boolean} */ kind) => (/** @type {unknown} */ value) =>
  Array.isArray(value) && value.every(kind);
const isUnits = isListOf(isWhole);

/** @param {any} value */
const isLayer = (value) =>
  Object.keys(value ?? {}).join() === 'tied,same,mirror,dead,different,nearest' &&
  [value.tied, value.same, value.mirror].every(isListOf(isUnits)) &&
  isUnits(value.dead) &&
  isWhole(value.different) &&
  (value.nearest === null || (isUnits(value.nearest.units) && Number.isFinite(value.nearest.distance)));

/** What some lines have and others have not. */
const OPTIONAL = ['grid', 'first', 'last'];

/** What each field of a line may be, in the order in which they are written. @type {Readonly<Record<keyof ResultLine, (value: unknown) => boolean>>} */
const FIELDS = Object.freeze({
  engine: (value) => typeof value === 'string' && value.length <= 40,
  experiment: isDigits,
  steps: isWhole,
  grid: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  seed: isWhole,
  step: isWhole,
  loss: Number.isFinite,
  stopped: (value) => value === null || value === 'diverged',
  effective: isUnits,
  different: isUnits,
  solved: (value) => value === null || Number.isFinite(value),
  baseline: (value) => value === null || Number.isFinite(value),
  parted: (value) => value === null || isWhole(value),
  fingerprint: isDigits,
  layers: isListOf(isLayer),
  first: isListOf(Number.isFinite),
  last: isListOf(Number.isFinite),
});

/**
 * All of an experiment that can change a result, but for the seed of its start, which each line has.
 * @param {Experiment} experiment
 * @returns {Experiment}
 */
export function seedless(experiment) {
  const { init } = experiment;
  return { ...experiment, name: '', init: init.scheme === 'explicit' ? init : { ...init, seed: 0 } };
}

/**
 * 16 hex digits that stand for it.
 * @param {Experiment} experiment
 * @returns {string}
 */
export function experimentId(experiment) {
  return createHash('sha256')
    .update(writeExperiment(seedless(experiment)))
    .digest('hex')
    .slice(0, 16);
}

/**
 * @param {Origin} origin
 * @param {{ seed: number | null, first?: number[], last?: number[] } & Outcome} result
 * @returns {string} without a line end
 */
export function writeLine({ engine, experiment, steps, grid }, result) {
  const { seed, step, loss, stopped, effective, different, solved, baseline, parted, fingerprint, layers, first, last } = result;
  const outcome = { step, loss, stopped, effective, different, solved, baseline, parted, fingerprint, layers };
  // What is undefined is not written.
  return JSON.stringify({ engine, experiment, steps, grid, seed, ...outcome, first, last });
}

/**
 * How every line of this origin and seed begins.
 * @param {Origin} origin
 * @param {number} seed
 */
export function lineStart({ engine, experiment, steps, grid }, seed) {
  return `${JSON.stringify({ engine, experiment, steps, grid, seed }).slice(0, -1)},`;
}

/**
 * @param {string} text without its line end
 * @returns {ResultLine & { seed: number } | null} null where it is no line of a sweep, to the byte as writeLine writes it
 */
export function readLine(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  const wanted = Object.keys(FIELDS).filter((key) => keys.includes(key) || !OPTIONAL.includes(key));
  if (keys.join() !== wanted.join()) return null;
  const isLine = Object.entries(value).every(([key, one]) => FIELDS[/** @type {keyof ResultLine} */ (key)](one));
  return isLine && JSON.stringify(value) === text ? /** @type {ResultLine & { seed: number }} */ (value) : null;
}

/**
 * What of its origin differs first, in words.
 * @param {Origin} line
 * @param {Origin} wanted
 * @returns {string | null} null where they are of one origin
 */
export function originDifference(line, wanted) {
  if (line.experiment !== wanted.experiment) return `another experiment (${line.experiment}, not ${wanted.experiment})`;
  if (line.steps !== wanted.steps) return `${line.steps} steps, not ${wanted.steps}`;
  return line.engine === wanted.engine ? null : `version ${line.engine} of the engine, not ${wanted.engine}`;
}

/**
 * The part of a range of runs that one shard computes: a stretch, so that the shards' lines one after the other are those of the whole.
 * @param {readonly [number, number]} runs first and last
 * @param {readonly [number, number]} shard counted from 1, and of how many
 * @returns {[number, number]} first and last; the last below the first where there are more shards than runs and this one gets none
 */
export function shardRuns([first, last], [shard, shards]) {
  const total = last - first + 1;
  return [first + Math.floor(((shard - 1) * total) / shards), first + Math.floor((shard * total) / shards) - 1];
}
