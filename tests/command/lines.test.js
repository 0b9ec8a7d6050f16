/** The quick look at lines of results (web/command/lines/): what it takes is what parsing takes, to the byte, and nearly all lines need no more; and how they are read once more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LineReader } from '../../web/command/lines/line-reader.js';
import { literal, skip, skipCount, skipNumber, skipUnits, usual } from '../../web/command/lines/scan.js';
import { isSurelyShortest } from '../../web/command/lines/shortest.js';
import { StretchLines } from '../../web/command/lines/stretch-lines.js';
import { readLine, writeLine } from '../../web/command/result-lines.js';
import { SOAK } from '../support/engine.js';

const NUMBERS = SOAK ? 10_000_000 : 20_000;

/** A result, but for its seed and its loss. */
const PLAIN = {
  step: 5,
  stopped: null,
  effective: [2],
  different: [2],
  solved: 1,
  baseline: 0.5,
  parted: 0,
  fingerprint: '0123456789abcdef',
  layers: [],
};

/** Where a number of a line ends for the scan; -1: it is none. @param {string} text @param {typeof skipNumber} skipIt */
function endOf(text, skipIt = skipNumber) {
  const bytes = Buffer.from(`${text}\n`);
  return skipIt(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0);
}

/** Doubles of every size that lines have, from a seed. @param {number} count */
function* someDoubles(count) {
  let state = 12345;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < count; i += 1) yield (next() + next() / 2 ** 31) * 10 ** Math.floor(next() * 22 - 7);
}

describe('a number', () => {
  test('is taken as it is written, and in no other way', () => {
    let tried = 0;
    for (const x of someDoubles(NUMBERS)) {
      const text = String(x);
      assert.equal(endOf(text), text.length, text);
      assert.equal(endOf(`-${text}`), text.length + 1, text);
      // Its neighbors in the last digits, and one digit more or less.
      for (const other of [`${text}1`, `${text}0`, `${text}5`, text.slice(0, -1), `${text.slice(0, -1)}${(tried % 9) + 1}`, `0${text}`]) {
        const isWritten = String(Number(other)) === other;
        assert.equal(endOf(other) === other.length, isWritten, other);
        tried += 1;
      }
    }
    assert.ok(tried >= NUMBERS);
  });

  test('at a limit is taken as it is written, and in no other way', () => {
    for (const text of [
      ...[
        '0',
        '-0',
        '00',
        '0.0',
        '1.',
        '.5',
        '-',
        '-.5',
        '+1',
        '1e5',
        '1e21',
        '1e+21',
        '1e-7',
        '1E-7',
        '0.000001',
        '0.0000012',
        '0.0000001',
      ],
      ...[
        '123456789012345',
        '1234567890123456',
        '12345678901234567',
        '9007199254740993',
        '100000000000000000000',
        '1000000000000000000000',
      ],
      ...[
        '5e-324',
        '4e-324',
        '1.7976931348623157e+308',
        '1e999',
        'Infinity',
        'NaN',
        '0x10',
        '1.5.2',
        '1.50',
        '01.5',
        '1e-07',
        '--1',
        '1-1',
      ],
      ...[
        '0.1',
        '0.30000000000000004',
        '0.30000000000000005',
        '0.3000000000000000',
        '2.220446049250313e-16',
        '4.35',
        '0.5',
        '0.49999999999999994',
      ],
      ...['8.41', '1.0000000000000002', '0.9999999999999999', '98542834905514.88', '98542834905514.87', '5e-7', `0.${'3'.repeat(40)}`],
    ])
      assert.equal(endOf(text) === text.length, String(Number(text)) === text && Number.isFinite(Number(text)), text);
  });

  test('nearly always needs not be written to be known', () => {
    let [sure, all] = [0, 0];
    for (const x of someDoubles(20_000)) {
      const [whole, fraction = ''] = String(x).split('.');
      const digits = `${whole}${fraction}`.replace(/^0+/, '');
      if (digits.length < 16 || digits.length > 17 || fraction.length === 0 || fraction.length > 22 || /e/.test(fraction)) continue;
      all += 1;
      if (isSurelyShortest(Number(digits.slice(0, 9)), Number(digits.slice(9)), digits.length, fraction.length)) sure += 1;
    }
    assert.ok(all > 10_000 && sure > 0.99 * all, `${sure} of ${all}`);
  });
});

