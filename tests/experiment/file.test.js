/** Experiments and histories as files: what is written and read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { ExperimentError } from '../../web/experiment/experiment.js';
import { fileName, readShared, writeFile, writeHistory } from '../../web/experiment/file.js';
import { HOMEWORK, HOMEWORK_LINK } from '../support/homework.js';

describe('a file', () => {
  test('of an experiment reads back to the bit, and can be read by people', () => {
    const text = writeFile(HOMEWORK);
    assert.deepStrictEqual(readShared(text), { experiment: HOMEWORK, steps: null });
    assert.match(text, /^\{\n {2}"version": 1,\n {2}"name": "Homework 3",\n/);
    assert.equal(fileName(HOMEWORK, 'json'), 'twin-neurons-2-2-1.json');
  });

  test('is told from a pasted link', () => {
    for (const base of ['https://example.org/lab/', 'http://127.0.0.1:8080/?a=b', '']) {
      assert.deepStrictEqual(readShared(`  ${base}${HOMEWORK_LINK}\n`), { experiment: HOMEWORK, steps: 500 });
    }
    for (const text of ['', '  ', 'https://example.org/', 'https://example.org/#run=a', '{"version":1', '[]', 'hello # world']) {
      assert.throws(() => readShared(text), ExperimentError, text);
    }
  });

  test('of a history has a row a sample and every number exactly', async () => {
    const lab = await openLab();
    const run = lab.start(HOMEWORK);
    run.train(3);
    const rows = writeHistory(run.history(), run.names)
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    assert.deepEqual(rows[0], ['step', 'J', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
    assert.deepEqual(
      rows.slice(1).map(([step]) => step),
      ['0', '1', '2', '3'],
    );
    assert.deepEqual(rows[4].slice(1).map(Number), [run.loss(), ...run.parameters()]);
    lab.close();
  });
});

test('a history for spreadsheets with a decimal comma has semicolons, and says that it is UTF-8', () => {
  const history = /** @type {any} */ ({ steps: [0, 1], loss: [0.5, 0.25], parameters: { w1: [-1.5, 1e-7] } });
  assert.equal(writeHistory(history, ['w1'], ','), '\uFEFFstep;J;w1\r\n0;0,5;-1,5\r\n1;0,25;1e-7\r\n');
  assert.equal(writeHistory(history, ['w1']), 'step,J,w1\n0,0.5,-1.5\n1,0.25,1e-7\n');
});
