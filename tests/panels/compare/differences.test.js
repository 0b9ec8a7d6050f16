/** The difference of two experiments, in words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { differences } from '../../../web/experiment/compare.js';
import { PRESETS } from '../../../web/experiment/presets.js';
import { labMessages } from '../../../web/messages/en/lab.js';
import { messages as pageMessages } from '../../../web/messages/en/page.js';

/** @typedef {import('../../../web/experiment/compare.js').Side} Side */

const messages = { ...pageMessages, ...labMessages };

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {any} */
const TIED = PRESETS[0].experiment;

/** @param {any} experiment @returns {Side} */
function sideOf(experiment) {
  const run = lab.start(experiment);
  const start = run.parameters();
  run.close();
  return { experiment: run.experiment, start };
}

/**
 * What the page says of the difference.
 * @param {any} before
 * @param {any} now
 */
function said(before, now) {
  return differences(sideOf(before), sideOf(now)).map((difference) => messages.compare.sentence(difference, messages));
}

/** Three examples of one's own. @param {number[]} y */
const own = (y) => ({
  x: [
    [0, 0],
    [1, 1],
    [1, 0],
  ],
  y,
});

const init = { scheme: 'uniform', scale: 1, seed: 42 };
const training = TIED.training;
/** @type {[string, any, any, string[]][]} */
const cases = [
  ['nothing', TIED, TIED, []],
  ['the name is no difference', TIED, { ...TIED, name: 'other' }, []],
  ['a weight', TIED, { ...TIED, init: { ...TIED.init, set: { w6: -0.3 } } }, ['w6 at the start: \u22120.3 instead of 0.6.']],
  ['the learning rate', TIED, { ...TIED, training: { ...training, learningRate: 1 } }, ['Learning rate \u03b1: 1 instead of 0.5.']],
  [
    'what changes on the way',
    TIED,
    { ...TIED, training: { ...training, schedule: [{ from: 1500, learningRate: 0.1, l2: 0.01 }] } },
    ['Changes on the way: \u03b1 = 0.1 and l2 = 0.01 from step 1,500 on instead of none.'],
  ],
  [
    'the last bit of a weight',
    TIED,
    { ...TIED, init: { ...TIED.init, nudge: [{ parameter: 'w1', ulps: 1 }] } },
    ['w1 at the start: 0.2, and 2.8e−17 more.'],
  ],
  ['a seed', { ...TIED, init }, { ...TIED, init: { ...init, seed: 43 } }, ['Seed of the random start: 43 instead of 42.']],
  ['the data', TIED, { ...TIED, data: { set: 'and' } }, ['Data: AND instead of XOR.']],
  [
    'a part of the data',
    { ...TIED, data: { set: 'circles' } },
    { ...TIED, data: { set: 'circles', examples: 50 } },
    ['Examples: 50 instead of 200.'],
  ],
  [
    'all that data of a set are made of',
    { ...TIED, data: { set: 'circles' } },
    { ...TIED, data: { set: 'circles', examples: 50, noise: 0.2, seed: 3 } },
    ['Examples: 50 instead of 200.', 'Noise of the data: 0.2 instead of 0.05.', 'Seed of the data: 3 instead of 1.'],
  ],
  ['own examples that are the same', { ...TIED, data: own([0, 1, 1]) }, { ...TIED, data: own([0, 1, 1]) }, []],
  ['one of the own examples', { ...TIED, data: own([0, 1, 1]) }, { ...TIED, data: own([0, 0, 1]) }, ['1 of the 3 examples differs.']],
  ['the number of neurons', TIED, { ...TIED, network: { ...TIED.network, hidden: [3] }, init }, ['Hidden neurons: 3 instead of 2.']],
  [
    'activation and loss',
    TIED,
    { ...TIED, network: { ...TIED.network, activation: 'tanh' }, loss: 'squared-error' },
    ['Activation: tanh instead of sigmoid.', 'Loss J: squared error instead of cross-entropy.'],
  ],
  ['the biases', TIED, { ...TIED, network: { ...TIED.network, bias: true } }, ['Biases: on instead of off.']],
  ['the optimizer', TIED, { ...TIED, training: { ...training, optimizer: 'adam' } }, ['Optimizer: Adam instead of gradient descent.']],
  ['an option inside another', TIED, { ...TIED, training: { ...training, dropout: { rate: 0.2 } } }, ['Dropout rate: 0.2 instead of 0.']],
  [
    'what holds for one neuron or one weight',
    { ...TIED, training: { ...training, freeze: ['w1'] } },
    { ...TIED, training: { ...training, freeze: ['w5'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] } },
    ['w1 is not frozen.', 'w5 is frozen.', 'Learning rate of neuron 2 in layer 1: 0.5 times \u03b1 instead of 1 times \u03b1.'],
  ],
  [
    'many weights',
    { ...TIED, network: { ...TIED.network, hidden: [4] }, init },
    { ...TIED, network: { ...TIED.network, hidden: [4] }, init: { scheme: 'zeros' } },
    ['12 of 12 weights and biases start with another value.'],
  ],
];
for (const [what, before, now, expected] of cases) test(what, () => assert.deepEqual(said(before, now), expected));

test('every option that the engine has is spoken of by its name', () => {
  for (const { name, minimum, maximum, default: usual } of lab.options.filter((option) => option.name !== 'optimizer')) {
    const [outer, inner] = name.split('.');
    // Whole numbers, such as seeds and sizes, take another whole number; the rest something within their range.
    const whole = Number.isInteger(usual) && maximum > 1e4;
    const other = whole ? usual + 3 : usual === minimum ? (minimum + Math.min(maximum, 1)) / 2 : (usual + minimum) / 2;
    const [sentence] = said(TIED, { ...TIED, training: { ...training, [outer]: inner === undefined ? other : { [inner]: other } } });
    assert.match(sentence ?? '', / instead of /, name);
  }
});
