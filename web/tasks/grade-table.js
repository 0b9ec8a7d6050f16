/** Grades as a table for a spreadsheet. No cell of it is taken for a formula, whatever a student has called themselves. */

/** @typedef {import('./judge.js').Grade} Grade */
/** @typedef {import('./judge.js').Word} Word */
/**
 * @typedef {object} GradeWords
 * @property {readonly [name: string, number: string, result: string, conditions: string, step: string, loss: string, fingerprint: string, remark: string]} columns
 * @property {Readonly<Record<Word, string>>} results
 * @property {string} yes
 * @property {string} no
 * @property {(condition: number) => string} condition the name of its column, counted from 1
 * @property {(grade: Grade) => string} remark '' where there is nothing more to say
 */
/** @typedef {{ separator: ',' | ';' | '\t', decimal: '.' | ',', mark: boolean }} Manner mark: whether the text begins with the mark of UTF-8, without which Excel reads no accents */

/**
 * How the table is written that answers one with this separator.
 * @param {import('../base/tables/text-rows.js').Separator | null} separator
 * @returns {Manner}
 */
export function mannerOf(separator) {
  if (separator === ';') return { separator: ';', decimal: ',', mark: true };
  return { separator: separator === '\t' ? '\t' : ',', decimal: '.', mark: separator !== null };
}

/**
 * @param {readonly Grade[]} grades
 * @param {number} conditions of the task
 * @param {GradeWords} words
 * @returns {string[][]} a row each, the names of the columns first
 */
export function gradeRows(grades, conditions, words) {
  const [name, number, result, met, step, loss, fingerprint, remark] = words.columns;
  const places = Array.from({ length: conditions }, (_, at) => at);
  const head = [name, number, result, met, ...places.map((at) => words.condition(at + 1)), step, loss, fingerprint, remark];
  const rows = grades.map((grade) => [
    grade.name,
    String(grade.number ?? ''),
    words.results[grade.word],
    grade.met.length === 0 ? '' : String(grade.met.filter(Boolean).length),
    ...places.map((at) => (grade.met.length === 0 ? '' : grade.met[at] ? words.yes : words.no)),
    String(grade.step ?? ''),
    String(grade.loss ?? ''),
    grade.fingerprint,
    words.remark(grade),
  ]);
  return [head, ...rows];
}

/**
 * @param {readonly (readonly string[])[]} rows
 * @param {Manner} manner
 */
export function writeRows(rows, { separator, decimal, mark }) {
  const [head, ...body] = rows;
  // Behind the name nothing but the loss has a point in a number.
  const written = body.map((row) =>
    row.map((cell) => cellOf(/^-?\d+\.\d+(?:e[+-]?\d+)?$/.test(cell) ? cell.replace('.', decimal) : cell, separator)),
  );
  const lines = [head.map((cell) => cellOf(cell, separator)), ...written].map((row) => row.join(separator));
  return `${mark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

/**
 * @param {string} cell
 * @param {string} separator
 */
function cellOf(cell, separator) {
  const isNumber = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell);
  // What a spreadsheet would take for a formula becomes a text by an apostrophe.
  const safe = !isNumber && /^[=+\-@\t\r|%\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell.trimStart()) ? `'${cell}` : cell;
  return safe.includes(separator) || (!isNumber && /["\r\n;,\t]/.test(safe)) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
