/**
 * Light or dark: what the system says, until the visitor says otherwise. Remembered on this device only. What the page's address asks for
 * holds for this page, and is not remembered.
 */

import { createDeviceMemory } from '../../ui/device-memory.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/shell.js').ShellMessages} Messages */

const { recall, remember } = createDeviceMemory('twin-neurons-theme');

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, isForced: boolean, signal: AbortSignal, onChange: () => void }} options signal: the page is left for one in another language
 */
export function createThemeButton(root, { messages, isForced, signal, onChange }) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'theme' });
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => {
    setText(button, isDark() ? messages.themeToLight : messages.themeToDark);
    button.setAttribute('aria-label', `${messages.themeLabel}: ${button.textContent}`);
  };
  const remembered = recall();
  if (!isForced && (remembered === 'dark' || remembered === 'light')) document.documentElement.dataset.theme = remembered;
  /** For as long as this page, and not remembered. @param {'light' | 'dark' | null} theme null: as the system says */
  const paint = (theme) => {
    if (theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    show();
    onChange();
  };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    remember(theme);
    paint(theme);
  });
  const onSystem = () => {
    show();
    onChange();
  };
  system.addEventListener('change', onSystem, { signal });
  show();
  root.append(button);
  return { paint };
}
