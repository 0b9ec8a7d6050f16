/**
 * The plane of two features: the examples, what the output says everywhere, and axes in the features' own units. A click adds an
 * example of the chosen class; so does a small form.
 */

import { formatExact } from '../../base/format.js';
import { placeOf, roundInputsAt } from '../../drawing/response-picture.js';
import { niceTicks } from '../../drawing/chart-series.js';
import { element, setText, svgElement } from '../../ui/dom.js';
import { createNumberField } from '../../ui/number-field.js';
import { createPicture } from '../../ui/picture.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../drawing/response-picture.js').Plane} Plane */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../engine/run.js').FeatureDisplay} FeatureDisplay */
/** @typedef {{ inputs: [number, number], isOne: boolean }} NewExample */

/** The plane's frame, in its own units: the picture is a square of PLOT, with axes to the left and below. */
const BOX = { width: 420, height: 400, left: 62, top: 8, plot: 344 };
const TICKS = 5;

/**
 * @param {{ size: number, messages: Messages, onAdd: (example: NewExample) => void }} options
 */
export function createPlaneView({ size, messages, onAdd }) {
  const texts = messages.pictures;
  const picture = createPicture({ size, radius: 1.5 });
  const axes = svgElement('svg', { class: 'plane-axes', viewBox: `0 0 ${BOX.width} ${BOX.height}`, 'aria-hidden': 'true' });
  const key = element('p', { class: 'note' });
  const summary = element('p', { class: 'summary' });
  const form = createAddForm(messages, onAdd);
  /** @type {Plane | null} */
  let plane = null;
  /** An example with more than one target has no class. */
  let canAdd = true;

  picture.element.addEventListener('click', (event) => {
    if (plane === null || !canAdd) return;
    const box = picture.element.getBoundingClientRect();
    const place = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    onAdd({ inputs: roundInputsAt(plane, place), isOne: form.isOne() });
  });

  return {
    element: element(
      'div',
      { class: 'plane' },
      element('h3', {}, texts.planeTitle),
      element('div', { class: 'plane-box' }, axes, picture.element),
      key,
      summary,
      form.element,
    ),
    picture,
    summary,
    /**
     * Other examples or another plane.
     * @param {Plane} next
     * @param {Snapshot} snapshot
     * @param {number} output counted from 0
     */
    frame(next, { data, experiment }, output) {
      plane = next;
      canAdd = experiment.network.outputs === 1;
      picture.element.classList.toggle('still', !canAdd);
      const target = data.targets[output];
      const isClass = data.y.every((row) => row[output] === 0 || row[output] === 1);
      setText(key, isClass ? texts.planeKey(target) : texts.planeKeyValues(target));
      axes.replaceChildren(...drawAxes(next, data.display, texts.featureWithUnit));
      form.frame(next, data.display, data.features, target, canAdd);
    },
    /**
     * @param {readonly { place: import('../../drawing/response-picture.js').Place, isOne: boolean }[]} examples
     */
    mark: (examples) => picture.mark(examples),
  };
}

/**
 * @param {Plane} plane
 * @param {readonly FeatureDisplay[]} display
 * @param {(name: string, unit: string) => string} named
 */
