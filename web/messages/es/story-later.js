/** The story's chapters after the first one, in Spanish; story.js says what they are made of. */

/** @type {Readonly<Record<string, import('../en/story.js').ChapterTexts>>} */
export const laterStoryChapters = {
  gradients: {
    runs: {},
    steps: {
      signal: {
        during: 'Un ejemplo avanza; después su error vuelve.',
        caption:
          'Hacia delante: cada neurona multiplica lo que entra por sus pesos, lo suma (z) y responde a = [\u03c3(z)](sigmoid). La última respuesta se compara con y, la correcta: eso es [J](loss). Después el único error vuelve por las mismas líneas.',
        go: 'Un peso es distinto',
      },
      guess: {
        caption:
          'Todo es igual, pero w5 vale {changed} y w6 vale {equalW}. El [gradiente](gradient) de w1 es un producto de {factors} [factores](factor), uno por tramo del camino desde J. El de w3 también.',
        go: 'Mirar los factores',
        ask: {
          ask: '¿Cuántos de los {factors} factores son distintos entre w1 y w3?',
          options: { none: 'Ninguno: los datos son los mismos.', one: 'Uno.', all: 'Todos.' },
          replies: {
            none: 'El camino de vuelta a la neurona 1 pasa por w5; el de la neurona 2, por w6.',
            one: 'Un factor distinto hace distintos los productos.',
            all: 'La misma x, la misma a, la misma salida: solo w5 y w6 son distintos.',
          },
        },
      },
      beads: {
        caption:
          'Cada cuenta es un factor: cuánto mueve un número al siguiente. Su producto de J a w1 es el gradiente de w1. Las compartidas son una sola; las iguales, unidas. Brillan las que difieren: primero w5, w6. Arrástralas. Flechas: el gradiente de cada ejemplo.',
        go: '¿Y dentro de una neurona?',
      },
      inside: {
        caption:
          'w1 y w2 son de una misma neurona. Comparten todas las cuentas menos la última: x1 \u2260 x2. Por eso dos pesos de una neurona pueden aprender cosas distintas, si la tarea lo pide.',
        go: '¿Y los pesos de la salida?',
      },
      mean: {
        caption:
          'w5 y w6 tienen {outer} cuentas. Al inicio a1 = a2: son iguales. Una flecha es el gradiente de un ejemplo: puede ir a un lado y la media al otro. El paso va contra la media: w\u00a0\u2212\u00a0[\u03b1](learning-rate)\u00a0\u00b7\u00a0media.',
        go: 'Una pregunta',
      },
      check: {
        caption: 'Ahora w5 = w6, y los pesos de entrada también son iguales.',
        go: 'Pregunta siguiente',
        ask: {
          ask: '¿Cuántos factores de w1 y w3 pueden ser distintos ahora?',
          options: { none: 'Ninguno.', one: 'Uno: la a de cada neurona.', depends: 'Depende del ejemplo.' },
          replies: {
            none: 'Todos los factores son iguales; los gradientes también, y el paso siguiente.',
            one: 'Pesos de entrada iguales y la misma x dan la misma z, y la misma a.',
            depends: 'Los factores cambian de un ejemplo a otro, pero igual para las dos neuronas.',
          },
        },
      },
    },
  },
  ties: {
    runs: { outgoing: 'solo w5 = w6', incoming: 'solo los de entrada', equal: 'todo igual', hair: 'millonésima' },
    steps: {
      sort: {
        caption:
          'Dos neuronas [gemelas](tied). Cada tarjeta cambia una cosa. ¿Rompe la igualdad? Ordena cuantas quieras, arrastrando o con los dos botones.',
        go: 'Probarlas todas',
      },
      told: {
        during: 'Se prueba cada cambio, en la misma red.',
        caption:
          'Se probó cada cambio. Lo que reciben por igual las deja gemelas: lotes, Adam, el [sesgo](bias) de salida. Lo que da a una algo propio las separa; un [bit](bit) sigue demasiado pequeño para verse (\u2248). Toca una tarjeta: dice por qué.',
        go: '¿Cuánto se separan?',
      },
      draw: {
        caption:
          'Otra vez dos neuronas gemelas, pero w1 de la neurona 1 es una millonésima mayor: el punto en el eje. El gráfico mostrará cuánto se separan.',
        go: 'Ver',
        ask: {
          ask: '¿Qué pasa con la diferencia? Dibújalo en el gráfico, o elige.',
          options: { rises: 'Crece.', stays: 'Sigue igual de pequeña.', falls: 'El entrenamiento la borra.' },
          replies: {
            rises: 'Al principio, cada paso la multiplica.',
            stays: 'Al principio, cada paso la agranda: ser gemelas es una cresta, no un valle.',
            falls: 'En esta prueba nada vuelve a juntar a las neuronas.',
          },
        },
      },
      grown: {
        during: 'Los pasos avanzan hacia la derecha.',
        caption:
          'El eje es logarítmico: una línea recta hacia arriba significa que cada paso multiplica la diferencia. Tras {hairSteps} pasos las neuronas están a {hairEnd}. La rapidez depende de la tarea: en algunas se acaba de aprender antes de que crezca.',
        go: '¿Basta con w5 = w6?',
      },
      half: {
        during: 'Tres inicios, un mismo reloj.',
        caption:
          'Solo los [pesos de salida](outgoing) iguales: se separan. Solo los [de entrada](incoming) iguales: se separan. Solo con los dos iguales siguen gemelas los {steps} pasos. Poner w5 = w6 es media respuesta.',
        go: 'Una pregunta',
      },
      check: {
        caption: '',
        go: 'Pregunta siguiente',
        ask: {
          ask: 'Un amigo dice: «Puse w5 = w6. Ahora mis dos neuronas son gemelas».',
          options: {
            enough: 'Sí, con eso basta.',
            rounding: 'No, el redondeo las separa de todos modos.',
            'incoming-too': 'Solo si los pesos de entrada también son iguales.',
          },
          replies: {
            enough: 'Mira la primera prueba: w5 y w6 ni siquiera siguen iguales.',
            rounding: 'Aquí cada neurona pasa por las mismas operaciones en el mismo orden: lo igual sigue igual en cada bit.',
            'incoming-too': 'Pesos de entrada, sesgo y pesos de salida: todos.',
          },
        },
      },
    },
  },
  zeros: {
    runs: { logistic: 'sin capa oculta', tanh: 'neuronas tanh', sigmoid: 'neuronas sigmoide' },
    steps: {
      guess: {
        caption:
          'Tres redes deben aprender [AND](and). Sus pesos y [sesgos](bias) empiezan en {zero}. La primera es una [regresión logística](logistic-regression): sin [neuronas ocultas](hidden-neuron). Las otras tienen dos, con [tanh](tanh) o con [sigmoide](sigmoid).',
        go: 'Entrenar las tres',
        ask: {
          ask: '¿Cuáles de estas redes aprenden desde cero?',
          options: {
            none: 'Ninguna: cero es cero.',
            logistic: 'Solo la regresión logística.',
            two: 'Dos de las tres.',
            three: 'Las tres.',
          },
          replies: {
            none: 'Dos de ellas aprenden la tarea.',
            logistic: 'Las neuronas sigmoide también aprenden la tarea.',
            two: 'Aprenden la regresión logística y las neuronas sigmoide; las tanh no se mueven.',
            three: 'Las neuronas tanh no se mueven.',
          },
        },
      },
      race: {
        during: 'Un mismo reloj para las tres.',
        caption:
          'La regresión logística aprende. Los pesos tanh nunca salen de cero. Los sigmoide se mueven, pero como una sola neurona: siguen siendo gemelas.',
        go: '¿Por qué tanh no se mueve?',
      },
      stuck: {
        caption:
          'tanh({zero}) es {zero}, su tono medio: ambas neuronas responden {zero} y sus pesos [de salida](outgoing) no reciben gradiente. Estos son {zero}: a los de entrada no vuelve error. Solo se mueve el sesgo de la salida. {stuckRight} de {examples}: lo que da responder siempre \u00abcírculo\u00bb.',
        go: '¿Por qué sigmoide sí?',
      },
      moves: {
        during: 'Los dos mapas cambian como uno.',
        caption:
          'La sigmoide de {zero} es {half}. Por eso los pesos de salida se mueven en el primer paso, los dos igual. Desde ahí aprenden todos, y las neuronas siguen siendo gemelas.',
        go: '¿Y la regresión logística?',
      },
      learns: {
        during: 'Dos pesos, una salida.',
        caption:
          'Una salida: no hay otra neurona de la que ser gemela. Cada peso tiene su variable, x1 o x2. AND trata igual a las dos y aquí los pesos acaban iguales; nada los ata.',
        go: 'Una pregunta',
      },
      check: {
        caption: '',
        go: 'Pregunta siguiente',
        ask: {
          ask: 'Entonces, ¿por qué los ceros no le cuestan nada a la regresión logística?',
          options: {
            convex: 'Su pérdida es convexa.',
            'no-twin': 'No tiene neuronas ocultas que puedan ser gemelas.',
            small: 'Tiene pocos pesos y pequeños.',
          },
          replies: {
            convex: 'Es verdad, pero no es la razón: lo que el cero hace en las neuronas ocultas lo hace con cualquier forma de J.',
            'no-twin':
              'Hay una sola neurona, y cada peso suyo tiene su propia variable. Las ocultas pagan: tanh no se mueve y dos sigmoides siguen siendo una: basta para AND, no para XOR.',
            small: 'La red tanh también tiene pocos pesos, e igual de pequeños.',
          },
        },
      },
    },
  },
  blame: {
    runs: {},
    steps: {
      guess: {
        caption: 'La salida tiene una respuesta correcta, y. Las dos neuronas ocultas están en medio de la red.',
        go: 'Ver',
        ask: {
          ask: '¿De dónde sale la y de una neurona oculta?',
          options: { copy: 'Recibe una copia de la y de la salida.', own: 'Tiene una y propia en los datos.', nowhere: 'No tiene y.' },
          replies: {
            copy: 'Nada compara su a con y.',
            own: 'Los datos tienen una y por ejemplo, para la salida.',
            nowhere: 'No la necesita.',
          },
        },
      },
      back: {
        during: 'Adelante, comparar, atrás.',
        caption:
          'Hay una sola y, en la salida, y un solo [error](delta). Vuelve por las líneas: por w5 a la neurona 1, por w6 a la neurona 2. Por un peso negativo cambia de signo. En las líneas están ahora los [gradientes](gradient).',
        go: 'Una red más profunda',
      },
      order: {
        caption: 'Aquí hay dos capas ocultas. Cada peso va a cambiar un paso.',
        go: 'Ver',
        ask: {
          ask: '¿Qué pesos cambian primero?',
          options: {
            'at-once': 'Todos a la vez.',
            'output-first': 'Los de la salida, y luego hacia atrás.',
            'hidden-first': 'Los de la primera capa, y luego hacia delante.',
          },
          replies: {
            'at-once': 'Todos los gradientes se calculan con los números viejos; después cambian todos los pesos.',
            'output-first': 'El error vuelve en este orden, pero ningún peso cambia por el camino.',
            'hidden-first': 'El ejemplo avanza en este orden, pero ningún peso cambia por el camino.',
          },
        },
      },
      deep: {
        during: 'Adelante, comparar, atrás por dos capas.',
        caption:
          'Una neurona recibe de vuelta el error por todas las líneas que salen de ella, sumado. Primero se calculan todos los gradientes con los pesos viejos. Después cambian todos a la vez.',
        go: 'Una pregunta',
      },
      check: {
        caption: '',
        go: 'Pregunta siguiente',
        ask: {
          ask: '¿Qué error recibe la neurona 1 si w5 vale {zero}?',
          options: { zero: 'Ninguno.', same: 'El mismo que la salida.', half: 'La mitad.' },
          replies: {
            zero: 'El error se multiplica por w5 en su camino de vuelta.',
            same: 'En el camino de vuelta el error se multiplica por w5.',
            half: 'Los errores no se reparten: cada camino multiplica por su propio peso.',
          },
        },
      },
    },
  },
  seed: {
    runs: { first: 'semilla {seed}', again: 'semilla {seed} otra vez', other: 'semilla {otherSeed}', equal: 'pesos iguales, sin semilla' },
    steps: {
      guess: {
        caption:
          'Un ordenador saca números al azar de una semilla. Aquí hay una red cuyos pesos aún no se han sacado: saldrán de la semilla {seed}. Los de una segunda red saldrán de la misma semilla.',
        go: 'Entrenar las dos',
        ask: {
          ask: '¿Qué hace igual la misma semilla?',
          options: { neurons: 'Las dos neuronas de una red.', runs: 'Los dos entrenamientos.', nothing: 'Nada: el azar es azar.' },
          replies: {
            neurons: 'Cada peso es el siguiente número al azar, así que las neuronas de una red empiezan distintas.',
            runs: 'La misma lista de números, el mismo entrenamiento, el mismo resultado.',
            nothing: 'La misma semilla da la misma lista de números.',
          },
        },
      },
      twice: {
        during: 'La misma lista de números al azar, dos veces.',
        caption:
          'El mismo entrenamiento dos veces, igual hasta el último bit. Pero en cada uno las dos neuronas son distintas: los {examples} bien.',
        go: 'Otra semilla',
      },
      other: {
        during: 'Semilla {seed} junto a semilla {otherSeed}.',
        caption:
          'Otra [semilla](seed), otra lista de números. Otros mapas, otros pesos, y la tarea también se resuelve. Que dos entrenamientos acaben con pesos distintos no tiene por qué ser un error.',
        go: 'Sin semilla, pesos iguales',
      },
      equal: {
        during: 'Pesos al azar junto a pesos iguales.',
        caption:
          'Los pesos iguales no necesitan semilla. Hacen iguales a las neuronas: {equalRight} de {examples} bien. Una semilla hace iguales los entrenamientos. Son dos cosas distintas.',
        go: 'Una pregunta',
      },
      check: {
        caption: '',
        go: 'Pregunta siguiente',
        ask: {
          ask: 'Tus neuronas deben volverse distintas, y tu profesora quiere obtener exactamente tu resultado. ¿Qué haces?',
          options: {
            'equal-weights': 'Empezar con pesos iguales.',
            record: 'Empezar al azar y apuntar la semilla.',
            'no-seed': 'Empezar al azar sin semilla.',
          },
          replies: {
            'equal-weights': 'Se puede repetir, pero tus neuronas serían gemelas.',
            record: 'Las neuronas son distintas, y el entrenamiento se puede repetir hasta el último bit.',
            'no-seed': 'Entonces nadie puede repetirlo, tampoco tú.',
          },
        },
      },
    },
  },
  team: {
    runs: {},
    steps: {
      guess: {
        caption:
          '{examples} tuestes de café. Los buenos, los cuadrados, son bastante calientes, bastante largos y no demasiado de los dos: tres bordes. Seis neuronas ocultas, todas iguales. En fila: sus mapas, por sus pesos de salida.',
        go: 'Entrenar las seis',
        ask: {
          ask: 'Seis neuronas gemelas pueden lo mismo que\u2026',
          options: { six: '\u2026\u2060seis neuronas.', three: '\u2026\u2060tres neuronas.', one: '\u2026\u2060una neurona.' },
          replies: {
            six: 'Las seis tienen el mismo mapa en cada paso.',
            three: 'Ninguna puede volverse distinta de las otras.',
            one: 'Los seis mapas son un solo mapa.',
          },
        },
      },
      tied: {
        during: 'Seis mapas se mueven como uno.',
        caption:
          'Seis mapas, un borde y {tiedShare} bien. La salida no responde más de un medio en ningún lugar. Es justo lo que se logra diciendo siempre «malo».',
        go: 'Tres neuronas distintas',
      },
      three: {
        during: 'Cada neurona encuentra su borde.',
        caption: 'Tres neuronas con inicios distintos: cada una dibuja un borde y juntas recortan los buenos tuestes. {allShare} bien.',
        go: '¿Importa el orden?',
      },
      swap: {
        caption:
          'Arrastra el mapa de la neurona 1 sobre el de la neurona 2, o toca uno y luego el otro: se intercambian, con sus pesos de salida, y la respuesta no cambia. Tres neuronas tienen {orders} órdenes. No hay mejor neurona, solo mejor equipo.',
        go: 'Una pregunta',
      },
      check: {
        caption: '',
        go: 'Pregunta siguiente',
        ask: {
          ask: 'Una neurona mira la temperatura. ¿Qué es verdad?',
          options: {
            name: 'Fue hecha para mirar la temperatura.',
            guarantee: 'El entrenamiento asegura que alguna lo haga.',
            swap: 'En otro entrenamiento otra neurona puede tener ese trabajo.',
          },
          replies: {
            name: 'El nombre es nuestro: miramos su mapa y se lo ponemos.',
            guarantee: 'Nada garantiza que dos neuronas aprendan cosas distintas.',
            swap: 'Qué neurona hace qué viene del inicio.',
          },
        },
      },
    },
  },
  answer: {
    runs: { tied: 'w5 desde {equal}: iguales', apart: 'w5 desde {changed}' },
    steps: {
      three: {
        caption:
          'Sus inicios distintos. Con pesos distintos, los mismos datos pueden darles gradientes distintos, y se separan. Las iguales siguen iguales, salvo que una reciba algo propio. Nada garantiza qué aprenderá cada una: se forma un equipo, en cualquier orden.',
        go: 'Tus predicciones',
      },
      guesses: { caption: 'Lo que predijiste \u2192 lo que dijeron las pruebas.', go: 'Guardarlo' },
      keep: {
        caption: 'Las dos redes, como imagen para guardar o entregar. Su enlace abre la segunda prueba en el laboratorio.',
        go: 'Más allá',
      },
    },
  },
};
