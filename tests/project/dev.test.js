/** What ./build.sh dev does while somebody works on the page. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads on until something is said.
 * @param {AsyncIterator<Uint8Array | string>} parts not in a loop, which would end the stream when it is left
 * @param {RegExp} pattern
 * @returns {Promise<string>} what was found
 */
async function untilSaid(parts, pattern) {
  let text = '';
  for (;;) {
    const { value, done } = await parts.next();
    if (done) throw new Error(`it ended without ${pattern}: ${text}`);
    text += value;
    const found = pattern.exec(text);
    if (found) return found[0];
  }
}

test('./build.sh dev tells an open page of a changed line, and serves it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twin neurons '));
  for (const name of ['build.sh', 'emsdk-version.txt', 'package.json', 'package-lock.json', 'LICENSE', 'web', 'src', 'tools']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  // The engine is here already.
  for (const name of ['dist/engine.wasm', 'dist/engine-scalar.wasm', 'dist/engine-many.wasm', '.cache/stamps/engine'])
    await cp(join(ROOT, name), join(folder, name));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const server = spawn(join(folder, 'build.sh'), ['dev'], {
    env: { ...process.env, PORT: '8200' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await untilSaid(server.stdout[Symbol.asyncIterator](), /http:\/\/127\.0\.0\.1:\d+\//);
    const read = async (/** @type {string} */ path) => (await fetch(url + path)).text();
    const told = await fetch(`${url}esbuild`, { headers: { accept: 'text/event-stream' } });
    const events = /** @type {any} */ (told.body?.pipeThrough(new TextDecoderStream())).values();
    /**
     * Appends a line to a file, and waits for a change that is told and after which the line is served.
     * @param {string} file
     * @param {string} line
     * @param {string} served where it is found then
     */
    const changes = async (file, line, served) => {
      assert.ok(!(await read(served)).includes(line));
      const told = untilSaid(events, /event: change/);
      await appendFile(join(folder, file), `\n${line}\n`);
      await told;
      while (!(await read(served)).includes(line)) await untilSaid(events, /event: change/);
    };
    assert.match(await read('main.js'), /location\.reload\(\)/);
    await changes('web/page/styles/first-screen.css', '/*! one more line */', 'styles.css');
    await changes('web/main.js', 'console.log("one more line");', 'main.js');
    await changes('web/site/static/robots.txt', '# one more line', 'robots.txt');
  } finally {
    server.kill();
    await once(server, 'close');
    await rm(folder, { recursive: true });
  }
});
