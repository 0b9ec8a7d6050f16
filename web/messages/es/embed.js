/** The texts of the page in somebody's frame, and of what its address asks for, in Spanish. */

/** What would be right for each key of the address. */
const RIGHT = Object.freeze({
  v: 'un número entero desde 1',
  embed: '1 o 0',
  lesson: 'el nombre de una pregunta, como zeros, o su número',
  preset: 'el nombre de un inicio preparado',
  lang: 'un idioma, como en o es',
  theme: 'light o dark',
  origin: 'un origen como https://example.org',
  only: 'los nombres de capítulos, separados por comas,',
  memory: 'device, parent o none',
  notes: '1 o 0',
  check: '1 o 0',
  gallery: '1 o 0',
  fuzz: 'un número entero',
});

/** @type {import('../en/embed.js').EmbedMessages} */
export const embedMessages = {
  openWholePage: 'Abrir en otra pestaña',
  noticesLabel: 'Sobre la dirección de esta página',
  refusal: ({ key, value }, parts) =>
    `La dirección de esta página dice ${key}=${value} donde se esperaba ${key === 'hide' ? `uno o más de ${parts.join(', ')}, separados por comas` : RIGHT[key]}, así que eso se dejó de lado.`,
  noPreset: (preset, known) =>
    `No hay ningún inicio preparado «${preset}», así que la página se abrió como siempre. Los que hay son ${known.join(', ')}.`,
  noLanguage: (lang, known) => `La dirección de esta página pide el idioma «${lang}», que no habla. Habla ${known.join(', ')}.`,
  kept: { parent: 'Tu progreso lo guarda el curso que rodea esta página.', none: 'Tu progreso no se guarda: termina con esta página.' },
  finished: 'Eso era todo',

  errors: {
    unseen: 'El marco no está a la vista, y el entrenamiento espera hasta que se vea.',
    diverged: 'La ejecución se detuvo: sus pesos crecen sin límite. Reiníciala, o pon otro experimento.',
    noLanguage: (known) => `Esta página no habla ese idioma. Habla ${known.join(', ')}.`,
    languageFailed: 'No se pudo cargar ese idioma.',
    noChapter: 'En este marco no hay tal capítulo.',
    noLesson: 'En este marco no hay lección.',
    notReached: (step) => `La ejecución ha llegado al paso ${step} y no más allá; entrénala antes.`,
  },
};
