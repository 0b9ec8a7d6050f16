/**
 * Browsers that outlast a test file. A start of Firefox takes eight seconds of a processor, a page in it less than one, and there are dozens of files.
 *
 *   node lend.js COMMAND ARGUMENTS...
 *
 * runs a command and lends browsers to the test files that run in it, one at a time each; when the command has ended, they end. Without such a
 * command around it a test file starts its own. What kinds of browsers there are is the business of chromium.js and firefox.js.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { PORT, UNHARMED } from './borrow.js';

/** @typedef {import('./borrow.js').Started} Started */
/** @typedef {import('./borrow.js').Wish} Wish */

/** What starts a browser takes most of a second to load, and many runs need none. @type {Record<Wish['kind'], (preferences: Wish['preferences']) => Promise<Started>>} */
const STARTERS = {
  chromium: async () => (await import('./chromium.js')).startChromium(),
  firefox: async (preferences) => (await import('./firefox.js')).startFirefox(preferences),
};

/** @returns a server that lends browsers, and what ends them all */
function makeLender() {
  /** @type {Map<string, Started[]>} those that nobody has, by what they were wished as */
  const idle = new Map();
  /** @type {Set<Started>} */
  const all = new Set();

  /** @param {string} wish */
  const take = async (wish) => {
    const kept = idle.get(wish)?.pop();
    if (kept?.isRunning()) return kept;
    const { kind, preferences } = /** @type {Wish} */ (JSON.parse(wish));
    const started = await STARTERS[kind](preferences);
    all.add(started);
    return started;
  };

  /** @param {Started} browser */
  const end = async (browser) => {
    all.delete(browser);
    await browser.close();
  };

  const server = createServer((line) => {
    const lines = createInterface(line);
    line.on('error', () => line.destroy());
    line.unref();
    lines.once('line', async (wish) => {
      try {
        const browser = await take(wish);
        let isUnharmed = false;
        lines.once('line', (said) => {
          isUnharmed = said === UNHARMED;
          if (isUnharmed) idle.set(wish, [...(idle.get(wish) ?? []), browser]);
        });
        line.once('close', () => isUnharmed || end(browser));
        if (line.destroyed) await end(browser);
        else line.write(`${JSON.stringify({ endpoint: browser.endpoint })}\n`);
      } catch (error) {
        line.end(`${JSON.stringify({ problem: String(error) })}\n`);
      }
    });
  });
  return { server, endAll: () => Promise.all([...all].map(end)) };
}

/** @param {string[]} command */
async function keepFor([program, ...args]) {
  const { server, endAll } = makeLender();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, [PORT]: String(port) } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  await endAll();
  process.exitCode = code ?? 1;
}

await keepFor(process.argv.slice(2));
