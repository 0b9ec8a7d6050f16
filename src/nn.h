/*
 * nn.h: the whole public contract of the Twin Neurons engine.
 *
 * A run is a network with its data, its options, its parameters and its history. It lives inside the engine and is named by an
 * id (a positive int32, never used twice), so a freed or foreign id is an error and not a crash. Numbers go in and out as int32,
 * uint32 and double; lists go through one exchange buffer (nn_exchange). No function takes a pointer, and the pointers that are
 * returned belong to the engine: read them, do not keep them past the next call that changes the run, never free them.
 *
 * Every function that can fail says so in its result and leaves the run as it was; nn_error_code and nn_error_message then
 * tell what was wrong. A call that succeeds clears them. Layers, units, w and b numbers count from 1, hidden layers first and
 * the output layer last; examples, rows and parameter indices count from 0.
 *
 * Parameters stand layer by layer: the weights of a layer row by row (one row a unit: its incoming weights), then its biases,
 * where the network has them. All arithmetic is IEEE double; the order of every operation is part of the contract (backprop.c).
 *
 * The order of calls: nn_create; then data (nn_set_example, nn_generate), options and parameters, in any order; nn_keep_start, which makes
 * that the start; nn_train, as often as wanted, with any look inside in between; nn_destroy. After the first step data and options stay
 * (NN_BAD_STATE) until nn_reset, but for the learning rate and the penalties. The engine is for one thread at a time: runs share the exchange buffer and the error. For more threads
 * take an engine each, as the page's workers do.
 *
 *     double *exchange = nn_exchange();
 *     exchange[0] = 2;
 *     int32_t run = nn_create(2, 1, 1, NN_SIGMOID, NN_SIGMOID, NN_CROSS_ENTROPY, 1, 4);
 *     if (!run)
 *         return puts(nn_error_message());
 *     nn_generate(run, NN_DATA_XOR, 0, 0);
 *     nn_set_option(run, NN_LEARNING_RATE, 1);
 *     nn_initialize(run, NN_GLOROT_UNIFORM, 42, 0, 1);
 *     nn_tie(run, 1, 1, 2, NN_INCOMING | NN_BIAS | NN_OUTGOING);
 *     nn_keep_start(run);
 *     nn_train(run, 2000);
 *     printf("loss %.17g, %d of 2 neurons differ\n", nn_loss(run), nn_ties(run, 1));
 *     nn_destroy(run);
 *
 * It builds with GCC and clang, Emscripten's included: the kernels are written in their vector extensions (vector.h).
 */
#ifndef NN_H
#define NN_H

#include <stdint.h>

#define NN_VERSION "0.1.0"

/* Emscripten exports what is marked used; elsewhere these are ordinary functions. */
#ifdef __EMSCRIPTEN__
#define NN_API __attribute__((used))
#else
#define NN_API
#endif

enum {
    NN_MAX_HIDDEN_LAYERS = 8,
    NN_MAX_UNITS = 128,
    NN_MAX_INPUTS = 64,
    NN_MAX_OUTPUTS = 16,
    NN_MAX_EXAMPLES = 20000,
    NN_MAX_ROWS = 64,         /* rows of one nn_predict */
    NN_MAX_HISTORY = 2048,    /* samples of a history, the present one included */
    NN_EXCHANGE_LENGTH = 8192 /* doubles: NN_MAX_ROWS x NN_MAX_UNITS */
};

/* A parameter, and a number of the data, is finite and no larger than this. The bound on parameters is what "diverged" means:
   with it no sum of the largest network overflows, so that every number the engine hands out is finite. */
#define NN_MAX_PARAMETER 1e12
#define NN_MAX_VALUE 1e9

/* A function that returns it failed where it is not NN_OK. */
typedef int32_t nn_status;
enum {
    NN_OK = 0,
    NN_BAD_ID,       /* no run has this id: never made, freed, or 0 */
    NN_BAD_ARGUMENT, /* a number out of its range, not finite, or not one of a list */
    NN_BAD_STATE,    /* right call, wrong moment; the sentence says what has to come first */
    NN_NO_MEMORY,
    NN_KINK /* asked for a derivative where there is none in the usual sense: a relu or leaky-relu stands exactly at z = 0 */
};

