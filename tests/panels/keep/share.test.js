/** Keeping and sharing: what is written and read, in Node; links, undo and the panel in Chromium, as a person uses them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { openLab, parseLink } from 'twin-neurons';
import { ExperimentError, parseExperiment } from '../../../web/experiment/experiment.js';
import { fileName, readShared, writeFile, writeHistory } from '../../../web/experiment/file.js';
import { writeLink } from '../../../web/experiment/link.js';
import { enter, openSite, read, train, unfold, whole } from '../../support/page.js';
import { TIED_WEIGHTS, tiedExperiment } from '../../support/shared.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

const teachers = parseExperiment({
  ...tiedExperiment({
    init: {
      scheme: 'explicit',
      w: [
        [
          [1 / 3, 0.4],
          [0.2, -0],
        ],
        [[0.6, Math.PI]],
      ],
    },
  }),
  name: 'Homework 3',
});
const LINK = `#run=${writeLink(teachers)}&steps=500`;

/** What the engine says of an experiment in Node. @param {import('twin-neurons').Experiment} experiment @param {number} steps */
async function fingerprintInNode(experiment, steps) {
  const lab = await openLab();
  const run = lab.start(experiment);
  run.train(steps);
  const fingerprint = run.fingerprint();
  lab.close();
  return fingerprint;
}

