/** What goes beyond the story, in Spanish. */

/** @type {typeof import('../en/beyond.js').beyondMessages} */
export const beyondMessages = {
  title: 'Más allá',
  lead: 'Respuestas breves para curiosos, cada una con ejecuciones que puedes abrir.',
  chapters: 'Siete preguntas más, en el escenario',
  sources: 'Artículos detrás de las siete',
  papers: {
    split: {
      shows: 'Corta neuronas en dos donde el entrenamiento se ha parado. Una curvatura dice qué corte ayuda más, y así crece una red.',
      not: 'Aquí se corta una neurona de una red pequeña. No se ve que una red crecida supere a una que empezó ancha.',
    },
    pass: {
      shows:
        'Demuestra que dos neuronas pueden encontrarse y cambiar de sitio en un punto crítico de J, y que esos puntos están en valles llanos.',
      not: 'Nuestro camino recto culmina en gemelas en los XOR que se contaron. Es un camino entre muchos, y otro puede ser más bajo.',
    },
    noise: {
      shows:
        'Da una condición para que el ruido de los lotes pequeños lleve una red hacia neuronas iguales o apagadas, y las halla en redes grandes.',
      not: 'Aquí hay dos neuronas y cuatro ejemplos. Donde falla la condición, como aquí con sesgos y pasos grandes, puede ser al revés.',
    },
    decay: {
      shows:
        'Demuestra que una simetría de J, como la de dos neuronas intercambiables, puede volverse igualdad si el decaimiento o el ruido son grandes.',
      not: 'Aquí no se mide cuánto es grande: una sola fuerza de decaimiento, pocas tareas.',
    },
    condense: {
      shows: 'Con pesos diminutos, las neuronas giran primero hacia pocas direcciones; cuántas depende de la activación cerca de cero.',
      not: 'Aquí se ve tanh con una línea, y los primeros pasos. Lo que viene después no se muestra.',
    },
    'relu-law': {
      shows:
        'Demuestra para capas ReLU y lineales que los cuadrados de lo que entra y de lo que sale conservan su diferencia, en el límite de pasos diminutos.',
      not: 'Nuestros pasos no son diminutos: el número se desvía, en \u03b1\u00b2 por paso.',
    },
    digits: {
      shows: 'También en redes grandes: un bit cambiado en un peso inicial lleva a otra red, tan distinta como con otra semilla.',
      not: 'Nuestro ejemplo tiene pasos tan grandes que J salta. Con pasos pequeños el bit apenas importó.',
    },
  },
  back: 'Volver a las preguntas',
  backTo: 'Volver a «Más allá»',
  see: 'Míralo en el laboratorio:',
  sections: {
    order: {
      title: 'Un error frecuente: primero w5',
      text: [
        'Un programa cambia w5 y luego calcula el [gradiente](gradient) de w1 con el w5 nuevo. En el primer paso obtiene {bug}. Con el w5 viejo = {oldW5} el gradiente es {right}, y una [medición](numeric-gradient) coincide.',
        'Un gradiente dice cuánto sube J en un punto. El error mezcla dos puntos, así que su número no es la pendiente de J en los pesos viejos. Es difícil de ver, porque la red sigue aprendiendo.',
      ],
      runs: { whole: 'Donde se mide' },
    },
    'how-many': {
      title: '¿Cuántas neuronas bastan?',
      text: [
        'Café: {examples} tostados, tres fronteras. De {seeds} inicios al azar, {steps} pasos cada uno, ninguno acierta en todos con una o dos neuronas; con tres lo logran {threeSolved}; con seis, los {sixSolved}. Seis neuronas [gemelas](tied) llegan al {tiedShare}, como una sola.',
        'No en todas partes hacen falta más: AND tiene una frontera, y una neurona oculta la aprende, hasta J = {andLoss}. Cuántas bastan depende de los datos. Con las justas, un inicio puede fallar.',
      ],
      runs: { three: 'Tres neuronas', six: 'Seis neuronas', tied: 'Seis gemelas', and: 'AND con una neurona' },
    },
    names: {
      title: '¿Quién le pone nombre a una neurona?',
      text: [
        'Desde la semilla {seed}, la neurona 3 se fija en la temperatura del café. Desde la semilla {otherSeed}, lo hace la neurona 2. Las fronteras vuelven, porque los datos las piden; el inicio decide quién encuentra cuál.',
        'Otro problema: ¿qué camisetas se venden bien? Una neurona puede fijarse en el precio y el envío, y puedes llamarla «asequibilidad». El nombre es nuestro. La red no lo conoce, y nada garantiza que dos neuronas aprendan cosas distintas.',
      ],
      runs: { first: 'Café, semilla {seed}', other: 'Café, semilla {otherSeed}', demand: 'Camisetas' },
    },
    'near-ties': {
      title: '¿Y si dos neuronas son iguales salvo en el último bit?',
      text: [
        'Mueve w1 en su [último bit](ulp): las neuronas quedan separadas por {nudge}. A una diferencia así le ocurre una de tres cosas.',
        'El redondeo puede tragársela: con AND las dos vuelven a ser iguales, en cada bit, después de {swallowed} pasos. Puede crecer y luego congelarse, porque el aprendizaje ha terminado: con AND, una diferencia de {small} llega a {early} en la primera quinta parte de {frozenSteps} pasos, y a no más de {late} en todos ellos. O puede crecer hasta separar a las neuronas: con XOR sin sesgos y con pasos grandes, el último bit las deja separadas por {parted} después de {partedSteps} pasos.',
        'Las matemáticas no cierran por sí solas las diferencias: sin decaimiento de pesos, siempre hay una diferencia pequeña que no se encoge. El decaimiento de pesos puede cerrarla: con AND las neuronas están separadas por {before} tras un tercio de {decaySteps} pasos, y por {after} al final.',
        'El laboratorio dice a qué ritmo crece una diferencia pequeña: mira «Igualar, separar, mover apenas».',
      ],
      runs: {
        swallowed: 'AND, el último bit: el redondeo se lo traga',
        frozen: 'AND, un empujón mayor: se congela',
        parts: 'XOR sin sesgos: crece',
        decay: 'AND con decaimiento de pesos: se cierra',
      },
    },
    mirror: {
      title: 'Con tanh, una neurona y su reflejo también son una sola',
      text: [
        'tanh(\u2212z) = \u2212tanh(z). Así que haz que todos los pesos de la neurona 2, de entrada y de salida, sean los de la neurona 1 con el signo contrario. La salida recibe entonces el mismo número de las dos.',
        'No son gemelas, pues sus pesos difieren. Pero en los {steps} pasos siguen siendo reflejos una de otra, y la pérdida acaba en {mirrorLoss}, exactamente como la de dos neuronas gemelas.',
      ],
      runs: { mirror: 'Reflejos', tied: 'Gemelas, para comparar' },
    },
    rounding: {
      title: 'Por qué en otros programas las gemelas pueden separarse',
      text: [
        'En matemáticas, las neuronas iguales siguen iguales. En una computadora eso solo es seguro si cada neurona pasa por las mismas operaciones en el mismo orden. Los programas para redes grandes pueden tratar en otro orden a las últimas neuronas de una capa, porque así es más rápido. Entonces el redondeo puede diferir, y neuronas iguales pueden separarse.',
        'Aquí no puede pasar. {width} neuronas gemelas, {steps} pasos: siguen iguales en cada bit.',
      ],
      runs: { wide: 'Una capa ancha de gemelas' },
    },
    copies: {
      title: 'Una solución tiene muchas copias',
      text: [
        'Intercambia dos neuronas junto con sus pesos de salida. La red da las mismas respuestas salvo el redondeo, y J acaba en {loss} en las dos ejecuciones. Una solución con n neuronas distintas existe en n! órdenes.',
        'Por eso «todas encontrarían el mismo óptimo» falla: no hay una sola neurona mejor, solo un equipo mejor, en cualquier orden.',
      ],
      runs: { one: 'Un orden', swapped: 'El otro orden' },
    },
  },
};
