/**
 * Real programs that hand out shards, on this machine alone and each in a folder of its own: Debian's Slurm of one node, and its ssh server on
 * the loopback. Nothing of the system's own configuration is read or changed.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/shared.js';

/** The programs of Debian's packages that a test needs, by the package. */
export const SLURM = Object.freeze({ munged: 'munge', slurmctld: 'slurmctld', slurmd: 'slurmd', sbatch: 'slurm-client' });
export const SSH = Object.freeze({ sshd: 'openssh-server', ssh: 'openssh-client', parallel: 'parallel' });

/**
 * @param {string} program
 * @returns {string} its path; Debian's daemons are not on everybody's PATH
 */
function find(program) {
  const path = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'].map((folder) => join(folder, program)).find(existsSync);
  assert.ok(
    path,
    `${program} is missing; ./build.sh soak installs it where it may, else install Debian's packages munge, slurmctld, slurmd and openssh-server`,
  );
  return path;
}

/** A port of the loopback that nobody has. @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

class Daemons {
  /** A name without spaces, since configurations have none; others may pass through it, as munge wants it for its socket. */
  folder = mkdtempSync(join(tmpdir(), 'twin-neurons-cluster-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  #running = [];

  constructor() {
    chmodSync(this.folder, 0o755);
  }

  /**
   * @param {string} program
   * @param {readonly string[]} args so that it stays in the foreground
   * @param {NodeJS.ProcessEnv} [env]
   */
  start(program, args, env) {
    const child = spawn(find(program), args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.said += text));
    this.#running.push(child);
  }

  /** What all of them have said, for failures. */
  said = '';

  async close() {
    for (const child of this.#running.reverse()) {
      const ended = new Promise((resolve) => child.on('close', resolve));
      if (child.exitCode === null && child.kill()) await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @param {() => unknown} ask what fails until something is there */
function works(ask) {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/**
 * A cluster of this machine, with eight processors whatever it has.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, said: () => string, close: () => Promise<void> }>} env: what its commands need
 */
export async function startSlurm() {
  for (const program of Object.keys(SLURM)) find(program);
  const daemons = new Daemons();
  const at = (/** @type {string} */ name) => join(daemons.folder, name);
  for (const name of ['state', 'spool']) mkdirSync(at(name));
  writeFileSync(at('munge.key'), randomBytes(1024), { mode: 0o400 });
  const { username } = userInfo();
  const lines = [
    'ClusterName=twin',
    `SlurmctldHost=${hostname()}(127.0.0.1)`,
    `SlurmctldPort=${await freePort()}`,
    `SlurmdPort=${await freePort()}`,
    // Credentials that soon run out: those of a task that is put back are not waited for. Slurm still holds it back for some two minutes.
    `AuthInfo=socket=${at('munge.socket')},cred_expire=2`,
    ...['SlurmUser', 'SlurmdUser'].map((name) => `${name}=${username}`),
    `StateSaveLocation=${at('state')}`,
    `SlurmdSpoolDir=${at('spool')}`,
    ...['Slurmctld', 'Slurmd'].map((name) => `${name}PidFile=${at(name)}`),
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core_Memory',
    'MailProg=/bin/true',
    'SlurmdParameters=config_overrides',
    `NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=8 RealMemory=8192`,
    'PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE',
  ];
  writeFileSync(at('slurm.conf'), `${lines.join('\n')}\n`);
  const env = { SLURM_CONF: at('slurm.conf') };
  const munge = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'].map((name) => `--${name}=${at(`munge.${name.split('-')[0]}`)}`);
  daemons.start('munged', ['--foreground', ...munge]);
  await until(() => existsSync(at('munge.socket')));
  daemons.start('slurmctld', ['-D'], env);
  daemons.start('slurmd', ['-D'], env);
  const states = () => execFileSync('sinfo', ['--noheader', '--format=%t'], { env: { ...process.env, ...env }, stdio: 'pipe' });
  await until(() => works(() => assert.match(states().toString(), /^idle/)));
  return { env, said: () => daemons.said, close: () => daemons.close() };
}

/**
 * An ssh server on the loopback, which is two machines by name.
 * @param {NodeJS.ProcessEnv} machine what a machine has for whoever logs in: its PATH
 * @returns {Promise<{ ssh: string, hosts: string[], said: () => string, close: () => Promise<void> }>} ssh: the command that logs in
 */
export async function startSsh({ PATH = '' }) {
  for (const program of Object.keys(SSH)) find(program);
  const daemons = new Daemons();
  const at = (/** @type {string} */ name) => join(daemons.folder, name);
  for (const key of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
  const port = await freePort();
  const hosts = ['node1', 'node2'];
  // Where Debian's ssh server gives its rights up to; made by its service, which does not run here.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const server = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${at('host')}`,
    `AuthorizedKeysFile ${at('user.pub')}`,
    `PidFile ${at('sshd.pid')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    `SetEnv "PATH=${PATH}"`,
  ];
  const client = [
    `Host ${hosts.join(' ')}`,
    'HostName 127.0.0.1',
    `Port ${port}`,
    `IdentityFile ${at('user')}`,
    'IdentitiesOnly yes',
    `UserKnownHostsFile ${at('known')}`,
    'StrictHostKeyChecking accept-new',
    'LogLevel ERROR',
  ];
  writeFileSync(at('sshd_config'), `${server.join('\n')}\n`);
  writeFileSync(at('ssh_config'), `${client.join('\n')}\n`);
  daemons.start('sshd', ['-D', '-e', '-f', at('sshd_config')]);
  await until(() => works(() => execFileSync('ssh', ['-F', at('ssh_config'), hosts[0], 'true'], { stdio: 'pipe' })));
  return { ssh: `ssh -F ${at('ssh_config')}`, hosts, said: () => daemons.said, close: () => daemons.close() };
}

/** The lines of a file, or none. @param {string} name */
export const textOf = (name) => (existsSync(name) ? readFileSync(name, 'utf8') : '');
