/** The weights of the network figure on a document in Node: how a hand is moved by keys, typed into and drawn, and what its lines say. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { layoutFigure } from '../../web/figures/network/layout.js';
import { createWeights } from '../../web/figures/network/weights.js';
import { svgElement } from '../../web/ui/dom.js';
import { figureMessages } from '../../web/messages/en/figures.js';
import { find, freshRoot, textsOf, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';

usePage();

const NETWORK = parseExperiment(tiedExperiment()).network;
const VALUES = [0.25, -0.4, 0.2, 0, 1.5, -0.6];
const WIDE = { width: 640, height: 460 };

/** @type {(string | number)[][]} */
let edits = [];
/** @type {ReturnType<typeof createWeights>} */
let weights;
/** @type {SVGSVGElement} */
let svg;
beforeEach(() => {
  edits = [];
  weights = createWeights({
    messages: figureMessages,
    features: ['temperature', 'x2'],
    onEdit: (name, value) => edits.push([name, value]),
  });
  svg = svgElement('svg');
  freshRoot().append(svg, weights.element);
});

/** @param {readonly string[]} editable @param {string | null} asked */
function draw(editable, asked = null, box = WIDE, values = VALUES) {
  weights.setEditable(editable, asked);
  weights.draw(
    svg,
    layoutFigure(NETWORK, box, () => 1),
    values,
  );
}
const handOf = (/** @type {string} */ name) => find(document, `[data-weight="${name}"]`);
const typing = () => /** @type {HTMLInputElement | null} */ (document.querySelector('.net-type'));

/** Whether the page keeps the key to itself. @param {HTMLElement} target @param {string} key @param {KeyboardEventInit} [more] */
function press(target, key, more = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('a hand', () => {
  test('is named by its neurons, as they are numbered through the network', () => {
    const { network } = parseExperiment({
      network: { inputs: 2, hidden: [2, 2], bias: false },
      data: { set: 'xor' },
      init: { scheme: 'zeros' },
    });
    weights.setEditable(['w3', 'w7', 'w10'], null);
    weights.draw(
      svg,
      layoutFigure(network, WIDE, () => 1),
      Array(10).fill(0.5),
    );
    assert.deepEqual(
      ['w3', 'w7', 'w10'].map((name) => handOf(name).getAttribute('aria-label')),
      [
        figureMessages.weight('w3', 'temperature', figureMessages.neuron(2)),
        figureMessages.weight('w7', figureMessages.neuron(1), figureMessages.neuron(4)),
        figureMessages.weight('w10', figureMessages.neuron(4), figureMessages.output),
      ],
    );
  });

  test('stands on each weight that may be changed, says what it is, and is marked where it is asked for', () => {
    draw(['w1', 'w4', 'w6'], 'w6');
    assert.deepEqual(textsOf(document, '.net-hand-name'), ['w1', 'w4', 'w6']);
    assert.deepEqual(textsOf(document, '.net-hand-value'), ['0.25', '0', '\u22120.6']);
    const [first, , last] = ['w1', 'w4', 'w6'].map(handOf);
    assert.deepEqual(
      ['role', 'tabindex', 'aria-valuenow', 'aria-valuetext', 'aria-valuemin', 'aria-valuemax'].map((name) => last.getAttribute(name)),
      ['slider', '0', '-0.6', '\u22120.6', '-10', '10'],
    );
    assert.match(first.getAttribute('aria-label') ?? '', /w1.*temperature/);
    assert.deepEqual(
      [first, last].map(({ classList }) => [classList.contains('asked'), classList.contains('negative')]),
      [
        [false, false],
        [true, true],
      ],
    );
    draw(['w6']);
    assert.equal(handOf('w6'), last, 'the same one, so that it keeps the focus');
    assert.deepEqual([textsOf(document, '.net-hand-name'), last.classList.contains('asked')], [['w6'], false]);
  });

  test('is moved by keys: by tenths, with Shift or the page keys by ones, to zero', () => {
    draw(['w1']);
    const hand = handOf('w1');
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'PageUp', 'PageDown', 'Home']) assert.ok(press(hand, key), key);
    assert.ok(press(hand, 'ArrowLeft', { shiftKey: true }) && press(hand, 'PageUp', { shiftKey: true }));
    assert.deepEqual(
      edits,
      [0.35, 0.35, 0.15, 0.15, 1.25, -0.75, 0, -0.75, 1.25].map((value) => ['w1', value]),
    );
  });

  test('leaves every other key to the page', () => {
    draw(['w1']);
    const hand = handOf('w1');
    assert.deepEqual(
      [press(hand, 'Tab'), press(hand, 'a'), press(hand, 'ArrowUp', { ctrlKey: true }), press(hand, 'Home', { metaKey: true })],
      [false, false, false, false],
    );
    assert.equal(press(hand, '1', { altKey: true }), false);
    assert.deepEqual([edits, typing()], [[], null]);
  });
});

