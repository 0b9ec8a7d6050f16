/** The package: what programs in Node and in browsers import. */
export { checkDevice, judgeRun, parameterNames, withParameters } from './engine/checked-calls.js';
export { openLab } from './engine/engine.js';
export { EngineError } from './base/errors.js';
export { ExperimentError, parseExperiment, writeExperiment } from './experiment/experiment.js';
export { parseLink, writeLink } from './experiment/link.js';

/** How a run's loss depends on one parameter through one example, as the factors of the chain rule. @typedef {import('./engine/chain.js').Chain} Chain */
/** One factor of the chain rule: a symbol, its value and where it comes from. @typedef {import('./engine/chain.js').Factor} Factor */
/** One way through the layers from a parameter to the loss, with its product. @typedef {import('./engine/chain.js').Path} Path */
/** Whether the engine gives the bits here that it gives everywhere. @typedef {import('./engine/device-check.js').DeviceCheck} DeviceCheck */
/** What went wrong with a call, for programs. @typedef {import('./base/errors.js').EngineErrorCode} EngineErrorCode */
/** An experiment as parseExperiment hands it back: complete, checked and frozen. @typedef {import('./experiment/experiment.js').Experiment} Experiment */
/** An experiment as people write it: what goes without saying may be left out. @typedef {import('./experiment/experiment-input.js').ExperimentInput} ExperimentInput */
/** What openLab can be told. @typedef {import('./engine/engine.js').LabOptions} LabOptions */
/** One engine, and the runs started in it. @typedef {import('./engine/lab.js').Lab} Lab */
/** Whether a small difference between two tied units grows or heals. @typedef {import('./engine/run.js').Firmness} Firmness */
/** Losses and parameters of a whole run, at most 2,048 samples. @typedef {import('./engine/run.js').History} History */
/** The groups of tied units of a layer. @typedef {import('./engine/run.js').LayerTies} LayerTies */
/** What a layer computes for one example, forward and backward. @typedef {import('./engine/run.js').LayerTrace} LayerTrace */
/** An experiment being trained. @typedef {import('./engine/run.js').Run} Run */
/** The examples that a run is trained on. @typedef {import('./engine/run.js').RunData} RunData */
/** What every layer computes for one example, and its loss. @typedef {import('./engine/run.js').Trace} Trace */
/** Where training stands when it pauses, and whether it had to stop. @typedef {import('./engine/run.js').TrainResult} TrainResult */
/** Which seeds a sweep trains, for how long, and whom it tells. @typedef {import('./engine/sweep.js').SweepOptions} SweepOptions */
/** How many seeds of a sweep are done. @typedef {import('./engine/sweep.js').SweepProgress} SweepProgress */
/** What a run says of the neurons of a hidden layer: tied, near-tied or apart. @typedef {import('./ties/verdict.js').Verdict} Verdict */
/** What the units of a hidden layer are worth in the end of a sweep's run. @typedef {import('./ties/run-outcome.js').LayerOutcome} LayerOutcome */
/** Values of an experiment's fields, every combination of which a sweep trains. @typedef {import('./experiment/grid.js').Grid} Grid */
/** What became of one seed of a sweep. @typedef {import('./engine/sweep.js').SweepResult} SweepResult */
