/**
 * Guesses that are made and not said yet, so that a reload does not lose them: the option that is chosen, the cards that are sorted, the line that is drawn.
 * They are kept on this device, where progress is; what comes back from there is checked by whoever asks for it.
 */

import { createDeviceMemory } from '../../../ui/device-memory.js';
import { readKept } from '../../kept-progress.js';

/** @typedef {'chosen' | 'sorted' | 'drawn'} GuessKind */

const memory = createDeviceMemory('twin-neurons-guesses');

/** @param {GuessKind} kind @returns {unknown} undefined: none is kept */
export const keptGuess = (kind) => readKept(memory.recall())[kind];

/** @param {GuessKind} kind @param {unknown} guess */
export function keepGuess(kind, guess) {
  memory.remember(JSON.stringify({ ...readKept(memory.recall()), [kind]: guess }));
}

export const forgetGuesses = () => memory.forget();
