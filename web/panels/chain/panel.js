/**
 * The chain rule of a chosen parameter, its counterpart's under it, and what follows: a panel of the lab. It asks for plain data of the
 * state shown and works nothing out itself: panels/chain/comparison.js compares, drawing/chain-formulas.js writes.
 */

import { compareExample, explain, pairFactors } from './comparison.js';
import { experimentAt } from '../../experiment/schedule.js';
import { updateOf } from './update.js';
import { counterparts, parameterPlace } from '../../experiment/parameters.js';
import { createChoices } from './choices.js';
import { createFactors } from './factors.js';
import { createFlow } from '../../figures/chain-flow.js';
import { createForward, createPaths } from './folds.js';
import { createMap } from './map.js';
import { createStepView } from './step.js';
import { EngineError } from '../../base/errors.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../session/session.js').Session['inspect']} Inspect */
/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('../../messages/en/chain.js').ChainMessages} ChainMessages */

/** While training, a network with more multiplications than this per pass is looked at only when it pauses, and without the referee. */
const LIGHT_WORK = 200_000;
/** Among so many examples one is looked for to begin with. */
const FIRST_LOOKED_AT = 8;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {ChainMessages} options.messages
 * @param {() => Inspect} options.inspect
 * @param {import('../../ui/quantity-highlight.js').Highlight} options.highlight
 * @param {AbortSignal} options.signal the page is left for one in another language
 */
export function createChainPanel(root, { messages, inspect, highlight, signal }) {
  /** example: from 0; below: to be found. */
  const state = { name: 'w1', other: '', example: -1 };
  /** @type {Snapshot | null} */
  let latest = null;
  const map = createMap({ label: messages.map });
  highlight.watch(map.root);
  const flow = createFlow({ messages, onLight: highlight.light, onPlay: map.flow, signal });
  const onLight = (/** @type {readonly string[]} */ parts) => highlight.light(parts.length > 0 ? parts : flow.parts());
  const factors = createFactors({ messages, onLight });
  const choices = createChoices(messages, (change) => {
    Object.assign(state, change);
    if (latest !== null) show(latest);
  });
  const sentence = element('p', { class: 'chain-sentence', id: 'chain-sentence', 'aria-live': 'polite' });
  const exampleSentence = element('p', { class: 'note', id: 'chain-example-sentence' });
  const paths = createPaths(messages);
  const step = createStepView({ messages });
  const forward = createForward(messages);
  const head = element('div', { class: 'chain-head' }, element('div', {}, choices.root, sentence), map.root);
  root.append(
    head,
    factors.root,
    exampleSentence,
    paths.root,
    step.root,
    flow.root,
    forward.root,
    element('p', { class: 'note' }, messages.hint),
  );

  // A folded panel gets no snapshots: its last one may be of another network. Unfolding brings the present one.
  const details = root.closest('details');
  const showAgain = () => latest !== null && details?.open !== false && show(latest);
  for (const folded of [paths.root, forward.root]) folded.addEventListener('toggle', showAgain);
  // Whoever turns to the drawing, or folds the panel, has seen enough of the flow: nothing stays dimmed.
  details?.addEventListener('toggle', () => details.open || flow.rest());
  highlight.onPoint((part) => factors.point(part));
  highlight.onChoose((part) => {
    flow.rest();
    if (latest === null || !latest.names.includes(part) || part === state.name) return;
    Object.assign(state, { name: part, other: '' });
    showAgain();
  });

  /**
   * Brings the state to what the network has.
   * @param {Snapshot} snapshot
   * @returns {string[]} what the parameter can be held against
   */
  const settle = (snapshot) => {
    const {
      experiment: { network },
      data,
      names,
    } = snapshot;
    if (!names.includes(state.name)) Object.assign(state, { name: names[0], other: '' });
    const others = counterparts(network, state.name);
    if (!others.includes(state.other)) state.other = others[0] ?? '';
    if (state.example < 0) state.example = tellingExample(snapshot, state.name, inspect());
    state.example = Math.min(state.example, data.x.length - 1);
    return others;
  };

  /** @param {Snapshot} snapshot */
  const show = (snapshot) => {
    const { experiment, data, values, running } = snapshot;
    // A large network's gradient is asked for when it is worked out.
    if (snapshot.working || (running && isHeavy(snapshot))) return;
    const others = settle(snapshot);
    choices.update(snapshot, state, others);
    map.update(snapshot);
    highlight.mark(state.name);
    highlight.refresh();
    const shown = others.length === 0 ? [state.name] : [state.name, state.other];
    const chains = shown.map((name) => inspect().chain(name, state.example));
    const example = {
      experiment,
      values,
      trace: inspect().trace(state.example),
      inputs: data.x[state.example],
      targets: data.y[state.example],
    };
    sentence.setAttribute('aria-busy', String(running));
    showChains(snapshot, chains);
    paths.update(chains, experiment);
    step.update(stepRows(snapshot, chains, inspect()), experimentAt(snapshot), data.x.length);
    flow.update(example, running);
    forward.update(example, snapshot);
  };

  /** @param {Snapshot} snapshot @param {Chain[]} chains */
  const showChains = (snapshot, chains) => {
    const [first, second] = chains;
    const pairs = second === undefined ? null : pairFactors(first.factors, second.factors);
    const heads = chains.map(({ parameter, product }) => ({ name: parameter, product, example: state.example }));
    factors.update([heads[0], heads[1] ?? null], pairs, first.factors, snapshot.experiment);
    if (pairs === null) {
      setText(sentence, messages.noCounterpart);
      return setText(exampleSentence, '');
    }
    const explanation = explanationOf(snapshot, [first, second], inspect());
    setText(sentence, messages.sentence(explanation, first.parameter, second.parameter, first.mean));
    setText(exampleSentence, messages.exampleSentence(compareExample(pairs, first.product, second.product), first.mean === second.mean));
  };

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      show(snapshot);
    },
  };
}

