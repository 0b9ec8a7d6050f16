/** The parts of the network figure that stand over its maps: nodes, bars of ties, examples, and the words under the output. */

import { neuronClass } from '../../drawing/neuron-style.js';
import { svgElement } from '../../ui/dom.js';

/** @typedef {import('./layout.js').Disc} Disc */
/** @typedef {import('./layout.js').Square} Square */
/** @typedef {{ place: import('../../drawing/response-picture.js').Place, isOne: boolean }} Mark */

/** A name of more letters does not fit into a node. */
const SHORT = 3;
const LONG = 11;
/** With more examples than this they are drawn smaller. */
const FEW = 12;

/**
 * @param {{ x: number, y: number, radius: number }} place
 * @param {string} name
 * @param {number} scale
 */
export function inputNode({ x, y, radius }, name, scale) {
  const isShort = name.length <= SHORT;
  const shown = name.length > LONG ? `${name.slice(0, LONG - 1)}\u2026` : name;
  const font = isShort ? Math.min(19, Math.max(12, radius * 0.8)) : Math.max(12, 15 * scale);
  return svgElement(
    'g',
    { class: 'net-input' },
    svgElement('title', {}, name),
    svgElement('circle', { cx: x, cy: y, r: radius - 1, 'stroke-width': 1.2 + scale * 0.6 }),
    isShort
      ? svgElement('text', { x, y, dy: '0.35em', 'font-size': font }, shown)
      : svgElement('text', { class: 'net-long', x: x - radius, y: y + radius + font, 'font-size': font }, shown),
  );
}

/**
 * The rim of a neuron, with its number.
 * @param {Disc} place
 * @param {number} scale
 */
export function disc({ x, y, radius, unit, number }, scale) {
  const rim = Math.max(2.5, Math.min(6.5, radius * 0.048));
  const badge = Math.max(9, Math.min(19, radius * 0.15));
  const [bx, by] = [x - radius * Math.SQRT1_2, y - radius * Math.SQRT1_2];
  return svgElement(
    'g',
    { class: `net-neuron ${neuronClass(unit)}`, 'data-unit': number },
    svgElement('circle', { class: 'net-rim', cx: x, cy: y, r: radius - rim / 2, 'stroke-width': rim }),
    svgElement('circle', { class: 'net-badge', cx: bx, cy: by, r: badge, 'stroke-width': 1.5 + scale * 1.5 }),
    svgElement('text', { class: 'net-number', x: bx, y: by, dy: '0.36em', 'font-size': badge * 1.25 }, String(number)),
  );
}

/**
 * What joins two neurons: a double bar with an equals sign where they are tied; a band that thins as they drift apart, and snaps.
 * @param {Disc} upper
 * @param {Disc} lower
 * @param {{ isTied: boolean, isNear: boolean, apart: number }} seen
 * @param {number} scale
 */
export function bar(upper, lower, { isTied, isNear, apart }, scale) {
  const { x } = upper;
  const [top, bottom] = [upper.y + upper.radius - 1, lower.y - lower.radius + 1];
  const middle = (top + bottom) / 2;
  const ring = Math.max(7, Math.min(21 * scale + 1, (bottom - top) * 0.36));
  const sign = isTied ? '=' : isNear ? '\u2248' : '\u2260';
  const font = ring * 1.35;
  const text = svgElement('text', { x, y: middle, dy: '0.35em', 'font-size': font }, sign);
  if (isTied || isNear) {
    const half = ring * 0.34;
    const rails = [-half, half].map((dx) =>
      svgElement('line', {
        class: 'net-rail',
        x1: x + dx,
        x2: x + dx,
        y1: top,
        y2: bottom,
        'stroke-width': isTied ? Math.max(2.4, ring * 0.26) : 1.5,
      }),
    );
    return svgElement(
      'g',
      { class: 'net-bar', 'data-tie': isTied ? 'tied' : 'near' },
      ...rails,
      svgElement('circle', { cx: x, cy: middle, r: ring, 'stroke-width': 1.2 + 0.8 * scale }),
      text,
    );
  }
  const width = ring * 0.95;
  const waist = width * Math.max(0, 0.72 - apart * 1.15);
  if (waist < 1.2) {
    // Snapped: two ends that have drawn back, and a trace between them.
    const stump = Math.min(0.16 * (bottom - top), 12 * scale + 3);
    const end = (/** @type {number} */ y, /** @type {number} */ to) =>
      svgElement('path', { class: 'net-stump', d: `M${x - width / 2},${y}Q${x},${to} ${x + width / 2},${y}Z` });
    return svgElement(
      'g',
      { class: 'net-bar', 'data-tie': 'apart' },
      svgElement('line', { class: 'net-trace', x1: x, x2: x, y1: top + stump, y2: bottom - stump }),
      end(top, top + 2 * stump),
      end(bottom, bottom - 2 * stump),
      svgElement('circle', { class: 'net-clear', cx: x, cy: middle, r: ring * 0.8 }),
      text,
    );
  }
  const band = `M${x - width / 2},${top}C${x - waist / 2},${middle} ${x - waist / 2},${middle} ${x - width / 2},${bottom}H${x + width / 2}C${x + waist / 2},${middle} ${x + waist / 2},${middle} ${x + width / 2},${top}Z`;
  return svgElement(
    'g',
    { class: 'net-bar', 'data-tie': 'apart' },
    svgElement('path', { class: 'net-band', d: band }),
    svgElement('circle', { cx: x, cy: middle, r: ring * 0.82, 'stroke-width': 1 }),
    text,
  );
}

