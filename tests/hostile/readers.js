/**
 * What the tests of hostile input share: the corpus, how many cases are made up, changes of good texts, and what a refusal must be: an error
 * of its kind, in one short sentence, and nothing else has changed.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExperimentError } from 'twin-neurons';
import { printable } from '../../web/command/failures.js';
import { TableError } from '../../web/base/csv.js';
import { ExperimentError as OwnExperimentError } from '../../web/base/errors.js';
import { LIMITS } from '../../web/experiment/tables.js';
import { labMessages as messages } from '../../web/messages/en/lab.js';
import { WeightsError } from '../../web/panels/network/weights-text.js';
import { SOAK } from '../support/engine.js';
import { readCorpus } from './corpus.js';

/** How many made-up inputs each reader gets. */
export const CASES = SOAK ? 1_000_000 : 3000;
/** No reader takes longer for anything, however long it is. */
export const MILLISECONDS = 20_000;
export const LONGEST_SENTENCE = 600;

export const TABLE_LIMITS = { characters: 8_000_000, rows: LIMITS.examples, columns: LIMITS.inputs + LIMITS.outputs, value: LIMITS.value };

export const CORPUS = Object.fromEntries(
  ['experiment-texts', 'experiments', 'links', 'tables', 'weights', 'commands'].map((name) => [name, readCorpus(name)]),
);

/** @param {unknown} error */
export const isExperimentError = (error) => error instanceof ExperimentError || error instanceof OwnExperimentError;

/** What a person reads where a table or weights are refused. @param {unknown} error */
export function sentenceOf(error) {
  if (error instanceof WeightsError) return messages.layers.problem(error.problem);
  if (error instanceof TableError) return messages.dataPanel.problem(error.problem);
  assert.ok(isExperimentError(error), String(error));
  return /** @type {Error} */ (error).message;
}

/** @param {string} sentence */
export function assertSentence(sentence) {
  assert.ok(sentence.length > 10 && sentence.length <= LONGEST_SENTENCE, sentence.slice(0, 2 * LONGEST_SENTENCE));
  assert.doesNotMatch(sentence, /\n|\[object/);
}

/** Nothing has got into what all objects have. */
export function assertCleanPrototypes() {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
}

/**
 * @param {() => unknown} read
 * @returns {unknown} what it throws
 */
export function refusal(read) {
  const begin = performance.now();
  try {
    read();
  } catch (error) {
    assert.ok(performance.now() - begin < MILLISECONDS);
    return error;
  }
  return assert.fail('it was accepted');
}

/** A text with some of it gone, doubled, exchanged, moved, or other characters put in. @type {fc.Arbitrary<(text: string) => string>} */
export const changes = fc
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
export function assertRefusedOr(read, check) {
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