/**
 * The first example that has something to say of a parameter: one whose gradient is not 0, among the first few.
 * @param {Snapshot} snapshot
 * @param {string} name
 * @param {Inspect} inspect
 */
function tellingExample({ experiment: { network }, data }, name, inspect) {
  const place = parameterPlace(network, name);
  if (place === null) return 0;
  const { layer, unit, input } = place;
  const found = data.x.slice(0, FIRST_LOOKED_AT).findIndex((x, example) => {
    const { layers } = inspect.trace(example);
    const inputs = layer === 1 ? x : layers[layer - 2].a;
    return layers[layer - 1].delta[unit - 1] !== 0 && (input === null || inputs[input - 1] !== 0);
  });
  return Math.max(0, found);
}

/**
 * @param {Snapshot} snapshot
 * @param {[Chain, Chain]} chains
 * @param {Inspect} inspect
 */
function explanationOf({ experiment, data, names, values, history, verdicts }, chains, { activations }) {
  return explain({
    experiment,
    name: chains[0].parameter,
    other: chains[1].parameter,
    chains,
    valueOf: (name) => values[names.indexOf(name)],
    startOf: (name) => history.parameters[name][0],
    names,
    verdicts,
    x: data.x,
    activations,
  });
}

/**
 * The mean gradient and the next step of each parameter; the referee, who needs two more passes, only while there is time.
 * @param {Snapshot} snapshot
 * @param {Chain[]} chains
 * @param {Inspect} inspect
 * @returns {import('./step.js').Row[]}
 */
function stepRows(snapshot, chains, inspect) {
  const { data, names, values, running } = snapshot;
  const experiment = experimentAt(snapshot);
  const isAsked = !running && !isHeavy(snapshot);
  const gradients = inspect.gradients();
  return chains.map(({ parameter: name, mean }) => {
    const index = names.indexOf(name);
    const [value, gradient] = [values[index], gradients[index]];
    return {
      name,
      value,
      mean,
      gradient,
      check: isAsked ? checkOf(inspect, name) : null,
      update: updateOf(experiment, data.x.length, name, value, gradient),
    };
  });
}

/**
 * The gradient held against one that is measured by moving the parameter, or 'kink' where J has none in the usual sense.
 * @param {Pick<import('../../engine/run.js').Run, 'gradientCheck'>} inspect
 * @param {string} name
 */
function checkOf(inspect, name) {
  try {
    return inspect.gradientCheck(name);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'kink') return /** @type {const} */ ('kink');
    throw error;
  }
}

/** @param {Snapshot} snapshot */
function isHeavy({ names, data }) {
  return names.length * data.x.length > LIGHT_WORK;
}
