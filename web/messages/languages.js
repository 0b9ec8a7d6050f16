/**
 * The languages of the page, and the only place that lists them. A language is a folder of files of one shape, English's, and each is loaded
 * when what it speaks of is: the first screen's at once, a panel's with the panel.
 */

import { language as en } from './en/index.js';
import { language as es } from './es/index.js';

/** @typedef {import('./en/page.js').Messages} Messages */

/**
 * @typedef {object} Language
 * @property {string} name in the language itself
 * @property {() => Promise<import('./en/shell.js').ShellMessages>} shell what is said around the lesson and the lab
 * @property {() => Promise<Messages>} page the lab's first screen, with the shell
 * @property {() => Promise<import('./en/chain.js').ChainMessages>} chain
 * @property {() => Promise<import('./en/lab.js').OwnLabMessages>} lab
 * @property {() => Promise<typeof import('./en/beyond.js').beyondMessages>} beyond
 * @property {() => Promise<Pick<typeof import('./en/story.js'), 'storyMessages' | 'storyChapters' | 'figureMessages'>>} story with the figures that it begins with: network and race
 * @property {() => Promise<Pick<typeof import('./en/story-later.js'), 'laterStoryChapters'>>} laterStory
 * @property {() => Promise<Pick<typeof import('./en/story-beyond.js'), 'beyondMessages' | 'beyondChapters'>>} storyBeyond
 * @property {() => Promise<typeof import('./en/glossary.js').glossary>} glossary
 * @property {() => Promise<import('./en/teachers.js').TeachersMessages>} teachers
 * @property {() => Promise<typeof import('./en/device-check.js').deviceCheckMessages>} deviceCheck
 * @property {() => Promise<import('./en/embed.js').EmbedMessages>} embed
 * @property {() => Promise<import('./en/builder.js').BuilderMessages>} builder
 * @property {() => Promise<import('./en/more-figures.js').MoreFiguresMessages>} moreFigures beads, plane, piles, signal, curves
 */

export const LANGUAGES = Object.freeze({
  en,
  es,
});

/** @typedef {keyof typeof LANGUAGES} LanguageId */

export const LANGUAGE_IDS = Object.freeze(/** @type {LanguageId[]} */ (Object.keys(LANGUAGES)));

/** The language that a tag asks for, whatever its region; undefined: there is none. @param {string | null} tag */
export const languageFor = (tag) => LANGUAGE_IDS.find((id) => id === tag?.toLowerCase().split('-')[0]);

/**
 * The first wish that can be met, whatever its region: "es-MX" is met by "es".
 * @param {readonly (string | null)[]} wishes language tags, the dearest first; null: nothing is wished there
 * @returns {LanguageId} English where none can be met
 */
export function chooseLanguage(wishes) {
  return wishes.map(languageFor).find((id) => id !== undefined) ?? 'en';
}
