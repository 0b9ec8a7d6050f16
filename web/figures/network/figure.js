/**
 * The network, large: every neuron with its own map of the plane inside, the output with the data on its plane and wrong examples ringed, weights
 * as lines, ties as bars. It draws the moment that it is shown.
 */

import { activationsOf } from '../../drawing/forward.js';
import { featureRange, placeOf, planeInputs, valueRange } from '../../drawing/response-picture.js';
import { networkLayers, parameterNames } from '../../experiment/parameters.js';
import { createColorReader } from '../../ui/color-reader.js';
import { element, setAttributes, svgElement } from '../../ui/dom.js';
import { formatInText } from '../../base/format.js';
import { pairSeen, tiedGroups } from '../ties-seen.js';
import { watchLook } from '../watch-look.js';
import { layoutFigure } from './layout.js';
import { createMap } from './map.js';
import { bar, corner, dataMarks, disc, inputNode, outputFrame, readout } from './parts.js';
import { createWeights } from './weights.js';

/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */
/** @typedef {import('../../messages/en/figures.js').FigureMessages} Messages */

/** @typedef {import('../figure.js').Figure<Moment> & { setNumbers: (shown: boolean) => void, setEditable: (names: readonly string[], asked: string | null) => void }} NetworkFigure */

/** Cells along each side of a map. */
const CELLS = 40;
/** How much of its color a neuron's strongest answer has; the output's is ink, which must leave the examples to be seen. */
const STRENGTH = { neuron: 1, output: 0.82 };

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {Pick<Recording, 'experiment' | 'data'>} options.run what it is a network of
 * @param {(name: string, value: number) => void} [options.onEdit] a weight is moved on its line, or typed
 * @param {{ title: string, moment: Moment } | null} [options.before] how another run of the same data ended, kept beside this one
 * @param {boolean} [options.isSmall] one of several: without the words under the output
 * @returns {NetworkFigure}
 */
