/** A chart as a picture, on a canvas that only writes down what is painted: paper around it, its name above, what it shows below. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawChartImage } from '../../../web/panels/keep/chart-image.js';
import { usePage } from '../../support/dom.js';

usePage();

/** A canvas, and what is painted on it. @param {Blob | null} blob that it gives */
function canvasOf(blob) {
  /** @type {unknown[][]} */
  const painted = [];
  const context = {
    fillStyle: '',
    font: '',
    fillRect: (/** @type {number[]} */ ...box) => painted.push(['rect', ...box]),
    drawImage: (/** @type {unknown[]} */ ...place) => painted.push(['image', ...place]),
    fillText: (/** @type {unknown[]} */ ...text) => painted.push([context.font.split('px')[0], ...text]),
  };
  const canvas = {
    width: 0,
    height: 0,
    getContext: () => context,
    toBlob: (/** @type {(made: Blob | null) => void} */ then) => then(blob),
  };
  return { canvas, painted };
}

const CHART = /** @type {any} */ ({ canvas: { width: 800, height: 500, clientWidth: 400 }, name: 'Loss' });

test('it is as sharp as the chart, with room for both texts', async (t) => {
  const blob = new Blob(['png']);
  const { canvas, painted } = canvasOf(blob);
  t.mock.method(document, 'createElement', () => canvas);
  assert.equal(await drawChartImage(CHART, 'tied, 2,000 steps'), blob);
  assert.deepEqual([canvas.width, canvas.height], [800 + 2 * 16 * 2, 500 + (40 + 34) * 2]);
  assert.deepEqual(painted, [
    ['rect', 0, 0, 864, 648],
    ['image', CHART.canvas, 32, 80],
    ['600 32', 'Loss', 32, 40],
    ['26', 'tied, 2,000 steps', 32, 614],
  ]);
});

test('a browser that makes no picture is told of', async (t) => {
  t.mock.method(document, 'createElement', () => canvasOf(null).canvas);
  await assert.rejects(drawChartImage(CHART, ''), /no picture/);
});
