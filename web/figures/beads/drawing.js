/** The beads and the arrows as SVG: what geometry.js has placed, with the names and numbers of the chains. */

import { equalsSign, formatDifference, formatExact } from '../../base/format.js';
import { svgElement } from '../../ui/dom.js';
import { arrowPath } from './geometry.js';

/** @typedef {import('./geometry.js').Strands} Strands */
/** @typedef {import('./geometry.js').Bead} Bead */
/** @typedef {import('./geometry.js').Arrows} Arrows */
/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('./figure.js').Messages} Messages */
/** @typedef {{ weight: (bead: SVGElement, name: string) => void, example: (example: number) => void }} Hand */

/** Where a bead has room for two lines, its name and its number. */
const LONGEST_NAME = 5;

/**
 * A number in a bead or at the end of its way, with a true minus sign; what is exact in about as many digits is shown as it is.
 * @param {number} value
 * @param {number} digits
 */
export function beadNumber(value, digits) {
  const exact = formatExact(value);
  const rounded = Number(value.toPrecision(digits));
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e3);
  return (exact.length <= digits + 2 ? exact : isPlain ? formatExact(rounded) : formatDifference(rounded)).replaceAll('-', '\u2212');
}

/**
 * @param {Strands} strands
 * @param {{ chains: readonly Chain[], colorOf: (name: string) => string, messages: Messages, hand: Hand }} options
 */
export function drawStrands({ radius, start, ends, beads, joints, threads, common }, { chains, colorOf, messages, hand }) {
  const isSmall = radius < 30;
  return svgElement(
    'g',
    { class: isSmall ? 'strands small' : 'strands' },
    ...threads.map((points, lane) =>
      svgElement('path', {
        class: `thread ${colorOf(chains[lane].parameter)}`,
        d: `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`,
      }),
    ),
    svgElement('path', { class: 'thread neuron-output', d: `M${common.map(({ x, y }) => `${x},${y}`).join('L')}` }),
    svgElement('g', { class: 'end' }, svgElement('circle', { cx: start.x, cy: start.y, r: 15 }), text(start.x, start.y, 'J')),
    ...joints.map(({ x, top, bottom, equal }) => drawJoint(x, top, bottom, equal)),
    ...beads.map((bead) => drawBead(bead, radius, { colorOf, chains, messages, hand, isSmall })),
    ...ends.map(({ x, y }, lane) =>
      svgElement(
        'g',
        { class: `end ${colorOf(chains[lane].parameter)}` },
        svgElement('circle', { cx: x, cy: y, r: 15 }),
        text(x, y, chains[lane].parameter),
        // All beads of the way, multiplied: what anybody can check, but for the rounding of what stands in them.
        text(
          x + (isSmall ? 16 : 30),
          y + (isSmall ? 25 : 30),
          `${isSmall ? '' : `${equalsSign(Number(chains[lane].product))} `}${beadNumber(Number(chains[lane].product), isSmall ? 2 : 3)}`,
          'bead-product',
        ),
      ),
    ),
  );
}

/** @param {number} x @param {number} top @param {number} bottom @param {boolean} equal */
function drawJoint(x, top, bottom, equal) {
  const middle = (top + bottom) / 2;
  const bars = [-3, 3].map((aside) => svgElement('line', { x1: x + aside, x2: x + aside, y1: top, y2: bottom }));
  return svgElement(
    'g',
    { class: equal ? 'joint' : 'joint broken', 'aria-hidden': 'true' },
    ...(equal ? bars : []),
    svgElement('circle', { cx: x, cy: middle, r: 11 }),
    text(x, middle, equal ? '=' : '\u2260'),
  );
}

/** What a factor is worked out from. A small bead has room for five letters. @param {string} from @param {boolean} isSmall @param {Messages} messages */
function nameOf(from, isSmall, messages) {
  if (!isSmall) return messages.from(from);
  return from.includes(',') ? from : messages.fromShort(from);
}

/**
 * @param {Bead} bead
 * @param {number} radius
 * @param {{ colorOf: (name: string) => string, chains: readonly Chain[], messages: Messages, hand: Hand, isSmall: boolean }} options
 */
function drawBead({ x, y, lane, at, factor, kind }, radius, { colorOf, chains, messages, hand, isSmall }) {
  const { symbol, value, from } = factor;
  const isWeight = /^w\d+$/.test(from);
  const isNamed = from !== '1' && from.length <= LONGEST_NAME;
  const line = isSmall ? 6.5 : 9;
  // With a digit more than their product, which can then be worked out by hand.
  const number = beadNumber(value, isSmall ? 2 : 4);
  const color = kind === 'shared' ? 'neuron-output' : colorOf(chains[lane].parameter);
  const bead = svgElement(
    'g',
    {
      class: `bead ${kind} ${color}`,
      'data-key': `bead-${lane}-${at}`,
      'data-bead': symbol,
      ...(isWeight
        ? {
            role: 'slider',
            tabindex: '0',
            'aria-label': messages.drag(from),
            'aria-valuenow': value,
            'aria-valuemin': -20,
            'aria-valuemax': 20,
            'aria-valuetext': number,
          }
        : { role: 'img', 'aria-label': `${symbol} = ${from === '1' ? '' : `${from} = `}${number}` }),
    },
    kind === 'differs' ? svgElement('circle', { class: 'glow', cx: x, cy: y, r: radius + (isSmall ? 3 : 5) }) : null,
    svgElement('circle', { class: 'ball', cx: x, cy: y, r: radius }),
    ...(isNamed ? [text(x, y - line, isWeight ? from : nameOf(from, isSmall, messages), 'bead-name')] : []),
    text(x, y + (isNamed ? line : 0), number, 'bead-value'),
    ...(isWeight ? [svgElement('path', { class: 'grip', d: gripPath(x, y, radius) })] : []),
    drawSymbol(symbol, x, kind === 'shared' || lane === 0 ? y - radius - (isSmall ? 21 : 26) : y + radius + (isSmall ? 21 : 26)),
  );
  if (isWeight) hand.weight(bead, from);
  return bead;
}

