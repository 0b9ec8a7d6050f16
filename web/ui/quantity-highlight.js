/**
 * The light between the drawing and the formulas: what is pointed at or focused in one is lit in the other. Parts are called by their
 * quantities ("w5", "a1" for neuron 1, "x1", "J", "y"), as the attribute data-part of the drawing says them.
 */

/** @typedef {ReturnType<typeof createHighlight>} Highlight */

/** An edge is a thin line: it is hit from this many pixels away. */
const REACH = 12;

/** @param {HTMLElement} drawing the large one */
export function createHighlight(drawing) {
  /** @type {((part: string | null) => void)[]} */
  const pointListeners = [];
  /** @type {((part: string) => void)[]} */
  const chooseListeners = [];
  /** @type {HTMLElement[]} */
  const roots = [];
  /** @type {string | null} */
  let pointed = null;
  /** @type {readonly string[]} */
  let lit = [];

  /** @param {string | null} part */
  const point = (part) => {
    if (part === pointed) return;
    pointed = part;
    for (const listener of pointListeners) listener(part);
  };
  /** @param {string | null} part */
  const choose = (part) => {
    if (part !== null) for (const listener of chooseListeners) listener(part);
  };
  /** @param {readonly string[]} parts */
  const light = (parts) => {
    lit = parts;
    for (const root of roots) {
      root.classList.toggle('spotlit', parts.length > 0);
      for (const drawn of root.querySelectorAll('[data-part]')) drawn.classList.toggle('lit', parts.includes(partOf(drawn) ?? ''));
    }
  };
  /** @param {HTMLElement} root of a drawing whose parts are lit, pointed at and chosen */
  const watch = (root) => {
    roots.push(root);
    root.addEventListener('pointermove', (event) => point(partAt(event)));
    root.addEventListener('pointerleave', () => point(null));
    root.addEventListener('focusin', (event) => {
      const part = partOf(event.target);
      point(part);
      choose(part);
    });
    root.addEventListener('focusout', () => point(null));
    root.addEventListener('click', (event) => choose(partAt(event)));
  };
  watch(drawing);

  return {
    watch,
    /** Lights these parts and dims the others; none: all as usual. */
    light,
    /** Lights them again, after a drawing was made anew. */
    refresh() {
      if (lit.length > 0) light(lit);
    },
    /** @param {(part: string | null) => void} listener */
    onPoint: (listener) => void pointListeners.push(listener),
    /** @param {(part: string) => void} listener */
    onChoose: (listener) => void chooseListeners.push(listener),
    /** @param {string} part the one whose formula is shown */
    mark(part) {
      for (const root of roots)
        for (const drawn of root.querySelectorAll('.chip[data-part], .edge[data-part]'))
          drawn.classList.toggle('chosen', partOf(drawn) === part);
    },
  };
}

/** @param {EventTarget | null} target @returns {string | null} */
function partOf(target) {
  return target instanceof Element ? (target.closest('[data-part]')?.getAttribute('data-part') ?? null) : null;
}

/**
 * The part under the pointer, or the edge next to it.
 * @param {PointerEvent | MouseEvent} event
 * @returns {string | null}
 */
function partAt(event) {
  const direct = partOf(event.target);
  const svg = event.target instanceof SVGElement ? event.target.closest('svg') : null;
  const toScreen = svg?.getScreenCTM();
  if (direct !== null || !svg || !toScreen) return direct;
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
  const edges = [...svg.querySelectorAll('line.edge[data-part]')].map((line) => ({ part: partOf(line), distance: distanceTo(line, at) }));
  const nearest = edges.reduce((best, edge) => (edge.distance < best.distance ? edge : best), {
    part: /** @type {string | null} */ (null),
    distance: REACH,
  });
  return nearest.part;
}

/**
 * @param {Element} line
 * @param {{ x: number, y: number }} point
 */
function distanceTo(line, { x, y }) {
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => Number(line.getAttribute(name)));
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
