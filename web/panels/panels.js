/**
 * The lab's panels, but for the chain rule, which is unfolded from the beginning: what each is made with, and what becomes of what is asked
 * for in it. A part of the page of its own, loaded when the first of them unfolds.
 */

import { withRun } from '../base/with-run.js';
import { explicitInit } from '../experiment/experiment.js';
import { readShared } from '../experiment/file.js';
import { LARGEST_SEED, LIMITS } from '../experiment/tables.js';
import { PRESETS } from '../experiment/presets.js';
import { TIE_BREAKERS } from '../ties/breakers.js';
import { withNudge, withTie, withoutNudges, withoutTie } from '../ties/tie-edits.js';
import { withRange } from '../experiment/range.js';
import { firmnessInParts } from '../session/firmness-in-parts.js';
import { cutNeuron, growthOfHalves } from '../session/halves.js';
import { levelWay, mirrorImage, straightWay } from '../session/ways.js';
import { createTieTrials } from '../session/tie-trials.js';
import { createBreaksPanel } from './breaks/panel.js';
import { createComparePanel } from './compare/panel.js';
import { createDataPanel } from './data/panel.js';
import { byId } from '../ui/dom.js';
import { createKeepPanel } from './keep/panel.js';
import { createLayersPanel } from './network/panel.js';
import { createPicturesPanel } from './pictures/panel.js';
import { createSeedsPanel } from './seeds/panel.js';
import { createStopPanel } from './stop/panel.js';
import { createTiesPanel } from './ties/panel.js';
import { createTrainingPanel } from './training/panel.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {(root: HTMLElement) => import('./fold.js').PanelView} Mount */
/** @typedef {import('../messages/en/lab.js').LabMessages} LabMessages */

/** A network answers so many rows without a pause. */
const ROWS_A_PART = 64;

/**
 * @typedef {object} Page what the panels share with the first screen
 * @property {import('../engine/lab.js').Lab} lab
 * @property {import('../session/session.js').Session} session
 * @property {() => Snapshot} latest
 * @property {(wish: () => void) => boolean} attempt shows the refusal of a wish; whether it was done
 * @property {ReturnType<typeof import('../ties/tie-edits.js').createLocks>} locks
 * @property {ReturnType<typeof import('../page/charts/charts-view.js').createChartsView>} charts
 * @property {(link: { experiment: Experiment, steps: number | null } | null) => void} follow
 * @property {(x: number[][], y: number[][]) => { x: number[][], y: number[][], features: string[], targets: string[] }} ownData
 * @property {() => void} focusTrain
 * @property {AbortSignal} signal aborted when the page is left for one in another language
 */

/**
 * @param {Page} page
 * @param {LabMessages} messages
 */
export function labPanels(page, messages) {
  const { lab, session, attempt, charts } = page;
  const inspect = () => session.inspect;
  const { openRun, beside, targetsOf, addExample } = createWishes(page);
  return {
    /** @type {Mount} */
    ties: (root) =>
      createTiesPanel(root, {
        messages: messages.ties,
        notANumber: messages.errors.notANumber,
        inspect,
        locks: page.locks,
        on: createTieWishes(page),
      }),
    /** @type {Mount} */
    pictures: (root) =>
      createPicturesPanel(root, { messages, inspect, left: page.signal, onAdd: (example) => attempt(() => addExample(example)) }),
    /** @type {Mount} */
    network: (root) =>
      createLayersPanel(root, {
        messages,
        activations: lab.names.activations,
        limits: LIMITS,
        onLayers: (hidden) => session.setLayers(hidden),
        onOutput: (outputActivation) => session.choose({ outputActivation }),
        onStart: (start) => session.setStart(start),
        onRange: (range) => session.change(withRange(page.latest().experiment, range)),
        attempt,
      }),
    /** @type {Mount} */
    data: (root) =>
      createDataPanel(root, {
        messages,
        sets: lab.names.datasets,
        limits: { ...LIMITS, seed: LARGEST_SEED },
        onSet: (set) => session.choose({ data: set }),
        onOwn: (own, remedy) => session.choose({ data: own, ...remedy }),
        judge: judgeBy(lab),
        attempt,
      }),
    /** @type {Mount} */
    training: (root) =>
      createTrainingPanel(root, {
        messages,
        offers: { optimizers: lab.names.optimizers, options: lab.options },
        onChange: (training) => session.choose({ training }),
        attempt,
      }),
    /** @type {Mount} */
    stop: (root) => createStopPanel(root, { messages, onChange: (conditions) => session.setStopConditions(conditions) }),
    /** @type {Mount} */
    compare: (root) =>
      createComparePanel(root, {
        messages,
        on: {
          keep: () => session.keep(),
          forget: () => session.forgetKept(),
          train: (steps) => session.train(steps),
          beside,
          way: createWays(lab),
        },
      }),
    /** @type {Mount} */
    breaks: (root) =>
      createBreaksPanel(root, {
        messages,
        left: page.signal,
        changes: TIE_BREAKERS.map(({ id }) => id),
        onRun: createTieTrials({
          lab,
          fallback: PRESETS[0].experiment,
          now: () => performance.now(),
          requestFrame: (callback) => requestAnimationFrame(callback),
        }),
        onSweep: (experiment, options) => lab.sweep(experiment, options),
        onOpen: openRun,
      }),
    /** @type {Mount} */
    seeds: (root) =>
      createSeedsPanel(root, {
        messages,
        left: page.signal,
        largestSeed: LARGEST_SEED,
        onSweep: (experiment, options) => lab.sweep(experiment, options),
        targetsOf,
        onOpen: openRun,
      }),
    /** @type {Mount} */
    keep: (root) => createKeepPanel(root, { messages, lab, onOpen: (text) => page.follow(readShared(text)), charts: charts.pictures }),
  };
}

