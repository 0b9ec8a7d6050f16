/**
 * Where the parts of the figure "plane" lie: the neurons' maps that add up, the answer, and what is said of it; and where the border of a
 * neuron has its number. Pure, in CSS pixels and in places of a picture.
 */

/** @typedef {import('../../drawing/response-picture.js').Place} Place */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * @typedef {object} PlaneLayout
 * @property {Box} answer a square
 * @property {Box[]} tiles one a neuron, squares
 * @property {Box[]} signs one before each tile but the first: where its plus stands
 * @property {number} label height of what is written under a tile
 * @property {Box} bias where the bias is named, at the end of the sum
 * @property {Box} arrow from the sum to the answer
 * @property {Box} words beside or under the answer
 */

/** Room under a tile for what it is multiplied by. */
const LABEL = 22;
const GAP = 24;
const LARGEST_TILE = 190;
const WORDS = Object.freeze({ height: 58, width: 116 });
const ARROW = 44;
/** Under the answer, where what is said stands beside it. */
const TOOLS = 28;

/**
 * @param {number} width
 * @param {number} height
 * @param {number} tiles
 * @returns {PlaneLayout}
 */
export function layoutPlane(width, height, tiles) {
  return width > height * 1.25 && width >= 600 ? beside(width, height, tiles) : under(width, height, tiles);
}

/** The sum on the left, the answer on the right, what is said under it. @param {number} width @param {number} height @param {number} tiles */
function beside(width, height, tiles) {
  const side = Math.min(height - WORDS.height, width * 0.52);
  const answer = box(width - side - 2, (height - WORDS.height - side) / 2, side, side);
  const room = answer.x - ARROW - 16;
  const { columns, tile } = bestGrid(tiles, room, height - LABEL);
  const rows = Math.ceil(tiles / columns);
  const left = Math.max(0, (room - columns * tile - (columns - 1) * GAP) / 2);
  const top = answer.y + Math.max(0, (side - rows * (tile + LABEL) - 28) / 2);
  const placed = grid(tiles, columns, tile, left, top);
  const last = placed[placed.length - 1] ?? box(left, top, 0, 0);
  return {
    answer,
    ...placedSigns(placed),
    label: LABEL,
    bias: box(left, last.y + last.height + LABEL + 2, columns * tile + (columns - 1) * GAP, 24),
    arrow: box(answer.x - ARROW - 6, answer.y + side / 2 - 10, ARROW - 4, 20),
    words: box(answer.x, answer.y + side + 8, side, WORDS.height - 8),
  };
}

/** The sum in a row on top, the answer under it, what is said beside it. @param {number} width @param {number} height @param {number} tiles */
function under(width, height, tiles) {
  const gap = tiles > 4 ? 12 : GAP;
  // Beside many maps there is no room for it.
  const biasWidth = tiles > 4 ? 0 : 96;
  const tile = tiles === 0 ? 0 : Math.min(120, (width - biasWidth - gap * tiles) / tiles, height * 0.24);
  const head = tiles === 0 ? 0 : tile + LABEL + 22;
  const isNarrow = width < 520;
  const side = Math.min(height - head - (isNarrow ? TOOLS : WORDS.height), width - (isNarrow ? WORDS.width : 0));
  const sum = tiles * (tile + gap) + biasWidth;
  const left = Math.max(0, (width - sum) / 2);
  const placed = Array.from({ length: tiles }, (_, at) => box(left + at * (tile + gap), 0, tile, tile));
  const answer = box(isNarrow ? 0 : (width - side) / 2, head, side, side);
  const middle = answer.x + side / 2;
  return {
    answer,
    ...placedSigns(placed),
    label: LABEL,
    bias: biasWidth > 0 ? box(left + tiles * (tile + gap) - gap + 2, tile / 2 - 12, biasWidth, 24) : box(middle + 16, head - 21, 110, 20),
    arrow: box(middle - 10, head - 19, 20, 17),
    words: isNarrow ? box(side + 10, head + 8, width - side - 10, side - 8) : box(answer.x, head + side + 8, side, WORDS.height - 8),
  };
}

/** The number of columns with the largest tiles. @param {number} tiles @param {number} width @param {number} height */
function bestGrid(tiles, width, height) {
  let best = { columns: 1, tile: 0 };
  for (let columns = 1; columns <= Math.max(1, tiles); columns += 1) {
    const rows = Math.ceil(tiles / columns);
    const tile = Math.min(LARGEST_TILE, (width - GAP * (columns - 1)) / columns, (height - 28) / Math.max(1, rows) - LABEL - 8);
    if (tile > best.tile) best = { columns, tile };
  }
  return best;
}

/** @param {number} count @param {number} columns @param {number} tile @param {number} left @param {number} top */
function grid(count, columns, tile, left, top) {
  return Array.from({ length: count }, (_, at) =>
    box(left + (at % columns) * (tile + GAP), top + Math.floor(at / columns) * (tile + LABEL + 8), tile, tile),
  );
}

/** @param {Box[]} tiles */
function placedSigns(tiles) {
  const signs = tiles.slice(1).map((tile, at) => {
    const before = tiles[at];
    const isBeside = before.y === tile.y;
    const gap = isBeside ? tile.x - before.x - before.width : GAP;
    // At the beginning of a further row it stands before it, where there is room left of the first tile; else over its corner.
    return box(isBeside ? tile.x - gap : Math.max(0, tile.x - gap), tile.y + tile.height / 2 - 12, gap, 24);
  });
  return { tiles, signs };
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
function box(x, y, width, height) {
  return { x, y, width, height };
}

/** How far from the edge a number stands, as a part of the picture. */
const INSIDE = 0.06;

/**
 * A place for the number of each border: on it, as far as can be from the examples and from the numbers before.
 * @param {readonly (readonly [Place, Place][])[]} borders lines of each; none where it is out of the picture
 * @param {readonly Place[]} examples
 * @param {readonly Place[]} [read] where something else is read
 * @returns {(Place | null)[]}
 */
export function placeNumbers(borders, examples, read = []) {
  const taken = [...read];
  return borders.map((lines) => {
    let best = null;
    let most = -1;
    for (const [place] of lines) {
      if ([place.x, place.y].some((value) => value < INSIDE || value > 1 - INSIDE)) continue;
      const distance = (/** @type {Place} */ other) => Math.hypot(place.x - other.x, place.y - other.y);
      // Two numbers need more room than a number and an example.
      const nearest = Math.min(1, ...examples.map(distance), ...taken.map((other) => distance(other) / 2));
      if (nearest > most) {
        most = nearest;
        best = place;
      }
    }
    if (best !== null) taken.push(best);
    return best;
  });
}

/**
 * How many examples the commonest answer is right for: what always saying it gets.
 * @param {readonly (readonly number[])[]} y yes and no, one output
 * @returns {{ answer: 0 | 1, right: number }}
 */
export function baseline(y) {
  const ones = y.filter(([target]) => target === 1).length;
  return ones > y.length - ones ? { answer: 1, right: ones } : { answer: 0, right: y.length - ones };
}
