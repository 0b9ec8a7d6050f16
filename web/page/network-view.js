/**
 * The live drawing of the network: neurons and edges in SVG, every weight and bias as a field over it. It draws what a snapshot says
 * and reports edits; where things stand is decided by network-layout.js.
 */

import { colorUnit } from '../drawing/parameter-color.js';
import { formatLoss, formatParameter } from '../base/format.js';
import { layoutNetwork } from '../drawing/network-layout.js';
import { neuronClass } from '../drawing/neuron-style.js';
import { networkLayers, parameterPlace } from '../experiment/parameters.js';
import { element, setAttributes, setText, svgElement } from '../ui/dom.js';
import {
  drawAnchors,
  drawBands,
  drawEdge,
  drawEnd,
  drawGridLines,
  drawLinks,
  drawMore,
  drawNodes,
  drawWidths,
  longNames,
  showWeight,
} from './network-drawing.js';
import { createNetworkSteppers } from './network-steppers.js';
import { createNumberField } from '../ui/number-field.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../drawing/network-layout.js').Layout} Layout */
/** @typedef {import('../drawing/network-layout.js').Edge} Edge */
/** @typedef {import('../messages/en/page.js').Messages} Messages */
/** @typedef {{ name: string, box: HTMLElement, field: import('../ui/number-field.js').NumberField, slider: HTMLInputElement }} Chip */

/** The slider reaches at least this far to both sides. */
const SLIDER_REACH = 2;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {AbortSignal} options.signal the page is left for one in another language
 * @param {(name: string, value: number) => void} options.onEdit
 * @param {(hidden: number[]) => void} options.onLayers
 */
export function createNetworkView(root, { messages, signal, onEdit, onLayers }) {
  const drawing = svgElement('svg', { class: 'drawing', role: 'img' });
  const chipLayer = element('div', { class: 'chips' });
  const steppers = createNetworkSteppers({ messages: messages.reshape, onLayers });
  const stage = element('div', { class: 'stage' }, drawing, chipLayer, steppers.element);
  const note = element('p', { class: 'note' });
  const names = element('p', { class: 'note names' });
  root.append(stage, note, names, element('p', { class: 'note key' }, messages.networkKey));

  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {Layout | null} */
  let layout = null;
  let shape = '';
  let shownTies = '';
  /** @type {Chip[]} */
  let chips = [];
  /** @type {{ edge: Edge, outer: SVGLineElement, inner: SVGLineElement }[]} */
  let edges = [];
  /** Where each parameter that is shown stands among the values. @type {Map<string, number>} */
  let indices = new Map();
  const links = svgElement('g', { class: 'links' });
  const lossText = svgElement('text', { class: 'loss-value' });

  /** @param {Snapshot} snapshot */
  const rebuild = (snapshot) => {
    const { network } = snapshot.experiment;
    layout = layoutNetwork(network, stage.clientWidth || 600);
    stage.style.height = `${layout.height}px`;
    stage.classList.toggle('with-grid', layout.grid !== null);
    stage.classList.toggle('without-value', !layout.end.showsValue);
    setAttributes(drawing, {
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      'aria-label': messages.networkSummary(snapshot.data.features, network.hidden),
    });
    indices = new Map([...layout.edges, ...layout.fields].map(({ name }) => [name, parameterPlace(network, name)?.index ?? 0]));
    edges = layout.edges.map((edge) => drawEdge(edge, network));
    drawing.replaceChildren(
      ...drawGridLines(layout, snapshot, messages),
      ...drawBands(layout),
      ...edges.flatMap(({ outer, inner }) => [outer, inner]),
      ...drawAnchors(layout),
      links,
      ...drawNodes(layout, snapshot, messages),
      ...drawMore(layout),
      ...drawEnd(layout, messages, lossText, snapshot.data.targets.length === 1 ? snapshot.data.targets[0] : 'y'),
    );
    setText(names, longNames(snapshot.data));
    shownTies = '';
    placeChips(snapshot);
    steppers.place(layout, network.hidden);
  };

  /** @param {Snapshot} snapshot */
  const placeChips = (snapshot) => {
    if (layout === null) return;
    if (layout.fields.length !== chips.length || shape !== shapeOf(snapshot)) {
      chips = layout.fields.map(({ name }, at) => createChip(name, snapshot, messages, () => layout?.fields[at].decimals ?? 2, onEdit));
      chipLayer.replaceChildren(...chips.map(({ box }) => box));
      shape = shapeOf(snapshot);
    }
    layout.fields.forEach(({ x, y, width, height }, at) => {
      const { style } = chips[at].box;
      style.left = `${x - width / 2}px`;
      style.top = `${y - height / 2}px`;
      style.width = `${width}px`;
      style.height = `${height}px`;
    });
  };

  /** @param {Snapshot} snapshot */
  const refresh = (snapshot) => {
    /** @type {(name: string) => number} */
    const valueOf = (name) => snapshot.values[indices.get(name) ?? 0];
    for (const { edge, outer, inner } of edges) showWeight(outer, inner, valueOf(edge.name));
    for (const { name, field, slider, box } of chips) {
      if (snapshot.event === 'loaded') field.restore();
      field.set(valueOf(name));
      if (box.classList.contains('open')) showOnSlider(slider, valueOf(name));
    }
    const ties = JSON.stringify(snapshot.verdicts.map(({ tied, pairs }) => [tied, pairs.map(({ kind }) => kind)]));
    if (layout !== null && ties !== shownTies)
      links.replaceChildren(...drawLinks(layout, snapshot), ...drawWidths(layout, snapshot, messages));
    shownTies = ties;
    setText(lossText, formatLoss(snapshot.loss));
    setText(
      note,
      chips.length === 0
        ? messages.tooManyFields(snapshot.names.length)
        : snapshot.running
          ? messages.fieldsRunning
          : messages.fieldsNow(snapshot.step),
    );
  };

  const fit = () => {
    if (latest === null || layout?.width === stage.clientWidth) return;
    rebuild(latest);
    refresh(latest);
  };
  // Another width may mean another height, which must not change while sizes are being told.
  const sizes = new ResizeObserver(() => requestAnimationFrame(fit));
  sizes.observe(stage);
  signal.addEventListener('abort', () => sizes.disconnect());

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (layout === null || shape !== shapeOf(snapshot)) rebuild(snapshot);
      refresh(snapshot);
    },
  };
}

