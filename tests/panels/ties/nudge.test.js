/** How far the panel of ties moves a parameter, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { formatDifference } from '../../../web/base/format.js';
import { find, usePage } from '../../support/dom.js';
import { tiedExperiment } from '../../support/shared.js';
import { MESSAGES } from '../../support/views.js';
import { openLabPanel } from '../lab-panel.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('the slider of a nudge goes from the last bit, by powers of ten, to 1', () => {
  const { root, session, last, update } = openLabPanel(lab, 'ties', tiedExperiment());
  update(last());
  const slider = /** @type {HTMLInputElement} */ (find(root, '#nudge-amount'));
  const said = (/** @type {string} */ place) => {
    slider.value = place;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    return find(root, '.ties-nudge output').textContent;
  };
  assert.equal(said(slider.min), MESSAGES.ties.nudgeUlp(formatDifference(2 ** -55)), 'that of 0.2');
  assert.equal(said(String(Number(slider.max) - 1)), MESSAGES.ties.nudgeBy(formatDifference(0.1)));
  assert.equal(said(slider.max), MESSAGES.ties.nudgeBy(formatDifference(1)));
  find(root, '[data-action="nudge"]').click();
  assert.deepEqual(last().experiment.init.nudge, [{ parameter: 'w1', by: 1 }]);
  session.close();
});
