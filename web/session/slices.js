/** Long work in slices of a frame, so that the page goes on answering. */

/** Work takes this much of a frame; the rest is for drawing. */
export const SLICE_MS = 8;

/**
 * @template Done, T
 * @param {Generator<Done, T>} work in small parts; it yields how far it is, and is ended where the signal aborts
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {() => number} [options.now] milliseconds; left out: the page's clock, and its frames
 * @param {(callback: () => void) => void} [options.requestFrame]
 * @param {(done: Done) => void} [options.onSlice] after each slice but the last
 * @returns {Promise<T>} rejected with the signal's reason, or with what the work throws
 */
export function inSlices(
  work,
  { signal, now = () => performance.now(), requestFrame = (callback) => requestAnimationFrame(callback), onSlice = () => {} },
) {
  return new Promise((resolve, reject) => {
    const slice = () => {
      try {
        if (signal.aborted) work.throw(signal.reason);
        const began = now();
        let next = work.next();
        while (!next.done && now() - began < SLICE_MS) next = work.next();
        if (next.done) return resolve(next.value);
        onSlice(next.value);
        requestFrame(slice);
      } catch (error) {
        reject(error);
      }
    };
    slice();
  });
}
