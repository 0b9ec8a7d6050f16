/**
 * What a run says about its neurons: tied, near-tied or apart. Ties come from the engine, bit by bit; near-tied means that two
 * neurons differ in some bit and yet look equal wherever the page rounds. The two are never mixed up, and this is the only place
 * that tells them apart.
 */

import { networkLayers } from '../experiment/parameters.js';
import { isNear } from './near.js';

/** Near-tied units differ by no more than this part of the largest of the parameters that are compared. */
export const NEAR = 1e-4;
/** Layers of up to so many units are compared pair by pair. */
const MOST_COMPARED = 12;

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {{ layer: number, groups: number[][], effective: number }} Ties groups of tied units, counted from 1, of one hidden layer */
/** @typedef {{ layer: number, tied: number[][], same: number[][], mirror: number[][], dead: number[], different: number }} Likeness of one hidden layer, as Run.likeness */
/** @typedef {{ layer: number, units: [number, number], distance: number }} Pair two units of a hidden layer */
/** @typedef {Pair & { kind: 'tied' | 'near-tied' | 'apart' }} JudgedPair */

/**
 * @typedef {object} Verdict of one hidden layer
 * @property {number} layer
 * @property {number} firstUnit the number that the layer's first neuron has in the whole network; people read such numbers
 * @property {number} units
 * @property {'single' | 'tied' | 'near-tied' | 'apart' | 'mixed'} kind of all pairs together
 * @property {number[][]} tied groups of two or more tied units
 * @property {JudgedPair[]} pairs
 * @property {JudgedPair | null} nearest the closest pair that is not tied
 * @property {number} groups how many groups of tied units there are, those of one unit among them
 * @property {number[][]} same groups of units with equal incoming weights and bias: they give the same numbers
 * @property {number[][]} mirror groups of units that give the same numbers, or the same negated
 * @property {number[]} dead units that give the same number in every example
 * @property {number[]} silent those of them whose number is the 0 of a ReLU: no example moves their weights
 * @property {number} different how many different neurons the layer has: each group counts once, dead units not at all
 */

/**
 * Indices of the parameters by which two units are compared: incoming weights, bias, outgoing weights, in one order for all units.
 * @param {Shape} network
 * @param {number} layer counted from 1, a hidden one
 * @param {number} unit counted from 1
 * @returns {number[]}
 */
export function unitParameters(network, layer, unit) {
  const layers = networkLayers(network);
  const { inputs, units, weights, biases } = layers[layer - 1];
  const next = layers[layer];
  return [
    ...Array.from({ length: inputs }, (_, at) => weights + (unit - 1) * inputs + at),
    ...(biases < 0 ? [] : [biases + unit - 1]),
    ...Array.from({ length: next.units }, (_, at) => next.weights + at * units + unit - 1),
  ];
}

/**
 * Which parts of the first two units of a layer differ, in any bit.
 * @param {Shape} network
 * @param {number} layer counted from 1, a hidden one with two units or more
 * @param {(index: number) => number} valueOf parameter
 * @returns {('incoming' | 'bias' | 'outgoing')[]}
 */
export function differingParts(network, layer, valueOf) {
  const { inputs, biases } = networkLayers(network)[layer - 1];
  const second = unitParameters(network, layer, 2);
  const differs = unitParameters(network, layer, 1).map((index, at) => !Object.is(valueOf(index), valueOf(second[at])));
  const firstOutgoing = inputs + (biases < 0 ? 0 : 1);
  /** @type {['incoming' | 'bias' | 'outgoing', boolean[]][]} */
  const parts = [
    ['incoming', differs.slice(0, inputs)],
    ['bias', differs.slice(inputs, firstOutgoing)],
    ['outgoing', differs.slice(firstOutgoing)],
  ];
  return parts.filter(([, some]) => some.includes(true)).map(([part]) => part);
}

/**
 * All pairs of units of a layer, first unit first.
 * @param {number} units
 * @returns {[number, number][]}
 */
export function allPairs(units) {
  /** @type {[number, number][]} */
  const pairs = [];
  for (let first = 1; first <= units; first += 1) {
    for (let second = first + 1; second <= units; second += 1) pairs.push([first, second]);
  }
  return pairs;
}

/**
 * Judges every hidden layer of a run as it stands.
 * @param {import('../engine/run.js').Run} run
 * @param {(run: import('../engine/run.js').Run) => Likeness[]} [likenessOf]
 * @returns {Verdict[]}
 */
export function judgeRun(run, likenessOf = (each) => each.likeness()) {
  const { network, data } = run.experiment;
  const ties = run.ties();
  const pairs = ties.flatMap((layerTies) => {
    const { layer } = layerTies;
    return comparedPairs(network.hidden[layer - 1], layerTies).map((pair) => ({
      layer,
      units: pair,
      distance: run.distance(layer, ...pair),
    }));
  });
  const examples = 'set' in data ? data.examples : data.x.length;
  const likeness = likenessOf(run);
  const verdicts = judge(network, run.parameters(), ties, pairs, examples > 1 ? likeness : likeness.map(withoutDead(network)));
  if (network.activation !== 'relu' || verdicts.every(({ dead }) => dead.length === 0)) return verdicts;
  const { layers } = run.trace(0);
  return verdicts.map((each) => ({ ...each, silent: each.dead.filter((unit) => layers[each.layer - 1].a[unit - 1] === 0) }));
}

