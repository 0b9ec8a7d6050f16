/**
 * Two copies of a student's progress as one: two tabs or frames of one device each go on with their own, and neither may undo the other's.
 * Pure, and the same whichever is asked first but for what only the present page knows: the chapter and the step that it shows.
 */

/**
 * What a chapter's progress must have to be merged; the rest of it is the present page's.
 * @typedef {object} Entry
 * @property {string} step shown
 * @property {string} reached the furthest
 * @property {string | null} guess null: not yet
 * @property {boolean} hasRun
 * @property {readonly string[]} answers in their order
 */

/**
 * @template {Entry} E
 * @template {{ chapters: Readonly<Record<string, E>> }} P
 * @param {P} mine of this page
 * @param {{ chapters: Readonly<Record<string, E>> }} theirs as the device has it
 * @param {{ steps: readonly string[], mostAnswers: number }} options steps: in their order
 * @returns {P}
 */
export function mergeProgress(mine, theirs, options) {
  const ids = new Set([...Object.keys(theirs.chapters), ...Object.keys(mine.chapters)]);
  const entries = [...ids].map((id) => {
    const [own, other] = [mine, theirs].map(({ chapters }) => (Object.hasOwn(chapters, id) ? chapters[id] : null));
    return [id, own === null || other === null ? (own ?? other) : mergeEntry(own, other, options)];
  });
  return { ...mine, chapters: Object.fromEntries(entries) };
}

/**
 * @template {Entry} E
 * @param {E} mine
 * @param {E} theirs
 * @param {{ steps: readonly string[], mostAnswers: number }} options
 * @returns {E}
 */
function mergeEntry(mine, theirs, { steps, mostAnswers }) {
  // Once a run is over its guess stays; that of the device was there first.
  const [first, second] = theirs.hasRun || !mine.hasRun ? [theirs, mine] : [mine, theirs];
  const isSettled = first.hasRun;
  return {
    ...mine,
    reached: steps.indexOf(theirs.reached) > steps.indexOf(mine.reached) ? theirs.reached : mine.reached,
    guess: isSettled ? (first.guess ?? second.guess) : (mine.guess ?? theirs.guess),
    hasRun: mine.hasRun || theirs.hasRun,
    answers: joinAnswers(theirs.answers, mine.answers).slice(-mostAnswers),
  };
}

/**
 * What both have, then what was answered elsewhere, then what was answered here.
 * @param {readonly string[]} theirs
 * @param {readonly string[]} mine
 */
function joinAnswers(theirs, mine) {
  let common = 0;
  while (common < Math.min(theirs.length, mine.length) && theirs[common] === mine[common]) common += 1;
  // This page has heard of the device's answers already, and has more.
  return [...theirs, ...mine.slice(common)];
}
