/** The chain rule's panel in browsers, by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { axeViolations, enter, overflowOf, read, useSite } from '../../support/page.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/**
 * What the panel says now.
 * @param {Page} page
 */
function readChain(page) {
  return page.evaluate(() => {
    /** @type {(selector: string) => string[]} */
    const texts = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');
    return {
      sentence: texts('#chain-sentence')[0],
      example: texts('#chain-example-sentence')[0],
      weight: /** @type {HTMLSelectElement} */ (document.querySelector('#chain-weight')).value,
      against: /** @type {HTMLSelectElement} */ (document.querySelector('#chain-against')).value,
      values: texts('.factor-pair > .factor:first-child .factor-value'),
      others: texts('.factor-pair > .factor:last-child .factor-value'),
      differing: texts('.factor-pair.differs:not(.head) .factor-formula'),
      labels: [...document.querySelectorAll('.factor[tabindex]')].map((button) => button.getAttribute('aria-label')),
      math: document.querySelectorAll('.factors math').length,
      lit: [...document.querySelectorAll('#network .lit[data-part]')].map((part) => part.getAttribute('data-part')),
      litFactors: texts('.factor.lit .factor-formula'),
      steps: texts('.chain-step .formula'),
      flow: texts('.flow-text')[0],
    };
  });
}

