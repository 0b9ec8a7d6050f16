/** Keys that the page had no use for, so that a slide deck around the frame still hears its clicker when somebody has clicked into the frame. */

const KEYS = ['PageUp', 'PageDown', 'Escape'];
/** Where these keys belong to what is typed or chosen. */
const OWN = 'input:not([type="radio"], [type="checkbox"], [type="button"]), select, textarea, [contenteditable]';

/** @param {(key: string) => void} onUnused */
export function watchKeys(onUnused) {
  // On the window, so that whatever on the page uses a key has said so by then.
  addEventListener('keydown', (event) => {
    const { key, target, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
    if (!KEYS.includes(key) || defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || isComposing) return;
    if (target instanceof Element && target.closest(OWN) !== null) return;
    onUnused(key);
  });
}
