/** What can be read as an experiment, as types: made from schema.js by tools/experiment-format.js, so change it there. */

export {};

/**
 * @typedef {object} NetworkInput
 * @property {number} inputs Features of an example.
 * @property {readonly (number)[]} hidden Units of each hidden layer, the first one first; an empty list is logistic or linear regression.
 * @property {number} [outputs] Targets of an example.
 * @property {'sigmoid' | 'tanh' | 'relu' | 'leaky-relu' | 'softplus' | 'linear'} [activation] Of every unit of every hidden layer.
 * @property {'sigmoid' | 'tanh' | 'relu' | 'leaky-relu' | 'softplus' | 'linear'} [outputActivation] Of every output.
 * @property {boolean} [bias] Whether hidden units and outputs have biases.
 */
/**
 * @typedef {object} OwnDataInput
 * @property {undefined} [set]
 * @property {readonly (readonly number[])[]} x The inputs: one list an example.
 * @property {readonly (number | readonly number[])[]} y The targets: one list an example, or one number where there is one output. 0 to 1 for cross-entropy.
 * @property {readonly (string)[]} [features] Names of the inputs.
 * @property {readonly (string)[]} [targets] Names of the targets.
 * @property {undefined} [examples]
 * @property {undefined} [noise]
 * @property {undefined} [seed]
 */
/**
 * @typedef {object} NamedDataInput
 * @property {'xor' | 'and' | 'or' | 'circles' | 'gaussians' | 'spiral' | 'quadrants' | 'moons' | 'coffee' | 'demand'} set A data set by name.
 * @property {undefined} [x]
 * @property {undefined} [y]
 * @property {undefined} [features]
 * @property {undefined} [targets]
 * @property {number} [examples] How many examples the set has.
 * @property {number} [noise] Deviation of the normal noise that is added to every feature.
 * @property {number} [seed] The same seed gives the same examples, everywhere.
 */
/**
 * @typedef {object} TieInput
 * @property {number} layer A hidden layer, counted from 1.
 * @property {readonly number[]} units Two or more units of it, counted from 1: the values of the first go to the others.
 * @property {readonly ('incoming' | 'bias' | 'outgoing')[]} [what] Which of their parameters.
 */
/**
 * @typedef {object} NudgeByUlpsInput
 * @property {string} parameter Its name.
 * @property {number} ulps By so many places among the doubles.
 * @property {undefined} [by]
 */
/**
 * @typedef {object} NudgeByInput
 * @property {string} parameter Its name.
 * @property {undefined} [ulps]
 * @property {number} by By this amount.
 */
/**
 * @typedef {object} ExplicitInitInput
 * @property {'explicit'} scheme Where the first parameters come from. `explicit` states them in `w` and `b`; all others leave biases at 0.
 * @property {readonly (readonly (readonly number[])[])[]} w `w[l][unit][input]`, the output layer last: the shape of the course's W^[l] and of PyTorch's Linear.weight.
 * @property {readonly (readonly number[])[]} [b] `b[l][unit]`.
 * @property {undefined} [seed]
 * @property {undefined} [value]
 * @property {undefined} [scale]
 * @property {undefined} [low]
 * @property {undefined} [high]
 * @property {Readonly<Record<string, number>>} [set] First of the changes: parameters by name, and their values.
 * @property {readonly (TieInput)[]} [tie] Second: units that become copies of the first one named.
 * @property {readonly (NudgeByUlpsInput | NudgeByInput)[]} [nudge] Last: small changes of single parameters.
 */
/**
 * @typedef {object} ChosenInitInput
 * @property {Exclude<'explicit' | 'zeros' | 'constant' | 'uniform' | 'normal' | 'glorot-uniform' | 'glorot-normal' | 'he-uniform' | 'he-normal' | 'lecun-uniform' | 'lecun-normal' | 'uniform-range', 'explicit' | 'uniform-range'>} [scheme] Where the first parameters come from. `explicit` states them in `w` and `b`; all others leave biases at 0.
 * @property {undefined} [w]
 * @property {undefined} [b]
 * @property {number} [seed] Of the random schemes.
 * @property {number} [value] Of every weight, for `constant`.
 * @property {number} [scale] Half the width of `uniform`, the deviation of `normal`, a factor for the schemes with a name.
 * @property {undefined} [low]
 * @property {undefined} [high]
 * @property {Readonly<Record<string, number>>} [set] First of the changes: parameters by name, and their values.
 * @property {readonly (TieInput)[]} [tie] Second: units that become copies of the first one named.
 * @property {readonly (NudgeByUlpsInput | NudgeByInput)[]} [nudge] Last: small changes of single parameters.
 */
