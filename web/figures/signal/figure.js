/**
 * One example on its way through the network: a dot a feature runs forward; y is met at the end alone; and the one error runs back as pulses,
 * as large as it is, filled where it is positive, hollow where negative. Equal branches move as mirror images. Played, or taken step by step;
 * where less motion is wished for there are only steps.
 */

import { parameterClass } from '../../drawing/parameter-color.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { networkLayers } from '../../experiment/parameters.js';
import { formatFigure } from '../../base/format.js';
import { element, setAttributes, setText, svgElement } from '../../ui/dom.js';
import { watchLook } from '../watch-look.js';
import { MOST_UNITS, along, layoutSignal, linesOf, pulseRadius, pulsesOf, stagesOf } from './geometry.js';
import { productOf, short } from './products.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../engine/run.js').Trace} Trace */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['signal']} Messages */
/** @typedef {import('./geometry.js').Stage} Stage */
/** @typedef {import('./geometry.js').Pulse} Pulse */

/**
 * @typedef {object} SignalInput
 * @property {Pick<Experiment, 'network' | 'loss'>} experiment
 * @property {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[] }} data
 * @property {ArrayLike<number>} values of all parameters, in the engine's order
 * @property {(example: number) => Trace} trace
 * @property {number} [example] counted from 0; left out: the one before
 * @property {number} [stage] how many stages are done: 0 for none; left out: what was shown before
 */

/** @typedef {import('../figure.js').Figure<SignalInput>} SignalFigure */

/** How long pulses run, and rest for as long as their sentence takes to be read, where it was not read before. */
const TIMES = Object.freeze({ run: 800, word: 270, known: 600 });
/** Room for the sentence under the drawing, which has a line more where it is narrow. @param {number} width */
const sentenceRoom = (width) => (width < 600 ? 70 : 52);
const LEAST_HEIGHT = 240;
/** Between layers, in pixels. */
const TIGHT = 100;
/** Up to so many lines have their names, so far along them. */
const MOST_NAMED = 6;
const NAMED_AT = 0.3;
/** From this width on they have their numbers, too. */
const NUMBERED = 600;

/**
 * @param {{ messages: Messages, onRest?: () => void }} options onRest: it has played to its end, or was stopped
 * @returns {SignalFigure & { tools: readonly HTMLElement[], play: () => void, isPlaying: () => boolean }}
 */
