/** Hostile experiments and links: a corpus made by hand, and inputs without number made up from good ones. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { ExperimentError, openLab, parseExperiment, parseLink, writeExperiment, writeLink } from 'twin-neurons';
import { readAddress } from '../../web/experiment/address.js';
import { printable } from '../../web/command/failures.js';
import { readShared } from '../../web/experiment/file.js';
import { experiments } from '../support/arbitrary-experiments.js';
import { SWEPT } from '../support/command.js';
import { sealBytes, sealLink, writeOut } from './corpus.js';
import { CASES, CORPUS, assertCleanPrototypes, assertRefusedOr, assertSentence, changes, isExperimentError, refusal } from './readers.js';

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
