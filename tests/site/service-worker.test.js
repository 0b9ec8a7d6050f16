/** The service worker by itself, with a network and a store that fail where a test wants it: what it keeps, and what it leaves alone. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';

const CODE = await readFile(new URL('../../web/site/service-worker.js', import.meta.url), 'utf8');
const SCOPE = 'https://example.org/lab/';
const FILES = { '': 'the page', 'main.js': 'its script', 'styles.css': 'its styles' };

/** @typedef {Map<string, Map<string, Response>>} Store by cache and address */

/**
 * A store of caches, as the browser has it.
 * @param {Store} store
 * @param {() => void} onPut throws where the store is full
 */
const cacheStorage = (store, onPut) => ({
  has: async (/** @type {string} */ name) => store.has(name),
  keys: async () => [...store.keys()],
  delete: async (/** @type {string} */ name) => store.delete(name),
  async open(/** @type {string} */ name) {
    const cache = store.get(name) ?? new Map();
    store.set(name, cache);
    return {
      match: async (/** @type {string} */ href) => cache.get(href)?.clone(),
      async put(/** @type {string} */ href, /** @type {Response} */ answer) {
        if (answer.headers.get('vary') === '*') throw new TypeError('Vary: *');
        onPut();
        cache.set(href, answer);
      },
    };
  },
});

/**
 * Runs the worker's script, and gives back what it listens to.
 * @param {{ store: Store, version?: string, answer?: (path: string) => Response, onPut?: () => void }} world
 */
function startWorker({ store, version = 'new', answer = (path) => new Response(Reflect.get(FILES, path)), onPut = () => {} }) {
  /** @type {Record<string, (event: object) => void>} */
  const listeners = {};
  const files = Object.fromEntries(
    Object.entries(FILES).map(([path, text]) => [path, `sha256-${createHash('sha256').update(text).digest('base64')}`]),
  );
  const self = {
    RELEASE: { version, files },
    registration: { scope: SCOPE },
    addEventListener: (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) => (listeners[type] = listener),
  };
  /** @type {string[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ href) => {
    asked.push(href.slice(SCOPE.length));
    return answer(href.slice(SCOPE.length));
  };
  runInNewContext(CODE, { self, caches: cacheStorage(store, onPut), fetch, URL, Headers, Response, Request, Promise });
  /** @param {string} type */
  const dispatch = (type) =>
    new Promise((resolve, reject) => listeners[type]({ waitUntil: (/** @type {Promise<void>} */ work) => work.then(resolve, reject) }));
  /** @param {string} url @returns {Promise<Response>} */
  const ask = (url) => new Promise((resolve) => listeners.fetch({ request: { url, method: 'GET' }, respondWith: resolve }));
  return { asked, dispatch, ask };
}

const cacheOf = (/** @type {string} */ version) => `twin-neurons ${SCOPE} ${version}`;
const paths = (/** @type {Store} */ store, /** @type {string} */ version) =>
  [...(store.get(cacheOf(version))?.keys() ?? [])].map((href) => href.slice(SCOPE.length)).sort();

/** A store with a release that is in use. @returns {Promise<Store>} */
async function makeStore() {
  /** @type {Store} */
  const store = new Map();
  await startWorker({ store, version: 'old' }).dispatch('install');
  return store;
}

describe('the service worker', () => {
  test('takes every file, answers with it, and then removes what an older one kept, and nothing else', async () => {
    const store = await makeStore();
    store.set('twin-neurons https://example.org/other/ old', new Map());
    const { dispatch, ask } = startWorker({ store });
    await dispatch('install');
    assert.deepEqual(paths(store, 'old'), Object.keys(FILES));
    await dispatch('activate');
    assert.deepEqual([...store.keys()], ['twin-neurons https://example.org/other/ old', cacheOf('new')]);
    assert.equal(await (await ask(`${SCOPE}index.html?lang=en#x`)).text(), 'the page');
  });

  test('keeps an answer that a redirect led to, or that varies, as the plain answer of its address', async () => {
    /** @type {Store} */
    const store = new Map();
    const answer = (/** @type {string} */ path) => {
      const headers = { vary: path === 'main.js' ? '*' : 'Cookie', 'content-type': 'text/x' };
      return Object.defineProperty(new Response(Reflect.get(FILES, path), { headers }), 'redirected', { value: true });
    };
    const { dispatch, ask } = startWorker({ store, answer });
    await dispatch('install');
    for (const [path, text] of Object.entries(FILES)) {
      const kept = await ask(`${SCOPE}${path}`);
      assert.deepEqual([kept.redirected, kept.headers.get('vary'), kept.headers.get('content-type')], [false, null, 'text/x']);
      assert.equal(await kept.text(), text);
    }
  });

  const full = () => {
    throw new Error('QuotaExceededError');
  };
  for (const [what, world] of /** @type {const} */ ([
    [
      'a file is answered with 503',
      { answer: (/** @type {string} */ path) => new Response('', { status: path === 'main.js' ? 503 : 200 }) },
    ],
    ['the network fails', { answer: full }],
    ['the store is full', { onPut: full }],
  ])) {
    test(`leaves what was kept before as it is where ${what}`, async () => {
      const store = await makeStore();
      await assert.rejects(startWorker({ store, ...world }).dispatch('install'));
      assert.deepEqual([...store.keys()], [cacheOf('old')], 'nothing of the new one stays');
      // The very version in use, installed again: its files are there, and nothing is asked for.
      const { dispatch, asked } = startWorker({ store, version: 'old', ...world });
      await dispatch('install');
      assert.deepEqual([asked, paths(store, 'old')], [[], Object.keys(FILES)]);
      // One file of it is gone, and cannot be had.
      store.get(cacheOf('old'))?.delete(`${SCOPE}main.js`);
      await assert.rejects(startWorker({ store, version: 'old', ...world }).dispatch('install'));
      assert.deepEqual(paths(store, 'old'), ['', 'styles.css']);
      await startWorker({ store, version: 'old' }).dispatch('install');
      assert.deepEqual(paths(store, 'old'), Object.keys(FILES), 'a partial one is completed');
    });
  }
});
