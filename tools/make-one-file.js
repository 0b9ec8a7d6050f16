/**
 * Makes dist/twin-neurons.html, the page as one file, from what else is in dist/ and the two bundles that build.js made for it.
 *
 * The page of the file is index.html with each of its files put in the file's place. Its Content-Security-Policy names every script and
 * style by its hash and lets nothing else run; there is no way out to a network at all. Code, engine and the styles of what comes later are
 * compressed, because raw they would be twice as long as the file may be.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import zopfli from '@gfx/zopfli';
import { SIGNS } from '../web/site/unpack.js';

/** @param {string[]} path */
const read = (...path) => readFileSync(join(...path), 'utf8').trim();

/**
 * What stands between the tags of a script or style, by which a browser computes the hash.
 * @param {string} text
 */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** As many blocks as it finds worth it, and its usual passes: half a percent less than one pass over four blocks, for some seconds where something changed. */
const EFFORT = { numiterations: 15, blocksplittingmax: 0 };

/** What web/site/unpack.js unpacks. @param {Buffer | string} content @param {import('./made.js').Made} made */
async function pack(content, made) {
  const packed = Buffer.from(
    await made.of([content, JSON.stringify(EFFORT)], async () => Buffer.from(await zopfli.zlibAsync(content, EFFORT)).toString('base64')),
    'base64',
  );
  const missing = (4 - (packed.length % 4)) % 4;
  const bytes = Buffer.concat([packed, Buffer.alloc(missing)]);
  let text = String(missing);
  for (let at = 0; at < bytes.length; at += 4) {
    const word = bytes.readUInt32BE(at);
    for (let power = 85 ** 4; power >= 1; power /= 85) text += SIGNS[Math.floor(word / power) % 85];
  }
  return text;
}

/**
 * Replaces the one place where a pattern is found; an index.html that has changed so that there is none, or two, is an error.
 * @param {string} page
 * @param {RegExp} pattern
 * @param {string} replacement
 */
function replaceOnce(page, pattern, replacement) {
  const found = page.match(new RegExp(pattern, 'g')) ?? [];
  if (found.length !== 1) throw new Error(`index.html has ${found.length} places that look like ${pattern}; make-one-file.js knows of one`);
  return page.replace(pattern, () => replacement);
}

/**
 * A script or style as it can stand in a page.
 * @param {string} tag
 * @param {string} text
 */
function inline(tag, text) {
  const name = tag.split(' ', 1)[0];
  if (new RegExp(`</${name}|<!--`, 'i').test(text)) throw new Error(`a ${name} of the page holds what would end it, or begin a comment`);
  return `<${tag}>${text}</${name}>`;
}

/** Its Content-Security-Policy. */
const policyOf = (/** @type {string[]} */ scripts, /** @type {string[]} */ styles) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hash).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * @param {string} dist with everything else of the page in it
 * @param {string} bundles the folder of the two bundles
 * @param {import('./made.js').Made} made
 */
export async function makeOneFile(dist, bundles, made) {
  const code = read(bundles, 'one-file.js');
  const loader = read(bundles, 'one-file-loader.js');
  const oldBrowser = read(dist, 'old-browser.js');
  const [later = '', styles = ''] = ['later.css', 'styles.css'].map((file) =>
    read(dist, file).replace(/\n?\/\*# sourceMappingURL=.*\*\/$/, ''),
  );

  const icon = `data:image/svg+xml,${encodeURIComponent(read(dist, 'icon.svg'))}`;
  const parts = [
    inline('script type="application/octet-stream" id="packed-engine"', await pack(readFileSync(join(dist, 'engine.wasm')), made)),
    inline('script type="application/octet-stream" id="packed-code"', await pack(code, made)),
    inline('script type="application/octet-stream" id="packed-styles"', await pack(later, made)),
    inline('script type="module"', loader),
    `<!--\n${read(dist, 'LICENSES.txt')}\n-->`,
  ].join('\n');

  let page = read(dist, 'index.html');
  page = replaceOnce(
    page,
    /(?<=http-equiv="Content-Security-Policy" content=")[^"]*/,
    policyOf([oldBrowser, loader, code], [later, styles]),
  );
  page = replaceOnce(page, /(?<=<link rel="icon" href=")icon\.svg(?=")/, icon);
  page = replaceOnce(page, /<link rel="stylesheet" href="styles\.css">/, inline('style', styles));
  page = replaceOnce(page, /<script src="old-browser\.js"><\/script>/, inline('script', oldBrowser));
  page = replaceOnce(
    page,
    /<script type="module" src="main\.js"[^>]*><\/script>\n<script type="module" src="offline\.js"><\/script>\n/,
    '',
  );
  page = replaceOnce(page, /<\/body>/, `${parts}\n</body>`);
  // What is for browsers and other programs that meet the site, and names files beside it.
  page = page.replace(/<(link (?!rel="icon" href="data:)|meta (property|name="twitter))[^>]*>\n/g, '');
  writeFileSync(join(dist, 'twin-neurons.html'), `${page}\n`);
}
