/** The texts of the page in somebody's frame, and of what its address asks for. */

/** What would be right for each key of the address. */
const RIGHT = Object.freeze({
  v: 'a whole number from 1',
  embed: '1 or 0',
  lesson: 'the id of a question, such as zeros, or its number',
  preset: 'the name of a preset',
  lang: 'a language such as en or es',
  theme: 'light or dark',
  origin: 'an origin such as https://example.org',
  only: 'the ids of chapters, separated by commas,',
  memory: 'device, parent or none',
  notes: '1 or 0',
  check: '1 or 0',
  gallery: '1 or 0',
  fuzz: 'a whole number',
});

export const embedMessages = {
  openWholePage: 'Open in a new tab',
  noticesLabel: 'About the address of this page',
  /** @type {(refusal: import('../../base/address-keys.js').Refusal, parts: readonly string[]) => string} parts: those that can be hidden */
  refusal: ({ key, value }, parts) =>
    `The address of this page says ${key}=${value} where ${key === 'hide' ? `one or more of ${parts.join(', ')}, separated by commas` : RIGHT[key]} was expected, so that was left out.`,
  /** @type {(preset: string, known: readonly string[]) => string} */
  noPreset: (preset, known) =>
    `There is no preset \u201c${preset}\u201d, so the page opened as usual. The presets are ${known.join(', ')}.`,
  /** @type {(lang: string, known: readonly string[]) => string} */
  noLanguage: (lang, known) =>
    `The address of this page asks for the language \u201c${lang}\u201d, which it does not speak. It speaks ${known.join(', ')}.`,
  /** Who keeps a student's progress, where it is not the device. */
  kept: { parent: 'Your progress is kept by the course around this page.', none: 'Your progress is not kept: it ends with this page.' },
  finished: 'That was all',

  /** Sentences that go to the page around the frame, for whoever writes that page. */
  errors: {
    unseen: 'The frame is out of sight, and training waits until it is seen.',
    diverged: 'The run has stopped: its weights grow beyond all bounds. Reset it, or set another experiment.',
    /** @type {(known: readonly string[]) => string} */
    noLanguage: (known) => `This page does not speak that language. It speaks ${known.join(', ')}.`,
    languageFailed: 'That language could not be loaded.',
    noChapter: 'There is no such chapter in this frame.',
    noLesson: 'There is no lesson in this frame.',
    /** @type {(step: number) => string} */
    notReached: (step) => `The run has reached step ${step} and no further; run it first.`,
  },
};

/** @typedef {typeof embedMessages} EmbedMessages */
