/** Long work of which only the latest counts: a panel is asked anew before it has its answer. */
import { inSlices } from './slices.js';

/** Work that is begun ends what was begun before, of which nothing more is heard. */
export function createLatestWork() {
  let controller = new AbortController();
  const end = () => controller.abort();
  return {
    end,
    /**
     * @template Done, T
     * @param {Generator<Done, T>} work as in slices.js; what is done within a slice is there at once
     * @param {object} on
     * @param {(result: T) => void} on.done
     * @param {(done: Done) => void} [on.slice] after each slice but the last
     * @param {(error: unknown) => void} [on.failed] left out: the error is thrown
     */
    begin(work, { done, slice, failed }) {
      end();
      controller = new AbortController();
      const { signal } = controller;
      inSlices(work, { signal, onSlice: slice }).then(
        (result) => {
          if (!signal.aborted) done(result);
        },
        (error) => {
          if (signal.aborted) return;
          if (failed === undefined) throw error;
          failed(error);
        },
      );
    },
  };
}
