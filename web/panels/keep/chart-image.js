/** A chart as a picture to keep: on paper, with its name above and what it shows below. */

/** In CSS pixels. */
const MARGIN = 16;
const HEAD = 40;
const FOOT = 34;

/**
 * @param {{ canvas: HTMLCanvasElement, name: string }} chart
 * @param {string} caption
 * @returns {Promise<Blob>} a PNG
 */
export function drawChartImage({ canvas, name }, caption) {
  const scale = canvas.width / canvas.clientWidth;
  const picture = document.createElement('canvas');
  picture.width = canvas.width + 2 * MARGIN * scale;
  picture.height = canvas.height + (HEAD + FOOT) * scale;
  const context = /** @type {CanvasRenderingContext2D} */ (picture.getContext('2d'));
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, MARGIN * scale, HEAD * scale);
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.font = `600 ${16 * scale}px ${fontFamily}`;
  context.fillText(name, MARGIN * scale, (HEAD / 2) * scale);
  context.font = `${13 * scale}px ${fontFamily}`;
  context.fillText(caption, MARGIN * scale, picture.height - (FOOT / 2) * scale);
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob === null ? reject(new Error('the browser made no picture')) : resolve(blob)), 'image/png');
  });
}
