/** A task as a student does it: the number, the one thing that may be changed, what is met as it is met, the hand-in, and what the page around a frame is told. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { readHandIn } from '../../web/tasks/hand-in.js';
import { createJudge } from '../../web/tasks/judge.js';
import { parseTask } from '../../web/tasks/task.js';
import { readTaskLink, writeTaskLink } from '../../web/tasks/task-link.js';
import { hostPage, openFrames } from '../support/frames.js';
import { axeViolations, enter, read, train, useSite } from '../support/page.js';
import { atOnce } from '../support/shared.js';
import { ONE_NUMBER, linkOf, solve } from './students.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const task = parseTask(ONE_NUMBER);
const ADDRESS = `#task=${writeTaskLink(task)}`;

/** What the list of conditions says. @param {Page} page */
const conditions = (page) => page.evaluate(() => [...document.querySelectorAll('.task-conditions li')].map((item) => item.textContent));
/** @param {Page} page */
const refusal = (page) => page.evaluate(() => document.querySelector('#refusal:not([hidden])')?.textContent ?? '');
/** @param {Page} page */
const handedIn = (page) => page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('.task-hand-in')).value);

describe('a task in the lab', () => {
  const site = useSite('chromium');
  const { pageTest } = site;
  /** @type {import('twin-neurons').Lab} */
  let lab;
  before(async () => {
    lab = await openLab();
  });
  after(() => lab.close());

  test('asks for the number, lets one weight be changed, says what is met, and gives a text that the judge finds met', async () => {
    const page = await site.open({ address: ADDRESS });
    assert.equal(await page.evaluate(() => document.querySelector('#task h2')?.textContent), 'One number');
    assert.equal(await page.evaluate(() => document.querySelector('main')?.inert), true);
    await enter(page, '#task-student-number', '17a');
    assert.match(await page.evaluate(() => document.getElementById('task-student-number-error')?.textContent ?? ''), /Type the digits/);
    await enter(page, '#task-student-number', '17');
    assert.equal(await page.evaluate(() => document.querySelector('main')?.inert), false);
    await page.select('[name="speed"]', 'Infinity');
    const { values } = await read(page);
    assert.deepEqual(await conditions(page), ['Neurons 1 and 2 of hidden layer 1 are tied, bit for bit. not met']);
    assert.deepEqual(await axeViolations(page, '#task'), []);
    await train(page);
    assert.match(await page.evaluate(() => document.querySelector('.task-status')?.textContent ?? ''), /^Not met yet/);
    await page.click('[data-action="reset"]');
    // As the task's text says: a field that is clicked into shows its number in full, also one that is fixed.
    await page.click('[name="w5"]');
    const full = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('[name="w5"]')).value);
    assert.equal(full, String(values.w5));
    await enter(page, '[name="w6"]', full);
    assert.deepEqual(await conditions(page), ['Neurons 1 and 2 of hidden layer 1 are tied, bit for bit. met']);
    await train(page);
    assert.equal(await page.evaluate(() => document.querySelector('.task-status')?.textContent), 'Met. Hand it in.');
    await page.click('[data-action="hand-in"]');
    assert.match(await page.evaluate(() => document.getElementById('task-hand-in-error')?.textContent ?? ''), /Type your name/);
    await enter(page, '#task-hand-in', 'Ada Lovelace');
    const text = await handedIn(page);
    const { word, number, name } = atOnce(createJudge(/** @type {any} */ (lab), task)(readHandIn(text)));
    assert.deepEqual({ word, number, name }, { word: 'met', number: 17, name: 'Ada Lovelace' });
    assert.doesNotMatch(text, /task=/);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  pageTest(
    'has everything else fixed: fields, presets, panels, links, the keyboard and undo',
    async (page) => {
      const before = await read(page);
      await page.waitFor(() => document.querySelector('.batch-choice option') !== null);
      assert.equal(await page.evaluate(() => document.querySelector('.batch-choice button')?.checkVisibility()), false);
      const usable = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(input, select)')]
          .filter((field) => !field.matches(':disabled, [readonly]') && field.checkVisibility())
          .map((field) => field.getAttribute('name') ?? field.id),
      );
      assert.deepEqual(usable.filter((name) => !/^(chain-|time)/.test(name)).sort(), ['speed', 'w6']);
      assert.equal(
        await page.evaluate(() =>
          ['#presets', '#examples', '#panel-data', '#panel-network', '#panel-training', '#panel-seeds', '[data-action="new-start"]'].some(
            (part) => document.querySelector(part)?.checkVisibility(),
          ),
        ),
        false,
      );
      const other = solve(lab, task, 18);
      await page.evaluate(
        (hash) => {
          const field = /** @type {HTMLInputElement} */ (document.querySelector('[name="w1"]'));
          field.disabled = false;
          field.value = '0.5';
          field.dispatchEvent(new Event('change'));
          location.hash = hash;
        },
        `#run=${new URL(other.link).hash.slice(5)}`,
      );
      await page.waitFor(() => document.querySelector('#refusal:not([hidden])') !== null);
      assert.match(await refusal(page), /task: it lets w6 be changed, and this would change w1/);
      await page.press('Control+Z');
      assert.deepEqual((await read(page)).values, before.values);
    },
    { address: `${ADDRESS}&student=17` },
  );

  pageTest(
    'keeps the number, the work and the step over a reload, and goes on in another language',
    async (page) => {
      const { values } = await read(page);
      await enter(page, '[name="w6"]', String(values.w5));
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      await page.waitFor(() => location.hash.includes('at=2000') && location.hash.includes('run='));
      const address = await page.evaluate(() => location.href);
      await page.goto('about:blank');
      await page.goto(address);
      await page.waitFor(() => document.documentElement.dataset.ready === 'true' && document.querySelector('[name="w6"]') !== null);
      await page.waitFor(() => document.querySelector('.task-status')?.textContent === 'Met. Hand it in.');
      await page.waitFor(() => /** @type {HTMLSelectElement} */ (document.querySelector('[name="speed"]')).value === '1000');
      assert.equal((await read(page)).exactStep, 2000);
      assert.equal(await page.evaluate(() => document.querySelector('.task-number')?.textContent), 'Your number: 17');
      await page.click('[data-language="es"]');
      await page.waitFor(() => document.querySelector('.task-number')?.textContent === 'Tu n\u00famero: 17');
      assert.equal((await read(page)).exactStep, 2000);
      await page.click('[data-action="reset"]');
      await page.waitFor(() => !location.hash.includes('at='));
    },
    { address: `${ADDRESS}&student=17` },
  );

  pageTest(
    'that is damaged gets its sentence, and the lab opens',
    async (page) => {
      assert.match(await page.evaluate(() => document.querySelector('#task')?.textContent ?? ''), /the link is damaged/);
      await train(page);
    },
    { address: `${ADDRESS.slice(0, -3)}` },
  );
});

