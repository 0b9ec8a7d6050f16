/** One parameter moved before the first step, by its last bit or by any power of ten up to 1. */

import { ulpOf } from '../../base/bits.js';
import { formatDifference } from '../../base/format.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../ties/tie-edits.js').Nudge} Nudge */
/** @typedef {import('../../messages/en/ties.js').TiesMessages} TiesMessages */

/** The slider's first place is one ulp; then come the powers of ten from this one to 1. */
const LEAST_POWER = -16;

/**
 * @param {object} options
 * @param {TiesMessages} options.messages
 * @param {(nudge: Nudge) => void} options.onNudge
 * @param {() => void} options.onTakeBack
 */
export function createNudge({ messages, onNudge, onTakeBack }) {
  const parameter = element('select', { id: 'nudge-parameter', name: 'nudge-parameter' });
  const slider = element('input', {
    type: 'range',
    id: 'nudge-amount',
    name: 'nudge-amount',
    min: '0',
    max: String(1 - LEAST_POWER),
    step: '1',
    value: '0',
  });
  const amount = element('output', { for: slider.id, class: 'note' });
  const nudge = element('button', { type: 'button', 'data-action': 'nudge' }, messages.nudgeNow);
  const back = element('button', { type: 'button', 'data-action': 'nudges-back' }, messages.nudgeBack);
  const inForce = element('p', { class: 'note' });
  const root = element(
    'fieldset',
    { class: 'ties-nudge' },
    element('legend', {}, messages.nudge),
    element(
      'div',
      { class: 'nudge-row' },
      element('div', { class: 'field' }, element('label', { for: parameter.id }, messages.nudgeParameter), parameter),
      element('div', { class: 'field nudge-amount' }, element('label', { for: slider.id }, messages.nudgeAmount), slider),
    ),
    amount,
    element('div', { class: 'nudge-buttons' }, nudge, back),
    inForce,
  );
  /** @type {(name: string) => number} */
  let startOf = () => 0;

  /** @returns {Nudge} */
  const chosen = () => {
    const place = Number(slider.value);
    return place === 0 ? { parameter: parameter.value, ulps: 1 } : { parameter: parameter.value, by: 10 ** (LEAST_POWER + place - 1) };
  };
  const show = () => {
    const wish = chosen();
    const from = startOf(wish.parameter);
    const isLost = 'by' in wish && from + wish.by === from;
    const text = isLost
      ? messages.tooSmall(wish.parameter)
      : 'by' in wish
        ? messages.nudgeBy(formatDifference(wish.by))
        : messages.nudgeUlp(formatDifference(ulpOf(from)));
    setText(amount, text);
    slider.setAttribute('aria-valuetext', text);
    nudge.disabled = isLost;
  };
  parameter.addEventListener('change', show);
  slider.addEventListener('input', show);
  nudge.addEventListener('click', () => onNudge(chosen()));
  back.addEventListener('click', onTakeBack);

  return {
    root,
    /** @param {Snapshot} snapshot @param {string[]} offered parameters of the two neurons */
    update({ experiment, history }, offered) {
      if (parameter.dataset.offered !== offered.join()) {
        const before = parameter.value;
        parameter.dataset.offered = offered.join();
        parameter.replaceChildren(...offered.map((name) => element('option', { value: name }, name)));
        if (offered.includes(before)) parameter.value = before;
      }
      startOf = (name) => history.parameters[name][0];
      show();
      back.disabled = experiment.init.nudge.length === 0;
      setText(inForce, messages.nudged(experiment.init.nudge));
    },
  };
}
