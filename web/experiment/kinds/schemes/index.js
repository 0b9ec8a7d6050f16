/**
 * The schemes by which the engine chooses first weights, by their names in the experiment format and in the engine's order;
 * "explicit", where the experiment states them, is the one more. src/random.c has their numbers; a test compares the names.
 */
import { constant } from './constant.js';
import { glorotNormal } from './glorot-normal.js';
import { glorotUniform } from './glorot-uniform.js';
import { heNormal } from './he-normal.js';
import { heUniform } from './he-uniform.js';
import { lecunNormal } from './lecun-normal.js';
import { lecunUniform } from './lecun-uniform.js';
import { normal } from './normal.js';
import { uniform } from './uniform.js';
import { uniformRange } from './uniform-range.js';
import { zeros } from './zeros.js';

/** @typedef {{ isSeeded: boolean }} SchemeKind isSeeded: whether it draws random numbers */

export const SCHEMES = Object.freeze({
  zeros,
  constant,
  uniform,
  normal,
  'glorot-uniform': glorotUniform,
  'glorot-normal': glorotNormal,
  'he-uniform': heUniform,
  'he-normal': heNormal,
  'lecun-uniform': lecunUniform,
  'lecun-normal': lecunNormal,
  'uniform-range': uniformRange,
});

/**
 * @param {{ scheme: keyof typeof SCHEMES | 'explicit' }} init
 * @returns {boolean} whether this start comes from a random scheme with a seed
 */
export function isSeeded(init) {
  return init.scheme !== 'explicit' && SCHEMES[init.scheme].isSeeded;
}
