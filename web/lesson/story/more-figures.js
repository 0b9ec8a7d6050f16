/** The figures of the later chapters, with what they ask of the engine. A part of the page of its own, loaded when one of them is shown. */

import { createBeadsFigure } from '../../figures/beads/figure.js';
import { createNetworkFigure } from '../../figures/network/figure.js';
import { createPilesFigure } from '../../figures/piles/figure.js';
import { createPlaneFigure } from '../../figures/plane/figure.js';
import { PILES } from '../../figures/piles/sorting.js';
import { createRaceFigure } from '../../figures/race/figure.js';
import { createSignalFigure } from '../../figures/signal/figure.js';
import { isObject } from '../../base/checks.js';
import { keepGuess, keptGuess } from './companions/kept-guesses.js';
import { stageCurves } from './stage-curves.js';
import { createTieTrials } from '../../session/tie-trials.js';
import { TIE_BREAKERS } from '../../ties/breakers.js';

/** @typedef {import('../../engine/run.js').Run} Run */
/** @typedef {import('../../figures/figure.js').Recording} Recording */
/** @typedef {import('./chapter.js').MoreFigure} MoreFigure */
/** @typedef {import('./figures.js').Staged} Staged */

/** More stages than any signal has: it has run to its end. */
const ALL_STAGES = 1000;
/** How long each change to a tie is trained. */
const TRIAL_STEPS = 2000;

/**
 * @param {MoreFigure} asked
 * @param {object} options
 * @param {import('../../engine/lab.js').Lab} options.lab
 * @param {import('../../messages/en/more-figures.js').MoreFiguresMessages} options.messages
 * @param {import('../../messages/en/figures.js').FigureMessages} options.figureMessages
 * @param {(run: string) => Recording} options.recordingOf
 * @param {(run: string) => string} options.titleOf
 * @param {(index: number) => void} options.onScrub somebody moves a race's clock
 * @param {() => void} options.onRest what runs by itself has come to its end
 * @param {(option: string) => void} options.onDraw a guess was drawn
 * @returns {Staged}
 */
export function stageMoreFigure(asked, { lab, messages, figureMessages, recordingOf, titleOf, onScrub, onRest, onDraw }) {
  if (asked.kind === 'race') {
    const lanes = asked.runs.map((run) => ({ title: titleOf(run), recording: recordingOf(run) }));
    const figure = createRaceFigure({ messages: figureMessages, lanes, lines: messages.curves.weights, onScrub });
    const { show, tools, setNumbers } = figure;
    return { kind: asked.kind, figure, show, tools, setNumbers, setEditable: () => {} };
  }
  if (asked.kind === 'curves') return stageCurves(asked, { messages: messages.curves, recordingOf, titleOf, onDraw });
  if (asked.kind === 'undrawn') return stageUndrawn(recordingOf(asked.run), figureMessages);
  const { experiment, data, moments } = recordingOf(asked.run);
  const momentAt = (/** @type {number} */ index) => moments[Math.min(index, moments.length - 1)];
  const rest = { setEditable: () => {}, setNumbers: () => {} };
  if (asked.kind === 'plane') {
    const figure = createPlaneFigure({ messages: messages.plane });
    const wordOf = (/** @type {string} */ name) => messages.plane.dataWords[name] ?? name;
    const named = 'set' in experiment.data ? { ...data, features: data.features.map(wordOf) } : data;
    return {
      kind: asked.kind,
      figure,
      tools: [],
      show: (index) => figure.show({ experiment, data: named, moment: momentAt(index) }),
      ...rest,
    };
  }
  if (asked.kind === 'piles') return stagePiles(experiment, { lab, messages, onRest });
  const run = lab.start(experiment);
  if (asked.kind === 'beads') {
    const { name, other, example } = asked;
    const figure = createBeadsFigure({ messages: messages.beads });
    return {
      kind: asked.kind,
      figure: closing(figure, run),
      tools: figure.tools,
      show: (index) =>
        figure.show({
          experiment,
          data,
          values: momentAt(index).parameters,
          chain: (values, weight, row) => valuesIn(run, values).chain(weight, row),
          name,
          other,
          example,
        }),
      ...rest,
    };
  }
  const figure = createSignalFigure({ messages: messages.signal, onRest });
  /** @type {import('../../figures/signal/figure.js').SignalInput | null} */
  let shown = null;
  return {
    kind: asked.kind,
    figure: closing(figure, run),
    tools: figure.tools,
    playsItself: true,
    isBusy: figure.isPlaying,
    finish: () => shown !== null && figure.show({ ...shown, stage: ALL_STAGES }),
    show(index, at) {
      const values = momentAt(index).parameters;
      shown = {
        experiment,
        data,
        values,
        trace: (row) => valuesIn(run, values).trace(row),
        example: asked.example,
        stage: at === 'end' ? ALL_STAGES : 0,
      };
      figure.show(shown);
      if (at === 'run') figure.play();
    },
    ...rest,
  };
}

