/** The weights of the network figure: lines by thickness and sign, their numbers, and the hand that moves one on its line. */

import { capturePointer } from '../capture-pointer.js';
import { formatInText, formatParameter, twoReadings } from '../../base/format.js';
import { readNumber } from '../../base/read-number.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { element, setAttributes, svgElement } from '../../ui/dom.js';
import { alongOf, drawnBy, knobOf, lineWidth, pointOn } from './layout.js';

/** @typedef {import('./layout.js').Line} Line */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('../../messages/en/figures.js').FigureMessages} Messages */

/** A negative line is hollow from this width on; thinner, its two edges would be one. */
const HOLLOW = 4;
/** Where along its line a number stands: lines cross in the middle. */
const NUMBER_AT = 0.3;
const OUTGOING_AT = 0.48;
/** The part of a line that its number may have: beside its name, and under it. */
const LONGEST_NUMBER = [0.35, 0.42];
/** On a line shorter than this, in pixels, a chip would leave nothing of it to be seen. */
const SHORT_LINE = 90;
/** So much of its own height a chip stands above such a line. */
const ABOVE = 190;
/** Arrow keys move a weight by a tenth, with Shift or the page keys by one. */
const KEYS = /** @type {Readonly<Record<string, number>>} */ ({
  ArrowUp: 0.1,
  ArrowRight: 0.1,
  ArrowDown: -0.1,
  ArrowLeft: -0.1,
  PageUp: 1,
  PageDown: -1,
});
/** What a slider says of itself needs bounds; what is typed may lie outside. */
const REACH = 10;

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly string[]} options.features
 * @param {(name: string, value: number) => void} options.onEdit
 */
export function createWeights({ messages, features, onEdit }) {
  const layer = element('div', { class: 'net-hands' });
  /** @type {Map<string, { hand: HTMLElement, line: Line, value: number }>} */
  const hands = new Map();
  /** @type {readonly string[]} */
  let editable = [];
  /** The weight that the step asks to be changed. @type {string | null} */
  let asked = null;
  /** @type {NetworkLayout | null} */
  let layout = null;
  /** The line that the pointer is at. */
  let pointed = '';
  /** @type {HTMLInputElement | null} */
  let typing = null;

  /** @param {Line} line */
  const nameOf = ({ name, layer: at, input, unit }) => {
    const { layers } = /** @type {NetworkLayout} */ (layout);
    const neuron = (/** @type {number} */ column, /** @type {number} */ row) => messages.neuron(layers[column - 1][row - 1].number);
    const from = at === 1 ? features[input - 1] : neuron(at - 1, input);
    return messages.weight(name, from, at > layers.length ? messages.output : neuron(at, unit));
  };

  /** @param {string} name @param {number} value */
  const edit = (name, value) => onEdit(name, Math.round(value * 1e12) / 1e12 + 0);

  /** @param {string} name @param {string} first what was typed to open it */
  const type = (name, first) => {
    const entry = hands.get(name);
    if (entry === undefined) return;
    const input = element('input', {
      class: 'net-type',
      type: 'text',
      inputmode: 'decimal',
      'aria-label': messages.type(name),
      value: first,
    });
    let isOver = false;
    const end = (/** @type {boolean} */ isKept) => {
      if (isOver) return;
      isOver = true;
      const value = isKept && twoReadings(input.value) === null ? readNumber(input.value) : null;
      input.remove();
      typing = null;
      entry.hand.focus({ preventScroll: true });
      if (value !== null) edit(name, value);
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        const readings = event.key === 'Enter' ? twoReadings(input.value) : null;
        // It stays open, and says what it could be.
        input.setCustomValidity(readings === null ? '' : messages.twoReadings(...readings));
        if (readings === null) end(event.key === 'Enter');
        else input.reportValidity();
      }
    });
    input.addEventListener('blur', () => end(true));
    typing = input;
    input.style.transform = entry.hand.style.transform;
    layer.append(input);
    input.focus({ preventScroll: true });
    if (first === '') {
      input.value = formatParameter(entry.value);
      input.select();
    } else input.setSelectionRange(first.length, first.length);
  };

  /** @param {string} name */
  const createHand = (name) => {
    const hand = element('div', {
      class: 'net-hand',
      role: 'slider',
      tabindex: '0',
      'data-weight': name,
      'aria-valuemin': -REACH,
      'aria-valuemax': REACH,
      'aria-orientation': 'horizontal',
    });
    hand.addEventListener('keydown', (event) => {
      const entry = hands.get(name);
      if (entry === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const change = KEYS[event.key];
      if (change !== undefined) edit(name, entry.value + (event.shiftKey && Math.abs(change) < 1 ? 10 * change : change));
      else if (event.key === 'Home') edit(name, 0);
      else if (event.key === 'Enter') type(name, '');
      else if (/^[-\d.,]$/.test(event.key)) type(name, event.key);
      else return;
      event.preventDefault();
    });
    let moved = false;
    /** Where the hand took it, and what it was. */
    let from = { x: 0, y: 0, value: 0 };
    hand.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      moved = false;
      from = { x: event.clientX, y: event.clientY, value: hands.get(name)?.value ?? 0 };
      capturePointer(hand, event.pointerId);
    });
    hand.addEventListener('pointermove', (event) => {
      const entry = hands.get(name);
      if (entry === undefined || !hand.hasPointerCapture(event.pointerId) || (event.movementX === 0 && event.movementY === 0 && !moved))
        return;
      moved = true;
      const value = drawnBy(from.value, alongOf(entry.line, event.clientX - from.x, event.clientY - from.y));
      if (value !== entry.value) edit(name, value);
    });
    hand.addEventListener('pointerup', () => {
      if (!moved) type(name, '');
    });
    return hand;
  };

  const placeHands = (/** @type {ArrayLike<number>} */ parameters) => {
    for (const [name, { hand }] of hands) {
      if (editable.includes(name)) continue;
      hand.remove();
      hands.delete(name);
    }
    for (const line of layout?.lines ?? []) {
      if (!editable.includes(line.name)) continue;
      const value = parameters[line.index];
      const known = hands.get(line.name);
      const hand = known?.hand ?? createHand(line.name);
      hands.set(line.name, { hand, line, value });
      if (known === undefined) layer.append(hand);
      const { x, y } = pointOn(line, knobOf(value));
      // A short line is not covered by it: it stands above.
      const isAbove = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y) < SHORT_LINE;
      hand.style.transform = `translate(${x}px, ${y}px) translate(-50%, -${isAbove ? ABOVE : 50}%)`;
      hand.className = `net-hand ${line.color === null ? 'neuron-output' : neuronClass(line.color)}${line.name === asked ? ' asked' : ''}${value < 0 ? ' negative' : ''}`;
      setAttributes(hand, { 'aria-label': nameOf(line), 'aria-valuenow': value, 'aria-valuetext': formatInText(value) });
      hand.replaceChildren(
        element('span', { class: 'net-hand-name' }, line.name),
        element('span', { class: 'net-hand-value' }, short(value)),
      );
    }
    if (typing === null) return;
  };

  return {
    element: layer,
    /**
     * @param {readonly string[]} names
     * @param {string | null} wanted
     */
    setEditable(names, wanted) {
      editable = names;
      asked = wanted;
    },
    /**
     * @param {SVGSVGElement} svg
     * @param {NetworkLayout} next
     * @param {ArrayLike<number>} parameters
     */
    draw(svg, next, parameters) {
      layout = next;
      const { scale, lines } = next;
      svg.replaceChildren(...lines.map((line) => drawLine(line, parameters[line.index], scale, pointed, (name) => (pointed = name))));
      placeHands(parameters);
    },
    leave() {
      typing?.remove();
    },
  };
}

