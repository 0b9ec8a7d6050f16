/** A teacher's experiment with numbers that only an exact link keeps, and the link to its first 500 steps. */
import { parseExperiment } from '../../web/experiment/experiment.js';
import { writeLink } from '../../web/experiment/link.js';
import { tiedExperiment } from './shared.js';

export const HOMEWORK = parseExperiment({
  ...tiedExperiment({
    init: {
      scheme: 'explicit',
      w: [
        [
          [1 / 3, 0.4],
          [0.2, -0],
        ],
        [[0.6, Math.PI]],
      ],
    },
  }),
  name: 'Homework 3',
});

export const HOMEWORK_LINK = `#run=${writeLink(HOMEWORK)}&steps=500`;
