/** Finds the object by which a learning platform is told things: in a page around this one, or around the one that has opened it. */

/** How many pages may lie around each other; the number is SCORM's own. */
const MOST_PAGES = 500;

/** @typedef {Record<string, (...texts: string[]) => unknown>} Platform */

/**
 * @param {Window} from
 * @param {string} name
 * @returns {Platform | null}
 */
function lookUp(from, name) {
  try {
    let page = from;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const found = /** @type {any} */ (page)[name];
      if (typeof found === 'object' && found !== null) return found;
      if (page.parent === page) return null;
      page = page.parent;
    }
  } catch {
    // Somebody else's page: nothing of it can be read, and what lies around it is not for us either.
  }
  return null;
}

/**
 * @param {Window} page
 * @param {string} name of the platform's object
 * @returns {Platform | null} null: this is not in a learning platform
 */
export function findPlatform(page, name) {
  const around = lookUp(page, name);
  if (around !== null) return around;
  for (const one of [page, topOf(page)]) {
    const opener = one?.opener;
    const found = opener ? lookUp(opener, name) : null;
    if (found !== null) return found;
  }
  return null;
}

/** @param {Window} page */
function topOf(page) {
  try {
    // A page of another site lets nothing of it be read.
    return page.top?.location.href === undefined ? null : page.top;
  } catch {
    return null;
  }
}
