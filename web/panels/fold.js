/**
 * The lab's panels, under the first screen: each unfolds when somebody asks for it, is loaded and made only then, and is brought up to
 * date while it is open, and else only with another experiment. A panel is a file of its own; this one knows none of them.
 */

import { element, setText } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @typedef {object} PanelKind
 * @property {string} id of the panel's element, after "panel-": stable, links and hidden controls use it
 * @property {string} title the question it answers, in a few words
 * @property {boolean} [isOpen] unfolded from the beginning: loaded as soon as the first screen is there
 * @property {() => Promise<(root: HTMLElement) => PanelView>} load gets the panel's code; what it gives fills an empty element, once
 */

/** @typedef {{ update: (snapshot: Snapshot) => void }} PanelView */

/**
 * @param {HTMLElement} root
 * @param {{ panels: readonly PanelKind[], messages: { loading: string, loadFailed: string } }} options
 * @returns {{ views: (PanelView & { isShown: () => boolean })[], open: (id: string) => Promise<void>, unfolded: () => string[] }} one view a panel, what unfolds one, and which are
 */
export function createPanels(root, { panels, messages }) {
  /** @type {Snapshot | null} */
  let latest = null;
  const made = panels.map(({ id, title, isOpen = false, load }) => {
    const body = element('div', { class: 'panel-body' });
    const status = element('p', { class: 'note', role: 'status' });
    const details = element(
      'details',
      { class: 'panel', id: `panel-${id}` },
      element('summary', {}, element('h2', {}, title)),
      status,
      body,
    );
    /** @type {PanelView | null} */
    let view = null;
    /** @type {Promise<void> | null} */
    let loading = null;
    const make = async () => {
      setText(status, messages.loading);
      try {
        view = (await load())(body);
        status.hidden = true;
      } catch (error) {
        // Unfolding it once more is another try.
        loading = null;
        setText(status, messages.loadFailed);
        if (!(error instanceof TypeError)) throw error;
      }
    };
    const unfold = async () => {
      details.open = true;
      await (loading ??= make());
      // Unfolding is an event: what a view writes at events only must be there at once.
      // A page that another language has taken the place of while it was loaded knows no network any more.
      if (latest !== null && details.isConnected) view?.update({ ...latest, event: latest.event ?? 'changed' });
    };
    details.addEventListener('toggle', () => {
      if (details.open) unfold();
    });
    details.open = isOpen;
    return {
      id,
      details,
      unfold,
      isShown: () => details.open,
      /** @param {Snapshot} snapshot */
      update(snapshot) {
        // What a folded panel still reacts to (a late event, a change of the page's width) must not meet another network than it has seen.
        const isAnother = latest?.experiment !== snapshot.experiment;
        latest = snapshot;
        if (details.open || isAnother) view?.update(snapshot);
      },
    };
  });
  root.append(...made.map(({ details }) => details));
  return {
    views: made,
    unfolded: () => made.filter(({ isShown }) => isShown()).map(({ id }) => id),
    async open(id) {
      const found = made.find((panel) => panel.id === id);
      if (found === undefined) throw new Error(`there is no panel "${id}"`);
      await found.unfold();
      found.details.scrollIntoView({ block: 'start' });
    },
  };
}
