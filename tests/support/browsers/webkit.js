/**
 * WebKitGTK's MiniBrowser under a virtual display, driven over W3C WebDriver. It owns the display, the driver processes and the protocol;
 * what a page test may do is in ../browsers.js. WebDriver reports neither errors nor requests: the page itself is asked for them.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The keys that WebDriver writes as characters of its own (W3C WebDriver, section 17.4.2); others stand for themselves. */
const KEYS = new Map(
  Object.entries({
    Backspace: '\uE003',
    Tab: '\uE004',
    Enter: '\uE007',
    Shift: '\uE008',
    Control: '\uE009',
    Alt: '\uE00A',
    Escape: '\uE00C',
    Space: ' ',
    PageUp: '\uE00E',
    PageDown: '\uE00F',
    End: '\uE010',
    Home: '\uE011',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
    Insert: '\uE016',
    Delete: '\uE017',
    Meta: '\uE03D',
  }),
);

/** What the desktop's libraries find out about the machine at their first start, such as its codecs, which took a second of each. The page's own data are not there. */
const LASTING = fileURLToPath(new URL('../../../.cache/webkit/', import.meta.url));

const DRIVER_START_MS = 20_000;
/** A browser takes seconds, on a busy machine a dozen. */
const BROWSER_START_MS = 45_000;

/** @returns {Promise<import('../browsers.js').BrowserDriver>} */
export async function openWebkit() {
  const display = await openDisplay();
  /** @type {Set<import('../browsers.js').Driver>} */
  const drivers = new Set();
  return {
    async newDriver(options) {
      /** @type {import('../browsers.js').Driver | null} none yet, where the browser does not start */
      let driver = null;
      driver = await openDriver(display.name, options, () => driver !== null && drivers.delete(driver));
      drivers.add(driver);
      return driver;
    },
    async close() {
      await Promise.all([...drivers].map((driver) => driver.close()));
      await display.close();
    },
  };
}

/**
 * Starts a program that ends at the latest with this process.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').StdioOptions} stdio
 */
function startProcess(program, args, env, stdio) {
  const child = spawn(program, args, { env, stdio });
  const kill = () => child.kill();
  process.on('exit', kill);
  // The runner's time limit ends a test file by this signal, and by itself it would end without 'exit'.
  if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit(143));
  const ended = new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', resolve);
  }).then(() => {
    process.off('exit', kill);
  });
  return {
    child,
    ended,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** A virtual screen, larger than any page under test; Xvfb itself finds a free number and tells it. */
async function openDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp'];
  const xvfb = startProcess('Xvfb', args, process.env, ['ignore', 'ignore', 'ignore', 'pipe']);
  const told = /** @type {import('node:stream').Readable} */ (xvfb.child.stdio[3]);
  /** @type {string | undefined} */
  const number = await Promise.race([
    new Promise((resolve) => told.once('data', (data) => resolve(String(data).trim()))),
    xvfb.ended.then(() => undefined),
  ]);
  if (number === undefined) throw new Error('Xvfb did not start');
  return { name: `:${number}`, close: xvfb.close };
}

/** @returns {Promise<number>} a port that was free a moment ago */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * GTK's settings file: the page's preference for motion is the desktop's.
 * @param {string} folder
 * @param {boolean} reducedMotion
 */
async function writeDesktopSettings(folder, reducedMotion) {
  await mkdir(join(folder, 'gtk-3.0'), { recursive: true });
  await writeFile(join(folder, 'gtk-3.0', 'settings.ini'), `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`);
}

/**
 * Sends one WebDriver command.
 * @param {string} base
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the protocol's `value`, of any shape
 */