/**
 * @param {Line} line
 * @param {number} weight
 * @param {number} scale
 * @param {string} pointed
 * @param {(name: string) => void} onPoint
 */
function drawLine(line, weight, scale, pointed, onPoint) {
  const { name, from, to, color, layer } = line;
  const isNegative = weight < 0;
  const width = Math.max(lineWidth(weight, scale), isNegative ? HOLLOW : 0);
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const place = pointOn(line, layer === 1 && color !== null ? NUMBER_AT : OUTGOING_AT);
  const font = Math.max(12, 16 * scale);
  const halfOf = (/** @type {string} */ words) => (words.length * font * 0.56) / 2 + 5;
  const whole = `${name} ${short(weight)}`;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  // Where a line is short, its number would reach both of its ends: it stands under the name, and where that is too long, too, there is only the name.
  const rows = [[whole], whole.split(' ')].find((each, at) => 2 * Math.max(...each.map(halfOf)) < LONGEST_NUMBER[at] * length) ?? [name];
  const half = Math.max(...rows.map(halfOf));
  const high = font * (0.4 + 1.2 * rows.length);
  const group = svgElement(
    'g',
    {
      class: `net-line ${color === null ? 'neuron-output' : neuronClass(color)}${weight === 0 ? ' zero' : ''}${pointed === name ? ' pointed' : ''}`,
      'data-line': name,
      'data-sign': Math.sign(weight),
    },
    svgElement('line', { class: 'net-hit', ...ends, 'stroke-width': Math.max(22, width) }),
    svgElement('line', { class: 'net-outer', ...ends, 'stroke-width': width }),
    isNegative ? svgElement('line', { class: 'net-inner', ...ends, 'stroke-width': width - 2.4 }) : null,
    svgElement(
      'g',
      { class: 'net-value' },
      svgElement('rect', { x: place.x - half, y: place.y - high / 2, width: 2 * half, height: high, rx: font * 0.35 }),
      ...rows.map((text, at) =>
        svgElement('text', { x: place.x, y: place.y + (at - (rows.length - 1) / 2) * 1.15 * font, dy: '0.35em', 'font-size': font }, text),
      ),
    ),
  );
  group.addEventListener('pointerenter', () => {
    onPoint(name);
    group.classList.add('pointed');
  });
  group.addEventListener('pointerleave', () => {
    onPoint('');
    group.classList.remove('pointed');
  });
  return group;
}

/** A weight in the room that a line has. @param {number} value */
function short(value) {
  return formatParameter(value, 2).replace('-', '\u2212');
}
