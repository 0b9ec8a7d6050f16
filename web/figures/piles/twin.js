/** Two neurons as small as can be: joined while they are equal in every bit, as far apart as they are. */

import { neuronClass } from '../../drawing/neuron-style.js';
import { setAttributes, setText, svgElement } from '../../ui/dom.js';
import { gap } from './sorting.js';

const WIDTH = 46;
const HEIGHT = 18;
const RADIUS = 5;

export function createTwin() {
  const bars = [-2, 2].map((aside) => svgElement('line', { class: 'twin-bar', y1: HEIGHT / 2 + aside, y2: HEIGHT / 2 + aside }));
  const dots = [1, 2].map((unit) => svgElement('circle', { class: `twin-dot ${neuronClass(unit)}`, cy: HEIGHT / 2, r: RADIUS }));
  const sign = svgElement('text', { class: 'twin-sign', x: WIDTH / 2, y: HEIGHT / 2, dy: '0.35em' });
  const root = svgElement(
    'svg',
    { class: 'twin', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' },
    ...bars,
    ...dots,
    sign,
  );
  return {
    element: root,
    /**
     * @param {Pick<import('./sorting.js').Result, 'track' | 'kind'>} result
     * @param {number} part of its run, 0 to 1
     */
    show({ track, kind }, part) {
      const distance = track[Math.min(track.length - 1, Math.floor(part * track.length))];
      const isTied = distance === 0;
      // Room for a bar where they are tied, and for the sign between them where they are not.
      const half = 8 + gap(distance) * (WIDTH / 2 - RADIUS - 9);
      dots.forEach((dot, at) => setAttributes(dot, { cx: WIDTH / 2 + (at === 0 ? -half : half) }));
      for (const bar of bars)
        setAttributes(bar, { x1: WIDTH / 2 - half + RADIUS, x2: WIDTH / 2 + half - RADIUS, visibility: isTied ? null : 'hidden' });
      setText(sign, part < 1 || isTied ? '' : kind === 'near-tied' ? '\u2248' : '\u2260');
    },
  };
}