async function send(base, method, path, body, signal) {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/**
 * A driver process listens a moment after its start.
 * @param {string} base
 * @param {Promise<unknown>} ended
 */
async function untilListening(base, ended) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  for (const end = performance.now() + DRIVER_START_MS; performance.now() < end && !hasEnded; ) {
    const ready = await send(base, 'GET', '/status').then(
      (status) => status.ready,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('WebKitWebDriver did not start');
}

/**
 * One page. On a busy machine a driver was seen to wait for ever for the browser that it had started, perhaps since another one that started at the same
 * moment had chosen the same free port. So it is started a second time; a browser that does not start at all fails then.
 * @param {Parameters<typeof startDriver>} how
 */
async function openDriver(...how) {
  try {
    return await startDriver(...how);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
    return startDriver(...how);
  }
}

/**
 * A driver process with a MiniBrowser of its own, since color and motion belong to the browser's process.
 * @param {string} display
 * @param {Required<import('../browsers.js').PageOptions>} options
 * @param {() => unknown} onClose
 * @returns {Promise<import('../browsers.js').Driver>}
 */
async function startDriver(display, { width, height, colorScheme, reducedMotion, touch }, onClose) {
  if (touch) throw new Error('WebKit has no touch screen here');
  const folder = await mkdtemp(join(tmpdir(), 'twin-neurons-webkit-'));
  await Promise.all([writeDesktopSettings(folder, reducedMotion), mkdir(LASTING, { recursive: true })]);
  const port = await findFreePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    // Without a graphics card the processor would draw what a card is for, which takes it a third longer.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: LASTING,
  };
  const driver = startProcess('WebKitWebDriver', ['-p', String(port)], env, 'ignore');
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await driver.close();
    // A process of the browser may outlive it by a moment, and write into the folder while it is being emptied.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    onClose();
  };
  try {
    await untilListening(base, driver.ended);
    // Full screen has neither toolbar nor frame: the window is the viewport, at any width.
    const args = ['--automation', '--full-screen', ...(colorScheme === 'dark' ? ['--dark-mode'] : [])];
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { args } } };
    const { sessionId } = await send(base, 'POST', '/session', { capabilities }, AbortSignal.timeout(BROWSER_START_MS));
    const made = makeDriver(`${base}/session/${sessionId}`, stop);
    await made.setViewport(width, height);
    return made;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs in the page, after it has loaded: keeps what goes wrong from now on. */
function watchErrors() {
  /** @type {string[]} */
  const errors = [];
  Object.assign(window, { errorsSeen: errors });
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  const { error } = console;
  console.error = (...args) => {
    errors.push(args.map(String).join(' '));
    error(...args);
  };
}

/**
 * @param {string} session
 * @param {() => Promise<void>} stop
 * @returns {import('../browsers.js').Driver}
 */
function makeDriver(session, stop) {
  /** @param {string} path @param {object} body */
  const post = (path, body) => send(session, 'POST', path, body);
  /** @param {object[]} actions */
  const point = (...actions) =>
    post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  /** @param {object[]} actions */
  const keys = (...actions) => post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  /** @param {string} expression */
  const evaluate = async (expression) => {
    const script = `const done = arguments[0]; (${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await post('/execute/async', { script, args: [] });
    if (error) throw new Error(error);
    return value;
  };
  /** @param {string} expression @returns {Promise<string[]>} */
  const list = async (expression) => JSON.parse(/** @type {string} */ (await evaluate(`(async () => JSON.stringify(${expression}))()`)));
  let closed = false;
  return {
    async goto(url) {
      await post('/frame', { id: null });
      await post('/url', { url });
      await evaluate(`(async () => (${watchErrors})())()`);
    },
    evaluate,
    async enterFrame(selector) {
      await post('/frame', { id: selector === null ? null : await post('/element', { using: 'css selector', value: selector }) });
      await evaluate(`(async () => (${watchErrors})())()`);
    },
    mouse(action, x, y) {
      if (action === 'move') return point({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 });
      return point({ type: action === 'down' ? 'pointerDown' : 'pointerUp', button: 0 });
    },
    tap: async () => {
      throw new Error('WebKit has no touch screen here');
    },
    key: (action, key) => keys({ type: action === 'down' ? 'keyDown' : 'keyUp', value: KEYS.get(key) ?? key }),
    type: (text) =>
      keys(
        ...[...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    screenshot: async (path) => writeFile(path, Buffer.from(await send(session, 'GET', '/screenshot'), 'base64')),
    async setViewport(width, height) {
      await post('/window/rect', { x: 0, y: 0, width, height });
      // The rectangle is the window manager's word; the page has the new size a little later.
      await evaluate(`new Promise((resolve) => {
        const look = () => innerWidth === ${width} && innerHeight === ${height} ? resolve() : setTimeout(look, 10);
        look();
      })`);
    },
    addInitScript: async () => {
      throw new Error('WebKit has no init scripts');
    },
    errors: () => list('window.errorsSeen ?? []'),
    requests: () => list('[location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)]'),
    async close() {
      if (closed) return;
      closed = true;
      await send(session, 'DELETE', '').catch(() => undefined); // a browser that has crashed is closed already
      await stop();
    },
  };
}