/**
 * A network whose weights are not drawn yet: whether its neurons are equal is what is asked, so that neither its maps nor a sign may tell.
 * @param {Recording} run
 * @param {import('../../messages/en/figures.js').FigureMessages} messages
 * @returns {Staged}
 */
function stageUndrawn(run, messages) {
  const figure = createNetworkFigure({ messages, run });
  figure.element.classList.add('net-undrawn');
  const [start] = run.moments;
  return {
    kind: 'network',
    figure: {
      ...figure,
      words: () => messages.words.step(0),
      table: () => ({ ...figure.table(), rows: figure.table().rows.map(([name]) => [name, '?']) }),
    },
    tools: [],
    show: () => figure.show({ ...start, parameters: start.parameters.map(() => 0) }),
    setEditable: () => {},
    setNumbers: () => {},
  };
}

/** What the student has sorted. @returns {import('../../figures/piles/sorting.js').Guesses} */
function sortedCards() {
  const kept = keptGuess('sorted');
  if (!isObject(kept)) return {};
  return Object.fromEntries(
    TIE_BREAKERS.flatMap(({ id }) => {
      const pile = PILES.find((each) => each === kept[id]);
      return pile === undefined ? [] : [[id, pile]];
    }),
  );
}

/**
 * The cards of what breaks a tie: sorted first, then all of them are run.
 * @param {Recording['experiment']} experiment
 * @param {object} options
 * @param {import('../../engine/lab.js').Lab} options.lab
 * @param {import('../../messages/en/more-figures.js').MoreFiguresMessages} options.messages
 * @param {() => void} options.onRest
 * @returns {Staged}
 */
function stagePiles(experiment, { lab, messages, onRest }) {
  const leaving = new AbortController();
  const tryAll = createTieTrials({
    lab,
    fallback: experiment,
    now: () => performance.now(),
    requestFrame: (callback) => requestAnimationFrame(callback),
  });
  const figure = createPilesFigure({
    messages: messages.piles,
    ids: TIE_BREAKERS.map(({ id }) => id),
    onGuess: (guesses) => keepGuess('sorted', guesses),
    onRest,
  });
  /** @type {readonly import('../../session/tie-trials.js').TrialResult[] | null} */
  let results = null;
  let isSorting = true;
  /** Nobody waits for the cards, though their runs are still to come. */
  let isHurried = false;
  const run = async () => {
    results = [];
    /** @type {import('../../session/tie-trials.js').TrialResult[]} */
    const found = [];
    await tryAll(experiment, {
      steps: TRIAL_STEPS,
      signal: leaving.signal,
      onBase: () => {},
      onResult: (result) => found.push(result),
      onProgress: () => {},
    });
    results = found;
    figure.show({ guesses: sortedCards(), results });
    if (isHurried) figure.finish();
  };
  return {
    kind: 'piles',
    figure: {
      ...figure,
      leave() {
        leaving.abort();
        figure.leave();
      },
    },
    tools: [],
    playsItself: true,
    isBusy: () => !isSorting && !figure.isTold(),
    finish() {
      isHurried = true;
      figure.finish();
    },
    show(_index, at) {
      isSorting = at === 'start';
      isHurried = false;
      if (isSorting) figure.show({ guesses: sortedCards(), results: [] });
      else if (results === null)
        run().catch((error) => {
          if (!leaving.signal.aborted) throw error;
        });
      else figure.show({ results });
    },
    setEditable: () => {},
    setNumbers: () => {},
  };
}

/**
 * The run with other parameters, to be asked about them.
 * @param {Run} run
 * @param {ArrayLike<number>} values in the engine's order
 */
function valuesIn(run, values) {
  const before = run.parameters();
  run.names.forEach((name, at) => Object.is(before[at], values[at]) || run.set(name, values[at]));
  return run;
}

/**
 * The figure, and the run that it asks ends with it.
 * @template {import('../../figures/figure.js').Figure<any>} F
 * @param {F} figure
 * @param {Run} run
 * @returns {F}
 */
function closing(figure, run) {
  return {
    ...figure,
    leave() {
      figure.leave();
      run.close();
    },
  };
}
