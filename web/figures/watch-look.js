/** Tells a figure what changes how it must be drawn: the size of its box, and light or dark. */

/**
 * @param {HTMLElement} root
 * @param {{ onSize: (size: { width: number, height: number }) => void, onColors: () => void }} on
 */
export function watchLook(root, { onSize, onColors }) {
  const leaving = new AbortController();
  let { clientWidth: width, clientHeight: height } = root;
  const sizes = new ResizeObserver(() => {
    if (root.clientWidth === width && root.clientHeight === height) return;
    ({ clientWidth: width, clientHeight: height } = root);
    if (width > 0 && height > 0) onSize({ width, height });
  });
  sizes.observe(root);
  // What the page's own button and the page around a frame say of light and dark stands on the root element.
  const themes = new MutationObserver(onColors);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']) {
    matchMedia(query).addEventListener('change', onColors, { signal: leaving.signal });
  }
  return {
    leave() {
      leaving.abort();
      sizes.disconnect();
      themes.disconnect();
    },
  };
}
