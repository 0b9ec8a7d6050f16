/** Any hidden neuron cut in two where the run stands: whether its halves would go separate ways, the cut, and what it did to J. */

import { growthRate } from '../../ties/difference-growth.js';
import { networkLayers } from '../../experiment/parameters.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../session/halves.js').Neuron} Neuron */
/** @typedef {import('../../messages/en/ties.js').TiesMessages} TiesMessages */

/**
 * @typedef {object} SplitWishes
 * @property {(snapshot: Snapshot, neuron: Neuron) => ReturnType<typeof import('../../session/halves.js').growthOfHalves>} growth
 * @property {(snapshot: Snapshot, neuron: Neuron, share: number) => import('../../session/halves.js').Cut | null} cut null: it was refused
 */

/** So many neurons are looked at, of so many parameters, on so many examples: what takes no time that is felt. */
const MOST = { neurons: 8, parameters: 64, examples: 1000 };
const SHARES = { min: -1, max: 2, step: 0.1, usual: 0.5 };

/** @param {{ messages: TiesMessages['split'], on: SplitWishes }} options */
export function createSplit({ messages, on }) {
  const share = element('input', {
    type: 'range',
    id: 'split-share',
    name: 'split-share',
    min: SHARES.min,
    max: SHARES.max,
    step: SHARES.step,
    value: SHARES.usual,
  });
  const said = element('output', { for: share.id, class: 'note' });
  const rows = element('tbody', {});
  const table = element(
    'table',
    { class: 'split-table' },
    element(
      'thead',
      {},
      element('tr', {}, ...[messages.neuron, messages.halves, messages.cut].map((text) => element('th', { scope: 'col' }, text))),
    ),
    rows,
  );
  const more = element('p', { class: 'note' });
  const outcome = element('p', { class: 'split-outcome', role: 'status' });
  const root = element(
    'fieldset',
    { class: 'ties-split' },
    element('legend', {}, messages.title),
    element('p', { class: 'note' }, messages.intro),
    element('div', { class: 'field' }, element('label', { for: share.id }, messages.share), share),
    said,
    element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': messages.title }, table),
    more,
    outcome,
  );
  /** @type {Snapshot | null} */
  let latest = null;
  /** What the rows are of. @type {Partial<Snapshot>} */
  let shown = {};
  /** The layers of the network that was cut: what is said of the cut holds as long as they stand. */
  let cutLayers = '';

  const sayShare = () => {
    const text = messages.shares(Number(share.value));
    setText(said, text);
    share.setAttribute('aria-valuetext', text);
  };
  share.addEventListener('input', sayShare);
  sayShare();

  /** @param {Snapshot} snapshot @param {Neuron} neuron @param {number} number through the network @param {number} other where its other half will stand */
  const row = (snapshot, neuron, number, other) => {
    const growth = on.growth(snapshot, neuron);
    const button = element('button', { type: 'button', 'data-action': 'split', 'data-neuron': number }, messages.now(number));
    button.addEventListener('click', () => {
      const cut = on.cut(/** @type {Snapshot} */ (latest), neuron, Number(share.value));
      cutLayers = cut?.start.network.hidden.join() ?? '';
      setText(outcome, cut === null ? '' : messages.done(number, other, cut.before, cut.after));
    });
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, messages.number(number)),
      element('td', {}, typeof growth === 'number' ? messages.growth(growthRate(growth)) : messages[growth]),
      element('td', {}, button),
    );
  };

  return {
    root,
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { experiment, running, values, data, step } = snapshot;
      const { hidden } = experiment.network;
      root.hidden = hidden.length === 0;
      table.inert = running;
      if (hidden.join() !== cutLayers) setText(outcome, '');
      if (root.hidden || running || (experiment === shown.experiment && step === shown.step)) return;
      shown = snapshot;
      const all = networkLayers(experiment.network)
        .slice(0, -1)
        .flatMap(({ layer, units, firstUnit }) =>
          Array.from({ length: units }, (_, at) => ({ neuron: { layer, unit: at + 1 }, number: firstUnit + at, other: firstUnit + units })),
        );
      const isQuick = values.length <= MOST.parameters && data.x.length <= MOST.examples;
      const listed = isQuick ? all.slice(0, MOST.neurons) : [];
      rows.replaceChildren(...listed.map(({ neuron, number, other }) => row(snapshot, neuron, number, other)));
      table.hidden = listed.length === 0;
      setText(more, !isQuick ? messages.tooLarge : all.length > listed.length ? messages.more(all.length - listed.length) : '');
    },
  };
}
