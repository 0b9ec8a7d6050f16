/** The page's address: what it says when the page opens or a link is followed, and keeping it up with the experiment. */

import { isChanged, readAddress, writeAddress } from '../experiment/address.js';
import { ExperimentError } from '../base/errors.js';
import { pageAddress } from '../ui/page-address.js';
import { wholePage } from './whole-page.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/** Browsers take only some changes of the address a second. */
const WRITE_AFTER_MS = 300;

/**
 * @param {object} options
 * @param {AbortSignal} options.signal the page is left for one in another language
 * @param {() => void} options.onFollow the visitor has changed the address
 */
export function createAddressBar({ signal, onFollow }) {
  /** @type {Snapshot | null} */
  let latest = null;
  /** What will be written when its time has come. @type {Snapshot | null} */
  let pending = null;
  let timer = 0;
  let written = -Infinity;
  addEventListener('hashchange', () => straighten().then(() => signal.aborted || onFollow()), { signal });

  /** @param {Snapshot} snapshot */
  const write = ({ experiment, stepsToRun }) => {
    pending = null;
    written = performance.now();
    try {
      history.replaceState(history.state, '', addressOf(experiment, stepsToRun));
    } catch {
      // Forbidden here, as in a frame without an address of its own: links still come from their button.
    }
  };

  // Whoever leaves the page finds the last change there again.
  const writeNow = () => {
    clearTimeout(timer);
    if (pending !== null) write(pending);
  };
  addEventListener('pagehide', writeNow, { signal });
  signal.addEventListener('abort', writeNow);

  return {
    /**
     * @returns {ReturnType<typeof readAddress>}
     * @throws {ExperimentError}
     */
    read: () => readAddress(pageAddress().hash),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const before = latest;
      latest = snapshot;
      // What the page opened with needs no address, or has it.
      if (before === null || (before.experiment === snapshot.experiment && before.stepsToRun === snapshot.stepsToRun)) return;
      clearTimeout(timer);
      // At once, so that a reload finds it; only what follows soon after waits.
      if (performance.now() - written > WRITE_AFTER_MS) return write(snapshot);
      pending = snapshot;
      timer = window.setTimeout(() => write(snapshot), WRITE_AFTER_MS);
    },
  };
}

/** A link that a mail program or another page has changed stands in the address as it was written, before anybody reads it there. */
export async function straighten() {
  const { hash, search, pathname } = location;
  const text = hash || search;
  if (!isChanged(text)) return;
  const { straightHash } = await import('../experiment/link.js');
  const straight = straightHash(text);
  if (straight === null) return;
  try {
    history.replaceState(
      history.state,
      '',
      pathname + (hash === '' ? search.replace(/(?:[?&]|%23)run(?:=|%).*$/i, '') : search) + straight,
    );
  } catch {
    // Forbidden here, as above: the sentence of a damaged link says the rest.
  }
}

/**
 * @param {import('../experiment/experiment.js').Experiment} experiment
 * @param {number | null} steps
 * @returns {string} one without an experiment where that is too large for a link: better none than another
 */
function addressOf(experiment, steps) {
  try {
    return writeAddress({ experiment, steps }, location.hash);
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return location.pathname + location.search;
  }
}

/**
 * The link to a run, on the whole page: what is shown in the address, but with the steps taken so far, where there are any.
 * @param {Snapshot} snapshot
 * @returns {{ link: string, steps: number | null }}
 * @throws {ExperimentError} where the experiment is too large for a link, or the page has no address
 */
export function linkTo({ experiment, step, stepsToRun }) {
  const steps = step > 0 ? step : stepsToRun;
  const hash = writeAddress({ experiment, steps }, location.hash);
  const page = wholePage();
  if (page === '') throw new ExperimentError('link', 'this page was made from a text and has no address on the web to lead to');
  return { link: page + hash, steps };
}
