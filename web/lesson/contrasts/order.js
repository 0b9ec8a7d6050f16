/** One step of gradient descent in slow motion, and the bug that mixes old and new weights, held against a measurement. */

import { lateGradient } from '../wrong-update-order.js';
import { element } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/lesson-later.js').LaterMessages['order']} Words */

/** The example whose numbers are shown on the way forward. */
const EXAMPLE = 2;
/** How near a gradient must be to the measured one to agree with it; a measurement has about nine digits. */
const AGREES = 1e-6;

/**
 * @param {Words} words
 * @returns {import('../views/frame.js').Doing}
 */
export const orderDoing =
  (words) =>
  ({ chapter, texts, say, on, work }) => {
    const { contrast } = chapter;
    if (contrast.kind !== 'order') throw new Error(`chapter ${chapter.id} has no order`);
    const run = chapter.runs[chapter.run];
    const names = [contrast.outgoing, contrast.parameter];
    const stages = work.withRun(run.experiment, (started) => {
      const { layers } = started.trace(EXAMPLE);
      const before = names.map((name) => started.get(name));
      const gradients = names.map((name) => started.chain(name).mean);
      const forward = words.forward(
        started.data().x[EXAMPLE],
        layers.flatMap(({ a }) => a),
      );
      const loss = words.loss(started.loss());
      const backward = words.backward(names, gradients);
      started.train(1);
      return [
        forward,
        loss,
        backward,
        words.update(
          names,
          before,
          gradients,
          started.experiment.training.learningRate,
          names.map((name) => started.get(name)),
        ),
      ];
    });
    const list = element('ol', { class: 'lesson-stages', 'aria-live': 'polite' });
    const next = element('button', { type: 'button', 'data-lesson': 'stage' }, words.next);
    const take = element('button', { type: 'button', class: 'lesson-run', 'data-lesson': 'run' }, say.plain(texts.run.button));
    const reveal = () => {
      const [name, ...lines] = stages[list.childElementCount];
      list.append(element('li', {}, element('b', {}, name), ...lines.map((line) => element('span', {}, line))));
      next.hidden = list.childElementCount === stages.length;
    };
    reveal();
    next.addEventListener('click', () => {
      reveal();
      if (next.hidden) take.focus();
    });
    take.addEventListener('click', () => on.run(run));
    return { content: [list, element('div', { class: 'lesson-buttons' }, next, take)], asked: () => run };
  };

/**
 * @param {Words} words
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createOrder =
  (words) =>
  ({ chapter, texts, messages, say, work }) => {
    const { contrast } = chapter;
    if (contrast.kind !== 'order') throw new Error(`chapter ${chapter.id} has no order`);
    const { experiment } = chapter.runs[contrast.run];
    const found = work.withRun(experiment, (run) => ({
      right: run.chain(contrast.parameter).mean,
      bug: lateGradient(run, contrast.parameter, contrast.outgoing),
      referee: run.numericGradient(contrast.parameter),
    }));
    const cards = /** @type {const} */ (['right', 'bug', 'referee']).map((id) => {
      const { title, about } = texts.contrast.cases[id];
      const agrees = Math.abs(found[id] - found.referee) <= AGREES * Math.abs(found.referee);
      const verdict =
        id === 'referee'
          ? []
          : [
              element(
                'p',
                { class: 'card-verdict' },
                element('span', { 'aria-hidden': 'true' }, agrees ? '\u2713 ' : '\u2260 '),
                agrees ? words.agrees : words.disagrees,
              ),
            ];
      return element(
        'section',
        { class: 'card', 'data-case': id, 'data-agrees': String(agrees) },
        element('h4', {}, say.plain(title)),
        element('p', { class: 'note' }, say.plain(about)),
        element(
          'p',
          { class: 'card-number' },
          `\u2202J/\u2202${contrast.parameter} = `,
          element('span', { class: 'number' }, messages.figures.figure(found[id])),
        ),
        ...verdict,
      );
    });
    return { element: element('div', { class: 'cards' }, ...cards) };
  };
