/**
 * What the chapters beyond the question say is so: every number in their texts is computed anew, and what is said of many starts is counted over at least
 * twenty of them, with the case that bounds it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { BEYOND_IDS } from '../../web/base/address-keys.js';
import { distanceOrMirrored, keptNumber, sameDirection } from '../../web/figures/race/lines.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { splitStart } from '../../web/lesson/story/beyond/runs.js';
import { waysOf } from '../../web/lesson/story/beyond/ways.js';
import { fillIn, namedClaims } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { recordRun } from '../../web/session/recording.js';

/** @typedef {import('../../web/engine/run.js').Run} Run */
/** @typedef {import('../../web/figures/figure.js').Recording} Recording */
/** @typedef {import('../../web/lesson/story/beyond/chapter.js').BeyondChapter} BeyondChapter */
/** @typedef {import('../../web/experiment/experiment.js').ExperimentInput} ExperimentInput */

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const STARTS = Array.from({ length: 40 }, (_, at) => at + 1);
/** Twins that are further apart than this have parted; nearer than that, strangers have become twins. */
const PARTED = 1;
const TOGETHER = 1e-6;

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const { figures } = (await LANGUAGES.en.story()).storyMessages;

/** @template T @param {ExperimentInput} experiment @param {number} steps @param {(run: Run) => T} look */
function trained(experiment, steps, look) {
  const run = lab.start(experiment);
  try {
    run.train(steps);
    return look(run);
  } finally {
    run.close();
  }
}

