/** The judge: every hand-in is trained again, and what is wrong with one gets its own word. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parseExperiment } from 'twin-neurons';
import { hashOf } from '../../web/tasks/conditions.js';
import { readHandIn, writeHandIn } from '../../web/tasks/hand-in.js';
import { createJudge, gradeAll } from '../../web/tasks/judge.js';
import { parseTask, startOfTask } from '../../web/tasks/task.js';
import { atOnce } from '../support/shared.js';
import { AS_IT_IS, ONE_NUMBER, linkOf, solve } from './students.js';

/** @typedef {import('twin-neurons').Lab} Lab */
/** @type {Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** The tests' lab is the package's, whose classes are its own. @param {any} task */
function judgeOf(task) {
  const judge = createJudge(/** @type {any} */ (lab), task);
  return (/** @type {Parameters<typeof judge>} */ ...given) => atOnce(judge(...given));
}
/** @param {any} task @param {Parameters<typeof gradeAll>[2]} handIns */
const gradesOf = (task, handIns) => atOnce(gradeAll(createJudge(/** @type {any} */ (lab), task), task, handIns));
/** @param {ReturnType<typeof solve>} solved @param {Partial<Parameters<typeof writeHandIn>[0]>} [change] */
const handIn = (solved, change = {}) =>
  readHandIn(writeHandIn({ title: 'One number', name: `Student ${solved.number}`, ...solved, ...change }));
/** @param {Record<string, number>} values */
const tie = ({ w5 }) => ({ w6: w5 });

