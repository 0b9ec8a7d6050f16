/** The package: what programs in Node and in browsers import. */
export { checkDevice } from './engine/device-check.js';
export { openLab } from './engine/engine.js';
export { EngineError } from './base/errors.js';
export { ExperimentError, parameterNames, parseExperiment, withParameters, writeExperiment } from './experiment/experiment.js';
export { parseLink, writeLink } from './experiment/link.js';

/** @typedef {import('./engine/chain.js').Chain} Chain */
/** @typedef {import('./engine/chain.js').Factor} Factor */
/** @typedef {import('./engine/chain.js').Path} Path */
/** @typedef {import('./engine/device-check.js').DeviceCheck} DeviceCheck */
/** @typedef {import('./base/errors.js').EngineErrorCode} EngineErrorCode */
/** @typedef {import('./experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('./engine/lab.js').Lab} Lab */
/** @typedef {import('./engine/run.js').Firmness} Firmness */
/** @typedef {import('./engine/run.js').History} History */
/** @typedef {import('./engine/run.js').LayerTies} LayerTies */
/** @typedef {import('./engine/run.js').LayerTrace} LayerTrace */
/** @typedef {import('./engine/run.js').Run} Run */
/** @typedef {import('./engine/run.js').RunData} RunData */
/** @typedef {import('./engine/run.js').Trace} Trace */
/** @typedef {import('./engine/run.js').TrainResult} TrainResult */
/** @typedef {import('./engine/sweep.js').SweepOptions} SweepOptions */
/** @typedef {import('./engine/sweep.js').SweepProgress} SweepProgress */
/** @typedef {import('./engine/sweep.js').SweepResult} SweepResult */
