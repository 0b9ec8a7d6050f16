/**
 * The files that stand beside the code: the engine's modules and the worker of a sweep. The one place that says where they are and how
 * they are got, so that a page which carries them inside itself (one-file.js) brings its own ways, and nothing else is another.
 * Every address is written out as new URL('…', import.meta.url): bundlers know that form.
 */
import { isNode } from '../base/environment.js';

/**
 * @typedef {object} Files
 * @property {(simd: boolean) => Promise<Bytes>} readEngine the engine's module with SIMD or without; fails with an Error that says why
 * @property {() => Promise<Bytes>} readEngineForMany the engine that trains many runs side by side, for sweeps; with SIMD
 * @property {() => Worker} openWorker a Web Worker that runs sweep-worker.js
 */

/**
 * Written without the names of web types, so that programs that know none of them can use the package's types.
 * @typedef {ArrayBuffer | ArrayBufferView<ArrayBuffer>} Bytes
 * @typedef {object} EngineSource Bytes, or a module that is compiled
 * @typedef {{ readonly href: string }} AddressLike a URL
 * @typedef {{ readonly ok: boolean, readonly status: number, readonly url: string, arrayBuffer(): Promise<ArrayBuffer> }} ResponseLike
 * @typedef {string | AddressLike} WorkerSource
 * @typedef {ArrayBuffer | ArrayBufferView | ResponseLike | WorkerSource} WasmSource
 */

/** @type {Files} */
let files = {
  readEngine: (simd) => read(simd ? new URL('engine.wasm', import.meta.url) : new URL('engine-scalar.wasm', import.meta.url)),
  readEngineForMany: () => read(new URL('engine-many.wasm', import.meta.url)),
  openWorker: () => new Worker(new URL('sweep-worker.js', import.meta.url), { type: 'module' }),
};

/**
 * From now on some files come from somewhere else.
 * @param {Partial<Files>} others
 */
export function useFiles(others) {
  files = { ...files, ...others };
}

/**
 * The engine's module.
 * @param {boolean} simd
 * @param {WasmSource} [wasm] where it comes from; left out: from beside the code
 * @returns {Promise<Bytes>}
 */
export function readEngine(simd, wasm) {
  return wasm === undefined ? files.readEngine(simd) : readFrom(wasm);
}

/** The module of a sweep's workers. */
export const readEngineForMany = () => files.readEngineForMany();

/**
 * Opens a worker and sends it, as its first message, the engine that it runs: it could not be sure to get the same one, or any, since a
 * new release may be on the server by now, and WebKit lets no service worker answer what a worker asks for.
 * @param {{ engine: EngineSource, script?: WorkerSource, lock: string }} options script: where sweep-worker.js is; lock: what it is told to hold
 */
export function openWorker({ engine, script, lock }) {
  const worker = script === undefined ? files.openWorker() : new Worker(String(script), { type: 'module' });
  worker.postMessage({ engine, lock });
  return worker;
}

/**
 * Where Node finds sweep-worker.js.
 * @param {WorkerSource} [script]
 */
export const nodeWorkerUrl = (script) => (script === undefined ? new URL('sweep-worker.js', import.meta.url) : new URL(String(script)));

/**
 * @param {unknown} value
 * @returns {value is WasmSource}
 */
export function isWasmSource(value) {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value) || isResponse(value) || isAddress(value);
}

/**
 * An address; in Node a whole one, since there is no page that it could be relative to.
 * @param {unknown} value
 * @returns {value is WorkerSource}
 */
export function isAddress(value) {
  return value instanceof URL || (typeof value === 'string' && (isNode ? URL.canParse(value) : value !== ''));
}

/**
 * @param {unknown} value
 * @returns {value is Response}
 */
const isResponse = (value) => typeof Response === 'function' && value instanceof Response;

/** @param {WasmSource} wasm */
async function readFrom(wasm) {
  if (isResponse(wasm)) return bytesOf(wasm);
  if (typeof wasm === 'string' || wasm instanceof URL) return read(new URL(wasm, isNode ? undefined : self.location.href));
  return /** @type {Bytes} */ (wasm);
}

/**
 * @param {URL} url
 * @returns {Promise<Bytes>}
 */
async function read(url) {
  return isNode && url.protocol === 'file:' ? (await import('node:fs/promises')).readFile(url) : download(url);
}

/**
 * Bytes, not WebAssembly's own streaming: that one refuses a server which sends the wrong MIME type.
 * @param {URL} url
 */
async function download(url) {
  return bytesOf(await fetch(url));
}

/** @param {Response} response */
async function bytesOf(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  return response.arrayBuffer();
}
