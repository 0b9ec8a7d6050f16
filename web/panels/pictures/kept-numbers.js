/** The number that each ReLU neuron of a layer keeps, what the next step changes it by, and what it bars; where none is kept, why. */

import { networkLayers } from '../../experiment/parameters.js';
import { experimentAt } from '../../experiment/schedule.js';
import { keptRows, whyNotKept } from '../../ties/kept-law.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */

/** @param {{ messages: import('../../messages/en/directions.js').DirectionsMessages['kept'], most: number }} options most: neurons that are listed */
export function createKeptNumbers({ messages, most }) {
  const said = element('p', { class: 'note' });
  const rows = element('tbody', {});
  const heads = [messages.neuron, messages.number, messages.outgoing, messages.drift, messages.entering, messages.leaving];
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)))),
    rows,
  );
  const box = element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': messages.title }, table);
  return {
    element: element('section', { class: 'kept-numbers' }, element('h3', {}, messages.title), said, box),
    /** @param {Snapshot} snapshot @param {number} layer @param {() => ArrayLike<number>} gradients */
    update(snapshot, layer, gradients) {
      const { values } = snapshot;
      const experiment = experimentAt(snapshot);
      const why = whyNotKept(experiment);
      setText(said, why === null ? messages.intro : messages.why[why]);
      box.hidden = why !== null;
      if (why !== null) return;
      const { firstUnit } = networkLayers(experiment.network)[layer - 1];
      rows.replaceChildren(
        ...keptRows(experiment, values, gradients(), { layer, most }).map(({ unit, entering, leaving, kept, drift, sign }) =>
          element(
            'tr',
            { class: neuronClass(unit) },
            element('th', { scope: 'row' }, String(firstUnit + unit - 1)),
            ...[
              messages.value(kept),
              messages.sign[sign],
              drift === null ? messages.byChance : messages.change(drift),
              messages.value(entering),
              messages.value(leaving),
            ].map((text) => element('td', {}, text)),
          ),
        ),
      );
    },
  };
}
