/** The plane of two features, on a document in Node: its axes are in the features' own units. */
import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createPlaneView } from '../../../web/panels/pictures/plane.js';
import { find, freshRoot, textsOf, usePage } from '../../support/dom.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('ticks stand where the features have round values, however the network is given them', () => {
  const root = freshRoot();
  const view = createPlaneView({ size: 8, messages: MESSAGES, onAdd: () => {} });
  root.append(view.element);
  const snapshot = snapshotOf(lab, { network: { inputs: 2, hidden: [2] }, data: { set: 'coffee' } });
  const [first, second] = snapshot.data.display;
  assert.ok(first.scale !== 1 && first.offset !== 0, 'coffee is standardized');
  view.frame({ x: { min: -2, max: 2 }, y: { min: -2, max: 2 }, size: 8 }, snapshot, 0);
  assert.deepEqual(textsOf(root, '.axis-title'), [
    MESSAGES.pictures.featureWithUnit(first.name, first.unit),
    MESSAGES.pictures.featureWithUnit(second.name, second.unit),
  ]);
  const [left, plot] = [62, 344];
  const ticksOf = (/** @type {string} */ anchor) =>
    [...root.querySelectorAll('text')].filter(
      (text) => text.getAttribute('text-anchor') === anchor && !text.classList.contains('axis-title'),
    );
  const below = ticksOf('middle');
  assert.ok(below.length >= 2);
  for (const tick of below) {
    const raw = Number((tick.textContent ?? '').replace('\u2212', '-'));
    const inner = (raw - first.offset) / first.scale;
    assert.ok(Math.abs(Number(tick.getAttribute('x')) - (left + (plot * (inner + 2)) / 4)) < 1e-6, tick.textContent ?? '');
  }
  const beside = ticksOf('end');
  assert.ok(beside.length >= 3);
  for (const tick of beside) {
    const inner = (Number((tick.textContent ?? '').replace('\u2212', '-')) - second.offset) / second.scale;
    assert.ok(Math.abs(Number(tick.getAttribute('y')) - 5 - (8 + (plot * (2 - inner)) / 4)) < 1e-6, tick.textContent ?? '');
  }
  assert.equal(find(root, '.plane > .note').textContent, MESSAGES.pictures.planeKey(snapshot.data.targets[0]));
});
