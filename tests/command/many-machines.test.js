/**
 * The recipes for sweeps on many machines, as docs/recipes/ has them: GNU parallel for real, with a worker killed in the middle; Slurm's
 * and Kubernetes' by what they would start, with the variables that those set. Whatever shares the seeds out, the bytes are those of one run.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { EXIT } from '../../web/command/failures.js';
import { makeFolder, runCommand } from '../support/command.js';
import { makeMachine, shardAtWork } from './machines.js';
import { until } from '../support/shared.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RECIPES = join(ROOT, 'docs/recipes');
const run = promisify(execFile);

/** @param {string} cwd @param {number} shards */
const mergeShards = (cwd, shards) => runCommand(['merge', ...Array.from({ length: shards }, (_, at) => `shard-${at + 1}.jsonl`)], { cwd });

describe('the recipe for GNU parallel', () => {
  const STEPS = '40000';
  /** @type {string} */
  let whole;
  before(async () => {
    ({ stdout: whole } = await runCommand(['sweep', 'experiment.json', '--seeds', '0:119', '--steps', STEPS], { cwd: makeFolder() }));
  });

  test('gives the bytes of one run though a worker is killed in the middle, and computes only what is missing when called again', async () => {
    const { cwd, env } = makeMachine();
    const child = spawn('bash', [join(RECIPES, 'parallel.sh'), 'experiment.json'], {
      cwd,
      env: { ...env, SEEDS: '0:119', SHARDS: '4', JOBS: '3', STEPS },
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const ended = new Promise((resolve) => child.on('close', resolve));
    const [victim] = await until(() => shardAtWork(cwd, 4)?.processes);
    process.kill(victim, 'SIGKILL');
    assert.equal(await ended, 0, stderr);
    assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), whole);

    rmSync(join(cwd, 'shard-3.jsonl'));
    rmSync(join(cwd, 'results.jsonl'));
    await run('bash', [join(RECIPES, 'parallel.sh'), 'experiment.json'], { cwd, env: { ...env, SEEDS: '0:119', SHARDS: '4', STEPS } });
    assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), whole);
  });

  test('merges more shards than a command line has room for', async () => {
    const { cwd, env } = makeMachine();
    const shards = 9000;
    const [begin, end] = (whole.match(/.*\n/g) ?? []).reduce(
      (parts, line, at) => {
        parts[at < 60 ? 0 : 1] += line;
        return parts;
      },
      ['', ''],
    );
    for (let shard = 1; shard <= shards; shard += 1)
      writeFileSync(join(cwd, `shard-${shard}.jsonl`), shard === 1 ? begin : shard === shards ? end : '');
    // The shards are there: nothing is left for GNU parallel to do.
    writeFileSync(join(cwd, 'bin/parallel'), '#!/bin/sh\ncat > /dev/null\n', { mode: 0o755 });
    await run('bash', [join(RECIPES, 'parallel.sh'), 'experiment.json'], {
      cwd,
      env: { ...env, SEEDS: '0:119', SHARDS: String(shards), STEPS },
    });
    assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), whole);
  });

  test('fails where the experiment is refused, and leaves no results', async () => {
    const { cwd, env } = makeMachine();
    writeFileSync(join(cwd, 'wrong experiment.json'), '{ "network": {} }');
    const failed = run('bash', [join(RECIPES, 'parallel.sh'), 'wrong experiment.json'], { cwd, env: { ...env, SHARDS: '2' } });
    await assert.rejects(failed, (error) =>
      /twin-neurons: wrong experiment\.json: network\.inputs: is missing/.test(Reflect.get(Object(error), 'stderr')),
    );
    assert.ok(!existsSync(join(cwd, 'results.jsonl')));
  });
});

