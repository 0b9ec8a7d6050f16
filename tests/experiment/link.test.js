/** Links: short, exact to the bit, the same for ever, and refused in a sentence when damaged; and how a page's address holds one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readAddress, writeAddress } from '../../web/experiment/address.js';
import { ExperimentError, parseExperiment, parameterNames, withParameters } from '../../web/experiment/experiment.js';
import { LONGEST_LINK, WORDS, parseLink, writeLink } from '../../web/experiment/link.js';
import { experiments } from '../support/arbitrary-experiments.js';
import { TIED_WEIGHTS, tiedExperiment } from '../support/shared.js';

const tied = parseExperiment(tiedExperiment());
/** As the first version wrote it. */
const TIED_LINK = 'a1ACBAtMDggTBggjkCtILxMKAgMKAgcKBgMKBgQzEgIGBgBPSFEgVwsLC5gIB5gQBwuYCAeYEAcHC5gYB5gYBNlI';

/** Every kind of value, list, text and word that a link can hold. */
const RICH = {
  name: 'double \u53cc',
  network: { inputs: 2, hidden: [2, 20], outputs: 2, activation: 'leaky-relu', outputActivation: 'linear', bias: false },
  data: {
    x: [
      [-0, 0.1],
      [1e-300, -12.5],
    ],
    y: [
      [0, 1],
      [1e9, 64],
    ],
    features: ['a', 'b'],
    targets: ['c', 'd'],
  },
  init: {
    scheme: 'he-normal',
    seed: 4294967295,
    value: 0.25,
    scale: 2,
    set: { w1: 1 / 3 },
    tie: [{ layer: 1, units: [1, 2], what: ['incoming', 'outgoing'] }],
    nudge: [
      { parameter: 'w1', ulps: -3 },
      { parameter: 'w2', by: 1e-6 },
    ],
  },
  training: {
    optimizer: 'nesterov',
    learningRate: 0.01,
    batchSize: 1,
    shuffleSeed: 7,
    momentum: 0.8,
    beta1: 0.7,
    beta2: 0.6,
    epsilon: 1e-7,
    decay: 0.5,
    l1: 0.001,
    l2: 0.002,
    clip: 3,
    dropout: { rate: 0.2, seed: 5 },
    gradientNoise: { std: 0.01, seed: 6 },
    freeze: ['w5'],
    unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }],
  },
};
const RICH_LINK =
  'a1gCBAeIIZG91YmxlIMynAQLWA4IEwoKUBYIGOQc7COQK1AvCwuUAAAAAAAAAgOYBAcLlWfP4wh9upQHnfQEMwsKAgcLmgJTr3AMA5kAADcLiAWEWDsLiAWPiAWQT1xRQEub' +
  '_____DwAX5hkCGIIP0eICdzHlVVVVVVVV1T8ZwdMbgRzCgYIdwlNUGsLSHuICdzEf5wMA0h7iAncyIOYBBiHhECJWI-YBAiSBJYcm5ggBJ-YHASjmBgEp5gEHKuYFASvmAQM' +
  's5gIDLYMu0i_mAgEShTDSMeYBAhKGMsHiAnc1M8HTG4E0gjXmBQGFuw';

/**
 * A link of these bytes, whose checksum is right.
 * @param {number[]} values
 */
function seal(values) {
  const hash = values.reduce((sum, value) => Math.imul(sum ^ value, 0x01000193), 0x811c9dc5);
  const check = ((hash >>> 16) ^ hash) & 0xffff;
  return `a${Buffer.from([...values, check & 0xff, check >> 8]).toString('base64url')}`;
}

/**
 * Reads what may be no link at all: an experiment, or an error that says why not.
 * @param {unknown} text
 */
function readOrRefuse(text) {
  try {
    parseLink(/** @type {any} */ (text));
  } catch (error) {
    assert.ok(error instanceof ExperimentError && error.message.length < 400, String(error));
  }
}

