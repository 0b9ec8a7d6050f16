/** dist/ as a site: what is in it, that its sums are right, what it says of itself elsewhere, and how a release freezes a version. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkAddress, setAddress } from '../../tools/set-address.js';
import { PRESENTATION_VERSION } from '../../web/base/address-keys.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOAK = process.env.TWIN_SOAK === '1';

/** @param {string[]} path */
const read = (...path) => readFile(join(DIST, ...path), 'utf8');

/** The width and height that a PNG file says it has. @param {string} path in dist/ */
async function pngSize(path) {
  const bytes = await readFile(join(DIST, path));
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/**
 * What a page's head says, by property or name.
 * @param {string} html
 */
const metas = (html) =>
  new Map([...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].map(([, key = '', value = '']) => [key, value]));

describe('the sums', () => {
  for (const folder of ['', `v${PRESENTATION_VERSION}`]) {
    test(`of dist/${folder} are right, and leave no file out`, async () => {
      assert.equal(
        execFileSync('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], { cwd: join(DIST, folder), encoding: 'utf8' }),
        '',
      );
      const named = (await read(folder, 'SHA256SUMS'))
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(66));
      const there = (await readdir(join(DIST, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(DIST, folder).length).replace(/^\//, ''));
      // Packages of courses are made of what is there, and are no part of the site.
      assert.deepEqual(named.sort(), there.filter((path) => path !== 'SHA256SUMS' && !path.startsWith('course/')).sort());
    });
  }
});

describe('the versioned folder', () => {
  test('is the page and all that others take from it, to the byte', async () => {
    const version = `v${PRESENTATION_VERSION}`;
    const files = (await readdir(join(DIST, version), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const names = files.map((entry) => join(entry.parentPath, entry.name).slice(join(DIST, version).length + 1));
    for (const needed of [
      'index.html',
      'main.js',
      'styles.css',
      'later.css',
      'engine.wasm',
      'sweep-worker.js',
      'service-worker.js',
      'twin-neurons.html',
      'twin-neurons.js',
      'LICENSES.txt',
    ]) {
      assert.ok(names.includes(needed), needed);
    }
    for (const name of names.filter((each) => each !== 'SHA256SUMS'))
      assert.deepEqual(await readFile(join(DIST, version, name)), await readFile(join(DIST, name)), name);
  });
});

describe('what the site says of itself', () => {
  test('to a browser that installs it: icons that are there, in the sizes they say', async () => {
    const manifest = JSON.parse(await read('manifest.webmanifest'));
    assert.deepEqual([manifest.start_url, manifest.scope], ['./', './']);
    for (const { src, sizes, type } of manifest.icons) {
      if (type === 'image/png') assert.deepEqual(await pngSize(src), sizes.split('x').map(Number), src);
      else assert.match(await read(src), /^<svg /);
    }
    const html = await read('index.html');
    for (const [, path = ''] of html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g))
      await readFile(join(DIST, path));
  });

  test('to whoever shows a link: the question and a picture', async () => {
    const said = metas(await read('index.html'));
    for (const key of ['description', 'og:title', 'og:description', 'og:image:alt', 'twitter:card', 'twitter:title'])
      assert.ok(said.get(key), key);
    for (const key of ['og:image', 'twitter:image']) assert.equal(said.get(key), './social.png');
    assert.deepEqual(await pngSize('social.png'), [Number(said.get('og:image:width')), Number(said.get('og:image:height'))]);
    const { type, html, thumbnail_url: picture } = JSON.parse(await read('oembed.json'));
    assert.deepEqual([type, picture], ['rich', './social.png']);
    assert.match(html, new RegExp(`^<iframe src="\\./v${PRESENTATION_VERSION}/\\?embed=1" title="[^"]+" [^<]*></iframe>$`));
  });

  test('with full addresses where the site knows its own, and refuses one that is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twin-neurons-site-'));
    try {
      for (const name of ['index.html', '404.html', 'oembed.json']) await cp(join(DIST, name), join(folder, name));
      assert.throws(() => checkAddress('example.org'), /must be a full address that ends in a slash/);
      setAddress(folder, 'https://example.org/lab/');
      const html = await readFile(join(folder, 'index.html'), 'utf8');
      assert.equal(metas(html).get('og:image'), 'https://example.org/lab/social.png');
      assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/lab\/">/);
      assert.match(html, /<script type="module" src="main\.js"/);
      const missing = await readFile(join(folder, '404.html'), 'utf8');
      assert.deepEqual(
        [...missing.matchAll(/ href="([^"]*)"/g)].filter(([, address = '']) => !address.startsWith('https://example.org/lab/')),
        [],
      );
      assert.match(
        JSON.parse(await readFile(join(folder, 'oembed.json'), 'utf8')).html,
        /src="https:\/\/example\.org\/lab\/v1\/\?embed=1"/,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the workflows', () => {
  test('name the actions of others by the hash of what was read, since a tag can be moved', async () => {
    for (const name of ['ci.yml', 'pages.yml']) {
      const uses = [...(await readFile(join(ROOT, '.github', 'workflows', name), 'utf8')).matchAll(/uses: (.*)/g)].map(
        (match) => match[1] ?? '',
      );
      assert.ok(uses.length > 0);
      for (const use of uses) assert.match(use, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('run .ci/run, and publish what ./build.sh site makes', async () => {
    const load = async (/** @type {string} */ name) => parse(await readFile(join(ROOT, '.github', 'workflows', name), 'utf8'));
    const ci = await load('ci.yml');
    assert.ok(ci.jobs.test.steps.some((/** @type {any} */ step) => step.run === '.ci/run'));
    const { steps } = (await load('pages.yml')).jobs.publish;
    assert.ok(steps.some((/** @type {any} */ step) => step.run?.endsWith('./build.sh site') && step.env.SITE_URL.endsWith('/')));
    assert.equal(steps.find((/** @type {any} */ step) => step.uses?.startsWith('actions/upload-pages-artifact'))?.with.path, 'dist');
  });
});

test('a tag freezes its version: later changes reach the newest page alone', {
  skip: !SOAK && 'it builds everything twice: in soak runs only',
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twin neurons '));
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder, stdio: 'pipe' });
  try {
    for (const name of [
      '.gitignore',
      'build.sh',
      'emsdk-version.txt',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.types.json',
      'LICENSE',
      'web',
      'src',
      'tools',
    ]) {
      await cp(join(ROOT, name), join(folder, name), { recursive: true });
    }
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message=Version 1');
    git('tag', 'v1');
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const page = join(folder, 'web', 'index.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('<title>', '<title>Newer '));
    execFileSync(join(folder, 'build.sh'), ['site'], { stdio: 'pipe' });
    const title = async (/** @type {string} */ path) =>
      /<title>(.*)<\/title>/.exec(await readFile(join(folder, 'dist', path), 'utf8'))?.[1];
    assert.equal(await title('index.html'), 'Newer Twin Neurons');
    assert.equal(await title('v1/index.html'), 'Twin Neurons');
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: join(folder, 'dist') });
  } finally {
    await rm(folder, { recursive: true });
  }
});
