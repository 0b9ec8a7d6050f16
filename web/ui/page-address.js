/**
 * What the page's address says: behind "?" how it is presented, behind "#" the experiment. A page without an address of its own (made
 * from a text, as in a notebook's cell) or with an empty one is told both by the data-address of its root element: "?embed=1#run=…".
 */

/** @returns {{ query: string, hash: string }} with their "?" and "#"; '' where there is none */
export function pageAddress() {
  const { search, hash } = location;
  if (search !== '' || hash !== '') return { query: search, hash };
  const written = document.documentElement.dataset.address ?? '';
  const at = written.indexOf('#');
  return at === -1 ? { query: written, hash: '' } : { query: written.slice(0, at), hash: written.slice(at) };
}
