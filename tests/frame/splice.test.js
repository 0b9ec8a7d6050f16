/** SPLICE, spoken with a host that is written from the published protocol: cssplice.org's messages, and what Runestone and Doenet make of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProgress } from '../../web/frame/progress.js';
import { createSplice, spliceScore } from '../../web/frame/splice.js';

/**
 * A host: it keeps one state a frame, and answers who asks for it. What passes is copied, as between windows.
 * @param {{ keepsText?: boolean, saved?: unknown, answers?: (request: any) => any[] }} [habits] keepsText: its database has texts
 */
function openHost({ keepsText = false, saved = null, answers } = {}) {
  const host = {
    /** @type {unknown} */
    state: saved,
    /** @type {number[]} */
    scores: [],
    /** @type {any[]} */
    events: [],
    /** @type {any[]} */
    heard: [],
    /** @param {any} message from the frame @returns {any[]} what it is answered */
    receive(message) {
      host.heard.push(message);
      if (message.subject === 'SPLICE.reportScoreAndState') {
        assert.ok(message.score >= 0 && message.score <= 1, `${message.score}`);
        host.scores.push(message.score);
        host.state = keepsText ? JSON.stringify(message.state) : message.state;
      }
      if (message.subject === 'SPLICE.sendEvent') host.events.push({ location: message.location, name: message.name, data: message.data });
      if (message.subject !== 'SPLICE.getState') return [];
      return answers?.(message) ?? [{ subject: 'SPLICE.getState.response', message_id: message.message_id, state: host.state }];
    },
  };
  return host;
}

/** The frame's end, on a device of its own. @param {ReturnType<typeof openHost>} host */
function openFrame(host, only = ['zeros', 'twins']) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const progress = createProgress({
    memoryOf: (key) => ({ recall: () => texts.get(key) ?? null, remember: (text) => void texts.set(key, text) }),
    only,
  });
  let ids = 0;
  /** @type {any[]} */
  const answered = [];
  const splice = createSplice({
    tell: (message) => answered.push(...host.receive(structuredClone(message)).map((each) => structuredClone(each))),
    progress: () => progress.tell(null),
    isScored: progress.isScored,
    restore: (given) => void progress.restore(given),
    newId: () => `m${(ids += 1)}`,
  });
  return { splice, progress, answered, hear: () => answered.splice(0).map((each) => splice.hear(each)) };
}

/** A chapter gone through. @param {string} chapter @param {readonly string[]} answers */
const through = (chapter, answers) => ({
  chapter,
  all: [/** @type {any} */ ({ chapter, reached: 6, guess: chapter === 'zeros' ? 'none' : null, answers })],
});

for (const keepsText of [false, true])
  describe(`a host that keeps ${keepsText ? 'a text' : 'an object'}`, () => {
    test('is asked for the state, is told score and state, and gives them back to the next frame', () => {
      const host = openHost({ keepsText });
      const first = openFrame(host);
      first.splice.begin();
      assert.deepEqual(first.hear(), [false], 'nothing was kept');
      first.progress.restore(through('zeros', ['small', 'no-twin']));
      first.splice.report();
      assert.deepEqual(host.scores, [0.35], '70 and 0 of two chapters');
      const next = openFrame(host);
      next.splice.begin();
      assert.deepEqual(next.hear(), [true]);
      assert.deepEqual(next.progress.tell(null), first.progress.tell(null));
      assert.deepEqual(
        host.heard.map(({ subject }) => subject),
        ['SPLICE.getState', 'SPLICE.reportScoreAndState', 'SPLICE.getState'],
      );
    });
  });

describe('SPLICE', () => {
  test('every message has an id of its own, and an event the chapter and what was answered', () => {
    const host = openHost();
    const { splice } = openFrame(host);
    splice.begin();
    splice.report();
    splice.event('zeros', 'answer', { question: 'check', choice: 'small', right: false, attempt: 1 });
    assert.equal(new Set(host.heard.map(({ message_id }) => message_id)).size, 3);
    assert.deepEqual(host.events, [
      { location: 'zeros', name: 'answer', data: { question: 'check', choice: 'small', right: false, attempt: 1 } },
    ]);
  });

  test('a refusal, as Canvas has for what it does not know, an answer to somebody else and a state of another page change nothing, and an answer that comes after them counts', () => {
    const saved = { twinNeurons: 1, progress: through('zeros', ['no-twin']) };
    const response = { subject: 'SPLICE.getState.response' };
    const host = openHost({
      answers: ({ message_id }) => [
        { ...response, message_id, error: { code: 'unsupported_subject' } },
        { ...response, message_id: 'another', state: saved },
        { ...response, state: saved },
        { ...response, message_id, state: { zeros: { done: true } } },
        { ...response, message_id, state: '{' },
        { ...response, message_id, state: { twinNeurons: 1, progress: { chapter: 'x', all: 3 } } },
        { ...response, message_id, state: saved },
        { ...response, message_id, state: saved },
      ],
    });
    const { splice, progress, hear } = openFrame(host);
    splice.begin();
    assert.deepEqual(hear(), [false, false, false, false, false, false, true, false]);
    assert.equal(progress.tell('zeros').score, 100);
    for (const data of [null, 3, 'SPLICE.getState.response', [], {}]) assert.equal(splice.hear(data), false);
  });

  test('the score is the mean of the chapters that are scored; of others, the share of those that are done', () => {
    const all = (/** @type {[string, number | null, boolean][]} */ chapters) =>
      spliceScore(/** @type {any} */ (chapters.map(([chapter, score, done]) => ({ chapter, score, done }))), isScored);
    const { isScored } = createProgress({ memoryOf: () => ({ recall: () => null, remember() {} }), only: [] });
    assert.equal(
      all([
        ['zeros', 100, true],
        ['twins', 40, true],
        ['answer', null, true],
      ]),
      0.7,
    );
    assert.equal(all([['zeros', null, false]]), 0);
    assert.equal(
      all([
        ['split', null, true],
        ['answer', null, false],
      ]),
      0.5,
    );
  });
});
