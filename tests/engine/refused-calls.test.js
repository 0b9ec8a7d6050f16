/** Which calls of a run and of a lab are refused, and with which sentence. What was there before stays. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  EngineError,
  ExperimentError,
  checkDevice,
  judgeRun,
  openLab,
  parameterNames,
  parseExperiment,
  withParameters,
} from 'twin-neurons';
import { tiedExperiment } from '../support/shared.js';

/** @type {import('twin-neurons').Lab} */
let lab;
/** @type {import('twin-neurons').Run} */
let run;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

describe('calls', () => {
  beforeEach(() => {
    run = lab.start(tiedExperiment());
    run.train(5);
  });

  /** Each: what it is, the call, words of the sentence. @type {[string, (run: any) => unknown, RegExp][]} */
  const BAD_CALLS = [
    ['train without steps', (r) => r.train(), /steps must be a whole number from 0.*got nothing/],
    ['train(-1)', (r) => r.train(-1), /got -1/],
    ['train(1.5)', (r) => r.train(1.5), /got 1.5/],
    ['train(NaN)', (r) => r.train(NaN), /got NaN/],
    ['train(2 ** 53)', (r) => r.train(2 ** 53), /got 9007199254740992/],
    ['train("10")', (r) => r.train('10'), /got "10"/],
    ['train(10n)', (r) => r.train(10n), /got 10n/],
    ['train with a number of 300,000 digits', (r) => r.train(10n ** 300_000n), /got a bigint$/],
    ['train with a list that has a constructor of its own', (r) => r.train(Object.assign([1], { constructor: 5 })), /got a list/],
    ['work on something else', (r) => r.workOn('loss', 1), /must be train, look or gradient; got "loss"/],
    ['work on a symbol', (r) => r.workOn(Symbol('look'), 1), /got Symbol\(look\)/],
    ['work on less than no examples', (r) => r.workOn('look', -1), /examples must be a whole number from 0.*got -1/],
    ['get of nothing', (r) => r.get(), /a parameter is named by a text such as "w1"; got nothing/],
    ['get(1)', (r) => r.get(1), /got 1/],
    ['get("w99")', (r) => r.get('w99'), /no parameter "w99"; it has w1 to w6, and no biases/],
    ['get("b1") without biases', (r) => r.get('b1'), /no parameter "b1"/],
    ['get("constructor")', (r) => r.get('constructor'), /no parameter "constructor"/],
    ['set without a value', (r) => r.set('w1'), /w1 must be a finite number; got nothing/],
    ['set to NaN', (r) => r.set('w1', NaN), /got NaN/],
    ['set to a text', (r) => r.set('w1', '0.2'), /got "0.2"/],
    ['set past the largest parameter', (r) => r.set('w1', 1e13), /-1e12\.\.1e12, got 1e13/],
    ['predict of nothing', (r) => r.predict(), /rows must be a list of rows; got nothing/],
    ['predict of one row that is not in a list', (r) => r.predict([0, 1]), /rows\[0\] must be a list of 2 numbers; got 0/],
    ['predict of a short row', (r) => r.predict([[0, 1], [0]]), /rows\[1\] needs 2 numbers, one an input; got 1/],
    ['predict of NaN', (r) => r.predict([[0, NaN]]), /rows\[0\]\[1\] must be a finite number; got NaN/],
    ['predict of a hole', (r) => r.predict(new Array(1)), /rows\[0\].*got nothing/],
    ['predict of an input that is too large', (r) => r.predict([[1e10, 0]]), /-1e9\.\.1e9, got 1e10/],
    ['activations of layer 3', (r) => r.activations([[0, 0]], 3), /layer must be a whole number from 1 to 2; got 3/],
    ['trace of nothing', (r) => r.trace(), /example must be a whole number from 0 to 3; got nothing/],
    ['trace(4)', (r) => r.trace(4), /got 4/],
    ['trace("0")', (r) => r.trace('0'), /got "0"/],
    ['chain of nothing', (r) => r.chain(), /got nothing/],
    ['chain("w7", 0)', (r) => r.chain('w7', 0), /no parameter "w7"/],
    ['chain("w1", -1)', (r) => r.chain('w1', -1), /got -1/],
    ['distance without units', (r) => r.distance(1), /unit must be a whole number from 1 to 2; got nothing/],
    ['distance in layer 0', (r) => r.distance(0, 1, 2), /layer must be a whole number from 1 to 1; got 0/],
    ['distance in the output layer', (r) => r.distance(2, 1, 1), /got 2/],
    ['distance to unit 3', (r) => r.distance(1, 1, 3), /other unit must be a whole number from 1 to 2; got 3/],
    ['firmness of one unit', (r) => r.firmness(1, 1, 1), /two|different|itself|other/],
    ['numericGradient("x1")', (r) => r.numericGradient('x1'), /no parameter "x1"/],
  ];

  for (const [what, call, words] of BAD_CALLS) {
    test(`refuse ${what}, and the run is as it was`, () => {
      const fingerprint = run.fingerprint();
      assert.throws(
        () => call(run),
        (error) => {
          assert.ok(error instanceof EngineError, String(error));
          assert.ok(['bad-argument', 'bad-state'].includes(error.code), error.code);
          assert.match(error.message, words);
          return true;
        },
      );
      assert.equal(run.fingerprint(), fingerprint);
      run.close();
    });
  }

  /** Every way to use a run. @type {Record<string, (run: any) => unknown>} */
  const USES = {
    step: (r) => r.step,
    stopped: (r) => r.stopped,
    memory: (r) => r.memory,
    train: (r) => r.train(1),
    loss: (r) => r.loss(),
    parameters: (r) => r.parameters(),
    gradients: (r) => r.gradients(),
    get: (r) => r.get('w1'),
    set: (r) => r.set('w1', 1),
    predict: (r) => r.predict([[0, 0]]),
    'predict of no rows': (r) => r.predict([]),
    activations: (r) => r.activations([[0, 0]], 1),
    trace: (r) => r.trace(0),
    chain: (r) => r.chain('w1', 0),
    ties: (r) => r.ties(),
    distance: (r) => r.distance(1, 1, 2),
    firmness: (r) => r.firmness(1, 1, 2),
    numericGradient: (r) => r.numericGradient('w1'),
    history: (r) => r.history(),
    fingerprint: (r) => r.fingerprint(),
    solved: (r) => r.solved(),
    data: (r) => r.data(),
    reset: (r) => r.reset(),
    keepStart: (r) => r.keepStart(),
  };

  for (const [name, use] of Object.entries(USES)) {
    test(`refuse ${name} on a closed run`, () => {
      run.close();
      run.close();
      assert.throws(() => use(run), { name: 'EngineError', code: 'closed', message: /this run is closed: start another/ });
    });
  }

  test('refuse everything on a closed lab, but closing', async () => {
    const other = await openLab();
    const orphan = other.start(tiedExperiment());
    other.close();
    other.close();
    for (const use of Object.values(USES)) assert.throws(() => use(orphan), { name: 'EngineError', code: 'closed' });
    assert.throws(() => other.start(tiedExperiment()), {
      name: 'EngineError',
      code: 'closed',
      message: /this lab is closed: open another/,
    });
    await assert.rejects(
      other.sweep({ network: { inputs: 2, hidden: [2], bias: false }, data: { set: 'xor' } }, { seeds: [1, 2], steps: 1 }),
      {
        name: 'EngineError',
        code: 'closed',
      },
    );
    orphan.close();
    assert.equal(run.train(1).step, 6);
  });

  test('refuse firmness where the units are not tied or training is not plain', () => {
    const apart = lab.start(tiedExperiment({ init: { scheme: 'normal' } }));
    assert.throws(() => apart.firmness(1, 1, 2), { name: 'EngineError', code: 'bad-state' });
    const adam = lab.start(tiedExperiment({ training: { optimizer: 'adam' } }));
    assert.throws(() => adam.firmness(1, 1, 2), { name: 'EngineError', code: 'bad-state' });
  });

  test('refuse to open a lab without WebAssembly, with a sentence', async () => {
    const kept = globalThis.WebAssembly;
    try {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
      await assert.rejects(openLab(), { name: 'EngineError', code: 'unsupported', message: /needs WebAssembly/ });
    } finally {
      globalThis.WebAssembly = kept;
    }
  });
});

