/** The teacher's notes on a document in Node: every question of every chapter with its answer, in each language, and everything as the page has it. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { HOMEWORK } from '../../web/teachers/homework.js';
import { PLAN } from '../../web/teachers/plan.js';
import { openTeachersPage } from '../../web/teachers/teachers-page.js';
import { freshRoot, textsOf, usePage } from '../support/dom.js';

usePage();

/** What the page has that the notes take away or fill. */
const PARTS = ['question', 'answer-path', 'story', 'beyond', 'page-foot', 'theme', 'language'];

/** @type {HTMLElement} */
let root;
beforeEach(() => {
  root = freshRoot('main');
  for (const id of PARTS) {
    const part = document.createElement('div');
    part.id = id;
    document.body.append(part);
  }
});

for (const id of LANGUAGE_IDS) {
  test(`in ${id} every chapter has its questions, right answers and replies, and nothing is left to fill in`, async () => {
    await openTeachersPage({ id, messages: await LANGUAGES[id].shell() }, { isThemeForced: true, beginAgain() {} });
    const texts = await LANGUAGES[id].teachers();
    const { storyChapters, storyMessages } = await LANGUAGES[id].story();
    const { beyondChapters } = await LANGUAGES[id].storyBeyond();
    const words = { ...storyChapters, ...(await LANGUAGES[id].laterStory()).laterStoryChapters, ...beyondChapters };
    const sections = [...root.querySelectorAll('.teachers-chapter')];
    assert.equal(sections.length, PLAN.length + BEYOND.length);
    for (const [at, { id: chapter }] of [...PLAN, ...BEYOND].entries()) {
      const { steps } = /** @type {typeof CHAPTERS[number]} */ ([...CHAPTERS, ...BEYOND].find((each) => each.id === chapter));
      const asks = steps.filter(({ ask }) => ask !== undefined);
      const options = asks.map(({ id: step, ask }) => {
        const said = words[chapter].steps[step].ask;
        return said?.options[/** @type {NonNullable<typeof ask>} */ (ask).right];
      });
      assert.deepEqual(textsOf(sections[at], '.teachers-key strong'), options, chapter);
      assert.deepEqual(
        textsOf(sections[at], '.teachers-key b'),
        asks.map(({ ask }) => `${texts[/** @type {'guess' | 'check'} */ (ask?.kind)]}: `),
      );
      assert.equal(sections[at].querySelector('h3')?.textContent?.startsWith(`${at + 1}. `), true);
      assert.match(sections[at].querySelector('a')?.getAttribute('href') ?? '', new RegExp(`^\\?lang=${id}&lesson=${chapter}$`));
      assert.match(
        sections[at].querySelector('.teachers-frame')?.textContent ?? '',
        new RegExp(`src="https://lab\\.example/\\?embed=1&lang=${id}&lesson=${chapter}"`),
      );
    }
    assert.doesNotMatch(root.textContent ?? '', /[{}[\]]|undefined|NaN/);
    assert.equal(root.querySelectorAll('.teachers-chapter').length, Object.keys({ ...texts.chapters, ...texts.beyondChapters }).length);
    assert.ok((root.textContent ?? '').includes(storyMessages.titles[PLAN[0].id]));
    for (const { id: task } of HOMEWORK) assert.ok((root.textContent ?? '').includes(texts.homework.tasks[task].answer));
    assert.deepEqual(
      [...root.querySelectorAll('.teachers-task a')].map((link) => (link.getAttribute('href') ?? '').replace(/=a.*$/, '')),
      HOMEWORK.flatMap(() => [`?lang=${id}&hide=lesson#task`, `grade.html?lang=${id}#task`]),
    );
    for (const part of PARTS.slice(0, 5)) assert.equal(document.getElementById(part), null, `${part} is no part of the notes`);
  });
}