describe('a weight is typed', () => {
  test('from Enter with what it is, all of it marked; from a digit or a sign with that', () => {
    draw(['w1']);
    assert.ok(press(handOf('w1'), 'Enter'));
    const field = /** @type {HTMLInputElement} */ (typing());
    assert.deepEqual([field.value, field.selectionStart, field.selectionEnd], ['0.25', 0, 4]);
    assert.equal(document.activeElement, field);
    field.value = '1/4';
    assert.ok(press(field, 'Enter'));
    assert.deepEqual([edits, typing(), document.activeElement], [[['w1', 0.25]], null, handOf('w1')]);
    for (const key of ['-', '.', ',', '7']) {
      assert.ok(press(handOf('w1'), key));
      const opened = /** @type {HTMLInputElement} */ (typing());
      assert.deepEqual([opened.value, opened.selectionStart, opened.selectionEnd], [key, 1, 1]);
      assert.ok(press(opened, 'Escape'));
    }
    assert.deepEqual([edits.length, typing()], [1, null], 'Escape leaves it as it was');
  });

  test('where the focus leaves, what is a number is kept, and what is none is not', () => {
    draw(['w1']);
    for (const text of ['0,5', 'much']) {
      press(handOf('w1'), 'Enter');
      const field = /** @type {HTMLInputElement} */ (typing());
      field.value = text;
      field.blur();
      assert.equal(typing(), null);
    }
    assert.deepEqual(edits, [['w1', 0.5]]);
  });

  test('and stays open where it could be two numbers', () => {
    draw(['w1']);
    press(handOf('w1'), 'Enter');
    const field = /** @type {HTMLInputElement} */ (typing());
    field.value = '1,234';
    press(field, 'Enter');
    assert.equal(typing(), field);
    assert.match(field.validationMessage, /1\.234.*1,?234|1,?234.*1\.234/);
    assert.deepEqual(edits, []);
    weights.leave();
    assert.equal(typing(), null);
  });
});

