/** A student's progress as it is told and given back: what counts as done, what it scores, and that neither of two frames loses what the other has. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TOLD_IDS } from '../../web/base/address-keys.js';
import { createProgress, readProgress } from '../../web/frame/progress.js';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { chapterOfAddress, writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { forgetOwn, keepOwn, keptOwn, ownKey } from '../../web/lesson/own/kept-own.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { createStory } from '../../web/lesson/story/story.js';
import { scoreOf, tellProgress } from '../../web/lesson/told-progress.js';
import { OWN_CHAPTER } from '../lesson/own-chapter.js';

const loadMerge = () => import('../../web/lesson/merge-progress.js');

/** @typedef {import('../../web/lesson/story/chapter.js').Chapter} Chapter */
/** @typedef {ReturnType<ReturnType<typeof createProgress>['tell']>} Told */

/** A device: what is remembered, by key. */
function openDevice() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const memoryOf = (/** @type {string} */ key) => ({
    recall: () => texts.get(key) ?? null,
    remember: (/** @type {string} */ text) => void texts.set(key, text),
    forget: () => void texts.delete(key),
  });
  return {
    texts,
    /** @param {readonly string[]} [only] @param {import('../../web/lesson/own/kept-own.js').KeptOwn | null} [own] */
    progress: (only = [], own = null) => createProgress({ memoryOf, only, own }),
    /** @param {string} chapter */
    story(chapter) {
      const [key, chapters] = CHAPTERS.some(({ id }) => id === chapter)
        ? ['twin-neurons-story', CHAPTERS]
        : ['twin-neurons-beyond', /** @type {readonly Chapter[]} */ (/** @type {unknown} */ (BEYOND))];
      const story = createStory({ chapters, memory: memoryOf(key), loadMerge, chapter, onChange() {}, onEnd() {} });
      story.open(chapter);
      return story;
    },
  };
}

/** Goes through a chapter to its check, or to its end. @param {ReturnType<typeof createStory>} story */
function goToCheck(story) {
  for (let left = 20; left > 0; left -= 1) {
    const { step, chapter, index } = story.state();
    if (step.ask?.kind === 'check' || index === chapter.steps.length - 1) return;
    if (step.ask !== undefined) story.choose(step.ask.options[0]);
    story.next();
  }
}

/** @param {Told} told @param {string} id */
const of = (told, id) => told.all.find(({ chapter }) => chapter === id);

/** As it arrives from another window. @param {Told} told */
const given = (told) => readProgress(structuredClone({ twinNeurons: 1, type: 'progress', id: 3, ...told }), 'message.progress');

describe('the score', () => {
  test('is 100 for the first answer right, 30 less for each wrong one before it, and never below 10', () => {
    assert.deepEqual(
      [['c'], ['d', 'c'], ['d', 'e', 'c'], ['d', 'e', 'd', 'c'], Array(9).fill('d').concat('c')].map((answers) => scoreOf(answers, 'c')),
      [100, 70, 40, 10, 10],
    );
  });

  test('stays what it was when more is tried, and is none before', () => {
    assert.deepEqual([scoreOf(['d', 'c', 'd', 'c'], 'c'), scoreOf(['d'], 'c'), scoreOf([], 'c')], [70, null, null]);
  });

  test('is of one check a chapter: no chapter has two', () => {
    for (const { id, steps } of [...CHAPTERS, ...BEYOND])
      assert.ok(
        steps.filter((/** @type {import('../../web/lesson/story/chapter.js').Step} */ { ask }) => ask?.kind === 'check').length <= 1,
        id,
      );
  });
});

