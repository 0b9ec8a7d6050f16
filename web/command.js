#!/usr/bin/env node
/** The command twin-neurons: the process around it. What it does stands in command/. */
import { main } from './command/main.js';

const interruption = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  // Once: whoever presses Ctrl+C again ends the process at once.
  process.once(signal, () => interruption.abort(signal));
}
// Whoever reads the output may have seen enough, as `head` does: nothing is left to do then. Whoever writes hears of other errors.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(141);
});
// The sentences of a command that nobody hears change nothing of its work.
process.stderr.on('error', () => {});
const { argv, stdin, stdout, stderr } = process;
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, signal: interruption.signal });
