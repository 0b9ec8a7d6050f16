/** What the page says around the lesson and the lab, in English: loaded first. The lab's own words are page.js. */

export const shellMessages = {
  locale: 'en',
  title: 'Twin Neurons',
  description:
    'Every neuron of a hidden layer gets the same data. What makes them learn different things? Set the starting weights, train a real network, and see.',
  question: 'Every neuron gets the same data. What makes them learn different things?',
  answerPath: 'Set the starting weights, press Train, and watch the two neurons part, or stay twins to the last bit.',
  themeToDark: 'Dark theme',
  themeToLight: 'Light theme',
  themeLabel: 'Color theme',
  languageLabel: 'Language',
  languageFailed: 'That language could not be loaded. Reload the page and choose it again.',
  viewLabel: 'What is shown',
  viewLesson: 'Lesson',
  viewLab: 'Lab',
  labFailed: 'The lab could not be loaded. Check your connection and try again.',
  lessonFailed: 'The lesson could not be loaded. Reload the page to try again.',
  presetsLabel: 'Start from',
  networkLabel: 'The network',
  resultsLabel: 'What happens',
  setupLabel: 'The experiment',
  controlsLabel: 'Training',
  pageFoot: { glossary: 'Glossary', teachers: 'Teacher\u2019s notes', check: 'Does your device agree?' },
  glossaryFailed: 'This part of the lab could not be loaded. Fold it and unfold it to try again.',
  errors: {
    noEngine:
      'The lab cannot start here: its engine did not load. Reload the page; if that does not help, use a current browser with WebAssembly switched on.',
    unsupported:
      'The lab cannot start here: this browser has no WebAssembly, or not all of it that is needed. Please open this page in a current browser.',
    /** @type {(version: number) => string} */
    newerLink: (version) =>
      `This address was made for version ${version} of this page, and this is an older one. Ask for the page\u2019s newest address, or open it without \u201cv=${version}\u201d.`,
    unexpected: 'Something went wrong inside this page. Reload it to start afresh.',
  },
};

/** @typedef {typeof shellMessages} ShellMessages */
