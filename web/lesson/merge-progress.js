/** What two pages of one device know together of a student's progress. Pure; loaded with the first run that is played, before there is any. */

import { checkOf, entryOf } from './story/story.js';

/** @typedef {import('./story/chapter.js').Chapter} Chapter */
/** @typedef {import('./story/story.js').Entry} Entry */
/** @typedef {import('./story/story.js').Progress} Progress */

/**
 * What two tabs know together: the furthest step of each chapter, and every answer; where both answered, a right one stands, and the tries of whoever took more.
 * @param {Progress} one the tab that shows its place
 * @param {Progress} other
 * @param {readonly Chapter[]} chapters
 * @returns {Progress}
 */
export function mergeStories(one, other, chapters) {
  const merged = chapters.flatMap((chapter) => {
    if (!Object.hasOwn(one.chapters, chapter.id) && !Object.hasOwn(other.chapters, chapter.id)) return [];
    const [mine, theirs] = [entryOf(one, chapter), entryOf(other, chapter)];
    /** @type {Record<string, string>} */
    const choices = { ...theirs.choices, ...mine.choices };
    for (const { id, ask } of chapter.steps) if (ask?.kind === 'check' && theirs.choices[id] === ask.right) choices[id] = ask.right;
    const reached = Math.max(mine.reached, theirs.reached);
    return [[chapter.id, { step: mine.step, reached, choices, ...moreAnswers(mine, theirs, chapter) }]];
  });
  return { chapter: one.chapter, chapters: Object.fromEntries(merged) };
}

/** @param {Entry} mine @param {Entry} theirs @param {Chapter} chapter @returns {Pick<Entry, 'answers'>} */
function moreAnswers({ answers: mine }, { answers: theirs }, { steps }) {
  if (mine === undefined || theirs === undefined) return (mine ?? theirs) ? { answers: mine ?? theirs } : {};
  const right = checkOf(steps)?.ask?.right ?? '';
  // A right answer, or else more of them.
  const isMore = Number(theirs.includes(right)) - Number(mine.includes(right)) || theirs.length - mine.length;
  return { answers: isMore > 0 ? theirs : mine };
}
