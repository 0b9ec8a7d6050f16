/** What a page of playwright-core and one of puppeteer-core do alike: most of a driver. */

/** @typedef {Pick<CommonPage, 'evaluate' | '$'>} Scope where code runs: the page, or a frame of it that was entered */
/**
 * @typedef {object} CommonPage what both libraries call by the same name
 * @property {(event: any, listener: (about: any) => void) => unknown} on
 * @property {(url: string) => Promise<unknown>} goto
 * @property {import('../browsers.js').Driver['evaluate']} evaluate
 * @property {(selector: string) => Promise<{ contentFrame: () => Promise<unknown> } | null>} $
 * @property {{ move: (x: number, y: number) => Promise<void>, down: () => Promise<void>, up: () => Promise<void> }} mouse
 * @property {{ down: (key: any) => Promise<void>, up: (key: any) => Promise<void>, type: (text: string) => Promise<void> }} keyboard
 * @property {(options: { path: any }) => Promise<unknown>} screenshot
 */

/** @param {CommonPage} page */
export function makePageDriver(page) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  /** @type {Scope} */
  let scope = page;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  return {
    /** @param {string} url */
    goto(url) {
      scope = page;
      return page.goto(url);
    },
    /** @param {string} expression */
    evaluate: (expression) => scope.evaluate(expression),
    /** @param {string | null} selector */
    async enterFrame(selector) {
      if (selector === null) {
        scope = page;
        return;
      }
      const frame = await (await scope.$(selector))?.contentFrame();
      if (!frame) throw new Error(`${selector} is no frame`);
      scope = /** @type {Scope} */ (frame);
    },
    /** @param {'move' | 'down' | 'up'} action @param {number} x @param {number} y */
    async mouse(action, x, y) {
      if (action === 'move') await page.mouse.move(x, y);
      else await page.mouse[action]();
    },
    /** @param {'down' | 'up'} action @param {string} key */
    key: (action, key) => page.keyboard[action](key),
    /** @param {string} text */
    type: (text) => page.keyboard.type(text),
    /** @param {string} path */
    screenshot: (path) => page.screenshot({ path }),
    errors: async () => errors,
    requests: async () => requests,
  };
}