export function createSignalFigure({ messages, onRest }) {
  const drawing = svgElement('svg', { class: 'signal-drawing', role: 'img' });
  const said = element('span', {});
  const product = element('span', { class: 'signal-product' });
  const sentence = element('p', { class: 'signal-sentence', 'aria-live': 'polite' }, said, ' ', product);
  const root = element('div', { class: 'signal' }, drawing, sentence);
  root.style.minHeight = `${LEAST_HEIGHT}px`;
  const playButton = element('button', { type: 'button' }, messages.play);
  // What stands beside it stays there when its word changes.
  playButton.style.minWidth = `${9 * Math.max(messages.play.length, messages.pause.length) + 30}px`;
  const back = element('button', { type: 'button' }, messages.back);
  const forth = element('button', { type: 'button' }, messages.forth);
  const another = element('button', { type: 'button', class: 'quiet-button' }, messages.another);
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {SignalInput | null} */
  let input = null;
  let size = { width: 0, height: 0 };
  /** How many stages are done or running. */
  let at = 0;
  let example = 0;
  let isPlaying = false;
  /** When the present stage began; null: it is done. @type {number | null} */
  let began = null;
  let frame = 0;
  const look = watchLook(root, {
    onSize: (found) => {
      size = found;
      draw();
    },
    onColors: () => {},
  });

  const stages = () => (input === null ? [] : stagesOf(input.experiment.network));

  /** @param {number} to how many stages are done after it @param {boolean} runs whether the last of them is seen to run */
  function go(to, runs) {
    at = Math.max(0, Math.min(to, stages().length));
    began = runs && at > 0 && !stillness.matches ? performance.now() : null;
    tell();
    draw();
    cancelAnimationFrame(frame);
    if (began !== null) frame = requestAnimationFrame(tick);
  }

  /** How long the pulses of a stage rest. @param {number} stage counted from 1 */
  function restOf(stage) {
    const all = stages();
    const isNew = all.findIndex(({ kind }) => kind === all[stage - 1].kind) === stage - 1;
    return isNew ? TIMES.word * (said.textContent ?? '').split(' ').length : TIMES.known;
  }

  /** @param {number} now */
  function tick(now) {
    if (began === null) return;
    const passed = now - began;
    if (passed < TIMES.run) drawPulses(passed / TIMES.run);
    else if (!isPlaying) {
      began = null;
      return draw();
    } else if (passed > TIMES.run + restOf(at)) {
      if (at < stages().length) return go(at + 1, true);
      began = null;
      stop();
      return draw();
    } else drawPulses(1);
    frame = requestAnimationFrame(tick);
  }

  function play() {
    // Where nothing may move, there is the end to be seen.
    if (stillness.matches) return go(stages().length, false);
    isPlaying = true;
    go(at >= stages().length ? 1 : at + 1, true);
  }

  function stop() {
    if (!isPlaying) return;
    isPlaying = false;
    tell();
    onRest?.();
  }

  playButton.addEventListener('click', () => {
    if (!isPlaying) return play();
    stop();
  });
  for (const [button, by] of /** @type {const} */ ([
    [back, -1],
    [forth, 1],
  ]))
    button.addEventListener('click', () => {
      stop();
      go(at + by, by > 0);
    });
  another.addEventListener('click', () => {
    if (input === null) return;
    example = (example + 1) % input.data.x.length;
    go(at, false);
  });

  /** The drawing's state; null while there is nothing to draw. */
  function read() {
    if (input === null) return null;
    const { network } = input.experiment;
    const layout = layoutSignal(network, size.width, Math.max(size.height, LEAST_HEIGHT) - sentenceRoom(size.width));
    return {
      network,
      layout,
      lines: linesOf(network, input.values, layout.nodes),
      trace: input.trace(example),
      inputs: input.data.x[example],
      targets: input.data.y[example],
    };
  }

  const pulses = svgElement('g', { class: 'pulses' });

  function draw() {
    const state = read();
    if (state === null || size.width === 0) return;
    const { network, layout, lines } = state;
    const height = Math.max(size.height, LEAST_HEIGHT) - sentenceRoom(size.width);
    setAttributes(drawing, { width: size.width, height, viewBox: `0 0 ${size.width} ${height}`, 'aria-label': words() });
    drawing.replaceChildren(
      ...lines.map(({ name, from, to, value }) => {
        const thick = 1.5 + 6 * (1 - Math.exp(-Math.abs(value) / 3));
        const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
        return svgElement(
          'g',
          { class: `signal-line ${parameterClass(network, name)}` },
          svgElement('line', { ...ends, 'stroke-width': thick + (value < 0 ? 2 : 0) }),
          value < 0 ? svgElement('line', { ...ends, class: 'hollow', 'stroke-width': thick }) : null,
          lines.length > MOST_NAMED
            ? null
            : text(
                from.x + (to.x - from.x) * NAMED_AT,
                from.y + (to.y - from.y) * NAMED_AT,
                size.width < NUMBERED ? name : `${name} = ${short(value, 2)}`,
                'signal-name',
              ),
        );
      }),
      ...layout.nodes[layout.nodes.length - 1].map((node) =>
        svgElement('line', { class: 'signal-way', x1: node.x, y1: node.y, x2: layout.end.x, y2: layout.end.y }),
      ),
      svgElement('line', { class: 'signal-way', x1: layout.end.x, y1: layout.target.y + 12, x2: layout.end.x, y2: layout.end.y }),
      ...layout.nodes.flatMap((nodes) => nodes.map((node) => drawNode(node, state))),
      text(layout.end.x, layout.end.y, 'J', 'signal-end'),
      text(layout.target.x, layout.target.y, atLeast('compare') ? `y = ${short(state.targets[0])}` : 'y', 'signal-target'),
      pulses,
    );
    drawPulses(began === null ? 1 : (performance.now() - began) / TIMES.run);
  }

  /** Whether a stage of this kind, at this layer if one is named, is done or running. @param {Stage['kind']} kind @param {number} [layer] */
  const atLeast = (kind, layer) =>
    stages().some((stage, index) => index < at && stage.kind === kind && (layer === undefined || stage.layer === layer));

  /**
   * @param {import('./geometry.js').Node} node
   * @param {NonNullable<ReturnType<typeof read>>} state
   */
  function drawNode({ layer, unit, x, y, radius }, { network, trace, inputs, layout }) {
    const isInput = layer === 0;
    const isOutput = layer === network.hidden.length + 1;
    const number = isInput ? unit : networkLayers(network)[layer - 1].firstUnit + unit - 1;
    const own = isInput ? null : trace.layers[layer - 1];
    // Where layers are close, numbers are shorter, so that they do not touch.
    const isTight = layout.nodes[1][0].x - layout.nodes[0][0].x < TIGHT;
    const equals = (/** @type {string} */ name, /** @type {number} */ value) =>
      isTight ? `${name}=${short(value, 2)}` : `${name} = ${short(value)}`;
    const hasError = isOutput ? atLeast('error') : atLeast('slope', layer);
    const label = isInput
      ? `= ${short(inputs[unit - 1])}`
      : hasError && own !== null
        ? equals(`\u03b4${number}`, own.delta[unit - 1])
        : atLeast('forward', layer) && own !== null
          ? equals(`a${number}`, own.a[unit - 1])
          : '';
    const look = isInput ? 'input' : isOutput ? 'neuron-output' : neuronClass(unit);
    return svgElement(
      'g',
      { class: `signal-node ${look}` },
      svgElement('circle', { cx: x, cy: y, r: radius }),
      text(x, y, isInput ? `x${number}` : String(number)),
      text(
        x,
        // Lines run between the neurons of a layer: the upper ones have their numbers above.
        unit <= layout.nodes[layer].length / 2 ? y - radius - 12 : y + radius + 13,
        label,
        isOutput && size.width < 520 ? 'signal-value beside' : 'signal-value',
      ),
    );
  }

  /** @param {number} part of their way, 0 to 1 */
  function drawPulses(part) {
    const state = read();
    if (state === null || at === 0) return pulses.replaceChildren();
    const stage = stages()[at - 1];
    const isForward = stage.kind === 'forward' || stage.kind === 'compare';
    const largest = Math.max(
      ...stages()
        .filter(({ kind }) => (kind === 'forward' || kind === 'compare') === isForward)
        .flatMap((each) => pulsesOf(each, state).map(({ value }) => Math.abs(value))),
    );
    const [first] = state.layout.nodes[1] ?? state.layout.nodes[0];
    const eased = part >= 1 ? 1 : part * part * (3 - 2 * part);
    pulses.replaceChildren(...pulsesOf(stage, state).flatMap((pulse) => drawPulse(pulse, eased, largest, first.radius, isForward)));
  }

  /** @param {Pulse} pulse @param {number} part @param {number} largest @param {number} radius @param {boolean} isForward */
  function drawPulse({ from, to, value, start, of }, part, largest, radius, isForward) {
    const now = start + (value - start) * part;
    const size_ = pulseRadius(now, largest, radius);
    if (size_ === 0) return [];
    const { x, y } = along(from, to, part);
    const look = isForward ? 'forward' : now > 0 ? 'plus' : 'minus';
    return [
      svgElement(
        'g',
        { class: `pulse ${look}`, 'data-of': of },
        svgElement('circle', { cx: x, cy: y, r: size_ }),
        !isForward && size_ > 6 ? text(x, y, now > 0 ? '+' : '\u2212') : null,
      ),
    ];
  }

  function tell() {
    const all = stages();
    setText(playButton, isPlaying ? messages.pause : messages.play);
    playButton.hidden = stillness.matches;
    back.disabled = at === 0;
    forth.disabled = at === all.length;
    const state = read();
    setText(
      product,
      at === 0 || state === null ? '' : productOf(all[at - 1], { ...state, isCrossEntropy: input?.experiment.loss === 'cross-entropy' }),
    );
    setText(
      said,
      at === 0 ? messages.rest(example + 1) : messages.stage(at, all.length, messages.stages[all[at - 1].kind](countLayer(all[at - 1]))),
    );
  }

  /** What is counted in a stage's sentence. @param {Stage} stage */
  function countLayer({ layer }) {
    const { network } = /** @type {SignalInput} */ (input).experiment;
    return {
      units: [network.inputs, ...network.hidden, network.outputs][Math.max(0, layer)],
      isFirst: layer === 1,
      isLast: layer === network.hidden.length + 1,
    };
  }

  function words() {
    const state = read();
    if (state === null) return '';
    const neurons = networkLayers(state.network).flatMap(({ layer, units, firstUnit }) =>
      Array.from({ length: Math.min(units, MOST_UNITS) }, (_, unit) => ({
        number: firstUnit + unit,
        a: atLeast('forward', layer) ? state.trace.layers[layer - 1].a[unit] : null,
        delta: atLeast(layer > state.network.hidden.length ? 'error' : 'slope', layer) ? state.trace.layers[layer - 1].delta[unit] : null,
      })),
    );
    return messages.words(sentence.textContent ?? '', neurons);
  }

  return {
    element: root,
    tools: [playButton, back, forth, another],
    play,
    isPlaying: () => isPlaying,
    show(next) {
      isPlaying = false;
      input = next;
      example = Math.min(next.example ?? example, next.data.x.length - 1);
      another.hidden = next.data.x.length < 2;
      if (next.stage === undefined && at > 0) {
        at = Math.min(at, stages().length);
        tell();
        draw();
      } else go(next.stage ?? 0, false);
    },
    words,
    table() {
      const state = read();
      if (state === null) return { head: [], rows: [] };
      return {
        head: [messages.neuron, 'z', 'a', '\u03b4'],
        rows: networkLayers(state.network).flatMap(({ layer, firstUnit }) =>
          Array.from(state.trace.layers[layer - 1].a, (a, unit) => {
            const { z, delta } = state.trace.layers[layer - 1];
            return [String(firstUnit + unit), formatFigure(z[unit]), formatFigure(a), formatFigure(delta[unit])];
          }),
        ),
      };
    },
    leave() {
      cancelAnimationFrame(frame);
      look.leave();
    },
  };
}

/** @param {number} x @param {number} y @param {string} content @param {string} [className] */
function text(x, y, content, className) {
  return svgElement('text', { x, y, dy: '0.35em', class: className }, content);
}
