/** How each kind of claim of the chapters beyond the question is computed anew, on the engine, over at least twenty starts where many are spoken of. */
import { openLab } from 'twin-neurons';
import { distanceOrMirrored } from '../../web/figures/race/lines.js';
import { keptNumber, sameDirection } from '../../web/ties/around-neuron.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { splitStart } from '../../web/lesson/story/beyond/runs.js';
import { waysOf } from '../../web/lesson/story/beyond/ways.js';
import { recordRun } from '../../web/session/recording.js';

/** @typedef {import('../../web/engine/run.js').Run} Run */
/** @typedef {import('../../web/figures/figure.js').Recording} Recording */
/** @typedef {import('../../web/lesson/story/beyond/chapter.js').BeyondChapter} BeyondChapter */
/** @typedef {import('../../web/experiment/experiment.js').ExperimentInput} ExperimentInput */

export const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
export const STARTS = Array.from({ length: 40 }, (_, at) => at + 1);
/** Twins that are further apart than this have parted; nearer than that, strangers have become twins. */
const PARTED = 1;
const TOGETHER = 1e-6;

/** Closed by the test that is done. @type {import('../../web/engine/lab.js').Lab} */
export const lab = /** @type {any} */ (await openLab());

/** @template T @param {ExperimentInput} experiment @param {number} steps @param {(run: Run) => T} look */
export function trained(experiment, steps, look) {
  const run = lab.start(experiment);
  try {
    run.train(steps);
    return look(run);
  } finally {
    run.close();
  }
}

/** The experiment of a chapter's run with something else in it. @param {string} id @param {string} run @param {{ init?: object, training?: object, data?: object, network?: object }} [change] @returns {any} */
export function experimentOf(id, run, change = {}) {
  const asked = /** @type {BeyondChapter} */ (BEYOND.find((chapter) => chapter.id === id)).runs[run];
  if (!('experiment' in asked)) throw new Error(`${run} is made of another run`);
  const { network, data, init, training, ...rest } = /** @type {any} */ (asked.experiment);
  return {
    ...rest,
    network: { ...network, ...change.network },
    data: { ...data, ...change.data },
    init: { ...init, ...change.init },
    training: { ...training, ...change.training },
  };
}

/** @param {string} id @param {string} run @returns {number} */
export const stepsOf = (id, run) => /** @type {any} */ (BEYOND.find((chapter) => chapter.id === id)?.runs[run]).steps;

/** Tied starts of the noise chapter, pushed, that part. @param {string} run @param {object} training @param {readonly number[]} seeds */
const parted = (run, training, seeds) =>
  seeds.filter((seed) => {
    const init = { scheme: 'uniform', w: undefined, seed, tie: [{ layer: 1, units: [1, 2] }] };
    const experiment = experimentOf('noise', run, { init, training: { ...training, shuffleSeed: seed } });
    return trained(experiment, 20_000, (each) => each.distance(1, 1, 2)) > PARTED;
  }).length;

/** How far apart the two neurons of the decay chapter end, mirror images counted as equal. @param {string} run @param {object} change */
const endOfStrangers = (run, change) =>
  trained(experimentOf('decay', run, change), stepsOf('decay', run), (each) =>
    distanceOrMirrored(each.experiment.network, each.parameters()),
  );

/** @param {string} run @param {number} seed @param {object} [change] */
const turned = (run, seed, change) =>
  trained(experimentOf('condense', run, { ...change, init: { seed } }), 300, (each) =>
    sameDirection(each.experiment.network, each.parameters()),
  );

/** The way from where XOR has ended to its mirror image. @param {number} seed */
export const wayOf = (seed) => {
  const experiment = experimentOf('pass', 'solution', { init: { seed } });
  const recording = recordRun(lab, { experiment, steps: stepsOf('pass', 'solution') });
  return { experiment, recording, ...waysOf(lab, recording) };
};

/** @param {Recording['moments']} moments */
export const topOf = (moments) => moments.reduce((top, each) => (each.loss > top.loss ? each : top));

/** Where training goes on from a place with w1 pushed. @param {ExperimentInput} experiment @param {Float64Array} parameters @param {number} push */
const onFrom = (experiment, parameters, push) =>
  trained(experiment, 0, (run) => {
    run.names.forEach((name, index) => run.set(name, parameters[index]));
    run.set('w1', run.get('w1') + push);
    run.train(6000);
    return Number(run.loss());
  });

