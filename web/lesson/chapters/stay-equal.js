/** Chapter: what must be equal for two neurons to stay equal; each equality is broken by itself. */

import { STEPS, TIED_WITH_BIASES } from './starts.js';

/** What becomes of each part of neuron 2, or of its outgoing weight, when it is not equal to neuron 1's. */
const BROKEN = {
  incoming: { w3: -0.1, w4: 0.7 },
  bias: { b2: 0.5 },
  outgoing: { w6: -0.3 },
};

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'stay-equal',
  doing: { kind: 'switches', parts: BROKEN },
  runs: {
    equal: { experiment: TIED_WITH_BIASES, steps: STEPS },
    'only-outgoing': { experiment: { ...TIED_WITH_BIASES, init: { ...TIED_WITH_BIASES.init, set: { ...BROKEN.incoming } } }, steps: STEPS },
    'only-incoming': { experiment: { ...TIED_WITH_BIASES, init: { ...TIED_WITH_BIASES.init, set: { ...BROKEN.outgoing } } }, steps: STEPS },
    'own-bias': { experiment: { ...TIED_WITH_BIASES, init: { ...TIED_WITH_BIASES.init, set: { ...BROKEN.bias } } }, steps: STEPS },
  },
  run: 'equal',
  contrast: { kind: 'cards', cases: ['only-outgoing', 'equal'], show: ['weights', 'distance'] },
  play: { run: 'equal', panel: 'ties' },
  claims: [
    { id: 'steps', what: 'steps', run: 'equal', value: 2000, as: 'count' },
    { what: 'kind', run: 'equal', value: 'tied' },
    { id: 'halfDistance', what: 'distance', run: 'only-outgoing', value: 18.1, as: 'distance' },
    { what: 'kind', run: 'only-outgoing', value: 'apart' },
    { what: 'kind', run: 'only-incoming', value: 'apart' },
    { what: 'kind', run: 'own-bias', value: 'apart' },
    { id: 'startDistance', what: 'distance', run: 'only-outgoing', step: 0, value: 0.424, as: 'distance' },
  ],
};
