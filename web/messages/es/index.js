/** Spanish: its name, and its files, each loaded when what it speaks of is. The paths are written out, so that a bundler sees them. */

/** @type {import('../languages.js').Language} */
export const language = {
  name: 'Español',
  shell: async () => (await import('./shell.js')).shellMessages,
  page: async () => (await import('./page.js')).messages,
  chain: async () => (await import('./chain.js')).chainMessages,
  lab: async () => (await import('./lab.js')).labMessages,
  beyond: async () => (await import('./beyond.js')).beyondMessages,
  story: () => import('./story.js'),
  laterStory: () => import('./story-later.js'),
  storyBeyond: () => import('./story-beyond.js'),
  glossary: async () => (await import('./glossary.js')).glossary,
  teachers: async () => (await import('./teachers.js')).teachersMessages,
  deviceCheck: async () => (await import('./device-check.js')).deviceCheckMessages,
  embed: async () => (await import('./embed.js')).embedMessages,
  builder: async () => (await import('./builder.js')).builderMessages,
  moreFigures: async () => (await import('./more-figures.js')).moreFiguresMessages,
};
