/**
 * One way to drive a page in Chromium, Firefox and WebKit, so that a page test is written once. It owns what a person can do to a page
 * (click, type, drag) and waiting; how a browser is started and spoken to is the business of the three files in browsers/.
 * Input is real: the pointer goes to the middle of an element, and what covers the element there is an error, as for a person.
 */
/**
 * What a page looks like to the page's own code.
 * @typedef {object} PageOptions
 * @property {number} [width] of the viewport, in CSS pixels (1280)
 * @property {number} [height] (800)
 * @property {'light' | 'dark'} [colorScheme] ('light')
 * @property {boolean} [reducedMotion] (false)
 * @property {boolean} [touch] a touch screen (false); Chromium only
 */

/**
 * What a browser has to offer for one page; everything else is built on it, the same for all.
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} goto resolves when the page has loaded
 * @property {(expression: string) => Promise<unknown>} evaluate the expression gives a promise of a string, or of undefined
 * @property {(selector: string | null) => Promise<unknown>} enterFrame from now until the next page, code runs in that frame; called again: in a frame of that frame; null: in the page again
 * @property {(action: 'move' | 'down' | 'up', x: number, y: number) => Promise<unknown>} mouse
 * @property {(x: number, y: number) => Promise<unknown>} tap
 * @property {(action: 'down' | 'up', key: string) => Promise<unknown>} key
 * @property {(text: string) => Promise<unknown>} type
 * @property {(path: string) => Promise<unknown>} screenshot
 * @property {(width: number, height: number) => Promise<unknown>} setViewport
 * @property {(source: string) => Promise<unknown>} addInitScript
 * @property {() => Promise<string[]>} errors
 * @property {() => Promise<string[]>} requests
 * @property {() => Promise<number>} [usedHeap] bytes that JavaScript uses after a collection; where a browser tells it
 * @property {(act: () => Promise<unknown>) => Promise<number>} [longestTask] milliseconds of the processor that the longest task of the page takes meanwhile; where a browser tells it
 * @property {() => Promise<{ nodes: number, listeners: number }>} [domCounters] of all documents, after a collection; where a browser tells it
 * @property {() => Promise<unknown>} close
 */

/** @typedef {{ newDriver: (options: Required<PageOptions>) => Promise<Driver>, close: () => Promise<unknown> }} BrowserDriver */
/** @typedef {ReturnType<typeof makePage>} Page */
/** @template T @typedef {Exclude<T, null | undefined | false | 0 | ''>} Truthy */
/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */

/** @type {readonly BrowserName[]} */
export const BROWSERS = ['chromium', 'firefox', 'webkit'];

/** What drives a browser takes up to two thirds of a second to load: each where it is opened. @type {Record<BrowserName, () => Promise<BrowserDriver>>} */
const OPENERS = {
  chromium: async () => (await import('./browsers/chromium.js')).openChromium(),
  firefox: async () => (await import('./browsers/firefox.js')).openFirefox(),
  webkit: async () => (await import('./browsers/webkit.js')).openWebkit(),
};

/** How long waitFor and the pointer look for what they were told to find; far longer than anything takes on a busy machine. */
const PATIENCE_MS = 20_000;
const POLL_MS = 25;
/** How long a page may take to answer a call. Browsers are seen to stop for good, rarely; that is told, and holds up nothing else. */
const ANSWER_MS = 120_000;

/**
 * Starts a browser. Whoever opens it closes it, best in `after`: `after(() => browser.close())`. What is still running when the
 * process ends is ended with it.
 * @param {BrowserName} name
 */
export async function openBrowser(name) {
  const browser = await OPENERS[name]();
  return {
    name,
    /** @param {PageOptions} [options] */
    async newPage(options = {}) {
      const all = { width: 1280, height: 800, colorScheme: /** @type {const} */ ('light'), reducedMotion: false, touch: false, ...options };
      return makePage(await browser.newDriver(all));
    },
    close: () => browser.close(),
  };
}

/**
 * Calls a function in the page; arguments and result travel as JSON.
 * @template {unknown[]} A
 * @template T
 * @param {Driver} driver
 * @param {(...args: A) => T} pageFunction
 * @param {A} args
 * @returns {Promise<Awaited<T>>}
 */
