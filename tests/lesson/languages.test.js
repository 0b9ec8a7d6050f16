/**
 * The lesson in its other languages says what it says in English: the same numbers from the same claims, which lesson/claims.test.js computes anew,
 * the same terms, and no number of its own.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { namedClaims, namedTerms, piecesOf } from '../../web/lesson/text.js';
import { LANGUAGES } from '../../web/messages/languages.js';

/** Digits that are names or mathematics, as each language says them: "neuronas 1 y 2", "w5", a definition's values. @type {Record<string, RegExp>} */
const NAMES = {
  es: /\b[wbazx]\d\b|δ\d|\b[Nn]euronas? \d(?: y \d| sobre la \d)?\b|\bln 2\b/g,
};
/** Terms whose definition has numbers of its own, the same in every language. */
const DEFINITIONS_WITH_NUMBERS = ['sigmoid', 'tanh', 'relu', 'bias', 'bit', 'distance', 'xor', 'and', 'standardized', 'picture'];
/** What no language may say, whatever the words: each is a claim that is not so. @type {Record<string, RegExp[]>} */
const NEVER = {
  es: [
    /porque (es|su pérdida es) convexa(?!\.)/i,
    /cualquier diferencia (crece|explota)/i,
    /(?<!que )siempre (crece|explota)/i,
    /garantiza que (?!dos neuronas)/i,
  ],
};

/** @param {string} id */
async function lessonIn(id) {
  const language = LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (id)];
  const [{ storyChapters }, { laterStoryChapters }, beyond, { chapters: notes }, glossary] = await Promise.all([
    language.story(),
    language.laterStory(),
    language.beyond(),
    language.teachers(),
    language.glossary(),
  ]);
  return { chapters: { ...storyChapters, ...laterStoryChapters }, beyond, notes, glossary };
}

/**
 * Every text by its place. A chapter may say the same in more or fewer sentences, so the items of a list are one text.
 * @param {unknown} texts
 * @param {string} [path]
 * @returns {[string, string][]}
 */
function placed(texts, path = '') {
  if (typeof texts === 'string') return [[path, texts]];
  if (Array.isArray(texts)) return [[path, texts.join('\n')]];
  return Object.entries(/** @type {object} */ (texts)).flatMap(([key, value]) => placed(value, `${path}.${key}`));
}

/** @param {string} text @param {RegExp} names */
const looseNumbers = (text, names) =>
  text
    .replace(/\{\w+\}/g, '')
    .replace(/\]\([\w-]+\)/g, ']')
    .replace(names, '')
    .match(/\d+(?:[.,]\d+)*/g) ?? [];

for (const [id, names] of Object.entries(NAMES)) {
  describe(`the lesson in "${id}"`, async () => {
    const [english, other] = await Promise.all([lessonIn('en'), lessonIn(id)]);
    const pairs = placed({ ...english, glossary: {} }).map(([path, text]) => ({
      path,
      text,
      translated: new Map(placed({ ...other, glossary: {} })).get(path) ?? '',
    }));

    test('names the same numbers and explains the same terms as in English, text by text', () => {
      assert.ok(pairs.length > 200);
      for (const { path, text, translated } of pairs) {
        assert.deepEqual(namedClaims(translated).sort(), namedClaims(text).sort(), path);
        assert.deepEqual(namedTerms(translated).sort(), namedTerms(text).sort(), path);
      }
    });

    test('has no number but a claim, a name or mathematics', () => {
      for (const { path, translated } of pairs) assert.deepEqual(looseNumbers(translated, names), [], path);
      for (const [term, { means }] of Object.entries(other.glossary))
        if (!DEFINITIONS_WITH_NUMBERS.includes(term)) assert.deepEqual(looseNumbers(means, names), [], term);
      assert.deepEqual(
        looseNumbers('J acaba en 0,693147 con las neuronas 1 y 2 y w5 = {w5}.', names),
        ['0,693147'],
        'the scan finds what is no claim',
      );
    });

    test('never says what is not so', () => {
      for (const { path, translated } of pairs) for (const wrong of NEVER[id]) assert.doesNotMatch(translated, wrong, path);
    });

    test('is said in short sentences', () => {
      const plain = (/** @type {string} */ text) =>
        piecesOf(text)
          .map((piece) => piece.text)
          .join('');
      const long = pairs
        .flatMap(({ translated }) => plain(translated).split(/(?<=[.?!:])\s|\n/))
        .filter((sentence) => sentence.split(/\s+/).length > 34);
      assert.deepEqual(long, []);
    });
  });
}
