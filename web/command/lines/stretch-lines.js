/** The lines of a stretch, read once more to be written: as the bytes that they are, many at a time. */

/** @typedef {import('../stretches.js').Stretch} Stretch */

const CHUNK_BYTES = 1 << 17;
const [END, COMMA, ZERO, NINE] = [...'\n,09'].map((sign) => sign.charCodeAt(0));
const SEED = '"seed":';

export class StretchLines {
  #read;
  #changed;
  /** What is read of it, and where the lines begin that nobody has taken yet. */
  #bytes;
  #from = 0;
  #filled = 0;
  /** Where it is read on, and where it ends. */
  #at;
  #end;
  #seed;
  /** How far behind the beginning of a line its seed stands, which is the same in all of them; -1: nobody knows yet. */
  #place = -1;

  /**
   * @param {Stretch} stretch
   * @param {{ read: (chunk: Buffer, at: number) => number, changed: () => Error }} file read: fills the chunk with what stands there, and says with how many bytes;
   *   changed: what is thrown where there are other lines now
   */
  constructor({ start, bytes, seed }, { read, changed }) {
    this.#read = read;
    this.#changed = changed;
    this.#bytes = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes));
    this.#at = start;
    this.#end = start + bytes;
    this.#seed = seed;
  }

  /**
   * The next lines, with their ends.
   * @param {number} most how many are wanted; 1 or more, and no more than are left
   * @returns {{ bytes: Buffer, lines: number }} good until the next are taken; lines: one at least
   */
  take(most) {
    let lines = 0;
    let to = this.#from;
    while (lines < most) {
      const end = this.#bytes.indexOf(END, to);
      if (end >= 0 && end < this.#filled) {
        this.#heedSeed(to);
        to = end + 1;
        lines += 1;
      } else if (lines > 0) break;
      else {
        this.#readOn();
        to = 0;
      }
    }
    const bytes = this.#bytes.subarray(this.#from, to);
    this.#from = to;
    return { bytes, lines };
  }

  #readOn() {
    const kept = this.#filled - this.#from;
    const room = kept === this.#bytes.length ? Buffer.allocUnsafe(2 * kept) : this.#bytes;
    this.#bytes.copy(room, 0, this.#from, this.#filled);
    this.#bytes = room;
    this.#from = 0;
    const size = Math.min(room.length - kept, this.#end - this.#at);
    const read = size > 0 ? this.#read(room.subarray(kept, kept + size), this.#at) : 0;
    if (read === 0) throw this.#changed();
    this.#filled = kept + read;
    this.#at += read;
  }

  /** @param {number} from where a line begins */
  #heedSeed(from) {
    const bytes = this.#bytes;
    if (this.#place < 0) this.#place = bytes.indexOf(SEED, from) + SEED.length - from;
    let seed = 0;
    let at = from + this.#place;
    for (let sign = bytes[at]; sign >= ZERO && sign <= NINE; sign = bytes[at]) {
      seed = seed * 10 + sign - ZERO;
      at += 1;
    }
    if (seed !== this.#seed || bytes[at] !== COMMA) throw this.#changed();
    this.#seed += 1;
  }
}