/* Here, in nn_loss_kind, nn_optimizer and nn_dataset the last entry is how many there are. */
typedef enum nn_activation { NN_SIGMOID, NN_TANH, NN_RELU, NN_LEAKY_RELU, NN_SOFTPLUS, NN_LINEAR, NN_ACTIVATIONS } nn_activation;

/* cross-entropy: mean over examples and outputs of -[y ln a + (1-y) ln(1-a)], sigmoid outputs only.
   squared-error: (a-y)^2 / 2, summed over outputs, mean over examples. */
typedef enum nn_loss_kind { NN_CROSS_ENTROPY, NN_SQUARED_ERROR, NN_LOSSES } nn_loss_kind;

/* How nn_initialize chooses weights; biases become 0. Sources: Glorot and Bengio 2010, He et al. 2015, LeCun et al. 1998. */
typedef enum nn_scheme {
    NN_ZEROS,
    NN_CONSTANT,       /* value */
    NN_UNIFORM,        /* uniform in [-scale, scale) */
    NN_NORMAL,         /* normal, standard deviation scale */
    NN_GLOROT_UNIFORM, /* scale times: uniform, limit sqrt(6 / (incoming + outgoing)) */
    NN_GLOROT_NORMAL,  /* scale times: normal, deviation sqrt(2 / (incoming + outgoing)) */
    NN_HE_UNIFORM,     /* scale times: uniform, limit sqrt(6 / incoming) */
    NN_HE_NORMAL,      /* scale times: normal, deviation sqrt(2 / incoming) */
    NN_LECUN_UNIFORM,  /* scale times: uniform, limit sqrt(3 / incoming) */
    NN_LECUN_NORMAL,   /* scale times: normal, deviation sqrt(1 / incoming) */
    NN_UNIFORM_RANGE   /* uniform in [value, value + scale) */
} nn_scheme;

/* g is the gradient of the training objective, a the learning rate.
   gradient-descent: w -= a g.  momentum: v = m v + g, w -= a v.  nesterov: v = m v + g, w -= a (g + m v).
   rmsprop: s = d s + (1-d) g^2, w -= a g / (sqrt(s) + e).  adam: Kingma and Ba 2015, bias-corrected. */
typedef enum nn_optimizer { NN_GRADIENT_DESCENT, NN_MOMENTUM, NN_NESTEROV, NN_RMSPROP, NN_ADAM, NN_OPTIMIZERS } nn_optimizer;

typedef enum nn_option {
    NN_OPTIMIZER, /* an nn_optimizer */
    NN_LEARNING_RATE,
    NN_BATCH_SIZE,   /* examples a step; 0, or as many as there are: full batch, in order */
    NN_SHUFFLE_SEED, /* the order of mini-batches: a new permutation each epoch; the last short batch is kept */
    NN_MOMENTUM_FACTOR,
    NN_BETA1,
    NN_BETA2,
    NN_EPSILON,
    NN_DECAY,
    NN_L1, /* penalties on weights, not biases: l1 sum|w| + l2 sum w^2 / 2 */
    NN_L2,
    NN_CLIP,         /* largest global norm of the gradient, penalties and frozen parameters included; 0: no clipping */
    NN_DROPOUT_RATE, /* of every hidden layer, inverted: what stays is divided by 1 - rate */
    NN_DROPOUT_SEED,
    NN_NOISE_STD, /* normal noise added to every parameter's gradient, after clipping */
    NN_NOISE_SEED
} nn_option;

typedef enum nn_dataset {
    NN_DATA_XOR,
    NN_DATA_AND,
    NN_DATA_OR,
    NN_DATA_CIRCLES,
    NN_DATA_GAUSSIANS,
    NN_DATA_SPIRAL,
    NN_DATA_QUADRANTS,
    NN_DATA_MOONS,
    NN_DATA_COFFEE,
    NN_DATA_DEMAND,
    NN_DATASETS
} nn_dataset;

