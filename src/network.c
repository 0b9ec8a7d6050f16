/*
 * network.c: makes, finds and frees runs, and owns the formulas of where parameters stand. One run is one allocation, carved into named arrays.
 */
#include "network.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "history.h"
#include "options.h"

double network_exchange[NN_EXCHANGE_LENGTH] __attribute__((aligned(64)));

static network *alive = NULL;
static int32_t last_id = 0;

network *network_find(int32_t id)
{
    error_clear();
    for (network *n = alive; n; n = n->next)
        if (n->id == id)
            return n;
    error_set(NN_BAD_ID, "no run has the id ");
    error_integer(id);
    error_text("; it was never made, or is freed");
    return NULL;
}

static nn_status check_count(const char *what, int32_t maximum, int32_t got)
{
    return got >= 1 && got <= maximum ? NN_OK : error_range(what, 1, maximum, got);
}

nn_status network_check_units(const network *n, int32_t layer, int32_t unit, int32_t other_unit)
{
    if (layer < 1 || layer >= n->layers) {
        error_set(NN_BAD_ARGUMENT, "there is no hidden layer ");
        error_integer(layer);
        error_text("; the network has ");
        error_integer(n->layers - 1);
        return NN_BAD_ARGUMENT;
    }
    int32_t units = n->layer[layer - 1].units;
    nn_status status = check_count("unit", units, unit);
    return status ? status : check_count("unit", units, other_unit);
}

nn_status network_check_parameter(const network *n, int32_t parameter)
{
    return parameter >= 0 && parameter < n->parameter_count ? NN_OK : error_range("parameter", 0, n->parameter_count - 1, parameter);
}

nn_status network_check_before_training(const network *n, const char *what)
{
    if (n->step == 0)
        return NN_OK;
    error_set(NN_BAD_STATE, what);
    error_text(" can change only before the first step; reset the run first");
    return NN_BAD_STATE;
}

int32_t network_columns(int32_t examples)
{
    return (examples + NN_LANES - 1) / NN_LANES * NN_LANES;
}

int32_t network_weight(const struct layer *l, int32_t unit, int32_t input)
{
    return l->weights + unit * l->inputs + input;
}

int32_t network_unit_parameters(const network *n, int32_t k)
{
    return n->layer[k].inputs + (n->layer[k].biases >= 0) + n->layer[k + 1].units;
}

int32_t network_unit_parameter(const network *n, int32_t k, int32_t unit, int32_t number)
{
    const struct layer *l = &n->layer[k];
    if (number < l->inputs)
        return network_weight(l, unit, number);
    number -= l->inputs;
    if (l->biases >= 0 && number-- == 0)
        return l->biases + unit;
    return network_weight(l + 1, number, unit);
}

/* Lays arrays out one behind the other, each at a multiple of 64 bytes. With base NULL it only measures. */
typedef struct carver { char *base; size_t used; } carver;

static void *carve(carver *c, size_t bytes)
{
    void *at = c->base ? c->base + c->used : NULL;
    c->used += (bytes + 63) / 64 * 64;
    return at;
}

static double *carve_doubles(carver *c, int32_t rows, int32_t columns)
{
    return carve(c, sizeof(double) * (size_t)rows * (size_t)columns);
}

static void carve_layer(carver *c, struct layer *l, int32_t columns, int hidden)
{
    l->z = carve_doubles(c, l->units, columns);
    l->a = carve_doubles(c, l->units, columns);
    l->d = carve_doubles(c, l->units, columns);
    l->kept = hidden ? carve_doubles(c, l->units, columns) : NULL;
    l->mask = hidden ? carve_doubles(c, l->units, columns) : NULL;
}

static void carve_state(carver *c, struct state *s, int32_t stride)
{
    s->parameters = carve_doubles(c, 1, stride);
    s->first = carve_doubles(c, 1, stride);
    s->second = carve_doubles(c, 1, stride);
}

static void carve_network(carver *c, network *n)
{
    int32_t padded = network_columns(n->examples);
    int32_t columns = n->span;
    n->x = carve_doubles(c, n->inputs, padded);
    n->y = carve_doubles(c, n->outputs, padded);
    n->batch_x = carve_doubles(c, n->inputs, columns);
    n->batch_y = carve_doubles(c, n->outputs, columns);
    n->output_loss = carve_doubles(c, n->outputs, columns);
    n->order = carve(c, sizeof(int32_t) * (size_t)n->examples);
    for (int32_t k = 0; k < n->layers; k++)
        carve_layer(c, &n->layer[k], columns, k + 1 < n->layers);
    n->frozen = carve_doubles(c, 1, n->stride);
    n->rate = carve_doubles(c, 1, n->stride);
    carve_state(c, &n->now, n->stride);
    carve_state(c, &n->made, n->stride);
    n->start = carve_doubles(c, 1, n->stride);
    n->gradient = carve_doubles(c, 1, n->stride);
    n->history.steps = carve_doubles(c, 1, n->history.capacity);
    n->history.losses = carve_doubles(c, 1, n->history.capacity);
    n->history.parameters = carve_doubles(c, n->history.capacity, n->parameter_count);
}

