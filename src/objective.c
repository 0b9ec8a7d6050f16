/*
 * objective.c: sums over all spans, divided as nn.h says: by the examples, and by the outputs where the loss is a mean over them.
 */
#include "objective.h"

#include "backprop.h"
#include "error.h"
#include "optimizer.h"
#include "runs.h"

double objective_outputs(const network *n)
{
    return n->loss->per_output ? n->outputs : 1;
}

static double mean_of(const network *n, double sum)
{
    return sum / n->examples / objective_outputs(n);
}

double objective_loss(network *n, const double *parameters)
{
    double sum = 0;
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_forward(n, parameters, &s, 0);
        backprop_add_loss(n, &s, &sum);
    }
    return mean_of(n, sum);
}

void objective_data_gradient(network *n, double *loss)
{
    double sum = 0, scale = 1 / (n->examples * objective_outputs(n));
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_gradient(n, n->gradient, &s, scale, number == 0, 0, loss ? &sum : NULL);
    }
    if (loss)
        *loss = mean_of(n, sum);
}

void objective_gradient(network *n)
{
    objective_data_gradient(n, NULL);
    optimizer_add_penalties(n, n->gradient, n->now.parameters);
}

/* Whether z of a unit moves, in this example, with its own bias and weights. */
static int can_move(const struct layer *l, const double *inputs, int32_t columns, int32_t e)
{
    if (l->biases >= 0)
        return 1;
    for (int32_t i = 0; i < l->inputs; i++)
        if (inputs[i * columns + e] != 0)
            return 1;
    return 0;
}

/* The first unit, from 0, that stands at its kink in one of the span's examples; -1: none. */
static int32_t unit_at_kink(const struct layer *l, const double *inputs, const struct span *s)
{
    for (int32_t j = 0; j < l->units; j++)
        for (int32_t e = 0; e < s->examples; e++)
            if (l->z[j * s->columns + e] == 0 && can_move(l, inputs, s->columns, e))
                return j;
    return -1;
}

static nn_status error_kink(int32_t layer, int32_t unit)
{
    error_set(NN_KINK, "in some example unit ");
    error_integer(unit);
    error_text(" of layer ");
    error_integer(layer);
    error_text(" has z = 0 exactly, where its activation has a kink: the loss has no derivative here in the usual sense");
    return NN_KINK;
}

nn_status objective_check_smooth(network *n)
{
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_forward(n, n->now.parameters, &s, 0);
        for (int32_t k = 0; k < n->layers; k++) {
            const struct layer *l = &n->layer[k];
            int32_t unit = l->g->shape == KINKED ? unit_at_kink(l, k == 0 ? s.x : n->layer[k - 1].a, &s) : -1;
            if (unit >= 0)
                return error_kink(k + 1, unit + 1);
        }
    }
    return NN_OK;
}

double nn_loss(int32_t id)
{
    network *n = runs_find(id);
    return n ? objective_loss(n, n->now.parameters) : __builtin_nan("");
}

const double *nn_data_gradients(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NULL;
    objective_data_gradient(n, NULL);
    return n->gradient;
}

const double *nn_gradients(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NULL;
    objective_gradient(n);
    return n->gradient;
}
