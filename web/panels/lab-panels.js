/** Which panels the lab has, in their order, and what each loads when it unfolds. */

import { LANGUAGES } from '../messages/languages.js';
import { byId } from '../ui/dom.js';
import { laterStyles } from '../ui/load-styles.js';
import { createPanels } from './fold.js';

/** Panels that are unfolded from the beginning, but in a frame. @type {readonly string[]} */
const UNFOLDED = ['chain'];

/** What those after the chain rule are made of stands in panels.js, which is loaded when one of them unfolds. */
const PANELS = /** @type {const} */ ([
  'chain',
  'ties',
  'pictures',
  'network',
  'data',
  'training',
  'stop',
  'compare',
  'breaks',
  'seeds',
  'keep',
]);

/**
 * @param {import('../page/lab-views.js').FilledPage} page
 * @param {object} options
 * @param {import('../messages/languages.js').LanguageId} options.languageId
 * @param {boolean} options.embed whether the page is in a frame
 * @param {readonly string[]} options.hide parts of the page that are not shown
 * @param {readonly string[] | undefined} options.unfolded ids; left out: as at first
 * @param {Pick<import('./panels.js').Page, 'charts' | 'follow' | 'ownData' | 'focusTrain'>} options.shared
 */
export function createLabPanels({ lab, messages, locks, signal, session, latest, attempt }, { languageId, embed, hide, unfolded, shared }) {
  const loadHighlight = createHighlightLoader();
  const language = LANGUAGES[languageId];

  async function loadChain() {
    const [{ createChainPanel }, chainMessages, highlight] = await Promise.all([
      import('./chain/panel.js'),
      language.chain(),
      loadHighlight(),
      laterStyles(),
    ]);
    return (/** @type {HTMLElement} */ root) =>
      createChainPanel(root, { messages: chainMessages, inspect: () => session().inspect, highlight, signal });
  }

  /** @param {Exclude<typeof PANELS[number], 'chain'>} id */
  async function loadPanel(id) {
    const [{ labPanels }, labMessages] = await Promise.all([import('./panels.js'), language.lab(), laterStyles()]);
    return labPanels({ lab, session: session(), latest, attempt, locks, signal, ...shared }, { ...messages, ...labMessages })[id];
  }

  const opened = unfolded ?? (embed ? [] : UNFOLDED);
  const panels = createPanels(byId('lab'), {
    messages: messages.panels,
    panels: PANELS.filter((id) => !hide.includes(id === 'chain' ? id : 'lab')).map((id) => ({
      id,
      title: messages.panels.titles[id],
      isOpen: opened.includes(id),
      load: id === 'chain' ? loadChain : () => loadPanel(id),
    })),
  });
  return { ...panels, loadHighlight };
}

/** The light in the drawing, one for all who point there. */
function createHighlightLoader() {
  /** @type {Promise<import('../ui/quantity-highlight.js').Highlight> | null} */
  let loading = null;
  return () => (loading ??= import('../ui/quantity-highlight.js').then(({ createHighlight }) => createHighlight(byId('network'))));
}