describe('a file', () => {
  test('of an experiment reads back to the bit, and can be read by people', () => {
    const text = writeFile(teachers);
    assert.deepStrictEqual(readShared(text), { experiment: teachers, steps: null });
    assert.match(text, /^\{\n {2}"version": 1,\n {2}"name": "Homework 3",\n/);
    assert.equal(fileName(teachers, 'json'), 'twin-neurons-2-2-1.json');
  });

  test('is told from a pasted link', () => {
    for (const base of ['https://example.org/lab/', 'http://127.0.0.1:8080/?a=b', '']) {
      assert.deepStrictEqual(readShared(`  ${base}${LINK}\n`), { experiment: teachers, steps: 500 });
    }
    for (const text of ['', '  ', 'https://example.org/', 'https://example.org/#run=a', '{"version":1', '[]', 'hello # world']) {
      assert.throws(() => readShared(text), ExperimentError, text);
    }
  });

  test('of a history has a row a sample and every number exactly', async () => {
    const lab = await openLab();
    const run = lab.start(teachers);
    run.train(3);
    const rows = writeHistory(run.history(), run.names)
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    assert.deepEqual(rows[0], ['step', 'J', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
    assert.deepEqual(
      rows.slice(1).map(([step]) => step),
      ['0', '1', '2', '3'],
    );
    assert.deepEqual(rows[4].slice(1).map(Number), [run.loss(), ...run.parameters()]);
    lab.close();
  });
});

describe('the page', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    const html = await readFile(new URL('../../../dist/index.html', import.meta.url), 'utf8');
    site = await openSite('chromium', {
      '/embed.html': `<!doctype html><title>Course</title><link rel="icon" href="icon.svg"><iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    });
  });
  after(() => site?.close());

  /**
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {{ hash?: string, options?: import('../../support/browsers.js').PageOptions }} [setting]
   */
  function pageTest(name, body, { hash = '', options } = {}) {
    test(name, async () => {
      const page = await site.newPage(options);
      try {
        await page.goto(site.url + hash);
        await whole(page);
        await page.select('[name="speed"]', 'Infinity');
        await body(page);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await page.close();
      }
    });
  }

  const hashOf = (/** @type {Page} */ page) => page.evaluate(() => location.hash);
  const textOf = (/** @type {Page} */ page, /** @type {string} */ selector) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const refusalOf = (/** @type {Page} */ page) =>
    page.evaluate(() => (document.getElementById('refusal')?.hidden ? '' : (document.getElementById('refusal')?.textContent ?? '')));

  /** Waits until the address has the experiment that is shown. @param {Page} page @param {string} before */
  const nextHash = async (page, before) => page.waitFor((old) => location.hash !== old && location.hash, before);

  /** What is copied or saved from now on is kept in the page for the test. @param {Page} page */
  const catchFiles = (page) =>
    page.evaluate(() => {
      const kept = /** @type {any} */ (window);
      kept.copied = [];
      kept.saved = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (/** @type {string} */ text) => kept.copied.push(text) },
      });
      HTMLAnchorElement.prototype.click = function click() {
        kept.saved.push(this.download);
      };
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        kept.blob = blob;
        return make(blob);
      };
    });
  const copied = (/** @type {Page} */ page) => page.waitFor(() => /** @type {any} */ (window).copied.pop());
  const saved = (/** @type {Page} */ page) =>
    page.waitFor(async () => {
      const name = /** @type {any} */ (window).saved.pop();
      return name && { name, text: await /** @type {any} */ (window).blob.text() };
    });

  describe('and its address', () => {
    pageTest(
      'opens the experiment of a link, to the bit, with its steps, and trains to the fingerprint of Node',
      async (page) => {
        const { values, shown } = await read(page);
        assert.deepEqual(Object.values(values), [1 / 3, 0.4, 0.2, 0, 0.6, Math.PI]);
        assert.equal(shown.w5, '0.6');
        assert.equal(await textOf(page, '[data-preset][aria-pressed="true"]'), '');
        assert.equal(await textOf(page, '.status'), 'Homework 3. At its start.');
        await train(page);
        const { fingerprint, step } = await read(page);
        assert.equal(step, '500');
        assert.equal(fingerprint, await fingerprintInNode(teachers, 500));
        assert.equal(await hashOf(page), LINK);
      },
      { hash: LINK },
    );

    pageTest('is written at every change, and says nothing before the first', async (page) => {
      assert.equal(await hashOf(page), '');
      await enter(page, '[name="w6"]', '-0.3');
      const edited = await nextHash(page, '');
      const { init, name } = parseLink(new URLSearchParams(edited.slice(1)).get('run') ?? '');
      assert.deepEqual([init.set, name], [{ w6: -0.3 }, '']);
      await enter(page, '#steps-to-run', '77');
      assert.match(await nextHash(page, edited), /&steps=77$/);
    });

    pageTest('follows a link that is opened while the page is there, and refuses a bad one with a sentence', async (page) => {
      await page.evaluate((hash) => void (location.hash = hash), LINK);
      await page.waitFor(() => /** @type {HTMLInputElement} */ (document.querySelector('[name="w6"]')).value === '3.1416');
      const before = await read(page);
      await page.evaluate((hash) => void (location.hash = hash), `${LINK.slice(0, 60)}&steps=3`);
      await page.waitFor(() => document.getElementById('refusal')?.hidden === false);
      assert.match(await refusalOf(page), /^link: it is damaged: .*copy it again/);
      assert.deepEqual(await read(page), before);
    });

    pageTest(
      'with a bad link gets one sentence, and the lab of every day',
      async (page) => {
        assert.match(await refusalOf(page), /^link: it is none of Twin Neurons/);
        assert.deepEqual(Object.values((await read(page)).values), TIED_WEIGHTS.flat(2));
        await page.click('[data-preset="zeros"]');
        await nextHash(page, '#run=%00');
        assert.equal(await refusalOf(page), '');
      },
      { hash: '#run=%00' },
    );
  });

  test('works where it has no address of its own and may not write one', async () => {
    const page = await site.newPage();
    try {
      await page.goto(`${site.url}embed.html`);
      await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.documentElement.dataset.ready === 'true');
      await page.evaluate(() => {
        const lab = /** @type {any} */ (document.querySelector('iframe')?.contentWindow);
        const write = lab.history.replaceState.bind(lab.history);
        lab.history.replaceState = (/** @type {unknown[]} */ ...all) => {
          lab.hasTried = true;
          write(...all);
        };
        lab.document.querySelector('[data-preset="zeros"]').click();
      });
      await page.waitFor(() => /** @type {any} */ (document.querySelector('iframe')?.contentWindow).hasTried);
      assert.equal(
        await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('[aria-pressed="true"]')?.textContent),
        'All zeros',
      );
      assert.deepEqual(await page.errors(), []);
    } finally {
      await page.close();
    }
  });

  describe('undo and redo', () => {
    pageTest('take changes back and make them again, by button and by key', async (page) => {
      const isDisabled = () =>
        page.evaluate(() =>
          ['undo', 'redo'].map((action) => /** @type {HTMLButtonElement} */ (document.querySelector(`[data-action="${action}"]`)).disabled),
        );
      assert.deepEqual(await isDisabled(), [true, true]);
      const tied = await read(page);
      await enter(page, '[name="w6"]', '-0.3');
      const edited = await read(page);
      await page.click('[data-preset="logistic"]');
      const logistic = await read(page);
      await train(page);
      await page.click('[data-action="undo"]');
      assert.deepEqual(await read(page), edited);
      await page.press('Control+z');
      assert.deepEqual(await read(page), tied);
      assert.equal(await textOf(page, '[data-preset][aria-pressed="true"]'), 'Tied');
      assert.deepEqual(await isDisabled(), [true, false]);
      await page.press('Control+Shift+z');
      await page.click('[data-action="redo"]');
      assert.deepEqual(await read(page), logistic);
    });

    pageTest('leave the keys to a field that is being typed into', async (page) => {
      await enter(page, '[name="w6"]', '-0.3');
      const edited = await read(page);
      await page.click('[name="w5"]');
      await page.press('Control+z');
      assert.equal((await read(page)).values.w6, edited.values.w6);
    });
  });

  describe('the panel', () => {
    const open = async (/** @type {Page} */ page) => {
      await unfold(page, 'keep');
      await page.waitFor(() => Boolean(document.querySelector('.keep-program')?.textContent));
    };
    /** Presses the panel's button of this name. @param {Page} page @param {string} name */
    const press = async (page, name) => {
      await page.evaluate((wanted) => {
        const found = [...document.querySelectorAll('.keep button')].find(({ textContent }) => textContent === wanted);
        document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
        /** @type {HTMLElement} */ (found).dataset.wanted = '';
      }, name);
      await page.click('[data-wanted]');
    };

    pageTest('copies a link to the steps taken, and the fingerprint with them', async (page) => {
      await open(page);
      await catchFiles(page);
      await page.click('[data-action="step"]');
      await page.click('[data-action="step"]');
      await press(page, 'Copy link');
      const link = await copied(page);
      assert.ok(link.startsWith(`${site.url}#run=a`) && link.endsWith('&steps=2') && link.length < 150, link);
      const { fingerprint } = await read(page);
      await press(page, 'Copy fingerprint');
      assert.equal(await copied(page), `After 2 steps: ${fingerprint}`);
      await page.goto('about:blank');
      await page.goto(link);
      await whole(page);
      await train(page);
      assert.equal((await read(page)).fingerprint, fingerprint);
    });

    pageTest('shows and selects the link where copying is forbidden', async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.click('[data-action="copy-link"]');
      const selected = await page.waitFor(() => {
        const field = /** @type {HTMLInputElement | null} */ (document.querySelector('#link'));
        return field !== null && document.activeElement === field && field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      });
      assert.match(selected, /^http.*#run=a/);
      assert.match(await textOf(page, '#foot .copy-note'), /Ctrl\+C/);
    });

    pageTest('saves an experiment, opens it from a file, a drop and a paste, and refuses what is none', async (page) => {
      await open(page);
      await catchFiles(page);
      await enter(page, '[name="w6"]', '-0.3');
      const edited = await read(page);
      await press(page, 'Save as JSON');
      const { name, text } = await saved(page);
      assert.equal(name, 'twin-neurons-2-2-1.json');
      /** @param {'drop' | 'change'} way @param {string} content */
      const give = (way, content) =>
        page.evaluate(
          (how, inside) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([inside], 'experiment.json'));
            if (how === 'drop')
              return void document
                .querySelector('.keep')
                ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            const input = /** @type {HTMLInputElement} */ (document.querySelector('#open-file'));
            input.files = dataTransfer.files;
            input.dispatchEvent(new Event('change'));
          },
          way,
          content,
        );
      for (const way of /** @type {const} */ (['change', 'drop'])) {
        await page.click('[data-preset="zeros"]');
        await give(way, text);
        await page.waitFor(() => document.querySelector('.keep-file [role="status"]')?.textContent !== '');
        assert.deepEqual((await read(page)).values, edited.values, way);
        await give(way, text.slice(0, -10));
        await page.waitFor(() => document.getElementById('open-error')?.hidden === false);
        assert.match(await textOf(page, '#open-error'), /not JSON: in line \d+, column \d+/);
        assert.deepEqual((await read(page)).values, edited.values, `${way}: what was there stays`);
      }
      await page.fill('#open-text', LINK);
      await press(page, 'Open');
      assert.equal((await read(page)).values.w6, Math.PI);
    });

    pageTest('gives each chart as a picture, and the history as a table', async (page) => {
      await open(page);
      await catchFiles(page);
      await train(page);
      for (const kind of ['weights', 'distance', 'loss']) {
        await page.click(`[data-picture="${kind}"]`);
        const { name } = await saved(page);
        assert.equal(name, `twin-neurons-2-2-1.${kind}.png`);
        const { width, height, colors } = await page.evaluate(async () => {
          const bitmap = await createImageBitmap(/** @type {any} */ (window).blob);
          const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
            new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
          );
          context.drawImage(bitmap, 0, 0);
          const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
          return { width: bitmap.width, height: bitmap.height, colors: new Set(pixels).size };
        });
        assert.ok(width > 300 && height > 100 && colors > 10, `${kind}: ${width} × ${height}, ${colors} colors`);
      }
      await press(page, 'History (CSV)');
      const { name, text } = await saved(page);
      const last = text.trim().split('\n').pop()?.split(',').map(Number) ?? [];
      const { exactLoss, values } = await read(page);
      assert.equal(name, 'twin-neurons-2-2-1.csv');
      assert.deepEqual(last, [2000, exactLoss, ...Object.values(values)]);
      await page.click('[data-preset="logistic"]');
      assert.equal(
        await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.querySelector('[data-picture="distance"]')).disabled),
        true,
      );
    });

    pageTest('writes the run as a program for each library, and says why it cannot where it cannot', async (page) => {
      await open(page);
      await catchFiles(page);
      await page.click('[data-action="step"]');
      const { exactLoss } = await read(page);
      for (const [library, words] of [
        ['numpy', 'import numpy as np'],
        ['pytorch', 'torch.optim.SGD'],
        ['keras', 'tf.keras.Sequential'],
      ]) {
        await page.select('[name="library"]', library);
        await press(page, 'Copy program');
        const program = await copied(page);
        assert.ok(program.includes(words) && program.includes('STEPS = 1\n') && program.includes(`J = ${exactLoss}`), library);
        assert.equal(program, await textOf(page, '.keep-program'));
        await press(page, 'Save as .py');
        assert.deepEqual(await saved(page), { name: `twin-neurons-2-2-1.${library}.py`, text: program });
      }
      await page.fill('#open-text', JSON.stringify(tiedExperiment({ training: { dropout: { rate: 0.5 } } })));
      await press(page, 'Open');
      assert.match(await textOf(page, '.keep-python .note'), /no program with dropout/);
    });

    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      pageTest(
        `fits 320 px, and axe finds nothing wrong, ${colorScheme}`,
        async (page) => {
          await open(page);
          await page.fill('#open-text', 'nothing of the kind');
          await press(page, 'Open');
          const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
          await page.evaluate((source) => new Function(source)(), axe);
          const found = await page.evaluate(async () => {
            const { violations } = await /** @type {any} */ (window).axe.run({ include: [['#panel-keep'], ['#foot']] });
            return violations.map(
              (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 90)).join(' | ')}`,
            );
          });
          assert.deepEqual(found, []);
          const small = await page.evaluate(() =>
            [...document.querySelectorAll('.keep button, .keep input, .keep select, .keep textarea, #foot button')]
              .map((control) => ({ name: control.id || control.textContent, box: control.getBoundingClientRect() }))
              .filter(({ box }) => box.width < 24 || box.height < 24)
              .map(({ name }) => name),
          );
          assert.deepEqual(small, []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        },
        { options: { colorScheme, width: 320, height: 740 } },
      );
    }
  });
});
