/** How each kind of claim of the lesson is computed anew, by the package and in plain arithmetic. */
import { featureRange, planeInputs } from '../../web/drawing/response-picture.js';
import { withSwappedUnits } from '../../web/ties/swap-test.js';
import { judgeRun } from '../../web/ties/verdict.js';
import { lateGradient } from './late-gradient.js';

/** @typedef {import('../../web/engine/lab.js').Lab} Lab */
/** @typedef {import('../../web/engine/run.js').Run} Run */
/** @typedef {import('../../web/lesson/story/chapter.js').Claim} Claim */
/** @typedef {import('../../web/lesson/story/chapter.js').LessonRun} LessonRun */
/** @typedef {number | string | boolean | null} Fact */

/** What several claims of a chapter speak of is computed once: a run at a step, a sweep. */
export class Facts {
  #lab;
  #runs;
  #seeds;
  /** @type {Map<string, Run>} */
  #trained = new Map();
  /** @type {Map<string, ReturnType<Lab['sweep']>>} */
  #sweeps = new Map();

  /**
   * @param {Lab} lab
   * @param {Readonly<Record<string, LessonRun>>} runs
   * @param {readonly [number, number]} [seeds] of the chapter's sweeps
   */
  constructor(lab, runs, seeds = [1, 1]) {
    this.#lab = lab;
    this.#runs = runs;
    this.#seeds = seeds;
  }

  /** @param {string} id @param {number} [step] left out: where the run ends */
  run(id, step = this.#runs[id].steps) {
    const key = `${id} ${step}`;
    const known = this.#trained.get(key);
    if (known !== undefined) return known;
    const run = this.#lab.start(this.#runs[id].experiment);
    run.train(step);
    this.#trained.set(key, run);
    return run;
  }

  /** @param {string} id */
  sweep(id) {
    const { experiment, steps } = this.#runs[id];
    const sweep = this.#sweeps.get(id) ?? this.#lab.sweep(experiment, { seeds: this.#seeds, steps });
    this.#sweeps.set(id, sweep);
    return sweep;
  }

