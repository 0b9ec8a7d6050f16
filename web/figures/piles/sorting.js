/** What the piles are made of: where each card lies, where it belongs, and how far its twins went apart. Pure. */

/** @typedef {'stays' | 'breaks'} Pile */
/** @typedef {Pick<import('../../session/tie-trials.js').TrialResult, 'id' | 'kind' | 'parted' | 'healed' | 'distance' | 'step' | 'stopped' | 'track'>} Result */
/** @typedef {Readonly<Record<string, Pile>>} Guesses by id of the card */
/** @typedef {{ id: string, guess: Pile | null, truth: Pile | null, isRight: boolean | null }} Sorted isRight: null where nothing was guessed, or the run is still to come */

export const PILES = Object.freeze(/** @type {const} */ (['stays', 'breaks']));

/** Distances below this are drawn as nothing, above that as all. */
const SEEN = Object.freeze({ least: 1e-16, most: 4 });

/**
 * Where a run says that a card belongs: twins that end equal in every bit stayed tied.
 * @param {Pick<Result, 'kind'>} result
 * @returns {Pile}
 */
export const pileOf = ({ kind }) => (kind === 'tied' ? 'stays' : 'breaks');

/**
 * @param {readonly string[]} ids
 * @param {Guesses} guesses
 * @param {readonly Pick<Result, 'id' | 'kind'>[]} results
 * @returns {Sorted[]}
 */
export function sortCards(ids, guesses, results) {
  return ids.map((id) => {
    const guess = guesses[id] ?? null;
    const result = results.find((each) => each.id === id);
    const truth = result === undefined ? null : pileOf(result);
    return { id, guess, truth, isRight: guess === null || truth === null ? null : guess === truth };
  });
}

/**
 * The card that is asked for: the first that lies on no pile, after the one asked for before.
 * @param {readonly string[]} ids
 * @param {Guesses} guesses
 * @param {string | null} before
 * @returns {string | null}
 */
export function nextCard(ids, guesses, before) {
  const start = before === null ? 0 : ids.indexOf(before) + 1;
  const order = [...ids.slice(start), ...ids.slice(0, start)];
  return order.find((id) => guesses[id] === undefined) ?? null;
}

/**
 * How far apart twins are drawn, 0 to 1: nothing only where they are equal in every bit, and a last bit is seen.
 * @param {number} distance
 */
export function gap(distance) {
  if (distance === 0) return 0;
  const range = Math.log(SEEN.most / SEEN.least);
  const size = Math.log(Math.max(distance, SEEN.least) / SEEN.least) / range;
  return Math.min(1, 0.12 + 0.88 * size ** 3);
}
