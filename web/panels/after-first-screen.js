/** What the lab gets once its first screen stands: undo, the page on paper, what was changed on the way, and the choice of batches beside the distance. */

import { LANGUAGES } from '../messages/languages.js';
import { createBatchChoice } from '../page/charts/batch-choice.js';
import { createScheduleView } from '../page/schedule-view.js';
import { createUndoView } from '../page/undo-view.js';
import { byId } from '../ui/dom.js';
import { preparePrinting } from '../page/styles/printing.js';

/**
 * @param {Pick<import('../page/lab-views.js').FilledPage, 'signal' | 'session' | 'latest' | 'attempt'>} page
 * @param {object} options
 * @param {import('../messages/en/page.js').Messages} options.messages
 * @param {import('../messages/languages.js').LanguageId} options.languageId
 * @param {readonly string[]} options.hide parts of the page that are not shown
 * @param {ReturnType<typeof import('../page/charts/charts-view.js').createChartsView>} options.charts
 * @param {ReturnType<typeof import('../page/views.js').createViews>} options.views
 * @param {{ open: (id: string) => Promise<void> }} options.panels
 */
export async function finishLab({ signal, session, latest, attempt }, { messages: page, languageId, hide, charts, views, panels }) {
  if (signal.aborted) return;
  const undo = createUndoView(byId('foot'), {
    messages: page,
    signal,
    onUndo: () => attempt(() => session().undo()),
    onRedo: () => attempt(() => session().redo()),
  });
  views.add([undo]);
  undo.update(latest());
  preparePrinting({ signal, recolor: () => charts.recolor(latest()) });
  // What changes the experiment is not there where the panels that do are not.
  if (hide.includes('lab')) return;
  const { batches: messages, schedule } = await LANGUAGES[languageId].chain();
  if (signal.aborted) return;
  const changes = createScheduleView({ messages: schedule, onChange: (training) => attempt(() => session().choose({ training })) });
  byId('setup').append(changes.element);
  views.add([changes]);
  changes.update(latest());
  const place = document.querySelector('.chart-distance');
  if (place === null) return;
  const choice = createBatchChoice({
    messages,
    onChoose: (batchSize) => attempt(() => session().choose({ training: { batchSize } })),
    async onCount() {
      await panels.open('breaks');
      document.querySelector('.over-starts')?.scrollIntoView({ block: 'start' });
    },
  });
  place.append(choice.element);
  views.add([choice]);
  choice.update(latest());
}
