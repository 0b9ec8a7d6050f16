/** "Data": a table of one's own, what it was read as, and what somebody can say about it, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { splitExamples, countRight } from '../../../web/base/tables/split.js';
import { find, select, textsOf, type, usePage } from '../../support/dom.js';
import { openLabPanel } from '../lab-panel.js';
import { MESSAGES } from '../../support/views.js';
import { until } from '../../support/shared.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** Until the table is read: a slice at a time, and what takes one only is there in a moment. @param {HTMLElement} root */
async function isRead(root) {
  do await new Promise((resolve) => setTimeout(resolve));
  while (find(root, '#data-said').textContent === MESSAGES.status.working);
}

/** The panel as the lab makes it, on a session of its own. @param {object} [experiment] */
function open(experiment = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } }) {
  const { root, session, train, update } = openLabPanel(lab, 'data', experiment);
  /** @type {import('../../../web/session/snapshot.js').Snapshot | null} */
  let latest = null;
  session.tell((snapshot) => {
    latest = snapshot;
    update(snapshot);
  });
  return {
    root,
    train,
    session,
    /** @returns {import('../../../web/session/snapshot.js').Snapshot} */
    now: () => /** @type {any} */ (latest),
    said: () => find(root, '#data-said').textContent,
    /** @param {string} text */
    async paste(text) {
      const field = /** @type {HTMLTextAreaElement} */ (find(root, '#data-text'));
      field.value = text;
      find(root, '[data-action="use-data"]').click();
      await isRead(root);
    },
    /** @param {string} selector */
    isShown: (selector) => [...root.querySelectorAll(selector)].some((each) => each.closest('[hidden]') === null),
    /** @param {string} id */
    async choose(id) {
      const box = /** @type {HTMLInputElement} */ (find(root, id));
      box.checked = box.type === 'radio' || !box.checked;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      await isRead(root);
    },
    /** @param {string} id @param {string} role */
    async give(id, role) {
      select(find(root, id), role);
      await isRead(root);
    },
  };
}

const PRICES = 'size\tprice\tsold\n950\t1,050\t0\n1,234\t399,900\t1';

test('what a data set is stands beside its name, and nothing beside a table of one’s own', async () => {
  const { root, paste } = open();
  const said = () => find(root, '.data-set > .note:first-of-type').textContent;
  assert.equal(said(), MESSAGES.dataSets.xor.about);
  select(find(root, '[name="data-set"]'), 'and');
  assert.equal(said(), MESSAGES.dataSets.and.about);
  await paste('a,b,c\n0,0,0\n0,1,1');
  assert.equal(said(), '');
});

test('a column that can be read in two ways is asked for, once, and read as it is answered', async () => {
  const { paste, said, now, isShown, root, choose, session } = open();
  const before = now().experiment;
  await paste(PRICES);
  assert.match(String(said()), /1\.234 or as 1234/);
  assert.equal(now().experiment, before);
  assert.deepEqual(textsOf(root, '#data-decimal label'), ['1.234: the mark begins the decimals', '1234: the mark sets thousands apart']);
  await choose('#data-decimal-1');
  assert.deepEqual(now().data.x, [
    [950, 1050],
    [1234, 399900],
  ]);
  await choose('#data-decimal-0');
  assert.deepEqual(now().data.x[1], [1.234, 399.9]);
  await paste('1,2,0\n3,4,1');
  assert.equal(isShown('#data-decimal'), false);
  session.close();
});

test('whether the first line is names is guessed, shown and changed', async () => {
  const { paste, now, root, choose, said, session } = open();
  await paste('1,2,3,4,5\n5.1,3.5,1.4,0.2,a\n6.2,2.9,4.3,1.3,b');
  const box = /** @type {HTMLInputElement} */ (find(root, '#data-header'));
  assert.equal(box.checked, true);
  assert.deepEqual(now().data.features, ['1', '2', '3', '4']);
  await paste('1,2,0\n3,4,1');
  assert.equal(box.checked, false);
  await choose('#data-header');
  assert.deepEqual([now().data.features, now().data.x], [['1', '2'], [[3, 4]]]);
  await paste('a,b,y\n1,2,0');
  const marked = () => [find(root, '#data-text').getAttribute('aria-invalid'), find(root, '#data-said').classList.contains('trouble-text')];
  assert.deepEqual(marked(), [null, false]);
  await choose('#data-header');
  assert.match(String(said()), /^Line 1, column 1/);
  assert.deepEqual(marked(), ['true', true]);
  await choose('#data-header');
  assert.deepEqual(marked(), [null, false]);
  assert.deepEqual(now().data.features, ['a', 'b']);
  session.close();
});

