/** Light or dark on a document in Node: whose word counts, what the button offers, and what is remembered. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createThemeButton } from '../../../web/page/header/theme.js';
import { createDeviceMemory } from '../../../web/ui/device-memory.js';
import { find, freshRoot, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();
const memory = createDeviceMemory('twin-neurons-theme');

/** @type {{ isDark: boolean, tell: () => void }} */
let system;
/** @type {number} */
let changes;
const leaving = new AbortController();
beforeEach(() => {
  [system, changes] = [{ isDark: false, tell: () => assert.fail('nobody listens') }, 0];
  memory.forget();
  delete document.documentElement.dataset.theme;
  Object.defineProperty(globalThis, 'matchMedia', {
    value: (/** @type {string} */ query) => ({
      get matches() {
        return query === '(prefers-color-scheme: dark)' && system.isDark;
      },
      addEventListener: (
        /** @type {string} */ name,
        /** @type {() => void} */ listener,
        /** @type {{ signal: AbortSignal }} */ { signal },
      ) => {
        assert.deepEqual([name, signal], ['change', leaving.signal]);
        system.tell = listener;
      },
    }),
    configurable: true,
  });
});
const theme = () => document.documentElement.dataset.theme;
const show = (isForced = false) => {
  const root = freshRoot();
  const { paint } = createThemeButton(root, {
    messages: MESSAGES,
    isForced,
    signal: leaving.signal,
    onChange: () => {
      changes += 1;
    },
  });
  return { paint, button: find(root, '[data-action="theme"]') };
};

test('the system is followed until somebody chooses, and the button offers the other', () => {
  const { button } = show();
  assert.deepEqual([theme(), button.textContent], [undefined, MESSAGES.themeToDark]);
  assert.equal(button.getAttribute('aria-label'), `${MESSAGES.themeLabel}: ${MESSAGES.themeToDark}`);
  system.isDark = true;
  system.tell();
  assert.deepEqual([theme(), button.textContent, changes], [undefined, MESSAGES.themeToLight, 1]);
  button.click();
  assert.deepEqual([theme(), button.textContent, changes], ['light', MESSAGES.themeToDark, 2]);
});

for (const [chosen, isDark] of /** @type {const} */ ([
  ['light', true],
  ['dark', false],
])) {
  test(`${chosen}, once chosen, is there on the next visit, whatever the system says; not where the address asks for one`, () => {
    system.isDark = isDark;
    show().button.click();
    delete document.documentElement.dataset.theme;
    const { button } = show();
    assert.deepEqual([theme(), button.textContent], [chosen, isDark ? MESSAGES.themeToDark : MESSAGES.themeToLight]);
    delete document.documentElement.dataset.theme;
    show(true);
    assert.equal(theme(), undefined);
  });
}

test('what is painted for a while is not remembered, and goes back to what the system says', () => {
  const { paint, button } = show();
  paint('dark');
  assert.deepEqual([theme(), button.textContent, changes], ['dark', MESSAGES.themeToLight, 1]);
  paint(null);
  assert.deepEqual([theme(), button.textContent, changes], [undefined, MESSAGES.themeToDark, 2]);
  show();
  assert.equal(theme(), undefined);
});

test('what another program wrote where the choice is remembered is no choice', () => {
  memory.remember('blue');
  show();
  assert.equal(theme(), undefined);
});
