/** What a visitor chose, remembered on this device only, and as long as the page where that is forbidden, as in a sandboxed frame. */

/**
 * @param {string} key
 * @returns {{ recall: () => string | null, remember: (text: string) => void, forget: () => void }}
 */
export function createDeviceMemory(key) {
  /** @type {string | null} */
  let latest = null;
  return {
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
