/**
 * The data sets, by their names in the experiment format and in the engine's order. src/datasets.c draws them; a test compares what
 * stands here with what the engine says of them.
 */
import { and } from './and.js';
import { circles } from './circles.js';
import { coffee } from './coffee.js';
import { demand } from './demand.js';
import { gaussians } from './gaussians.js';
import { moons } from './moons.js';
import { or } from './or.js';
import { quadrants } from './quadrants.js';
import { spiral } from './spiral.js';
import { xor } from './xor.js';

/** @typedef {{ features: number, examples: number, noise: number }} DatasetKind each has one target; examples and noise where the experiment names none */

/** Stands where a set's name would, for data of the experiment's own. */
export const OWN_DATA = 'own';

export const DATASETS = Object.freeze({
  xor,
  and,
  or,
  circles,
  gaussians,
  spiral,
  quadrants,
  moons,
  coffee,
  demand,
});
