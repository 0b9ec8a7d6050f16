/** What the builder calls the things that can be ticked. What it makes of them is in builder.test.js, in a browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBuilder } from '../../web/frame/builder.js';
import { LANGUAGES } from '../../web/messages/languages.js';
import { freshRoot, usePage } from '../support/dom.js';

usePage();

for (const languageId of /** @type {const} */ (['en', 'es'])) {
  test(`the questions are called by their own titles (${languageId})`, async () => {
    const root = freshRoot();
    await openBuilder(root, { languageId, run: null });
    const { storyMessages } = await LANGUAGES[languageId].story();
    const labels = [...root.querySelectorAll('fieldset label')].map((label) => (label.textContent ?? '').trim());
    for (const id of ['zeros', 'answer']) assert.ok(labels.includes(storyMessages.titles[id]), `${id}: ${labels.join(' | ')}`);
  });
}
