/** Telling somebody of changes, but not too often. Clock and timer come in from outside. */

/**
 * @template T
 * @param {object} options
 * @param {number} options.interval at least so many milliseconds from one telling to the next
 * @param {() => number} options.now
 * @param {(callback: () => void, ms: number) => unknown} options.later
 * @param {(value: T) => void} options.tell
 * @returns {(value: T) => void} tells at once where it may, else as soon as it may; of several that wait only the last is told, and it always is
 */
export function createThrottle({ interval, now, later, tell }) {
  let last = -Infinity;
  /** @type {{ value: T } | null} */
  let waiting = null;

  const flush = () => {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    last = now();
    tell(value);
  };

  return (value) => {
    const isScheduled = waiting !== null;
    waiting = { value };
    const rest = last + interval - now();
    if (rest <= 0) flush();
    else if (!isScheduled) later(flush, rest);
  };
}