/* What joins a group of nn_likeness: nothing, it is one unit; all in every bit, outgoing weights too; incoming weights and bias; the same or negated. */
typedef enum nn_likeness_kind { NN_ALONE, NN_TIED, NN_SAME, NN_MIRROR } nn_likeness_kind;

/* What nn_tie copies; add them up. */
enum { NN_INCOMING = 1, NN_BIAS = 2, NN_OUTGOING = 4 };

/* ---- the engine ---- */

NN_API const char *nn_version(void);

/* The buffer through which lists travel: NN_EXCHANGE_LENGTH doubles, at the same place for ever. */
NN_API double *nn_exchange(void);
NN_API int32_t nn_exchange_length(void);

/* The status of the last call that could fail, and its sentence ("" after a success). */
NN_API nn_status nn_error_code(void);
NN_API const char *nn_error_message(void);

/* The name of an enum's value as the experiment format writes it ("leaky-relu", "learningRate"), or NULL past the last one. */
NN_API const char *nn_activation_name(int32_t activation);
NN_API const char *nn_loss_name(int32_t loss);
NN_API const char *nn_scheme_name(int32_t scheme);
NN_API const char *nn_optimizer_name(int32_t optimizer);
NN_API const char *nn_option_name(int32_t option);
NN_API const char *nn_dataset_name(int32_t dataset);

/* The range and default of an option; NaN for an unknown one. */
NN_API double nn_option_default(int32_t option);
NN_API double nn_option_minimum(int32_t option);
NN_API double nn_option_maximum(int32_t option);

/* The engine's own functions, for tests and tables: exp and log within 1 ulp, sigmoid and tanh within 2.5 ulp. NaN gives NaN. */
NN_API double nn_exp(double x);
NN_API double nn_log(double x);
NN_API double nn_sigmoid(double x);
NN_API double nn_tanh(double x);

/* ---- data sets by name ---- */

/* Features of a set (2; demand 4); each has 1 target. 0 for an unknown set. */
NN_API int32_t nn_dataset_features(int32_t dataset);
/* Examples and noise where the experiment names none (4 and 0 for xor, and, or; 200 and the set's own noise elsewhere); 0 for an unknown set. */
NN_API int32_t nn_dataset_examples(int32_t dataset);
NN_API double nn_dataset_noise(int32_t dataset);
/* What feature 0, 1, ... is called, with its unit of display ("temperature", "degC"; "" where it has none); NULL past the last. */
NN_API const char *nn_dataset_feature(int32_t dataset, int32_t feature);
NN_API const char *nn_dataset_unit(int32_t dataset, int32_t feature);
NN_API const char *nn_dataset_target(int32_t dataset);
/* The value in the unit of display is offset + scale * x. 0 and 1 where the data have no unit; NaN past the last feature. */
NN_API double nn_dataset_offset(int32_t dataset, int32_t feature);
NN_API double nn_dataset_scale(int32_t dataset, int32_t feature);

/* ---- making and freeing ---- */

/* Makes a run with zero data and zero parameters and returns its id, or 0. The units of hidden layer k (1..NN_MAX_UNITS) stand in
   exchange[k-1]. hidden_layers 0..8 (0: logistic or linear regression), inputs 1..64, outputs 1..16, examples 1..20000,
   bias 0 or 1. Cross-entropy needs sigmoid outputs. NN_BAD_ARGUMENT, NN_NO_MEMORY. */
NN_API int32_t nn_create(int32_t inputs, int32_t hidden_layers, int32_t outputs, int32_t activation, int32_t output_activation,
                         int32_t loss, int32_t bias, int32_t examples);
NN_API nn_status nn_destroy(int32_t id);
/* Bytes of the run, history included; 0 for a bad id. Runs alive now. */
NN_API double nn_memory(int32_t id);
NN_API int32_t nn_alive(void);

/* Sets one example: its inputs, then its targets, stand in the exchange buffer. Targets of cross-entropy are 0..1.
   Only before the first step (NN_BAD_STATE). */
