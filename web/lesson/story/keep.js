/** What a student takes along: the picture that is on the stage, the link that makes it, and the answers. A part of the page of its own, loaded when it is offered. */

import { writeAddress } from '../../experiment/address.js';
import { parseExperiment } from '../../experiment/experiment.js';
import { drawFigureImage } from '../../figures/figure-image.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { element, setText } from '../../ui/dom.js';
import { download } from '../../ui/download.js';
import { createSaveAnswers } from '../answers/save-answers.js';

/**
 * @param {object} options
 * @param {import('../../messages/en/more-figures.js').MoreFiguresMessages['keep']} options.messages
 * @param {string} options.title of the picture
 * @param {import('./chapter.js').LessonRun} options.run that the link opens
 * @param {() => HTMLElement | null} options.figure on the stage
 */
export function createKeep({ messages, title, run, figure }) {
  const address = writeAddress({ experiment: parseExperiment(run.experiment), steps: run.steps });
  const link = `${location.href.replace(/[?#].*$/, '')}${address}`;
  const shownLink = element('output', { class: 'story-link', hidden: true }, link);
  const said = element('span', { role: 'status' });
  const save = element('button', { type: 'button', 'data-action': 'save-picture' }, messages.save);
  const copy = createCopyButton({
    label: messages.copy,
    read: () => link,
    onRefused() {
      shownLink.hidden = false;
      selectText(shownLink);
    },
    messages: { foot: messages },
  });
  copy.button.dataset.action = 'copy-link';
  save.addEventListener('click', async () => {
    const shown = figure();
    if (shown === null) return;
    save.disabled = true;
    try {
      download('twin-neurons.png', await drawFigureImage(shown, { title, about: link }));
      setText(said, messages.saved);
    } catch {
      setText(said, messages.notSaved);
    }
    save.disabled = false;
  });
  const picture = element('div', { class: 'story-keep' }, save, copy.button, said, copy.note, shownLink);
  return element('div', {}, picture, createSaveAnswers({ messages }));
}
