/** A machine that computes shards, for tests: a folder with the command on its PATH, and which processes compute there. */
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, makeFolder } from '../support/command.js';

/**
 * A folder with the experiment and the command on its own PATH.
 * @returns {{ cwd: string, env: NodeJS.ProcessEnv }}
 */
export function makeMachine() {
  const cwd = makeFolder();
  mkdirSync(join(cwd, 'bin'));
  symlinkSync(COMMAND, join(cwd, 'bin/twin-neurons'));
  // GNU parallel keeps a folder in HOME.
  return { cwd, env: { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, HOME: cwd } };
}

/**
 * The processes of the command that compute a shard in a folder.
 * @param {string} cwd
 * @param {string} shard "3/8"
 */
function shardProcesses(cwd, shard) {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .map(Number)
    .filter((id) => {
      try {
        const args = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        return /node$/.test(args[0]) && args.includes(shard) && readlinkSync(`/proc/${id}/cwd`) === cwd;
      } catch {
        return false; // It has ended in the meantime.
      }
    });
}

/**
 * The first shard that has written some of its lines and still computes.
 * @param {string} cwd
 * @param {number} shards
 * @returns {{ shard: number, processes: number[] } | undefined}
 */
export function shardAtWork(cwd, shards) {
  return Array.from({ length: shards }, (_, at) => at + 1)
    .map((shard) => {
      const file = join(cwd, `shard-${shard}.jsonl`);
      const hasLines = existsSync(file) && readFileSync(file, 'utf8').includes('\n');
      return { shard, processes: hasLines ? shardProcesses(cwd, `${shard}/${shards}`) : [] };
    })
    .find(({ processes }) => processes.length > 0);
}