export function createNetworkFigure({ messages, run, onEdit = () => {}, before = null, isSmall = false }) {
  const { experiment, data } = run;
  const { network } = experiment;
  const plane = planeOf(data.x);
  const cells = planeInputs({ ...plane, size: CELLS }).map((inputs) => fullRow(inputs, data.x));
  const marks = data.x.map((row, example) => ({
    place: placeOf({ ...plane, size: CELLS }, [row[0], row[1] ?? 0]),
    isOne: data.y[example][0] === 1,
  }));
  const hasClasses = data.y.every((targets) => targets.every((target) => target === 0 || target === 1));

  const under = svgElement('svg', { class: 'net-lines', 'aria-hidden': 'true' });
  const maps = element('div', { class: 'net-maps', 'aria-hidden': 'true' });
  const over = svgElement('svg', { class: 'net-over', 'aria-hidden': 'true' });
  const root = element('div', { class: `net${isSmall ? ' net-small' : ''}` }, under, maps, over);
  const colorOf = createColorReader(root);
  const weights = createWeights({ messages, features: data.features, onEdit });
  root.append(weights.element);

  /** @type {Moment | null} */
  let shown = null;
  let size = { width: 0, height: 0 };
  /** Maps of the discs by layer, then of the outputs, then the one of the run before. @type {{ discs: ReturnType<typeof createMap>[][], outputs: ReturnType<typeof createMap>[], before: ReturnType<typeof createMap> | null }} */
  const drawn = {
    discs: network.hidden.map((units) => Array.from({ length: Math.min(units, 6) }, (_, at) => createMap({ cells: CELLS, unit: at + 1 }))),
    outputs: Array.from({ length: Math.min(network.outputs, 3) }, () => createMap({ cells: CELLS, unit: null })),
    before: before === null ? null : createMap({ cells: CELLS, unit: null }),
  };
  maps.append(
    ...drawn.discs.flat().map((map) => map.element),
    ...drawn.outputs.map((map) => map.element),
    ...(drawn.before === null ? [] : [drawn.before.element]),
  );

  /** Layers of answers at the cells, painted. @param {Moment} moment */
  const paint = ({ parameters }) => {
    const layers = activationsOf(network, parameters, cells);
    const colors = {
      paper: colorOf('paper'),
      ink: colorOf('neuron-output'),
      neuron: (/** @type {number} */ unit) => colorOf(drawn.discs[0]?.[unit - 1]?.color ?? 'ink'),
    };
    drawn.discs.forEach((discs, layer) =>
      discs.forEach((map, unit) =>
        map.paint(
          layers[layer][unit],
          valueRange(network.activation, layers[layer][unit]),
          { pale: colors.paper, strong: colorOf(map.color) },
          STRENGTH.neuron,
        ),
      ),
    );
    drawn.outputs.forEach((map, unit) => {
      const values = layers[network.hidden.length][unit];
      map.paint(values, valueRange(network.outputActivation, values), { pale: colors.paper, strong: colors.ink }, STRENGTH.output);
    });
    if (before !== null && drawn.before !== null) {
      const values = activationsOf(network, before.moment.parameters, cells)[network.hidden.length][0];
      drawn.before.paint(values, valueRange(network.outputActivation, values), { pale: colors.paper, strong: colors.ink }, STRENGTH.output);
    }
  };

  /** Which examples are answered wrong. @param {Moment} moment @returns {boolean[]} */
  const wrongOf = ({ parameters }) => {
    if (!hasClasses) return data.x.map(() => false);
    const outputs = activationsOf(network, parameters, data.x)[network.hidden.length];
    return data.x.map((_, example) =>
      outputs.some((values, at) => (data.y[example][at] === 1 ? values[example] <= 0.5 : values[example] >= 0.5)),
    );
  };

  const draw = () => {
    if (shown === null || size.width === 0) return;
    const moment = shown;
    const { parameters } = moment;
    const seen = (/** @type {number} */ layer, /** @type {number} */ unit) => pairSeen(network, parameters, layer, unit, unit + 1);
    const layout = layoutFigure(network, size, (layer, unit) => seen(layer, unit).apart);
    const { scale } = layout;
    paint(moment);
    for (const svg of [under, over])
      setAttributes(svg, { viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height });
    layout.layers.forEach((discs, layer) =>
      discs.forEach((place, unit) => drawn.discs[layer][unit].place(place.x, place.y, 2 * place.radius)),
    );
    layout.outputs.forEach(({ x, y, side }, at) => drawn.outputs[at].place(x, y, side - 2, corner(side) + 1));
    weights.draw(under, layout, parameters);
    // What nothing was learned of is not wrong yet.
    const wrong = moment.step === 0 ? data.x.map(() => false) : wrongOf(moment);
    const { x, radius } = layout.layers.at(-1)?.[0] ?? { x: 0, radius: 0 };
    over.replaceChildren(
      ...layout.inputs.map((place, at) => inputNode(place, data.features[at], scale)),
      ...layout.layers.flatMap((discs, layer) => discs.slice(1).map((lower, at) => bar(discs[at], lower, seen(layer + 1, at + 1), scale))),
      ...layout.layers.flat().map((place) => disc(place, scale)),
      ...layout.layers.flatMap((discs, layer) =>
        layout.more[layer] === 0 ? [] : [moreText(discs[discs.length - 1], layout.more[layer], messages)],
      ),
      ...layout.outputs.map((place, at) => outputFrame(place, at === 0 ? dataMarks(place, marks, wrong) : [])),
      readout(layout.outputs[layout.outputs.length - 1], scale, readoutLines(moment, messages, data, isSmall), size, x + radius),
      ...(before === null || drawn.before === null ? [] : [beside(before, layout.outputs[0])]),
    );
  };

  /**
   * The answer of the run before, small, above this one's.
   * @param {{ title: string, moment: Moment }} former
   * @param {import('./layout.js').Square} square
   */
  const beside = (former, { x, y, side }) => {
    const room = y - side / 2;
    const small = Math.max(28, Math.min(0.42 * side, room - 40, 92));
    const font = Math.max(12, Math.min(15, small * 0.2));
    const words = [
      former.title,
      former.moment.right === null ? messages.loss(former.moment.loss) : messages.right(former.moment.right, data.x.length),
    ];
    const wide = Math.max(...words.map((text) => text.length * font * 0.56)) + 8;
    const [left, top] = [Math.min(x - side / 2, size.width - small - wide) + small / 2, Math.max(small / 2 + 6, room * 0.42)];
    drawn.before?.place(left, top, small, 4);
    return svgElement(
      'g',
      { class: 'net-before' },
      svgElement('rect', { x: left - small / 2, y: top - small / 2, width: small, height: small, rx: 4 }),
      ...words.map((text, at) =>
        svgElement('text', { x: left + small / 2 + 8, y: top + (at - 0.5) * font * 1.3 + font * 0.35, 'font-size': font }, text),
      ),
    );
  };

  const look = watchLook(root, {
    onSize(next) {
      size = next;
      draw();
    },
    onColors() {
      colorOf.forget();
      draw();
    },
  });

  return {
    element: root,
    show(moment) {
      shown = moment;
      if (size.width === 0) size = { width: root.clientWidth, height: root.clientHeight };
      draw();
    },
    words: () => (shown === null ? '' : wordsOf(shown, { network, data, messages, wrong: wrongOf(shown) })),
    table: () => ({
      head: [messages.columns.parameter, messages.columns.value],
      rows: parameterNames(network).map((name, index) => [name, formatInText(shown?.parameters[index] ?? 0)]),
    }),
    setNumbers(isShown) {
      root.classList.toggle('net-numbers', isShown);
    },
    setEditable(names, asked) {
      weights.setEditable(names, asked);
      draw();
    },
    leave() {
      look.leave();
      weights.leave();
    },
  };
}

