/**
 * Runs the steps of a build, each when what it needs is there, and several at once. A step is skipped while its inputs and its outputs are
 * what they were when it last succeeded, judged by their content. What the steps do is build.js's.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} inputs files and folders that decide what comes out: sources, and the tools that read them
 * @property {string} [key] what else decides it: a version of a compiler, an address
 * @property {readonly string[]} [needs] names of the steps whose outputs are inputs of this one
 * @property {() => readonly string[]} outputs files and folders; one that is missing counts as a change
 * @property {() => Promise<void>} run
 */

/** Something went wrong that a person can put right. `message` is for them; '' where whoever failed has said it already. */
export class BuildError extends Error {}

/** What lies in folders and is no part of them: packages that were installed there. */
const NOT_CONTENT = 'node_modules';

/**
 * Every file in the given files and folders, sorted.
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
function listFiles(paths) {
  return paths
    .flatMap((path) => {
      if (!existsSync(path)) return [];
      if (!statSync(path).isDirectory()) return [path];
      const names = readdirSync(path).filter((name) => name !== NOT_CONTENT);
      return listFiles(names.map((name) => join(path, name)));
    })
    .sort();
}

/**
 * A hash over the names and the contents of all files in the given files and folders. A missing one is left out, which is a change, too.
 * @param {readonly string[]} paths
 */
function hashContents(paths) {
  const hash = createHash('sha256');
  for (const file of listFiles(paths)) hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

/**
 * Runs the steps that are not up to date.
 * @param {readonly Step[]} steps
 * @param {{ stamps: string, note: (name: string) => void }} options stamps: the folder that remembers; note: told of a step that runs
 * @throws {BuildError} the first failure, when every step that was under way has ended
 */
export async function runSteps(steps, { stamps, note }) {
  mkdirSync(stamps, { recursive: true });
  /** @type {Map<string, Promise<void>>} */
  const ends = new Map();
  for (const step of steps) {
    const needed = (step.needs ?? []).map(
      (name) => ends.get(name) ?? Promise.reject(new Error(`${step.name} needs ${name}, which is no step before it`)),
    );
    ends.set(
      step.name,
      Promise.all(needed).then(() => runStep(step, steps, { stamps, note })),
    );
  }
  for (const result of await Promise.allSettled(ends.values())) {
    if (result.status === 'rejected') throw result.reason;
  }
}

/**
 * @param {Step} step
 * @param {readonly Step[]} steps
 * @param {{ stamps: string, note: (name: string) => void }} options
 */
async function runStep(step, steps, { stamps, note }) {
  const needed = steps.filter(({ name }) => step.needs?.includes(name)).map((each) => hashContents(each.outputs()));
  const inputs = [step.key ?? '', hashContents(step.inputs), ...needed].join(' ');
  const stamp = join(stamps, step.name);
  const state = () => `${inputs} ${hashContents(step.outputs())}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return;
  note(step.name);
  await step.run();
  writeFileSync(stamp, state());
}

/**
 * Runs a program; what it says goes where ours goes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options] cwd: the folder that it runs in
 * @returns {Promise<void>}
 * @throws {BuildError} where it fails
 */
export function runProgram(program, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    spawn(program, args, { stdio: 'inherit', cwd })
      .on('error', (error) => reject(new BuildError(`${program} could not be started: ${error.message}`)))
      .on('close', (code) => (code === 0 ? resolve() : reject(new BuildError(''))));
  });
}
