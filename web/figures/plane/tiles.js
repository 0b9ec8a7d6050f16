/**
 * The maps of the neurons as tiles of a sum, each times its outgoing weight. One is dragged onto another, or, by keyboard and by touch, one
 * is chosen and then the other.
 */

import { capturePointer } from '../capture-pointer.js';
import { valueRange } from '../../drawing/response-picture.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { element, setAttributes, setText } from '../../ui/dom.js';
import { paintMap } from './map.js';

/** @typedef {import('./geometry.js').Box} Box */
/** @typedef {{ unit: number, number: number, values: Float64Array, weight: string, outgoing: number }} Neuron */
/** @typedef {import('./figure.js').Messages} Messages */

/** How far a pointer goes before it drags. */
const DRAG = 5;
const MOVE_MS = 360;

/**
 * @param {HTMLElement | SVGElement} target
 * @param {Box} box
 */
export function putBox({ style }, { x, y, width, height }) {
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

/**
 * @param {{ cells: number, messages: Messages, onSwap: (first: number, second: number) => void }} options
 */
export function createTiles({ cells, messages, onSwap }) {
  const list = element('div', { class: 'plane-tiles', role: 'group', 'aria-label': messages.tiles });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {ReturnType<typeof createTile>[]} */
  let tiles = [];
  /** @type {HTMLElement[]} */
  let signs = [];
  /** @type {Box[]} */
  let places = [];
  /** The unit that was chosen first. @type {number | null} */
  let chosen = null;
  let wasDragged = false;

  /** @param {number} unit */
  function createTile(unit) {
    const canvas = element('canvas', { width: cells, height: cells });
    const number = element('span', { class: 'plane-tile-number' });
    const button = element('button', { type: 'button', class: `plane-tile ${neuronClass(unit)}`, 'data-unit': unit }, canvas, number);
    const label = element('span', { class: 'plane-times' });
    // A drag ends with a click, too, and that chooses nothing.
    button.addEventListener('click', () => (wasDragged ? (wasDragged = false) : choose(unit)));
    button.addEventListener('pointerdown', (event) => drag(event, unit, button));
    return { unit, canvas, number, button, label };
  }

  /** @param {number} unit */
  function choose(unit) {
    if (chosen === null || chosen === unit) return mark(chosen === unit ? null : unit);
    const first = chosen;
    mark(null);
    exchange(first, unit);
  }

  /** @param {number | null} unit */
  function mark(unit) {
    chosen = unit;
    for (const { button, unit: own } of tiles) setAttributes(button, { 'aria-pressed': String(own === unit) });
  }

  /** @param {number} first @param {number} second */
  function exchange(first, second) {
    onSwap(first, second);
    if (isStill.matches) return;
    for (const [from, to] of [
      [first, second],
      [second, first],
    ]) {
      const [start, end] = [places[from - 1], places[to - 1]];
      // Each map comes from where it was before.
      tiles[to - 1].canvas.animate([{ transform: `translate(${start.x - end.x}px, ${start.y - end.y}px)` }, { transform: 'none' }], {
        duration: MOVE_MS,
        easing: 'ease-in-out',
      });
    }
  }

  /** @param {PointerEvent} event @param {number} unit @param {HTMLElement} button */
  function drag(event, unit, button) {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    const end = new AbortController();
    const { signal } = end;
    let isDragged = false;
    wasDragged = false;
    capturePointer(button, event.pointerId);
    button.addEventListener(
      'pointermove',
      (move) => {
        const by = { x: move.clientX - from.x, y: move.clientY - from.y };
        isDragged ||= Math.hypot(by.x, by.y) > DRAG;
        if (!isDragged) return;
        button.classList.add('dragged');
        button.style.translate = `${by.x}px ${by.y}px`;
        const over = unitAt(move, unit);
        for (const tile of tiles) tile.button.classList.toggle('target', tile.unit === over);
      },
      { signal },
    );
    /** @param {PointerEvent} up */
    const drop = (up) => {
      end.abort();
      button.style.translate = '';
      button.classList.remove('dragged');
      for (const tile of tiles) tile.button.classList.remove('target');
      if (!isDragged) return;
      wasDragged = true;
      const over = up.type === 'pointerup' ? unitAt(up, unit) : null;
      mark(null);
      if (over !== null) exchange(unit, over);
    };
    button.addEventListener('pointerup', drop, { signal });
    button.addEventListener('pointercancel', drop, { signal });
  }

  /** @param {PointerEvent} event @param {number} own */
  function unitAt({ clientX, clientY }, own) {
    const under = tiles.find(({ unit }, at) => {
      const corner = list.getBoundingClientRect();
      const { x, y, width, height } = places[at];
      const [left, top] = [clientX - corner.x - x, clientY - corner.y - y];
      return unit !== own && left >= 0 && left <= width && top >= 0 && top <= height;
    });
    return under?.unit ?? null;
  }

  return {
    element: list,
    /**
     * @param {readonly Neuron[]} neurons
     * @param {import('./geometry.js').PlaneLayout} layout
     * @param {import('../../experiment/experiment.js').Activation} activation
     * @param {import('../../ui/color-reader.js').ColorReader} colorOf
     */
    update(neurons, layout, activation, colorOf) {
      if (tiles.length !== neurons.length) {
        tiles = neurons.map(({ unit }) => createTile(unit));
        signs = layout.signs.map(() => element('span', { class: 'plane-plus', 'aria-hidden': 'true' }, '+'));
        list.replaceChildren(...tiles.flatMap(({ button, label }) => [button, label]), ...signs);
        mark(null);
      }
      places = layout.tiles;
      signs.forEach((sign, at) => putBox(sign, layout.signs[at]));
      tiles.forEach(({ canvas, number, button, label, unit }, at) => {
        const neuron = neurons[at];
        putBox(button, places[at]);
        putBox(label, {
          ...places[at],
          x: places[at].x - 10,
          width: places[at].width + 20,
          y: places[at].y + places[at].height,
          height: layout.label,
        });
        paintMap(canvas, neuron.values, valueRange(activation, neuron.values), {
          pale: colorOf('paper'),
          strong: colorOf(neuronClass(unit)),
          strength: 0.95,
        });
        setText(number, String(neuron.number));
        setText(label, messages.factor(neuron.outgoing, places[at].width < 60));
        label.classList.toggle('small', places[at].width < 60);
        setAttributes(button, { 'aria-label': messages.tile(neuron.number, neuron.weight, neuron.outgoing) });
      });
    },
  };
}
