/** The page in a frame and the page around it, on two origins in real browsers: what is told to whom, who is listened to, how high it is. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { LISTENING, ask, hostPage, openFrames, toldOf, untilHeightIsNot, untilTold } from '../support/frames.js';
import { tiedExperiment } from '../support/shared.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** The tied preset after 2,000 steps, as everywhere. */
const TIED_FINGERPRINT = '6c8d8eea1d2d3c38';

/** Its drawing is higher than the one of two neurons, so that the page's height tells whether it is there. */
const EIGHT = { ...tiedExperiment(), network: { inputs: 2, hidden: [8], bias: true }, init: { scheme: 'zeros' } };

/** @param {string} address @param {string} [attributes] */
const frame = (address, attributes = 'width="600" height="500"') => `<iframe src="${address}" ${attributes} title="Twin Neurons"></iframe>`;

/** Makes the frame narrow, and so the page in it higher. That it says so comes after all that it was told before. @param {Page} page */
const narrow = (page) => page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '340'));

/** The number of weights in the frame, and its step. @param {Page} page */
async function shownIn(page) {
  await page.enterFrame('iframe');
  return page.evaluate(() => [document.querySelectorAll('.chip input[name]').length, document.getElementById('step')?.dataset.value]);
}

/** @type {Parameters<typeof openFrames>[1]} */
const PAGES = (site, host) => ({
  '/named.html': hostPage(frame(`${site}?embed=1&origin=${encodeURIComponent(host())}`)),
  '/unnamed.html': hostPage(frame(`${site}?embed=1`)),
  '/another.html': hostPage(frame(`${site}?embed=1&origin=https%3A%2F%2Fexample.org`)),
  '/slash.html': hostPage(frame(`${site}?embed=1&origin=${encodeURIComponent(`${host()}/`)}`)),
  '/encoded.html': hostPage(frame(`${site}?embed=1&origin=${encodeURIComponent(encodeURIComponent(host()))}`)),
  '/plain.html': hostPage(frame('/')),
  '/sized.html': hostPage(`${frame(`${site}?embed=1`, 'width="600" height="100"')}<script>
    addEventListener('message', ({ data }) => { if (data.twinNeurons && data.type === 'resize') document.querySelector('iframe').style.height = data.height + 'px'; });
  </script>`),
  // Once a student has guessed, it trains as many steps as the chapter's number, if it was told the guess as it was.
  '/guessing.html': hostPage(`${frame(`${site}?embed=1&origin=${encodeURIComponent(host())}`)}<script>
    addEventListener('message', ({ data }) => {
      if (data.type === 'predict' && data.question === 'zeros' && data.choice === 'none' && data.right === false) send({ twinNeurons: 1, id: 'guessed', type: 'run', steps: data.chapter });
    });
  </script>`),
  '/below.html': hostPage(`<p style="height: 3000px">Above</p>${frame(`${site}?embed=1&origin=${encodeURIComponent(host())}`)}`),
  // The second frame is a stranger: it sends to the first, past the page around both.
  '/sibling.html': hostPage(`${frame(`${site}?embed=1`)}<iframe src="stranger.html" title="A stranger"></iframe>`),
  '/stranger.html':
    '<!doctype html><title>A stranger</title><script>addEventListener("message", ({ data }) => { parent.frames[0].postMessage(data, "*"); parent.postMessage({ type: "passed on" }, "*"); })</script>',
  // A page of origin "null" around the page as one file, which needs no origin; what it is told it tells on, as text.
  '/sandboxed.html': hostPage(`<iframe sandbox="allow-scripts" src="inside.html" width="700" height="600" title="A sandbox"></iframe>`),
  '/inside.html': `<!doctype html><title>In a sandbox</title>${LISTENING}${frame(`${site}twin-neurons.html?embed=1`)}<script>
    addEventListener('message', (event) => {
      if (event.source === parent) frames[0].postMessage(event.data, '*');
      else parent.postMessage(event.data, '*');
    });
  </script>`,
});

