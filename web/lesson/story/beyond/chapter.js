/** What a chapter beyond the question is: as one of the story, but some of its runs are made of others. Types only. */

/** @typedef {import('../chapter.js').LessonRun} LessonRun */

/**
 * @typedef {LessonRun
 *   | { from: string, split: readonly [layer: number, unit: number, share: number], nudge: { parameter: string, by: number }, steps: number }
 *   | { from: string, way: 'half' | 'straight' | 'level' }} BeyondRun split: begins where another run ends, with a neuron cut in two and one weight moved; way: no training, but the places on the way from where another run ends to its mirror image
 */

/** What a race draws under its networks, and of what. @typedef {'outgoing' | 'loss' | 'distance' | 'turned' | 'kept'} LinesOf */
/** @typedef {{ kind: 'race', runs: readonly string[], lines: LinesOf, isWay?: boolean, isDial?: boolean }} BeyondRace isWay: its clock is the part of a way; isDial: the directions of the neurons in place of the networks */
/** @typedef {Omit<import('../chapter.js').Step, 'figure'> & { figure: BeyondRace }} BeyondStep */

/**
 * @typedef {object} BeyondChapter
 * @property {string} id
 * @property {Readonly<Record<string, BeyondRun>>} runs
 * @property {readonly BeyondStep[]} steps
 * @property {readonly import('../chapter.js').Claim[]} claims
 */

export {};
