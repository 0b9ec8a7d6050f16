/**
 * The recipes on what they are for, in the soak: a real Slurm and a real GNU parallel over ssh, with a worker killed in the middle. The bytes are those of one run
 * alone. tests/command/many-machines.test.js has what can be said without them.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSlurm, startSsh, textOf } from './cluster.js';
import { outputOf } from '../support/command.js';
import { SOAK } from '../support/engine.js';
import { makeMachine, shardAtWork } from './machines.js';
import { until } from '../support/shared.js';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const run = promisify(execFile);
const skip = !SOAK && 'only in the soak: it needs Slurm and an ssh server';
const [SEEDS, SHARDS, STEPS] = ['0:199', '4', '100000'];

/** What one run alone writes. @param {string} cwd */
const alone = (cwd) => outputOf(['sweep', 'experiment.json', '--seeds', SEEDS, '--steps', STEPS], { cwd });

test('Slurm: a task that was killed and one that was put back go on, and all are merged to the bytes of one run', { skip }, async () => {
  const { cwd, env: machine } = makeMachine();
  const slurm = await startSlurm();
  try {
    const env = { ...machine, ...slurm.env };
    copyFileSync(join(DOCS, 'recipes/slurm.sh'), join(cwd, 'slurm.sh'));
    const shell = (/** @type {string} */ command) => run('bash', ['-euc', command], { cwd, env }).then(({ stdout }) => stdout.trim());
    // The commands of the page, for so many seeds.
    const commands = readFileSync(join(DOCS, 'many-machines.md'), 'utf8').match(/^ {4}(job=\$\(sbatch|sbatch --dependency).*$/gm) ?? [];
    const [submit, merge] = commands.map((line) =>
      line.trim().replaceAll('0:99999', SEEDS).replace('--array=1-400', `--array=1-${SHARDS}`),
    );
    const job = await shell(`${submit.replace(/ 400\)$/, ` ${SHARDS} ${STEPS})`)}; echo "$job"`);
    assert.match(job, /^\d+$/);

    const killed = await until(() => shardAtWork(cwd, Number(SHARDS)));
    killed.processes.forEach((each) => process.kill(each, 'SIGKILL'));
    const stateOf = (/** @type {string} */ id) => shell(`scontrol show job ${id} | grep -o 'JobState=[A-Z]*'`);
    await until(async () => /FAILED/.test(await stateOf(`${job}_${killed.shard}`)));
    await shell(`scontrol requeue ${job}_${killed.shard}`);
    const putBack = await until(() => shardAtWork(cwd, Number(SHARDS)));
    await shell(`scontrol requeue ${job}_${putBack.shard}`);

    const merged = (await shell(`job=${job}; ${merge}`)).replace(/\D/g, '');
    const end = await until(async () => (await stateOf(merged)).match(/COMPLETED|FAILED|CANCELLED/)?.[0]);
    assert.equal(end, 'COMPLETED', textOf(join(cwd, `slurm-${merged}.out`)));
    assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), await alone(cwd));
  } catch (error) {
    throw new Error(slurm.said(), { cause: error });
  } finally {
    await slurm.close();
  }
});

test('GNU parallel over ssh: a worker that was killed is tried again, and the shards of two machines have the bytes of one run', {
  skip,
}, async () => {
  const { cwd, env } = makeMachine();
  const server = await startSsh(env);
  try {
    writeFileSync(join(cwd, 'hosts.txt'), server.hosts.map((host) => `2/${host}\n`).join(''));
    const ended = run('bash', [join(DOCS, 'recipes/parallel.sh'), 'experiment.json'], {
      cwd,
      env: { ...env, PARALLEL_SSH: server.ssh, HOSTS: 'hosts.txt', SEEDS, SHARDS, STEPS, JOBS: '2' },
    });
    const { processes } = await until(() => shardAtWork(cwd, Number(SHARDS)));
    processes.forEach((each) => process.kill(each, 'SIGKILL'));
    await ended;
    assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), await alone(cwd));
  } catch (error) {
    throw new Error(server.said(), { cause: error });
  } finally {
    await server.close();
  }
});