describe('a hand-in', () => {
  const task = parseTask(ONE_NUMBER);

  test('has no judge where the number of a student changes nothing that stays fixed', () => {
    const message = /^task\.seed: every parameter that depends on the seed may be changed/;
    const idle = parseTask({ ...ONE_NUMBER, allow: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'] });
    assert.throws(() => judgeOf(idle), { name: 'ExperimentError', message });
    judgeOf(parseTask({ ...ONE_NUMBER, allow: ['w1', 'w2', 'w3', 'w4', 'w5'] }));
  });

  test('that did as it was asked is met, by the fingerprint of what was trained here', () => {
    const solved = solve(lab, task, 17, tie);
    const { word, met, fingerprint, step, number, name } = judgeOf(task)(handIn(solved));
    assert.deepEqual(
      { word, met, fingerprint, step, number, name },
      { word: 'met', met: [true], fingerprint: solved.fingerprint, step: 2000, number: 17, name: 'Student 17' },
    );
  });

  /** @type {[string, string, (judge: ReturnType<typeof judgeOf>) => import('../../web/tasks/judge.js').Grade, RegExp?][]} */
  const cases = [
    ['left as it was', 'not-met', (judge) => judge(handIn(solve(lab, task, 17)))],
    ['of another number\u2019s start', 'other-seed', (judge) => judge(handIn(solve(lab, task, 18, tie), { number: 17 }), [17, 18]), /w5$/],
    [
      'with another weight changed, too',
      'changed',
      (judge) => judge(handIn(solve(lab, task, 17, ({ w5 }) => ({ w1: 0.5, w6: w5 })))),
      /^w1$/,
    ],
    ['with another learning rate', 'changed', (judge) => judge(handIn(withChange({ training: { learningRate: 0.4 } }))), /^learningRate$/],
    [
      'with another loss and another activation',
      'changed',
      (judge) => judge(handIn(withChange({ loss: 'squared-error' }, { activation: 'tanh' }))),
      /^activation loss$/,
    ],
    [
      'that starts elsewhere',
      'other-start',
      (judge) => judge(handIn(withChange({ init: { scheme: 'constant', value: 0.3 } }))),
      /w1 w2 w3 w4 w5/,
    ],
    ['on other data', 'other-experiment', (judge) => judge(handIn(withChange({ data: { set: 'and' } }))), /data/],
    ['of another network', 'other-experiment', (judge) => judge(handIn(withChange({}, { hidden: [3] }))), /hidden/],
    ['with fewer steps', 'too-few-steps', (judge) => judge(handIn(solve(lab, parseTask({ ...ONE_NUMBER, steps: 1999 }), 17, tie)))],
    ['with more steps', 'too-many-steps', (judge) => judge(handIn(solve(lab, parseTask({ ...ONE_NUMBER, steps: 2001 }), 17, tie)))],
    ['with a made-up fingerprint', 'fingerprint', (judge) => judge(handIn(solve(lab, task, 17, tie), { fingerprint: '0123456789abcdef' }))],
    [
      'with another\u2019s fingerprint',
      'fingerprint',
      (judge) => judge(handIn(solve(lab, task, 17, tie), { fingerprint: solve(lab, task, 18, tie).fingerprint })),
    ],
    ['without a fingerprint', 'no-fingerprint', (judge) => judge(handIn(solve(lab, task, 17, tie), { fingerprint: 'I forgot' }))],
    ['without a number', 'no-number', (judge) => judge(handIn(solve(lab, task, 17, tie), { number: null }))],
    ['without a link', 'no-link', (judge) => judge(handIn(solve(lab, task, 17, tie), { link: 'see above' }))],
    [
      'with a link that lacks a letter',
      'no-link',
      (judge) => judge(handIn(solve(lab, task, 17, tie), { link: linkOf(startOfTask(task, 17), 2000).replace(/=a../, '=a') })),
    ],
  ];
  for (const [what, word, judged, changed = /^$/] of cases) {
    test(`${what}: ${word}`, () => {
      const grade = judged(judgeOf(task));
      assert.equal(grade.word, word);
      assert.match(grade.changed.join(' '), changed);
      if (word === 'other-seed') assert.equal(grade.otherNumber, 18);
    });
  }

  /** @param {object} change @param {object} [network] */
  function withChange(change, network = {}) {
    const start = startOfTask(task, 17);
    const experiment = parseExperiment({ ...start, ...change, network: { ...start.network, ...network } });
    const run = lab.start(experiment);
    run.train(2000);
    const solved = { experiment, number: 17, step: 2000, fingerprint: run.fingerprint(), link: linkOf(experiment, 2000) };
    run.close();
    return solved;
  }

  test('of another student is found out also where nothing of its link says the seed', () => {
    const { experiment } = solve(lab, task, 5, tie);
    assert.equal(experiment.init.scheme, 'explicit');
    const grades = gradesOf(task, [handIn(solve(lab, task, 5, tie)), handIn(solve(lab, task, 5, tie), { number: 6, name: 'Copy' })]);
    assert.deepEqual(
      grades.map(({ word, otherNumber }) => ({ word, otherNumber })),
      [
        { word: 'met', otherNumber: null },
        { word: 'other-seed', otherNumber: 5 },
      ],
    );
  });

  test('under a number that two have given is told of both, whoever was first, and the same student twice is not', () => {
    const solved = solve(lab, task, 5, tie);
    /** @param {string[]} names @param {Parameters<typeof handIn>[1]} [first] what is other in the first */
    const words = (names, first) =>
      gradesOf(
        task,
        names.map((name, at) => handIn(solved, { name, ...(at === 0 ? first : {}) })),
      ).map(({ word }) => word);
    assert.deepEqual(words(['Ada', 'ada']), ['met', 'met']);
    assert.deepEqual(words(['Copy', 'Ada', 'ada']), ['number-twice', 'number-twice', 'number-twice']);
    assert.deepEqual(words(['Copy', 'Ada'], { link: 'see above' }), ['no-link', 'met']);
    assert.deepEqual(words(['Copy', 'Ada'], { fingerprint: '0123456789abcdef' }), ['fingerprint', 'met']);
  });

  test('rests while it is trained, and can be ended there', () => {
    const large = parseTask({ ...AS_IT_IS, seed: undefined, allow: ['hidden'], steps: 300_000 });
    const experiment = parseExperiment({ ...large.experiment, network: { ...large.experiment.network, hidden: [16, 16] } });
    const given = readHandIn(writeHandIn({ title: '', name: '', number: null, step: 1, fingerprint: '', link: linkOf(experiment, 1) }));
    const before = lab.alive;
    const work = createJudge(/** @type {any} */ (lab), large)(given);
    for (let turn = 0; turn < 3; turn += 1) assert.equal(work.next().done, false);
    work.return(/** @type {any} */ (null));
    assert.equal(lab.alive, before);
  });

  test('that would take minutes to train is too large, and so is a text that is too long', () => {
    const open = parseTask({ ...AS_IT_IS, seed: undefined, allow: ['hidden'], steps: 1_000_000 });
    const experiment = parseExperiment({ ...open.experiment, network: { ...open.experiment.network, hidden: Array(8).fill(128) } });
    const link = linkOf(experiment, 1);
    const grade = judgeOf(open)(readHandIn(writeHandIn({ title: '', name: 'Ada', number: null, step: 1, fingerprint: '', link })));
    assert.deepEqual({ word: grade.word, met: grade.met }, { word: 'too-large', met: [] });
    assert.equal(judgeOf(open)(readHandIn('\n'.repeat(200_001))).word, 'too-large');
  });

  test('leaves nothing open in the engine', () => {
    const before = lab.alive;
    judgeOf(task)(handIn(solve(lab, task, 17, tie)));
    judgeOf(task)(handIn(solve(lab, task, 18, tie), { number: 17 }));
    assert.equal(lab.alive, before);
  });
});

describe('the conditions', () => {
  /** @param {object} change of a task whose run is left as it is @param {object} condition */
  const isMet = (change, condition) => {
    const task = parseTask({ ...AS_IT_IS, ...change, conditions: [condition] });
    return judgeOf(task)(handIn(solve(lab, task, 3))).met[0];
  };
  const tied = {
    experiment: {
      ...AS_IT_IS.experiment,
      init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['incoming', 'outgoing'] }] },
    },
  };
  const nudged = {
    experiment: { ...AS_IT_IS.experiment, init: { ...tied.experiment.init, nudge: [{ parameter: 'w1', ulps: 1 }] } },
    steps: 1,
  };
  const pair = { what: 'kind', layer: 1, units: [1, 2] };

  test('tell tied, near-tied and apart, and both of the first by one word', () => {
    for (const [change, kind] of /** @type {const} */ ([
      [tied, 'tied'],
      [nudged, 'near-tied'],
      [{}, 'apart'],
    ])) {
      for (const is of ['tied', 'near-tied', 'apart', 'together'])
        assert.equal(isMet(change, { ...pair, is }), is === kind || (is === 'together' && kind !== 'apart'), `${kind}, ${is}`);
    }
  });

  test('look at the start where they say so', () => {
    const parting = { experiment: nudged.experiment, steps: 100_000 };
    const atStart = isMet(parting, { ...pair, is: 'near-tied', at: 'start' });
    assert.equal(atStart, true);
    assert.equal(isMet(parting, { ...pair, is: 'near-tied', at: 'end' }), false);
    const learned = { experiment: { ...AS_IT_IS.experiment, data: { set: 'or' } } };
    assert.equal(isMet(learned, { what: 'loss', above: 0.5, at: 'start' }), true);
    assert.equal(isMet(learned, { what: 'loss', above: 0.5, at: 'end' }), false);
  });

  test('count the examples that are right as the page does, and bound the loss', () => {
    const task = parseTask({ ...AS_IT_IS, experiment: { ...AS_IT_IS.experiment, data: { set: 'or' } } });
    const run = lab.start(startOfTask(task, 3));
    const { loss } = run.train(task.steps);
    const right = Number(run.solved()) * 4;
    const early = parseTask({ ...AS_IT_IS, experiment: task.experiment, steps: 1 });
    const first = judgeOf(parseTask({ ...early, conditions: [{ what: 'right', atLeast: 4 }] }))(handIn(solve(lab, early, 3)));
    run.close();
    const change = { experiment: task.experiment };
    assert.ok(right >= 3);
    assert.equal(isMet(change, { what: 'right', atLeast: right }), true);
    assert.deepEqual(first.met, [false]);
    assert.equal(isMet(change, { what: 'loss', below: loss }), false);
    assert.equal(isMet(change, { what: 'loss', below: loss * 1.000001, above: loss * 0.999999 }), true);
  });

  test('count different neurons', () => {
    assert.equal(isMet(tied, { what: 'different', layer: 1, atMost: 1 }), true);
    assert.equal(isMet({}, { what: 'different', layer: 1, atMost: 1 }), false);
    assert.equal(isMet({}, { what: 'different', layer: 1, atLeast: 2, atMost: 2 }), true);
  });

  test('know a fingerprint by its salted hash, which holds nothing of it', () => {
    const common = { seed: undefined };
    const { fingerprint } = solve(lab, parseTask({ ...AS_IT_IS, ...common }), 3);
    const hashes = [hashOf('salt', fingerprint)];
    assert.ok(!hashes[0].includes(fingerprint));
    assert.equal(isMet(common, { what: 'fingerprint', salt: 'salt', sha256: hashes }), true);
    assert.equal(isMet(common, { what: 'fingerprint', salt: 'pepper', sha256: hashes }), false);
    assert.equal(isMet(common, { what: 'fingerprint', sha256: [hashOf('', fingerprint)] }), true);
  });

  test('are not met by layers that a free choice has taken away', () => {
    const task = parseTask({
      ...AS_IT_IS,
      allow: ['hidden'],
      conditions: [
        { ...pair, layer: 2, is: 'tied' },
        { what: 'different', layer: 2, atMost: 9 },
      ],
    });
    assert.deepEqual(judgeOf(task)(handIn(solve(lab, task, 3))).met, [false, false]);
  });
});

