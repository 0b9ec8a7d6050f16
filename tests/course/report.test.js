/** What a part of a course tells a learning platform, in both versions of SCORM, against a platform that only writes down what it is told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findPlatform } from '../../web/course/scorm/find-platform.js';
import { createReport } from '../../web/course/scorm/report.js';
import { taskReached } from '../../web/course/scorm/task-reached.js';
import { VERSIONS } from '../../web/course/scorm/versions.js';

const ASKS = /** @type {const} */ ([
  { id: 'blame-first', kind: 'guess', options: ['copy', 'own'], text: 'Where from?' },
  { id: 'blame-second', kind: 'guess', options: ['at-once', 'later'], text: 'When?' },
  { id: 'blame-check', kind: 'check', options: ['zero', 'same', 'half'], text: 'How much?' },
]);
const NOW = new Date(2026, 0, 2, 3, 4, 5, 678);

/**
 * A platform that has some elements already, and writes down the others.
 * @param {import('../../web/course/scorm/versions.js').Version} version
 * @param {Record<string, string>} [elements]
 */
function makePlatform({ calls }, elements = {}) {
  /** @type {string[]} */
  const called = [];
  const count = () => new Set(Object.keys(elements).flatMap((name) => /^cmi\.interactions\.\d+/.exec(name) ?? [])).size;
  const platform = {
    [calls.initialize]: () => Boolean(called.push('initialize')),
    [calls.get]: (/** @type {string} */ name) => (name === 'cmi.interactions._count' ? String(count()) : (elements[name] ?? '')),
    [calls.set](/** @type {string} */ name, /** @type {string} */ value) {
      elements[name] = value;
      return 'true';
    },
    [calls.commit]: () => (called.push('commit'), 'true'),
    [calls.terminate]: () => (called.push('terminate'), 'true'),
    [calls.lastError]: () => '405',
  };
  return { elements, called, platform: /** @type {import('../../web/course/scorm/find-platform.js').Platform} */ (platform) };
}

/**
 * @param {string} name of the version
 * @param {Record<string, string>} [elements]
 * @param {Partial<Parameters<typeof createReport>[0]>} [options]
 */
function open(name, elements, options) {
  const version = VERSIONS[name];
  const made = makePlatform(version, elements);
  /** @type {string[]} */
  const refused = [];
  let milliseconds = NOW.getTime();
  const report = createReport({
    platform: made.platform,
    version,
    asks: ASKS,
    isJudged: true,
    now: () => new Date(milliseconds),
    onRefused: (code) => refused.push(code),
    ...options,
  });
  return { ...made, report, refused, kept: report.begin(), wait: (/** @type {number} */ seconds) => (milliseconds += seconds * 1000) };
}

const REACHED = { link: '?lesson=blame', step: 'third', progress: { chapter: 'blame', all: [] }, isDone: false, score: null };
const DONE = { ...REACHED, step: 'check', isDone: true, score: 70 };

/** @param {Record<string, string>} elements @param {string} prefix */
const having = (elements, prefix) =>
  Object.fromEntries(
    Object.entries(elements).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
  );

describe('SCORM 1.2', () => {
  test('is told the status, the score and the time of a chapter, and ends so that it is gone on with', () => {
    const { report, elements, called, wait } = open('scorm12');
    assert.equal(elements['cmi.core.lesson_status'], 'incomplete');
    assert.equal('cmi.core.score.raw' in elements, false);
    report.reach(REACHED);
    assert.equal(elements['cmi.core.lesson_location'], 'third');
    report.reach(DONE);
    assert.equal(elements['cmi.core.lesson_status'], 'passed');
    assert.deepEqual(having(elements, 'cmi.core.score.'), { min: '0', max: '100', raw: '70' });
    wait(3723.4);
    report.end();
    assert.equal(elements['cmi.core.session_time'], '0001:02:03.00');
    assert.equal(elements['cmi.core.exit'], 'suspend');
    assert.deepEqual([called[0], ...called.slice(-2)], ['initialize', 'commit', 'terminate']);
  });

  test('is told one interaction a question, with the last answer to it', () => {
    const { report, elements } = open('scorm12');
    report.answer({ kind: 'guess', choice: 'own', right: true });
    report.answer({ kind: 'guess', choice: 'later', right: false });
    report.answer({ kind: 'check', choice: 'half', right: false });
    report.answer({ kind: 'check', choice: 'zero', right: true });
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => having(elements, `cmi.interactions.${at}.`)),
      [
        { id: 'blame-first', time: '03:04:05', type: 'choice', student_response: 'b', result: 'neutral' },
        { id: 'blame-second', time: '03:04:05', type: 'choice', student_response: 'b', result: 'neutral' },
        { id: 'blame-check', time: '03:04:05', type: 'choice', student_response: 'a', result: 'correct' },
        {},
      ],
    );
    report.answer({ kind: 'check', choice: 'half', right: false });
    assert.equal(elements['cmi.interactions.2.result'], 'wrong');
  });
});