/** How round the output's corners are. @param {number} side */
export const corner = (side) => Math.max(5, Math.min(14, side * 0.055));

/**
 * @param {Square} square
 * @param {readonly SVGElement[]} marks
 */
export function outputFrame({ x, y, side }, marks) {
  const rim = Math.max(3, Math.min(7, side * 0.026));
  const frame = svgElement('rect', {
    class: 'net-frame',
    x: x - side / 2 + rim / 2,
    y: y - side / 2 + rim / 2,
    width: side - rim,
    height: side - rim,
    rx: corner(side),
    'stroke-width': rim,
  });
  return svgElement('g', { class: 'net-output' }, frame, ...marks);
}

/**
 * The examples on the output's plane: their class by shape and ink, the wrong ones ringed.
 * @param {Square} square
 * @param {readonly Mark[]} marks
 * @param {readonly boolean[]} wrong
 */
export function dataMarks({ x, y, side }, marks, wrong) {
  const size = marks.length <= FEW ? Math.max(4.5, side * 0.042) : Math.max(1.6, side * 0.014);
  const isFew = marks.length <= FEW;
  return marks.flatMap(({ place, isOne }, example) => {
    const [cx, cy] = [x - side / 2 + place.x * side, y - side / 2 + place.y * side];
    const mark = isOne
      ? svgElement('rect', {
          class: 'net-one',
          x: cx - size * 0.92,
          y: cy - size * 0.92,
          width: size * 1.84,
          height: size * 1.84,
          'stroke-width': isFew ? size * 0.3 : 0.7,
        })
      : svgElement('circle', { class: 'net-zero', cx, cy, r: size, 'stroke-width': isFew ? size * 0.3 : 0.9 });
    return wrong[example]
      ? [
          mark,
          svgElement('circle', {
            class: 'net-wrong',
            cx,
            cy,
            r: size * (isFew ? 2.1 : 1.9),
            'stroke-width': isFew ? Math.max(2, size * 0.3) : 1,
          }),
        ]
      : [mark];
  });
}

/** Pixels that what is said under a small output may take beside it, where neurons leave them free. */
const MOST_WORDS = 168;

/** A text in lines of at most so many characters, but for longer words. @param {string} text @param {number} most */
const broken = (text, most) => text.match(new RegExp(`\\S.{0,${most - 1}}(?= |$)|[^ ]+`, 'g')) ?? [];

/**
 * @param {Square} square
 * @param {number} scale
 * @param {{ strong: string, quiet: readonly string[] }} lines
 * @param {{ width: number, height: number }} size of the drawing, which no text leaves: a quiet line below it is left out
 * @param {number} from where the neurons before it end
 */
export function readout({ x: middle, y, side }, scale, { strong, quiet }, { width, height }, from) {
  const large = Math.max(12.5, Math.min(30, side * 0.115));
  const small = Math.max(12, Math.min(18, side * 0.068));
  const top = y + side / 2;
  const room = width - from - 4;
  const strongs = strong === '' ? [] : broken(strong, Math.floor(room / (large * 0.56)));
  // Step and J stand beside each other, what else is said below them: all in one line would reach the neurons.
  const lines =
    side > 170
      ? [quiet.slice(0, 2).join('   '), ...quiet.slice(2)]
      : quiet.flatMap((text) => broken(text, Math.floor(Math.min(Math.max(1.5 * side, MOST_WORDS), room) / (small * 0.58))));
  const first = strong === '' ? top + 8 + small : top + 10 * scale + large;
  const next = strong === '' ? first : first + (strongs.length - 1) * large * 1.2 + small * 1.5;
  /** @type {(text: string, look: string, size: number, y: number) => SVGElement} */
  const line = (text, look, font, down) =>
    svgElement('text', { class: look, x: Math.min(middle, width - text.length * font * 0.3 - 1), y: down, 'font-size': font }, text);
  return svgElement(
    'g',
    { class: 'net-readout' },
    ...strongs.map((text, at) => line(text, 'net-strong', large, first + at * large * 1.2)),
    ...lines
      .filter((_, at) => next + at * small * 1.35 + small * 0.3 <= height)
      .map((text, at) => line(text, 'net-quiet', small, next + at * small * 1.35)),
  );
}