describe('the recipe for Slurm', () => {
  test('is a script that bash can read, with the options that Slurm reads in it', async () => {
    await run('bash', ['-n', join(RECIPES, 'slurm.sh')]);
    const options = readFileSync(join(RECIPES, 'slurm.sh'), 'utf8').match(/^#SBATCH --[a-z-]+(=\S+)?$/gm);
    assert.ok(options?.includes('#SBATCH --requeue'));
    assert.ok(options && options.length >= 5);
  });

  test('gives the bytes of one run, a shard a task of the array', async () => {
    const { cwd, env } = makeMachine();
    for (const task of ['3', '1', '2']) {
      await run('bash', [join(RECIPES, 'slurm.sh'), 'experiment.json', '5:14', '3', '100'], {
        cwd,
        env: { ...env, SLURM_ARRAY_TASK_ID: task, SLURM_CPUS_PER_TASK: '2' },
      });
    }
    const { stdout } = await mergeShards(cwd, 3);
    assert.equal(stdout, (await runCommand(['sweep', 'experiment.json', '--seeds', '5:14', '--steps', '100'], { cwd })).stdout);
  });
});

describe('the recipe for Kubernetes', () => {
  const job = parse(readFileSync(join(RECIPES, 'kubernetes.yaml'), 'utf8'));
  const pod = job.spec.template.spec;
  const [install] = pod.initContainers;
  const [sweep] = pod.containers;
  /** @type {Record<string, string>} */
  const variables = Object.fromEntries(sweep.env.map((/** @type {{ name: string, value: string }} */ { name, value }) => [name, value]));

  test('is an Indexed Job with as many pods as shards, which tries again what was lost and nothing that was refused', () => {
    assert.deepEqual([job.apiVersion, job.kind, job.spec.completionMode, pod.restartPolicy], ['batch/v1', 'Job', 'Indexed', 'Never']);
    assert.equal(String(job.spec.completions), variables.SHARDS);
    assert.ok(job.spec.parallelism <= job.spec.completions && job.spec.backoffLimitPerIndex > 0);
    const [evicted, refused] = job.spec.podFailurePolicy.rules;
    // The first rule that holds counts: the processes of an evicted pod end with a code, too.
    assert.deepEqual(evicted, { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] });
    const onExitCodes = { containerName: sweep.name, operator: 'In', values: [EXIT.input, EXIT.usage].map(Number) };
    assert.deepEqual(refused, { action: 'FailJob', onExitCodes });
    assert.ok(!onExitCodes.values.includes(EXIT.again));
  });

  test('asks for nothing that a namespace of the "restricted" standard refuses', () => {
    assert.deepEqual([pod.securityContext.runAsNonRoot, pod.securityContext.seccompProfile.type], [true, 'RuntimeDefault']);
    assert.ok(pod.securityContext.runAsUser > 0);
    for (const { securityContext } of [install, sweep])
      assert.deepEqual(securityContext, { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    for (const volume of pod.volumes) assert.ok(['emptyDir', 'configMap', 'persistentVolumeClaim'].includes(Object.keys(volume)[1]));
  });

  test('mounts only volumes that it names, and says every variable as a text', () => {
    const volumes = pod.volumes.map((/** @type {{ name: string }} */ { name }) => name);
    for (const container of [install, sweep]) {
      for (const { name } of container.volumeMounts) assert.ok(volumes.includes(name), name);
      for (const { value } of container.env) assert.equal(typeof value, 'string');
    }
  });

  test('installs the package, and gives the bytes of one run, a shard an index', async () => {
    const { cwd } = makeMachine();
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', cwd], { cwd: ROOT });
    const tarball = install.command.at(-1);
    assert.equal(tarball, `/results/twin-neurons-${version}.tgz`);
    // The mounts of the pod are folders of this machine here.
    mkdirSync(join(cwd, 'package'));
    const here = (/** @type {string} */ text) => text.replaceAll('/experiment/', `"${cwd}"/`).replaceAll('/package/', `"${cwd}"/package/`);
    const [program, ...args] = install.command;
    await run(
      program,
      args.map((/** @type {string} */ arg) => arg.replace(/^\/package$/, join(cwd, 'package')).replace('/results', cwd)),
      { cwd },
    );
    const [shell, options] = sweep.command;
    for (const index of [0, 1, 2]) {
      const env = { ...process.env, ...variables, SHARDS: '3', SEEDS: '0:9', STEPS: '100', JOB_COMPLETION_INDEX: String(index) };
      await run(shell, [options, here(sweep.args[0])], { cwd, env });
    }
    const { stdout } = await mergeShards(cwd, 3);
    assert.equal(stdout, (await runCommand(['sweep', 'experiment.json', '--seeds', '0:9', '--steps', '100'], { cwd })).stdout);
  });
});

test('the merge of Slurm begins when all tasks have ended, also of a requeued array, and takes any number of shards', () => {
  const text = readFileSync(join(ROOT, 'docs/many-machines.md'), 'utf8');
  assert.match(text, /^ {4}job=\$\(sbatch --parsable --array=1-400 /m);
  assert.match(text, /^ {4}sbatch --dependency="afterany:\$\{job%%;\*\}" --wrap='cat shard-\*\.jsonl \| twin-neurons merge /m);
});

test('the package has the recipes', async () => {
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], { cwd: ROOT });
  const files = JSON.parse(stdout)[0].files.map((/** @type {{ path: string }} */ { path }) => path);
  for (const name of [...readdirSync(RECIPES).map((each) => `recipes/${each}`), 'many-machines.md'])
    assert.ok(files.includes(`docs/${name}`), name);
});

test('docs/many-machines.md names every recipe, and the README names it', () => {
  const text = readFileSync(join(ROOT, 'docs/many-machines.md'), 'utf8');
  for (const code of Object.values(EXIT)) assert.match(text, new RegExp(`^\\| (\\d+, )*${code}\\b`, 'm'), String(code));
  for (const name of readdirSync(RECIPES)) assert.ok(text.includes(`(recipes/${name})`), name);
  assert.ok(readFileSync(join(ROOT, 'README.md'), 'utf8').includes('(docs/many-machines.md)'));
});
