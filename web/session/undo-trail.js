/**
 * What undo and redo walk along: the experiments that were there, in their order, as texts. Changes that follow each other quickly on
 * the same parameter, as a slider makes them, are one step.
 */

/**
 * @template Event
 * @typedef {object} Place an experiment, and how it was reached
 * @property {string} text the experiment as JSON
 * @property {Event} event
 * @property {string | null} changed the parameter that was edited, where it was one
 */

/** As many steps back as a person would go, and not more text than a page may keep. */
export const MOST_PLACES = 100;
const MOST_CHARACTERS = 16_000_000;
/** Edits of one parameter that lie no further apart are one. */
const TOGETHER_MS = 1000;

/** @template Event */
export class UndoTrail {
  /** @type {(Place<Event> & { time: number })[]} */
  #places = [];
  #at = -1;

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#places.length - 1;
  }

  /**
   * Goes on from here to another place; what was undone before is gone.
   * @param {Place<Event>} place
   * @param {number} time in milliseconds
   */
  add(place, time) {
    const here = this.#places[this.#at];
    const isSameEdit = place.changed !== null && here?.changed === place.changed && time - here.time <= TOGETHER_MS;
    // The first place is never edited away: from there nothing could be undone.
    const isSamePlace = here?.text === place.text || (isSameEdit && this.#at > 0);
    this.#places.length = isSamePlace ? this.#at : this.#at + 1;
    this.#places.push({ ...place, time });
    let characters = this.#places.reduce((sum, { text }) => sum + text.length, 0);
    while (this.#places.length > MOST_PLACES || (characters > MOST_CHARACTERS && this.#places.length > 1)) {
      characters -= this.#places.shift()?.text.length ?? 0;
    }
    this.#at = this.#places.length - 1;
  }

  /**
   * Moves along, once what stands there has been reached: where `reach` throws, nothing moves.
   * @param {-1 | 1} direction
   * @param {(place: Place<Event>) => void} reach
   */
  move(direction, reach) {
    const place = this.#places[this.#at + direction];
    if (place === undefined) return;
    this.#at += direction;
    try {
      reach(place);
    } catch (error) {
      this.#at -= direction;
      throw error;
    }
  }
}
