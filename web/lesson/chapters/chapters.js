/** All chapters in the order of the outline, for whoever reads them together; the page loads them as they are needed. */

import { chapter as bias } from './bias.js';
import { chapter as blame } from './blame.js';
import { chapter as gradients } from './gradients.js';
import { chapter as howMany } from './how-many.js';
import { chapter as order } from './order.js';
import { chapter as roles } from './roles.js';
import { chapter as sameData } from './same-data.js';
import { chapter as seed } from './seed.js';
import { chapter as stayEqual } from './stay-equal.js';
import { chapter as zeros } from './zeros.js';

export const CHAPTERS = [sameData, gradients, stayEqual, bias, zeros, blame, order, seed, howMany, roles];
