/** What goes beyond the story, as a page to be read: plain sections, each with links to its runs in the lab. */

import { writeAddress } from '../../experiment/address.js';
import { parseExperiment } from '../../experiment/experiment.js';
import { element } from '../../ui/dom.js';
import { writeQuestion } from '../question-address.js';
import { BEYOND_IDS } from '../../base/address-keys.js';
import { fillIn } from '../text.js';
import { createTerms } from '../terms.js';
import { SOURCES } from './sources.js';
import { SECTIONS } from './sections.js';

/** @typedef {import('../story/chapter.js').LessonRun} LessonRun */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {typeof import('../../messages/en/beyond.js').beyondMessages} options.messages
 * @param {import('../../messages/en/story.js').StoryMessages['figures']} options.figures
 * @param {import('../terms.js').LoadGlossary} options.loadGlossary
 * @param {string} options.glossaryFailed
 * @param {string} options.locale
 * @param {Readonly<Record<string, string>>} options.titles of the chapters that are told on the stage
 * @param {(run: LessonRun) => void} options.openRun in the lab
 * @param {(id: typeof BEYOND_IDS[number]) => void} options.onOpen a chapter on the stage
 * @param {() => void} options.onBack to the questions
 */
export function createBeyondPage(root, { messages, figures, loadGlossary, glossaryFailed, locale, titles, openRun, onOpen, onBack }) {
  const terms = createTerms({ loadGlossary, failed: glossaryFailed });
  const back = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'to-questions' }, messages.back);
  back.addEventListener('click', onBack);
  const title = element('h1', { tabindex: '-1' }, messages.title);

  const sections = SECTIONS.map(({ id, runs, claims }) => {
    const texts = messages.sections[id];
    const say = (/** @type {string} */ text) => fillIn(text, claims, figures);
    return element(
      'section',
      { 'data-section': id },
      element('h2', {}, texts.title),
      ...texts.text.map((text) => element('p', {}, ...terms(say(text)))),
      element('p', {}, messages.see),
      element('ul', {}, ...Object.entries(texts.runs).map(([run, name]) => element('li', {}, runLink(runs[run], say(name), run, openRun)))),
    );
  });
  const chapters = element(
    'section',
    { 'data-section': 'chapters' },
    element('h2', {}, messages.chapters),
    element(
      'ol',
      {},
      ...BEYOND_IDS.map((id) =>
        element(
          'li',
          {},
          followed(element('a', { href: `?lesson=${id}`, 'data-chapter': id }, titles[id]), () => onOpen(id)),
        ),
      ),
    ),
  );
  const sources = element(
    'section',
    { 'data-section': 'sources' },
    element('h2', {}, messages.sources),
    element(
      'ul',
      {},
      ...SOURCES.map(({ chapter, authors, title: paper, where, arxiv }) =>
        element(
          'li',
          {},
          element(
            'p',
            {},
            `${authors}: `,
            element('cite', { lang: 'en' }, paper),
            `. ${where}, `,
            element('a', { href: `https://arxiv.org/abs/${arxiv}` }, `arXiv ${arxiv}`),
            '.',
          ),
          element('p', {}, `${messages.papers[chapter].shows} ${messages.papers[chapter].not}`),
        ),
      ),
    ),
  );
  root.lang = locale;
  root.replaceChildren(back, title, chapters, element('p', { class: 'beyond-lead' }, messages.lead), ...sections, sources);
  return {
    /** The words of the way back to it. */
    place: messages.backTo,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {boolean} isShown */
    inAddress: (isShown) => writeQuestion(isShown ? 'beyond' : null),
  };
}

/**
 * A link that can be kept or opened elsewhere; followed here, it opens the lab on this page.
 * @param {LessonRun} run
 * @param {string} name
 * @param {string} id
 * @param {(run: LessonRun) => void} openRun
 */
function runLink(run, name, id, openRun) {
  const address = writeAddress({ experiment: parseExperiment(run.experiment), steps: run.steps });
  return followed(element('a', { href: `?hide=lesson${address}`, 'data-run': id }, name), () => openRun(run));
}

/** Followed on this page, where no other window is asked for. @param {HTMLAnchorElement} link @param {() => void} onFollow */
function followed(link, onFollow) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onFollow();
  });
  return link;
}
