/** A hostile command line: a corpus made by hand, and arguments and lines of results without number made up. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseExperiment, writeLink } from 'twin-neurons';
import { UsageError, printable } from '../../web/command/failures.js';
import { LineReader } from '../../web/command/lines/line-reader.js';
import { readArguments, readPair, readWhole } from '../../web/command/options.js';
import { lineStart, readLine } from '../../web/command/result-lines.js';
import { SWEPT, makeFolder, runCommand } from '../support/command.js';
import { writeOut } from './corpus.js';
import { CASES, CORPUS, assertSentence, changes } from './readers.js';

/**
 * What a look at the bytes says of the last line is what parsing it says.
 * @param {string[]} lines
 * @param {number | undefined} seed
 */
function assertQuickIsWhole(lines, seed) {
  const reader = new LineReader();
  let found;
  for (const line of lines) {
    const bytes = Buffer.from(`${line}\n`);
    found = reader.read(bytes, 0, bytes.length - 1);
  }
  assert.equal(found?.seed, seed, lines.at(-1));
}

describe('the command', { concurrency: 2 }, () => {
  const cwd = makeFolder();
  for (const { what, args, input = '', base64, code, says } of CORPUS.commands) {
    test(`refuses ${what}`, async () => {
      const given = args.map(writeOut).map((/** @type {string} */ arg) => arg.replace('EXPERIMENT', writeLink(parseExperiment(SWEPT))));
      const ended = await runCommand(given, { cwd, input: base64 === undefined ? input : Buffer.from(base64, 'base64') });
      assert.equal(ended.code, code, ended.stderr);
      assert.equal(ended.stdout, '');
      assert.match(ended.stderr, /^twin-neurons: [^\p{Cc}]+\n$/u);
      assert.match(ended.stderr, new RegExp(says));
      assertSentence(ended.stderr.trim());
      assert.equal(/; see twin-neurons --help$/.test(ended.stderr.trim()), code === 2);
    });
  }

  test('reads any arguments, or refuses them', () => {
    const options = [
      { flag: '--steps', value: 'N', help: '' },
      { flag: '--fingerprint', help: '' },
    ];
    const argument = fc.oneof(
      fc.constantFrom('--steps', '--fingerprint', '--', '-', '--steps=', '--steps=5', '-h', '--__proto__', '='),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        try {
          const { operands, given } = readArguments(args, options);
          assert.ok(operands.length + given.size <= args.length);
          if (given.has('--steps')) readWhole('--steps', given.get('--steps') ?? '', 0, 100);
          for (const operand of operands) readPair('--seeds', operand, { mark: ':', wanted: 'A:B', minimum: 0, maximum: 9 });
        } catch (error) {
          assert.ok(error instanceof UsageError, String(error));
          assertSentence(printable(error.message));
        }
      }),
      { numRuns: CASES },
    );
  });

  test('takes only its own lines for results', () => {
    const origin = { engine: '0.1.0', experiment: '0123456789abcdef', steps: 5 };
    const good = `${lineStart(origin, 3)}"step":5,"loss":0.25,"stopped":null,"effective":[2],"different":[2],"solved":1,"baseline":0.5,"parted":0,"fingerprint":"0123456789abcdef","layers":[]}`;
    assert.equal(readLine(good)?.seed, 3);
    fc.assert(
      fc.property(changes, (change) => {
        const text = change(good);
        const line = readLine(text);
        if (line !== null) assert.equal(JSON.stringify({ ...JSON.parse(text), ...line }), text);
        assertQuickIsWhole([good, text], line?.seed);
      }),
      { numRuns: CASES },
    );
  });
});
