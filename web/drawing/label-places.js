/** Where the names of lines stand beside their ends: none covers another, and a leader shows whose each is. Pure. */

/** @typedef {{ value: number, y: number, text: string }} LineEnd y: where the line ends, in pixels */
/** @typedef {{ text: string, y: number, ends: number[] }} LabelPlace y: of its middle; ends: of the lines that it names, from above */

/**
 * Lines that end at the very same value share one name: "w1 = w3". Where there is no room for all, the nearest neighbors share one, too:
 * "w1, w2", "w1 … w5".
 * @param {readonly LineEnd[]} ends
 * @param {{ top: number, bottom: number, gap: number }} room gap: from one name's middle to the next
 * @returns {LabelPlace[]} from above
 */
export function placeLabels(ends, { top, bottom, gap }) {
  const labels = mergeNearest(groupEqual(ends), Math.max(1, Math.floor((bottom - top) / gap) + 1));
  const middle = (/** @type {Label} */ { ends: all }) => (all[0] + all[all.length - 1]) / 2;
  const places = labels.map((label) => ({ ...label, y: middle(label) }));
  let least = top;
  for (const place of places) {
    place.y = Math.max(place.y, least);
    least = place.y + gap;
  }
  let most = bottom;
  for (const place of [...places].reverse()) {
    place.y = Math.min(place.y, most);
    most = place.y - gap;
  }
  return places.map(({ texts, y, ends: all, isEqual }) => ({ text: nameOf(texts, isEqual), y, ends: all }));
}

/** @typedef {{ texts: string[], ends: number[], isEqual: boolean }} Label */

/**
 * @param {readonly LineEnd[]} ends
 * @returns {Label[]} from above
 */
function groupEqual(ends) {
  /** @type {Map<number, Label>} */
  const byValue = new Map();
  for (const { value, y, text } of ends) {
    if (text === '') continue;
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, { texts: [text], ends: [y], isEqual: true });
    else if (!known.texts.includes(text)) known.texts.push(text);
  }
  return [...byValue.values()].sort((one, other) => one.ends[0] - other.ends[0]);
}

/**
 * @param {Label[]} labels from above
 * @param {number} most
 */
function mergeNearest(labels, most) {
  while (labels.length > most) {
    const distance = (/** @type {number} */ at) => labels[at + 1].ends[0] - labels[at].ends[labels[at].ends.length - 1];
    let nearest = 0;
    for (let at = 1; at + 1 < labels.length; at += 1) if (distance(at) < distance(nearest)) nearest = at;
    const [one, other] = labels.slice(nearest, nearest + 2);
    labels.splice(nearest, 2, { texts: [...one.texts, ...other.texts], ends: [...one.ends, ...other.ends], isEqual: false });
  }
  return labels;
}

/** @param {string[]} texts @param {boolean} isEqual */
function nameOf(texts, isEqual) {
  return texts.length > 2 ? `${texts[0]} \u2026 ${texts[texts.length - 1]}` : texts.join(isEqual ? ' = ' : ', ');
}
