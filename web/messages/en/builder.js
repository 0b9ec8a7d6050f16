/** The texts of what puts the page into a course, in English. */

export const builderMessages = {
  what: 'Show',
  lab: 'the lab, with this run',
  lesson: 'questions of the lesson',
  chapters: 'Questions',
  shown: 'Parts',
  /** @type {Readonly<Record<string, string>>} */
  parts: {
    presets: 'starts to choose from',
    network: 'the network',
    controls: 'Train and its neighbors',
    verdict: 'the verdict',
    chart: 'the charts',
    setup: 'the experiment',
    chain: 'the chain rule',
    lab: 'the other panels',
    time: 'the time slider',
    foot: 'link and fingerprint',
    header: 'the title',
  },
  language: 'Language',
  asBrowser: 'as the browser prefers',
  theme: 'Theme',
  asSystem: 'as the system says',
  light: 'light',
  dark: 'dark',
  origin: 'Your course, if it is to be told what happens (optional)',
  noOrigin: 'That is no origin such as https://my.course, so it was left out.',
  where: 'For',
  /** @type {Readonly<Record<import('../../frame/snippets.js').SnippetKind, string>>} */
  kinds: {
    iframe: 'any page: a frame',
    element: 'a page that may have a script: an element',
    link: 'Markdown: a link',
    moodle: 'Moodle',
    canvas: 'Canvas',
    jupyter: 'Jupyter',
    reveal: 'reveal.js',
    sphinx: 'Sphinx',
  },
  markup: 'What to copy',
  copy: 'Copy',
  preview: 'The frame as it will be',
  frameTitle: 'Twin Neurons: a small network to train',
  open: 'Open Twin Neurons in a page of its own',
  worth: 'Where a course drops frames, the link below it is left.',
  noAddress:
    'This page is not on the web, so what is made here is of use in Jupyter, with this file beside the notebook. For a course, open the page on its site.',
};

/** @typedef {typeof builderMessages} BuilderMessages */
