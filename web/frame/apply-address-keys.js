/**
 * How the page is presented, as its address asks: what is put onto it at once, what is loaded for a frame only, and when it is out of
 * sight. main.js fills the page; what that shares with the page around a frame is handed on here.
 */

import { LANGUAGES, languageFor } from '../messages/languages.js';
import { readPresentation } from '../base/address-keys.js';
import { leaveDeviceAlone } from '../ui/device-memory.js';
import { laterStyles } from '../ui/load-styles.js';
import { pageAddress } from '../ui/page-address.js';
import { present } from './appearance.js';
import { watchSight } from './visibility.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @typedef {object} Page as it is filled in one language
 * @property {import('../messages/languages.js').LanguageId} languageId
 * @property {() => import('../panels/lab-page.js').LabPage | null} lab always there in a frame
 * @property {() => void} pause what nobody sees
 * @property {(question: number | string) => boolean} openLesson whether there is such a question
 * @property {() => string} link to what is shown now; throws where that is too large for one
 * @property {() => string | null} chapter of the lesson that is open
 * @property {(chapter: string) => Promise<void>} resume the lesson is read anew from what is remembered
 * @property {(theme: 'light' | 'dark' | null) => void} paint
 * @property {(language: import('../messages/languages.js').LanguageId) => Promise<void>} speak another language; where that cannot be had, all stays
 */
/** @typedef {{ chapter: number, question: string, choice: string, right: boolean, kind: 'guess' | 'check' }} Answer what a student has committed to in the lesson */

/** Reads the address and puts onto the page what needs nothing else. */
export function createPresenting() {
  const asked = readPresentation(pageAddress().query);
  const { embed, preset, origin, lang, only, memory } = asked.presentation;
  const parent = { named: origin, isUnknown: asked.refusals.some(({ key }) => key === 'origin') };
  const isOrdinary = !embed && asked.refusals.length === 0 && preset === null && (lang === null || languageFor(lang) !== undefined);
  /** As it is filled now. @type {Page} */
  let page;
  /** @type {import('../messages/en/embed.js').EmbedMessages} */
  let sentences;
  /** What tells the page around the frame. @type {Awaited<ReturnType<typeof import('./embedding.js').startEmbedding>> | null} */
  let embedding = null;
  if (memory !== 'device') leaveDeviceAlone();
  present(asked.presentation);

  /**
   * Shows what only a page in a frame has, or one whose address asks for something that there is not; once for each language.
   * @param {Pick<Page, 'languageId' | 'link'>} page
   */
  async function fill({ languageId, link }) {
    if (isOrdinary) return;
    const [{ showPresented }, messages] = await Promise.all([import('./presented.js'), LANGUAGES[languageId].embed(), laterStyles()]);
    showPresented({ asked, messages, link });
    sentences = messages;
  }

  return {
    presentation: asked.presentation,
    fill,
    /**
     * From now on training pauses when nobody can see it, and the page around the frame is talked with.
     * @param {Page} filled
     */
    async begin(filled) {
      page = filled;
      const { isSeen } = watchSight({ inFrame: embed, onUnseen: () => page.pause() });
      const isFramed = embed && window.parent !== window;
      const [talk] = await Promise.all([isFramed ? import('./embedding.js') : null, fill(page)]);
      const lab = page.lab();
      if (talk === null || lab === null) return;
      embedding = await talk.startEmbedding({
        session: lab.session(),
        first: lab.latest(),
        sentences: () => sentences.errors,
        only,
        parent,
        isSeen,
        page: () => page,
      });
    },
    /** The page in another language. @param {Page} filled */
    beginAgain(filled) {
      page = filled;
      return fill(page);
    },
    /** The page can be used. */
    ready: () => embedding?.ready(),
    /** @param {Answer} answer */
    predict: (answer) => embedding?.predict(answer),
    progress: () => embedding?.progress(),
    /** @param {Snapshot} snapshot every one */
    update: (snapshot) => embedding?.update(snapshot),
  };
}
