/** What a visitor chose, remembered on this device only, and as long as the page where that is forbidden, as in a sandboxed frame, or not wanted. */

/** What this page remembers itself, by key. @type {Map<string, string | null>} */
const latest = new Map();
let isKept = true;

/** From now on nothing is read from this device, and nothing is left on it: whoever put the page into a frame keeps what there is to keep. */
export function leaveDeviceAlone() {
  isKept = false;
}

/** Where things are kept; to ask for it may throw. */
const device = () => (isKept ? localStorage : null);

/**
 * @param {string} key
 * @returns {{ recall: () => string | null, remember: (text: string) => void, forget: () => void, watch: (listener: (text: string | null) => void) => void }}
 *   watch: from now on the listener is told what another page has remembered here, null where it has forgotten; it takes the place of the
 *   listener before, so that a page that is filled anew leaves none behind
 */
export function createDeviceMemory(key) {
  /** @type {((text: string | null) => void) | null} */
  let listener = null;
  return {
    watch(next) {
      if (listener === null) {
        addEventListener('storage', (event) => {
          // Key null: everything of the site was forgotten.
          if (!isKept || (event.key !== key && event.key !== null)) return;
          const text = event.key === null ? null : event.newValue;
          latest.set(key, text);
          listener?.(text);
        });
      }
      listener = next;
    },
    recall() {
      try {
        const kept = device()?.getItem(key);
        if (kept) return kept;
      } catch {
        // Forbidden here.
      }
      return latest.get(key) ?? null;
    },
    remember(text) {
      latest.set(key, text);
      try {
        device()?.setItem(key, text);
      } catch {
        // Forbidden here: the choice lasts as long as the page.
      }
    },
    forget() {
      latest.delete(key);
      try {
        device()?.removeItem(key);
      } catch {
        // Forbidden here: there is nothing more to forget.
      }
    },
  };
}
