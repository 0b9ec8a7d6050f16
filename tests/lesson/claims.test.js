/**
 * What the lesson says is so: every claim of every chapter is computed anew, and no number stands in a text but as a claim, a name (w5,
 * neuron 1) or one of a few mathematical facts listed here.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { SECTIONS } from '../../web/lesson/beyond/sections.js';
import { featureRange, planeInputs } from '../../web/drawing/response-picture.js';
import { FACTS } from '../../web/lesson/story/chapters/facts.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { fillIn, namedClaims, namedTerms, piecesOf, plainOf } from '../../web/lesson/text.js';
import { beyondMessages } from '../../web/messages/en/beyond.js';
import { glossary } from '../../web/messages/en/glossary.js';
import { laterStoryChapters } from '../../web/messages/en/story-later.js';
import { storyChapters, storyMessages } from '../../web/messages/en/story.js';
import { teachersMessages } from '../../web/messages/en/teachers.js';
import { Facts } from './facts.js';
import { lateGradient } from './late-gradient.js';

/** @typedef {import('../../web/lesson/story/chapter.js').Claim} Claim */
/** @typedef {import('../../web/lesson/story/chapter.js').LessonRun} LessonRun */

const TEXTS = { ...storyChapters, ...laterStoryChapters };
const { figures } = storyMessages;

/** Digits that are names or mathematics, not results: w5, z1 of a formula, "neurons 1 and 2", and values that a definition fixes. */
const NAMES = /\b[wbazx]\d\b|δ\d|\b[Nn]eurons? \d(?: and \d)?\b|\bln 2\b/g;

/** Terms whose definition has numbers of its own; every other definition has none. */
const DEFINITIONS_WITH_NUMBERS = ['sigmoid', 'tanh', 'relu', 'bias', 'bit', 'distance', 'xor', 'and', 'standardized', 'picture'];

/**
 * All texts inside a piece of the messages.
 * @param {unknown} messages
 * @returns {string[]}
 */
const textsOf = (messages) =>
  typeof messages === 'string' ? [messages] : Object.values(/** @type {object} */ (messages)).flatMap(textsOf);

/** @param {string} text */
const looseNumbers = (text) =>
  text
    .replace(/\{\w+\}/g, '')
    .replace(/\]\([\w-]+\)/g, ']')
    .replace(NAMES, '')
    .match(/\d+/g) ?? [];

/** @type {{ name: string, runs: Readonly<Record<string, LessonRun>>, claims: readonly Claim[], texts: string[], seeds?: readonly [number, number] }[]} */
const ALL = [
  ...CHAPTERS.map(({ id, runs, claims }) => ({
    name: id,
    runs,
    claims: [...claims, .../** @type {Record<string, readonly Claim[]>} */ (FACTS)[id]],
    texts: textsOf(TEXTS[id]),
  })),
  ...SECTIONS.map(({ id, runs, claims, seeds }) => ({
    name: `beyond: ${id}`,
    runs,
    claims,
    seeds,
    texts: textsOf(beyondMessages.sections[id]),
  })),
];
/** What teachers are told of a question stands on its claims, too. @param {string} id */
const notesOf = (id) => textsOf(teachersMessages.chapters[id] ?? '');

describe('the lesson\u2019s claims', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  for (const { name, runs, claims, seeds } of ALL) {
    test(`hold on the engine: ${name}`, async () => {
      const facts = new Facts(lab, runs, seeds);
      for (const claim of claims) {
        const fact = await facts.of(claim);
        const shown = (/** @type {unknown} */ value) =>
          typeof value === 'number' && claim.as !== undefined ? figures[claim.as](value) : value;
        assert.equal(shown(fact), shown(claim.value), `${claim.what} of ${claim.run} ${claim.of ?? ''}: ${fact}`);
      }
      facts.close();
    });
  }

  for (const { name, claims, texts } of ALL) {
    test(`are where the numbers of the text come from: ${name}`, () => {
      const ids = claims.flatMap(({ id }) => (id === undefined ? [] : [id]));
      assert.equal(new Set(ids).size, ids.length, 'each id once');
      assert.deepEqual(
        ids.filter((id) => !texts.some((text) => namedClaims(text).includes(id))),
        [],
        'an id is there to be named',
      );
      for (const text of [...texts, ...notesOf(name)]) {
        assert.deepEqual(looseNumbers(text), [], text);
        assert.deepEqual(
          namedClaims(text).filter((id) => !ids.includes(id)),
          [],
          text,
        );
      }
    });
  }
});

