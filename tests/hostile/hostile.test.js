/**
 * Hostile input: a corpus of bad inputs made by hand, each with the sentence that must come, and inputs without number made up from good
 * ones. Whatever a text is, it is read or refused: with an error of its kind, in one short sentence, and nothing else has changed. Short
 * here; a million cases for each reader in the soak.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { ExperimentError, openLab, parseExperiment, parseLink, writeExperiment, writeLink } from 'twin-neurons';
import { readAddress } from '../../web/experiment/address.js';
import { UsageError, printable } from '../../web/command/failures.js';
import { readArguments, readPair, readWhole } from '../../web/command/options.js';
import { lineStart, readLine } from '../../web/command/result-lines.js';
import { TableError, parseTable, toExamples } from '../../web/base/csv.js';
import { readShared } from '../../web/experiment/file.js';
import { LIMITS } from '../../web/experiment/tables.js';
import { ExperimentError as OwnExperimentError } from '../../web/base/errors.js';
import { readProgress } from '../../web/lesson/progress.js';
import { OUTLINE } from '../../web/lesson/chapters/outline.js';
import { labMessages as messages } from '../../web/messages/en/lab.js';
import { readPresentation } from '../../web/base/address-keys.js';
import { WeightsError, parseWeights, writeWeights } from '../../web/panels/network/weights-text.js';
import { experiments } from '../support/arbitrary-experiments.js';
import { SWEPT, makeFolder, runCommand } from '../support/command.js';
import { SOAK } from '../support/engine.js';
import { readCorpus, sealBytes, sealLink, writeOut } from './corpus.js';

/** How many made-up inputs each reader gets. */
const CASES = SOAK ? 1_000_000 : 3000;
/** No reader takes longer for anything, however long it is. */
const MILLISECONDS = 20_000;
const LONGEST_SENTENCE = 600;

const TABLE_LIMITS = { characters: 8_000_000, rows: LIMITS.examples, columns: LIMITS.inputs + LIMITS.outputs, value: LIMITS.value };
const NETWORK = { inputs: 2, hidden: [3], outputs: 1, bias: true };

const CORPUS = Object.fromEntries(
  ['experiment-texts', 'experiments', 'links', 'tables', 'weights', 'commands'].map((name) => [name, readCorpus(name)]),
);

/** @param {unknown} error */
const isExperimentError = (error) => error instanceof ExperimentError || error instanceof OwnExperimentError;

/** What a person reads where a table or weights are refused. @param {unknown} error */
function sentenceOf(error) {
  if (error instanceof WeightsError) return messages.layers.problem(error.problem);
  if (error instanceof TableError) return messages.dataPanel.problem(error.problem);
  assert.ok(isExperimentError(error), String(error));
  return /** @type {Error} */ (error).message;
}

