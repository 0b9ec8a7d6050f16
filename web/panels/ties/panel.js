/**
 * Ties by hand, and neurons cut in two: a panel of the lab. A pair of neurons; switches that tie and untie parts of their start; a lock; a nudge; whether a small
 * difference would grow, predicted and measured; and the bits. It changes nothing itself: wishes go out, snapshots come in.
 */

import { EngineError } from '../../base/errors.js';
import { measureGrowth, growthRate } from '../../ties/difference-growth.js';
import { networkLayers } from '../../experiment/parameters.js';
import { distanceOf } from '../../drawing/chart-series.js';
import { TIED_PARTS } from '../../experiment/tables.js';
import { createLatestWork } from '../../session/latest-work.js';
import { unitParts } from '../../ties/tie-edits.js';
import { createBits } from './bits-table.js';
import { createNudge } from './nudge.js';
import { createSplit } from './split.js';
import { createSwitches } from './switches.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../session/session.js').Session['inspect']} Inspect */
/** @typedef {import('../../ties/tie-edits.js').Part} Part */
/** @typedef {import('../../ties/tie-edits.js').UnitPair} UnitPair */
/** @typedef {import('../../messages/en/ties.js').TiesMessages} TiesMessages */

/** While training, firmness is asked for only where it is quick: this many parameters of a neuron, so many examples. */
const QUICK = { parameters: 16, examples: 1000 };
/** Parameters of the network times examples, beyond which it is worked out in parts: the engine, which is quicker, does it in one. */
const MOST_WORK = 2e7;

/**
 * @typedef {object} TiesOptions
 * @property {TiesMessages} messages
 * @property {(text: string) => string} notANumber
 * @property {() => Inspect} inspect
 * @property {ReturnType<typeof import('../../ties/tie-edits.js').createLocks>} locks
 * @property {object} on
 * @property {(pair: UnitPair, part: Part) => void} on.tie
 * @property {(pair: UnitPair, part: Part) => boolean} on.untie false where there is no tie to take back
 * @property {(nudge: import('../../ties/tie-edits.js').Nudge) => void} on.nudge
 * @property {() => void} on.takeNudgesBack
 * @property {import('./split.js').SplitWishes} on.split
 * @property {(snapshot: Snapshot, pair: UnitPair) => Generator<number, import('../../engine/run.js').Firmness>} on.predict in parts; yields how much is done
 * @property {(name: string, value: number) => void} on.edit one parameter alone, whatever is locked
 */

/**
 * @param {HTMLElement} root
 * @param {TiesOptions} options
 */
export function createTiesPanel(root, { messages, notANumber, inspect, locks, on }) {
  /** @type {UnitPair} */
  let pair = { layer: 1, units: [1, 2] };
  /** @type {Snapshot | null} */
  let latest = null;
  const choices = createPairChoices(messages, (next) => {
    pair = next;
    switches.forget();
    if (latest !== null) show(latest);
  });
  const switches = createSwitches({
    messages,
    notANumber,
    onTie: (part) => on.tie(pair, part),
    onUntie: (part) => on.untie(pair, part),
    onLock: (locked) => locks.set(pair, locked),
    onEdit: on.edit,
  });
  const nudge = createNudge({ messages, onNudge: on.nudge, onTakeBack: on.takeNudgesBack });
  const predicted = element('p', { id: 'firmness' });
  const measured = element('p', { id: 'growth' });
  const firmness = element('div', { class: 'ties-firmness' }, element('h3', {}, messages.firmness), predicted, measured);
  const bits = createBits({ messages, onOpen: () => latest !== null && show(latest) });
  const all = element(
    'div',
    {},
    element('p', { class: 'note' }, messages.intro),
    choices.root,
    element('div', { class: 'ties-grid' }, switches.root, nudge.root, firmness),
    bits.root,
  );
  const none = element('p', { class: 'note' }, messages.none);
  const split = createSplit({ messages: messages.split, on: on.split });
  root.append(all, none, split.root);

  /** @param {Snapshot} snapshot */
  const show = (snapshot) => {
    const {
      experiment: { network },
      names,
    } = snapshot;
    pair = fittingPair(network.hidden, pair) ?? pair;
    const hasPair = fittingPair(network.hidden, pair) !== null;
    all.hidden = !hasPair;
    none.hidden = hasPair;
    if (!hasPair) return stopWork();
    choices.update(network, pair);
    switches.update(snapshot, pair, locks.has(pair));
    const own = pair.units.map((unit) => TIED_PARTS.flatMap((part) => unitParts(network, pair.layer, unit, names)[part]));
    nudge.update(snapshot, own.flat());
    showFirmness(snapshot, own);
    bits.update(snapshot, pair);
  };

  /** @param {Snapshot} snapshot @param {string[][]} own the parameters of both neurons */
  const showFirmness = (snapshot, own) => {
    const { running, event, data, history, values, names, step } = snapshot;
    const isQuick = own[0].length <= QUICK.parameters && data.x.length <= QUICK.examples;
    const isLarge = names.length * data.x.length > MOST_WORK;
    if (!isLarge || running) stopWork();
    if (isLarge && !running) predictInParts(snapshot);
    else if (!running || isQuick) setText(predicted, prediction());
    else if (event !== null) setText(predicted, messages.pausedPrediction);
    const [first, second] = own.map((part) => part.map((name) => history.parameters[name]));
    // What is shown may be a step of the past: what came after it is not measured.
    const steps = history.steps.filter((each) => each <= step);
    const size = Math.max(...own.flat().map((name) => Math.abs(values[names.indexOf(name)])));
    const growth = measureGrowth(steps, (at) => distanceOf(first, second, at), size);
    setText(
      measured,
      'none' in growth ? messages.unmeasured[growth.none] : messages.measured(growthRate(growth.factor), growth.from, growth.to),
    );
  };

  /** @param {import('../../engine/run.js').Firmness} firmness */
  const inWords = ({ lambda, perStep }) => messages.predicted(growthRate(perStep), perStep, lambda);
  /** @param {unknown} error why nothing can be said */
  const refusal = (error) => {
    if (!(error instanceof EngineError)) throw error;
    return error.code === 'kink' ? messages.kinkPrediction : messages.noPrediction;
  };
  const prediction = () => {
    try {
      return inWords(inspect().firmness(pair.layer, ...pair.units));
    } catch (error) {
      return refusal(error);
    }
  };

  const work = createLatestWork();
  /** What the prediction that is worked out, or was, is of. @type {readonly unknown[]} */
  let workedOn = [];
  function stopWork() {
    work.end();
    workedOn = [];
  }
  /** @param {Snapshot} snapshot */
  function predictInParts(snapshot) {
    const now = [snapshot.experiment, snapshot.step, pair.layer, ...pair.units];
    if (now.every((each, at) => each === workedOn[at])) return;
    workedOn = now;
    work.begin(on.predict(snapshot, pair), {
      done: (firmness) => setText(predicted, inWords(firmness)),
      slice: (done) => setText(predicted, messages.workingPrediction(done)),
      failed: (error) => setText(predicted, refusal(error)),
    });
  }

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (snapshot.event === 'loaded') switches.forget();
      show(snapshot);
      split.update(snapshot);
    },
  };
}

