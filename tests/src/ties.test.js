/**
 * Tied units stay tied, to the last bit: at every width and batch size, whatever the activation, optimizer, penalty and clipping. What
 * breaks a tie and what does not: each case that the page tells of is run. And a distance is 0 exactly when two units are tied.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, SOAK, effort, openEngine } from '../support/engine.js';
import { ACTIVATIONS, OPTIMIZERS, countParameters, makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const WIDTHS = [2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 31, 33, 64, 127, 128];
const BATCHES = [1, 2, 3, 5, 8, 10, 31, 63, 64, 65, 100, 127, 128, 129, 250, 499, 500];
/** @type {Record<string, number>[]} */
const PENALTIES = [{}, { NN_L1: 1e-4 }, { NN_L2: 1e-3 }, { NN_L1: 1e-5, NN_L2: 1e-4 }];
const CLIPS = [0, 0.1];
const EXAMPLES = 500;

/**
 * Which units are tied: all of them; two groups and a loner; neighbors two by two with the last one alone where the width is odd.
 * @type {((width: number) => number[])[]}
 */
const GROUPINGS = [
  (width) => new Array(width).fill(1),
  (width) => Array.from({ length: width }, (_, unit) => (unit === width - 1 ? 3 : 1 + (unit % 2))),
  (width) => Array.from({ length: width }, (_, unit) => 1 + Math.floor(unit / 2)),
];

/** Groups numbered as nn_ties does: from 1, by first units. @param {number[]} groups */
function renumber(groups) {
  const order = [...new Set(groups)];
  return groups.map((group) => order.indexOf(group) + 1);
}

/** @param {number} id @param {number} layer @param {number} width */
function groupsOf(id, layer, width) {
  const count = engine.c.nn_ties(id, layer);
  const groups = [...engine.exchange.subarray(0, width)];
  assert.equal(count, Math.max(...groups));
  return groups;
}

/** @param {number} id @param {number} layer @param {number[]} groups */
function tieGroups(id, layer, groups) {
  groups.forEach((group, unit) => {
    const first = groups.indexOf(group);
    if (first < unit) ok(engine, engine.c.nn_tie(id, layer, first + 1, unit + 1, 7));
  });
}

/**
 * @typedef {object} Combination
 * @property {number[]} hidden
 * @property {number[][]} groups of each hidden layer
 * @property {string} activation
 * @property {string} optimizer
 * @property {Record<string, number>} penalty
 * @property {number} clip
 * @property {number} batch
 */

/** Where the hidden biases stand among the parameters. @param {{ inputs: number, hidden: readonly number[] }} shape */
function biasPlaces({ inputs, hidden }) {
  let begin = 0;
  return hidden.flatMap((units, layer) => {
    const first = begin + units * (layer === 0 ? inputs : hidden[layer - 1]);
    begin = first + units;
    return Array.from({ length: units }, (_, unit) => first + unit);
  });
}

/** Trains and compares the groups, with the guard that something was learned. @param {Combination} combination @param {number} steps */
function staysTied({ hidden, groups, activation, optimizer, penalty, clip, batch }, steps) {
  const next = numbers(hidden[0] + batch);
  const x = table(EXAMPLES, 2, () => 2 * next() - 1);
  const y = x.map(([a, b]) => [Number(a * b > 0)]);
  const shape = { inputs: 2, hidden, outputs: 1 };
  const w = Array.from({ length: countParameters(shape) }, () => (2 * next() - 1) / Math.sqrt(hidden[0]));
  // A relu unit that answers to no example would never move, and a group of such units would say nothing.
  if (activation === 'NN_RELU') for (const place of biasPlaces(shape)) w[place] = Math.abs(w[place]) + 1.5;
  const rate = ['NN_RMSPROP', 'NN_ADAM'].includes(optimizer) ? 1e-3 : 0.02;
  const options = { ...penalty, NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: rate, NN_CLIP: clip, NN_BATCH_SIZE: batch };
  const id = makeRun(engine, { ...shape, activation: NN[activation], x, y, w, options });
  groups.forEach((each, at) => tieGroups(id, at + 1, each));
  ok(engine, engine.c.nn_keep_start(id));
  const start = parametersOf(engine, id);
  ok(engine, engine.c.nn_train(id, steps));
  const what = JSON.stringify({ hidden, activation, optimizer, penalty, clip, batch });
  assert.equal(engine.c.nn_step(id), steps, `${what} diverged`);
  // Of every layer and of every group something has moved (relu units may be dead; then their outgoing weights have).
  const end = parametersOf(engine, id);
  const moved = start.filter((value, at) => value !== end[at]).length;
  assert.ok(moved > start.length / 4, `${what}: only ${moved} of ${start.length} moved`);
  groups.forEach((each, at) => assert.deepEqual(groupsOf(id, at + 1, each.length), renumber(each), what));
  const [last] = groups;
  for (let unit = 1; unit < last.length; unit += 1) {
    const distance = engine.c.nn_distance(id, 1, 1, unit + 1);
    assert.equal(distance === 0, last[unit] === last[0], what);
  }
  engine.c.nn_destroy(id);
}

