/** Los textos de las figuras beads, plane, piles, signal y curves, en español. */

import { countFormatter, formatDifference, formatExact, formatFigure, listFormatter } from '../../base/format.js';
import { breaksMessages } from './breaks.js';
import { kindMessages } from './kinds.js';

const count = countFormatter('es');
const list = listFormatter('es');
/** @type {(value: number, digits?: number) => string} */
const short = (value, digits = 3) => {
  const rounded = Number(value.toPrecision(digits));
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4);
  return digits < 3 && isPlain ? formatExact(rounded).replace('-', '\u2212') : formatDifference(rounded);
};

/** @typedef {import('../en/more-figures.js').FactorPair} FactorPair */

/** @type {(factor: import('../en/more-figures.js').Factor) => string} */
const factorText = ({ symbol, value, from }) => `${symbol} = ${from === '1' ? '' : `${from} = `}${formatFigure(value)}`;

/** @type {(names: readonly string[], numbers: readonly number[]) => string} */
const gradients = (names, numbers) => list(names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(numbers[at])}`));

/** @type {import('../en/more-figures.js').MoreFiguresMessages} */
export const moreFiguresMessages = {
  beads: {
    from: (names) => `de ${names}`,
    fromShort: (names) => `de ${names}`,
    weight: 'Camino a',
    against: 'junto a',
    factor: 'el factor',
    compared: 'comparación',
    equal: 'iguales',
    differs: 'distintos',
    product: (example) => `producto, ejemplo ${count(example)}`,
    meanOf: (examples) => `media de ${count(examples)} ejemplos`,
    mean: 'media',
    examples: 'Ejemplo',
    example: (example) => `ejemplo ${count(example)}`,
    exampleLabel: (example, inputs) =>
      `Ejemplo ${count(example)}: ${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))}`,
    drag: (weight) => `${weight}: arrástralo, o usa las teclas de flecha`,
    words: ({ names, example, factors, products, means }) => {
      const same = factors.filter(({ first, second }) => second === null || first.symbol === second.symbol);
      const pairs = factors.filter(({ first, second }) => second !== null && first.symbol !== second.symbol);
      const equal = pairs.filter(({ first, second }) => first.value === second?.value);
      const different = pairs.filter(({ first, second }) => first.value !== second?.value);
      /** @type {(some: readonly FactorPair[]) => string} */
      const both = (some) =>
        list(some.map(({ first, second }) => [first, second].flatMap((one) => (one ? [factorText(one)] : [])).join('; ')));
      return [
        `La regla de la cadena desde J hasta ${list(names)}, en el ejemplo ${count(example)}.`,
        ...(same.length === 0
          ? []
          : [`${names.length > 1 ? 'Comparten' : 'Los factores:'} ${list(same.map(({ first }) => factorText(first)))}.`]),
        ...(equal.length === 0 ? [] : [`Unidos, porque son iguales: ${both(equal)}.`]),
        ...(different.length === 0 ? [] : [`Brillan, porque son distintos: ${both(different)}.`]),
        `Multiplicados: ${gradients(names, products)}. La media de todos los ejemplos: ${gradients(names, means)}.`,
      ].join(' ');
    },
  },
  plane: {
    dataWords: kindMessages.dataWords,
    notTwo: 'No hay plano que dibujar: la red no tiene dos características.',
    tiles: 'Los mapas de las neuronas, que se suman',
    map: 'mapa',
    lowest: 'mínimo',
    highest: 'máximo',
    times: 'por',
    answer: 'la respuesta',
    neuron: (number) => `neurona ${number}`,
    factor: (value, isShort) => `\u00d7 ${short(value, isShort ? 2 : 3)}`,
    bias: (bias, more) =>
      [...(more > 0 ? [`y ${count(more)} más`] : []), ...(bias === null ? [] : [`+ ${bias.name} (${short(bias.value)})`])].join(' '),
    tile: (number, weight, value) => `Neurona ${number}, por ${weight} = ${short(value)}. Elígela y luego otra para intercambiarlas.`,
    right: (right, total) => `${count(right)} de ${count(total)} bien`,
    baseline: ({ answer, right }, total) => `decir siempre ${['círculo', 'cuadrado'][answer]}: ${count(right)} de ${count(total)}`,
    swapped: (numbers, change) =>
      `Intercambiadas ${list(numbers)}. ${change === 0 ? 'La respuesta no cambia, ni en el último bit.' : change < 1e-9 ? `La respuesta no cambia, salvo por redondeo (${formatDifference(change)}).` : `La respuesta cambia hasta en ${formatDifference(change)}.`}`,
    words: ({ features, right, total, baseline, neurons, isDivided }) =>
      [
        `Lo que responde la red sobre el plano de ${list(features)}.`,
        ...(right === null
          ? []
          : [
              `${count(right)} de ${count(total)} ejemplos están bien${baseline === null ? '' : `; decir siempre ${baseline.answer} acertaría ${count(baseline.right)}`}.`,
            ]),
        ...neurons.map(
          ({ number, min, max, weight, outgoing }, at) =>
            `Neurona ${number}, por ${weight} = ${short(outgoing)}: ${isDivided[at] ? 'su frontera cruza el dibujo' : 'sin frontera en el dibujo'}, de ${short(min)} a ${short(max)}.`,
        ),
      ].join(' '),
  },
  piles: {
    pile: { stays: 'Siguen gemelas', breaks: 'Se separan' },
    put: { stays: 'Siguen gemelas', breaks: 'Se separan' },
    open: 'Abrir esta ejecución',
    cards: {
      nothing: 'Nada: solo entrenar',
      incoming: 'Otro peso de entrada',
      bias: 'Un sesgo propio',
      outgoing: 'Otro peso de salida',
      'output-bias': 'Un sesgo en la salida',
      'mini-batches': 'Minilotes',
      momentum: 'Momento',
      adam: 'Adam',
      l2: 'Penalización L2',
      dropout: 'Dropout aleatorio',
      'gradient-noise': 'Ruido en los gradientes',
      'unit-learning-rate': 'Una aprende más despacio',
      'frozen-weight': 'Un peso congelado',
      'one-ulp': 'Un último bit',
      seed: 'Un inicio al azar',
    },
    changes: breaksMessages.changes,
    what: {
      'mini-batches': 'Un paso mira unos pocos ejemplos y el siguiente mira otros.',
      momentum: 'Una parte del paso anterior se suma al siguiente.',
      adam: 'Los pasos se escalan con el tamaño de los gradientes pasados, con una regla igual para cada peso.',
      l2: 'Un paso también acerca los pesos un poco a cero.',
      dropout: 'En un paso se dejan fuera algunas neuronas, sacadas al azar.',
    },
    why: {
      nothing: 'Pesos iguales reciben gradientes iguales.',
      incoming: 'Otro peso de entrada da otra z, y por eso otra a.',
      bias: 'Su propio sesgo da otra z.',
      outgoing: 'El error vuelve por este peso.',
      'output-bias': 'Se suma detrás de las dos neuronas.',
      'mini-batches': 'Las dos ven el mismo lote.',
      momentum: 'Gradientes iguales dan un momento igual.',
      adam: 'Los gradientes iguales se escalan por igual.',
      l2: 'Tira igual de los pesos iguales.',
      dropout: 'Deja fuera a una y a la otra no, por azar.',
      'gradient-noise': 'A cada peso le toca su propio número al azar.',
      'unit-learning-rate': 'Gradientes iguales, pasos de distinto tamaño.',
      'frozen-weight': 'Su gemelo sigue sin él.',
      'one-ulp': 'Es la menor diferencia que hay. Puede crecer; cuánto depende de la tarea y de los pasos.',
      seed: 'A cada peso le toca su propio número al azar.',
    },
    told: (change, result, why) => `${change && `${change}. `}¿Rompe la igualdad? ${breaksMessages.verdict(result)} ${why}`,
    sorted: (sorted, all) => (sorted === all ? `Las ${count(all)} están repartidas.` : `${count(sorted)} de ${count(all)} repartidas.`),
    running: (done, all) => `${count(done)} de ${count(all)} ejecuciones vistas.`,
    score: (right, guessed, { apart, near, tied }) =>
      `${guessed === 0 ? '' : `Acertaste ${count(right)} de ${count(guessed)}${right === guessed ? '' : '; una \u2717 marca lo que pusiste en el otro montón'}. `}${breaksMessages.done(apart, near, tied)}`,
    chip: (name, isRight, guess, isSorting) =>
      isSorting
        ? `${name}: recogerla`
        : isRight === null
          ? name
          : isRight
            ? `${name}: acertaste`
            : `${name}: dijiste que ${guess === 'stays' ? 'siguen gemelas' : 'se separan'}`,
    wordsSorting: ([stays, breaks], left) =>
      `Cartas en dos montones. Siguen gemelas: ${stays.length === 0 ? 'ninguna' : list(stays)}. Se separan: ${breaks.length === 0 ? 'ninguna' : list(breaks)}. Quedan ${count(left)} por repartir.`,
    wordsTold: ([stays, breaks], score) =>
      `Lo que dicen las ejecuciones. Siguen gemelas: ${stays.length === 0 ? 'ninguna' : list(stays)}. Se separan: ${breaks.length === 0 ? 'ninguna' : list(breaks)}. ${score}`,
    head: ['la única cosa que cambia', 'tu montón', '¿se separan?', 'primer bit distinto', 'distancia final'],
    cells: (result) => [breaksMessages.verdict(result), breaksMessages.parted(result.parted), breaksMessages.distance(result.distance)],
  },
  signal: {
    play: 'Reproducir',
    pause: 'Pausa',
    back: 'Paso atrás',
    forth: 'Otro paso',
    another: 'Otro ejemplo',
    neuron: 'neurona',
    rest: (example) => `Ejemplo ${count(example)}. Sus características, las x, están al principio.`,
    stage: (number, all, text) => `${number} de ${all}. ${text}`,
    stages: {
      forward: ({ isFirst, isLast }) =>
        isFirst
          ? `Todas las neuronas de esta capa reciben las mismas características.${isLast ? ' Esta ya es la salida.' : ''}`
          : `Lo que responden las neuronas, su a, sigue ${isLast ? 'hasta la salida' : 'a la capa siguiente'}.`,
      compare: () => 'La respuesta se compara con y, la correcta.',
      error: ({ units }) =>
        units === 1
          ? 'De ahí sale un error, \u03b4 (delta). Vuelve hacia atrás.'
          : 'De ahí sale un error por salida, \u03b4 (delta). Vuelven hacia atrás.',
      carry: () => 'Cada peso devuelve el error multiplicado por sí mismo. La bola lleva el signo del error.',
      slope: () => 'Ese error, por la pendiente de a sobre z, es el \u03b4 propio de la neurona.',
      gradients: () => 'El \u03b4 de una neurona, por lo que entró por un peso, es el gradiente de ese peso.',
    },
    words: (sentence, neurons) =>
      [
        sentence,
        ...neurons.flatMap(({ number, a, delta }) =>
          a === null ? [] : [`a${number} = ${formatFigure(a)}${delta === null ? '' : `, \u03b4${number} = ${formatFigure(delta)}`}.`],
        ),
      ].join(' '),
  },
  keep: {
    save: 'Guardar la imagen',
    saved: 'Guardada como twin-neurons.png.',
    notSaved: 'Este navegador no hizo la imagen. Haz una captura de pantalla.',
    copy: 'Copiar el enlace',
    copied: 'Copiado.',
    copyRefused: 'El enlace está seleccionado: cópialo a mano.',
    answers: 'Tus respuestas de todos los capítulos, para tu docente:',
    name: 'Tu nombre',
    saveAnswers: 'Guardar mis respuestas',
    saveTable: 'Guardarlas como tabla',
    answersFile: 'respuestas',
    columns: {
      name: 'nombre',
      chapter: 'capítulo',
      done: 'hecho',
      guess: 'conjetura',
      answers: 'respuestas',
      score: 'puntos',
      yes: 'sí',
      no: 'no',
    },
  },
  curves: {
    locale: 'es',
    steps: 'pasos',
    step: 'paso',
    zero: 'exactamente 0: gemelas',
    /** Titles of value axes. */
    weights: 'pesos',
    distance: 'distancia (log)',
    draw: 'Dibuja tu predicción',
    words: ({ title, curves, asks, guess }) =>
      [
        `Curvas a lo largo de los pasos: ${title}.`,
        ...curves.map(({ name, from, to }) => `${name} va de ${short(from)} a ${short(to)}.`),
        ...(asks ? ['Una curva más queda oculta hasta que la predigas.'] : []),
        ...(guess === null ? [] : [`Tu predicción va de ${short(guess.from)} a ${short(guess.to)}.`]),
      ].join(' '),
  },
};
