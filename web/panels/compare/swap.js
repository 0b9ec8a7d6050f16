/** The swap test: two neurons to exchange, a button, and a sentence on what came out. */

import { networkLayers } from '../../experiment/parameters.js';
import { compareSwapped, findSwap, withSwappedUnits } from '../../ties/swap-test.js';
import { allPairs } from '../../ties/verdict.js';
import { createLatestWork } from '../../session/latest-work.js';
import { choice, element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../ties/swap-test.js').SwappedUnits} SwappedUnits */

/** Pairs of larger layers are too many for a list; their first neurons stand for all. */
const MOST_UNITS = 8;

/**
 * @param {{ messages: Messages, onSwap: (make: () => import('../../experiment/experiment.js').ExperimentInput, steps: number) => void }} options
 */
export function createSwapTest({ messages, onSwap }) {
  const texts = messages.compare.swap;
  const button = element('button', { type: 'button', 'data-action': 'swap' }, texts.start);
  const { element: field, select } = choice({
    name: 'swap-pair',
    label: texts.pair,
    options: [],
    onChoose: () => latest && update(latest),
  });
  const outcome = element('p', { class: 'swap-outcome', role: 'status' });
  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {SwappedUnits[]} */
  let pairs = [];
  let shape = '';
  let reason = '';
  /** What is said of two runs, and of what they were; with a large network that takes a while. @type {{ of: unknown[], text: string | null }} */
  let told = { of: [], text: null };
  const work = createLatestWork();

  button.addEventListener('click', () => {
    if (latest === null || button.getAttribute('aria-disabled') === 'true') return;
    const { experiment, startValues, presentStep } = latest;
    const pair = pairs[Number(select.value)];
    onSwap(() => withSwappedUnits(experiment, startValues, pair), presentStep);
  });

  /** @param {Snapshot} snapshot */
  function update(snapshot) {
    latest = snapshot;
    const { network } = snapshot.experiment;
    if (network.hidden.join() !== shape || select.childElementCount === 0) {
      shape = network.hidden.join();
      pairs = pairsOf(network.hidden);
      select.replaceChildren(...pairs.map(({ layer, units }, at) => element('option', { value: at }, pairText(network, layer, units))));
    }
    field.hidden = pairs.length === 0;
    const why = reasonAgainst(snapshot);
    button.setAttribute('aria-disabled', String(why !== null || snapshot.running));
    reason = why ?? '';
    tell(snapshot);
  }

  const show = (/** @type {string | null} */ text) => setText(outcome, (told.text = text) ?? reason);

  /** @param {Snapshot} snapshot */
  function tell(snapshot) {
    const { kept, experiment, startValues, presentStep, history } = snapshot;
    const of = [kept, experiment, startValues, presentStep, kept?.step === presentStep && history];
    if (of.every((each, at) => each === told.of[at])) return show(told.text);
    told = { of, text: null };
    show(null);
    work.begin(outcomeOf(snapshot, messages), { done: show, slice: () => show(messages.status.working) });
  }

  /**
   * @param {Snapshot} snapshot
   * @returns {string | null} why there is nothing to exchange
   */
  function reasonAgainst(snapshot) {
    if (pairs.length === 0) return texts.noPair;
    if (snapshot.presentStep === 0) return texts.first;
    const { layer, units } = pairs[Number(select.value)];
    const pair = snapshot.verdicts[layer - 1].pairs.find((one) => one.units.join() === units.join());
    return pair?.kind === 'tied' ? texts.tied : null;
  }

  /** @param {Snapshot['experiment']['network']} network @param {number} layer @param {[number, number]} units */
  function pairText(network, layer, units) {
    const [first, second] = units.map((unit) => networkLayers(network)[layer - 1].firstUnit + unit - 1);
    return texts.pairName(first, second);
  }

  return {
    element: element(
      'section',
      { class: 'swap' },
      element('h3', {}, texts.title),
      element('p', { class: 'note' }, texts.intro),
      element('div', { class: 'compare-actions' }, field, button),
      outcome,
    ),
    update,
  };
}

/**
 * @param {readonly number[]} hidden
 * @returns {SwappedUnits[]}
 */
function pairsOf(hidden) {
  return hidden.flatMap((units, at) => allPairs(Math.min(units, MOST_UNITS)).map((pair) => ({ layer: at + 1, units: pair })));
}

/**
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 * @returns {Generator<void, string | null>} null where the present run is not the kept one with two neurons exchanged
 */
function* outcomeOf(snapshot, { compare: { swap: texts } }) {
  const { kept, experiment, presentStep } = snapshot;
  if (kept === null) return null;
  const [before, now] = [kept, snapshot].map((one) => ({ experiment: one.experiment, start: one.startValues }));
  const swapped = findSwap(before, now);
  if (swapped === null) return null;
  if (presentStep !== kept.step) return texts.notYet(kept.step);
  const { firstUnit } = networkLayers(experiment.network)[swapped.layer - 1];
  const { dropout, gradientNoise } = experiment.training;
  const units = swapped.units.map((unit) => unit + firstUnit - 1);
  const outcome = yield* compareSwapped(experiment.network, swapped, kept, snapshot);
  return `${texts.outcome(units, outcome, dropout.rate > 0 || gradientNoise.std > 0)} ${texts.meaning}`;
}
