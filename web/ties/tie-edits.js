/**
 * Ties and nudges of a start, by hand: each function takes an experiment in normal form and returns another, to be checked by
 * parseExperiment. A start is made in the order of the format: set, tie, nudge.
 */

import { loosen, withParameter } from '../experiment/edits.js';
import { networkLayers, parameterPlace } from '../experiment/parameters.js';
import { unitParameters } from './verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../experiment/experiment.js').TiedPart} Part */
/** @typedef {{ layer: number, units: readonly [number, number] }} UnitPair two units of a hidden layer, counted from 1 */
/** @typedef {{ parameter: string, ulps: number } | { parameter: string, by: number }} Nudge */

/**
 * The parameters of a unit, part by part, in one order for all units of its layer.
 * @param {Shape} network
 * @param {number} layer a hidden one, counted from 1
 * @param {number} unit counted from 1
 * @param {readonly string[]} names of all parameters
 * @returns {Record<Part, string[]>} bias: empty where the network has none
 */
export function unitParts(network, layer, unit, names) {
  const { inputs, biases } = networkLayers(network)[layer - 1];
  const own = unitParameters(network, layer, unit).map((index) => names[index]);
  const outgoing = inputs + (biases < 0 ? 0 : 1);
  return { incoming: own.slice(0, inputs), bias: own.slice(inputs, outgoing), outgoing: own.slice(outgoing) };
}

/**
 * The numbers of two units as people read them: through the whole network.
 * @param {Shape} network
 * @param {UnitPair} pair
 * @returns {[number, number]}
 */
export function numbersOf(network, { layer, units: [first, second] }) {
  const before = networkLayers(network)[layer - 1].firstUnit - 1;
  return [first + before, second + before];
}

/**
 * Copies one part of the first unit to the second. Nudges of that part are taken back: they come after ties, and would part them again.
 * @param {Experiment} experiment
 * @param {UnitPair} pair
 * @param {Part} part
 * @param {readonly string[]} names of all parameters
 * @returns {ExperimentInput}
 */
export function withTie(experiment, { layer, units }, part, names) {
  const { init, network } = experiment;
  const tied = units.flatMap((unit) => unitParts(network, layer, unit, names)[part]);
  const nudge = init.nudge.filter(({ parameter }) => !tied.includes(parameter));
  return loosen({ ...experiment, init: { ...init, tie: [...init.tie, { layer, units: [...units], what: [part] }], nudge } });
}

/**
 * Takes back every tie of one part that holds these two units together: the second unit has again what it had before.
 * @param {Experiment} experiment
 * @param {UnitPair} pair
 * @param {Part} part
 * @returns {ExperimentInput | null} null where no such tie is in force: the values are equal of themselves
 */
export function withoutTie(experiment, { layer, units }, part) {
  const { init } = experiment;
  const holds = (/** @type {Experiment['init']['tie'][number]} */ tie) =>
    tie.layer === layer && tie.what.includes(part) && units.every((unit) => tie.units.includes(unit));
  if (!init.tie.some(holds)) return null;
  const tie = init.tie.flatMap((each) => {
    if (!holds(each)) return [each];
    const others = each.units.filter((unit) => unit !== units[1]);
    const rest = each.what.filter((what) => what !== part);
    return [
      ...(rest.length > 0 ? [{ ...each, what: rest }] : []),
      ...(others.length > 1 ? [{ ...each, units: others, what: [part] }] : []),
    ];
  });
  return loosen({ ...experiment, init: { ...init, tie } });
}

/**
 * Nudges one parameter; another nudge of it is replaced.
 * @param {Experiment} experiment
 * @param {Nudge} nudge
 * @returns {ExperimentInput}
 */
export function withNudge(experiment, nudge) {
  const others = experiment.init.nudge.filter(({ parameter }) => parameter !== nudge.parameter);
  return loosen({ ...experiment, init: { ...experiment.init, nudge: [...others, nudge] } });
}

/**
 * @param {Experiment} experiment
 * @returns {ExperimentInput}
 */
export function withoutNudges(experiment) {
  return loosen({ ...experiment, init: { ...experiment.init, nudge: [] } });
}

/**
 * Several parameters start with one value.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} parameters of the start
 * @param {readonly [string, ...string[]]} names
 * @param {number} value
 * @returns {ExperimentInput}
 */
export function withParametersAt(experiment, parameters, [name, ...others], value) {
  const edited = /** @type {any} */ (withParameter(experiment, parameters, name, value));
  return loosen({
    ...edited,
    init: { ...edited.init, set: { ...edited.init.set, ...Object.fromEntries(others.map((other) => [other, value])) } },
  });
}

/**
 * Pairs of units that are edited as one. Pairs that share a unit belong together.
 * @returns {{ has: (pair: UnitPair) => boolean, set: (pair: UnitPair, locked: boolean) => void, clear: () => void, together: (network: Shape, name: string) => [string, ...string[]] }}
 */
export function createLocks() {
  /** @type {UnitPair[]} */
  let pairs = [];
  const isSame = (/** @type {UnitPair} */ one, /** @type {UnitPair} */ other) =>
    one.layer === other.layer && one.units.every((unit) => other.units.includes(unit));
  /** @param {number} layer @param {number} unit @returns {number[]} the units locked to it, itself first */
  const lockedTo = (layer, unit) => {
    const found = [unit];
    for (const reached of found) {
      for (const pair of pairs) {
        if (pair.layer === layer && pair.units.includes(reached)) found.push(...pair.units.filter((other) => !found.includes(other)));
      }
    }
    return found;
  };
  return {
    has: (pair) => pairs.some((other) => isSame(other, pair)),
    set(pair, locked) {
      pairs = [...pairs.filter((other) => !isSame(other, pair)), ...(locked ? [pair] : [])];
    },
    clear() {
      pairs = [];
    },
    together(network, name) {
      const place = parameterPlace(network, name);
      if (place === null) return [name];
      const { layer, unit, input } = place;
      const layers = networkLayers(network);
      const { firstWeight, firstUnit, inputs } = layers[layer - 1];
      const units = lockedTo(layer, unit).filter((each) => each <= layers[layer - 1].units);
      const sources = input === null || layer === 1 ? [input] : lockedTo(layer - 1, input).filter((each) => each <= inputs);
      const names = units.flatMap((each) =>
        sources.map((from) => (from === null ? `b${firstUnit + each - 1}` : `w${firstWeight + (each - 1) * inputs + from - 1}`)),
      );
      return [name, ...names.filter((other) => other !== name)];
    },
  };
}