/** @param {string} sentence */
function assertSentence(sentence) {
  assert.ok(sentence.length > 10 && sentence.length <= LONGEST_SENTENCE, sentence.slice(0, 2 * LONGEST_SENTENCE));
  assert.doesNotMatch(sentence, /\n|\[object/);
}

/** Nothing has got into what all objects have. */
function assertCleanPrototypes() {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
}

/**
 * @param {() => unknown} read
 * @returns {unknown} what it throws
 */
function refusal(read) {
  const begin = performance.now();
  try {
    read();
  } catch (error) {
    assert.ok(performance.now() - begin < MILLISECONDS);
    return error;
  }
  return assert.fail('it was accepted');
}

test('the corpus has more than 200 inputs, no two of them alike for the same reader', () => {
  for (const [name, entries] of Object.entries(CORPUS)) {
    const inputs = entries.map(({ what, says, kind, path, code, ...input }) => JSON.stringify(input));
    assert.equal(new Set(inputs).size, entries.length, name);
    assert.equal(new Set(entries.map(({ what }) => what)).size, entries.length, name);
  }
  assert.ok(Object.values(CORPUS).flat().length > 300);
});

describe('experiments', () => {
  /** @type {import('twin-neurons').Lab} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  const inputs = [
    ...CORPUS['experiment-texts'].map((entry) => ({ ...entry, input: () => writeOut(entry.text) })),
    ...CORPUS.experiments.map((entry) => ({ ...entry, input: () => JSON.stringify(entry.value) })),
  ];
  for (const { what, input, path, says } of inputs) {
    test(`refuse ${what}`, () => {
      const text = input();
      const error = refusal(() => parseExperiment(text));
      assert.ok(error instanceof ExperimentError, String(error));
      assert.equal(error.path, path);
      assert.match(error.message, new RegExp(says));
      assertSentence(printable(error.message));
      assert.throws(() => lab.start(text), ExperimentError);
      assert.equal(lab.alive, 0);
      assertCleanPrototypes();
    });
  }

  test('made up from good ones are read, to the bit as they are written, or refused', () => {
    const broken = fc.tuple(experiments, changes).map(([experiment, change]) => change(writeExperiment(parseExperiment(experiment))));
    fc.assert(
      fc.property(broken, (text) =>
        assertRefusedOr(
          () => parseExperiment(text),
          (experiment) => {
            assert.deepEqual(parseExperiment(writeExperiment(experiment)), experiment);
          },
        ),
      ),
      { numRuns: CASES },
    );
  });

  test('made up of any JSON are refused', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) =>
        assertRefusedOr(
          () => parseExperiment(text),
          () => assert.fail(text),
        ),
      ),
      { numRuns: CASES },
    );
  });

  test('made up of any values, with any keys, are refused', () => {
    const value = fc.anything({
      key: fc.oneof(fc.constantFrom('network', 'data', 'init', 'w', 'set', '__proto__', 'constructor'), fc.string()),
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(value, (input) =>
        assertRefusedOr(
          () => parseExperiment(/** @type {any} */ (input)),
          () => assert.fail('accepted'),
        ),
      ),
      { numRuns: CASES },
    );
  });
});

/** A text with some of it gone, doubled, exchanged, moved, or other characters put in. @type {fc.Arbitrary<(text: string) => string>} */
const changes = fc
  .array(
    fc.record({
      kind: fc.constantFrom('cut', 'double', 'put', 'number'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 12 }),
      text: fc.oneof(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '"',
          '\\',
          '-',
          '1e999',
          'NaN',
          'null',
          '"__proto__":',
          '"constructor":{},',
          '\u0000',
          '\ufeff',
          '1e-400',
          '-0',
          '[[[',
          '"w1"',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (steps) => (/** @type {string} */ text) =>
      steps.reduce((now, { kind, at, length, text: piece }) => {
        const from = Math.floor(at * now.length);
        const [head, taken, tail] = [now.slice(0, from), now.slice(from, from + length), now.slice(from + length)];
        if (kind === 'cut') return head + tail;
        if (kind === 'double') return head + taken + taken + tail;
        if (kind === 'put') return head + piece + taken + tail;
        return head + now.slice(from).replace(/-?\d+(\.\d+)?/, piece);
      }, text),
  );

/**
 * @template T
 * @param {() => T} read
 * @param {(read: T) => void} check what was accepted
 */
function assertRefusedOr(read, check) {
  /** @type {T} */
  let value;
  try {
    value = read();
  } catch (error) {
    assertSentence(printable(sentenceOf(error)));
    assertCleanPrototypes();
    return;
  }
  check(value);
  assertCleanPrototypes();
}

describe('links', () => {
  for (const { what, link, bytes, address, says } of CORPUS.links) {
    test(`refuse ${what}`, () => {
      const text = bytes === undefined ? writeOut(link ?? '') : sealLink(bytes);
      const error = refusal(() => (address === undefined ? parseLink(text) : readAddress(address)));
      assert.ok(isExperimentError(error), String(error));
      assert.match(/** @type {Error} */ (error).message, new RegExp(says));
      assertSentence(/** @type {Error} */ (error).message);
      assertCleanPrototypes();
      if (address === undefined)
        assert.throws(() => readShared(`https://example.org/#run=${encodeURIComponent(text)}`), { name: 'ExperimentError' });
    });
  }

  test('of any bytes with the right checksum are read or refused', () => {
    const bytes = fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 255 }) }, fc.constantFrom(0xd1, 0xd2, 0xc1, 0x02, 0x0a, 0xe5, 0xe6)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(bytes, (some) =>
        assertRefusedOr(
          () => parseLink(sealBytes(some)),
          (experiment) => {
            assert.deepEqual(parseLink(writeLink(experiment)), experiment);
          },
        ),
      ),
      { numRuns: CASES },
    );
  });

  test('of good experiments with a few bytes changed, and the right checksum again, are read or refused', () => {
    const broken = fc.tuple(
      experiments,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 3,
      }),
    );
    fc.assert(
      fc.property(broken, ([experiment, edits]) => {
        const bytes = [...Buffer.from(writeLink(parseExperiment(experiment)).slice(1), 'base64url')].slice(0, -2);
        for (const [at, byte] of edits) bytes[Math.floor(at * bytes.length)] = byte;
        assertRefusedOr(
          () => parseLink(sealBytes(bytes)),
          (read) => assert.deepEqual(parseLink(writeLink(read)), read),
        );
      }),
      { numRuns: CASES },
    );
  });

  test('with a character changed, cut or put in are refused: the checksum finds it, or what is left is no experiment', () => {
    const good = writeLink(parseExperiment(SWEPT));
    fc.assert(
      fc.property(changes, (change) => {
        const text = change(good);
        if (text !== good)
          assertRefusedOr(
            () => readShared(`#run=${text}`),
            () => {},
          );
      }),
      { numRuns: CASES },
    );
  });
});

