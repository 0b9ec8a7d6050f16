/** Runs that PyTorch computed, an implementation independent of ours (reference/README.md). */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { assertClose } from '../support/shared.js';

const FOLDER = new URL('./', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('the reference runs', () => {
  /** @type {import('twin-neurons').Lab} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  test('are all there', () => {
    assert.ok(files.length >= 12);
  });

  for (const file of files) {
    test(`${file}: loss, gradients, parameters and outputs agree to 1e-9`, () => {
      const { experiment, steps, expect } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      const run = lab.start(experiment);
      assertClose([run.loss()], [expect.loss0], { what: 'loss at the start' });
      assertClose(run.gradients(), expect.gradients0, { what: 'gradients at the start' });
      assert.deepEqual(run.train(steps), { step: steps, loss: run.loss(), stopped: null });
      assertClose([run.loss()], [expect.loss], { what: 'loss' });
      assertClose(run.parameters(), expect.parameters, { what: 'parameters' });
      assertClose(run.predict(experiment.data.x).flat(), expect.outputs.flat(), { what: 'outputs' });
      run.close();
    });
  }
});
