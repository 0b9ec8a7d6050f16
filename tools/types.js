/**
 * Writes the package's declarations: what the compiler makes of the JSDoc types, and what JSDoc cannot say. The types in these files are checked
 * where a program uses the package (tests/project/package.test.js).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './steps.js';

/** Empty where a program knows no web types (lib: es2022 alone), and nothing more than there is where it knows them: interfaces merge. */
const WEB_NAMES = `interface AbortSignal {}
interface URL {}
interface Worker {}
declare namespace WebAssembly {
  interface Instance {}
}
`;

/** The element by its tag: for querySelector and createElement, and for JSX that takes its elements from the global name. */
const ELEMENT_BY_TAG = `
/** What can stand in the tag <twin-neurons>. */
export interface TwinNeuronsAttributes {
  v?: string;
  lesson?: string | number;
  preset?: string;
  hide?: string;
  lang?: string;
  theme?: string;
  src?: string;
  experiment?: string;
  title?: string;
  height?: string | number;
  id?: string;
  class?: string;
  children?: unknown;
}
declare global {
  interface HTMLElementTagNameMap {
    'twin-neurons': TwinNeuronsElement;
  }
  namespace JSX {
    interface IntrinsicElements {
      'twin-neurons': TwinNeuronsAttributes;
    }
  }
}
`;

/**
 * The compiler drops what is said of a type that is only given another name, so it is put before it again.
 * @param {string} source
 * @param {string} declarations
 */
function withDescriptions(source, declarations) {
  const said = new Map(Array.from(source.matchAll(/\/\*\* ([^@\n]+) @typedef \{.*\} (\w+) \*\//g), ([, text, name]) => [name, text]));
  return declarations
    .replace(/^\/\*\* .*@typedef .*\n/gm, '')
    .replace(/^export type (\w+) =/gm, (line, name) => (said.has(name) ? `/** ${said.get(name)} */\n${line}` : line));
}

/** @param {string} folder empty */
export async function writeTypes(folder) {
  await runProgram('node_modules/.bin/tsc', ['-p', 'tsconfig.types.json', '--outDir', folder]);
  /** @param {string} name @param {(text: string) => string} change */
  const edit = (name, change) => writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  writeFileSync(join(folder, 'web-names.d.ts'), WEB_NAMES);
  edit('twin-neurons.d.ts', (text) => {
    return `/// <reference path="./web-names.d.ts" />\n${withDescriptions(readFileSync('web/twin-neurons.js', 'utf8'), text)}`;
  });
  edit('element.d.ts', (text) => text + ELEMENT_BY_TAG);
}
