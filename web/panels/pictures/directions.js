/** Where the neurons of a hidden layer point, while they train: the dial, the growth that a tiny start predicts beside the one measured, and the numbers that ReLU neurons keep. */

import { MOST_ARROWS, createDialFigure } from '../../figures/dial/figure.js';
import { networkLayers } from '../../experiment/parameters.js';
import { growthRate } from '../../ties/difference-growth.js';
import { growthOfTiny, hasCommonPush, measuredAlong } from '../../ties/common-push.js';
import { choice, element, setText } from '../../ui/dom.js';
import { createTableFold } from '../../ui/table-fold.js';
import { createKeptNumbers } from './kept-numbers.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {() => { gradients: () => Float64Array }} Inspect */

/** Parameters times examples: so much is worked out while training, too. */
const QUICK = 1e6;

/** @param {{ messages: Messages, inspect: Inspect }} options */
export function createDirections({ messages, inspect }) {
  const { directions: texts, dial } = messages;
  const layers = choice({ name: 'directions-layer', label: messages.pictures.layer, options: [], onChoose: () => redraw() });
  const place = element('div', { class: 'directions-dial' });
  const key = element('p', { class: 'note' });
  const words = element('p', { class: 'directions-words' });
  const growth = element('p', { id: 'push' });
  const fold = createTableFold({
    label: texts.table,
    read: () => ({ caption: texts.caption, ...(figure?.table() ?? { head: [], rows: [] }) }),
  });
  const kept = createKeptNumbers({ messages: texts.kept, most: MOST_ARROWS });
  const root = element(
    'section',
    { class: 'directions' },
    element('h3', {}, texts.title),
    layers.element,
    element('div', { class: 'directions-beside' }, place, element('div', {}, words, growth, key, fold.button)),
    fold.element,
    kept.element,
  );
  /** @type {ReturnType<typeof createDialFigure> | null} */
  let figure = null;
  let shown = '';
  /** @type {Snapshot | null} */
  let latest = null;

  const layer = () => Number(layers.select.value);

  /** @param {Snapshot} snapshot */
  const frame = ({ experiment, data }) => {
    const { network } = experiment;
    const before = layer() || 1;
    layers.select.replaceChildren(
      ...network.hidden.map((units, at) => element('option', { value: String(at + 1) }, messages.pictures.layerOption(at + 1, units))),
    );
    layers.select.value = String(Math.min(before, network.hidden.length));
    layers.element.hidden = network.hidden.length < 2;
    figure = createDialFigure({
      messages: dial,
      run: { experiment, data: { ...data, features: data.display.map(({ name }) => name) } },
      layer: layer(),
      readout: () => [],
    });
    place.replaceChildren(figure.element);
    const { inputs, units, firstUnit } = networkLayers(network)[layer() - 1];
    const some = units > MOST_ARROWS ? ` ${messages.pictures.shownOf(MOST_ARROWS, units)}` : '';
    setText(key, (inputs > 2 ? texts.keyToFirst(inputs, firstUnit) : texts.key) + some);
  };

  /** @param {Snapshot} snapshot @param {() => Float64Array} gradients */
  const sayGrowth = ({ experiment, values, history, step, names }, gradients) => {
    if (!hasCommonPush(experiment)) return texts.noPrediction;
    const found = growthOfTiny(experiment, values, gradients);
    if (found === null) return texts.large;
    if (growthRate(found.perStep).kind === 'neither') return texts.noPush;
    // What is shown may be a step of the past.
    const steps = Array.from(history.steps).filter((each) => each <= step);
    const parametersAt = (/** @type {number} */ at) => names.map((name) => history.parameters[name][at]);
    const measured = measuredAlong(experiment.network, steps, parametersAt, found.direction);
    return `${texts.predicted(found.perStep)} ${measured === null ? texts.unmeasured : texts.measured(measured.factor, measured.from, measured.to)}`;
  };

  /** @param {Snapshot} snapshot */
  const draw = (snapshot) => {
    const { step, values, loss, data } = snapshot;
    figure?.show({ step, parameters: Float64Array.from(values), loss, right: null });
    setText(words, figure?.words() ?? '');
    if (snapshot.event !== null || values.length * data.x.length <= QUICK) {
      /** @type {Float64Array | undefined} */
      let found;
      // Linear neurons have both, of the same gradients.
      const gradients = () => (found ??= inspect().gradients());
      setText(growth, sayGrowth(snapshot, gradients));
      kept.update(snapshot, layer(), gradients);
    }
    fold.refresh();
  };

  function redraw() {
    if (latest === null) return;
    frame(latest);
    draw({ ...latest, event: 'changed' });
  }

  return {
    element: root,
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { network } = snapshot.experiment;
      root.hidden = network.hidden.length === 0;
      if (root.hidden) return;
      const now = JSON.stringify([network, snapshot.data.display]);
      if (now !== shown) frame(snapshot);
      shown = now;
      draw(snapshot);
    },
  };
}
