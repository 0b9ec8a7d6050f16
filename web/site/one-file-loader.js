/**
 * What starts the page of one file: unpacks its code and runs it, with the styles of what is not on the first screen. A script or style made here counts
 * only if its hash stands in the page's Content-Security-Policy, as that of every other does. What goes wrong here is an uncaught error, for which
 * old-browser.js has a sentence.
 */
import { unpack } from './unpack.js';

/** @param {string} id of what is packed @param {Element} element what its text is put into */
async function unpackInto(id, element) {
  const packed = /** @type {HTMLElement} */ (document.getElementById(id));
  element.textContent = new TextDecoder().decode(await unpack(packed.textContent));
  packed.remove();
}

const style = document.createElement('style');
await unpackInto('packed-styles', style);
// Before the others, as laterStyles() of ui/load-styles.js puts it.
document.querySelector('style')?.before(style);

const script = document.createElement('script');
script.type = 'module';
script.id = 'code';
await unpackInto('packed-code', script);
document.head.append(script);
