/** Buttons in the drawing that change its shape: under each hidden layer one neuron fewer or more, and one button that adds a layer. */

import { LIMITS } from '../experiment/tables.js';
import { element, setText } from '../ui/dom.js';

/** @typedef {import('../drawing/network-layout.js').Layout} Layout */
/** @typedef {{ box: HTMLElement, fewer: HTMLButtonElement, more: HTMLButtonElement }} Stepper */

/**
 * @param {object} options
 * @param {import('../messages/en/page.js').Messages['reshape']} options.messages
 * @param {(hidden: number[]) => void} options.onLayers
 */
export function createNetworkSteppers({ messages, onLayers }) {
  /** @type {readonly number[]} */
  let hidden = [];
  /** @type {Stepper[]} */
  let steppers = [];
  const add = button(messages.addShort, 'add', () => onLayers([...hidden, hidden[hidden.length - 1] ?? 2]));
  add.setAttribute('aria-label', messages.add);
  add.title = messages.add;
  const root = element('div', { class: 'steppers' }, add);

  /** The last neuron of a layer takes the layer with it. @type {(layer: number, by: 1 | -1) => void} */
  const step = (layer, by) => onLayers(hidden.map((units, at) => (at === layer - 1 ? units + by : units)).filter((units) => units > 0));

  /** @param {number} layer @returns {Stepper} */
  const createStepper = (layer) => {
    const fewer = button('\u2212', 'fewer', () => step(layer, -1));
    const more = button('+', 'more', () => step(layer, 1));
    name(more, messages.more(layer));
    return { box: element('div', { class: 'stepper' }, fewer, more), fewer, more };
  };

  return {
    element: root,
    /**
     * @param {Layout} layout
     * @param {readonly number[]} present units of each hidden layer
     */
    place(layout, present) {
      hidden = present;
      // The same buttons as long as there are as many, so that the focus stays where it is.
      if (steppers.length !== layout.steppers.length) {
        const hadFocus = root.contains(document.activeElement);
        steppers = layout.steppers.map(({ layer }) => createStepper(layer));
        root.replaceChildren(...steppers.map(({ box }) => box), add);
        if (hadFocus) add.focus();
      }
      layout.steppers.forEach(({ x, y, layer }, at) => {
        const { box, fewer, more } = steppers[at];
        moveTo(box, x, y);
        name(fewer, hidden[layer - 1] === 1 ? messages.removeLayer(layer) : messages.fewer(layer));
        more.disabled = hidden[layer - 1] >= LIMITS.units;
      });
      moveTo(add, layout.addLayer.x, layout.addLayer.y);
      add.disabled = hidden.length >= LIMITS.hiddenLayers;
    },
  };
}

/** @param {string} text @param {string} kind @param {() => void} act */
function button(text, kind, act) {
  const made = element('button', { type: 'button', 'data-reshape': kind });
  setText(made, text);
  made.addEventListener('click', act);
  return made;
}

/** @param {HTMLElement} target @param {string} text */
function name(target, text) {
  target.setAttribute('aria-label', text);
  target.title = text;
}

/** @param {HTMLElement} target @param {number} x @param {number} y its center */
function moveTo(target, x, y) {
  target.style.left = `${x}px`;
  target.style.top = `${y}px`;
}
