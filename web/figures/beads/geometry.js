/**
 * Where the beads of two chains lie: one strand from J while both share their factors, then one a chain; and the arrows of the examples
 * below. Pure: from numbers to places, in CSS pixels.
 */

/** @typedef {import('../../engine/chain.js').Factor} Factor */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {'shared' | 'equal' | 'differs' | 'alone'} BeadKind shared: one bead of both chains; alone: there is no second chain */
/** @typedef {Point & { at: number, lane: 0 | 1, factor: Factor, kind: BeadKind }} Bead */
/** @typedef {{ at: number, x: number, top: number, bottom: number, equal: boolean }} Joint between two beads of one place */

/**
 * @typedef {object} Strands
 * @property {number} height
 * @property {number} radius of a bead
 * @property {Point} start J
 * @property {Point[]} ends one a chain: the weights
 * @property {Bead[]} beads
 * @property {Joint[]} joints
 * @property {Point[][]} threads the way of each chain, from J to its weight
 * @property {Point[]} common the part of them that both share
 */

/** Below this width beads are small, and their numbers short. */
const NARROW = 560;
const BEAD = Object.freeze({ most: 46, mostNarrow: 22, part: 0.42 });
/** Room above the upper beads and below the lower ones, for their names. */
const NAME_ROOM = Object.freeze({ narrow: 35, wide: 50 });
/** How far both strands go apart where there is room. */
const MOST_APART = 80;

/**
 * How many factors both chains have in common, from J on.
 * @param {readonly Factor[]} first
 * @param {readonly Factor[]} second
 */
export function sharedFactors(first, second) {
  const at = first.findIndex((factor, which) => factor.symbol !== second[which]?.symbol);
  return at < 0 ? first.length : at;
}

/**
 * @param {number} width
 * @param {number} spare height that is left over
 * @param {readonly [readonly Factor[]] | readonly [readonly Factor[], readonly Factor[]]} chains
 * @returns {Strands}
 */
export function layoutStrands(width, spare, chains) {
  const [first, second = null] = chains;
  const isNarrow = width < NARROW;
  const edge = isNarrow ? 16 : 30;
  const pitch = (width - 2 * edge) / (first.length + 1);
  const radius = Math.min(isNarrow ? BEAD.mostNarrow : BEAD.most, pitch * BEAD.part);
  const apart = second === null ? 0 : radius + (isNarrow ? 12 : 22) + Math.min(MOST_APART, Math.max(0, spare) * 0.25);
  const nameRoom = isNarrow ? NAME_ROOM.narrow : NAME_ROOM.wide;
  const middle = nameRoom + apart + radius;
  const shared = second === null ? 0 : sharedFactors(first, second);
  const laneY = [middle - apart, middle + apart];
  const x = (/** @type {number} */ at) => edge + pitch * (at + 1);
  const start = { x: edge, y: middle };
  const ends = chains.map((_, lane) => ({ x: width - edge, y: second === null ? middle : laneY[lane] }));
  /** @type {Bead[]} */
  const beads = chains.flatMap((factors, lane) =>
    factors.flatMap((factor, at) => {
      if (at < shared && lane === 1) return [];
      const isShared = at < shared;
      const kind = second === null ? 'alone' : isShared ? 'shared' : first[at].value === second[at].value ? 'equal' : 'differs';
      return [{ at, lane: /** @type {0 | 1} */ (lane), factor, kind, x: x(at), y: second === null || isShared ? middle : laneY[lane] }];
    }),
  );
  /** @type {Joint[]} */
  const joints =
    second === null
      ? []
      : first.flatMap((factor, at) =>
          at < shared
            ? []
            : [{ at, x: x(at), top: laneY[0] + radius, bottom: laneY[1] - radius, equal: factor.value === second[at].value }],
        );
  const threads = chains.map((factors, lane) => [
    start,
    ...factors.map((_, at) => ({ x: x(at), y: second === null || at < shared ? middle : laneY[lane] })),
    ends[lane],
  ]);
  return {
    height: middle + apart + radius + nameRoom,
    radius,
    start,
    ends,
    beads,
    joints,
    threads,
    common: threads[0].slice(0, shared + 1),
  };
}

