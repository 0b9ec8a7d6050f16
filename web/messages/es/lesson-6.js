/** The lesson in Spanish: chapters 6 to 10. The two marks of a text are explained in en-lesson.js. */

/** @type {Readonly<Record<string, import('../en/lesson.js').ChapterTexts>>} */
export const chaptersSixToTen = {
  blame: {
    story: [
      'La salida se compara con y: eso da el error a3 \u2212 y. Así que la salida sabe qué es lo correcto.',
      'Pero la neurona 1 está [oculta](hidden-neuron). Su respuesta a1 va solo a la salida.',
    ],
    guess: {
      ask: 'La neurona 1 también tiene que aprender. ¿De dónde sale su y?',
      options: {
        copy: 'Cada neurona recibe la misma y que la salida.',
        own: 'Cada neurona tiene su propia y.',
        nowhere: 'De ninguna parte. No tiene y.',
      },
      replies: {
        copy: 'y se usa en un solo lugar: en el error de la salida. Nada le pide a a1 que se parezca a y.',
        own: 'Nadie sabe cuánto debería valer a1. Hay una y para cada ejemplo, y una sola J para toda la red.',
        nowhere: 'Todo lo que recibe es su parte del único error, que vuelve a través de w5.',
      },
    },
    run: {
      before: ['Recorre el camino del error, paso a paso. El dibujo de la red muestra dónde está. Luego entrena.'],
      button: 'Entrenar',
      after: ['J bajó, aunque ninguna neurona oculta tiene una y propia.'],
    },
    contrast: {
      intro: [
        'Antes de entrenar: el mismo ejemplo, la misma y. Solo w5 tiene otro signo. Mira la [culpa](delta) que llega a la neurona 1:',
      ],
      cases: {
        plus: { title: 'w5 = {plus}', about: 'la neurona 1 empuja la salida hacia arriba' },
        minus: { title: 'w5 = {minus}', about: 'la neurona 1 empuja la salida hacia abajo' },
      },
      see: [
        'Con w5 = {plus} la culpa es {plusBlame}, con w5 = {minus} es {minusBlame}: la dirección contraria. Si la neurona 1 tuviera una y propia, w5 no podría cambiar eso.',
        'El error de la salida también es otro número, porque a3 depende de w5. Pero su signo es el mismo.',
      ],
    },
    explain: [
      'Una neurona oculta no tiene y: recibe el error de la salida, por su peso de salida, por su propia pendiente.',
      'Una y, una J, un error. Las neuronas de una capa no hablan entre sí, y ninguna tiene una pérdida propia.',
    ],
    check: {
      ask: 'Pon w5 en cero. ¿Cuánto vale la culpa de la neurona 1 en el primer paso?',
      options: { zero: 'Cero.', same: 'Lo mismo que antes.', half: 'Menos, pero no cero.' },
      replies: {
        zero: 'Por un peso de cero no vuelve nada, así que w1 y w2 se quedan quietos en este paso. Pero w5 se mueve, y entonces llega la culpa.',
        same: 'El error de la salida está ahí, pero tiene que volver por w5, y w5 es cero.',
        half: 'Se multiplica por w5. Cualquier cosa por cero es cero.',
      },
    },
    play: [
      'Una ejecución con w5 = {none} está abierta en el laboratorio. Pulsa Paso una vez y mira w1 y w2: están quietos. Pero w5 se ha alejado de cero. Luego pulsa Entrenar: ahora se mueven todos.',
    ],
  },

  order: {
    story: [
      'El [descenso de gradiente](gradient-descent) cambia cada peso: w nuevo = w viejo \u2212 \u03b1 \u00b7 \u2202J/\u2202w. Aquí \u03b1 es la [tasa de aprendizaje](learning-rate).',
      'Ahora hay dos capas. Y la cadena de w1 contiene w5, que también va a cambiar.',
    ],
    guess: {
      ask: 'En un paso, ¿cuándo cambia w5?',
      options: {
        'at-once': 'Al final: primero todos los gradientes con los pesos viejos, luego todos los cambios a la vez.',
        'output-first': 'Primero w5, y luego se calcula \u2202J/\u2202w1 con el w5 nuevo.',
        'hidden-first': 'Primero cambian los pesos ocultos, y luego se mira w5.',
      },
      replies: {
        'at-once': 'Todos los gradientes son de un mismo punto: los pesos viejos.',
        'output-first':
          'Este es un error de programación muy común. El número que sale mezcla dos puntos: no es la pendiente de J en los pesos viejos. La medición lo muestra.',
        'hidden-first': 'Entonces el gradiente de w5 sería de otros pesos que el de w1. Todos tienen que ser del mismo punto.',
      },
    },
    run: {
      before: ['Un paso en cámara lenta. Lee sus partes una por una y luego dalo.'],
      button: 'Dar este paso',
      after: ['Eso fue un paso. Las dos capas cambiaron juntas. El entrenamiento lo repite muchas veces.'],
    },
    contrast: {
      intro: [
        '¿Cuánto sube J con w1? Dos maneras de calcularlo, y un árbitro que no necesita la regla de la cadena: [mide](numeric-gradient).',
      ],
      cases: {
        right: { title: 'Primero todos los gradientes', about: 'usa el w5 viejo = {oldW5}' },
        bug: { title: 'El error: primero w5', about: 'usa el w5 nuevo = {newW5}' },
        referee: { title: 'El árbitro', about: 'w1 un poco hacia arriba y hacia abajo, J medida' },
      },
      see: [
        'El árbitro da la razón al primero. El error suele ser difícil de ver: la red sigue aprendiendo, pero sus pasos no son los del descenso de gradiente.',
      ],
    },
    explain: [
      'Un paso: hacia adelante, pérdida, hacia atrás con los pesos viejos, y entonces todos los pesos cambian a la vez.',
      'Un gradiente dice cuánto sube J en un punto. Si el punto cambia a mitad del cálculo, los números ya no encajan.',
    ],
    check: {
      ask: 'Un programa cambia primero w5 y luego calcula \u2202J/\u2202w1 con el w5 nuevo. ¿Qué tiene de malo?',
      options: {
        slower: 'Nada, solo es más lento.',
        'no-slope': 'Su número no es la pendiente de J en los pesos viejos.',
        fine: 'Nada, es incluso mejor: pesos más nuevos.',
      },
      replies: {
        slower: 'No es más lento. Es otro número: {bug} en lugar de {right}.',
        'no-slope': 'Mezcla dos puntos: a1 y a3 viejos con el w5 nuevo.',
        fine: 'La mitad de la cadena es del punto viejo y la otra mitad del nuevo. La medición no coincide con ella.',
      },
    },
    play: [
      'La ejecución está abierta en el laboratorio. En «¿Por qué difieren los gradientes?» elige un peso en «Gradiente de». «El paso siguiente» dice cómo se va a mover. Pulsa Paso y mira si lo hizo.',
    ],
  },

  seed: {
    story: [
      'Una computadora saca sus números al azar de una [semilla](seed). La misma semilla da los mismos números al azar.',
      'Dos estudiantes entrenan con la semilla {seed}. Han leído: «una semilla fija hace que todo sea igual».',
    ],
    guess: {
      ask: '¿Qué hace igual la misma semilla?',
      options: {
        neurons: 'Las neuronas: la neurona 1 se vuelve igual a la neurona 2.',
        runs: 'Las ejecuciones: los dos obtienen la misma red.',
        nothing: 'Nada: el azar es el azar.',
      },
      replies: {
        neurons:
          'La semilla fija toda la lista de números al azar. Pero cada peso toma su propio número de la lista, así que la neurona 1 y la neurona 2 empiezan distintas.',
        runs: 'La misma lista de números, el mismo entrenamiento, el mismo resultado. En él las dos neuronas son distintas.',
        nothing: 'Los números al azar de una computadora se repiten cuando la semilla es la misma. Para eso sirve la semilla.',
      },
    },
    run: {
      before: ['Entrena desde la semilla {seed}. Anota la [huella](fingerprint) de la ejecución.'],
      button: 'Entrenar desde la semilla {seed}',
      after: ['La semilla es fija, y aun así las dos neuronas acaban separadas por {distance}.'],
    },
    contrast: {
      intro: ['Hay dos preguntas. ¿Es la misma ejecución? ¿Y son iguales en ella las dos neuronas? Responden cuatro ejecuciones:'],
      cases: {
        first: { title: 'Semilla {seed}', about: 'una persona' },
        again: { title: 'Semilla {seed} otra vez', about: 'la otra persona' },
        other: { title: 'Semilla {otherSeed}', about: 'otro inicio' },
        equal: { title: 'Pesos iguales', about: 'sin ninguna semilla' },
      },
      see: [
        'La semilla responde a la primera pregunta. Los pesos iguales responden a la segunda.',
        'Buena práctica: empieza al azar, con una receta como [Glorot o He](good-start), y anota la semilla. Prueba varias, porque unos inicios acaban mejor que otros.',
      ],
    },
    explain: [
      'Una semilla hace que una ejecución se pueda repetir; los pesos iguales hacen iguales a las neuronas. Son dos cosas distintas.',
      'Dos entrenamientos que acaban con pesos distintos no tienen por qué ser un fallo: pueden venir de inicios distintos.',
    ],
    check: {
      ask: 'Tu docente quiere obtener exactamente tu resultado. ¿Qué haces?',
      options: {
        'equal-weights': 'Empezar con pesos iguales.',
        record: 'Empezar al azar y anotar la semilla.',
        'no-seed': 'Empezar al azar sin semilla: todos los inicios acaban igual.',
      },
      replies: {
        'equal-weights': 'Se podría repetir, pero tus neuronas serían gemelas, y la capa actuaría como una sola neurona.',
        record: 'Las neuronas son distintas, y la ejecución se puede repetir hasta el último bit.',
        'no-seed': 'Entonces nadie puede repetirlo, ni siquiera tú.',
      },
    },
    play: [
      'La ejecución de la semilla {seed} está abierta en el laboratorio. «Muchas semillas: ¿es suerte?» entrena la misma red con muchas semillas: pulsa «Entrenarlas todas».',
    ],
  },

  'how-many': {
    story: [
      'Granos de café: {examples} tostados, cada uno con una temperatura y una duración. Son buenos los que tienen calor suficiente, duración suficiente, y no demasiado de ambos a la vez. Eso son tres fronteras.',
      'Tomamos seis neuronas ocultas. Pero las seis empiezan iguales: son [gemelas](tied).',
    ],
    guess: {
      ask: 'Seis neuronas gemelas pueden hacer tanto como\u2026',
      options: { six: '\u2026seis neuronas: son seis.', three: '\u2026tres neuronas: algunas se perderán.', one: '\u2026una neurona.' },
      replies: {
        six: 'Son seis, pero las seis dan el mismo a en cada ejemplo. A la salida le llega seis veces el mismo número.',
        three: 'Ninguna puede volverse distinta de las otras, así que tampoco son tres.',
        one: 'La capa [vale](effective-width) lo que una neurona.',
      },
    },
    run: {
      before: ['Entrena las seis neuronas gemelas con los datos del café.'],
      button: 'Entrenar seis gemelas',
      after: ['Las seis siguen iguales. Lo mejor que logran seis gemelas, en {seeds} inicios: el {tiedShare} de los ejemplos.'],
    },
    contrast: {
      intro: [
        'Ahora con otros números de neuronas, cada uno desde {seeds} inicios al azar, {steps} pasos cada vez. ¿Cuántas veces acierta la red en todos los ejemplos?',
      ],
      cases: {
        one: { title: 'Una neurona', about: '' },
        two: { title: 'Dos neuronas', about: '' },
        three: { title: 'Tres neuronas', about: '' },
        six: { title: 'Seis neuronas', about: '' },
        tied: { title: 'Seis neuronas gemelas', about: '' },
        and: { title: 'AND con una neurona', about: '' },
      },
      see: [
        'Tres neuronas, una por frontera, lo logran en {threeSolved} de {seeds} inicios. Seis lo logran en los {sixSolved}. Seis gemelas llegan al {tiedShare}, igual que una sola.',
        'No siempre hacen falta más: AND tiene una frontera, y una neurona oculta la aprende, hasta J = {andLoss}.',
      ],
    },
    explain: [
      'Más neuronas ayudan solo en la medida en que son distintas: las gemelas cuentan como una.',
      'Cuántas necesitas depende de los datos. Y con las justas, un inicio puede fallar: con tres, algunos fallaron.',
    ],
    check: {
      ask: 'Una capa tiene seis neuronas: las tres primeras son gemelas, las tres últimas son gemelas. ¿Como cuántas neuronas actúa?',
      options: { wide: 'Como seis.', groups: 'Como dos.', steps: 'Depende de cuánto entrenes.' },
      replies: {
        wide: 'Dentro de cada grupo todas las neuronas dan el mismo número.',
        groups: 'Cuenta los grupos de gemelas.',
        steps: 'Las gemelas siguen siendo gemelas, entrenes lo que entrenes.',
      },
    },
    play: [
      'Tres neuronas con los datos del café están abiertas en el laboratorio. Pulsa «Nuevo inicio al azar» y Entrenar unas cuantas veces. O deja que lo haga «Muchas semillas».',
    ],
  },

  roles: {
    story: [
      'Tres neuronas aprendieron los datos del café. Cada una encontró una de las tres fronteras: demasiado frío, demasiado corto, demasiado de ambos.',
      'Para cada neurona podemos dibujar dónde responde con fuerza: una [imagen](heat-map) sobre temperatura y duración.',
    ],
    guess: {
      ask: 'Entrena una vez más, desde otra semilla. ¿La neurona 1 vuelve a encontrar la misma frontera?',
      options: {
        same: 'Sí: los datos son los mismos.',
        other: 'No siempre: los trabajos pueden tocarles a otras neuronas.',
        random: 'No: cada vez encuentra algo nuevo.',
      },
      replies: {
        same: 'Los tres trabajos vuelven, porque los datos los piden. Pero quién hace cada uno depende del inicio.',
        other: 'Los mismos tres trabajos, repartidos entre otras neuronas.',
        random: 'Los datos piden tres fronteras, y las buenas ejecuciones encuentran esas tres. Solo cambia quién encuentra cuál.',
      },
    },
    run: {
      before: ['Entrena desde la semilla {seed}. Luego miramos dentro de las neuronas.'],
      button: 'Entrenar desde la semilla {seed}',
      after: ['Acierta en todos los ejemplos. Ahora mira qué hace cada neurona.'],
    },
    contrast: {
      intro: [
        'Dónde responde con fuerza cada neurona, desde dos semillas. La temperatura crece hacia la derecha, la duración hacia arriba. Los cuadrados llenos son buenos tostados; los círculos vacíos, malos.',
      ],
      cases: {
        first: { title: 'Semilla {seed}', about: '' },
        other: { title: 'Semilla {otherSeed}', about: '' },
        swapped: { title: 'Semilla {seed}, con las neuronas 1 y 2 intercambiadas', about: '' },
        demand: { title: 'Otro problema: ¿qué camisetas se venden bien?', about: '' },
      },
      see: [
        'Las mismas fronteras, otras neuronas. Da igual qué lado tiene color: el peso de salida puede tener cualquier signo. Y cuando las neuronas 1 y 2 se intercambian al inicio, se intercambian sus imágenes, y J es la misma salvo el redondeo.',
        'Con cuatro entradas no hay un plano donde dibujar, así que se colorean los pesos mismos. Una neurona puede fijarse en el precio y el envío. Puedes llamarla «asequibilidad». Pero ese nombre es nuestro. La red no lo conoce.',
      ],
    },
    explain: [
      'Qué neurona hace qué trabajo lo decide el inicio; intercambiar neuronas no cambia ninguna respuesta de la red, salvo el redondeo.',
      'Nada garantiza que dos neuronas aprendan cosas distintas. Un inicio distinto solo lo hace posible. A veces dos hacen casi lo mismo.',
    ],
    check: {
      ask: 'En tu ejecución la neurona 1 hace lo que hace la neurona 2 en la de otra persona. J es la misma. ¿Qué pasó?',
      options: {
        name: 'Alguien cometió un error.',
        guarantee: 'Una neurona es mejor que la otra.',
        swap: 'Nada especial: es el mismo equipo en otro orden.',
      },
      replies: {
        name: 'Las dos redes dan las mismas respuestas. Los números de las neuronas no significan nada.',
        guarantee: 'Hacen falta los dos trabajos. No hay una neurona mejor, solo un equipo mejor.',
        swap: 'No hay una neurona mejor, solo un equipo mejor, en cualquier orden. Tres neuronas tienen {orders} órdenes.',
      },
    },
    play: [
      'Las camisetas están abiertas en el laboratorio, con «¿Qué aprendió cada neurona?». Prueba otras semillas y busca un nombre para cada neurona. El nombre es tuyo.',
    ],
  },
};
