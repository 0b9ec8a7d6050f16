/** The teacher's notes: homework that is done and handed in, and the page by what a teacher sees. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parseExperiment } from 'twin-neurons';
import { readHandIn, writeHandIn } from '../../web/tasks/hand-in.js';
import { createJudge, gradeAll } from '../../web/tasks/judge.js';
import { parseTask, writeTask } from '../../web/tasks/task.js';
import { readTaskLink } from '../../web/tasks/task-link.js';
import { allOf } from '../../web/base/parts.js';
import { mirrorImage, straightWay } from '../../web/session/ways.js';
import { HOMEWORK } from '../../web/teachers/homework.js';
import { PLAN } from '../../web/teachers/plan.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { namedClaims } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { BROWSERS } from '../support/browsers.js';
import { atOnce } from '../support/shared.js';
import { solve } from '../tasks/students.js';
import { axeViolations, enter, openSite, read, train, whole } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

describe('homework', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  /** What a student does who does it as asked, by the values that stand there. @type {Readonly<Record<string, (values: Record<string, number>) => Record<string, number>>>} */
  const DONE = {
    'one-number': ({ w5 }) => ({ w6: w5 }),
    'half-answer': ({ w1, w2, w5 }) => ({ w3: w1, w4: w2, w6: w5 }),
    halves: () => ({ w2: 0, w4: 0, w5: 4, w6: 4 }),
    highest: () => ({ w1: 6, w2: 6, w3: 6, w4: 6, w5: 0.25, w6: 0.25, b1: -5.25, b2: -5.25 }),
  };
  /** The same where it is a choice. @type {Readonly<Record<string, (experiment: import('twin-neurons').Experiment) => object>>} */
  const CHOSEN = {
    zeros: (experiment) => ({ ...experiment, network: { ...experiment.network, activation: 'tanh' } }),
    strangers: (experiment) => ({ ...experiment, training: { ...experiment.training, l2: 0.01 } }),
  };

  for (const { id, task: plain } of HOMEWORK) {
    const task = parseTask(plain);
    const numbers = task.seed === undefined ? [0] : [0, 1, 7, 17, 123_456, 4_294_967_295];
    /** @param {number} number @param {boolean} isDone */
    const handedIn = (number, isDone) => {
      const chosen = isDone && id in CHOSEN ? { ...task, experiment: parseExperiment(CHOSEN[id](task.experiment)) } : task;
      return readHandIn(
        writeHandIn({ title: id, name: 'Ada', ...solve(/** @type {any} */ (lab), chosen, number, isDone ? DONE[id] : undefined) }),
      );
    };

    test(`${id}: done as asked it is met, by every student\u2019s number, and left as it was by none`, () => {
      const judge = createJudge(lab, task);
      for (const number of numbers) {
        assert.equal(atOnce(judge(handedIn(number, true))).word, 'met', `${number}`);
        assert.equal(atOnce(judge(handedIn(number, false))).word, 'not-met', `${number}`);
      }
    });

    if (task.seed === 'student') {
      test(`${id}: what one has found is wrong for another`, () => {
        const [one, other] = [handedIn(17, true), handedIn(18, true)];
        const handIns = [
          { ...one, name: 'Ada' },
          { ...one, number: '18', name: 'Eve' },
        ];
        const [first, second] = atOnce(gradeAll(createJudge(lab, task), task, handIns));
        assert.deepEqual([first.word, second.word], ['met', 'other-seed']);
        assert.notEqual(one.fingerprint, other.fingerprint);
      });
    }

    test(`${id}: nothing of an answer stands in what is shipped`, () => {
      const shipped = writeTask(task) + JSON.stringify(plain);
      for (const number of numbers) assert.ok(!shipped.includes(handedIn(number, true).fingerprint));
      assert.doesNotMatch(shipped, /(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])/);
    });
  }

  test('halves: from the start of each of 20 students they part, from one that is named in the key they stay, and equal ones are no halves', () => {
    const task = parseTask(HOMEWORK.find(({ id }) => id === 'halves')?.task ?? {});
    const judge = createJudge(lab, task);
    for (let number = 1; number <= 20; number += 1) {
      /** @param {Record<string, number>} values */
      const metBy = (values) =>
        atOnce(judge(readHandIn(writeHandIn({ title: '', name: 'Ada', ...solve(/** @type {any} */ (lab), task, number, () => values) }))))
          .met;
      assert.deepEqual(metBy({}), [true, false], `${number}`);
      assert.deepEqual(metBy({ w2: 0, w4: 0, w5: 4, w6: 4 }), [true, true], `${number}`);
      assert.deepEqual(metBy({ w2: 0, w4: 0.5, w5: 4, w6: 4 })[0], false, `${number}`);
    }
  });

  test('highest: no place on the way to the mirror image is higher, and a place beside it is not met', () => {
    const task = parseTask(HOMEWORK.find(({ id }) => id === 'highest')?.task ?? {});
    const run = lab.start(task.experiment);
    const place = { experiment: run.experiment, values: run.parameters() };
    const { losses, top } = allOf(straightWay(lab, place, mirrorImage(place, { layer: 1, units: [1, 2] })));
    run.close();
    assert.ok(losses[0] < 0.05, 'it solves XOR');
    assert.deepEqual([top.part, top.tied], [0.5, [{ layer: 1, units: [1, 2] }]]);
    // By name, in the engine's order: what the key says is what lies halfway.
    const halfway = place.values.map((value, at) => (value + mirrorImage(place, { layer: 1, units: [1, 2] })[at]) / 2);
    assert.deepEqual([...halfway], [6, 6, 6, 6, -5.25, -5.25, 0.25, 0.25, -5]);
    const beside = { w1: 6, w3: 6, w2: 6, w4: 6, w5: 0.25, w6: 0.25, b1: -5.25, b2: -5.2 };
    const handIn = readHandIn(writeHandIn({ title: '', name: 'Ada', ...solve(/** @type {any} */ (lab), task, 0, () => beside) }));
    assert.equal(atOnce(createJudge(lab, task)(handIn)).word, 'not-met');
  });

  test('of a tanh layer from zeros, the output\u2019s bias alone has moved; of a sigmoid layer, everything', () => {
    const zeros = parseTask(HOMEWORK.find(({ id }) => id === 'zeros')?.task ?? {});
    const moved = ['sigmoid', 'tanh', 'linear', 'relu', 'leaky-relu'].map((activation) => {
      const { experiment, steps } = zeros;
      const run = lab.start(parseExperiment({ ...experiment, network: { ...experiment.network, activation } }));
      run.train(steps);
      const names = run.names.filter((name) => run.get(name) !== 0);
      run.close();
      return names.join(' ');
    });
    assert.deepEqual(moved, ['w1 w2 w3 w4 b1 b2 w5 w6 b3', 'b3', 'b3', 'b3', 'b3']);
  });
});

