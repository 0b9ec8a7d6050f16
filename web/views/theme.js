/** Light or dark: what the system says, until the visitor says otherwise. Remembered on this device only. */

import { element, setText } from './dom.js';

/** @typedef {import('../messages/en.js').Messages} Messages */

const KEY = 'twin-neurons-theme';

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, onChange: () => void }} options
 */
export function createThemeButton(root, { messages, onChange }) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'theme' });
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => {
    setText(button, isDark() ? messages.themeToLight : messages.themeToDark);
    button.setAttribute('aria-label', `${messages.themeLabel}: ${button.textContent}`);
  };
  const remembered = recall();
  if (remembered === 'dark' || remembered === 'light') document.documentElement.dataset.theme = remembered;
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    remember(theme);
    show();
    onChange();
  });
  system.addEventListener('change', () => {
    show();
    onChange();
  });
  show();
  root.append(button);
}

/** @returns {string | null} null also where storage is forbidden, as in a sandboxed frame */
function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Forbidden here: the choice lasts as long as the page.
  }
}
