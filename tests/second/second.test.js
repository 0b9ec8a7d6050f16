/** A second implementation of the engine, in Python, written from SPEC.md alone: random experiments give the same bits in both. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openLab, parseExperiment } from 'twin-neurons';

/** @typedef {{ data: string, start: string, end: string, loss: string }} Outcome */
/** @typedef {{ experiment: any, steps: number }} Task */

const PYTHON = '/usr/bin/python3';
const ENGINE = fileURLToPath(new URL('engine.py', import.meta.url));
const COUNT = 400;
const SEED = 20261128;

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'softplus', 'linear'];
const OPTIMIZERS = ['gradient-descent', 'momentum', 'nesterov', 'rmsprop', 'adam'];
const FEATURES = { xor: 2, and: 2, or: 2, circles: 2, gaussians: 2, spiral: 2, quadrants: 2, moons: 2, coffee: 2, demand: 4 };
const SCHEMES = ['zeros', 'constant', 'uniform', 'normal', 'glorot-uniform', 'glorot-normal'].concat(
  ['he-uniform', 'he-normal', 'lecun-uniform', 'lecun-normal'],
  ['uniform-range', 'explicit'],
);
/** Around the blocks of 72 examples, more often than others. */
const SIZES = [72, 73, 145, 71, 144];

// ---- random experiments ----

/** mulberry32: small, and none of the engine's own. @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  const real = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (/** @type {number} */ low, /** @type {number} */ high) => low + (high - low) * real();
  const whole = (/** @type {number} */ low, /** @type {number} */ high) => Math.floor(between(low, high + 1));
  const often = (/** @type {number} */ probability) => real() < probability;
  /** @type {<T>(list: readonly T[]) => T} */
  const of = (list) => list[whole(0, list.length - 1)];
  return { real, between, whole, often, of, seed: () => whole(0, 2 ** 32 - 1), small: () => between(-2, 2) };
}
/** @typedef {ReturnType<typeof chance>} Chance */
/** @typedef {{ inputs: number, hidden: number[], outputs: number, activation: string, outputActivation: string, bias: boolean }} Network */

/** @type {<T>(count: number, entry: (at: number) => T) => T[]} */
const times = (count, entry) => Array.from({ length: count }, (_, at) => entry(at));

/** @param {Network} network */
function shapeOf({ inputs, hidden, outputs, bias }) {
  const units = [...hidden, outputs];
  const reads = [inputs, ...hidden];
  const weights = units.reduce((sum, count, at) => sum + count * reads[at], 0);
  const biases = bias ? units.reduce((sum, count) => sum + count, 0) : 0;
  return { units, reads, names: [...times(weights, (at) => `w${at + 1}`), ...times(biases, (at) => `b${at + 1}`)] };
}

/** @param {Chance} c @param {Network} network @param {string} loss */
function ownData(c, network, loss) {
  const target = () => (loss === 'cross-entropy' ? c.of([0, 1, c.real()]) : c.small());
  const examples = c.often(0.3) ? c.of(SIZES) : c.whole(1, 40);
  const x = times(examples, () => times(network.inputs, () => c.of([0, -0, 1, c.small(), c.small(), c.small(), 50 * c.small()])));
  return { x, y: times(examples, () => times(network.outputs, target)) };
}

