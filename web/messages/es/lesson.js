/**
 * The lesson in Spanish: its frame, its questions, and the first chapter; the others are loaded when somebody goes on to them. The two marks of a
 * text are explained in en-lesson.js.
 */

import { countFormatter, formatDifference, formatFigure, formatInText, formatLoss, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');
const percent = new Intl.NumberFormat('es', { style: 'percent', maximumFractionDigits: 1 });

/** @type {(step: number) => string} */
const pasos = (step) => plural(step, 'paso', 'pasos', 'de pasos');

/** @type {(verdict: import('../../ties/verdict.js').Verdict | null) => string} */
function caseVerdict(verdict) {
  if (verdict === null) return 'sin capa oculta, sin gemela';
  if (verdict.kind === 'single') return 'una neurona, sin gemela';
  if (verdict.kind === 'tied') return verdict.units === 2 ? 'gemelas exactas' : `las ${count(verdict.units)}, gemelas exactas`;
  if (verdict.units > 2)
    return verdict.groups === verdict.units ? 'todas separadas' : `${plural(verdict.groups, 'grupo', 'grupos')} de neuronas iguales`;
  const { kind, distance } = verdict.pairs[0];
  return `${kind === 'near-tied' ? 'casi gemelas' : 'separadas'}: ${formatDifference(distance)}`;
}

/** @type {import('../en/lesson.js').LessonMessages} */
export const lessonMessages = {
  locale: 'es',
  figures: {
    count,
    loss: formatLoss,
    distance: formatDifference,
    weight: formatInText,
    figure: formatFigure,
    percent: (value) => percent.format(value),
  },
  label: 'Lección',
  loading: 'Cargando\u2026',
  loadFailed: 'No se pudo cargar esta parte de la lección. Recarga la página para volver a intentarlo: tu avance queda guardado.',

  place: (chapter, all) => `Pregunta ${count(chapter)} de ${count(all)}`,
  contents: 'Todas las preguntas',
  contentsDone: 'hecha',
  previousChapter: 'Pregunta anterior',
  nextChapter: 'Pregunta siguiente',
  further: 'Para saber más',
  clear: 'Borrar mi avance',
  cleared: 'Tu avance está borrado.',
  kept: 'Tu avance se guarda solo en este dispositivo.',

  steps: { predict: 'Predice', run: 'Prueba', contrast: 'Compara', explain: 'Razón', check: 'Repasa', play: 'Juega' },
  stepsLabel: 'Partes de esta pregunta',
  headings: { predict: '¿Qué crees?', run: 'Pruébalo', contrast: 'Compara', explain: 'Por qué', check: 'Repasa', play: 'Juega con ello' },
  next: {
    predict: 'Mi predicción',
    run: 'Comparar',
    contrast: '¿Por qué?',
    explain: 'Repasar',
    check: 'Juega con ello',
    play: 'Pregunta siguiente',
  },
  lastNext: 'Para saber más',
  back: 'Atrás',
  skip: 'Saltar',
  running: 'Entrenando\u2026',
  runAgain: 'Probar otra vez',
  answer: 'Responder',
  right: 'Correcto.',
  notYet: 'Todavía no.',
  tryAgain: 'Puedes probar otra respuesta.',
  youSaid: (option) => `Dijiste: «${option}»`,
  asYouSaid: 'Las ejecuciones te dan la razón.',
  otherThanYouSaid: 'Las ejecuciones dicen otra cosa.',
  explainTerm: 'Explicar la palabra',
  openCase: 'Abrir en el laboratorio',
  openCaseOf: (title) => `Abrir en el laboratorio: ${title}`,
  backToLab: 'Ir al laboratorio',

  worksheet: {
    name: 'Nombre',
    guess: 'Antes de probar: marca tu predicción',
    run: 'Después de probar: ¿qué pasó?',
    why: '¿Por qué? Con tus palabras',
    check: 'Y ahora marca tu respuesta',
  },
  shown: { weights: 'Pesos', distance: 'Distancia', loss: 'Pérdida J' },
  caseVerdict,
  caseLoss: (result) => `J ${formatLoss(result.loss)}`,
  chart: {
    weights: ({ verdict, step }) =>
      verdict?.kind === 'tied'
        ? `Pesos a lo largo de ${pasos(step)}: las líneas de las neuronas van una sobre otra.`
        : `Pesos a lo largo de ${pasos(step)}: ${verdict === null || verdict.units === 1 ? 'una línea por cada peso.' : 'las líneas de las neuronas se separan.'}`,
    distance: ({ distances }) => {
      const [first, last] = [distances[0] ?? 0, distances[distances.length - 1] ?? 0];
      if (first === 0 && last === 0) return 'Distancia entre las dos neuronas: exactamente 0 todo el tiempo.';
      const [from, to] = [formatDifference(first), formatDifference(last)];
      return from === to
        ? `Distancia entre las dos neuronas: ${from} al principio y al final.`
        : `Distancia entre las dos neuronas: de ${from} a ${to}.`;
    },
    loss: ({ losses }) => `Pérdida J: de ${formatLoss(losses[0])} a ${formatLoss(losses[losses.length - 1])}.`,
  },

  questions: {
    'same-data': 'Todas las neuronas reciben los mismos datos. ¿No acabarán todas iguales?',
    gradients: '¿Qué es exactamente lo que hace distintos a los gradientes?',
    'stay-equal': '¿Cómo las obligo a seguir iguales?',
    bias: '¿Cambia algo el sesgo?',
    zeros: '¿Por qué la regresión logística puede empezar desde ceros?',
    blame: '¿De dónde sale la y de una neurona oculta?',
    order: '¿Cómo funciona el descenso de gradiente con varias capas?',
    seed: '¿Una semilla es lo mismo que pesos iguales?',
    'how-many': '¿Basta una neurona? ¿Ayudan más? ¿Y si son gemelas?',
    roles: '¿Qué aprendió cada neurona?',
  },
};

/** @type {Readonly<Record<string, import('../en/lesson.js').ChapterTexts>>} */
export const firstChapter = {
  'same-data': {
    story: [
      'La [red](network) tiene dos [neuronas ocultas](hidden-neuron), 1 y 2. Reciben los mismos x1 y x2, y usan la misma [sigmoide](sigmoid).',
      'La entrenamos dos veces con [XOR](xor). La ejecución A empieza con [pesos](weight) iguales en las dos neuronas; la B, con pesos al azar.',
    ],
    guess: {
      ask: 'Después de {steps} pasos de descenso de gradiente: ¿en qué ejecución son iguales las dos neuronas?',
      options: {
        both: 'En las dos. Los mismos datos, el mismo resultado.',
        'equal-start': 'Solo en la A, que empieza con pesos iguales.',
        neither: 'En ninguna. El entrenamiento da a cada una su propio trabajo.',
      },
      replies: {
        both: 'Mucha gente lo cree. Pero la ejecución B recibe los mismos datos, y sus neuronas acaban separadas por {randomDistance}.',
        'equal-start': 'Bien. Ahora podrás decir por qué.',
        neither: 'Mucha gente lo espera. Pero nada en la ejecución A separa a las dos: después de {steps} pasos no difiere ni un bit.',
      },
    },
    run: {
      before: ['Primero la ejecución A. Mira las líneas azules y las naranjas: un color para cada neurona.'],
      button: 'Ejecución A: inicio igual',
      after: [
        'Todos los [bits](bit) de la neurona 1 y de la neurona 2 son iguales. La [pérdida](loss) J se queda en {coin}: la red responde un medio a cada ejemplo, que no es mejor que echarlo a cara o cruz.',
      ],
    },
    contrast: {
      intro: ['Los mismos datos, el mismo número de [pasos](step). Solo difieren los pesos iniciales.'],
      cases: {
        tied: { title: 'A: inicio igual', about: 'w1 = w3, w2 = w4, w5 = w6' },
        random: { title: 'B: inicio al azar', about: 'cada peso el suyo' },
      },
      see: [
        'En A, lo azul y lo naranja van uno sobre otro: las neuronas son [gemelas](tied). En B, cada línea va por su camino, y J baja a {randomLoss}.',
      ],
    },
    explain: [
      'Neuronas con pesos iguales, de entrada y de salida, reciben [gradientes](gradient) iguales, y gradientes iguales dan pasos iguales: por eso las neuronas que empiezan iguales siguen iguales.',
      'No lo decidieron los datos. Lo decidió el inicio.',
    ],
    check: {
      ask: 'En la ejecución B las dos neuronas aprendieron cosas distintas. ¿Qué las hizo distintas?',
      options: {
        data: 'Cada neurona recibió otros ejemplos.',
        start: 'Empezaron con pesos distintos.',
        target: 'Cada neurona tenía su propia respuesta correcta, su propia y.',
      },
      replies: {
        data: 'Las dos neuronas recibieron los {examples} ejemplos en cada paso, en A y en B.',
        start: 'Pesos distintos dan gradientes distintos, desde el primer paso.',
        target: 'Hay una sola y, la respuesta correcta, para cada ejemplo, y con ella se compara la salida. De eso trata otra pregunta.',
      },
    },
    play: [
      'La ejecución A está abierta en el laboratorio. Pulsa Reiniciar. Cambia un poco uno de los pesos iniciales, por ejemplo w5, y pulsa Entrenar. ¿Siguen siendo gemelas?',
    ],
  },
};
