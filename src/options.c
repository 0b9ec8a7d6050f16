/*
 * options.c: one row for each option of training, with its name in the experiment format, range and default; what sets them, and
 * what of training belongs to single parameters and units.
 */
#include "options.h"

#include "error.h"
#include "layout.h"
#include "objective.h"
#include "runs.h"

typedef struct option_row {
    const char *name;
    double minimum, maximum, standard;
    int whole; /* 1: an integer */
} option_row;

/* The largest number below 1: rates and factors that must stay under it. */
#define BELOW_1 (1 - 0x1p-53)

static const option_row rows[OPTIONS] = {
    [NN_OPTIMIZER] = {"optimizer", NN_GRADIENT_DESCENT, NN_OPTIMIZERS - 1, NN_GRADIENT_DESCENT, 1},
    [NN_LEARNING_RATE] = {"learningRate", 0, 1e6, 0.5, 0},
    [NN_BATCH_SIZE] = {"batchSize", 0, 1e9, 0, 1},
    [NN_SHUFFLE_SEED] = {"shuffleSeed", 0, UINT32_MAX, 1, 1},
    [NN_MOMENTUM_FACTOR] = {"momentum", 0, BELOW_1, 0.9, 0},
    [NN_BETA1] = {"beta1", 0, BELOW_1, 0.9, 0},
    [NN_BETA2] = {"beta2", 0, BELOW_1, 0.999, 0},
    [NN_EPSILON] = {"epsilon", 1e-300, 1, 1e-8, 0},
    [NN_DECAY] = {"decay", 0, BELOW_1, 0.9, 0},
    [NN_L1] = {"l1", 0, 1e6, 0, 0},
    [NN_L2] = {"l2", 0, 1e6, 0, 0},
    [NN_CLIP] = {"clip", 0, 1e9, 0, 0},
    [NN_DROPOUT_RATE] = {"dropout.rate", 0, BELOW_1, 0, 0},
    [NN_DROPOUT_SEED] = {"dropout.seed", 0, UINT32_MAX, 1, 1},
    [NN_NOISE_STD] = {"gradientNoise.std", 0, 1e6, 0, 0},
    [NN_NOISE_SEED] = {"gradientNoise.seed", 0, UINT32_MAX, 1, 1},
};

static const option_row *row_of(int32_t option)
{
    return option >= 0 && option < OPTIONS ? &rows[option] : NULL;
}

void options_default(network *n)
{
    for (int32_t option = 0; option < OPTIONS; option++)
        n->options[option] = rows[option].standard;
    for (int32_t p = 0; p < n->stride; p++) {
        n->frozen[p] = 0;
        n->rate[p] = 1;
    }
    n->rates_differ = n->any_frozen = 0;
}

int options_are_plain(const network *n)
{
    const double *o = n->options;
    int full = o[NN_BATCH_SIZE] == 0 || o[NN_BATCH_SIZE] >= n->examples;
    return o[NN_OPTIMIZER] == NN_GRADIENT_DESCENT && full && o[NN_CLIP] == 0 && o[NN_DROPOUT_RATE] == 0 && o[NN_NOISE_STD] == 0 &&
           !n->any_frozen && !n->rates_differ;
}

/* What a step is made with and nothing else remembers may change during a run. */
static int changes_any_time(int32_t option)
{
    return option == NN_LEARNING_RATE || option == NN_L1 || option == NN_L2;
}

nn_status nn_set_option(int32_t id, int32_t option, double value)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    const option_row *row = row_of(option);
    if (!row)
        return error_range("option", 0, OPTIONS - 1, option);
    nn_status status = changes_any_time(option) ? NN_OK : runs_check_before_training(n, row->name);
    if (status)
        return status;
    if (!(value >= row->minimum && value <= row->maximum))
        return error_range(row->name, row->minimum, row->maximum, value);
    if (row->whole && value != (double)(int64_t)value) {
        error_set(NN_BAD_ARGUMENT, row->name);
        error_text(" must be a whole number, got ");
        error_number(value);
        return NN_BAD_ARGUMENT;
    }
    n->options[option] = value;
    n->stopped = 0;
    objective_forget_gradient(n);
    return NN_OK;
}

nn_status nn_set_frozen(int32_t id, int32_t parameter, int32_t frozen)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_before_training(n, "freezing");
    if (!status)
        status = runs_check_parameter(n, parameter);
    if (!status && frozen != 0 && frozen != 1)
        status = error_range("frozen", 0, 1, frozen);
    if (status)
        return status;
    n->frozen[parameter] = frozen;
    n->any_frozen = 0;
    for (int32_t p = 0; p < n->parameter_count; p++)
        n->any_frozen |= n->frozen[p] != 0;
    return NN_OK;
}

/* Any layer's units have a learning rate, the output's too. */
static nn_status check_unit(const network *n, int32_t layer, int32_t unit)
{
    nn_status status = error_check("layer", 1, n->layers, layer);
    return status ? status : error_check("unit", 1, n->layer[layer - 1].units, unit);
}

nn_status nn_set_unit_rate(int32_t id, int32_t layer, int32_t unit, double factor)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_before_training(n, "the learning rate of a unit");
    if (!status)
        status = check_unit(n, layer, unit);
    if (!status && !(factor >= 0 && factor <= 1e6))
        status = error_range("factor", 0, 1e6, factor);
    if (status)
        return status;
    const struct layer *l = &n->layer[layer - 1];
    for (int32_t input = 0; input < l->inputs; input++)
        n->rate[layout_weight(l, unit - 1, input)] = factor;
    if (l->biases >= 0)
        n->rate[l->biases + unit - 1] = factor;
    n->rates_differ = 0;
    for (int32_t p = 0; p < n->parameter_count; p++)
        n->rates_differ |= n->rate[p] != 1;
    return NN_OK;
}

const char *nn_option_name(int32_t option)
{
    return row_of(option) ? rows[option].name : NULL;
}

double nn_option_default(int32_t option)
{
    return row_of(option) ? rows[option].standard : __builtin_nan("");
}

double nn_option_minimum(int32_t option)
{
    return row_of(option) ? rows[option].minimum : __builtin_nan("");
}

double nn_option_maximum(int32_t option)
{
    return row_of(option) ? rows[option].maximum : __builtin_nan("");
}
