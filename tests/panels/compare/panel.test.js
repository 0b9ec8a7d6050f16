/** Two runs side by side, on a document in Node: the table, the difference in words, what can be pressed when, the exchange of two neurons. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createDataWords } from '../../../web/page/data-words.js';
import { createComparePanel } from '../../../web/panels/compare/panel.js';
import { find, freshRoot, select, textsOf, usePage } from '../../support/dom.js';
import { openSession, presetOf } from '../../support/session.js';
import { MESSAGES } from '../../support/views.js';

usePage();

const TEXTS = MESSAGES.compare;
const withWords = createDataWords(MESSAGES.dataWords);

/** @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {HTMLElement} */
let root;
/** @type {unknown[][]} */
let wishes;
/** @type {(snapshot: import('../../../web/session/snapshot.js').Snapshot) => void} */
let update;
beforeEach(() => {
  root = freshRoot();
  wishes = [];
  const note =
    (/** @type {string} */ name) =>
    (/** @type {unknown[]} */ ...args) =>
      wishes.push([name, ...args]);
  const way = {
    *straight() {
      yield;
      return { losses: [1, 3, 2], top: { part: 0.5, loss: 3, tied: [{ layer: 1, units: [1, 2] }] } };
    },
    *level() {
      yield;
      return [2, 2, 2.5];
    },
  };
  const panel = createComparePanel(root, {
    messages: MESSAGES,
    on: /** @type {any} */ ({
      keep: () => wishes.push(['keep']),
      forget: () => wishes.push(['forget']),
      train: note('train'),
      beside: note('beside'),
      way,
    }),
  });
  update = (snapshot) => panel.update(withWords(snapshot));
});

const button = (/** @type {string} */ action) => /** @type {HTMLButtonElement} */ (find(root, `[data-action="${action}"]`));
const rows = () => [...root.querySelectorAll('.compare-table tbody tr')].map((row) => textsOf(row, 'th, td'));

test('before a run is kept there is nothing to compare', () => {
  update(openSession(lab).last());
  assert.deepEqual([button('keep').textContent, button('forget').hidden, button('catch-up').hidden], [TEXTS.keep, true, true]);
  assert.equal(find(root, '.compared').hidden, true);
  button('keep').click();
  assert.deepEqual(wishes, [['keep']]);
});

test('the kept run stands beside the present one, row by row', () => {
  const open = openSession(lab);
  open.train(50);
  open.session.keep();
  update(open.last());
  assert.equal(textsOf(root, '[role="status"]')[0], TEXTS.kept(50));
  assert.deepEqual(textsOf(root, 'thead tr th'), [TEXTS.columns.what, TEXTS.columns.kept, TEXTS.columns.present]);
  assert.deepEqual(rows()[0], [TEXTS.rows.step, '50', '50']);
  // What may be wider than the page is scrolled by keys, too.
  const box = find(root, '.table-scroll');
  assert.deepEqual(
    ['tabindex', 'role', 'aria-label'].map((name) => box.getAttribute(name)),
    ['0', 'region', TEXTS.table],
  );
  assert.deepEqual(textsOf(root, '.compared li'), [TEXTS.same]);
  const kept = open.last();
  open.session.load(presetOf('random'));
  update(open.last());
  assert.deepEqual(rows()[0], [TEXTS.rows.step, '50', '0']);
  assert.deepEqual(rows()[4].slice(1), [kept.fingerprint, open.last().fingerprint]);
  assert.notDeepEqual(textsOf(root, '.compared li'), [TEXTS.same]);
  assert.deepEqual([button('keep').textContent, button('forget').hidden], [TEXTS.keepAgain, false]);
});

test('the present run can be trained as far as the kept one, unless it is there or runs', () => {
  const open = openSession(lab);
  open.train(50);
  open.session.keep();
  update(open.last());
  assert.equal(button('catch-up').hidden, true);
  open.session.reset();
  open.train(20);
  update(open.last());
  assert.deepEqual([button('catch-up').hidden, button('catch-up').textContent], [false, TEXTS.catchUp(50)]);
  update({ ...open.last(), running: true });
  assert.equal(button('catch-up').hidden, true);
  update({ ...open.last(), stopped: 'diverged' });
  assert.equal(button('catch-up').hidden, true);
  update(open.last());
  button('catch-up').click();
  assert.deepEqual(wishes, [['train', 30]]);
  button('forget').click();
  assert.deepEqual(wishes[1], ['forget']);
  assert.equal(document.activeElement, button('keep'));
});

