/** What a visitor chose, remembered on this device only, and as long as the page where that is forbidden, as in a sandboxed frame. */

/**
 * @param {string} key
 * @returns {{ recall: () => string | null, remember: (text: string) => void, forget: () => void, watch: (listener: (text: string | null) => void) => void }}
 *   watch: from now on the listener is told what another page has remembered here, null where it has forgotten; it takes the place of the
 *   listener before, so that a page that is filled anew leaves none behind
 */
export function createDeviceMemory(key) {
  /** @type {string | null} */
  let latest = null;
  /** @type {((text: string | null) => void) | null} */
  let listener = null;
  return {
    watch(next) {
      if (listener === null) {
        addEventListener('storage', (event) => {
          // Key null: everything of the site was forgotten.
          if (event.key !== key && event.key !== null) return;
          latest = event.key === null ? null : event.newValue;
          listener?.(latest);
        });
      }
      listener = next;
    },
    recall() {
      try {
        return localStorage.getItem(key) ?? latest;
      } catch {
        return latest;
      }
    },
    remember(text) {
      latest = text;
      try {
        localStorage.setItem(key, text);
      } catch {
        // Forbidden here: the choice lasts as long as the page.
      }
    },
    forget() {
      latest = null;
      try {
        localStorage.removeItem(key);
      } catch {
        // Forbidden here: there is nothing more to forget.
      }
    },
  };
}
