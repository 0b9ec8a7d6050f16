/** A task's view on a document in Node: when a run has come to where it is judged, and what is told of it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { readStepReached } from '../../web/task-page/task-address.js';
import { createTaskView } from '../../web/task-page/task-view.js';
import { parseTask } from '../../web/tasks/task.js';
import { freshRoot, usePage } from '../support/dom.js';
import { openSession } from '../support/session.js';
import { AS_IT_IS, linkOf } from './students.js';

usePage();

/** @type {any} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** What is told of a run that is trained so far, the last of it. @param {object} change of the task @param {number} steps */
async function toldOf(change, steps) {
  const task = parseTask({ ...AS_IT_IS, seed: undefined, ...change });
  const opened = openSession(lab, { experiment: task.experiment });
  const pageMessages = await LANGUAGES.en.page();
  const messages = await (await LANGUAGES.en.lab()).tasks();
  /** @type {import('../../web/task-page/task-view.js').TaskDetail[]} */
  const told = [];
  const root = freshRoot();
  const view = createTaskView(root, {
    task,
    number: null,
    messages,
    pageMessages,
    predict: (rows) => opened.session.inspect.predict(rows),
    onNumber: () => {},
    onRest: (detail) => told.push(detail),
  });
  opened.session.train(steps);
  opened.runToEnd();
  view.update(opened.last());
  const [detail] = told.slice(-1);
  return { ...detail, stopped: opened.last().stopped, said: root.querySelector('[role="status"]')?.textContent ?? '', messages };
}

describe('a run of a task', () => {
  test('that has not come to its step is not at its end, whatever holds there', async () => {
    const { step, met, isEnd, done, said, messages } = await toldOf({ steps: 20 }, 10);
    assert.deepEqual({ step, met, isEnd, done }, { step: 10, met: [{ what: 'kind', met: true }], isEnd: false, done: false });
    assert.equal(said, messages.early(10, 20));
  });

  test('is at its end at its step', async () => {
    const { isEnd, done, said, messages } = await toldOf({ steps: 20 }, 20);
    assert.deepEqual({ isEnd, done, said }, { isEnd: true, done: true, said: messages.done });
  });

  /** It grows without bounds after some hundred steps. */
  const bursting = {
    ...AS_IT_IS.experiment,
    network: { ...AS_IT_IS.experiment.network, activation: 'linear', outputActivation: 'linear' },
    loss: 'squared-error',
    training: { learningRate: 10 },
  };

  test('that diverges on its way has come to its end, and one that diverges behind it has passed it', async () => {
    const before = await toldOf({ experiment: bursting, steps: 100_000 }, 100_000);
    assert.ok(before.stopped === 'diverged' && before.step > 2 && before.step < 100_000, `${before.step}`);
    assert.equal(before.isEnd, true);
    const behind = await toldOf({ experiment: bursting, steps: 2 }, 100_000);
    assert.deepEqual({ step: behind.step, stopped: behind.stopped }, { step: before.step, stopped: 'diverged' });
    assert.deepEqual(
      { isEnd: behind.isEnd, done: behind.done, said: behind.said },
      { isEnd: false, done: false, said: behind.messages.late(2) },
    );
  });
});

test('the step in an address is one of the task and of the run that was opened, or none', () => {
  const { experiment } = parseTask(AS_IT_IS);
  const other = parseExperiment({ ...experiment, loss: 'squared-error' });
  const { hash } = new URL(linkOf(experiment, 20));
  /** @param {string} address @param {typeof experiment} [opened] */
  const read = (address, opened = experiment) => readStepReached(address, { most: 20, experiment: opened });
  assert.deepEqual([read('#task=a&at=20'), read(`${hash}&task=a&at=7`)], [20, 7]);
  for (const wrong of ['', '0', '21', '-1', '1.5', '1e1', '0x5', ' 7', '7a', '007'])
    assert.equal(read(`#task=a&at=${encodeURIComponent(wrong)}`), null, wrong);
  assert.equal(read('#task=a'), null);
  assert.equal(read(`${hash}&at=7`, other), null);
  assert.equal(read('#run=damaged&at=7'), null);
});
