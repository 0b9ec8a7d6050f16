/**
 * Serves the page from the visitor's device. It knows one release, all of whose files it has taken, each checked by its hash, before it serves
 * any; and it serves those and no others. So a page is never made of two releases, whatever the server has by now:
 *
 * - A new release is a new service worker, since the list of files and this code are part of its version. The browser installs it beside the old one, which goes on
 *   serving until its last page is closed; then the new one takes over and removes what the old one kept.
 * - What is not in the list (other pages, the package, the page as one file) goes to the network as if there were no service worker.
 */

/** The scope of service workers, of which TypeScript's library for pages knows nothing. */
const worker = /** @type {any} */ (self);

/**
 * Written in front of this script by tools/make-site.js: the files' paths, '' being the page itself, with their hashes.
 * @type {{ version: string, files: Record<string, string> }}
 */
const { version, files } = worker.RELEASE;

/** Other copies of the page may live on the same origin, each in its own folder with its own caches. */
const CACHES = `twin-neurons ${worker.registration.scope} `;
const CACHE = `${CACHES}${version}`;

/** @type {ReadonlySet<string>} */
const addresses = new Set(Object.keys(files).map((path) => new URL(path, worker.registration.scope).href));

/**
 * An answer that can be given for its address. One that a redirect led to would be refused for a page, as where a host sends "/" on to
 * "/index.html"; and what an answer varies by means nothing where it is the only one.
 * @param {Response} answer
 */
function unwrap(answer) {
  const headers = new Headers(answer.headers);
  headers.delete('vary');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

/**
 * @param {Cache} cache
 * @param {[path: string, integrity: string]} file
 */
async function take(cache, [path, integrity]) {
  const { href } = new URL(path, worker.registration.scope);
  if (await cache.match(href)) return;
  // 'no-cache' asks the server even where the browser has a copy: that one may be of an older release.
  const answer = await fetch(href, { integrity, cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${href} is answered with ${answer.status}`);
  await cache.put(href, unwrap(answer));
}

async function takeAll() {
  // Where there is one already, it may be in use; what it lacks is added.
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  const taken = await Promise.allSettled(Object.entries(files).map((file) => take(cache, file)));
  const failed = taken.find((each) => each.status === 'rejected');
  if (failed === undefined) return;
  if (isNew) await caches.delete(CACHE);
  throw failed.reason;
}

async function removeOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHES) && name !== CACHE).map((name) => caches.delete(name)));
}

/**
 * The address under which a file was taken; what stands behind "?" and "#" is for the page.
 * @param {string} url
 */
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/index\.html$/, '/')}`;
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(takeAll()));

worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(removeOlder()));

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const address = addressOf(event.request.url);
  if (event.request.method !== 'GET' || !addresses.has(address)) return;
  const answer = async () => (await (await caches.open(CACHE)).match(address)) ?? fetch(event.request);
  event.respondWith(answer());
});
