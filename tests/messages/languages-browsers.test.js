/** The page in Spanish, and changed from one language to another, by what a person sees in three browsers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { LAB, axeViolations, complaint, enter, openSite, read, train, unfold, whole } from '../support/page.js';
import { serveSite } from '../support/site.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const TIED_FINGERPRINT = '6c8d8eea1d2d3c38';

/** @param {Page} page */
const language = (page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    question: document.querySelector('h1')?.textContent,
    search: location.search,
  }));

/** Waits until the page is in a language, and whole. @param {Page} page @param {string} id */
async function inLanguage(page, id) {
  await page.waitFor((wanted) => document.documentElement.lang === wanted, id);
  await whole(page);
}

for (const name of BROWSERS) {
  describe(`languages in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('?lang=es opens in Spanish, trains and refuses in Spanish; English takes over where it stands', async () => {
      const page = await site.newPage();
      await page.goto(`${site.url}?lang=es&preset=tied`);
      await whole(page);
      assert.deepEqual(await language(page), {
        lang: 'es',
        title: 'Twin Neurons: neuronas gemelas',
        question: 'Todas las neuronas reciben los mismos datos. ¿Por qué aprenden distinto?',
        search: '?lang=es&preset=tied',
      });
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      const tied = await read(page);
      assert.equal(tied.verdict, 'Las neuronas 1 y 2 son gemelas exactas tras 2000 pasos (iguales en cada bit).');
      assert.equal(tied.loss, '0,693147');
      assert.ok(Math.abs(tied.exactLoss - Math.LN2) < 1e-6);
      assert.match(tied.shown.w1, /^0,1[67]\d+$/);
      assert.equal(tied.fingerprint, TIED_FINGERPRINT);
      await enter(page, '[name="w6"]', 'seis');
      assert.match(await complaint(page, '[name="w6"]'), /^«seis» no es un número/);
      await enter(page, '[name="w6"]', '-0.3');
      await train(page);
      assert.match((await read(page)).verdict ?? '', /^Las neuronas 1 y 2 están separadas: 21,7 tras 2000 pasos\.$/);
      await unfold(page, 'ties');

      const before = await read(page);
      await page.click('[data-language="en"]');
      await inLanguage(page, 'en');
      assert.equal((await language(page)).search, '?lang=en&preset=tied');
      const now = await read(page);
      assert.match(now.verdict ?? '', /^Neurons 1 and 2 are apart: 21\.7 after 2,000 steps\.$/);
      assert.equal(now.loss, '0.324558');
      assert.deepEqual(
        [now.exactStep, now.exactLoss, now.fingerprint, now.values],
        [before.exactStep, before.exactLoss, before.fingerprint, before.values],
      );
      assert.equal(await page.evaluate(() => document.querySelector('#panel-ties')?.hasAttribute('open')), true);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-language')), 'es', 'the focus stays where it was');
      await page.click('[data-action="undo"]');
      assert.equal((await read(page)).values.w6, 0.6);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
}

describe('a change of language', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  test('leaves training going on, and is remembered for the next visit', async () => {
    const page = await site.open();
    assert.equal((await language(page)).lang, 'en');
    await enter(page, '#steps-to-run', '');
    await page.click('[data-action="train"]');
    await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) > 100);
    await page.click('[data-language="es"]');
    await inLanguage(page, 'es');
    const { exactStep, effective } = await read(page);
    assert.equal(effective, '1 neurona en la práctica.');
    await page.waitFor((step) => Number(document.getElementById('step')?.dataset.value) > step, exactStep);
    await page.click('[data-action="pause"]');
    await page.goto(`${site.url}?next&preset=tied`);
    await whole(page);
    assert.equal((await language(page)).lang, 'es');
    await page.goto(`${site.url}?lang=en&preset=tied`);
    await whole(page);
    assert.equal((await language(page)).lang, 'en', 'an address that asks for a language gets it');
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('works where neither storage nor the address may be written, as in a frame without an origin', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('not here', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
      history.replaceState = refuse;
    });
    await page.goto(`${site.url}?lang=en&preset=tied`);
    await whole(page);
    await page.click('[data-preset="outgoing-apart"]');
    await train(page);
    const { fingerprint } = await read(page);
    await page.click('[data-language="es"]');
    await inLanguage(page, 'es');
    assert.equal((await read(page)).fingerprint, fingerprint);
    assert.equal(await page.evaluate(() => document.querySelector('[data-preset="outgoing-apart"]')?.getAttribute('aria-pressed')), 'true');
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('that cannot be loaded is told, and the page stays as it is', async () => {
    const server = await serveSite();
    const page = await site.newPage();
    await page.goto(`${server.url}${LAB}`);
    await whole(page);
    await server.close();
    await page.click('[data-language="es"]');
    await page.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('#trouble')).hidden));
    assert.match((await page.evaluate(() => document.querySelector('#trouble')?.textContent)) ?? '', /^That language could not be loaded/);
    assert.deepEqual(
      await page.evaluate(() => [document.documentElement.lang, document.querySelector('[data-language]:not(:disabled)')?.textContent]),
      ['en', 'Español'],
    );
    await page.close();
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe finds nothing wrong in Spanish, ${colorScheme}, and at 320 px nothing sticks out`, async () => {
      const page = await site.newPage({ colorScheme, width: 320 });
      await page.goto(`${site.url}?lang=es`);
      await whole(page);
      assert.deepEqual(await axeViolations(page, 'html'), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      await page.close();
    });
  }

  test('an English sentence of the package is marked as English in the Spanish page', async () => {
    const page = await site.newPage();
    await page.goto(`${site.url}?lang=es#run=a1broken`);
    await whole(page);
    assert.equal(await page.evaluate(() => document.querySelector('#refusal')?.getAttribute('lang')), 'en');
    await page.close();
  });
});

