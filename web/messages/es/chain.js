/** The texts of the chain rule's panel in Spanish. Quantities are written as formulas write them: "∂J/∂w1", "a1". */

import { countFormatter, formatDifference, formatFigure, joinNumbers, listFormatter, pluralFormatter } from '../../base/format.js';
import { batchesMessages } from './batches.js';
import { scheduleMessages } from './schedule.js';
import { optimizerMessages } from './optimizers.js';

/** @typedef {import('../../panels/chain/comparison.js').Cause} Cause */

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');

/** @type {(name: string) => string} */
const gradient = (name) => `\u2202J/\u2202${name}`;

/** More pairs of weights than this are only counted. */
const MOST_NAMED = 2;

/** @type {(cause: Cause) => string[]} */
function causeTexts({ kind, pairs }) {
  const [first, second] = pairs[0];
  if (kind === 'targets') return ['cada salida se compara con su propia y'];
  if (kind === 'slopes' && first.startsWith('z')) return [`${first} y ${second} están a distinto lado de 0`];
  const named = pairs.slice(0, MOST_NAMED).map((pair) => pair.join(' \u2260 '));
  if (pairs.length > MOST_NAMED) named[MOST_NAMED - 1] += ` (y ${count(pairs.length - MOST_NAMED)} más)`;
  return named;
}

/** @type {(causes: readonly Cause[]) => string} */
const because = (causes) => list(causes.flatMap(causeTexts));

/** @type {Record<import('../../panels/chain/comparison.js').Parting, string>} */
const breakers = {
  dropout: 'el dropout les da máscaras distintas',
  noise: 'cada gradiente recibe su propio ruido',
  rates: 'sus tasas de aprendizaje difieren',
  freeze: 'un peso congelado de una está libre en la otra',
  memory: 'el optimizador recuerda los pasos de antes de que fueran iguales',
};

/** @type {(pair: import('../../panels/chain/comparison.js').HiddenPair) => string} */
const pairOf = ({ numbers }) => `las neuronas ${list([...numbers].sort((one, other) => one - other))}`;

