/**
 * Tells a site its own address, where that is known. The page needs none. But programs that show a link of it elsewhere, with a
 * picture or a frame, want full addresses, and a server shows 404.html under any path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from './steps.js';

/** In each file, what is found before an address of its own: "./" stands for the site. */
const PLACES = {
  'index.html':
    /(<meta (?:property="og:(?:url|image)"|name="twitter:image") content="|<link rel="canonical" href="|<link rel="alternate" type="application\/json\+oembed" href=")\.\//g,
  '404.html': /( href=")\.\//g,
  'oembed.json': /("provider_url": "|"thumbnail_url": "|<iframe src=\\")\.\//g,
};

/**
 * @param {string} site
 * @throws {BuildError} where that is no address of a site
 */
export function checkAddress(site) {
  if (!/^https?:\/\/[^\s"'<>\\?#]+\/$/.test(site)) {
    throw new BuildError(`SITE_URL must be a full address that ends in a slash, such as https://example.org/twin-neurons/; got "${site}"`);
  }
}

/**
 * @param {string} folder
 * @param {string} site its address, checked
 */
export function setAddress(folder, site) {
  for (const [file, places] of Object.entries(PLACES)) {
    const path = join(folder, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(places, (_, before) => `${before}${site}`),
    );
  }
}
