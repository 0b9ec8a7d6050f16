/** What an engine says of a run in numbers, as the objects that the programming interface hands out. */

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {{ name: string, unit: string, offset: number, scale: number }} FeatureDisplay the value in its own unit is offset + scale · x */
/**
 * @typedef {object} RunData
 * @property {number[][]} x one row an example
 * @property {number[][]} y
 * @property {string[]} features
 * @property {string[]} targets
 * @property {FeatureDisplay[]} display how each feature is shown to people
 */

/**
 * What the units of a hidden layer are worth. A unit stands in one group at most, and a group of two or more under the strongest word that holds
 * for all of it: `tied`, equal in every bit, outgoing weights too; `same`, equal incoming weights and bias; `mirror`, the same or negated, where
 * the activation is odd (tanh, linear).
 * @typedef {object} LayerLikeness
 * @property {number} layer counted from 1
 * @property {number[][]} tied units counted from 1
 * @property {number[][]} same
 * @property {number[][]} mirror
 * @property {number[]} dead units that give the same number in every example, whatever group they stand in
 * @property {number} different how many different neurons that leaves: a group counts once, dead units not at all
 */

/**
 * @param {Engine} engine
 * @param {number} id
 * @param {readonly number[]} hidden units of each hidden layer
 * @returns {LayerLikeness[]}
 */
export function readLikeness(engine, id, hidden) {
  return hidden.map((units, at) => {
    const different = engine.call('nn_likeness', id, at + 1);
    return { layer: at + 1, ...likenessOf(engine.read(3 * units), units), different };
  });
}

/**
 * @param {Float64Array} numbers of nn_likeness
 * @param {number} units
 * @param {number} [from] where they begin
 * @returns {Omit<LayerLikeness, 'layer' | 'different'>}
 */
export function likenessOf(numbers, units, from = 0) {
  /** @type {number[][][]} by nn_likeness_kind, then by group */
  const kinds = [[], [], [], []];
  /** @type {number[]} */
  const dead = [];
  for (let unit = 0; unit < units; unit += 1) {
    const at = from + unit;
    (kinds[numbers[units + at]][numbers[at]] ??= []).push(unit + 1);
    if (numbers[2 * units + at] === 1) dead.push(unit + 1);
  }
  // Without the holes. Most layers have no groups, and of a million results that is worth a look.
  const [tied, same, mirror] = kinds.slice(1).map((groups) => (groups.length > 0 ? groups.flat(0) : groups));
  return { tied, same, mirror, dead };
}

/** @typedef {(names: readonly string[], column: (index: number) => Float64Array) => Record<string, Float64Array>} Gather */

/** Every column there and then. @type {Gather} */
const gatherAll = (names, column) => Object.fromEntries(names.map((name, index) => [name, column(index)]));

/**
 * @param {Engine} engine
 * @param {number} id
 * @param {readonly string[]} names of the parameters
 * @param {number} samples as nn_history_count has just counted them
 * @param {Gather} [gather] left out: all columns there and then
 * @returns {import('./run.js').History}
 */
export function readHistory(engine, id, names, samples, gather = gatherAll) {
  const rows = engine.copy('nn_history_parameters', samples * names.length, id);
  /** @type {(index: number) => Float64Array} */
  const column = (index) => {
    const values = new Float64Array(samples);
    for (let sample = 0; sample < samples; sample += 1) values[sample] = rows[sample * names.length + index];
    return values;
  };
  return {
    steps: engine.copy('nn_history_steps', samples, id),
    loss: engine.copy('nn_history_losses', samples, id),
    parameters: gather(names, column),
  };
}

/** Rows that one call of nn_predict takes: NN_MAX_ROWS. */
export const ROWS_A_CALL = 64;

/**
 * The activations of a layer for rows of inputs.
 * @param {Engine} engine
 * @param {number} id
 * @param {{ rows: readonly (readonly number[])[], inputs: number, layer: number, units: number }} asked layer counted from 1, with its units
 * @returns {number[][]} one array of activations a row
 */
export function readActivations(engine, id, { rows, inputs, layer, units }) {
  /** @type {number[][]} */
  const activations = [];
  for (let first = 0; first < rows.length; first += ROWS_A_CALL) {
    const count = Math.min(ROWS_A_CALL, rows.length - first);
    for (let row = 0; row < count; row += 1) engine.write(rows[first + row], row * inputs);
    engine.call('nn_predict', id, count, layer);
    const values = engine.read(count * units);
    for (let row = 0; row < count; row += 1) activations.push(Array.from(values.subarray(row * units, (row + 1) * units)));
  }
  return activations;
}

/**
 * What nn_trace has just written.
 * @param {Engine} engine
 * @param {readonly { units: number }[]} layers
 * @param {number} loss as nn_trace has returned it
 * @returns {import('./run.js').Trace}
 */
export function readTrace(engine, layers, loss) {
  const values = [...engine.read(layers.reduce((sum, { units }) => sum + 3 * units, 0))];
  let next = 0;
  /** @type {(count: number) => number[]} */
  const take = (count) => values.slice(next, (next += count));
  return { layers: layers.map(({ units }) => ({ z: take(units), a: take(units), delta: take(units) })), loss };
}

/**
 * The examples with the names of their features, and how these are shown to people.
 * @param {Engine} engine
 * @param {import('../experiment/experiment.js').Experiment} experiment
 * @param {readonly { inputs: number[], targets: number[] }[]} rows
 * @returns {import('./run.js').RunData}
 */
export function readData(engine, { data }, rows) {
  const x = rows.map(({ inputs }) => inputs);
  const y = rows.map(({ targets }) => targets);
  if (!('set' in data)) {
    const display = data.features.map((name) => ({ name, unit: '', offset: 0, scale: 1 }));
    return { x, y, features: [...data.features], targets: [...data.targets], display };
  }
  const { features, target } = engine.datasets[engine.names.datasets.indexOf(data.set)];
  return { x, y, features: features.map(({ name }) => name), targets: [target], display: features.map((each) => ({ ...each })) };
}

/** Whether all targets are 0 or 1. @param {readonly (readonly number[])[]} y */
const isYesNo = (y) => y.every((targets) => targets.every((target) => target === 0 || target === 1));

/**
 * @param {readonly (readonly number[])[]} y
 * @returns {number | null} the part of the examples that always giving the commonest answer is right for; null where targets are other than 0 and 1
 */
export function commonestShare(y) {
  if (!isYesNo(y)) return null;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const targets of y) counts.set(targets.join(), (counts.get(targets.join()) ?? 0) + 1);
  return Math.max(...counts.values()) / y.length;
}

/**
 * @param {readonly (readonly number[])[]} y
 * @param {() => number[][]} predict the outputs for all examples
 * @returns {number | null} the part of the examples whose outputs are all on the side of 0.5 that their targets are on; null where targets are other
 *   than 0 and 1
 */
export function shareRight(y, predict) {
  if (!isYesNo(y)) return null;
  const isRight = (/** @type {number[]} */ outputs, /** @type {number} */ example) =>
    outputs.every((output, at) => (y[example][at] === 1 ? output > 0.5 : output < 0.5));
  return predict().filter(isRight).length / y.length;
}

/**
 * The example that the engine has just been asked for.
 * @param {Engine} engine
 * @param {{ inputs: number, outputs: number }} network
 */
export function readExample(engine, { inputs, outputs }) {
  const values = [...engine.read(inputs + outputs)];
  return { inputs: values.slice(0, inputs), targets: values.slice(inputs) };
}