/** @param {Chance} c @param {Network} network */
function start(c, network) {
  const { units, reads, names } = shapeOf(network);
  const scheme = c.of(SCHEMES);
  /** @type {any} */
  const init = { scheme, set: {}, tie: [], nudge: [] };
  if (scheme === 'explicit') {
    init.w = units.map((count, at) => times(count, () => times(reads[at], () => c.of([0, -0, c.small(), c.small()]))));
    if (network.bias) init.b = units.map((count) => times(count, () => c.of([-0, c.small()])));
  } else if (scheme === 'uniform-range')
    Object.assign(init, { seed: c.seed(), low: c.of([0, c.small()]), high: c.of([3, c.between(2, 4)]) });
  else Object.assign(init, { seed: c.seed(), value: c.small(), scale: c.of([1, c.between(0.01, 4)]) });
  if (c.often(0.3)) for (let at = 0; at < 3; at += 1) init.set[c.of(names)] = c.of([-0, 1e-310, c.small()]);
  const layers = times(network.hidden.length, (at) => at + 1).filter((layer) => network.hidden[layer - 1] > 1);
  for (let left = c.of([0, 0, 1, 2]); left > 0 && layers.length > 0; left -= 1) {
    const layer = c.of(layers);
    const tied = times(network.hidden[layer - 1], (at) => at + 1).sort(() => c.real() - 0.5);
    const what = ['incoming', 'bias', 'outgoing'].filter(() => c.often(0.7));
    init.tie.push({ layer, units: tied.slice(0, c.whole(2, tied.length)), what: what.length > 0 ? what : ['incoming'] });
  }
  for (let left = c.of([0, 0, 1, 3]); left > 0; left -= 1) {
    const parameter = c.of(names);
    init.nudge.push(c.often(0.5) ? { parameter, ulps: c.of([1, -1, -7, c.whole(-(2 ** 31), 2 ** 31 - 1)]) } : { parameter, by: c.small() });
  }
  return init;
}

/** Some of steps 1 to 9, in their order. @param {Chance} c */
function schedule(c) {
  const values = () => ({
    ...(c.often(0.6) ? { learningRate: c.between(0.001, 1) } : {}),
    ...(c.often(0.4) ? { l1: c.of([0, c.between(0, 0.1)]) } : {}),
    ...(c.often(0.4) ? { l2: c.of([0, c.between(0, 0.1)]) } : {}),
  });
  const entries = times(9, (at) => ({ from: at + 1, ...values() })).filter((entry) => Object.keys(entry).length > 1 && c.often(0.3));
  return entries.length > 0 ? entries : [{ from: 1, learningRate: 0.25 }];
}

/** @param {Chance} c @param {Network} network */
function training(c, network) {
  const { units, names } = shapeOf(network);
  const some = (/** @type {number} */ probability, /** @type {number} */ value) => (c.often(probability) ? value : 0);
  const last = units.map((count, at) => times(count, (unit) => ({ layer: at + 1, unit: unit + 1, factor: c.of([0, 1, c.between(0, 3)]) })));
  return {
    optimizer: c.of(OPTIMIZERS),
    learningRate: c.often(0.15) ? c.between(1e4, 1e6) : c.between(0.001, 1),
    batchSize: c.of([0, 0, c.whole(1, 10), c.whole(11, 150), c.of(SIZES)]),
    shuffleSeed: c.seed(),
    momentum: c.of([0, 0.9, c.real()]),
    beta1: c.of([0, 0.9, c.real()]),
    beta2: c.of([0, 0.999, c.real()]),
    epsilon: c.of([1e-8, c.real() + 1e-9]),
    decay: c.of([0, 0.9, c.real()]),
    l1: some(0.25, c.between(0, 0.1)),
    l2: some(0.25, c.between(0, 0.1)),
    clip: some(0.3, c.between(0.001, 1)),
    dropout: { rate: some(0.35, c.between(0.05, 0.9)), seed: c.seed() },
    gradientNoise: { std: c.often(0.05) ? 1e6 : some(0.25, c.between(0, 0.5)), seed: c.seed() },
    freeze: c.often(0.25) ? names.filter(() => c.often(0.3)) : [],
    schedule: c.often(0.3) ? schedule(c) : [],
    unitLearningRates: c.often(0.25) ? last.flat().filter(() => c.often(0.5)) : [],
  };
}

