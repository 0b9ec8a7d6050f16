/**
 * Two chains, factor under factor. Each factor, pointed at or focused, lights its part of the drawing; equal factors are joined by =, the
 * others by ≠ and set off.
 */

import { partsOf } from './comparison.js';
import { factorFormula } from '../../drawing/chain-formulas.js';
import { formatDifference, formatFigure } from '../../base/format.js';
import { element, setAttributes, setText } from '../../ui/dom.js';
import { setMath } from '../../ui/mathml.js';

/** @typedef {import('./comparison.js').FactorPair} FactorPair */
/** @typedef {import('../../engine/chain.js').Factor} Factor */
/** @typedef {import('../../messages/en/chain.js').ChainMessages} ChainMessages */
/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ name: string, product: number | null, example: number }} Head example: counted from 0 */

/**
 * @param {object} options
 * @param {ChainMessages} options.messages
 * @param {(parts: readonly string[]) => void} options.onLight
 */
export function createFactors({ messages, onLight }) {
  const root = element('div', { class: 'factors', role: 'group', 'aria-label': messages.factors });
  /** @type {ReturnType<typeof createColumn>[]} */
  let columns = [];
  const head = createHead(messages);
  let isPair = false;

  return {
    root,
    /**
     * @param {[Head, Head | null]} heads what the chains are of, and their products
     * @param {FactorPair[] | null} pairs
     * @param {Factor[]} alone the first chain's factors, where it is held against nothing
     * @param {Experiment} experiment
     */
    update(heads, pairs, alone, experiment) {
      const rows = pairs ?? alone.map((first) => ({ first, second: null, equal: true }));
      if (rows.length !== columns.length || isPair !== (pairs !== null)) {
        columns = rows.map(() => createColumn(messages, onLight));
        root.replaceChildren(head.root, ...columns.map((column) => column.root));
        isPair = pairs !== null;
        root.classList.toggle('alone', pairs === null);
      }
      head.update(heads);
      rows.forEach((row, at) => columns[at].update(row, experiment));
    },
    /** @param {string | null} part of the drawing that somebody points at */
    point(part) {
      for (const column of columns) column.point(part);
    },
  };
}

/** What the two chains are of: ∂J/∂w1 = … over ∂J/∂w3 = …, with the products of this example. @param {ChainMessages} messages */
function createHead(messages) {
  const cells = [0, 1].map(() => {
    const symbol = element('span', { class: 'factor-symbol' });
    const where = element('span', { class: 'factor-formula' });
    const value = element('span', { class: 'factor-value' });
    return { root: element('div', { class: 'factor' }, symbol, where, value), symbol, where, value };
  });
  const mark = element('span', { class: 'factor-mark' });
  const root = element('div', { class: 'factor-pair head' }, cells[0].root, mark, cells[1].root);
  return {
    root,
    /** @param {[Head, Head | null]} heads */
    update(heads) {
      heads.forEach((head, at) => {
        cells[at].root.hidden = head === null;
        if (head === null) return;
        setMath(cells[at].symbol, `∂J/∂${head.name}`);
        setText(cells[at].where, messages.inExample(head.example + 1));
        setText(cells[at].value, head.product === null ? '' : formatFigure(head.product));
      });
      const isEqual = heads[1] !== null && heads[0].product === heads[1].product;
      setText(mark, heads[1] === null ? '' : isEqual ? '=' : '≠');
      root.classList.toggle('differs', heads[1] !== null && !isEqual);
    },
  };
}

/**
 * @param {ChainMessages} messages
 * @param {(parts: readonly string[]) => void} onLight
 */
function createColumn(messages, onLight) {
  const cells = [createFactor(messages, onLight), createFactor(messages, onLight)];
  const mark = element('span', { class: 'factor-mark', 'aria-hidden': 'true' });
  const root = element('div', { class: 'factor-pair' }, cells[0].root, mark, cells[1].root);
  return {
    root,
    /** @param {{ first: Factor, second: Factor | null, equal: boolean }} pair @param {Experiment} experiment */
    update({ first, second, equal }, experiment) {
      const difference = second === null || equal ? '' : closeness(first.value, second.value);
      const words = second === null ? '' : equal ? messages.factorEqual : messages.factorDiffers;
      cells[0].update(first, experiment, words);
      cells[1].root.hidden = second === null;
      if (second !== null) cells[1].update(second, experiment, words);
      setText(mark, second === null ? '' : equal ? '=' : difference === '' ? '≠' : `≠ ${messages.closeBy(difference)}`);
      root.classList.toggle('differs', !equal);
    },
    /** @param {string | null} part */
    point(part) {
      for (const cell of cells) cell.point(part);
    },
  };
}

/**
 * By how much two numbers differ that look the same; '' where they look different.
 * @param {number} first
 * @param {number} second
 */
function closeness(first, second) {
  return formatFigure(first) === formatFigure(second) ? formatDifference(Math.abs(first - second)) : '';
}

/**
 * @param {ChainMessages} messages
 * @param {(parts: readonly string[]) => void} onLight
 */
function createFactor(messages, onLight) {
  const symbol = element('span', { class: 'factor-symbol' });
  const formula = element('span', { class: 'factor-formula' });
  const value = element('span', { class: 'factor-value' });
  const root = element('div', { class: 'factor', role: 'group', tabindex: '0' }, symbol, formula, value);
  /** @type {string[]} */
  let parts = [];
  for (const event of ['pointerenter', 'focus', 'click']) root.addEventListener(event, () => onLight(parts));
  for (const event of ['pointerleave', 'blur']) root.addEventListener(event, () => onLight([]));
  return {
    root,
    /** @param {Factor} factor @param {Experiment} experiment @param {string} mark */
    update(factor, experiment, mark) {
      parts = partsOf(factor);
      setMath(symbol, factor.symbol);
      setMath(formula, factorFormula(factor, experiment));
      setText(value, formatFigure(factor.value));
      setAttributes(root, {
        'aria-label': messages.factorLabel(factor.symbol, factor.from, factor.value, mark),
        'data-parts': parts.join(' '),
      });
    },
    /** @param {string | null} part */
    point(part) {
      root.classList.toggle('lit', part !== null && parts.includes(part));
    },
  };
}
