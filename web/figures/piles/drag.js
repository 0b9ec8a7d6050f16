/** A card that is dragged onto one of a few targets, or back. */
import { capturePointer } from '../capture-pointer.js';

/** How far a pointer goes before it drags. */
const DRAG = 4;

/**
 * @template T
 * @param {HTMLElement} card
 * @param {object} options
 * @param {AbortSignal} options.signal ends it
 * @param {() => { element: HTMLElement, value: T }[]} options.targets
 * @param {() => boolean} options.mayDrag
 * @param {(value: T) => void} options.onDrop
 */
export function dragCard(card, { signal, targets, mayDrag, onDrop }) {
  card.addEventListener(
    'pointerdown',
    (down) => {
      if (down.button !== 0 || !mayDrag()) return;
      const end = new AbortController();
      let isDragged = false;
      capturePointer(card, down.pointerId);
      /** @param {PointerEvent} event */
      const under = ({ clientX, clientY }) =>
        targets().find(({ element }) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
        }) ?? null;
      card.addEventListener(
        'pointermove',
        (move) => {
          const [x, y] = [move.clientX - down.clientX, move.clientY - down.clientY];
          isDragged ||= Math.hypot(x, y) > DRAG;
          if (!isDragged) return;
          card.classList.add('dragged');
          card.style.translate = `${x}px ${y}px`;
          const over = under(move);
          for (const target of targets()) target.element.classList.toggle('target', target.element === over?.element);
        },
        { signal: end.signal },
      );
      for (const name of /** @type {const} */ (['pointerup', 'pointercancel']))
        card.addEventListener(
          name,
          (up) => {
            end.abort();
            const over = name === 'pointerup' && isDragged ? under(up) : null;
            for (const { element } of targets()) element.classList.remove('target');
            if (over !== null) onDrop(over.value);
            card.classList.remove('dragged');
            card.style.translate = '';
          },
          { signal: end.signal },
        );
    },
    { signal },
  );
}
