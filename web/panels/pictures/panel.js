/**
 * The panel "What did each neuron learn?": for two features the plane and a picture a neuron, for others a heat map of the first
 * layer's weights; and where the neurons point. While training it is drawn a few times a second, at every event at once.
 */

import { extent, featureRange, mix, parseColor, placeOf, planeInputs, valueRange } from '../../drawing/response-picture.js';
import { networkLayers } from '../../experiment/parameters.js';
import { spread } from '../../drawing/chart-series.js';
import { createColorReader } from '../../ui/color-reader.js';
import { choice, element, setText } from '../../ui/dom.js';
import { createHeatMap } from '../../ui/heat-map.js';
import { MOST_PICTURES, createNeuronPictures } from '../../ui/neuron-pictures.js';
import { createPlaneFigure } from '../../figures/plane/figure.js';
import { createDirections } from './directions.js';
import { createPlaneView } from './plane.js';
import { createLatestWork } from '../../session/latest-work.js';
import { createTableFold } from '../../ui/table-fold.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../drawing/response-picture.js').Plane} Plane */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {{ activations: (rows: number[][], layer: number) => number[][], gradients: () => Float64Array }} Inspect */

/** Cells along each side of a picture. */
const SIZE = 48;
/** While training, pictures are drawn this often. */
const EVERY_MS = 250;
/** Examples drawn, and rows of the table behind the pictures. */
const MOST_MARKS = 1000;
const MOST_ROWS = 50;
/** How much of its color the output's region has where the output is 1: the examples stand out on it. */
const OUTPUT_STRENGTH = 0.42;
const HALF = 0.5;
/** Parameters times rows that are answered at once: some milliseconds. */
const AT_ONCE = 2e7;
/** Rows that are answered between two looks at the clock. */
const ROWS_A_PART = 64;
/** The sum of the maps is worked out by the page itself: of larger networks that takes seconds. */
const MOST_SUMMED = 5000;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => Inspect} options.inspect
 * @param {AbortSignal} options.left aborted when the page is left for one in another language
 * @param {(example: import('./plane.js').NewExample) => void} options.onAdd
 */
