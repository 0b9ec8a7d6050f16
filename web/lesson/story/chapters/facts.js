/** The facts that each chapter relies on without a number in its texts: for the tests, which compute them anew; the page does not load them. */

import { facts as answer } from './answer.js';
import { facts as blame } from './blame.js';
import { facts as gradients } from './gradients.js';
import { facts as seed } from './seed.js';
import { facts as team } from './team.js';
import { facts as ties } from './ties.js';
import { facts as twins } from './twins.js';
import { facts as zeros } from './zeros.js';

/** By the id of the chapter. */
export const FACTS = { answer, blame, gradients, seed, team, ties, twins, zeros };
