/**
 * A chapter that a teacher has written: a JSON file of runs and steps, each step a figure of a fixed kind, a caption and a button, and what it asks.
 * It is read and checked like any input, and becomes a chapter with its texts as ours are. All of its texts are plain. Pure.
 */

import { choice, exactly, fail, flag, isObject, list, object, refine, text, whole } from '../../base/checks.js';
import { ExperimentError, describe } from '../../base/errors.js';
import { parseJson } from '../../base/json-text.js';
import { compactExperiment, parseExperiment } from '../../experiment/experiment.js';
import { OWN_LIMITS } from './chapter-limits.js';

/** @typedef {import('../../base/checks.js').Kind} Kind */
/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../story/chapter.js').StepFigure} StepFigure */
/** @typedef {{ text: string, reply: string, right: boolean }} OwnOption */
/** @typedef {{ kind: 'guess' | 'check', question: string, options: readonly OwnOption[] }} OwnAsk */
/** @typedef {{ figure: StepFigure, at: 'start' | 'run' | 'end', caption: string, go: string, numbers: boolean, ask?: OwnAsk }} OwnStep */
/** @typedef {{ title: string, runs: readonly { name: string, title: string, experiment: Experiment, steps: number }[], steps: readonly OwnStep[] }} OwnChapter */

/** Something to read. @param {number} longest */
const words = (longest) =>
  refine(text(longest), (value, path) => {
    if (value.trim() === '') fail(path, 'must have something to read in it');
  });

/** @type {Kind} */
const EXPERIMENT = {
  wanted: 'an experiment',
  check(value, path) {
    if (!isObject(value)) fail(path, `must be an experiment, an object with "network" and "data"; got ${describe(value)}`);
    const experiment = experimentAt(path, value);
    const { inputs, hidden, outputs } = experiment.network;
    const { layers, units, examples } = OWN_LIMITS;
    if (inputs !== 2 || outputs !== 1 || hidden.length > layers || hidden.some((width) => width > units))
      fail(
        `${path}.network`,
        `must have 2 inputs, 1 output and at most ${layers} hidden layers of at most ${units} units, so that the figures can show it`,
      );
    const { data } = experiment;
    const count = 'x' in data ? data.x.length : data.examples;
    if (count > examples) fail(`${path}.data`, `must have at most ${examples} examples; got ${count}`);
    return experiment;
  },
  compact: (normal) => compactExperiment(normal),
};

/** @param {string} path @param {object} value */
function experimentAt(path, value) {
  try {
    return parseExperiment(value);
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    throw new ExperimentError(error.path === '' ? path : `${path}.${error.path}`, error.message.slice(error.message.indexOf(': ') + 2));
  }
}

const RUN = object([
  {
    key: 'name',
    kind: refine(words(40), (name, path) => /^[\w-]+$/.test(name) || fail(path, 'must be letters, digits, "-" and "_" alone')),
  },
  { key: 'title', kind: words(OWN_LIMITS.title) },
  { key: 'experiment', kind: EXPERIMENT },
  { key: 'steps', kind: whole(1, OWN_LIMITS.trained) },
]);

/** The name of a run above. @type {Kind} */
const ofRun = {
  wanted: 'the name of a run',
  check(value, path, { root }) {
    const names = root.runs.map((/** @type {{ name: string }} */ { name }) => name);
    return choice(names).check(value, path, { root, own: undefined });
  },
};
const runs = list(ofRun, {
  least: 1,
  most: OWN_LIMITS.runs,
  wanted: `a list of 1 to ${OWN_LIMITS.runs} names of runs`,
  unique: (name) => name,
});

/** What each kind of figure is told. @type {Readonly<Record<string, Kind>>} */
const FIGURES = {
  network: object([
    { key: 'kind', kind: exactly('network') },
    { key: 'run', kind: ofRun },
  ]),
  race: object([
    { key: 'kind', kind: exactly('race') },
    { key: 'runs', kind: runs },
  ]),
  curves: object([
    { key: 'kind', kind: exactly('curves') },
    { key: 'runs', kind: runs },
    { key: 'shows', kind: choice(['weights', 'distance']), fallback: () => 'weights' },
  ]),
  plane: object([
    { key: 'kind', kind: exactly('plane') },
    { key: 'run', kind: ofRun },
  ]),
};

