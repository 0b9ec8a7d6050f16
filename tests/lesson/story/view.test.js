/** What the story says of guesses: the reply to one where its run is over, and all of them in a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStoryView } from '../../../web/lesson/story/view.js';
import { storyMessages as messages } from '../../../web/messages/en/story.js';
import { find, freshRoot, usePage } from '../../support/dom.js';

usePage();

/** A step that says nothing else than what is given. @param {object} telling */
function show(telling) {
  const root = freshRoot('section');
  const [stage, table] = [document.createElement('div'), document.createElement('div')];
  const on = /** @type {any} */ ({});
  const view = createStoryView(root, { messages, stage, table, entries: [], terms: (text) => [text], on });
  const step = { id: 'run', figure: { kind: 'network', run: '' }, at: 'end' };
  const nothing = { question: '', isTitle: false, place: '', caption: '', captions: [], reply: null, go: 'Next', isPlaying: false };
  view.show(
    /** @type {any} */ ({ chapter: { id: 'twins', steps: [step] }, step, index: 0, done: [], hasProgress: false }),
    /** @type {any} */ ({ ...nothing, ask: null, toLab: null, keep: null, sums: [], ...telling }),
  );
  return root;
}

test('the reply to a guess says whether it was right, by a mark, in words and by its color, and after a wrong one what is', () => {
  const replyTo = (/** @type {boolean} */ right) => {
    const reply = find(show({ reply: { right, answer: 'they stay equal', text: 'Nothing parts them.' } }), '.story-reply');
    return [reply.hidden, reply.dataset.right, reply.textContent];
  };
  assert.deepEqual(replyTo(true), [false, 'true', `\u2713${messages.guessedRight} Nothing parts them.`]);
  assert.deepEqual(replyTo(false), [false, 'false', `\u2717${messages.guessedWrong('they stay equal')} Nothing parts them.`]);
  const none = find(show({}), '.story-reply');
  assert.deepEqual([none.hidden, none.textContent], [true, '']);
});

test('in the list of the guesses a wrong one stands beside what happened, and a right one or none stands alone', () => {
  const sums = [
    { title: 'First?', guess: 'Rises', right: true, truth: 'Rises' },
    { title: 'Second?', guess: 'Rises', right: false, truth: 'Falls' },
    { title: 'Third?', guess: null, right: false, truth: 'Stays' },
  ];
  const root = show({ sums });
  assert.equal(find(root, '.story-sums').hidden, false);
  assert.deepEqual(
    [...root.querySelectorAll('.story-sums li')].map((each) => [each.getAttribute('data-right'), each.textContent]),
    [
      ['true', '\u2713First? Rises'],
      ['false', '\u2717Second? Rises \u2192 Falls'],
      [null, `\u2013Third? ${messages.noGuess}`],
    ],
  );
  assert.equal(find(show({}), '.story-sums').hidden, true);
});
