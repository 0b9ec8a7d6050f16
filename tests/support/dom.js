/**
 * A document in Node, for views: what they build and how they answer can be looked at in milliseconds, without a browser. It has elements,
 * events, focus and selectors; it has no layout and paints nothing, so sizes and pictures are for the tests in browsers.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeEach } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * happy-dom is hundreds of files, and loading them takes half a second of each file of tests; as one file, less than half of that. Made once for each version.
 * @returns {Promise<typeof import('happy-dom')>}
 */
async function loadHappyDom() {
  const require = createRequire(import.meta.url);
  const folder = fileURLToPath(new URL('../../.cache/', import.meta.url));
  const file = `${folder}happy-dom-${require('happy-dom/package.json').version}.mjs`;
  if (!existsSync(file)) {
    const { build } = await import('esbuild');
    // Others may make it at the same time: it is there whole or not at all.
    const fresh = `${file}.${process.pid}`;
    mkdirSync(folder, { recursive: true });
    const js = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
    await build({
      entryPoints: [require.resolve('happy-dom')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js },
      outfile: fresh,
    });
    renameSync(fresh, file);
  }
  return import(pathToFileURL(file).href);
}

export const { Window } = await loadHappyDom();

/** What views take from the global scope. Node has some of these names, too: there, an event of Node's own would reach no element. */
const NAMES = /** @type {const} */ ([
  'document',
  'window',
  'localStorage',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLButtonElement',
  'HTMLSelectElement',
  'HTMLTextAreaElement',
  'HTMLDetailsElement',
  'HTMLAnchorElement',
  'SVGElement',
  'Event',
  'CustomEvent',
  'KeyboardEvent',
  'MouseEvent',
  'PointerEvent',
  'getComputedStyle',
  'getSelection',
  'matchMedia',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
  'FileReader',
  'location',
  'history',
]);

/**
 * From now on there is a document. Called by a test, not on import: what asks whether it runs in Node (web/base/environment.js) asks when it
 * is imported, and the lab of the tests does run there.
 */
export function usePage() {
  const view = new Window({ url: 'https://lab.example/', width: 1280, height: 800 });
  for (const name of NAMES) Object.defineProperty(globalThis, name, { value: Reflect.get(view, name), configurable: true, writable: true });
  document.documentElement.lang = 'en';
}

/**
 * An empty element of the page, alone in it.
 * @param {string} [tag]
 * @returns {HTMLElement}
 */
export function freshRoot(tag = 'div') {
  const root = document.createElement(tag);
  document.body.replaceChildren(root);
  return root;
}

/**
 * The one element that a selector finds.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {T}
 */
export function find(root, selector) {
  const found = root.querySelectorAll(selector);
  if (found.length !== 1) throw new Error(`${found.length} elements are ${selector}`);
  return /** @type {any} */ (found[0]);
}

/** The texts of what a selector finds. @param {ParentNode} root @param {string} selector */
export const textsOf = (root, selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent);

/** The attributes of an element. @param {Element} element */
export const attributesOf = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

/**
 * Types a text into a field and confirms it, as a person does.
 * @param {HTMLElement} field
 * @param {string} text
 */
export function type(field, text) {
  field.focus();
  /** @type {HTMLInputElement} */ (field).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
}

/**
 * Chooses an option of a list by its value.
 * @param {HTMLElement} list
 * @param {string} value
 */
export function select(list, value) {
  /** @type {HTMLSelectElement} */ (list).value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Time and frames, which pass when a test says so, and whether the visitor wants things still. Called behind usePage.
 * @returns {{ isStill: boolean, waiting: () => number, wait: (ms: number) => void }} waiting: how many wait for the next frame
 */
export function useFrames() {
  let now = 0;
  /** @type {((now: number) => void)[]} */
  let frames = [];
  const clock = {
    isStill: false,
    waiting: () => frames.length,
    /** @param {number} ms */
    wait(ms) {
      now += ms;
      for (const next of frames.splice(0)) next(now);
    },
  };
  beforeEach(() => {
    now = 0;
    frames = [];
    clock.isStill = false;
    performance.now = () => now;
    globalThis.requestAnimationFrame = (next) => frames.push(next);
    globalThis.cancelAnimationFrame = () => void (frames = []);
    globalThis.matchMedia = /** @type {any} */ (() => ({ matches: clock.isStill, addEventListener() {} }));
  });
  return clock;
}

/** Who waits for an element's size: there is no layout that would tell it. @type {Map<Element, () => void>} */
const waiting = new Map();

/** From now on a test says how large elements are. Called behind usePage. */
export function useSizes() {
  const Observer = class {
    /** @param {() => void} tell */
    constructor(tell) {
      this.tell = tell;
    }
    /** @param {Element} target */
    observe(target) {
      waiting.set(target, this.tell);
    }
    unobserve() {}
    disconnect() {
      for (const [target, tell] of waiting) if (tell === this.tell) waiting.delete(target);
    }
  };
  globalThis.ResizeObserver = /** @type {any} */ (Observer);
}

/** An element is so large, and whoever watches it is told. @param {Element} target @param {number} width @param {number} height */
export function resize(target, width, height) {
  Object.defineProperties(target, {
    clientWidth: { value: width, configurable: true },
    clientHeight: { value: height, configurable: true },
  });
  waiting.get(target)?.();
}
