/** A teacher's own chapter: its file and its link, what is refused with which sentence, and that the story tells it to its end. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { toLetters } from '../../web/base/letters.js';
import { compactChapter, parseChapter } from '../../web/lesson/own/chapter-file.js';
import { readChapterAddress, writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { ownBook } from '../../web/lesson/own/book.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { freshRoot, usePage } from '../support/dom.js';
import { OWN_CHAPTER } from './own-chapter.js';

/** Far more turns of Node's loop than loading a file takes. */
const TURNS = 100_000;

/** The chapter with one thing changed, by its path. @param {string} path @param {unknown} value undefined: the field is taken away */
function changed(path, value) {
  const copy = structuredClone(/** @type {any} */ (OWN_CHAPTER));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((at, key) => at[key], copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('a chapter of a teacher\u2019s own', () => {
  test('is read from its file, and from its link as it was written', () => {
    const chapter = parseChapter(JSON.stringify(OWN_CHAPTER));
    assert.deepEqual(parseChapter(compactChapter(chapter)), chapter);
    assert.deepEqual(readChapterAddress(writeChapterAddress(chapter)).chapter, chapter);
    assert.match(writeChapterAddress(chapter), /^#chapter=a[\w-]+\.[0-9a-z]+$/);
  });

  test('is refused where its link has lost or changed a letter', () => {
    const link = writeChapterAddress(parseChapter(OWN_CHAPTER));
    for (const damaged of [link.slice(0, -1), link.slice(0, 40) + link.slice(41), link.replace(/a/g, 'b'), '#chapter=', '#chapter=aAAAA.0'])
      assert.throws(() => readChapterAddress(damaged), { message: /^chapter: the link is damaged/ });
  });

  test('is refused where the sum of its link is right and what it holds is no chapter', () => {
    /** FNV-1a, as links have it. @param {string} letters */
    const sum = (letters) =>
      ([...letters].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0).toString(36);
    for (const held of ['hi', 'null', '{}', '[]', '{"runs":3}', '{"runs":[null]}']) {
      const letters = toLetters(held);
      assert.throws(() => readChapterAddress(`#chapter=a${letters}.${sum(letters)}`), {
        name: 'ExperimentError',
        message: /^chapter: the link is damaged/,
      });
    }
    const letters = toLetters('{"runs":[{}]}');
    assert.throws(() => readChapterAddress(`#chapter=a${letters}.${sum(letters)}`), {
      name: 'ExperimentError',
      message: /^link: must be a text/,
    });
  });

  const { runs, steps } = /** @type {any} */ (OWN_CHAPTER);
  for (const [what, input, sentence] of /** @type {[string, unknown, RegExp][]} */ ([
    ['no JSON', '{"version":1,', /^chapter: .*line 1/],
    ['no object', [], /^chapter: must be a chapter: an object with "title", "runs" and "steps"; got a list$/],
    ['of a later version', changed('version', 2), /^chapter\.version: must be 1; got 2$/],
    ['without a title', changed('title', undefined), /^chapter\.title: is missing/],
    ['with an empty caption of a button', changed('steps.0.go', ' '), /^chapter\.steps\[0\]\.go: must have something to read in it$/],
    ['with a key that is none', changed('steps.0.foo', 1), /^chapter\.steps\[0\]\.foo: is not known here/],
    [
      'with a run that is not there',
      changed('steps.0.figure.run', 'x'),
      /^chapter\.steps\[0\]\.figure\.run: must be one of "equal" or "other"; got "x"$/,
    ],
    [
      'with a figure that is none',
      changed('steps.0.figure.kind', 'film'),
      /figure\.kind: must be one of "network", "race", "curves" or "plane"; got "film"$/,
    ],
    ['with an experiment that is none', changed('runs.0.experiment.loss', 'x'), /^chapter\.runs\[0\]\.experiment\.loss: must be one of/],
    ...[
      { inputs: 2, hidden: [9], outputs: 1 },
      { inputs: 2, hidden: [2, 2, 2], outputs: 1 },
      { inputs: 3, hidden: [2], outputs: 1, data: { x: [[0, 0, 1]], y: [[1]] } },
      { inputs: 2, hidden: [2], outputs: 2, data: { x: [[0, 1]], y: [[1, 0]] } },
    ].map(({ data, ...network }) => [
      `with a network that no figure shows, ${network.inputs}-${network.hidden}-${network.outputs}`,
      changed('runs.0.experiment', { ...runs[0].experiment, network, ...(data && { data }), init: { scheme: 'uniform', seed: 1 } }),
      /^chapter\.runs\[0\]\.experiment\.network: must have 2 inputs/,
    ]),
    ['with a run that never ends', changed('runs.0.steps', 1e9), /^chapter\.runs\[0\]\.steps: must be a whole number from 1 to 20000/],
    ['with two runs of one name', changed('runs', [runs[0], runs[0]]), /^chapter\.runs\[1\]: the run equal stands in this list already/],
    ['with a name that is none', changed('runs.0.name', 'a b'), /^chapter\.runs\[0\]\.name: must be letters/],
    [
      'with no right option',
      changed('steps.0.ask.options.1.right', false),
      /^chapter\.steps\[0\]\.ask\.options: must have one option that is right; got 0$/,
    ],
    ['with one option', changed('steps.0.ask.options', [steps[0].ask.options[1]]), /options: must be a list of 2 to 6 options; got 1$/],
    [
      'with a guess that no run answers',
      changed('steps.1.at', 'end'),
      /^chapter\.steps\[1\]\.at: must be "run": it answers the guess before it$/,
    ],
    ['with a question before its run is over', changed('steps.2.at', 'run'), /^chapter\.steps\[2\]\.at: must be "start" or "end"/],
    ['that asks nothing', changed('steps', [steps[1], steps[1]]), /^chapter\.steps: must ask something/],
    ['too long', ' '.repeat(200_001), /^chapter: must be a text of at most 200000 characters/],
    ['with a prototype of its own', JSON.parse('{"version":1,"__proto__":{"title":"x"}}'), /__proto__/],
  ])) {
    test(`is refused with a sentence: ${what}`, () => {
      assert.throws(() => parseChapter(/** @type {any} */ (input)), { name: 'ExperimentError', message: sentence });
    });
  }
});

describe('the teacher\u2019s page', () => {
  before(usePage);

  for (const id of LANGUAGE_IDS) {
    test(`makes a link of a chapter, or shows the sentence that says what is wrong (${id})`, async () => {
      const { createLinkPage } = await import('../../web/course/own/link-page.js');
      const { ownQuestionMessages: messages } = await import(`../../web/messages/${id}/own-question.js`);
      const root = freshRoot('main');
      const page = createLinkPage(root, messages);
      const link = /** @type {HTMLAnchorElement} */ (root.querySelector('#chapter-link'));
      const refusal = /** @type {HTMLElement} */ (root.querySelector('[role="alert"]'));
      page.read(JSON.stringify(OWN_CHAPTER));
      assert.deepEqual(readChapterAddress(new URL(link.href).hash).chapter, parseChapter(OWN_CHAPTER));
      assert.deepEqual([refusal.hidden, link.closest('div')?.hidden], [true, false]);
      page.read('{"version":1}');
      assert.match(refusal.textContent ?? '', /^chapter\.title: is missing/);
      assert.deepEqual([refusal.hidden, link.closest('div')?.hidden], [false, true]);
    });
  }

  test('leaves what was read as it was where no file is chosen', async () => {
    const { createLinkPage } = await import('../../web/course/own/link-page.js');
    const { ownQuestionMessages: messages } = await import('../../web/messages/en/own-question.js');
    const root = freshRoot('main');
    createLinkPage(root, messages);
    const input = /** @type {HTMLInputElement} */ (root.querySelector('#chapter-file'));
    const field = /** @type {HTMLTextAreaElement} */ (root.querySelector('#chapter-text'));
    const link = /** @type {HTMLAnchorElement} */ (root.querySelector('#chapter-link'));
    /** @type {string[]} */
    const errors = [];
    window.addEventListener('error', ({ message }) => errors.push(message));
    const choose = async (/** @type {File[]} */ files) => {
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      input.dispatchEvent(new Event('change'));
      await new Promise((resolve) => setImmediate(resolve));
      return [field.value, link.href, link.closest('div')?.hidden];
    };
    const text = JSON.stringify(OWN_CHAPTER);
    const read = await choose([new File([text], 'chapter.json')]);
    assert.deepEqual([read[0], read[2]], [text, false]);
    assert.deepEqual(await choose([]), read);
    assert.deepEqual(errors, []);
  });
});

describe('in the story', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
    usePage();
  });
  after(() => lab.close());

  test('it is told from its guess to its check, its texts plain, and ours follow', async () => {
    const { createStoryPage } = await import('../../web/lesson/story/page.js');
    const root = freshRoot('section');
    const language = LANGUAGES.en;
    const texts = await language.story();
    const book = ownBook(writeChapterAddress(parseChapter(OWN_CHAPTER)), texts, language);
    /** @type {string[]} */
    const told = [];
    const page = createStoryPage(
      root,
      /** @type {any} */ ({
        lab,
        language,
        texts,
        figureMessages: (await language.story()).figureMessages,
        memory: { recall: () => null, remember() {}, forget() {}, watch() {} },
        presentation: { only: [], memory: 'device' },
        asked: null,
        book,
        onGuess: (/** @type {any} */ { choice, right }) => told.push(`${choice} ${right}`),
        onProgress() {},
        openElsewhere: (/** @type {string} */ id) => told.push(id),
        glossaryFailed: '',
        openLab() {},
        signal: new AbortController().signal,
      }),
    );
    await page.ready;
    const primary = /** @type {HTMLButtonElement} */ (root.querySelector('[data-primary]'));
    /** Presses until a step is there. @param {string} step */
    const goTo = async (step) => {
      for (let turn = 0; turn < TURNS && root.dataset.step !== step; turn += 1) {
        if (!primary.disabled) primary.click();
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.equal(root.dataset.step, step);
    };
    /** @param {string} option */
    const choose = (option) => {
      const radio = /** @type {HTMLInputElement} */ (root.querySelector(`[data-choice="${option}"]`));
      radio.checked = true;
      radio.dispatchEvent(new Event('change'));
    };
    // Texts are plain: no mark of ours is read in them, and no markup.
    const shown = (root.textContent ?? '').replaceAll('\u2060', '');
    for (const text of ['Will {both} [learn](x)?', 'Two neurons, <b>one</b> start.']) assert.ok(shown.includes(text), text);
    choose('option-1');
    primary.click();
    await goTo('step-3');
    assert.deepEqual(told, ['option-1 false']);
    choose('option-1');
    primary.click();
    assert.match(root.querySelector('.story-answer')?.textContent ?? '', /Right\. Yes\.$/);
    assert.equal(root.dataset.step, 'step-3');
    primary.click();
    assert.equal(told.at(-1), CHAPTERS[0].id);
  });
});
