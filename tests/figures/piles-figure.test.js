/** The figure of the piles on a document in Node: cards are sorted, run, and lie where their runs say. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createPilesFigure } from '../../web/figures/piles/figure.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, textsOf, useFrames, usePage } from '../support/dom.js';

usePage();
const clock = useFrames();
const { wait } = clock;

const messages = moreFiguresMessages.piles;
const IDS = Object.keys(messages.cards).slice(0, 3);

/** @type {object[]} */
let guessed;
let rests = 0;
/** @type {string[]} */
let opened;
/** @type {ReturnType<typeof createPilesFigure>} */
let figure;
/** @type {HTMLElement} */
let root;
beforeEach(() => {
  [guessed, rests, opened] = [[], 0, []];
  root = freshRoot();
});
function open(still = false) {
  clock.isStill = still;
  figure = createPilesFigure({
    messages,
    ids: IDS,
    onGuess: (guesses) => guessed.push(guesses),
    onRest: () => (rests += 1),
    onOpen: (id) => opened.push(id),
  });
  root.append(figure.element);
  for (const chip of root.querySelectorAll('*')) Object.assign(chip, { animate() {} });
  HTMLElement.prototype.animate = /** @type {any} */ (() => {});
}
/** @param {number} at @param {'tied' | 'near-tied' | 'apart'} kind */
const result = (at, kind) =>
  /** @type {any} */ ({
    id: IDS[at],
    kind,
    parted: kind === 'tied' ? null : 1,
    healed: null,
    distance: kind === 'tied' ? 0 : 0.5,
    step: 100,
    stopped: null,
    track: [0, kind === 'tied' ? 0 : 0.5],
  });
const put = (/** @type {string} */ pile) => find(root, `[data-choice="${pile}"]`).click();
const chip = (/** @type {number} */ at) => find(root, `[data-change="${IDS[at]}"]`);
const lying = () =>
  ['stays', 'breaks'].map((pile) =>
    [...root.querySelectorAll(`[data-pile="${pile}"] .pile-chip`)].map((each) => each.getAttribute('data-change')),
  );

test('card by card is put on a pile; one is taken back, and asked for again', () => {
  open();
  assert.equal(textsOf(root, '.pile-count')[0], messages.sorted(0, 3));
  put('stays');
  put('breaks');
  assert.deepEqual(lying(), [[IDS[0]], [IDS[1]]]);
  assert.equal(textsOf(root, '.pile-count')[0], messages.sorted(2, 3));
  chip(0).click();
  assert.deepEqual(lying(), [[], [IDS[1]]]);
  put('breaks');
  put('breaks');
  assert.deepEqual(lying(), [[], IDS]);
  assert.equal(find(root, '.pile-card').hidden, true);
  assert.deepEqual(guessed.at(-1), figure.guesses());
  assert.match(figure.words(), new RegExp(messages.cards[IDS[2]]));
});

test('a run is seen before its card flies; then it is told which guess was right', () => {
  open();
  put('stays');
  put('stays');
  const results = [result(0, 'tied'), result(1, 'apart'), result(2, 'near-tied')];
  figure.show({ results });
  assert.equal(textsOf(root, '.pile-count')[0], messages.running(0, 3));
  assert.deepEqual([figure.isTold(), rests], [false, 0]);
  let turns = 0;
  for (; !figure.isTold() && turns < 1000; turns += 1) wait(50);
  assert.ok(turns > 3, 'it takes a while');
  assert.deepEqual(lying(), [[IDS[0]], [IDS[1], IDS[2]]]);
  assert.deepEqual(
    [0, 1, 2].map((at) => chip(at).dataset.answer),
    ['right', 'wrong', ''],
  );
  assert.deepEqual(
    [0, 1, 2].map((at) => find(chip(at), '.chip-mark').textContent),
    ['\u2713', '\u2717', ''],
  );
  assert.equal(textsOf(root, '.pile-count')[0], messages.score(1, 2, { apart: 1, near: 1, tied: 1 }));
  assert.equal(rests, 1);
  chip(1).click();
  find(root, '.pile-buttons button:not([hidden])').click();
  assert.deepEqual(opened, [IDS[1]]);
  assert.deepEqual(
    figure.table().rows.map((row) => row.slice(0, 2)),
    [
      [messages.cards[IDS[0]], messages.pile.stays],
      [messages.cards[IDS[1]], messages.pile.stays],
      [messages.cards[IDS[2]], '\u2013'],
    ],
  );
});

test('runs that are asked for anew begin anew, and those that were on their way are left', () => {
  open();
  figure.show({ results: [result(0, 'tied')] });
  wait(50);
  figure.show({ results: [] });
  for (let turn = 0; turn < 100; turn += 1) wait(50);
  assert.deepEqual([lying(), clock.waiting()], [[[], []], 0]);
  figure.show({ results: [result(0, 'apart')] });
  figure.leave();
  for (let turn = 0; turn < 100; turn += 1) wait(50);
  assert.deepEqual([lying(), clock.waiting()], [[[], []], 0]);
});

test('all is there at once where it is finished, or less motion is wished for', () => {
  open();
  const results = [0, 1, 2].map((at) => result(at, 'tied'));
  figure.show({ results });
  figure.finish();
  assert.deepEqual([figure.isTold(), rests, lying()], [true, 1, [IDS, []]]);
  root = freshRoot();
  open(true);
  figure.show({ results });
  assert.deepEqual([figure.isTold(), lying()], [true, [IDS, []]]);
});

test('what is told of a card begins with its change, where that says more than its name', () => {
  open(true);
  figure.show({ results: [result(0, 'tied'), result(1, 'apart'), result(2, 'apart')] });
  const told = (/** @type {number} */ at) => {
    chip(at).click();
    return textsOf(root, '.pile-card > *').slice(0, 2);
  };
  const [name, text] = told(0);
  assert.deepEqual([name, text?.startsWith('Does it break the tie? No: ')], ['Nothing: just train', true]);
  assert.ok(told(1)[1]?.startsWith(`${messages.changes()[IDS[1]]}. Does it break the tie? Yes`), told(1)[1] ?? '');
});
