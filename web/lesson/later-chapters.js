/** The lesson after its first chapter: the other chapters, their texts, and the views that only they need. A part of the page of its own. */

import { CHAPTERS } from './chapters/chapters.js';
import { FURTHER } from './chapters/further.js';
import { createBlame, flowDoing } from './contrasts/blame.js';
import { createChains } from './contrasts/chains.js';
import { createFurther } from './views/further.js';
import { createOrder, orderDoing } from './contrasts/order.js';
import { createPictures } from './contrasts/pictures.js';
import { createSeeds } from './contrasts/seeds.js';
import { switchesDoing } from './contrasts/switches.js';
import { createWidths } from './contrasts/widths.js';

/** @typedef {import('./views/frame.js').Kinds} Kinds */

/**
 * @param {object} shared
 * @param {Kinds} shared.kinds those of the first chapter
 * @param {() => Promise<import('../ui/quantity-highlight.js').Highlight>} shared.loadHighlight
 * @param {AbortSignal} shared.signal the page is left for one in another language
 * @param {Awaited<ReturnType<import('../messages/languages.js').Language['laterLesson']>>} shared.later
 * @param {import('../messages/en/chain.js').ChainMessages} shared.chain
 * @param {import('../messages/en/lab.js').OwnLabMessages['pictures']} shared.pictures
 */
export function createLaterChapters({ kinds, loadHighlight, signal, later, chain, pictures }) {
  const { laterMessages: messages, laterChapters, furtherItems } = later;
  /** @type {Kinds} */
  const all = {
    doing: {
      ...kinds.doing,
      switches: switchesDoing(messages.switches),
      flow: flowDoing({ words: messages.blame, chain, loadHighlight, signal }),
      order: orderDoing(messages.order),
    },
    contrast: {
      ...kinds.contrast,
      chains: createChains(messages.chains),
      blame: createBlame(messages.blame),
      order: createOrder(messages.order),
      seeds: createSeeds(messages.seeds),
      widths: createWidths(messages.widths, signal),
      pictures: createPictures({ words: messages.pictures, lab: { pictures } }),
    },
  };
  return {
    /**
     * @param {string} id of a chapter after the first
     * @returns {import('./views/frame.js').Content}
     */
    content(id) {
      const chapter = CHAPTERS.find((each) => each.id === id);
      if (chapter === undefined) throw new Error(`there is no chapter "${id}"`);
      return { chapter, texts: laterChapters[id], kinds: all };
    },
    /**
     * @param {Pick<import('./views/frame.js').LessonWishes, 'openRun'>} on
     * @param {Parameters<typeof createFurther>[0]['sayOf']} sayOf
     */
    further: (on, sayOf) => createFurther({ items: FURTHER, texts: furtherItems, on, sayOf }),
  };
}