/** The experiment of a chapter's run with something else in it. @param {string} id @param {string} run @param {{ init?: object, training?: object, data?: object, network?: object }} [change] @returns {any} */
function experimentOf(id, run, change = {}) {
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
const stepsOf = (id, run) => /** @type {any} */ (BEYOND.find((chapter) => chapter.id === id)?.runs[run]).steps;

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
const wayOf = (seed) => {
  const experiment = experimentOf('pass', 'solution', { init: { seed } });
  const recording = recordRun(lab, { experiment, steps: stepsOf('pass', 'solution') });
  return { experiment, recording, ...waysOf(lab, recording) };
};

/** @param {Recording['moments']} moments */
const topOf = (moments) => moments.reduce((top, each) => (each.loss > top.loss ? each : top));

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

/** The recordings of a chapter, made as the page makes them. @param {BeyondChapter} chapter */
function recordingsOf({ runs }) {
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
const FACTS = {
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
  'tops that lead down': () =>
    SEEDS.filter((seed) => {
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
function doublingOf(start) {
  return trained({ ...start, init: { ...start.init, nudge: [] } }, 0, (run) => Math.log(2) / Math.log(run.firmness(1, 1, 2).perStep));
}

test('the chapters are those that an address can name', () => {
  assert.deepEqual(
    BEYOND.map(({ id }) => id),
    BEYOND_IDS,
  );
});

describe('the claims of the chapters beyond the question', () => {
  for (const chapter of BEYOND) {
    test(`hold on the engine: ${chapter.id}`, () => {
      const make = recordingsOf(chapter);
      for (const { what, run = '', of = '', value, as } of chapter.claims) {
        const fact = FACTS[what]({ make, run, of, asked: chapter.runs[run], id: chapter.id });
        const shown = (/** @type {unknown} */ each) =>
          typeof each === 'number' && as !== undefined ? figures[as](as === 'count' ? Math.round(each) : each) : each;
        assert.equal(shown(fact), shown(value), `${what} of ${run} ${of}: ${fact}`);
      }
    });
  }
});

for (const language of LANGUAGE_IDS) {
  describe(`the texts beyond the question: ${language}`, async () => {
    const { beyondMessages, beyondChapters } = await LANGUAGES[language].storyBeyond();
    const { storyMessages } = await LANGUAGES[language].story();
    for (const { id, runs, steps, claims } of BEYOND) {
      test(`are there for every step and option, with no number but the claims': ${id}`, () => {
        const texts = beyondChapters[id];
        assert.ok(beyondMessages.titles[id]);
        const shown = new Set(steps.flatMap(({ figure }) => figure.runs));
        assert.deepEqual(Object.keys(texts.runs).sort(), [...shown].sort());
        assert.ok([...shown].every((run) => run in runs));
        assert.deepEqual(
          Object.keys(texts.steps),
          steps.map((step) => step.id),
        );
        /** @type {string[]} */
        const said = [...Object.values(texts.runs)];
        for (const { id: step, ask, at } of steps) {
          const words = texts.steps[step];
          assert.equal(words.during !== undefined, at === 'run', `${step} is played`);
          said.push(words.caption, words.go, words.during ?? '');
          assert.equal(words.ask === undefined, ask === undefined);
          if (ask === undefined || words.ask === undefined) continue;
          assert.deepEqual(Object.keys(words.ask.options), ask.options);
          assert.deepEqual(Object.keys(words.ask.replies), ask.options);
          assert.ok(ask.options.includes(ask.right));
          said.push(words.ask.ask, ...Object.values(words.ask.options), ...Object.values(words.ask.replies));
        }
        for (const text of said) {
          const loose = text.replace(/\{\w+\}|\b[wbl]\d\b|\b[Nn]eurona? \d\b/g, '').match(/\d/g);
          assert.equal(loose, null, text);
          assert.ok(fillIn(text, claims, storyMessages.figures).split(/\s+/).length <= 45, text);
        }
        const named = new Set(said.flatMap(namedClaims));
        assert.deepEqual(
          claims.flatMap(({ id: claim }) => (claim === undefined || named.has(claim) ? [] : [claim])),
          [],
          'an id is there to be named',
        );
      });
    }
  });
}

/** How long halves are trained on after the cut. */
const TRAINED_ON = 10_000;

describe('split: a cut moves nothing, and firmness says whether the halves part', () => {
  for (const set of ['moons', 'gaussians', 'and', 'or', 'xor', 'coffee'])
    for (const activation of ['tanh', 'sigmoid']) {
      test(`on ${set} with ${activation}, 20 seeds`, () => {
        for (const seed of SEEDS) {
          const experiment = experimentOf('split', 'moons', {
            data: { set },
            network: { activation },
            init: { seed },
            training: { learningRate: 1 },
          });
          const steps = 5000;
          const start = trained(experiment, steps, (run) => {
            const cut = run.split(1, 1, 0.5);
            for (const share of [-1, 0.25, 0.5, 2])
              assert.ok(
                Math.abs(trained(run.split(1, 1, share), 0, (each) => each.loss()) - run.loss()) <= 7e-16 * Math.max(1, run.loss()),
              );
            return cut;
          });
          const { perStep } = trained(start, 0, (run) => run.firmness(1, 1, 2));
          const distance = trained({ ...start, init: { ...start.init, nudge: [{ parameter: 'w1', by: 1e-6 }] } }, TRAINED_ON, (run) =>
            run.distance(1, 1, 2),
          );
          // As far as a push of a millionth of a neuron must grow to be seen in its weights.
          assert.equal(distance > 0.1, perStep ** TRAINED_ON > 1e5, `seed ${seed}: ${perStep} a step, ${distance} apart`);
        }
      });
    }
});

test('split: on moons the halves part as fast as firmness said', () => {
  const make = recordingsOf(/** @type {BeyondChapter} */ (BEYOND.find(({ id }) => id === 'split')));
  const { experiment, recording } = make('halves');
  const distances = recording.moments.map(({ step, parameters }) => ({
    step,
    distance: distanceOrMirrored(recording.experiment.network, parameters) || 0,
  }));
  const between = distances.filter(({ step, distance }) => step > 300 && distance < 1e-4);
  const [first, last] = [between[0], between[between.length - 1]];
  const doubling = ((last.step - first.step) * Math.LN2) / Math.log(last.distance / first.distance);
  assert.ok(last.step - first.step > 500 && Math.abs(doubling / doublingOf(experiment) - 1) < 0.05, `${doubling} steps`);
});

describe('pass: twins stand at the top of the straight way', () => {
  test('from 20 starts of XOR; and around it the way is level', () => {
    for (const seed of SEEDS) {
      const { recording, half, straight, level } = wayOf(seed);
      const { network } = recording.experiment;
      const top = topOf(straight.moments);
      assert.equal(top.step, 50);
      assert.equal(distanceOrMirrored(network, top.parameters), 0, 'tied in every bit');
      assert.equal(half.moments[half.moments.length - 1].loss, top.loss);
      const losses = level.moments.map(({ loss }) => loss);
      assert.ok(Math.max(...losses) - Math.min(...losses) <= 1e-15);
      const end = recording.moments[recording.moments.length - 1].parameters;
      const around = level.moments[level.moments.length - 1].parameters;
      assert.deepEqual([...around.slice(0, 4)], [end[2], end[3], end[0], end[1]], 'the two have changed places');
    }
  });
});

describe('relu-law: what a neuron keeps', () => {
  for (const activation of ['relu', 'leaky-relu', 'linear'])
    for (const set of ['and', 'moons'])
      test(`changes in a step by α² times the difference of the squared gradients: ${activation} on ${set}, 20 seeds`, () => {
        for (const seed of SEEDS)
          for (const learningRate of [0.01, 0.05, 0.2]) {
            const experiment = experimentOf('relu-law', 'relu', {
              data: { set },
              network: { activation },
              init: { seed },
              training: { learningRate },
            });
            trained(experiment, 0, (run) => {
              const { network } = run.experiment;
              for (const unit of [1, 2]) {
                const before = keptNumber(network, run.parameters(), unit);
                const change = learningRate ** 2 * keptNumber(network, run.gradients(), unit);
                const next = trained(experiment, 1, (each) => keptNumber(network, each.parameters(), unit));
                assert.ok(Math.abs(next - before - change) < 1e-14 * Math.max(1, Math.abs(before)));
              }
            });
          }
      });

  test('bars the way through zero where it is not above zero, and not elsewhere: 40 starts', () => {
    const flips = { barred: 0, free: 0 };
    for (const seed of STARTS) {
      trained(experimentOf('relu-law', 'relu', { init: { seed }, training: { learningRate: 0.01 } }), 0, (run) => {
        const { network } = run.experiment;
        const outgoing = () => [run.get('w5'), run.get('w6')];
        const signs = outgoing().map(Math.sign);
        const kept = [1, 2].map((unit) => keptNumber(network, run.parameters(), unit));
        for (let turn = 0; turn < 2000; turn += 1) {
          run.train(1);
          outgoing().forEach((weight, at) => {
            if (Math.sign(weight) === signs[at]) return;
            signs[at] = Math.sign(weight);
            flips[kept[at] <= 0 ? 'barred' : 'free'] += 1;
          });
        }
      });
    }
    assert.equal(flips.barred, 0);
    assert.ok(flips.free >= 5, `${flips.free} change their sign where they can`);
  });

  test('drifts the further the larger the steps are: 20 starts', () => {
    const drift = [0.01, 0.05, 0.2].map((learningRate) =>
      SEEDS.reduce((sum, seed) => {
        const experiment = experimentOf('relu-law', 'relu', { init: { seed }, training: { learningRate } });
        const [before, now] = [0, 2000].map((steps) =>
          trained(experiment, steps, (run) => [1, 2].map((unit) => keptNumber(run.experiment.network, run.parameters(), unit))),
        );
        return sum + Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
      }, 0),
    );
    assert.ok(drift[1] > 2 * drift[0] && drift[2] > 2 * drift[1], String(drift));
  });

  test('is kept by no sigmoid neuron: 20 starts', () => {
    for (const seed of SEEDS) {
      const experiment = experimentOf('relu-law', 'sigmoid', { init: { seed } });
      const [before, now] = [0, 2000].map((steps) =>
        trained(experiment, steps, (run) => [1, 2].map((unit) => keptNumber(run.experiment.network, run.parameters(), unit))),
      );
      assert.ok(
        now.some((value, at) => Math.abs(value - before[at]) > 0.1),
        `seed ${seed}: ${before} and ${now}`,
      );
    }
  });
});

describe('condense: what bounds it', () => {
  test('on XOR tiny neurons neither turn nor learn in 2,000 steps: 20 starts', () => {
    for (const seed of SEEDS) {
      const experiment = experimentOf('condense', 'xor', { init: { seed } });
      const [before, now] = [0, 2000].map((steps) =>
        trained(experiment, steps, (run) => ({
          turned: sameDirection(run.experiment.network, run.parameters()),
          loss: Number(run.loss()),
        })),
      );
      assert.ok(
        Math.abs(now.turned - before.turned) < 0.01 && Math.abs(now.loss - Math.LN2) < 1e-6,
        `seed ${seed}: ${now.turned}, ${now.loss}`,
      );
    }
  });
});

describe('digits: what bounds it', () => {
  test('with small steps a last bit changes no digit that is shown, with large ones it can: 20 starts', () => {
    const changed = SEEDS.filter((seed) => {
      const [calm, wild] = ['calm', 'one'].map((run) =>
        [[], [{ parameter: 'w1', ulps: 1 }]].map((nudge) =>
          trained(experimentOf('digits', run, { init: { seed, nudge } }), 2000, (each) => Number(each.loss())),
        ),
      );
      assert.ok(Math.abs(calm[0] - calm[1]) < 1e-10 * calm[0]);
      return Math.abs(wild[0] - wild[1]) > 0.01 * wild[0];
    });
    assert.ok(changed.length >= 1 && changed.includes(3), String(changed));
  });
});
