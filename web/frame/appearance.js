/**
 * Puts onto the page how it is to be presented: in a frame, without some of its parts, light or dark. The parts themselves are named in
 * frame/embed.css and frame/embed-later.css: what is hidden there is also out of reach of the keyboard and of screen readers, whenever it is made.
 */

/** @param {import('../base/address-keys.js').Presentation} presentation */
export function present({ embed, hide, only, theme }) {
  const { dataset } = document.documentElement;
  if (embed) dataset.embed = '';
  if (only.length > 0) dataset.only = '';
  if (hide.length > 0) dataset.hide = hide.join(' ');
  if (theme !== null) dataset.theme = theme;
}
