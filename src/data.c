/*
 * data.c: the examples of a run, one at a time. They are stored in spans of [rows][columns], ready for the kernels.
 */
#include "backprop.h"
#include "error.h"
#include "history.h"
#include "network.h"

static nn_status check_example(const network *n, int32_t example)
{
    return example >= 0 && example < n->examples ? NN_OK : error_range("example", 0, n->examples - 1, example);
}

/* Row r of an example stands at [r * columns] from here; rows are inputs or outputs. */
static double *column_of(const network *n, double *values, int32_t rows, int32_t example, int32_t *columns)
{
    int32_t number = example / n->span;
    *columns = backprop_span(n, number).columns;
    return values + (ptrdiff_t)number * n->span * rows + example % n->span;
}

static nn_status check_values(const network *n)
{
    int targets_are_shares = n->loss == loss_row(NN_CROSS_ENTROPY);
    for (int32_t i = 0; i < n->inputs + n->outputs; i++) {
        double value = network_exchange[i];
        int share = i >= n->inputs && targets_are_shares;
        double low = share ? 0 : -NN_MAX_VALUE, high = share ? 1 : NN_MAX_VALUE;
        if (!(value >= low && value <= high))
            return error_range(i < n->inputs ? "an input" : share ? "a target of cross-entropy" : "a target", low, high, value);
    }
    return NN_OK;
}

int32_t nn_set_example(int32_t id, int32_t example)
{
    network *n = network_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = network_check_before_training(n, "the data");
    if (!status)
        status = check_example(n, example);
    if (!status)
        status = check_values(n);
    if (status)
        return status;
    int32_t columns;
    double *x = column_of(n, n->x, n->inputs, example, &columns), *y = column_of(n, n->y, n->outputs, example, &columns);
    for (int32_t i = 0; i < n->inputs; i++)
        x[i * columns] = network_exchange[i];
    for (int32_t j = 0; j < n->outputs; j++)
        y[j * columns] = network_exchange[n->inputs + j];
    history_forget_present(n);
    return NN_OK;
}

int32_t nn_get_example(int32_t id, int32_t example)
{
    network *n = network_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = check_example(n, example);
    if (status)
        return status;
    int32_t columns;
    const double *x = column_of(n, n->x, n->inputs, example, &columns), *y = column_of(n, n->y, n->outputs, example, &columns);
    for (int32_t i = 0; i < n->inputs; i++)
        network_exchange[i] = x[i * columns];
    for (int32_t j = 0; j < n->outputs; j++)
        network_exchange[n->inputs + j] = y[j * columns];
    return NN_OK;
}
