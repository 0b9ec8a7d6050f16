/** What a story asks, as it is said: a question with its options, the room for its replies, and at the end every guess against what the runs said. Pure. */

import { tiedGroups } from '../../figures/ties-seen.js';
import { fillIn } from '../text.js';

/**
 * The caption with the longest reply above it, as room for both.
 * @param {import('../../messages/en/story.js').AskTexts | undefined} asked
 * @param {string} caption
 */
export function longestReply(asked, caption) {
  const replies = Object.values(asked?.replies ?? {});
  const longest = replies.reduce((most, reply) => (reply.length > most.length ? reply : most), '');
  // Its mark, its first words and its box take a line and a half more: spaces that do not collapse, between which a line can end.
  return longest === '' ? [] : [`${longest} ${'\u2007\u200b'.repeat(64)} ${caption}`];
}

/**
 * @param {string} id of the step
 * @param {import('./chapter.js').Ask} asked
 * @param {import('../../messages/en/story.js').AskTexts} words
 * @param {string | null} chosen
 * @param {(text: string) => string} say
 * @returns {import('./choices.js').ChoiceTexts}
 */
export function askTexts(id, { kind, options, right }, { ask, options: said, replies }, chosen, say) {
  return {
    id,
    ask: say(ask),
    options: options.map((option) => ({ id: option, text: say(said[option]), reply: say(replies[option]) })),
    chosen,
    right,
    isCheck: kind === 'check',
  };
}

/**
 * What is said of a guess when its run has decided.
 * @param {import('../../messages/en/story.js').AskTexts | undefined} texts
 * @param {string} right
 * @param {string} guessed
 * @param {(text: string) => string} say
 */
export const replyTo = (texts, right, guessed, say) => ({
  right: guessed === right,
  answer: say(texts?.options[right] ?? ''),
  text: say(texts?.replies[guessed] ?? ''),
});

/**
 * What a step says of a run whose weight the reader has set, by what came of it.
 * @param {import('../../messages/en/story.js').StepTexts} words
 * @param {import('../../figures/figure.js').Recording} recording
 */
export function ownCaption({ caption, own }, { experiment, data, moments }) {
  const { parameters, right } = moments[moments.length - 1];
  if (tiedGroups(experiment.network, parameters, 1).length > 0) return own?.tied ?? caption;
  return own?.[right === data.x.length ? 'solved' : 'unsolved'] ?? caption;
}

/**
 * @param {readonly import('./chapter.js').Chapter[]} chapters
 * @param {import('./book.js').Texts} texts
 * @param {import('./story.js').StoryState['allChoices']} allChoices
 * @param {import('../../messages/en/story.js').StoryMessages['figures']} figures
 */
export function sumsOf(chapters, texts, allChoices, figures) {
  return chapters.flatMap(({ id, steps, claims }) =>
    steps.flatMap(({ id: asked, ask }) => {
      const words = texts[id].steps[asked].ask;
      if (ask?.kind !== 'guess' || words === undefined) return [];
      const chosen = allChoices[id][asked];
      const fill = (/** @type {string} */ text) => fillIn(text, claims, figures);
      const guess = chosen === undefined ? null : fill(words.options[chosen]);
      // The question alone: how it could be answered is no matter any more.
      return [{ title: fill(words.ask).replace(/\?.*$/, '?'), guess, right: chosen === ask.right, truth: fill(words.options[ask.right]) }];
    }),
  );
}
