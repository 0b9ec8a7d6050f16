/** The chapters beyond the question, in Spanish. */

import { countFormatter, formatDifference, formatFixed, formatInText, formatShortLoss, listFormatter } from '../../base/format.js';
import { dialMessages } from './dial.js';

const count = countFormatter('es');
const list = listFormatter('es');

/** @type {import('../en/story-beyond.js').BeyondMessages} */
export const beyondMessages = {
  place: (number, all) => `Más allá de la pregunta: ${count(number)} de ${count(all)}`,
  backTo: (number) => `Volver al ${count(number)}, más allá de la pregunta`,
  working: (steps) => `Entrenando ${count(steps)} pasos\u2026`,
  way: (percent) => `${count(Math.round(percent))} % del camino`,
  onWay: (percent) => `Al ${count(Math.round(percent))} % del camino.`,
  lines: {
    loss: (loss) => `J ${formatShortLoss(loss)}`,
    distance: (from, distance) => `distancia ${formatDifference(from)} \u2192 ${formatDifference(distance)} (log)`,
    turned: (share) => `en una línea: ${formatFixed(share, 3)} de 1`,
    kept: (values) => `conserva: ${list(values.map(formatInText))}`,
    outgoing: (values) => `salida: ${list(values.map(formatInText))}`,
  },
  dial: dialMessages,
  titles: {
    split: 'Corta una neurona en dos. ¿Se separarán las mitades?',
    pass: '¿Qué hay entre una solución y su imagen en el espejo?',
    noise: '¿Pueden los lotes pequeños mantener juntas a las gemelas?',
    decay: '¿Pueden dos extrañas volverse gemelas?',
    condense: '¿Hacia dónde giran primero las neuronas diminutas?',
    'relu-law': '¿Qué conserva una neurona ReLU?',
    digits: '¿Puede el último bit decidir un entrenamiento?',
    beyond: 'Más allá, con los artículos',
    answer: 'Volver a las preguntas',
  },
};

