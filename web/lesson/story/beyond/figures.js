/** The figures of the chapters beyond the question: races whose lines say what the chapter is about. */

import { createDialFigure } from '../../../figures/dial/figure.js';
import { createRaceFigure } from '../../../figures/race/figure.js';
import { raceLines } from '../../../figures/race/lines.js';

/** @typedef {import('../../../figures/figure.js').Recording} Recording */
/** @typedef {import('../../../messages/en/story-beyond.js').BeyondMessages} BeyondMessages */

/**
 * @param {BeyondMessages} words
 * @returns {(asked: import('./chapter.js').BeyondRace, options: Omit<Parameters<typeof import('../more-figures.js').stageMoreFigure>[1], 'messages'>) => import('../figures.js').Staged}
 */
export function beyondFigures(words) {
  const lines = raceLines(words.lines);
  return ({ kind, runs, lines: asked, isWay = false, isDial = false }, { figureMessages, recordingOf, titleOf, onScrub }) => {
    const lanes = runs.map((run) => ({ title: titleOf(run), recording: recordingOf(run) }));
    const messages = isWay ? { ...figureMessages, step: words.way, words: { ...figureMessages.words, step: words.onWay } } : figureMessages;
    const figure = createRaceFigure({
      messages,
      lanes,
      onScrub,
      lines: lines[asked],
      ...(isDial
        ? {
            pictureOf: (/** @type {Recording} */ run) =>
              createDialFigure({ messages: words.dial, run, readout: ({ loss }) => [figureMessages.loss(loss)] }),
          }
        : {}),
    });
    const { show, tools, setNumbers } = figure;
    return { kind, figure, show, tools: isDial ? [] : tools, setNumbers, setEditable: () => {} };
  };
}