/** @param {readonly (readonly number[])[]} x */
function planeOf(x) {
  return { x: featureRange(x, 0), y: x[0].length > 1 ? featureRange(x, 1) : { min: -1, max: 1 } };
}

/**
 * A place of the plane as a whole example: further features are as they are on average.
 * @param {readonly [number, number]} inputs
 * @param {readonly (readonly number[])[]} x
 */
function fullRow(inputs, x) {
  return Array.from({ length: x[0].length }, (_, feature) => inputs[feature] ?? x.reduce((sum, row) => sum + row[feature], 0) / x.length);
}

/**
 * @param {Moment} moment
 * @param {Messages} messages
 * @param {Pick<Recording['data'], 'x' | 'y'>} data
 * @param {boolean} isSmall
 * @returns {{ strong: string, quiet: readonly string[] }}
 */
function readoutLines({ step, loss, right }, messages, { x, y }, isSmall) {
  // What nothing was learned of is not wrong yet.
  if (step === 0) return { strong: '', quiet: isSmall ? [] : [messages.answers] };
  const score = right === null ? '' : messages.right(right, y.length);
  const quiet = [...(isSmall ? [] : [messages.step(step)]), messages.loss(loss), ...(right === null ? [] : [always(messages, { x, y })])];
  return { strong: score, quiet };
}

/**
 * What always giving the commonest answer gets. Of two features the examples are drawn, and the answers have marks.
 * @param {Messages} messages
 * @param {Pick<Recording['data'], 'x' | 'y'>} data
 */
function always(messages, { x, y }) {
  const [answer, times] = commonest(y);
  return messages.always((x[0].length === 2 && messages.marks[Number(answer)]) || answer, times, y.length);
}

/**
 * The commonest answer, and how many examples it is right for: what a share of right answers is to be held against.
 * @param {Recording['data']['y']} y
 * @returns {[string, number]}
 */
function commonest(y) {
  const answers = y.map((targets) => targets.join()).sort();
  const times = answers.map((answer) => answers.filter((other) => other === answer).length);
  const most = Math.max(...times);
  return [answers[times.indexOf(most)], most];
}

/**
 * @param {import('./layout.js').Disc} last
 * @param {number} count
 * @param {Messages} messages
 */
function moreText({ x, y, radius }, count, messages) {
  return svgElement('text', { class: 'net-quiet', x, y: y + radius + 18, 'font-size': 14 }, messages.more(count));
}

/**
 * @param {Moment} moment
 * @param {{ network: import('./layout.js').Network, data: Recording['data'], messages: Messages, wrong: readonly boolean[] }} about
 */
function wordsOf({ step, parameters, loss, right }, { network, data, messages: { words }, wrong }) {
  const layers = networkLayers(network).slice(0, -1);
  const groups = layers.flatMap(({ layer, firstUnit }) =>
    tiedGroups(network, parameters, layer).map((units) => units.map((unit) => firstUnit + unit - 1)),
  );
  const units = network.hidden.reduce((sum, each) => sum + each, 0);
  const ties = units === 0 ? words.none : units === 1 ? words.single : groups.length === 0 ? words.apart : groups.map(words.tied).join(' ');
  const rows = data.x.filter((_, example) => wrong[example]);
  return [
    words.step(step),
    ties,
    ...(right === null || step === 0 ? [] : [words.right(right, data.x.length, commonest(data.y)[1])]),
    ...(step > 0 && rows.length > 0 && rows.length <= 4 ? [words.wrong(rows)] : []),
    words.loss(loss),
  ].join(' ');
}
