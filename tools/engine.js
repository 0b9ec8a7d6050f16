/** Compiles the engine in C to WebAssembly by emcc: with SIMD, and without for browsers that have none. */
import { mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runProgram } from './steps.js';

/**
 * -ffp-contract=off and the absence of fast-math keep results the same bits on every platform; the fixed memory keeps views valid,
 * and has room for three runs at every limit at once: the one shown, the one being made, and one gone back to.
 * What must be inlined says so; inlining more would make the module a tenth larger and no faster, and so would unrolling loops that run
 * a number of times unknown here: V8, at least, does that itself.
 */
const FLAGS = [
  ...[`-I${resolve('src')}`, '-std=c11', '-Wall', '-Wextra', '-Wshadow', '-Wconversion'],
  ...['-O3', '-ffp-contract=off', '-fno-math-errno', '-finline-hint-functions', '-mllvm', '-unroll-runtime=false'],
];
const LINKING = ['--no-entry', '-sALLOW_MEMORY_GROWTH=0', '-sABORTING_MALLOC=0', '-sMALLOC=emmalloc', '-sINITIAL_MEMORY=134217728'];

/** Files with nothing in them that a step of training waits for: made small, which takes a twentieth off the module. The bits are the same. */
const COLD = [
  'create',
  'data',
  'datasets',
  'error',
  'firmness',
  'history',
  'inspect',
  'layout',
  'objective',
  'options',
  'parameters',
  'runs',
  'ties',
].map((name) => `src/${name}.c`);

/**
 * Each module: the flags that it has beside the common ones, and the folders of its sources. What trains many runs side by side is for sweeps alone,
 * so that nobody else loads it; there, what stands around the passes is small, too: a step is one of dozens.
 * @type {Readonly<Record<string, { flags: readonly string[], folders: readonly string[], cold: readonly string[] }>>}
 */
export const MODULES = Object.freeze({
  'engine.wasm': { flags: ['-msimd128'], folders: ['src'], cold: COLD },
  'engine-scalar.wasm': { flags: [], folders: ['src'], cold: COLD },
  'engine-many.wasm': {
    flags: ['-msimd128'],
    folders: ['src', 'src/many'],
    cold: [...COLD, ...['train', 'many/many_outcome', 'many/many_step', 'many/nn_many'].map((name) => `src/${name}.c`)],
  },
});

/** @param {string} folder */
const sourcesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => `${folder}/${name}`);

/**
 * @param {string} version of emcc. A warning is an error, but only to the pinned compiler: newer ones invent new warnings
 * @param {string} folder where the modules go
 * @param {{ temporary: string, modules?: readonly string[] }} options temporary: a folder for what is not finished
 */
export async function compileEngine(version, folder, { temporary, modules = Object.keys(MODULES) }) {
  const strict = version === readFileSync('emsdk-version.txt', 'utf8').trim() ? ['-Werror'] : [];
  await Promise.all(
    modules.map(async (name) => {
      const { flags, folders, cold } = MODULES[name];
      const objects = join(temporary, 'objects', name);
      mkdirSync(objects, { recursive: true });
      const own = [...strict, ...flags];
      await runProgram('emcc', [...FLAGS, ...own, '-c', ...cold.map((file) => resolve(file)), '-Os'], { cwd: objects });
      const hot = folders.flatMap(sourcesIn).filter((file) => !cold.includes(file));
      const small = cold.map((file) => join(objects, `${basename(file, '.c')}.o`));
      await runProgram('emcc', [...FLAGS, ...LINKING, ...own, ...hot, ...small, '-o', join(temporary, name)]);
    }),
  );
  for (const name of modules) renameSync(join(temporary, name), join(folder, name));
}
