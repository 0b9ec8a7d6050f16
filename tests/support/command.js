/** Runs the command twin-neurons, as build.sh made it, for tests. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url));

/** Three neurons on XOR, from a random start: quick, and every seed ends elsewhere. */
export const SWEPT = Object.freeze({
  version: 1,
  name: 'swept',
  network: { inputs: 2, hidden: [3] },
  data: { set: 'xor' },
  init: { scheme: 'normal', seed: 7 },
  training: { learningRate: 0.5 },
});

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, stdout: string, stderr: string }} Ended */

/**
 * Starts the command.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, input?: string | Buffer }} [options] input: what stands on standard input
 */
export function startCommand(args, { cwd, input = '' } = {}) {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  // A command that ends before it has read its input is none the worse for it.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

/**
 * @param {readonly string[]} args
 * @param {{ cwd?: string, input?: string | Buffer }} [options]
 */
export const runCommand = (args, options) => startCommand(args, options).ended;

/** @type {string[]} */
const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/**
 * A folder of its own with an experiment in it, removed at the end of the process that made it.
 * @param {Record<string, string>} [files]
 */
export function makeFolder(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'twin neurons '));
  folders.push(folder);
  for (const [name, text] of Object.entries({ 'experiment.json': JSON.stringify(SWEPT), ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/**
 * The output of a command that must succeed.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, input?: string }} [options]
 */
export async function outputOf(args, options) {
  const { code, stdout, stderr } = await runCommand(args, options);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
}
