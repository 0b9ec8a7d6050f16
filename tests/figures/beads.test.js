/** Where beads and arrows lie: nothing covers another, and equal is told from different by the last bit. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawStrands } from '../../web/figures/beads/drawing.js';
import { arrowPath, layoutArrows, layoutStrands, sharedFactors, shownExamples } from '../../web/figures/beads/geometry.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { usePage } from '../support/dom.js';

/** @param {string} symbol @param {number} value @param {string} from */
const factor = (symbol, value, from) => ({ symbol, value, from });

const common = [factor('∂J/∂a3', -2.7, 'a3, y'), factor('∂a3/∂z3', 0.23, 'a3')];
const first = [...common, factor('∂z3/∂a1', 0.6, 'w5'), factor('∂a1/∂z1', 0.24, 'a1'), factor('∂z1/∂w1', 1, 'x1')];
/** @param {number} weight */
const second = (weight) => [...common, factor('∂z3/∂a2', weight, 'w6'), factor('∂a2/∂z2', 0.24, 'a2'), factor('∂z2/∂w3', 1, 'x1')];

describe('beads', () => {
  test('that both chains share are one; the others are joined where they are equal in every bit, and nowhere else', () => {
    const equal = layoutStrands(800, 0, [first, second(0.6)]);
    assert.deepEqual(
      equal.beads.map(({ kind }) => kind),
      ['shared', 'shared', 'equal', 'equal', 'equal', 'equal', 'equal', 'equal'],
    );
    assert.ok(equal.joints.every((joint) => joint.equal));
    const apart = layoutStrands(800, 0, [first, second(0.6 + Number.EPSILON)]);
    assert.deepEqual(
      apart.joints.map((joint) => joint.equal),
      [false, true, true],
    );
  });

  test('of two weights of one neuron are shared but for the last', () => {
    const other = [...first.slice(0, 4), factor('∂z1/∂w2', 0, 'x2')];
    assert.equal(sharedFactors(first, other), 4);
    assert.equal(layoutStrands(800, 0, [first, other]).beads.length, 6);
  });

  for (const width of [320, 360, 768, 1280]) {
    test(`lie apart and inside, ${width} px wide`, () => {
      const { beads, radius, height, start, ends } = layoutStrands(width, 0, [first, second(0.7)]);
      assert.ok(radius >= 18, `beads of ${radius} px are too small for their numbers`);
      for (const [at, bead] of beads.entries()) {
        assert.ok(bead.y - radius >= 30 && bead.y + radius <= height - 30, 'its name has room');
        assert.ok(bead.x - radius > start.x && bead.x + radius < ends[0].x);
        for (const other of beads.slice(at + 1))
          assert.ok(Math.hypot(bead.x - other.x, bead.y - other.y) > 2 * radius, `${bead.factor.symbol} covers ${other.factor.symbol}`);
      }
    });
  }

  test('of a weight that nothing is held against lie on one strand', () => {
    const { beads, joints, threads } = layoutStrands(600, 0, [first]);
    assert.equal(new Set(beads.map(({ y }) => y)).size, 1);
    assert.deepEqual([joints.length, threads.length], [0, 1]);
  });
});

test('beads and the arrows of four examples fit the 296 px that a figure has on a phone, and use more where there is more', () => {
  const chains = [first, second(0.7)].map(() => ({ products: [1, 2, 3, 4], mean: 2.5 }));
  /** @param {number} spare */
  const height = (spare) =>
    layoutStrands(328, spare, [first, second(0.7)]).height + layoutArrows(328, spare / 2, { examples: [0, 1, 2, 3], chains }).height;
  assert.ok(height(0) <= 296, `${height(0)} px`);
  assert.ok(height(100) > height(0) + 50 && height(100) <= height(0) + 100);
});

