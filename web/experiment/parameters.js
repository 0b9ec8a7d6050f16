/**
 * How the parameters of a network are ordered and named. Order: layer by layer, the weights row by row (one row a unit), then the
 * biases. Names: weights w1, w2, … layer by layer, unit by unit, input by input; biases b1, b2, … apart, one a unit.
 */

/**
 * @typedef {object} Shape what decides order and names; every experiment's `network` is one
 * @property {number} inputs
 * @property {readonly number[]} hidden units of each hidden layer
 * @property {number} outputs
 * @property {boolean} bias
 */

/**
 * @typedef {object} Layer
 * @property {number} layer counted from 1, hidden layers first, the output layer last
 * @property {number} units
 * @property {number} inputs incoming weights of each unit
 * @property {number} weights index of its first weight among the parameters
 * @property {number} biases index of its first bias; -1 where the network has none
 * @property {number} firstWeight number of its first weight: 1 stands for w1
 * @property {number} firstUnit number of its first unit, counted through the network: 1 stands for a1, z1 and b1
 */

/**
 * @typedef {object} ParameterPlace
 * @property {number} index among the parameters
 * @property {number} layer counted from 1
 * @property {number} unit counted from 1 within its layer
 * @property {number | null} input counted from 1; null for a bias
 */

/**
 * @param {Shape} network
 * @returns {Layer[]}
 */
export function networkLayers(network) {
  const widths = [...network.hidden, network.outputs];
  /** @type {Layer[]} */
  const layers = [];
  let next = 0;
  let firstWeight = 1;
  let firstUnit = 1;
  widths.forEach((units, at) => {
    const inputs = at === 0 ? network.inputs : widths[at - 1];
    const count = units * inputs;
    layers.push({ layer: at + 1, units, inputs, weights: next, biases: network.bias ? next + count : -1, firstWeight, firstUnit });
    next += count + (network.bias ? units : 0);
    firstWeight += count;
    firstUnit += units;
  });
  return layers;
}

/**
 * @param {Shape} network
 * @returns {number}
 */
export function parameterCount(network) {
  return networkLayers(network).reduce((sum, { units, inputs }) => sum + units * (inputs + (network.bias ? 1 : 0)), 0);
}

/**
 * The names of all parameters in their order.
 * @param {Shape} network
 * @returns {string[]}
 */
export function parameterNames(network) {
  return networkLayers(network).flatMap(({ units, inputs, firstWeight, firstUnit }) => [
    ...Array.from({ length: units * inputs }, (_, at) => `w${firstWeight + at}`),
    ...(network.bias ? Array.from({ length: units }, (_, at) => `b${firstUnit + at}`) : []),
  ]);
}

/**
 * Where a parameter stands, or null where the network has none of this name.
 * @param {Shape} network
 * @param {string} name "w1", "b1", …
 * @returns {ParameterPlace | null}
 */
export function parameterPlace(network, name) {
  const parts = /^([wb])([1-9]\d{0,8})$/.exec(name);
  if (parts === null) return null;
  const number = Number(parts[2]);
  for (const { layer, units, inputs, weights, biases, firstWeight, firstUnit } of networkLayers(network)) {
    const at = parts[1] === 'w' ? number - firstWeight : number - firstUnit;
    if (parts[1] === 'w' && at < units * inputs) {
      return { index: weights + at, layer, unit: Math.floor(at / inputs) + 1, input: (at % inputs) + 1 };
    }
    if (parts[1] === 'b' && biases >= 0 && at < units) return { index: biases + at, layer, unit: at + 1, input: null };
  }
  return null;
}

/**
 * The names a network has, for a sentence: "w1 to w6 and b1 to b3".
 * @param {Shape} network
 * @returns {string}
 */
export function describeNames(network) {
  const layers = networkLayers(network);
  const { firstWeight, units, inputs, firstUnit } = layers[layers.length - 1];
  const weights = firstWeight + units * inputs - 1;
  const biases = firstUnit + units - 1;
  /** @type {(letter: string, last: number) => string} */
  const range = (letter, last) => (last === 1 ? `${letter}1` : `${letter}1 to ${letter}${last}`);
  return network.bias ? `${range('w', weights)} and ${range('b', biases)}` : `${range('w', weights)}, and no biases`;
}

/**
 * What a parameter can be held against: first the same place in the other units of its layer, the next unit leading, then the other inputs
 * of its own unit.
 * @param {Shape} network
 * @param {string} name
 * @returns {string[]}
 */
export function counterparts(network, name) {
  const place = parameterPlace(network, name);
  if (place === null) return [];
  const { units, inputs, firstWeight, firstUnit } = networkLayers(network)[place.layer - 1];
  const { unit, input } = place;
  /** @type {(own: number, count: number) => number[]} */
  const others = (own, count) => Array.from({ length: count - 1 }, (_, at) => ((own + at) % count) + 1);
  if (input === null) return others(unit, units).map((other) => `b${firstUnit + other - 1}`);
  /** @type {(ofUnit: number, from: number) => string} */
  const weight = (ofUnit, from) => `w${firstWeight + (ofUnit - 1) * inputs + from - 1}`;
  return [...others(unit, units).map((other) => weight(other, input)), ...others(input, inputs).map((other) => weight(unit, other))];
}
