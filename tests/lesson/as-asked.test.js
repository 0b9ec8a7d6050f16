/** The lesson as the address asks for it. What a frame makes of it is in tests/frame. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyAsAsked } from '../../web/lesson/story/as-asked.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { usePage } from '../support/dom.js';

usePage();

test('only= calls every chapter by its own title, wherever it belongs', async () => {
  const texts = await LANGUAGES.en.story();
  const { beyondMessages } = await LANGUAGES.en.storyBeyond();
  const usual = { book: undefined, chapter: null, texts };
  const { book } = await storyAsAsked(usual, { only: ['split', 'answer'], memory: 'device' }, LANGUAGES.en);
  assert.deepEqual(book?.ids, ['split', 'answer']);
  assert.equal(book?.titles.split, beyondMessages.titles.split);
  assert.equal(book?.titles.answer, texts.storyMessages.titles.answer);
});
