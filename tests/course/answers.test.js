/** The files of a class's answers: written, read as hostile input, put together on the teacher's page, and given on to spreadsheets. */
import assert from 'node:assert/strict';
import { before, describe, mock, test } from 'node:test';
import { begunIn, readAnswers, tableOf } from '../../web/course/answers/read-answers.js';
import { answersOf, ownTable, writeAnswers } from '../../web/lesson/answers/answer-file.js';
import { LANGUAGE_IDS } from '../../web/messages/languages.js';
import { freshRoot, usePage } from '../support/dom.js';

const ZEROS = {
  chapter: 'zeros',
  step: 'check',
  reached: 6,
  steps: 6,
  guess: 'three',
  guesses: { guess: 'three' },
  skipped: false,
  hasRun: true,
  answers: ['small', 'no-twin'],
  done: true,
  score: 70,
};
const TEAM = { ...ZEROS, chapter: 'team', reached: 1, guess: null, guesses: {}, answers: [], done: false, score: null };
const WORDS = {
  name: 'name',
  file: 'file',
  done: 'done',
  guess: (/** @type {string} */ id) => `${id} guess`,
  answers: (/** @type {string} */ id) => `${id} answers`,
  score: (/** @type {string} */ id) => `${id} score`,
};

describe('a file of answers', () => {
  test('has the name and the chapters that were begun, and is read as it was written', () => {
    const json = writeAnswers(answersOf(' Ada ', [ZEROS, TEAM]));
    assert.deepEqual(readAnswers(json), { version: 1, kind: 'twin-neurons-answers', name: 'Ada', chapters: [ZEROS] });
  });

  test('becomes a table of its own, a row a chapter', () => {
    const words = {
      name: 'name',
      chapter: 'chapter',
      done: 'done',
      guess: 'guess',
      answers: 'answers',
      score: 'score',
      yes: 'yes',
      no: 'no',
    };
    assert.deepEqual(ownTable(answersOf('Ada', [ZEROS, { ...TEAM, reached: 2 }]), words), [
      ['name', 'chapter', 'done', 'guess', 'answers', 'score'],
      ['Ada', 'zeros', 'yes', 'three', 'small no-twin', '70'],
      ['Ada', 'team', 'no', '', '', ''],
    ]);
  });

  test('becomes a row of a table', () => {
    const answers = readAnswers(writeAnswers(answersOf('Ada', [ZEROS])));
    assert.deepEqual(tableOf([{ file: 'a.json', answers }], ['zeros', 'team'], WORDS), [
      ['name', 'file', 'done', 'zeros guess', 'zeros answers', 'zeros score', 'team guess', 'team answers', 'team score'],
      ['Ada', 'a.json', '1', 'three', 'small no-twin', '70', '', '', ''],
    ]);
  });

  test('has a teacher\u2019s own chapters, each with its title and behind ours', () => {
    const own = { ...ZEROS, chapter: 'own-1x2y', title: 'Ours', guesses: { 'step-1': 'option-2' }, answers: ['option-1'], score: 100 };
    const files = [own, ZEROS].map((each, at) => ({ file: `${at}.json`, answers: readAnswers(writeAnswers(answersOf('Ada', [each]))) }));
    assert.deepEqual(begunIn(files), ['zeros', 'own-1x2y']);
    const [head, first] = tableOf(files, begunIn(files), WORDS);
    assert.deepEqual(head.slice(6), ['Ours (own-1x2y) guess', 'Ours (own-1x2y) answers', 'Ours (own-1x2y) score']);
    assert.deepEqual(first.slice(3), ['', '', '', 'option-2', 'option-1', '100']);
  });

  const good = JSON.parse(writeAnswers(answersOf('Ada', [ZEROS])));
  for (const [what, json, sentence] of /** @type {[string, string, RegExp][]} */ ([
    ['no JSON', 'PK\u0003', /^answers: must be a file that "Save my answers" has made; this is not JSON$/],
    ['too long', ' '.repeat(100_001), /^answers: must have at most 100000 characters; got 100001$/],
    ['an experiment', '{"version":1,"network":{}}', /^answers\.network: is not known here/],
    ['of a later version', JSON.stringify({ ...good, version: 2 }), /^answers\.version: must be 1; got 2$/],
    ['a score above all', JSON.stringify({ ...good, chapters: [{ ...ZEROS, score: 101 }] }), /^answers\.chapters\[0\]\.score: /],
    [
      'a chapter that is none',
      JSON.stringify({ ...good, chapters: [{ ...ZEROS, chapter: 'x' }] }),
      /^answers\.chapters\[0\]\.chapter: must be one of/,
    ],
    [
      'an own chapter that is none',
      JSON.stringify({ ...good, chapters: [{ ...ZEROS, chapter: `own-${'x'.repeat(61)}` }] }),
      /^answers\.chapters\[0\]\.chapter: must be a text of at most 64 characters/,
    ],
    [
      'a title that is none',
      JSON.stringify({ ...good, chapters: [{ ...ZEROS, title: 5 }] }),
      /^answers\.chapters\[0\]\.title: must be a text/,
    ],
    [
      'a chapter twice',
      JSON.stringify({ ...good, chapters: [ZEROS, ZEROS] }),
      /^answers\.chapters\[1\]: zeros stands in this list already/,
    ],
    [
      'guesses that are none',
      JSON.stringify({ ...good, chapters: [{ ...ZEROS, guesses: ['a'] }] }),
      /guesses: must be an object of texts; got a list$/,
    ],
  ])) {
    test(`is refused with a sentence: ${what}`, () => {
      assert.throws(() => readAnswers(json), { name: 'ExperimentError', message: sentence });
    });
  }
});