static nn_status check_shape(int32_t inputs, int32_t hidden_layers, int32_t outputs, int32_t examples)
{
    nn_status status = check_count("inputs", NN_MAX_INPUTS, inputs);
    if (!status && (hidden_layers < 0 || hidden_layers > NN_MAX_HIDDEN_LAYERS))
        status = error_range("hidden layers", 0, NN_MAX_HIDDEN_LAYERS, hidden_layers);
    for (int32_t k = 0; !status && k < hidden_layers; k++) {
        double units = network_exchange[k];
        if (!(units >= 1 && units <= NN_MAX_UNITS && units == (int32_t)units))
            status = error_range("units of a hidden layer", 1, NN_MAX_UNITS, units);
    }
    if (!status)
        status = check_count("outputs", NN_MAX_OUTPUTS, outputs);
    return status ? status : check_count("examples", NN_MAX_EXAMPLES, examples);
}

static nn_status check_kinds(int32_t activation, int32_t output_activation, int32_t loss, int32_t bias)
{
    if (!activation_row(activation))
        return error_range("activation", NN_SIGMOID, NN_ACTIVATIONS - 1, activation);
    if (!activation_row(output_activation))
        return error_range("output activation", NN_SIGMOID, NN_ACTIVATIONS - 1, output_activation);
    if (!loss_row(loss))
        return error_range("loss", NN_CROSS_ENTROPY, NN_SQUARED_ERROR, loss);
    if (bias != 0 && bias != 1)
        return error_range("bias", 0, 1, bias);
    if (loss == NN_CROSS_ENTROPY && output_activation != NN_SIGMOID)
        return error_set(NN_BAD_ARGUMENT, "cross-entropy needs sigmoid outputs");
    return NN_OK;
}

/* Numbers the parameters: layer by layer, weights row by row, then biases. The hidden units stand in the exchange buffer. */
static void lay_out(network *n, int32_t activation, int32_t output_activation, int bias)
{
    int32_t index = 0, weight = 1, first_bias = 1, inputs = n->inputs;
    for (int32_t k = 0; k < n->layers; k++) {
        struct layer *l = &n->layer[k];
        int hidden = k + 1 < n->layers;
        l->units = hidden ? (int32_t)network_exchange[k] : n->outputs;
        l->inputs = inputs;
        l->g = activation_row(hidden ? activation : output_activation);
        l->weights = index;
        l->first_weight = weight;
        index += l->units * inputs;
        weight += l->units * inputs;
        l->biases = bias ? index : -1;
        l->first_bias = first_bias;
        index += bias ? l->units : 0;
        first_bias += l->units;
        inputs = l->units;
    }
    n->parameter_count = index;
    n->stride = (index + 3) / 4 * 4;
}

/* As many whole blocks as there are examples for, and as keep z, a and d in the cache next to the processor, but one at least: each function that a
   pass calls costs something, whatever the number of examples. */
static int32_t choose_span(const network *n)
{
    int32_t blocks = (n->examples + BLOCK - 1) / BLOCK, units = 0;
    for (int32_t k = 0; k < n->layers; k++)
        units += n->layer[k].units;
    int32_t fit = SPAN_VALUES / (units * BLOCK);
    return BLOCK * (fit < 1 ? 1 : fit < blocks ? fit : blocks);
}

int32_t nn_create(int32_t inputs, int32_t hidden_layers, int32_t outputs, int32_t activation, int32_t output_activation, int32_t loss,
                  int32_t bias, int32_t examples)
{
    error_clear();
    if (check_shape(inputs, hidden_layers, outputs, examples) || check_kinds(activation, output_activation, loss, bias))
        return 0;
    network plan = {.inputs = inputs, .outputs = outputs, .layers = hidden_layers + 1, .examples = examples, .loss = loss_row(loss)};
    lay_out(&plan, activation, output_activation, bias);
    plan.span = choose_span(&plan);
    plan.history.capacity = history_capacity(plan.parameter_count);
    carver c = {NULL, 0};
    carve(&c, sizeof plan);
    carve_network(&c, &plan);
    char *block = malloc(c.used + 63);
    if (!block) {
        error_set(NN_NO_MEMORY, "no memory for a run of ");
        error_integer((int64_t)c.used);
        error_text(" bytes; close other runs or make the network or the data smaller");
        return 0;
    }
    memset(block, 0, c.used + 63);
    /* malloc aligns to 8 or 16 bytes; the arrays want 64. The run itself stays at the front of the block, for free(). */
    plan.bytes = c.used + 63;
    c = (carver){block + (64 - (uintptr_t)block % 64) % 64, 0};
    carve(&c, sizeof plan);
    carve_network(&c, &plan);
    network *n = (network *)(void *)block;
    *n = plan;
    n->id = last_id = last_id % INT32_MAX + 1;
    n->next = alive;
    alive = n;
    options_default(n);
    nn_keep_start(n->id);
    return n->id;
}

int32_t nn_destroy(int32_t id)
{
    network *n = network_find(id);
    if (!n)
        return NN_BAD_ID;
    network **link = &alive;
    while (*link != n)
        link = &(*link)->next;
    *link = n->next;
    free(n);
    return NN_OK;
}

double nn_memory(int32_t id)
{
    network *n = network_find(id);
    return n ? (double)n->bytes : 0;
}

int32_t nn_alive(void)
{
    int32_t count = 0;
    for (network *n = alive; n; n = n->next)
        count++;
    return count;
}

double *nn_exchange(void)
{
    return network_exchange;
}

int32_t nn_exchange_length(void)
{
    return NN_EXCHANGE_LENGTH;
}

const char *nn_version(void)
{
    return NN_VERSION;
}
