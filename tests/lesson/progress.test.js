/** The lesson's state: what leads from step to step, what is kept, and what comes back from a device that kept something else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SKIPPED, STEPS, createLesson, readProgress } from '../../web/lesson/progress.js';
import { mergeProgress } from '../../web/lesson/merge-progress.js';
import { OUTLINE } from '../../web/lesson/chapters/outline.js';

/** A device that keeps one text. @param {string | null} [text] */
function device(text = null) {
  return {
    text,
    recall() {
      return this.text;
    },
    /** @param {string} next */
    remember(next) {
      this.text = next;
    },
    forget() {
      this.text = null;
    },
  };
}

/** @param {{ memory?: ReturnType<typeof device>, chapter?: number | null }} [options] */
function begin({ memory = device(), chapter = null } = {}) {
  /** @type {import('../../web/lesson/progress.js').LessonState[]} */
  const states = [];
  const lesson = createLesson({ outline: OUTLINE, memory, chapter, onChange: (state) => states.push(state) });
  return { lesson, memory, states, step: () => lesson.state().progress.step };
}

/** Goes through a chapter. @param {ReturnType<typeof createLesson>} lesson */
function goThrough(lesson) {
  const { outline } = lesson.state();
  if (outline === null) throw new Error('there is no chapter to go through');
  lesson.guess(outline.guess.right);
  lesson.ran();
  for (let at = 0; at < 3; at += 1) lesson.next();
  lesson.answer(outline.check.right);
  lesson.next();
}

describe('a chapter', () => {
  test('asks for a guess first, and cannot be left without one', () => {
    const { lesson, step } = begin();
    assert.equal(lesson.state().canGoOn, false);
    lesson.next();
    assert.equal(step(), 'predict');
    lesson.guess('nothing like this');
    assert.equal(step(), 'predict');
    lesson.guess('both');
    assert.equal(step(), 'run');
    assert.equal(lesson.state().progress.guess, 'both');
  });

  test('can be gone through without a guess', () => {
    const { lesson, step } = begin();
    lesson.guess(SKIPPED);
    assert.equal(step(), 'run');
    assert.equal(lesson.state().progress.guess, SKIPPED);
  });

  test('goes on when the run is over, and the guess stays what it was', () => {
    const { lesson, step } = begin();
    lesson.guess('both');
    lesson.next();
    assert.equal(step(), 'run');
    lesson.ran();
    lesson.guess('neither');
    assert.equal(lesson.state().progress.guess, 'both');
    lesson.next();
    assert.equal(step(), 'contrast');
  });

  test('a run before the guess does not count: it would give the answer away', () => {
    const { lesson } = begin();
    lesson.ran();
    assert.equal(lesson.state().progress.hasRun, false);
  });

  test('wants an answer to its check, right or wrong, and takes another', () => {
    const { lesson, step } = begin();
    lesson.guess('both');
    lesson.ran();
    for (let at = 0; at < 4; at += 1) lesson.next();
    assert.equal(step(), 'check');
    lesson.answer('data');
    lesson.answer('start');
    assert.deepEqual(lesson.state().progress.answers, ['data', 'start']);
    assert.deepEqual(lesson.state().done, []);
    lesson.next();
    assert.equal(step(), 'play');
    assert.deepEqual(lesson.state().done, ['same-data']);
  });

  test('goes back to any step that was reached, and to none beyond', () => {
    const { lesson, step } = begin();
    lesson.guess('both');
    lesson.ran();
    lesson.next();
    lesson.show('predict');
    assert.equal(step(), 'predict');
    lesson.show('check');
    assert.equal(step(), 'predict');
    lesson.next();
    lesson.show('contrast');
    assert.equal(step(), 'contrast');
  });
});

describe('the chapters', () => {
  test('follow one another, and further reading is behind the last', () => {
    const { lesson } = begin();
    for (const { id } of OUTLINE) {
      assert.equal(lesson.state().outline?.id, id);
      goThrough(lesson);
      lesson.next();
    }
    assert.equal(lesson.state().outline, null);
    assert.equal(lesson.state().chapter, OUTLINE.length + 1);
    assert.equal(lesson.state().done.length, OUTLINE.length);
    lesson.next();
    lesson.open(OUTLINE.length + 2);
    lesson.open(0);
    assert.equal(lesson.state().chapter, OUTLINE.length + 1);
  });

  test('are linkable: the address wins over the memory, and a number past the last means further reading', () => {
    const memory = device();
    begin({ memory }).lesson.open(3);
    assert.equal(begin({ memory }).lesson.state().chapter, 3);
    assert.equal(begin({ memory, chapter: 5 }).lesson.state().chapter, 5);
    assert.equal(begin({ chapter: 99 }).lesson.state().outline, null);
  });

  test('can be read in 25 minutes', () => {
    assert.ok(OUTLINE.reduce((sum, { minutes }) => sum + minutes, 0) <= 25);
  });
});

