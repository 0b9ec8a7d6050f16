/** What may stand in a chapter's told progress, wherever it is read again: in a message, a state that was kept, a file of answers. All of it is a stranger's. Pure. */

import { TOLD_IDS } from '../base/address-keys.js';
import { choice, fail, flag, isObject, list, text, whole } from '../base/checks.js';
import { describe } from '../base/errors.js';
import { isOwnId } from './first-view.js';

/** @typedef {import('../base/checks.js').Kind} Kind */

const LONGEST_ID = 64;
const LONGEST_TITLE = 200;
const MOST_STEPS = 100;
const MOST_ANSWERS = 20;

const id = text(LONGEST_ID);
const ours = choice(TOLD_IDS);

/** One of ours, or a teacher's own. @type {Kind} */
const CHAPTER_ID = {
  wanted: ours.wanted,
  check: (value, path, scope) =>
    typeof value === 'string' && isOwnId(value) ? id.check(value, path, scope) : ours.check(value, path, scope),
};

/** @param {Kind} kind @returns {Kind} */
const orNull = (kind) => ({
  wanted: `${kind.wanted}, or null`,
  check: (value, path, scope) => (value === null ? null : kind.check(value, path, scope)),
});

/** The ids of steps, each with what was chosen there. @type {Kind} */
const CHOICES = {
  wanted: 'an object of texts',
  check(value, path, scope) {
    if (!isObject(value) || Object.keys(value).length > MOST_STEPS) fail(path, `must be an object of texts; got ${describe(value)}`);
    return Object.fromEntries(Object.entries(value).map(([step, option]) => [id.check(step, path, scope), id.check(option, path, scope)]));
  },
};

/** @type {readonly import('../base/checks.js').Row[]} */
export const TOLD_ROWS = [
  { key: 'chapter', kind: CHAPTER_ID },
  { key: 'title', kind: text(LONGEST_TITLE), optional: true },
  { key: 'step', kind: id, optional: true },
  { key: 'reached', kind: whole(1, MOST_STEPS), fallback: () => 1 },
  { key: 'steps', kind: whole(1, MOST_STEPS), optional: true },
  { key: 'guess', kind: orNull(id), optional: true },
  { key: 'guesses', kind: CHOICES, fallback: () => ({}) },
  { key: 'skipped', kind: flag, optional: true },
  { key: 'hasRun', kind: flag, optional: true },
  {
    key: 'answers',
    kind: list(id, { most: MOST_ANSWERS, wanted: `a list of at most ${MOST_ANSWERS} answers` }),
    fallback: () => [],
  },
  { key: 'done', kind: flag, optional: true },
  { key: 'score', kind: orNull(whole(0, 100)), optional: true },
];
