/** Building the page: elements with properties, listeners and text. Text goes in as text, never as markup. */

import { EngineError, ExperimentError } from '../base/errors.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes false, null and undefined leave an attribute out */
/** @typedef {Node | string | null} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @param {Element} target
 * @param {Attributes} attributes
 */
export function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * Writes a text only where it changes, so that a page at rest stays at rest.
 * @param {Element} target
 * @param {string} text
 */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/**
 * Writes why something is not done: a sentence of the page's own, or an error. Those of the package speak English on every page, as they do
 * to programs, and are marked as English.
 * @param {Element} target
 * @param {unknown} reason
 */
export function setReason(target, reason) {
  setText(target, reason instanceof Error ? reason.message : String(reason));
  setAttributes(target, { lang: reason instanceof ExperimentError || reason instanceof EngineError ? 'en' : null });
}

/**
 * @param {string} id
 * @returns {HTMLElement} an element that index.html has
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * A labelled choice among texts.
 * @template {string} T
 * @param {{ name: string, label: string, options: readonly { value: T, text: string }[], onChoose: (value: T) => void }} options
 * @returns {{ element: HTMLElement, select: HTMLSelectElement }}
 */
export function choice({ name, label, options, onChoose }) {
  const select = element('select', { name, id: `choice-${name}` }, ...options.map(({ value, text }) => element('option', { value }, text)));
  select.addEventListener('change', () => onChoose(/** @type {T} */ (select.value)));
  return { element: element('div', { class: 'field' }, element('label', { for: select.id }, label), select), select };
}