describe('SCORM 2004', () => {
  test('is told completion, success, the score and the time of a chapter', () => {
    const { report, elements, wait } = open('scorm2004');
    assert.deepEqual([elements['cmi.completion_status'], elements['cmi.success_status']], ['incomplete', 'unknown']);
    report.reach(DONE);
    wait(3723.4);
    report.end();
    assert.deepEqual([elements['cmi.completion_status'], elements['cmi.success_status']], ['completed', 'passed']);
    assert.deepEqual(having(elements, 'cmi.score.'), { min: '0', max: '100', raw: '70', scaled: '0.7' });
    assert.deepEqual([elements['cmi.session_time'], elements['cmi.exit'], elements['cmi.location']], ['PT1H2M3S', 'suspend', 'check']);
  });

  test('is told what was asked, too', () => {
    const { report, elements } = open('scorm2004');
    report.answer({ kind: 'check', choice: 'half', right: false });
    const { timestamp, ...rest } = having(elements, 'cmi.interactions.0.');
    assert.deepEqual(rest, { id: 'blame-check', type: 'choice', description: 'How much?', learner_response: 'half', result: 'incorrect' });
    assert.match(timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:05\.67Z$/);
  });

  test('is told of a chapter without a check that it is completed, and of no success', () => {
    const { report, elements } = open('scorm2004', {}, { isJudged: false });
    report.reach({ ...DONE, score: null });
    assert.deepEqual([elements['cmi.completion_status'], elements['cmi.success_status']], ['completed', 'unknown']);
    assert.equal('cmi.score.raw' in elements, false);
  });
});

describe('of a task', () => {
  const told = { step: 0, link: '#run=start', met: [{ what: 'kind', met: true }], isEnd: false, done: false };
  const end = { ...told, step: 2000, link: '#run=end', isEnd: true };
  /** @param {ReturnType<typeof open>['report']} report @param {Record<string, unknown>} data */
  const tell = (report, data) => report.reach(/** @type {any} */ (taskReached(data, '17')));

  test('a platform is told a score where its run is judged, and not where conditions hold before', () => {
    const { report, elements } = open('scorm2004');
    tell(report, told);
    assert.equal('cmi.score.raw' in elements, false);
    tell(report, { ...told, done: true });
    assert.equal(elements['cmi.completion_status'], 'incomplete');
    tell(report, { ...end, met: [...end.met, { what: 'loss', met: false }, null] });
    assert.deepEqual([elements['cmi.score.raw'], elements['cmi.completion_status']], ['33', 'incomplete']);
    tell(report, { ...end, done: true });
    assert.deepEqual([elements['cmi.score.raw'], elements['cmi.completion_status']], ['100', 'completed']);
  });

  test('the run that it was done with is kept, in later sessions, too, and another one that does it takes its place', () => {
    const linkIn = (/** @type {Record<string, string>} */ elements) => JSON.parse(elements['cmi.suspend_data']).link;
    const { report, elements } = open('scorm12');
    tell(report, told);
    assert.equal(linkIn(elements), '#run=start');
    tell(report, { ...end, done: true });
    tell(report, { ...told, link: '#run=another' });
    assert.deepEqual([linkIn(elements), elements['cmi.core.lesson_location']], ['#run=end', '2000']);
    const again = open('scorm12', elements);
    tell(again.report, told);
    assert.equal(linkIn(elements), '#run=end');
    tell(again.report, { ...end, link: '#run=better', done: true });
    assert.equal(linkIn(elements), '#run=better');
  });

  test('nothing is told of what is no message of a task', () => {
    for (const data of [{}, { ...told, link: null }, { ...told, step: '0' }, { ...told, met: [] }, { ...told, met: 'all' }])
      assert.equal(taskReached(data, null), null);
  });
});

