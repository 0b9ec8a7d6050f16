/** The story's page in a document of Node: every step of every chapter can be gone through, whatever the eye sees of it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { forgetGuesses } from '../../web/lesson/story/companions/kept-guesses.js';
import { fillIn } from '../../web/lesson/text.js';
import { figureMessages } from '../../web/messages/en/figures.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { freshRoot, usePage } from '../support/dom.js';

/** Far more turns of Node's loop than loading a file takes. */
const TURNS = 100_000;
/** Far more frames than fifteen runs and the flight of their cards take. */
const FRAMES = 100_000;

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
  usePage();
});
after(() => lab.close());

/** @param {string} chapter @param {import('../../web/messages/languages.js').LanguageId} [languageId] */
async function openStory(chapter, languageId = 'en') {
  // What is loaded with a document is loaded when there is one.
  const { createStoryPage } = await import('../../web/lesson/story/page.js');
  const root = freshRoot('section');
  /** @type {string[]} */
  const told = [];
  const language = LANGUAGES[languageId];
  const { beyondBook } = await import('../../web/lesson/story/beyond/book.js');
  const book = BEYOND.some(({ id }) => id === chapter) ? await beyondBook(language) : undefined;
  const page = createStoryPage(root, {
    lab,
    language,
    texts: await language.story(),
    figureMessages: (await language.story()).figureMessages,
    memory: { recall: () => null, remember() {}, forget() {}, watch() {} },
    asked: chapter,
    book,
    presentation: { only: [], memory: 'device' },
    onProgress() {},
    onGuess: ({ choice, right }) => told.push(`${choice} ${right}`),
    openElsewhere: (id) => told.push(id),
    glossaryFailed: '',
    openLab() {},
    signal: new AbortController().signal,
  });
  await page.ready;
  /** @template {Element} T @param {string} selector @returns {T} */
  const one = (selector) => /** @type {T} */ (root.querySelector(selector));
  const { storyMessages, storyChapters } = await language.story();
  const texts = {
    ...storyChapters,
    ...(await language.laterStory()).laterStoryChapters,
    ...book?.chapters,
    ...(await book?.loadChapters()),
  };
  const primary = /** @type {HTMLButtonElement} */ (one('[data-primary]'));
  return {
    root,
    told,
    primary,
    one,
    open: page.open,
    step: () => root.dataset.step,
    caption: () => one('[data-caption]').textContent ?? '',
    /** What is said of the figure, which comes after it. */
    async words() {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return one('.stage-words').textContent ?? '';
    },
    /** @param {string} option */
    choose(option) {
      const radio = /** @type {HTMLInputElement} */ (one(`[data-choice="${option}"]`));
      radio.checked = true;
      radio.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** Presses the button, and waits until something that had to be loaded is there. */
    async press() {
      assert.equal(primary.disabled, false);
      const before = root.dataset.step;
      primary.click();
      // A step that needs something loaded comes when it is there; an answer, at once.
      for (
        let turn = 0;
        turn < TURNS && root.dataset.step === before && told.at(-1) !== 'beyond' && root.querySelector('.story-answer') === null;
        turn += 1
      )
        await new Promise((resolve) => setImmediate(resolve));
      if (!root.hasAttribute('data-playing')) return;
      const now = [...CHAPTERS, ...BEYOND].find((each) => each.id === root.dataset.chapter) ?? CHAPTERS[0];
      const { during = '' } = texts[now.id].steps[root.dataset.step ?? ''];
      const said = fillIn(during, now.claims, storyMessages.figures);
      assert.equal(one('[data-caption]').textContent, said, 'nothing is said of what the run has not shown yet');
      primary.click();
      for (let frame = 0; frame < FRAMES && root.hasAttribute('data-playing'); frame += 1) await new Promise(requestAnimationFrame);
      assert.equal(root.hasAttribute('data-playing'), false);
    },
  };
}

for (const { id, steps } of [...CHAPTERS, ...BEYOND]) {
  test(`${id}: from its first step to its last, a wrong answer first, then the right one`, async () => {
    const { root, told, primary, step, caption, choose, press } = await openStory(id);
    for (const { id: now, ask, figure, numbers } of steps) {
      assert.equal(step(), now);
      assert.equal(root.querySelector('[data-stage]')?.getAttribute('data-figure'), figure.kind === 'undrawn' ? 'network' : figure.kind);
      assert.ok(caption() !== '' || ask !== undefined);
      const isCrowded = figure.kind === 'race' && figure.runs.length > 2;
      if (isCrowded)
        assert.equal(root.querySelector('[data-action="numbers"]'), null, 'no numbers in networks that are too small for them');
      if (numbers) assert.equal(root.querySelector('[data-action="numbers"]'), null, 'no button for numbers that are there anyway');
      // Its words come after what is seen, in a turn of their own.
      await new Promise((resolve) => setTimeout(resolve));
      assert.ok((root.querySelector('.stage-words')?.textContent ?? '').length > 10, 'the figure is told in words');
      assert.equal(root.querySelector('.story-answer'), null);
      if (ask === undefined) {
        await press();
        continue;
      }
      assert.equal(primary.disabled, true, 'the way on is closed until something is chosen');
      const wrong = /** @type {string} */ (ask.options.find((option) => option !== ask.right));
      choose(wrong);
      primary.focus();
      await press();
      if (ask.kind === 'guess') {
        const reply = /** @type {HTMLElement} */ (root.querySelector('.story-reply'));
        assert.match(reply.textContent ?? '', /Not as you guessed/);
        assert.equal(reply.hidden, false);
        continue;
      }
      assert.equal(root.querySelector('.story-answer')?.getAttribute('data-right'), 'false');
      assert.equal(primary.disabled, true, 'a wrong answer is not done');
      assert.equal(document.activeElement?.getAttribute('data-choice'), wrong, 'the keyboard goes on from the option that was chosen');
      choose(ask.right);
      assert.equal(root.querySelector('.story-answer'), null, 'a reply leaves with its answer');
      await press();
      assert.equal(root.querySelector('.story-answer')?.getAttribute('data-right'), 'true');
      const further = primary.textContent;
      choose(/** @type {string} */ (ask.options.find((option) => option !== ask.right)));
      assert.equal(primary.textContent, 'Check', 'another answer can still be tried');
      choose(ask.right);
      assert.equal(primary.textContent, further);
      await press();
    }
    assert.equal(root.querySelector(`.story-entry[data-chapter="${id}"]`)?.getAttribute('data-step'), 'done');
    if (id === 'answer') assert.deepEqual(told, ['beyond']);
  });
}

test('the curves of the first question are those of the weight that is changed and of its twin', async () => {
  const { press, step, words } = await openStory('twins');
  while (step() !== 'curves') await press();
  const told = (await words()).split('Curves over the steps: distance')[0];
  assert.deepEqual([...new Set(told.match(/w\d(?= (goes|\())/g))], ['w5', 'w6'], told);
});

test('a weight that is moved on its line trains nothing: that waits until the button is pressed', async (t) => {
  // A line is only there where the figure has a size.
  for (const side of ['clientWidth', 'clientHeight']) {
    const usual = Object.getOwnPropertyDescriptor(HTMLElement.prototype, side);
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 600 });
    t.after(() =>
      usual === undefined ? Reflect.deleteProperty(HTMLElement.prototype, side) : Object.defineProperty(HTMLElement.prototype, side, usual),
    );
  }
  const { press, step, one } = await openStory('twins');
  while (step() !== 'change') await press();
  const hand = one('[data-weight="w5"]');
  const { start } = lab;
  let trained = 0;
  t.mock.method(lab, 'start', (/** @type {Parameters<typeof start>} */ ...asked) => {
    const run = start.apply(lab, asked);
    const { train } = run;
    run.train = (...steps) => {
      trained += 1;
      return train.apply(run, steps);
    };
    return run;
  });
  hand.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  assert.equal(/** @type {any} */ (lab.start).mock.callCount() > 0, true, 'another run is begun');
  assert.equal(trained, 0);
});

