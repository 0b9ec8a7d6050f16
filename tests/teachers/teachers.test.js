/** The teacher's notes: homework whose fingerprints the engine gives again, in the package and in the command, and the page by what a teacher sees. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openLab } from 'twin-neurons';
import { readAddress } from '../../web/experiment/address.js';
import { rightExperiment } from '../../web/teachers/homework-answer.js';
import { HOMEWORK } from '../../web/teachers/homework.js';
import { PLAN } from '../../web/teachers/plan.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { namedClaims } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { BROWSERS } from '../support/browsers.js';
import { axeViolations, enter, openSite, read, train, whole } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url));

describe('homework', () => {
  /** @type {import('../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  for (const task of HOMEWORK) {
    for (const answer of task.runs) {
      test(`${task.id}, ${answer.id}: the engine comes to the same fingerprint, loss, ties and values`, () => {
        const run = lab.start(rightExperiment(task, answer));
        run.train(answer.steps);
        assert.equal(run.fingerprint(), answer.fingerprint);
        assert.equal(run.loss().toFixed(6), answer.loss.toFixed(6));
        assert.equal(run.ties()[0].effective === 1, answer.tied);
        for (const [name, value] of Object.entries(answer.ends ?? {})) assert.equal(run.get(name).toFixed(4), value.toFixed(4));
        run.close();
      });
    }

    test(`${task.id}: a start left as it was does not pass for an answer that changes something`, () => {
      for (const { steps, fingerprint, change, activation } of task.runs) {
        if (Object.keys(change).length === 0 && activation === undefined) continue;
        const run = lab.start(task.start);
        run.train(steps);
        assert.notEqual(run.fingerprint(), fingerprint);
        run.close();
      }
    });
  }

  test('of a tanh layer from zeros, the output\u2019s bias alone has moved; of a sigmoid layer, everything', () => {
    const task = HOMEWORK.find(({ id }) => id === 'zeros');
    assert.ok(task);
    const moved = task.runs.map((answer) => {
      const run = lab.start(rightExperiment(task, answer));
      run.train(answer.steps);
      const names = run.names.filter((name) => run.get(name) !== 0);
      run.close();
      return names;
    });
    assert.deepEqual(moved, [['w1', 'w2', 'w3', 'w4', 'b1', 'b2', 'w5', 'w6', 'b3'], ['b3']]);
  });

  test('the command that teachers are told prints the fingerprint', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'homework-'));
    try {
      const [task] = HOMEWORK;
      const file = join(folder, 'experiment.json');
      await writeFile(file, JSON.stringify(rightExperiment(task, task.runs[0])));
      const { stdout } = await promisify(execFile)(process.execPath, [
        COMMAND,
        'run',
        file,
        '--steps',
        String(task.runs[0].steps),
        '--fingerprint',
      ]);
      assert.equal(stdout.trim(), task.runs[0].fingerprint);
    } finally {
      await rm(folder, { recursive: true });
    }
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
      for (const task of HOMEWORK) {
        const { text, handIn, answers } = texts.homework.tasks[task.id];
        assert.deepEqual(
          Object.keys(answers),
          task.runs.map((run) => run.id),
        );
        const steps = new Set(task.runs.map((run) => count(run.steps)));
        const named = new Set(`${text} ${handIn}`.match(/\d[\d.,]*\d{2}/g));
        assert.deepEqual(named, steps, task.id);
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
      test('lead from the foot of the page to a task, and its answer, done as asked, has the fingerprint of the key', async () => {
        const start = await site.open();
        const notes = await start.evaluate(() => document.querySelector('#page-foot a')?.getAttribute('href'));
        await start.close();
        const page = await openNotes(notes ?? '');
        const [task] = HOMEWORK;
        const link = await page.evaluate(() => document.querySelector('.teachers-task a')?.getAttribute('href'));
        const key = await page.evaluate(() =>
          [...document.querySelectorAll('.teachers-task details code')].map((code) => code.textContent),
        );
        assert.deepEqual(
          key,
          HOMEWORK.flatMap(({ runs }) => runs.map(({ fingerprint }) => fingerprint)),
        );
        assert.equal(
          await page.evaluate(() => [...document.querySelectorAll('details')].every((details) => !details.open)),
          true,
          'answers are folded away',
        );
        await page.goto(`${site.url}${link}`);
        await whole(page);
        await page.select('[name="speed"]', 'Infinity');
        await enter(page, '[name="w6"]', String(task.runs[0].change.w6));
        await train(page);
        const shown = await read(page);
        assert.deepEqual([shown.exactStep, shown.fingerprint], [task.runs[0].steps, task.runs[0].fingerprint]);
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

      test('every link of a task opens the experiment that it names', async () => {
        const page = await openNotes('?lesson=teachers');
        const links = await page.evaluate(() =>
          [...document.querySelectorAll('.teachers-task a')].map((link) => link.getAttribute('href') ?? ''),
        );
        const experiments = links.map((link) => readAddress(link.slice(link.indexOf('#')))?.experiment);
        assert.equal(
          experiments.length,
          HOMEWORK.reduce((sum, { runs }) => sum + 1 + runs.length, 0),
        );
        assert.ok(experiments.every((experiment) => experiment !== undefined));
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
