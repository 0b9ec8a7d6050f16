/** The controls of a longer computation: a button that starts it, one that cancels it, how far it is, and a sentence on what came out. */

import { element, setReason, setText } from './dom.js';

let jobs = 0;

/**
 * @param {object} options
 * @param {string} options.start text of the button
 * @param {string} options.cancel
 * @param {string} options.canceled the sentence
 * @param {string} options.progress name of the bar
 * @param {AbortSignal} options.left the page is left for one in another language, and nobody waits any more
 * @param {(signal: AbortSignal) => Promise<string>} options.work gives the sentence for when it is done
 */
export function createJobControls({ start, cancel, canceled, progress, left, work }) {
  jobs += 1;
  const startButton = element('button', { type: 'button' }, start);
  const cancelButton = element('button', { type: 'button', hidden: true }, cancel);
  const bar = element('progress', { max: '1', value: '0', 'aria-label': progress, hidden: true });
  const status = element('p', { class: 'note job-status', role: 'status', id: `job-status-${jobs}` });
  /** @type {AbortController | null} */
  let controller = null;

  /** @param {boolean} isRunning */
  const showRunning = (isRunning) => {
    const hadFocus = document.activeElement === startButton || document.activeElement === cancelButton;
    startButton.hidden = isRunning;
    cancelButton.hidden = !isRunning;
    bar.hidden = !isRunning;
    bar.value = 0;
    if (hadFocus) (isRunning ? cancelButton : startButton).focus();
  };

  startButton.addEventListener('click', async () => {
    controller = new AbortController();
    showRunning(true);
    setReason(status, '');
    try {
      setReason(status, await work(controller.signal));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setReason(status, error.name === 'AbortError' ? canceled : error);
    } finally {
      showRunning(false);
    }
  });
  cancelButton.addEventListener('click', () => controller?.abort());
  left.addEventListener('abort', () => controller?.abort());

  return {
    elements: [startButton, cancelButton, bar],
    status,
    /** @param {number} done 0 to 1 */
    progress(done) {
      bar.value = done;
    },
    /** Ends it early, where it is running. */
    cancel: () => controller?.abort(),
    /** @param {string} text of the button that starts it */
    rename: (text) => setText(startButton, text),
  };
}
