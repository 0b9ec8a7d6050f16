/**
 * The lab with a task in it: what main.js gets in place of the lab when the address has a task. The lab is the same; its session takes no experiment that
 * changes what is not allowed, whatever asks for one, and above it stands what is to be done. Loaded only then.
 */

import { ExperimentError } from '../base/errors.js';
import { withRun } from '../base/with-run.js';
import { LANGUAGES } from '../messages/languages.js';
import { changesOf, expectedOf } from '../tasks/changes.js';
import { startOfTask } from '../tasks/task.js';
import { readTaskLink } from '../tasks/task-link.js';
import { element, setReason } from '../ui/dom.js';
import { laterStyles } from '../ui/load-styles.js';
import { pageAddress } from '../ui/page-address.js';
import { createFixedParts } from './fixed-parts.js';
import { createStepMemory, readNumber, readStepReached, rememberNumber } from './task-address.js';
import { createTaskView } from './task-view.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../tasks/task.js').Task} Task */
/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {{ task: Task, number: number | null }} Doing number: null until it is typed, or where none is asked for */
/**
 * @template {{ lab: Lab }} Options
 * @typedef {(options: Options) => TaskLabPage} MakeLab
 */
/** @typedef {{ session: () => import('../session/session.js').Session, latest: () => Snapshot, attempt: (wish: () => void) => boolean, addInTurns: (views: import('../page/views.js').View[]) => void }} TaskLabPage what of the lab's page is used here */

/** Stays when the page changes its language. @type {Doing | ExperimentError | null} */
let doing = null;

/** Reads the task that the address has, once. */
function readDoing() {
  if (doing !== null) return doing;
  const { hash } = pageAddress();
  try {
    const task = readTaskLink(hash);
    return (doing = { task, number: task.seed === undefined ? null : readNumber(hash) });
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return (doing = error);
  }
}

/**
 * @template {{ createLabPage: (options: any) => any }} Loaded
 * @param {Loaded} loaded the lab
 * @param {import('../messages/languages.js').LanguageId} languageId
 * @returns {Promise<Loaded>} the same, with the task in it
 */
export async function withTask(loaded, languageId) {
  const messages = await (await LANGUAGES[languageId].lab()).tasks();
  await laterStyles();
  const found = readDoing();
  const root = element('section', { id: 'task', class: 'task', 'aria-label': messages.label });
  return {
    ...loaded,
    createLabPage(options) {
      document.querySelector('main')?.before(root);
      if (found instanceof ExperimentError) {
        root.append(element('p', { class: 'trouble', role: 'alert' }));
        setReason(/** @type {Element} */ (root.lastChild), found);
        return loaded.createLabPage(options);
      }
      document.documentElement.dataset.task = '';
      const { task } = found;
      const page = loaded.createLabPage({
        ...options,
        experiment: startOfTask(task, found.number),
        sessionLab: guarded(options.lab, found),
      });
      fill(page, found, root, { messages, page: options.messages, isNew: options.former === null });
      return page;
    },
  };
}

/**
 * @param {TaskLabPage} page
 * @param {Doing} found
 * @param {HTMLElement} root
 * @param {{ messages: import('../messages/en/tasks.js').TaskMessages, page: import('../messages/en/page.js').Messages, isNew: boolean }} texts isNew: the lab is not one from before the page changed its language
 */
function fill(page, found, root, { messages, page: pageMessages, isNew }) {
  const { task } = found;
  const session = page.session();
  const fixed = createFixedParts(task);
  const rememberStep = createStepMemory(task.steps);
  const view = createTaskView(root, {
    task,
    number: found.number,
    messages,
    pageMessages,
    predict: (rows) => session.inspect.predict(rows),
    onNumber(number) {
      found.number = number;
      rememberNumber(number);
      page.attempt(() => session.load(startOfTask(task, number), task.steps));
      fixed.wait(false);
    },
    onRest(detail) {
      rememberStep(detail.step);
      dispatchEvent(new CustomEvent('twin-neurons-task', { detail }));
    },
  });
  const isWaiting = task.seed !== undefined && found.number === null;
  fixed.wait(isWaiting);
  if (isNew) session.setStepsToRun(task.steps);
  page.addInTurns([view, fixed]);
  for (const each of [view, fixed]) each.update(page.latest());
  if (isNew && !isWaiting) goOn(page, task);
}

/** To the step at which the student has left, as fast as it goes. @param {TaskLabPage} page @param {Task} task */
function goOn(page, task) {
  const session = page.session();
  const { experiment, stepsPerSecond } = page.latest();
  const step = readStepReached(pageAddress().hash, { most: task.steps, experiment });
  if (step === null) return;
  session.train(step);
  session.setStepsPerSecond(Infinity);
  let isThere = false;
  page.addInTurns([
    {
      isShown: () => false,
      update({ running }) {
        if (running || isThere) return;
        isThere = true;
        // What is told of a change is told to the end before the next one.
        queueMicrotask(() => session.setStepsPerSecond(stepsPerSecond));
      },
    },
  ]);
}

/**
 * The engine as the session has it: every experiment that is started is one of the task.
 * @param {Lab} lab
 * @param {Doing} found
 * @returns {Pick<Lab, 'start'>}
 */
function guarded(lab, found) {
  return {
    start(input) {
      const run = lab.start(input);
      try {
        const { task, number } = found;
        const started = (/** @type {import('../engine/run.js').Run} */ each) => ({
          experiment: each.experiment,
          values: each.parameters(),
        });
        const own = withRun(lab, expectedOf(task, number, run.experiment), started);
        const { names } = changesOf(task.allow, own, started(run));
        if (names.length > 0) throw new ExperimentError('task', refusalOf(task, names));
        return run;
      } catch (error) {
        run.close();
        throw error;
      }
    },
  };
}

/** @param {Task} task @param {readonly string[]} names */
function refusalOf({ allow }, names) {
  const shown = names.length > 6 ? `${names.slice(0, 6).join(', ')} and more` : names.join(', ');
  return allow.length === 0
    ? `nothing of it may be changed, and this would change ${shown}`
    : `it lets ${allow.join(', ')} be changed, and this would change ${shown}`;
}