test('columns are features, targets or left out, as somebody chooses', async () => {
  const { paste, give, now, root, session } = open();
  await paste(',a,kind,sold\n0,5,cat,no\n1,6,dog,yes\n2,7,cow,no');
  const roles = () => [...root.querySelectorAll('#data-columns select')].map((list) => /** @type {HTMLSelectElement} */ (list).value);
  assert.deepEqual(roles(), ['out', 'feature', 'feature', 'target']);
  assert.deepEqual(now().data.features, ['a', 'kind: cat', 'kind: cow', 'kind: dog']);
  assert.deepEqual(now().data.targets, ['sold']);
  await give('#data-role-3', 'target');
  assert.deepEqual(now().data.targets, ['cat', 'cow', 'dog', 'sold']);
  await give('#data-role-4', 'out');
  assert.deepEqual(now().data.y, [
    [1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ]);
  await give('#data-role-2', 'out');
  assert.equal(find(root, '#data-said').textContent, MESSAGES.dataPanel.problem({ kind: 'no-feature' }));
  assert.match(textsOf(root, '#data-columns td').join(' '), /0 is \u201cno\u201d, 1 is \u201cyes\u201d/);
  session.close();
});

test('targets that the output cannot reach are refused, with the remedy', async () => {
  for (const loss of ['cross-entropy', 'squared-error']) {
    const { paste, now, said, isShown, root, session } = open({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, loss });
    await paste('size,rooms,price\n950,2,1050\n1200,3,1400');
    assert.match(String(said()), /^Line 2: a target of 1050 .*0 to 1\..*linear.*squared error/);
    assert.equal(isShown('[data-action="use-linear"]'), true);
    find(root, '[data-action="use-linear"]').click();
    await isRead(root);
    const { network, loss: taken } = now().experiment;
    assert.deepEqual([network.outputActivation, taken, now().data.y], ['linear', 'squared-error', [[1050], [1400]]]);
    assert.equal(isShown('[data-action="use-linear"]'), false);
    session.close();
  }
});

/** A file that is let go over the panel. @param {HTMLElement} root @param {Uint8Array} bytes */
async function drop(root, bytes) {
  const file = { size: bytes.length, arrayBuffer: async () => bytes.buffer };
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], files: [file] },
  });
  root.dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  await isRead(root);
}

test('a file in UTF-16 or Windows-1252 is read, a workbook gets its sentence', async () => {
  const { root, now, said, session } = open();
  const text = '\uFEFFa\u00f1o;y\r\n1,5;0\r\n2,5;1\r\n';
  await drop(root, new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer));
  assert.deepEqual([now().data.features, now().data.x], [['a\u00f1o'], [[1.5], [2.5]]]);
  await drop(
    root,
    Uint8Array.from('m\u00f1o;y\n1,5;0', (sign) => sign.charCodeAt(0)),
  );
  assert.deepEqual(now().data.features, ['m\u00f1o']);
  await drop(root, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  assert.equal(said(), MESSAGES.dataPanel.problem({ kind: 'workbook' }));
  session.close();
});

describe('a part kept back to test on', () => {
  const own = {
    x: Array.from({ length: 10 }, (_, at) => [at]),
    y: Array.from({ length: 10 }, (_, at) => [at % 2]),
    features: ['a'],
    targets: ['y'],
  };

  test('is a share of the examples, by its seed, and every example is in one part', async () => {
    const { train, test } = splitExamples(own, 0.3, 1);
    assert.deepEqual([train.x.length, test.x.length], [7, 3]);
    assert.deepEqual(
      [...train.x, ...test.x].map(([value]) => value).sort((a, b) => a - b),
      own.x.flat(),
    );
    for (const part of [train, test]) for (const [at, [value]] of part.x.entries()) assert.equal(part.y[at][0], value % 2);
    assert.deepEqual(splitExamples(own, 0.3, 1), { train, test });
    assert.notDeepEqual(splitExamples(own, 0.3, 2).test.x, test.x);
    assert.equal(splitExamples(own, 0.001, 1).test.x.length, 1);
    assert.equal(splitExamples(own, 0.999, 1).train.x.length, 1);
  });

  test('comes out right on the right side of one half, by the largest of its classes, or not at all', async () => {
    assert.equal(countRight([[0.9], [0.2], [0.5]], [[1], [1], [1]]), 2);
    assert.equal(
      countRight(
        [
          [0.1, 0.3, 0.2],
          [0.9, 0.8, 0.1],
        ],
        [
          [0, 1, 0],
          [0, 1, 0],
        ],
      ),
      1,
    );
    assert.equal(
      countRight(
        [
          [0.9, 0.8],
          [0.9, 0.8],
        ],
        [
          [1, 1],
          [1, 0],
        ],
      ),
      1,
    );
    assert.equal(countRight([[3]], [[2.5]]), null);
  });

  const TABLE = ['a,b,y', ...own.x.map(([value]) => `${value / 10},${value % 3},${value % 2}`)].join('\n');

  test('is told of where there is one, and not where all examples are trained on', async () => {
    const { root, paste, now, session, isShown } = open();
    for (const [share, examples] of [
      ['30', 7],
      ['0', 10],
      ['50', 5],
    ]) {
      type(find(root, '#data-test-share'), String(share));
      await paste(TABLE);
      assert.deepEqual([now().data.x.length, isShown('#data-test')], [examples, share !== '0']);
    }
    session.close();
  });

  test('is shown with its J and its share right, and goes with other examples', async () => {
    const { root, paste, now, session, train } = open();
    type(find(root, '#data-test-share'), '50');
    await paste(TABLE);
    assert.equal(now().data.x.length, 5);
    const shown = () => String(find(root, '#data-test').textContent);
    await until(() => shown().startsWith('Training'));
    assert.match(shown(), /^Training: J 0\.\d{6}, [\d.]+ % right, of 5 examples\. Test: J 0\.\d{6}, [\d.]+ % right, of 5 examples\.$/);
    assert.ok(shown().includes(now().loss.toFixed(6)));
    const first = shown();
    train(50);
    await until(() => shown().startsWith('Training') && shown() !== first);
    assert.ok(shown().includes(now().loss.toFixed(6)));
    session.choose({ data: { set: 'xor' } });
    assert.equal(/** @type {HTMLElement} */ (find(root, '#data-test')).hidden, true);
    session.close();
  });
});
