/** The package: what programs in Node and in browsers import. */
export { openLab } from './engine.js';
export { EngineError } from './base/errors.js';
export { ExperimentError, parameterNames, parseExperiment, withParameters, writeExperiment } from './experiment/experiment.js';
export { parseLink, writeLink } from './experiment/link.js';

/** @typedef {import('./chain.js').Chain} Chain */
/** @typedef {import('./chain.js').Factor} Factor */
/** @typedef {import('./chain.js').Path} Path */
/** @typedef {import('./base/errors.js').EngineErrorCode} EngineErrorCode */
/** @typedef {import('./experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('./lab.js').Lab} Lab */
/** @typedef {import('./run.js').Firmness} Firmness */
/** @typedef {import('./run.js').History} History */
/** @typedef {import('./run.js').LayerTies} LayerTies */
/** @typedef {import('./run.js').LayerTrace} LayerTrace */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./run.js').RunData} RunData */
/** @typedef {import('./run.js').Trace} Trace */
/** @typedef {import('./run.js').TrainResult} TrainResult */
/** @typedef {import('./sweep.js').SweepOptions} SweepOptions */
/** @typedef {import('./sweep.js').SweepProgress} SweepProgress */
/** @typedef {import('./sweep.js').SweepResult} SweepResult */
