/** The chapters beyond the question, in the order of BEYOND_IDS. */

import { chapter as condense } from './condense.js';
import { chapter as decay } from './decay.js';
import { chapter as digits } from './digits.js';
import { chapter as noise } from './noise.js';
import { chapter as pass } from './pass.js';
import { chapter as reluLaw } from './relu-law.js';
import { chapter as split } from './split.js';

/** @type {readonly import('./chapter.js').BeyondChapter[]} */
export const BEYOND = [split, pass, noise, decay, condense, reluLaw, digits];
