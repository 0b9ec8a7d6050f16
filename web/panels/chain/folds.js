/** What unfolds under a chain: the paths that add up, and the way forward. Each is written only while it is open. */

import { factorFormula, forwardLines, lossSteps } from '../../drawing/chain-formulas.js';
import { formatFigure } from '../../base/format.js';
import { neuronClass } from '../../drawing/neuron-style.js';
import { element, setText } from '../../ui/dom.js';
import { createFormulaLines } from '../../ui/mathml.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('../../messages/en/chain.js').ChainMessages} ChainMessages */

/** The paths of both chains, where there are several. @param {ChainMessages} messages */
export function createPaths(messages) {
  const summary = element('summary', {});
  const box = element('div', { class: 'formulas' });
  const lines = createFormulaLines(box);
  const root = element('details', { class: 'chain-paths' }, summary, box);
  return {
    root,
    /** @param {Chain[]} chains @param {import('../../experiment/experiment.js').Experiment} experiment */
    update(chains, experiment) {
      const count = chains[0].paths?.length ?? Infinity;
      root.hidden = count === 1;
      setText(summary, count === Infinity ? messages.manyPaths : messages.paths(count));
      if (!root.open || count === 1 || count === Infinity) return box.replaceChildren();
      lines.update(
        chains.flatMap(({ parameter, paths, product }) => [
          ...(paths ?? []).map((path) => ({
            className: 'path',
            steps: [
              path.factors
                .map((factor) => factorFormula(factor, experiment))
                .map((text) => (/ [+−] /.test(text) && !text.startsWith('[') && !text.includes('(') ? `( ${text} )` : text))
                .join(' · '),
              `= ${formatFigure(path.product)}`,
            ],
          })),
          { className: 'total', steps: [`∂J/∂${parameter} = ${formatFigure(Number(product))}`] },
        ]),
      );
    },
  };
}

/** z, a and J with their numbers. @param {ChainMessages} messages */
export function createForward(messages) {
  const box = element('div', { class: 'formulas' });
  const lines = createFormulaLines(box);
  const more = element('p', { class: 'note' });
  const root = element('details', { class: 'chain-forward' }, element('summary', {}, messages.forward.title), box, more);
  return {
    root,
    /** @param {import('../../drawing/chain-formulas.js').Example} example @param {Snapshot} snapshot */
    update(example, { loss, data }) {
      if (!root.open) return;
      const layers = forwardLines(example);
      const left = layers.reduce((sum, layer) => sum + layer.more, 0);
      lines.update([
        ...layers
          .flatMap((layer) => layer.lines)
          .map(({ unit, steps }) => ({ className: unit === null ? 'neuron-output' : neuronClass(unit), steps })),
        { className: 'total', steps: lossSteps(example) },
      ]);
      setText(
        more,
        [left > 0 ? messages.forward.more(left) : '', messages.forward.mean(data.x.length, formatFigure(loss))].filter(Boolean).join(' '),
      );
    },
  };
}