describe('a hand that is drawn', () => {
  /** @param {HTMLElement} hand @param {string} name @param {object} more */
  const point = (hand, name, more) => hand.dispatchEvent(Object.assign(new Event(name), { button: 0, pointerId: 1, ...more }));
  /** Takes a hand, which then has the pointer. @param {HTMLElement} hand */
  const take = (hand) => {
    let isHeld = false;
    Object.assign(hand, { setPointerCapture: () => (isHeld = true), hasPointerCapture: () => isHeld });
    point(hand, 'pointerdown', { clientX: 100, clientY: 100 });
  };

  test('follows the pointer along its line, and a click without a move opens it to be typed', () => {
    draw(['w1']);
    const hand = handOf('w1');
    take(hand);
    point(hand, 'pointermove', { clientX: 100, clientY: 100, movementX: 0, movementY: 0 });
    assert.deepEqual(edits, []);
    point(hand, 'pointermove', { clientX: 150, clientY: 100, movementX: 50, movementY: 0 });
    const [name, value] = /** @type {(string | number)[]} */ (edits[0]);
    assert.ok(name === 'w1' && Number(value) > 1 && Number(value) < 1.4, String(value));
    // Back to where it was taken: the pointer may stop for a moment there.
    point(hand, 'pointermove', { clientX: 50, clientY: 100, movementX: 0, movementY: 0 });
    assert.ok(Number(edits[1][1]) < 0);
    point(hand, 'pointerup', {});
    assert.equal(typing(), null);
    take(hand);
    point(hand, 'pointerup', {});
    assert.notEqual(typing(), null);
  });

  test('a pointer that comes without a move, as some browsers send one, is a click', () => {
    draw(['w1']);
    const hand = handOf('w1');
    take(hand);
    point(hand, 'pointermove', { clientX: 100, clientY: 100, movementX: 0, movementY: 0 });
    point(hand, 'pointerup', {});
    assert.notEqual(typing(), null);
    for (const [movementX, movementY] of [
      [3, 0],
      [0, 3],
    ]) {
      weights.leave();
      take(hand);
      point(hand, 'pointermove', { clientX: 100, clientY: 100, movementX, movementY });
      point(hand, 'pointerup', {});
    }
    assert.equal(typing(), null, 'one that has moved is none');
  });

  test('is not taken by another button, and not moved by a pointer that it does not have', () => {
    draw(['w1']);
    const hand = handOf('w1');
    Object.assign(hand, { setPointerCapture: () => assert.fail('taken'), hasPointerCapture: () => false });
    point(hand, 'pointerdown', { button: 2 });
    point(hand, 'pointermove', { clientX: 150, clientY: 100, movementX: 50, movementY: 0 });
    assert.deepEqual(edits, []);
  });
});

describe('a line', () => {
  test('is as thick as its weight is large, hollow where that is negative, and marked where it is zero', () => {
    draw([]);
    const lines = [...svg.querySelectorAll('.net-line')];
    assert.deepEqual(
      lines.map((line) => [line.getAttribute('data-line'), line.getAttribute('data-sign'), line.classList.contains('zero')]),
      VALUES.map((value, at) => [`w${at + 1}`, String(Math.sign(value)), value === 0]),
    );
    assert.deepEqual(
      lines.map((line) => line.querySelector('.net-inner') !== null),
      VALUES.map((value) => value < 0),
    );
    const widthOf = (/** @type {string} */ name, part = 'net-outer') =>
      Number(find(svg, `[data-line="${name}"] .${part}`).getAttribute('stroke-width'));
    assert.ok(widthOf('w5') > widthOf('w1') && widthOf('w1') > widthOf('w3') && widthOf('w3') > widthOf('w4'));
    assert.ok(widthOf('w6', 'net-inner') > 0 && widthOf('w6', 'net-inner') < widthOf('w6'));
    assert.ok(widthOf('w4', 'net-hit') >= 22, 'a finger finds it');
  });

  test('has its number beside its name, under it where it is short, and only the name where it is very short', () => {
    const rowsOf = (/** @type {number} */ width) => {
      draw([], null, { width, height: 300 }, [-0.46, ...VALUES.slice(1)]);
      return textsOf(svg, '[data-line="w1"] text');
    };
    const said = [640, 360, 200].map(rowsOf);
    assert.deepEqual(said, [['w1 \u22120.46'], ['w1', '\u22120.46'], ['w1']]);
  });

  test('is marked while the pointer is at it, and still when it is drawn anew', () => {
    draw([]);
    const lineOf = (/** @type {string} */ name) => find(svg, `[data-line="${name}"]`);
    lineOf('w2').dispatchEvent(new Event('pointerenter'));
    assert.ok(lineOf('w2').classList.contains('pointed'));
    draw([]);
    assert.deepEqual(
      [...svg.querySelectorAll('.pointed')].map((line) => line.getAttribute('data-line')),
      ['w2'],
    );
    lineOf('w2').dispatchEvent(new Event('pointerleave'));
    assert.equal(svg.querySelector('.pointed'), null);
    draw([]);
    assert.equal(svg.querySelector('.pointed'), null);
  });
});
