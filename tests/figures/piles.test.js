/** Where cards lie and belong, which is asked for next, and how far apart twins are drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gap, nextCard, pileOf, sortCards } from '../../web/figures/piles/sorting.js';
import { moreFiguresMessages as english } from '../../web/messages/en/more-figures.js';
import { moreFiguresMessages as spanish } from '../../web/messages/es/more-figures.js';
import { TIE_BREAKERS } from '../../web/ties/breakers.js';

const IDS = ['adam', 'seed', 'one-ulp'];

describe('the piles', () => {
  test('are told by the end of a run: what is equal in every bit has stayed tied, a last bit has broken it', () => {
    assert.equal(pileOf({ kind: 'tied' }), 'stays');
    assert.equal(pileOf({ kind: 'near-tied' }), 'breaks');
    assert.equal(pileOf({ kind: 'apart' }), 'breaks');
  });

  test('call a guess right or wrong only once there is a guess and a run', () => {
    const sorted = sortCards([...IDS, 'bias'], { adam: 'breaks', seed: 'breaks', bias: 'stays' }, [
      { id: 'adam', kind: 'tied' },
      { id: 'one-ulp', kind: 'near-tied' },
      { id: 'bias', kind: 'tied' },
    ]);
    assert.deepEqual(sorted, [
      { id: 'adam', guess: 'breaks', truth: 'stays', isRight: false },
      { id: 'seed', guess: 'breaks', truth: null, isRight: null },
      { id: 'one-ulp', guess: null, truth: 'breaks', isRight: null },
      { id: 'bias', guess: 'stays', truth: 'stays', isRight: true },
    ]);
  });

  test('ask for the next card that lies on none, and begin again with those that were left', () => {
    assert.equal(nextCard(IDS, {}, null), 'adam');
    assert.equal(nextCard(IDS, {}, 'adam'), 'seed');
    assert.equal(nextCard(IDS, { 'one-ulp': 'stays' }, 'seed'), 'adam');
    assert.equal(nextCard(IDS, { adam: 'stays', seed: 'stays', 'one-ulp': 'stays' }, 'seed'), null);
  });

  test('have a card for every change, in every language', () => {
    for (const { piles } of [english, spanish]) assert.deepEqual(Object.keys(piles.cards).sort(), TIE_BREAKERS.map(({ id }) => id).sort());
  });
});

describe('twins', () => {
  test('touch only where they are equal in every bit; a last bit is seen, and more is farther', () => {
    assert.equal(gap(0), 0);
    const gaps = [5e-324, 1e-16, 1e-8, 1e-2, 1, 100].map(gap);
    assert.ok(gaps[0] > 0.1);
    for (const [at, each] of gaps.entries()) assert.ok(each <= 1 && (at === 0 || each >= gaps[at - 1]));
    assert.ok(gaps[4] > 0.8);
  });
});
