/**
 * The page around the frame: who it is, what comes from it and what is sent to it. Only the parent itself is listened to, and where the
 * address names its origin, only with that origin. Anything but "ready" and heights is sent to one origin alone, never to whoever is there.
 */

/**
 * @param {string | null} named the parent's origin, as the page's address says
 * @returns {string | null} the origin that may be told things; null: nobody knows whose page this is in
 */
function findOrigin(named) {
  if (named !== null) return named;
  try {
    // A parent of our own origin lets itself be asked. One of origin "null" (a file, a sandbox) could be anybody.
    return self.origin !== 'null' && window.parent.origin === self.origin ? self.origin : null;
  } catch {
    return null;
  }
}

/**
 * @param {object} options
 * @param {string | null} options.named the parent's origin, as the page's address says
 * @param {boolean} options.isUnknown whether the address names one that is none: then nobody is listened to, and nobody told
 * @param {(data: unknown) => void} options.onMessage
 * @returns {{ tell: (message: object) => void, tellAnyone: (message: object) => void }}
 */
export function openSurroundings({ named, isUnknown, onMessage }) {
  const { parent } = window;
  const origin = isUnknown ? null : findOrigin(named);
  if (!isUnknown) {
    addEventListener('message', (event) => {
      if (event.source === parent && (named === null || event.origin === named)) onMessage(event.data);
    });
  }
  return {
    tell: (message) => {
      if (origin !== null) parent.postMessage(message, origin);
    },
    tellAnyone: (message) => parent.postMessage(message, '*'),
  };
}

/**
 * Says how high the page is, whenever that changes. It is the body's own height: the document's is never less than the frame's.
 * @param {(height: number) => void} onHeight
 */
export function watchHeight(onHeight) {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== last) onHeight(height);
    last = height;
  }).observe(document.body);
}
