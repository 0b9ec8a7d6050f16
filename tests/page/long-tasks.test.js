/** The page at the limits of network and data: it never stands still for long, whatever is asked of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseExperiment, writeLink } from 'twin-neurons';
import { enter, openSite, textOf, unfold, valueOf, whole } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** 8 hidden layers of 128 units, and 20,000 examples: one look at all of them takes the engine seconds. */
const LARGEST = Object.freeze({
  version: /** @type {const} */ (1),
  network: { inputs: 2, hidden: Array(8).fill(128), outputs: 1, activation: /** @type {const} */ ('tanh') },
  data: { set: /** @type {const} */ ('circles'), examples: 20000, seed: 7 },
  loss: /** @type {const} */ ('cross-entropy'),
  init: { scheme: /** @type {const} */ ('constant'), value: 0.1 },
  training: { learningRate: 0.1 },
});
/**
 * Milliseconds of the processor, not of the clock: other work on the machine counts little. A task is to be over in 200, which it is where nothing else
 * runs; where caches are shared it takes up to twice as long. What this has found took from 460 to 9,700. A machine on which the fixed work takes longer
 * may take longer for a task, too, as much.
 */
const MOST_MS = 400;
const FIXED_MS = 130;

/** So much work for every machine, of the kind that pages do: its time tells how fast one is, and how disturbed. On ours of 2026 it takes 85, and FIXED_MS where caches are shared. */
function fixedWork() {
  let state = 7;
  const numbers = Array.from({ length: 100_000 }, () => (state = (state * 16807) % 2147483647) / 2147483647);
  return JSON.parse(JSON.stringify(numbers)).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b).length;
}
const PANELS = ['chain', 'ties', 'pictures', 'network', 'data', 'keep'];

/** Until what the run has come to is worked out. @param {Page} page */
const isToldOf = (page) =>
  page.waitFor(
    () =>
      document.querySelector('[data-action="pause"]:not([hidden])') === null &&
      Number.isFinite(Number(document.getElementById('loss')?.dataset.value ?? NaN)) &&
      document.getElementById('loss')?.textContent !== '…',
  );

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite('chromium');
});
after(() => site?.close());

/**
 * How long the longest task is of what is done.
 * @param {Page} page
 * @param {import('node:test').TestContext} t
 */
function createStopwatch(page, t) {
  /** @type {string[]} */
  const tooLong = [];
  return {
    tooLong,
    /** @param {string} what @param {(() => Promise<unknown>)[]} acts of several alike the quickest counts: a machine's other work only adds */
    async timed(what, ...acts) {
      let ms = Infinity;
      for (const act of acts) {
        const longest = await page.longestTask(async () => {
          await act();
          await isToldOf(page);
        });
        ms = Math.min(ms, Number(longest));
      }
      assert.ok(ms > 0, `${what} is work that is measured`);
      t.diagnostic(`${what}: ${ms.toFixed(0)} ms`);
      if (ms <= MOST_MS) return;
      const fixed = Number(await page.longestTask(() => page.evaluate(fixedWork)));
      t.diagnostic(`${what}: where the fixed work takes ${fixed.toFixed(0)} ms`);
      if (ms > MOST_MS * Math.max(1, fixed / FIXED_MS))
        tooLong.push(`${what}: ${ms.toFixed(0)} ms, and the fixed work ${fixed.toFixed(0)}`);
    },
  };
}

test('at the limits no task of the page is long: opening, training, a step, and each panel', async (t) => {
  const link = `#run=${writeLink(parseExperiment(LARGEST))}`;
  const page = await site.open();
  const { timed, tooLong } = createStopwatch(page, t);
  await timed('following the link', async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await page.waitFor(() => document.querySelector('.chip') === null);
  });
  await page.goto(`${site.url}404.html`);
  await timed('opening the link', () => page.goto(site.url + link));
  await whole(page);
  const step = () => page.click('[data-action="step"]');
  for (const panel of PANELS) {
    await timed(`unfolding ${panel}`, () => unfold(page, panel));
    await timed(`a step with ${panel}`, step);
    await page.click(`#panel-${panel} > summary`);
  }
  await timed('a new start', () => page.click('[data-action="new-start"]'));
  await timed('undo', () => page.click('[data-action="undo"]'));
  // The prediction takes many seconds, and says how far it is.
  await unfold(page, 'ties');
  await timed('a prediction', () => page.waitFor(() => /: [1-9]\d? %\.$/.test(document.getElementById('firmness')?.textContent ?? '')));
  await page.click('#panel-ties > summary');
  await unfold(page, 'compare');
  await timed('keeping the run', () => page.click('[data-action="keep"]'));
  // All of the way takes a while; the page says so, and goes on answering.
  await timed('the way to the mirror image', async () => {
    await page.click('[data-action="walk"]');
    await page.waitFor(() => document.querySelector('.way-outcome')?.textContent === 'Working\u2026');
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });
  await timed('another learning rate', () => enter(page, '[name="learning-rate"]', '0.2'));
  assert.equal(await textOf(page, '.way-outcome'), '');
  await page.click('#panel-compare > summary');
  await unfold(page, 'keep');
  for (const kind of ['csv', 'excel']) {
    await timed(`the history as ${kind}`, async () => {
      await page.click(`[data-history="${kind}"]`);
      await page.waitFor((name) => document.querySelector(`[data-history="${name}"]:not([disabled])`) !== null, kind);
    });
  }
  assert.deepEqual(tooLong, []);
  assert.match(await textOf(page, '#weights-said'), /116,097 numbers are too many/);
  assert.equal(await valueOf(page, '#weights-text'), '');
  assert.deepEqual(await page.errors(), []);
  await page.close();
});