/** A network that solves XOR has this loss at most. */
const SOLVED = 0.05;

/** The starts whose own run solves XOR: between the others there is no way from a solution to its mirror image. */
const solving = () => SEEDS.filter((seed) => (wayOf(seed).recording.moments.at(-1)?.loss ?? 1) < SOLVED);

/** The recordings of a chapter, made as the page makes them. @param {BeyondChapter} chapter */
export function recordingsOf({ runs }) {
  /** @type {Map<string, { experiment: ExperimentInput, recording: Recording }>} */
  const made = new Map();
  /** @param {string} id @returns {{ experiment: ExperimentInput, recording: Recording }} */
  const make = (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const asked = runs[id];
    const before = 'from' in asked ? make(asked.from).recording : null;
    /** @type {any} */
    const experiment =
      'experiment' in asked ? asked.experiment : 'split' in asked ? splitStart(lab, /** @type {Recording} */ (before), asked) : null;
    const recording =
      'way' in asked ? waysOf(lab, /** @type {Recording} */ (before))[asked.way] : recordRun(lab, { experiment, steps: asked.steps });
    made.set(id, { experiment, recording });
    return { experiment, recording };
  };
  return make;
}

/** @typedef {{ make: ReturnType<typeof recordingsOf>, run: string, of: string, asked: any, id: string }} Question */

/** @param {Question} question */
const last = ({ make, run }) => {
  const { moments } = make(run).recording;
  return moments[moments.length - 1];
};
/** @param {Question} question */
const networkOf = ({ make, run }) => make(run).recording.experiment.network;

/** @type {Readonly<Record<string, (question: Question) => number | null>>} */
export const FACTS = {
  seeds: () => SEEDS.length,
  starts: () => STARTS.length,
  steps: ({ asked }) => asked.steps,
  examples: ({ make, run }) => make(run).recording.data.x.length,
  nudge: ({ make, run }) => /** @type {any} */ (make(run).experiment).init.nudge[0].by,
  scale: ({ asked }) => asked.experiment.init.scale,
  l2: ({ asked }) => asked.experiment.training.l2,
  'learning rate': ({ asked }) => asked.experiment.training.learningRate,
  'first loss': ({ make, run }) => make(run).recording.moments[0].loss,
  'last loss': (question) => last(question).loss,
  'last right': (question) => last(question).right,
  'last distance': (question) => distanceOrMirrored(networkOf(question), last(question).parameters),
  doubling: ({ make, run }) => doublingOf(/** @type {any} */ (make(run).experiment)),
  'push from the top': () => 1e-3,
  'starts that solve': () => solving().length,
  'tops that lead down': () =>
    solving().filter((seed) => {
      const { experiment, half } = wayOf(seed);
      return onFrom(experiment, topOf(half.moments).parameters, 1e-3) < SOLVED;
    }).length,
  'parted, all at once': () => parted('all', {}, STARTS),
  'parted, in twos': () => parted('two', {}, STARTS),
  'parted, large steps': () => parted('largeAll', {}, STARTS),
  'parted, large steps one at a time': () => parted('largeSingle', {}, STARTS),
  'strangers that become twins': ({ run }) => SEEDS.filter((seed) => endOfStrangers(run, { init: { seed } }) < TOGETHER).length,
  'first turned': (question) => sameDirection(networkOf(question), question.make(question.run).recording.moments[0].parameters),
  'last turned': (question) => sameDirection(networkOf(question), last(question).parameters),
  'least turned': ({ run }) => Math.floor(100 * Math.min(...SEEDS.map((seed) => turned(run, seed)))) / 100,
  'most turned': ({ run }) => Math.ceil(100 * Math.max(...SEEDS.map((seed) => turned(run, seed)))) / 100,
  'first kept': (question) =>
    keptNumber(networkOf(question), question.make(question.run).recording.moments[0].parameters, Number(question.of)),
  'last kept': (question) => keptNumber(networkOf(question), last(question).parameters, Number(question.of)),
  digits: ({ asked }) => trained(asked.experiment, 0, (run) => run.digits(asked.steps).loss),
};

/** In how many steps a small difference doubles, by the firmness of the tie without the push. @param {any} start */
export function doublingOf(start) {
  return trained({ ...start, init: { ...start.init, nudge: [] } }, 0, (run) => Math.log(2) / Math.log(run.firmness(1, 1, 2).perStep));
}