describe('what is told', () => {
  test('is of every chapter in the order of the lesson, and first of the one that is open', () => {
    const told = openDevice().progress().tell('zeros');
    assert.equal(told.chapter, 'zeros');
    assert.deepEqual(
      told.all.map(({ chapter }) => chapter),
      TOLD_IDS,
    );
    assert.deepEqual(of(told, 'zeros'), {
      chapter: 'zeros',
      step: 'guess',
      reached: 1,
      steps: 6,
      guess: null,
      guesses: {},
      skipped: false,
      hasRun: false,
      answers: [],
      done: false,
      score: null,
    });
  });

  test('is of the chapters that only= names alone', () => {
    const told = openDevice().progress(['ties', 'split', 'twins']).tell(null);
    assert.deepEqual(
      told.all.map(({ chapter }) => chapter),
      ['ties', 'split', 'twins'],
    );
    assert.equal(told.chapter, 'twins', 'where the student was');
  });

  test('says what was guessed and answered, and done when the guess is committed, the run over and the check answered right', () => {
    const device = openDevice();
    const story = device.story('zeros');
    const now = () => of(device.progress().tell('zeros'), 'zeros');
    story.choose('none');
    assert.deepEqual([now()?.guess, now()?.hasRun, now()?.reached], ['none', false, 1]);
    goToCheck(story);
    assert.deepEqual([now()?.step, now()?.hasRun, now()?.done, now()?.score], ['check', true, false, null]);
    story.choose('small');
    assert.deepEqual([now()?.answers, now()?.done, now()?.score], [['small'], false, null]);
    story.choose('no-twin');
    assert.deepEqual([now()?.answers, now()?.done, now()?.score], [['small', 'no-twin'], true, 70]);
  });

  test('has every guess of a chapter that asks for two', () => {
    const device = openDevice();
    goToCheck(device.story('blame'));
    const told = of(device.progress().tell('blame'), 'blame');
    assert.deepEqual([told?.guess, told?.guesses], ['copy', { guess: 'copy', order: 'at-once' }]);
  });

  for (const { id, steps } of [...CHAPTERS, ...BEYOND])
    test(`of "${id}", gone through, is done`, () => {
      const device = openDevice();
      const story = device.story(id);
      goToCheck(story);
      const check = steps.find((/** @type {any} */ { ask }) => ask?.kind === 'check');
      if (check?.ask !== undefined) story.choose(check.ask.right);
      const told = of(device.progress().tell(id), id);
      assert.deepEqual([told?.done, told?.hasRun, told?.score], [true, true, check === undefined ? null : 100]);
    });

  test('counts a guess that was left out as skipped, and the chapter as done without it', () => {
    const zeros = CHAPTERS.find(({ id }) => id === 'zeros');
    assert.ok(zeros);
    const told = tellProgress(zeros, { step: 'check', reached: 5, choices: { check: 'no-twin' }, answers: ['no-twin'] });
    assert.deepEqual([told.skipped, told.done, told.guess], [true, true, null]);
  });

  test('takes the last answer that an older page has kept for all of them', () => {
    const [twins] = CHAPTERS;
    assert.equal(tellProgress(twins, { step: 'check', reached: 5, choices: { check: 'start' } }).score, 100);
  });
});

describe('what was told, given back', () => {
  test('is the same progress again on a device that knows nothing', () => {
    const device = openDevice();
    const story = device.story('zeros');
    goToCheck(story);
    story.choose('small');
    story.choose('no-twin');
    goToCheck(device.story('split'));
    const told = device.progress().tell('split');
    const fresh = openDevice();
    assert.equal(fresh.progress().restore(given(told)), 'split');
    assert.deepEqual(fresh.progress().tell('split'), told);
    assert.deepEqual(JSON.parse(fresh.texts.get('twin-neurons-story') ?? '').chapters.twins, undefined, 'what was never begun is not kept');
  });

  test('is put to what the device knows: of each chapter the furthest step and every answer', () => {
    const one = openDevice();
    goToCheck(one.story('zeros'));
    const other = openDevice();
    const twins = other.story('twins');
    goToCheck(twins);
    twins.choose('start');
    other.story('zeros').choose('three');
    other.progress().restore(given(one.progress().tell('zeros')));
    const told = other.progress().tell('zeros');
    assert.deepEqual(
      [of(told, 'twins')?.done, of(told, 'twins')?.step, of(told, 'zeros')?.reached, of(told, 'zeros')?.guess],
      [true, 'check', 6, 'none'],
    );
  });

  test('claims nothing: what is done and what it scores is found from the answers', () => {
    const device = openDevice();
    const told = device.progress().tell('twins');
    const all = told.all.map((each) => ({ ...each, done: true, score: 100, hasRun: true, skipped: false }));
    device.progress().restore(given({ ...told, all }));
    assert.deepEqual(device.progress().tell('twins'), told);
  });

  test('may be as little as a chapter, a guess and answers', () => {
    const device = openDevice();
    device
      .progress()
      .restore(
        readProgress({ chapter: 'zeros', all: [{ chapter: 'zeros', reached: 6, guess: 'none', answers: ['small', 'no-twin'] }] }, ''),
      );
    const told = of(device.progress().tell('zeros'), 'zeros');
    assert.deepEqual([told?.step, told?.guess, told?.done, told?.score], ['check', 'none', true, 70]);
  });

  test('is taken as far as it fits the chapters', () => {
    const device = openDevice();
    const all = [
      {
        chapter: 'twins',
        step: 'nowhere',
        reached: 90,
        guesses: { check: 'data', nowhere: 'x', __proto__: 'y' },
        answers: ['nonsense', 'data'],
      },
    ];
    device.progress().restore(readProgress({ chapter: 'twins', all }, ''));
    const told = of(device.progress().tell('twins'), 'twins');
    assert.deepEqual([told?.step, told?.reached, told?.answers, told?.guesses], ['check', 6, ['data'], {}]);
  });
});

