/** The verdict on the neurons of the hidden layers, in Spanish. */

import { countFormatter, formatDifference, listFormatter, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');

/** Neurons of a layer with more than this are counted, not named. */
const MOST_NAMED = 8;

/** @type {(step: number) => string} */
export const when = (step) => (step === 0 ? 'al inicio' : `tras ${plural(step, 'paso', 'pasos', 'de pasos')}`);

const partNames = { incoming: 'pesos de entrada', bias: 'sesgos', outgoing: 'pesos de salida' };

/** @type {(parts: readonly (keyof typeof partNames)[]) => string} */
function partsText(parts) {
  if (!parts.includes('incoming') || !parts.includes('outgoing')) return list(parts.map((part) => partNames[part]));
  return parts.includes('bias') ? 'pesos, de entrada y de salida, y sesgos' : 'pesos, de entrada y de salida';
}

/** @type {(verdict: Verdict, units: readonly number[]) => string} the numbers that they have in the drawing */
const numbers = ({ firstUnit }, units) => list(units.map((unit) => unit + firstUnit - 1));

/** @type {(verdict: Verdict, units: readonly number[]) => string} */
const neurons = (verdict, units) => `${units.length === 1 ? 'La neurona' : 'Las neuronas'} ${numbers(verdict, units)}`;

/**
 * @param {Verdict} verdict
 * @returns {string[]}
 */
function likenessSentences(verdict) {
  const { units, same, mirror, silent } = verdict;
  const dead = verdict.dead.filter((unit) => !silent.includes(unit));
  const isCrowd = units > MOST_NAMED;
  return [
    ...(isCrowd && same.length > 0 ? ['Algunas tienen los mismos pesos de entrada y dan los mismos números.'] : []),
    ...(isCrowd ? [] : same.map((group) => `${neurons(verdict, group)} tienen los mismos pesos de entrada: dan los mismos números.`)),
    ...(isCrowd && mirror.length > 0 ? ['Algunas son imágenes especulares: los mismos números con el signo cambiado.'] : []),
    ...(isCrowd
      ? []
      : mirror.map((group) => `${neurons(verdict, group)} son imágenes especulares: los mismos números con el signo cambiado.`)),
    ...(dead.length === 0
      ? []
      : isCrowd
        ? [`${plural(dead.length, 'da', 'dan')} el mismo número en todos los ejemplos y no cuentan.`]
        : [
            `${neurons(verdict, dead)} ${dead.length === 1 ? 'da' : 'dan'} el mismo número en todos los ejemplos: no se ${dead.length === 1 ? 'cuenta' : 'cuentan'}.`,
          ]),
    ...(silent.length === 0
      ? []
      : [
          `${isCrowd ? count(silent.length) : neurons(verdict, silent)} ${silent.length === 1 ? 'calla' : 'callan'}, 0 en todos los ejemplos: ninguno mueve sus pesos. No se ${silent.length === 1 ? 'cuenta' : 'cuentan'}.`,
        ]),
  ];
}

/** @type {import('../en/verdict.js').VerdictMessages} */
export const verdictMessages = {
  sentence: (verdict, step) => {
    if (verdict.units > MOST_NAMED) return crowdSentence(verdict, step);
    const everyone = Array.from({ length: verdict.units }, (_, at) => at + 1);
    const { nearest } = verdict;
    if (verdict.kind === 'single' || nearest === null) {
      return verdict.kind === 'single'
        ? 'Una sola neurona oculta: no tiene gemela.'
        : `${neurons(verdict, everyone)} son gemelas exactas ${when(step)} (iguales en cada bit).`;
    }
    if (verdict.units === 2) {
      const difference = formatDifference(nearest.distance);
      return nearest.kind === 'near-tied'
        ? `${neurons(verdict, everyone)} son casi gemelas: difieren en ${difference} ${when(step)}.`
        : `${neurons(verdict, everyone)} están separadas: ${difference} ${when(step)}.`;
    }
    return [...tiedSentences(verdict, step), nearestSentence(verdict, step)].join(' ');
  },
  glance: (verdicts) => `diferentes: ${verdicts.map(({ different }) => count(different)).join(', ')}`,
  inLayer: (layer, sentence) => `Capa ${layer}: ${sentence}`,
  differentLayers: (verdicts) => `Las capas tienen ${list(verdicts.map(({ different }) => count(different)))} neuronas diferentes.`,
  allApart: (step) => `No hay dos neuronas gemelas en ninguna capa ${when(step)}.`,
  different: (verdict) => {
    const amount = plural(verdict.different, 'neurona en la práctica', 'neuronas diferentes');
    const isNear = verdict.pairs.some(({ kind }) => kind === 'near-tied');
    return [isNear ? `Bit a bit, ${amount}; con el redondeo que ves, menos.` : `${amount}.`, ...likenessSentences(verdict)].join(' ');
  },
  why: (verdict, differing, canPart, parted) => {
    if (parted.length > 0) return `Empezaron gemelas; las separó ${parted.map((one) => PARTED_BY[one]).join(', ')}.`;
    if (canPart) return 'Sus pesos son iguales, pero este entrenamiento puede separarlas.';
    if (verdict.kind === 'tied') return 'Pesos iguales, de entrada y de salida, dan gradientes iguales: siguen iguales.';
    if (verdict.units !== 2 || differing.length === 0) return '';
    return `Empezaron con ${partsText(differing)} diferentes: nada las mantiene iguales.`;
  },
  logistic: 'Sin capa oculta no hay gemelas: esto es regresión logística.',
  logisticMore: 'Cada peso tiene su propia característica, así que puede aprender incluso desde ceros.',
};

const PARTED_BY = {
  dropout: 'el dropout',
  noise: 'el ruido del gradiente',
  rates: 'la tasa de aprendizaje',
  freeze: 'un peso congelado',
  memory: 'el momento',
};

/**
 * A layer with too many neurons to name them.
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string}
 */
function crowdSentence(verdict, step) {
  const { units, kind, groups, nearest } = verdict;
  if (kind === 'tied') return `Las ${count(units)} neuronas son gemelas exactas ${when(step)} (iguales en cada bit).`;
  const near =
    nearest?.kind === 'near-tied'
      ? ` ${neurons(verdict, nearest.units)} son casi gemelas: difieren en ${formatDifference(nearest.distance)}.`
      : '';
  if (groups === units) return `De las ${count(units)} neuronas no hay dos que sean gemelas ${when(step)}.${near}`;
  return `${count(units)} neuronas forman ${plural(groups, 'grupo', 'grupos')} ${when(step)}; dentro de cada grupo todas son gemelas exactas (iguales en cada bit).${near}`;
}

/**
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string[]}
 */
function tiedSentences(verdict, step) {
  return verdict.tied.map((group, at) =>
    at === 0
      ? `${neurons(verdict, group)} son gemelas exactas ${when(step)} (iguales en cada bit).`
      : `También ${numbers(verdict, group)}.`,
  );
}

/**
 * @param {Verdict} verdict of more than two neurons, not all tied
 * @param {number} step
 * @returns {string}
 */
function nearestSentence(verdict, step) {
  const { units, tied, kind, nearest } = verdict;
  if (nearest === null) return '';
  const difference = formatDifference(nearest.distance);
  if (nearest.kind === 'near-tied') return `${neurons(verdict, nearest.units)} son casi gemelas: difieren en ${difference}.`;
  if (kind === 'apart')
    return `Las ${units} neuronas están separadas ${when(step)}; las más cercanas, ${numbers(verdict, nearest.units)}, por ${difference}.`;
  const isAlone = (/** @type {number} */ unit) => !tied.some((group) => group.includes(unit));
  const alone = Array.from({ length: units }, (_, at) => at + 1).filter(isAlone);
  if (alone.length === 0) return `Los grupos están separados por ${difference} o más.`;
  return `${neurons(verdict, alone)} ${alone.length === 1 ? 'está separada' : 'están separadas'} por ${difference} o más.`;
}