describe('what is allowed', () => {
  test('hidden layers, the training and the seed may be other than they were', () => {
    const task = parseTask({ ...AS_IT_IS, seed: undefined, allow: ['hidden', 'optimizer', 'learningRate', 'seed'] });
    const experiment = parseExperiment({
      ...task.experiment,
      network: { ...task.experiment.network, hidden: [3, 2] },
      init: { scheme: 'uniform', seed: 99 },
      training: { optimizer: 'adam', learningRate: 0.01 },
    });
    const run = lab.start(experiment);
    run.train(2000);
    const solved = { experiment, number: 0, step: 2000, fingerprint: run.fingerprint(), link: linkOf(experiment, 2000) };
    run.close();
    assert.equal(judgeOf(task)(handIn(solved, { number: null })).word, 'met');
    const other = { ...solved, link: linkOf(parseExperiment({ ...experiment, init: { scheme: 'normal', seed: 99 } }), 2000) };
    assert.equal(judgeOf(task)(handIn(other, { number: null })).word, 'other-start');
  });

  test('the learning rate may change on the way where it may be another, and a penalty then may not', () => {
    const task = parseTask({ ...AS_IT_IS, seed: undefined, allow: ['learningRate'] });
    const wordOf = (/** @type {object} */ entry) => {
      const training = { ...task.experiment.training, schedule: [{ from: 100, ...entry }] };
      const run = lab.start({ ...task.experiment, training });
      run.train(2000);
      const { experiment } = run;
      const solved = { experiment, number: 0, step: 2000, fingerprint: run.fingerprint(), link: linkOf(experiment, 2000) };
      run.close();
      return judgeOf(task)(handIn(solved, { number: null })).word;
    };
    assert.notEqual(wordOf({ learningRate: 0.25 }), 'changed');
    assert.equal(wordOf({ l2: 0.01 }), 'changed');
  });

  test('all of the start may be other where the task says so, and nothing else then', () => {
    const task = parseTask({ ...AS_IT_IS, seed: undefined, allow: ['start'] });
    const experiment = parseExperiment({ ...task.experiment, init: { scheme: 'zeros' } });
    const run = lab.start(experiment);
    run.train(2000);
    const solved = { experiment, number: 0, step: 2000, fingerprint: run.fingerprint(), link: linkOf(experiment, 2000) };
    run.close();
    assert.equal(judgeOf(task)(handIn(solved)).word, 'not-met');
  });
});
