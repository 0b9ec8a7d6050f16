/** The lesson in Spanish: chapters 2 to 5. The two marks of a text are explained in en-lesson.js. */

/** @type {Readonly<Record<string, import('../en/lesson.js').ChapterTexts>>} */
export const chaptersTwoToFive = {
  gradients: {
    story: [
      'La neurona 1 suma z1 = w1\u00b7x1 + w2\u00b7x2 y responde a1 = \u03c3(z1). La neurona 3 es la salida.',
      'Cuando cambia w1, cambian z1, a1, z3, a3 y J. La [regla de la cadena](chain-rule) multiplica sus pendientes y da el [gradiente](gradient):',
      '\u2202J/\u2202w1 = \u2202J/\u2202a3 \u00b7 \u2202a3/\u2202z3 \u00b7 \u2202z3/\u2202a1 \u00b7 \u2202a1/\u2202z1 \u00b7 \u2202z1/\u2202w1',
      'Para w3 el camino pasa por la [neurona](neuron) 2. Aquí las dos neuronas tienen iguales los [pesos de entrada](incoming). Los [de salida](outgoing) difieren: w5 = {w5}, w6 = {w6}.',
    ],
    guess: {
      ask: 'Compara \u2202J/\u2202w1 con \u2202J/\u2202w3 al inicio. ¿Cuántos de los {factors} factores difieren?',
      options: { none: 'Ninguno: los datos son los mismos.', one: 'Uno.', all: 'Todos.' },
      replies: {
        none: 'Los datos son los mismos, pero el camino de vuelta a la neurona 1 pasa por w5, y el de la neurona 2 por w6.',
        one: 'Un factor distinto basta para que los productos sean distintos.',
        all: 'Al inicio casi todos los factores son iguales: el mismo x, el mismo a, la misma salida. Solo difieren w5 y w6.',
      },
    },
    run: {
      before: ['Empieza con w5 = {w5} y w6 = {w6}. Un solo factor es distinto. ¿Qué pasará con las neuronas?'],
      button: 'Entrenar',
      after: ['Bastó un [factor](factor) distinto: las neuronas se separan, y J baja a {apartLoss}.'],
    },
    contrast: {
      intro: ['Dos cadenas, factor junto a factor. Donde haya un hueco, escribe el número que falta.'],
      cases: {
        worked: {
          title: 'w1 frente a w3',
          about:
            'w1 y w3 reciben el mismo x1. Solo difiere {differing} factor: w5 no es w6. Eso hace que dos neuronas aprendan cosas distintas.',
        },
        half: {
          title: 'w1 frente a w2',
          about:
            'Dentro de una neurona, solo difiere el último factor: x1 no es x2. Por eso w1 y w2 de una misma neurona pueden aprender cosas distintas.',
        },
        alone: {
          title: 'w2 frente a w4',
          about: 'Difiere el peso de salida, no la entrada. Ya sabes leer todos los gradientes de esta red.',
        },
      },
      see: [],
    },
    explain: [
      'Los gradientes de dos neuronas solo pueden diferir donde w5 \u2260 w6, o donde a1 \u2260 a2. Los gradientes de dos pesos de una neurona difieren porque x1 \u2260 x2.',
      'Los dos primeros factores son de la salida. Son los mismos para las dos neuronas, siempre.',
    ],
    check: {
      ask: 'Ahora haz w5 = w6 y deja iguales los pesos de entrada. ¿Cuántos factores de \u2202J/\u2202w1 y \u2202J/\u2202w3 difieren?',
      options: { none: 'Ninguno.', one: 'Uno: el a de cada neurona.', depends: 'Depende del ejemplo.' },
      replies: {
        none: 'Todos los factores son iguales, así que los gradientes son iguales, y también el paso siguiente.',
        one: 'Con pesos de entrada iguales y el mismo x sale el mismo z, y por tanto el mismo a.',
        depends: 'Los factores cambian de un ejemplo a otro, pero en las dos neuronas de la misma manera.',
      },
    },
    play: [
      'La ejecución está abierta en el laboratorio. Pulsa Reiniciar. En «¿Por qué difieren los gradientes?» elige un peso en «Gradiente de» y mira cómo cambia su cadena con cada Paso.',
    ],
  },

  'stay-equal': {
    story: [
      'Quieres dos neuronas que sigan iguales para siempre, durante todo el entrenamiento. Esta red también tiene [sesgos](bias).',
      'Una respuesta muy repetida dice: basta con poner w5 = w6.',
    ],
    guess: {
      ask: '¿Qué debe ser igual al inicio para que las dos neuronas sigan iguales?',
      options: {
        outgoing: 'Los pesos de salida: w5 = w6.',
        incoming: 'Lo que entra: w1 = w3, w2 = w4, b1 = b2.',
        'all-parts': 'Las dos cosas: todo lo que entra, y w5 = w6.',
      },
      replies: {
        outgoing:
          'Esta es la mitad más repetida de la respuesta. Con pesos de entrada distintos difieren a1 y a2, y también los gradientes.',
        incoming: 'Esto es una mitad. Con w5 \u2260 w6 cada una recibe otros gradientes, y se separan en el primer paso.',
        'all-parts': 'Si falta cualquiera de ellas, las neuronas se separan.',
      },
    },
    run: {
      before: ['Elige qué es igual y entrena. Primero con todo igual. Después rompe las igualdades, una cada vez.'],
      button: 'Entrenar',
      after: ['Rompe una igualdad y entrena otra vez. ¿Hay alguna que no haga falta?'],
    },
    contrast: {
      intro: ['La respuesta más repetida frente a la completa:'],
      cases: {
        'only-outgoing': { title: 'Solo w5 = w6', about: 'los pesos de entrada difieren' },
        equal: { title: 'Todo igual', about: 'entrada, sesgos, salida' },
      },
      see: [
        'Solo con w5 = w6, la [distancia](distance) entre las neuronas crece de {startDistance} a {halfDistance}. Con todas las partes iguales es exactamente cero en los {steps} pasos.',
        'J también baja un poco con las gemelas: con sesgos, hasta una sola neurona aprende una parte de XOR.',
      ],
    },
    explain: [
      'Iguales ahora: gradientes iguales. Gradientes iguales: iguales en el paso siguiente. Y así, paso tras paso.',
      'Para que los gradientes sean iguales hacen falta todas las partes: pesos de entrada y sesgo iguales hacen a1 = a2, y w5 = w6 hace que sea igual el error que les vuelve.',
    ],
    check: {
      ask: 'Alguien te dice: «Puse w5 = w6. Ahora mis dos neuronas son gemelas.» ¿Qué respondes?',
      options: {
        enough: 'Sí, basta con pesos de salida iguales.',
        rounding: 'No, de todos modos las separa el redondeo.',
        'incoming-too': 'Solo si también son iguales los pesos de entrada y los sesgos.',
      },
      replies: {
        enough: 'Vuelve a «Prueba» e inténtalo: con pesos de entrada distintos, ni siquiera w5 y w6 siguen iguales.',
        rounding: 'Aquí cada neurona pasa por las mismas operaciones en el mismo orden, así que lo igual sigue igual en cada bit.',
        'incoming-too': 'Entonces todo en las dos neuronas es igual, y sigue siéndolo.',
      },
    },
    play: [
      'La ejecución de las gemelas está abierta en el laboratorio. En «Igualar, separar, mover apenas» apaga una de las igualdades, dale otro valor a la neurona 2 y pulsa Entrenar.',
    ],
  },

  bias: {
    story: [
      'Un [sesgo](bias) es un número que la neurona añade a su suma z. Es como un peso cuya entrada siempre es uno.',
      'Toma dos neuronas [gemelas](tied) y dale sesgos a la red: b1 y b2 para las neuronas ocultas, b3 para la salida.',
    ],
    guess: {
      ask: '¿Qué sesgos hacen distintas a las dos neuronas?',
      options: {
        any: 'Cualquier sesgo que no sea cero.',
        different: 'Solo los distintos: b1 no igual a b2.',
        never: 'Ninguno. Un sesgo nunca las separa.',
      },
      replies: {
        any: 'Un sesgo que las dos tienen en común trata igual a las dos. Y b3 es de la salida, que las dos comparten.',
        different: 'El sesgo es una cosa más que entra. Debe ser igual, como los otros pesos de entrada.',
        never: 'Con b1 \u2260 b2 difieren las sumas z1 y z2, así que difieren a1 y a2, y también los gradientes.',
      },
    },
    run: {
      before: ['Primero solo la salida recibe un sesgo: b3 = {bias}. Las neuronas ocultas empiezan con b1 = b2.'],
      button: 'Entrenar con b3 = {bias}',
      after: [
        'El sesgo de la salida también se aprende. Pero viene después de las dos neuronas, así que a las dos les dice lo mismo. Siguen siendo gemelas.',
      ],
    },
    contrast: {
      intro: ['Tres lugares para un sesgo de {bias}:'],
      cases: {
        output: { title: 'Solo la salida', about: 'b3 = {bias}' },
        equal: { title: 'Las dos neuronas', about: 'b1 = b2 = {bias}' },
        own: { title: 'Solo la neurona 1', about: 'b1 = {bias}, b2 = {noBias}' },
      },
      see: [
        'Solo el último las separa, y entonces J baja a {ownLoss}. Fíjate: los sesgos iguales se aprenden en cada paso, y siguen iguales.',
      ],
    },
    explain: [
      'Un sesgo separa a dos neuronas solo cuando es distinto en las dos.',
      'El sesgo no es la respuesta a la gran pregunta. Por sí solo ni hace gemelas ni las separa: lo que cuenta es si las dos son iguales.',
    ],
    check: {
      ask: 'Dos neuronas gemelas. ¿Qué cambio las separa?',
      options: {
        output: 'Dar un sesgo a la salida.',
        learned: 'Aprender b1 y b2, que empiezan iguales.',
        own: 'Poner b2 un poco mayor que b1.',
      },
      replies: {
        output: 'Las dos neuronas ven la misma salida, con su sesgo o sin él.',
        learned: 'Empiezan iguales y reciben gradientes iguales, así que siguen iguales en cada paso.',
        own: 'Ahora las dos tienen sumas distintas, así que a distintos y gradientes distintos.',
      },
    },
    play: [
      'La ejecución en la que la neurona 1 tiene un sesgo propio está abierta en el laboratorio. «¿Esto separa a las gemelas?» prueba muchos cambios, uno por uno: pulsa «Probar todo».',
    ],
  },

  zeros: {
    story: [
      'La [regresión logística](logistic-regression) es una red sin neuronas ocultas. Suele empezar con todos los pesos en cero, y aprende.',
      'Para una red con una [capa](layer) oculta se avisa: nunca empieces desde ceros. ¿Por qué esa diferencia? Probamos tres redes con [AND](and), todas desde ceros: regresión logística, una capa de [tanh](tanh) y una capa [sigmoide](sigmoid).',
    ],
    guess: {
      ask: '¿En cuáles de las tres se mueve algún peso? (Los sesgos no cuentan.)',
      options: {
        none: 'En ninguna: todo es cero.',
        logistic: 'Solo en la regresión logística.',
        two: 'En la regresión logística y en la capa sigmoide.',
        three: 'En las tres.',
      },
      replies: {
        none: 'Los pesos son cero, pero el error no, y x tampoco. A la regresión logística le basta con eso.',
        logistic: 'Casi. La capa sigmoide también se mueve: \u03c3(0) es {half}, no cero. Pero se mueve como una sola neurona.',
        two: 'Y se mueven de distinta manera: la regresión logística aprende con libertad, la capa sigmoide como una sola neurona.',
        three:
          'La capa de tanh no se mueve: tanh(0) = 0, así que cada peso recibe un gradiente de cero. Solo se mueve el sesgo de la salida.',
      },
    },
    run: {
      before: ['Primero la regresión logística: una neurona, todo en cero.'],
      button: 'Entrenar desde ceros',
      after: [
        'Aprende: J baja a {logisticLoss}. No hay una segunda neurona que pueda ser su gemela.',
        'Aquí w1 y w2 acaban iguales, pero solo porque AND trata igual a x1 y a x2. Nada los obliga: cada uno tiene su propio x.',
      ],
    },
    contrast: {
      intro: ['Tres redes, los mismos datos, todas desde ceros:'],
      cases: {
        logistic: { title: 'Regresión logística', about: 'las entradas van directo a la salida' },
        tanh: { title: 'Una capa de tanh', about: 'dos neuronas ocultas' },
        sigmoid: { title: 'Una capa sigmoide', about: 'dos neuronas ocultas' },
      },
      see: [
        'tanh: ningún peso se mueve nunca. J se queda en {stuckLoss}, lo que se logra dando siempre la misma respuesta. [ReLU](relu) hace lo mismo.',
        'sigmoide: los pesos se mueven y J baja, pero las dos neuronas son gemelas para siempre. AND solo necesita una neurona, así que aquí no molesta que sean gemelas. Con XOR sí.',
      ],
    },
    explain: [
      'La regresión logística puede empezar desde ceros porque no tiene una segunda neurona que sea su gemela, y cada uno de sus pesos tiene su propio x.',
      'El cero en sí no es el problema. Cualquier valor común hace gemelas a las neuronas de una capa: ceros, unos, lo que sea. Y desde ceros, los pesos de una capa de tanh o de ReLU no se mueven nada.',
    ],
    check: {
      ask: '¿Por qué la regresión logística puede empezar desde ceros?',
      options: {
        convex: 'Porque su pérdida es convexa.',
        'no-twin': 'No tiene gemela, y cada peso tiene su propio x.',
        small: 'Porque los pesos pequeños siempre son seguros.',
      },
      replies: {
        convex:
          'Su pérdida es [convexa](convex), pero esa no es la razón. Ser convexa quiere decir que no hay un segundo valle en el que acabar. Lo que importa aquí es que los pesos puedan volverse distintos: cada uno tiene su propio x.',
        'no-twin':
          'El gradiente no es cero, y cada peso sigue a su propio x. Con AND los dos pesos acaban iguales, pero solo porque AND trata igual a x1 y a x2.',
        small:
          'No se trata de que sean pequeños. En una capa oculta, las neuronas que empiezan con pesos pequeños e iguales siguen iguales.',
      },
    },
    play: [
      'La capa sigmoide desde ceros está abierta en el laboratorio. Elige los datos XOR y entrena. No se mueve ni un peso. (XOR tiene tantos unos como ceros entre sus respuestas, así que ni w5, ni w6, ni b3 reciben un empujón.)',
    ],
  },
};
