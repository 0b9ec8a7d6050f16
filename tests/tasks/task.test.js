/** Tasks as files and links: what is read back as it was, and what is refused, with a sentence that names the place and the remedy. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { toLetters } from '../../web/base/letters.js';
import { sha256 } from '../../web/tasks/sha256.js';
import { holdsTask, readTaskLink, writeTaskLink } from '../../web/tasks/task-link.js';
import { CHOICES, TASK_LIMITS, compactTask, parseTask, readStudentNumber, startOfTask, writeTask } from '../../web/tasks/task.js';
import { ONE_NUMBER, PAGE } from './students.js';

/** @param {object} change */
const changed = (change) => ({ ...ONE_NUMBER, ...change });
const logistic = { network: { inputs: 2, hidden: [] }, data: { set: 'and' } };

describe('a task', () => {
  test('is read with its defaults, frozen, and written so that it is read again as it was', () => {
    const task = parseTask(JSON.stringify(ONE_NUMBER));
    assert.ok(Object.isFrozen(task) && Object.isFrozen(task.conditions[0]) && Object.isFrozen(task.experiment.init));
    assert.deepEqual(task.conditions, [{ what: 'kind', layer: 1, units: [1, 2], is: 'tied', at: 'end' }]);
    assert.deepEqual(parseTask(writeTask(task)), task);
    assert.deepEqual(parseTask(compactTask(task)), task);
    assert.deepEqual(compactTask(task).conditions, ONE_NUMBER.conditions);
  });

  test('begins where the student\u2019s number says', () => {
    const task = parseTask(ONE_NUMBER);
    assert.equal(/** @type {any} */ (startOfTask(task, 17).init).seed, 17);
    const common = parseTask(changed({ seed: undefined }));
    assert.equal(startOfTask(common, 17), common.experiment);
  });

  /** @type {[string, object | string, string, RegExp][]} */
  const refused = [
    ['not JSON', '{', 'task', /^task: not JSON: in line 1/],
    ['a list', [], 'task', /must be a task: an object with "experiment"/],
    ['another version', changed({ version: 2 }), 'task.version', /must be 1/],
    ['a key that is unknown', changed({ grade: 10 }), 'task.grade', /is not known here; what can stand here: version, title/],
    ['no experiment', changed({ experiment: undefined }), 'task.experiment', /is missing/],
    ['an experiment as a text', changed({ experiment: '{}' }), 'task.experiment', /must be an experiment/],
    [
      'a wrong experiment',
      changed({ experiment: { ...logistic, network: { inputs: 2, hidden: [0] } } }),
      'task.experiment.network.hidden[0]',
      /whole number/,
    ],
    ['no steps', changed({ steps: 0 }), 'task.steps', /from 1 to 1000000/],
    ['steps without end', changed({ steps: 1e12 }), 'task.steps', /from 1 to 1000000/],
    ['a text without end', changed({ text: 'x'.repeat(TASK_LIMITS.text + 1) }), 'task.text', /at most 5000 characters/],
    ['more hostile than that', 'x'.repeat(TASK_LIMITS.hostile + 1), 'task', /at most 64000000 characters/],
    ['a parameter that is not there', changed({ allow: ['w7'] }), 'task.allow[0]', /w1 to w6, and no biases.*got "w7"/],
    ['a name of Object', changed({ allow: ['constructor'] }), 'task.allow[0]', /must name what may be changed/],
    ['the same twice', changed({ allow: ['w6', 'w6'] }), 'task.allow[1]', /stands in this list already/],
    ['a seed that is none', changed({ seed: 7 }), 'task.seed', /"student"/],
    [
      'a seed for a start without one',
      changed({ experiment: { ...ONE_NUMBER.experiment, init: { scheme: 'zeros' } } }),
      'task.seed',
      /choose an init.scheme such as "uniform", not "zeros"/,
    ],
    ['a seed that is also free', changed({ allow: ['seed'] }), 'task.seed', /take "seed" out of "allow"/],
    ['a seed where all of the start is free', changed({ allow: ['w6', 'start'] }), 'task.seed', /take "start" out of "allow"/],
    [
      'one fingerprint of starts that differ',
      changed({ conditions: [{ what: 'fingerprint', sha256: ['0'.repeat(64)] }] }),
      'task.conditions[0]',
      /take this condition out, or "seed"/,
    ],
    ['no conditions', changed({ conditions: [] }), 'task.conditions', /1 to 20 conditions/],
    [
      'a condition that is a word',
      changed({ conditions: ['tied'] }),
      'task.conditions[0]',
      /a condition: an object with "what".*got "tied"/,
    ],
    [
      'a condition of no kind',
      changed({ conditions: [{ what: 'toString' }] }),
      'task.conditions[0].what',
      /one of "kind", "different", "right", "loss" or "fingerprint"; got "toString"/,
    ],
    [
      'a layer that is not there',
      changed({ conditions: [{ what: 'kind', layer: 3, units: [1, 2], is: 'tied' }] }),
      'task.conditions[0].layer',
      /the experiment has 1 hidden layer; got 3/,
    ],
    [
      'a layer of a network without any',
      changed({ experiment: logistic, seed: undefined, allow: [], conditions: [{ what: 'different', layer: 1, atLeast: 1 }] }),
      'task.conditions[0].layer',
      /has 0 hidden layers; got 1/,
    ],
    [
      'a neuron that is not there',
      changed({ conditions: [{ what: 'kind', layer: 1, units: [1, 3], is: 'tied' }] }),
      'task.conditions[0].units[1]',
      /from 1 to 2/,
    ],
    [
      'a neuron and itself',
      changed({ conditions: [{ what: 'kind', layer: 1, units: [1, 1], is: 'tied' }] }),
      'task.conditions[0].units[1]',
      /unit 1 stands in this list already/,
    ],
    ['more right than examples', changed({ conditions: [{ what: 'right', atLeast: 5 }] }), 'task.conditions[0].atLeast', /from 1 to 4/],
    [
      'right where nothing is',
      changed({
        experiment: {
          network: { inputs: 1, hidden: [2], outputActivation: 'linear' },
          loss: 'squared-error',
          data: { x: [[1]], y: [0.5] },
        },
        seed: undefined,
        allow: [],
        conditions: [{ what: 'right', atLeast: 1 }],
      }),
      'task.conditions[0].atLeast',
      /ask for a loss instead/,
    ],
    ['a loss below nothing', changed({ conditions: [{ what: 'loss', below: 0 }] }), 'task.conditions[0].below', /must be more than 0/],
    ['a loss of no bound', changed({ conditions: [{ what: 'loss' }] }), 'task.conditions[0]', /needs "below" or "above"/],
    ['a loss that none is', changed({ conditions: [{ what: 'loss', below: 0.1, above: 0.2 }] }), 'task.conditions[0]', /no loss is above/],
    [
      'more neurons than there are',
      changed({ conditions: [{ what: 'different', layer: 1, atLeast: 3 }] }),
      'task.conditions[0].atLeast',
      /from 0 to 2/,
    ],
    [
      'a plain fingerprint',
      changed({ conditions: [{ what: 'fingerprint', sha256: ['38bf8aaec1895978'] }] }),
      'task.conditions[0].sha256[0]',
      /64 hex digits/,
    ],
  ];
  for (const [what, input, path, sentence] of refused) {
    test(`is refused with ${what}`, () => {
      assert.throws(() => parseTask(input), { name: 'ExperimentError', path, message: sentence });
    });
  }
});

