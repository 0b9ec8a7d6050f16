/** A session with a network and data so large that a step takes seconds: nothing is worked on for longer than a slice of a frame, and nothing is another. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { isSmall } from '../../web/session/snapshot.js';
import { openSession } from '../support/session.js';

/** @typedef {import('../../web/engine/run.js').Run} Run */

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** With 2,000 examples and some 4,500 parameters a step works on 28 blocks. */
const LARGE = Object.freeze({
  version: /** @type {const} */ (1),
  network: { inputs: 2, hidden: [64, 64], outputs: 1, activation: /** @type {const} */ ('tanh') },
  data: { set: /** @type {const} */ ('circles'), examples: 2000, seed: 7 },
  loss: /** @type {const} */ ('cross-entropy'),
  init: { scheme: /** @type {const} */ ('glorot-uniform'), seed: 1 },
  training: { learningRate: 0.1 },
});
const BLOCK = 72;
/** Milliseconds that a block takes by the session's clock, so that two of them fill a slice. */
const TICK = 4;
const MOST_BLOCKS = 3;

/** What each of a run's answers has to wait for. */
const WAITS = Object.freeze({ loss: 'look', likeness: 'look', history: 'look', gradients: 'gradient', chain: 'gradient' });

/**
 * The lab, whose runs write down how many blocks they work on, and refuse what would take them longer than a block.
 * @param {{ blocks: number }} count
 */
function watched(count) {
  return /** @type {typeof lab} */ ({
    start(/** @type {any} */ experiment) {
      const run = lab.start(experiment);
      assert.equal(isSmall(run), false);
      return new Proxy(run, {
        get(target, /** @type {keyof Run} */ name) {
          const value = /** @type {any} */ (target)[name];
          if (typeof value !== 'function') return value;
          return (/** @type {any[]} */ ...rest) => {
            assert.notEqual(name, 'train');
            const wait = /** @type {Record<string, any>} */ (WAITS)[name];
            if (wait !== undefined) assert.ok(target.workOn(wait, 0), `${name} is asked for before it is there`);
            if (name === 'workOn') count.blocks += Math.ceil(rest[1] / BLOCK);
            return value.apply(target, rest);
          };
        },
      });
    },
  });
}

/** @param {Partial<import('../../web/session/session.js').SessionOptions> & { training?: object }} [options] */
function openLarge({ training, ...options } = {}) {
  const count = { blocks: 0 };
  const experiment = { ...LARGE, training: { ...LARGE.training, ...training } };
  const open = openSession(watched(count), { experiment, stepsToRun: 3, tick: TICK, ...options });
  /** Frames until something holds; between two of them the page breathes. @param {() => boolean} holds */
  const framesUntil = (holds) => {
    let frames = 0;
    for (; !holds(); frames += 1) {
      assert.ok(frames < 1000, 'it gets on');
      count.blocks = 0;
      open.frame();
      assert.ok(count.blocks <= MOST_BLOCKS, `${count.blocks} blocks between two breaths`);
    }
    return frames;
  };
  return { ...open, count, framesUntil };
}

/** @param {number} steps @param {object} [training] */
function whole(steps, training) {
  const run = lab.start({ ...LARGE, training: { ...LARGE.training, ...training } });
  const { loss } = run.train(steps);
  const end = { fingerprint: run.fingerprint(), loss, history: [...run.history().loss] };
  run.close();
  return end;
}

test('it opens at once, says that it works, and then tells all', () => {
  const { last, snapshots, count, framesUntil } = openLarge();
  assert.equal(count.blocks, 0);
  assert.deepEqual([last().working, last().loss, last().event, last().step], [true, NaN, null, 0]);
  assert.ok(framesUntil(() => !last().working) > 5);
  assert.equal(last().event, 'loaded');
  assert.equal(last().loss, whole(0).loss);
  assert.equal(snapshots.filter(({ event }) => event === 'loaded').length, 1);
});

for (const [way, training] of /** @type {const} */ ([
  ['in order', {}],
  ['with dropout', { dropout: { rate: 0.2, seed: 1 } }],
  ['in batches', { batchSize: 500, shuffleSeed: 3 }],
])) {
  test(`steps ${way} have the bits of steps at once, a few blocks a frame`, () => {
    const { session, last, snapshots, framesUntil } = openLarge({ training });
    session.train();
    framesUntil(() => last().event === 'finished');
    const { fingerprint, loss, history } = whole(3, training);
    assert.deepEqual([last().fingerprint, last().loss, [...last().history.loss]], [fingerprint, loss, history]);
    assert.deepEqual(
      snapshots.map(({ event }) => event).filter((event) => event !== null && event !== 'parted'),
      ['loaded', 'started', 'finished'],
    );
  });
}

test('Pause in the middle of a step answers at once, and Train goes on with the same bits', () => {
  const { session, last, count, framesUntil } = openLarge();
  framesUntil(() => !last().working);
  session.train();
  framesUntil(() => last().step === 1);
  framesUntil(() => !last().working);
  count.blocks = 0;
  session.pause();
  assert.ok(count.blocks <= MOST_BLOCKS);
  assert.equal(last().running, false);
  framesUntil(() => last().event === 'paused');
  session.train(2);
  framesUntil(() => last().event === 'finished');
  assert.equal(last().fingerprint, whole(3).fingerprint);
});

test('Step takes one step, and training that is to stop looks at every step', () => {
  const { session, last, framesUntil } = openLarge({ stepsToRun: null });
  framesUntil(() => !last().working);
  session.step();
  framesUntil(() => last().event === 'finished');
  assert.equal(last().step, 1);
  const limit = whole(4).loss + 1e-9;
  session.setStopConditions({ lossBelow: limit, parting: false });
  session.train();
  framesUntil(() => last().event === 'stopped');
  assert.deepEqual([last().step, last().fingerprint], [4, whole(4).fingerprint]);
});