/**
 * What ties alone tell of a run, as long as nobody has looked at its examples.
 * @param {import('../engine/run.js').Run} run
 * @returns {Likeness[]}
 */
export const tiedLikeness = (run) =>
  run.ties().map(({ layer, groups, effective }) => {
    const tied = groups.filter((group) => group.length > 1);
    return { layer, tied, same: [], mirror: [], dead: [], different: effective };
  });

/**
 * With one example alone every unit gives the same number in every example, and nobody would call it dead.
 * @param {Shape} network
 * @returns {(likeness: Likeness) => Likeness}
 */
function withoutDead({ hidden }) {
  return (likeness) => {
    const joined = [...likeness.tied, ...likeness.same, ...likeness.mirror].reduce((sum, group) => sum + group.length - 1, 0);
    return { ...likeness, dead: [], different: hidden[likeness.layer - 1] - joined };
  };
}

/**
 * Judges every hidden layer.
 * @param {Shape} network
 * @param {ArrayLike<number>} values the parameters, in the network's order
 * @param {readonly Ties[]} ties
 * @param {readonly Pair[]} pairs
 * @param {readonly Likeness[]} likeness
 * @returns {Verdict[]}
 */
export function judge(network, values, ties, pairs, likeness) {
  return ties.map(({ layer, groups, effective }, at) => {
    /** @type {number[][]} */
    const known = [];
    const valuesOf = (/** @type {number} */ unit) => (known[unit] ??= unitParameters(network, layer, unit).map((index) => values[index]));
    const { same, mirror, dead, different } = likeness[at];
    const judged = pairs.filter((pair) => pair.layer === layer).map((pair) => judgePair(groups, pair, valuesOf));
    const open = judged.filter(({ kind }) => kind !== 'tied');
    const units = network.hidden[layer - 1];
    return {
      layer,
      firstUnit: networkLayers(network)[layer - 1].firstUnit,
      units,
      kind: kindOf(units, effective, open),
      tied: groups.filter((group) => group.length > 1),
      pairs: judged,
      nearest: open.length === 0 ? null : open.reduce((best, pair) => (pair.distance < best.distance ? pair : best)),
      groups: effective,
      same,
      mirror,
      dead,
      silent: /** @type {number[]} */ ([]),
      different,
    };
  });
}

/**
 * @param {number} units
 * @param {number} effective
 * @param {JudgedPair[]} open pairs that are not tied
 * @returns {Verdict['kind']}
 */
function kindOf(units, effective, open) {
  if (units === 1) return 'single';
  if (effective === 1) return 'tied';
  if (effective < units) return 'mixed';
  const kinds = new Set(open.map(({ kind }) => kind));
  return kinds.size === 1 ? open[0].kind : kinds.size === 0 ? 'apart' : 'mixed';
}

/**
 * The pairs of a layer that are looked at one by one: all of a small layer. Of a large one, whose pairs would be thousands, those
 * among the first units of the first groups; which units are tied, the groups tell of all.
 * @param {number} units
 * @param {Ties} ties
 * @returns {[number, number][]}
 */
export function comparedPairs(units, { groups }) {
  if (units <= MOST_COMPARED) return allPairs(units);
  const firsts = groups.slice(0, MOST_COMPARED).map(([first]) => first);
  return allPairs(firsts.length).map(([a, b]) => [firsts[a - 1], firsts[b - 1]]);
}

/**
 * @param {number[][]} groups
 * @param {Pair} pair
 * @param {(unit: number) => number[]} valuesOf
 * @returns {JudgedPair}
 */
function judgePair(groups, pair, valuesOf) {
  const [first, second] = pair.units;
  if (groups.some((group) => group.includes(first) && group.includes(second))) return { ...pair, kind: 'tied' };
  return { ...pair, kind: areAlike(valuesOf(first), valuesOf(second)) ? 'near-tied' : 'apart' };
}

/**
 * Whether two units look equal wherever the page rounds, and differ by little beside what they are: two small numbers that both show as 0.0000, or two
 * large ones that both show as 1.2e+11, may be far apart. Units that are tied do, and those that are near-tied.
 * @param {Shape} network
 * @param {ArrayLike<number>} values
 * @param {number} layer
 * @param {[number, number]} units
 * @returns {boolean}
 */
export function looksAlike(network, values, layer, [first, second]) {
  const [one, other] = [first, second].map((unit) => unitParameters(network, layer, unit).map((index) => values[index]));
  return areAlike(one, other);
}

/** @param {readonly number[]} one the parameters of a unit @param {readonly number[]} other those of another, in the same order */
function areAlike(one, other) {
  const most = NEAR * one.reduce((size, value, at) => Math.max(size, Math.abs(value), Math.abs(other[at])), 0);
  return one.every((value, at) => Math.abs(value - other[at]) <= most && isNear(value, other[at]));
}
