/**
 * All of the page as one script, for the page of one file: it carries the engine inside itself, and its workers run this same script. So it
 * is two programs: in a document the page, in a worker the worker of a sweep, to whom the page sends the engine first.
 */
import { EngineError } from './errors.js';
import { useFiles } from './files.js';
import { unpack } from './unpack.js';

async function startPage() {
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const engine = await unpack(byId('packed-engine').textContent);
  byId('packed-engine').remove();
  // A classic script, since Chromium starts no module worker where the page has no origin of its own: from a file, or in a sandboxed frame.
  const parts = ['"use strict";(async()=>{', byId('code').textContent, '\n})()'];
  const script = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  useFiles({
    readEngine: onlySimd(engine),
    openWorker() {
      const worker = new Worker(script);
      worker.postMessage(engine);
      return worker;
    },
  });
  await import('./main.js');
}

/** The engine is the first message; everything after it is for sweep-worker.js. */
function startWorker() {
  addEventListener(
    'message',
    ({ data: engine }) => {
      useFiles({
        readEngine: onlySimd(engine),
        openWorker() {
          throw new Error('a worker opens no workers');
        },
      });
      import('./sweep-worker.js');
    },
    { once: true },
  );
}

/**
 * @param {ArrayBuffer} engine
 * @returns {import('./files.js').Files['readEngine']}
 */
function onlySimd(engine) {
  return async (simd) => {
    if (simd) return engine;
    throw new EngineError('unsupported', 'This file has the engine for browsers with WebAssembly SIMD, and this browser has none');
  };
}

if (typeof document === 'undefined') startWorker();
else await startPage();
