/** What a chapter of the story is: plain data, so that a test, a teacher's page or a translation can read it without the page. Types only. */

/** @typedef {import('../chapters/starts.js').LessonRun} LessonRun */
/** @typedef {import('../chapters/chapter.js').Claim} Claim */

/** @typedef {{ kind: 'beads', run: string, name: string, other: string | null, example: number } | { kind: 'signal', run: string, example: number } | { kind: 'plane', run: string } | { kind: 'piles', run: string } | { kind: 'race', runs: readonly string[] }} MoreFigure example: counted from 0 */
/**
 * What is on the stage at a step: runs of the chapter.
 * @typedef {{ kind: 'network', run: string, before?: string } | MoreFigure} StepFigure before: a run that is kept beside, small
 */

/**
 * What a step asks. A guess is answered by the run of the next step; a check at once, and a wrong answer is not done.
 * @typedef {{ kind: 'guess' | 'check', options: readonly string[], right: string }} Ask
 */

/**
 * @typedef {object} Step
 * @property {string} id
 * @property {StepFigure} figure
 * @property {'start' | 'run' | 'end'} at run: it is played when the step is come to, and rests at its end
 * @property {string} [edit] a weight of the run that can be moved here on its line; what is said of the run afterwards depends on it
 * @property {string} [reply] the step whose guess is answered here, once the run is over
 * @property {Ask} [ask]
 * @property {boolean} [sums] the student's guesses of all chapters are listed here, against what the runs said
 */

/**
 * @typedef {object} Chapter
 * @property {string} id in addresses, for ever
 * @property {Readonly<Record<string, LessonRun>>} runs
 * @property {readonly Step[]} steps
 * @property {readonly Claim[]} claims
 */

export {};
