/** The small views around the lab on a document in Node: its starts, its fingerprint and link, lesson or lab, the way back, the size of a batch. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { batchesMessages } from '../../../web/messages/en/batches.js';
import { createBatchChoice } from '../../../web/page/charts/batch-choice.js';
import { createFootView } from '../../../web/page/fingerprint-view.js';
import { createBackToQuestion } from '../../../web/page/header/back-to-question.js';
import { createViewSwitch } from '../../../web/page/header/view-switch.js';
import { createPresetsView } from '../../../web/page/presets-view.js';
import { STARTS, batchSizes } from '../../../web/ties/over-starts.js';
import { find, freshRoot, select, textsOf, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** @type {HTMLElement} */
let root;
/** @type {unknown[]} */
let told;
beforeEach(() => {
  [root, told] = [freshRoot(), []];
});
const snapshot = (/** @type {object} */ fields) => /** @type {any} */ (fields);
const buttons = () => /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('button')]);

test('a start is chosen by its button, and is marked as long as it is what is there', () => {
  const view = createPresetsView(root, { messages: MESSAGES, ids: ['tied', 'random'], onChoose: (id) => told.push(id) });
  assert.deepEqual(textsOf(root, 'button'), [MESSAGES.presets.tied.name, MESSAGES.presets.random.name]);
  assert.equal(buttons()[0].title, MESSAGES.presets.tied.about);
  assert.equal(find(root, '#presets-label').textContent, MESSAGES.presetsLabel);
  const pressed = () => buttons().map((button) => button.getAttribute('aria-pressed'));
  assert.deepEqual(pressed(), ['false', 'false']);
  view.update(snapshot({ event: 'loaded', experiment: { name: 'random' } }));
  assert.deepEqual(pressed(), ['false', 'true']);
  view.update(snapshot({ event: null, experiment: { name: '' } }));
  assert.deepEqual(pressed(), ['false', 'true'], 'not at every frame');
  view.update(snapshot({ event: 'changed', experiment: { name: '' } }));
  assert.deepEqual(pressed(), ['false', 'false']);
  buttons()[0].click();
  assert.deepEqual(told, ['tied']);
});

test('the fingerprint is that of the step shown; what was said of a copied link goes with the next event', async () => {
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (/** @type {string} */ text) => void told.push(text) },
    configurable: true,
  });
  const view = createFootView(root, {
    messages: MESSAGES,
    link: () => 'https://lab.example/#run=A',
    onRefused: () => told.push('refused'),
  });
  view.update(snapshot({ fingerprint: '0123456789abcdef', event: 'loaded' }));
  assert.equal(find(root, '#fingerprint').textContent, '0123456789abcdef');
  assert.ok(textsOf(root, `[title="${MESSAGES.fingerprintHint}"]`)[0]?.startsWith(MESSAGES.fingerprint));
  const note = () => find(root, '.copy-note').textContent;
  find(root, '[data-action="copy-link"]').click();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual([told, note()], [['https://lab.example/#run=A'], MESSAGES.foot.copied]);
  view.update(snapshot({ fingerprint: 'fedcba9876543210', event: null }));
  assert.deepEqual([find(root, '#fingerprint').textContent, note()], ['fedcba9876543210', MESSAGES.foot.copied]);
  view.update(snapshot({ fingerprint: 'fedcba9876543210', event: 'paused' }));
  assert.equal(note(), '');
});

test('lesson or lab is shown, kept on the device where somebody chooses it, and told', () => {
  /** @type {string[]} */
  const kept = [];
  let side = /** @type {'story' | 'beyond'} */ ('story');
  const view = createViewSwitch(root, {
    messages: { viewLabel: 'Side', viewLesson: 'Lesson', viewLab: 'Lab' },
    memory: /** @type {any} */ ({ remember: (/** @type {string} */ text) => kept.push(text) }),
    view: 'lab',
    lessonView: () => side,
    onChange: (next) => told.push(next),
    toLab: () => told.push('to the lab'),
  });
  const seen = () => [
    view.view(),
    document.documentElement.dataset.view,
    ...buttons().map((button) => button.getAttribute('aria-current')),
  ];
  assert.deepEqual([seen(), told], [['lab', 'lab', 'false', 'true'], []]);
  assert.deepEqual(
    [root.getAttribute('role'), root.getAttribute('aria-label'), textsOf(root, 'button')],
    ['group', 'Side', ['Lesson', 'Lab']],
  );
  buttons()[0].click();
  assert.deepEqual([seen(), told, kept], [['story', 'story', 'true', 'false'], ['story'], ['lesson']]);
  side = 'beyond';
  buttons()[0].click();
  assert.deepEqual(
    [seen(), kept],
    [
      ['beyond', 'beyond', 'true', 'false'],
      ['lesson', 'lesson'],
    ],
  );
  view.switchTo('lab');
  assert.deepEqual([seen(), told, kept.length], [['lab', 'lab', 'false', 'true'], ['story', 'beyond', 'lab'], 2]);
  buttons()[1].click();
  assert.deepEqual([kept, told.at(-1)], [['lesson', 'lesson', 'lab'], 'to the lab']);
});

test('the way back to a question is there while there is one', () => {
  const view = createBackToQuestion(root, { onBack: () => told.push('back') });
  view.show('Back to question 3');
  assert.deepEqual([root.hidden, find(root, 'button').textContent], [false, '\u2190 Back to question 3']);
  assert.equal(find(root, 'button > span[aria-hidden]').textContent, '\u2190 ');
  find(root, 'button').click();
  view.show(null);
  assert.deepEqual([root.hidden, told], [true, ['back']]);
});

test('a batch has one of a few sizes, the present one among them, the largest first', () => {
  const choice = createBatchChoice({ messages: batchesMessages, onChoose: (size) => told.push(size), onCount: () => told.push('count') });
  root.append(choice.element);
  const list = () => /** @type {HTMLSelectElement} */ (find(root, 'select'));
  const show = (/** @type {number} */ batchSize, hidden = [2], examples = 60) => {
    const network = { inputs: 2, hidden, outputs: 1, bias: false };
    choice.update(snapshot({ experiment: { network, training: { batchSize } }, data: { x: Array(examples).fill([0, 0]) } }));
    return [choice.element.hidden, list().value];
  };
  assert.deepEqual(show(0), [false, '0']);
  const sizes = [...list().options].map(({ value }) => Number(value));
  assert.deepEqual(sizes, [0, ...[...batchSizes(60)].filter((size) => size < 60).sort((one, other) => other - one)]);
  assert.equal(list().options[0].textContent, batchesMessages.size(60, 60));
  assert.deepEqual(show(7), [false, '7']);
  assert.ok([...list().options].some(({ value }) => value === '7'));
  assert.deepEqual(show(60), [false, '0'], 'all of them');
  assert.deepEqual(show(99), [false, '0'], 'more than there are');
  assert.deepEqual(show(0, [1]), [true, '0'], 'there are no twins');
  select(list(), '1');
  select(list(), '0');
  find(root, 'button').click();
  assert.deepEqual([told, find(root, 'button').textContent], [[1, 0, 'count'], batchesMessages.overStarts(STARTS[1])]);
});
