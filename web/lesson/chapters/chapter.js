/**
 * What a chapter of the lesson consists of. Types only: chapters are plain data, so that a test, a teacher's page or a translation can
 * read them without the page.
 */

/** @typedef {import('./starts.js').LessonRun} LessonRun */

/**
 * How the contrasting cases are shown: which view of the lesson shows them, and what it needs to know. Cases are runs of the chapter.
 * @typedef {{ kind: 'cards', cases: readonly string[], show: readonly Shown[] }
 *   | { kind: 'chains', run: string, tasks: readonly ChainTask[] }
 *   | { kind: 'blame', cases: readonly string[], example: number }
 *   | { kind: 'order', run: string, parameter: string, outgoing: string }
 *   | { kind: 'seeds', cases: readonly string[] }
 *   | { kind: 'widths', cases: readonly string[], seeds: readonly [number, number], single: string }
 *   | { kind: 'pictures', cases: readonly string[], swap: readonly [number, number], table: string }} Contrast
 */
/** @typedef {{ kind: 'switches', parts: Readonly<Record<string, Readonly<Record<string, number>>>> } | { kind: 'flow' } | { kind: 'order' }} Doing parts: what each switch changes in the start when it is off */
/** @typedef {'weights' | 'distance' | 'loss'} Shown a small chart of a case */
/** @typedef {{ id: string, pair: readonly [string, string], example: number, blanks: readonly number[] }} ChainTask two parameters, an example counted from 0, and which factors of the second are left to the student */

/**
 * A fact that the chapter's text relies on. A test computes it anew. With an id it is also a number that the text may name, {id}.
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
/** @typedef {'count' | 'loss' | 'distance' | 'weight' | 'figure' | 'percent'} FigureKind */

/**
 * @typedef {object} Chapter
 * @property {string} id of the outline
 * @property {Readonly<Record<string, LessonRun>>} runs
 * @property {string} run the one that the student starts
 * @property {Doing} [doing] what the student does to start it; left out: press a button
 * @property {Contrast} contrast
 * @property {{ run: string, panel?: string }} play what is left open in the lab, and the panel that goes with it
 * @property {readonly Claim[]} claims
 */

export {};
