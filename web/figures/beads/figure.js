/**
 * The chain rule as beads: five on the way from J to one weight, five on the way to another; what both share is one bead, equal ones are
 * joined, differing ones glow. Below, every example's gradient as an arrow, and their mean, which the step uses. A weight among the beads
 * can be dragged. What the numbers are is the engine's to say: the figure asks for chains, at its own values where one was dragged.
 */

import { capturePointer } from '../capture-pointer.js';
import { counterparts, parameterNames, parameterPlace } from '../../experiment/parameters.js';
import { parameterClass } from '../../drawing/parameter-color.js';
import { formatFigure } from '../../base/format.js';
import { choice, element, setAttributes, svgElement } from '../../ui/dom.js';
import { watchLook } from '../watch-look.js';
import { drawArrows, drawStrands } from './drawing.js';
import { layoutArrows, layoutStrands, shownExamples } from './geometry.js';

/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['beads']} Messages */

/**
 * @typedef {object} BeadsInput
 * @property {Experiment} experiment
 * @property {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[] }} data
 * @property {ArrayLike<number>} values of all parameters, in the engine's order
 * @property {(values: ArrayLike<number>, name: string, example?: number) => Chain} chain at any values; without an example the mean alone is asked for
 * @property {string} [name] the weight that is looked at; left out: what was looked at before, w1 to begin with
 * @property {string | null} [other] what it is held against; null: nothing
 * @property {number} [example] counted from 0
 */

/** How far a weight goes for a pixel of dragging, and for a press of an arrow key. */
const BY_PIXEL = 0.01;
const BY_KEY = 0.1;

/** @typedef {import('../figure.js').Figure<BeadsInput>} BeadsFigure */

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {(name: string, value: number) => void} [options.onEdit] a weight was dragged; left out: the figure keeps it to itself
 * @returns {BeadsFigure & { tools: readonly HTMLElement[] }} tools: to choose another weight, for whoever has room beside the drawing
 */
