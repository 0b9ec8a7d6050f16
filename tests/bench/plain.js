/** What one writes without a library: loops over typed arrays, and a graph of objects in the manner of teaching pages. Both full batch or mini-batch, the same mathematics as the engine. */

/** @typedef {import('./workloads.js').Workload} Workload */
/** @typedef {import('./measure.js').Contestant} Contestant */

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/** @param {Workload} work */
function typedArrays({ inputs, hidden, activation, x, y, w, learningRate, batchSize }) {
  const sizes = [inputs, ...hidden, 1];
  const tanh = activation === 'tanh';
  const layers = w.map((rows, at) => ({
    inputs: sizes[at],
    units: sizes[at + 1],
    w: Float64Array.from(rows.flat()),
    b: new Float64Array(sizes[at + 1]),
    dw: new Float64Array(sizes[at] * sizes[at + 1]),
    db: new Float64Array(sizes[at + 1]),
    a: new Float64Array(sizes[at + 1]),
    d: new Float64Array(sizes[at + 1]),
  }));
  const output = layers[layers.length - 1];
  const rows = x.map((row) => Float64Array.from(row));
  const targets = Float64Array.from(y.flat());

  /** @param {Float64Array} row */
  function forward(row) {
    let from = row;
    for (const layer of layers) {
      const { units, w, b, a } = layer;
      const count = layer.inputs;
      for (let j = 0; j < units; j += 1) {
        let z = b[j];
        for (let i = 0; i < count; i += 1) z += w[j * count + i] * from[i];
        a[j] = tanh && layer !== output ? Math.tanh(z) : sigmoid(z);
      }
      from = a;
    }
  }

  /** @param {Float64Array} row @param {number} target */
  function backward(row, target) {
    output.d[0] = output.a[0] - target;
    for (let k = layers.length - 1; k >= 0; k -= 1) {
      const { units, inputs: count, w, dw, db, d } = layers[k];
      const from = k ? layers[k - 1].a : row;
      for (let j = 0; j < units; j += 1) {
        db[j] += d[j];
        for (let i = 0; i < count; i += 1) dw[j * count + i] += d[j] * from[i];
      }
      if (k === 0) continue;
      const below = layers[k - 1];
      for (let i = 0; i < count; i += 1) {
        let sum = 0;
        for (let j = 0; j < units; j += 1) sum += w[j * count + i] * d[j];
        below.d[i] = sum * (tanh ? 1 - below.a[i] * below.a[i] : below.a[i] * (1 - below.a[i]));
      }
    }
  }

  /** @param {number} rate */
  function update(rate) {
    for (const { w, b, dw, db } of layers) {
      for (let p = 0; p < w.length; p += 1) {
        w[p] -= rate * dw[p];
        dw[p] = 0;
      }
      for (let j = 0; j < b.length; j += 1) {
        b[j] -= rate * db[j];
        db[j] = 0;
      }
    }
  }

  const size = batchSize || x.length;
  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        for (let begin = 0; begin < rows.length; begin += size) {
          const end = Math.min(begin + size, rows.length);
          for (let example = begin; example < end; example += 1) {
            forward(rows[example]);
            backward(rows[example], targets[example]);
          }
          update(learningRate / (end - begin));
        }
      }
    },
    /** @param {number[]} row */
    predict(row) {
      forward(Float64Array.from(row));
      return output.a[0];
    },
  };
}

/** A unit that knows its links, and a link that knows its ends. */
class Unit {
  /** @type {Link[]} */
  incoming = [];
  /** @type {Link[]} */
  outgoing = [];
  bias = 0;
  biasSum = 0;
  output = 0;
  delta = 0;

  /** @param {{ output: (z: number) => number, slope: (a: number) => number }} activation */
  constructor(activation) {
    this.activation = activation;
  }
}

class Link {
  sum = 0;

  /** @param {Unit} from @param {Unit} to @param {number} weight */
  constructor(from, to, weight) {
    this.from = from;
    this.to = to;
    this.weight = weight;
    from.outgoing.push(this);
    to.incoming.push(this);
  }
}

const KINDS = {
  sigmoid: { output: sigmoid, slope: (/** @type {number} */ a) => a * (1 - a) },
  tanh: { output: Math.tanh, slope: (/** @type {number} */ a) => 1 - a * a },
};

/** @param {Workload} work */
function objectGraph({ inputs, hidden, activation, x, y, w, learningRate, batchSize }) {
  /** @type {Unit[][]} */
  const layers = [inputs, ...hidden, 1].map((units, at) =>
    Array.from({ length: units }, () => new Unit(KINDS[at > hidden.length ? 'sigmoid' : activation])),
  );
  w.forEach((rows, at) => rows.forEach((row, j) => row.forEach((weight, i) => new Link(layers[at][i], layers[at + 1][j], weight))));
  const [first, ...computed] = layers;
  const [last] = computed[computed.length - 1];

  /** @param {number[]} row */
  function forward(row) {
    first.forEach((unit, i) => (unit.output = row[i]));
    for (const layer of computed) {
      for (const unit of layer) {
        let z = unit.bias;
        for (const link of unit.incoming) z += link.weight * link.from.output;
        unit.output = unit.activation.output(z);
      }
    }
  }

  /** @param {number} target */
  function backward(target) {
    for (let at = computed.length - 1; at >= 0; at -= 1) {
      for (const unit of computed[at]) {
        if (unit === last) {
          unit.delta = unit.output - target;
        } else {
          let sum = 0;
          for (const link of unit.outgoing) sum += link.weight * link.to.delta;
          unit.delta = sum * unit.activation.slope(unit.output);
        }
        unit.biasSum += unit.delta;
        for (const link of unit.incoming) link.sum += unit.delta * link.from.output;
      }
    }
  }

  /** @param {number} rate */
  function update(rate) {
    for (const layer of computed) {
      for (const unit of layer) {
        unit.bias -= rate * unit.biasSum;
        unit.biasSum = 0;
        for (const link of unit.incoming) {
          link.weight -= rate * link.sum;
          link.sum = 0;
        }
      }
    }
  }

  const size = batchSize || x.length;
  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        for (let begin = 0; begin < x.length; begin += size) {
          const end = Math.min(begin + size, x.length);
          for (let example = begin; example < end; example += 1) {
            forward(x[example]);
            backward(y[example][0]);
          }
          update(learningRate / (end - begin));
        }
      }
    },
    /** @param {number[]} row */
    predict(row) {
      forward(row);
      return last.output;
    },
  };
}

/** @type {Contestant[]} */
export const PLAIN = [
  { name: 'plain loops over typed arrays', note: 'our own JavaScript', kind: 'plain', start: async (work) => typedArrays(work) },
  {
    name: 'a graph of objects',
    note: 'our own JavaScript, the way teaching pages do it',
    kind: 'plain',
    start: async (work) => objectGraph(work),
  },
];