/** Two small arrowheads in a bead, above and below: it can be dragged. @param {number} x @param {number} y @param {number} radius */
function gripPath(x, y, radius) {
  const edge = radius - 3;
  return `M${x - 4},${y - edge + 5}L${x},${y - edge}L${x + 4},${y - edge + 5}M${x - 4},${y + edge - 5}L${x},${y + edge}L${x + 4},${y + edge - 5}`;
}

/** "∂z3/∂a1" as a fraction. @param {string} symbol @param {number} x @param {number} y its middle */
function drawSymbol(symbol, x, y) {
  const [above, below] = symbol.split('/');
  return svgElement(
    'g',
    { class: 'symbol', 'aria-hidden': 'true' },
    text(x, y - 8, above),
    svgElement('line', { x1: x - 13, x2: x + 13, y1: y, y2: y }),
    text(x, y + 8.5, below),
  );
}

/**
 * @param {Arrows} layout
 * @param {object} options
 * @param {number} options.top
 * @param {readonly Chain[]} options.chains
 * @param {{ x: readonly (readonly number[])[] }} options.data
 * @param {number} options.example the one whose beads are shown
 * @param {(name: string) => string} options.colorOf
 * @param {Messages} options.messages
 * @param {Hand} options.hand
 */
export function drawArrows({ row, blocks, nameX, reach }, { top, chains, data, example, colorOf, messages, hand }) {
  const [{ arrows }] = blocks;
  const last = blocks[blocks.length - 1].right;
  const isShort = nameX < 60;
  const shown = arrows.filter((arrow) => arrow.example !== null);
  const rows = arrows.map((arrow, at) => {
    const isMean = arrow.example === null;
    const name = isMean ? messages.mean : isShort ? String(Number(arrow.example) + 1) : messages.example(Number(arrow.example) + 1);
    const isChosen = arrow.example === example;
    const isChoice = !isMean && shown.length > 1;
    const group = svgElement(
      'g',
      {
        class: `arrow-row${isMean ? ' mean' : ''}${isChosen ? ' chosen' : ''}`,
        'data-key': `row-${at}`,
        ...(isChoice
          ? {
              role: 'radio',
              tabindex: isChosen ? '0' : '-1',
              'aria-checked': String(isChosen),
              'aria-label': messages.exampleLabel(Number(arrow.example) + 1, data.x[Number(arrow.example)]),
            }
          : {}),
      },
      svgElement('rect', { class: 'row-box', x: 1, y: arrow.y - row / 2 + 1, width: last - 1, height: row - 2, rx: 6 }),
      text(nameX, arrow.y, name, 'row-name'),
      ...blocks.map((block, lane) => {
        const { from, to, y } = block.arrows[at];
        const look = `pull ${colorOf(chains[lane].parameter)}`;
        return from === to
          ? svgElement('circle', { class: look, cx: from, cy: y, r: 3 })
          : svgElement('path', { class: look, d: arrowPath(from, to, y, isMean ? 9 : 5) });
      }),
    );
    if (isChoice) chooseBy(group, Number(arrow.example), data.x.length, hand);
    return group;
  });
  return svgElement(
    'g',
    {
      class: 'arrows',
      transform: `translate(0 ${top})`,
      ...(shown.length > 1 ? { role: 'radiogroup', 'aria-label': messages.examples } : {}),
    },
    ...blocks.flatMap(({ left, right, zero, arrows: all }, lane) => [
      text((left + right) / 2, 12, `\u2202J/\u2202${chains[lane].parameter}`, `block-name ${colorOf(chains[lane].parameter)}`),
      ...(reach > 0 && !isShort ? [text(left, 12, beadNumber(-reach, 3), 'reach')] : []),
      ...(reach > 0 ? [text(right, 12, beadNumber(reach, 3), 'reach far')] : []),
      svgElement('line', { class: 'zero', x1: zero, x2: zero, y1: 24, y2: all[all.length - 1].y + 14 }),
    ]),
    ...(isShort && shown.length > 0 ? [text(1, 12, messages.examples, 'rows-name')] : []),
    ...rows,
  );
}

/** @param {SVGElement} group @param {number} example @param {number} count @param {Hand} hand */
function chooseBy(group, example, count, hand) {
  group.addEventListener('click', () => hand.example(example));
  group.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const isSpace = event.key === ' ';
    if (by === undefined && !isSpace) return;
    event.preventDefault();
    const next = (example + (by ?? 0) + count) % count;
    // The row that is chosen next takes the focus with it.
    /** @type {HTMLElement | null | undefined} */ (group.parentElement?.querySelector(`[data-key="row-${next}"]`))?.focus();
    hand.example(next);
  });
}

/** @param {number} x @param {number} y @param {string} content @param {string} [className] */
function text(x, y, content, className) {
  return svgElement('text', { x, y, dy: '0.35em', class: className }, content);
}