test('two neurons can be exchanged once they have trained, and only if they are not equal', () => {
  const swap = () => button('swap').getAttribute('aria-disabled');
  const open = openSession(lab);
  update(open.last());
  assert.deepEqual([swap(), find(root, '.swap-outcome').textContent], ['true', TEXTS.swap.first]);
  open.train(20);
  update(open.last());
  assert.deepEqual([swap(), find(root, '.swap-outcome').textContent], ['true', TEXTS.swap.tied]);
  button('swap').click();
  assert.equal(wishes.length, 0);
  open.session.load(presetOf('random'));
  open.train(20);
  update(open.last());
  assert.deepEqual([swap(), find(root, '.swap-outcome').textContent], ['false', '']);
  button('swap').click();
  const [[name, , steps]] = /** @type {any[]} */ (wishes);
  assert.deepEqual([name, steps, wishes.length], ['beside', 20, 1]);
});

test('the way to the mirror image is drawn with its top, and read at any place', async () => {
  const open = openSession(lab, { experiment: presetOf('random') });
  open.train(20);
  update(open.last());
  assert.deepEqual(textsOf(root, '[name="way-to"] option'), [TEXTS.way.mirror(1, 2)]);
  assert.equal(find(root, '.way-drawn').hidden, true);
  select(find(root, '[name="way-to"]'), '1 1,2');
  button('walk').click();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(find(root, '.way-drawn').hidden, false);
  assert.equal(find(root, '.way-outcome').textContent, `${TEXTS.way.straight(1, 2, 0.5, 3, [[1, 2]])} ${TEXTS.way.level(0.5)}`);
  assert.equal(find(root, '.way-straight').getAttribute('points'), '0.0,114.0 300.0,6.0 600.0,60.0');
  assert.equal(find(root, '.way-chart').getAttribute('aria-hidden'), 'true', 'what it shows is said by the slider');
  const place = /** @type {HTMLInputElement} */ (find(root, '#way-place'));
  assert.equal(place.value, '50');
  assert.equal(find(root, '.way-drawn output').textContent, TEXTS.way.at(0.5, 3, { move: 4, loss: 2 }));
  place.value = '100';
  place.dispatchEvent(new Event('input'));
  assert.equal(find(root, '.way-drawn output').textContent, TEXTS.way.at(1, 2, { move: 6, loss: 2.5 }));
  assert.equal(place.getAttribute('aria-valuetext'), TEXTS.way.at(1, 2, { move: 6, loss: 2.5 }));
  open.train(1);
  update(open.last());
  assert.equal(find(root, '.way-drawn').hidden, true);
});

test('where no run is kept and no layer has two neurons, no way is offered, which is said', () => {
  const open = openSession(lab, { experiment: { ...presetOf('random'), network: { inputs: 2, hidden: [] } } });
  update(open.last());
  assert.deepEqual(
    [find(root, '.way .field').hidden, button('walk').hidden, find(root, '.way-outcome').textContent],
    [true, true, TEXTS.way.none],
  );
  open.session.load(presetOf('random'));
  update(open.last());
  assert.deepEqual([find(root, '.way .field').hidden, button('walk').hidden, find(root, '.way-outcome').textContent], [false, false, '']);
});

test('a kept run of the same shape is a place to go to, one of another shape is not', () => {
  const open = openSession(lab, { experiment: presetOf('random') });
  open.train(20);
  open.session.keep();
  update(open.last());
  assert.deepEqual(textsOf(root, '[name="way-to"] option'), [TEXTS.way.kept, TEXTS.way.mirror(1, 2)]);
  select(find(root, '[name="way-to"]'), 'kept');
  assert.equal(find(root, '.way-drawn').hidden, true);
  open.session.load({ ...presetOf('random'), network: { inputs: 2, hidden: [3] } });
  update(open.last());
  assert.equal(textsOf(root, '[name="way-to"] option').length, 3);
});
