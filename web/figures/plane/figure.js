/**
 * The data and what the network answers, over the plane of two features: the maps of the last hidden layer's neurons, which add up to the
 * answer, each neuron's border in its color, the examples with the wrong ones ringed, and the share right beside what the commonest answer
 * alone would get. One neuron dragged onto another: they swap, and the answer stays.
 */

import { ACTIVATIONS } from '../../experiment/kinds/activations/index.js';
import { contour, extent, featureRange, linesPath, placeOf, planeInputs, valueRange } from '../../drawing/response-picture.js';
import { spread } from '../../drawing/chart-series.js';
import { activationsOf } from '../../drawing/forward.js';
import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { networkLayers } from '../../experiment/parameters.js';
import { swappedPlaces } from '../../ties/swapped-places.js';
import { createColorReader } from '../../ui/color-reader.js';
import { element, setAttributes, setText, svgElement } from '../../ui/dom.js';
import { formatFigure } from '../../base/format.js';
import { watchLook } from '../watch-look.js';
import { baseline, layoutPlane, placeNumbers } from './geometry.js';
import { createTiles, putBox } from './tiles.js';
import { paintMap } from './map.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['plane']} Messages */

/**
 * @typedef {object} PlaneInput
 * @property {Experiment} experiment
 * @property {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[], features: readonly string[] }} data
 * @property {Moment} moment
 */

/** @typedef {import('../figure.js').Figure<PlaneInput>} PlaneFigure */

/** Cells along each side of the answer and of a neuron's map. */
const CELLS = 64;
/** Up to so many neurons have a map. */
const MOST_TILES = 8;
/** How much of its color the answer has where it is 1: borders and examples stand out on it. */
const ANSWER_STRENGTH = 0.5;
const SIDE = 100;
const HALF = 0.5;
/** More examples than this are drawn small; of more than the second some, evenly chosen. */
const MANY = 60;
const MOST_DRAWN = 500;
const LEAST_HEIGHT = 290;

/**
 * @param {{ messages: Messages, onSwap?: (layer: number, first: number, second: number, parameters: Float64Array) => void }} options onSwap: two
 *   neurons were exchanged; the parameters after it
 * @returns {PlaneFigure}
 */