NN_API nn_status nn_set_example(int32_t id, int32_t example);
/* Writes one example's inputs, then its targets, into the exchange buffer. */
NN_API nn_status nn_get_example(int32_t id, int32_t example);
/* Fills all examples from a named set. The run's inputs must be nn_dataset_features, its outputs 1. noise 0..10. */
NN_API nn_status nn_generate(int32_t id, int32_t dataset, double noise, uint32_t seed);

/* Sets an option within its range; freezes (1) or thaws (0) a parameter; gives the incoming weights and bias of a unit, of the
   output layer too, a learning-rate factor (0..1e6). All only before the first step (NN_BAD_STATE), but for NN_LEARNING_RATE, NN_L1 and NN_L2:
   they may change at any time, for the steps from then on, and nn_reset leaves them as they are. */
NN_API nn_status nn_set_option(int32_t id, int32_t option, double value);
NN_API nn_status nn_set_frozen(int32_t id, int32_t parameter, int32_t frozen);
NN_API nn_status nn_set_unit_rate(int32_t id, int32_t layer, int32_t unit, double factor);

/* ---- parameters ---- */

NN_API int32_t nn_parameter_count(int32_t id);
/* [parameters], the present values; NULL for a bad id. */
NN_API const double *nn_parameters(int32_t id);
/* The index of weight w<number> or bias b<number> among the parameters, -1 where there is none (error set). */
NN_API int32_t nn_weight_index(int32_t id, int32_t number);
NN_API int32_t nn_bias_index(int32_t id, int32_t number);
NN_API nn_status nn_set_parameter(int32_t id, int32_t parameter, double value);
/* Writes every weight by a scheme, every bias 0. value: of NN_CONSTANT and NN_UNIFORM_RANGE; scale: > 0, of the random schemes; both are checked always. */
NN_API nn_status nn_initialize(int32_t id, int32_t scheme, uint32_t seed, double value, double scale);
/* Copies from unit to other_unit of one hidden layer what the sum of NN_INCOMING, NN_BIAS, NN_OUTGOING says. */
NN_API nn_status nn_tie(int32_t id, int32_t layer, int32_t unit, int32_t other_unit, int32_t what);
/* Moves a parameter by so many units in the last place (toward larger values where positive), or by an amount. */
NN_API nn_status nn_nudge_ulps(int32_t id, int32_t parameter, int32_t ulps);
NN_API nn_status nn_nudge_by(int32_t id, int32_t parameter, double amount);
/* Makes the present parameters the start: what nn_reset returns to. Step 0, optimizer state 0, generators at their seeds, history empty but for step 0. */
NN_API nn_status nn_keep_start(int32_t id);
NN_API nn_status nn_reset(int32_t id);
/* [parameters], the start; NULL for a bad id. */
NN_API const double *nn_start(int32_t id);

/* ---- training ---- */

/* Takes up to `steps` (>= 0) parameter updates. Stops early where the next one would take a parameter past NN_MAX_PARAMETER or to NaN:
   that step is not taken, and nn_stopped is 1 until nn_reset, nn_keep_start, nn_set_parameter or nn_set_option. */
NN_API nn_status nn_train(int32_t id, int32_t steps);
NN_API int32_t nn_stopped(int32_t id);
/* What takes long where the network and the data are large, in parts: each works for up to so many examples (whole spans; 0: not at all) and returns 1
   when it is done, 0 while it is not, -1 for a bad id. The bits are those of the whole. What changes the run in between lets it begin again.
   nn_train_part takes one step, when it is done or the run has stopped; after nn_look_part nn_loss, nn_likeness and nn_history_count answer at once,
   after nn_gradient_part nn_gradients and nn_data_gradients do. */
NN_API int32_t nn_train_part(int32_t id, int32_t examples);
NN_API int32_t nn_look_part(int32_t id, int32_t examples);
NN_API int32_t nn_gradient_part(int32_t id, int32_t examples);
/* Steps taken; -1 for a bad id. */
NN_API double nn_step(int32_t id);
/* Mean data loss over all examples, without penalties and dropout; NaN for a bad id. */
NN_API double nn_loss(int32_t id);
/* All three in one call, for whoever takes one step at a time: writes [step, loss, stopped] to the exchange buffer. */
NN_API nn_status nn_progress(int32_t id);
/* The same at other parameters, while the run stays as it is: first nn_put_trial writes `count` of them, from index `first`, out of the exchange
   buffer, as often as it takes for all; then nn_trial_loss. Those never written are 0. */
