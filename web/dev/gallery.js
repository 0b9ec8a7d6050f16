/**
 * The figures, each with fixed inputs, for the eye: ?gallery=1 on a local address. Loaded by main.js there alone. It is handed what it shows,
 * so that it knows no part of the page.
 */

/**
 * @typedef {object} Exhibit
 * @property {string} name
 * @property {number} width of the box, in pixels
 * @property {number} height
 * @property {() => { element: HTMLElement, words: () => string }} make the figure, with its input shown
 */

/**
 * @param {HTMLElement} root
 * @param {readonly Exhibit[]} exhibits
 */
export function openGallery(root, exhibits) {
  for (const { name, width, height, make } of exhibits) {
    const figure = make();
    const box = document.createElement('div');
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    box.style.outline = '1px dotted gray';
    box.dataset.exhibit = name;
    box.append(figure.element);
    const title = document.createElement('h2');
    title.textContent = name;
    const words = document.createElement('p');
    words.textContent = figure.words();
    root.append(title, box, words);
  }
}
