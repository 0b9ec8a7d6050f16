/**
 * How the page is presented, as its address asks: what is put onto it at once, what is loaded for a frame only, and when it is out of
 * sight. main.js fills the page; what that shares with the page around a frame is handed on here.
 */

import { LANGUAGES } from '../messages/languages.js';
import { readPresentation } from '../base/address-keys.js';
import { PRESETS } from '../experiment/presets.js';
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
 */

/** Reads the address and puts onto the page what needs nothing else. */
export function createPresenting() {
  const asked = readPresentation(pageAddress().query);
  const { embed, preset, origin } = asked.presentation;
  const parent = { named: origin, isUnknown: asked.refusals.some(({ key }) => key === 'origin') };
  const chosen = PRESETS.find(({ id }) => id === preset);
  const isOrdinary = !embed && asked.refusals.length === 0 && (preset === null || chosen !== undefined);
  /** What tells the page around the frame. @type {ReturnType<typeof import('./embedding.js').startEmbedding> | null} */
  let embedding = null;
  present(asked.presentation);

  /**
   * Shows what only a page in a frame has, or one whose address asks for something that there is not; once for each language.
   * @param {Pick<Page, 'languageId' | 'link'>} page
   */
  async function fill({ languageId, link }) {
    if (isOrdinary) return null;
    const [{ showPresented, startEmbedding }, messages] = await Promise.all([import('./embedding.js'), LANGUAGES[languageId].embed()]);
    showPresented({ asked, messages, presets: PRESETS.map(({ id }) => id), link });
    return { startEmbedding, messages };
  }

  return {
    presentation: asked.presentation,
    /** What to open with, where there is no experiment in the address. */
    experiment: (chosen ?? PRESETS[0]).experiment,
    fill,
    /**
     * From now on training pauses when nobody can see it, and the page around the frame is talked with.
     * @param {Page} page
     */
    async begin(page) {
      const { isSeen } = watchSight({ inFrame: embed, onUnseen: page.pause });
      const more = await fill(page);
      const lab = page.lab();
      if (more === null || lab === null || !embed || window.parent === window) return;
      embedding = more.startEmbedding({
        session: lab.session(),
        first: lab.latest(),
        sentences: more.messages.errors,
        parent,
        isSeen,
        openLesson: page.openLesson,
      });
    },
    /** The page can be used. */
    ready: () => embedding?.ready(),
    /** @param {object} prediction that a student has made in the lesson */
    predict: (prediction) => embedding?.predict(prediction),
    /** @param {Snapshot} snapshot every one */
    update: (snapshot) => embedding?.update(snapshot),
  };
}