for (const name of Object.keys(VERSIONS)) {
  describe(`a platform of ${name}`, () => {
    test('gives back what was kept, when the part is opened again', () => {
      const first = open(name);
      first.report.reach(DONE);
      first.report.answer({ kind: 'check', choice: 'zero', right: true });
      first.report.end();
      const again = open(name, first.elements);
      assert.deepEqual(again.kept, {
        link: DONE.link,
        step: 'check',
        progress: DONE.progress,
        asked: ['blame-check'],
        score: 70,
      });
      // The same question again: it has its place.
      again.report.answer({ kind: 'check', choice: 'half', right: false });
      assert.equal('cmi.interactions.1.id' in again.elements, false);
    });

    test('gets the first place for an answer again, where it has forgotten those of former sessions', () => {
      const first = open(name);
      first.report.answer({ kind: 'guess', choice: 'own', right: true });
      first.report.answer({ kind: 'check', choice: 'zero', right: true });
      const again = open(name, { 'cmi.suspend_data': first.elements['cmi.suspend_data'] });
      again.report.answer({ kind: 'check', choice: 'half', right: false });
      assert.equal(again.elements['cmi.interactions.0.id'], 'blame-check');
    });

    test('is never told that what was done is not, nor a lower score', () => {
      const { elements, report } = open(name);
      report.reach(DONE);
      report.reach({ ...REACHED, score: 40 });
      const again = open(name, elements);
      again.report.reach(REACHED);
      const status = again.elements[VERSIONS[name].elements.status];
      assert.ok(VERSIONS[name].doneWords.includes(status), status);
      assert.equal(again.elements[`${name === 'scorm2004' ? 'cmi' : 'cmi.core'}.score.raw`], '70');
    });

    test('is never given more than 4,096 characters to keep: the link goes first, then the progress', () => {
      const { elements, report } = open(name);
      const keptOf = () => JSON.parse(elements['cmi.suspend_data']);
      report.reach({ ...REACHED, link: 'x'.repeat(3500) });
      assert.equal(keptOf().link.length, 3500);
      report.reach({ ...REACHED, link: 'x'.repeat(4100) });
      assert.deepEqual([keptOf().link, keptOf().progress], [undefined, REACHED.progress]);
      report.reach({ ...REACHED, link: 'x', progress: 'x'.repeat(4100) });
      assert.deepEqual([keptOf().progress, keptOf().step], [undefined, 'third']);
      assert.ok(elements['cmi.suspend_data'].length <= 4096);
    });

    test('may give back anything: what is not ours is none', () => {
      for (const text of ['', '{', 'null', '[]', '{"v":2,"step":"a"}', '{"v":1,"step":{},"link":3,"asked":"a","score":"70"}']) {
        const { kept } = open(name, { 'cmi.suspend_data': text });
        assert.deepEqual(kept, { link: null, step: null, progress: null, asked: [], score: null }, text);
      }
    });

    test('that shows a student\u2019s work again is told nothing', () => {
      const { elements, report } = open(name, { [VERSIONS[name].elements.mode]: 'review' });
      report.answer({ kind: 'check', choice: 'half', right: false });
      report.reach(DONE);
      report.end();
      assert.deepEqual(Object.keys(elements), [VERSIONS[name].elements.mode]);
    });

    test('that takes nothing is complained of once, with its own number', () => {
      const version = VERSIONS[name];
      const { platform } = makePlatform(version);
      const { refused, report } = open(name, {}, { platform: { ...platform, [version.calls.set]: () => 'false' } });
      report.reach(DONE);
      assert.deepEqual(refused, ['405']);
    });

    test('that does not begin, or is broken, is none', () => {
      const version = VERSIONS[name];
      const { platform } = makePlatform(version);
      const broken = () => {
        throw new Error('broken');
      };
      for (const initialize of [() => 'false', broken])
        assert.equal(open(name, {}, { platform: { ...platform, [version.calls.initialize]: initialize } }).kept, null);
    });

    test('is told nothing of answers to questions that there are not', () => {
      const { elements, report } = open(name);
      for (const choice of ['zero', 'x', null, {}]) report.answer({ kind: choice === 'zero' ? 'guess' : 'check', choice, right: true });
      assert.equal('cmi.interactions.0.id' in elements, false);
    });
  });
}

describe('the platform is found', () => {
  /** A page in others. @param {object} own @param {any} [parent] @param {any} [opener] @returns {any} */
  const page = (own, parent, opener) => {
    const made = { opener: opener ?? null, location: { href: '' }, ...own };
    return Object.assign(made, { parent: parent ?? made, top: parent?.top ?? parent ?? made });
  };
  const API = {};

  test('in the page itself, in one around it, or around the one that has opened it', () => {
    const platform = page({ API });
    assert.equal(findPlatform(platform, 'API'), API);
    assert.equal(findPlatform(page({}, page({}, platform)), 'API'), API);
    assert.equal(findPlatform(page({}, undefined, page({}, platform)), 'API'), API);
    // A frame within a window that the platform has opened.
    assert.equal(findPlatform(page({}, page({}, undefined, platform)), 'API'), API);
  });

  test('nowhere, where there is none, where pages are somebody else\u2019s, and where they never end', () => {
    assert.equal(findPlatform(page({}, page({})), 'API'), null);
    const foreign = new Proxy(
      {},
      {
        get() {
          throw new Error('of another origin');
        },
      },
    );
    assert.equal(findPlatform(Object.assign(page({}), { parent: foreign, top: foreign }), 'API'), null);
    const endless = page({});
    endless.parent = { parent: endless };
    assert.equal(findPlatform(endless, 'API'), null);
  });
});