describe('functions of the package', () => {
  const WRONG = /** @type {any[]} */ ([
    null,
    undefined,
    5,
    10n ** 300_000n,
    Symbol('x'),
    () => 1,
    [],
    {},
    Object.create(null),
    new Date(),
    'x',
  ]);
  /** @type {Record<string, (wrong: any) => unknown>} */
  const FUNCTIONS = { parameterNames, judgeRun, checkDevice, parseExperiment, withParameters: (wrong) => withParameters(wrong, [1, 2]) };
  for (const [name, call] of Object.entries(FUNCTIONS)) {
    test(`${name} refuses anything that is none of its objects with an error of the contract`, () => {
      for (const wrong of WRONG) {
        assert.throws(
          () => call(wrong),
          (error) => error instanceof EngineError || error instanceof ExperimentError,
        );
      }
    });
  }

  test('withParameters refuses what is no list of parameters', () => {
    const experiment = parseExperiment(tiedExperiment());
    for (const wrong of /** @type {any[]} */ ([null, undefined, 5, {}, [1, 2], Array(6).fill('x')])) {
      assert.throws(() => withParameters(experiment, wrong), ExperimentError);
    }
  });

  test('parameterNames takes the network of any experiment', () => {
    const { network } = parseExperiment(tiedExperiment());
    assert.deepEqual(parameterNames(network), ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
    assert.equal(
      parameterNames({ inputs: 64, hidden: [128, 3], outputs: 16, bias: true }).length,
      64 * 128 + 128 + 128 * 3 + 3 + 3 * 16 + 16,
    );
  });
});
