/**
 * The lab: its session, the views of its first screen and its panels, put together. A part of the page of its own, loaded when somebody goes there, with
 * whatever experiment is to be in it.
 */

import { parseExperiment } from '../experiment/experiment.js';
import { createSession } from '../session/session.js';
import { DEFAULT_STEPS_TO_RUN, PRESETS } from '../experiment/presets.js';
import { createLocks } from '../ties/tie-edits.js';
import { createAddressBar, linkTo } from '../page/address-bar.js';
import { createDataWords } from '../page/data-words.js';
import { createLabViews } from '../page/lab-views.js';
import { createViews } from '../page/views.js';
import { byId, element } from '../ui/dom.js';
import { createLabPanels } from './lab-panels.js';

export { straighten } from '../page/address-bar.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../session/session.js').Session} Session */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {{ session: Session, locks: ReturnType<typeof createLocks>, unfolded: readonly string[] }} FormerLab what goes on when the page changes its language */

const DEFAULT_STEPS_PER_SECOND = 1000;
/** Seeds that the page draws are short enough to be read out. */
const SEEDS = 10000;

/**
 * @param {object} options
 * @param {import('../engine/lab.js').Lab} options.lab
 * @param {Pick<import('../engine/lab.js').Lab, 'start'>} [options.sessionLab] what starts the session's experiments, where not all may be started
 * @param {import('../messages/languages.js').LanguageId} options.languageId
 * @param {import('../messages/en/page.js').Messages} options.messages
 * @param {AbortSignal} options.signal aborted when the page changes its language
 * @param {Pick<import('../base/address-keys.js').Presentation, 'embed' | 'hide' | 'preset'>} options.presentation
 * @param {ExperimentInput} [options.experiment] where the address has none; left out: the preset's, else the first
 * @param {FormerLab | null} options.former
 * @param {(snapshot: Snapshot) => void} options.onSnapshot
 */
export function createLabPage({
  lab,
  sessionLab = lab,
  languageId,
  messages,
  signal,
  presentation: { embed, hide, preset },
  experiment = (PRESETS.find(({ id }) => id === preset) ?? PRESETS[0]).experiment,
  former,
  onSnapshot,
}) {
  /** @type {Session} */
  let session;
  const views = createViews(byId('refusal'));
  const { latest, attempt } = views;
  const page = { lab, messages, locks: former?.locks ?? createLocks(), signal, session: () => session, latest, attempt };
  const labViews = createLabViews(page, showLink);
  const { network, controls, charts, verdict, foot, time } = labViews;
  const address = createAddressBar({ signal, onFollow: () => attempt(() => follow(address.read() ?? besides())) });
  // Two dozen stops lie before the button that everybody wants. In a frame they are the page's around it.
  if (!embed) {
    const toTrain = element('a', { class: 'skip', href: '#controls' }, messages.toTrain);
    toTrain.addEventListener('click', (event) => {
      event.preventDefault();
      controls.focus();
    });
    document.body.prepend(toTrain);
  }
  const panels = createLabPanels(page, {
    languageId,
    embed,
    hide,
    unfolded: former?.unfolded,
    shared: { charts, follow, ownData: labViews.ownData, focusTrain: controls.focus },
  });
  views.add([labViews.presets, address, labViews.setup, labViews.examples, labViews.digits]);
  views.addToFrames(controls);
  // What is hidden costs no time.
  if (!hide.includes('network')) views.addInTurns([network]);
  if (!hide.includes('chart')) views.addInTurns(charts.panels);
  views.addInTurns([{ update: (snapshot) => [verdict, foot, time].forEach((view) => view.update(snapshot)) }, ...panels.views]);

  /** @param {ReturnType<typeof address.read>} link null: there is none */
  function follow(link) {
    if (link !== null) session.load(link.experiment, link.steps ?? undefined);
  }

  /** What an address without a run shows; a place on the page is none. */
  const besides = () => (location.hash === '' ? { experiment: parseExperiment(experiment), steps: DEFAULT_STEPS_TO_RUN } : null);

  /** The link where it can be copied by hand. */
  async function showLink() {
    if (hide.includes('lab')) return;
    await panels.open('keep');
    byId('link').focus();
  }

  const inWords = createDataWords(messages.dataWords);
  /** @param {Snapshot} state */
  const show = (state) => {
    const snapshot = inWords(state);
    if (snapshot.event === 'loaded') page.locks.clear();
    views.update(snapshot);
    onSnapshot(snapshot);
  };

  /** @param {ReturnType<typeof address.read>} link null: there is none */
  const begin = (link) => {
    session = createSession({
      lab: sessionLab,
      experiment: link?.experiment ?? experiment,
      stepsToRun: link?.steps ?? DEFAULT_STEPS_TO_RUN,
      stepsPerSecond: DEFAULT_STEPS_PER_SECOND,
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      newSeed: () => 1 + Math.floor(Math.random() * SEEDS),
      onChange: show,
    });
  };
  if (former !== null) {
    session = former.session;
    session.tell(show);
  } else if (!attempt(() => begin(address.read()))) {
    // A link that cannot be opened gets its sentence, and the page opens as it does without one.
    begin(null);
  }
  // Nobody needs this on a page that has just begun; where the part cannot be had, the lab does without.
  import('./after-first-screen.js').then(
    ({ finishLab }) => finishLab(page, { messages, languageId, hide, charts, views, panels }),
    () => {},
  );

  return {
    session: () => session,
    latest,
    attempt,
    /** A file was let go where nothing takes one. */
    refuseDrop: () => views.refuse(messages.strayDrop),
    addInTurns: views.addInTurns,
    loadHighlight: panels.loadHighlight,
    openPanel: panels.open,
    focusTrain: controls.focus,
    recolor: () => charts.recolor(latest()),
    link: () => linkTo(latest()).link,
    /**
     * A run that was seen elsewhere, to be looked into here.
     * @param {ExperimentInput} input
     * @param {number} steps
     * @param {boolean} isTrained whether it was seen to its end, and stands there here, too
     */
    look: (input, steps, isTrained) =>
      attempt(() => {
        session.load(input, steps);
        if (isTrained) session.train(steps, Infinity);
      }),
    /** @returns {FormerLab} */
    leave() {
      const unfolded = panels.unfolded();
      // Training goes on, and tells nobody, until the page in the other language listens.
      session.tell(() => {});
      charts.leave();
      return { session, locks: page.locks, unfolded };
    },
  };
}

/** @typedef {ReturnType<typeof createLabPage>} LabPage */
