/**
 * Sentences that say always, never, every, only and the like: words that make a sentence false by one exception. They are found in the sources of the
 * texts, in both languages, so that also what a condition chooses between is seen.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'acorn';

const MESSAGES = new URL('../../web/messages/', import.meta.url);

/** @type {Readonly<Record<string, RegExp>>} */
export const ABSOLUTES = {
  en: /\b(always|never|every|exactly|all|none|only|no|nothing|nobody|for ever)\b/i,
  es: /(?<!\p{L})(siempre|nunca|jam\u00e1s|exactamente|exact[oa]s?|tod[oa]s?|cada|ningun[oa]|ning\u00fan|solo|nada|nadie)(?!\p{L})/iu,
};

/** @typedef {{ key: string, sentence: string }} Found key: the file and the way to the text in it */

/**
 * Every text of a module, with the names on the way to it; {} for what is put in.
 * @param {string} source
 * @returns {{ path: string, text: string }[]}
 */
export function textsOf(source) {
  /** @type {{ path: string, text: string }[]} */
  const found = [];
  /** @param {any} node @param {readonly string[]} path */
  const visit = (node, path) => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, path));
    if (typeof node?.type !== 'string' || node.type === 'ImportDeclaration') return;
    const name = node.type === 'Property' ? node.key : /^(VariableDeclarator|FunctionDeclaration)$/.test(node.type) ? node.id : null;
    const here = name === null || node.computed ? path : [...path, String(name.name ?? name.value)];
    if (node.type === 'Literal' && typeof node.value === 'string') found.push({ path: here.join('.'), text: node.value });
    if (node.type === 'TemplateLiteral')
      found.push({ path: here.join('.'), text: node.quasis.map((/** @type {any} */ each) => each.value.cooked).join('{}') });
    for (const [key, child] of Object.entries(node)) if (key !== 'key') visit(child, here);
  };
  visit(parse(source, { ecmaVersion: 'latest', sourceType: 'module' }), []);
  return found;
}

/** @param {string} text @param {string} language */
export const absoluteSentences = (text, language) =>
  text.split(/(?<=[.?!:])\s/).filter((sentence) => sentence.includes(' ') && ABSOLUTES[language].test(sentence));

/**
 * @param {string} language
 * @returns {Found[]} in the order of the files and of what stands in them
 */
export function absolutesOf(language) {
  return readdirSync(new URL(`${language}/`, MESSAGES))
    .sort()
    .flatMap((file) =>
      textsOf(readFileSync(new URL(`${language}/${file}`, MESSAGES), 'utf8')).flatMap(({ path, text }) =>
        absoluteSentences(text, language).map((sentence) => ({ key: `${file} ${path}`, sentence })),
      ),
    );
}

/** The same of the README: its lines, without code and pictures. @returns {Found[]} */
export function absolutesOfReadme() {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => !line.startsWith('    ') && !line.startsWith('!['));
  return lines.flatMap((line) => absoluteSentences(line, 'en')).map((sentence) => ({ key: 'README.md', sentence }));
}
