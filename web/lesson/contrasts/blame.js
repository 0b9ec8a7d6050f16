/** The blame that flows back: shown on its way before the run, and in numbers, for two signs of the same outgoing weight. */

import { createFlow } from '../../figures/chain-flow.js';
import { element } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/lesson-later.js').LaterMessages['blame']} Words */

/**
 * @param {{ words: Words, chain: import('../../messages/en/chain.js').ChainMessages, loadHighlight: () => Promise<import('../../ui/quantity-highlight.js').Highlight>, signal: AbortSignal }} options
 * @returns {import('../views/frame.js').Doing}
 */
export const flowDoing =
  ({ words, chain, loadHighlight, signal }) =>
  ({ chapter, texts, say, on, work }) => {
    const run = chapter.runs[chapter.run];
    const { contrast } = chapter;
    if (contrast.kind !== 'blame') throw new Error(`chapter ${chapter.id} has no example of blame`);
    /** @type {import('../../ui/quantity-highlight.js').Highlight | null} */
    let light = null;
    const flow = createFlow({
      messages: chain,
      onLight: async (parts) => {
        light ??= await loadHighlight();
        light.light(parts);
      },
      onPlay: () => {},
      signal,
    });
    flow.update(
      work.withRun(run.experiment, (started) => {
        const { x, y } = started.data();
        return {
          experiment: started.experiment,
          values: started.parameters(),
          trace: started.trace(contrast.example),
          inputs: x[contrast.example],
          targets: y[contrast.example],
        };
      }),
      false,
    );
    const button = element('button', { type: 'button', class: 'lesson-run', 'data-lesson': 'run' }, say.plain(texts.run.button));
    button.addEventListener('click', () => {
      flow.rest();
      on.run(run);
    });
    return { content: [element('p', { class: 'note' }, words.example), flow.root, button], asked: () => run, close: () => flow.rest() };
  };

/**
 * @param {Words} words
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createBlame = (words) => (view) => {
  const { contrast } = view.chapter;
  if (contrast.kind !== 'blame') throw new Error(`chapter ${view.chapter.id} contrasts no blame`);
  const { chapter, texts, messages, say, on, work } = view;
  const { figure } = messages.figures;
  const cards = contrast.cases.map((id) => {
    const { title, about } = texts.contrast.cases[id];
    const { error, weight, slope, blame } = work.withRun(chapter.runs[id].experiment, (run) => {
      const { layers } = run.trace(contrast.example);
      const a1 = layers[0].a[0];
      return { error: layers[1].delta[0], weight: run.get('w5'), slope: a1 * (1 - a1), blame: layers[0].delta[0] };
    });
    const rows = /** @type {const} */ ([
      [words.error, error],
      [words.weight, weight],
      [words.slope, slope],
      [words.blame, blame],
    ]);
    const facts = rows.map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', { class: 'number' }, figure(value))),
    );
    const open = element(
      'button',
      { type: 'button', class: 'quiet-button', 'aria-label': messages.openCaseOf(say.plain(title)) },
      messages.openCase,
    );
    open.addEventListener('click', () => on.openRun(chapter.runs[id]));
    return element(
      'section',
      { class: 'card', 'data-case': id },
      element('h4', {}, say.plain(title)),
      element('p', { class: 'note' }, say.plain(about)),
      element('dl', { class: 'card-facts' }, ...facts),
      open,
    );
  });
  return { element: element('div', { class: 'cards pair' }, ...cards) };
};
