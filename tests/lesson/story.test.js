/** The story as data: steps that lead on only when they may, progress that survives a reload and two tabs, captions that are short and whole in every language. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BEYOND_IDS, QUESTION_IDS } from '../../web/base/address-keys.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { questionOf } from '../../web/lesson/story/questions.js';
import { mergeStories } from '../../web/lesson/merge-progress.js';
import { createStory, readStory } from '../../web/lesson/story/story.js';
import { fillIn } from '../../web/lesson/text.js';

const loadMerge = () => import('../../web/lesson/merge-progress.js');

/** @typedef {import('../../web/lesson/story/chapter.js').Chapter} Chapter */

const MOST_WORDS = 45;

/** @type {readonly Chapter[]} */
const TWO = [
  {
    id: 'one',
    runs: {},
    claims: [],
    steps: [
      { id: 'guess', figure: { kind: 'network', run: '' }, at: 'start', ask: { kind: 'guess', options: ['a', 'b'], right: 'b' } },
      { id: 'run', figure: { kind: 'network', run: '' }, at: 'run', reply: 'guess' },
      { id: 'check', figure: { kind: 'network', run: '' }, at: 'end', ask: { kind: 'check', options: ['c', 'd'], right: 'c' } },
    ],
  },
  { id: 'two', runs: {}, claims: [], steps: [{ id: 'only', figure: { kind: 'network', run: '' }, at: 'start' }] },
];

/** @param {string | null} [kept] @param {string | null} [chapter] */
function begin(kept = null, chapter = null) {
  let text = kept;
  let ends = 0;
  const memory = { recall: () => text, remember: (/** @type {string} */ next) => (text = next), forget: () => (text = null) };
  const story = createStory({ chapters: TWO, memory, loadMerge, chapter, onChange: () => {}, onEnd: () => (ends += 1) });
  return { story, kept: () => text, ends: () => ends };
}

describe('a story', () => {
  test('leads on when a guess is made, right or wrong, and from a check only when it is right', () => {
    const { story, ends } = begin();
    story.next();
    assert.equal(story.state().step.id, 'guess');
    story.choose('a');
    story.next();
    assert.equal(story.state().step.id, 'run');
    story.next();
    story.choose('d');
    story.next();
    assert.deepEqual([story.state().step.id, story.state().isSettled, ends()], ['check', false, 0]);
    assert.deepEqual(story.state().done, []);
    story.choose('c');
    assert.deepEqual(story.state().done, ['one']);
    story.next();
    assert.equal(ends(), 1);
  });

  test('goes on without a guess where it is skipped, which then cannot be made up for, and still is done', () => {
    const { story } = begin();
    story.next(true);
    assert.equal(story.state().step.id, 'run');
    story.back();
    assert.deepEqual([story.state().isSkipped, story.state().isSettled], [true, true]);
    story.choose('b');
    assert.deepEqual(story.state().choices, {});
    story.next();
    story.next();
    story.choose('c');
    assert.deepEqual(story.state().done, ['one']);
  });

  test('notes every answer to a check, and stays done whatever is tried after the right one', () => {
    const { story, kept } = begin();
    story.choose('a');
    story.next();
    story.next();
    for (const option of ['d', 'd', 'c', 'd']) story.choose(option);
    assert.deepEqual(JSON.parse(kept() ?? '').chapters.one.answers, ['d', 'd', 'c', 'd']);
    assert.deepEqual([story.state().done, story.state().isSettled, story.state().choices.check], [['one'], true, 'd']);
    for (let time = 0; time < 30; time += 1) story.choose('d');
    assert.equal(JSON.parse(kept() ?? '').chapters.one.answers.length, 20);
    assert.deepEqual(begin(kept()).story.state(), story.state());
  });

  test('keeps a guess once its run was seen, and lets a check be answered again', () => {
    const { story } = begin();
    story.choose('a');
    story.choose('b');
    assert.equal(story.state().choices.guess, 'b');
    story.next();
    story.back();
    story.choose('a');
    assert.equal(story.state().choices.guess, 'b');
  });

  test('comes back where it was left, and forgets when it is told to', () => {
    const { story, kept } = begin();
    story.choose('a');
    story.next();
    const again = begin(kept()).story;
    assert.deepEqual(again.state(), story.state());
    assert.equal(begin(kept(), 'two').story.state().chapter.id, 'two');
    again.clear();
    assert.deepEqual([again.state().step.id, again.state().hasProgress], ['guess', false]);
  });

  test('leaves out what does not fit, whatever the device gave back', () => {
    for (const text of [
      null,
      '',
      '[]',
      '{',
      '{"chapters":5}',
      'x'.repeat(30_000),
      '{"chapter":"one","chapters":{"one":{"step":"nowhere","reached":0,"choices":{}}}}',
      '{"chapters":{"one":{"step":"check","reached":1,"choices":{}}}}',
      '{"chapters":{"one":{"step":"guess","reached":9,"choices":{}}}}',
    ])
      assert.deepEqual(readStory(text, TWO), { chapter: 'one', chapters: {} }, String(text));
    const odd = '{"chapter":"two","chapters":{"one":{"step":"guess","reached":1,"choices":{"guess":"z","run":"a","check":"d"}}}}';
    assert.deepEqual(readStory(odd, TWO), { chapter: 'two', chapters: { one: { step: 'guess', reached: 1, choices: { check: 'd' } } } });
  });

  test('takes of kept answers those that there are', () => {
    const text =
      '{"chapters":{"one":{"step":"guess","reached":2,"choices":{},"answers":["d","z",5,"c"]},"two":{"step":"only","reached":0,"choices":{},"answers":["c"]}}}';
    const { one, two } = readStory(text, TWO).chapters;
    assert.deepEqual([one.answers, two.answers], [['d', 'c'], undefined]);
  });

  test('of two tabs keeps the answers of the one that came to the right one, else the longer list', () => {
    /** @param {readonly string[]} [answers] */
    const of = (answers) => ({
      chapter: 'one',
      chapters: { one: { step: 'check', reached: 2, choices: {}, ...(answers && { answers }) } },
    });
    const merged = (/** @type {readonly string[] | undefined} */ mine, /** @type {readonly string[] | undefined} */ theirs) =>
      mergeStories(of(mine), of(theirs), TWO).chapters.one.answers;
    assert.deepEqual(merged(['d', 'd'], ['c']), ['c']);
    assert.deepEqual(merged(['c'], ['d', 'd']), ['c']);
    assert.deepEqual(merged(['d'], ['d', 'd']), ['d', 'd']);
    assert.deepEqual(merged(['d', 'c'], ['c']), ['d', 'c'], 'two tabs make no score better');
    assert.deepEqual([merged(undefined, ['d']), merged(['d'], undefined), merged(undefined, undefined)], [['d'], ['d'], undefined]);
  });

  test('of two tabs keeps the furthest step of each chapter, and a right answer', () => {
    const one = { chapter: 'one', chapters: { one: { step: 'guess', reached: 2, choices: { guess: 'a', check: 'd' } } } };
    const other = {
      chapter: 'two',
      chapters: { one: { step: 'check', reached: 1, choices: { check: 'c' } }, two: { step: 'only', reached: 0, choices: {} } },
    };
    assert.deepEqual(mergeStories(one, other, TWO), {
      chapter: 'one',
      chapters: { one: { step: 'guess', reached: 2, choices: { guess: 'a', check: 'c' } }, two: { step: 'only', reached: 0, choices: {} } },
    });
    assert.deepEqual(mergeStories(one, one, TWO), one, 'a chapter that neither has seen is no progress');
    assert.deepEqual(Object.keys(mergeStories({ ...one, chapters: {} }, other, TWO).chapters), ['one', 'two']);
  });
});

