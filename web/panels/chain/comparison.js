/**
 * Two chains under one another: which factors are equal, to the last bit, what makes the others differ, and what follows. Pure; the
 * numbers come from the engine (chain.js), and whether two neurons are tied is the engine's word alone.
 *
 * For parameters of the same place in two hidden units the gradients can differ in two ways only: an outgoing weight differs, or the
 * slopes of the units do. For two inputs of one unit the inputs alone can differ.
 */

import { networkLayers, parameterPlace } from '../../experiment/parameters.js';
import { whatPartsTwins } from '../../ties/what-parts-twins.js';

/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('../../engine/chain.js').Factor} Factor */
/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../../experiment/parameters.js').ParameterPlace} ParameterPlace */
/** @typedef {{ layer: number, units: [number, number], numbers: [number, number] }} HiddenPair units counted within their layer; numbers: through the network */
/** @typedef {[string, string]} Names two quantities of the same kind: ["w5", "w6"] */

/** @typedef {{ first: Factor, second: Factor, equal: boolean }} FactorPair */
/** @typedef {{ kind: 'weights' | 'slopes' | 'inputs' | 'targets', pairs: Names[] }} Cause why gradients differ; slopes: of units whose activation bends by the side of 0 */
/** @typedef {import('../../ties/what-parts-twins.js').Parting} Parting */

/**
 * @typedef {object} Explanation
 * @property {'tied' | 'equal' | 'equal-despite' | 'differ'} kind of the two mean gradients; tied: equal, and the two units are tied
 * @property {Cause[]} causes what differs
 * @property {HiddenPair | null} units that are compared, where they are hidden ones
 * @property {Parting[]} breakers of tied units
 */

/** @param {Factor[]} first @param {Factor[]} second @returns {FactorPair[]} */
export function pairFactors(first, second) {
  return first.map((factor, at) => ({ first: factor, second: second[at], equal: factor.value === second[at].value }));
}

/**
 * The parts of the drawing that a factor speaks of: "w5", "a1" for neuron 1, "x1", "J", "y".
 * @param {Factor} factor
 * @returns {string[]}
 */
export function partsOf({ symbol, from }) {
  const [above, below] = symbol.split('/').map((part) => part.slice(1));
  if (above.startsWith('a')) return [above];
  const named = [...from.matchAll(/([abwxyzδ])(\d*)/g)].map(([, letter, number]) =>
    letter === 'y' ? 'y' : `${/[zδ]/.test(letter) ? 'a' : letter}${number}`,
  );
  if (above === 'J') return from.includes('y') ? ['J', ...named] : [below, ...named];
  return /^[wb]/.test(below) ? [...named, below] : named;
}

/**
 * @typedef {object} ExplainInput
 * @property {Experiment} experiment
 * @property {string} name
 * @property {string} other one of its counterparts
 * @property {[Chain, Chain]} chains of the two, for any example
 * @property {(name: string) => number} valueOf a parameter now
 * @property {(name: string) => number} startOf a parameter at the start
 * @property {readonly string[]} names of all parameters, in the engine's order
 * @property {readonly { layer: number, tied: number[][] }[]} verdicts
 * @property {number[][]} x the examples' inputs
 * @property {(rows: number[][], layer: number) => number[][]} activations
 */

/**
 * What the mean gradients of two parameters say, and why.
 * @param {ExplainInput} input
 * @returns {Explanation}
 */
export function explain(input) {
  const { experiment, name, other, chains, verdicts } = input;
  const { network } = experiment;
  const [place, otherPlace] = [placeOf(network, name), placeOf(network, other)];
  const isEqual = chains[0].mean === chains[1].mean;
  const units = comparedUnits(network, place, otherPlace);
  const isTied = units !== null && verdicts[units.layer - 1].tied.some((group) => units.units.every((unit) => group.includes(unit)));
  if (isEqual && isTied) return { kind: 'tied', causes: [], units, breakers: whatPartsTwins(input, units) };
  const causes = place.unit === otherPlace.unit ? inputCauses(input, place, otherPlace) : unitCauses(input, place, otherPlace);
  return { kind: !isEqual ? 'differ' : causes.length === 0 ? 'equal' : 'equal-despite', causes, units, breakers: [] };
}

/**
 * The hidden units that two parameters belong to: the units they enter, or those they come from.
 * @param {Shape} network
 * @param {ParameterPlace} place
 * @param {ParameterPlace} other
 * @returns {HiddenPair | null}
 */
function comparedUnits(network, place, other) {
  const isOwn = place.unit !== other.unit;
  const layer = isOwn ? place.layer : place.layer - 1;
  if (layer < 1 || layer > network.hidden.length) return null;
  /** @type {[number, number]} */
  const units = isOwn ? [place.unit, other.unit] : [Number(place.input), Number(other.input)];
  const { firstUnit } = networkLayers(network)[layer - 1];
  return { layer, units, numbers: [units[0] + firstUnit - 1, units[1] + firstUnit - 1] };
}

