/** A run told without movement: its start, a moment amid its change, and its end, side by side. */

import { element } from '../../ui/dom.js';
import { createNetworkFigure } from './figure.js';

/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */

/**
 * @param {object} options
 * @param {import('../../messages/en/figures.js').FigureMessages} options.messages
 * @param {Recording} options.run
 * @param {readonly Moment[]} options.moments
 * @returns {import('../figure.js').Figure<Moment>}
 */
export function createStills({ messages, run, moments }) {
  const stills = moments.map((moment) => ({ moment, figure: createNetworkFigure({ messages, run, isSmall: true }) }));
  return {
    element: element(
      'div',
      { class: 'race net-stills' },
      element(
        'div',
        { class: 'race-lanes' },
        ...stills.map(({ moment, figure }) =>
          element(
            'section',
            { class: 'race-lane', 'aria-label': messages.step(moment.step) },
            element('p', { class: 'race-title' }, messages.step(moment.step)),
            element('div', { class: 'race-network' }, figure.element),
          ),
        ),
      ),
    ),
    show: () => stills.forEach(({ moment, figure }) => figure.show(moment)),
    words: () => stills.map(({ figure }) => figure.words()).join(' '),
    table: stills[stills.length - 1].figure.table,
    leave: () => stills.forEach(({ figure }) => figure.leave()),
  };
}
