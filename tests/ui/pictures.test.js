/** Pictures of values: the marks of examples by their geometry, and the heat map by its cells, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createHeatMap } from '../../web/ui/heat-map.js';
import { createPicture } from '../../web/ui/picture.js';
import { freshRoot, textsOf, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

describe('the examples over a picture', () => {
  /** Where each example is drawn, and how large: of circles the left end and the radius, of squares the corner and the side. @param {Element} root @param {string} mark */
  const marks = (root, mark) =>
    (root.querySelector(mark)?.getAttribute('d') ?? '')
      .split('M')
      .slice(1)
      .map((path) => (path.match(/-?\d+(\.\d+)?/g) ?? []).slice(0, 3).map(Number));

  const at = (/** @type {number} */ x, /** @type {number} */ y, isOne = false) => ({ place: { x, y }, isOne });

  test('stand at their places in hundredths of the side: circles for no, squares for yes', () => {
    const picture = createPicture({ size: 8, radius: 4 });
    picture.mark([at(0.25, 0.5), at(1, 0, true), at(0, 1)]);
    assert.deepEqual(marks(picture.element, '.example-0'), [
      [25 - 4, 50, 4],
      [0 - 4, 100, 4],
    ]);
    assert.deepEqual(marks(picture.element, '.example-1'), [[100 - 3.6, 0 - 3.6, 7.2]]);
  });

  test('are drawn smaller when they are many: more than sixty', () => {
    const picture = createPicture({ size: 8, radius: 4 });
    const radius = (/** @type {number} */ count) => {
      picture.mark(Array.from({ length: count }, () => at(0.5, 0.5)));
      return marks(picture.element, '.example-0')[0][2];
    };
    assert.deepEqual([radius(60), radius(61).toFixed(2)], [4, '2.72']);
  });
});

describe('the heat map', () => {
  /** @param {object} experiment */
  const draw = (experiment) => {
    const map = createHeatMap({ messages: MESSAGES });
    const root = freshRoot();
    root.append(map.element);
    const snapshot = snapshotOf(lab, experiment);
    map.update(snapshot);
    return { root, map, snapshot };
  };
  const cells = (/** @type {HTMLElement} */ root) => [...root.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'th, td'));

  test('has a row a feature and a column a neuron, in its color; signs are there to be read', () => {
    const w = [
      [
        [0.2, -0.4],
        [0, 0.8],
      ],
      [[0.6, -0.6]],
    ];
    const { root } = draw(tiedExperiment({ init: { scheme: 'explicit', w } }));
    assert.deepEqual(
      [...root.querySelectorAll('thead th')]
        .slice(1)
        .map((head) => [head.className, head.textContent, head.querySelectorAll('.mark').length]),
      [
        ['neuron-1', MESSAGES.pictures.neuron(1), 1],
        ['neuron-2', MESSAGES.pictures.neuron(2), 1],
      ],
    );
    const signed = MESSAGES.pictures.signed;
    assert.deepEqual(cells(root), [
      ['x1', signed(0.2), signed(0)],
      ['x2', signed(-0.4), signed(0.8)],
      [MESSAGES.pictures.outgoingRow, signed(0.6), signed(-0.6)],
    ]);
    assert.deepEqual(
      [...root.querySelectorAll('td')].map(({ className }) => className),
      ['plus', '', 'minus', 'plus', 'plus', 'minus'],
    );
    const tints = [...root.querySelectorAll('td')].map((cell) => parseFloat(cell.style.getPropertyValue('--tint')));
    assert.equal(tints[1], 0);
    assert.equal(Math.max(...tints), tints[3], 'the strongest has the strongest tint');
    assert.ok(tints[0] < tints[2] && tints[2] < tints[4] && tints[4] === tints[5]);
    assert.equal(
      root.querySelector('.summary')?.textContent,
      MESSAGES.pictures.heatSummary(/** @type {any} */ ([{ feature: 'x2', column: MESSAGES.pictures.neuron(2) }]), 0.8),
    );
  });

  test('without hidden neurons has one column, the output', () => {
    const { root } = draw({ network: { inputs: 2, hidden: [] }, data: { set: 'xor' }, init: { scheme: 'constant', value: 0.5 } });
    const heads = [...root.querySelectorAll('thead th')];
    assert.deepEqual([heads.length, heads[1].className, heads[1].querySelectorAll('.mark').length], [2, 'neuron-output', 0]);
    assert.deepEqual(
      cells(root).map(([name]) => name),
      ['x1', 'x2', MESSAGES.pictures.biasRow],
    );
  });

  test('shows sixteen of many neurons, and says so; a deep network has no outgoing row', () => {
    const { root } = draw({ network: { inputs: 2, hidden: [20, 2] }, data: { set: 'xor' } });
    assert.equal(root.querySelectorAll('thead th').length, 17);
    const note = /** @type {HTMLElement} */ (root.querySelectorAll('.note')[1]);
    assert.deepEqual([note.hidden, note.textContent], [false, MESSAGES.pictures.shownOf(16, 20)]);
    assert.equal(cells(root).length, 3);
    const small = draw({ network: { inputs: 2, hidden: [16, 2] }, data: { set: 'xor' } }).root;
    assert.equal(/** @type {HTMLElement} */ (small.querySelectorAll('.note')[1]).hidden, true);
  });

  test('in a frame of training writes its cells and leaves its sentence', () => {
    const { root, map, snapshot } = draw(tiedExperiment());
    const said = root.querySelector('.summary')?.textContent;
    map.update({ ...snapshot, event: null, values: snapshot.values.map((value) => 10 * value) });
    assert.equal(root.querySelector('td')?.textContent, MESSAGES.pictures.signed(2));
    assert.equal(root.querySelector('.summary')?.textContent, said);
    map.update({ ...snapshot, values: snapshot.values.map((value) => 10 * value) });
    assert.notEqual(root.querySelector('.summary')?.textContent, said);
  });
});
