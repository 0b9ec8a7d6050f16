/** Notices when neurons part or become equal, in any bit, between two looks at a run. */

/** @typedef {import('../engine/run.js').Run} Run */

export class GroupChanges {
  #ties = '';

  /** @param {Run} run from whose ties on changes count */
  begin(run) {
    this.#ties = describeTies(run);
  }

  /**
   * @param {Run} run
   * @returns {null | 'parted' | 'merged'} what happened since the last look
   */
  look(run) {
    const before = this.#ties;
    this.#ties = describeTies(run);
    if (this.#ties === before) return null;
    return groupCount(this.#ties) > groupCount(before) ? 'parted' : 'merged';
  }
}

/** @param {Run} run */
function describeTies(run) {
  return run
    .ties()
    .map(({ groups }) => groups.map((group) => group.join(',')).join(' '))
    .join(' | ');
}

/** @param {string} ties */
function groupCount(ties) {
  return ties.split(' ').length;
}
