/** What each neuron answers to, for several runs under one another; a run with two neurons swapped; and weights in color where there is no plane. */

import { placeOf, planeInputs, featureRange } from '../../drawing/response-picture.js';
import { networkLayers } from '../../experiment/parameters.js';
import { withSwappedUnits } from '../../ties/swap-test.js';
import { createColorReader } from '../../ui/color-reader.js';
import { element, setText } from '../../ui/dom.js';
import { createHeatMap } from '../../ui/heat-map.js';
import { createNeuronPictures } from '../../ui/neuron-pictures.js';

/** @typedef {import('../chapters/starts.js').LessonRun} LessonRun */
/** @typedef {import('../../engine/run.js').Run} Run */
/** @typedef {import('../../messages/en/lab.js').LabMessages} LabMessages */

/** Cells along each side of a picture, which is small here. */
const SIZE = 32;

/**
 * @param {{ words: import('../../messages/en/lesson-later.js').LaterMessages['pictures'], lab: Pick<LabMessages, 'pictures'> }} options
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createPictures =
  ({ words, lab }) =>
  ({ chapter, texts, messages, say, work }) => {
    const { contrast } = chapter;
    if (contrast.kind !== 'pictures') throw new Error(`chapter ${chapter.id} has no pictures`);
    const pictureMessages = /** @type {LabMessages} */ (lab);
    const { cases, swap, table } = contrast;
    const root = element('div', { class: 'lesson-pictures', 'aria-busy': 'true' });
    const colorOf = createColorReader(root);
    const working = new AbortController();

    /** @param {string} id @param {...Node} content */
    const section = (id, ...content) => {
      const made = element(
        'section',
        { class: 'picture-case', 'data-case': id },
        element('h4', {}, say.plain(texts.contrast.cases[id].title)),
        ...content,
      );
      root.append(made);
    };
    /** @param {Run} run */
    const draw = (run) => {
      const { network } = run.experiment;
      const { x, y } = run.data();
      const plane = { x: featureRange(x, 0), y: featureRange(x, 1), size: SIZE };
      const layer = networkLayers(network)[0];
      const pictures = createNeuronPictures({ size: SIZE, messages: pictureMessages, colorOf });
      pictures.frame(
        layer,
        x.map((inputs, at) => ({ place: placeOf(plane, inputs), isOne: y[at][0] === 1 })),
      );
      pictures.paint(run.activations(planeInputs(plane), 1), network.activation, {
        firstUnit: layer.firstUnit,
        groups: run.ties()[0].groups,
      });
      return [pictures.element, element('p', { class: 'note' }, words.loss(messages.figures.loss(run.loss())))];
    };
    /** @param {Run} run */
    const drawTable = (run) => {
      const heat = createHeatMap({ messages: pictureMessages });
      heat.update(
        /** @type {import('../../session/session.js').Snapshot} */ (
          /** @type {unknown} */ ({ experiment: run.experiment, data: run.data(), values: run.parameters(), event: 'loaded' })
        ),
      );
      return [heat.element];
    };

    const first = chapter.runs[cases[0]];
    const swapped = {
      ...first,
      experiment: work.withRun(first.experiment, (run) =>
        withSwappedUnits(run.experiment, run.parameters(), { layer: 1, units: [swap[0], swap[1]] }),
      ),
    };
    /** @type {[string, LessonRun, (run: Run) => HTMLElement[]][]} */
    const shown = [
      ...cases.map((id) => /** @type {[string, LessonRun, typeof draw]} */ ([id, chapter.runs[id], draw])),
      ['swapped', swapped, draw],
      [table, chapter.runs[table], drawTable],
    ];
    const fill = async () => {
      for (const [id, run, make] of shown) {
        const note = element('p', { class: 'note' }, words.working);
        section(id, note);
        const made = await work.trained(run, working.signal, make);
        setText(note, '');
        note.replaceWith(...made);
      }
      root.setAttribute('aria-busy', 'false');
    };
    fill().catch((error) => {
      if (!working.signal.aborted) throw error;
    });
    return { element: root, close: () => working.abort() };
  };