test('whole numbers and lists of them are taken as they are written', () => {
  for (const text of ['0', '7', '10', '123456789012345']) assert.equal(endOf(text, skipCount), text.length, text);
  for (const text of ['', '00', '01', '-1', 'x']) assert.equal(endOf(text, skipCount), -1, text);
  for (const text of ['[]', '[1]', '[1,20,3]']) assert.equal(endOf(text, skipUnits), text.length, text);
  for (const text of ['', '[', '[1', '[1,', '[1,]', '[,1]', '[1;2]', '(1)', '[01]']) assert.equal(endOf(text, skipUnits), -1, text);
});

test('a literal is every one of its bytes', () => {
  for (const text of ['four', 'fives', 'sixsix', 'seven77', '12345678', ',"fingerprint":"']) {
    assert.equal(
      endOf(text, (view, at) => skip(view, at, literal(text))),
      text.length,
    );
    for (let at = 0; at < text.length; at += 1) {
      const other = `${text.slice(0, at)}~${text.slice(at + 1)}`;
      assert.equal(
        endOf(other, (view, from) => skip(view, from, literal(text))),
        -1,
        other,
      );
    }
    assert.equal(skip(new DataView(Uint8Array.from(Buffer.from(text.slice(0, -1))).buffer), 0, literal(text)), -1, 'the bytes end before');
  }
});

test('a stretch that is the same in most lines is looked at once, and any other is looked at', () => {
  /** @type {string[]} */
  const looked = [];
  const skipIt = usual((view, at) => {
    looked.push(String.fromCharCode(view.getUint8(at + 4)));
    return skip(view, at, literal('usua')) < 0 ? -1 : at + 5;
  });
  assert.equal(endOf('other', skipIt), -1, 'what is refused is not learned');
  for (let time = 0; time < 3; time += 1) assert.equal(endOf('usual', skipIt), 5);
  assert.deepEqual(looked, ['r', 'l']);
  assert.equal(endOf('usua!', skipIt), 5, 'another may be good, too');
  assert.equal(endOf('wrong', skipIt), -1);
  assert.deepEqual(looked, ['r', 'l', '!', 'g']);
  for (let time = 0; time < 1000; time += 1) assert.equal(endOf('usua?', skipIt), 5);
  looked.length = 0;
  assert.equal(endOf('usua?', skipIt), 5);
  assert.deepEqual(looked, [], 'what has come often is learned in place of the first');
  assert.equal(endOf('usual', skipIt), 5);
  assert.deepEqual(looked, ['l']);
});

const count = fc.nat({ max: 200 });
const units = fc.array(count, { maxLength: 3 });
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.constant(1e-7),
);
const layer = fc.record({
  tied: fc.array(units, { maxLength: 2 }),
  same: fc.array(units, { maxLength: 2 }),
  mirror: fc.array(units, { maxLength: 2 }),
  dead: units,
  different: count,
  nearest: fc.option(fc.record({ units, distance: number })),
});
const result = fc.record({
  seed: fc.nat(),
  step: fc.nat(),
  loss: number,
  stopped: fc.constantFrom(null, /** @type {const} */ ('diverged')),
  effective: units,
  different: units,
  solved: fc.option(number),
  baseline: fc.option(number),
  parted: fc.option(fc.nat()),
  fingerprint: fc.constantFrom('0123456789abcdef', 'ffffffffffffffff'),
  layers: fc.array(layer, { maxLength: 3 }),
});
const weights = fc.option(fc.record({ first: fc.array(number), last: fc.array(number) }), { nil: {} });
const origin = fc.constantFrom(
  { engine: '0.1.0', experiment: '0123456789abcdef', steps: 5 },
  { engine: 'ü', experiment: 'fedcba9876543210', steps: 0, grid: { 'data.set': 'xor', data: { seed: 3, set: '"seed":' } } },
);

