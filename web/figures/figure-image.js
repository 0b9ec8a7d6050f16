/** A figure as a picture to keep: what is seen of it now, on paper, with a title above and lines below. It asks the figure for nothing but what it shows. */

/** In CSS pixels; and how many dots of the picture each of them has. */
const MARGIN = 24;
const HEAD = 56;
const LINE = 18;
const DOTS = 2;

/** What a drawing has from style sheets, which a picture of it does not know. */
const LOOKS = [
  'display',
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-width',
  'text-anchor',
  'vector-effect',
  'visibility',
];

/**
 * @param {HTMLElement} root of the figure, on the page
 * @param {{ title: string, about: string }} words about: stands below, on as many lines as it takes
 * @returns {Promise<Blob>} a PNG
 */
export async function drawFigureImage(root, { title, about }) {
  const box = root.getBoundingClientRect();
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  const picture = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (picture.getContext('2d'));
  const small = `13px ${fontFamily}`;
  context.font = small;
  const lines = linesOf(about, (text) => context.measureText(text).width <= box.width);
  picture.width = Math.round((box.width + 2 * MARGIN) * DOTS);
  picture.height = Math.round((HEAD + box.height + MARGIN + lines.length * LINE + MARGIN / 2) * DOTS);
  context.scale(DOTS, DOTS);
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.font = `650 18px ${fontFamily}`;
  context.fillText(title, MARGIN, HEAD / 2, box.width);
  context.font = small;
  lines.forEach((text, at) => context.fillText(text, MARGIN, HEAD + box.height + MARGIN + (at + 0.25) * LINE));
  context.translate(MARGIN - box.x, HEAD - box.y);
  for (const part of root.querySelectorAll('svg, canvas, p')) {
    if (!part.checkVisibility()) continue;
    const place = part.getBoundingClientRect();
    if (part instanceof HTMLCanvasElement) drawMap(context, part, place);
    else if (part instanceof SVGSVGElement) context.drawImage(await imageOf(part, place), place.x, place.y, place.width, place.height);
    else {
      const { fontWeight, fontSize } = getComputedStyle(part);
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      context.fillText(part.textContent ?? '', place.x, place.y + Number.parseFloat(fontSize) * 0.66, place.width);
    }
  }
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob === null ? reject(new Error('the browser made no picture')) : resolve(blob)), 'image/png');
  });
}

/**
 * A canvas, as round as it is on the page.
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLCanvasElement} canvas
 * @param {DOMRect} place
 */
function drawMap(context, canvas, { x, y, width, height }) {
  const { borderTopLeftRadius: round } = getComputedStyle(canvas);
  const radius = round.endsWith('%') ? (width * Number.parseFloat(round)) / 100 : Number.parseFloat(round);
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.clip();
  context.drawImage(canvas, x, y, width, height);
  context.restore();
}

/**
 * @param {SVGSVGElement} svg
 * @param {DOMRect} place
 * @returns {Promise<HTMLImageElement>}
 */
async function imageOf(svg, { width, height }) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((part, at) => {
    const style = getComputedStyle(part);
    for (const name of LOOKS) copies[at].setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute('width', String(width * DOTS));
  copy.setAttribute('height', String(height * DOTS));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = href;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(href);
  }
}

/**
 * A text that may be cut anywhere, as a link, in lines that fit.
 * @param {string} text
 * @param {(text: string) => boolean} fits
 */
function linesOf(text, fits) {
  /** @type {string[]} */
  const lines = [''];
  for (const sign of text) {
    if (fits(lines[lines.length - 1] + sign)) lines[lines.length - 1] += sign;
    else lines.push(sign);
  }
  return lines;
}
