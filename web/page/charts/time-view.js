/**
 * A run's time, under the charts and along their step axis: a slider over all steps that were, and buttons for one step back and forth.
 * While a step of the past is shown, the page says so, and from where training would go on.
 */

import { networkLayers } from '../../experiment/parameters.js';
import { sampleAt } from '../../session/replay.js';
import { stepAxisEnd } from '../../drawing/chart-series.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/page.js').Messages} Messages */

/** Page Up and Page Down go over this many samples. */
const PAGE = 20;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {{ look: (step: number, isExact: boolean) => void, lookBeside: (direction: -1 | 1) => void }} options.on
 */
export function createTimeView(root, { messages, on }) {
  const texts = messages.time;
  const slider = element('input', { type: 'range', id: 'time', name: 'time', min: '0', step: 'any', 'aria-label': texts.label });
  const back = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-action': 'step-back', 'aria-label': texts.backName },
    texts.back,
  );
  const forward = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-action': 'step-forward', 'aria-label': texts.forwardName },
    texts.forward,
  );
  const note = element('p', { class: 'note time-note', id: 'time-note' });
  /** @type {Snapshot | null} */
  let latest = null;

  // While the slider moves, a step near by will do; where it is let go, it is that very step.
  slider.addEventListener('input', () => on.look(Math.round(Number(slider.value)), false));
  slider.addEventListener('change', () => on.look(Math.round(Number(slider.value)), true));
  slider.addEventListener('keydown', (event) => {
    const goal = latest === null ? null : stepOfKey(event.key, latest);
    if (goal === null) return;
    event.preventDefault();
    on.look(goal, false);
  });
  back.addEventListener('click', () => on.lookBeside(-1));
  forward.addEventListener('click', () => on.lookBeside(1));
  root.append(element('div', { class: 'time' }, back, slider, forward), note);

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      const { step, presentStep, scrubbed } = snapshot;
      slider.max = String(stepAxisEnd(snapshot));
      slider.value = String(step);
      slider.disabled = presentStep === 0;
      slider.setAttribute('aria-valuetext', texts.at(step));
      // A button that is switched off under the finger that presses it would lose the focus.
      back.setAttribute('aria-disabled', String(step === 0));
      forward.setAttribute('aria-disabled', String(!scrubbed));
      setText(note, scrubbed ? texts.looking(presentStep) : stopText(snapshot, messages));
    },
  };
}

/**
 * Why training stopped before its steps were over, '' where it did not.
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 * @returns {string}
 */
export function stopText({ stopReason, presentStep, experiment }, { time }) {
  if (stopReason === null) return '';
  const units =
    stopReason.kind === 'loss'
      ? []
      : stopReason.units.map((unit) => networkLayers(experiment.network)[stopReason.layer - 1].firstUnit + unit - 1);
  return time.stopReason(stopReason, units, presentStep);
}

/**
 * Where a key of a slider leads: to the sample before or after, some samples further, or to an end.
 * @param {string} key
 * @param {Snapshot} snapshot
 * @returns {number | null}
 */
function stepOfKey(key, { history, step, presentStep }) {
  const { steps } = history;
  const here = sampleAt(history, step);
  /** @type {(samples: number) => number} */
  const beside = (samples) => steps[Math.max(0, Math.min(steps.length - 1, here + samples))];
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return steps[here] < step ? steps[here] : beside(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return beside(1);
    case 'PageDown':
      return beside(-PAGE);
    case 'PageUp':
      return beside(PAGE);
    case 'Home':
      return 0;
    case 'End':
      return presentStep;
    default:
      return null;
  }
}
