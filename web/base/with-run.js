/**
 * Starts a run, looks at it and closes it again, whatever happens meanwhile.
 * @template Experiment, Result
 * @template {{ close: () => void }} Run
 * @param {{ start: (experiment: Experiment) => Run }} lab
 * @param {Experiment} experiment
 * @param {(run: Run) => Result} look done with the run when it returns
 * @returns {Result}
 */
export function withRun(lab, experiment, look) {
  const run = lab.start(experiment);
  try {
    return look(run);
  } finally {
    run.close();
  }
}
