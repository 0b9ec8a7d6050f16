/**
 * What undo and redo walk along: the experiments that were there, in their order. Changes that follow each other quickly on the same
 * parameter, as a slider makes them, are one step.
 */

/**
 * @template Event
 * @typedef {object} Place an experiment, and how it was reached
 * @property {object} experiment in normal form: one that holds a large table takes a while to be written down, and to be read again
 * @property {Event} event
 * @property {string | null} changed the parameter that was edited, where it was one
 */

/** As many steps back as a person would go, and not more than a page may keep: numbers and texts, of all places. */
export const MOST_PLACES = 100;
const MOST_VALUES = 2_000_000;
/** Edits of one parameter that lie no further apart are one. */
const TOGETHER_MS = 1000;

/** @template Event */
export class UndoTrail {
  /** @type {(Place<Event> & { time: number, values: number })[]} */
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
    const isSamePlace = isSame(here?.experiment, place.experiment) || (isSameEdit && this.#at > 0);
    this.#places.length = isSamePlace ? this.#at : this.#at + 1;
    this.#places.push({ ...place, time, values: valuesIn(place.experiment) });
    const all = () => this.#places.reduce((sum, each) => sum + each.values, 0);
    while (this.#places.length > MOST_PLACES || (this.#places.length > 1 && all() > MOST_VALUES)) this.#places.shift();
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

/** How many numbers and texts there are in it. @param {unknown} value @returns {number} */
function valuesIn(value) {
  if (Array.isArray(value) && !isObject(value[0])) return value.length;
  return isObject(value) ? Object.values(value).reduce((/** @type {number} */ sum, each) => sum + valuesIn(each), 0) : 1;
}

/** Whether two are the same to the bit; a table that both hold need not be looked through. @param {unknown} one @param {unknown} other @returns {boolean} */
function isSame(one, other) {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, at) => isSame(each, other[at]));
  return isObject(one) && isObject(other) && Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]));
}

/** @param {unknown} value @returns {value is Record<string, unknown>} a list, too */
function isObject(value) {
  return Object(value) === value;
}
