/** The chapters that are told on the stage, in the order of the questions. */

import { chapter as twins } from './twins.js';
import { chapter as zeros } from './zeros.js';
import { chapter as seed } from './seed.js';
import { chapter as gradients } from './gradients.js';
import { chapter as blame } from './blame.js';
import { chapter as team } from './team.js';
import { chapter as ties } from './ties.js';
import { chapter as answer } from './answer.js';

/** @type {readonly import('../chapter.js').Chapter[]} */
export const CHAPTERS = [twins, gradients, ties, zeros, blame, seed, team, answer];
