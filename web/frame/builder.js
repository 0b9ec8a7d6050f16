/** How the page goes into a course: what is to be shown is ticked, the frame is shown as it will be, and the markup for where it goes is copied. Loaded when it is unfolded. */

import { PARTS, TOLD_IDS, readPresentation } from '../base/address-keys.js';
import { createThrottle } from '../base/throttle.js';
import { LANGUAGES, LANGUAGE_IDS } from '../messages/languages.js';
import { wholePage } from '../page/whole-page.js';
import { createCopyButton, selectText } from '../ui/copy-button.js';
import { element, setText } from '../ui/dom.js';
import { SNIPPET_KINDS, addressesOf, snippet } from './snippets.js';

/** Parts that a frame of the lab may do without; the header is a line there, and the lesson is not in it. */
const OFFERED = PARTS.filter((part) => part !== 'lesson');
/** What a frame begins with: the network, its charts and what they say. */
const LEFT_OUT = new Set(['lab', 'setup', 'foot']);
/** No more than so often another preview is loaded: Firefox takes a page that is left while it loads for one that has failed. */
const PREVIEW_MS = 1000;
/** The page as one file. */
const FILE = 'twin-neurons.html';

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import('../messages/languages.js').LanguageId} options.languageId
 * @param {(() => string) | null} options.run what stands behind an address for the run that is shown; null: there is no lab
 */
export async function openBuilder(root, { languageId, run }) {
  const language = LANGUAGES[languageId];
  const [texts, { storyMessages }, { beyondMessages }, page] = await Promise.all([
    language.builder(),
    language.story(),
    language.storyBeyond(),
    language.page(),
  ]);
  // The chapters beyond name the way back to the questions as if it were the last of those: the questions' own titles win.
  /** @type {Readonly<Record<string, string>>} */
  const titles = { ...beyondMessages.titles, ...storyMessages.titles };
  // A page that was made from a text has no address, and stands beside the notebook as it was published.
  const base = wholePage().replace(/[?#].*$/, '') || FILE;
  const isOnWeb = /^https?:/.test(base);

  const chapters = TOLD_IDS.map((id) => tick(id, titles[id], false));
  const parts = OFFERED.map((part) => tick(part, texts.parts[part], !LEFT_OUT.has(part)));
  const lesson = fieldset(texts.chapters, chapters);
  const lab = fieldset(texts.shown, parts);
  const what = choice(texts.what, [...(run === null ? [] : [['lab', texts.lab]]), ['lesson', texts.lesson]]);
  const lang = choice(texts.language, [['', texts.asBrowser], ...LANGUAGE_IDS.map((id) => [id, LANGUAGES[id].name])]);
  const theme = choice(texts.theme, [
    ['', texts.asSystem],
    ['light', texts.light],
    ['dark', texts.dark],
  ]);
  const origin = element('input', { type: 'url', id: 'embed-origin', placeholder: 'https://my.course' });
  const originError = element('p', { class: 'note', role: 'status' });
  const kind = choice(
    texts.where,
    SNIPPET_KINDS.map((each) => [each, texts.kinds[each]]),
  );
  if (!isOnWeb) kind.select.value = 'jupyter';
  const output = element('textarea', {
    readonly: true,
    rows: '6',
    spellcheck: 'false',
    'aria-label': texts.markup,
    'data-embed-markup': true,
  });
  const copy = createCopyButton({ label: texts.copy, read: () => output.value, onRefused: () => selectText(output), messages: page });
  const preview = element('iframe', { title: texts.preview, width: '100%', height: '480', loading: 'lazy' });
  // A page on a disk or made from a text has nothing that it could show in a frame.
  preview.hidden = !/^https?:$/.test(location.protocol);
  const showPreview = createThrottle({
    interval: PREVIEW_MS,
    now: () => performance.now(),
    later: setTimeout,
    tell(/** @type {string} */ address) {
      if (preview.getAttribute('src') !== address) preview.src = address;
    },
  });

  const ticked = (/** @type {ReturnType<typeof tick>[]} */ ticks) => ticks.filter(({ input }) => input.checked).map(({ id }) => id);
  const write = () => {
    const isLesson = what.select.value === 'lesson';
    lesson.hidden = !isLesson;
    lab.hidden = isLesson;
    const only = isLesson ? ticked(chapters) : [];
    const given = origin.value.trim().replace(/\/$/, '');
    const named = given === '' ? null : readPresentation(`?${new URLSearchParams({ origin: given })}`).presentation.origin;
    setText(originError, given !== '' && named === null ? texts.noOrigin : '');
    const wish = {
      base,
      // All of them, where none is ticked.
      only: isLesson && only.length === 0 ? TOLD_IDS.slice(0, 1) : only,
      hide: OFFERED.filter((part) => !ticked(parts).includes(part)),
      lang: lang.select.value,
      theme: theme.select.value,
      origin: named,
      run: run?.() ?? '',
    };
    const title = wish.only.length > 0 ? `Twin Neurons: ${wish.only.map((id) => titles[id]).join(' ')}` : texts.frameTitle;
    output.value = snippet(/** @type {import('./snippets.js').SnippetKind} */ (kind.select.value), { wish, title, open: texts.open });
    const { frame: shown } = addressesOf(wish);
    // A course sees the beginning, and not what this visitor has answered.
    const frame = shown.replace('?', '?memory=none&');
    if (!preview.hidden) showPreview(frame);
  };
  root.addEventListener('change', write);
  root.append(
    element('div', { class: 'embed-choices' }, what.element, lang.element, theme.element),
    lesson,
    lab,
    element('p', {}, element('label', { for: origin.id }, texts.origin), ' ', origin),
    originError,
    preview,
    kind.element,
    output,
    element('p', {}, copy.button, ' ', copy.note),
    element('p', { class: 'note' }, isOnWeb ? texts.worth : texts.noAddress),
  );
  write();
}

let ids = 0;

/** @param {string} id @param {string} text @param {boolean} isTicked */
function tick(id, text, isTicked) {
  const input = element('input', { type: 'checkbox', value: id });
  input.checked = isTicked;
  return { id, input, element: element('label', { class: 'embed-tick' }, input, ` ${text}`) };
}

/** @param {string} legend @param {readonly ReturnType<typeof tick>[]} ticks */
const fieldset = (legend, ticks) =>
  element('fieldset', { class: 'embed-ticks' }, element('legend', {}, legend), ...ticks.map((each) => each.element));

/** @param {string} label @param {readonly (readonly string[])[]} options value and text */
function choice(label, options) {
  ids += 1;
  const select = element('select', { id: `embed-choice-${ids}` }, ...options.map(([value, text]) => element('option', { value }, text)));
  return { select, element: element('p', {}, element('label', { for: select.id }, label), ' ', select) };
}
