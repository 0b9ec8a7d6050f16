/** What puts the page into a course, in a browser: what is ticked is what is copied, and the frame is shown as it will be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useSite, whole } from '../support/page.js';

const site = useSite('chromium');

/** @param {import('../support/browsers.js').Page} page */
const markup = (page) => page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-embed-markup]')).value);

/** @param {import('../support/browsers.js').Page} page */
async function unfoldBuilder(page) {
  await page.waitFor(() => document.querySelector('.embed-builder summary') !== null);
  await page.click('.embed-builder summary');
  await page.waitFor(() => document.querySelector('[data-embed-markup]') !== null);
}

site.panelTest('keep', 'the lab is offered with the run that is shown; its parts, language and course are what is ticked', async (page) => {
  await unfoldBuilder(page);
  assert.match(await markup(page), /^<iframe src="http:[^"]*\?embed=1&amp;hide=setup,lab,foot#run=[\w-]+[^"]*" width="100%"/);
  await page.click('.embed-tick [value="chart"]');
  await page.evaluate(() => {
    const origin = /** @type {HTMLInputElement} */ (document.getElementById('embed-origin'));
    origin.value = 'https://my.course/';
    origin.dispatchEvent(new Event('change', { bubbles: true }));
  });
  assert.match(await markup(page), /hide=chart,setup,lab,foot&amp;origin=https%3A%2F%2Fmy\.course#run=/);
  // The preview follows no more than once a second.
  await page.waitFor(() =>
    document.querySelector('.embed-builder iframe')?.getAttribute('src')?.includes('hide=chart,setup,lab,foot&origin='),
  );
  await page.click('.embed-builder iframe');
  await page.enterFrame('.embed-builder iframe');
  await whole(page);
  assert.deepEqual(
    await page.evaluate(() => [document.querySelector('.chart')?.getClientRects().length, document.querySelectorAll('.chip').length > 0]),
    [0, true],
  );
});

test('the teacher\u2019s notes begin with it, and offer the lesson', async () => {
  const page = await site.newPage();
  await page.goto(`${site.url}?lesson=teachers`);
  await page.waitFor(() => document.documentElement.dataset.ready === 'true');
  await unfoldBuilder(page);
  await page.click('.embed-tick [value="zeros"]');
  await page.click('.embed-tick [value="ties"]');
  assert.match(await markup(page), /\?embed=1&amp;only=ties,zeros" /);
  assert.match(await markup(page), /<a href="http:[^"]*\?only=ties,zeros">/);
  await page.close();
});

site.panelTest('keep', 'who ticks much at once sees one preview of it, and not one for each tick', async (page) => {
  await unfoldBuilder(page);
  const shown = await page.evaluate(async () => {
    const preview = /** @type {HTMLIFrameElement} */ (document.querySelector('.embed-builder iframe'));
    const parts = [...document.querySelectorAll('.embed-tick input')].map((input) => /** @type {HTMLInputElement} */ (input));
    let changes = 0;
    const changed = new MutationObserver((records) => (changes += records.length));
    changed.observe(preview, { attributeFilter: ['src'] });
    parts.filter(({ value }) => ['chart', 'chain', 'network'].includes(value)).forEach((input) => input.click());
    while (changes === 0) await new Promise(requestAnimationFrame);
    changed.disconnect();
    return { changes, src: preview.getAttribute('src') };
  });
  assert.equal(shown.changes, 1);
  assert.match(shown.src ?? '', /hide=(?=[^#]*chart)(?=[^#]*chain)/);
});

test('from a disk, it makes a cell for a notebook beside the file, and says so', async () => {
  const page = await site.newPage();
  await page.goto(`${new URL('../../dist/twin-neurons.html', import.meta.url)}?lesson=teachers`);
  await page.waitFor(() => document.documentElement.dataset.ready === 'true');
  await unfoldBuilder(page);
  const cell = await markup(page);
  assert.ok(cell.includes('open("twin-neurons.html", encoding="utf-8")') && cell.includes('"?embed=1&only=twins"'), cell);
  assert.match(await page.evaluate(() => document.querySelector('.embed-builder')?.textContent ?? ''), /is not on the web/);
  await page.close();
});