/** @type {Kind} */
const FIGURE = {
  wanted: 'a figure',
  check(value, path, scope) {
    if (!isObject(value)) fail(path, `must be a figure, an object with "kind"; got ${describe(value)}`);
    const kind = choice(Object.keys(FIGURES)).check(value.kind, `${path}.kind`, scope);
    const figure = FIGURES[kind].check(value, path, { root: scope.root, own: undefined });
    const narrow = (figure.runs ?? []).find((/** @type {string} */ name) => networkOf(scope.root, name).hidden[0] < 2);
    if (
      kind === 'curves' &&
      (narrow !== undefined || figure.runs.some((/** @type {string} */ name) => networkOf(scope.root, name).hidden.length === 0))
    )
      fail(path, 'must be of runs with two neurons in the first hidden layer: their distance is drawn');
    return figure;
  },
};

/** @param {any} root @param {string} name @returns {Experiment['network']} */
const networkOf = (root, name) => root.runs.find((/** @type {{ name: string }} */ run) => run.name === name).experiment.network;

const ASK = refine(
  object([
    { key: 'kind', kind: choice(['guess', 'check']) },
    { key: 'question', kind: words(OWN_LIMITS.option) },
    {
      key: 'options',
      kind: list(
        object([
          { key: 'text', kind: words(OWN_LIMITS.option) },
          { key: 'reply', kind: words(OWN_LIMITS.caption) },
          { key: 'right', kind: flag, fallback: () => false },
        ]),
        { least: 2, most: OWN_LIMITS.options, wanted: `a list of 2 to ${OWN_LIMITS.options} options` },
      ),
    },
  ]),
  ({ options }, path) => {
    const right = options.filter((/** @type {OwnOption} */ option) => option.right).length;
    if (right !== 1) fail(`${path}.options`, `must have one option that is right; got ${right}`);
  },
);

const STEP = object([
  { key: 'figure', kind: FIGURE },
  { key: 'at', kind: choice(['start', 'run', 'end']) },
  { key: 'caption', kind: text(OWN_LIMITS.caption), fallback: () => '' },
  { key: 'go', kind: words(OWN_LIMITS.button) },
  { key: 'numbers', kind: flag, fallback: () => false },
  { key: 'ask', kind: ASK, optional: true },
]);

const CHAPTER = object(
  [
    { key: 'version', kind: exactly(1), always: true },
    { key: 'title', kind: words(OWN_LIMITS.title) },
    {
      key: 'runs',
      kind: list(RUN, {
        least: 1,
        most: OWN_LIMITS.runs,
        wanted: `a list of 1 to ${OWN_LIMITS.runs} runs`,
        unique: ({ name }) => `the run ${name}`,
      }),
    },
    {
      key: 'steps',
      kind: refine(list(STEP, { least: 2, most: OWN_LIMITS.steps, wanted: `a list of 2 to ${OWN_LIMITS.steps} steps` }), checkSteps),
    },
  ],
  'a chapter: an object with "title", "runs" and "steps"',
);

/**
 * A guess is answered by the run of the step behind it; a chapter that asks nothing is a picture.
 * @param {readonly OwnStep[]} steps
 * @param {string} path
 */
function checkSteps(steps, path) {
  steps.forEach(({ ask, at }, index) => {
    if (ask === undefined) return;
    if (at === 'run')
      fail(`${path}[${index}].at`, 'must be "start" or "end" where something is asked: a run is played first, and then asked of');
    if (ask.kind === 'guess' && steps[index + 1]?.at !== 'run')
      fail(`${path}[${index + 1}].at`, 'must be "run": it answers the guess before it');
  });
  if (steps.every(({ ask }) => ask === undefined)) fail(path, 'must ask something: give one step "ask"');
  if (steps.filter(({ ask }) => ask?.kind === 'check').length > 1) fail(path, 'must have at most one check, which is what is scored');
}

/**
 * @param {string | object} input JSON or a plain object
 * @returns {OwnChapter}
 * @throws {ExperimentError} its path begins with "chapter"
 */
export function parseChapter(input) {
  const { characters } = OWN_LIMITS;
  if (typeof input === 'string' && input.length > characters)
    fail('chapter', `must be a text of at most ${characters} characters; got ${input.length}`);
  const value = typeof input === 'string' ? jsonOf(input) : input;
  return CHAPTER.check(value, 'chapter', { root: undefined, own: undefined });
}

/** @param {string} json */
function jsonOf(json) {
  try {
    return parseJson(json);
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    throw new ExperimentError('chapter', error.message.slice(error.message.indexOf(': ') + 2));
  }
}

/** The shortest plain object that parseChapter() turns into this chapter. @param {OwnChapter} chapter @returns {any} */
export function compactChapter(chapter) {
  return CHAPTER.compact?.(chapter, { root: undefined, own: undefined });
}