/** @param {Chance} c @returns {Task} */
function randomTask(c) {
  const loss = c.of(['cross-entropy', 'squared-error']);
  /** @type {Network} */
  const network = {
    inputs: c.whole(1, 5),
    hidden: times(c.whole(0, 3), () => c.whole(1, 7)),
    outputs: c.whole(1, 2),
    activation: c.of(ACTIVATIONS),
    outputActivation: loss === 'cross-entropy' ? 'sigmoid' : c.of(ACTIVATIONS),
    bias: c.often(0.7),
  };
  /** @type {any} */
  let data;
  if (c.often(0.6)) {
    const set = c.of(/** @type {(keyof typeof FEATURES)[]} */ (Object.keys(FEATURES)));
    const examples = c.often(0.3) ? c.of(SIZES) : c.whole(1, 60);
    data = { set, examples, noise: c.of([0, c.between(0, 0.5)]), seed: c.seed() };
    Object.assign(network, { inputs: FEATURES[set], outputs: 1 });
  } else data = ownData(c, network, loss);
  const experiment = parseExperiment({ network, loss, data, init: start(c, network), training: training(c, network) });
  return { experiment, steps: c.whole(3, 12) };
}

// ---- both engines ----

/** JSON, in which -0 stays what it is. @param {unknown} value */
const exactJson = (value) =>
  JSON.stringify(value, (_, entry) => (Object.is(entry, -0) ? 'negative zero' : entry)).replaceAll('"negative zero"', '-0.0');

/** One process for all. @param {readonly Task[]} tasks @returns {Promise<Outcome[]>} */
function python(tasks) {
  return new Promise((resolve, reject) => {
    const child = execFile(PYTHON, [ENGINE], { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`Python: ${stderr}`));
      else
        resolve(
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        );
    });
    child.stdin?.end(tasks.map((task) => `${exactJson(task)}\n`).join(''));
  });
}

/** The bits of numbers, as bytes, lowest first. @param {readonly number[]} numbers */
function bytesOf(numbers) {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((number, at) => view.setFloat64(8 * at, number, true));
  return new Uint8Array(view.buffer);
}

/** @param {Uint8Array} bytes */
function fnv(bytes) {
  let value = 0xcbf29ce484222325n;
  for (const byte of bytes) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}

/** @param {import('twin-neurons').Lab} lab @param {Task} task @returns {{ outcome: Outcome, stopped: string | null }} */
function ours(lab, { experiment, steps }) {
  const run = lab.start(experiment);
  const { x, y } = run.data();
  const begun = run.fingerprint();
  const { loss, stopped } = run.train(steps);
  const data = fnv(bytesOf(x.flatMap((row, at) => [...row, ...y[at]])));
  const outcome = {
    data,
    start: begun,
    end: run.fingerprint(),
    loss: Buffer.from(bytesOf([loss]))
      .reverse()
      .toString('hex'),
  };
  run.close();
  return { outcome, stopped };
}

// ---- what came up ----

/** @param {Task} task @param {string | null} stopped */
function kindsOf({ experiment }, stopped) {
  const { network, loss, data, init, training: t } = experiment;
  const count = data.x?.length ?? data.examples;
  const mini = t.batchSize > 0 && t.batchSize < count;
  return [
    ...(network.hidden.length > 0 ? [`activation ${network.activation}`] : []),
    ...network.hidden.map((/** @type {number} */ units) => `${units} units`),
    ...init.tie.flatMap((/** @type {any} */ tie) => tie.what).map((/** @type {string} */ what) => `tie ${what}`),
    ...init.nudge.map((/** @type {any} */ nudge) => ('ulps' in nudge ? 'nudge ulps' : 'nudge by')),
    ...Object.keys(init.set)
      .slice(0, 1)
      .map(() => 'set'),
    ...['l1', 'l2', 'clip'].filter((key) => t[key] > 0),
    `output ${network.outputActivation}`,
    `loss ${loss}`,
    `${network.hidden.length} hidden layers`,
    `${network.outputs} outputs`,
    `bias ${network.bias}`,
    `data ${data.set ?? 'own'}`,
    `scheme ${init.scheme}`,
    `optimizer ${t.optimizer}`,
    `${count} examples`,
    t.batchSize === 0 ? 'all' : mini ? 'mini-batches' : t.batchSize === count ? 'one shuffled batch' : 'batch larger than all',
    ...(mini && t.batchSize > 72 ? ['mini-batches of two blocks'] : []),
    ...(t.dropout.rate > 0 && network.hidden.length > 0 ? ['dropout'] : []),
    ...(t.gradientNoise.std > 0 ? ['gradient noise'] : []),
    ...(t.freeze.length > 0 ? ['freeze'] : []),
    ...(t.unitLearningRates.length > 0 ? ['unit learning rates'] : []),
    ...t.schedule
      .flatMap((/** @type {object} */ entry) => Object.keys(entry).slice(1))
      .map((/** @type {string} */ key) => `scheduled ${key}`),
    ...(data.noise > 0 ? ['data with noise'] : []),
    stopped === null ? 'trained' : 'refused step',
  ];
}

