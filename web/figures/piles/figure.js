/**
 * Cards, each a change to a tied network, and two piles: what stays tied, what breaks the tie. The student sorts them, by dragging or by two
 * buttons a card; then every change is run, its twins are seen to part or not, and each card flies to where it belongs. What the runs say is
 * handed in.
 */

import { element, setAttributes, setText } from '../../ui/dom.js';
import { PILES, nextCard, sortCards } from './sorting.js';
import { createTwin } from './twin.js';
import { dragCard } from './drag.js';

/** @typedef {import('./sorting.js').Pile} Pile */
/** @typedef {import('./sorting.js').Result} Result */
/** @typedef {import('./sorting.js').Guesses} Guesses */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['piles']} Messages */
/** @typedef {{ guesses?: Guesses, results: readonly Result[] }} PilesInput guesses: left out: those that were made here */
/** @typedef {import('../figure.js').Figure<PilesInput>} PilesFigure */

/** A twin's run as it is seen, and the flight after it; one card begins so much after the other. */
const TIMES = Object.freeze({ run: 900, fly: 420, after: 140 });

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly string[]} options.ids of the cards, in the order they are asked for
 * @param {(guesses: Guesses) => void} [options.onGuess] a card was sorted
 * @param {() => void} [options.onRest] all runs were seen
 * @param {(id: string) => void} [options.onOpen] the run of a card is asked for; left out: there is no such button
 * @returns {PilesFigure & { guesses: () => Guesses, isTold: () => boolean, finish: () => void }} isTold: all runs were seen; finish: they are, without waiting
 */
