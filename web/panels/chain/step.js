/** Under the factors: the mean gradients with their referee, and the next step of the parameters with its numbers. */

import { formatFigure, inBrackets } from '../../base/format.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { colorUnit } from '../../drawing/parameter-color.js';
import { element, setText } from '../../ui/dom.js';
import { createFormulaLines } from '../../ui/mathml.js';

/** @typedef {import('../../messages/en/chain.js').ChainMessages} ChainMessages */
/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ name: string, value: number, mean: number, gradient: number, check: import('../../engine/run.js').GradientCheck | 'kink' | null, update: import('./update.js').Update }} Row gradient: of the training objective, penalties included */

/** @param {{ messages: ChainMessages }} options */
export function createStepView({ messages }) {
  const meanTitle = element('h3', {});
  const means = element('div', { class: 'formulas' });
  const meanLines = createFormulaLines(means);
  const referee = element('p', { class: 'note' });
  const steps = element('div', { class: 'formulas' });
  const stepLines = createFormulaLines(steps);
  const says = element('p', { class: 'note' });
  const root = element(
    'div',
    { class: 'chain-step' },
    element('div', {}, meanTitle, means, referee),
    element('div', {}, element('h3', {}, messages.step), steps, says),
  );
  /** @param {import('./update.js').Say} say @param {string} name */
  const sentenceOf = (say, name) =>
    say in messages.says
      ? messages.says[/** @type {keyof typeof messages.says} */ (say)](name)
      : (messages.optimizers[say].says?.(name) ?? '');
  return {
    root,
    /** @param {Row[]} rows @param {Experiment} experiment @param {number} examples */
    update(rows, experiment, examples) {
      const { l1, l2 } = experiment.training;
      /** @type {(name: string) => string} */
      const color = (name) => {
        const unit = colorUnit(experiment.network, name);
        return unit === null ? 'neuron-output' : neuronClass(unit);
      };
      setText(meanTitle, messages.mean(examples));
      meanLines.update(rows.map(({ name, mean }) => ({ className: color(name), steps: [`∂J/∂${name} = ${formatFigure(mean)}`] })));
      const checks = rows.flatMap(({ check }) => (check === null || check === 'kink' ? [] : [check]));
      const isKink = rows.some(({ check }) => check === 'kink');
      setText(
        referee,
        isKink ? messages.refereeAtKink : checks.length === 0 ? '' : messages.referee(summary(checks, l1 !== 0 || l2 !== 0)),
      );
      stepLines.update(rows.map((row) => ({ className: color(row.name), steps: stepOf(row) })));
      const sentences = rows.flatMap(({ name, update }) => [
        ...update.says.map((say) => ({ say: /** @type {string} */ (say), sentence: sentenceOf(say, name) })),
        ...(update.factor === 1 ? [] : [{ say: `rate ${name}`, sentence: messages.ownRate(name, update.factor) }]),
      ]);
      // What is said of every optimizer is said once; what is frozen, or has a rate of its own, for each.
      const once = sentences.filter(({ say }, at) => say === 'frozen' || sentences.findIndex((other) => other.say === say) === at);
      setText(says, [...once.map(({ sentence }) => sentence), ...(l1 !== 0 || l2 !== 0 ? [messages.penalty] : [])].join(' '));
    },
  };
}

/**
 * What the measurements come to, in one sentence: the digits that each has in common with its gradient, and the largest error.
 * @param {readonly import('../../engine/run.js').GradientCheck[]} checks
 * @param {boolean} hasPenalty
 */
function summary(checks, hasPenalty) {
  return {
    values: checks.map(({ numeric }) => formatFigure(numeric)),
    digits: [...new Set(checks.map(({ digits }) => digits))],
    error: Math.max(...checks.map(({ error }) => error)),
    isTooSmall: checks.some(({ gradient, error, digits }) => digits === 0 && Math.abs(gradient) <= error),
    hasPenalty,
  };
}

/** @param {Row} row @returns {string[]} */
function stepOf({ name, value, gradient, update: { rate, next, says } }) {
  if (says.includes('frozen')) return [`${name} = ${formatFigure(value)}`];
  if (next === null) return [`g = ${formatFigure(gradient)}`];
  return [
    `${name} := ${name} − α g`,
    `= ${formatFigure(value)} − ${formatFigure(rate)} · ${inBrackets(gradient)}`,
    `= ${formatFigure(next)}`,
  ];
}