export function createPlaneFigure({ messages, onSwap }) {
  const canvas = element('canvas', { width: CELLS, height: CELLS });
  const overlay = svgElement('svg', { viewBox: `0 0 ${SIDE} ${SIDE}`, 'aria-hidden': 'true' });
  const answer = element('div', { class: 'plane-answer', role: 'img' }, canvas, overlay);
  const share = element('strong', { class: 'plane-share' });
  const base = element('span', { class: 'plane-base' });
  const told = element('span', { class: 'plane-told', role: 'status' });
  const said = element('div', { class: 'plane-said' }, share, base, told);
  const bias = element('div', { class: 'plane-bias' });
  const arrow = svgElement(
    'svg',
    { class: 'plane-arrow', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svgElement('path', { d: 'M1,10H18M11,3L18,10L11,17' }),
  );
  const none = element('p', { class: 'note', hidden: true }, messages.notTwo);
  const tiles = createTiles({ cells: CELLS, messages, onSwap: swap });
  const root = element('div', { class: 'plane-figure' }, tiles.element, bias, arrow, answer, said, none);
  root.style.minHeight = `${LEAST_HEIGHT}px`;
  const colorOf = createColorReader(root);
  /** @type {PlaneInput | null} */
  let input = null;
  /** The parameters shown: the input's, until neurons are swapped. */
  let parameters = new Float64Array();
  let size = { width: 0, height: 0 };
  const look = watchLook(root, {
    onSize: (found) => {
      size = found;
      draw();
    },
    onColors: () => draw(),
  });

  /** What the plane shows now: of every cell, of every neuron. */
  function read() {
    if (input === null || input.experiment.network.inputs !== 2) return null;
    const { experiment, data } = input;
    const { network } = experiment;
    const plane = { x: featureRange(data.x, 0), y: featureRange(data.x, 1), size: CELLS };
    const layers = activationsOf(network, parameters, planeInputs(plane));
    const depth = network.hidden.length;
    const all = networkLayers(network);
    const shown = Math.min(depth === 0 ? 0 : network.hidden[depth - 1], MOST_TILES);
    const output = all[depth];
    const neurons = Array.from({ length: shown }, (_, at) => ({
      unit: at + 1,
      number: all[depth - 1].firstUnit + at,
      values: layers[depth - 1][at],
      weight: `w${output.firstWeight + at}`,
      outgoing: parameters[output.weights + at],
    }));
    return {
      plane,
      network,
      neurons,
      more: depth === 0 ? 0 : network.hidden[depth - 1] - shown,
      answer: layers[depth][0],
      bias: output.biases < 0 ? null : { name: `b${output.firstUnit}`, value: parameters[output.biases] },
      isYesNo: data.y.every((row) => row.length === 1 && (row[0] === 0 || row[0] === 1)),
      examples: spread(data.x.length, MOST_DRAWN).map((at) => ({ at, ...placeOf(plane, data.x[at]) })),
    };
  }

  function draw() {
    const state = read();
    none.hidden = input === null || state !== null;
    for (const part of [tiles.element, bias, arrow, answer, said]) part.toggleAttribute('hidden', state === null);
    if (state === null || size.width === 0) return;
    colorOf.forget();
    const { neurons, network } = state;
    const layout = layoutPlane(size.width, Math.max(size.height, LEAST_HEIGHT), neurons.length);
    for (const [target, place] of /** @type {[HTMLElement | SVGElement, import('./geometry.js').Box][]} */ ([
      [answer, layout.answer],
      [said, layout.words],
      [bias, layout.bias],
      [arrow, layout.arrow],
    ]))
      putBox(target, place);
    arrow.classList.toggle('down', layout.arrow.y < layout.answer.y);
    arrow.toggleAttribute('hidden', neurons.length === 0);
    tiles.update(neurons, layout, network.activation, colorOf);
    setText(bias, neurons.length === 0 ? '' : messages.bias(state.bias, state.more));
    paintMap(canvas, state.answer, valueRange(network.outputActivation, state.answer), {
      pale: colorOf('paper'),
      strong: colorOf('neuron-output'),
      strength: ANSWER_STRENGTH,
    });
    overlay.classList.toggle('many', state.examples.length > MANY);
    drawOver(state, layout.answer.width);
    say(state);
    setAttributes(answer, { 'aria-label': words() });
  }

  /** @param {NonNullable<ReturnType<typeof read>>} state @param {number} side of the answer, in pixels */
  function drawOver({ neurons, network, examples, answer: values, isYesNo }, side) {
    const level = ACTIVATIONS[network.activation].atZero;
    const borders = neurons.map((neuron) => contour(neuron.values, CELLS, level));
    const numbers = placeNumbers(borders, examples, axisPlaces(side));
    const unit = SIDE / side;
    const { moment, data } = /** @type {PlaneInput} */ (input);
    const { y } = data;
    const middle = middleOf(y);
    const isMany = examples.length > MANY;
    const radius = isMany ? 1.15 : Math.max(5.5 * unit, 2);
    // What nothing was learned of is not wrong yet.
    const answers = isYesNo && moment.step > 0 ? answersAt(examples.map(({ at }) => data.x[at])) : null;
    const font = 14 * unit;
    overlay.replaceChildren(
      ...(isYesNo ? [svgElement('path', { class: 'plane-half', d: linesPath(contour(values, CELLS, HALF), SIDE) })] : []),
      ...borders.map((lines) => svgElement('path', { class: 'plane-casing', d: linesPath(lines, SIDE) })),
      ...neurons.map((neuron, at) =>
        svgElement('path', {
          class: `plane-border ${neuronClass(neuron.unit)}`,
          'stroke-dasharray': neuronDash(neuron.unit).join(' ') || 'none',
          d: joined(borders[at]),
        }),
      ),
      // No border runs through the names.
      axis(`${data.features[0]} \u2192`, SIDE - 6 * unit, SIDE - 6 * unit, font, 'end'),
      axis(`\u2191 ${data.features[1]}`, 6 * unit, font + 2 * unit, font, 'start'),
      ...examples.map((place, drawn) => {
        const isOne = y[place.at][0] > middle;
        const isWrong = answers !== null && answers[drawn] > HALF !== isOne;
        const [cx, cy] = [place.x * SIDE, place.y * SIDE];
        return svgElement(
          'g',
          { class: isWrong ? 'wrong' : null },
          isWrong ? svgElement('circle', { class: 'plane-wrong', cx, cy, r: radius * 1.8 + 1.5 * unit }) : null,
          isOne
            ? svgElement('rect', {
                class: 'plane-one',
                x: cx - radius * 0.9,
                y: cy - radius * 0.9,
                width: radius * 1.8,
                height: radius * 1.8,
              })
            : svgElement('circle', { class: 'plane-zero', cx, cy, r: radius }),
        );
      }),
      ...numbers.flatMap((place, at) =>
        place === null
          ? []
          : [
              svgElement(
                'g',
                {
                  class: `plane-number ${neuronClass(neurons[at].unit)}`,
                  transform: `translate(${place.x * SIDE} ${place.y * SIDE}) scale(${unit})`,
                },
                svgElement('circle', { r: 11 }),
                svgElement('text', { dy: '0.35em' }, String(neurons[at].number)),
              ),
            ],
      ),
    );
  }

  /** The answer to each of these examples. @param {(readonly number[])[]} x */
  function answersAt(x) {
    const { experiment } = /** @type {PlaneInput} */ (input);
    const layers = activationsOf(experiment.network, parameters, x);
    return layers[layers.length - 1][0];
  }

  /** @param {NonNullable<ReturnType<typeof read>>} state */
  function say({ isYesNo }) {
    const { data, moment } = /** @type {PlaneInput} */ (input);
    const isTold = moment.right !== null && moment.step > 0;
    setText(share, isTold ? messages.right(/** @type {number} */ (moment.right), data.y.length) : '');
    setText(base, isYesNo && isTold ? messages.baseline(baseline(data.y), data.y.length) : '');
  }

  /** @param {number} first @param {number} second units, counted from 1 */
  function swap(first, second) {
    const state = read();
    if (state === null) return;
    const layer = state.network.hidden.length;
    const places = swappedPlaces(state.network, { layer, units: [first, second] });
    const numbers = [first, second].map((unit) => state.neurons[unit - 1].number);
    parameters = Float64Array.from(parameters, (_, at) => parameters[places[at]]);
    draw();
    const after = read()?.answer ?? state.answer;
    const isBack = input?.moment.parameters.every((value, at) => Object.is(value, parameters[at]));
    setText(told, isBack ? '' : messages.swapped(numbers, Math.max(...after.map((value, at) => Math.abs(value - state.answer[at])))));
    onSwap?.(layer, first, second, parameters);
  }

  function words() {
    const state = read();
    if (input === null || state === null) return messages.notTwo;
    const { data, moment } = input;
    return messages.words({
      features: data.features,
      right: moment.right,
      total: data.y.length,
      baseline: state.isYesNo ? baseline(data.y) : null,
      neurons: state.neurons.map(({ number, values, weight, outgoing }) => ({ number, ...extent(values), weight, outgoing })),
      isDivided: state.neurons.map(({ values }) => contour(values, CELLS, ACTIVATIONS[state.network.activation].atZero).length > 0),
    });
  }

  function table() {
    const state = read();
    if (state === null) return { head: [], rows: [] };
    const { min, max } = extent(state.answer);
    return {
      head: [messages.map, messages.lowest, messages.highest, messages.times],
      rows: [
        ...state.neurons.map(({ number, values, weight, outgoing }) => {
          const range = extent(values);
          return [messages.neuron(number), formatFigure(range.min), formatFigure(range.max), `${weight} = ${formatFigure(outgoing)}`];
        }),
        [
          messages.answer,
          formatFigure(min),
          formatFigure(max),
          state.bias === null ? '' : `${state.bias.name} = ${formatFigure(state.bias.value)}`,
        ],
      ],
    };
  }

  return {
    element: root,
    show(next) {
      // The neurons are back where they were, so no swap is told.
      setText(told, '');
      input = next;
      parameters = Float64Array.from(next.moment.parameters);
      draw();
    },
    words,
    table,
    leave: look.leave,
  };
}

/** @param {readonly (readonly number[])[]} y */
function middleOf(y) {
  const { min, max } = extent(y.map(([target]) => target));
  return min === max ? HALF : (min + max) / 2;
}

/**
 * Short lines that touch, as few long ones, so that dashes run along them.
 * @param {readonly [import('../../drawing/response-picture.js').Place, import('../../drawing/response-picture.js').Place][]} lines
 * @returns {string} SVG path data
 */
function joined(lines) {
  const key = (/** @type {{ x: number, y: number }} */ { x, y }) => `${x.toFixed(5)} ${y.toFixed(5)}`;
  const left = new Set(lines);
  /** @type {Map<string, [typeof lines[number], 0 | 1][]>} */
  const ends = new Map();
  for (const line of lines)
    for (const end of /** @type {const} */ ([0, 1])) ends.set(key(line[end]), [...(ends.get(key(line[end])) ?? []), [line, end]]);
  const next = (/** @type {{ x: number, y: number }} */ place) => (ends.get(key(place)) ?? []).find(([line]) => left.has(line));
  const paths = [];
  while (left.size > 0) {
    const [first] = left;
    left.delete(first);
    const chain = [first[0], first[1]];
    for (let found = next(first[1]); found; found = next(chain[chain.length - 1])) {
      left.delete(found[0]);
      chain.push(found[0][1 - found[1]]);
    }
    for (let found = next(first[0]); found; found = next(chain[0])) {
      left.delete(found[0]);
      chain.unshift(found[0][1 - found[1]]);
    }
    paths.push(`M${chain.map(({ x, y }) => `${(x * SIDE).toFixed(2)},${(y * SIDE).toFixed(2)}`).join('L')}`);
  }
  return paths.join('');
}

/** Where the names of the axes are read, which no number covers. @param {number} side in pixels */
function axisPlaces(side) {
  const near = (/** @type {number} */ at) => ({ x: (14 + 24 * at) / side, y: 12 / side });
  return [0, 1, 2, 3].map(near).flatMap(({ x, y }) => [
    { x, y },
    { x: 1 - x, y: 1 - y },
  ]);
}

/** What grows to the right, or upward. @param {string} words @param {number} x @param {number} y @param {number} size @param {'start' | 'end'} anchor */
function axis(words, x, y, size, anchor) {
  return svgElement('text', { class: 'plane-axis', x, y, 'font-size': size, 'text-anchor': anchor }, words);
}
