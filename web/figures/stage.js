/** The stage: one figure, large, with what it shows in words for a screen reader, and as a table behind a button. */

import { createTableFold } from '../ui/table-fold.js';
import { element, setText } from '../ui/dom.js';

/** @typedef {import('./figure.js').Figure<any>} Figure */
/** @typedef {import('../messages/en/figures.js').FigureMessages} Messages */

let stages = 0;

/**
 * @param {{ messages: Messages }} options
 */
export function createStage({ messages }) {
  /** @type {Figure | null} */
  let figure = null;
  const box = element('div', { class: 'stage-figure' });
  // Hidden, and still what the figure is called: a screen reader says it, and it is no text on the page for those who see the figure.
  stages += 1;
  const said = element('figcaption', { class: 'stage-words', id: `stage-words-${stages}`, hidden: true });
  const table = createTableFold({
    label: messages.table,
    read: () => ({ caption: figure?.words() ?? '', ...(figure?.table() ?? { head: [], rows: [] }) }),
  });
  const tools = element('div', { class: 'stage-tools' }, table.button);
  const stage = element('figure', { class: 'figure-stage', 'data-stage': true, 'aria-labelledby': said.id }, box, tools, said);
  return {
    element: stage,
    /** The table stands where its owner puts it, outside of the stage, so that the figure keeps its size. */
    table: table.element,
    /**
     * Another figure takes the stage; the one before leaves.
     * @param {string} kind
     * @param {Figure} next
     * @param {readonly HTMLElement[]} [more] tools of this figure
     */
    enter(kind, next, more = []) {
      figure?.leave();
      figure = next;
      stage.dataset.figure = kind;
      box.replaceChildren(next.element);
      tools.replaceChildren(...more, table.button);
    },
    /** Says what is shown: once the figure is at rest, not at every frame. */
    say() {
      setText(said, figure?.words() ?? '');
      table.refresh();
    },
    leave() {
      figure?.leave();
      figure = null;
    },
  };
}

/** @typedef {ReturnType<typeof createStage>} Stage */