test('at the limits two neurons are exchanged without a long task, and what came of it is said', async (t) => {
  const experiment = parseExperiment({ ...LARGEST, init: { scheme: 'glorot-uniform', seed: 3 } });
  const page = await site.open({ address: `#run=${writeLink(experiment)}` });
  const { timed, tooLong } = createStopwatch(page, t);
  await page.click('[data-action="step"]');
  await page.waitFor(() => document.getElementById('step')?.dataset.value === '1');
  await isToldOf(page);
  await unfold(page, 'compare');
  await timed('the exchange', () => page.click('[data-action="swap"]'));
  await timed('what came of it', () =>
    page.waitFor(() => /^Neurons 1 and 2 have exchanged/.test(document.querySelector('.swap-outcome')?.textContent ?? '')),
  );
  assert.deepEqual(tooLong, []);
  assert.deepEqual(await page.errors(), []);
  await page.close();
});

/** A table of the largest size, as a file: 20,000 rows of 20 features and a target. Made on the page, where it is let go and chosen. */
function makeTable() {
  let state = 7;
  const random = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const row = () => [...Array.from({ length: 20 }, () => (2 * random() - 1).toFixed(4)), random() < 0.5 ? 0 : 1].join();
  const names = [...Array.from({ length: 20 }, (_, at) => `f${at + 1}`), 'y'];
  Object.assign(globalThis, { table: [names.join(), ...Array.from({ length: 20000 }, row)].join('\n') });
}

/** Gives the panel the table. @param {'paste' | 'choose' | 'drop'} way */
function bringIn(way) {
  const said = /** @type {HTMLElement} */ (document.getElementById('data-said'));
  said.textContent = '';
  const seen = new Set();
  Object.assign(globalThis, { seen });
  new MutationObserver(() => seen.add(said.textContent)).observe(said, { childList: true, characterData: true, subtree: true });
  const carried = new DataTransfer();
  const text = Reflect.get(globalThis, 'table');
  if (way === 'paste') carried.setData('text/plain', text);
  else carried.items.add(new File([text], 'table.csv', { type: 'text/csv' }));
  const [field, file] = ['data-text', 'data-file'].map((id) => /** @type {HTMLInputElement} */ (document.getElementById(id)));
  const options = { bubbles: true, cancelable: true };
  if (way === 'paste') field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, ...options }));
  else if (way === 'drop') field.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, ...options }));
  else {
    file.files = carried.files;
    file.dispatchEvent(new Event('change', options));
  }
}

test('a table at the limits comes in by every door in slices, and the page says that it is working', async (t) => {
  const page = await site.open();
  const { timed, tooLong } = createStopwatch(page, t);
  await unfold(page, 'data');
  await page.evaluate(makeTable);
  const isRead = () => page.waitFor(() => /^20,000 examples read/.test(document.getElementById('data-said')?.textContent ?? ''));
  for (const way of /** @type {const} */ (['paste', 'choose', 'drop'])) {
    await timed(`a table by ${way}`, async () => {
      await page.evaluate(bringIn, way);
      await isRead();
    });
    assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'seen').has('Working\u2026')), true, way);
    assert.match(await textOf(page, '#data-now'), /^Now: 20,000 examples, 20 features, 1 target/);
    if (way !== 'drop') await page.select('[name="data-set"]', 'xor');
  }
  await timed('the table once more', async () => {
    await page.evaluate(bringIn, 'paste');
    await isRead();
  });
  const leftOut = (/** @type {number} */ column, /** @type {string} */ left) => async () => {
    await page.select(`#data-role-${column}`, 'out');
    await page.waitFor((features) => document.getElementById('data-now')?.textContent?.includes(features), left);
  };
  await timed('a column left out', leftOut(3, '19 features'), leftOut(4, '18 features'));
  await timed('undo', () => page.click('[data-action="undo"]'));
  for (const panel of ['ties', 'pictures', 'network', 'training', 'keep']) {
    await timed(`unfolding ${panel}`, () => unfold(page, panel));
    await page.click(`#panel-${panel} > summary`);
  }
  assert.deepEqual(tooLong, []);
  assert.deepEqual(await page.errors(), []);
  await page.close();
});
