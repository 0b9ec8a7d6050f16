/** The figures of the stage, each with fixed inputs, for the eye: ?gallery=1 on a local address. Loaded by main.js there alone. */

import { parseExperiment } from '../experiment/experiment.js';
import { exhibits } from '../figures/exhibits.js';
import { createNetworkFigure } from '../figures/network/figure.js';
import { createRaceFigure } from '../figures/race/figure.js';
import { chapter as twins } from '../lesson/story/chapters/twins.js';
import { chapter as zeros } from '../lesson/story/chapters/zeros.js';
import { LANGUAGES } from '../messages/languages.js';
import { recordRun } from '../session/recording.js';
import { createTieTrials } from '../session/tie-trials.js';
import { byId, element } from '../ui/dom.js';
import { laterStyles } from '../ui/load-styles.js';

const STEPS = 2000;

/**
 * Every figure on a page of its own.
 * @param {() => Promise<import('../engine/lab.js').Lab>} openLab handed in: the engine is found beside main.js
 */
export async function openGallery(openLab) {
  const { figures, moreFigures } = LANGUAGES.en;
  const [lab, messages, moreMessages] = await Promise.all([openLab(), figures(), moreFigures(), laterStyles()]);
  const tryAll = createTieTrials({
    lab,
    fallback: twins.runs.tied.experiment,
    now: () => performance.now(),
    requestFrame: (callback) => requestAnimationFrame(callback),
  });
  const recorded = (/** @type {import('../lesson/chapters/starts.js').LessonRun} */ run) => recordRun(lab, run);
  /** @param {import('../lesson/chapters/starts.js').LessonRun} run @param {number} at part of the run @param {boolean} [hasNumbers] */
  const network = (run, at, hasNumbers = false) => {
    const recording = recorded(run);
    const figure = createNetworkFigure({ messages, run: recording });
    figure.setNumbers(hasNumbers);
    figure.show(recording.moments[Math.round(at * (recording.moments.length - 1))]);
    return figure;
  };
  /** @param {readonly import('../lesson/chapters/starts.js').LessonRun[]} runs */
  const race = (runs) => {
    const figure = createRaceFigure({
      messages,
      lanes: runs.map((run, at) => ({ title: String(at + 1), recording: recorded(run) })),
      onScrub: (index) => figure.show(index),
    });
    figure.show(Infinity);
    return figure;
  };
  const { tied, apart } = twins.runs;
  const all = [
    { name: 'network: start', make: () => network(tied, 0) },
    { name: 'network: twins', make: () => network(tied, 1) },
    { name: 'network: apart, with numbers', make: () => network(apart, 1, true) },
    { name: 'network: no hidden layer', make: () => network(zeros.runs.logistic, 1) },
    { name: 'race: two', make: () => race([tied, apart]) },
    { name: 'race: three', make: () => race([zeros.runs.logistic, zeros.runs.tanh, zeros.runs.sigmoid]) },
    ...exhibits({
      lab,
      messages: moreMessages,
      tryAll: async (experiment) => {
        /** @type {import('../session/tie-trials.js').TrialResult[]} */
        const results = [];
        const { signal } = new AbortController();
        await tryAll(parseExperiment(experiment), {
          steps: STEPS,
          signal,
          onBase() {},
          onProgress() {},
          onResult: (result) => results.push(result),
        });
        return results;
      },
      loadPlot: () => import('../page/plot.js'),
    }),
  ];
  const desk = byId('story').parentElement;
  desk?.replaceChildren(
    ...all.flatMap(({ name, make }) => {
      const figure = make();
      return [
        element('h2', {}, name),
        element('div', { class: 'gallery-box', 'data-exhibit': name }, figure.element),
        element('p', { class: 'note' }, figure.words()),
      ];
    }),
  );
  document.documentElement.dataset.ready = 'true';
}
