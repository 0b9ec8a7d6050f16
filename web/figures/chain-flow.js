/**
 * The error on its way back, stage by stage: played, paused, or taken step by step, while the drawing lights what the words speak of.
 * Where less motion is wished for there is nothing to play, only steps.
 */

import { backwardStages } from '../drawing/chain-formulas.js';
import { element, setText } from '../ui/dom.js';

/** @typedef {import('../drawing/chain-formulas.js').Example} Example */
/** @typedef {import('../messages/en/chain.js').ChainMessages} ChainMessages */

/** Long enough to read a stage. */
const STAGE_MS = 2600;

/**
 * @param {object} options
 * @param {ChainMessages} options.messages
 * @param {(parts: readonly string[]) => void} options.onLight
 * @param {(plays: boolean) => void} options.onPlay
 * @param {AbortSignal} options.signal the page is left for one in another language
 */
export function createFlow({ messages: { flow: messages }, onLight, onPlay, signal }) {
  const play = element('button', { type: 'button' }, messages.play);
  const back = element('button', { type: 'button' }, messages.back);
  const forth = element('button', { type: 'button' }, messages.forth);
  const text = element('p', { class: 'flow-text', 'aria-live': 'polite' });
  const root = element(
    'div',
    { class: 'flow' },
    element('h3', {}, messages.title),
    element('div', { class: 'flow-buttons' }, play, back, forth),
    text,
  );
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {Example | null} */
  let example = null;
  /** The stage shown, from 1; 0: at rest. */
  let at = 0;
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;

  /** @param {boolean} light */
  const show = (light) => {
    if (example === null) return;
    const stages = backwardStages(example);
    at = Math.min(at, stages.length);
    const stage = at === 0 ? null : stages[at - 1];
    onPlay(timer !== null);
    setText(play, timer === null ? messages.play : messages.pause);
    play.hidden = stillness.matches && timer === null;
    back.disabled = at === 0;
    forth.disabled = at === stages.length;
    setText(
      text,
      stage === null
        ? messages.rest
        : messages.stage(at, stages.length, messages[stage.kind]([...stage.texts, ...(stage.more ? [messages.more] : [])])),
    );
    if (light) onLight(stage?.parts ?? []);
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const advance = () => {
    const isEnd = example === null || at >= backwardStages(example).length;
    at = isEnd ? 0 : at + 1;
    timer = isEnd ? null : setTimeout(advance, STAGE_MS);
    show(true);
  };
  /** @param {number} by */
  const move = (by) => {
    stop();
    at = Math.max(0, at + by);
    show(true);
  };
  play.addEventListener('click', () => {
    if (timer === null) return advance();
    stop();
    show(true);
  });
  back.addEventListener('click', () => move(-1));
  forth.addEventListener('click', () => move(1));
  const onStillness = () => {
    if (stillness.matches) stop();
    show(false);
  };
  stillness.addEventListener('change', onStillness, { signal });
  signal.addEventListener('abort', stop);

  return {
    root,
    /** @param {Example} next @param {boolean} running while it is trained, the words change too often to be read out */
    update(next, running) {
      example = next;
      text.setAttribute('aria-live', running ? 'off' : 'polite');
      show(false);
    },
    /** Ends it, and puts the lights out. */
    rest() {
      if (at === 0 && timer === null) return;
      stop();
      at = 0;
      show(true);
    },
    /** The parts that the stage lights, for whoever has lit others meanwhile. */
    parts: () => (example === null || at === 0 ? [] : (backwardStages(example)[at - 1]?.parts ?? [])),
  };
}
