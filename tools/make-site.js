/**
 * Finishes dist/ as a site, when everything else is in it:
 *
 * - service-worker.js gets the list of what it serves, with hashes.
 * - v1/ (the number is the version of the page's address, in web/base/address-keys.js) becomes a copy of the page and of all that other sites take
 *   from it. docs/site.md says how a release freezes it.
 * - SHA256SUMS, in both folders, lists every file in the format of sha256sum.
 */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESENTATION_VERSION } from '../web/base/address-keys.js';

const SUMS = 'SHA256SUMS';
const WORKER = 'service-worker.js';
const FROZEN = `v${PRESENTATION_VERSION}`;

/** What the page may ask for when there is no network. */
const OFFLINE =
  /^(index\.html|(main|offline|old-browser|sweep-worker)\.js|(styles|later)\.css|engine(-scalar|-many)?\.wasm|manifest\.webmanifest|icon[-\d]*\.(svg|png)|parts\/[^/]+\.js)$/;
/** What nobody asks a versioned folder for: programs in Node, types, source maps, and what a site has once. */
const NOT_FROZEN = /^(types|browser)\/|\.map$|^(command\.js|404\.html|robots\.txt)$/;

/**
 * The files of a folder and of the folders in it, by their paths in it, in the order of their bytes; without other versions, old sums and packages of courses.
 * @param {string} folder
 */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== SUMS && !path.startsWith('course/'))
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

/**
 * @param {string} path
 * @param {'hex' | 'base64'} encoding
 */
const hash = (path, encoding) => createHash('sha256').update(readFileSync(path)).digest(encoding);

/** @param {string} folder whose files are listed */
export function writeSums(folder) {
  const lines = listFiles(folder).map((path) => `${hash(join(folder, path), 'hex')}  ${path}\n`);
  writeFileSync(join(folder, SUMS), lines.join(''));
}

/** @param {string} dist */
export function makeSite(dist) {
  for (const name of readdirSync(dist)) {
    if (/^v\d+$/.test(name)) rmSync(join(dist, name), { recursive: true });
  }

  const files = Object.fromEntries(
    listFiles(dist)
      .filter((path) => OFFLINE.test(path))
      // Some servers answer for index.html that the page is the folder itself, which is where everybody else looks for it, too.
      .map((path) => [path === 'index.html' ? '' : path, `sha256-${hash(join(dist, path), 'base64')}`]),
  );
  const code = readFileSync(join(dist, WORKER), 'utf8').replace(/^self\.RELEASE=.*\n/, '');
  // The code, too: another one may keep the same files otherwise, and must not share a cache with this one.
  const version = createHash('sha256').update(JSON.stringify(files)).update(code).digest('hex').slice(0, 16);
  writeFileSync(join(dist, WORKER), `self.RELEASE=${JSON.stringify({ version, files })};\n${code}`);

  for (const path of listFiles(dist).filter((each) => !NOT_FROZEN.test(each))) cpSync(join(dist, path), join(dist, FROZEN, path));
  writeSums(join(dist, FROZEN));
  writeSums(dist);
}
