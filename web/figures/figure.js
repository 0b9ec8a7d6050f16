/**
 * What every figure of the stage is and what it draws from. Types only. A figure knows no engine: a recording is made of a run by whoever has
 * one (session/recording.js) and handed in, so the same figure serves the lesson, the lab, the teacher's notes, a print and an embed.
 */

/**
 * @typedef {object} Moment
 * @property {number} step
 * @property {Float64Array} parameters in the engine's order
 * @property {number} loss
 * @property {number | null} right how many examples are answered right; null where the task has no right and wrong
 */

/**
 * @typedef {object} Recording what a run looks like to those who draw it: made once, drawn at any moment
 * @property {import('../experiment/experiment.js').Experiment} experiment in normal form
 * @property {RecordedData} data
 * @property {readonly Moment[]} moments from the start to the end, at least one
 * @property {Moment} [start] the first of them, where it is there before the rest is made
 */

/** @typedef {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[], features: readonly string[], targets: readonly string[] }} RecordedData as it is trained on */

/** @typedef {{ head: readonly string[], rows: readonly (readonly string[])[] }} FigureTable a figure as a table; the first cell of a row names it */

/**
 * @template [Input=Moment] what it shows: a moment of a run, or a figure's own input
 * @typedef {object} Figure
 * @property {HTMLElement} element fills the box that it is put into
 * @property {(input: Input) => void} show draws it; called once a frame while a run is played
 * @property {() => string} words what a seeing person sees, in a sentence or two
 * @property {() => FigureTable} table its data
 * @property {() => void} leave stops what still goes on: frames, observers, listeners outside of the element
 */

export {};
