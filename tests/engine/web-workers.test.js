/**
 * Sweeps in Web Workers, in Node: a worker that the test plays, as the page sees it, and a page that the test plays, as the worker sees it.
 * How real browsers do it is in sweep-deaths.test.js.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, mock, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { until } from '../support/shared.js';

// A document makes the code believe that it is in a page; so it comes before that is imported.
Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });

/** Locks that are asked for: what each does once it is held. @type {Map<string, () => unknown>} */
const asked = new Map();
const locks = { request: async (/** @type {string} */ name, /** @type {() => unknown} */ held) => asked.set(name, held) };
Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });

describe('a Web Worker, seen from the page', async () => {
  const { useFiles, openWorker, nodeWorkerUrl } = await import('../../web/engine/files.js');
  const { BEGUN, LOCK_HELD, threadOpener } = await import('../../web/engine/sweep-threads.js');

  /** A worker that says what the test says. */
  class PlayedWorker extends EventTarget {
    /** @type {any[]} */
    received = [];
    isTerminated = false;
    postMessage(/** @type {any} */ message) {
      this.received.push(message);
    }
    terminate() {
      this.isTerminated = true;
    }
    say(/** @type {any} */ data) {
      this.dispatchEvent(Object.assign(new Event('message'), { data }));
    }
  }

  /** A thread on a played worker, and what its owner is told. */
  async function openThread() {
    const worker = new PlayedWorker();
    useFiles({ openWorker: () => /** @type {any} */ (worker) });
    /** @type {any[]} */
    const told = [];
    const thread = (await threadOpener({ engine: new Uint8Array([1]), isGiven: false, openWorker, nodeWorkerUrl }))({
      onAnswer: (answer) => told.push(answer),
      onDeath: (reason) => told.push(`dead: ${reason}`),
    });
    return { worker, thread, told };
  }

  test('gets the engine and a lock first, then its tasks; its answers are passed on', async () => {
    const { worker, thread, told } = await openThread();
    const task = /** @type {any} */ ({ from: 1, to: 2 });
    thread.post(task);
    const [first, second] = worker.received;
    assert.deepEqual(first.engine, new Uint8Array([1]));
    assert.match(first.lock, /^twin-neurons /);
    assert.equal(second, task);
    worker.say(BEGUN);
    worker.say({ results: [], finished: true });
    assert.deepEqual(told, [{ results: [], finished: true }]);
    thread.terminate();
    assert.ok(worker.isTerminated);
  });

  test('is known to be dead when its lock can be had', async () => {
    const { worker, told } = await openThread();
    const { lock } = worker.received[0];
    assert.ok(!asked.has(lock), 'nobody waits for the lock before it is held');
    worker.say(LOCK_HELD);
    worker.say(BEGUN);
    assert.deepEqual(told, []);
    asked.get(lock)?.();
    assert.deepEqual(told, ['dead: it was ended']);
    assert.ok(worker.isTerminated);
  });

  test('has locks of its own names', async () => {
    const [one, other] = [await openThread(), await openThread()];
    assert.notEqual(one.worker.received[0].lock, other.worker.received[0].lock);
    for (const { thread } of [one, other]) thread.terminate();
  });

  test('that reports an error is ended, and its owner told why', async () => {
    for (const [message, reason] of [
      ['out of memory', 'out of memory'],
      ['', 'it could not be started'],
    ]) {
      const { worker, told } = await openThread();
      worker.dispatchEvent(Object.assign(new Event('error'), { message }));
      assert.deepEqual(told, [`dead: ${reason}`]);
      assert.ok(worker.isTerminated);
    }
  });

  test('that has not begun after ten seconds is taken for dead; one that has begun is waited for', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const [late, begun] = [await openThread(), await openThread()];
      begun.worker.say(BEGUN);
      mock.timers.tick(9_999);
      assert.deepEqual(late.told, []);
      mock.timers.tick(1);
      assert.deepEqual([late.told, begun.told], [['dead: it had not begun after 10 seconds'], []]);
      begun.thread.terminate();
    } finally {
      mock.timers.reset();
    }
  });
});

describe('a Web Worker, seen from inside', () => {
  /** @type {any[]} */
  const sent = [];
  const scope = Object.assign(new EventTarget(), { postMessage: (/** @type {any} */ message) => sent.push(message) });
  /** The worker listens only when its code is there. */
  const listening = new Promise((resolve) => {
    scope.addEventListener = (/** @type {any[]} */ ...rest) => {
      Reflect.apply(EventTarget.prototype.addEventListener, scope, rest);
      resolve(undefined);
    };
  });
  const receive = (/** @type {any} */ data) => scope.dispatchEvent(Object.assign(new Event('message'), { data }));
  const experiment = JSON.stringify({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'uniform' } });
  /** Milliseconds that pass between two looks at the clock. */
  let pause = 0;

  before(async () => {
    Object.defineProperty(globalThis, 'self', { value: scope, configurable: true });
    let time = 0;
    mock.method(performance, 'now', () => (time += pause));
    const loading = import('../../web/engine/sweep-worker.js');
    await listening;
    receive({ engine: await readFile(new URL('../../dist/engine.wasm', import.meta.url)), lock: 'a lock' });
    await loading;
  });

  test('says that it holds its lock, keeps it, and only then begins', async () => {
    await until(() => asked.has('a lock'));
    assert.deepEqual(sent, []);
    const kept = asked.get('a lock')?.();
    assert.deepEqual(sent, ['lock held']);
    await until(() => sent.length > 1);
    assert.deepEqual(sent, ['lock held', 'begun']);
    assert.equal(await Promise.race([kept, 'still held']), 'still held');
  });

  /** @param {object} task */
  async function answersTo(task) {
    sent.length = 0;
    receive({ experiment, steps: 20, from: 1, to: 4, ...task });
    await until(() => sent.some((answer) => answer.finished || answer.error));
    return sent.splice(0);
  }

  test('sends each result once, in order, and is finished with the last', async () => {
    const lab = await openLab();
    const expected = await lab.sweep(JSON.parse(experiment), { seeds: [1, 4], steps: 20 });
    lab.close();
    pause = 0;
    // This engine trains one seed after the other, each a part.
    const parts = expected.map((result) => [result]);
    assert.deepEqual(await answersTo({}), [{ results: parts, fitting: 1, finished: true }], 'all together where it is quick');
    pause = 60;
    const slow = await answersTo({});
    pause = 30;
    assert.deepEqual(
      (await answersTo({})).map(({ results }) => results.length),
      [2, 2],
      'two by two where a message is due after the second',
    );
    assert.deepEqual(
      slow.map(({ finished }) => finished),
      [false, false, false, true],
      'one by one where each takes long',
    );
    assert.deepEqual(
      slow.flatMap(({ results }) => results),
      parts,
    );
  });

  test('tells of an error by name, code and place, and goes on', async () => {
    const [{ error }] = await answersTo({ experiment: '{"network":{}}' });
    assert.equal(error.name, 'ExperimentError');
    assert.equal(error.path, 'network.inputs');
    assert.match(error.message, /^network\.inputs: is missing/);
    assert.equal((await answersTo({ to: 1 }))[0].results.length, 1);
  });
});
