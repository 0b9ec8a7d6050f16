/** The story in Spanish: its shell, and the texts of its chapters. */

import { countFormatter, formatDifference, formatFigure, formatInText, formatLoss, numberFormatter } from '../../base/format.js';

/** One file with the story, which never comes without its figures. */
export { figureMessages } from './figures.js';

const count = countFormatter('es');

/** @type {import('../en/story.js').StoryMessages} */
export const storyMessages = {
  locale: 'es',
  figures: {
    count,
    loss: formatLoss,
    distance: formatDifference,
    weight: formatInText,
    figure: formatFigure,
    percent: numberFormatter('es', { style: 'percent', maximumFractionDigits: 1 }),
  },
  place: (number, all) => `Pregunta ${count(number)} de ${count(all)}`,
  steps: (number, all) => `Paso ${count(number)} de ${count(all)}`,
  questions: 'Preguntas',
  questionsLabel: 'Todas las preguntas',
  done: 'hecha',
  back: 'Atrás',
  toEnd: 'Al final',
  nextQuestion: 'Pregunta siguiente',
  check: 'Comprobar',
  toLab: 'Abrir en el laboratorio',
  backTo: (number) => `Volver a la pregunta ${count(number)}`,
  own: (name, value) => `${name} desde ${formatInText(value)}`,
  right: 'Correcto.',
  notYet: 'Todavía no.',
  guessedRight: 'Como predijiste.',
  guessedWrong: (answer) => `No es lo que predijiste, sino: ${answer}`,
  noGuess: 'sin predicción',
  skip: 'Seguir sin predecir',
  loadFailed: 'No se pudo cargar esta parte. Pulsa Atrás o recarga la página.',
  clear: 'Borrar mi avance',
  cleared: 'Tu avance está borrado.',
  kept: 'Tu avance se guarda solo en este dispositivo.',
  worksheet: { name: 'Nombre', guess: 'Primero predice', seen: '¿Qué pasó?', why: '¿Por qué?', check: 'Repasa' },
  title: 'Todas las neuronas reciben los mismos datos. ¿Por qué aprenden distinto?',
  titles: {
    twins: 'Todas reciben los mismos datos. ¿No acabarán iguales?',
    gradients: '¿Qué hace exactamente que los gradientes sean distintos?',
    ties: '¿Qué rompe la igualdad y qué no?',
    zeros: '¿Por qué la regresión logística puede empezar en ceros?',
    blame: '¿De dónde sale y para una neurona oculta?',
    seed: '¿Es lo mismo una semilla que pesos iguales?',
    team: '¿Basta una neurona? ¿Qué aprendió cada una?',
    answer: 'Entonces, ¿qué hace que aprendan cosas distintas?',
    beyond: 'Más allá',
  },
};

/** @type {Readonly<Record<string, import('../en/story.js').ChapterTexts>>} */
export const storyChapters = {
  twins: {
    runs: { tied: 'w5 desde {equal}', apart: 'w5 desde {changed}' },
    steps: {
      start: {
        caption: 'Dos neuronas deben distinguir cuadrados de círculos. Mismos datos, mismo inicio. [Cómo leerlo](picture).',
        go: 'Entrenar',
      },
      same: {
        during: 'El tono dentro de una neurona es su respuesta en cada lugar. Los dos cambian como uno.',
        caption:
          'Aprendieron lo mismo: {tiedRight} de {examples} bien, uno mal. La segunda neurona sobra: una sola neurona solo puede dibujar una frontera recta.',
        go: 'Cambiar un peso',
      },
      change: {
        caption:
          'Ahora un [peso](weight) cambia: w5, de la neurona 1 a la salida, valía {equal}. Arrástralo por su línea, si quieres. Lo demás empieza igual.',
        go: 'Entrenar otra vez',
      },
      apart: {
        during: 'Ya nada las iguala.',
        caption:
          'Un peso, {equal} \u2192 {changed}. Cada neurona dibuja ahora su propia frontera. La línea hueca es un peso negativo: la neurona 2 resta donde la neurona 1 dice de más. Juntas, una banda: los {examples} bien.',
        go: 'Ver las curvas',
        own: {
          tied: 'Las dos neuronas vuelven a ser iguales, así que siguen iguales: {tiedRight} de {examples} bien. Vuelve atrás y dale otro valor a w5.',
          solved:
            'Un peso empezó distinto. Cada neurona dibuja ahora su propia frontera. Una línea hueca es un peso negativo: lo que pasa por ella se resta. Juntas, una banda: los {examples} bien.',
          unsolved: 'Un peso empezó distinto, así que las neuronas ya no son iguales. No todo inicio resuelve la tarea en {steps} pasos.',
        },
      },
      curves: {
        caption:
          'Las dos pruebas como curvas: w5 y w6. Fina: todo igual, así que son una sola línea los {steps} pasos, con [distancia](distance) cero. Gruesas: un peso cambiado, y las neuronas son distintas.',
        go: 'Una pregunta',
        own: {
          tied: 'Las dos pruebas como curvas: w5 y w6. En cada una son una sola línea los {steps} pasos.',
        },
      },
      check: {
        caption: '',
        own: {
          tied: 'Tu segunda prueba también empezó con neuronas iguales. Piensa en una que empieza con w5 en {changed}: ahí se separan.',
        },
        go: 'Pregunta siguiente',
        ask: {
          ask: '¿Qué hizo que las dos neuronas aprendieran cosas distintas?',
          options: {
            data: 'Recibieron datos distintos.',
            start: 'Empezaron con pesos distintos.',
            target: 'Cada una tenía su propia respuesta correcta.',
          },
          replies: {
            data: 'Mira las líneas de la izquierda: las dos neuronas reciben x1 y x2, en las dos pruebas.',
            start: 'Los datos y el entrenamiento eran los mismos. Solo el inicio era distinto, en un peso.',
            target: 'Hay una sola respuesta correcta, en la salida. Nada más se comparó con ella.',
          },
        },
      },
    },
  },
};