/** @typedef {{ example: number | null, from: number, to: number, y: number }} Arrow example: null for the mean; from and to: x */

/**
 * @typedef {object} Arrows
 * @property {number} height
 * @property {number} row height of one
 * @property {{ left: number, right: number, zero: number, arrows: Arrow[] }[]} blocks one a chain, all of one scale
 * @property {number} nameX where the names of the rows end
 * @property {number} reach what an arrow would be of that ends where its block does; 0: there are none
 */

/** More examples than this are not drawn one by one. */
export const MOST_ROWS = 6;
const ROW = Object.freeze({ least: 19, most: 40 });
const HEAD_ROW = 19;

/**
 * Which examples have an arrow of their own: all of a few; of many the one that is looked at.
 * @param {number} count
 * @param {number} example
 * @returns {number[]}
 */
export function shownExamples(count, example) {
  return count > MOST_ROWS ? [example] : Array.from({ length: count }, (_, at) => at);
}

/**
 * @param {number} width
 * @param {number} spare height that is left over
 * @param {object} numbers
 * @param {readonly number[]} numbers.examples those that have an arrow
 * @param {readonly { products: readonly number[], mean: number }[]} numbers.chains products: of those examples
 * @returns {Arrows}
 */
export function layoutArrows(width, spare, { examples, chains }) {
  const row = Math.min(ROW.most, ROW.least + Math.max(0, spare) / (examples.length + 1));
  const meanRow = row + 4;
  const isNarrow = width < NARROW;
  const nameX = isNarrow ? 44 : 96;
  const gap = isNarrow ? 14 : 40;
  const left = nameX + (isNarrow ? 8 : 16);
  const room = (width - left - gap * (chains.length - 1) - 8) / chains.length;
  const largest = Math.max(...chains.flatMap(({ products, mean }) => [...products, mean].map(Math.abs)));
  // The scale doubles or halves, and else stays: while a weight is dragged an arrow grows with its gradient.
  const reach = largest === 0 ? 0 : 2 ** Math.ceil(Math.log2(largest));
  const scale = largest === 0 ? 0 : (room / 2 - 4) / reach;
  const blocks = chains.map(({ products, mean }, lane) => {
    const start = left + lane * (room + gap);
    const zero = start + room / 2;
    const arrow = (/** @type {number | null} */ example, /** @type {number} */ value, /** @type {number} */ y) => ({
      example,
      from: zero,
      to: zero + value * scale,
      y,
    });
    return {
      left: start,
      right: start + room,
      zero,
      arrows: [
        ...examples.map((example, at) => arrow(example, products[at], HEAD_ROW + row * (at + 0.5))),
        arrow(null, mean, HEAD_ROW + row * examples.length + meanRow / 2),
      ],
    };
  });
  return { height: HEAD_ROW + row * examples.length + meanRow, row, blocks, nameX, reach };
}

/**
 * An arrow from one place of a line to another, as SVG path data: a shaft, and a head that is never longer than the arrow.
 * @param {number} from
 * @param {number} to
 * @param {number} y
 * @param {number} thick
 * @returns {string} '' where it has no length
 */
export function arrowPath(from, to, y, thick) {
  const length = Math.abs(to - from);
  if (length < 0.01) return '';
  const sign = Math.sign(to - from);
  const head = Math.min(length, thick * 2.2);
  const neck = to - sign * head;
  // One that is shorter than its head is a smaller head, and no sliver of a large one.
  const wing = Math.min(thick * 1.15, Math.max(2, head * 0.8));
  const half = Math.min(thick, wing) / 2;
  return `M${from},${y - half}L${neck},${y - half}L${neck},${y - wing}L${to},${y}L${neck},${y + wing}L${neck},${y + half}L${from},${y + half}Z`;
}
