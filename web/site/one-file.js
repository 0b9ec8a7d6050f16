/**
 * All of the page as one script, for the page of one file: it carries the engine inside itself, and its workers run this same script. So it
 * is two programs: in a document the page, in a worker the worker of a sweep.
 */
import { EngineError } from '../base/errors.js';
import { useFiles } from '../engine/files.js';
import { unpack } from './unpack.js';

async function startPage() {
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const engine = await unpack(byId('packed-engine').textContent);
  byId('packed-engine').remove();
  // A classic script, since Chromium starts no module worker where the page has no origin of its own: from a file, or in a sandboxed frame.
  const parts = ['"use strict";(async()=>{', byId('code').textContent, '\n})()'];
  const script = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  useFiles({
    async readEngine(simd) {
      if (simd) return engine;
      throw new EngineError('unsupported', 'This file has the engine for browsers with WebAssembly SIMD, and this browser has none');
    },
    // One engine is enough to carry: sweeps have it, too.
    readEngineForMany: async () => engine,
    openWorker: () => new Worker(script),
  });
  await import('../main.js');
}

if (typeof document === 'undefined') await import('../engine/sweep-worker.js');
else await startPage();