describe('progress', () => {
  test('is plain data, and comes back as it was kept', () => {
    const { lesson, memory } = begin();
    goThrough(lesson);
    lesson.next();
    lesson.guess('one');
    const again = begin({ memory }).lesson;
    assert.deepEqual(again.state(), lesson.state());
  });

  test('is forgotten when somebody clears it', () => {
    const { lesson, memory, states } = begin();
    goThrough(lesson);
    lesson.clear();
    assert.equal(memory.text, null);
    assert.deepEqual(lesson.state(), begin().lesson.state());
    assert.equal(states[states.length - 1].hasProgress, false);
  });

  test('of another shape is left out, whatever it is', () => {
    const untouched = { chapter: 1, chapters: {} };
    for (const text of [null, '', '{', '[]', '7', 'null', '{"chapter":0}', '{"chapter":"2"}', '{"chapters":[]}', 'x'.repeat(30_000)])
      assert.deepEqual(readProgress(text, OUTLINE), untouched, String(text).slice(0, 20));
    const entry = { step: 'check', reached: 'check', guess: 'both', hasRun: true, answers: ['data', 'nonsense'] };
    const kept = (/** @type {object} */ change) =>
      readProgress(
        JSON.stringify({ chapter: 2, chapters: { 'same-data': { ...entry, ...change }, __proto__: entry, other: entry } }),
        OUTLINE,
      ).chapters;
    assert.deepEqual(kept({}), { 'same-data': { ...entry, answers: ['data'] } });
    for (const change of [
      { step: 'nowhere' },
      { step: 'play' },
      { guess: 'nonsense' },
      { guess: null },
      { hasRun: 1 },
      { answers: 'data' },
    ])
      assert.deepEqual(kept(change), {}, JSON.stringify(change));
  });

  test('is always something that can be shown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { lesson } = begin({ memory: device(text) });
        assert.ok(STEPS.includes(lesson.state().progress.step));
      }),
    );
  });

  test('lasts as long as the page where nothing can be kept', () => {
    const memory = { ...device(), remember() {}, recall: () => null };
    const { lesson } = begin({ memory });
    goThrough(lesson);
    assert.deepEqual(lesson.state().done, ['same-data']);
  });
});

describe('two pages of one device', () => {
  /** Pages that share what is kept, and hear of one another or not. @param {{ isHeard: boolean }} options */
  function pair({ isHeard }) {
    /** @type {string | null} */
    let text = null;
    /** @type {((text: string | null) => void)[]} */
    const listeners = [];
    const page = (/** @type {number} */ self) => {
      /** @param {string | null} next */
      const keep = (next) => {
        text = next;
        if (isHeard) listeners.forEach((listener, at) => at !== self && listener(next));
      };
      const memory = {
        recall: () => text,
        remember: keep,
        forget: () => keep(null),
        watch: (/** @type {(text: string | null) => void} */ listener) => void (listeners[self] = listener),
      };
      return createLesson({ outline: OUTLINE, memory, chapter: null, onChange: () => {} });
    };
    return { one: page(0), other: page(1), kept: () => readProgress(text, OUTLINE) };
  }
  const [first, second] = OUTLINE;

  for (const isHeard of [true, false]) {
    test(`keep what either has done${isHeard ? '' : ', also where they do not hear of one another'}`, () => {
      const { one, other, kept } = pair({ isHeard });
      goThrough(one);
      other.open(2);
      goThrough(other);
      one.open(3);
      one.guess(SKIPPED);
      assert.deepEqual(
        Object.entries(kept().chapters).map(([id, { reached, answers }]) => [id, reached, answers.length]),
        [
          [first.id, 'play', 1],
          [second.id, 'play', 1],
          [OUTLINE[2].id, 'run', 0],
        ],
      );
      assert.deepEqual(one.state().done, [first.id, second.id]);
    });

    test(`in one chapter keep the guess of the run that is over, and every answer${isHeard ? '' : ', unheard'}`, () => {
      const { one, other, kept } = pair({ isHeard });
      const wrong = first.guess.options.find((option) => option !== first.guess.right) ?? '';
      one.guess(first.guess.right);
      one.ran();
      other.guess(wrong);
      for (const lesson of [one, other]) lesson.answer(first.check.options[0]);
      other.answer(first.check.options[1]);
      one.answer(first.check.options[2]);
      const { guess, hasRun, answers } = kept().chapters[first.id];
      assert.deepEqual([guess, hasRun], [first.guess.right, true]);
      assert.equal(answers[answers.length - 1], first.check.options[2]);
      for (const option of first.check.options.slice(0, 3)) assert.ok(answers.includes(option), option);
    });
  }

  test('show what the other has done, each where it is, and both forget when one does', () => {
    const { one, other } = pair({ isHeard: true });
    goThrough(one);
    assert.deepEqual([other.state().done, other.state().chapter, other.state().progress.step], [[first.id], 1, 'predict']);
    other.open(2);
    assert.equal(one.state().chapter, 1);
    one.clear();
    assert.deepEqual([other.state().hasProgress, other.state().chapter], [false, 2]);
    other.guess(SKIPPED);
    assert.deepEqual(other.state().done, []);
  });

  test('merge to the same whoever comes first, and a second time to no more', () => {
    const options = { steps: STEPS, mostAnswers: 20 };
    const entry = fc
      .record({
        reached: fc.nat(STEPS.length - 1),
        guess: fc.constantFrom('both', 'none', SKIPPED),
        hasRun: fc.boolean(),
        answers: fc.array(fc.constantFrom('a', 'b'), { maxLength: 5 }),
      })
      .map(({ reached, ...rest }) => ({ ...rest, step: STEPS[0], reached: STEPS[reached] }));
    const progress = fc.record({ chapter: fc.constant(1), chapters: fc.dictionary(fc.constantFrom('x', 'y', 'z'), entry) });
    fc.assert(
      fc.property(progress, progress, (mine, theirs) => {
        const both = mergeProgress(mine, theirs, options);
        assert.deepEqual(mergeProgress(both, theirs, options), both);
        for (const [id, { reached, hasRun }] of Object.entries(both.chapters)) {
          const copies = [mine, theirs].flatMap(({ chapters }) => (Object.hasOwn(chapters, id) ? [chapters[id]] : []));
          assert.equal(STEPS.indexOf(reached), Math.max(...copies.map((each) => STEPS.indexOf(each.reached))));
          assert.equal(
            hasRun,
            copies.some((each) => each.hasRun),
          );
        }
      }),
    );
  });
});