/** @type {Readonly<Record<string, import('../en/story.js').ChapterTexts>>} */
export const beyondChapters = {
  split: {
    runs: { halves: 'lunas: dos mitades', andHalves: 'AND: dos mitades', xorHalves: 'XOR: dos mitades' },
    steps: {
      cut: {
        caption:
          'Una neurona se entrenó sola con lunas, dos nubes curvas de puntos, y luego se cortó en dos. Las dos mitades tienen sus pesos de entrada y medio peso de salida, así que J no cambió. Una mitad recibe un empujón de una millonésima.',
        go: 'Seguir entrenando',
        ask: {
          ask: '¿Se separarán las mitades?',
          options: { together: 'No, siguen juntas.', apart: 'Sí, se separan.', back: 'El empujón se cura.' },
          replies: {
            together: 'Su diferencia creció paso a paso hasta que se separaron.',
            apart: 'El corte no mueve la respuesta, pero abre un camino hacia abajo.',
            back: 'Aquí una diferencia pequeña crece.',
          },
        },
      },
      part: {
        during: 'La diferencia crece paso a paso.',
        caption:
          'Lo anunció cómo se curva J en el corte: la diferencia se duplica en {doubling} pasos. J baja de {before} a {after}. Aquí una segunda neurona ayuda.',
        go: 'El mismo corte en AND',
      },
      stay: {
        during: 'Lunas junto a AND.',
        caption:
          'En AND hasta la diferencia que más crece tardaría {andDoubling} pasos en duplicarse. Las mitades siguen juntas y la tarea está resuelta: aquí basta una neurona.',
        go: '¿Dónde falla?',
      },
      fails: {
        caption:
          'Ese anuncio no ve más allá de donde está el entrenamiento. En XOR una neurona se queda en J = {xorLoss}. Allí la diferencia que más crece tarda {xorDoubling} pasos en duplicarse, y esta se encoge. Pero desde otro inicio dos neuronas resuelven XOR.',
        go: 'Siguiente',
      },
    },
  },
  pass: {
    runs: { half: 'en línea recta', straight: 'en línea recta', level: 'con una tercera neurona' },
    steps: {
      guess: {
        caption:
          'XOR está resuelto: {right} de {examples}. Con las dos neuronas intercambiadas también lo está. Vamos en línea recta de una solución a la otra, con los pesos moviéndose por igual.',
        go: 'Ir hasta la mitad',
        ask: {
          ask: '¿Qué hay a mitad de camino?',
          options: { better: 'Una red mejor.', another: 'Otra solución.', twins: 'Dos neuronas iguales.' },
          replies: {
            better: 'J sube hasta la mitad del camino.',
            another: 'J es mucho mayor aquí y la tarea se pierde.',
            twins: 'A la mitad, los pesos de las dos son la media de ambas.',
          },
        },
      },
      top: {
        during: 'Las neuronas se acercan y J sube.',
        caption:
          'A la mitad, las dos neuronas son la media de ambas. Son gemelas, iguales bit a bit, y J es {top}: el punto más alto de este camino. Las gemelas están en un puerto entre dos soluciones.',
        go: '¿Hay un rodeo?',
      },
      around: {
        during: 'Por el puerto y rodeándolo.',
        caption:
          'Con una tercera neurona libre hay un camino de seis movimientos sin subir: copiar una neurona en la libre, pasarle el peso de salida, y así. J sigue en {loss} y las dos cambian de sitio.',
        go: '¿Dónde falla?',
      },
      fails: {
        caption:
          'Desde el puerto se baja, pero puede no ser a una solución. Con un empujón de {push} y más entrenamiento, {recovered} de {seeds} gemelas así en XOR hallaron una. Las demás acabaron en un valle más alto.',
        go: 'Siguiente',
      },
    },
  },
  noise: {
    runs: {
      all: 'los ejemplos a la vez',
      two: 'de dos en dos',
      single: 'de uno en uno',
      largeAll: '\u03b1 = {alpha}, a la vez',
      largeSingle: '\u03b1 = {alpha}, de uno en uno',
    },
    steps: {
      guess: {
        caption:
          'Las mismas gemelas tres veces, con un peso empujado {push}. En la primera red un paso mira los ejemplos a la vez; en la segunda, dos; en la tercera, uno.',
        go: 'Entrenar las tres',
        ask: {
          ask: '¿Dónde se separarán las gemelas?',
          options: { everywhere: 'En las tres.', all: 'Solo con los ejemplos a la vez.', single: 'Solo de uno en uno.' },
          replies: {
            everywhere: 'Con lotes pequeños siguieron juntas hasta el final.',
            all: 'Con lotes pequeños siguieron juntas.',
            single: 'Es al revés: con lotes pequeños siguieron juntas.',
          },
        },
      },
      see: {
        during: 'El mismo empujón, tres maneras de dar pasos.',
        caption:
          'A la vez: distancia {apart}, {right} de {examples} bien. De dos en dos el empujón creció solo hasta {twoApart}: siguen gemelas y XOR no se resuelve. De {starts} inicios se separan {parted} con los ejemplos a la vez y {partedTwo} de dos en dos.',
        go: '¿Dónde falla?',
      },
      fails: {
        during: 'Sesgos y pasos grandes.',
        caption:
          'Aquí, no en otros sitios. Con sesgos y \u03b1 = {alpha} es al revés: de {starts} inicios se separan {largeAll} con los ejemplos a la vez y {largeSingle} de uno en uno.',
        go: 'Siguiente',
      },
    },
  },
  decay: {
    runs: { on: 'OR, con decaimiento', off: 'OR, sin él', xor: 'XOR, con decaimiento' },
    steps: {
      guess: {
        caption:
          'Dos neuronas con pesos al azar distintos: dos extrañas. En la primera red hay decaimiento de pesos (l2 = {decay}): los pesos grandes cuestan. En la segunda no.',
        go: 'Entrenar las dos',
        ask: {
          ask: '¿Qué será de las extrañas con decaimiento?',
          options: { strangers: 'Siguen siendo extrañas.', twins: 'Se vuelven gemelas.', zero: 'Sus pesos van a cero.' },
          replies: {
            strangers: 'Siguen siendo extrañas solo sin decaimiento. Con él se juntaron.',
            twins: 'Repartir el trabajo por igual es lo que menos cuesta aquí.',
            zero: 'Sus pesos no fueron a cero: los datos los sostienen y la tarea está resuelta.',
          },
        },
      },
      see: {
        during: 'Las mismas extrañas, con decaimiento y sin él.',
        caption:
          'Con decaimiento acaban a {apart}; sin él, a {offApart}. Repartir el trabajo es lo más barato aquí. De {seeds} inicios al azar, gemelas con decaimiento: {twins}; sin él: {twinsOff}. Una tanh y su imagen cuentan como gemelas.',
        go: '¿Dónde falla?',
      },
      fails: {
        during: 'OR junto a XOR.',
        caption:
          'XOR necesita dos neuronas distintas. Allí {twinsXor} de {seeds} parejas se volvieron gemelas, con el mismo decaimiento. Y en OR se acercan mucho, pero no bit a bit.',
        go: 'Siguiente',
      },
    },
  },
  condense: {
    runs: { tiny: 'OR, inicio diminuto', large: 'OR, inicio de tamaño {large}', xor: 'XOR, inicio diminuto' },
    steps: {
      guess: {
        caption:
          'Ocho neuronas, pesos al azar en torno a {scale}. Una flecha es la dirección de los pesos de entrada de una neurona; los puntos, su imagen en el espejo. La tarea es OR.',
        go: 'Entrenar',
        ask: {
          ask: '¿Hacia dónde apuntarán primero las flechas?',
          options: { spread: 'En ocho direcciones.', two: 'En dos, cruzadas.', line: 'A lo largo de una línea.' },
          replies: {
            spread: 'Con ocho direcciones empezaron. Luego giraron a una línea.',
            two: 'No hubo dos líneas, sino una.',
            line: 'Las neuronas diminutas sienten el mismo empuje.',
          },
        },
      },
      see: {
        during: 'Las flechas giran y luego crecen.',
        caption:
          'Mientras los pesos son diminutos, las neuronas sienten el mismo empuje, a favor o en contra. Giran a una línea ({before} \u2192 {after}) y hacen de una sola neurona. En {seeds} inicios: al menos {least}.',
        go: '¿Dónde falla?',
      },
      fails: {
        during: 'Un inicio grande, y XOR.',
        caption:
          'Con pesos de tamaño {large} siguen su propio camino: como mucho {most} en {seeds} inicios. Y en XOR el empuje común es cero: las neuronas diminutas apenas se mueven.',
        go: 'Siguiente',
      },
    },
  },
  'relu-law': {
    runs: { relu: 'neuronas ReLU', sigmoid: 'neuronas sigmoides' },
    steps: {
      guess: {
        caption:
          'Dos neuronas ReLU. Suma los cuadrados de lo que entra en una neurona y resta el cuadrado de lo que sale. Para la neurona 1 es {first}; para la neurona 2, {second}.',
        go: 'Entrenar',
        ask: {
          ask: '¿Qué peso de salida puede cambiar de signo?',
          options: { first: 'El de la neurona 1.', second: 'El de la neurona 2.', both: 'Los dos.' },
          replies: {
            first: 'El número de la neurona 1 está bajo cero, y eso cierra el paso.',
            second: 'El número de la neurona 2 está sobre cero: el paso por cero está libre.',
            both: 'Para la neurona 1 el paso por cero está cerrado.',
          },
        },
      },
      see: {
        during: 'Los dos pesos de salida.',
        caption:
          'w6 pasó por cero, w5 no. En cero no sale señal, así que el número sería el cuadrado de lo que entra: no bajo cero. El número de la neurona 1 está bajo cero, y lo conserva.',
        go: '¿Lo conserva?',
      },
      kept: {
        during: 'Los dos números mientras se mueven los pesos.',
        caption:
          'Líneas casi planas. En {steps} pasos los números van de {first} y {second} a {firstEnd} y {secondEnd}. Un paso los cambia en \u03b1\u00b2 por la diferencia de los gradientes: con \u03b1 menor, más planas.',
        go: '¿Dónde falla?',
      },
      fails: {
        during: 'ReLU junto a sigmoide.',
        caption: 'Las neuronas sigmoides no conservan ese número. Y con pasos grandes las ReLU pierden el suyo: aquí \u03b1 es {alpha}.',
        go: 'Siguiente',
      },
    },
  },
  digits: {
    runs: { one: 'el inicio', other: 'w1 un bit mayor', calm: '\u03b1 = {calmAlpha}', calmOther: '\u03b1 = {calmAlpha}, w1 un bit mayor' },
    steps: {
      guess: {
        caption:
          'El mismo inicio dos veces. En la segunda red w1 es mayor en su último bit: el cambio más pequeño que hay. Pasos grandes, \u03b1 = {alpha}.',
        go: 'Entrenar las dos',
        ask: {
          ask: 'Tras {steps} pasos, ¿dónde difieren las dos J?',
          options: { none: 'En ningún sitio.', last: 'En las últimas cifras.', first: 'En la primera cifra.' },
          replies: {
            none: 'Un bit bastó para otro entrenamiento.',
            last: 'La diferencia creció hasta la primera cifra.',
            first: 'Con pasos grandes la diferencia creció hasta la primera cifra.',
          },
        },
      },
      see: {
        during: 'Juntas durante un rato.',
        caption:
          'J es {loss} y {otherLoss}: coinciden {own} cifras. Lo que un bit de un peso puede cambiar dice poco de la tarea, aunque el entrenamiento se repita hasta el último bit.',
        go: '¿Dónde falla?',
      },
      fails: {
        during: 'Pasos pequeños.',
        caption:
          'Con \u03b1 = {calmAlpha} el mismo bit apenas cambia el final: coinciden {calmOwn} cifras de J. El laboratorio dice cuántas valen en tu entrenamiento.',
        go: 'Más allá, con los artículos',
      },
    },
  },
};
