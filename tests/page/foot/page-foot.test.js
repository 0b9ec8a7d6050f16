/** The foot of the page on a document in Node: the glossary that is written once it is opened, the way to the teacher's notes, and the check of the device. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../web/messages/languages.js';
import { createPageFoot } from '../../../web/page/foot/page-foot.js';
import { find, freshRoot, textsOf, usePage } from '../../support/dom.js';

usePage();

const messages = await LANGUAGES.en.shell();
const glossary = await LANGUAGES.en.glossary();

/** @param {{ notes?: boolean, only?: string[] }} [presentation] @param {() => Promise<any>} [openLab] */
function open({ notes = true, only = [] } = {}, openLab = () => new Promise(() => {})) {
  const root = freshRoot();
  createPageFoot(root, { languageId: 'en', messages, openLab, presentation: { notes, only: /** @type {any} */ (only), check: false } });
  const fold = /** @type {HTMLDetailsElement} */ (find(root, 'details.glossary'));
  return { root, fold };
}
/** @param {() => boolean} isSo */
async function until(isSo) {
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve));
  assert.ok(isSo());
}

test('the glossary has every term in the order of its language, once somebody opens it, and is written once', async () => {
  const { root, fold } = open();
  assert.deepEqual([textsOf(root, 'summary'), textsOf(root, 'dt')], [[messages.pageFoot.glossary], []]);
  fold.dispatchEvent(new Event('toggle'));
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(textsOf(root, 'dt'), [], 'it was closed');
  fold.open = true;
  // Closed and opened again while it is loaded.
  fold.dispatchEvent(new Event('toggle'));
  const amount = Object.keys(glossary).length;
  await until(() => root.querySelectorAll('dt').length > 0);
  const terms = textsOf(root, 'dt').map(String);
  assert.equal(terms.length, amount);
  assert.deepEqual(terms, [...terms].sort(new Intl.Collator('en').compare));
  const [first] = Object.values(glossary).filter(({ term }) => term === terms[0]);
  assert.equal(textsOf(root, 'dd')[0], first.means);
  fold.dispatchEvent(new Event('toggle'));
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(root.querySelectorAll('dt').length, amount);
});

test('the way to the notes is there, but not in a part of the page, nor where they are not wished for', () => {
  const linkIn = (/** @type {Parameters<typeof open>[0]} */ presentation) =>
    open(presentation).root.querySelector('a')?.getAttribute('href');
  assert.equal(linkIn({}), '?lang=en&lesson=teachers');
  assert.equal(linkIn({ notes: false }), undefined);
  assert.equal(linkIn({ only: ['zeros'] }), undefined);
});

test('the check of the device is begun by its button, which waits for it; what cannot be loaded is said', async () => {
  /** @type {(error: Error) => void} */
  let fail = () => {};
  const { root } = open({}, () => new Promise((_, reject) => (fail = reject)));
  const button = /** @type {HTMLButtonElement} */ (find(root, '[data-action="check-device"]'));
  assert.deepEqual([button.textContent, button.disabled], [messages.pageFoot.check, false]);
  button.click();
  assert.equal(button.disabled, true);
  await until(() => {
    fail(new TypeError('Failed to fetch'));
    return !button.disabled;
  });
  assert.equal(find(root, '#device-check').textContent, messages.glossaryFailed);
});