describe('tables', () => {
  for (const { what, text, kind, says = '.' } of CORPUS.tables) {
    test(`refuse ${what}`, () => {
      const error = refusal(() => toExamples(parseTable(writeOut(text), TABLE_LIMITS), 1));
      assert.ok(error instanceof TableError, String(error));
      assert.equal(error.problem.kind, kind);
      const sentence = messages.dataPanel.problem(error.problem);
      assert.match(sentence, new RegExp(says));
      assertSentence(sentence);
    });
  }

  test('made up of anything are read, with finite numbers only, or refused', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', '1', '-2.5', '0,5', '1/3', 'x', '\ufeff', '=', '1e9', '1e999', '\u2212'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) =>
        assertRefusedOr(
          () => toExamples(parseTable(pieces.join(''), TABLE_LIMITS), 1),
          ({ x, y }) => {
            assert.ok([...x, ...y].flat().every((value) => Math.abs(value) <= LIMITS.value));
            assert.equal(x.length, y.length);
          },
        ),
      ),
      { numRuns: CASES },
    );
  });
});

describe('pasted weights', () => {
  for (const { what, text, says } of CORPUS.weights) {
    test(`refuse ${what}`, () => {
      const error = refusal(() => parseWeights(NETWORK, writeOut(text), LIMITS.parameter));
      const sentence = sentenceOf(error);
      assert.match(sentence, new RegExp(says));
      assertSentence(sentence);
      assertCleanPrototypes();
    });
  }

  test("made up from good ones are read, with finite numbers only and in the network's shape, or refused", () => {
    const start = {
      w: [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [[7, 8, 9]],
      ],
      b: [[0.1, 0.2, 0.3], [0.4]],
    };
    const texts = fc.constantFrom(.../** @type {const} */ (['tabs', 'csv', 'json']).map((format) => writeWeights(NETWORK, start, format)));
    fc.assert(
      fc.property(texts, changes, (text, change) =>
        assertRefusedOr(
          () => parseWeights(NETWORK, change(text), LIMITS.parameter),
          ({ w, b }) => {
            assert.deepEqual(
              [w.map((rows) => rows.map((row) => row.length)), b.map((row) => row.length)],
              [
                [[2, 2, 2], [3]],
                [3, 1],
              ],
            );
            assert.ok([...w.flat(2), ...b.flat()].every((value) => Math.abs(value) <= LIMITS.parameter));
          },
        ),
      ),
      { numRuns: CASES },
    );
  });
});

