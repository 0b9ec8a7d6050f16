/** The stage on a document in Node: one figure at a time, called by its words, with a table of what it shows. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createStage } from '../../web/figures/stage.js';
import { figureMessages } from '../../web/messages/en/figures.js';
import { element } from '../../web/ui/dom.js';
import { find, freshRoot, textsOf, usePage } from '../support/dom.js';

usePage();

/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createStage>} */
let stage;
beforeEach(() => {
  root = freshRoot();
  stage = createStage({ messages: figureMessages });
  root.append(stage.element, stage.table);
});

/** @param {string} name @param {string[]} left is told when it leaves */
const figureOf = (name, left) =>
  /** @type {any} */ ({
    element: element('p', { class: name }),
    words: () => `what ${name} shows`,
    table: () => ({ head: ['layer', name], rows: [['1', '0.5']] }),
    leave: () => left.push(name),
  });

test('a figure takes it from the one before, with its own tools before the table\u2019s button', () => {
  /** @type {string[]} */
  const left = [];
  stage.enter('race', figureOf('race', left), [element('button', {}, 'play')]);
  assert.deepEqual([stage.element.dataset.figure, textsOf(root, '.stage-tools button')], ['race', ['play', figureMessages.table]]);
  stage.enter('plane', figureOf('plane', left));
  assert.deepEqual([stage.element.dataset.figure, left], ['plane', ['race']]);
  assert.deepEqual(
    [...find(root, '.stage-figure').children].map(({ className }) => className),
    ['plane'],
  );
  assert.deepEqual(textsOf(root, '.stage-tools button'), [figureMessages.table]);
  stage.leave();
  stage.leave();
  assert.deepEqual(left, ['race', 'plane'], 'each leaves once');
});

test('it is called by what its figure says, once that is said', () => {
  const said = find(root, '.stage-words');
  assert.equal(stage.element.getAttribute('aria-labelledby'), said.id);
  stage.say();
  assert.equal(said.textContent, '');
  stage.enter('race', figureOf('race', []));
  assert.equal(said.textContent, '', 'not at every frame');
  stage.say();
  assert.equal(said.textContent, 'what race shows');
  assert.equal(said.hidden, true);
  assert.notEqual(createStage({ messages: figureMessages }).element.getAttribute('aria-labelledby'), said.id);
});

test('the table has what the figure shows, and follows it while it is open', () => {
  stage.enter('race', figureOf('race', []));
  find(root, '.stage-tools button').click();
  assert.deepEqual(textsOf(root, 'th, td'), ['layer', 'race', '1', '0.5']);
  assert.equal(find(root, 'caption').textContent, 'what race shows');
  stage.enter('plane', figureOf('plane', []));
  stage.say();
  assert.deepEqual(textsOf(root, 'th, td'), ['layer', 'plane', '1', '0.5']);
  stage.leave();
  stage.say();
  assert.deepEqual([textsOf(root, 'th, td'), find(root, 'caption').textContent], [[], '']);
});
