/** grade.html as a teacher uses it: a task and a table in, grades out, in both languages; nothing leaves the browser, and what cannot be read gets its sentence. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseTask } from '../../web/tasks/task.js';
import { writeTaskLink } from '../../web/tasks/task-link.js';
import { axeViolations } from '../support/page.js';
import { openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';
import { ONE_NUMBER, PAGE, solve } from './students.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const task = parseTask(ONE_NUMBER);

describe('grade.html', () => {
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */
  let browser;
  /** @type {string} */
  let table;
  before(async () => {
    [site, browser] = await Promise.all([serveSite(), openBrowser('chromium')]);
    const lab = await openLab();
    const [one, two] = [17, 18].map((number) => solve(lab, task, number, ({ w5 }) => ({ w6: w5 })));
    lab.close();
    table = [
      'Name;Number;Link;Step;Fingerprint',
      `Jos\u00e9;17;${one.link};2.000;${one.fingerprint}`,
      `=Eve;18;${one.link};2.000;${one.fingerprint}`,
      `Bob;18;${two.link};2.000;0123456789abcdef`,
      'Tim;19;;;',
    ].join('\r\n');
  });
  after(() => Promise.all([browser?.close(), site?.close()]));

  /** @param {string} address @param {(page: Page) => Promise<void>} body */
  async function onPage(address, body) {
    const page = await browser.newPage();
    await page.goto(site.url + address);
    await page.waitFor(() => document.querySelector('[data-action="grade"]') !== null);
    await body(page);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(
      (await page.requests()).filter((each) => !each.startsWith(site.url) && !/^(data|blob|about):/.test(each)),
      [],
    );
    await page.close();
  }

  /** @param {Page} page @param {string} id @param {string} text */
  const put = (page, id, text) =>
    page.evaluate(
      (field, value) => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(field));
        area.value = value;
        for (const type of ['input', 'change']) area.dispatchEvent(new Event(type, { bubbles: true }));
      },
      id,
      text,
    );
  /** @param {Page} page @param {number} column */
  const cells = (page, column) =>
    page.evaluate((at) => [...document.querySelectorAll('.grades tbody tr')].map((row) => row.children[at].textContent), column);
  /** @param {Page} page */
  const trouble = (page) => page.evaluate(() => document.querySelector('.trouble:not([hidden])')?.textContent ?? '');

  test('trains a class\u2019s table again and says of each what is to be said', () =>
    onPage('grade.html', async (page) => {
      await put(page, 'task', `${PAGE}#task=${writeTaskLink(task)}`);
      assert.equal(
        await page.evaluate(() => document.getElementById('task-said')?.textContent),
        '\u201cOne number\u201d: 2000 steps, 1 condition.',
      );
      await put(page, 'answers', table);
      await page.click('[data-action="grade"]');
      await page.waitFor(() => document.querySelectorAll('.grades tbody tr').length === 4);
      assert.deepEqual(await cells(page, 0), ['Jos\u00e9', '=Eve', 'Bob', 'Tim']);
      assert.deepEqual(await cells(page, 2), ['met', 'another student\u2019s seed', 'made-up fingerprint', 'broken link']);
      assert.deepEqual(await cells(page, 8), ['', 'it is the start of number 17', '', '']);
      assert.equal(await page.evaluate(() => document.querySelector('.grade-said')?.textContent), '1 met, 0 not met, 3 to be looked at.');
      assert.equal(
        await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-action="save-csv"]')).hidden),
        false,
      );
      assert.deepEqual(await axeViolations(page, 'main'), []);
    }));

  test('speaks Spanish, and takes the task from its own address', () =>
    onPage(`grade.html?lang=es#task=${writeTaskLink(task)}`, async (page) => {
      assert.match(await page.evaluate(() => document.getElementById('task-said')?.textContent ?? ''), /2000 pasos, 1 condici\u00f3n/);
      await put(page, 'answers', table);
      await page.click('[data-action="grade"]');
      await page.waitFor(() => document.querySelectorAll('.grades tbody tr').length === 4);
      assert.deepEqual(await cells(page, 2), ['cumplida', 'semilla de otra persona', 'huella inventada', 'enlace roto']);
    }));

  test('says in a sentence what cannot be read, and keeps what was given', () =>
    onPage('grade.html?lang=en', async (page) => {
      await page.click('[data-action="grade"]');
      assert.equal(await trouble(page), 'Give the task first: its link or its file.');
      await put(page, 'task', JSON.stringify({ ...ONE_NUMBER, conditions: [{ what: 'kind', layer: 2, units: [1, 2], is: 'tied' }] }));
      assert.match(await trouble(page), /^task\.conditions\[0\]\.layer: must name a hidden layer that is there/);
      await put(page, 'task', JSON.stringify(ONE_NUMBER));
      assert.equal(await trouble(page), '');
      await put(page, 'answers', 'Name,Grade\nAda,1\n');
      await page.click('[data-action="grade"]');
      assert.match(await trouble(page), /no link of a run was found/);
      assert.match(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.getElementById('answers')).value), /Ada,1/);
    }));
});
