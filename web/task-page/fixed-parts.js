/**
 * What a task does not let be changed is seen to be fixed: its fields are out of use, and what would lead to it is not there. That nothing gets round this is
 * the session's part, which takes no other experiment.
 */

import { CHOICES } from '../tasks/task.js';
import { byId } from '../ui/dom.js';

/** @typedef {import('../tasks/task.js').Task} Task */

/** The fields of the first screen, by what has to be allowed for them; null: nothing does. @type {Readonly<Record<string, string | null>>} */
const FIELDS = {
  data: null,
  hidden: 'hidden',
  activation: 'activation',
  'loss-kind': 'loss',
  bias: null,
  'learning-rate': 'learningRate',
  seed: 'seed',
  'steps-to-run': null,
  'batch-beside-distance': 'batchSize',
};

/** Panels that change the experiment, by what of it; the others stay. */
const PANELS = /** @type {const} */ ([
  ['network', ['hidden', 'outputActivation', 'start']],
  ['data', []],
  ['training', CHOICES.training.filter((name) => name !== 'learningRate')],
  ['breaks', []],
  ['seeds', []],
]);

/** @param {Task} task */
export function createFixedParts({ allow }) {
  const mayAny = (/** @type {readonly string[]} */ names) => names.some((name) => allow.includes(name));
  const isFree = (/** @type {string} */ name) => allow.includes(name) || allow.includes('start');

  const fix = () => {
    for (const input of byId('network').querySelectorAll('.chip input')) {
      const name = input.closest('[data-part]')?.getAttribute('data-part') ?? '';
      // Who clicks into it sees its number in full, which an answer may need.
      /** @type {HTMLInputElement} */ (input).readOnly = !isFree(name);
      input.closest('.chip')?.classList.toggle('fixed', !isFree(name));
    }
    for (const field of document.querySelectorAll('#setup :is(input, select), .batch-choice select')) {
      const needed = FIELDS[field.getAttribute('name') ?? ''];
      // What is out of use for a reason of its own stays so.
      if (needed !== undefined && (needed === null || !allow.includes(needed))) /** @type {HTMLInputElement} */ (field).disabled = true;
    }
    for (const field of byId('lab').querySelectorAll('#panel-training :is(input, select, button)')) {
      const name = (field.getAttribute('name') ?? field.id).replace(/^training-/, '').split('-')[0];
      /** @type {HTMLInputElement} */ (field).disabled =
        !allow.includes(name) && !(allow.includes('unitLearningRates') && field.closest('.field') === null);
    }
    // It leads to a panel that is not there.
    document.querySelector('.batch-choice button')?.toggleAttribute('hidden', true);
    for (const part of byId('network').querySelectorAll('.steppers')) part.toggleAttribute('hidden', !allow.includes('hidden'));
  };

  byId('presets').hidden = true;
  byId('examples').hidden = true;
  document.querySelector('[data-action="new-start"]')?.toggleAttribute('hidden', !allow.includes('seed'));
  for (const [id, names] of PANELS) document.getElementById(`panel-${id}`)?.toggleAttribute('hidden', !mayAny(names));
  const observer = new MutationObserver(fix);
  for (const id of ['network', 'results', 'lab']) observer.observe(byId(id), { childList: true, subtree: true });

  return {
    update: fix,
    /** Whether the lab is there to be looked at, and nothing yet to be done. @param {boolean} isWaiting */
    wait: (isWaiting) => void document.querySelector('main')?.toggleAttribute('inert', isWaiting),
  };
}
