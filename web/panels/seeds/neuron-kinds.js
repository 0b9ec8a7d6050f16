/** What came of the neurons of a hidden layer over many seeds, drawn: those that are alike have one color and shape, and a line that joins them. */

import { neuronClass, neuronShape } from '../../drawing/neuron-style.js';
import { element, svgElement } from '../../ui/dom.js';
import { createBarTable } from './bar-table.js';

/** @typedef {import('../../ties/neuron-outcomes.js').Kind} Kind */
/** @typedef {import('../../ties/neuron-outcomes.js').KindOfSeeds} KindOfSeeds */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/** Rows at most; what is rarer goes together into the last one. */
const MOST_ROWS = 8;
/** Neurons drawn at most; the words beside say the rest. */
const MOST_DRAWN = 12;
/** From the middle of one neuron to that of the next, where a neuron reaches from -1 to 1. */
const STEP = 3.2;

/**
 * @param {readonly KindOfSeeds[]} kinds the most frequent first, at least one
 * @param {{ layer: number, layers: number }} place layer counted from 1
 * @param {Messages} messages
 * @param {(seed: number) => void} onOpen
 */
export function createNeuronKinds(kinds, { layer, layers }, messages, onOpen) {
  const texts = messages.seeds.neurons;
  const shown = kinds.length > MOST_ROWS ? kinds.slice(0, MOST_ROWS - 1) : kinds;
  const others = kinds.slice(shown.length).flatMap(({ seeds }) => seeds);
  const rows = shown.map((kind) => {
    const name = texts.kind(kind);
    return { head: [draw(kind), element('span', {}, name)], label: texts.bar(kind.seeds.length, name, kind.seeds[0]), seeds: kind.seeds };
  });
  if (others.length > 0)
    rows.push({ head: [element('span', {}, texts.others)], label: texts.bar(others.length, texts.others, others[0]), seeds: others });
  const caption = `${texts.title(layer, layers)}. ${texts.hint}`;
  return createBarTable({ caption, columns: [texts.column, messages.seeds.seedsColumn], rows, count: messages.count, onOpen });
}

/** @param {Kind} kind */
function draw({ alone, alike, dead }) {
  const groups = [
    ...[...alike.tied, ...alike.same].map((size) => ({ size, name: 'alike' })),
    ...alike.mirror.map((size) => ({ size, name: 'mirror' })),
    ...Array.from({ length: alone }, () => ({ size: 1, name: 'alone' })),
    ...Array.from({ length: dead }, () => ({ size: 1, name: 'dead' })),
  ];
  /** @type {SVGElement[]} */
  const parts = [];
  let at = 0;
  groups.forEach(({ size, name }, number) => {
    const count = Math.min(size, MOST_DRAWN - at);
    if (count <= 0) return;
    const from = at * STEP;
    const link = svgElement('path', { class: `kind-link ${name}`, d: `M${from},0H${from + (count - 1) * STEP}` });
    const nodes = Array.from({ length: count }, (_, one) =>
      svgElement('path', {
        class: `kind-node ${name}${name === 'mirror' && one % 2 === 1 ? ' turned' : ''}`,
        d: neuronShape(number + 1),
        transform: `translate(${from + one * STEP})`,
      }),
    );
    parts.push(svgElement('g', { class: name === 'dead' ? '' : neuronClass(number + 1) }, ...(count > 1 ? [link] : []), ...nodes));
    at += count;
  });
  const width = (at - 1) * STEP + 2.8;
  return svgElement(
    'svg',
    { class: 'seeds-kind', viewBox: `-1.4 -1.4 ${width} 2.8`, width: width * 6, height: 17, 'aria-hidden': 'true' },
    ...parts,
  );
}