export function createPilesFigure({ messages, ids, onGuess, onRest, onOpen }) {
  /** @type {Record<string, Pile>} */
  let guesses = {};
  /** @type {readonly Result[]} */
  let results = [];
  /** Cards whose run was seen. @type {Set<string>} */
  const revealed = new Set();
  /** The card in the middle; once there are runs, the one whose run is spoken of. */
  let current = nextCard(ids, guesses, null);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  const ending = new AbortController();

  const name = element('strong', { class: 'pile-card-name' });
  const twin = createTwin();
  const more = element('span', { class: 'pile-card-more' });
  const card = element('div', { class: 'pile-card' }, name, more, twin.element);
  const buttons = PILES.map((pile) => {
    const button = element('button', { type: 'button', 'data-choice': pile }, messages.put[pile]);
    button.addEventListener('click', () => current !== null && sort(current, pile));
    return button;
  });
  const open = element('button', { type: 'button', class: 'quiet-button', hidden: true }, messages.open);
  open.addEventListener('click', () => current !== null && onOpen?.(current));
  const count = element('p', { class: 'pile-count', role: 'status' });
  const deck = element('div', { class: 'pile-deck' }, card, element('div', { class: 'pile-buttons' }, ...buttons, open), count);
  const piles = PILES.map((pile) => {
    const list = element('ul', {});
    const root = element(
      'div',
      { class: 'pile', 'data-pile': pile, role: 'group', 'aria-label': messages.pile[pile] },
      element('p', { class: 'pile-name', 'aria-hidden': 'true' }, messages.pile[pile]),
      list,
    );
    return { pile, root, list };
  });
  const root = element('div', { class: 'piles-figure' }, element('div', { class: 'piles' }, piles[0].root, deck, piles[1].root));
  const chips = new Map(ids.map((id) => [id, createChip(id)]));
  dragCard(card, {
    signal: ending.signal,
    targets: () => piles.map(({ root: target, pile }) => ({ element: target, value: pile })),
    mayDrag: () => current !== null && guesses[current] === undefined && results.length === 0,
    onDrop: (pile) => current !== null && sort(current, pile),
  });

  /** @param {string} id */
  function createChip(id) {
    const own = createTwin();
    const mark = element('span', { class: 'chip-mark', 'aria-hidden': 'true' });
    const button = element(
      'button',
      { type: 'button', class: 'pile-chip', 'data-change': id },
      own.element,
      element('span', {}, messages.cards[id]),
      mark,
    );
    button.addEventListener('click', () => look(id));
    return { id, own, mark, button, item: element('li', {}, button) };
  }

  /** Before the runs a card on a pile comes back to be sorted anew; after them its run is told. @param {string} id */
  function look(id) {
    if (results.length === 0) {
      delete guesses[id];
      onGuess?.({ ...guesses });
    }
    current = id;
    draw();
    if (results.length === 0) buttons[0].focus();
  }

  /** @param {string} id @param {Pile} pile */
  function sort(id, pile) {
    const from = card.getBoundingClientRect();
    guesses = { ...guesses, [id]: pile };
    current = nextCard(ids, guesses, id);
    draw();
    fly(chips.get(id)?.button, from);
    onGuess?.({ ...guesses });
  }

  /**
   * An element comes from where it, or another, was.
   * @param {HTMLElement | undefined} target
   * @param {DOMRect} from
   */
  function fly(target, from) {
    if (target === undefined || isStill.matches) return;
    const to = target.getBoundingClientRect();
    const [dx, dy] = [from.x + from.width / 2 - to.x - to.width / 2, from.y + from.height / 2 - to.y - to.height / 2];
    target.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], {
      duration: TIMES.fly,
      easing: 'cubic-bezier(.3,.8,.4,1)',
    });
  }

  const isTold = () => revealed.size === ids.length;

  /** Where a card lies now: where it belongs once its run was seen, else where it was put. @param {string} id @returns {Pile | null} */
  const lies = (id) => (revealed.has(id) ? state(id).truth : (guesses[id] ?? null));

  /** @param {string} id */
  const state = (id) => sortCards([id], guesses, results)[0];

  /** @param {string | null} id */
  const resultOf = (id) => results.find((result) => result.id === id) ?? null;

  function draw() {
    const focused = document.activeElement;
    for (const { pile, list } of piles)
      list.replaceChildren(
        ...ids
          .filter((id) => lies(id) === pile)
          .map((id) => /** @type {NonNullable<ReturnType<typeof chips['get']>>} */ (chips.get(id)).item),
      );
    if (focused instanceof HTMLElement && root.contains(focused) && document.activeElement !== focused)
      focused.focus({ preventScroll: true });
    for (const chip of chips.values()) drawChip(chip);
    const result = resultOf(current);
    const isAsked = results.length === 0;
    card.hidden = current === null;
    card.dataset.state = isAsked ? 'asked' : 'told';
    root.setAttribute('aria-busy', String(!isAsked && revealed.size < ids.length));
    for (const button of buttons) button.hidden = !isAsked || current === null;
    open.hidden = onOpen === undefined || result === null;
    twin.element.toggleAttribute('hidden', result === null);
    if (current !== null) {
      setText(name, messages.cards[current]);
      const whole = messages.changes()[current];
      // The same words twice say nothing.
      const change = whole === messages.cards[current] ? '' : whole;
      setText(more, result !== null ? messages.told(change, result, messages.why[current]) : (messages.what[current] ?? change));
    }
    if (result !== null) twin.show(result, 1);
    setText(count, countText());
  }

  function countText() {
    const sorted = ids.filter((id) => guesses[id] !== undefined).length;
    if (results.length === 0) return messages.sorted(sorted, ids.length);
    if (revealed.size < ids.length) return messages.running(revealed.size, ids.length);
    const answers = sortCards(ids, guesses, results);
    return messages.score(
      answers.filter(({ isRight }) => isRight === true).length,
      answers.filter(({ isRight }) => isRight !== null).length,
      kinds(),
    );
  }

  const kinds = () => {
    const of = (/** @type {Result['kind']} */ kind) => results.filter((result) => result.kind === kind).length;
    return { apart: of('apart'), near: of('near-tied'), tied: of('tied') };
  };

  /** @param {ReturnType<typeof createChip>} chip */
  function drawChip({ id, own, mark, button }) {
    const isSeen = revealed.has(id);
    const result = isSeen ? resultOf(id) : null;
    const { isRight, guess } = state(id);
    const answer = result === null || isRight === null ? '' : isRight ? 'right' : 'wrong';
    own.element.toggleAttribute('hidden', result === null);
    if (result !== null) own.show(result, 1);
    button.dataset.answer = answer;
    setText(mark, answer === '' ? '' : answer === 'right' ? '\u2713' : '\u2717');
    setAttributes(button, {
      'aria-pressed': results.length > 0 ? String(current === id) : null,
      'aria-label': messages.chip(messages.cards[id], isSeen ? isRight : null, guess, results.length === 0),
    });
  }

  /** Shows the run of a card that has come in, then lets it fly. @param {Result} result @param {number} after milliseconds */
  function reveal(result, after) {
    const chip = chips.get(result.id);
    if (chip === undefined) return;
    const settle = () => {
      const from = (chip.button.isConnected ? chip.button : deck).getBoundingClientRect();
      if (revealed.has(result.id)) return;
      revealed.add(result.id);
      draw();
      fly(chip.button, from);
      if (isTold()) onRest?.();
    };
    if (isStill.matches) return settle();
    const start = performance.now() + after;
    const frame = () => {
      if (ending.signal.aborted || !results.includes(result) || revealed.has(result.id)) return;
      const part = (performance.now() - start) / TIMES.run;
      if (part >= 1) return settle();
      if (part >= 0) {
        chip.own.element.removeAttribute('hidden');
        chip.own.show(result, part);
      }
      requestAnimationFrame(frame);
    };
    frame();
  }

  function words() {
    const answers = sortCards(ids, guesses, results);
    return results.length === 0
      ? messages.wordsSorting(
          PILES.map((pile) => answers.filter(({ guess }) => guess === pile).map(({ id }) => messages.cards[id])),
          answers.filter(({ guess }) => guess === null).length,
        )
      : messages.wordsTold(
          PILES.map((pile) => answers.filter(({ truth }) => truth === pile).map(({ id }) => messages.cards[id])),
          countText(),
        );
  }

  draw();
  return {
    element: root,
    guesses: () => ({ ...guesses }),
    isTold,
    finish() {
      if (results.length === 0 || isTold()) return;
      for (const { id } of results) revealed.add(id);
      draw();
      if (isTold()) onRest?.();
    },
    /** @param {PilesInput} input results: those that are in; none begins anew */
    show({ guesses: given, results: next }) {
      if (given !== undefined) guesses = { ...given };
      const isAnew = next.length === 0 || results.some((result) => !next.includes(result));
      if (isAnew) revealed.clear();
      const fresh = isAnew ? next : next.filter((result) => !results.includes(result));
      results = next;
      current = next.length === 0 ? nextCard(ids, guesses, null) : isAnew ? null : current;
      draw();
      fresh.forEach((result, at) => reveal(result, at * TIMES.after));
    },
    words,
    table() {
      return {
        head: messages.head,
        rows: sortCards(ids, guesses, results).map(({ id, guess }) => {
          const result = resultOf(id);
          return [
            messages.cards[id],
            guess === null ? '\u2013' : messages.pile[guess],
            ...(result === null ? ['\u2013', '\u2013', '\u2013'] : messages.cells(result)),
          ];
        }),
      };
    },
    leave: () => ending.abort(),
  };
}
