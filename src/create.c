/*
 * create.c: makes runs. One run is one allocation, carved into named arrays.
 */
#include <stdlib.h>
#include <string.h>

#include "carve.h"
#include "error.h"
#include "history.h"
#include "layout.h"
#include "options.h"
#include "runs.h"

static void carve_layer(carver *c, struct layer *l, int32_t columns, int hidden)
{
    l->z = carve_doubles(c, l->units, columns);
    l->a = carve_doubles(c, l->units, columns);
    l->d = carve_doubles(c, l->units, columns);
    l->kept = hidden ? carve_doubles(c, l->units, columns) : NULL;
    l->mask = hidden ? carve_doubles(c, l->units, columns) : NULL;
    l->first = hidden ? carve_doubles(c, 1, l->units) : NULL;
    l->dead = hidden ? carve_doubles(c, 1, l->units) : NULL;
}

static void carve_state(carver *c, struct state *s, int32_t stride)
{
    s->parameters = carve_doubles(c, 1, stride);
    s->first = carve_doubles(c, 1, stride);
    s->second = carve_doubles(c, 1, stride);
}

static void carve_network(carver *c, network *n)
{
    int32_t padded = layout_columns(n->examples);
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
    n->trial = carve_doubles(c, 1, n->stride);
    n->gradient = carve_doubles(c, 1, n->stride);
    n->history.steps = carve_doubles(c, 1, n->history.capacity);
    n->history.losses = carve_doubles(c, 1, n->history.capacity);
    n->history.parameters = carve_doubles(c, n->history.capacity, n->parameter_count);
}

static nn_status check_shape(int32_t inputs, int32_t hidden_layers, int32_t outputs, int32_t examples)
{
    nn_status status = error_check("inputs", 1, NN_MAX_INPUTS, inputs);
    if (!status)
        status = error_check("hidden layers", 0, NN_MAX_HIDDEN_LAYERS, hidden_layers);
    for (int32_t k = 0; !status && k < hidden_layers; k++) {
        double units = runs_exchange[k];
        if (!(units >= 1 && units <= NN_MAX_UNITS && units == (int32_t)units))
            status = error_range("units of a hidden layer", 1, NN_MAX_UNITS, units);
    }
    if (!status)
        status = error_check("outputs", 1, NN_MAX_OUTPUTS, outputs);
    return status ? status : error_check("examples", 1, NN_MAX_EXAMPLES, examples);
}

static nn_status check_kinds(int32_t activation, int32_t output_activation, int32_t loss, int32_t bias)
{
    if (!activation_row(activation))
        return error_range("activation", NN_SIGMOID, NN_ACTIVATIONS - 1, activation);
    if (!activation_row(output_activation))
        return error_range("output activation", NN_SIGMOID, NN_ACTIVATIONS - 1, output_activation);
    if (!loss_row(loss))
        return error_range("loss", 0, NN_LOSSES - 1, loss);
    if (bias != 0 && bias != 1)
        return error_range("bias", 0, 1, bias);
    if (loss == NN_CROSS_ENTROPY && output_activation != NN_SIGMOID)
        return error_set(NN_BAD_ARGUMENT, "cross-entropy needs sigmoid outputs");
    return NN_OK;
}

int32_t nn_create(int32_t inputs, int32_t hidden_layers, int32_t outputs, int32_t activation, int32_t output_activation, int32_t loss,
                  int32_t bias, int32_t examples)
{
    error_clear();
    if (check_shape(inputs, hidden_layers, outputs, examples) || check_kinds(activation, output_activation, loss, bias))
        return 0;
    network plan = {.inputs = inputs, .outputs = outputs, .layers = hidden_layers + 1, .examples = examples, .loss = loss_row(loss)};
    layout_number_parameters(&plan, runs_exchange, bias);
    for (int32_t k = 0; k < plan.layers; k++)
        plan.layer[k].g = activation_row(k < hidden_layers ? activation : output_activation);
    layout_choose_span(&plan);
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
    runs_add(n);
    options_default(n);
    nn_keep_start(n->id);
    return n->id;
}
