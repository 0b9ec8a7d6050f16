/** What a student takes along, on a document in Node: the link is there to be copied by hand where copying is forbidden. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../web/experiment/address.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { createKeep } from '../../web/lesson/story/keep.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';

usePage();

const messages = moreFiguresMessages.keep;
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** @param {(text: string) => Promise<void>} writeText of the clipboard */
function open(writeText) {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const root = freshRoot();
  const run = /** @type {any} */ ({ experiment: tiedExperiment(), steps: 300 });
  root.append(createKeep({ messages, title: 'Tied', run, figure: () => null }));
  return { root, link: find(root, '.story-link'), copy: find(root, '[data-action="copy-link"]'), note: find(root, '.copy-note') };
}

test('the link opens the very run, and is copied without being shown', async () => {
  /** @type {string[]} */
  const copied = [];
  const { link, copy, note } = open(async (text) => void copied.push(text));
  copy.click();
  await settled();
  assert.deepEqual([copied, link.hidden, note.textContent], [[link.textContent], true, messages.copied]);
  const { experiment, steps } = /** @type {any} */ (readAddress(new URL(copied[0]).hash));
  assert.deepEqual([experiment, steps], [parseExperiment(tiedExperiment()), 300]);
});

test('where copying is forbidden it is shown, and marked', async () => {
  const { link, copy, note } = open(() => Promise.reject(new Error('forbidden')));
  copy.click();
  await settled();
  assert.deepEqual([link.hidden, note.textContent], [false, messages.copyRefused]);
  assert.equal(getSelection()?.toString(), link.textContent);
});