describe('the notes\u2019 texts', () => {
  for (const id of LANGUAGE_IDS) {
    test(`in "${id}": every question and task has them, and the steps named are those of the runs`, async () => {
      const { count } = await LANGUAGES[id].page();
      const texts = await LANGUAGES[id].teachers();
      assert.deepEqual(
        Object.keys(texts.chapters),
        PLAN.map((question) => question.id),
      );
      assert.deepEqual(
        Object.keys(texts.beyondChapters),
        BEYOND.map((chapter) => chapter.id),
      );
      for (const { id: chapter, claims } of BEYOND) {
        const { shows, aim, against, board } = texts.beyondChapters[chapter];
        for (const said of [shows, aim, ...against, ...board]) {
          // On the board there are formulas, too.
          if (!board.includes(said)) assert.doesNotMatch(said.replace(/\{\w+\}/g, ''), /\d/, 'a number is a claim of the chapter');
          for (const claim of namedClaims(said))
            assert.ok(
              claims.some((each) => each.id === claim),
              claim,
            );
        }
      }
      assert.deepEqual(
        Object.keys(texts.homework.tasks),
        HOMEWORK.map((task) => task.id),
      );
      for (const { id: task, task: plain } of HOMEWORK) {
        const { text, handIn } = texts.homework.tasks[task];
        assert.deepEqual(new Set(`${text} ${handIn}`.match(/\d[\d.,]*\d{2}/g)), new Set([count(plain.steps)]), task);
      }
    });
  }
});

