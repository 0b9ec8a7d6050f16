/** The figures beads, plane, piles, signal and curves with fixed inputs, for the gallery and for the tests that look at them. */

import { createBeadsFigure } from '../figures/beads/figure.js';
import { createCurvesFigure } from '../figures/curves/figure.js';
import { createPilesFigure } from '../figures/piles/figure.js';
import { createPlaneFigure } from '../figures/plane/figure.js';
import { createSignalFigure } from '../figures/signal/figure.js';
import { TIE_BREAKERS } from '../ties/breakers.js';

/** @typedef {import('../figures/figure.js').Figure<any>} Figure */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../messages/en/more-figures.js').MoreFiguresMessages} Messages */
/** @typedef {{ name: string, make: () => Figure }} Exhibit */

const START = {
  scheme: /** @type {const} */ ('explicit'),
  w: [
    [
      [0.2, 0.4],
      [0.2, 0.4],
    ],
    [[0.6, 0.6]],
  ],
};

/** @type {ExperimentInput} */
const XOR = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  init: START,
  training: { optimizer: 'gradient-descent', learningRate: 1 },
};

/** @type {ExperimentInput} */
const COFFEE = {
  version: 1,
  network: { inputs: 2, hidden: [6], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'coffee', examples: 200, seed: 1 },
  loss: 'cross-entropy',
  init: { scheme: 'glorot-uniform', seed: 3 },
  training: { optimizer: 'adam', learningRate: 0.03 },
};

/** @type {ExperimentInput} */
const DEEP = { ...COFFEE, network: { inputs: 2, hidden: [4, 3], outputs: 1, activation: 'tanh', bias: true } };

/** @param {string} name @param {number} value @returns {ExperimentInput} */
const changed = (name, value) => ({ ...XOR, init: { ...START, set: { [name]: value } } });

/**
 * @param {object} options
 * @param {{ start: (experiment: ExperimentInput) => Run }} options.lab
 * @param {Messages} options.messages
 * @param {(experiment: ExperimentInput) => Promise<readonly import('../figures/piles/sorting.js').Result[]>} options.tryAll every change of ties/breakers.js, run
 * @param {() => Promise<any>} options.loadPlot page/plot.js
 * @returns {Exhibit[]}
 */
export function exhibits({ lab, messages, tryAll, loadPlot }) {
  /** @param {ExperimentInput} experiment @param {number} steps */
  const trained = (experiment, steps) => {
    const run = lab.start(experiment);
    run.train(steps);
    return run;
  };
  /** @param {ExperimentInput} experiment @param {number} steps @param {object} [more] */
  const beads = (experiment, steps, more) => {
    const run = trained(experiment, steps);
    const figure = createBeadsFigure({ messages: messages.beads });
    figure.show({
      experiment: run.experiment,
      data: run.data(),
      values: run.parameters(),
      chain: (values, name, example) => {
        setParameters(run, values);
        return run.chain(name, example);
      },
      ...more,
    });
    return figure;
  };
  /** @param {ExperimentInput} experiment @param {number} steps */
  const plane = (experiment, steps) => {
    const run = trained(experiment, steps);
    const { x, y } = run.data();
    const right = run.predict(x).filter(([answer], at) => answer > 0.5 === (y[at][0] === 1)).length;
    const figure = createPlaneFigure({ messages: messages.plane });
    figure.show({
      experiment: run.experiment,
      data: { x, y, features: ['x1', 'x2'] },
      moment: { step: run.step, parameters: run.parameters(), loss: run.loss(), right },
    });
    return figure;
  };
  /** @param {ExperimentInput} experiment @param {number} steps @param {object} more */
  const signal = (experiment, steps, more) => {
    const run = trained(experiment, steps);
    const figure = createSignalFigure({ messages: messages.signal });
    figure.show({
      experiment: run.experiment,
      data: run.data(),
      values: run.parameters(),
      trace: (example) => run.trace(example),
      ...more,
    });
    return figure;
  };
  /** @param {ExperimentInput} experiment @param {boolean} asks @param {boolean} isGuessed */
  const curves = (experiment, asks, isGuessed) => {
    const run = trained(experiment, 2000);
    const { steps, parameters } = run.history();
    const figure = createCurvesFigure({ messages: messages.curves, loadPlot });
    figure.show({
      title: 'w1 \u2026 w6',
      end: 2000,
      asks,
      curves: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'].map((name, at) => ({
        name,
        unit: at < 4 ? Math.floor(at / 2) + 1 : at - 3,
        points: Array.from(steps, (x, index) => ({ x, y: parameters[name][index] })).filter(
          (_, index) => index % 8 === 0 || index === steps.length - 1,
        ),
        isAsked: name === 'w5',
      })),
    });
    if (isGuessed) figure.choose('rises');
    return figure;
  };
  /** @param {boolean} isTold */
  const piles = (isTold) => {
    const ids = TIE_BREAKERS.map(({ id }) => id);
    const figure = createPilesFigure({ messages: messages.piles, ids });
    const guesses = Object.fromEntries(
      ids
        .slice(0, isTold ? 13 : 6)
        .map((id, at) => [id, /** @type {import('../figures/piles/sorting.js').Pile} */ (at % 3 === 0 ? 'stays' : 'breaks')]),
    );
    figure.show({ guesses, results: [] });
    if (isTold) tryAll(XOR).then((results) => figure.show({ results }));
    return figure;
  };
  return [
    { name: 'beads: equal', make: () => beads(XOR, 0, { example: 1 }) },
    { name: 'beads: one differs', make: () => beads(changed('w5', 0.7), 0, { example: 1 }) },
    { name: 'beads: two inputs of one neuron', make: () => beads(changed('w5', 0.7), 300, { name: 'w1', other: 'w2', example: 2 }) },
    { name: 'beads: many examples', make: () => beads({ ...XOR, data: { set: 'moons', examples: 60, seed: 1 } }, 100, { name: 'w5' }) },
    { name: 'plane: twins', make: () => plane(XOR, 2000) },
    { name: 'plane: solved', make: () => plane(changed('w5', 0.7), 2000) },
    { name: 'plane: six neurons', make: () => plane(COFFEE, 3000) },
    { name: 'plane: no hidden layer', make: () => plane({ ...COFFEE, network: { inputs: 2, hidden: [], outputs: 1, bias: true } }, 500) },
    { name: 'signal: forward', make: () => signal(XOR, 0, { example: 1, stage: 1 }) },
    { name: 'signal: equal, carried back', make: () => signal(XOR, 0, { example: 1, stage: 5 }) },
    { name: 'signal: gradients apart', make: () => signal(changed('w6', -0.3), 0, { example: 3, stage: 7 }) },
    { name: 'signal: deep', make: () => signal(DEEP, 20, { example: 1, stage: 6 }) },
    { name: 'curves: twins', make: () => curves(XOR, false, false) },
    { name: 'curves: a guess is asked for', make: () => curves(changed('w5', 0.7), true, false) },
    { name: 'curves: guessed and told', make: () => curves(changed('w5', 0.7), false, true) },
    { name: 'piles: sorting', make: () => piles(false) },
    { name: 'piles: told', make: () => piles(true) },
  ];
}

/** @param {Run} run @param {ArrayLike<number>} values in the engine's order */
function setParameters(run, values) {
  const { names } = run;
  const before = run.parameters();
  names.forEach((name, at) => Object.is(before[at], values[at]) || run.set(name, values[at]));
}
