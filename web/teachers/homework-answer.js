/**
 * The right run of a homework task: the start that a student opens, with what is to be changed in it changed.
 * @param {import('./homework.js').Homework} task
 * @param {import('./homework.js').HomeworkRun} run
 * @returns {import('../experiment/experiment.js').ExperimentInput}
 */
export function rightExperiment({ start }, { change, activation }) {
  const network = activation === undefined ? start.network : { ...start.network, activation };
  return { ...start, network, init: { ...start.init, set: change } };
}
