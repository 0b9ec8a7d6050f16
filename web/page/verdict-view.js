/**
 * The verdict in words: always there, always true of the step shown. While training it is marked busy, so that it is read out only at
 * events: a pause, the end, a parting.
 */

import { whatPartsTwins } from '../ties/what-parts-twins.js';
import { differingParts, unitParameters } from '../ties/verdict.js';
import { element, setText, svgElement } from '../ui/dom.js';
import { MOST_MARKS, drawMarks } from '../ui/verdict-marks.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../ties/verdict.js').Verdict} Verdict */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** Layers that are spoken of, where there are several. */
const MOST_LAYERS = 2;

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages }} options
 */
export function createVerdictView(root, { messages }) {
  const marks = svgElement('svg', { class: 'verdict-marks', 'aria-hidden': 'true', preserveAspectRatio: 'xMinYMid' });
  const sentence = element('p', { id: 'verdict', 'aria-live': 'polite' });
  const effective = element('span', { id: 'effective' });
  const why = element('span', { id: 'why' });
  root.append(
    element('div', { class: 'verdict' }, marks, element('div', {}, sentence, element('p', { class: 'effective' }, effective, ' ', why))),
  );
  let shownMarks = '';
  return {
    /** @param {Snapshot} snapshot */
    update({ verdicts, step, running, event, experiment, history, names }) {
      const isAtRest = !running || event === 'parted' || event === 'merged';
      sentence.setAttribute('aria-live', isAtRest ? 'polite' : 'off');
      sentence.setAttribute('aria-busy', String(!isAtRest));
      const { verdict: texts } = messages;
      setText(sentence, verdictText(verdicts, step, messages));
      setText(
        effective,
        verdicts.length === 0 ? texts.logisticMore : verdicts.length === 1 ? texts.different(verdicts[0]) : texts.differentLayers(verdicts),
      );
      if (event !== null) {
        // The first sample of a history is the start.
        const startOf = (/** @type {string} */ name) => history.parameters[name][0];
        const differing = (/** @type {Verdict} */ { layer, units }) =>
          units === 2 ? differingParts(experiment.network, layer, (index) => startOf(names[index])) : [];
        const canPart = (/** @type {Verdict} */ { kind, layer, tied }) =>
          kind === 'tied' && canPartGroup({ experiment, names, startOf }, layer, tied[0]);
        const reasons =
          verdicts.length > 1
            ? []
            : verdicts.map((verdict) =>
                texts.why(verdict, differing(verdict), canPart(verdict), whatParted({ experiment, names, startOf }, verdict)),
              );
        setText(why, reasons.join(' '));
      }
      const key = verdicts.map(({ units, pairs }) => `${units} ${pairs.map(({ kind }) => kind).join()}`).join('|');
      if (key === shownMarks) return;
      shownMarks = key;
      drawMarks(marks, verdicts.length === 1 && verdicts[0].units <= MOST_MARKS ? verdicts[0] : null);
    },
  };
}

/**
 * @param {Parameters<typeof whatPartsTwins>[0]} input
 * @param {Verdict} verdict
 * @returns what has parted two neurons that started tied
 */
function whatParted(input, { layer, pairs }) {
  const startOf = (/** @type {number} */ unit) =>
    unitParameters(input.experiment.network, layer, unit).map((index) => input.startOf(input.names[index]));
  const pair = pairs.find(({ kind, units }) => kind !== 'tied' && String(startOf(units[0])) === String(startOf(units[1])));
  return pair === undefined ? [] : whatPartsTwins(input, pair);
}

/**
 * @param {Parameters<typeof whatPartsTwins>[0]} input
 * @param {number} layer
 * @param {readonly number[]} group of tied units
 * @returns {boolean} whether the training may part some of them
 */
function canPartGroup(input, layer, [first, ...others]) {
  return others.some((other) => whatPartsTwins(input, { layer, units: [first, other] }).length > 0);
}

/**
 * Of several layers, only those with ties are spoken of.
 * @param {readonly Verdict[]} verdicts
 * @param {number} step
 * @param {Messages} messages
 * @returns {string}
 */
export function verdictText(verdicts, step, { verdict: texts }) {
  if (verdicts.length === 0) return texts.logistic;
  if (verdicts.length === 1) return texts.sentence(verdicts[0], step);
  const telling = verdicts.filter(({ kind }) => kind !== 'apart' && kind !== 'single').slice(0, MOST_LAYERS);
  if (telling.length === 0) return texts.allApart(step);
  return telling.map((verdict) => texts.inLayer(verdict.layer, texts.sentence(verdict, step))).join(' ');
}
