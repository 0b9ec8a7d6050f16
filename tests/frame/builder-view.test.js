/** The builder on a document in Node: what it offers and begins with, and what each choice makes of the markup. The frame itself is in builder.test.js, in a browser. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PARTS, TOLD_IDS } from '../../web/base/address-keys.js';
import { openBuilder } from '../../web/frame/builder.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { find, freshRoot, select, textsOf, usePage } from '../support/dom.js';

usePage();

const texts = await LANGUAGES.en.builder();

/** @type {HTMLElement} */
let root;
beforeEach(() => {
  root = freshRoot();
});

const open = (/** @type {(() => string) | null} */ run) => openBuilder(root, { languageId: 'en', run });
const lists = () => /** @type {HTMLSelectElement[]} */ ([...root.querySelectorAll('select')]);
const valuesOf = (/** @type {HTMLSelectElement} */ list) => [...list.options].map(({ value }) => value);
const boxes = (/** @type {number} */ at) =>
  /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('fieldset')[at].querySelectorAll('[type="checkbox"]')]);
const markup = () => /** @type {HTMLTextAreaElement} */ (find(root, '[data-embed-markup]')).value;
const shown = () => [...root.querySelectorAll('fieldset')].map(({ hidden }) => !hidden);

/** @param {string} text */
function say(text) {
  const field = /** @type {HTMLInputElement} */ (find(root, '#embed-origin'));
  field.value = text;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

test('each thing that can be chosen is there, by its value and with a word for it', async () => {
  await open(() => '#run=A');
  const [what, lang, theme, where] = lists();
  assert.deepEqual(valuesOf(what), ['lab', 'lesson']);
  assert.deepEqual(valuesOf(lang), ['', ...LANGUAGE_IDS]);
  assert.deepEqual(valuesOf(theme), ['', 'light', 'dark']);
  assert.deepEqual(textsOf(where, 'option'), Object.values(texts.kinds));
  assert.ok(lists().every((list) => find(root, `label[for="${list.id}"]`).textContent !== ''));
  assert.ok(lists().every((list) => textsOf(list, 'option').every((word) => (word ?? '').length > 2)));
  assert.deepEqual(
    boxes(0).map(({ value }) => value),
    [...TOLD_IDS],
  );
  assert.deepEqual(
    boxes(1).map(({ value }) => value),
    PARTS.filter((part) => part !== 'lesson'),
    'there is no lesson in a frame of the lab',
  );
});

test('it begins with the network, the charts and what they say, and with no question', async () => {
  await open(() => '#run=A');
  assert.deepEqual(
    boxes(1)
      .filter(({ checked }) => !checked)
      .map(({ value }) => value),
    ['setup', 'lab', 'foot'],
  );
  assert.ok(boxes(0).every(({ checked }) => !checked));
  assert.deepEqual(shown(), [false, true]);
  assert.match(markup(), /^<iframe src="https:\/\/lab\.example\/\?embed=1&amp;hide=setup,lab,foot#run=A"/);
});

test('the lesson has its questions, all of them from the first where none is ticked', async () => {
  await open(() => '#run=A');
  select(lists()[0], 'lesson');
  assert.deepEqual(shown(), [true, false]);
  assert.match(markup(), new RegExp(`\\?embed=1&amp;only=${TOLD_IDS[0]}"`));
  boxes(0)[1].click();
  assert.match(markup(), new RegExp(`\\?embed=1&amp;only=${TOLD_IDS[1]}"`));
  assert.ok(!markup().includes('#run=A'));
});

test('without a run there is only the lesson', async () => {
  await open(null);
  assert.deepEqual([valuesOf(lists()[0]), shown()], [['lesson'], [true, false]]);
});

test('language and theme go into the address', async () => {
  await open(() => '#run=A');
  const [, lang, theme] = lists();
  select(lang, 'es');
  select(theme, 'dark');
  assert.match(markup(), /lang=es&amp;hide=setup,lab,foot&amp;theme=dark#/);
});

test('a course is named by its address, read with or without a slash; what is none is refused at the field', async () => {
  await open(() => '#run=A');
  const field = find(root, '#embed-origin');
  assert.deepEqual(
    ['type', 'placeholder'].map((name) => field.getAttribute(name)),
    ['url', 'https://my.course'],
  );
  assert.equal(find(root, 'label[for="embed-origin"]').textContent, texts.origin);
  const note = () => textsOf(root, 'p.note[role="status"]')[0];
  for (const text of ['https://my.course', ' https://my.course/ ']) {
    say(text);
    assert.match(markup(), /origin=https%3A%2F%2Fmy\.course#/);
    assert.equal(note(), '');
  }
  say('my course');
  assert.ok(!markup().includes('origin='));
  assert.equal(note(), texts.noOrigin);
  say('');
  assert.equal(note(), '');
});
