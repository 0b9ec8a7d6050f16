/**
 * Tells a site its own address, where that is known:
 *
 *     node tools/set-address.js FOLDER https://example.org/twin-neurons/
 *
 * The page needs none. But programs that show a link of it elsewhere, with a picture or a frame, want full addresses, and a server shows
 * 404.html under any path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', site = ''] = process.argv.slice(2);

if (!/^https?:\/\/[^\s"'<>\\?#]+\/$/.test(site)) {
  console.error(`SITE_URL must be a full address that ends in a slash, such as https://example.org/twin-neurons/; got "${site}"`);
  process.exit(1);
}

/** In each file, what is found before an address of its own: "./" stands for the site. */
const PLACES = {
  'index.html':
    /(<meta (?:property="og:(?:url|image)"|name="twitter:image") content="|<link rel="canonical" href="|<link rel="alternate" type="application\/json\+oembed" href=")\.\//g,
  '404.html': /( href=")\.\//g,
  'oembed.json': /("provider_url": "|"thumbnail_url": "|<iframe src=\\")\.\//g,
};

for (const [file, places] of Object.entries(PLACES)) {
  const path = join(folder, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(places, (_, before) => `${before}${site}`),
  );
}