describe('the questions', () => {
  test('are opened by their ids, and by the numbers that they had', () => {
    assert.deepEqual(
      Array.from({ length: 11 }, (_, at) => questionOf(at + 1)),
      ['twins', 'gradients', 'ties', 'ties', 'zeros', 'blame', 'blame', 'seed', 'team', 'team', 'beyond'],
    );
    assert.equal(questionOf(12), null);
    assert.equal(questionOf('nothing'), null);
    for (const id of [...QUESTION_IDS, ...BEYOND_IDS]) assert.equal(questionOf(id), id);
    assert.deepEqual(
      QUESTION_IDS.slice(0, -1),
      CHAPTERS.map(({ id }) => id),
      'the last is read, not told',
    );
  });
});

for (const language of LANGUAGE_IDS) {
  describe(`the texts of the story: ${language}`, async () => {
    const { storyMessages: messages, storyChapters: first } = await LANGUAGES[language].story();
    const storyChapters = { ...first, ...(await LANGUAGES[language].laterStory()).laterStoryChapters };

    test('are there for every step, option and run, and for nothing else', () => {
      for (const { id, steps, runs } of CHAPTERS) {
        const texts = storyChapters[id];
        assert.deepEqual(
          Object.keys(texts.steps),
          steps.map((step) => step.id),
        );
        const beside = new Set(steps.flatMap(({ figure }) => ('runs' in figure ? figure.runs : [])));
        assert.deepEqual(new Set(Object.keys(texts.runs)), beside);
        for (const { figure, ask, edit, at, id: step } of steps) {
          const { caption, during, ask: words } = texts.steps[step];
          for (const run of 'runs' in figure ? figure.runs : [figure.run]) assert.ok(run in runs, `${id} ${step} ${run}`);
          assert.equal(during !== undefined, at === 'run', `${id} ${step}`);
          assert.ok(caption !== '' || ask !== undefined, `${id} ${step}`);
          assert.equal(words === undefined, ask === undefined, `${id} ${step}`);
          assert.ok(edit === undefined || steps.some((each) => texts.steps[each.id].own !== undefined));
          if (ask === undefined || words === undefined) continue;
          assert.deepEqual(Object.keys(words.options), ask.options);
          assert.deepEqual(Object.keys(words.replies), ask.options);
          assert.ok(ask.options.includes(ask.right));
        }
        assert.ok(messages.titles[id], id);
      }
    });

    test(`have at most ${MOST_WORDS} words in a caption, filled in`, () => {
      for (const { id, claims } of CHAPTERS)
        for (const [step, { caption, during = '', own = {} }] of Object.entries(storyChapters[id].steps))
          for (const text of [caption, during, ...Object.values(own)]) {
            const words = fillIn(text, claims, messages.figures).split(/\s+/).length;
            assert.ok(words <= MOST_WORDS, `${id} ${step}: ${words} words`);
          }
    });
  });
}

test('every step has one of the figures that there are', () => {
  const kinds = ['network', 'undrawn', 'race', 'beads', 'signal', 'curves', 'plane', 'piles'];
  for (const { id, steps } of CHAPTERS) for (const { id: step, figure } of steps) assert.ok(kinds.includes(figure.kind), `${id}, ${step}`);
});
