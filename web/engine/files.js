/**
 * The files that stand beside the code: the engine's modules and the worker of a sweep. The one place that says where they are and how
 * they are got, so that a page which carries them inside itself (one-file.js) brings its own ways, and nothing else is another.
 * Every address is written out as new URL('…', import.meta.url): bundlers know that form.
 */
import { isNode } from '../base/environment.js';

/**
 * @typedef {object} Files
 * @property {(simd: boolean) => Promise<BufferSource>} readEngine the engine's module with SIMD or without; fails with an Error that says why
 * @property {() => Worker} openWorker a Web Worker that runs sweep-worker.js
 */

/** @type {Files} */
let files = {
  readEngine: (simd) => read(simd ? new URL('engine.wasm', import.meta.url) : new URL('engine-scalar.wasm', import.meta.url)),
  openWorker: () => new Worker(new URL('sweep-worker.js', import.meta.url), { type: 'module' }),
};

/** The module that was read last. @type {BufferSource | null} */
let engine = null;

/**
 * From now on some files come from somewhere else.
 * @param {Partial<Files>} others
 */
export function useFiles(others) {
  files = { ...files, ...others };
}

/** @type {Files['readEngine']} */
export async function readEngine(simd) {
  engine = await files.readEngine(simd);
  return engine;
}

/**
 * Opens a worker and sends it, as its first message, the engine that is in use here: it could not be sure to get the same one, or any, since a
 * new release may be on the server by now, and WebKit lets no service worker answer what a worker asks for.
 * @param {{ lock: string }} more what else it is told at first
 */
export function openWorker({ lock }) {
  const worker = files.openWorker();
  worker.postMessage({ engine, lock });
  return worker;
}

/** Where Node finds sweep-worker.js. */
export const nodeWorkerUrl = () => new URL('sweep-worker.js', import.meta.url);

/**
 * @param {URL} url
 * @returns {Promise<BufferSource>}
 */
async function read(url) {
  return isNode && url.protocol === 'file:' ? (await import('node:fs/promises')).readFile(url) : download(url);
}

/**
 * Bytes, not WebAssembly's own streaming: that one refuses a server which sends the wrong MIME type.
 * @param {URL} url
 */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url.href}`);
  return response.arrayBuffer();
}