/**
 * Two inputs of one unit: all factors but the last are the same.
 * @param {ExplainInput} input
 * @param {ParameterPlace} place
 * @param {ParameterPlace} other
 * @returns {Cause[]}
 */
function inputCauses({ chains, x, activations }, place, other) {
  const [first, second] = [Number(place.input) - 1, Number(other.input) - 1];
  const differs = someRow(x, (rows) => inputsOf(rows, place.layer, activations).some((values) => values[first] !== values[second]));
  return differs ? [{ kind: 'inputs', pairs: [lastSources(chains)] }] : [];
}

/**
 * The same place in two units.
 * @param {ExplainInput} input
 * @param {ParameterPlace} place
 * @param {ParameterPlace} other
 * @returns {Cause[]}
 */
function unitCauses(input, place, other) {
  const {
    experiment: { network },
    valueOf,
    chains,
    x,
    activations,
  } = input;
  const next = networkLayers(network)[place.layer];
  if (next === undefined) return [{ kind: 'targets', pairs: [sourcesAt(chains, 0)] }];
  /** @type {(target: number, unit: number) => string} */
  const outgoing = (target, unit) => `w${next.firstWeight + target * next.inputs + unit - 1}`;
  const weights = Array.from(
    { length: next.units },
    (_, target) => /** @type {Names} */ ([outgoing(target, place.unit), outgoing(target, other.unit)]),
  ).filter(([first, second]) => valueOf(first) !== valueOf(second));
  const slopes = sourcesAt(chains, chains[0].factors.length - 2);
  const differ = slopeTest(slopes[0]);
  const bend = someRow(x, (rows) => {
    const inputs = place.input === null ? null : inputsOf(rows, place.layer, activations);
    return activations(rows, place.layer).some(
      (a, at) => inputs?.[at][Number(place.input) - 1] !== 0 && differ(a[place.unit - 1], a[other.unit - 1]),
    );
  });
  return [
    ...(weights.length > 0 ? [{ kind: /** @type {const} */ ('weights'), pairs: weights }] : []),
    ...(bend ? [{ kind: /** @type {const} */ ('slopes'), pairs: [slopes] }] : []),
  ];
}

/**
 * Whether two activations mean two slopes, by what a slope comes from: "a1" the activation itself, "z1" the side of 0, "1" nothing.
 * @param {string} source
 * @returns {(first: number, second: number) => boolean}
 */
function slopeTest(source) {
  if (source.startsWith('a')) return (first, second) => first !== second;
  return source.startsWith('z') ? (first, second) => first > 0 !== second > 0 : () => false;
}

/** @param {[Chain, Chain]} chains @param {number} at @returns {Names} */
function sourcesAt([first, second], at) {
  return [first.factors[at].from, second.factors[at].from];
}

/** @param {[Chain, Chain]} chains */
function lastSources(chains) {
  return sourcesAt(chains, chains[0].factors.length - 1);
}

/**
 * @param {number[][]} rows
 * @param {number} layer
 * @param {ExplainInput['activations']} activations
 */
function inputsOf(rows, layer, activations) {
  return layer === 1 ? rows : activations(rows, layer - 1);
}

/** A look at so many examples at a time: where something differs, the first look mostly finds it. */
const ROWS_A_LOOK = 64;

/**
 * @param {number[][]} x
 * @param {(rows: number[][]) => boolean} test
 */
function someRow(x, test) {
  for (let first = 0; first < x.length; first += ROWS_A_LOOK) {
    if (test(x.slice(first, first + ROWS_A_LOOK))) return true;
  }
  return false;
}

/** @param {Shape} network @param {string} name */
function placeOf(network, name) {
  const place = parameterPlace(network, name);
  if (place === null) throw new RangeError(`the network has no ${name}`);
  return place;
}

/**
 * What one example says: all factors equal; or the products differ; or some factor differs and the products are equal all the same,
 * mostly because a factor that both share is 0.
 * @param {FactorPair[]} pairs
 * @param {number | null} first product
 * @param {number | null} second product
 * @returns {{ kind: 'equal' | 'differ' | 'zero' | 'equal-despite', differing: FactorPair[], zero: Factor | null }}
 */
export function compareExample(pairs, first, second) {
  const differing = pairs.filter(({ equal }) => !equal);
  const zero = pairs.find(({ equal, first: { value } }) => equal && value === 0)?.first ?? null;
  const kind = differing.length === 0 ? 'equal' : first !== second ? 'differ' : zero !== null ? 'zero' : 'equal-despite';
  return { kind, differing, zero };
}
