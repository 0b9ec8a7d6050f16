/** Any calls in any order with any arguments: each answers, or refuses with one of the two errors, and the run stays sound. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { EngineError, ExperimentError, openLab } from 'twin-neurons';

const SOAK = process.env.TWIN_SOAK === '1';

const EXPERIMENTS = [
  { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } },
  { network: { inputs: 2, hidden: [] }, data: { set: 'and' }, init: { scheme: 'zeros' } },
  {
    network: { inputs: 1, hidden: [3, 2], outputs: 2, outputActivation: 'linear' },
    data: {
      x: [[1], [2]],
      y: [
        [1, 2],
        [3, 4],
      ],
    },
    training: { batchSize: 1 },
  },
  {
    network: { inputs: 2, hidden: [2], activation: 'relu' },
    data: { set: 'moons', examples: 9 },
    training: { optimizer: 'adam', learningRate: 1e6 },
  },
];

const METHODS = [
  'train',
  'loss',
  'parameters',
  'gradients',
  'get',
  'set',
  'predict',
  'activations',
  'trace',
  'chain',
  'ties',
  'distance',
  'firmness',
  'numericGradient',
  'history',
  'fingerprint',
  'solved',
  'data',
  'reset',
  'keepStart',
];

/** Now and then right, so that calls also get through. */
const argument = fc.oneof(
  fc.anything(),
  fc.integer({ min: -1, max: 4 }),
  fc.constantFrom('w1', 'w2', 'b1', 'w99', NaN, Infinity, 1e300, 2 ** 31, -0),
  fc.double(),
  fc.array(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
);
// A run is closed seldom, for little happens after it; steps are few, for the test is about calls.
const calls = fc
  .array(
    fc.record({
      run: fc.nat(3),
      method: fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...METHODS) }, { weight: 1, arbitrary: fc.constant('close') }),
      rest: fc.array(argument, { maxLength: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((call) => (call.method === 'train' && Number(call.rest[0]) > 50 ? { ...call, rest: [50] } : call)));

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/**
 * @param {() => unknown} call
 * @returns {boolean} whether it got through
 */
function answers(call) {
  try {
    call();
    return true;
  } catch (error) {
    assert.ok(error instanceof EngineError || error instanceof ExperimentError, /** @type {Error} */ (error).stack);
    assert.ok(error.message.length > 10 && error.message.length < 400);
    return false;
  }
}

test('any calls in any order with any arguments answer or refuse, and numbers stay finite', () => {
  let through = 0;
  fc.assert(
    fc.property(calls, (list) => {
      const runs = EXPERIMENTS.map((experiment) => lab.start(experiment));
      try {
        for (const { run, method, rest } of list) {
          through += Number(answers(() => /** @type {any} */ (runs[run])[method](...rest)));
        }
        for (const run of runs) {
          answers(() => {
            const numbers = [run.loss(), ...run.parameters(), ...run.gradients(), ...run.history().loss];
            assert.ok(numbers.every(Number.isFinite), `${numbers}`);
          });
        }
      } finally {
        for (const run of runs) run.close();
      }
      assert.equal(lab.alive, 0);
    }),
    { numRuns: SOAK ? 100_000 : 500, seed: 4 },
  );
  assert.ok(through > 1000, `only ${through} calls got through`);
});
