/** What the page says around the lesson and the lab, in Spanish: loaded first. The lab's own words are page.js. */

/** @type {import('../en/shell.js').ShellMessages} */
export const shellMessages = {
  locale: 'es',
  title: 'Twin Neurons: neuronas gemelas',
  description:
    'Todas las neuronas de una capa oculta reciben los mismos datos. ¿Por qué aprenden distinto? Elige los pesos iniciales, entrena y míralo.',
  question: 'Todas las neuronas reciben los mismos datos. ¿Por qué aprenden distinto?',
  answerPath: 'Elige los pesos iniciales, pulsa Entrenar y mira si se separan o siguen gemelas hasta el último bit.',
  themeToDark: 'Tema oscuro',
  themeToLight: 'Tema claro',
  themeLabel: 'Tema de color',
  languageLabel: 'Idioma',
  languageFailed: 'No se pudo cargar ese idioma. Recarga la página y elígelo otra vez.',
  viewLabel: 'Qué se muestra',
  viewLesson: 'Lección',
  viewLab: 'Laboratorio',
  labFailed: 'No se pudo cargar el laboratorio. Comprueba la conexión y vuelve a intentarlo.',
  lessonFailed: 'No se pudo cargar la lección. Recarga la página para volver a intentarlo.',
  presetsLabel: 'Partir de',
  networkLabel: 'La red',
  resultsLabel: 'Qué ocurre',
  setupLabel: 'El experimento',
  controlsLabel: 'Entrenamiento',
  pageFoot: { glossary: 'Glosario', teachers: 'Notas para docentes', check: '¿Coincide tu dispositivo?' },
  glossaryFailed: 'No se pudo cargar esta parte del laboratorio. Pliégala y despliégala para volver a intentarlo.',
  errors: {
    noEngine:
      'El laboratorio no puede empezar aquí: su motor no se cargó. Recarga la página; si no ayuda, usa un navegador actual con WebAssembly.',
    unsupported: 'El laboratorio no puede empezar aquí: a este navegador le falta WebAssembly, o parte de él. Usa un navegador actual.',
    newerLink: (version) =>
      `Esta dirección es para la versión ${version} de la página, y esta es anterior. Pide la dirección nueva, o ábrela sin «v=${version}».`,
    unexpected: 'Algo falló dentro de esta página. Recárgala para empezar de nuevo.',
  },
};
