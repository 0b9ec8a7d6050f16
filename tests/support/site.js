/** Serves dist/, and pages that a test makes up, on loopback: what a person gets from any plain web server. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @typedef {object} ServeOptions
 * @property {string} [root] the folder that is served; left out: dist/
 * @property {string} [folder] where on the server it is found; left out: at the top
 * @property {string} [host] a loopback address; left out: 127.0.0.1
 * @property {(path: string) => { status: number, location?: string } | null} [instead] what is answered in place of a file, by the path that was
 *   asked for
 */

/**
 * @param {Record<string, string>} [pages] more files, by path: { '/embed.html': '<iframe …>' }; they win over the folder's
 * @param {ServeOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url ends in a slash
 */
export async function serveSite(pages = {}, { root = DIST, folder = '/', host = '127.0.0.1', instead = () => null } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const other = instead(pathname);
    if (other) return void response.writeHead(other.status, other.location === undefined ? {} : { location: other.location }).end();
    const path = pathname.endsWith('/') ? `${pathname}index.html` : decodeURIComponent(pathname);
    try {
      if (pages[path] === undefined && !path.startsWith(folder)) throw new Error('it is not in the folder');
      const body = pages[path] ?? (await readFile(join(root, normalize(path.slice(folder.length - 1)))));
      response.writeHead(200, { 'content-type': MEDIA_TYPES[extname(path)] ?? 'text/plain; charset=utf-8' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`There is no ${path}.`);
    }
  });
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://${host}:${port}${folder}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