function drawAxes(plane, display, named) {
  const { left, top, plot } = BOX;
  const [horizontal, vertical] = display;
  const bottom = top + plot;
  /** @type {(range: import('../../drawing/response-picture.js').Range, feature: FeatureDisplay) => { raw: number, inner: number }[]} */
  const ticks = ({ min, max }, { offset, scale }) => {
    const ends = [offset + scale * min, offset + scale * max];
    return niceTicks(Math.min(...ends), Math.max(...ends), TICKS).map((raw) => ({ raw, inner: (raw - offset) / scale }));
  };
  const below = ticks(plane.x, horizontal).flatMap(({ raw, inner }) => {
    const x = left + plot * placeOf(plane, [inner, 0]).x;
    return [
      svgElement('line', { x1: x, x2: x, y1: bottom, y2: bottom + 5 }),
      svgElement('text', { x, y: bottom + 20, 'text-anchor': 'middle' }, tickText(raw)),
    ];
  });
  const beside = ticks(plane.y, vertical).flatMap(({ raw, inner }) => {
    const y = top + plot * placeOf(plane, [0, inner]).y;
    return [
      svgElement('line', { x1: left - 5, x2: left, y1: y, y2: y }),
      svgElement('text', { x: left - 9, y: y + 5, 'text-anchor': 'end' }, tickText(raw)),
    ];
  });
  const middle = top + plot / 2;
  return [
    ...below,
    ...beside,
    svgElement(
      'text',
      { class: 'axis-title', x: left + plot / 2, y: bottom + 40, 'text-anchor': 'middle' },
      named(horizontal.name, horizontal.unit),
    ),
    svgElement(
      'text',
      { class: 'axis-title', x: 14, y: middle, 'text-anchor': 'middle', transform: `rotate(-90 14 ${middle})` },
      named(vertical.name, vertical.unit),
    ),
  ];
}

/** @param {number} value */
function tickText(value) {
  return formatExact(value).replace('-', '\u2212');
}

/**
 * @param {Messages} messages
 * @param {(example: NewExample) => void} onAdd
 */
function createAddForm(messages, onAdd) {
  const texts = messages.pictures;
  /** What is typed, in the features' own units. */
  const typed = [0, 0];
  /** @type {readonly FeatureDisplay[]} */
  let display = [];
  const labels = [element('label', { for: 'field-add-1' }), element('label', { for: 'field-add-2' })];
  const fields = typed.map((_, at) =>
    createNumberField({
      name: `add-${at + 1}`,
      label: '',
      notANumber: messages.errors.notANumber,
      format: formatExact,
      onCommit: (value) => {
        typed[at] = value;
      },
    }),
  );
  const choices = [0, 1].map((value) =>
    element('input', { type: 'radio', name: 'add-class', id: `add-class-${value}`, value: String(value) }),
  );
  choices[1].checked = true;
  const classLabels = [0, 1].map((value) => element('label', { for: `add-class-${value}` }));
  const isOne = () => choices[1].checked;
  const add = element('button', { type: 'button', 'data-action': 'add-example' }, texts.add);
  add.addEventListener('click', () => {
    const [first, second] = typed.map((value, at) => (value - display[at].offset) / display[at].scale);
    if (fields.every(({ error }) => error.hidden)) onAdd({ inputs: [first, second], isOne: isOne() });
  });
  const classes = element(
    'fieldset',
    { class: 'add-classes' },
    element('legend', {}, texts.addClass),
    ...[0, 1].map((at) => element('span', {}, choices[at], classLabels[at])),
  );
  const inputs = fields.map(({ input, error }, at) => element('div', { class: 'field' }, labels[at], input, error));
  return {
    element: element(
      'div',
      { class: 'add-form', role: 'group', 'aria-label': texts.addTitle },
      classes,
      element('p', { class: 'note' }, texts.addHint),
      ...inputs,
      add,
    ),
    isOne,
    /**
     * @param {Plane} plane
     * @param {readonly FeatureDisplay[]} features
     * @param {readonly string[]} names
     * @param {string} target
     * @param {boolean} isOffered
     */
    frame(plane, features, names, target, isOffered) {
      const isSame =
        display.length === features.length &&
        features.every(({ name, scale }, at) => display[at].name === name && display[at].scale === scale);
      display = features;
      classes.parentElement?.toggleAttribute('hidden', !isOffered);
      classLabels.forEach((label, value) => setText(label, texts.classOption(target, value)));
      labels.forEach((label, at) => setText(label, texts.featureWithUnit(names[at], features[at].unit)));
      fields.forEach(({ input }, at) => input.setAttribute('aria-label', texts.featureWithUnit(names[at], features[at].unit)));
      if (isSame) return;
      roundInputsAt(plane, { x: 0.5, y: 0.5 }).forEach((value, at) => {
        typed[at] = Number((features[at].offset + features[at].scale * value).toPrecision(3));
        fields[at].set(typed[at]);
      });
    },
  };
}