describe('Spanish by region', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  /** The lab in a browser that prefers these languages. @param {string[]} languages */
  const openIn = (languages) =>
    site.open({
      prepare: (page) => page.addInitScript((all) => Object.defineProperty(navigator, 'languages', { value: all }), languages),
    });

  for (const { languages, half, typed, readings, thousands, text } of [
    {
      languages: ['es-MX', 'es', 'en'],
      half: '0.5',
      typed: '1,234',
      readings: '1.234 o 1234',
      thousands: '12,345',
      text: 'Flechas del teclado: 0.1',
    },
    {
      languages: ['es-ES', 'es-MX'],
      half: '0,5',
      typed: '1.234',
      readings: '1,234 o 1234',
      thousands: '12.345',
      text: 'Flechas del teclado: 0,1',
    },
  ]) {
    test(`${languages[0]} shows and reads ${half}, in fields, in texts and after another language`, async () => {
      const page = await openIn(languages);
      assert.equal((await language(page)).lang, 'es');
      /** @param {string} name */
      const field = (name) =>
        page.evaluate((wanted) => /** @type {HTMLInputElement} */ (document.querySelector(`[name="${wanted}"]`)).value, name);
      const all = () => page.evaluate(() => document.body.textContent ?? '');
      for (const again of [false, true]) {
        if (again)
          for (const id of ['en', 'es']) {
            await page.click(`[data-language="${id}"]`);
            await inLanguage(page, id);
          }
        await enter(page, '[name="w6"]', half);
        assert.equal(await field('w6'), half);
        assert.equal((await read(page)).values.w6, 0.5);
        await enter(page, '[name="w6"]', typed);
        assert.ok((await complaint(page, '[name="w6"]')).includes(readings), await complaint(page, '[name="w6"]'));
        assert.equal((await read(page)).values.w6, 0.5);
        assert.ok((await all()).includes(text));
      }
      await enter(page, '#steps-to-run', '12345');
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      assert.ok((await read(page)).verdict?.includes(`${thousands} pasos`), (await read(page)).verdict ?? '');
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  }
});
