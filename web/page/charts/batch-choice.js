/** How many examples a step sees, beside the distance: whether twins part can hang on it. */

import { STARTS, batchSizes, wideLayer } from '../../ties/over-starts.js';
import { choice, element } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */

/**
 * @param {object} options
 * @param {import('../../messages/en/batches.js').BatchesMessages} options.messages
 * @param {(batchSize: number) => void} options.onChoose 0: all examples
 * @param {() => void} options.onCount
 */
export function createBatchChoice({ messages, onChoose, onCount }) {
  const { element: field, select } = choice({
    name: 'batch-beside-distance',
    label: messages.label,
    options: [],
    onChoose: (value) => onChoose(Number(value)),
  });
  const count = element('button', { type: 'button', class: 'quiet-button' }, messages.overStarts(STARTS[1]));
  count.addEventListener('click', onCount);
  const root = element('div', { class: 'batch-choice' }, field, count);
  let offered = '';
  return {
    element: root,
    /** @param {Snapshot} snapshot */
    update({ experiment, data }) {
      root.hidden = wideLayer(experiment) === null;
      const examples = data.x.length;
      const { batchSize } = experiment.training;
      // More than there are is all of them.
      const now = batchSize === 0 || batchSize >= examples ? examples : batchSize;
      const sizes = [...new Set([...batchSizes(examples), now])].sort((one, other) => other - one);
      if (sizes.join() !== offered)
        select.replaceChildren(
          ...sizes.map((size) => element('option', { value: size === examples ? '0' : String(size) }, messages.size(size, examples))),
        );
      offered = sizes.join();
      select.value = now === examples ? '0' : String(now);
    },
  };
}
