/**
 * Which files the page is cut into. esbuild makes one of every set of modules that the same entries share: dozens of files of a few hundred bytes, each a
 * request, and each compressed for itself. Here the modules that are loaded together whenever the page opens are put together: one file for what the page
 * always has, one for what only the story has, and so on.
 */
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Metafile} Metafile */

/** The modules that are brought together; what is in packages is brought along by them. */
const OURS = /^web\//;

/**
 * @param {BuildOptions} options with splitting
 * @param {readonly string[]} openings what the page opens with: its entry, and those of which one is loaded before all else, story and lab first
 * @returns {Promise<BuildOptions>} the same, with a plugin by which every entry that needs one module of a group imports all of it
 */
export async function withFewChunks(options, openings) {
  const { metafile } = await build({ ...options, outdir: '.', write: false, sourcemap: false, minify: false, metafile: true });
  const entries = Object.values(metafile.outputs)
    .flatMap(({ entryPoint }) => (entryPoint === undefined ? [] : [entryPoint]))
    .sort();
  const missing = openings.find((opening) => !entries.includes(opening));
  if (missing !== undefined) throw new Error(`tools/chunks.js: ${missing} is no entry of the page`);
  const groups = groupsOf(metafile, entries, openings);
  // Sorted, and by relative paths, so that the same files are made wherever this folder is.
  /** @type {(entry: string) => [string, string[]]} */
  const importsOf = (entry) => {
    // What is imported for one group may need some of another.
    let imports = [entry];
    for (let before = 0; imports.length > before; ) {
      before = imports.length;
      const modules = reachable(metafile, imports);
      imports = [entry, ...groups.filter((group) => group.some((module) => modules.has(module))).flat()];
    }
    return [resolve(entry), imports.slice(1).map((module) => `./${relative(dirname(entry), module)}`)];
  };
  return { ...options, plugins: [importing(new Map(entries.map(importsOf)))] };
}

/** @param {Metafile} metafile @param {readonly string[]} from @returns {Set<string>} the modules that are loaded with these, themselves included */
function reachable({ inputs }, from) {
  const found = new Set(from);
  for (const module of found)
    for (const { path, kind, external } of inputs[module].imports) if (kind === 'import-statement' && !external) found.add(path);
  return found;
}

/**
 * The modules that the openings share with each other or with what is loaded later, by the openings that need them.
 * @param {Metafile} metafile
 * @param {readonly string[]} entries
 * @param {readonly string[]} openings
 * @returns {string[][]}
 */
function groupsOf(metafile, entries, openings) {
  const reached = new Map(entries.map((entry) => [entry, reachable(metafile, [entry])]));
  /** @type {(module: string, among: readonly string[]) => string[]} */
  const needing = (module, among) => among.filter((entry) => reached.get(entry)?.has(module));
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const module of [...reachable(metafile, openings)].sort()) {
    // What one entry alone needs is in its own file already.
    if (!OURS.test(module) || needing(module, entries).length < 2) continue;
    const [entry, story, lab] = openings;
    const needers = needing(module, openings);
    // What the page's entry needs is there, whatever else is opened; so is what the story and the lab need, of which one is.
    const isAlwaysThere = needers[0] === entry || (needers.includes(story) && needers.includes(lab));
    const key = isAlwaysThere ? entry : needers.join();
    groups.set(key, [...(groups.get(key) ?? []), module]);
  }
  return [...groups.values()];
}

/** @param {Map<string, readonly string[]>} imports by the path of a module: what it imports besides @returns {import('esbuild').Plugin} */
function importing(imports) {
  return {
    name: 'few-chunks',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const modules = imports.get(path) ?? [];
        if (modules.length === 0) return undefined;
        return { contents: [await readFile(path, 'utf8'), ...modules.map((module) => `import ${JSON.stringify(module)};`)].join('\n') };
      });
    },
  };
}
