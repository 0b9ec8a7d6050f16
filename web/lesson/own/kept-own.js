/**
 * The teachers' chapters that were opened on this device: what each asks, without its texts and runs, so that the answers to them are told with those to ours
 * when their links are not at hand. What the device gives back is checked like any input.
 */

import { choice, fail, list, object, refine, text } from '../../base/checks.js';
import { ExperimentError } from '../../base/errors.js';
import { OWN_LIMITS } from './chapter-limits.js';
import { isOwnId } from '../first-view.js';
import { forgetGuesses } from '../story/companions/kept-guesses.js';

/** @typedef {import('../story/chapter.js').Chapter} Chapter */
/** @typedef {{ chapter: Chapter, title: string }} KeptOwn */
/** @typedef {(key: string) => { recall: () => string | null, remember: (text: string) => void, forget: () => void }} MemoryOf */

const LIST = 'twin-neurons-own';
/** The newest so many are known; what was done in others is forgotten. */
export const MOST_OWN = 30;
const LONGEST_TEXT = 200_000;
const LONGEST_ID = 64;

/** Where the progress in a chapter is remembered. @param {string} id */
export const ownKey = (id) => `twin-neurons-${id}`;

const id = text(LONGEST_ID);
const ASK = object([
  { key: 'kind', kind: choice(['guess', 'check']) },
  { key: 'options', kind: list(id, { most: OWN_LIMITS.options, wanted: 'a list of options' }) },
  { key: 'right', kind: id },
]);
const STEP = object([
  { key: 'id', kind: id },
  { key: 'at', kind: choice(['start', 'run', 'end']) },
  { key: 'ask', kind: ASK, optional: true },
]);
const KEPT = list(
  object([
    { key: 'id', kind: refine(id, (value, path) => isOwnId(value) || fail(path, 'must be the id of a chapter')) },
    { key: 'title', kind: text(OWN_LIMITS.title) },
    { key: 'steps', kind: list(STEP, { least: 1, most: OWN_LIMITS.steps, wanted: 'a list of steps' }) },
  ]),
  { most: MOST_OWN, wanted: 'a list of chapters', unique: (kept) => kept.id },
);

/**
 * @param {(key: string) => { recall: () => string | null }} memoryOf
 * @returns {KeptOwn[]} the newest first
 */
export function keptOwn(memoryOf) {
  try {
    const kept = memoryOf(LIST).recall() ?? '[]';
    const given = kept.length > LONGEST_TEXT ? [] : KEPT.check(JSON.parse(kept), 'own', { root: undefined, own: undefined });
    return given.map((/** @type {any} */ { id: own, title, steps }) => ({ chapter: { id: own, steps, runs: {}, claims: [] }, title }));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ExperimentError) return [];
    throw error;
  }
}

/** @param {KeptOwn} opened @param {MemoryOf} memoryOf */
export function keepOwn(opened, memoryOf) {
  const others = keptOwn(memoryOf).filter(({ chapter }) => chapter.id !== opened.chapter.id);
  for (const { chapter } of others.splice(MOST_OWN - 1)) memoryOf(ownKey(chapter.id)).forget();
  const all = [opened, ...others].map(({ chapter, title }) => ({
    id: chapter.id,
    title,
    steps: chapter.steps.map(({ id: step, at, ask }) => ({ id: step, at, ...(ask && { ask }) })),
  }));
  memoryOf(LIST).remember(JSON.stringify(all));
}

/** Which chapters were opened, what was done in each, and what was guessed and not said. @param {MemoryOf} memoryOf */
export function forgetOwn(memoryOf) {
  for (const { chapter } of keptOwn(memoryOf)) memoryOf(ownKey(chapter.id)).forget();
  memoryOf(LIST).forget();
  forgetGuesses();
}