describe('the teacher\u2019s page', () => {
  before(usePage);

  for (const id of LANGUAGE_IDS) {
    test(`puts the files of a class together, and names those it cannot use (${id})`, async () => {
      const { createAnswersPage } = await import('../../web/course/answers/teachers-page.js');
      const { answersMessages: messages } = await import(`../../web/messages/${id}/answers.js`);
      const root = freshRoot('main');
      const page = createAnswersPage(root, messages);
      await page.takeAll([
        new File([writeAnswers(answersOf('Grace', [{ ...ZEROS, score: 100 }]))], 'g.json'),
        new File(['{'], 'broken.json'),
        new File([writeAnswers(answersOf('=Ada', [ZEROS]))], 'a.json'),
        new File([new Uint8Array(1_000_001)], 'huge.json'),
      ]);
      const cells = [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
      assert.deepEqual(cells, [
        ['=Ada', 'a.json', '1', 'three', 'small no-twin', '70'],
        ['Grace', 'g.json', '1', 'three', 'small no-twin', '100'],
      ]);
      const refused = [...root.querySelectorAll('.refused li')].map((item) => item.textContent ?? '');
      assert.equal(refused.length, 2);
      assert.match(refused[0], /^broken\.json: /);
      assert.match(refused[1], /^huge\.json: /);

      /** @type {Blob[]} */
      const saved = [];
      const { createObjectURL } = URL;
      // The file is held for a minute, so that any browser has taken it.
      mock.timers.enable({ apis: ['setTimeout'] });
      URL.createObjectURL = (/** @type {any} */ blob) => `blob:${saved.push(blob)}`;
      /** @type {HTMLButtonElement} */ (root.querySelector('[data-action="save-csv"]')).click();
      URL.createObjectURL = createObjectURL;
      mock.timers.reset();
      const lines = (await saved[0].text()).split('\r\n');
      assert.equal(lines[1], "'=Ada,a.json,1,three,small no-twin,70", 'no cell is a formula');

      /** @type {HTMLButtonElement} */ (root.querySelector('[data-action="clear"]')).click();
      assert.equal(root.querySelector('tbody'), null);
    });
  }
});