describe('a chapter of a teacher\u2019s own', () => {
  const { own, chapter, id } = chapterOfAddress(writeChapterAddress(parseChapter(OWN_CHAPTER)));
  const openOwn = (/** @type {readonly string[]} */ only = []) => {
    const { texts, progress } = openDevice();
    return { texts, progress: progress(only, { chapter, title: own.title }) };
  };
  const answered = {
    chapter: id,
    title: 'Another',
    reached: 3,
    guesses: { 'step-1': 'option-2' },
    answers: ['option-2', 'option-1'],
    score: 100,
  };

  test('is told first, with its title, and is taken up again as ours are: what it scores is found from the answers', () => {
    const { progress } = openOwn();
    assert.deepEqual([progress.tell(null).all[0].chapter, progress.tell(null).all.length], [id, TOLD_IDS.length + 1]);
    progress.restore(readProgress({ chapter: id, all: [answered] }, 'message.progress'));
    const told = progress.tell(id);
    assert.deepEqual(
      [told.chapter, told.title, told.guess, told.answers, told.done, told.score],
      [id, 'Our own question', 'option-2', ['option-2', 'option-1'], true, 70],
    );
    assert.ok(progress.isScored(id));
  });

  test('is called "own" by only=', () => {
    const ids = (/** @type {string[]} */ only) =>
      openOwn(only)
        .progress.tell(null)
        .all.map((told) => told.chapter);
    assert.deepEqual([ids(['own']), ids(['zeros', 'own'])], [[id], ['zeros', id]]);
  });

  test('of another link changes nothing', () => {
    const { progress, texts } = openOwn();
    const before = progress.tell(null);
    progress.restore(readProgress({ chapter: 'own-abc', all: [{ ...answered, chapter: 'own-abc' }] }, 'message.progress'));
    assert.deepEqual(progress.tell(null), before);
    assert.ok(!texts.has('twin-neurons-own-abc'));
  });

  test('is known on the device without its link, the newest thirty of them, and whatever stands there instead is none', () => {
    const { texts } = openDevice();
    const memoryOf = (/** @type {string} */ key) => ({
      recall: () => texts.get(key) ?? null,
      remember: (/** @type {string} */ text) => void texts.set(key, text),
      forget: () => void texts.delete(key),
    });
    for (let at = 0; at < 40; at += 1) {
      keepOwn({ chapter: { ...chapter, id: `own-${at}` }, title: own.title }, memoryOf);
      memoryOf(ownKey(`own-${at}`)).remember('what was done');
    }
    assert.deepEqual([texts.has(ownKey('own-9')), texts.has(ownKey('own-10'))], [false, true], 'of the others nothing is kept');
    keepOwn({ chapter: { ...chapter, id: 'own-20' }, title: own.title }, memoryOf);
    const kept = keptOwn(memoryOf);
    assert.deepEqual([kept.length, kept[0].chapter.id, kept[29].chapter.id], [30, 'own-20', 'own-10']);
    assert.deepEqual(kept[0].chapter.steps[2].ask, chapter.steps[2].ask);
    const [key] = texts.keys();
    for (const text of ['', '{', '{}', '[3]', '[{"id":"zeros","title":"","steps":[]}]', `[${' '.repeat(200_001)}]`]) {
      texts.set(key, text);
      assert.deepEqual(keptOwn(memoryOf), []);
    }
    texts.clear();
    keepOwn({ chapter, title: own.title }, memoryOf);
    memoryOf(ownKey(chapter.id)).remember('what was done');
    forgetOwn(memoryOf);
    assert.equal(texts.size, 0);
  });
});
