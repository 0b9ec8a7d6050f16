/*
 * objective.c: sums over all spans, divided as nn.h says: by the examples, and by the outputs where the loss is a mean over them.
 */
#include "objective.h"

#include "backprop.h"
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

double nn_loss(int32_t id)
{
    network *n = runs_find(id);
    return n ? objective_loss(n, n->now.parameters) : __builtin_nan("");
}

const double *nn_gradients(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NULL;
    objective_gradient(n);
    return n->gradient;
}
