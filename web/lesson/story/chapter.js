/** What a chapter of the story is: plain data, so that a test, a teacher's page or a translation can read it without the page. */

/** @typedef {{ experiment: import('../../experiment/experiment.js').ExperimentInput, steps: number }} LessonRun an experiment and how many steps it is trained */

/** @typedef {'count' | 'loss' | 'distance' | 'weight' | 'figure' | 'percent'} FigureKind */
/**
 * A fact that the texts rely on. A test computes it anew. With an id it is also a number that a text may name, {id}.
 * @typedef {object} Claim
 * @property {string} [id]
 * @property {string} what is claimed; tests/lesson/facts.js knows how each kind is computed
 * @property {string} [run] of the chapter's runs
 * @property {string} [of] what else it is about: a parameter, or another run
 * @property {number} [at] an example or a seed, or a row
 * @property {number} [step] where it is looked at; left out: where the run ends
 * @property {number | string | boolean | null} value
 * @property {FigureKind} [as] how the number is written
 */

/**
 * Runs as curves over the steps: their weights with the distance of their neurons, or that distance alone. asks: it is drawn by the student before the run
 * is seen; what the step asks then has the options rises, stays and falls.
 * @typedef {{ kind: 'curves', runs: readonly string[], shows: 'weights' | 'distance', of?: readonly string[], asks?: boolean }} CurvesOnStage of: the weights; left out: all
 */
/** @typedef {{ kind: 'beads', run: string, name: string, other: string | null, example: number } | { kind: 'signal', run: string, example: number } | { kind: 'plane', run: string } | { kind: 'piles', run: string } | { kind: 'undrawn', run: string } | { kind: 'race', runs: readonly string[] } | CurvesOnStage} MoreFigure example: counted from 0; undrawn: a network whose random weights are still to come */
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
 * @property {true} [numbers] the figure shows the weights by name and number: the step speaks of them
 * @property {string} [reply] the step whose guess is answered here, once the run is over
 * @property {Ask} [ask]
 * @property {boolean} [keeps] its figure can be kept as a picture, with the link to its last run
 * @property {boolean} [sums] the student's guesses of all chapters are listed here, against what the runs said
 */

/**
 * @typedef {object} Chapter
 * @property {string} id in addresses, for ever
 * @property {Readonly<Record<string, LessonRun>>} runs
 * @property {readonly Step[]} steps
 * @property {readonly Claim[]} claims
 */

/** The runs that a step shows. @param {Step} step @returns {readonly string[]} */
export const runsOf = ({ figure }) => ('runs' in figure ? figure.runs : [figure.run]);
