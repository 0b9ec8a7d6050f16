/** What the package says in Node of an experiment, to hold a page against. */
import { openLab } from 'twin-neurons';

/**
 * The fingerprint of an experiment after some steps.
 * @param {object} experiment
 * @param {number} steps
 */
export async function fingerprintAfter(experiment, steps) {
  const lab = await openLab();
  try {
    const run = lab.start(experiment);
    run.train(steps);
    return run.fingerprint();
  } finally {
    lab.close();
  }
}
