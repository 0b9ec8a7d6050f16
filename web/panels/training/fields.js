/** Which options of training have a field, in which group, and for which optimizer; how a field's value becomes a change. Pure. */

/** @typedef {import('../../experiment/experiment.js').Training} Training */
/** @typedef {import('../../experiment/experiment.js').Optimizer} Optimizer */

import { OPTIMIZERS } from '../../experiment/kinds/optimizers/index.js';

/** @typedef {{ name: string, step: number, isWhole: boolean, optimizers: readonly Optimizer[] | null }} Field `optimizers`: those it matters to; null: all */

/** @typedef {import('../../experiment/kinds/optimizers/index.js').OptimizerKind['options'][number]} RuleOption */

/** @type {(name: string, step: number) => Field} */
const real = (name, step) => ({ name, step, isWhole: false, optimizers: null });
/** @type {(name: RuleOption, step: number) => Field} */
const ofRule = (name, step) => ({ ...real(name, step), optimizers: optimizersWith(name) });
/** @type {(name: string) => Field} */
const whole = (name) => ({ name, step: 1, isWhole: true, optimizers: null });

/** @param {RuleOption} option */
function optimizersWith(option) {
  const names = /** @type {Optimizer[]} */ (Object.keys(OPTIMIZERS));
  return names.filter((name) => OPTIMIZERS[name].options.includes(option));
}

/**
 * The learning rate and the optimizer have their own controls; a test compares the rest with what the engine offers.
 * @type {Readonly<Record<'rule' | 'batches' | 'penalties' | 'chance', readonly Field[]>>}
 */
export const FIELD_GROUPS = Object.freeze({
  rule: [ofRule('momentum', 0.05), ofRule('beta1', 0.01), ofRule('beta2', 0.001), ofRule('decay', 0.01), ofRule('epsilon', 1e-8)],
  batches: [whole('batchSize'), whole('shuffleSeed')],
  penalties: [real('l1', 0.001), real('l2', 0.001), real('clip', 0.1)],
  chance: [real('dropout.rate', 0.05), whole('dropout.seed'), real('gradientNoise.std', 0.01), whole('gradientNoise.seed')],
});

/**
 * @param {Training} training
 * @param {string} name "l2", or "dropout.rate" for what stands inside "dropout"
 * @returns {number}
 */
export function readOption(training, name) {
  return name.split('.').reduce((/** @type {any} */ part, key) => part[key], training);
}

/**
 * @param {Training} training
 * @param {string} name
 * @param {number} value
 * @returns {object} the change of the training that gives this option this value
 */
export function optionChange(training, name, value) {
  const [outer, inner] = name.split('.');
  if (inner === undefined) return { [outer]: value };
  return { [outer]: { .../** @type {any} */ (training)[outer], [inner]: value } };
}

/**
 * @param {string} text as typed: "w5, w6" or "w5 b1"
 * @returns {string[]} each name once
 */
export function readNames(text) {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((name) => name !== ''),
    ),
  ];
}