/** @param {Snapshot} snapshot */
function shapeOf({ experiment, data }) {
  const { inputs, hidden, outputs, bias } = experiment.network;
  return [inputs, hidden.join('-'), outputs, bias, data.features.join(), data.targets.join()].join(' ');
}

/**
 * @param {string} name
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 * @param {() => number} decimals
 * @param {(name: string, value: number) => void} onEdit
 * @returns {Chip}
 */
function createChip(name, snapshot, messages, decimals, onEdit) {
  const { network } = snapshot.experiment;
  const unit = colorUnit(network, name);
  const label = fullName(name, snapshot, messages);
  const field = createNumberField({
    name,
    label,
    notANumber: messages.errors.notANumber,
    format: (value) => formatParameter(value, decimals()),
    onCommit: (value) => onEdit(name, value),
  });
  const slider = element('input', { type: 'range', class: 'slider', tabindex: '-1', step: '0.01', 'aria-label': messages.slider(name) });
  slider.addEventListener('input', () => field.offer(Number(slider.value)));
  const box = element(
    'div',
    { class: `chip ${unit === null ? 'neuron-output' : neuronClass(unit)}`, 'data-part': name, title: label },
    element('label', { for: field.input.id }, name),
    field.input,
    slider,
    field.error,
  );
  box.addEventListener('focusin', () => {
    if (!box.classList.contains('open')) showOnSlider(slider, Number(field.input.dataset.value), true);
    box.classList.add('open');
  });
  box.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) box.classList.remove('open');
  });
  return { name, box, field, slider };
}

/**
 * @param {HTMLInputElement} slider
 * @param {number} value
 * @param {boolean} [fresh] chooses the reach anew; while the slider moves, its reach stays
 */
function showOnSlider(slider, value, fresh = false) {
  const reach = fresh ? Math.max(SLIDER_REACH, 2 * Math.ceil(Math.abs(value))) : Number(slider.max);
  if (fresh || Math.abs(value) > reach) {
    slider.min = String(-Math.max(reach, Math.ceil(Math.abs(value))));
    slider.max = String(Math.max(reach, Math.ceil(Math.abs(value))));
  }
  if (Number(slider.value) !== value) slider.value = String(value);
}

/**
 * @param {string} name
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 */
function fullName(name, { experiment: { network }, data }, messages) {
  const place = parameterPlace(network, name);
  if (place === null) return name;
  const layers = networkLayers(network);
  const numberOf = (/** @type {number} */ layer, /** @type {number} */ unit) => layers[layer - 1].firstUnit + unit - 1;
  const isOutput = place.layer === network.hidden.length + 1;
  const from = place.layer === 1 ? data.features[(place.input ?? 1) - 1] : messages.neuron(numberOf(place.layer - 1, place.input ?? 1));
  return messages.parameterName(name, place, isOutput, from, numberOf(place.layer, place.unit));
}
