/** What became of a run, in a few numbers: what a sweep says of each of its seeds, and the command line of one run. */
import { alikePairs, partingStep } from './parting-step.js';
import { NEAR, allPairs, unitParameters } from './verdict.js';
import { networkLayers } from '../experiment/parameters.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').TrainResult} TrainResult */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

/**
 * @typedef {object} Outcome
 * @property {number} step
 * @property {number} loss
 * @property {null | 'diverged'} stopped
 * @property {number[]} effective the effective width of each hidden layer
 * @property {number[]} different how many different neurons each hidden layer has (Run.likeness)
 * @property {number | null} solved the part of the examples on the right side (Run.solved)
 * @property {number | null} baseline what always giving the commonest answer would get of it (Run.baseline)
 * @property {number | null} parted the first step at which two hidden units that looked alike at the start, rounded, do not any more (to the
 *   resolution of the history): 0 where no two did, null where they still do or no layer has two
 * @property {string} fingerprint
 * @property {LayerOutcome[]} layers what the units of each hidden layer are worth
 */
/**
 * @typedef {Omit<import('../engine/readings.js').LayerLikeness, 'layer'> & { nearest: { units: [number, number], distance: number } | null }} LayerOutcome
 *   nearest: the two units with the smallest distance (Run.distance), the first such pair; null where the layer has one unit
 */

/**
 * What the start of a run says of the step at which its neurons will have parted, before any is taken.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} values its first parameters
 * @param {ReturnType<typeof networkLayers>} [layers] for whoever asks of many starts
 * @returns {{ isSettled: boolean, partedIn: (run: Pick<Run, 'history'>) => number | null }} isSettled: no history is needed to say it
 */
export function watchParting({ network, training }, values, layers = networkLayers(network)) {
  const pairs = mayLookAlike(layers, values) ? alikePairs(network, values) : [];
  if (pairs.length === 0) {
    const atStart = network.hidden.some((units) => units > 1) ? 0 : null;
    return { isSettled: true, partedIn: () => atStart };
  }
  if (treatsUnitsAlike(training) && pairs.every((pair) => isTied(network, values, pair))) return { isSettled: true, partedIn: () => null };
  return { isSettled: false, partedIn: (run) => partingStep(network, pairs, run.history()) };
}

/**
 * A quick look, since sweeps have many starts: units that look alike differ by little in their first weights, too, beside the largest parameter of all.
 * @param {ReturnType<typeof networkLayers>} layers
 * @param {ArrayLike<number>} values
 */
function mayLookAlike(layers, values) {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, Math.abs(values[at]));
  for (const { units, inputs, weights } of layers.slice(0, -1)) {
    for (let unit = 1; unit < units; unit += 1) {
      for (let other = 0; other < unit; other += 1) {
        if (Math.abs(values[weights + unit * inputs] - values[weights + other * inputs]) <= NEAR * largest) return true;
      }
    }
  }
  return false;
}

/** Whether training does to every unit what it does to the others: then those that are tied stay so. @param {Experiment['training']} training */
const treatsUnitsAlike = ({ dropout, gradientNoise, freeze, unitLearningRates }) =>
  dropout.rate === 0 && gradientNoise.std === 0 && freeze.length === 0 && unitLearningRates.length === 0;

/**
 * @param {Experiment['network']} network
 * @param {ArrayLike<number>} values
 * @param {import('./parting-step.js').AlikePair} pair
 */
function isTied(network, values, { layer, units: [first, second] }) {
  const others = unitParameters(network, layer, second);
  return unitParameters(network, layer, first).every((index, at) => values[index] === values[others[at]]);
}

/**
 * Looks at a run before it is trained, to be able to say afterwards what became of it.
 * @param {Run} run at its start
 * @returns {(trained: TrainResult) => Outcome}
 */
export function watchOutcome(run) {
  const { partedIn } = watchParting(run.experiment, run.parameters());
  return (trained) => outcomeOf(run, trained, { solved: run.solved(), baseline: run.baseline(), parted: partedIn(run) });
}

/**
 * @param {Run} run as it stands after training
 * @param {TrainResult} trained
 * @param {Pick<Outcome, 'solved' | 'baseline' | 'parted'>} known
 * @returns {Outcome}
 */
export function outcomeOf(run, { step, loss, stopped }, { solved, baseline, parted }) {
  const effective = run.ties().map((layer) => layer.effective);
  const layers = run.likeness().map(({ layer, ...worth }) => ({ ...worth, nearest: nearestPair(run, layer) }));
  const different = layers.map((layer) => layer.different);
  return { step, loss, stopped, effective, different, solved, baseline, parted, fingerprint: run.fingerprint(), layers };
}

/**
 * @param {Run} run
 * @param {number} layer
 * @returns {LayerOutcome['nearest']}
 */
function nearestPair(run, layer) {
  /** @type {LayerOutcome['nearest']} */
  let nearest = null;
  for (const units of allPairs(run.experiment.network.hidden[layer - 1])) {
    const distance = run.distance(layer, ...units);
    if (nearest === null || distance < nearest.distance) nearest = { units, distance };
  }
  return nearest;
}
