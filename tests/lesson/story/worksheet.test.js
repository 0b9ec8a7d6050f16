/** A chapter on paper: what is guessed has a line for what happened, what is checked has not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStoryWorksheet } from '../../../web/lesson/story/companions/worksheet.js';
import { storyMessages } from '../../../web/messages/en/story.js';
import { freshRoot, usePage } from '../../support/dom.js';

usePage();

const { worksheet: words, titles } = storyMessages;

test('a guess comes with what it is about and a line for what happened, then there is room to explain, and a check comes with neither', () => {
  const worksheet = createStoryWorksheet({ messages: storyMessages, loadGlossary: () => Promise.reject(new Error('not loaded')) });
  const root = freshRoot();
  root.append(...worksheet.elements);
  const replies = { a: 'Reply a', b: 'Reply b' };
  const chapter = {
    id: 'twins',
    steps: [
      { id: 'seen', at: 'end' },
      { id: 'guess', at: 'start', ask: { kind: 'guess', options: ['a', 'b'], right: 'b' } },
      { id: 'check', at: 'end', ask: { kind: 'check', options: ['b', 'a'], right: 'a' } },
    ],
  };
  const texts = {
    steps: {
      seen: { caption: 'Caption of what is seen' },
      guess: { caption: 'Caption of the guess', ask: { ask: 'What will happen?', options: { a: 'Falls', b: 'Rises' }, replies } },
      check: { caption: 'Caption of the check', ask: { ask: 'Why was that?', options: { a: 'A tie', b: 'Chance' }, replies } },
    },
  };
  worksheet.show(/** @type {any} */ (chapter), /** @type {any} */ (texts), (text) => text);
  /** Every line of the sheet in turn: its text, or "___" where there is one to write on. */
  const lines = [...root.querySelectorAll('.worksheet > :not(ul), .worksheet li')].map(
    (line) => `${line.textContent}${line.querySelector('.sheet-line') === null ? '' : '___'}`,
  );
  assert.deepEqual(lines, [
    titles.twins,
    `${words.name} ___`,
    ...[words.guess, 'Caption of the guess', 'What will happen?', 'Falls', 'Rises'],
    ...[words.seen, '___'],
    ...[words.why, '___', '___', '___', '___'],
    ...[words.check, 'Why was that?', 'Chance', 'A tie'],
  ]);
});
