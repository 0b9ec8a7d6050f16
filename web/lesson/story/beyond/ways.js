/**
 * Two ways from a solution with two hidden neurons to its mirror image, in which they have changed places: straight on, and around, with a third neuron to
 * spare. A place on a way is drawn like a moment of a run; its step is the part of the way, in percent.
 */

import { withRun } from '../../../base/with-run.js';
import { networkLayers } from '../../../experiment/parameters.js';
import { momentOf } from '../../../session/recording.js';

/** @typedef {import('../../../engine/lab.js').Lab} Lab */
/** @typedef {import('../../../figures/figure.js').Moment} Moment */
/** @typedef {import('../../../figures/figure.js').Recording} Recording */
/** @typedef {{ into: readonly number[], out: readonly number[] }} Unit what enters a neuron, its bias last; what leaves it */

/** Places along a way; even, so that one is halfway, and six times a whole number of them. */
const PLACES = 120;
/** What enters the neuron to spare, before anything is asked of it: any numbers would do. */
const SPARE = 1;

/**
 * @param {Lab} lab
 * @param {Recording} recording of two hidden neurons in one layer
 * @returns {{ half: Recording, straight: Recording, level: Recording }} half: straight on, up to the middle
 */
export function waysOf(lab, recording) {
  const { experiment } = recording;
  const { network } = experiment;
  const { parameters } = recording.moments[recording.moments.length - 1];
  const [first, second] = [unitOf(network, parameters, 0), unitOf(network, parameters, 1)];
  const bias = network.bias ? [parameters[parameters.length - 1]] : [];
  const straight = between([first, second], [second, first], PLACES);
  const wider = { ...experiment, network: { ...network, hidden: [3] } };
  const moments = momentsOf(lab, experiment, straight, bias);
  return {
    half: { ...recording, moments: moments.slice(0, PLACES / 2 + 1) },
    straight: { ...recording, moments },
    level: { ...recording, experiment: wider, moments: momentsOf(lab, wider, levelWay(first, second), bias) },
  };
}

/**
 * Six moves, none of which changes an answer: what enters a neuron may change while nothing leaves it, and what leaves may be passed on between two that the
 * same enters.
 * @param {Unit} first @param {Unit} second
 */
function levelWay(first, second) {
  const nothing = first.out.map(() => 0);
  const spare = { into: first.into.map(() => SPARE), out: nothing };
  const places = [
    [first, second, spare],
    [first, second, { into: first.into, out: nothing }],
    [{ into: first.into, out: nothing }, second, first],
    [{ into: second.into, out: nothing }, second, first],
    [second, { into: second.into, out: nothing }, first],
    [second, { into: first.into, out: nothing }, first],
    [second, first, { into: first.into, out: nothing }],
  ];
  const moves = places.length - 1;
  return [places[0], ...places.slice(1).flatMap((to, at) => between(places[at], to, PLACES / moves).slice(1))];
}

/**
 * @param {readonly Unit[]} from
 * @param {readonly Unit[]} to
 * @param {number} places
 * @returns {Unit[][]} from and to among them
 */
function between(from, to, places) {
  return Array.from({ length: places + 1 }, (_, at) => {
    const part = at / places;
    const mix = (/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) =>
      a.map((value, which) => (1 - part) * value + part * b[which]);
    return from.map(({ into, out }, unit) => ({ into: mix(into, to[unit].into), out: mix(out, to[unit].out) }));
  });
}

/**
 * @param {Lab} lab
 * @param {Recording['experiment']} experiment
 * @param {readonly (readonly Unit[])[]} places
 * @param {readonly number[]} bias of the output
 * @returns {Moment[]}
 */
function momentsOf(lab, experiment, places, bias) {
  const { hidden, inputs } = experiment.network;
  const w = [
    Array.from({ length: hidden[0] }, () => Array.from({ length: inputs }, () => 0)),
    [Array.from({ length: hidden[0] }, () => 0)],
  ];
  return withRun(lab, { ...experiment, init: { scheme: 'explicit', w } }, (run) =>
    places.map((units, at) => {
      const parameters = Float64Array.from([
        ...units.flatMap(({ into }) => into.slice(0, inputs)),
        ...units.flatMap(({ into }) => into.slice(inputs)),
        ...units.flatMap(({ out }) => out),
        ...bias,
      ]);
      run.names.forEach((name, index) => run.set(name, parameters[index]));
      return Object.freeze({ ...momentOf(run, run.data().x.length), step: (100 * at) / (places.length - 1), parameters });
    }),
  );
}

/**
 * @param {Recording['experiment']['network']} network
 * @param {Float64Array} parameters
 * @param {number} unit counted from 0
 * @returns {Unit}
 */
function unitOf(network, parameters, unit) {
  const [{ inputs, weights, units }, output] = networkLayers(network);
  const into = [...parameters.slice(weights + unit * inputs, weights + (unit + 1) * inputs)];
  if (network.bias) into.push(parameters[weights + units * inputs + unit]);
  return { into, out: [parameters[output.weights + unit]] };
}
