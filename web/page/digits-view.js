/**
 * Under the loss: how many of its digits are the run's own, where they are fewer than are shown. Asked when training pauses; what would take long is not
 * asked at all.
 */

import { element, setText } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** With so many digits of its own a loss is what it seems. */
const ENOUGH = 6;
/** Steps times parameters times examples: with more the four runs that this takes would be felt. */
const MOST_WORK = 6e6;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => Pick<import('../session/session.js').Session['inspect'], 'digits'>} options.inspect
 * @param {(callback: () => void) => void} options.later when the page has shown what it has to
 */
export function createDigitsView(root, { messages, inspect, later }) {
  const sentence = element('p', { id: 'digits', class: 'note', hidden: true });
  root.append(sentence);
  /** @type {Snapshot | null} */
  let latest = null;
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const isOver = !snapshot.running && !snapshot.scrubbed && snapshot.step > 0;
      if (isOver && latest?.experiment === snapshot.experiment && latest.step === snapshot.step && !latest.running) return;
      latest = snapshot;
      sentence.hidden = true;
      if (isOver && workOf(snapshot) <= MOST_WORK) later(() => latest === snapshot && show(snapshot));
    },
  };

  /** @param {Snapshot} snapshot */
  function show({ step, verdicts }) {
    const { loss } = inspect().digits(step);
    sentence.hidden = loss >= ENOUGH;
    if (loss >= ENOUGH) return;
    const isTied = verdicts.some(({ tied }) => tied.length > 0);
    setText(sentence, isTied ? messages.digitsOfTie(loss + 1) : messages.digits(loss + 1));
  }
}

/** @param {Snapshot} snapshot */
const workOf = ({ step, names, data }) => step * names.length * data.x.length;
