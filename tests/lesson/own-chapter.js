/** A chapter as a teacher writes it, for tests. */
import { STORY_START } from '../../web/lesson/story/starts.js';

export const OWN_CHAPTER = {
  version: 1,
  title: 'Our own question',
  runs: [
    { name: 'equal', title: 'all equal', experiment: STORY_START, steps: 200 },
    { name: 'other', title: 'one changed', experiment: { ...STORY_START, init: { ...STORY_START.init, set: { w5: 0.7 } } }, steps: 200 },
  ],
  steps: [
    {
      figure: { kind: 'network', run: 'equal' },
      at: 'start',
      caption: 'Two neurons, <b>one</b> start.',
      go: 'Guess',
      ask: {
        kind: 'guess',
        question: 'Will {both} [learn](x)?',
        options: [
          { text: 'the same', reply: 'No.' },
          { text: 'as one', reply: 'They do.', right: true },
        ],
      },
    },
    { figure: { kind: 'race', runs: ['equal', 'other'] }, at: 'run', caption: 'Both at once.', go: 'One question' },
    {
      figure: { kind: 'curves', runs: ['equal', 'other'], shows: 'distance' },
      at: 'end',
      go: 'On',
      ask: {
        kind: 'check',
        question: 'What parted them?',
        options: [
          { text: 'one weight', reply: 'Yes.', right: true },
          { text: 'the data', reply: 'It is the same.' },
        ],
      },
    },
  ],
};