async function evaluate(driver, pageFunction, args) {
  const call = `(async () => JSON.stringify(await (${pageFunction})(...${JSON.stringify(args)})))()`;
  const result = await inTime(driver.evaluate(call), () => `no answer of the page within ${ANSWER_MS / 1000} s to ${pageFunction}`);
  return typeof result === 'string' ? JSON.parse(result) : /** @type {any} JSON has no undefined */ (undefined);
}

/**
 * @template T
 * @param {Promise<T>} answer
 * @param {() => string} describe what is said where none comes
 * @returns {Promise<T>}
 */
async function inTime(answer, describe) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(describe())), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs in the page: the middle of an element where the pointer reaches it, or why it does not.
 * @param {string} selector
 * @returns {{ x: number, y: number, problem: string }}
 */
function findPointerTarget(selector) {
  const element = document.querySelector(selector);
  if (!element) return { x: 0, y: 0, problem: 'there is no such element' };
  const look = () => {
    const box = element.getBoundingClientRect();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const reached = top !== null && (element.contains(top) || top.closest('label')?.control === element);
    if (reached) return { x, y, problem: element.matches(':disabled') ? 'it is disabled' : '' };
    return { x, y, problem: top ? `it is covered by ${top.outerHTML.slice(0, 80)}` : 'it is out of sight' };
  };
  const first = look();
  if (!first.problem) return first;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  return look();
}

/**
 * Splits 'Shift+Tab' into its keys; '+' itself is a key too.
 * @param {string} combination
 */
function splitKeys(combination) {
  return combination.split(/(?<=[^+])\+/);
}

/** What the page tells of by itself, in its alerts and status lines. Runs in the page. */
function announcements() {
  return [...document.querySelectorAll('[role="alert"], [role="status"]')].flatMap(
    (element) => (element instanceof HTMLElement && element.offsetParent !== null && element.innerText.trim()) || [],
  );
}

