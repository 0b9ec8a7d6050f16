/** Makes the page's scripts, which esbuild has already minified, shorter still: compressed they lose a good tenth, most of it in Chart.js. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** @param {readonly string[]} files each is overwritten, and so is its source map, FILE.js.map */
export async function minifyFiles(files) {
  // Loaded here, since most builds have nothing to minify.
  const { minify } = await import('terser');
  for (const file of files) await minifyFile(file, minify);
}

/**
 * @param {string} file
 * @param {typeof import('terser').minify} minify
 */
async function minifyFile(file, minify) {
  const { code, map } = await minify(await readFile(file, 'utf8'), {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
    // Notices of licenses stay where they are.
    format: { comments: 'some' },
    sourceMap: { content: await readFile(`${file}.map`, 'utf8'), url: `${basename(file)}.map` },
  });
  if (code === undefined || typeof map !== 'string') throw new Error(`${file}: there is nothing left`);
  await writeFile(file, code);
  await writeFile(`${file}.map`, map);
}
