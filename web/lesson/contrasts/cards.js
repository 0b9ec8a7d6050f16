/** Contrasting cases side by side: each a real run, with its verdict, small charts on one common scale, and its loss. */

import { element, setText, svgElement } from '../../ui/dom.js';
import { createSmallChart, rangeOf } from '../views/small-chart.js';
import { drawMarks } from '../../ui/verdict-marks.js';

/** @typedef {import('../runs.js').CaseResult} CaseResult */
/** @typedef {import('../chapters/chapter.js').Shown} Shown */
/** @typedef {import('../views/small-chart.js').Line} Line */
/** @typedef {import('../views/frame.js').ChapterView} ChapterView */

/**
 * @param {ChapterView} view
 * @param {readonly string[]} cases runs of the chapter
 * @param {readonly Shown[]} show
 */
export function createCards(view, cases, show) {
  const cards = cases.map((id) => createCard(view, id, show));
  const root = element(
    'div',
    { class: cases.length === 2 ? 'cards pair' : 'cards rows', 'aria-busy': 'true' },
    ...cards.map((card) => card.element),
  );
  const work = new AbortController();

  const fill = async () => {
    const results = await Promise.all(cases.map((id) => view.work.train(view.chapter.runs[id], work.signal)));
    const ranges = new Map(show.map((shown) => [shown, rangeOf(results.flatMap((result) => linesOf(result, shown)))]));
    cards.forEach((card, at) => card.fill(results[at], ranges));
    root.setAttribute('aria-busy', 'false');
  };
  fill().catch((error) => {
    if (!work.signal.aborted) throw error;
  });
  return { element: root, close: () => work.abort() };
}

/**
 * @param {CaseResult} result
 * @param {Shown} shown
 * @returns {readonly Line[]}
 */
function linesOf({ weights, distances, losses }, shown) {
  if (shown === 'weights') return weights;
  return [{ unit: null, values: shown === 'distance' ? distances : losses }];
}

/**
 * @param {ChapterView} view
 * @param {string} id
 * @param {readonly Shown[]} show
 */
function createCard({ chapter, texts, messages, say, on }, id, show) {
  const { title, about } = texts.contrast.cases[id];
  const marks = svgElement('svg', { class: 'verdict-marks', 'aria-hidden': 'true' });
  const verdict = element('p', { class: 'card-verdict' });
  const charts = show.map((shown) => ({ shown, root: element('div', { class: 'card-chart' }) }));
  const open = element(
    'button',
    { type: 'button', class: 'quiet-button', 'aria-label': messages.openCaseOf(say.plain(title)) },
    messages.openCase,
  );
  open.addEventListener('click', () => on.openRun(chapter.runs[id]));
  const heading = element('h4', {}, say.plain(title));
  const root = element(
    'section',
    { class: 'card', 'data-case': id },
    heading,
    element('p', { class: 'note' }, say.plain(about)),
    element('div', { class: 'card-said' }, marks, verdict),
    element('div', { class: 'card-charts' }, ...charts.map((chart) => chart.root)),
    open,
  );
  return {
    element: root,
    /**
     * @param {CaseResult} result
     * @param {ReadonlyMap<Shown, import('../views/small-chart.js').Range>} ranges
     */
    fill(result, ranges) {
      setText(verdict, messages.caseVerdict(result.verdict));
      drawMarks(marks, result.verdict === null || result.verdict.units > 3 ? null : result.verdict);
      for (const { shown, root: box } of charts) {
        const chart = createSmallChart({ label: messages.chart[shown](result) });
        chart.draw(linesOf(result, shown), ranges.get(shown) ?? { min: 0, max: 1 });
        const value = shown === 'loss' ? messages.figures.loss(result.loss) : '';
        box.replaceChildren(
          element('p', { class: 'card-caption' }, element('span', {}, messages.shown[shown]), element('span', { class: 'number' }, value)),
          chart.element,
        );
      }
    },
  };
}
