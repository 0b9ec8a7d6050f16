/**
 * Nothing absolute is said unjudged. Each sentence with always, never, every, only, … stands in judged-sentences.json, word for word, with a reason: it is
 * recomputed by a test, which is named here; or it asserts nothing. A sentence that is new or changed fails until somebody has judged it.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SECTIONS } from '../../web/lesson/beyond/sections.js';
import { FACTS } from '../../web/lesson/story/chapters/facts.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { absoluteSentences, absolutesOf, absolutesOfReadme, textsOf } from './absolutes.js';

/** Why a sentence may stand: what it is, and the test that would fail if it were false; null: it asserts nothing. @type {Readonly<Record<string, { what: string, test: string | null }>>} */
const REASONS = {
  question: { what: 'a question, an answer that is offered, a misconception that is named as one', test: null },
  label: { what: 'a name or a button', test: null },
  story: { what: 'of the runs of its chapter, whose claims and facts are computed anew', test: 'tests/lesson/claims.test.js' },
  beyond: {
    what: 'of the runs beyond the question, computed anew, and counted over twenty starts and more',
    test: 'tests/lesson/beyond.test.js',
  },
  definition: { what: 'what a word means here; ties and distance as the engine has them', test: 'tests/src/ties.test.js' },
  verdict: { what: 'of the neurons at this step, by the engine\u2019s ties and likeness', test: 'tests/ties/verdict.test.js' },
  growth: { what: 'of a small difference, by firmness and what was measured', test: 'tests/src/firmness.test.js' },
  chart: { what: 'of the lines that are drawn', test: 'tests/drawing/chart-series.test.js' },
  chain: { what: 'of the factors at hand, compared bit by bit', test: 'tests/panels/chain/comparison.test.js' },
  comparison: { what: 'of two runs, compared bit by bit', test: 'tests/panels/compare/differences.test.js' },
  breaks: { what: 'of runs that have just been trained, looked at after each step', test: 'tests/session/tie-trials.test.js' },
  sweep: { what: 'counted over the seeds of a sweep', test: 'tests/ties/seed-statistics.test.js' },
  figure: { what: 'of the moment that a figure draws', test: 'tests/figures/plane.test.js' },
  push: { what: 'of the push that tiny neurons share, against what was measured', test: 'tests/ties/common-push.test.js' },
  kept: { what: 'of the number that ReLU neurons keep, and of what it bars', test: 'tests/ties/kept-law.test.js' },
  signal: { what: 'of backpropagation, step by step', test: 'tests/figures/signal.test.js' },
  same: {
    what: 'the same bits everywhere: fingerprints of one run in three browsers, Node.js and natively',
    test: 'tests/src/fingerprint.test.js',
  },
  table: { what: 'of a table or a text that is read', test: 'tests/panels/data/panel.test.js' },
  training: { what: 'what an option of training does', test: 'tests/src/optimizers.test.js' },
  tied: { what: 'ties are exact at every width and batch size', test: 'tests/src/permutation.test.js' },
  program: { what: 'what is exported, and what is not', test: 'tests/panels/keep/python.test.js' },
  frame: { what: 'what a frame answers', test: 'tests/frame/messages.test.js' },
  device: { what: 'of the device that was checked', test: 'tests/engine/device-check.test.js' },
  course: { what: 'what a course package tells a learning platform', test: 'tests/course/scorm.test.js' },
  page: { what: 'how the page behaves, or what it shows', test: 'tests/page/page.test.js' },
  network: { what: 'of the network as it is set', test: 'tests/panels/network/panel.test.js' },
  project: { what: 'of the project, its build and its tests', test: 'tests/project/build.test.js' },
  native: { what: 'of the C and its tests', test: 'tests/native/coverage.test.js' },
};

/** @type {Record<string, { why: string, en: string[], es: string[] }>} */
const JUDGED = JSON.parse(readFileSync(new URL('./judged-sentences.json', import.meta.url), 'utf8'));

/** All that is judged, with the place where it is said; the README's sentences are listed by reason, not by place. @param {'en' | 'es'} language */
const listed = (language) =>
  Object.entries(JUDGED).flatMap(([key, judged]) =>
    judged[language].map((sentence) => `${key.replace(/^README\.md .*/, 'README.md')}: ${sentence}`),
  );

/** @param {'en' | 'es'} language @param {readonly import('./absolutes.js').Found[]} found */
function unjudged(language, found) {
  const judged = new Set(listed(language));
  return found.map(({ key, sentence }) => `${key}: ${sentence}`).filter((each) => !judged.has(each));
}

describe('every absolute sentence is judged', () => {
  /** Fewer are not all of them. */
  const FOUND = { en: 310, es: 285 };
  const found = { en: [...absolutesOf('en'), ...absolutesOfReadme()], es: absolutesOf('es') };
  for (const language of /** @type {const} */ (['en', 'es'])) {
    test(`in ${language}`, () => {
      assert.ok(found[language].length > FOUND[language], 'they are found');
      assert.deepEqual(unjudged(language, found[language]), []);
    });

    test(`and none in ${language} that is not said any more`, () => {
      const said = new Set(found[language].map(({ key, sentence }) => `${key}: ${sentence}`));
      assert.deepEqual(
        listed(language).filter((each) => !said.has(each)),
        [],
      );
    });
  }

  test('by a reason that is there, and a test that is there', () => {
    const used = new Set(Object.values(JUDGED).map(({ why }) => why));
    assert.deepEqual([...used].sort(), Object.keys(REASONS).sort());
    for (const { test: file } of Object.values(REASONS))
      if (file !== null) assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), file);
  });

  test('what is said of the runs of a chapter has claims in that chapter', () => {
    const claimed = [
      ...SECTIONS.filter(({ claims }) => claims.length > 0).map(({ id }) => id),
      ...BEYOND.filter(({ claims }) => claims.length > 0).map(({ id }) => id),
      ...CHAPTERS.filter(({ id, claims }) => claims.length + /** @type {Record<string, readonly unknown[]>} */ (FACTS)[id].length > 0).map(
        ({ id }) => id,
      ),
    ];
    const said = Object.entries(JUDGED).filter(([, { why }]) => why === 'story' || why === 'beyond');
    assert.ok(said.length >= 79);
    assert.deepEqual(
      said.map(([key]) => key.split(' ')[1]).filter((path) => !path.split('.').some((id) => claimed.includes(id))),
      [],
    );
  });
});

test('a sentence is found wherever it stands, and only for its absolute words', () => {
  const source = "export const m = { a: (x) => (x ? `All ${x} are right. Some are not.` : 'It can be so'), b: ['Nothing moves here.'] };";
  assert.deepEqual(
    textsOf(source).flatMap(({ path, text }) => absoluteSentences(text, 'en').map((sentence) => `${path}: ${sentence}`)),
    ['m.a: All {} are right.', 'm.b: Nothing moves here.'],
  );
  assert.deepEqual(absoluteSentences('Nunca se separan. El soldado no.', 'es'), ['Nunca se separan.']);
});