/**
 * @typedef {object} RangeInitInput
 * @property {'uniform-range'} scheme Where the first parameters come from. `explicit` states them in `w` and `b`; all others leave biases at 0.
 * @property {undefined} [w]
 * @property {undefined} [b]
 * @property {number} [seed] Of the random schemes.
 * @property {number} [value] Of every weight, for `constant`.
 * @property {undefined} [scale]
 * @property {number} [low] Of `uniform-range`: the least that a weight can be.
 * @property {number} [high] Of `uniform-range`: more than `low`, by at most 1000000; weights stay below it, but for rounding.
 * @property {Readonly<Record<string, number>>} [set] First of the changes: parameters by name, and their values.
 * @property {readonly (TieInput)[]} [tie] Second: units that become copies of the first one named.
 * @property {readonly (NudgeByUlpsInput | NudgeByInput)[]} [nudge] Last: small changes of single parameters.
 */
/**
 * @typedef {object} DropoutInput
 * @property {number} [rate] The share of them; the others are divided by 1 − rate.
 * @property {number} [seed] Of the choice.
 */
/**
 * @typedef {object} GradientNoiseInput
 * @property {number} [std] Its deviation.
 * @property {number} [seed] Of the noise.
 */
/**
 * @typedef {object} UnitLearningRateInput
 * @property {number} layer Counted from 1, the output layer last.
 * @property {number} unit Counted from 1.
 * @property {number} factor Of the learning rate.
 */
/**
 * @typedef {object} ScheduleInput
 * @property {number} from Once so many steps are taken; what is named beside it holds for the steps from there on. More than the one before.
 * @property {number} [learningRate] The learning rate from there on; left out, it stays.
 * @property {number} [l1] The penalty l1 from there on.
 * @property {number} [l2] The penalty l2 from there on.
 */
/**
 * @typedef {object} TrainingInput
 * @property {'gradient-descent' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam'} [optimizer] How a step follows from the gradient.
 * @property {number} [learningRate] α: w := w − α times the optimizer's direction.
 * @property {number} [batchSize] Examples a step; 0, or as many as there are or more: all of them, in their order. Smaller batches are shuffled.
 * @property {number} [shuffleSeed] Of the order of the batches.
 * @property {number} [momentum] For momentum and nesterov.
 * @property {number} [beta1] For adam.
 * @property {number} [beta2] For adam.
 * @property {number} [epsilon] For rmsprop and adam.
 * @property {number} [decay] For rmsprop.
 * @property {number} [l1] Adds l1 sign(w) to the gradient of every weight; biases have no penalty.
 * @property {number} [l2] Adds l2 w to the gradient of every weight.
 * @property {number} [clip] The longest that the whole gradient may be: a longer one is scaled down. 0: no limit.
 * @property {DropoutInput} [dropout] Hidden units that a step leaves out, at random.
 * @property {GradientNoiseInput} [gradientNoise] Normal noise added to the gradient of every parameter.
 * @property {readonly string[]} [freeze] Parameters that stay as they are, by name.
 * @property {readonly (UnitLearningRateInput)[]} [unitLearningRates] Units whose incoming weights and bias learn faster or slower.
 * @property {readonly (ScheduleInput)[]} [schedule] What changes on the way, in the order of steps.
 */
/**
 * @typedef {object} ExperimentInput
 * @property {1} [version] The version of the format.
 * @property {string} [name] A title for people; it changes nothing.
 * @property {NetworkInput} network Layers and activations.
 * @property {'cross-entropy' | 'squared-error'} [loss] What training makes small: J, the mean over the examples.
 * @property {OwnDataInput | NamedDataInput} data What the network learns: a table of your own (`x`, `y`), or a set by name (`set`).
 * @property {ExplicitInitInput | ChosenInitInput | RangeInitInput} [init] The first parameters: stated, or drawn by a scheme; then `set`, `tie` and `nudge`, in this order.
 * @property {TrainingInput} [training] How the parameters are changed.
 */
