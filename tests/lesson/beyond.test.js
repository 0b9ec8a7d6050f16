/** What the chapters beyond the question say is so: every number in their texts is computed anew, and no other number stands there. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { BEYOND_IDS } from '../../web/base/address-keys.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { fillIn, namedClaims } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { FACTS, lab, recordingsOf } from './beyond-facts.js';

const { figures } = (await LANGUAGES.en.story()).storyMessages;

after(() => lab.close());

test('the chapters are those that an address can name', () => {
  assert.deepEqual(
    BEYOND.map(({ id }) => id),
    BEYOND_IDS,
  );
});

describe('the claims of the chapters beyond the question', () => {
  for (const chapter of BEYOND) {
    test(`hold on the engine: ${chapter.id}`, () => {
      const make = recordingsOf(chapter);
      for (const { what, run = '', of = '', value, as } of chapter.claims) {
        const fact = FACTS[what]({ make, run, of, asked: chapter.runs[run], id: chapter.id });
        const shown = (/** @type {unknown} */ each) =>
          typeof each === 'number' && as !== undefined ? figures[as](as === 'count' ? Math.round(each) : each) : each;
        assert.equal(shown(fact), shown(value), `${what} of ${run} ${of}: ${fact}`);
      }
    });
  }
});

for (const language of LANGUAGE_IDS) {
  describe(`the texts beyond the question: ${language}`, async () => {
    const { beyondMessages, beyondChapters } = await LANGUAGES[language].storyBeyond();
    const { storyMessages } = await LANGUAGES[language].story();
    for (const { id, runs, steps, claims } of BEYOND) {
      test(`are there for every step and option, with no number but the claims': ${id}`, () => {
        const texts = beyondChapters[id];
        assert.ok(beyondMessages.titles[id]);
        const shown = new Set(steps.flatMap(({ figure }) => figure.runs));
        assert.deepEqual(Object.keys(texts.runs).sort(), [...shown].sort());
        assert.ok([...shown].every((run) => run in runs));
        assert.deepEqual(
          Object.keys(texts.steps),
          steps.map((step) => step.id),
        );
        /** @type {string[]} */
        const said = [...Object.values(texts.runs)];
        for (const { id: step, ask, at } of steps) {
          const words = texts.steps[step];
          assert.equal(words.during !== undefined, at === 'run', `${step} is played`);
          said.push(words.caption, words.go, words.during ?? '');
          assert.equal(words.ask === undefined, ask === undefined);
          if (ask === undefined || words.ask === undefined) continue;
          assert.deepEqual(Object.keys(words.ask.options), ask.options);
          assert.deepEqual(Object.keys(words.ask.replies), ask.options);
          assert.ok(ask.options.includes(ask.right));
          said.push(words.ask.ask, ...Object.values(words.ask.options), ...Object.values(words.ask.replies));
        }
        for (const text of said) {
          const loose = text.replace(/\{\w+\}|\b[wbl]\d\b|\b[Nn]eurona? \d\b/g, '').match(/\d/g);
          assert.equal(loose, null, text);
          assert.ok(fillIn(text, claims, storyMessages.figures).split(/\s+/).length <= 45, text);
        }
        const named = new Set(said.flatMap(namedClaims));
        assert.deepEqual(
          claims.flatMap(({ id: claim }) => (claim === undefined || named.has(claim) ? [] : [claim])),
          [],
          'an id is there to be named',
        );
      });
    }
  });
}
