/** What a frame does for the page around it, on a document in Node: each command, what is refused, what is told by itself. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { startEmbedding } from '../../web/frame/embedding.js';
import { embedMessages } from '../../web/messages/en/embed.js';
import { freshRoot, usePage } from '../support/dom.js';
import { openSession } from '../support/session.js';
import { tiedExperiment } from '../support/shared.js';

usePage();

const ORIGIN = 'https://course.example';
const errors = embedMessages.errors;
/** @type {any} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** What was sent, without its mark. @type {any[]} */
let sent;
/** @type {unknown[][]} */
let calls;
/** @type {Record<string, ((event: object) => void)[]>} */
let listeners;
let isSeen = true;
let hasChapter = true;
/** The language that the page has, and whether another can be loaded. */
let language = 'en';
let canLoad = true;

const parent = {
  postMessage: (/** @type {any} */ { twinNeurons: _, ...message }, /** @type {string} */ origin) =>
    void (origin === ORIGIN && sent.push(message)),
};
/** @type {(name: string) => (...args: unknown[]) => void} */
const note =
  (name) =>
  (...args) =>
    void calls.push([name, ...args]);

beforeEach(() => {
  [sent, calls, listeners, isSeen, hasChapter, language, canLoad] = [[], [], {}, true, true, 'en', true];
  freshRoot();
  Object.defineProperty(window, 'parent', { value: parent, configurable: true });
  globalThis.addEventListener = /** @type {any} */ (
    (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) => void (listeners[type] ??= []).push(listener)
  );
});

/** @param {readonly string[]} [only] */
async function open(only = []) {
  const opened = openSession(lab, { experiment: /** @type {any} */ (tiedExperiment()) });
  const page = {
    get languageId() {
      return language;
    },
    chapter: () => 'zeros',
    resume: async (/** @type {unknown} */ given) => note('resume')(given),
    paint: note('paint'),
    pause: note('pause'),
    speak: async (/** @type {string} */ wanted) => {
      note('speak')(wanted);
      if (canLoad) language = wanted;
    },
    openLesson: (/** @type {unknown} */ lesson) => (note('lesson')(lesson), hasChapter),
  };
  const { session } = opened;
  const noted = Object.fromEntries(['load', 'setStepsToRun', 'pause', 'train', 'reset', 'look'].map((name) => [name, note(name)]));
  const frame = await startEmbedding({
    session: /** @type {any} */ ({ ...session, ...noted }),
    first: opened.last(),
    sentences: () => errors,
    only,
    parent: { named: ORIGIN, isUnknown: false },
    isSeen: () => isSeen,
    page: () => /** @type {any} */ (page),
  });
  return { ...opened, frame };
}
/** @param {unknown} data */
async function say(data) {
  for (const listener of listeners.message) listener({ source: parent, origin: ORIGIN, data });
  await new Promise((resolve) => setTimeout(resolve));
}
/** @param {string} type @param {object} [fields] */
const command = (type, fields = {}) => say({ twinNeurons: 1, type, id: 7, ...fields });