const WANTED = [
  ...ACTIVATIONS.flatMap((name) => [`activation ${name}`, `output ${name}`]),
  ...times(7, (at) => `${at + 1} units`),
  ...times(4, (at) => `${at} hidden layers`),
  ...['cross-entropy', 'squared-error'].map((name) => `loss ${name}`),
  ...[...Object.keys(FEATURES), 'own'].map((name) => `data ${name}`),
  ...SCHEMES.map((name) => `scheme ${name}`),
  ...OPTIMIZERS.map((name) => `optimizer ${name}`),
  ...SIZES.map((count) => `${count} examples`),
  ...['incoming', 'bias', 'outgoing'].map((what) => `tie ${what}`),
  ...['nudge ulps', 'nudge by', 'set', 'l1', 'l2', 'clip', '1 outputs', '2 outputs', 'bias true', 'bias false'],
  ...['all', 'mini-batches', 'one shuffled batch', 'batch larger than all', 'mini-batches of two blocks'],
  ...['dropout', 'gradient noise', 'freeze', 'unit learning rates', 'data with noise', 'trained', 'refused step'],
  ...['learningRate', 'l1', 'l2'].map((key) => `scheduled ${key}`),
];

describe(`${COUNT} random experiments`, () => {
  /** @type {Task[]} */
  let tasks;
  /** @type {ReturnType<typeof ours>[]} */
  let here;
  /** @type {Outcome[]} */
  let there;

  before(async () => {
    const c = chance(SEED);
    tasks = times(COUNT, () => randomTask(c));
    const answer = python(tasks);
    const lab = await openLab();
    here = tasks.map((task) => ours(lab, task));
    lab.close();
    there = await answer;
  });

  test('have the same data, start, end and loss in both, to the bit', () => {
    assert.equal(there.length, COUNT);
    const different = times(COUNT, (at) => at).filter((at) => exactJson(here[at].outcome) !== exactJson(there[at]));
    if (different.length === 0) return;
    const [at] = different;
    const numbers = different.slice(0, 20).join(', ');
    assert.deepEqual(there[at], here[at].outcome, `${different.length} differ (${numbers}), the first: ${exactJson(tasks[at])}`);
  });

  test('are of every kind', () => {
    const kinds = new Set(tasks.flatMap((task, at) => kindsOf(task, here[at].stopped)));
    assert.deepEqual(
      WANTED.filter((kind) => !kinds.has(kind)),
      [],
    );
  });

  test('would show a difference: a learning rate or a parameter an ulp away, another seed', async () => {
    /** @type {any} */
    const experiment = parseExperiment({
      network: { inputs: 2, hidden: [4], outputs: 1 },
      data: { set: 'moons', examples: 73, noise: 0.1 },
      training: { learningRate: 0.5 },
    });
    const steps = 10;
    const faster = { ...experiment, training: { ...experiment.training, learningRate: 0.5 + 2 ** -53 } };
    const nudged = { ...experiment, init: { ...experiment.init, nudge: [{ parameter: 'w1', ulps: 1 }] } };
    const other = { ...experiment, data: { ...experiment.data, seed: 2 } };
    const lab = await openLab();
    const { outcome } = ours(lab, { experiment, steps });
    lab.close();
    const [same, ...others] = await python([experiment, faster, nudged, other].map((each) => ({ experiment: each, steps })));
    assert.deepEqual(same, outcome);
    const parts = /** @type {const} */ (['data', 'start', 'end']);
    const differing = others.map((each) => parts.filter((part) => each[part] !== outcome[part]));
    assert.deepEqual(differing, [['end'], ['start', 'end'], ['data', 'end']]);
  });
});