for (const name of BROWSERS) {
  describe(`the teacher\u2019s notes in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    /** @param {string} query @param {import('../support/browsers.js').PageOptions} [options] */
    const openNotes = async (query, options) => {
      const page = await site.newPage(options);
      await page.goto(`${site.url}${query}`);
      await page.waitFor(() => document.documentElement.dataset.ready === 'true');
      return page;
    };

    test('change their language where they stand', async () => {
      const page = await openNotes('?lang=es&lesson=teachers');
      assert.equal(await page.evaluate(() => document.querySelector('h1')?.textContent), 'Notas para docentes');
      await page.click('[data-language="en"]');
      await page.waitFor(() => document.querySelector('h1')?.textContent === 'Teacher\u2019s notes');
      assert.equal(await page.evaluate(() => document.querySelectorAll('.teachers-chapter').length), PLAN.length + BEYOND.length);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    if (name === 'chromium') {
      test('lead from the foot of the page to a task, which is met when it is done as asked', async () => {
        const start = await site.open();
        const notes = await start.evaluate(() => document.querySelector('#page-foot a')?.getAttribute('href'));
        await start.close();
        const page = await openNotes(notes ?? '');
        const link = await page.evaluate(() => document.querySelector('.teachers-task a')?.getAttribute('href'));
        assert.equal(
          await page.evaluate(() => [...document.querySelectorAll('details')].every((details) => !details.open)),
          true,
          'answers are folded away',
        );
        await page.goto(`${site.url}${link}`);
        await whole(page);
        await enter(page, '#task-student-number', '17');
        await page.select('[name="speed"]', 'Infinity');
        await enter(page, '[name="w6"]', String((await read(page)).values.w5));
        await train(page);
        assert.equal(await page.evaluate(() => document.querySelector('.task-conditions li')?.getAttribute('data-met')), 'true');
        assert.equal((await read(page)).exactStep, HOMEWORK[0].task.steps);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });

      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        test(`axe finds nothing wrong, ${colorScheme}, with all answers open, and at 320 px nothing sticks out`, async () => {
          const page = await openNotes('?lesson=teachers', { colorScheme, width: 320 });
          await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
          assert.deepEqual(await axeViolations(page, 'html'), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
          await page.close();
        });
      }

      test('every link of a task holds the task, with its words', async () => {
        const page = await openNotes('?lang=en&lesson=teachers');
        const links = await page.evaluate(() =>
          [...document.querySelectorAll('.teachers-task a')].map((link) => link.getAttribute('href') ?? ''),
        );
        const { tasks } = (await LANGUAGES.en.teachers()).homework;
        assert.deepEqual(
          links.map((link) => readTaskLink(link).title),
          HOMEWORK.flatMap(({ id }) => [tasks[id].title, tasks[id].title]),
        );
        await page.close();
      });
    }
  });
}

describe('the glossary', () => {
  test('unfolds at the foot of the page, in the order of its language', async () => {
    const site = await openSite('chromium');
    try {
      const page = await site.newPage();
      await page.goto(`${site.url}?lang=es`);
      await whole(page);
      await page.click('.glossary > summary');
      const terms = await page.waitFor(() => {
        const found = [...document.querySelectorAll('.glossary dt')].map((term) => term.textContent ?? '');
        return found.length > 0 && found;
      });
      const glossary = await LANGUAGES.es.glossary();
      assert.deepEqual(
        terms,
        Object.values(glossary)
          .map(({ term }) => term)
          .sort(new Intl.Collator('es').compare),
      );
      assert.deepEqual(await axeViolations(page, '#page-foot'), []);
      await page.close();
    } finally {
      await site.close();
    }
  });
});
