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
 * Says how high the page is, whenever that changes, and again when it is asked. It is the height of what is in the body, which scrolls inside itself where the
 * frame is lower: the body's own is never more than the frame's then, and the document's is never less.
 * @param {(height: number) => void} onHeight
 */
export function watchHeight(onHeight) {
  let last = 0;
  const { body } = document;
  const heightOf = () => Math.max(Math.ceil(body.getBoundingClientRect().height), body.scrollHeight);
  const look = () => {
    const height = heightOf();
    if (height !== last) onHeight(height);
    last = height;
  };
  const sizes = new ResizeObserver(look);
  const observe = () => [body, ...body.children].forEach((part) => sizes.observe(part));
  new MutationObserver(observe).observe(body, { childList: true });
  observe();
  return () => onHeight(heightOf());
}

/**
 * A page that was made from a text stands where nobody listens as a course does, such as a notebook's cell. It makes its frame as high as it is itself, where
 * the page around lets it.
 * @param {number} height
 */
export function growFrame(height) {
  const frame = /** @type {HTMLElement | null} */ (location.protocol === 'about:' ? window.frameElement : null);
  if (frame === null) return;
  // With its border, whatever the page around makes of sizes.
  frame.style.boxSizing = 'border-box';
  frame.style.height = `${height + frame.offsetHeight - frame.clientHeight}px`;
}
