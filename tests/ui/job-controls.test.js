/** The controls of a longer computation, on a document in Node. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { createJobControls } from '../../web/ui/job-controls.js';
import { freshRoot, usePage } from '../support/dom.js';

usePage();

/** @type {{ resolve: (sentence: string) => void, reject: (error: unknown) => void, signal: AbortSignal }} */
let work;
/** The page in this language: aborted when it is left. @type {AbortController} */
let page;
/** @type {ReturnType<typeof createJobControls>} */
let job;
/** @type {HTMLElement} */
let start;
/** @type {HTMLElement} */
let cancel;
/** @type {HTMLElement} */
let bar;

beforeEach(() => {
  page = new AbortController();
  job = createJobControls({
    start: 'Run',
    cancel: 'Cancel',
    canceled: 'Canceled.',
    progress: 'Progress',
    left: page.signal,
    work: (signal) => new Promise((resolve, reject) => Object.assign((work = /** @type {any} */ ({})), { resolve, reject, signal })),
  });
  [start, cancel, bar] = job.elements;
  freshRoot().append(...job.elements, job.status);
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
const hidden = () => [start, cancel, bar].map((each) => each.hidden);
const barValue = () => Number(/** @type {HTMLProgressElement} */ (bar).value);

describe('a job', () => {
  test('begins with the button that starts it alone', () => {
    assert.deepEqual(hidden(), [false, true, true]);
    assert.deepEqual([start.textContent, cancel.textContent, bar.getAttribute('aria-label')], ['Run', 'Cancel', 'Progress']);
    assert.deepEqual([job.status.textContent, barValue(), bar.getAttribute('max')], ['', 0, '1']);
  });

  test('shows how far it is and can be canceled; then says what came out', async () => {
    start.click();
    assert.deepEqual(hidden(), [true, false, false]);
    job.progress(0.25);
    assert.equal(barValue(), 0.25);
    work.resolve('3 runs done.');
    await settled();
    assert.deepEqual([hidden(), job.status.textContent, barValue()], [[false, true, true], '3 runs done.', 0]);
  });

  test('that is canceled says so', async () => {
    start.click();
    assert.equal(work.signal.aborted, false);
    cancel.click();
    assert.equal(work.signal.aborted, true);
    work.reject(work.signal.reason);
    await settled();
    assert.deepEqual([hidden(), job.status.textContent], [[false, true, true], 'Canceled.']);
  });

  test('that fails says why, and the sentence goes when it is started again', async () => {
    start.click();
    work.reject(new Error('no memory'));
    await settled();
    assert.equal(job.status.textContent, 'no memory');
    start.click();
    assert.equal(job.status.textContent, '');
    job.cancel();
    assert.equal(work.signal.aborted, true, 'ended by whoever made it');
  });

  test('ends when the page is left for one in another language', () => {
    start.click();
    page.abort();
    assert.equal(work.signal.aborted, true);
  });

  test('keeps the focus where a keyboard is, and takes it from nobody', async () => {
    start.focus();
    start.click();
    assert.equal(document.activeElement, cancel);
    work.resolve('');
    await settled();
    assert.equal(document.activeElement, start);
    start.blur();
    start.click();
    assert.notEqual(document.activeElement, cancel);
  });

  test('has a status of its own name, and its button can be renamed', () => {
    const other = createJobControls({ start: '', cancel: '', canceled: '', progress: '', left: page.signal, work: async () => '' });
    assert.notEqual(other.status.id, job.status.id);
    assert.equal(Number(other.status.id.split('-').pop()), Number(job.status.id.split('-').pop()) + 1);
    job.rename('Run all');
    assert.equal(start.textContent, 'Run all');
  });
});
