/**
 * A neuron is a color: what every drawing, chart and legend needs to show the same neuron the same way. Colors live in page/styles/first-screen.css
 * (classes neuron-1 … neuron-8, light and dark); dashes and shapes live here.
 */

/** Past this many neurons colors repeat. */
export const NEURON_STYLES = 8;

/**
 * Drawn and skipped pixels of a neuron's lines. Each halves the dashes of the one before, so that lines which coincide, drawn in the
 * order of their neurons, show as a braid in which every color is seen.
 */
const DASHES = [[], [12, 12], [6, 6], [3, 3], [1.5, 1.5], [2, 4], [4, 8], [2, 10]];

/** Shapes in a box from -1 to 1, as SVG path data: the node of the drawing and the marker at the end of a line. */
const SHAPES = [
  'M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z',
  'M-.88,-.88H.88V.88H-.88Z',
  'M0,-1.15L1.08,.75H-1.08Z',
  'M0,-1.18L1.18,0L0,1.18L-1.18,0Z',
  'M0,-1.08L1.05,-.3L.65,.92H-.65L-1.05,-.3Z',
  'M0,1.15L1.08,-.75H-1.08Z',
  'M-.55,-.95H.55L1.1,0L.55,.95H-.55L-1.1,0Z',
  'M-.38,-1H.38V-.38H1V.38H.38V1H-.38V.38H-1V-.38H-.38Z',
];

/**
 * @param {number} unit counted from 1
 * @returns {number} the style it uses, counted from 0
 */
function styleOf(unit) {
  return (unit - 1) % NEURON_STYLES;
}

/**
 * @param {number} unit counted from 1
 * @returns {string} the class that gives an element this neuron's color, as var(--neuron)
 */
export function neuronClass(unit) {
  return `neuron-${styleOf(unit) + 1}`;
}

/**
 * @param {number} unit counted from 1
 * @returns {number[]} drawn and skipped lengths, empty for a solid line
 */
export function neuronDash(unit) {
  return DASHES[styleOf(unit)];
}

/**
 * @param {number} unit counted from 1
 * @returns {string} SVG path data in a box from -1 to 1
 */
export function neuronShape(unit) {
  return SHAPES[styleOf(unit)];
}