test('a line of any kind is read as parsing reads it, and so is a line with a byte that is another', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(origin, result, weights, fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }), (lines) => {
      const reader = new LineReader();
      for (const [from, what, parameters, place, byte] of lines) {
        const text = writeLine(from, /** @type {any} */ ({ ...what, ...parameters }));
        const bytes = Buffer.from(`before\n${text}\nbehind`);
        const [start, end] = [7, bytes.length - 7];
        // Parsed, then looked at, then compared with what was looked at.
        for (let time = 1; time <= 3; time += 1)
          assert.deepEqual(reader.read(bytes, start, end), { origin: from, seed: what.seed, hasWeights: 'first' in parameters });
        bytes[start + (place % (end - start))] = byte === 10 ? 0 : byte;
        const line = readLine(bytes.toString('utf8', start, end));
        const changed = reader.read(bytes, start, end);
        assert.equal(changed?.seed, line?.seed);
        assert.equal(changed?.hasWeights, line === null ? undefined : line.first !== undefined);
        assert.equal(changed?.origin.experiment, line?.experiment);
      }
    }),
    { numRuns: SOAK ? 200_000 : 1000 },
  );
});

test('a line that begins as the one before is not parsed, and keeps its origin', (t) => {
  const from = { engine: '0.1.0', experiment: '0123456789abcdef', steps: 5 };
  /** @param {number} seed @param {number} loss */
  const line = (seed, loss) => Buffer.from(`${writeLine(from, { ...PLAIN, seed, loss })}\n`);
  const reader = new LineReader();
  const parse = t.mock.method(JSON, 'parse');
  const first = line(3, 0.1 + 0.2);
  const second = line(4, 1e-9);
  const known = reader.read(first, 0, first.length - 1);
  assert.equal(parse.mock.callCount(), 1);
  const next = reader.read(second, 0, second.length - 1);
  assert.equal(parse.mock.callCount(), 1);
  assert.deepEqual([known?.seed, next?.seed], [3, 4]);
  assert.equal(next?.origin, known?.origin);
});

describe('the lines of a stretch are read once more', () => {
  const CHANGED = new Error('changed');
  /** @param {readonly string[]} lines of seeds from 7 on @param {number} [most] bytes that are read at a time */
  const readerOf = (lines, most = Infinity) => {
    const bytes = Buffer.from(`before\n${lines.map((line) => `${line}\n`).join('')}after\n`);
    const start = 'before\n'.length;
    const size = bytes.length - start - 'after\n'.length;
    return new StretchLines(
      { file: 0, line: 2, start, bytes: size, combination: 0, seed: 7, lines: lines.length },
      { read: (chunk, at) => bytes.copy(chunk, 0, at, at + Math.min(chunk.length, most)), changed: () => CHANGED },
    );
  };
  const line = (/** @type {number} */ seed, rest = '') => `{"experiment":"e","seed":${seed},"rest":"${rest}"}`;

  test('as many as are wanted, whole, however few bytes come at a time', () => {
    const lines = Array.from({ length: 100 }, (_, at) => line(7 + at, 'x'.repeat(at)));
    for (const most of [1, 13, 5000]) {
      const reader = readerOf(lines, most);
      assert.equal(String(reader.take(1).bytes), `${lines[0]}\n`);
      let text = '';
      for (let left = 99; left > 0; ) {
        const taken = reader.take(left);
        assert.ok(taken.lines >= 1 && taken.lines <= left);
        text += taken.bytes;
        left -= taken.lines;
      }
      assert.equal(
        text,
        lines
          .slice(1)
          .map((each) => `${each}\n`)
          .join(''),
      );
    }
  });

  test('one that is longer than what is read at once, too', () => {
    const long = line(7, 'x'.repeat(300_000));
    const reader = readerOf([long, line(8)]);
    assert.equal(String(reader.take(1).bytes), `${long}\n`);
    assert.deepEqual([String(reader.take(1).bytes)], [`${line(8)}\n`]);
  });

  test('and where others stand there now, or none, that is told', () => {
    for (const lines of [[line(8)], [line(70)], [line(7).replace('7,', '7.5,')], [line(7).replace('"seed"', '"sowed"')]])
      assert.throws(() => readerOf(lines).take(1), CHANGED);
    assert.throws(() => readerOf([line(7), line(9)]).take(2), CHANGED);
    const reader = readerOf([line(7)]);
    reader.take(1);
    assert.throws(() => reader.take(1), CHANGED);
  });
});

test('a line whose neurons parted at no whole step is none', () => {
  const from = { engine: '0.1.0', experiment: '0123456789abcdef', steps: 5 };
  const what = { ...PLAIN, seed: 1, loss: 0.5 };
  const text = writeLine(from, /** @type {any} */ (what));
  assert.notEqual(readLine(text), null);
  for (const parted of ['1.5', '"0"', '-1']) assert.equal(readLine(text.replace('"parted":0', `"parted":${parted}`)), null);
});