describe('a task as a link', () => {
  const task = parseTask({ ...ONE_NUMBER, title: 'Una sola \u00ab\u2211\u00bb \u{1F9E0}' });
  const link = writeTaskLink(task);

  test('is the same task, from any address, and from what a mail has made of one', () => {
    assert.match(link, /^[\w-]+$/);
    const address = `${PAGE}#task=${link}`;
    const broken = address.replace(/.{60}/g, '$&=\r\n');
    const quoted = `Dear all,\n\n> ${address.slice(0, 90)}\n> ${address.slice(90)}\n\nYours`;
    const percent = `${PAGE}%23task%3D${link}`;
    const halfPercent = [`${PAGE}#task%3D${link}`, `${PAGE}#task%253D${link}`, `${PAGE}#student=17&task=${link}`];
    assert.ok(!holdsTask('#run=a&multitask=1') && !holdsTask('#run=atask'));
    for (const text of [
      ...halfPercent,
      link,
      address,
      `${address}&lang=es`,
      `${PAGE}#run=abc&task=${link}`,
      broken,
      quoted,
      `<${address}>.`,
      percent,
    ]) {
      assert.ok(text === link || holdsTask(text), text);
      assert.deepEqual(readTaskLink(text), task, text);
      const { hash } = new URL(text.startsWith(PAGE) && text.includes('#') ? text : PAGE);
      if (hash !== '') assert.ok(holdsTask(hash), text);
    }
  });

  test('is refused when a letter of it is changed or missing', () => {
    for (const text of ['', 'a', link.slice(0, -1), link.slice(1), link.replace(/^(.{50})./, '$1-'), `b${link.slice(1)}`])
      assert.throws(() => readTaskLink(text), { name: 'ExperimentError', message: /^task: the link is damaged/ });
  });

  test('is refused when its sum is right and what it holds is no task', () => {
    for (const letters of ['hi', 'A', '____', toLetters('hi'), toLetters('null'), toLetters('[]'), toLetters('"a"')])
      assert.throws(() => readTaskLink(`a${letters}${sha256(letters).slice(0, 6)}`), {
        name: 'ExperimentError',
        message: /^task: the link is damaged/,
      });
    const empty = toLetters('{}');
    assert.throws(() => readTaskLink(`a${empty}${sha256(empty).slice(0, 6)}`), {
      name: 'ExperimentError',
      message: /^link: must be a text/,
    });
  });
});

test('hashes are SHA-256, as Node has it, over every length of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'aaa\u00e9bb'.repeat(length).slice(0, length);
    assert.equal(sha256(`${text}\u{1F9E0}`), createHash('sha256').update(`${text}\u{1F9E0}`).digest('hex'));
  }
});

test('a student\u2019s number is digits, of any width, and no larger than a seed', () => {
  assert.deepEqual([' 17 ', '\uFF11\uFF17', '0042', '4294967295'].map(readStudentNumber), [17, 17, 42, 4294967295]);
  for (const typed of ['', '-1', '1.5', '4294967296', '12a', 'NaN', '1e3']) assert.equal(readStudentNumber(typed), null, typed);
});

test('every option of training may be allowed by its name, but for what changes during a run', async () => {
  const schema = JSON.parse(await readFile(new URL('../../dist/experiment.schema.json', import.meta.url), 'utf8'));
  const options = Object.keys(schema.properties.training.properties).filter((name) => name !== 'schedule');
  assert.ok(options.length > 10);
  assert.deepEqual([...CHOICES.training].sort(), options.sort());
});
