/** own-question.html, the teacher's page that reads a chapter of one's own and makes a link of it. */

import { ExperimentError } from '../../base/errors.js';
import { parseChapter } from '../../lesson/own/chapter-file.js';
import { writeChapterAddress } from '../../lesson/own/chapter-link.js';
import { ownQuestionMessages as english } from '../../messages/en/own-question.js';
import { ownQuestionMessages as spanish } from '../../messages/es/own-question.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { element, setReason, setText } from '../../ui/dom.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { openLanguage } from '../page-language.js';

/**
 * @param {HTMLElement} root
 * @param {typeof english} messages
 */
export function createLinkPage(root, messages) {
  const base = location.href.replace(/[^/]*([?#].*)?$/, '');
  const input = element('input', { type: 'file', accept: '.json,application/json', id: 'chapter-file' });
  const field = element('textarea', { id: 'chapter-text', rows: 12, cols: 80, spellcheck: 'false' });
  const make = element('button', { type: 'button', 'data-action': 'make-link' }, messages.make);
  const refusal = element('p', { class: 'trouble', role: 'alert', hidden: true });
  const link = element('a', { id: 'chapter-link', class: 'story-link' });
  const made = element('span', {});
  const copy = createCopyButton({
    label: messages.copy,
    read: () => link.href,
    onRefused: () => selectText(link),
    messages: { foot: messages },
  });
  const result = element('div', { hidden: true }, element('p', {}, made, ' ', link), copy.button, copy.note);

  /** @param {string} text */
  function read(text) {
    refusal.hidden = true;
    result.hidden = true;
    try {
      const chapter = parseChapter(text);
      link.href = `${base}${writeChapterAddress(chapter)}`;
      setText(link, link.href);
      setText(made, messages.made(chapter.title));
      result.hidden = false;
    } catch (error) {
      if (!(error instanceof ExperimentError)) throw error;
      setReason(refusal, error);
      refusal.hidden = false;
    }
  }

  /** @param {Iterable<File>} files the first is read */
  async function readFile([file]) {
    if (file === undefined) return;
    field.value = await file.text();
    read(field.value);
  }

  input.addEventListener('change', async () => {
    await readFile(input.files ?? []);
    // The same file can be chosen again, when it was put right.
    input.value = '';
  });
  acceptDrops(document.documentElement, readFile);
  make.addEventListener('click', () => read(field.value));
  root.replaceChildren(
    element('h1', {}, messages.title),
    element('p', {}, messages.lead),
    element('p', {}, element('label', { for: input.id }, `${messages.choose} `), input),
    element('p', {}, element('label', { for: field.id }, messages.paste)),
    field,
    element('p', {}, make),
    refusal,
    result,
    element('p', {}, element('a', { href: './' }, messages.toPage)),
  );
  return { read };
}

const main = document.querySelector('main[data-page="own-question"]');
if (main instanceof HTMLElement) createLinkPage(main, openLanguage({ en: english, es: spanish }));
