/** Work in parts, so that whoever shows something can do it a slice at a time. */

/**
 * All parts at once.
 * @template T
 * @param {Generator<unknown, T>} work
 * @returns {T}
 */
export function allOf(work) {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
