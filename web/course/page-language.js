/** The language of a teacher's page: what its address asks for, else what was chosen on the page before, else what the browser prefers. */

import { readPresentation } from '../base/address-keys.js';
import { createDeviceMemory } from '../ui/device-memory.js';

/**
 * Says it to the document, too.
 * @template {{ title: string }} T
 * @param {{ en: T, es: T }} languages each page brings its own texts, since it is one small file
 */
export function openLanguage(languages) {
  const { lang } = readPresentation(location.search).presentation;
  const wishes = [lang, createDeviceMemory('twin-neurons-language').recall(), ...navigator.languages].map((each) => each?.split('-')[0]);
  const id = wishes.find((each) => each === 'en' || each === 'es') === 'es' ? 'es' : 'en';
  document.documentElement.lang = id;
  document.title = languages[id].title;
  return languages[id];
}
