/** A browser for a test file: one that is kept for all of them (lend.js), if somebody keeps any, or one of its own. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * A browser that runs and can be connected to.
 * @typedef {{ endpoint: string, isRunning: () => boolean, close: () => Promise<unknown> }} Started
 */
/** @param {{ exitCode: number | null, signalCode: string | null }} child */
export const isAlive = ({ exitCode, signalCode }) => exitCode === null && signalCode === null;
/** @typedef {{ kind: 'chromium' | 'firefox', preferences: Record<string, number> }} Wish preferences: of Firefox, by their names */

/** Where the lender listens: told by the environment. */
export const PORT = 'TWIN_BROWSERS';
/** What a file says that has left a browser as it was. Where the line ends without it, the browser is not lent again. */
export const UNHARMED = 'unharmed';

/**
 * @param {Wish} wish
 * @param {(preferences: Wish['preferences']) => Promise<Started>} start
 * @returns {Promise<{ endpoint: string, giveBack: () => Promise<unknown> }>}
 */
export async function borrow(wish, start) {
  const port = Number(process.env[PORT]);
  if (!port) {
    const { endpoint, close } = await start(wish.preferences);
    return { endpoint, giveBack: close };
  }
  const line = connect(port, '127.0.0.1');
  line.write(`${JSON.stringify(wish)}\n`);
  const [answer] = await once(createInterface(line), 'line');
  const { endpoint, problem } = JSON.parse(answer);
  if (problem) throw new Error(problem);
  // A test file that has ended must not be held up by a browser that it forgot.
  line.unref();
  return {
    endpoint,
    async giveBack() {
      line.ref();
      line.end(`${UNHARMED}\n`);
      await once(line, 'close');
    },
  };
}