test('at the end of its way stands what the beads of a weight come to, multiplied', () => {
  usePage();
  const lanes = /** @type {[typeof first, typeof first]} */ ([first, second(0.7)]);
  for (const [width, said] of /** @type {const} */ ([
    [800, ['\u2248 \u22120.0894', '\u2248 \u22120.104']],
    [328, ['\u22120.089', '\u22120.1']],
  ])) {
    const chains = lanes.map((factors, lane) => ({
      parameter: lane === 0 ? 'w1' : 'w3',
      factors,
      product: factors.reduce((product, { value }) => product * value, 1),
      mean: 0,
    }));
    const options = { chains, colorOf: () => '', messages: moreFiguresMessages.beads, hand: { weight() {}, example() {} } };
    const drawing = drawStrands(layoutStrands(width, 0, lanes), /** @type {any} */ (options));
    assert.deepEqual(
      [...drawing.querySelectorAll('.bead-product')].map((each) => each.textContent),
      said,
    );
  }
});

describe('arrows of the examples', () => {
  const chains = [
    { products: [0.1, -0.3], mean: -0.1 },
    { products: [0.1, 0], mean: 0.05 },
  ];

  test('have one scale for both chains, and their lengths are the numbers', () => {
    const { blocks } = layoutArrows(800, 0, { examples: [0, 1], chains });
    const lengths = blocks.map(({ arrows }) => arrows.map(({ from, to }) => to - from));
    const unit = lengths[0][0] / 0.1;
    for (const [at, { products, mean }] of chains.entries())
      [...products, mean].forEach((value, row) => assert.ok(Math.abs(lengths[at][row] - value * unit) < 1e-9));
  });

  test('would be as long as the number that the ends of a block name', () => {
    const { reach, blocks } = layoutArrows(800, 0, { examples: [0, 1], chains });
    assert.equal(reach, 0.5);
    const [{ left, right, zero, arrows }] = blocks;
    const { from, to } = arrows[1];
    assert.equal(zero, (left + right) / 2);
    assert.ok(Math.abs(((to - from) / -0.3) * reach - (right - zero - 4)) < 1e-9);
    assert.equal(layoutArrows(800, 0, { examples: [0], chains: [{ products: [0], mean: 0 }] }).reach, 0);
  });

  test('grow with their gradients while these grow a little: the scale doubles, and else stays', () => {
    /** @param {number} times */
    const first = (times) => {
      const grown = chains.map(({ products, mean }) => ({ products: products.map((each) => each * times), mean: mean * times }));
      const { from, to } = layoutArrows(800, 0, { examples: [0, 1], chains: grown }).blocks[0].arrows[0];
      return to - from;
    };
    assert.ok(Math.abs(first(1.5) / first(1) - 1.5) < 1e-9);
    assert.ok(Math.abs(first(2) / first(1) - 1) < 1e-9);
  });

  test('stay within their blocks, which lie beside each other', () => {
    for (const width of [320, 360, 1280]) {
      const { blocks } = layoutArrows(width, 0, { examples: [0, 1], chains });
      for (const { left, right, arrows } of blocks) assert.ok(arrows.every(({ to }) => to >= left && to <= right));
      assert.ok(blocks[0].right < blocks[1].left && blocks[1].right <= width);
    }
  });

  test('are all of a few examples, and the one looked at of many', () => {
    assert.deepEqual(shownExamples(4, 2), [0, 1, 2, 3]);
    assert.deepEqual(shownExamples(200, 17), [17]);
  });

  test('of 0 are no arrow, and no head is longer than its arrow', () => {
    assert.equal(arrowPath(50, 50, 10, 8), '');
    assert.ok(arrowPath(50, 54, 10, 8).includes('L50,'));
    const heightOf = (/** @type {string} */ path) => Math.max(...[...path.matchAll(/,([-\d.]+)/g)].map(([, y]) => Number(y))) - 10;
    assert.ok(Math.abs(heightOf(arrowPath(50, 90, 10, 8)) - 9.2) < 1e-9);
    assert.ok(heightOf(arrowPath(50, 54, 10, 8)) < 4, 'a short one is a small arrow, not a sliver');
    const { blocks } = layoutArrows(400, 0, { examples: [0], chains: [{ products: [0], mean: 0 }] });
    assert.ok(blocks[0].arrows.every(({ from, to }) => from === to));
  });
});