for (const name of BROWSERS) {
  describe(`a frame in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openFrames>>} */
    let frames;
    before(async () => {
      frames = await openFrames(name, PAGES);
    });
    after(() => frames?.close());

    test('does what the page around it asks, and tells it what happens', async () => {
      const page = await frames.open('named.html');
      await untilTold(page, 'ready');
      const first = await ask(page, { type: 'get-state' });
      assert.deepEqual([first.type, first.step, first.running, first.stepsToRun], ['state', 0, false, 2000]);
      assert.equal((await ask(page, { type: 'run' })).running, true);
      const end = await untilTold(page, 'state', { running: false, step: 2000 });
      assert.equal(end.fingerprint, TIED_FINGERPRINT);
      assert.deepEqual(end.layers, [{ layer: 1, units: 2, effective: 1, different: 1, tied: [[1, 2]] }]);
      const { step, loss } = await untilTold(page, 'step', { step: 2000 });
      assert.deepEqual([step, loss], [2000, end.loss]);
      assert.equal((await ask(page, { type: 'goto', step: 3 })).step, 3);
      assert.equal((await ask(page, { type: 'reset' })).step, 0);
      const set = await ask(page, { type: 'set-state', experiment: tiedExperiment(), steps: 5 });
      assert.deepEqual(
        [set.stepsToRun, set.experiment.init.w],
        [
          5,
          [
            [
              [0.2, 0.4],
              [0.2, 0.4],
            ],
            [[0.6, 0.6]],
          ],
        ],
      );
      await ask(page, { type: 'run', steps: 2 });
      await untilTold(page, 'state', { running: false, step: 2 });
      const more = await ask(page, { type: 'set-state', steps: 9 });
      assert.deepEqual([more.stepsToRun, more.step], [9, 2], 'the run stays');
      await page.close();
    });
  });
}

describe('a frame', () => {
  /** @type {Awaited<ReturnType<typeof openFrames>>} */
  let frames;
  before(async () => {
    frames = await openFrames('chromium', PAGES);
  });
  after(() => frames?.close());

  test('answers what it cannot do with a sentence and the id, and stays as it was', async () => {
    const page = await frames.open('named.html');
    await untilTold(page, 'ready');
    const before = await ask(page, { type: 'get-state' });
    for (const [command, sentence] of /** @type {[object, RegExp][]} */ ([
      [{ type: 'set-state', experiment: { network: { inputs: 2, hidden: [999] } } }, /^network\.hidden\[0\]: /],
      [{ type: 'goto', step: 5 }, /^The run has reached step 0 and no further/],
      [{ type: 'fly' }, /^message\.type: must be one of/],
      [{ type: 'run', steps: -1 }, /^message\.steps: /],
    ])) {
      const answer = await ask(page, command);
      assert.equal(answer.type, 'error');
      assert.match(answer.sentence, sentence);
    }
    const { id, ...now } = await ask(page, { type: 'get-state' });
    assert.deepEqual({ ...now, id: before.id }, before);
    await page.close();
  });

  test('takes nothing back that an answer has said: what waits to be told is told as it is by then', async () => {
    const page = await frames.open('named.html');
    await untilTold(page, 'ready');
    await page.evaluate((experiment) => {
      const { send } = /** @type {any} */ (window);
      for (const steps of [5, 6]) send({ twinNeurons: 1, type: 'set-state', experiment, steps });
      send({ twinNeurons: 1, type: 'set-state', steps: 7, id: 'the last' });
    }, tiedExperiment());
    await page.waitFor(() => {
      const told = /** @type {any} */ (window).told.map((/** @type {any} */ { data }) => data);
      const answered = told.findIndex((/** @type {any} */ { id }) => id === 'the last');
      const isTold = (/** @type {any} */ { type, id }) => type === 'state' && id === undefined;
      // On a slow machine nothing may wait: then the last state was told at once, before the answer.
      return answered >= 0 && (told.slice(answered).some(isTold) || told.findLast(isTold)?.stepsToRun === 7);
    });
    const states = (await toldOf(page)).filter(({ type }) => type === 'state');
    assert.equal(states[states.length - 1].stepsToRun, 7);
    await page.close();
  });

  test('opens a chapter of the lesson where it is asked to, and tells what a student guesses', async () => {
    const page = await frames.open('guessing.html');
    await untilTold(page, 'ready');
    assert.equal((await ask(page, { type: 'goto', lesson: 5 })).type, 'state');
    assert.equal((await ask(page, { type: 'goto', lesson: 40 })).type, 'error');
    await page.enterFrame('iframe');
    await page.waitFor(() => document.querySelector('[data-choice="none"]') !== null);
    await page.click('[data-choice="none"]');
    await page.click('[data-primary]');
    await page.waitFor(() => document.getElementById('step')?.dataset.value === '4');
    await page.close();
  });

  test('in a page whose origin nobody names tells nothing but that it is ready and how high it is', async () => {
    const page = await frames.open('unnamed.html');
    await untilTold(page, 'ready');
    await page.evaluate(() => {
      for (const type of ['get-state', 'run', 'fly']) /** @type {any} */ (window).send({ twinNeurons: 1, type, id: type });
    });
    // To set this experiment changes the page's height, which is told; by then an answer would have come.
    const { height } = await untilTold(page, 'resize');
    await page.evaluate((experiment) => /** @type {any} */ (window).send({ twinNeurons: 1, type: 'set-state', experiment }), EIGHT);
    await untilHeightIsNot(page, height);
    assert.deepEqual(new Set((await toldOf(page)).map(({ type }) => type)), new Set(['ready', 'resize']));
    await page.close();
  });

  for (const [what, path] of [
    ['that is to be in another page', 'another.html'],
    ['whose address names no origin where it should', 'slash.html'],
  ])
    test(`${what} tells this one nothing, and does not listen to it`, async () => {
      const page = await frames.open(path);
      const { height } = await untilTold(page, 'resize');
      await page.evaluate((experiment) => {
        for (const type of ['run', 'get-state']) /** @type {any} */ (window).send({ twinNeurons: 1, type });
        /** @type {any} */ (window).send({ twinNeurons: 1, type: 'set-state', experiment });
      }, EIGHT);
      await narrow(page);
      await untilHeightIsNot(page, height);
      assert.deepEqual(new Set((await toldOf(page)).map(({ type }) => type)), new Set(['ready', 'resize']));
      assert.deepEqual(await shownIn(page), [6, '0']);
      await page.close();
    });

  test('answers a page whose origin was encoded twice', async () => {
    const page = await frames.open('encoded.html');
    await untilTold(page, 'ready');
    assert.equal((await ask(page, { type: 'get-state' })).type, 'state');
    await page.close();
  });

  test('listens to nobody but the page around it', async () => {
    const page = await frames.open('sibling.html');
    const { height } = await untilTold(page, 'resize');
    await page.evaluate((wanted) => window.frames[1].postMessage({ twinNeurons: 1, type: 'set-state', experiment: wanted }, '*'), EIGHT);
    await untilTold(page, 'passed on');
    await narrow(page);
    await untilHeightIsNot(page, height);
    assert.deepEqual(await shownIn(page), [6, '0']);
    await page.close();
  });

  test('in a page of origin "null" tells nothing but that it is ready and how high it is, and does what it is asked', async () => {
    const page = await frames.open('sandboxed.html');
    const { height } = await untilTold(page, 'resize');
    await page.evaluate((experiment) => {
      /** @type {any} */ (window).send({ twinNeurons: 1, type: 'get-state', id: 1 });
      /** @type {any} */ (window).send({ twinNeurons: 1, type: 'set-state', experiment });
    }, EIGHT);
    await untilHeightIsNot(page, height);
    assert.deepEqual(new Set((await toldOf(page)).map(({ type }) => type)), new Set(['ready', 'resize']));
    await page.close();
  });

  test('without embed=1 tells nothing at all', async () => {
    const page = await frames.open('plain.html');
    await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.documentElement.dataset.ready);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), []);
    await page.close();
  });

  test('says its height in three dialects, and once it is as high, says no more', async () => {
    const page = await frames.open('sized.html');
    const { height } = await untilTold(page, 'resize');
    await page.waitFor(() => {
      const box = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      const last = /** @type {any} */ (window).told.filter((/** @type {any} */ { data }) => data.type === 'resize').pop().data.height;
      return box.offsetHeight >= last && last > 1000;
    });
    const told = await page.evaluate(() => /** @type {any} */ (window).told.map((/** @type {any} */ { data }) => data));
    for (const dialect of [
      { subject: 'lti.frameResize', height },
      { context: 'h5p', action: 'resize', scrollHeight: height, height },
    ]) {
      assert.ok(
        told.some((/** @type {object} */ each) => JSON.stringify(each) === JSON.stringify(dialect)),
        JSON.stringify(dialect),
      );
    }
    // A frame that follows every height it is told comes to rest, when the last part of the lab has come: for 30 frames nothing new is said.
    const count = () => page.evaluate(() => /** @type {any} */ (window).told.length);
    for (let before = 0, now = await count(); now !== before; ) {
      assert.ok(now <= 3 * 8, `${now} messages`);
      before = now;
      await page.evaluate(async () => {
        for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
      });
      now = await count();
    }
    await page.close();
  });

  test('out of sight trains only when it is seen, and says so', async () => {
    const page = await frames.open('below.html');
    await untilTold(page, 'ready');
    const refused = await page.waitFor(async () => {
      /** @type {any} */ (window).send({ twinNeurons: 1, type: 'run', steps: 3, id: 'run' });
      await new Promise(requestAnimationFrame);
      return /** @type {any} */ (window).told.find((/** @type {any} */ { data }) => data.id === 'run' && data.type === 'error')?.data;
    });
    assert.equal(refused.sentence, 'The frame is out of sight, and training waits until it is seen.');
    await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
    await page.waitFor(async () => {
      /** @type {any} */ (window).send({ twinNeurons: 1, type: 'run', steps: 3, id: 'seen' });
      await new Promise(requestAnimationFrame);
      return /** @type {any} */ (window).told.some((/** @type {any} */ { data }) => data.id === 'seen' && data.type === 'state');
    });
    await page.close();
  });
});
