/**
 * The tables of the experiment format: limits, ranges and defaults. The engine has its own of each; tests compare the two. Activations, losses,
 * optimizers, schemes and data sets have a file each in kinds/.
 */

export const LIMITS = Object.freeze({
  hiddenLayers: 8,
  units: 128,
  inputs: 64,
  outputs: 16,
  examples: 20000,
  parameter: 1e12,
  value: 1e9,
  noise: 10,
  name: 200,
  schedule: 100,
  scheduledStep: 1e9,
  jsonCharacters: 64_000_000,
});

export const TIED_PARTS = Object.freeze(/** @type {const} */ (['incoming', 'bias', 'outgoing']));

export const LARGEST_SEED = 2 ** 32 - 1;

/** The most that one sweep takes. */
export const SWEEP_LIMITS = Object.freeze({ seeds: 1_000_000, workers: 64 });

/** The largest number below 1: rates and factors stay under 1. */
const BELOW_1 = 1 - 2 ** -53;

/**
 * Range and default of each training option that is a number, by the engine's name for it ("dropout.rate" stands inside "dropout").
 * @type {Readonly<Record<string, { minimum: number, maximum: number, fallback: number }>>}
 */
export const OPTIONS = Object.freeze({
  learningRate: { minimum: 0, maximum: 1e6, fallback: 0.5 },
  batchSize: { minimum: 0, maximum: 1e9, fallback: 0 },
  shuffleSeed: { minimum: 0, maximum: LARGEST_SEED, fallback: 1 },
  momentum: { minimum: 0, maximum: BELOW_1, fallback: 0.9 },
  beta1: { minimum: 0, maximum: BELOW_1, fallback: 0.9 },
  beta2: { minimum: 0, maximum: BELOW_1, fallback: 0.999 },
  epsilon: { minimum: 1e-300, maximum: 1, fallback: 1e-8 },
  decay: { minimum: 0, maximum: BELOW_1, fallback: 0.9 },
  l1: { minimum: 0, maximum: 1e6, fallback: 0 },
  l2: { minimum: 0, maximum: 1e6, fallback: 0 },
  clip: { minimum: 0, maximum: 1e9, fallback: 0 },
  'dropout.rate': { minimum: 0, maximum: BELOW_1, fallback: 0 },
  'dropout.seed': { minimum: 0, maximum: LARGEST_SEED, fallback: 1 },
  'gradientNoise.std': { minimum: 0, maximum: 1e6, fallback: 0 },
  'gradientNoise.seed': { minimum: 0, maximum: LARGEST_SEED, fallback: 1 },
});
