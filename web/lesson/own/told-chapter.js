/** A teacher's chapter as the story tells it: ids for what has none, and texts in which nothing is a mark. Pure. */

/** @typedef {import('./chapter-file.js').OwnChapter} OwnChapter */
/** @typedef {import('../story/chapter.js').Chapter} Chapter */
/** @typedef {import('../../messages/en/story.js').ChapterTexts} ChapterTexts */

/** Where our own texts have marks for numbers and terms, a plain text has signs: an invisible joiner behind each keeps it one. @param {string} text */
const plain = (text) => text.replaceAll('{', '{\u2060').replaceAll('](', ']\u2060(');

const stepId = (/** @type {number} */ at) => `step-${at + 1}`;
const optionId = (/** @type {number} */ at) => `option-${at + 1}`;

/**
 * @param {OwnChapter} own
 * @param {string} id
 * @returns {Chapter}
 */
export function chapterOf({ runs, steps }, id) {
  return {
    id,
    runs: Object.fromEntries(runs.map(({ name, experiment, steps: trained }) => [name, { experiment, steps: trained }])),
    steps: steps.map(({ figure, at, numbers, ask }, index) => ({
      id: stepId(index),
      figure,
      at,
      ...(numbers && { numbers: true }),
      ...(steps[index - 1]?.ask?.kind === 'guess' && { reply: stepId(index - 1) }),
      ...(ask && {
        ask: {
          kind: ask.kind,
          options: ask.options.map((_, option) => optionId(option)),
          right: optionId(ask.options.findIndex(({ right }) => right)),
        },
      }),
    })),
    claims: [],
  };
}

/** @param {OwnChapter} own @returns {ChapterTexts} */
export function textsOf({ runs, steps }) {
  /** @param {readonly import('./chapter-file.js').OwnOption[]} options @param {'text' | 'reply'} what */
  const byOption = (options, what) => Object.fromEntries(options.map((option, at) => [optionId(at), plain(option[what])]));
  return {
    runs: Object.fromEntries(runs.map(({ name, title }) => [name, plain(title)])),
    steps: Object.fromEntries(
      steps.map(({ caption, go, ask }, at) => [
        stepId(at),
        {
          caption: plain(caption),
          go: plain(go),
          ...(ask && {
            ask: { ask: plain(ask.question), options: byOption(ask.options, 'text'), replies: byOption(ask.options, 'reply') },
          }),
        },
      ]),
    ),
  };
}