/** @param {Driver} driver */
function makePage(driver) {
  /**
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} pageFunction
   * @param {A} args
   */
  const call = (pageFunction, ...args) => evaluate(driver, pageFunction, args);

  /**
   * Polls until `look` gives something truthy, or throws what `describe` says about the last result, and what the page itself tells.
   * @template T
   * @param {() => Promise<T>} look
   * @param {(last: T) => string} describe
   * @returns {Promise<Truthy<T>>}
   */
  const poll = async (look, describe) => {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const result = await look();
      if (result) return /** @type {Truthy<T>} */ (result);
      if (performance.now() > end) {
        const errors = await driver.errors();
        // A page that cannot be asked any more must not hide what was waited for.
        const said = await call(announcements).catch((error) => [String(error)]);
        const more = Object.entries({ 'errors of the page': errors, 'the page says': said }).map(([what, texts]) =>
          texts.length ? `; ${what}: ${texts.join(' | ')}` : '',
        );
        throw new Error(`waited ${PATIENCE_MS / 1000} s: ${describe(result)}${more.join('')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };

  /** @param {string} selector */
  const reach = async (selector) => {
    let problem = '';
    return poll(
      async () => {
        const target = await call(findPointerTarget, selector);
        problem = target.problem;
        return problem ? null : target;
      },
      () => `the pointer does not reach ${selector}: ${problem}`,
    );
  };

  /** @param {string} selector */
  const click = async (selector) => {
    const { x, y } = await reach(selector);
    await driver.mouse('move', x, y);
    await driver.mouse('down', x, y);
    await driver.mouse('up', x, y);
  };

  /** @param {string} combination a key, or keys joined by '+': 'Enter', 'ArrowUp', 'Shift+Tab' */
  const press = async (combination) => {
    const keys = splitKeys(combination);
    for (const key of keys) await driver.key('down', key);
    for (const key of keys.reverse()) await driver.key('up', key);
  };

  return {
    /** @param {string} url */
    goto: (url) => driver.goto(url),
    /**
     * Looks and acts inside a frame of the page, of whatever origin, until the next goto. The frame must begin in the page's corner, so that
     * places in it are places on the screen.
     * @param {string} selector
     */
    enterFrame: (selector) => driver.enterFrame(selector),
    leaveFrame: () => driver.enterFrame(null),
    evaluate: call,
    click,
    press,
    /** Types into what has the focus. @param {string} text */
    type: (text) => driver.type(text),
    /** Touches the middle of an element, where there is a touch screen. @param {string} selector */
    async tap(selector) {
      const { x, y } = await reach(selector);
      await driver.tap(x, y);
    },
    /**
     * Clicks a field, replaces its text and leaves the focus there; press 'Enter' or 'Tab' to commit, as a person does.
     * @param {string} selector
     * @param {string} text
     */
    async fill(selector, text) {
      await click(selector);
      // WebKit may take the mouse button's release after the selection, and so undo it: what was there would stay behind what is typed.
      await poll(
        () => call(staysSelected, selector),
        () => `the text of ${selector} does not stay selected`,
      );
      if (text === '') await press('Delete');
      else await driver.type(text);
    },
    /**
     * Chooses an option of a <select> by its value. The list itself is drawn by the system, out of a driver's reach.
     * @param {string} selector
     * @param {string} value
     */
    async select(selector, value) {
      await reach(selector);
      const chosen = await call(
        (field, wanted) => {
          const list = /** @type {HTMLSelectElement} */ (document.querySelector(field));
          list.value = wanted;
          list.dispatchEvent(new Event('input', { bubbles: true }));
          list.dispatchEvent(new Event('change', { bubbles: true }));
          return list.value;
        },
        selector,
        value,
      );
      if (chosen !== value) throw new Error(`${selector} has no option "${value}"`);
    },
    /** @param {string} selector */
    async hover(selector) {
      const { x, y } = await reach(selector);
      await driver.mouse('move', x, y);
    },
    /**
     * Drags from the middle of an element by so many pixels, in ten moves.
     * @param {string} selector
     * @param {number} dx
     * @param {number} dy
     */
    async drag(selector, dx, dy) {
      const { x, y } = await reach(selector);
      await driver.mouse('move', x, y);
      await driver.mouse('down', x, y);
      for (let i = 1; i <= 10; i += 1) await driver.mouse('move', x + (dx * i) / 10, y + (dy * i) / 10);
      await driver.mouse('up', x + dx, y + dy);
    },
    /**
     * Calls a function in the page until it gives something truthy, and gives that; after 20 s an error that names the function.
     * @template {unknown[]} A
     * @template T
     * @param {(...args: A) => T} pageFunction
     * @param {A} args
     */
    waitFor: (pageFunction, ...args) =>
      poll(
        () => call(pageFunction, ...args),
        (last) => `${pageFunction} with ${JSON.stringify(args)} still gives ${JSON.stringify(last)}`,
      ),
    /** Saves what is in the viewport as a PNG file. @param {string} path */
    screenshot: (path) => driver.screenshot(path),
    /**
     * @param {number} width
     * @param {number} height
     */
    setViewport: (width, height) => driver.setViewport(width, height),
    /**
     * Runs a function in every later document before the page's own scripts. Not in WebKit, whose driver has nothing of the kind.
     * @template {unknown[]} A
     * @param {(...args: A) => unknown} pageFunction
     * @param {A} args
     */
    addInitScript: (pageFunction, ...args) => driver.addInitScript(`(${pageFunction})(...${JSON.stringify(args)})`),
    /** Uncaught errors and console.error of the page. In WebKit only what happens after the page has loaded. */
    errors: () => driver.errors(),
    /** The URLs that the page asked for, its own first. In WebKit only those that were answered. */
    requests: () => driver.requests(),
    /** Bytes that JavaScript uses after a collection of garbage; null where the browser does not tell. */
    usedHeap: async () => (await driver.usedHeap?.()) ?? null,
    /** Milliseconds of the processor that the longest task of the page takes while something is done; null where the browser does not tell. @param {() => Promise<unknown>} act */
    longestTask: async (act) => (await driver.longestTask?.(act)) ?? null,
    /** Nodes and listeners that are still held, those of pages left behind among them; null where the browser does not tell. */
    domCounters: async () => (await driver.domCounters?.()) ?? null,
    close: () => driver.close(),
  };
}

/**
 * Selects the text of a field; whether it was selected before.
 * @param {string} selector
 */
function staysSelected(selector) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector(selector));
  // A field of numbers has no selection that can be read.
  const { selectionStart, selectionEnd, value } = field;
  const isSelected = selectionStart === null || (selectionStart === 0 && selectionEnd === value.length);
  field.select();
  return isSelected;
}
