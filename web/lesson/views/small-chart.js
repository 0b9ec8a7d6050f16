/** A chart small enough for a card: lines without axes, in the neurons' colors and dashes, one scale for all cards that stand together. */

import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { setAttributes, svgElement } from '../../ui/dom.js';

/** @typedef {{ unit: number | null, values: ArrayLike<number> }} Line unit: null for a line in ink */
/** @typedef {{ min: number, max: number }} Range */

const WIDTH = 150;
const HEIGHT = 58;
/** Room for a thick line at the edges. */
const PAD = 4;

/**
 * @param {readonly Line[]} lines
 * @returns {Range} that holds them all, and 0
 */
export function rangeOf(lines) {
  const all = lines.flatMap(({ values }) => Array.from(values));
  return { min: Math.min(0, ...all), max: Math.max(0, ...all) };
}

/** @param {{ label?: string }} [options] label: without one the chart is decoration */
export function createSmallChart({ label } = {}) {
  const lines = svgElement('g', {});
  const zero = svgElement('line', { class: 'small-zero', x1: 0, x2: WIDTH });
  const svg = svgElement(
    'svg',
    {
      class: 'small-chart',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      ...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label }),
    },
    zero,
    lines,
  );
  return {
    element: svg,
    /**
     * @param {readonly Line[]} shown drawn in their order, so that lines which coincide show as a braid
     * @param {Range} range
     * @param {number} [part] of the width that the lines take: less than 1 while a run goes on
     */
    draw(shown, { min, max }, part = 1) {
      const height = (/** @type {number} */ value) => (HEIGHT - PAD - ((value - min) / (max - min || 1)) * (HEIGHT - 2 * PAD)).toFixed(1);
      setAttributes(zero, { y1: height(0), y2: height(0) });
      lines.replaceChildren(
        ...shown.map(({ unit, values }) => {
          const points = Array.from(
            values,
            (value, at) => `${((at / Math.max(1, values.length - 1)) * WIDTH * part).toFixed(1)},${height(value)}`,
          );
          return svgElement('polyline', {
            class: unit === null ? 'small-line' : `small-line ${neuronClass(unit)}`,
            points: points.join(' '),
            'stroke-dasharray': unit === null ? null : neuronDash(unit).join(' ') || null,
          });
        }),
      );
    },
  };
}
