/**
 * What training may do to tied neurons: equal gradients keep them equal only where nothing holds for one of them alone.
 */

import { OPTIMIZERS } from '../experiment/kinds/optimizers/index.js';
import { unitParameters } from './verdict.js';

/** @typedef {'dropout' | 'noise' | 'rates' | 'freeze' | 'memory'} Parting what may part tied units in spite of equal gradients */

/**
 * What the training does that does not treat two tied units alike.
 * @param {object} input
 * @param {Pick<import('../experiment/experiment.js').Experiment, 'network' | 'training'>} input.experiment
 * @param {readonly string[]} input.names of all parameters, in the engine's order
 * @param {(name: string) => number} input.startOf a parameter at the start
 * @param {{ layer: number, units: [number, number] }} pair
 * @returns {Parting[]}
 */
export function whatPartsTwins({ experiment: { network, training }, names, startOf }, { layer, units }) {
  const [first, second] = units.map((unit) => unitParameters(network, layer, unit).map((index) => names[index]));
  /** @type {(unit: number) => number} */
  const rate = (unit) => training.unitLearningRates.find((own) => own.layer === layer && own.unit === unit)?.factor ?? 1;
  const isUneven = first.some((name, at) => training.freeze.includes(name) !== training.freeze.includes(second[at]));
  const wasTied = first.every((name, at) => Object.is(startOf(name), startOf(second[at])));
  /** @type {[Parting, boolean][]} */
  const breakers = [
    ['dropout', training.dropout.rate > 0],
    ['noise', training.gradientNoise.std > 0],
    ['rates', rate(units[0]) !== rate(units[1])],
    ['freeze', isUneven],
    ['memory', OPTIMIZERS[training.optimizer].memory.length > 0 && !wasTied],
  ];
  return breakers.filter(([, applies]) => applies).map(([breaker]) => breaker);
}
