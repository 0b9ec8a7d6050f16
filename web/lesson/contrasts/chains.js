/**
 * Two chains side by side, factor beside factor, in three tasks: one to look at, one with a factor left out, one with more left out. What is filled in is held
 * against the engine's own numbers.
 */

import { readNumber } from '../../base/read-number.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../engine/chain.js').Chain} Chain */
/** @typedef {import('../chapters/chapter.js').ChainTask} ChainTask */
/** @typedef {import('../views/frame.js').ChapterView} ChapterView */
/** @typedef {import('../../messages/en/lesson-later.js').LaterMessages['chains']} Words */

/** What is typed counts as the factor within this part of it, so that two digits are enough. */
const CLOSE = 0.02;

/**
 * @param {Words} words
 * @returns {import('../views/frame.js').Contrasting}
 */
export const createChains = (words) => (view) => {
  const { chapter } = view;
  const { contrast } = chapter;
  if (contrast.kind !== 'chains') throw new Error(`chapter ${chapter.id} has no chains`);
  const body = element('div', { class: 'lesson-task' });
  const { experiment } = chapter.runs[contrast.run];
  const made = contrast.tasks.map((task) => createTask(view, words, task, experiment));
  const tabs = contrast.tasks.map(({ id }, at) => {
    const tab = element('button', { type: 'button', 'data-task': id, 'aria-pressed': 'false' }, words.tasks[id]);
    tab.addEventListener('click', () => show(at));
    return tab;
  });
  /** @param {number} at */
  const show = (at) => {
    tabs.forEach((tab, which) => tab.setAttribute('aria-pressed', String(which === at)));
    body.replaceChildren(made[at]);
  };
  show(0);
  return {
    element: element(
      'div',
      { class: 'lesson-chains' },
      element('div', { class: 'lesson-tabs', role: 'group', 'aria-label': words.tasksLabel }, ...tabs),
      body,
    ),
  };
};

/**
 * @param {ChapterView} view
 * @param {Words} words
 * @param {ChainTask} task
 * @param {import('../chapters/starts.js').LessonRun['experiment']} experiment
 */
function createTask({ work, say, texts, messages }, words, { id, pair, example, blanks }, experiment) {
  const { chains, inputs, target } = work.withRun(experiment, (run) => {
    const { x, y } = run.data();
    return { chains: pair.map((name) => run.chain(name, example)), inputs: x[example], target: y[example][0] };
  });
  const { figure } = messages.figures;
  const [first, second] = chains;
  const said = element('p', { class: 'lesson-live', 'aria-live': 'polite' });
  const done = element('div', { class: 'lesson-after' });
  let open = blanks.length;
  const finish = () => done.replaceChildren(say(texts.contrast.cases[id].about));

  const product = element('td', {}, blanks.length === 0 ? figure(second.product ?? 0) : '?');
  const rows = first.factors.map((factor, at) => {
    const other = second.factors[at];
    const isEqual = factor.value === other.value;
    const mark = element('td', { class: 'chain-mark' });
    const row = element('tr', { 'data-factor': at });
    const reveal = () => {
      setText(mark, isEqual ? '=' : '\u2260');
      mark.setAttribute('aria-label', isEqual ? words.equal : words.differs);
      row.classList.toggle('differs', !isEqual);
    };
    const solve = () => {
      reveal();
      open -= 1;
      if (open > 0) return;
      setText(product, figure(second.product ?? 0));
      finish();
    };
    if (blanks.includes(at)) setText(mark, '?');
    else reveal();
    row.append(
      factorCell(factor, figure(factor.value)),
      mark,
      blanks.includes(at) ? blankCell(other, words, said, solve) : factorCell(other, figure(other.value)),
    );
    return row;
  });
  if (blanks.length === 0) finish();
  const head = element(
    'tr',
    {},
    ...[`\u2202J/\u2202${pair[0]}`, '', `\u2202J/\u2202${pair[1]}`].map((text) =>
      text === '' ? element('td', {}) : element('th', { scope: 'col' }, text),
    ),
  );
  const foot = element(
    'tr',
    { class: 'chain-product' },
    element('td', {}, figure(first.product ?? 0)),
    element('td', { class: 'chain-mark' }, words.product),
    product,
  );
  return element(
    'div',
    {},
    element(
      'table',
      { class: 'chain-table', 'data-task-table': id },
      element('caption', {}, words.example(inputs, target)),
      element('thead', {}, head),
      element('tbody', {}, ...rows, foot),
    ),
    ...(blanks.length === 0 ? [] : [said]),
    done,
  );
}

/** @param {import('../../engine/chain.js').Factor} factor @param {string | Node} value */
function factorCell({ symbol, from }, value) {
  return element(
    'td',
    {},
    element('span', { class: 'chain-symbol' }, /^[wx]\d+$/.test(from) ? `${symbol} = ${from}` : symbol),
    element('span', { class: 'chain-value' }, value),
  );
}

/**
 * @param {import('../../engine/chain.js').Factor} factor
 * @param {Words} words
 * @param {HTMLElement} said
 * @param {() => void} onRight
 */
function blankCell(factor, words, said, onRight) {
  const input = element('input', {
    type: 'text',
    inputmode: 'decimal',
    class: 'chain-blank',
    'data-blank': factor.symbol,
    'aria-label': words.blank(factor.symbol),
    autocomplete: 'off',
  });
  let isSolved = false;
  const judge = () => {
    if (isSolved || input.value.trim() === '') return;
    const value = readNumber(input.value);
    const isRight = value !== null && Math.abs(value - factor.value) <= CLOSE * Math.abs(factor.value);
    input.setAttribute('aria-invalid', String(!isRight));
    if (isRight) input.removeAttribute('aria-invalid');
    setText(said, isRight ? words.right(factor.symbol) : value === null ? words.noNumber : words.hint(factor.symbol, factor.from));
    if (!isRight) return;
    isSolved = true;
    input.readOnly = true;
    onRight();
  };
  input.addEventListener('change', judge);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') judge();
  });
  return factorCell({ ...factor, from: '1' }, input);
}