/** @param {number} number @returns {Combination} number 0, 1, 2, …: every value of every factor in turn, in mixed company */
function combination(number) {
  const at = (/** @type {readonly any[]} */ list, /** @type {number} */ stride) => list[Math.floor(number * stride) % list.length];
  const width = at(WIDTHS, 1);
  const deep = number % 4 === 3;
  const hidden = deep ? [width, at([2, 3, 5, 8], 1 / 4)] : [width];
  return {
    hidden,
    groups: hidden.map((units, layer) => GROUPINGS[(number + layer + Math.floor(number / 17)) % GROUPINGS.length](units)),
    activation: at(ACTIVATIONS, 1),
    optimizer: at(OPTIMIZERS, 1),
    penalty: at(PENALTIES, 1 / 3),
    clip: at(CLIPS, 1 / 5),
    batch: at(BATCHES, 5),
  };
}

describe('tied units stay tied', () => {
  const COMBINATIONS = effort({ short: 85, soak: 0, recorded: 85 });

  test(`after 5,000 steps, in ${COMBINATIONS} mixtures of width, batch size, activation, optimizer, penalty, clipping and depth`, () => {
    for (let number = 0; number < COMBINATIONS; number += 1) {
      const each = combination(number);
      const large = each.hidden[0] * each.batch > 4000;
      staysTied(each, effort({ short: large && each.hidden.length > 1 ? 1000 : 5000, soak: 5000, recorded: large ? 2 : 9 }));
    }
  });

  test('after 5,000 steps for every width, batch size, activation and optimizer, with penalties and clipping in turn', {
    skip: !SOAK && 'only in the soak',
  }, () => {
    let number = 0;
    for (const width of WIDTHS)
      for (const batch of BATCHES)
        for (const activation of ACTIVATIONS)
          for (const optimizer of OPTIMIZERS) {
            number += 1;
            const [penalty, clip] = [PENALTIES[number % PENALTIES.length], CLIPS[Math.floor(number / PENALTIES.length) % CLIPS.length]];
            staysTied(
              { hidden: [width], groups: [GROUPINGS[number % GROUPINGS.length](width)], activation, optimizer, penalty, clip, batch },
              5000,
            );
          }
  });

  test('after 10,000,000 steps', { skip: !SOAK && 'only in the soak' }, () => {
    staysTied(
      { hidden: [3], groups: [[1, 2, 1]], activation: 'NN_TANH', optimizer: 'NN_ADAM', penalty: { NN_L2: 1e-4 }, clip: 0, batch: 3 },
      1e7,
    );
    staysTied(
      {
        hidden: [5],
        groups: [[1, 1, 2, 2, 2]],
        activation: 'NN_SIGMOID',
        optimizer: 'NN_GRADIENT_DESCENT',
        penalty: {},
        clip: 0,
        batch: 10,
      },
      1e7,
    );
  });
});

/** The question's network from its tied start, on XOR. @param {import('../support/runs.js').RunPlan} [plan] */
const tiedRun = (plan = {}) => makeRun(engine, { bias: 0, w: [0.2, 0.4, 0.2, 0.4, 0.6, 0.6], ...plan });

describe('a tie is broken', () => {
  /** @type {Record<string, (id: number) => void>} */
  const breaks = {
    'by other incoming weights': (id) => ok(engine, engine.c.nn_set_parameter(id, 2, -0.1)),
    'by other outgoing weights': (id) => ok(engine, engine.c.nn_set_parameter(id, 5, -0.3)),
    'by dropout': (id) => ok(engine, engine.c.nn_set_option(id, NN.NN_DROPOUT_RATE, 0.2)),
    'by noise added to each gradient': (id) => ok(engine, engine.c.nn_set_option(id, NN.NN_NOISE_STD, 0.01)),
    'by a learning rate of its own for one unit': (id) => ok(engine, engine.c.nn_set_unit_rate(id, 1, 2, 0.5)),
    'by freezing a weight of one unit': (id) => ok(engine, engine.c.nn_set_frozen(id, 5, 1)),
    'by a nudge of one unit in the last place': (id) => ok(engine, engine.c.nn_nudge_ulps(id, 0, 1)),
    'by a nudge of 1e-12': (id) => ok(engine, engine.c.nn_nudge_by(id, 3, 1e-12)),
    'by random initial weights': (id) => ok(engine, engine.c.nn_initialize(id, NN.NN_GLOROT_UNIFORM, 42, 0, 1)),
  };
  for (const [what, breakTie] of Object.entries(breaks)) {
    test(what, () => {
      const id = tiedRun();
      assert.equal(engine.c.nn_ties(id, 1), 1);
      breakTie(id);
      ok(engine, engine.c.nn_train(id, 100));
      assert.equal(engine.c.nn_ties(id, 1), 2);
      assert.ok(engine.c.nn_distance(id, 1, 1, 2) > 0);
    });
  }
});

