/** Hostile tables, pasted weights, addresses and memories of the device: a corpus made by hand, and texts without number made up. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readPresentation } from '../../web/base/address-keys.js';
import { TableError, parseTable, toExamples } from '../../web/base/csv.js';
import { LIMITS } from '../../web/experiment/tables.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { readStory } from '../../web/lesson/story/story.js';
import { labMessages as messages } from '../../web/messages/en/lab.js';
import { parseWeights, writeWeights } from '../../web/panels/network/weights-text.js';
import { writeOut } from './corpus.js';
import {
  CASES,
  CORPUS,
  TABLE_LIMITS,
  assertCleanPrototypes,
  assertRefusedOr,
  assertSentence,
  changes,
  refusal,
  sentenceOf,
} from './readers.js';

const NETWORK = { inputs: 2, hidden: [3], outputs: 1, bias: true };

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
    const [, { id, steps }] = CHAPTERS;
    const reached = steps.length - 1;
    const choices = Object.fromEntries(steps.flatMap((step) => (step.ask === undefined ? [] : [[step.id, step.ask.right]])));
    const good = JSON.stringify({ chapter: id, chapters: { [id]: { step: steps[reached].id, reached, choices } } });
    fc.assert(
      fc.property(changes, (change) => {
        const progress = readStory(change(good), CHAPTERS);
        assert.deepEqual(readStory(JSON.stringify(progress), CHAPTERS), progress);
        assert.ok(CHAPTERS.some((chapter) => chapter.id === progress.chapter));
        assertCleanPrototypes();
      }),
      { numRuns: CASES },
    );
  });
});
