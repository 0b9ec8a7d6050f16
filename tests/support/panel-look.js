/** What holds for every panel of the lab as it is seen: on a narrow screen, light and dark. */
import assert from 'node:assert/strict';
import { axeViolations, overflowOf, smallControls } from './page.js';

/**
 * Tests of how a panel looks at 320 px.
 * @param {ReturnType<typeof import('./page.js').useSite>['panelTest']} panelTest
 * @param {string} panel
 * @param {(page: import('./page.js').Page) => Promise<void>} [prepare] what is opened in it before
 */
export function testPanelLook(panelTest, panel, prepare = async () => {}) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    panelTest(
      panel,
      `axe finds nothing wrong, ${colorScheme}, at 320 px nothing is cut off, and every control can be hit`,
      async (page) => {
        await prepare(page);
        assert.deepEqual(await axeViolations(page, `#panel-${panel}`), []);
        assert.equal(await overflowOf(page), 0);
        assert.deepEqual(await smallControls(page, `#panel-${panel}`), []);
      },
      { colorScheme, width: 320, height: 700 },
    );
  }
}
