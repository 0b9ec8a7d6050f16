/** Valid experiments of all kinds, for property tests. */
import fc from 'fast-check';
import { ACTIVATIONS } from '../../web/experiment/kinds/activations/index.js';
import { DATASETS } from '../../web/experiment/kinds/datasets/index.js';
import { OPTIMIZERS } from '../../web/experiment/kinds/optimizers/index.js';
import { SCHEMES } from '../../web/experiment/kinds/schemes/index.js';
import { TIED_PARTS } from '../../web/experiment/tables.js';
import { parameterNames } from '../../web/experiment/parameters.js';

/** Any valid experiment. @type {fc.Arbitrary<any>} */
export const experiments = fc
  .record({
    hidden: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    inputs: fc.integer({ min: 1, max: 4 }),
    outputs: fc.integer({ min: 1, max: 3 }),
    bias: fc.boolean(),
    activation: fc.constantFrom(...Object.keys(ACTIVATIONS)),
    outputActivation: fc.constantFrom(...Object.keys(ACTIVATIONS)),
  })
  .chain((network) => {
    const real = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const name = fc.constantFrom(...parameterNames(network));
    /** @type {(length: number) => fc.Arbitrary<number[]>} */
    const row = (length) => fc.array(real, { minLength: length, maxLength: length });
    const widths = [...network.hidden, network.outputs];
    const changes = {
      set: fc.dictionary(name, real, { maxKeys: 3 }),
      nudge: fc.array(fc.oneof(fc.record({ parameter: name, ulps: fc.integer() }), fc.record({ parameter: name, by: real })), {
        maxLength: 3,
      }),
      tie:
        network.hidden[0] >= 2
          ? fc.array(
              fc.record({ layer: fc.constant(1), units: fc.constant([2, 1]), what: fc.subarray([...TIED_PARTS], { minLength: 1 }) }),
              { maxLength: 2 },
            )
          : fc.constant([]),
    };
    const explicit = {
      scheme: fc.constant('explicit'),
      w: fc.tuple(
        ...widths.map((units, at) => fc.array(row(at === 0 ? network.inputs : widths[at - 1]), { minLength: units, maxLength: units })),
      ),
      ...(network.bias ? { b: fc.tuple(...widths.map(row)) } : {}),
    };
    const chosen = {
      scheme: fc.constantFrom(...Object.keys(SCHEMES).filter((scheme) => scheme !== 'uniform-range')),
      seed,
      value: real,
      scale: fc.double({ min: 1e-3, max: 10, noNaN: true }),
    };
    const ranged = {
      scheme: fc.constant('uniform-range'),
      seed,
      low: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      high: fc.double({ min: 1e3 + 1, max: 1e4, noNaN: true }),
    };
    const rows = fc.integer({ min: 1, max: 5 }).chain((count) =>
      fc.record({
        x: fc.array(row(network.inputs), { minLength: count, maxLength: count }),
        y: fc.array(row(network.outputs), { minLength: count, maxLength: count }),
      }),
    );
    const sets = Object.entries(DATASETS).filter(([, { features }]) => features === network.inputs && network.outputs === 1);
    const data = [rows, ...sets.map(([key]) => fc.record({ set: fc.constant(key), seed }))];
    return fc.record(
      {
        version: fc.constant(1),
        name: fc.string({ maxLength: 20 }),
        network: fc.constant(network),
        loss: fc.constant('squared-error'),
        data: fc.oneof(...data),
        init: fc.oneof(fc.record({ ...explicit, ...changes }), fc.record({ ...chosen, ...changes }), fc.record({ ...ranged, ...changes })),
        training: fc.record(
          {
            optimizer: fc.constantFrom(...Object.keys(OPTIMIZERS)),
            learningRate: fc.double({ min: 0, max: 10, noNaN: true }),
            batchSize: fc.integer({ min: 0, max: 100 }),
            l2: fc.double({ min: 0, max: 1, noNaN: true }),
            dropout: fc.record({ rate: fc.double({ min: 0, max: 0.9, noNaN: true }) }),
            freeze: fc.uniqueArray(name, { maxLength: 2 }),
            schedule: fc
              .uniqueArray(fc.integer({ min: 1, max: 1e9 }), { maxLength: 4 })
              .map((steps) =>
                steps.sort((one, other) => one - other).map((from, at) => ({ from, ...[{ l1: 0.5 }, { learningRate: 1 / from }][at % 2] })),
              ),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['network', 'data', 'loss'] },
    );
  });
