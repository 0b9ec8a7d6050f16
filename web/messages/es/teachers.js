/** The teacher's notes in Spanish: what each question of the lesson is for, which answers are right, and homework in the lab. */

import { countFormatter, numberFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const decimal = numberFormatter('es', { maximumSignificantDigits: 6 });
const plural = pluralFormatter('es');

/** @type {import('../en/teachers.js').TeachersMessages} */
export const teachersMessages = {
  title: 'Notas para docentes',
  lead: 'Para qué sirve cada pregunta, las respuestas, cómo poner una pregunta en tu curso, y tareas que se califican en la página, y otra vez después.',
  toPage: 'A la lección y al laboratorio',
  contents: 'En esta página',
  intro: (questions, minutes) => [
    `La lección cuenta una historia de ${plural(questions, 'pregunta', 'preguntas')}. Quien conoce la sigmoide y el descenso de gradiente necesita unos ${plural(minutes, 'minuto', 'minutos')} para todas. Cada pregunta se entiende sola, así que también puedes usar una en clase: que todos elijan una respuesta, la prueben y hablen de la diferencia.`,
    'No se envía nada a ninguna parte: lo que responde cada estudiante se queda en su dispositivo. Lo que entrega es una huella, 16 cifras hechas con todos los bits de todos los pesos. El mismo inicio y el mismo número de pasos dan la misma huella en todas las computadoras.',
  ],
  pages: {
    title: 'Páginas para tu grupo',
    grade: 'Calificar una tarea: lo que entregó tu grupo se entrena otra vez',
    answers: 'Reunir las respuestas de tu grupo en una tabla',
    own: 'Crear el enlace de una pregunta propia',
  },
  lesson: 'Las preguntas',
  shows: 'Lo que muestra',
  aim: 'Objetivo',
  against: 'Lo que se suele creer',
  board: 'Para la pizarra',
  time: 'Tiempo',
  minutes: (minutes) => `unos ${plural(minutes, 'minuto', 'minutos')}`,
  use: 'Para usarla',
  open: 'Abrir esta pregunta',
  frame: 'Para incrustarla, pega esto en tu página:',
  frameOf: (title) => `Código para incrustar: ${title}`,
  copy: 'Copiar el código',
  key: 'Respuestas',
  guess: 'Predicción',
  check: 'Repaso',

  chapters: {
    twins: {
      shows:
        'Dos neuronas iguales aprenden XOR como una: {tiedRight} de {examples} bien. Luego se cambia un peso, de {equal} a {changed}, y todos salen bien.',
      aim: 'Los mismos datos no hacen iguales a las neuronas, ni las hacen distintas. Lo deciden sus pesos iniciales.',
      against: [
        'Los mismos datos y la misma función llevan a todas las neuronas a los mismos pesos óptimos, empiecen donde empiecen.',
        'Cada neurona necesita sus propios datos o características para aprender algo propio.',
        'Si todas ven lo mismo y aun así difieren, algo está mal.',
      ],
      board: [
        'pesos iguales \u2192 gradientes iguales \u2192 pesos iguales después del paso',
        'una neurona: medio plano; dos distintas: una banda',
      ],
    },
    gradients: {
      shows:
        'Un ejemplo avanza y su error retrocede. Los {factors} factores de dos gradientes están uno junto a otro, como cuentas, y uno difiere: w5 = {changed}, w6 = {equalW}.',
      aim: 'Saber decir en qué factor de la regla de la cadena difieren dos gradientes: w5 y w6, a1 y a2, o x1 y x2.',
      against: [
        'Los mismos datos dan los mismos gradientes.',
        'Si la pérdida es la misma para los dos valores de y, no se actualiza nada.',
        'El inicio al azar solo sirve para entrenar más rápido.',
      ],
      board: [
        '\u2202J/\u2202w1 = media de (a3 \u2212 y) \u00b7 w5 \u00b7 \u03c3\u2032(z1) \u00b7 x1',
        '\u2202J/\u2202w3 = media de (a3 \u2212 y) \u00b7 w6 \u00b7 \u03c3\u2032(z2) \u00b7 x1',
        'w1 \u2190 w1 \u2212 \u03b1 \u00b7 \u2202J/\u2202w1',
      ],
    },
    ties: {
      shows:
        'Tarjetas con cambios se reparten entre lo que rompe la igualdad y lo que no, y luego se prueban todas. Tres inicios muestran que w5 = w6 es media respuesta.',
      aim: 'Dos neuronas siguen siendo gemelas exactamente cuando son iguales sus pesos de entrada, sus sesgos y sus pesos de salida. Saber dar la inducción en dos líneas, y decir por qué un sesgo no es por sí mismo una diferencia.',
      against: [
        'Basta con w5 = w6. O bien: bastan pesos de entrada iguales.',
        'El sesgo hace distintas a las neuronas. O bien: sin sesgos las neuronas siguen iguales.',
        'De todos modos las separarán el redondeo, Adam, los minilotes barajados o la no linealidad.',
        'Se trata de filas iguales de una matriz, o de capas iguales, o de ejemplos iguales.',
      ],
      board: [
        'gemelas: w1 = w3, w2 = w4, b1 = b2, w5 = w6',
        'entonces z1 = z2, a1 = a2, \u03b41 = \u03b42: gradientes iguales',
        'iguales antes de un paso \u2192 iguales después \u2192 iguales para siempre',
      ],
    },
    zeros: {
      shows:
        'Tres redes empiezan en ceros con AND. La regresión logística aprende, las neuronas tanh se quedan quietas en {stuckRight} de {examples}, las sigmoides aprenden como una.',
      aim: 'Saber la razón, y que no es la convexidad.',
      against: [
        'La regresión logística puede empezar desde ceros porque su pérdida es convexa.',
        'Solo el cero es malo; cualquier otro valor común serviría.',
        'Desde ceros nunca se mueve nada.',
        'Una red sin capa oculta también debe acabar con pesos iguales, si empieza desde ceros.',
      ],
      board: [
        'tanh({zero}) = {zero}, \u03c3({zero}) = {half}',
        '\u2202J/\u2202w5 = media de (a3 \u2212 y) \u00b7 a1: es {zero} donde lo es a1',
        'regresión logística: \u2202J/\u2202w1 = media de (a1 \u2212 y) \u00b7 x1',
      ],
    },
    blame: {
      shows:
        'Un error retrocede desde la salida: por w5 a la neurona 1, por w6 a la neurona 2. En una red más profunda se suma por todas las líneas; luego cambian todos los pesos a la vez.',
      aim: 'Hay una y y una pérdida. Una neurona oculta recibe su parte del único error, a través de su peso de salida. Un paso es: hacia adelante, pérdida, hacia atrás con los pesos viejos, y luego todas las actualizaciones a la vez.',
      against: [
        'Cada neurona tiene su propia pérdida o su propio objetivo, y compara su propio a con y.',
        'Las neuronas se ponen de acuerdo en quién aprende qué.',
        'Las capas se entrenan una después de otra. O bien: es mejor usar enseguida el w5 nuevo para \u2202J/\u2202w1.',
      ],
      board: [
        '\u03b43 = a3 \u2212 y',
        '\u03b41 = \u03b43 \u00b7 w5 \u00b7 \u03c3\u2032(z1), \u03b42 = \u03b43 \u00b7 w6 \u00b7 \u03c3\u2032(z2)',
        'más profunda: \u03b4 = \u03c3\u2032(z) \u00b7 suma de w \u00b7 \u03b4 por todas las líneas que salen de la neurona',
        'primero todos los gradientes, luego todos los pesos',
      ],
    },
    seed: {
      shows:
        'La semilla {seed} dos veces es la misma ejecución; la semilla {otherSeed} es otra; los pesos iguales no necesitan semilla y aciertan {equalRight} de {examples}.',
      aim: '«¿La misma ejecución?» y «¿las mismas neuronas?» son dos preguntas. La semilla responde a la primera, los pesos iguales a la segunda.',
      against: [
        'Una semilla fija hace iguales todos los pesos, o hace que no sean al azar.',
        'Dos entrenamientos que acaban con pesos distintos muestran un fallo.',
        'Los pesos pequeños son tan malos como los iguales.',
      ],
      board: ['misma semilla \u2192 misma ejecución', 'mismos pesos \u2192 mismas neuronas'],
    },
    team: {
      shows:
        'Con {examples} tostados de café, seis neuronas gemelas llegan al {tiedShare}, como decir siempre «malo». Tres distintas encuentran una frontera cada una: {allShare}. Dos se intercambian, y la respuesta queda igual.',
      aim: 'Una capa vale tanto como neuronas distintas tiene. El inicio decide cuál encuentra qué; nombres como «asequibilidad» son nuestros. Nada garantiza papeles distintos.',
      against: [
        'Más neuronas siempre ayudan.',
        'Si una tarea no sale, tiene que ser por neuronas iguales. (También puede ser un mal inicio.)',
        'Algo garantiza que dos neuronas aprendan cosas distintas.',
        'La neurona 1 tiene un significado propio.',
      ],
      board: ['n neuronas gemelas cuentan como una', 'n neuronas distintas: n! órdenes, una respuesta'],
    },
    answer: {
      shows:
        'La pregunta del título en tres frases, junto a las ejecuciones con w5 = {equal} y w5 = {changed}; luego las predicciones frente a lo que dijeron las ejecuciones.',
      aim: 'Saber responder a la pregunta con palabras propias, y decir qué es posible y qué es seguro.',
      against: ['Un inicio distinto asegura que las neuronas aprendan cosas distintas.'],
      board: ['inicio distinto \u2192 gradientes distintos \u2192 neuronas distintas: puede ser, no tiene por qué'],
    },
  },

  beyond: 'Más allá de la pregunta',
  beyondIntro:
    'Siete preguntas más en el mismo escenario, para quien ya terminó. Todas dicen dónde falla su respuesta: de eso conviene hablar.',
  beyondChapters: {
    split: {
      shows:
        'Una neurona en reposo se corta en dos y J sigue igual. En las lunas las mitades se separan y duplican su diferencia en {doubling} pasos; en AND siguen juntas.',
      aim: 'Una segunda neurona ayuda donde un corte abre un camino hacia abajo, y una curvatura lo dice antes de entrenar.',
      against: ['Más neuronas hacen J menor.'],
      board: ['(w, a) \u2192 (w, \u03bca) y (w, (1 \u2212 \u03bc)a): la misma suma'],
    },
    pass: {
      shows:
        'En línea recta desde una solución de XOR hasta su imagen en el espejo, J sube a {top}; arriba hay gemelas iguales bit a bit. Con una tercera neurona hay un camino llano.',
      aim: 'Las soluciones que difieren en el orden de sus neuronas se unen a través de gemelas: una igualdad es un puerto, no un valle.',
      against: ['Entre dos redes buenas hay una red buena.'],
      board: ['a la mitad: las dos neuronas son la media de ambas'],
    },
    noise: {
      shows:
        'El mismo empujón separa a las gemelas si un paso ve los ejemplos a la vez ({parted} de {starts} inicios), y no de dos en dos ({partedTwo}). Con sesgos y pasos grandes es al revés.',
      aim: 'El ruido no rompe una igualdad que comparten las dos neuronas; puede mantenerlas juntas.',
      against: ['Los lotes barajados separan neuronas iguales.'],
      board: ['la curvatura separa, el ruido junta: ¿qué es más fuerte?'],
    },
    decay: {
      shows:
        'Con decaimiento de pesos, {twins} de {seeds} parejas de extrañas se vuelven gemelas en OR; sin él, {twinsOff}; en XOR, {twinsXor}.',
      aim: 'Lo más barato puede ser repartir el trabajo por igual: las neuronas iguales pueden ser un resultado, no un inicio.',
      against: ['Inicios distintos mantienen distintas las neuronas.'],
      board: ['la misma respuesta, medio peso por neurona: menor suma de cuadrados'],
    },
    condense: {
      shows: 'Ocho neuronas con un inicio diminuto giran a una línea en los primeros pasos de OR. Con un inicio grande no.',
      aim: 'Mientras los pesos son diminutos, los datos empujan las neuronas en la misma dirección; el tamaño del inicio decide cuánto se parecen.',
      against: ['Cuanto menor el inicio al azar, más seguro.'],
      board: ['\u0394w \u221d a \u00b7 media de (y \u2212 \u00bd) x: la misma dirección'],
    },
    'relu-law': {
      shows:
        'En una neurona ReLU, el cuadrado de lo que entra menos el de lo que sale casi no cambia; así un peso de salida puede cambiar de signo y el otro no.',
      aim: 'Un número que se conserva prohíbe un cambio antes de entrenar. Es de la activación, no del aprendizaje: sigmoide no tiene.',
      against: ['El entrenamiento puede llevar un peso a cualquier valor.'],
      board: ['w\u2081\u00b2 + w\u2082\u00b2 + b\u00b2 \u2212 a\u00b2 cambia en \u03b1\u00b2 (\u2026) por paso'],
    },
    digits: {
      shows:
        'Con pasos grandes, el último bit de un peso decide si J acaba en {loss} o en {otherLoss}. Con pasos pequeños, {calmOwn} cifras son propias.',
      aim: 'Un entrenamiento puede repetirse hasta el último bit y aun así decir poco: pregunta cuántas cifras son propias.',
      against: ['Un número que se puede repetir es un resultado.'],
      board: ['un entrenamiento sombra, a un bit: las cifras que comparten'],
    },
  },

  homework: {
    title: 'Tareas que se califican en la página, y otra vez después',
    intro: [
      'Una tarea se abre en el laboratorio: allí se dice qué se puede cambiar, el resto está fijo, y la página dice qué se cumple. Donde un inicio puede tener semilla, se pide el número de estudiante y con él se hace, de modo que una respuesta copiada está mal. Al final la página hace un texto con el enlace de la ejecución; pide ese texto, y la frase de abajo, que muestra si se entendió.',
      'Lo que recibes se entrena de nuevo, desde sus enlaces, en la página para calificar o con la orden del final. Tus propias tareas se hacen en el laboratorio: «Guardar y compartir», Hacer de esto una tarea.',
    ],
    task: 'Tarea',
    handIn: 'Se entrega, con el texto de la página',
    open: 'Abrir la tarea',
    grade: 'Calificarla',
    key: 'Cuál es la respuesta',
    tasks: {
      'one-number': {
        title: 'Un número',
        text: `Las dos neuronas ocultas de esta red se separan. Cambia w6 de modo que sigan siendo gemelas en sus bits, y entrena ${count(1000)} pasos. Un campo en el que haces clic muestra su número completo.`,
        handIn: 'Una frase: ¿por qué tu valor de w6 mantiene iguales a las neuronas?',
        answer:
          'w6 con el valor de w5, completo. Los pesos de entrada ya son iguales; con pesos de salida iguales, los gradientes son iguales paso a paso. Un valor cercano las deja casi gemelas, y el entrenamiento las separa.',
      },
      'half-answer': {
        title: 'Media respuesta',
        text: 'Alguien dice: «Pon en w6 el valor de w5, y las neuronas son gemelas.» Hazlo y entrena 500 pasos. ¿Son gemelas? Reinicia, cambia lo que falta y entrena otra vez 500 pasos.',
        handIn: 'Una frase: ¿qué faltaba?',
        answer:
          'Con w6 en el valor de w5, sin más, las neuronas están separadas, porque w3 y w4 difieren de w1 y w2. Con w3 = w1 y w4 = w2, además, son gemelas. Los sesgos son iguales desde el inicio.',
      },
      zeros: {
        title: 'Desde ceros',
        text: `Los pesos y los sesgos empiezan en cero. Entrena ${count(1000)} pasos y mira qué parámetros se mueven. Reinicia, y busca una activación con la que J se quede por encima de ${decimal(0.5)}.`,
        handIn: 'Dos frases: ¿qué parámetros se movieron con la sigmoide y con tu activación, y por qué no los demás?',
        answer: `tanh, lineal, o una de las ReLU: valen 0 en 0, así que a1 = a2 = 0, y con w5 = w6 = 0 los gradientes son 0 salvo el del sesgo de la salida: se mueve b3. Con la sigmoide, a1 = a2 = ${decimal(0.5)}: los parámetros se mueven, y las dos neuronas como una.`,
      },
      strangers: {
        title: 'Extrañas que acaban gemelas',
        text: `Estas dos neuronas empiezan separadas. Busca un decaimiento de pesos (L2, en «Cómo aprende») con el que acaben juntas tras ${count(20_000)} pasos, mientras la red sigue acertando los cuatro ejemplos.`,
        handIn: 'Una frase: ¿qué ahorran dos neuronas iguales?',
        answer: `Alrededor de ${decimal(0.01)}. La penalización es sobre cuadrados: la misma suma de respuestas cuesta menos cuando las dos neuronas llevan la mitad. Con demasiada, la red abandona una respuesta.`,
      },
      halves: {
        title: 'Mitades que siguen juntas',
        text: `Estas dos neuronas son las mitades de una, salvo una cienmillonésima en w1, y el entrenamiento las separa. Busca otros valores de w2, w4, w5 y w6, que sigan siendo mitades, desde los que no estén separadas tras ${count(10_000)} pasos. «Igualar, separar, mover apenas» prevé lo rápido que crecería una diferencia.`,
        handIn: 'Una frase: ¿cómo elegiste, y qué decía la previsión en tu inicio y después?',
        answer:
          'Hay muchos. Por ejemplo w2 = w4 = 0 y w5 = w6 = 4: la diferencia crece demasiado despacio para estos pasos, como dice la previsión cuando el inicio se ha asentado. Si crecería más tarde es otra pregunta: sin decaimiento de pesos ninguna igualdad es firme.',
      },
      highest: {
        title: 'El punto más alto del camino',
        text: 'Esta red resuelve XOR. Intercambia sus dos neuronas ocultas, con lo que entra en ellas y lo que sale: las respuestas no cambian. Ve en línea recta de una red a la otra, y J sube («Comparar dos ejecuciones» lo dibuja). Empieza donde J es más alta y entrena 100 pasos.',
        handIn: 'Una frase: ¿por qué el entrenamiento desde ahí no llega a una de las dos redes?',
        answer: `A mitad de camino los pesos son las medias de los dos que cambian de sitio: w1 = w3 = 6, w2 = w4 = 6, b1 = b2 = \u2212${decimal(5.25)}, w5 = w6 = ${decimal(0.25)}. Allí las dos neuronas son gemelas en sus bits, y las gemelas siguen iguales: bajan como una sola neurona.`,
      },
    },
    gradeTitle: 'Para calificar muchas a la vez',
    gradeText:
      'La página para calificar («Calificarla») toma la tabla de una clase y trabaja en tu navegador. Donde estén instalados Node.js y este paquete, la orden de abajo hace lo mismo; una tarea es su enlace o su archivo.',
  },
};