/** @type {import('../en/chain.js').ChainMessages} */
export const chainMessages = {
  weight: 'Gradiente de',
  against: 'Frente a',
  againstOption: (name, isSameUnit) => `${name}, hacia ${isSameUnit ? 'la misma neurona' : 'la otra neurona'}`,
  noCounterpart: 'No hay nada con qué compararlo.',
  hint: 'Elige un peso aquí o en el dibujo: su línea o su campo. Señala o toca un factor y el dibujo muestra de dónde sale.',
  previous: 'Ejemplo anterior',
  next: 'Ejemplo siguiente',
  example: (number, all) => `Ejemplo ${count(number)} de ${count(all)}`,
  inExample: (number) => `en el ejemplo ${count(number)}`,
  exampleValues: (inputs, targets) =>
    joinNumbers([
      ...inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`),
      ...targets.map((value, at) => `${targets.length === 1 ? 'y' : `y${at + 1}`} = ${formatFigure(value)}`),
    ]),

  sentence: ({ kind, causes, units, breakers: against }, name, other, mean) => {
    const both = list([gradient(name), gradient(other)]);
    if (kind === 'differ')
      return causes.length === 0 ? `${both} difieren solo por el redondeo.` : `${both} difieren porque ${because(causes)}.`;
    if (kind === 'equal-despite') return `${both} son aquí ${mean === 0 ? '0 las dos' : 'iguales'}, aunque ${because(causes)}.`;
    if (units === null) return `${both} son iguales factor por factor: los dos pesos reciben el mismo número en cada ejemplo.`;
    const pair = pairOf(units);
    if (kind === 'equal')
      return `${both} son iguales factor por factor, así que este gradiente es igual. Pero ${pair} no son gemelas, así que puede dejar de serlo.`;
    if (against.length > 0)
      return `${both} son iguales factor por factor. Pero ${list(against.map((each) => breakers[each]))}, así que ${pair} pueden separarse.`;
    return `${both} son iguales factor por factor, así que la actualización es igual, así que ${pair} siguen siendo gemelas.`;
  },
  exampleSentence: ({ kind, differing, zero }, isMeanEqual) => {
    if (kind === 'equal')
      return isMeanEqual
        ? 'En este ejemplo todos los factores son iguales, hasta el último bit.'
        : 'En este ejemplo todos los factores son iguales; la diferencia viene de otros ejemplos.';
    if (kind === 'zero' && zero !== null)
      return `En este ejemplo las dos son 0, porque ${/^[wx]\d+$/.test(zero.from) ? zero.from : zero.symbol} = 0.`;
    if (kind === 'equal-despite') return 'En este ejemplo hay factores distintos, y aun así los productos son iguales.';
    return `En este ejemplo ${list(differing.map(({ first, second }) => (/^[wax]\d+$/.test(first.from) ? `${first.from} \u2260 ${second.from}` : `${first.symbol} \u2260 ${second.symbol}`)))}.`;
  },
  factorEqual: 'igual',
  factorDiffers: 'distinto',
  closeBy: (difference) => `por ${difference}`,
  factorLabel: (symbol, from, value, mark) =>
    `${symbol} = ${from === '1' ? '' : `${from}: `}${formatFigure(value)}${mark === '' ? '' : `; ${mark}`}`,
  map: 'La red en pequeño, con lo que nombran las fórmulas resaltado',
  factors: 'La regla de la cadena, factor bajo factor',
  paths: (number) => `Los ${count(number)} caminos que se suman`,
  manyPaths: 'De aquí a J hay más caminos de los que se pueden listar; el primer factor es su suma.',

  mean: (examples) => (examples === 1 ? 'El gradiente g, del único ejemplo' : `El gradiente g, la media de ${count(examples)} ejemplos`),
  refereeAtKink:
    'Aquí no se puede comprobar moviendo los pesos: en algún ejemplo una neurona tiene z = 0 exactamente, donde ReLU tiene un pico, y J no tiene gradiente en el sentido habitual.',
  referee: ({ values, digits, error, isTooSmall, hasPenalty }) =>
    `Medido moviendo un poco cada peso y mirando J${hasPenalty ? ' con su penalización' : ''}: ${joinNumbers(values)}. Coincide en ${list(digits.map(count))} ${digits.join() === '1' ? 'cifra' : 'cifras'}; la medida misma se aparta en torno a ${formatDifference(error)}${isTooSmall ? ': demasiado para un gradiente tan pequeño' : ''}.`,
  step: 'El paso siguiente',
  optimizers: optimizerMessages,
  says: {
    frozen: (name) => `${name} está congelado: conserva su valor.`,
    batch: () => 'Cada paso usa un minilote, el mismo para las dos neuronas; su media no es exactamente esta.',
    clip: () => 'Si el gradiente completo pasa del límite, todo él se acorta con un mismo factor.',
    dropout: () => 'El dropout omite neuronas al azar en cada paso.',
    noise: () => 'A cada gradiente se le suma ruido por su cuenta.',
  },
  penalty: 'g incluye la penalización a los pesos grandes.',
  ownRate: (name, factor) => `Para ${name}, \u03b1 incluye el factor propio de su neurona, ${formatFigure(factor)}.`,

  flow: {
    title: 'Cómo vuelve el error hacia atrás',
    play: 'Reproducir',
    pause: 'Pausar',
    back: 'Atrás',
    forth: 'Siguiente',
    rest: 'y está solo en la salida. Las neuronas ocultas no tienen y: todo lo que reciben es el único error, que los pesos llevan hacia atrás.',
    stage: (number, all, text) => `${number} de ${all}. ${text}`,
    compare: (outputs) => `Solo la salida se compara con y: ${list(outputs)}.`,
    error: (deltas) => `De ahí sale el error de la salida: ${list(deltas)}.`,
    carry: (parts) => `Los pesos lo llevan hacia atrás: ${list(parts)}.`,
    slope: (deltas) => `Cada neurona oculta, que no tiene una y propia, multiplica por su pendiente: ${list(deltas)}.`,
    inputs: (gradients) => `Por lo que entró, ese es el gradiente de este ejemplo: ${list(gradients)}.`,
    more: 'y así sucesivamente',
  },
  forward: {
    title: 'Hacia adelante: z, a y J de este ejemplo',
    more: (units) => `${plural(units, 'neurona más funciona', 'neuronas más funcionan')} igual que estas.`,
    mean: (examples, loss) => (examples === 1 ? '' : `La media de los ${count(examples)} ejemplos es J = ${loss}.`),
  },
  /** The panel is open from the beginning, and these words are needed then, too. */
  batches: batchesMessages,
  schedule: scheduleMessages,
};
