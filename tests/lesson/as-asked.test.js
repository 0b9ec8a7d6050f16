/** The lesson as the address asks for it. What a frame makes of it is in tests/frame. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { storyAsAsked } from '../../web/lesson/story/as-asked.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { usePage } from '../support/dom.js';
import { OWN_CHAPTER } from './own-chapter.js';

// Each test has an address and a device of its own.
beforeEach(usePage);

test('only= calls every chapter by its own title, wherever it belongs', async () => {
  const texts = await LANGUAGES.en.story();
  const { beyondMessages } = await LANGUAGES.en.storyBeyond();
  const usual = { book: undefined, chapter: null, texts };
  const { book } = await storyAsAsked(usual, { only: ['split', 'answer'], memory: 'device' }, LANGUAGES.en);
  assert.deepEqual(book?.ids, ['split', 'answer']);
  assert.equal(book?.titles.split, beyondMessages.titles.split);
  assert.equal(book?.titles.answer, texts.storyMessages.titles.answer);
});

test('only= opens on the chapter where the student was, where it is one of them, else on the first', async () => {
  const usual = { book: undefined, chapter: null, texts: await LANGUAGES.en.story() };
  /** @param {import('../../web/base/address-keys.js').Presentation['only']} only */
  const openedOf = async (only) => (await storyAsAsked(usual, { only, memory: 'device' }, LANGUAGES.en)).chapter;
  localStorage.setItem('twin-neurons-story', JSON.stringify({ chapter: 'ties', chapters: {} }));
  localStorage.setItem('twin-neurons-beyond', JSON.stringify({ chapter: 'noise', chapters: {} }));
  assert.equal(await openedOf(['twins', 'ties']), 'ties');
  assert.equal(await openedOf(['twins', 'seed']), 'twins');
  assert.equal(await openedOf(['split', 'noise']), 'noise');
});

test('only= tells a teacher\u2019s chapter first, then those that it names and no others, and says that this was all', async () => {
  location.hash = writeChapterAddress(parseChapter(OWN_CHAPTER));
  const usual = { book: undefined, chapter: null, texts: await LANGUAGES.en.story() };
  const { book, chapter } = await storyAsAsked(usual, { only: ['twins', 'seed'], memory: 'device' }, LANGUAGES.en);
  assert.deepEqual(book?.ids, [chapter, 'twins', 'seed']);
  assert.equal(book?.titles[String(chapter)], OWN_CHAPTER.title);
  assert.equal(book?.end, (await LANGUAGES.en.embed()).finished);
});
