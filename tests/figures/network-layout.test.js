/** Where the network figure puts its parts, in every size that a page has, and what its nodes say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layoutFigure } from '../../web/figures/network/layout.js';
import { inputNode } from '../../web/figures/network/parts.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { svgElement } from '../../web/ui/dom.js';

usePage();

/** @param {number} inputs @param {number[]} hidden @param {number} [outputs] */
const shape = (inputs, hidden, outputs = 1) => /** @type {any} */ ({ inputs, hidden, outputs, bias: false });
const SIZES = [
  { width: 300, height: 220 },
  { width: 360, height: 420 },
  { width: 640, height: 460 },
  { width: 1200, height: 700 },
];
const NETWORKS = [shape(2, [2]), shape(2, [3, 2]), shape(1, [1]), shape(20, [6], 3), shape(2, []), shape(4, [128])];

describe('the figure', () => {
  for (const network of NETWORKS)
    test(`of ${network.inputs}-${network.hidden.join('-')}-${network.outputs} has everything inside, from left to right, and nothing over another thing`, () => {
      for (const box of SIZES) {
        const { inputs, layers, outputs, lines } = layoutFigure(network, box, () => 0.5);
        const rounds = [inputs, ...layers].map((column) => column.map(({ x, y, radius }) => ({ x, y, half: radius })));
        const columns = [...rounds, outputs.map(({ x, y, side }) => ({ x, y, half: side / 2 }))];
        const where = JSON.stringify(box);
        columns.forEach((column, at) => {
          column.forEach(({ x, y, half }, place) => {
            assert.ok(x - half >= 0 && x + half <= box.width && y - half >= 0 && y + half <= box.height, `inside, ${where}`);
            const below = column[place + 1];
            if (below !== undefined) assert.ok(below.y - y >= half + below.half, `apart, ${where}`);
            const [next] = columns[at + 1] ?? [];
            if (next !== undefined) assert.ok(next.x - next.half > x + half, `before the next column, ${where}`);
          });
          const middle = (column[0].y + column[column.length - 1].y) / 2;
          assert.ok(Math.abs(middle - box.height / 2) < 1e-9, 'in the middle');
        });
        for (const { start, end, from, to } of lines) {
          assert.ok(from.x < start.x && start.x < end.x && end.x < to.x, 'what is seen of a line is between its ends');
        }
      }
    });

  test('draws six neurons of a layer and three outputs at most, says how many more there are, and names each line', () => {
    const { layers, more, outputs, lines } = layoutFigure(shape(2, [9, 2], 5), SIZES[3], () => 1);
    assert.deepEqual([layers.map(({ length }) => length), more, outputs.length], [[6, 2], [3, 0], 3]);
    assert.deepEqual(
      layers.map(([{ number, unit }]) => [number, unit]),
      [
        [1, 1],
        [10, 1],
      ],
    );
    assert.equal(lines.length, 2 * 6 + 6 * 2 + 2 * 3);
    assert.deepEqual(
      lines.filter(({ layer, unit }) => layer === 2 && unit === 2).map(({ name, input, color }) => [name, input, color]),
      [28, 29, 30, 31, 32, 33].map((weight, at) => [`w${weight}`, at + 1, 2]),
    );
    const [last] = lines.slice(-1);
    assert.deepEqual([last.name, last.index, last.input, last.unit, last.color], ['w42', 41, 2, 3, 2]);
    assert.equal(layoutFigure(shape(2, []), SIZES[2], () => 1).lines[0].color, null);
  });

  test('puts tied neurons closer together the less they are apart', () => {
    const gapAt = (/** @type {number} */ apart) => {
      const [[first, second]] = layoutFigure(shape(2, [2]), SIZES[2], () => apart).layers;
      return second.y - first.y - first.radius - second.radius;
    };
    assert.ok(19 <= gapAt(0) && gapAt(0) < gapAt(0.5) && gapAt(0.5) < gapAt(1));
    assert.ok(Math.abs(gapAt(0) / gapAt(1) - 0.5) < 1e-9, 'half as far');
  });

  test('has inputs that a finger and an eye find: eleven pixels at least, twenty-eight at most, less only where there are many', () => {
    const radiusIn = (/** @type {number} */ width, inputs = 2) =>
      layoutFigure(shape(inputs, [2]), { width, height: 460 }, () => 1).inputs[0].radius;
    assert.deepEqual([radiusIn(300), radiusIn(1200)], [11, 28]);
    assert.ok(Math.abs(radiusIn(640) - 21.76) < 1e-9);
    assert.ok(radiusIn(640, 30) < 7);
  });
});

test('an input has a short name inside and a long one below it, cut where it is very long, and whole for who points at it', () => {
  const root = freshRoot();
  const shown = (/** @type {string} */ name) => {
    root.replaceChildren(svgElement('svg', {}, inputNode({ x: 50, y: 40, radius: 20 }, name, 1)));
    const text = find(root, 'text');
    assert.equal(find(root, 'title').textContent, name);
    assert.deepEqual(
      ['cx', 'cy', 'r'].map((key) => find(root, 'circle').getAttribute(key)),
      ['50', '40', '19'],
    );
    return [text.textContent, text.classList.contains('net-long'), ...['x', 'y', 'font-size'].map((key) => text.getAttribute(key))];
  };
  assert.deepEqual(shown('x1'), ['x1', false, '50', '40', '16']);
  assert.deepEqual(shown('age'), ['age', false, '50', '40', '16']);
  assert.deepEqual(shown('mass'), ['mass', true, '30', '75', '15']);
  assert.deepEqual(shown('temperature'), ['temperature', true, '30', '75', '15']);
  assert.deepEqual(shown('temperatures'), ['temperatur\u2026', true, '30', '75', '15']);
});