describe('a task made in the lab', () => {
  const { panelTest } = useSite('chromium');

  panelTest(
    'keep',
    'is what was ticked, written and chosen, as a link that opens it; what cannot be met gets its sentence',
    async (page) => {
      await page.click('[data-action="make-task"]');
      await page.waitFor(() => document.querySelector('#maker-link') !== null);
      await page.fill('#maker-title', 'Ours');
      await page.fill('#maker-text', 'Break the tie.');
      await page.click('#maker-allow-w6');
      await page.select('#choice-maker-is', 'apart');
      await page.click('#maker-right');
      await page.fill('#maker-right-count', '5');
      assert.match(
        await page.evaluate(() => document.querySelector('.keep-task [role="alert"]')?.textContent ?? ''),
        /task\.conditions\[1\]\.atLeast: must be a whole number from 1 to 4/,
      );
      await page.fill('#maker-right-count', '4');
      assert.deepEqual(await axeViolations(page, '.keep-make-task'), []);
      const link = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#maker-link')).value);
      const made = readTaskLink(link);
      assert.deepEqual([made.title, made.text, made.allow, made.steps, made.seed], ['Ours', 'Break the tie.', ['w6'], 2000, undefined]);
      assert.deepEqual(made.conditions, [
        { what: 'kind', layer: 1, units: [1, 2], is: 'apart', at: 'end' },
        { what: 'right', atLeast: 4 },
      ]);
      assert.equal(
        await page.evaluate(() => new URL(/** @type {HTMLAnchorElement} */ (document.querySelector('[data-action="try-task"]')).href).hash),
        new URL(link).hash,
      );
    },
  );
});

describe('a task in a frame', () => {
  test('tells the page around it when a run rests, and takes no other experiment from it', async () => {
    const frames = await openFrames('chromium', (site, host) => ({
      '/course.html': hostPage(
        `<iframe src="${site}?embed=1&origin=${encodeURIComponent(host())}${ADDRESS}&student=17" title="A task" width="800" height="900"></iframe>`,
      ),
    }));
    try {
      const page = await frames.open('course.html');
      await page.waitFor(() => /** @type {any} */ (window).told.some((/** @type {any} */ { data }) => data.type === 'ready'));
      const lab = await openLab();
      const solved = solve(lab, task, 17, ({ w5 }) => ({ w6: w5 }));
      const other = solve(lab, task, 18);
      lab.close();
      /** @param {object} message */
      const send = (message) => page.evaluate((data) => /** @type {any} */ (window).send(data), { twinNeurons: 1, ...message });
      await send({ type: 'set-state', id: 'other', experiment: other.link });
      await page.waitFor(() => /** @type {any} */ (window).told.some((/** @type {any} */ { data }) => data.id === 'other'));
      await send({ type: 'set-state', experiment: linkOf(solved.experiment, 2000) });
      await send({ type: 'run', steps: 2000 });
      await page.waitFor(() => /** @type {any} */ (window).told.some((/** @type {any} */ { data }) => data.type === 'task' && data.done));
      /** @type {any[]} */
      const told = (await page.evaluate(() => /** @type {any} */ (window).told)).map((/** @type {any} */ { data }) => data);
      const refused = told.find(({ id }) => id === 'other');
      assert.equal(refused.type, 'error');
      assert.match(refused.sentence, /it lets w6 be changed/);
      const { twinNeurons, type, ...last } = told.filter((each) => each.type === 'task').at(-1);
      assert.deepEqual({ twinNeurons, type }, { twinNeurons: 1, type: 'task' });
      assert.equal(new URL(last.link).hash, new URL(solved.link).hash);
      assert.deepEqual(
        { ...last, link: '' },
        { step: 2000, fingerprint: solved.fingerprint, link: '', met: [{ what: 'kind', met: true }], isEnd: true, done: true },
      );
      await page.close();
    } finally {
      await frames.close();
    }
  });
});
