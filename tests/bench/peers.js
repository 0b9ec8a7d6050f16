/** The libraries from npm, each driven the way that is fastest for it. They are installed by ./build.sh bench alone; where one is missing it does not take part. */
import { createRequire } from 'node:module';

/** @typedef {import('./workloads.js').Workload} Workload */
/** @typedef {import('./measure.js').Contestant} Contestant */

const require = createRequire(import.meta.url);

/** Generated code of synaptic: one long function for the whole network; past this many weights it takes minutes to make. */
const SYNAPTIC_WEIGHTS = 5000;

/** @param {any} synaptic @param {Workload} work */
function startSynaptic({ Architect, Neuron }, { inputs, hidden, activation, x, y, learningRate, batchSize }) {
  if (batchSize) return null;
  const network = new Architect.Perceptron(inputs, ...hidden, 1);
  if (activation === 'tanh') for (const layer of network.layers.hidden) layer.set({ squash: Neuron.squash.TANH });
  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        for (let example = 0; example < x.length; example += 1) {
          network.activate(x[example]);
          network.propagate(learningRate, y[example]);
        }
      }
    },
    /** @param {number[]} row */
    predict: (row) => network.activate(row)[0],
  };
}

/** @param {any} brain @param {Workload} work */
function startBrain({ NeuralNetwork }, { inputs, hidden, activation, x, y, learningRate, batchSize }) {
  if (batchSize) return null;
  const network = new NeuralNetwork({ hiddenLayers: hidden, activation, learningRate });
  network.sizes = [inputs, ...hidden, 1];
  network.initialize();
  network.updateTrainingOptions?.({ learningRate });
  network.trainOpts.learningRate = learningRate;
  const patterns = x.map((row, at) => ({ input: Float32Array.from(row), output: Float32Array.from(y[at]) }));
  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch += 1) for (const pattern of patterns) network.trainPattern(pattern);
    },
    /** @param {number[]} row */
    predict: (row) => network.runInput(Float32Array.from(row))[0],
  };
}

/** @param {any} convnet @param {Workload} work */
function startConvnet({ Net, SGDTrainer, Vol }, { inputs, hidden, activation, x, y, learningRate, batchSize }) {
  const network = new Net();
  network.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...hidden.map((units) => ({ type: 'fc', num_neurons: units, activation })),
    { type: 'softmax', num_classes: 2 },
  ]);
  const trainer = new SGDTrainer(network, { method: 'sgd', learning_rate: learningRate, momentum: 0, batch_size: batchSize || x.length });
  const volumes = x.map((row) => new Vol(row));
  const classes = y.map(([target]) => target);
  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        for (let example = 0; example < volumes.length; example += 1) trainer.train(volumes[example], classes[example]);
      }
    },
    /** @param {number[]} row */
    predict: (row) => network.forward(new Vol(row)).w[1],
  };
}

/** @param {any} tf @param {string} backend @param {Workload} work */
async function startTensorFlow(tf, backend, { activation, x, y, w, learningRate, batchSize }) {
  await tf.setBackend(backend);
  const weights = w.map((rows) => tf.variable(tf.transpose(tf.tensor2d(rows))));
  const biases = w.map((rows) => tf.variable(tf.zeros([rows.length])));
  const inputs = tf.tensor2d(x);
  const targets = tf.tensor2d(y);
  const optimizer = tf.train.sgd(learningRate);
  /** @param {any} rows */
  const logits = (rows) =>
    weights.reduce((a, weight, at) => {
      const z = tf.add(tf.matMul(a, weight), biases[at]);
      return at === weights.length - 1 ? z : activation === 'tanh' ? tf.tanh(z) : tf.sigmoid(z);
    }, rows);
  /** @param {any} rows @param {any} wanted */
  const step = (rows, wanted) => optimizer.minimize(() => tf.losses.sigmoidCrossEntropy(wanted, logits(rows)));
  return {
    /** @param {number} epochs */
    async train(epochs) {
      await tf.setBackend(backend);
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        tf.tidy(() => {
          if (!batchSize) return void step(inputs, targets);
          for (let begin = 0; begin < x.length; begin += batchSize) {
            const size = Math.min(batchSize, x.length - begin);
            step(tf.slice(inputs, [begin, 0], [size, -1]), tf.slice(targets, [begin, 0], [size, -1]));
          }
        });
      }
      weights[0].dataSync();
    },
    /** @param {number[]} row */
    predict: (row) => tf.tidy(() => tf.sigmoid(logits(tf.tensor2d([row]))).dataSync()[0]),
  };
}

/** @param {Workload} work */
const weightsOf = ({ w }) => w.flat(2).length;

/** @returns {{ name: string, note: string, start: (work: Workload) => Promise<any> }[]} */
function installed() {
  /** @type {(name: string) => any} */
  const load = (name) => {
    try {
      return require(name);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'MODULE_NOT_FOUND') return null;
      throw error;
    }
  };
  const [synaptic, brain, convnet] = ['synaptic', 'brain.js', 'convnetjs'].map(load);
  const tf = load('@tensorflow/tfjs');
  const wasm = tf && load('@tensorflow/tfjs-backend-wasm');
  return [
    synaptic && {
      name: 'synaptic',
      note: 'updates after every example',
      start: async (/** @type {Workload} */ work) => (weightsOf(work) > SYNAPTIC_WEIGHTS ? null : startSynaptic(synaptic, work)),
    },
    brain && {
      name: 'brain.js',
      note: 'float32, updates after every example',
      start: async (/** @type {Workload} */ work) => startBrain(brain, work),
    },
    convnet && { name: 'convnetjs', note: 'softmax of two', start: async (/** @type {Workload} */ work) => startConvnet(convnet, work) },
    tf && { name: 'TensorFlow.js, cpu', note: 'float32', start: (/** @type {Workload} */ work) => startTensorFlow(tf, 'cpu', work) },
    wasm && { name: 'TensorFlow.js, wasm', note: 'float32', start: (/** @type {Workload} */ work) => startTensorFlow(tf, 'wasm', work) },
  ].filter(Boolean);
}

/** @returns {Contestant[]} */
export const peers = () => installed().map((peer) => ({ ...peer, kind: /** @type {const} */ ('peer') }));
