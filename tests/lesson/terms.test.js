/** A term of the lesson that is a button, on a document in Node: when its meaning stands beside it, and what is said where it cannot be loaded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTerms } from '../../web/lesson/terms.js';
import { namedClaims, namedTerms } from '../../web/lesson/text.js';
import { element } from '../../web/ui/dom.js';
import { find, freshRoot, usePage } from '../support/dom.js';

usePage();

/** @param {import('../../web/lesson/terms.js').LoadGlossary} loadGlossary */
function show(loadGlossary) {
  const root = freshRoot();
  root.append(...createTerms({ loadGlossary, failed: 'It could not be loaded.' })('Two [hidden neurons](hidden-neuron) learn.'));
  root.append(element('div', { 'data-stage': true }));
  const [button, means] = [find(root, 'button'), find(root, '.term-means')];
  const isOpen = () => {
    assert.equal(button.getAttribute('aria-expanded'), String(!means.hidden));
    return !means.hidden;
  };
  return { root, button, means, isOpen };
}

const GLOSSARY = async () => ({ 'hidden-neuron': { term: 'hidden neuron', means: 'A neuron between.' } });
const send = (/** @type {HTMLElement} */ target, /** @type {Event} */ event) => target.dispatchEvent(event);
const point = (/** @type {HTMLElement} */ target) => ['pointerenter', 'pointermove'].forEach((name) => send(target, new Event(name)));
const loaded = () => new Promise((resolve) => setTimeout(resolve));

test('a text has its term in it as a button, whose meaning is not shown yet', () => {
  const { root, button, means, isOpen } = show(GLOSSARY);
  assert.equal(root.textContent, 'Two hidden neurons learn.');
  assert.deepEqual([button.dataset.term, means.getAttribute('role'), isOpen()], ['hidden-neuron', 'status', false]);
});

test('the sign after a term is held to it, so that no line begins with one', () => {
  const root = freshRoot();
  root.append(...createTerms({ loadGlossary: GLOSSARY, failed: '' })('On [AND](and). By [tanh](tanh) or [sigmoid](sigmoid).'));
  assert.equal(root.textContent, 'On AND. By tanh or sigmoid.');
  assert.deepEqual(
    [...root.querySelectorAll('.term-box')].map((each) => each.textContent),
    ['AND.', 'tanh', 'sigmoid.'],
  );
});

test('a tap opens it, with the term and what it means, and gives it the focus; with that it leaves', async () => {
  const { button, means, isOpen } = show(GLOSSARY);
  button.click();
  await loaded();
  assert.equal(document.activeElement, button);
  assert.deepEqual([isOpen(), means.textContent], [true, 'hidden neuron: A neuron between.']);
  button.blur();
  assert.equal(isOpen(), false);
});

test('the pointer opens it and takes it along, but not where it has the focus', async () => {
  const { button, isOpen } = show(GLOSSARY);
  point(button);
  assert.equal(isOpen(), true);
  send(button, new Event('pointerleave'));
  assert.equal(isOpen(), false);
  button.focus();
  point(button);
  send(button, new Event('pointerleave'));
  assert.equal(isOpen(), true);
  await loaded();
});

test('a pointer that rests where a term comes to stand opens nothing until it moves, and nothing that was closed by hand', async () => {
  const { button, isOpen } = show(GLOSSARY);
  send(button, new Event('pointerenter'));
  assert.equal(isOpen(), false);
  send(button, new Event('pointermove'));
  assert.equal(isOpen(), true);
  send(button, new KeyboardEvent('keydown', { key: 'Escape' }));
  send(button, new Event('pointermove'));
  assert.equal(isOpen(), false);
  await loaded();
});

test('it stands above its line where there is room, and below it where there is not: the way on stays in view', async () => {
  /** @param {number} room over the term @param {{ left: number, bottom: number }} figure */
  const topOf = async (room, figure) => {
    const { root, button, means } = show(GLOSSARY);
    for (const [box, sizes] of /** @type {const} */ ([
      [button, { offsetTop: 90, offsetHeight: 20, getBoundingClientRect: () => ({ left: 30, top: room }) }],
      [means, { offsetHeight: 60 }],
      [find(root, '[data-stage]'), { getBoundingClientRect: () => figure }],
    ]))
      for (const [name, value] of Object.entries(sizes)) Object.defineProperty(box, name, { value });
    button.click();
    await loaded();
    return means.style.top;
  };
  const beside = { left: 380, bottom: 700 };
  assert.deepEqual([await topOf(65, beside), await topOf(64, beside)], ['26px', '114px']);
  const over = { left: 0, bottom: 300 };
  assert.deepEqual([await topOf(365, over), await topOf(364, over)], ['26px', '114px']);
});

test('a page that is left while a meaning is loaded takes it along', async () => {
  /** @type {unknown[]} */
  const errors = [];
  window.addEventListener('error', ({ message }) => errors.push(message));
  const { root, button } = show(GLOSSARY);
  button.click();
  root.replaceChildren();
  await loaded();
  assert.deepEqual(errors, []);
});

test('Escape closes it, and only then is taken from the page', async () => {
  const { button, isOpen } = show(GLOSSARY);
  button.focus();
  const press = (/** @type {string} */ key) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true });
    send(button, event);
    return [event.defaultPrevented, isOpen()];
  };
  assert.deepEqual(
    [press('a'), press('Escape'), press('Escape')],
    [
      [false, true],
      [true, false],
      [false, false],
    ],
  );
  await loaded();
});

test('without a network a sentence says so', async () => {
  const { button, means } = show(() => Promise.reject(new TypeError('Failed to fetch')));
  button.focus();
  await loaded();
  assert.equal(means.textContent, 'It could not be loaded.');
});

test('the numbers and the terms of a text are found by their names', () => {
  const text = 'After {steps} steps J is {loss_1}: [tied neurons](tied) and a [hidden one](hidden-neuron).';
  assert.deepEqual(
    [namedClaims(text), namedTerms(text)],
    [
      ['steps', 'loss_1'],
      ['tied', 'hidden-neuron'],
    ],
  );
});
