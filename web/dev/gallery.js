/** The figures, each with fixed inputs, for the eye: ?gallery=1 on a local address. Loaded by main.js there alone, in place of the page. */

import { parseExperiment } from '../experiment/experiment.js';
import { exhibits } from './exhibits.js';
import { createNetworkFigure } from '../figures/network/figure.js';
import { createRaceFigure } from '../figures/race/figure.js';
import { createStage } from '../figures/stage.js';
import { LANGUAGES } from '../messages/languages.js';
import { recordRun } from '../session/recording.js';
import { createTieTrials } from '../session/tie-trials.js';
import { element } from '../ui/dom.js';
import { laterStyles } from '../ui/load-styles.js';

/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */

const STEPS = 2000;
const WIDTH = 880;
const HEIGHT = 560;

/**
 * The question's network on XOR, with an outgoing weight of its own for neuron 1.
 * @param {number} w5
 * @returns {ExperimentInput}
 */
const network = (w5) => ({
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'xor' },
  init: {
    scheme: 'explicit',
    w: [
      [
        [0.2, 0.4],
        [0.2, 0.4],
      ],
      [[w5, 0.6]],
    ],
  },
  training: { learningRate: 1 },
});

/**
 * Every figure on a page of its own.
 * @param {() => Promise<import('../engine/lab.js').Lab>} openLab handed in: the engine is found beside main.js
 */
export async function openGallery(openLab) {
  // Asked for as the page asks for them, so that they stay files of their own.
  const { story, moreFigures } = LANGUAGES.en;
  const [lab, { figureMessages: messages }, moreMessages] = await Promise.all([openLab(), story(), moreFigures(), laterStyles()]);
  const record = (/** @type {number} */ w5) => recordRun(lab, { experiment: network(w5), steps: STEPS });
  const [tied, apart] = [record(0.6), record(0.7)];

  /** @param {typeof tied} run @param {number} at part of the run @param {boolean} hasNumbers */
  const showNetwork = (run, at, hasNumbers) => {
    const figure = createNetworkFigure({ messages, run });
    figure.setNumbers(hasNumbers);
    figure.show(run.moments[Math.round(at * (run.moments.length - 1))]);
    return figure;
  };
  const showRace = () => {
    const lanes = [tied, apart].map((recording, at) => ({ title: String(at + 1), recording }));
    const figure = createRaceFigure({ messages, lanes, lines: 'weights', onScrub: (index) => figure.show(index) });
    figure.show(Infinity);
    return figure;
  };
  const trials = createTieTrials({
    lab,
    fallback: network(0.6),
    now: () => performance.now(),
    requestFrame: (callback) => requestAnimationFrame(callback),
  });

  const all = [
    { name: 'network: start', make: () => showNetwork(tied, 0, false) },
    { name: 'network: twins', make: () => showNetwork(tied, 1, false) },
    { name: 'network: apart, with numbers', make: () => showNetwork(apart, 1, true) },
    { name: 'race', make: showRace },
    ...exhibits({
      lab,
      messages: moreMessages,
      tryAll: (experiment) => tryAll(trials, experiment),
      loadPlot: () => import('../page/plot.js'),
    }),
  ];
  document.body.replaceChildren(
    element(
      'main',
      {},
      ...all.map(({ name, make }) => {
        const stage = createStage({ messages });
        stage.element.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px`;
        stage.element.dataset.exhibit = name;
        stage.enter(name.split(':')[0] ?? name, make());
        return element('section', {}, element('h2', {}, name), stage.element, stage.table);
      }),
    ),
  );
  document.documentElement.dataset.ready = 'true';
}

/**
 * Every change of ties/breakers.js, run.
 * @param {ReturnType<typeof createTieTrials>} trials
 * @param {ExperimentInput} experiment
 */
async function tryAll(trials, experiment) {
  /** @type {import('../session/tie-trials.js').TrialResult[]} */
  const results = [];
  await trials(parseExperiment(experiment), {
    steps: STEPS,
    signal: new AbortController().signal,
    onBase() {},
    onProgress() {},
    onResult: (result) => results.push(result),
  });
  return results;
}
