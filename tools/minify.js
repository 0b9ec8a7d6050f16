/** Makes the page's scripts, which esbuild has already minified, shorter still: compressed they lose a good tenth, most of it in Chart.js. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * @param {readonly string[]} files each is overwritten, and so is its source map, FILE.js.map, where it has one
 * @param {import('./made.js').Made} made
 */
export async function minifyFiles(files, made) {
  for (const file of files) await minifyFile(file, made);
}

/**
 * @param {string} file
 * @param {import('./made.js').Made} made
 */
async function minifyFile(file, made) {
  const hasMap = existsSync(`${file}.map`);
  const source = await readFile(file, 'utf8');
  /** @type {import('terser').MinifyOptions} */
  const options = {
    module: true,
    ecma: 2020,
    // To read a property does nothing else, here and in Chart.js; and what needs no `this` may be an arrow. What Chart.js warns of is for
    // whoever writes charts; what is together with our own words keeps them.
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true, drop_console: hasMap && /Chart\.js v\d/.test(source) },
    // Notices of licenses stay where they are.
    format: { comments: 'some' },
    sourceMap: hasMap && { content: await readFile(`${file}.map`, 'utf8'), url: `${basename(file)}.map` },
  };
  const minified = await made.of([source, JSON.stringify(options)], async () => {
    // Loaded here, since most builds have nothing to minify.
    const { minify } = await import('terser');
    return JSON.stringify(await minify(source, options));
  });
  const { code, map } = JSON.parse(minified);
  if (code === undefined || (hasMap && typeof map !== 'string')) throw new Error(`${file}: there is nothing left`);
  await writeFile(file, code);
  if (typeof map === 'string') await writeFile(`${file}.map`, map);
}
