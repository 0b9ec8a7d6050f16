/**
 * The course packages in a learning platform: scorm-again as its run-time, in a browser, with what a student does. The platform keeps what it is told by
 * student and part, and gives it back when a part is launched again, as platforms do.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { checkCourse } from '../../tools/course/course-file.js';
import { makePackages } from '../../tools/course/packages.js';
import { openBrowser } from '../support/browsers.js';
import { enter, read as readPage, train } from '../support/page.js';
import { serveSite } from '../support/site.js';
import { OWN_CHAPTER } from '../lesson/own-chapter.js';
import { ONE_NUMBER } from '../tasks/students.js';

/** @typedef {import('../support/browsers.js').Page} Page */
/** @typedef {'scorm12' | 'scorm2004'} Version */

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const RUNTIMES = new URL('node_modules/scorm-again/dist/', import.meta.url);
const VERSIONS = /** @type {const} */ (['scorm12', 'scorm2004']);

/** In the platform's page: launches parts, and keeps what it is told as long as the browser is open. Runs as that page's own script. @param {Version} version */
function platform(version) {
  const isOld = version === 'scorm12';
  const page = /** @type {any} */ (window);
  const kept = JSON.parse(localStorage.getItem('platform') ?? '{}');
  page.launch = (/** @type {string} */ student, /** @type {string} */ part, /** @type {string} */ mode) => {
    const of = `${student} ${part}`;
    const settings = { autocommit: false, logLevel: 5 };
    const api = isOld ? new page.Scorm12API(settings) : new page.Scorm2004API(settings);
    if (kept[of]) api.loadFromJSON(kept[of], 'cmi');
    api.loadFromJSON(isOld ? { core: { lesson_mode: mode } } : { mode }, 'cmi');
    const keep = () => {
      kept[of] = JSON.parse(JSON.stringify(api.cmi));
      localStorage.setItem('platform', JSON.stringify(kept));
    };
    api.on(isOld ? 'LMSCommit' : 'Commit', keep);
    api.on(isOld ? 'LMSFinish' : 'Terminate', keep);
    page.told = () => JSON.parse(JSON.stringify(api.cmi));
    page[isOld ? 'API' : 'API_1484_11'] = api;
    const frame = document.createElement('iframe');
    frame.src = `${part}.html`;
    document.body.replaceChildren(frame);
  };
}

