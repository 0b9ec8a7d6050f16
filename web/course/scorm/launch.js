/**
 * What a learning platform opens for a part of the course: the page of one file in a frame, and between the two whoever tells the platform
 * what the page tells. What part it is stands in data-part of the root element, as tools/course/launch-page.js writes it. A classic script,
 * since some platforms open packages from files.
 */

import { isObject } from '../../base/checks.js';
import { findPlatform } from './find-platform.js';
import { createReport } from './report.js';
import { taskReached } from './task-reached.js';
import { VERSIONS } from './versions.js';

/** @typedef {import('./report.js').Asked} Asked */
/**
 * @typedef {object} Part
 * @property {string} version of SCORM, a key of VERSIONS
 * @property {string} page the address of the page with all that is said of its presentation
 * @property {string | null} chapter its id; null: a task
 * @property {readonly Asked[]} asks
 * @property {boolean} isJudged
 * @property {{ unreported: string, refused: string }} texts
 */

/** @typedef {import('./report.js').Kept} Kept */

/** The version of the page's messages (docs/messages.md). */
const MESSAGES_VERSION = 1;
const RESTORED = 'restored';

/** @type {Part} */
const part = JSON.parse(document.documentElement.dataset.part ?? '');
const version = VERSIONS[part.version];
const said = /** @type {HTMLElement} */ (document.querySelector('[role="status"]'));
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));

/** @param {string} sentence */
function say(sentence) {
  said.textContent = sentence;
  said.hidden = false;
}

/** @returns {{ report: ReturnType<typeof createReport>, kept: Kept } | null} null: nobody is told */
function beginReport() {
  const platform = findPlatform(window, version.api);
  if (platform === null) return null;
  const report = createReport({
    platform,
    version,
    asks: part.asks,
    isJudged: part.isJudged,
    now: () => new Date(),
    onRefused: (code) => say(part.texts.refused.replace('{code}', code)),
  });
  const kept = report.begin();
  return kept === null ? null : { report, kept };
}

/** @param {ReturnType<typeof beginReport>} begun */
function pageAddress(begun) {
  const [path, hash = ''] = part.page.split('#');
  const address = new URL(path, document.baseURI);
  if (hash !== '') address.hash = `${hash}${begun === null ? '' : goneOnWith(begun.kept)}`;
  // Without a platform it is as anywhere: what was done is kept on this device. With one, the next student may sit at this device, too.
  if (begun !== null) address.searchParams.set('memory', 'parent');
  if (/^https?:/.test(location.origin)) address.searchParams.set('origin', location.origin);
  return address.href;
}

/** What stands behind a task in its address, so that it opens with the student's number and run, at the step that was reached. @param {Kept} kept */
function goneOnWith({ link, step, progress }) {
  const run = link === null ? '' : (/#(.+)$/.exec(link)?.[1] ?? '');
  const student = isObject(progress) && typeof progress.student === 'string' ? `&student=${encodeURIComponent(progress.student)}` : '';
  const at = typeof step === 'number' && step > 0 ? `&at=${step}` : '';
  // A step says nothing without its run.
  return `${student}${run === '' ? '' : `&${run}${at}`}`;
}

/** @param {object} command */
function send(command) {
  frame.contentWindow?.postMessage({ twinNeurons: MESSAGES_VERSION, ...command }, location.origin === 'null' ? '*' : location.origin);
}

/** @param {NonNullable<ReturnType<typeof beginReport>>} begun */
function listen({ report, kept }) {
  // What is told before a student's progress is there again is that of nobody.
  let isRestored = part.chapter === null || kept.progress === null;
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin || !isObject(data) || data.twinNeurons !== MESSAGES_VERSION) return;
    if (data.type === 'ready' && !isRestored) send({ type: 'set-progress', id: RESTORED, progress: kept.progress });
    if (data.id === RESTORED) isRestored = true;
    if (!isRestored) return;
    if (data.type === 'answer' && data.chapter === part.chapter) {
      report.answer({ kind: data.question, choice: data.choice, right: data.right });
    }
    if (data.type === 'progress' && part.chapter !== null) reachChapter(report, data);
    if (data.type === 'task' && part.chapter === null) reachTask(report, data);
  });
  addEventListener('pagehide', () => report.end());
  // A page that a browser has kept and shows again has ended its session: it begins a new one.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

/** @param {ReturnType<typeof createReport>} report @param {Record<string, unknown>} data */
function reachChapter(report, data) {
  const all = Array.isArray(data.all) ? data.all : [];
  const own = all.find((each) => isObject(each) && each.chapter === part.chapter);
  if (!isObject(own)) return;
  report.reach({
    // A teacher's own chapter is in the address of its part, which has all of it.
    link: part.page.includes('#') ? null : `?lesson=${part.chapter}`,
    step: typeof own.step === 'string' ? own.step : null,
    progress: { chapter: part.chapter, all: [own] },
    isDone: own.done === true,
    score: part.isJudged && own.done === true && typeof own.score === 'number' ? own.score : null,
  });
}

/** @param {ReturnType<typeof createReport>} report @param {Record<string, unknown>} data */
function reachTask(report, data) {
  // The number that the student has typed is in the address of the frame, which is of this very package.
  const student = new URLSearchParams(frame.contentWindow?.location.hash.slice(1)).get('student');
  const reached = taskReached(data, student);
  if (reached !== null) report.reach(reached);
}

const begun = beginReport();
if (begun === null) say(part.texts.unreported);
else listen(begun);
frame.src = pageAddress(begun);
