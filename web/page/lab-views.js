/** The views of the lab's first screen, each with what becomes of the wishes that are made in it. */

import { PRESETS } from '../experiment/presets.js';
import { byId } from '../ui/dom.js';
import { linkTo } from './address-bar.js';
import { createChartsView } from './charts/charts-view.js';
import { createTimeView } from './charts/time-view.js';
import { createControlsView } from './controls-view.js';
import { createExamplesView } from './examples-view.js';
import { createFootView } from './fingerprint-view.js';
import { createNetworkView } from './network-view.js';
import { createPresetsView } from './presets-view.js';
import { createSetupView } from './setup-view.js';
import { createVerdictView } from './verdict-view.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @typedef {object} FilledPage what the views and the panels of the page share, in one language
 * @property {import('../engine/lab.js').Lab} lab
 * @property {import('../messages/en/page.js').Messages} messages
 * @property {ReturnType<typeof import('../ties/tie-edits.js').createLocks>} locks
 * @property {AbortSignal} signal aborted when the page changes its language
 * @property {() => import('../session/session.js').Session} session
 * @property {() => Snapshot} latest
 * @property {(wish: () => void) => boolean} attempt shows the refusal of a wish; whether it was done
 */

/** Own examples begin with at most this many of those that are there. */
const OWN_EXAMPLES = 12;

/**
 * @param {FilledPage} page
 * @param {() => void} onCopyRefused shows the link where it can be copied by hand
 */
export function createLabViews(page, onCopyRefused) {
  const { messages, session, latest, attempt } = page;
  const { examples, ownData, ownExamples } = createExamples(page);
  const presets = createPresetsView(byId('presets'), {
    messages,
    ids: PRESETS.map(({ id }) => id),
    onChoose: (chosen) => attempt(() => PRESETS.filter(({ id }) => id === chosen).forEach(({ experiment }) => session().load(experiment))),
  });
  const foot = createFootView(byId('foot'), { messages, link: () => linkTo(latest()).link, onRefused: onCopyRefused });
  return {
    ...createTrainingViews(page),
    presets,
    examples,
    setup: createSetup(page, ownExamples),
    foot,
    ownData,
  };
}

/** @param {FilledPage} page */
function createTrainingViews({ messages, signal, locks, session, latest, attempt }) {
  return {
    network: createNetworkView(byId('network'), {
      messages,
      signal,
      onEdit: (name, value) => session().edit(name, value, locks.together(latest().experiment.network, name).slice(1)),
      onLayers: (hidden) => attempt(() => session().setLayers(hidden)),
    }),
    controls: createControlsView(byId('controls'), {
      messages,
      on: {
        train: () => session().train(),
        pause: () => session().pause(),
        step: () => session().step(),
        reset: () => session().reset(),
        newStart: () => attempt(() => session().newStart()),
      },
    }),
    digits: createLaterDigits(messages, () => session().inspect),
    verdict: createVerdictView(byId('results'), { messages }),
    charts: createChartsView(byId('results'), { messages, inspect: () => session()?.inspect ?? null }),
    time: createTimeView(byId('results'), {
      messages,
      on: {
        look: (step, isExact) => attempt(() => session().look(step, isExact)),
        lookBeside: (direction) => attempt(() => session().lookBeside(direction)),
      },
    }),
  };
}

/**
 * Of digits is spoken when training has paused, which leaves time to load what speaks of them.
 * @param {FilledPage['messages']} messages
 * @param {() => import('../session/session.js').Session['inspect']} inspect
 */
function createLaterDigits(messages, inspect) {
  /** @type {import('./views.js').View | null} */
  let view = null;
  /** @type {Snapshot | null} */
  let latest = null;
  import('./digits-view.js').then(
    ({ createDigitsView }) => {
      view = createDigitsView(byId('controls'), { messages, inspect, later: (callback) => setTimeout(callback) });
      if (latest !== null) view.update(latest);
    },
    () => {},
  );
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      view?.update(snapshot);
    },
  };
}

/** @param {FilledPage} page */
function createExamples({ messages, session, latest }) {
  /**
   * Examples of the visitor's own, with the names that their columns have now. What was in a unit of its own is shown as it is trained on.
   * @param {number[][]} x
   * @param {number[][]} y
   */
  const ownData = (x, y) => {
    const { display, targets } = latest().data;
    return { x, y, features: display.map(({ name, unit }) => (unit === '' ? name : messages.standardized(name))), targets };
  };
  const examples = createExamplesView(byId('examples'), { messages, onEdit: ({ x, y }) => session().choose({ data: ownData(x, y) }) });
  return {
    examples,
    ownData,
    /** The examples that are there become the visitor's own, and their table opens. */
    ownExamples() {
      const { x, y } = latest().data;
      session().choose({ data: ownData(x.slice(0, OWN_EXAMPLES), y.slice(0, OWN_EXAMPLES)) });
      examples.open();
    },
  };
}

/**
 * @param {FilledPage} page
 * @param {() => void} ownExamples
 */
function createSetup({ lab, messages, session, attempt }, ownExamples) {
  return createSetupView(byId('setup'), {
    messages,
    offers: {
      activations: lab.names.activations,
      losses: lab.names.losses,
      learningRate: lab.options.find(({ name }) => name === 'learningRate') ?? { minimum: 0, maximum: 1 },
    },
    on: {
      data: (set) => attempt(() => (set === null ? ownExamples() : session().choose({ data: { set } }))),
      hidden: (layers) => attempt(() => session().setLayers(layers)),
      activation: (activation) => attempt(() => session().choose({ activation })),
      loss: (loss) => attempt(() => session().choose({ loss })),
      bias: (bias) => attempt(() => session().setBias(bias)),
      learningRate: (learningRate) => session().choose({ learningRate }),
      stepsToRun: (steps) => session().setStepsToRun(steps),
      speed: (speed) => session().setStepsPerSecond(speed),
      seed: (seed) => attempt(() => session().newStart(seed)),
    },
  });
}
