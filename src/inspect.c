/*
 * inspect.c: looking into a run without changing it: activations for given rows, the quantities of one example, numeric gradients.
 */
#include <string.h>

#include "backprop.h"
#include "error.h"
#include "objective.h"
#include "optimizer.h"
#include "runs.h"

/* Rows of the exchange buffer become the columns of the gathered span; padding is 0. */
static struct span rows_to_span(network *n, int32_t rows)
{
    int32_t columns = layout_columns(rows);
    for (int32_t i = 0; i < n->inputs; i++)
        for (int32_t c = 0; c < columns; c++)
            n->batch_x[i * columns + c] = c < rows ? runs_exchange[c * n->inputs + i] : 0;
    return (struct span){n->batch_x, NULL, rows, columns};
}

nn_status nn_predict(int32_t id, int32_t rows, int32_t layer)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    if (rows < 1 || rows > NN_MAX_ROWS)
        return error_range("rows", 1, NN_MAX_ROWS, rows);
    if (layer < 1 || layer > n->layers)
        return error_range("layer", 1, n->layers, layer);
    for (int32_t i = 0; i < rows * n->inputs; i++)
        if (!(runs_exchange[i] >= -NN_MAX_VALUE && runs_exchange[i] <= NN_MAX_VALUE))
            return error_range("an input", -NN_MAX_VALUE, NN_MAX_VALUE, runs_exchange[i]);
    struct span s = rows_to_span(n, rows);
    backprop_forward(n, n->now.parameters, &s, 0);
    const struct layer *l = &n->layer[layer - 1];
    for (int32_t c = 0; c < rows; c++)
        for (int32_t j = 0; j < l->units; j++)
            runs_exchange[c * l->units + j] = l->a[j * s.columns + c];
    return NN_OK;
}

static void put_column(double **to, const double *values, int32_t units, int32_t columns)
{
    for (int32_t j = 0; j < units; j++)
        *(*to)++ = values[j * columns];
}

double nn_trace(int32_t id, int32_t example)
{
    network *n = runs_find(id);
    if (!n || nn_get_example(id, example))
        return __builtin_nan("");
    struct span s = rows_to_span(n, 1);
    for (int32_t j = 0; j < n->outputs; j++)
        for (int32_t c = 0; c < s.columns; c++)
            n->batch_y[j * s.columns + c] = c == 0 ? runs_exchange[n->inputs + j] : 0;
    s.y = n->batch_y;
    double share = 1 / objective_outputs(n);
    backprop_forward(n, n->now.parameters, &s, 0);
    double loss = 0;
    backprop_add_loss(n, &s, &loss);
    backprop_deltas(n, n->now.parameters, &s, share, 0);
    double *to = runs_exchange;
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        put_column(&to, l->z, l->units, s.columns);
        put_column(&to, l->a, l->units, s.columns);
        put_column(&to, l->d, l->units, s.columns);
    }
    return loss * share;
}

/* The largest size of what layer k reads as its input number `input`, over all examples; 1 where all are smaller. */
static double largest_input(network *n, int32_t k, int32_t input)
{
    double largest = 1;
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_forward(n, n->now.parameters, &s, 0);
        const double *row = (k == 0 ? s.x : n->layer[k - 1].a) + input * s.columns;
        for (int32_t e = 0; e < s.examples; e++) {
            double size = row[e] < 0 ? -row[e] : row[e];
            largest = size > largest ? size : largest;
        }
    }
    return largest;
}

/* How many times as far as a parameter moves z of its unit moves, at the most: by a weight's largest input, or 1. */
static double leverage(network *n, int32_t parameter)
{
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        int32_t place = parameter - l->weights;
        if (place >= 0 && place < l->units * l->inputs)
            return largest_input(n, k, place % l->inputs);
    }
    return 1;
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* J with its penalty where one parameter is something else. n->made is free between steps. */
static double objective_at(network *n, int32_t parameter, double value)
{
    n->made.parameters[parameter] = value;
    n->loss_pass.parameters = NULL;
    return objective_loss(n, n->made.parameters) + optimizer_penalty(n, n->made.parameters);
}

/* (J(w + h) - J(w - h)) / 2h, with the h that is really between the two rounded values. The estimate of its error is what changes with 2h in place of
   h: the quotient, and what the second difference, which is 2h times as large there, says of a kink between the two; and the last place of J. */
double nn_numeric_gradient(int32_t id, int32_t parameter)
{
    network *n = runs_find(id);
    if (!n || runs_check_parameter(n, parameter) || objective_check_smooth(n))
        return __builtin_nan("");
    memcpy(n->made.parameters, n->now.parameters, sizeof(double) * (size_t)n->stride);
    double w = n->now.parameters[parameter], size = size_of(w);
    /* z has to move by little, however large the input. */
    double h = 2e-5 * (size > 1 ? size : 1) / leverage(n, parameter), here = objective_at(n, parameter, w), result = 0, bend = 0;
    for (int32_t time = 0; time < 2; time++, h /= 2) {
        double above = w + h, below = w - h, up = objective_at(n, parameter, above) - here, down = here - objective_at(n, parameter, below);
        double apart = size_of((up + down) / (above - below) - result) + size_of(bend - 2 * (up - down) / h);
        result = (up + down) / (above - below);
        bend = (up - down) / h;
        runs_exchange[0] = apart + 0x1p-51 * here / h;
    }
    return result;
}

nn_status nn_put_trial(int32_t id, int32_t first, int32_t count)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_parameter(n, first);
    if (!status)
        status = error_check("count", 1, n->parameter_count - first < NN_EXCHANGE_LENGTH ? n->parameter_count - first : NN_EXCHANGE_LENGTH,
                             count);
    for (int32_t i = 0; !status && i < count; i++)
        status = error_check("a parameter", -NN_MAX_PARAMETER, NN_MAX_PARAMETER, runs_exchange[i]);
    if (status)
        return status;
    for (int32_t i = 0; i < count; i++)
        n->trial[first + i] = runs_exchange[i] + 0.0;
    return NN_OK;
}

double nn_trial_loss(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return __builtin_nan("");
    n->loss_pass.parameters = NULL;
    return objective_loss(n, n->trial);
}
