/** What is put on the stage for a step: a figure of the step's kind, drawn from the step's recordings, shown by the index of a moment. */

import { stillMoments, visibleChanges } from '../../drawing/pacing.js';
import { createNetworkFigure } from '../../figures/network/figure.js';
import { createStills } from '../../figures/network/stills.js';

/** @typedef {import('../../figures/figure.js').Recording} Recording */
/** @typedef {import('./chapter.js').StepFigure} StepFigure */

/**
 * @typedef {object} Staged
 * @property {StepFigure['kind']} kind
 * @property {import('../../figures/figure.js').Figure<any>} figure
 * @property {(index: number, at: import('./chapter.js').Step['at']) => void} show a moment of the recordings; at: the step's
 * @property {(names: readonly string[]) => void} setEditable weights that can be moved
 * @property {(shown: boolean) => void} setNumbers
 * @property {readonly HTMLElement[]} [tools] of the figure's own; left out: it has the page's numbers
 * @property {boolean} [playsItself] it runs by itself, not moment by moment, and says when it is at rest
 * @property {() => boolean} [isBusy] whether it runs by itself now
 * @property {() => void} [finish] what runs by itself is not waited for, as far as it can be
 * @property {(option: string) => void} [choose] an option of the step is chosen
 */

/** @typedef {Exclude<StepFigure, import('./chapter.js').MoreFigure>} FirstFigure of the kinds that are there from the beginning */

/**
 * @param {StepFigure} figure
 * @returns {figure is FirstFigure}
 */
export function isFirst(figure) {
  return figure.kind === 'network';
}

/**
 * @param {FirstFigure} asked
 * @param {object} options
 * @param {import('../../messages/en/figures.js').FigureMessages} options.messages
 * @param {(run: string) => Recording} options.recordingOf
 * @param {(name: string, value: number) => void} options.onEdit
 * @param {boolean} options.isStill nothing may move, and a run is to be told
 * @returns {Staged}
 */
export function stageFigure(asked, { messages, recordingOf, onEdit, isStill }) {
  const recording = recordingOf(asked.run);
  // The start is there before the rest is made.
  const { start = recording.moments[0] } = recording;
  if (isStill) {
    const { moments } = recording;
    const kept = stillMoments(recording, visibleChanges(recording)).map((index) => moments[index]);
    const figure = createStills({ messages, run: recording, moments: kept });
    // Their networks are too small for numbers; the table has them.
    return { kind: 'network', figure, show: () => figure.show(start), setEditable: () => {}, tools: [], setNumbers: () => {} };
  }
  const former = asked.before === undefined ? null : recordingOf(asked.before).moments;
  const figure = createNetworkFigure({
    messages,
    run: recording,
    onEdit,
    before: former === null ? null : { title: messages.before, moment: former[former.length - 1] },
  });
  return {
    kind: 'network',
    figure,
    show: (index) => figure.show(index === 0 ? start : recording.moments[Math.min(index, recording.moments.length - 1)]),
    setEditable: (names) => figure.setEditable(names, names[0] ?? null),
    setNumbers: figure.setNumbers,
  };
}