NN_API nn_status nn_put_trial(int32_t id, int32_t first, int32_t count);
NN_API double nn_trial_loss(int32_t id);
/* [parameters], the gradient of the training objective over all examples: penalties included; no clipping, dropout or noise.
   Valid until the next call on this run. NULL for a bad id. */
NN_API const double *nn_gradients(int32_t id);
/* [parameters], the same of the mean data loss alone, without penalties; valid as long. */
NN_API const double *nn_data_gradients(int32_t id);
/* The gradient of the objective for one parameter by central difference: an independent check. The step is 1e-5 max(1, |w|), divided by the largest
   input of a weight where that is more than 1, so that z moves by little. exchange[0] gets an estimate of its error: how far it is from the same with
   twice the step, and the last place of J. NN_KINK where J has no derivative: in some example a relu or leaky-relu has z = 0 exactly, and a weight or bias that would move it. NaN on error. */
NN_API double nn_numeric_gradient(int32_t id, int32_t parameter);

/* ---- looking inside ---- */

/* Activations of a layer for rows 1..NN_MAX_ROWS of inputs: exchange [rows][inputs] in, [rows][units of the layer] out. */
NN_API nn_status nn_predict(int32_t id, int32_t rows, int32_t layer);
/* For one example: exchange gets, layer by layer, z [units], a [units], delta [units] (delta: d loss of this example / dz).
   Returns the example's loss, NaN on error. */
NN_API double nn_trace(int32_t id, int32_t example);
/* Groups of tied units of a hidden layer: exchange [units] gets each unit's group, numbered from 1 in order of first units.
   Returns how many groups (the layer's effective width), 0 on error. */
NN_API int32_t nn_ties(int32_t id, int32_t layer);
/* What units of a hidden layer are worth. exchange gets three rows [units]: each unit's group, numbered from 1 in order of first units; the strongest
   nn_likeness_kind that holds for all of that group; and 1 where the unit gives the same number in every example, else 0. A group has equal
   incoming weights and biases, or negated ones where the activation is odd (tanh, linear). Returns how many groups give different numbers in
   different examples (0 is possible), -1 on error. */
NN_API int32_t nn_likeness(int32_t id, int32_t layer);
/* Euclidean distance of two units of a hidden layer over incoming weights, bias and outgoing weights; 0 exactly when they are tied, bit for bit.
   NaN on error. */
NN_API double nn_distance(int32_t id, int32_t layer, int32_t unit, int32_t other_unit);
/* The smallest eigenvalue of the Hessian of the objective on the antisymmetric directions of two tied (or nearly: distance at most 1e-3) units of a hidden
   layer: a small difference multiplies by 1 - learning rate * lambda a step. For full-batch gradient descent without
   clipping, dropout, noise, frozen parameters or unit rates (NN_BAD_STATE otherwise). NN_KINK where J has no second derivative. NaN on error. */
NN_API double nn_firmness(int32_t id, int32_t layer, int32_t unit, int32_t other_unit);
/* A hash over step and parameter bits (FNV-1a, 64 bit), in two halves; 0 for a bad id. */
NN_API uint32_t nn_fingerprint_high(int32_t id);
NN_API uint32_t nn_fingerprint_low(int32_t id);

/* ---- history ---- */

/* Samples of the whole run, evenly spaced in steps, the present step last; at most NN_MAX_HISTORY (fewer for large networks:
   2,097,152 parameter values, but at least 16 samples), 0 on error. Call it before the other three: it changes what they show (not the run's
   parameters or steps), because it writes the present step's sample and computes losses that no step had at hand. */
NN_API int32_t nn_history_count(int32_t id);
NN_API const double *nn_history_steps(int32_t id);      /* [samples] */
NN_API const double *nn_history_losses(int32_t id);     /* [samples] */
NN_API const double *nn_history_parameters(int32_t id); /* [samples][parameters] */

#endif
