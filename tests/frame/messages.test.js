/** The messages between a frame and the page around it, without a browser: what is understood, what is refused, how often is told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { writeAddress } from '../../web/experiment/address.js';
import { isForUs, message, readCommand, readId, resizeMessages } from '../../web/frame/messages.js';
import { LIMITS } from '../../web/experiment/tables.js';
import { ExperimentError, parseExperiment, writeExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { createThrottle } from '../../web/base/throttle.js';

const TIED = parseExperiment(PRESETS[0].experiment);

/** As it arrives: copied by the browser from one window to the other. @param {object} fields */
const command = (fields) => readCommand(structuredClone({ twinNeurons: 1, ...fields }));

describe('a command', () => {
  test('of each kind is understood', () => {
    for (const type of ['get-state', 'get-progress', 'pause', 'reset']) assert.deepEqual(command({ type }), { type });
    assert.deepEqual(command({ type: 'run' }), { type: 'run', steps: undefined });
    assert.deepEqual(command({ type: 'run', steps: 5, id: 'a' }), { type: 'run', steps: 5 });
    assert.deepEqual(command({ type: 'goto', step: 0 }), { type: 'goto', step: 0 });
    assert.deepEqual(command({ type: 'goto', lesson: 3 }), { type: 'goto', lesson: 3 });
    assert.deepEqual(command({ type: 'goto', lesson: 'zeros' }), { type: 'goto', lesson: 'zeros' });
    assert.deepEqual(command({ type: 'goto', lesson: 'teachers' }), { type: 'goto', lesson: 'teachers' });
    for (const theme of ['light', 'dark', null]) assert.deepEqual(command({ type: 'theme', theme }), { type: 'theme', theme });
    assert.deepEqual(command({ type: 'lang', lang: 'es-MX' }), { type: 'lang', lang: 'es-MX' });
  });

  test('sets an experiment given as an object, as JSON and as a link', () => {
    const link = `https://example.org/${writeAddress({ experiment: TIED, steps: 7 })}`;
    assert.deepEqual(command({ type: 'set-state', experiment: PRESETS[0].experiment }), {
      type: 'set-state',
      experiment: TIED,
      steps: undefined,
    });
    assert.deepEqual(command({ type: 'set-state', experiment: writeExperiment(TIED), steps: 3 }), {
      type: 'set-state',
      experiment: TIED,
      steps: 3,
    });
    assert.deepEqual(command({ type: 'set-state', experiment: link }), { type: 'set-state', experiment: TIED, steps: 7 });
    assert.deepEqual(command({ type: 'set-state', experiment: link, steps: null }), { type: 'set-state', experiment: TIED, steps: null });
    for (const steps of [7, null]) assert.deepEqual(command({ type: 'set-state', steps }), { type: 'set-state', experiment: null, steps });
  });

  for (const [fields, sentence] of /** @type {[object, RegExp][]} */ ([
    [{ twinNeurons: 2, type: 'run' }, /^message: its twinNeurons must be 1/],
    [{ twinNeurons: '1', type: 'run' }, /must be 1, .*got "1"/],
    [
      {},
      /^message\.type: must be one of get-state, set-state, run, pause, reset, goto, get-progress, set-progress, theme, lang; got nothing$/,
    ],
    [{ type: 'constructor' }, /^message\.type: .*got "constructor"$/],
    [{ type: ['run'] }, /^message\.type: .*got a list$/],
    [{ type: 'run', steps: 0 }, /^message\.steps: must be a whole number from 1 to 1000000000; got 0$/],
    [{ type: 'run', steps: 1.5 }, /got 1\.5$/],
    [{ type: 'run', steps: '5' }, /got "5"$/],
    [{ type: 'run', steps: null }, /got null$/],
    [{ type: 'run', step: 5 }, /^message: run has no "step"$/],
    [{ type: 'run', id: 'x'.repeat(65) }, /^message\.id: must be a text of at most 64 characters or a whole number$/],
    [{ type: 'run', id: {} }, /^message\.id: /],
    [{ type: 'goto' }, /^message: goto must have either a step or a lesson$/],
    [{ type: 'goto', step: 1, lesson: 1 }, /either a step or a lesson/],
    [{ type: 'goto', step: -1 }, /^message\.step: .*from 0/],
    [{ type: 'goto', lesson: 'five' }, /^message\.lesson: must be the id of a question, or its number; got "five"$/],
    [{ type: 'get-progress', chapter: 'twins' }, /^message: get-progress has no "chapter"$/],
    [{ type: 'theme' }, /^message\.theme: must be light, dark, or null .*got nothing$/],
    [{ type: 'theme', theme: 'blue' }, /got "blue"$/],
    [{ type: 'lang', lang: '<b>' }, /^message\.lang: must be a language such as en or es; got "<b>"$/],
    [{ type: 'lang', lang: ['es'] }, /got a list$/],
    [{ type: 'set-progress' }, /^message\.progress: must be what a progress message has told; got nothing$/],
    [{ type: 'set-progress', progress: [] }, /^message\.progress: .*got a list$/],
    [{ type: 'set-progress', progress: { chapter: 'twins' } }, /^message\.progress\.all: is missing/],
    [
      { type: 'set-progress', progress: { chapter: 'nothing', all: [] } },
      /^message\.progress\.chapter: must be one of "twins", .*got "nothing"$/,
    ],
    [{ type: 'set-progress', progress: { chapter: 'twins', all: [], more: 1 } }, /^message\.progress\.more: is not known here/],
    [
      { type: 'set-progress', progress: { chapter: 'twins', all: [{ chapter: 'twins', reached: 0 }] } },
      /^message\.progress\.all\[0\]\.reached: /,
    ],
    [
      { type: 'set-progress', progress: { chapter: 'twins', all: [{ chapter: 'twins' }, { chapter: 'twins' }] } },
      /the chapter twins stands in this list already/,
    ],
    [{ type: 'set-progress', progress: { chapter: 'twins', all: Array(17).fill({ chapter: 'twins' }) } }, /at most 16 chapters; got 17$/],
    [
      { type: 'set-progress', progress: { chapter: 'twins', all: [{ chapter: 'twins', answers: Array(21).fill('data') }] } },
      /at most 20 answers; got 21$/,
    ],
    [
      { type: 'set-progress', progress: { chapter: 'twins', all: [{ chapter: 'twins', answers: [{}] }] } },
      /answers\[0\]: must be a text .*got an object$/,
    ],
    [
      { type: 'set-progress', progress: { chapter: 'twins', all: [{ chapter: 'zeros', guesses: { guess: 'x'.repeat(65) } }] } },
      /guesses.*at most 64 characters/,
    ],
    [
      {
        type: 'set-progress',
        progress: {
          chapter: 'twins',
          all: [{ chapter: 'zeros', guesses: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, ''])) }],
        },
      },
      /must be an object of texts/,
    ],
    [{ type: 'set-state' }, /^message\.experiment: must be an experiment: .*got nothing$/],
    [{ type: 'set-state', experiment: 3 }, /^message\.experiment: /],
    [{ type: 'set-state', experiment: null, steps: 3 }, /^message\.experiment: /],
    [{ type: 'set-state', steps: 0 }, /^message\.steps: /],
    [{ type: 'set-state', experiment: {} }, /^network: is missing/],
    [{ type: 'set-state', experiment: { ...PRESETS[0].experiment, nettwork: 1 } }, /^nettwork/],
    [{ type: 'set-state', experiment: '{' }, /JSON/],
    [{ type: 'set-state', experiment: ' ' }, /there is nothing here/],
    [{ type: 'set-state', experiment: '#run=aAAAA' }, /^link: it is damaged/],
    [{ type: 'set-state', experiment: `{${' '.repeat(LIMITS.jsonCharacters)}}` }, /at most \d+ characters/],
    [JSON.parse('{"type":"run","__proto__":{"steps":5}}'), /^message: run has no "__proto__"$/],
  ])) {
    test(`is refused: ${JSON.stringify(fields).slice(0, 70)}`, () => {
      const data = { twinNeurons: 1 };
      for (const [key, value] of Object.entries(fields))
        Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
      assert.throws(
        () => readCommand(data),
        (error) => error instanceof ExperimentError && sentence.test(error.message),
      );
    });
  }

  test('is not for us without the mark as its own, and what others send is left alone', () => {
    for (const data of [
      null,
      undefined,
      1,
      'twinNeurons',
      '{"twinNeurons":1}',
      [],
      {},
      { context: 'h5p', action: 'hello' },
      Object.create({ twinNeurons: 1 }),
    ])
      assert.ok(!isForUs(data));
    assert.ok(isForUs({ twinNeurons: 'anything' }));
  });

  test('takes nothing from a prototype', () => {
    const inherited = Object.assign(Object.create({ type: 'reset', steps: 5 }), { twinNeurons: 1 });
    assert.throws(() => readCommand(inherited), /message\.type: .*got nothing/);
    assert.equal(readId(Object.create({ id: 'x' })), undefined);
  });

  test('of any shape at all is understood or refused with a sentence, and never anything else', () => {
    const anything = fc.anything({
      maxDepth: 4,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    });
    const almost = fc.record(
      {
        twinNeurons: fc.constantFrom(1, 1, 1, 2, '1'),
        type: fc.oneof(
          fc.constantFrom('get-state', 'set-state', 'run', 'pause', 'reset', 'goto', 'set-progress', 'theme', 'lang', '__proto__'),
          anything,
        ),
        id: anything,
        steps: anything,
        step: anything,
        lesson: anything,
        progress: fc.oneof(
          anything,
          fc.record({
            chapter: fc.constant('twins'),
            all: fc.array(
              fc.oneof(anything, fc.dictionary(fc.constantFrom('chapter', 'reached', 'step', 'guesses', 'answers', '__proto__'), anything)),
            ),
          }),
        ),
        theme: anything,
        lang: anything,
        experiment: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, almost), (data) => {
        if (!isForUs(data)) return;
        try {
          readCommand(data);
        } catch (error) {
          assert.ok(error instanceof ExperimentError, String(error));
          assert.ok(error.message.length < 400);
        }
        const id = readId(data);
        assert.ok(id === undefined || Number.isSafeInteger(id) || String(id).length <= 64);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what goes out', () => {
  test('has the mark, the type, and the id of what it answers', () => {
    assert.deepEqual(message('ready'), { twinNeurons: 1, type: 'ready' });
    assert.deepEqual(message('error', { sentence: 'No.' }, 7), { twinNeurons: 1, type: 'error', id: 7, sentence: 'No.' });
  });

  test('says a height in three dialects', () => {
    assert.deepEqual(resizeMessages(480), [
      { twinNeurons: 1, type: 'resize', height: 480 },
      { subject: 'lti.frameResize', height: 480 },
      { context: 'h5p', action: 'resize', scrollHeight: 480, height: 480 },
    ]);
  });
});

describe('a throttle', () => {
  /** On a clock of our own. */
  const open = () => {
    let time = 1000;
    /** @type {number[]} */
    const told = [];
    /** @type {{ at: number, callback: () => void }[]} */
    const timers = [];
    const tell = createThrottle({
      interval: 100,
      now: () => time,
      later: (callback, ms) => timers.push({ at: time + ms, callback }),
      tell: (/** @type {number} */ value) => told.push(value),
    });
    return {
      told,
      tell,
      /** @param {number} ms */
      pass(ms) {
        time += ms;
        timers.splice(0).forEach((timer) => (timer.at <= time ? timer.callback() : timers.push(timer)));
      },
    };
  };

  test('tells the first at once, and of those that follow only the last, in time', () => {
    const { told, tell, pass } = open();
    for (const value of [1, 2, 3]) tell(value);
    assert.deepEqual(told, [1]);
    pass(99);
    assert.deepEqual(told, [1]);
    pass(1);
    assert.deepEqual(told, [1, 3]);
    pass(1000);
    assert.deepEqual(told, [1, 3]);
    tell(4);
    assert.deepEqual(told, [1, 3, 4]);
  });

  test('never tells more often than it may, and always the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(150), { minLength: 1, maxLength: 50 }), (pauses) => {
        const { told, tell, pass } = open();
        let time = 0;
        pauses.forEach((pause, at) => {
          pass(pause);
          time += pause;
          tell(at);
        });
        pass(100);
        assert.equal(told[told.length - 1], pauses.length - 1);
        assert.ok(told.length <= (time + 100) / 100 + 1);
      }),
    );
  });
});