  close() {
    for (const run of this.#trained.values()) run.close();
  }

  /**
   * @param {Claim} claim
   * @returns {Fact | Promise<Fact>}
   */
  of({ what, run: id = '', of = '', at = 0, step }) {
    const compute = FACTS[what];
    if (compute === undefined) throw new Error(`nobody knows how "${what}" is computed`);
    return compute({ facts: this, id, of, at, step, asked: this.#runs[id], seeds: this.#seeds });
  }

  /** @param {LessonRun['experiment']} experiment @param {number} steps @returns {Run} to be closed */
  start(experiment, steps) {
    const run = this.#lab.start(experiment);
    run.train(steps);
    return run;
  }
}

/** @typedef {{ facts: Facts, id: string, of: string, at: number, step: number | undefined, asked: LessonRun, seeds: readonly [number, number] }} Question */

/** @param {Question} question @returns {string} the names of parameters that are not where they started, weights of a layer before its biases */
const moved = ({ facts, id, step }) => {
  const [before, now] = [facts.run(id, 0).parameters(), facts.run(id, step).parameters()];
  return facts
    .run(id, 0)
    .names.filter((_, index) => !Object.is(before[index], now[index]))
    .join(' ');
};

/** The number of a unit in "a1". @param {string} name */
const unitOf = (name) => Number(name.slice(1));

/** @type {Readonly<Record<string, (question: Question) => Fact | Promise<Fact>>>} */
const FACTS = {
  steps: ({ asked }) => asked.steps,
  examples: ({ facts, id }) => facts.run(id, 0).data().x.length,
  width: ({ facts, id }) => facts.run(id, 0).experiment.network.hidden[0],
  orders: ({ facts, id }) =>
    Array.from({ length: facts.run(id, 0).experiment.network.hidden[0] }, (_, unit) => unit + 1).reduce(
      (product, unit) => product * unit,
      1,
    ),
  'learning rate': ({ facts, id }) => facts.run(id, 0).experiment.training.learningRate,
  seed: ({ facts, id }) => Number(/** @type {any} */ (facts.run(id, 0).experiment.init).seed),
  seeds: ({ seeds: [first, last] }) => last - first + 1,
  loss: ({ facts, id, step }) => facts.run(id, step).loss(),
  'same loss': ({ facts, id, of }) => Math.abs(facts.run(id).loss() - facts.run(of).loss()) < 1e-14,
  solved: ({ facts, id }) => facts.run(id).solved(),
  right: ({ facts, id, step }) => Number(facts.run(id, step).solved()) * facts.run(id, 0).data().x.length,
  kind: ({ facts, id, step }) => judgeRun(facts.run(id, step))[0].kind,
  effective: ({ facts, id }) => facts.run(id).ties()[0].effective,
  distance: ({ facts, id, step }) => facts.run(id, step).distance(1, 1, 2),
  start: ({ facts, id, of }) => facts.run(id, 0).get(of),
  end: ({ facts, id, of }) => facts.run(id).get(of),
  moved,
  'moved at step 1': (question) => moved({ ...question, step: 1 }),
  input: ({ facts, id, of, at }) => facts.run(id, 0).data().x[at][unitOf(of) - 1],
  activation: ({ facts, id, of, at, step }) => facts.run(id, step).trace(at).layers[0].a[unitOf(of) - 1],
  blame: ({ facts, id, of, at, step }) => facts.run(id, step).trace(at).layers[0].delta[unitOf(of) - 1],
  gradient: ({ facts, id, of, step }) => facts.run(id, step).chain(of).mean,
  'numeric gradient': ({ facts, id, of, step }) => facts.run(id, step).numericGradient(of),
  'late gradient': ({ facts, id, of }) => lateGradient(facts.run(id, 0), .../** @type {[string, string]} */ (of.split(' '))),
  factors: ({ facts, id, of, at }) => facts.run(id, 0).chain(of, at).factors.length,
  'differing factors': ({ facts, id, of, at }) => {
    const [first, second] = of.split(' ').map((name) => facts.run(id, 0).chain(name, at).factors);
    return first.filter((factor, which) => factor.value !== second[which].value).length;
  },
  'same run': ({ facts, id, of }) => facts.run(id).fingerprint() === facts.run(of).fingerprint(),
  'solved runs': async ({ facts, id }) => (await facts.sweep(id)).filter(({ solved }) => solved === 1).length,
  'best share': async ({ facts, id }) => Math.max(...(await facts.sweep(id)).map(({ solved }) => Number(solved))),
  'best loss': async ({ facts, id }) => Math.min(...(await facts.sweep(id)).map(({ loss }) => loss)),
  healed: ({ facts, id, asked }) => {
    const run = facts.start(asked.experiment, 0);
    let healed = null;
    while (run.step < asked.steps) {
      run.train(1);
      if (run.distance(1, 1, 2) !== 0) healed = null;
      else healed ??= run.step;
    }
    run.close();
    return id === '' ? null : healed;
  },
  mirrored: ({ facts, id }) => {
    const run = facts.run(id);
    return [
      ['w1', 'w3'],
      ['w2', 'w4'],
      ['w5', 'w6'],
    ].every(([one, other]) => run.get(one) === -run.get(other));
  },
  'swapped weights': ({ facts, id, of }) => {
    const [one, other] = [facts.run(of), facts.run(id)];
    return [
      ['w1', 'w3'],
      ['w2', 'w4'],
      ['w5', 'w6'],
    ].every(([a, b]) => Math.abs(one.get(a) - other.get(b)) < 1e-9 && Math.abs(one.get(b) - other.get(a)) < 1e-9);
  },
  'swap keeps the loss': ({ facts, id, of, asked }) => {
    const start = facts.run(id, 0);
    const [first, second] = of.split(' ').map(Number);
    const swapped = facts.start(withSwappedUnits(start.experiment, start.parameters(), { layer: 1, units: [first, second] }), asked.steps);
    const isKept = Math.abs(swapped.loss() - facts.run(id).loss()) < 1e-9;
    swapped.close();
    return isKept;
  },
  'job of each neuron': ({ facts, id }) => jobs(facts.run(id)).join(' '),
};

/**
 * Which of two features each neuron of the first layer looks at: how much its activation changes along each, over the plane of the examples.
 * @param {Run} run
 */
function jobs(run) {
  const { x, features } = run.data();
  const size = 20;
  const cells = planeInputs({ x: featureRange(x, 0), y: featureRange(x, 1), size });
  const values = run.activations(cells, 1);
  return values[0].map((_, unit) => {
    const change = (/** @type {number} */ offset) =>
      values.reduce((sum, row, cell) => sum + Math.abs(row[unit] - (values[cell + offset]?.[unit] ?? row[unit])), 0);
    const [along, down] = [change(1), change(size)];
    return along > 5 * down ? features[0] : down > 5 * along ? features[1] : 'both';
  });
}