describe('a command', () => {
  test('is done, and answered with the state and its id', async () => {
    const { last } = await open();
    await command('get-state');
    const { step, loss } = last();
    assert.deepEqual(
      sent.map(({ type, id, step: at, loss: seen }) => [type, id, at, seen]),
      [['state', 7, step, loss]],
    );
    await command('pause');
    await command('reset');
    await command('run', { steps: 20 });
    await command('theme', { theme: 'dark' });
    await command('set-state', { steps: 30 });
    assert.deepEqual(calls, [['pause'], ['reset'], ['pause'], ['train', 20], ['paint', 'dark'], ['setStepsToRun', 30]]);
    assert.ok(sent.every(({ type, id }) => type === 'state' && id === 7));
  });

  test('of another experiment loads it, with its steps', async () => {
    await open();
    await command('set-state', { experiment: tiedExperiment(), steps: 50 });
    const [[name, experiment, steps]] = /** @type {any[]} */ (calls);
    assert.deepEqual([name, experiment.network.hidden, steps], ['load', [2], 50]);
  });

  test('that is wrong is refused in a sentence', async () => {
    await open();
    await command('fly');
    assert.deepEqual([sent[0].type, sent[0].id, calls], ['error', 7, []]);
    assert.match(sent[0].sentence, /must be one of get-state/);
  });

  test('to train waits for nobody who does not see it, and is not for a run that has diverged', async () => {
    const { frame, last } = await open();
    isSeen = false;
    await command('run', { steps: 20 });
    isSeen = true;
    await say('slide:stop');
    await command('run', { steps: 20 });
    await say('slide:start');
    frame.update(/** @type {any} */ ({ ...last(), stopped: 'diverged', event: null }));
    await command('run', { steps: 20 });
    assert.deepEqual(
      sent.filter(({ type }) => type === 'error').map(({ sentence }) => sentence),
      [errors.unseen, errors.unseen, errors.diverged],
    );
    assert.deepEqual(calls, [['pause']], 'a slide that is left is paused');
  });

  test('to go to a step is for one that was reached; to a question, for one that there is', async () => {
    const { frame, last } = await open();
    await command('goto', { step: 10 });
    assert.equal(sent[0].sentence, errors.notReached(0));
    frame.update(/** @type {any} */ ({ ...last(), presentStep: 10, event: null }));
    await command('goto', { step: 10 });
    await command('goto', { lesson: 2 });
    assert.deepEqual(calls, [['pause'], ['pause'], ['look', 10, true], ['lesson', 2]]);
    hasChapter = false;
    await command('goto', { lesson: 2 });
    await open(['zeros']);
    await command('goto', { lesson: 2 });
    assert.deepEqual(sent.flatMap(({ sentence }) => sentence ?? []).slice(1, 3), [errors.noLesson, errors.noLesson]);
    assert.equal(sent.at(-1).sentence, errors.noChapter);
  });

  test('to speak a language is for one that the page has, and that can be loaded', async () => {
    await open();
    await command('lang', { lang: 'en' });
    await command('lang', { lang: 'es-MX' });
    assert.deepEqual(calls, [['speak', 'es']]);
    assert.deepEqual(
      sent.map(({ type }) => type),
      ['state', 'state'],
    );
    await command('lang', { lang: 'xx' });
    assert.match(sent.at(-1).sentence, /does not speak that language.*en/);
    canLoad = false;
    await command('lang', { lang: 'en' });
    assert.equal(sent.at(-1).sentence, errors.languageFailed);
  });

  test('for progress is answered with it, and what others say passes by', async () => {
    await open();
    await command('get-progress');
    assert.deepEqual([sent[0].type, sent[0].id, sent[0].chapter], ['progress', 7, 'zeros']);
    await say({ type: 'get-state' });
    await say('hello');
    for (const listener of listeners.message) listener({ source: {}, origin: ORIGIN, data: { twinNeurons: 1, type: 'reset' } });
    assert.deepEqual([sent.length, calls], [1, []]);
  });
});

describe('by itself it tells', () => {
  test('of another step, and of the state where something has happened', async () => {
    const { frame, last, train } = await open();
    frame.update(/** @type {any} */ ({ ...last(), event: null }));
    assert.deepEqual(sent, []);
    train(20);
    frame.update(/** @type {any} */ ({ ...last(), event: null }));
    assert.deepEqual(
      sent.map(({ type, step }) => [type, step]),
      [['step', 20]],
    );
    frame.update(/** @type {any} */ ({ ...last(), event: 'paused' }));
    assert.deepEqual(
      sent.map(({ type, step }) => [type, step]),
      [
        ['step', 20],
        ['state', 20],
      ],
    );
  });

  test('of an answer in the lesson, which attempt it was, and of a task', async () => {
    const { frame } = await open();
    const prediction = { question: 'zeros', choice: 'same', right: false };
    frame.predict(/** @type {any} */ ({ kind: 'guess', ...prediction }));
    assert.deepEqual(
      sent.filter(({ type }) => type === 'predict' || type === 'answer'),
      [
        { type: 'predict', ...prediction },
        { type: 'answer', chapter: 'zeros', question: 'guess', choice: 'same', right: false, attempt: 1 },
      ],
    );
    listeners['twin-neurons-task'].forEach((listener) => listener({ detail: { done: true } }));
    assert.deepEqual(sent.at(-1), { type: 'task', done: true });
  });

  test('of a key that the page has no use for', async () => {
    await open();
    // To anybody: a deck of slides does not name itself.
    /** @type {any[]} */
    const anyone = [];
    Object.defineProperty(window, 'parent', { value: parent, configurable: true });
    const before = parent.postMessage;
    parent.postMessage = /** @type {any} */ (
      (/** @type {any} */ message, /** @type {string} */ origin) => anyone.push([message.type, message.key, origin])
    );
    listeners.keydown.forEach((listener) => listener({ key: 'PageDown', target: document.body }));
    parent.postMessage = before;
    assert.deepEqual(anyone, [['key', 'PageDown', '*']]);
  });
});
