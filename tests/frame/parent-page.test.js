/** Who may be talked with from a frame, and the link to the whole page, on a document in Node. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExperimentError } from '../../web/base/errors.js';
import { openSurroundings } from '../../web/frame/parent-page.js';
import { createWholePageLink } from '../../web/frame/whole-page-link.js';
import { embedMessages } from '../../web/messages/en/embed.js';
import { find, freshRoot, usePage } from '../support/dom.js';

usePage();

/**
 * A frame: what it sends goes to `sent`, and `receive` gives it a message.
 * @param {{ own?: string, parent?: string | null, named?: string | null, isUnknown?: boolean }} setting origins: of the frame, of the page around it (null: it does not let itself be asked), as the address names it
 */
function openFrame({ own = 'https://lab.example', parent: around = null, named = null, isUnknown = false }) {
  /** @type {unknown[]} */
  const sent = [];
  /** @type {unknown[]} */
  const heard = [];
  const parent = {
    get origin() {
      if (around === null) throw new Error('SecurityError');
      return around;
    },
    postMessage: (/** @type {unknown} */ message, /** @type {string} */ target) => sent.push([message, target]),
  };
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  Object.assign(globalThis, {
    window: { parent },
    self: { origin: own },
    addEventListener: (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) =>
      type === 'message' && listeners.push(listener),
  });
  const talk = openSurroundings({ named, isUnknown, onMessage: (data) => heard.push(data) });
  return {
    ...talk,
    sent,
    heard,
    parent,
    /** @param {unknown} source @param {string} origin @param {unknown} data */
    receive: (source, origin, data) => listeners.forEach((listener) => listener({ source, origin, data })),
  };
}

describe('the page around', () => {
  test('is told things where it has our own origin, or the one that the address names', () => {
    const told = (/** @type {Parameters<typeof openFrame>[0]} */ setting) => {
      const { tell, sent } = openFrame(setting);
      tell({ type: 'state' });
      return sent.map((each) => /** @type {any} */ (each)[1]);
    };
    assert.deepEqual(told({ parent: 'https://lab.example' }), ['https://lab.example']);
    assert.deepEqual(told({ parent: 'https://other.example' }), [], 'another origin');
    assert.deepEqual(told({ parent: null }), [], 'one that does not say');
    assert.deepEqual(told({ own: 'null', parent: 'null' }), [], 'two without origins are no relatives');
    assert.deepEqual(told({ parent: null, named: 'https://course.example' }), ['https://course.example']);
    assert.deepEqual(told({ parent: 'https://lab.example', named: 'https://course.example' }), ['https://course.example']);
  });

  test('whoever it is, may know that the page is ready and how high it is', () => {
    const { tellAnyone, sent } = openFrame({ parent: null });
    tellAnyone({ type: 'ready' });
    assert.deepEqual(sent, [[{ type: 'ready' }, '*']]);
  });

  test('is listened to alone, and where it is named, by that name only', () => {
    const open = openFrame({});
    open.receive(open.parent, 'https://any.example', 1);
    open.receive({}, 'https://any.example', 2);
    assert.deepEqual(open.heard, [1]);
    const named = openFrame({ named: 'https://course.example' });
    named.receive(named.parent, 'https://course.example', 1);
    named.receive(named.parent, 'https://any.example', 2);
    named.receive({}, 'https://course.example', 3);
    assert.deepEqual(named.heard, [1]);
    const unknown = openFrame({ parent: 'https://lab.example', isUnknown: true });
    unknown.receive(unknown.parent, 'https://lab.example', 1);
    unknown.tell({ type: 'state' });
    assert.deepEqual([unknown.heard, unknown.sent], [[], []], 'where the address names what is no origin, nobody is talked with');
  });
});

describe('the link to the whole page', () => {
  /** @param {() => string} link */
  const draw = (link) => {
    const root = freshRoot();
    root.hidden = true;
    createWholePageLink(root, { messages: embedMessages, link });
    return { root, anchor: /** @type {HTMLAnchorElement} */ (find(root, 'a')) };
  };

  test('is written anew when somebody reaches for it', () => {
    let at = 0;
    const { root, anchor } = draw(() => `https://lab.example/#${(at += 1)}`);
    assert.deepEqual([root.hidden, anchor.href, anchor.target], [false, 'https://lab.example/#1', '_blank']);
    for (const [reach, hash] of [
      ['pointerenter', 2],
      ['pointerdown', 3],
      ['focus', 4],
      ['contextmenu', 5],
    ]) {
      anchor.dispatchEvent(new Event(String(reach)));
      assert.equal(anchor.href, `https://lab.example/#${hash}`);
    }
  });

  test('of an experiment too large for one is none, and says why; of a smaller one it is there again', () => {
    let isLarge = true;
    const { anchor } = draw(() => {
      if (isLarge) throw new ExperimentError('data', 'is too large for a link');
      return 'https://lab.example/#1';
    });
    assert.deepEqual([anchor.hasAttribute('href'), anchor.title], [false, 'data: is too large for a link']);
    isLarge = false;
    anchor.dispatchEvent(new Event('focus'));
    assert.deepEqual([anchor.href, anchor.hasAttribute('title')], ['https://lab.example/#1', false]);
  });

  test('hides no error of another kind', () => {
    assert.throws(
      () =>
        draw(() => {
          throw new RangeError('a bug');
        }),
      RangeError,
    );
  });
});