describe('the lesson\u2019s texts', () => {
  test('are there for every section beyond the story, and for no other; a name stands for a run', () => {
    assert.deepEqual(
      Object.keys(beyondMessages.sections),
      SECTIONS.map(({ id }) => id),
    );
    for (const { id, runs } of SECTIONS)
      assert.deepEqual(
        Object.keys(beyondMessages.sections[id].runs).filter((run) => !(run in runs)),
        [],
      );
  });

  test('explain only terms that the glossary has, and no term twice in a chapter', () => {
    for (const { name, texts } of ALL) {
      const terms = texts.flatMap(namedTerms);
      assert.deepEqual(
        terms.filter((id) => !Object.hasOwn(glossary, id)),
        [],
        name,
      );
      assert.equal(new Set(terms).size, terms.length, `${name}: ${terms}`);
    }
    const used = new Set(ALL.flatMap(({ texts }) => texts.flatMap(namedTerms)));
    assert.ok(used.size >= 18);
  });

  test('the glossary has numbers only where a definition needs them', () => {
    for (const [id, { means }] of Object.entries(glossary)) {
      if (!DEFINITIONS_WITH_NUMBERS.includes(id)) assert.deepEqual(looseNumbers(means), [], id);
    }
  });

  test('never say what is not so', () => {
    const all = ALL.flatMap(({ texts }) => texts).join('\n');
    for (const wrong of [
      /because (it|its loss) is convex(?!\.)/i,
      /any difference (grows|explodes)/i,
      /always (grows|explodes)/i,
      /guarantees that they/i,
    ])
      assert.doesNotMatch(all, wrong);
    assert.match(textsOf(TEXTS.team).join(' '), /Nothing guarantees that two neurons learn different things/);
    assert.match(textsOf(TEXTS.ties).join(' '), /half of the answer/);
    assert.match(textsOf(TEXTS.zeros).join(' '), /That is true, but it is not why/);
  });

  test('every sentence is short', () => {
    const long = ALL.flatMap(({ texts }) => texts)
      .flatMap((text) => plainOf(text).split(/(?<=[.?!:])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 30);
    assert.deepEqual(long, []);
  });
});

describe('the two marks of a text', () => {
  /** @type {Claim[]} */
  const claims = [
    { id: 'steps', what: 'steps', value: 2000, as: 'count' },
    { what: 'kind', value: 'tied' },
  ];

  test('numbers are filled in as the language writes them; one that nobody claims is an error', () => {
    assert.equal(fillIn('After {steps} steps.', claims, figures), 'After 2,000 steps.');
    assert.throws(() => fillIn('After {stepz} steps.', claims, figures), /stepz/);
  });

  test('terms become pieces of their own', () => {
    assert.deepEqual(piecesOf('Two [tied](tied) [neurons](neuron).'), [
      { text: 'Two ', term: null },
      { text: 'tied', term: 'tied' },
      { text: ' ', term: null },
      { text: 'neurons', term: 'neuron' },
      { text: '.', term: null },
    ]);
  });

  test('the scan for numbers finds what is no claim', () => {
    assert.deepEqual(looseNumbers('J ends at 0.693147 for neurons 1 and 2 with w5 = {w5}.'), ['0', '693147']);
  });
});

test('the late gradient is the engine\u2019s own where nothing is late, and with two rates differs from it in proportion', async () => {
  const lab = await openLab();
  /** @type {(learningRate: number) => number} */
  const error = (learningRate) => {
    const run = /** @type {import('../../web/engine/run.js').Run} */ (
      /** @type {unknown} */ (lab.start({ .../** @type {object} */ (SECTIONS[0].runs.whole.experiment), training: { learningRate } }))
    );
    const found = lateGradient(run, 'w1', 'w5') - run.chain('w1').mean;
    run.close();
    return found;
  };
  assert.ok(Math.abs(error(1e-12)) < 1e-13);
  assert.ok(Math.abs(error(0.4) / error(0.2) - 2) < 1e-9 && error(0.2) !== 0);
  lab.close();
});

test('every run of the lesson is a whole experiment', () => {
  for (const { runs } of ALL) for (const { experiment, steps } of Object.values(runs)) assert.ok(parseExperiment(experiment) && steps >= 1);
});

test('six tied neurons answer more than one half nowhere in their picture', async () => {
  const lab = await openLab();
  const { experiment, steps } = /** @type {LessonRun} */ (CHAPTERS.find(({ id }) => id === 'team')?.runs.tied);
  const run = lab.start(experiment);
  run.train(steps);
  const { x } = run.data();
  const places = planeInputs({ x: featureRange(x, 0), y: featureRange(x, 1), size: 60 });
  assert.ok(run.predict(places).every(([answer]) => answer < 0.5));
  lab.close();
});

test('no line breaks between a name and its value', () => {
  const claims = [{ id: 'alpha', value: 20, as: /** @type {const} */ ('figure') }];
  assert.equal(
    fillIn('\u03b1 = {alpha}, w5 = 1 (l2 = 0.1): J \u2260 0', /** @type {any} */ (claims), /** @type {any} */ ({ figure: String })),
    '\u03b1\u00a0=\u00a020, w5\u00a0=\u00a01 (l2\u00a0=\u00a00.1): J\u00a0\u2260\u00a00',
  );
});
