/** The page on the slides of reveal.js, the real one: what is not shown does not train, and a clicker works after a click into the frame. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { LISTENING, openFrames, toldOf, untilTold } from '../support/frames.js';

/** @param {string} name */
const reveal = (name) => readFile(fileURLToPath(new URL(`../../node_modules/reveal.js/dist/${name}`, import.meta.url)), 'utf8');

/** The lines of docs/embedding.md, for a deck's page. */
const [listener] =
  /^ {4}addEventListener\('message'[^]*?^ {4}\}\);$/m.exec(
    (await readFile(new URL('../../docs/embedding.md', import.meta.url), 'utf8')).split('**reveal.js**')[1],
  ) ?? [];

const [script, styles] = await Promise.all([reveal('reveal.js'), reveal('reveal.css')]);

/** @type {Parameters<typeof openFrames>[1]} */
const PAGES = (site, host) => ({
  '/reveal.js': script,
  '/reveal.css': styles,
  '/slides.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title><link rel="icon" href="data:,"><link rel="stylesheet" href="reveal.css">${LISTENING}
    <div class="reveal"><div class="slides">
      <section><h2>Before</h2></section>
      <section><iframe data-src="${site}?embed=1&preset=tied&hide=lab,setup,chain,foot&origin=${encodeURIComponent(host())}" data-preload width="900" height="600" title="Twin Neurons"></iframe></section>
      <section><h2>After</h2></section>
    </div></div>
    <script src="reveal.js"></script>
    <script>
      window.isReady = Reveal.initialize({ transition: 'none', hash: false }).then(() => true);
      ${listener}
    </script>`,
});

for (const name of BROWSERS) {
  describe(`slides in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openFrames>>} */
    let frames;
    before(async () => {
      assert.ok(listener);
      frames = await openFrames(name, PAGES);
    });
    after(() => frames?.close());

    /** @param {import('../support/browsers.js').Page} page */
    const slide = (page) => page.evaluate(() => /** @type {any} */ (window).Reveal.getIndices().h);

    test('a frame that is preloaded trains while its slide is shown, pauses when it is left, and goes on when it is told to there', async () => {
      const page = await frames.open('slides.html');
      await page.evaluate(() => /** @type {any} */ (window).isReady);
      await page.evaluate(() => /** @type {any} */ (window).Reveal.next());
      await untilTold(page, 'ready');
      await page.waitFor(() => {
        /** @type {any} */ (window).send({ twinNeurons: 1, type: 'run', steps: 1_000_000_000, id: 'run' });
        return /** @type {any} */ (window).told.some((/** @type {any} */ { data }) => data?.type === 'step');
      });
      await page.evaluate(() => /** @type {any} */ (window).Reveal.next());
      const { step } = await untilTold(page, 'state', { running: false });
      await page.evaluate(() => /** @type {any} */ (window).send({ twinNeurons: 1, type: 'run', steps: 5, id: 'unseen' }));
      assert.match((await untilTold(page, 'error', { id: 'unseen' })).sentence, /out of sight/);
      await page.evaluate(() => /** @type {any} */ (window).send({ twinNeurons: 1, type: 'get-state', id: 'after' }));
      const after = await untilTold(page, 'state', { id: 'after' });
      const paused = (await toldOf(page)).filter(({ type, running }) => type === 'state' && !running).pop();
      assert.deepEqual([after.running, after.step], [false, paused.step]);
      assert.ok(step > 0);
      await page.close();
    });

    test('a clicker goes on after a click into the frame', async () => {
      const page = await frames.open('slides.html');
      await page.evaluate(() => /** @type {any} */ (window).isReady);
      await page.evaluate(() => /** @type {any} */ (window).Reveal.next());
      await untilTold(page, 'ready');
      await page.click('iframe');
      await page.press('PageDown');
      await page.waitFor(() => /** @type {any} */ (window).Reveal.getIndices().h === 2);
      await page.press('PageUp');
      await page.waitFor(() => /** @type {any} */ (window).Reveal.getIndices().h === 1);
      assert.equal(await slide(page), 1);
      await page.close();
    });
  });
}
