/**
 * What starts the page of one file: unpacks its code and runs it. A script made here runs only if its hash stands in the page's
 * Content-Security-Policy, as that of every script does. What goes wrong here is an uncaught error, for which old-browser.js has a sentence.
 */
import { unpack } from './unpack.js';

const packed = /** @type {HTMLElement} */ (document.getElementById('packed-code'));
const script = document.createElement('script');
script.type = 'module';
script.id = 'code';
script.textContent = new TextDecoder().decode(await unpack(packed.textContent));
packed.remove();
document.head.append(script);
