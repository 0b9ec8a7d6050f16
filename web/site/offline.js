/**
 * Keeps the page on the visitor's device, so that it opens without a network after the first visit: registers service-worker.js. Not where the
 * page is shown in somebody's frame (it is their page that was visited), and not on the machine of a developer, who wants to see the
 * files of now.
 */
import { readPresentation } from '../base/address-keys.js';

const DEVELOPERS = ['localhost', '127.0.0.1', '[::1]'];

const isEmbedded = window.top !== window.self || readPresentation(location.search).presentation.embed;
const isVisited = /^https?:$/.test(location.protocol) && !DEVELOPERS.includes(location.hostname);

if (isVisited && !isEmbedded && 'serviceWorker' in navigator) {
  // After the first screen, with which it would compete. Where the browser forbids it, the page works as before, with a network.
  addEventListener('load', () => navigator.serviceWorker.register('service-worker.js').catch(() => {}));
}
