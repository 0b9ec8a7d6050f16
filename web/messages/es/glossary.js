/** The glossary in Spanish: each term in a sentence or two, for somebody who has seen only "sigmoide" and "descenso de gradiente". By id; the lesson's texts name the ids. */

/** @type {typeof import('../en/glossary.js').glossary} */
export const glossary = {
  picture: {
    term: 'cómo leer el dibujo',
    means:
      'Cuadrados: y = 1. Círculos: y = 0. x1, x2: dónde están. Un tono más fuerte: una respuesta más cerca de 1. Un aro de rayas: respuesta equivocada. Línea gruesa: peso grande. Línea hueca: negativo. Entre neuronas: = gemelas, \u2248 casi, \u2260 separadas.',
  },
  network: {
    term: 'red',
    means: 'Una cadena de cálculos sencillos. Por la izquierda entran números (x1, x2) y por la derecha sale una respuesta.',
  },
  neuron: {
    term: 'neurona',
    means: 'Un cálculo pequeño: multiplica cada entrada por un peso, lo suma todo en z y da a = \u03c3(z) a la capa siguiente.',
  },
  'hidden-neuron': {
    term: 'neurona oculta',
    means: 'Una neurona entre las entradas y la salida. Nadie le dice cuál debería ser su respuesta.',
  },
  layer: { term: 'capa', means: 'Neuronas puestas lado a lado. Todas reciben las mismas entradas.' },
  sigmoid: {
    term: 'sigmoide \u03c3',
    means: 'Una función que convierte cualquier número en uno entre 0 y 1: \u03c3(z) = 1 / (1 + e^\u2212z). Su pendiente es a(1 \u2212 a).',
  },
  tanh: { term: 'tanh', means: 'Una función como la sigmoide, pero sus valores van de \u22121 a 1, y tanh(0) = 0.' },
  relu: { term: 'ReLU', means: 'Una función que deja los números positivos y convierte los negativos en 0. ReLU(0) = 0.' },
  activation: { term: 'activación', means: 'La función de una neurona, como la sigmoide, y también el valor a que da.' },
  weight: {
    term: 'peso',
    means: 'Un número por el que se multiplica una entrada. Entrenar cambia los pesos y los sesgos; entrenar no hace otra cosa.',
  },
  incoming: { term: 'pesos de entrada', means: 'Los pesos de las líneas que entran en una neurona: w1 y w2 en la neurona 1.' },
  outgoing: { term: 'pesos de salida', means: 'Los pesos de las líneas que salen de una neurona: w5 en la neurona 1.' },
  bias: {
    term: 'sesgo',
    means:
      'Un número que la neurona suma. Es como un peso cuya entrada siempre es 1. El dibujo de la lección no lo muestra; está en la tabla bajo el dibujo.',
  },
  step: { term: 'paso', means: 'Un cambio de todos los pesos y sesgos. Mira todos los ejemplos, si no se eligen minilotes.' },
  bit: {
    term: 'bit',
    means:
      'Una computadora escribe un número con 64 ceros y unos. Cada uno es un bit. Iguales en cada bit quiere decir: no difieren ni en la última cifra.',
  },
  loss: {
    term: 'pérdida J',
    means: 'Un número que dice cuánto se equivoca la red en todos los ejemplos. Cuanto menor, mejor. Echarlo a cara o cruz da ln 2.',
  },
  gradient: {
    term: 'gradiente',
    means: 'Cuánto cambia la pérdida J cuando un peso se hace un poco mayor. Para w1 se escribe \u2202J/\u2202w1.',
  },
  'gradient-descent': {
    term: 'descenso de gradiente',
    means: 'En cada paso, cada peso se mueve en contra de su propio gradiente: w nuevo = w viejo \u2212 \u03b1 \u00b7 \u2202J/\u2202w.',
  },
  'learning-rate': { term: 'tasa de aprendizaje \u03b1', means: 'El tamaño de los pasos del descenso de gradiente.' },
  tied: {
    term: 'gemelas',
    means: 'Dos neuronas son gemelas cuando sus pesos de entrada, sus sesgos y sus pesos de salida son iguales en cada bit.',
  },
  distance: {
    term: 'distancia',
    means: 'Cuán separadas están dos neuronas, contando todos sus pesos y sesgos. Es exactamente 0 solo cuando son gemelas.',
  },
  'chain-rule': {
    term: 'regla de la cadena',
    means:
      'Si w cambia z, z cambia a y a cambia J, las tres pendientes se multiplican: \u2202J/\u2202w = \u2202J/\u2202a \u00b7 \u2202a/\u2202z \u00b7 \u2202z/\u2202w.',
  },
  factor: { term: 'factor', means: 'Uno de los números que se multiplican.' },
  delta: {
    term: 'error \u03b4, delta',
    means:
      'Cuánto cambia J cuando la suma z de una neurona cambia un poco: \u2202J/\u2202z. El error de la salida viene de y; el de una neurona oculta vuelve por los pesos.',
  },
  'logistic-regression': {
    term: 'regresión logística',
    means: 'Una red sin neuronas ocultas: las entradas van directo a una sola sigmoide.',
  },
  convex: {
    term: 'convexa',
    means:
      'Se dice de una pérdida con forma de un solo cuenco: no hay un segundo valle en el que acabar. Puede no tener un punto más bajo: con AND, la pérdida de la regresión logística se acerca cada vez más a cero y nunca llega.',
  },
  xor: { term: 'XOR', means: 'La respuesta y es 1 cuando exactamente una de x1 y x2 es 1.' },
  and: { term: 'AND', means: 'La respuesta es 1 solo cuando x1 y x2 son 1 las dos.' },
  seed: {
    term: 'semilla',
    means: 'El número del que una computadora saca sus números al azar. La misma semilla vuelve a dar los mismos números.',
  },
  fingerprint: {
    term: 'huella',
    means:
      'Dieciséis cifras y letras hechas con el paso y todos los bits de todos los pesos. Dos ejecuciones con la misma huella acabaron en los mismos pesos; cómo llegaron, no lo dice.',
  },
  'good-start': {
    term: 'Glorot y He',
    means: 'Dos recetas para los pesos iniciales al azar: ni demasiado pequeños ni demasiado grandes para el número de entradas.',
  },
  'effective-width': {
    term: 'neuronas diferentes',
    means:
      'Lo que vale una capa. Las gemelas cuentan una vez; también las neuronas con los mismos pesos de entrada y el mismo sesgo, y las imágenes especulares. Una neurona que da el mismo número en todos los ejemplos no cuenta.',
  },
  'numeric-gradient': {
    term: 'gradiente medido',
    means:
      'Mueve un peso muy poco hacia arriba y hacia abajo, calcula J las dos veces y divide la diferencia. No hace falta la regla de la cadena, así que sirve para comprobarla.',
  },
  'heat-map': { term: 'mapa de calor', means: 'Una imagen en la que un color más intenso quiere decir un valor mayor.' },
  standardized: {
    term: 'estandarizado',
    means: 'Desplazado y escalado para que los valores queden alrededor de 0. La imagen muestra los números que recibe la red.',
  },
  momentum: {
    term: 'momento',
    means: 'Una forma de dar pasos: una parte del paso anterior se suma al de ahora, y los pasos en una misma dirección se hacen mayores.',
  },
  adam: {
    term: 'Adam',
    means: 'Una forma de dar pasos: el tamaño del paso de un peso se hace con los gradientes que ese peso tuvo hasta ahora.',
  },
  l2: {
    term: 'penalización L2',
    means: 'Los pesos grandes cuestan: cada paso también los acerca un poco a cero. También se llama decaimiento de pesos.',
  },
  dropout: { term: 'dropout (apagado al azar)', means: 'En cada paso se dejan fuera algunas neuronas, sacadas al azar.' },
  'mini-batch': { term: 'minilote', means: 'Unos pocos ejemplos: un paso mira estos y el paso siguiente mira otros.' },
  ulp: { term: 'último bit', means: 'El cambio más pequeño posible de un número en la computadora.' },
};