/**
 * The pair if the network has it, else the first pair that it has.
 * @param {readonly number[]} hidden
 * @param {UnitPair} pair
 * @returns {UnitPair | null}
 */
function fittingPair(hidden, pair) {
  const width = hidden[pair.layer - 1] ?? 0;
  if (pair.units.every((unit) => unit <= width)) return pair;
  const at = hidden.findIndex((units) => units >= 2);
  return at < 0 ? null : { layer: at + 1, units: [1, 2] };
}

/**
 * @param {TiesMessages} messages
 * @param {(pair: UnitPair) => void} onChoose
 */
function createPairChoices(messages, onChoose) {
  const [layer, first, second] = ['layer', 'first', 'second'].map((name) =>
    element('select', { id: `ties-${name}`, name: `ties-${name}` }),
  );
  const labels = [messages.layer, messages.first, messages.second];
  const boxes = [layer, first, second].map((select, at) =>
    element('div', { class: 'field' }, element('label', { for: select.id }, labels[at]), select),
  );
  const root = element('div', { class: 'ties-pair' }, ...boxes);
  layer.addEventListener('change', () => onChoose({ layer: Number(layer.value), units: [1, 2] }));
  first.addEventListener('change', () => {
    const unit = Number(first.value);
    onChoose({ layer: Number(layer.value), units: [unit, unit === Number(second.value) ? (unit === 1 ? 2 : 1) : Number(second.value)] });
  });
  second.addEventListener('change', () => onChoose({ layer: Number(layer.value), units: [Number(first.value), Number(second.value)] }));
  /** before: how many neurons stand in the layers before, as people number neurons through the network. @type {(select: HTMLSelectElement, numbers: number[], value: number, before: number) => void} */
  const offer = (select, numbers, value, before) => {
    const key = `${numbers} ${before}`;
    if (select.dataset.offered !== key) {
      select.dataset.offered = key;
      select.replaceChildren(...numbers.map((number) => element('option', { value: number.toString() }, messages.number(number + before))));
    }
    if (select.value !== String(value)) select.value = String(value);
  };
  return {
    root,
    /** @param {Snapshot['experiment']['network']} network @param {UnitPair} pair */
    update(network, pair) {
      const { hidden } = network;
      const before = networkLayers(network)[pair.layer - 1].firstUnit - 1;
      const wide = hidden.flatMap((units, at) => (units >= 2 ? [at + 1] : []));
      const units = Array.from({ length: hidden[pair.layer - 1] }, (_, at) => at + 1);
      boxes[0].hidden = hidden.length === 1;
      offer(layer, wide, pair.layer, 0);
      offer(first, units, pair.units[0], before);
      offer(
        second,
        units.filter((unit) => unit !== pair.units[0]),
        pair.units[1],
        before,
      );
    },
  };
}
