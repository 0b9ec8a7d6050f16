/**
 * What a teacher copies: an address of the page in a frame, and the markup around it for where it goes. Pure text; whatever a course makes of it, a link
 * is left.
 */

/** Where a snippet can go, in the order in which they are offered. */
export const SNIPPET_KINDS = Object.freeze(
  /** @type {const} */ (['iframe', 'element', 'link', 'moodle', 'canvas', 'jupyter', 'reveal', 'sphinx']),
);

/** @typedef {typeof SNIPPET_KINDS[number]} SnippetKind */

/**
 * @typedef {object} Wish what is to be shown
 * @property {string} base the page's address without query and run; of a page on a disk that of its file, or only the file's name
 * @property {readonly string[]} only chapters, by their ids; none: the lab
 * @property {readonly string[]} hide parts of the lab
 * @property {string | null} lang
 * @property {string | null} theme
 * @property {string | null} origin of the page around, if it is to be told things
 * @property {string} run the experiment as it stands behind an address, '' or with its "#"
 */

/**
 * @param {Wish} wish
 * @returns {{ frame: string, page: string }} the addresses of the page in a frame, and by itself
 */
export function addressesOf({ base, only, hide, lang, theme, origin, run }) {
  const isLesson = only.length > 0;
  const shared = { ...(isLesson && { only: only.join(',') }), ...(lang && { lang }) };
  const frame = {
    embed: '1',
    ...shared,
    ...(!isLesson && hide.length > 0 && { hide: hide.join(',') }),
    ...(theme && { theme }),
    ...(origin && { origin }),
  };
  const behind = isLesson ? '' : run;
  return { frame: address(base, frame, behind), page: address(base, shared, behind) };
}

/** @param {string} base @param {Record<string, string>} query @param {string} run */
function address(base, query, run) {
  // A comma needs no escape, and is read by people.
  const text = String(new URLSearchParams(query)).replaceAll('%2C', ',');
  return `${base}${text === '' ? '' : `?${text}`}${run}`;
}

const HEIGHT = 640;

/** @param {string} text for markup, in quotes or not */
const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** On a slide, beside its frame: lets a clicker go on after a click into it. */
const CLICKER = `<script>
    {
      const frame = document.currentScript.previousElementSibling;
      addEventListener('message', ({ source, data }) => {
        if (source !== frame.contentWindow || data?.twinNeurons !== 1 || data.type !== 'key') return;
        focus();
        ({ PageUp: () => Reveal.prev(), PageDown: () => Reveal.next(), Escape: () => Reveal.toggleOverview() })[data.key]?.();
      });
    }
  </script>`;

/**
 * @param {SnippetKind} kind
 * @param {{ wish: Wish, title: string, open: string }} options title: of the frame; open: the words of the link that is left where frames are dropped
 * @returns {string}
 */
export function snippet(kind, { wish, title, open }) {
  const { frame, page } = addressesOf(wish);
  const link = `<p><a href="${escape(page)}">${escape(open)}</a></p>`;
  const size = `width="100%" height="${HEIGHT}"`;
  const named = `title="${escape(title)}"`;
  switch (kind) {
    case 'iframe':
      return `<iframe src="${escape(frame)}" ${size} style="border: 0" ${named} allow="clipboard-write" loading="lazy"></iframe>\n${link}`;
    // What these let pass, and nothing that they would drop.
    case 'moodle':
    case 'canvas':
      return `<p><iframe style="width: 100%; border: 0px none;" ${named} src="${escape(frame)}" width="800" height="${HEIGHT}" allowfullscreen="allowfullscreen"></iframe></p>\n${link}`;
    case 'element':
      return `<script type="module" src="${escape(wish.base.replace(/[^/]*$/, 'element.js'))}"></script>\n<twin-neurons ${attributesOf(wish)} ${named}><a href="${escape(page)}">${escape(open)}</a></twin-neurons>`;
    case 'link':
      return `[${title.replace(/[[\]\\]/g, '\\$&')}](${page
        .replace(/[()\s]/g, encodeURIComponent)
        .replaceAll('(', '%28')
        .replaceAll(')', '%29')})`;
    case 'jupyter':
      return /^https?:/.test(wish.base)
        ? `from IPython.display import IFrame\nIFrame(${JSON.stringify(frame)}, '100%', ${HEIGHT})`
        : textInCell(wish.base, frame, title);
    case 'reveal':
      return `<section>\n  <iframe data-src="${escape(frame)}" data-preload ${size} ${named} allow="clipboard-write"></iframe>\n  ${CLICKER}\n</section>`;
    case 'sphinx':
      return `.. raw:: html\n\n   ${snippet('iframe', { wish, title, open }).replaceAll('\n', '\n   ')}\n\n.. only:: not html\n\n   \`${open.replace(/[`<>\\]/g, '')} <${encodeURI(decodeURI(page)).replaceAll('`', '%60')}>\`__\n`;
  }
}

/**
 * A cell that shows the file beside the notebook as a text: Jupyter would drop what stands behind the "?" of its address. IPython takes a bare frame for a
 * mistake, so it is in a <div>.
 * @param {string} base
 * @param {string} frame
 * @param {string} title
 */
function textInCell(base, frame, title) {
  const python = JSON.stringify;
  const file = decodeURIComponent(base.replace(/.*\//, ''));
  return `import html
from IPython.display import HTML
page = open(${python(file)}, encoding="utf-8").read()
page = page.replace("<html ", '<html data-address="%s" ' % html.escape(${python(frame.slice(base.length))}), 1)
frame = '<div><iframe srcdoc="%s" width="100%%" height="${HEIGHT}" title="%s" allow="clipboard-write"></iframe></div>'
HTML(frame % (html.escape(page), html.escape(${python(title)})))`;
}

/** @param {Wish} wish */
function attributesOf({ only, hide, lang, theme, run }) {
  const isLesson = only.length > 0;
  const attributes = {
    ...(isLesson ? { only: only.join(',') } : { ...(hide.length > 0 && { hide: hide.join(',') }), ...(run && { experiment: run }) }),
    ...(lang && { lang }),
    ...(theme && { theme }),
  };
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(' ');
}