describe('the panel', () => {
  const { panelTest } = useSite('chromium');

  /**
   * A test of the panel in Chromium.
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {import('../../support/browsers.js').PageOptions} [options]
   */
  const chainTest = (name, body, options) =>
    panelTest(
      'chain',
      name,
      async (page) => {
        await page.waitFor(() => document.querySelector('#panel-chain .factors [tabindex]') !== null);
        await body(page);
      },
      options,
    );

  chainTest('shows five factors in MathML for two neurons, and says that they stay tied', async (page) => {
    const { sentence, values, others, math, differing } = await readChain(page);
    assert.match(sentence, /equal factor by factor.*neurons 1 and 2 stay tied\.$/);
    assert.equal(values.length, 6);
    assert.deepEqual(values, others);
    assert.deepEqual(differing, []);
    assert.ok(math >= 20);
  });

  chainTest('marks w5 against w6, a1 against a2, and x1 against x2', async (page) => {
    await page.click('[data-preset="outgoing-apart"]');
    const outgoing = await readChain(page);
    assert.equal(outgoing.sentence, '∂J/∂w1 and ∂J/∂w3 differ because w5 ≠ w6.');
    assert.deepEqual(
      outgoing.differing.map((text) => text.trim()),
      ['w5', 'w6'],
    );
    assert.ok(outgoing.labels.includes('∂z3/∂a2 = w6: −0.3, differs'));
    await page.click('[data-preset="incoming-apart"]');
    assert.equal((await readChain(page)).sentence, '∂J/∂w1 and ∂J/∂w3 differ because a1 ≠ a2.');
    await page.select('#chain-against', 'w2');
    const inputs = await readChain(page);
    assert.equal(inputs.sentence, '∂J/∂w1 and ∂J/∂w2 differ because x1 ≠ x2.');
    assert.deepEqual(inputs.differing, ['x1', 'x2']);
  });

  chainTest('a weight is chosen by its field, by its line and by the list; the step promised is the step taken', async (page) => {
    await page.click('[data-preset="incoming-apart"]');
    await page.click('[name="w4"]');
    assert.deepEqual((({ weight, against }) => [weight, against])(await readChain(page)), ['w4', 'w2']);
    await page.evaluate(() => {
      const line = /** @type {SVGLineElement} */ (document.querySelector('line.edge[data-part="w2"]'));
      const box = /** @type {Element} */ (document.querySelector('.drawing')).getBoundingClientRect();
      const at = (/** @type {string} */ from, /** @type {string} */ to) =>
        Number(line.getAttribute(from)) * 0.9 + Number(line.getAttribute(to)) * 0.1;
      const [x, y] = [box.left + at('x1', 'x2'), box.top + at('y1', 'y2') + 4];
      document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y }));
    });
    assert.equal((await readChain(page)).weight, 'w2');
    await page.select('#chain-weight', 'w6');
    const { steps, weight } = await readChain(page);
    assert.equal(weight, 'w6');
    const promised = steps.map((text) => /:=.*= ?(−?[\d.]+)$/.exec(text)?.[1]).filter(Boolean);
    await page.click('[data-action="step"]');
    const { values } = await read(page);
    assert.deepEqual(
      promised,
      [values.w6, values.w5].map((value) => value.toPrecision(5)),
    );
  });

  chainTest('a factor lights its part of the drawing, and a part its factors', async (page) => {
    await page.hover('.factor-pair:nth-child(4) > .factor:last-child');
    assert.deepEqual([...new Set((await readChain(page)).lit)], ['w6']);
    assert.equal(await page.evaluate(() => document.querySelectorAll('.chain-map .edge.lit[data-part="w6"]').length), 1, 'in small, too');
    await page.hover('#chain-sentence');
    assert.deepEqual((await readChain(page)).lit, []);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.factor-pair:nth-child(2) > .factor')).focus());
    assert.deepEqual(new Set((await readChain(page)).lit), new Set(['J', 'a3', 'y']));
    await page.click('[name="w5"]');
    await page.select('#chain-weight', 'w1');
    await page.hover('.node[data-part="a1"]');
    assert.deepEqual(
      (await readChain(page)).litFactors.map((text) => text.trim()),
      ['a1(1−a1)'],
    );
  });

  chainTest('examples are stepped through, and what comes back from y is told stage by stage', async (page) => {
    const label = () => page.evaluate(() => document.querySelector('.chain-example')?.textContent);
    assert.equal(await label(), 'Example 3 of 4');
    await page.click('.chain-stepper button:last-child');
    await page.click('.chain-stepper button:last-child');
    assert.equal(await label(), 'Example 1 of 4');
    assert.match((await readChain(page)).flow, /Hidden neurons have no y/);
    for (const [words, parts] of /** @type {[RegExp, string[]][]} */ ([
      [/Only the output is compared with y/, ['J', 'y', 'a3']],
      [/output’s error/, ['J', 'a3']],
      [/weights carry it back/, ['a3', 'w5', 'w6']],
      [/no y of its own/, ['a1', 'a2']],
    ])) {
      await page.click('.flow-buttons button:last-child');
      await page.hover('.flow-text');
      const { flow, lit } = await readChain(page);
      assert.match(flow, words);
      assert.deepEqual(new Set(lit), new Set(parts));
    }
    await page.click('[name="w2"]');
    const { flow, lit } = await readChain(page);
    assert.match(flow, /Hidden neurons have no y/, 'whoever turns to a weight has seen enough');
    assert.deepEqual(lit, []);
  });

  chainTest('the flow plays and pauses by itself', async (page) => {
    await page.click('.flow-buttons button:first-child');
    await page.waitFor(() => /^2 of 5/.test(document.querySelector('.flow-text')?.textContent ?? ''));
    await page.click('.flow-buttons button:first-child');
    assert.equal(await page.evaluate(() => document.querySelector('.flow-buttons button')?.textContent), 'Play');
  });

  chainTest(
    'with less motion there is nothing to play, only steps',
    async (page) => {
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('.flow-buttons button')]
          .filter((button) => !(/** @type {HTMLElement} */ (button).hidden))
          .map((button) => button.textContent),
      );
      assert.deepEqual(shown, ['Back', 'Next']);
    },
    { reducedMotion: true },
  );

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    chainTest(
      `axe finds nothing wrong, ${colorScheme}`,
      async (page) => {
        await page.click('[data-preset="outgoing-apart"]');
        await page.click('.chain-forward summary');
        assert.deepEqual(await axeViolations(page, '#panel-chain'), []);
      },
      { colorScheme },
    );
  }

  for (const width of [320, 768]) {
    chainTest(
      `at ${width} px it fits, with the way forward open`,
      async (page) => {
        await page.click('.chain-forward summary');
        await page.waitFor(() => document.querySelectorAll('.chain-forward .formula').length === 7);
        assert.equal(await overflowOf(page), 0);
      },
      { width, height: 740 },
    );
  }

  chainTest('logistic regression has nobody on the other side but its other input', async (page) => {
    await page.click('[data-preset="logistic"]');
    assert.match((await readChain(page)).sentence, /^∂J\/∂w1 and ∂J\/∂w2 /);
    await page.select('#chain-weight', 'b1');
    const { sentence, values } = await readChain(page);
    assert.equal(sentence, 'There is nothing to hold it against.');
    assert.equal(values.length, 4);
    await enter(page, '[name="w1"]', '0.5');
    assert.equal((await readChain(page)).weight, 'w1', 'editing a weight chooses it');
  });
});

for (const browser of /** @type {const} */ (['firefox', 'webkit'])) {
  describe(`in ${browser}`, () => {
    const { panelTest } = useSite(browser);

    panelTest('chain', 'the panel explains a difference', async (page) => {
      await page.click('[data-preset="outgoing-apart"]');
      await page.waitFor(() => document.querySelector('#chain-sentence')?.textContent === '∂J/∂w1 and ∂J/∂w3 differ because w5 ≠ w6.');
      await page.click('[name="w6"]');
      assert.equal((await readChain(page)).weight, 'w6');
      await page.hover('.factor-pair:nth-child(4) > .factor');
      assert.notEqual((await readChain(page)).lit.length, 0);
    });
  });
}
