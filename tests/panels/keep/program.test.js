/** The run as a Python program, on a document in Node: what is shown of it, and what is said beside it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createKeepProgram } from '../../../web/panels/keep/program.js';
import { find, freshRoot, select, usePage } from '../../support/dom.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const { keep } = MESSAGES;

/** @param {object} experiment */
async function draw(experiment) {
  const root = freshRoot();
  const program = createKeepProgram({ messages: MESSAGES });
  root.append(program.element);
  program.update(snapshotOf(lab, experiment, { event: 'loaded' }));
  const shown = () => find(root, '.keep-program').textContent ?? '';
  const said = () => find(root, '.note').textContent ?? '';
  for (let turn = 0; turn < 1000 && (said() === '' || said() === MESSAGES.status.working); turn += 1)
    await new Promise(requestAnimationFrame);
  return { root, shown, said, save: () => [...root.querySelectorAll('button')].map(({ disabled }) => disabled) };
}

test('a short program is shown whole, and what is said of Keras only beside Keras', async () => {
  const { root, shown, said } = await draw({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } });
  assert.ok(shown().length > 500 && shown().length < 20_000);
  assert.equal(said(), keep.programAbout);
  select(find(root, '[name="library"]'), 'keras');
  await new Promise(requestAnimationFrame);
  assert.equal(said(), `${keep.programAbout} ${keep.programKeras}`);
  assert.match(shown(), /keras/);
});

test('of a long one the first part is shown, and that it is a part', async () => {
  const { shown, said } = await draw({ network: { inputs: 2, hidden: [64, 64] }, data: { set: 'circles' } });
  assert.equal(shown().length, 20_000);
  assert.equal(said(), `${keep.programAbout} ${keep.programCut}`);
});

test('a run that no program repeats is refused with the reason, and has nothing to be copied or saved', async () => {
  const { root, shown, said, save } = await draw({
    network: { inputs: 2, hidden: [2] },
    data: { set: 'xor' },
    training: { learningRate: 1, dropout: { rate: 0.5 } },
  });
  assert.deepEqual([said(), shown(), find(root, '.keep-program').hidden], [keep.programRefusals.dropout, '', true]);
  assert.deepEqual(save(), [true, true]);
});

test('each library computes each loss, and says which in NumPy', async () => {
  const LOSSES = { 'cross-entropy': 'cross-entropy', 'squared-error': 'Half the squared error' };
  for (const [loss, named] of Object.entries(LOSSES)) {
    const { root, shown } = await draw({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, loss });
    for (const [library, computed] of /** @type {[string, RegExp][]} */ ([
      ['numpy', new RegExp(`def loss\\(\\):\\n    """[^"]*${named}[^"]*"""\\n    .*\\n    return float\\(np\\.`)],
      ['pytorch', /binary_cross_entropy_with_logits\(model\(x\), y\)|\(\(model\(x\) - y\) \*\* 2\)/],
      ['keras', /def loss\(y, out\):\n    return tf\.reduce_/],
    ])) {
      select(find(root, '[name="library"]'), library);
      await new Promise(requestAnimationFrame);
      assert.match(shown(), computed, `${loss}, ${library}`);
    }
  }
});