/**
 * What the network of a snapshot makes of examples that it does not train on.
 * @param {Page['lab']} lab
 * @returns {import('./data/panel.js').DataPanelOptions['judge']}
 */
function judgeBy(lab) {
  return function* ({ x, y, features, targets }, { experiment, values }) {
    const run = lab.start({ ...experiment, init: explicitInit(experiment.network, values), data: { x, y, features, targets } });
    try {
      while (!run.workOn('look', 1)) yield;
      const loss = run.loss();
      /** @type {number[][]} */
      const outputs = [];
      while (outputs.length < x.length) {
        yield;
        outputs.push(...run.predict(x.slice(outputs.length, outputs.length + ROWS_A_PART)));
      }
      return { loss, outputs };
    } finally {
      run.close();
    }
  };
}

/**
 * @param {Page['lab']} lab
 * @returns {import('./compare/way.js').WayWishes}
 */
function createWays(lab) {
  return {
    straight: (snapshot, to) => straightWay(lab, snapshot, 'layer' in to ? mirrorImage(snapshot, to) : to),
    level: (snapshot, pair) => levelWay(lab, snapshot, pair),
  };
}

/**
 * @param {Page} page
 * @returns {import('./ties/panel.js').TiesOptions['on']}
 */
function createTieWishes({ lab, session, latest, attempt }) {
  return {
    tie: (pair, part) => attempt(() => session.change(withTie(latest().experiment, pair, part, latest().names))),
    untie: (pair, part) => {
      const untied = withoutTie(latest().experiment, pair, part);
      if (untied !== null) attempt(() => session.change(untied));
      return untied !== null;
    },
    nudge: (nudge) => attempt(() => session.change(withNudge(latest().experiment, nudge))),
    takeNudgesBack: () => attempt(() => session.change(withoutNudges(latest().experiment))),
    edit: (name, value) => session.edit(name, value),
    predict: (snapshot, { layer, units }) => firmnessInParts(session.inspect.trace, snapshot, layer, units),
    split: {
      growth: (snapshot, neuron) => growthOfHalves(lab, snapshot, neuron),
      cut(snapshot, neuron, share) {
        /** @type {import('../session/halves.js').Cut | null} */
        let cut = null;
        attempt(() => {
          cut = cutNeuron(lab, snapshot, neuron, share);
          session.change(cut.start);
        });
        return cut;
      },
    },
  };
}

/** @param {Page} page */
function createWishes({ lab, session, latest, attempt, ownData, focusTrain }) {
  return {
    /**
     * Shows a run that a panel made, from its start and for as long as it went on there.
     * @param {Experiment} experiment
     * @param {number} steps
     */
    openRun(experiment, steps) {
      attempt(() => {
        session.load(experiment, steps);
        session.train();
      });
      byId('network').scrollIntoView({ block: 'start' });
      focusTrain();
    },
    /**
     * Keeps the present run and trains another beside it. Each by itself, since with a large network each takes a while.
     * @param {() => import('../experiment/experiment.js').ExperimentInput} make
     * @param {number} steps
     */
    async beside(make, steps) {
      /** @type {ReturnType<typeof make>} */
      let made;
      for (const act of [() => session.keep(), () => void (made = make()), () => session.change(made), () => session.train(steps)]) {
        if (!attempt(act)) return;
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    /** @param {Experiment} experiment */
    targetsOf(experiment) {
      return withRun(lab, experiment, (run) => run.data().y);
    },
    /** @param {import('./pictures/plane.js').NewExample} example */
    addExample({ inputs, isOne }) {
      const { x, y } = latest().data;
      session.choose({ data: ownData([...x, inputs], [...y, [isOne ? 1 : 0]]) });
    },
  };
}
