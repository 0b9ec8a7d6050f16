/** What came of the neurons of each hidden layer over many seeds: how many are different, which are copies or mirror images of one another, which dead. Pure. */

/** @typedef {import('../engine/sweep.js').SweepResult} SweepResult */
/** The words for neurons that are alike, the strongest first. */
const WORDS = Object.freeze(/** @type {const} */ (['tied', 'same', 'mirror']));
/** @typedef {(typeof WORDS)[number]} Word */
/**
 * Neurons of a layer as a run leaves them, whichever of them they are.
 * @typedef {object} Kind
 * @property {number} different
 * @property {number} alone neurons that are like no other, and not dead
 * @property {Record<Word, number[]>} alike the sizes of the groups under each word, largest first
 * @property {number} dead
 */
/** @typedef {Kind & { seeds: number[] }} KindOfSeeds the seeds that end so, in order */

/**
 * @param {readonly SweepResult[]} results
 * @param {readonly number[]} hidden how many neurons each hidden layer has
 * @returns {KindOfSeeds[][]} of each layer, the most frequent kind first
 */
export function neuronOutcomes(results, hidden) {
  return hidden.map((units, at) => {
    /** @type {Map<string, KindOfSeeds>} */
    const kinds = new Map();
    for (const { seed, layers } of results) {
      const kind = kindOf(layers[at], units);
      const key = JSON.stringify(kind);
      const known = kinds.get(key);
      if (known === undefined) kinds.set(key, { ...kind, seeds: [seed] });
      else known.seeds.push(seed);
    }
    return [...kinds.values()].sort((one, other) => other.seeds.length - one.seeds.length);
  });
}

/**
 * @param {SweepResult['layers'][number]} layer
 * @param {number} units
 * @returns {Kind}
 */
function kindOf({ different, dead, ...groups }, units) {
  const sizes = (/** @type {Word} */ word) =>
    groups[word]
      .map((members) => members.filter((unit) => !dead.includes(unit)).length)
      .filter((size) => size > 0)
      .sort((one, other) => other - one);
  const alike = { tied: sizes('tied'), same: sizes('same'), mirror: sizes('mirror') };
  const together = WORDS.flatMap((word) => alike[word]).reduce((sum, size) => sum + size, 0);
  return { different, alone: units - dead.length - together, alike, dead: dead.length };
}