/** @param {Version} version @param {string} runtime */
const platformPage = (version, runtime) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A platform</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%;overflow:hidden}iframe{width:100%;height:100%;border:0;display:block}</style>
<script>${runtime.replaceAll('</script', '<\\/script')}</script><body></body><script>(${platform})('${version}')</script>`;

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
/** @type {Record<Version, Awaited<ReturnType<typeof serveSite>>>} */
const sites = /** @type {any} */ ({});

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin-neurons-scorm-'));
  browser = await openBrowser('chromium');
  await writeFile(join(folder, 'one-number.json'), JSON.stringify(ONE_NUMBER));
  await writeFile(join(folder, 'own.json'), JSON.stringify(OWN_CHAPTER));
  const course = checkCourse({ version: 1, chapters: ['twins', 'zeros'], own: ['own.json'], tasks: ['one-number.json'] });
  const packages = await makePackages(course, { dist: DIST, folder });
  for (const version of VERSIONS) {
    const files = Object.entries(unzipSync(packages[`twin-neurons-${version}.zip`]));
    const pages = Object.fromEntries(files.map(([name, bytes]) => [`/${name}`, Buffer.from(bytes).toString('utf8')]));
    const runtime = await readFile(new URL(`${version}.min.js`, RUNTIMES), 'utf8');
    sites[version] = await serveSite({ ...pages, '/platform.html': platformPage(version, runtime) });
    if (version === 'scorm12') for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  }
});
after(async () => {
  await browser?.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
  await rm(folder, { recursive: true });
});

/**
 * A student launches a part, and has left whatever was open before.
 * @param {Page} page
 * @param {Version} version
 * @param {string} student
 * @param {string} part
 * @param {string} [mode]
 */
async function launch(page, version, student, part, mode = 'normal') {
  await page.goto(`${sites[version].url}platform.html`);
  await page.evaluate((...what) => /** @type {any} */ (window).launch(...what), student, part, mode);
  await page.enterFrame('iframe');
  await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.documentElement?.dataset.ready === 'true');
  await page.enterFrame('iframe');
}

/** What the platform has been told, as its run-time has it. @param {Page} page */
const toldOf = (page) => page.evaluate(() => /** @type {any} */ (window.top).told());

/** Where the lesson stands. @param {Page} page */
const stepOf = (page) => page.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('[data-chapter]'))?.dataset.step);

/** Presses the story's button until a step is reached, as a student does who waits for no run. @param {Page} page @param {string} step */
async function goTo(page, step) {
  for (let presses = 0; (await stepOf(page)) !== step; presses += 1) {
    assert.ok(presses < 30, `${step} is never reached`);
    await page.click('[data-primary]');
  }
}

/** @param {Page} page @param {string} option */
async function answer(page, option) {
  await page.click(`[data-choice="${option}"]`);
  await page.click('[data-primary]');
}

/** What of it the versions have at different places. @param {any} cmi @param {Version} version */
function read(cmi, version) {
  const {
    lesson_status: status,
    score,
    session_time: time,
  } = version === 'scorm12' ? cmi.core : { ...cmi, lesson_status: cmi.completion_status };
  const interactions = Object.values(cmi.interactions.childArray ?? cmi.interactions);
  return { status, score, time, interactions, kept: JSON.parse(cmi.suspend_data) };
}

for (const version of VERSIONS) {
  describe(`a package for ${version}`, () => {
    /** @type {Page} */
    let page;
    before(async () => {
      page = await browser.newPage();
    });
    after(() => page.close());

    test('reports a chapter that is done, question by question', async () => {
      await launch(page, version, 'Ada', 'zeros');
      assert.equal(read(await toldOf(page), version).status, 'incomplete');
      await answer(page, 'three');
      await goTo(page, 'check');
      await answer(page, 'small');
      await answer(page, 'no-twin');
      await page.waitFor(() => JSON.stringify(/** @type {any} */ (window.top).told()).includes('"raw":"70"'));
      const { status, score, time, interactions, kept } = read(await toldOf(page), version);
      assert.equal(status, version === 'scorm12' ? 'passed' : 'completed');
      assert.equal(score.raw, '70');
      assert.match(time, version === 'scorm12' ? /^00:00:\d\d$/ : /^PT0H\d+M\d+S$/);
      assert.deepEqual(
        interactions.map(({ id, student_response: letter, learner_response: choice, result }) => [id, letter ?? choice, result]),
        version === 'scorm12'
          ? [
              ['zeros-guess', 'd', 'neutral'],
              ['zeros-check', 'b', 'correct'],
            ]
          : [
              ['zeros-guess', 'three', 'neutral'],
              ['zeros-check', 'no-twin', 'correct'],
            ],
      );
      assert.deepEqual([kept.link, kept.step], ['?lesson=zeros', 'check']);
      if (version === 'scorm2004') assert.equal((await toldOf(page)).success_status, 'passed');
    });

    test('goes on where a student has left, and knows nothing of the one before at the same device', async () => {
      await launch(page, version, 'Ada', 'twins');
      await goTo(page, 'change');
      await launch(page, version, 'Grace', 'twins');
      assert.equal(await stepOf(page), 'start');
      await launch(page, version, 'Ada', 'twins');
      await page.waitFor(() => /** @type {HTMLElement | null} */ (document.querySelector('[data-chapter]'))?.dataset.step === 'change');
      await goTo(page, 'check');
      await answer(page, 'start');
      await page.waitFor(() => JSON.stringify(/** @type {any} */ (window.top).told()).includes('"raw":"100"'));
      await launch(page, version, 'Ada', 'twins');
      await page.waitFor(() => document.querySelector('.story-answer[data-right="true"]') !== null);
      const cmi = await toldOf(page);
      assert.ok(cmi.suspend_data.length <= 4096);
      assert.equal(read(cmi, version).score.raw, '100');
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['platform'], 'nothing of a student is left on the device');
    });

    test('reports a chapter of the teacher\u2019s own, and goes on with it', async () => {
      await launch(page, version, 'Ada', 'own-1');
      await answer(page, 'option-2');
      await goTo(page, 'step-3');
      await answer(page, 'option-1');
      await page.waitFor(() => JSON.stringify(/** @type {any} */ (window.top).told()).includes('"raw":"100"'));
      const { status, interactions } = read(await toldOf(page), version);
      assert.equal(status, version === 'scorm12' ? 'passed' : 'completed');
      assert.deepEqual(
        interactions.map(({ id, student_response: letter, learner_response: choice }) => [id, letter ?? choice]),
        version === 'scorm12'
          ? [
              ['own-1-step-1', 'b'],
              ['own-1-step-3', 'a'],
            ]
          : [
              ['own-1-step-1', 'option-2'],
              ['own-1-step-3', 'option-1'],
            ],
      );
      await launch(page, version, 'Ada', 'own-1');
      await page.waitFor(() => document.querySelector('.story-answer[data-right="true"]') !== null);
    });

    test('tells nothing where a student\u2019s work is only shown again', async () => {
      await launch(page, version, 'Ada', 'zeros', 'review');
      const before = read(await toldOf(page), version);
      await page.waitFor(() => document.querySelector('.story-answer[data-right="true"]') !== null);
      await answer(page, 'small');
      await page.waitFor(() => document.querySelector('.story-answer[data-right="false"]') !== null);
      const { time: _, ...after } = read(await toldOf(page), version);
      assert.deepEqual({ ...after, time: before.time }, before);
    });

    test('reports a task that is met, and opens it again with the student\u2019s number and run, where it was left', async () => {
      await launch(page, version, 'Ada', 'task-1');
      await enter(page, '#task-student-number', '17');
      const { w5 } = (await readPage(page)).values;
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      await page.waitFor(() => JSON.stringify(/** @type {any} */ (window.top).told()).includes('"2000"'));
      assert.equal(read(await toldOf(page), version).score.raw, '0');
      await page.click('[data-action="reset"]');
      await enter(page, '[name="w6"]', String(w5));
      await train(page);
      await page.waitFor(() => JSON.stringify(/** @type {any} */ (window.top).told()).includes('"raw":"100"'));
      const { status, score, kept } = read(await toldOf(page), version);
      assert.deepEqual([status, score.raw, kept.step], [version === 'scorm12' ? 'passed' : 'completed', '100', 2000]);
      assert.match(kept.link, /#run=[\w-]+&steps=2000/);
      await launch(page, version, 'Ada', 'task-1');
      await page.waitFor(() => document.querySelector('.task-status')?.textContent === 'Met. Hand it in.');
      assert.equal((await readPage(page)).exactStep, 2000);
      assert.match(await page.evaluate(() => document.querySelector('.task-number')?.textContent ?? ''), /17/);
    });

    test('is quiet', async () => {
      assert.deepEqual(await page.errors(), []);
    });
  });
}

test('a part that is opened outside of a platform works, and says that nothing is reported', async () => {
  for (const address of [`${sites.scorm12.url}twins.html`, `file://${join(folder, 'twins.html')}`]) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('p[role="status"]')).hidden));
    assert.equal(
      await page.evaluate(() => document.querySelector('p[role="status"]')?.textContent),
      'This page is not in a learning platform, so nothing is reported.',
    );
    await page.enterFrame('iframe');
    await page.waitFor(() => document.documentElement.dataset.ready === 'true');
    await goTo(page, 'same');
    await page.close();
  }
});