export function createBeadsFigure({ messages, onEdit }) {
  /** example: counted from 0; below: still to be found. */
  const state = { name: 'w1', other: /** @type {string | null} */ (null), example: -1 };
  /** @type {BeadsInput | null} */
  let input = null;
  /** The values shown: the input's, until a bead is dragged. */
  let values = new Float64Array();
  let size = { width: 0, height: 0 };

  const drawing = svgElement('svg', { class: 'beads-drawing', role: 'group' });
  const name = choice({ name: 'beads-weight', label: messages.weight, options: [], onChoose: (chosen) => choose(chosen, null) });
  const other = choice({ name: 'beads-against', label: messages.against, options: [], onChoose: (chosen) => choose(state.name, chosen) });
  const root = element('div', { class: 'beads' }, drawing);
  const look = watchLook(root, {
    onSize: (found) => {
      size = found;
      draw();
    },
    onColors: () => {},
  });

  /** @param {string} chosen @param {string | null} against */
  function choose(chosen, against) {
    if (input === null) return;
    state.name = chosen;
    state.other = against ?? counterparts(input.experiment.network, chosen)[0] ?? null;
    draw();
  }

  const names = () => (state.other === null ? [state.name] : [state.name, state.other]);

  /** @param {BeadsInput} from */
  const chainsOf = (from) => names().map((each) => from.chain(values, each, state.example));

  /** @param {string} weight @param {number} value */
  function edit(weight, value) {
    const place = input === null ? null : parameterPlace(input.experiment.network, weight);
    if (place === null) return;
    // As somebody would type it: what a hand gives has no more digits than these.
    values[place.index] = Number(value.toFixed(2));
    draw();
    onEdit?.(weight, values[place.index]);
  }

  /** @param {string} weight */
  const valueOf = (weight) => values[input === null ? 0 : (parameterPlace(input.experiment.network, weight)?.index ?? 0)];

  const hand = {
    /** @param {SVGElement} bead @param {string} weight */
    weight(bead, weight) {
      bead.addEventListener('keydown', (event) => {
        const by = { ArrowUp: BY_KEY, ArrowRight: BY_KEY, ArrowDown: -BY_KEY, ArrowLeft: -BY_KEY, PageUp: 1, PageDown: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        edit(weight, valueOf(weight) + by);
      });
      bead.addEventListener('pointerdown', (event) => startDrag(event, weight));
    },
    /** @param {number} example */
    example(example) {
      state.example = example;
      draw();
    },
  };

  /** @param {PointerEvent} event @param {string} weight */
  function startDrag(event, weight) {
    const from = { x: event.clientX, y: event.clientY, value: valueOf(weight) };
    const end = new AbortController();
    const { signal } = end;
    // The bead is drawn anew while it is dragged, so the drawing holds the pointer.
    capturePointer(drawing, event.pointerId);
    drawing.addEventListener(
      'pointermove',
      (move) => edit(weight, from.value + (from.y - move.clientY + (move.clientX - from.x)) * BY_PIXEL),
      { signal },
    );
    for (const ending of ['pointerup', 'pointercancel']) drawing.addEventListener(ending, () => end.abort(), { signal });
  }

  const colorOf = (/** @type {string} */ parameter) => (input === null ? '' : parameterClass(input.experiment.network, parameter));

  function draw() {
    if (input === null) return;
    offer(input);
    if (size.width === 0) return;
    const asked = input;
    const { width } = size;
    const chains = chainsOf(asked);
    const lanes = /** @type {[Chain['factors'], Chain['factors']] | [Chain['factors']]} */ (chains.map(({ factors }) => factors));
    const examples = shownExamples(asked.data.x.length, state.example);
    const numbers = {
      examples,
      chains: chains.map(({ parameter, mean }) => ({
        products: examples.map((at) => Number(asked.chain(values, parameter, at).product)),
        mean,
      })),
    };
    const least = layoutStrands(width, 0, lanes).height + layoutArrows(width, 0, numbers).height;
    root.style.minHeight = `${least}px`;
    const spare = Math.max(0, size.height - least);
    const strands = layoutStrands(width, spare, lanes);
    const arrows = layoutArrows(width, spare / 2, numbers);
    const height = Math.max(size.height, least);
    const top = (height - strands.height - arrows.height) / 2;
    const focused = document.activeElement?.getAttribute('data-key');
    setAttributes(drawing, { width, height, viewBox: `0 ${-top} ${width} ${height}`, 'aria-label': words() });
    drawing.replaceChildren(
      drawStrands(strands, { chains, colorOf, messages, hand }),
      drawArrows(arrows, { top: strands.height, chains, data: asked.data, example: state.example, colorOf, messages, hand }),
    );
    if (focused) /** @type {SVGElement | null} */ (drawing.querySelector(`[data-key="${focused}"]`))?.focus();
  }

  /** @param {BeadsInput} from */
  function offer({ experiment: { network } }) {
    fill(
      name.select,
      parameterNames(network).filter((each) => each.startsWith('w')),
      state.name,
    );
    fill(other.select, counterparts(network, state.name), state.other ?? '');
    other.element.hidden = state.other === null;
  }

  const pairs = () => {
    if (input === null) return [];
    const [first, second] = chainsOf(input);
    return first.factors.map((factor, at) => ({ first: factor, second: second?.factors[at] ?? null }));
  };

  /** What a seeing person sees. */
  function words() {
    if (input === null) return '';
    const chains = chainsOf(input);
    return messages.words({
      names: names(),
      example: state.example + 1,
      factors: pairs(),
      products: chains.map(({ product }) => Number(product)),
      means: chains.map(({ mean }) => mean),
    });
  }

  function table() {
    if (input === null) return { head: [], rows: [] };
    const chains = chainsOf(input);
    const same = (/** @type {number} */ one, /** @type {number | undefined} */ another) =>
      another === undefined ? [] : [one === another ? messages.equal : messages.differs];
    return {
      head: [messages.factor, ...names().map((each) => `∂J/∂${each}`), ...(chains.length > 1 ? [messages.compared] : [])],
      rows: [
        ...pairs().map(({ first, second }) => [
          second === null || second.symbol === first.symbol ? first.symbol : `${first.symbol}, ${second.symbol}`,
          formatFigure(first.value),
          ...(second === null ? [] : [formatFigure(second.value)]),
          ...same(first.value, second?.value),
        ]),
        ...[
          { head: messages.product(state.example + 1), numbers: chains.map(({ product }) => Number(product)) },
          { head: messages.meanOf(input.data.x.length), numbers: chains.map(({ mean }) => mean) },
        ].map(({ head, numbers }) => [head, ...numbers.map(formatFigure), ...same(numbers[0], numbers[1])]),
      ],
    };
  }

  return {
    element: root,
    tools: [name.element, other.element],
    /** @param {BeadsInput} next */
    show(next) {
      input = next;
      values = Float64Array.from(next.values);
      if (next.name !== undefined) state.name = next.name;
      const known = counterparts(next.experiment.network, state.name);
      if (next.other !== undefined) state.other = next.other;
      else if (state.other === null || !known.includes(state.other)) state.other = known[0] ?? null;
      if (next.example !== undefined) state.example = next.example;
      if (state.example < 0) state.example = tellingExample(next, state.name);
      state.example = Math.min(state.example, next.data.x.length - 1);
      draw();
    },
    words,
    table,
    leave: look.leave,
  };
}

/** Among so many examples one is looked for to begin with. */
const FIRST_LOOKED_AT = 8;

/**
 * The first example whose gradient is not 0.
 * @param {BeadsInput} input
 * @param {string} name
 */
function tellingExample({ data, values, chain }, name) {
  const found = data.x.slice(0, FIRST_LOOKED_AT).findIndex((_, example) => chain(values, name, example).product !== 0);
  return Math.max(0, found);
}

/**
 * @param {HTMLSelectElement} select
 * @param {readonly string[]} options
 * @param {string} chosen
 */
function fill(select, options, chosen) {
  if (select.dataset.options !== options.join()) {
    select.dataset.options = options.join();
    select.replaceChildren(...options.map((value) => element('option', { value }, value)));
  }
  if (select.value !== chosen) select.value = chosen;
}