describe("what the address and the device's storage say", () => {
  test('of presentation is read by its table, whatever the query is', () => {
    const key = fc.oneof(
      fc.constantFrom('v', 'embed', 'lesson', 'preset', 'hide', 'lang', 'theme', 'origin', '__proto__', 'constructor'),
      fc.string({ maxLength: 5 }),
    );
    const value = fc.oneof(
      fc.constantFrom('1', '0', 'tied', 'chart,lab', 'en-GB', 'https://example.org', 'javascript:alert(1)', '999999999'),
      fc.string({ unit: 'binary', maxLength: 50 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 6 }), (pairs) => {
        const { presentation, refusals } = readPresentation(`?${new URLSearchParams(pairs)}`);
        assert.deepEqual(Object.keys(presentation), Object.keys(readPresentation('').presentation));
        assert.ok(presentation.origin === null || new URL(presentation.origin).origin === presentation.origin);
        assert.ok(presentation.lang === null || /^[a-z0-9-]+$/.test(presentation.lang));
        assert.ok(refusals.every((refusal) => refusal.value.length <= 41));
        assertCleanPrototypes();
      }),
      { numRuns: CASES },
    );
  });

  test('of the lesson is one of its states, whatever the text is', () => {
    const good = JSON.stringify({
      chapter: 2,
      chapters: {
        [OUTLINE[0].id]: { step: 'check', reached: 'play', guess: OUTLINE[0].guess.right, hasRun: true, answers: [OUTLINE[0].check.right] },
      },
    });
    fc.assert(
      fc.property(changes, (change) => {
        const progress = readProgress(change(good), OUTLINE);
        assert.deepEqual(readProgress(JSON.stringify(progress), OUTLINE), progress);
        assert.ok(progress.chapter >= 1 && progress.chapter <= OUTLINE.length + 1);
        assertCleanPrototypes();
      }),
      { numRuns: CASES },
    );
  });
});

describe('the command', { concurrency: 2 }, () => {
  const cwd = makeFolder();
  for (const { what, args, input = '', base64, code, says } of CORPUS.commands) {
    test(`refuses ${what}`, async () => {
      const given = args.map(writeOut).map((/** @type {string} */ arg) => arg.replace('EXPERIMENT', writeLink(parseExperiment(SWEPT))));
      const ended = await runCommand(given, { cwd, input: base64 === undefined ? input : Buffer.from(base64, 'base64') });
      assert.equal(ended.code, code, ended.stderr);
      assert.equal(ended.stdout, '');
      assert.match(ended.stderr, /^twin-neurons: [^\p{Cc}]+\n$/u);
      assert.match(ended.stderr, new RegExp(says));
      assertSentence(ended.stderr.trim());
      assert.equal(/; see twin-neurons --help$/.test(ended.stderr.trim()), code === 2);
    });
  }

  test('reads any arguments, or refuses them', () => {
    const options = [
      { flag: '--steps', value: 'N', help: '' },
      { flag: '--fingerprint', help: '' },
    ];
    const argument = fc.oneof(
      fc.constantFrom('--steps', '--fingerprint', '--', '-', '--steps=', '--steps=5', '-h', '--__proto__', '='),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        try {
          const { operands, given } = readArguments(args, options);
          assert.ok(operands.length + given.size <= args.length);
          if (given.has('--steps')) readWhole('--steps', given.get('--steps') ?? '', 0, 100);
          for (const operand of operands) readPair('--seeds', operand, { mark: ':', wanted: 'A:B', minimum: 0, maximum: 9 });
        } catch (error) {
          assert.ok(error instanceof UsageError, String(error));
          assertSentence(printable(error.message));
        }
      }),
      { numRuns: CASES },
    );
  });

  test('takes only its own lines for results', () => {
    const origin = { engine: '0.1.0', experiment: '0123456789abcdef', steps: 5 };
    const good = `${lineStart(origin, 3)}"step":5,"loss":0.25,"stopped":null,"effective":[2],"solved":1,"parted":0,"fingerprint":"0123456789abcdef"}`;
    assert.equal(readLine(good)?.seed, 3);
    fc.assert(
      fc.property(changes, (change) => {
        const line = readLine(change(good));
        if (line !== null) assert.equal(JSON.stringify(line), change(good));
      }),
      { numRuns: CASES },
    );
  });
});