test('a guess can be skipped: the run is shown, nothing is said of a guess, and it asks no more', async () => {
  const asking = CHAPTERS.filter(({ steps }) => steps.some(({ ask }) => ask?.kind === 'guess'));
  const { id, steps } = asking[0];
  const { told, primary, one, step, press } = await openStory(id);
  const skip = /** @type {HTMLButtonElement} */ (one('[data-action="skip"]'));
  const at = steps.findIndex(({ ask }) => ask?.kind === 'guess');
  for (let before = 0; before < at; before += 1) {
    assert.equal(skip.hidden, true, 'there is nothing to skip');
    await press();
  }
  assert.deepEqual([step(), skip.hidden, primary.disabled], [steps[at].id, false, true]);
  skip.click();
  for (let turn = 0; turn < TURNS && step() === steps[at].id; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(step(), steps[at + 1].id);
  assert.deepEqual([/** @type {HTMLElement} */ (one('.story-reply')).hidden, skip.hidden, told], [true, true, []]);
  /** @type {HTMLButtonElement} */ (one('[data-action="back"]')).click();
  assert.deepEqual([step(), skip.hidden, primary.disabled], [steps[at].id, true, false]);
  assert.equal(/** @type {HTMLElement} */ (one('.story-choices')).hidden, true);
});

test('before a guess nothing can be seen of what it asks: no clock can be moved, and of undrawn weights neither a sign, a word nor a number tells', async () => {
  for (const { id, steps } of [...CHAPTERS, ...BEYOND]) {
    const at = steps.findIndex(({ ask }) => ask?.kind === 'guess');
    const { figure, ask } = steps[at] ?? {};
    if (ask === undefined || (figure?.kind !== 'race' && figure?.kind !== 'undrawn')) continue;
    const { root, choose, press, words } = await openStory(id);
    for (let before = 0; before < at; before += 1) await press();
    const waits = () => root.querySelector('.race')?.hasAttribute('data-waits');
    if (figure.kind === 'race') assert.equal(waits(), true, id);
    else {
      assert.equal(await words(), figureMessages.words.step(0), id);
      assert.ok(root.querySelector('.net-undrawn'), 'whose signs are not drawn');
      /** @type {HTMLElement} */ (root.querySelector('.stage-tools button')).click();
      assert.deepEqual(
        [...root.querySelectorAll('tbody td')].map((cell) => cell.textContent).filter((text) => text !== '?'),
        [],
      );
    }
    choose(ask.right);
    await press();
    assert.equal(waits(), false, id);
  }
});

describe('a guess that is made and not said is not lost when the page is left', () => {
  after(forgetGuesses);

  test('the option that is chosen, at its step alone, until all is forgotten', async () => {
    const come = async () => {
      const story = await openStory('gradients');
      await story.press();
      return story;
    };
    const first = await come();
    first.choose('all');
    const second = await come();
    const chosen = () =>
      [...second.root.querySelectorAll('[data-choice]')].filter((each) => /** @type {HTMLInputElement} */ (each).checked);
    assert.deepEqual(
      chosen().map((each) => each.getAttribute('data-choice')),
      ['all'],
    );
    assert.equal(second.primary.disabled, false, 'it can be said');
    assert.deepEqual(second.told, [], 'and is not said by itself');
    await second.press();
    assert.deepEqual(second.told, ['all false']);
    const { forgetOwn } = await import('../../web/lesson/own/kept-own.js');
    forgetOwn(() => ({ recall: () => null, remember() {}, forget() {} }));
    assert.equal((await come()).primary.disabled, true, 'whoever clears the progress has chosen nothing');
  });

  test('cards that are sorted, and a line that is drawn', async () => {
    const first = await openStory('ties');
    /** @type {HTMLButtonElement} */ (first.one('.pile-buttons button')).click();
    assert.match(first.one('.pile-count').textContent ?? '', /^1 of/);
    const second = await openStory('ties');
    assert.match(second.one('.pile-count').textContent ?? '', /^1 of/);
    for (const story of [first, second]) {
      await story.press();
      await story.press();
      const isGuessed = /Your guess goes from 1\.0e\u22126 to/.test(await story.words());
      assert.equal(isGuessed, story === second);
      if (story === first) story.choose('falls');
    }
  });
});

test('a table that is open is of the figure that is on the stage, also while that one plays', async () => {
  const { root, one, words } = await openStory('twins');
  await words();
  one('.stage-tools [aria-controls]').dispatchEvent(new Event('click'));
  const caption = () => one('.table-box caption').textContent;
  const former = caption();
  assert.ok(former);
  one('.story-entry[data-chapter="gradients"]').dispatchEvent(new Event('click', { bubbles: true }));
  for (let turn = 0; turn < TURNS && root.dataset.chapter !== 'gradients'; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await words();
  assert.equal(root.hasAttribute('data-playing'), true);
  assert.notEqual(caption(), former);
});

for (const [language, names] of /** @type {const} */ ([
  ['en', /temperature and duration/],
  ['es', /temperatura y duraci\u00f3n/],
]))
  test(`the features of a named data set have the names that they have in "${language}"`, async () => {
    const { words } = await openStory('team', language);
    assert.match(await words(), names);
  });

test('the guesses are listed by their questions, without how these could be answered', async () => {
  const { one, root } = await openStory('answer');
  one('[data-primary]').dispatchEvent(new Event('click'));
  for (let turn = 0; turn < TURNS && root.querySelector('.story-sums b') === null; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  const questions = [...root.querySelectorAll('.story-sums b')].map((each) => each.textContent ?? '');
  assert.ok(questions.includes('What becomes of the difference?'), questions.join(' | '));
});

test('before training nothing is said to be right or wrong, as nothing is marked; after it both are', async () => {
  const { press, words } = await openStory('twins');
  assert.doesNotMatch(await words(), /right|Wrong/);
  await press();
  assert.match(await words(), /answers 3 of 4 examples right.* Wrong: \(1, 1\)\./);
});

test('whoever leaves for another question while one is loaded is told that one, and nothing goes wrong behind it', async () => {
  const { root, open, words } = await openStory('twins');
  for (const next of ['gradients', 'ties', 'zeros']) {
    open(next);
    await Promise.resolve();
  }
  for (let turn = 0; turn < TURNS && root.dataset.chapter !== 'zeros'; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(root.dataset.chapter, 'zeros');
  // A rejection that nobody handles fails the test.
  await words();
});

test('who goes to the end before the runs of the cards are in sees them all at once', async () => {
  const { root, primary, one } = await openStory('ties');
  primary.click();
  for (let turn = 0; turn < TURNS && !root.hasAttribute('data-playing'); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  primary.click();
  /** @type {Set<string>} */
  const counts = new Set();
  for (let frame = 0; frame < FRAMES && root.hasAttribute('data-playing'); frame += 1) {
    counts.add(one('.pile-count').textContent ?? '');
    await new Promise(requestAnimationFrame);
  }
  assert.ok(counts.size > 0, 'they are waited for');
  for (const count of counts) assert.match(count, /^0 of 15 /);
  assert.match(one('.pile-count').textContent ?? '', /^Of 15 runs, /);
});
