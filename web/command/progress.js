/** A bar that says how far the work is, on a terminal alone: logs and pipes see nothing of it. */

/** Milliseconds between two drawings. */
const EVERY = 100;
const WIDTH = 24;

export class Progress {
  #stream;
  #unit;
  #total;
  #begin = performance.now();
  #drawn = -Infinity;
  #isShown = false;

  /**
   * @param {import('node:tty').WriteStream} stream
   * @param {{ total: number, unit: string }} work
   */
  constructor(stream, { total, unit }) {
    this.#stream = stream;
    this.#total = total;
    this.#unit = unit;
  }

  /** @param {number} done of the total */
  show(done) {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#drawn < EVERY) return;
    this.#drawn = now;
    this.#isShown = true;
    const line = progressLine({ done, total: this.#total, unit: this.#unit, seconds: (now - this.#begin) / 1000 });
    // Back to the start of the line, the text cut to the terminal (0: it does not know its width), nothing of an older one behind it.
    this.#stream.write(`\r${line.slice(0, (this.#stream.columns || 80) - 1)}\u001b[K`);
  }

  /** Takes the bar away. */
  end() {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
    this.#isShown = false;
  }
}

/**
 * @param {{ done: number, total: number, unit: string, seconds: number }} state
 * @returns {string} such as "[████░░░░]  50 %  1,000 of 2,000 steps, 12 s left"
 */
export function progressLine({ done, total, unit, seconds }) {
  const part = total === 0 ? 1 : done / total;
  const full = Math.floor(part * WIDTH);
  const count = (/** @type {number} */ number) => number.toLocaleString('en-US');
  const left = done === 0 || done === total ? '' : `, ${duration((seconds / done) * (total - done))} left`;
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${percent} %  ${count(done)} of ${count(total)} ${unit}${left}`;
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 6000) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}
