/** A task and its class, for tests: what students hand in who did as they were asked, and who did not. */
import { parseExperiment, writeLink } from 'twin-neurons';
import { withParameter } from '../../web/experiment/edits.js';
import { startOfTask } from '../../web/tasks/task.js';

/** The two neurons have equal incoming weights from every seed: with equal outgoing ones they stay tied. */
export const ONE_NUMBER = Object.freeze({
  version: 1,
  title: 'One number',
  text: 'Change only w6, so that the two neurons stay tied.',
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false },
    data: { set: 'xor' },
    init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['incoming'] }] },
    training: { learningRate: 0.5 },
  },
  steps: 2000,
  allow: ['w6'],
  seed: 'student',
  conditions: [{ what: 'kind', layer: 1, units: [1, 2], is: 'tied' }],
});

/** Nothing is asked of it that an untouched run does not do. */
export const AS_IT_IS = Object.freeze({
  ...ONE_NUMBER,
  experiment: { ...ONE_NUMBER.experiment, init: { scheme: 'uniform', seed: 1 } },
  allow: [],
  conditions: [{ what: 'kind', layer: 1, units: [1, 2], is: 'apart' }],
});

export const PAGE = 'https://example.org/twin-neurons/';

/** @param {import('twin-neurons').Experiment} experiment @param {number} steps */
export const linkOf = (experiment, steps) => `${PAGE}#run=${writeLink(experiment, steps)}&steps=${steps}`;

/**
 * What a student makes of the task: the start of a number, with some parameters changed.
 * @param {import('twin-neurons').Lab} lab
 * @param {import('../../web/tasks/task.js').Task} task
 * @param {number} number
 * @param {(values: Record<string, number>) => Record<string, number>} [change]
 */
export function solve(lab, task, number, change = () => ({})) {
  let experiment = startOfTask(task, number);
  for (;;) {
    const run = lab.start(experiment);
    const values = run.parameters();
    const named = Object.fromEntries(run.names.map((name, at) => [name, values[at]]));
    const wanted = Object.entries(change(named)).find(([name, value]) => !Object.is(named[name], value));
    if (wanted === undefined) {
      run.train(task.steps);
      const solved = { experiment, number, step: run.step, fingerprint: run.fingerprint(), link: linkOf(experiment, run.step) };
      run.close();
      return solved;
    }
    run.close();
    experiment = parseExperiment(withParameter(experiment, values, ...wanted));
  }
}