describe('a link', () => {
  test('holds any experiment, to the bit', () => {
    fc.assert(
      fc.property(experiments, (input) => {
        const experiment = parseExperiment(input);
        const link = writeLink(experiment);
        assert.match(link, /^[\w-]+$/);
        assert.deepStrictEqual(parseLink(link), experiment);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('holds any number, to the bit', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const decimal = fc.tuple(fc.integer(), fc.integer({ min: 0, max: 12 })).map(([digits, power]) => Number(`${digits % 1e9}e-${power}`));
    fc.assert(
      fc.property(fc.oneof(number, decimal, fc.integer({ min: -1e9, max: 1e9 })), (value) => {
        const experiment = parseExperiment({ ...tiedExperiment({ init: { scheme: 'explicit', w: TIED_WEIGHTS, set: { w1: value } } }) });
        assert.ok(Object.is(parseLink(writeLink(experiment)).init.set.w1, value));
      }),
      { numRuns: 1000, seed: 6 },
    );
  });

  test('is shorter than 300 characters for a 2-2-1 network, whatever its weights are', () => {
    assert.ok(writeLink(tied).length < 100, writeLink(tied));
    const biased = parseExperiment(
      tiedExperiment({ network: { bias: true, activation: 'leaky-relu' }, training: { optimizer: 'momentum', learningRate: 0.123 } }),
    );
    const odd = withParameters(
      biased,
      parameterNames(biased.network).map((_, at) => -Math.PI * 10 ** (at - 4)),
    );
    const link = writeLink(odd);
    assert.ok(link.length < 200, `${link.length}`);
    assert.deepStrictEqual(parseLink(link), odd);
  });

  test('keeps the sign of -0, and a name in any script, broken characters too', () => {
    const experiment = parseExperiment({
      ...tiedExperiment({
        init: {
          scheme: 'explicit',
          w: [
            [
              [-0, Math.E],
              [Math.PI, 1e-300],
            ],
            [[5e-324, -1e12]],
          ],
        },
      }),
      name: 'glorot-"双子\u0001\ud800',
    });
    assert.deepStrictEqual(parseLink(writeLink(experiment)), experiment);
  });

  test('written by the first version is still read', () => {
    assert.deepStrictEqual(parseLink(TIED_LINK), tied);
    assert.deepStrictEqual(parseLink(RICH_LINK), parseExperiment(RICH));
  });

  test('have a byte for each of these words, in this order for ever: links that people keep depend on it', () => {
    const words =
      'version name network inputs hidden outputs activation outputActivation bias loss data x y features targets set examples noise ' +
      'seed init scheme w b value scale tie nudge layer units what parameter ulps by training optimizer learningRate batchSize ' +
      'shuffleSeed momentum beta1 beta2 epsilon decay l1 l2 clip dropout rate gradientNoise std freeze unitLearningRates unit factor ' +
      'sigmoid tanh relu leaky-relu softplus linear cross-entropy squared-error xor and or circles gaussians spiral quadrants moons ' +
      'coffee demand explicit zeros constant uniform normal glorot-uniform glorot-normal he-uniform he-normal lecun-uniform ' +
      'lecun-normal incoming outgoing gradient-descent nesterov rmsprop adam';
    assert.deepEqual(WORDS, words.split(' '));
    assert.ok(WORDS.length <= 128 && new Set(WORDS).size === WORDS.length);
  });

  for (const [what, link, words] of /** @type {[string, any, RegExp][]} */ ([
    ['nothing', '', /none of Twin Neurons/],
    ['no text', undefined, /must be a text; got nothing/],
    ['letters that no link has', 'aAQ==', /damaged/],
    ['one letter too many', 'aAQAAA', /damaged/],
    ['an unknown way of writing', 'bAQAA', /none of Twin Neurons, or of a newer version/],
    ['the half of one', TIED_LINK.slice(0, 44), /damaged/],
    ['endless letters', 'a'.repeat(LONGEST_LINK + 1), /at most 100000 characters; this one has 100001/],
  ])) {
    test(`of ${what} is refused in a sentence`, () => {
      assert.throws(
        () => parseLink(link),
        (error) => error instanceof ExperimentError && error.path === 'link' && words.test(error.message),
      );
    });
  }

  test('with one letter changed or left out, or cut off anywhere, is refused', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < TIED_LINK.length - 1; at += 1) {
      for (const other of ['', letters[(letters.indexOf(TIED_LINK[at]) + 1 + (at % 62)) % 64]]) {
        const changed = TIED_LINK.slice(0, at) + other + TIED_LINK.slice(at + 1);
        if (changed !== TIED_LINK) assert.throws(() => parseLink(changed), ExperimentError, changed);
      }
      assert.throws(() => parseLink(TIED_LINK.slice(0, at)), ExperimentError);
    }
  });

  test('made up of anything is an experiment or an ExperimentError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string(),
          fc.string().map((text) => `a${text}`),
        ),
        readOrRefuse,
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  test('made up of bytes with a right checksum is an experiment or an ExperimentError, and needs no room', () => {
    const bytes = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0xc0, max: 0xe8 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(bytes, (values) => readOrRefuse(seal(values))),
      { numRuns: 3000, seed: 8 },
    );
    // A list that says it has 2^52 entries, and lists in lists without an end.
    readOrRefuse(seal([0xe0, 255, 255, 255, 255, 255, 255, 255, 7]));
    readOrRefuse(seal(Array.from({ length: 50_000 }, () => 0xc1)));
  });

  test('is refused to an experiment that no link has room for', () => {
    const x = Array.from({ length: 10_000 }, (_, at) => [at / 3, at / 7]);
    const large = parseExperiment(tiedExperiment({ data: { x, y: x.map(() => 1) } }));
    assert.throws(
      () => writeLink(large),
      (error) => error instanceof ExperimentError && /save it as a file/.test(error.message),
    );
  });
});

describe('an address', () => {
  test('holds the experiment and the steps to train', () => {
    assert.equal(writeAddress({ experiment: tied, steps: 2000 }), `#run=${writeLink(tied, 2000)}&steps=2000`);
    assert.deepStrictEqual(readAddress(`#run=${TIED_LINK}&steps=2000`), { experiment: tied, steps: 2000 });
    assert.deepStrictEqual(readAddress(`run=${TIED_LINK}`), { experiment: tied, steps: null });
  });

  test('keeps what others put there, and replaces what was there', () => {
    const first = writeAddress({ experiment: tied, steps: 5 }, '#hide=charts&network');
    assert.equal(first, `#run=${writeLink(tied, 5)}&steps=5&hide=charts`);
    assert.equal(writeAddress({ experiment: tied, steps: null }, first), `#run=${TIED_LINK}&hide=charts`);
  });

  test('without an experiment is none', () => {
    for (const hash of ['', '#', '#network', '#steps=5', '#%', '#&&==']) assert.equal(readAddress(hash), null, hash);
  });

  test('with wrong steps or a wrong link is refused', () => {
    for (const steps of ['0', '-1', '1.5', '1e3', '99999999999', 'many', '']) {
      assert.throws(
        () => readAddress(`#run=${TIED_LINK}&steps=${steps}`),
        /link: its steps must be a whole number from 1 to 1000000000/,
        steps,
      );
    }
    assert.throws(() => readAddress('#run='), ExperimentError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readAddress(`#run=${text}`);
        } catch (error) {
          assert.ok(error instanceof ExperimentError, String(error));
        }
      }),
      { numRuns: 300, seed: 9 },
    );
  });
});
