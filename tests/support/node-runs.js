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

/**
 * Where a run stands after some steps.
 * @param {import('../../web/engine/lab.js').Lab} lab
 * @param {any} experiment
 * @param {number} steps
 */
export function placeAfter(lab, experiment, steps) {
  const run = lab.start(experiment);
  run.train(steps);
  const place = { experiment: run.experiment, values: run.parameters(), loss: run.loss() };
  run.close();
  return place;
}
