/** Further reading in Spanish: beyond the ten questions, each with a run. */

/** @type {typeof import('../en/lesson-further.js').furtherItems} */
export const furtherItems = {
  'near-ties': {
    title: '¿Y si dos neuronas son iguales salvo en el último bit?',
    text: [
      'Mueve w1 en su [último bit](ulp): las neuronas quedan separadas por {nudge}. ¿Crece una diferencia así? Depende de los datos y del entrenamiento. A veces crece y a veces no.',
      'Con AND se cierra: después de {healed} pasos las dos vuelven a ser iguales, en cada bit. Con XOR se estanca: después de {stalledSteps} pasos están separadas por apenas {stalled}. Con XOR sin sesgos y con pasos grandes crece: después de {partedSteps} pasos están separadas por {parted}.',
      'El laboratorio puede decir de antemano cuál de las cosas ocurre: mira «Igualar, separar, mover apenas».',
    ],
    runs: { heals: 'AND: se cierra', stalls: 'XOR: se estanca', parts: 'XOR sin sesgos: crece' },
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
      'En matemáticas, las neuronas iguales siguen iguales. En una computadora solo lo hacen si cada neurona pasa por las mismas operaciones en el mismo orden. Los programas para redes grandes pueden tratar en otro orden a las últimas neuronas de una capa, porque así es más rápido. Entonces el redondeo puede diferir, y neuronas iguales pueden separarse.',
      'Aquí no puede pasar. {width} neuronas gemelas, {steps} pasos: siguen iguales en cada bit.',
    ],
    runs: { wide: 'Una capa ancha de gemelas' },
  },
  copies: {
    title: 'Cada mínimo tiene muchas copias',
    text: [
      'Intercambia dos neuronas junto con sus pesos de salida. La red da las mismas respuestas, así que J es la misma: {loss} en las dos ejecuciones. Cada solución existe una vez por cada orden de las neuronas, y n neuronas tienen n! órdenes.',
      'Por eso «todas encontrarían el mismo óptimo» falla: no hay una sola neurona mejor, solo un equipo mejor, en cualquier orden.',
    ],
    runs: { one: 'Un orden', swapped: 'El otro orden' },
  },
};