export function createPicturesPanel(root, { messages, inspect, left, onAdd }) {
  const texts = messages.pictures;
  const colorOf = createColorReader(root);
  const planeView = createPlaneView({ size: SIZE, messages, onAdd });
  const neurons = createNeuronPictures({ size: SIZE, messages, colorOf });
  const heat = createHeatMap({ messages });
  const layers = choice({ name: 'picture-layer', label: texts.layer, options: [], onChoose: () => redraw() });
  const outputs = choice({ name: 'picture-output', label: texts.output, options: [], onChoose: () => redraw() });
  const more = element('p', { class: 'note' });
  const fold = createTableFold({ label: texts.table, read: () => readTable() });
  const neuronsBox = element(
    'div',
    {},
    element('h3', {}, texts.neuronsTitle),
    layers.element,
    neurons.element,
    more,
    element('p', { class: 'note' }, texts.neuronsKey),
  );
  const sum = createPlaneFigure({ messages: messages.moreFigures.plane });
  left.addEventListener('abort', () => sum.leave());
  const sumPlace = element('div', { class: 'pictures-sum' }, sum.element);
  const sumKey = element('p', { class: 'note' });
  const sumBox = element('section', {}, element('h3', {}, texts.sumTitle), sumPlace, sumKey);
  const noNeurons = element('p', { class: 'note' }, texts.noNeurons);
  const planes = element(
    'div',
    { class: 'pictures' },
    element('div', {}, outputs.element, planeView.element),
    element('div', {}, neuronsBox, noNeurons),
  );
  const directions = createDirections({ messages, inspect });
  root.append(planes, sumBox, heat.element, fold.button, fold.element, directions.element);

  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {Plane | null} */
  let plane = null;
  /** @type {number[][]} */
  let cells = [];
  let drawn = -Infinity;
  let shown = '';
  let shownData = /** @type {unknown} */ (null);
  const work = createLatestWork();
  left.addEventListener('abort', work.end);

  const layer = () => Number(layers.select.value);
  const output = () => Number(outputs.select.value);

  /** @param {Snapshot} snapshot */
  const frame = (snapshot) => {
    const {
      experiment: { network },
      data,
    } = snapshot;
    const key = JSON.stringify([network, data.targets]);
    if (key !== shown) offer(snapshot);
    shown = key;
    const isPlane = network.inputs === 2;
    planes.hidden = !isPlane;
    heat.element.hidden = isPlane;
    sumBox.hidden = !isPlane || network.hidden.length === 0 || network.outputs > 1;
    sumPlace.hidden = snapshot.names.length > MOST_SUMMED;
    setText(sumKey, sumPlace.hidden ? texts.noSum(MOST_SUMMED) : texts.sumKey);
    if (!isPlane) return;
    plane = { x: featureRange(data.x, 0), y: featureRange(data.x, 1), size: SIZE };
    cells = planeInputs(plane);
    planeView.frame(plane, snapshot, output());
    const marks = marksOf(snapshot, plane);
    planeView.mark(marks);
    neuronsBox.hidden = network.hidden.length === 0;
    noNeurons.hidden = !neuronsBox.hidden;
    if (!neuronsBox.hidden) neurons.frame(networkLayers(network)[layer() - 1], marks);
  };

  /** @param {Snapshot} snapshot */
  const offer = ({ experiment: { network }, data }) => {
    const before = layer() || 1;
    layers.select.replaceChildren(
      ...network.hidden.map((units, at) => element('option', { value: String(at + 1) }, texts.layerOption(at + 1, units))),
    );
    layers.select.value = String(Math.min(before, Math.max(network.hidden.length, 1)));
    layers.element.hidden = network.hidden.length < 2;
    outputs.select.replaceChildren(...data.targets.map((name, at) => element('option', { value: String(at) }, name)));
    outputs.element.hidden = network.outputs < 2;
  };

  /** @param {Snapshot} snapshot @param {Plane} onPlane */
  const marksOf = ({ data }, onPlane) => {
    const { min, max } = extent(data.y.map((row) => row[output()]));
    const middle = min === max ? HALF : (min + max) / 2;
    return spread(data.x.length, MOST_MARKS).map((at) => ({ place: placeOf(onPlane, data.x[at]), isOne: data.y[at][output()] > middle }));
  };

  /** @param {Snapshot} snapshot */
  const draw = (snapshot) => {
    work.end();
    if (snapshot.experiment.network.inputs === 2) {
      const answered = answer(snapshot);
      if (isLight(snapshot)) {
        let next = answered.next();
        while (!next.done) next = answered.next();
        paint(snapshot, next.value);
      } else {
        setText(planeView.summary, messages.status.working);
        work.begin(answered, { done: (said) => paint(snapshot, said) });
      }
    } else heat.update(snapshot);
    directions.update(snapshot);
    fold.refresh();
  };

  /**
   * What the network says of the cells, its neurons of the cells, and it of the examples, in small parts.
   * @param {Snapshot} snapshot
   */
  function* answer({ experiment: { network }, data, event }) {
    const last = network.hidden.length + 1;
    const values = yield* activations(cells, last);
    const neuronValues = network.hidden.length === 0 ? [] : yield* activations(cells, layer());
    const said = event === null ? null : yield* activations(data.x, last);
    return { values: Float64Array.from(values, (row) => row[output()]), neuronValues, said };
  }

  /** @param {number[][]} rows @param {number} ofLayer */
  function* activations(rows, ofLayer) {
    /** @type {number[][]} */
    const all = [];
    for (let first = 0; first < rows.length; first += ROWS_A_PART) {
      for (const row of inspect().activations(rows.slice(first, first + ROWS_A_PART), ofLayer)) all.push(row);
      yield;
    }
    return all;
  }

  /**
   * @param {Snapshot} snapshot
   * @param {{ values: Float64Array, neuronValues: number[][], said: number[][] | null }} answered
   */
  const paint = (snapshot, { values, neuronValues, said }) => {
    const { network } = snapshot.experiment;
    paintOutput(snapshot, values, said);
    const verdict = snapshot.verdicts[layer() - 1];
    if (verdict === undefined) return;
    const { firstUnit } = networkLayers(network)[layer() - 1];
    neurons.paint(neuronValues, network.activation, { firstUnit, groups: verdict.tied });
    setText(more, verdict.units > MOST_PICTURES ? texts.shownOf(MOST_PICTURES, verdict.units) : '');
  };

  /** @param {Snapshot} snapshot @param {Float64Array} values of the cells @param {number[][] | null} said of the examples */
  const paintOutput = ({ experiment, data, values: parameters, step, loss }, values, said) => {
    const { network } = experiment;
    const isClass = data.y.every((row) => row[output()] === 0 || row[output()] === 1);
    const paper = parseColor(colorOf('paper'));
    const colors = { pale: paper, strong: mix(paper, parseColor(colorOf('neuron-output')), OUTPUT_STRENGTH) };
    planeView.picture.paint({ values, range: valueRange(network.outputActivation, values), level: isClass ? HALF : null, colors });
    if (said === null) return;
    const right = data.y.filter((row, at) => (row[output()] === 1 ? said[at][output()] > HALF : said[at][output()] < HALF)).length;
    const axes = data.display.map(({ name }) => name);
    const { min, max } = extent(values);
    const sentence = texts.planeSummary(isClass ? right : null, data.x.length, axes, min, max);
    setText(planeView.summary, sentence);
    planeView.picture.canvas.setAttribute('aria-label', sentence);
    if (!sumBox.hidden && !sumPlace.hidden)
      sum.show({
        experiment,
        data: { x: data.x, y: data.y, features: axes },
        moment: { step, parameters: Float64Array.from(parameters), loss, right: isClass ? right : null },
      });
  };

  /** @returns {import('../../ui/table-fold.js').TableText} */
  const readTable = () => {
    if (latest === null) return { caption: '', head: [], rows: [] };
    const {
      data,
      experiment: { network },
    } = latest;
    const chosen = spread(data.x.length, MOST_ROWS);
    const rows = chosen.map((at) => data.x[at]);
    const hidden =
      network.hidden.length > 0
        ? inspect()
            .activations(rows, layer())
            .map((row) => row.slice(0, MOST_PICTURES))
        : rows.map(() => []);
    const said = inspect().activations(rows, network.hidden.length + 1);
    const firstUnit = network.hidden.length > 0 ? networkLayers(network)[layer() - 1].firstUnit : 1;
    const raw = (/** @type {number[]} */ row) => row.map((value, at) => data.display[at].offset + data.display[at].scale * value);
    return {
      caption: texts.tableCaption + texts.rowsOf(chosen.length, data.x.length),
      head: [
        texts.example,
        ...data.display.map(({ name, unit }) => texts.featureWithUnit(name, unit)),
        ...data.targets,
        ...(hidden[0] ?? []).map((_, at) => texts.neuron(firstUnit + at)),
        ...data.targets.map(() => texts.outputColumn),
      ],
      rows: chosen.map((at, row) => [String(at + 1), ...[...raw(rows[row]), ...data.y[at], ...hidden[row], ...said[row]].map(texts.cell)]),
    };
  };

  function redraw() {
    if (latest === null) return;
    frame(latest);
    draw({ ...latest, event: 'changed' });
  }

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const isOther = snapshot.data !== shownData || JSON.stringify([snapshot.experiment.network, snapshot.data.targets]) !== shown;
      const now = performance.now();
      if (snapshot.event === null && !isOther && now - drawn < EVERY_MS) return;
      if (isOther) frame(snapshot);
      shownData = snapshot.data;
      colorOf.forget();
      // A large network's pictures take longer than a frame, in which it would be another: they wait until it rests.
      if (!isLight(snapshot) && (snapshot.running || snapshot.working)) {
        work.end();
        return setText(planeView.summary, messages.status.working);
      }
      draw(snapshot);
      drawn = now;
    },
  };
}

/** Whether all pictures are there within a frame. @param {Snapshot} snapshot */
function isLight({ names, data }) {
  return names.length * Math.max(data.x.length, SIZE ** 2) <= AT_ONCE;
}
