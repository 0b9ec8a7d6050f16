/**
 * Whether a small difference between two tied neurons grows or heals, worked out in parts where the engine's own answer (firmness.c, which has
 * the formula) would stop the page for seconds: example by example, from what the engine says of each.
 */

import { EngineError } from '../base/errors.js';
import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';
import { networkLayers } from '../experiment/parameters.js';
import { trainingAt } from '../experiment/schedule.js';
import { unitParameters } from '../ties/verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {Pick<import('./snapshot.js').Snapshot, 'experiment' | 'values' | 'data' | 'step'>} Place */

const SWEEPS = 12;
/** Of two neurons that count as tied here. */
const LARGEST_DISTANCE = 1e-3;
const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
/** g''(z). @type {Readonly<Record<string, (z: number, a: number) => number>>} */
const SECOND = Object.freeze({
  sigmoid: (_, a) => a * (1 - a) * (1 - 2 * a),
  tanh: (_, a) => -2 * a * (1 - a * a),
  softplus: (z) => sigmoid(z) * (1 - sigmoid(z)),
  relu: () => 0,
  'leaky-relu': () => 0,
  linear: () => 0,
});
const KINKED = ['relu', 'leaky-relu'];

/**
 * @param {(example: number) => import('../engine/run.js').Trace} trace of the run at that place: one of its own would take the memory of another
 * @param {Place} place
 * @param {number} layer a hidden layer, counted from 1
 * @param {readonly [number, number]} units counted from 1
 * @returns {Generator<number, import('../engine/run.js').Firmness>} yields how much of it is done, from 0 to 1
 * @throws {EngineError} as run.firmness()
 */
export function* firmnessInParts(trace, { experiment, values, data, step }, layer, [unit, other]) {
  const { network, training } = experiment;
  const { learningRate, l2 } = trainingAt(training, step);
  const own = networkLayers(network)[layer - 1];
  const incoming = own.inputs + (network.bias ? 1 : 0);
  const parameters = unitParameters(network, layer, unit);
  const leaving = parameters.slice(incoming).map((index) => values[index]);
  const size = parameters.length;
  const hessian = new Float64Array(size * size);
  const others = unitParameters(network, layer, other);
  assertTied(training, data.x.length, Math.hypot(...parameters.map((index, at) => values[index] - values[others[at]])));
  for (const [example, inputs] of data.x.entries()) {
    yield (0.9 * example) / data.x.length;
    const { layers } = trace(example);
    assertSmooth(network, inputs, layers);
    const x = layer === 1 ? inputs : layers[layer - 2].a;
    const { delta } = layers[layer];
    const [z, a] = [layers[layer - 1].z[unit - 1], layers[layer - 1].a[unit - 1]];
    const slope = ACTIVATIONS[network.activation].slope(a, z, sigmoid);
    const bend = SECOND[network.activation](z, a) * delta.reduce((sum, each, k) => sum + each * leaving[k], 0);
    for (let i = 0; i < incoming; i += 1) {
      const xi = x[i] ?? 1;
      if (bend !== 0) for (let j = i; j < incoming; j += 1) hessian[i * size + j] += bend * xi * (x[j] ?? 1);
      for (let k = 0; k < delta.length; k += 1) hessian[i * size + incoming + k] += delta[k] * slope * xi;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) hessian[j * size + i] = hessian[i * size + j] /= data.x.length;
    if (i < own.inputs || i >= incoming) hessian[i * size + i] += l2;
  }
  const lambda = yield* smallestEigenvalue(hessian, size);
  return { lambda, perStep: 1 - learningRate * lambda };
}

/**
 * What holds for no pair of such a run, or not for this one.
 * @param {Experiment['training']} training
 * @param {number} examples
 * @param {number} distance of the pair
 */
function assertTied({ optimizer, batchSize, clip, dropout, gradientNoise, freeze, unitLearningRates }, examples, distance) {
  const isBatched = batchSize > 0 && batchSize < examples;
  const others = [clip, dropout.rate, gradientNoise.std, freeze.length, unitLearningRates.filter(({ factor }) => factor !== 1).length];
  if (optimizer !== 'gradient-descent' || isBatched || others.some((each) => each > 0) || distance > LARGEST_DISTANCE)
    throw new EngineError('bad-state', 'firmness asks about tied units under full-batch gradient descent');
}

/**
 * Where a unit stands at a kink that its weights can move it over.
 * @param {Experiment['network']} network
 * @param {readonly number[]} inputs
 * @param {import('../engine/run.js').LayerTrace[]} layers
 */
function assertSmooth({ activation, outputActivation, bias }, inputs, layers) {
  layers.forEach(({ z }, at) => {
    const isKinked = KINKED.includes(at === layers.length - 1 ? outputActivation : activation);
    const canMove = () => bias || (at === 0 ? inputs : layers[at - 1].a).some((each) => each !== 0);
    if (isKinked && z.includes(0) && canMove()) throw new EngineError('kink', 'the loss has no second derivative here');
  });
}

/**
 * Cyclic Jacobi, as firmness.c has it.
 * @param {Float64Array} m symmetric; it is changed
 * @param {number} size
 * @returns {Generator<number, number>}
 */
function* smallestEigenvalue(m, size) {
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let turned = false;
    for (let p = 0; p < size; p += 1) {
      yield 0.9 + (0.1 * (sweep + p / size)) / SWEEPS;
      for (let q = p + 1; q < size; q += 1) turned = rotate(m, size, p, q) || turned;
    }
    if (!turned) break;
  }
  return Math.min(...Array.from({ length: size }, (_, i) => m[i * size + i]));
}

/** @param {Float64Array} m @param {number} size @param {number} p @param {number} q @returns {boolean} whether there was anything to do */
function rotate(m, size, p, q) {
  const [off, atP, atQ] = [m[p * size + q], m[p * size + p], m[q * size + q]];
  if (off * off <= 1e-36 * (atP * atP + atQ * atQ)) return false;
  const tau = (atQ - atP) / (2 * off);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let i = 0; i < size; i += 1) {
    const [ip, iq] = [m[i * size + p], m[i * size + q]];
    m[i * size + p] = c * ip - s * iq;
    m[i * size + q] = s * ip + c * iq;
  }
  for (let i = 0; i < size; i += 1) {
    const [pi, qi] = [m[p * size + i], m[q * size + i]];
    m[p * size + i] = c * pi - s * qi;
    m[q * size + i] = s * pi + c * qi;
  }
  return true;
}