describe('a tie is not broken', () => {
  /** @type {Record<string, import('../support/runs.js').RunPlan>} */
  const keeps = {
    'by momentum': { options: { NN_OPTIMIZER: NN.NN_MOMENTUM } },
    "by Nesterov's momentum": { options: { NN_OPTIMIZER: NN.NN_NESTEROV } },
    'by RMSProp': { options: { NN_OPTIMIZER: NN.NN_RMSPROP, NN_LEARNING_RATE: 0.01 } },
    'by Adam': { options: { NN_OPTIMIZER: NN.NN_ADAM, NN_LEARNING_RATE: 0.01 } },
    'by L1': { options: { NN_L1: 0.001 } },
    'by L2': { options: { NN_L2: 0.001 } },
    'by clipping': { options: { NN_CLIP: 0.01 } },
    'by mini-batches and shuffling': { options: { NN_BATCH_SIZE: 1 } },
    'by another learning rate': { options: { NN_LEARNING_RATE: 5 } },
    'by biases, equal for both': { bias: 1, w: [0.2, 0.4, 0.2, 0.4, 0.1, 0.1, 0.6, 0.6, 0.3] },
    'by another loss': { loss: NN.NN_SQUARED_ERROR },
    'by another activation': { activation: NN.NN_TANH },
    'by unequal data': {
      x: [
        [1, 2],
        [-3, 0.5],
      ],
      y: [[1], [0]],
    },
    'at zeros': { w: [0, 0, 0, 0, 0, 0] },
    'at ones': { w: [1, 1, 1, 1, 1, 1] },
  };
  for (const [what, plan] of Object.entries(keeps)) {
    test(what, () => {
      const id = tiedRun(plan);
      const start = parametersOf(engine, id);
      ok(engine, engine.c.nn_train(id, effort({ short: 3000, soak: 100000, recorded: 60 })));
      assert.equal(engine.c.nn_ties(id, 1), 1);
      assert.equal(engine.c.nn_distance(id, 1, 1, 2), 0);
      if (what !== 'at zeros') assert.notDeepEqual(parametersOf(engine, id), start);
    });
  }
});

