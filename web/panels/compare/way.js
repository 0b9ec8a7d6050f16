/** J on the way from this run to the kept one, or to its own mirror image, in which two neurons have changed places: straight on, and around. */

import { networkLayers } from '../../experiment/parameters.js';
import { ExperimentError } from '../../base/errors.js';
import { allPairs } from '../../ties/verdict.js';
import { createLatestWork } from '../../session/latest-work.js';
import { choice, element, setAttributes, setText, svgElement } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../session/ways.js').Pair} Pair */
/** @typedef {import('../../session/ways.js').StraightWay} StraightWay */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/**
 * @typedef {object} WayWishes
 * @property {(snapshot: Snapshot, to: Pair | ArrayLike<number>) => Generator<void, StraightWay>} straight in parts
 * @property {(snapshot: Snapshot, pair: Pair) => Generator<void, readonly number[]>} level in parts
 */

/** Pairs of larger layers are too many for a list. */
const MOST_UNITS = 8;
const KEPT = 'kept';
const BOX = { width: 600, height: 120, pad: 6 };

/** @param {{ messages: Messages, on: WayWishes, moves: number }} options */
export function createWay({ messages, on, moves }) {
  const texts = messages.compare.way;
  const { element: field, select } = choice({ name: 'way-to', label: texts.to, options: [], onChoose: () => clear() });
  const walk = element('button', { type: 'button', 'data-action': 'walk' }, texts.walk);
  const outcome = element('p', { class: 'way-outcome', role: 'status' });
  const lines = ['straight', 'level'].map((name) => svgElement('polyline', { class: `way-line way-${name}` }));
  const cursor = svgElement('line', { class: 'way-cursor', y1: 0, y2: BOX.height });
  const svg = svgElement(
    'svg',
    { class: 'way-chart', viewBox: `0 0 ${BOX.width} ${BOX.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...lines,
    cursor,
  );
  const slider = element('input', { type: 'range', id: 'way-place', name: 'way-place', min: 0, max: 100, value: 0 });
  const place = element('output', { for: slider.id, class: 'note' });
  const drawn = element('div', { class: 'way-drawn', hidden: true }, svg, element('label', { for: slider.id }, texts.place), slider, place);
  const root = element(
    'section',
    { class: 'way' },
    element('h3', {}, texts.title),
    element('p', { class: 'note' }, texts.intro),
    element('div', { class: 'compare-actions' }, field, walk),
    outcome,
    drawn,
  );
  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {Map<string, { name: string, pair: Pair | null }>} */
  let targets = new Map();
  /** What the ways were of: objects that are others as soon as anything in them is. @type {readonly unknown[]} */
  let shown = [];
  /** @type {{ straight: StraightWay, level: readonly number[] | null } | null} */
  let walked = null;

  const work = createLatestWork();

  const clear = () => {
    work.end();
    walked = null;
    drawn.hidden = true;
    setText(outcome, targets.size === 0 ? texts.none : '');
  };

  const showPlace = () => {
    if (walked === null) return;
    const part = Number(slider.value) / 100;
    const at = (/** @type {readonly number[]} */ losses) => losses[Math.round(part * (losses.length - 1))];
    const move = walked.level === null ? null : Math.min(moves, Math.floor(part * moves) + 1);
    const text = texts.at(
      part,
      at(walked.straight.losses),
      move === null || walked.level === null ? null : { move, loss: at(walked.level) },
    );
    setText(place, text);
    slider.setAttribute('aria-valuetext', text);
    setAttributes(cursor, { x1: part * BOX.width, x2: part * BOX.width });
  };
  slider.addEventListener('input', showPlace);

  walk.addEventListener('click', () => {
    const target = targets.get(select.value);
    if (latest === null || target === undefined) return;
    const from = latest;
    work.begin(waysOf(from, target.pair), {
      done: (ways) => show(ways, from),
      slice: () => setText(outcome, messages.status.working),
    });
  });

  /** @param {Snapshot} from @param {Pair | null} pair @returns {Generator<void, NonNullable<typeof walked>>} */
  function* waysOf(from, pair) {
    const straight = yield* on.straight(from, pair ?? from.kept?.values ?? []);
    return { straight, level: pair === null ? null : yield* levelOf(from, pair) };
  }

  /** @param {NonNullable<typeof walked>} ways @param {Snapshot} from */
  function show(ways, { experiment }) {
    walked = ways;
    const { straight, level } = ways;
    const all = [...straight.losses, ...(level ?? [])];
    const [least, most] = [Math.min(...all), Math.max(...all)];
    [straight.losses, level].forEach((losses, which) =>
      setAttributes(lines[which], { points: losses === null ? '' : pointsOf(losses, least, most) }),
    );
    const numbers = straight.top.tied.map(({ layer, units }) => {
      const { firstUnit } = networkLayers(experiment.network)[layer - 1];
      return units.map((unit) => firstUnit + unit - 1);
    });
    setText(
      outcome,
      `${texts.straight(straight.losses[0], straight.losses[straight.losses.length - 1], straight.top.part, straight.top.loss, numbers)}${level === null ? '' : ` ${texts.level(Math.max(...level) - Math.min(...level))}`}`,
    );
    drawn.hidden = false;
    slider.value = String(100 * straight.top.part);
    showPlace();
  }

  /** @param {Snapshot} snapshot @param {Pair} pair @returns {Generator<void, readonly number[] | null>} */
  function* levelOf(snapshot, pair) {
    try {
      return yield* on.level(snapshot, pair);
    } catch (error) {
      // The layer has no room for a neuron to spare.
      if (error instanceof ExperimentError) return null;
      throw error;
    }
  }

  return {
    element: root,
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { experiment, kept, step, running } = snapshot;
      walk.disabled = running;
      const now = [experiment, step, kept?.experiment, kept?.step];
      if (now.every((each, at) => each === shown[at])) return;
      shown = now;
      const { network } = experiment;
      targets = new Map();
      if (kept !== null && sameShape(kept.experiment.network, network)) targets.set(KEPT, { name: texts.kept, pair: null });
      for (const { layer, units, firstUnit } of networkLayers(network).slice(0, -1))
        for (const pair of allPairs(Math.min(units, MOST_UNITS))) {
          const [first, second] = pair.map((unit) => unit + firstUnit - 1);
          targets.set(`${layer} ${pair}`, { name: texts.mirror(first, second), pair: { layer, units: pair } });
        }
      const before = select.value;
      select.replaceChildren(...[...targets].map(([value, { name }]) => element('option', { value }, name)));
      if (targets.has(before)) select.value = before;
      walk.hidden = targets.size === 0;
      field.hidden = targets.size === 0;
      clear();
    },
  };
}

/** @typedef {import('../../experiment/experiment.js').Experiment['network']} Network */
/** @param {Network} one @param {Network} other */
function sameShape(one, other) {
  return (
    one.inputs === other.inputs && one.outputs === other.outputs && one.bias === other.bias && one.hidden.join() === other.hidden.join()
  );
}

/** @param {readonly number[]} losses @param {number} least @param {number} most */
function pointsOf(losses, least, most) {
  const { width, height, pad } = BOX;
  const y = (/** @type {number} */ loss) => height - pad - ((loss - least) / (most - least || 1)) * (height - 2 * pad);
  return losses.map((loss, at) => `${((at / (losses.length - 1)) * width).toFixed(1)},${y(loss).toFixed(1)}`).join(' ');
}
