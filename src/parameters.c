/*
 * parameters.c: reading and writing parameters: by number, by a scheme, tied, nudged; the start of a run, and the return to it.
 * Parameters are finite and never -0, so that equal numbers are equal bits.
 */
#include <string.h>

#include "error.h"
#include "history.h"
#include "layout.h"
#include "math.h"
#include "runs.h"

int32_t nn_parameter_count(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->parameter_count : 0;
}

const double *nn_parameters(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->now.parameters : NULL;
}

static int32_t no_parameter(const char *kind, int32_t number)
{
    error_set(NN_BAD_ARGUMENT, "the network has no ");
    error_text(kind);
    error_integer(number);
    return -1;
}

int32_t nn_weight_index(int32_t id, int32_t number)
{
    network *n = runs_find(id);
    if (!n)
        return -1;
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        int64_t place = (int64_t)number - l->first_weight;
        if (place >= 0 && place < l->units * l->inputs)
            return l->weights + (int32_t)place;
    }
    return no_parameter("weight w", number);
}

int32_t nn_bias_index(int32_t id, int32_t number)
{
    network *n = runs_find(id);
    if (!n)
        return -1;
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        int64_t place = (int64_t)number - l->first_bias;
        if (l->biases >= 0 && place >= 0 && place < l->units)
            return l->biases + (int32_t)place;
    }
    return no_parameter("bias b", number);
}

/* Adding +0 turns -0 into +0 and changes nothing else. */
static nn_status write_parameter(network *n, int32_t parameter, double value)
{
    if (!(value >= -NN_MAX_PARAMETER && value <= NN_MAX_PARAMETER))
        return error_range("a parameter", -NN_MAX_PARAMETER, NN_MAX_PARAMETER, value);
    n->now.parameters[parameter] = value + 0.0;
    n->stopped = 0;
    history_forget_present(n);
    return NN_OK;
}

nn_status nn_set_parameter(int32_t id, int32_t parameter, double value)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_parameter(n, parameter);
    if (!status)
        status = write_parameter(n, parameter, value);
    return status;
}

nn_status nn_initialize(int32_t id, int32_t scheme, uint32_t seed, double value, double scale)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    if (!nn_scheme_name(scheme))
        return error_range("scheme", NN_ZEROS, NN_UNIFORM_RANGE, scheme);
    if (!(value >= -1e6 && value <= 1e6))
        return error_range("value", -1e6, 1e6, value);
    if (!(scale > 0 && scale <= 1e6))
        return error_range("scale", 0, 1e6, scale);
    struct random r = random_seed(seed, RANDOM_WEIGHTS);
    memset(n->now.parameters, 0, sizeof(double) * (size_t)n->parameter_count);
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        for (int32_t w = 0; w < l->units * l->inputs; w++)
            write_parameter(n, l->weights + w, random_weight(&r, (nn_scheme)scheme, value, scale, l->inputs, l->units));
    }
    return NN_OK;
}

nn_status nn_tie(int32_t id, int32_t layer, int32_t unit, int32_t other_unit, int32_t what)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_units(n, layer, unit, other_unit);
    if (status)
        return status;
    if (what < 1 || what > (NN_INCOMING | NN_BIAS | NN_OUTGOING))
        return error_range("what to tie", 1, NN_INCOMING | NN_BIAS | NN_OUTGOING, what);
    const struct layer *l = &n->layer[layer - 1];
    int32_t inputs = l->inputs, biases = l->biases >= 0, count = layout_unit_parameters(n, layer - 1);
    for (int32_t i = 0; i < count; i++) {
        int32_t kind = i < inputs ? NN_INCOMING : i < inputs + biases ? NN_BIAS : NN_OUTGOING;
        if (what & kind)
            write_parameter(n, layout_unit_parameter(n, layer - 1, other_unit - 1, i),
                            n->now.parameters[layout_unit_parameter(n, layer - 1, unit - 1, i)]);
    }
    return NN_OK;
}

/* Doubles in order of size as integers in order: negative ones mirrored, so that one step across 0 is one integer. */
static int64_t ordered(double x)
{
    int64_t bits = (int64_t)math_bits(x);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double from_ordered(int64_t place)
{
    return math_from_bits((uint64_t)(place < 0 ? INT64_MIN - place : place));
}

nn_status nn_nudge_ulps(int32_t id, int32_t parameter, int32_t ulps)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_parameter(n, parameter);
    if (!status)
        status = write_parameter(n, parameter, from_ordered(ordered(n->now.parameters[parameter]) + ulps));
    return status;
}

nn_status nn_nudge_by(int32_t id, int32_t parameter, double amount)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_parameter(n, parameter);
    if (!status)
        status = write_parameter(n, parameter, n->now.parameters[parameter] + amount);
    return status;
}

nn_status nn_keep_start(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    memcpy(n->start, n->now.parameters, sizeof(double) * (size_t)n->stride);
    return nn_reset(id);
}

const double *nn_start(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->start : NULL;
}

nn_status nn_reset(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    size_t bytes = sizeof(double) * (size_t)n->stride;
    memcpy(n->now.parameters, n->start, bytes);
    memset(n->now.first, 0, bytes);
    memset(n->now.second, 0, bytes);
    n->step = 0;
    n->stopped = 0;
    history_clear(n);
    return NN_OK;
}