describe('a distance', () => {
  test('is Euclidean over incoming weights, bias and outgoing weights', () => {
    const id = makeRun(engine, {
      hidden: [3],
      outputs: 2,
      y: [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
      w: [1, 2, 4, 8, 0, 0, 0.5, 0.25, 0, 3, 5, 0, 7, 11, 0, 9, 9],
    });
    const expected = Math.hypot(1 - 4, 2 - 8, 0.5 - 0.25, 3 - 5, 7 - 11);
    assert.ok(Math.abs(engine.c.nn_distance(id, 1, 1, 2) / expected - 1) < 1e-15);
    assert.equal(engine.c.nn_distance(id, 1, 2, 1), engine.c.nn_distance(id, 1, 1, 2));
    assert.equal(engine.c.nn_distance(id, 1, 3, 3), 0);
  });

  for (const place of [0, 3, 4, 6, 7]) {
    test(`is the difference itself where only parameter ${place} differs, however small or large`, () => {
      for (const difference of [5e-324, 1e-320, 2.5e-308, 1e-200, 1e-162, 1e-20, 1, 1e12]) {
        const id = makeRun(engine, { w: new Array(9).fill(0) });
        ok(engine, engine.c.nn_set_parameter(id, place, -difference));
        assert.equal(engine.c.nn_distance(id, 1, 1, 2), difference);
        assert.equal(engine.c.nn_distance(id, 1, 2, 1), difference);
        assert.equal(engine.c.nn_ties(id, 1), 2);
        engine.c.nn_destroy(id);
      }
    });
  }

  test('of -0 and 0 is 0, and they are tied: a parameter is never -0', () => {
    const id = makeRun(engine, { w: [0, 0, -0, -0, -0, 0, 0, -0, 0] });
    assert.equal(engine.c.nn_ties(id, 1), 1);
    assert.ok([...parametersOf(engine, id)].every((value) => Object.is(value, 0)));
    ok(engine, engine.c.nn_nudge_ulps(id, 0, 1));
    ok(engine, engine.c.nn_nudge_ulps(id, 0, -2));
    assert.equal(parametersOf(engine, id)[0], -5e-324);
    ok(engine, engine.c.nn_nudge_by(id, 0, 5e-324));
    assert.ok(Object.is(parametersOf(engine, id)[0], 0));
  });
});

test('tying copies what is asked for and nothing else', () => {
  const w = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
  /** @type {[number, number[]][]} what, and the parameters of unit 3 that get unit 1's values */
  const kinds = [
    [1, [4, 5]],
    [2, [8]],
    [4, [11]],
    [3, [4, 5, 8]],
    [6, [8, 11]],
    [7, [4, 5, 8, 11]],
  ];
  for (const [what, changed] of kinds) {
    const id = makeRun(engine, { hidden: [3], w });
    ok(engine, engine.c.nn_tie(id, 1, 1, 3, what));
    const expected = w.map((value, at) => (changed.includes(at) ? { 4: 1, 5: 2, 8: 7, 11: 10 }[at] : value));
    assert.deepEqual([...parametersOf(engine, id)], expected);
  }
});

test('nudges move by units in the last place, across powers of two and across 0', () => {
  const id = makeRun(engine, { w: [1, -1, 0.1, 0, 2, 1, 1, 1, 1] });
  const nudged = (/** @type {number} */ at, /** @type {number} */ ulps) => {
    ok(engine, engine.c.nn_nudge_ulps(id, at, ulps));
    return parametersOf(engine, id)[at];
  };
  assert.equal(nudged(0, 1), 1 + 2 ** -52);
  assert.equal(nudged(0, -2), 1 - 2 ** -53);
  assert.equal(nudged(1, 1), -1 + 2 ** -53);
  assert.equal(nudged(1, -2), -1 - 2 ** -52);
  assert.equal(nudged(3, 3), 1.5e-323);
  assert.equal(nudged(3, -5), -1e-323);
  assert.equal(nudged(4, 2 ** 31 - 1), 2 + (2 ** 31 - 1) * 2 ** -51);
});

describe('what units are worth', () => {
  /** @param {number} id @param {number} units */
  const likenessOf = (id, units) => {
    const different = engine.c.nn_likeness(id, 1);
    const rows = [...engine.exchange.slice(0, 3 * units)];
    return { different, groups: rows.slice(0, units), kinds: rows.slice(units, 2 * units), dead: rows.slice(2 * units) };
  };
  const alone = NN.NN_ALONE;

  test('is told group by group: tied, same, mirrored, alone, and dead', () => {
    const { NN_TANH, NN_SIGMOID, NN_TIED, NN_SAME, NN_MIRROR } = NN;
    const incoming = [0.5, -0.25, 0.5, -0.25, 1, 2, -1, -2, 0, 0, 1, 2];
    const w = [...incoming, 0.1, 0.1, 0.2, -0.2, 0, 0.2, 1, 1, 3, 3, 3, 4, 0];
    const plan = { hidden: [6], w };
    assert.deepEqual(likenessOf(makeRun(engine, { ...plan, activation: NN_TANH }), 6), {
      different: 2,
      groups: [1, 1, 2, 2, 3, 2],
      kinds: [NN_TIED, NN_TIED, NN_MIRROR, NN_MIRROR, alone, NN_MIRROR],
      dead: [0, 0, 0, 0, 1, 0],
    });
    assert.deepEqual(likenessOf(makeRun(engine, { ...plan, activation: NN_SIGMOID }), 6), {
      different: 3,
      groups: [1, 1, 2, 3, 4, 2],
      kinds: [NN_TIED, NN_TIED, NN_SAME, alone, alone, NN_SAME],
      dead: [0, 0, 0, 0, 1, 0],
    });
  });

  test('looks through all examples of a large set, and through layers without biases', () => {
    const x = Array.from({ length: 1500 }, (_, e) => [e < 1499 ? 1 : 2]);
    const y = x.map(() => [1]);
    const id = makeRun(engine, { inputs: 1, hidden: [2], bias: 0, x, y, w: [0.5, -0.5, 1, 1] });
    assert.deepEqual(likenessOf(id, 2), { different: 2, groups: [1, 2], kinds: [alone, alone], dead: [0, 0] });
    const still = makeRun(engine, { inputs: 1, hidden: [2], bias: 0, x: x.slice(0, 1499), y: y.slice(1), w: [0.5, -0.5, 1, 1] });
    assert.deepEqual(likenessOf(still, 2), { different: 0, groups: [1, 2], kinds: [alone, alone], dead: [1, 1] });
  });

  test('is refused for a layer that is not hidden, and a run that is not there', () => {
    const id = makeRun(engine, { w: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    assert.equal(engine.c.nn_likeness(id, 2), -1);
    assert.equal(engine.c.nn_error_code(), NN.NN_BAD_ARGUMENT);
    assert.equal(engine.c.nn_likeness(0, 1), -1);
    assert.equal(engine.c.nn_error_code(), NN.NN_BAD_ID);
  });
});
