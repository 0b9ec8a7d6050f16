/** The commands by name, their options and their help: one table. */
import { describe } from '../base/errors.js';
import { DEFAULT_STEPS_TO_RUN } from '../experiment/presets.js';
import { openLab } from '../twin-neurons.js';
import { checkCommand } from './check.js';
import { EXIT, UsageError, explain, printable } from './failures.js';
import { gradeCommand } from './grade.js';
import { mergeCommand } from './merge.js';
import { readArguments } from './options.js';
import { writeOutput } from './outputs.js';
import { runCommand } from './run.js';
import { sweepCommand } from './sweep.js';

/** @typedef {import('./options.js').Option} Option */
/**
 * What a command has of its process.
 * @typedef {object} Io
 * @property {import('node:stream').Readable} stdin
 * @property {import('node:stream').Writable} stdout
 * @property {import('node:tty').WriteStream} stderr
 * @property {AbortSignal} signal aborted where the process is asked to end, with the signal's name as reason
 */
/**
 * @typedef {object} Command
 * @property {string} name
 * @property {string} operands
 * @property {string} help
 * @property {readonly Option[]} options
 * @property {(args: import('./options.js').Arguments, io: Io) => Promise<number>} start
 */

const STEPS = { flag: '--steps', value: 'N', help: `steps to train; left out: the link's, else ${DEFAULT_STEPS_TO_RUN}` };

/** @type {readonly Command[]} */
const COMMANDS = [
  {
    name: 'run',
    operands: 'EXPERIMENT',
    help: 'trains it and prints what became of it, as a line of JSON',
    options: [
      STEPS,
      { flag: '--csv', value: 'FILE', help: 'writes the history: step, loss J and every parameter, to the bit' },
      { flag: '--json', value: 'FILE', help: 'writes the result with its ties, its parameters and the experiment' },
      { flag: '--fingerprint', help: 'prints the 16 digits of the fingerprint instead of the line' },
    ],
    start: runCommand,
  },
  {
    name: 'sweep',
    operands: 'EXPERIMENT',
    help: 'trains it from many seeds and prints a line of JSON for each, in their order',
    options: [
      { flag: '--seeds', value: 'A:B', help: 'the first and the last seed, each in place of init.seed' },
      STEPS,
      { flag: '--shard', value: 'I/N', help: 'only the I-th of N parts; the parts one after the other are the whole' },
      {
        flag: '--out',
        value: 'FILE',
        help: 'writes the lines there; what the file has already is not computed again; .gz, .zst: compressed',
      },
      {
        flag: '--grid',
        value: 'KEY=V,V,...',
        repeats: true,
        help: 'every value of a field, such as training.learningRate; of several, every combination',
      },
      { flag: '--weights', help: 'adds the first and the last parameters to each line' },
      { flag: '--workers', value: 'N', help: 'threads; left out: as many as the machine has' },
    ],
    start: sweepCommand,
  },
  {
    name: 'merge',
    operands: 'FILE...',
    help: 'puts the lines of shards in order, and refuses what does not fit together',
    options: [
      { flag: '--seeds', value: 'A:B', help: 'refuses when one of these is missing' },
      { flag: '--grid', value: 'KEY=V,V,...', repeats: true, help: 'as the sweep had it: refuses when a combination is missing' },
      { flag: '--out', value: 'FILE', help: 'writes the lines there; .gz and .zst are read and written, too' },
    ],
    start: mergeCommand,
  },
  {
    name: 'grade',
    operands: 'TASK ANSWERS',
    help: 'trains what a class handed in again and prints a table of who has met the task',
    options: [{ flag: '--out', value: 'FILE', help: 'writes the table there' }],
    start: gradeCommand,
  },
  {
    name: 'check',
    operands: '',
    help: 'trains fifty fixed runs and says whether this device computes the same bits as all others',
    options: [],
    start: checkCommand,
  },
];

const NOTES = `
EXPERIMENT is a file of JSON, as "Keep and share" on the page saves it, or a link of the page (#run=...).
TASK is a file of JSON or a link of a task (#task=...);
ANSWERS a table (CSV) with a row a student, or the texts that they handed in.
"-" is standard input, and as FILE standard output.

Exit codes: 0 done; 1 what was given cannot be used; 2 wrong arguments; 3 run: training diverged, and the result
says where; 75 try again, such as when the disk is full; 130 and 143 ended by SIGINT (Ctrl+C) or SIGTERM; 141 nobody
reads the output any more.
`;

/** @param {Command} command */
function commandHelp({ name, operands, help, options }) {
  const flags = options.map(({ flag, value = '' }) => `${flag} ${value}`);
  const width = Math.max(...flags.map((flag) => flag.length));
  const rows = options.map(({ help: text }, at) => `    ${flags[at].padEnd(width)}  ${text}`);
  return `  ${`${name} ${operands}`.trimEnd()}\n    ${help}\n${rows.join('\n')}\n`;
}

/** @param {readonly Command[]} commands */
const helpText = (commands) => `Usage: twin-neurons COMMAND ... | --help | --version\n\n${commands.map(commandHelp).join('\n')}${NOTES}`;

/**
 * @param {string[]} args behind the program's name
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function main(args, io) {
  try {
    return await dispatch(args, io);
  } catch (error) {
    const { code, sentence } = explain(error);
    io.stderr.write(`twin-neurons: ${printable(sentence)}\n`);
    return code;
  }
}

/**
 * @param {string[]} args
 * @param {Io} io
 * @returns {Promise<number>}
 */
async function dispatch([name, ...rest], io) {
  if (name === undefined) throw new UsageError(`a command is needed: ${COMMANDS.map((each) => each.name).join(', ')}`);
  if (['--version', '-V'].includes(name)) {
    const lab = await openLab();
    lab.close();
    await writeOutput('-', `${lab.version}\n`, io);
    return EXIT.ok;
  }
  if (['--help', '-h', 'help'].includes(name)) {
    await writeOutput('-', helpText(COMMANDS), io);
    return EXIT.ok;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new UsageError(`there is no command ${describe(name)}`);
  if (rest.some((argument) => ['--help', '-h'].includes(argument))) {
    await writeOutput('-', helpText([command]), io);
    return EXIT.ok;
  }
  return command.start(readArguments(rest, command.options), io);
}
