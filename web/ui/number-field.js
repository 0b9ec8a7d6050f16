/**
 * A field for one number: typed with a decimal point or comma or as a fraction, stepped by arrow keys, restored by Escape. A text that
 * is no number gets its sentence at the field, and the value before it stays in force.
 */

import { formatExact, twoReadings } from '../base/format.js';
import { readNumber } from '../base/read-number.js';
import { element, setReason } from './dom.js';

/**
 * @typedef {object} NumberFieldOptions
 * @property {string} name
 * @property {string} label the accessible name
 * @property {(text: string) => string} notANumber the sentence for a text that is none
 * @property {(value: number) => string | null} [check] a sentence for a number that does not fit here
 * @property {(value: number) => string} format the value as shown while nobody edits it
 * @property {number} [step] of an arrow key
 * @property {(value: number) => void} onCommit may throw an Error, whose message is then shown at the field
 * @property {string} [id]
 */

/**
 * The check of a whole number.
 * @param {number} least
 * @param {number} most
 * @param {{ notWhole: (least: number, most: number) => string }} errors
 * @returns {(value: number) => string | null}
 */
export const wholeBetween = (least, most, errors) => (value) =>
  Number.isInteger(value) && value >= least && value <= most ? null : errors.notWhole(least, most);

/**
 * @typedef {object} NumberField
 * @property {HTMLInputElement} input
 * @property {HTMLElement} error
 * @property {(value: number) => void} set shows a value, unless somebody is typing
 * @property {(value: number) => boolean} offer commits a value as if it had been typed; whether it is taken
 * @property {() => void} restore forgets what is typed and any complaint about it
 */

/**
 * @param {NumberFieldOptions} options
 * @returns {NumberField}
 */
export function createNumberField({ name, label, notANumber, check, format, step = 0.1, onCommit, id = `field-${name}` }) {
  const error = element('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  const input = element('input', {
    id,
    name,
    type: 'text',
    role: 'spinbutton',
    'aria-label': label,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'done',
  });
  let value = 0;
  /** What the field showed when nobody had typed: a text equal to it is no edit. */
  let shown = '';
  const steps = createSteps(step);

  /** @param {unknown} reason null: there is none */
  const complain = (reason) => {
    error.hidden = reason === null;
    setReason(error, reason ?? '');
    if (reason === null) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    if (reason === null) input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', error.id);
  };

  const show = () => {
    shown = document.activeElement === input ? formatExact(value) : format(value);
    if (input.value !== shown) input.value = shown;
    input.dataset.value = String(value);
    input.setAttribute('aria-valuenow', String(value));
  };

  /** @param {number} next @returns {boolean} whether it is taken */
  const offer = (next) => {
    try {
      const sentence = check?.(next) ?? null;
      if (sentence === null) onCommit(next);
      complain(sentence);
      if (sentence !== null) return false;
    } catch (refusal) {
      complain(refusal);
      return false;
    }
    value = next;
    show();
    return true;
  };

  const commit = () => {
    if (input.value === shown) return complain(null);
    const typed = readNumber(input.value);
    if (typed === null || twoReadings(input.value) !== null) complain(notANumber(input.value));
    else offer(typed);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') {
      complain(null);
      show();
      input.select();
      event.stopPropagation();
    }
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    const isTaken = offer(steps.next(input.value === shown ? value : (readNumber(input.value) ?? value), direction * size));
    if (!isTaken) steps.takeBack();
  };

  input.addEventListener('change', commit);
  input.addEventListener('input', () => {
    // Set by a script: nobody is typing, so nobody will confirm.
    if (document.activeElement !== input) commit();
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('focus', () => {
    if (input.hasAttribute('aria-invalid')) return;
    show();
    input.select();
  });
  input.addEventListener('blur', () => {
    if (input.value === shown) show();
  });

  return {
    input,
    error,
    set(next) {
      const isBeingTyped = input.value !== shown;
      value = next;
      if (!isBeingTyped) show();
    },
    offer,
    restore() {
      complain(null);
      show();
    },
  };
}

/**
 * Steps from a number, as arrow keys make them: as many up as down lead back to it, to the last bit.
 * @param {number} step
 */
function createSteps(step) {
  /** Tenths of a step, the finest there is, from the number that the steps began at, and where they have led. */
  let here = { origin: 0, tenths: 0, value: NaN };
  let before = here;
  return {
    /**
     * @param {number} from
     * @param {number} steps 10, 1 or 0.1, up or down
     */
    next(from, steps) {
      before = Object.is(from, here.value) ? here : { origin: from, tenths: 0, value: from };
      const { origin } = before;
      const tenths = before.tenths + Math.round(10 * steps);
      // A sum in decimals as people make it: 0.1 + 0.2 is 0.3 here.
      here = { origin, tenths, value: tenths === 0 ? origin : Number((origin + (tenths * step) / 10).toPrecision(15)) };
      return here.value;
    },
    /** The step was refused. */
    takeBack() {
      here = before;
    },
  };
}

/** Commits what somebody typed and did not yet confirm: a script or a shortcut may act without the field losing the focus. */
export function commitPending() {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.dispatchEvent(new Event('change'));
}
