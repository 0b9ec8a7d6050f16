/** A verdict at a glance: the neurons in a row, with =, ≈ or ≠ between neighbors. */

import { neuronClass, neuronShape } from '../drawing/neuron-style.js';
import { svgElement } from './dom.js';

/** @typedef {import('../ties/verdict.js').Verdict} Verdict */

/** More neurons than this are not drawn one by one beside the sentence. */
export const MOST_MARKS = 8;
/** More than this stand above it. */
const MOST_BESIDE = 3;

/**
 * The neurons in a row, with =, ≈ or ≠ between neighbors.
 * @param {SVGSVGElement} marks
 * @param {Verdict | null} verdict
 */
export function drawMarks(marks, verdict) {
  const units = verdict === null ? 0 : verdict.units;
  const size = units > MOST_BESIDE ? 0.8 : 1;
  const pitch = 46 * size;
  const width = Math.max(0, (units - 1) * pitch + 28 * size);
  marks.setAttribute('viewBox', `0 0 ${width} 28`);
  marks.setAttribute('width', String(width));
  marks.setAttribute('height', '28');
  marks.toggleAttribute('hidden', units === 0);
  marks.classList.toggle('above', units > MOST_BESIDE);
  marks.replaceChildren(
    ...Array.from({ length: units }, (_, at) =>
      svgElement('path', {
        class: `mark ${neuronClass(at + 1)}`,
        d: neuronShape(at + 1),
        transform: `translate(${14 * size + at * pitch} 14) scale(${10 * size})`,
      }),
    ),
    ...Array.from({ length: Math.max(0, units - 1) }, (_, at) =>
      svgElement('text', { x: 14 * size + (at + 0.5) * pitch, y: 14, dy: '0.35em' }, signBetween(verdict, at + 1)),
    ),
  );
}

/**
 * @param {Verdict | null} verdict
 * @param {number} unit
 * @returns {string} between this neuron and the next
 */
function signBetween(verdict, unit) {
  const pair = verdict?.pairs.find(({ units }) => units[0] === unit && units[1] === unit + 1);
  return pair?.kind === 'tied' ? '=' : pair?.kind === 'near-tied' ? '\u2248' : '\u2260';
}
