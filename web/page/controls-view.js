/** The control bar: train, pause, step, reset, a new random start, and where the run stands. It reports clicks and shows snapshots. */

import { trainingAt } from '../experiment/schedule.js';
import { formatLoss } from '../base/format.js';
import { element, setText, svgElement } from '../ui/dom.js';
import { commitPending } from '../ui/number-field.js';
import { stopText } from './charts/time-view.js';
import { drawMarks } from '../ui/verdict-marks.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** More neurons than this are not drawn in the bar. */
const MOST_GLANCED = 2;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {{ train: () => void, pause: () => void, step: () => void, reset: () => void, newStart: () => void }} options.on
 */
export function createControlsView(root, { messages, on }) {
  /** @type {(action: string, text: string, act: () => void, title?: string) => HTMLButtonElement} */
  const button = (action, text, act, title) => {
    const made = element('button', { type: 'button', 'data-action': action, title }, text);
    made.addEventListener('click', () => {
      commitPending();
      act();
    });
    return made;
  };
  const train = button('train', messages.train, on.train);
  const pause = button('pause', messages.pause, on.pause);
  const step = button('step', messages.step, on.step);
  const reset = button('reset', messages.reset, on.reset, messages.resetHint);
  const newStart = button('new-start', messages.newStart, on.newStart);
  const stepNumber = element('output', { id: 'step', class: 'number' });
  const lossNumber = element('output', { id: 'loss', class: 'number' });
  const alert = element('p', { class: 'alert', role: 'alert', hidden: true });
  const status = element('p', { class: 'status', role: 'status' });
  // On a phone the verdict itself is out of sight while the network is in it.
  const marks = svgElement('svg', { class: 'verdict-marks', preserveAspectRatio: 'xMinYMid' });
  const glance = element('span', { class: 'glance', 'aria-hidden': 'true' }, marks, element('span', { class: 'glance-text' }));
  let shownGlance = '';
  root.append(
    alert,
    glance,
    element('div', { class: 'actions' }, train, pause, step, reset, newStart),
    status,
    element(
      'div',
      { class: 'readouts' },
      element('span', { class: 'readout' }, element('span', { class: 'readout-name' }, messages.stepLabel), stepNumber),
      element('span', { class: 'readout' }, element('span', { class: 'readout-name' }, messages.lossLabel), lossNumber),
    ),
  );
  for (const output of [stepNumber, lossNumber]) output.setAttribute('aria-live', 'off');

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const { running, stopped } = snapshot;
      const hadFocus = document.activeElement === train || document.activeElement === pause;
      train.hidden = running;
      pause.hidden = !running;
      if (hadFocus) (running ? pause : train).focus();
      train.disabled = stopped !== null;
      step.disabled = running || stopped !== null;
      setText(stepNumber, messages.count(snapshot.step));
      stepNumber.dataset.value = String(snapshot.step);
      setText(lossNumber, formatLoss(snapshot.loss));
      lossNumber.dataset.value = String(snapshot.loss);
      const trouble =
        stopped === null
          ? ''
          : messages.diverged(snapshot.presentStep, trainingAt(snapshot.experiment.training, snapshot.presentStep).learningRate);
      alert.hidden = trouble === '';
      setText(alert, trouble);
      const key = JSON.stringify(snapshot.verdicts.map(({ units, different, kind }) => [units, different, kind]));
      if (key !== shownGlance) showGlance(glance, snapshot.verdicts, messages);
      shownGlance = key;
      if (snapshot.working) setText(status, messages.status.working);
      else if (snapshot.event !== null) setText(status, statusText(snapshot, messages));
    },
    /** Puts the focus on Train, or on Pause while training. */
    focus() {
      (train.hidden ? pause : train).focus({ preventScroll: true });
    },
  };
}

/**
 * @param {HTMLElement} glance
 * @param {Snapshot['verdicts']} verdicts
 * @param {Messages} messages
 */
function showGlance(glance, verdicts, messages) {
  const [marks, text] = glance.children;
  const isFew = verdicts.length === 1 && verdicts[0].units <= MOST_GLANCED;
  drawMarks(/** @type {SVGSVGElement} */ (marks), isFew ? verdicts[0] : null);
  setText(text, isFew || verdicts.length === 0 ? '' : messages.verdict.glance(verdicts));
}

/**
 * One short sentence on what just happened, where that is not plain from the verdict.
 * @param {Snapshot} snapshot
 * @param {Messages} messages
 * @returns {string}
 */
function statusText(snapshot, messages) {
  const { event, changed, names, values, seed, experiment } = snapshot;
  const { status, presets } = messages;
  switch (event) {
    case 'reset':
      return status.reset;
    case 'edited':
      return changed === null ? status.changed : status.edited(changed, values[names.indexOf(changed)]);
    case 'changed':
      return seed === null ? status.changed : status.seeded(seed);
    case 'loaded':
      return presets[experiment.name]?.about ?? status.opened(experiment.name);
    case 'parted':
      return status.parted;
    case 'merged':
      return status.merged;
    case 'looked':
      return snapshot.scrubbed ? messages.time.looking(snapshot.presentStep) : '';
    case 'stopped':
      return stopText(snapshot, messages);
    default:
      return '';
  }
}
