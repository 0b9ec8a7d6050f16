/** What the lab says in Spanish of where neurons point, and of the numbers that they keep. */

import { countFormatter, formatFigure, formatFixed, formatInText, numberFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');
const decimal = numberFormatter('es', { maximumSignificantDigits: 6 });

/** @type {import('../en/directions.js').DirectionsMessages} */
export const directionsMessages = {
  title: 'Hacia dónde apuntan las neuronas',
  key: 'Una flecha por neurona: la dirección de sus pesos de entrada, sin su sesgo. Cuanto más larga, mayores son, en potencias de diez.',
  keyToFirst: (inputs, first) =>
    `${plural(inputs, 'entrada no tiene', 'entradas no tienen')} un único ángulo. Se dibuja el ángulo entre los pesos de entrada de una neurona y los de la neurona ${count(first)}, sin sesgos: dos flechas que parecen iguales pueden no serlo.`,
  table: 'Tabla de las direcciones',
  caption: 'Hacia dónde apuntan las neuronas',
  predicted: (perStep) =>
    `Previsto mientras los pesos son diminutos: lo que va en la dirección del empujón que comparten las neuronas crece por un factor de ${formatFixed(perStep, 4)} en cada paso.`,
  noPush: 'Previsto mientras los pesos son diminutos: las neuronas no comparten ningún empujón, así que apenas crecen.',
  measured: (factor, from, to) => `Medido del paso ${count(from)} al ${count(to)}: ${formatFixed(factor, 4)} en cada paso.`,
  unmeasured: 'Medido: todavía nada. Entrena algunos pasos.',
  large: `No se prevé ningún crecimiento: eso vale para pesos diminutos alrededor de las neuronas, de ${decimal(0.1)} como mucho.`,
  noPrediction:
    'No se prevé ningún crecimiento: eso vale para una capa oculta de neuronas tanh o lineales, una salida y descenso de gradiente simple con los datos enteros a la vez.',

  kept: {
    title: 'Lo que conserva una neurona ReLU',
    intro:
      'Eleva al cuadrado lo que entra en una neurona, también su sesgo, y súmalo; resta el cuadrado de lo que sale. En pasos pequeños este número apenas se mueve: un paso de \u03b1 lo cambia en \u03b1\u00b2 por el mismo número de los gradientes. Con un peso de salida de 0 sería lo que entra, al cuadrado. Por eso, mientras no sea mayor que 0, cierra el paso.',
    neuron: 'Neurona',
    entering: 'Entra, al cuadrado',
    leaving: 'Sale, al cuadrado',
    number: 'Su número',
    drift: 'El próximo paso lo cambia en',
    outgoing: 'Lo que sale',
    byChance: 'decide el azar',
    value: (value) => formatInText(value),
    change: (change) => formatFigure(change),
    sign: {
      keeps: 'conserva su signo, en pasos pequeños',
      free: 'puede cambiar de signo',
      some: 'no puede llegar a 0 en su conjunto, en pasos pequeños',
      shared: 'puede cambiar de signos',
    },
    why: {
      activation: 'Las neuronas ReLU, leaky ReLU y lineales conservan un número así; estas no: su salida no es z por su pendiente.',
      optimizer:
        'Con descenso de gradiente simple cada una de estas neuronas conservaría un número. Con momento, Adam y similares, no: mueven lo que entra y lo que sale por más que el gradiente presente.',
      penalty: 'Sin penalización de los pesos cada una de estas neuronas conservaría un número. La penalización lo gasta, paso a paso.',
      noise:
        'Sin ruido en los gradientes cada una de estas neuronas conservaría un número. El ruido mueve por separado lo que entra y lo que sale.',
      single:
        'Si la tasa de aprendizaje fuera la misma en toda la red, cada una de estas neuronas conservaría un número. Los parámetros congelados, o las tasas de neuronas sueltas, mueven desigualmente lo que entra y lo que sale.',
    },
  },
};
